import {
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import {type ChoiceParams, choiceNotification} from '../protocol.js';
import {isChecks} from './checksFile.js';
import {provideCheck} from './checkText.js';
import {type ClientFacts, clientFacts, isRecord} from './client.js';
import {codeActionKinds, provideCodeActions} from './codeActions.js';
import {Environments} from './configuration.js';
import type {Context} from './context.js';
import {provideDiagnostics} from './diagnostics.js';
import {Documents} from './documents.js';
import {diagnosticSource} from './draftDiagnostics.js';
import {clientFiles, type Files} from './files.js';
import {doing, log} from './guard.js';
import {provideHover} from './hover.js';
import {provideReport} from './report.js';
import {provideSemanticTokens, tokenTypes} from './semanticTokens.js';
import {provideSettings} from './settings.js';
import {provideSymbols} from './symbols.js';
import {tellTally} from './tally.js';
import {provideTrial} from './tryRules.js';
import {provideUnderstood} from './understood.js';

export interface Host {
  /** Used unless the client reads files for us. */
  readonly files: Files;
  /** Address of the rule pages that come with the server; null where they do not. */
  readonly docsBase: string | null;
  /** Null where the host cannot tell. */
  readonly version: string | null;
}

/** Puts the language server on a connection. The caller starts it with `connection.listen()`. */
export function createServer(connection: Connection, host: Host): void {
  let client: ClientFacts | undefined;
  let files = host.files;
  const environments = new Environments(
    connection,
    () => files,
    host.docsBase,
    (uri) => documents.get(uri)?.getText(),
  );
  const documents: Documents = new Documents(environments);
  const context: Context = {
    connection,
    documents,
    environments,
    client: () => {
      if (!client) throw new Error('asked before initialize');
      return client;
    },
  };

  connection.onInitialize((params) => {
    client = clientFacts(params);
    if (client.readsFiles) files = clientFiles(connection);
    environments.start(client);
    return initializeResult(client, host.version);
  });
  connection.onInitialized(
    doing(connection, 'initialized', async () => {
      await register(connection, context.client(), environments);
    }),
  );

  connection.onDidChangeConfiguration(
    doing(connection, 'configuration', ({settings}) => environments.settingsChanged(settings)),
  );
  connection.onDidChangeWatchedFiles(
    doing(connection, 'watched files', ({changes}) => environments.filesChanged(changes.map(({uri}) => uri))),
  );
  connection.onNotification(
    choiceNotification,
    doing(connection, 'choice', (params: ChoiceParams) => {
      if (isRecord(params)) environments.choose(String(params.uri), params.choice);
    }),
  );
  // A client that watches no files may have changed `onrecord.yml` without a word.
  documents.onOpen(() => {
    if (!context.client().watchesFiles) environments.forgetFiles();
  });
  documents.onSave(() => {
    if (!context.client().watchesFiles) environments.filesChanged();
  });
  // What is being written there counts at once, saved or not.
  const recordChanged = ({document: {uri}}: {readonly document: {readonly uri: string}}) => {
    if (isChecks(uri)) environments.recordChanged(uri);
  };
  documents.onChange(recordChanged);
  documents.onClose(recordChanged);

  provideDiagnostics(context);
  provideCodeActions(context);
  provideHover(context);
  provideSymbols(context);
  provideSemanticTokens(context);
  provideReport(context);
  provideUnderstood(context);
  provideSettings(context);
  provideTrial(context);
  provideCheck(context);
  tellTally(context);
  documents.listen(connection);
}

function initializeResult(client: ClientFacts, version: string | null): InitializeResult {
  return {
    serverInfo: {name: 'onrecord', ...(version === null ? {} : {version})},
    capabilities: {
      positionEncoding: PositionEncodingKind.UTF16,
      textDocumentSync: {
        openClose: true,
        change: TextDocumentSyncKind.Incremental,
        // Only to notice a changed `onrecord.yml` where nobody watches it.
        ...(client.watchesFiles ? {} : {save: {includeText: false}}),
      },
      ...(client.pullsDiagnostics
        ? {
            diagnosticProvider: {
              identifier: diagnosticSource,
              interFileDependencies: false,
              workspaceDiagnostics: false,
            },
          }
        : {}),
      codeActionProvider: {codeActionKinds},
      hoverProvider: true,
      documentSymbolProvider: {label: 'Onrecord'},
      semanticTokensProvider: {
        legend: {tokenTypes, tokenModifiers: []},
        full: true,
      },
      workspace: {workspaceFolders: {supported: true, changeNotifications: true}},
    },
  };
}

async function register(
  connection: Connection,
  client: ClientFacts,
  environments: Environments,
): Promise<void> {
  const registrations = [];
  if (client.watchesFiles) {
    registrations.push(
      connection.client.register(DidChangeWatchedFilesNotification.type, {
        // Settings may extend, and name as their house, files of any name.
        watchers: [{globPattern: '**/*.{yml,yaml}'}],
      }),
    );
  }
  if (client.registersConfiguration) {
    registrations.push(
      connection.client.register(DidChangeConfigurationNotification.type, {section: 'onrecord'}),
    );
  }
  if (client.folderChanges) {
    connection.workspace.onDidChangeWorkspaceFolders(
      doing(connection, 'workspace folders', ({added, removed}) =>
        environments.foldersChanged(
          added.map(({uri}) => uri),
          removed.map(({uri}) => uri),
        ),
      ),
    );
  }
  for (const outcome of await Promise.allSettled(registrations)) {
    if (outcome.status === 'rejected') log(connection, 'registration', outcome.reason);
  }
}
