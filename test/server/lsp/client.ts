import assert from 'node:assert/strict';
import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {
  type CodeAction,
  createMessageConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import {TextDocument} from 'vscode-languageserver-textdocument';
import type {InitializationOptions, TallyParams} from '../../../server/src/protocol.js';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The server from its sources; from a build where `ONRECORD_SERVER` names one. */
export const serverCommand: readonly string[] = process.env.ONRECORD_SERVER
  ? [process.env.ONRECORD_SERVER, '--stdio']
  : [
      '--import',
      'tsx',
      ...(process.env.ONRECORD_TEST_IMPORT ? ['--import', process.env.ONRECORD_TEST_IMPORT] : []),
      join(root, 'server', 'src', 'lsp', 'node.ts'),
      '--stdio',
    ];

/** What a modern editor can do. Tests take away what the editor they play cannot. */
export const modern = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: {dynamicRegistration: true},
    didChangeConfiguration: {dynamicRegistration: true},
    diagnostics: {refreshSupport: true},
    semanticTokens: {refreshSupport: true},
    workspaceEdit: {documentChanges: true, snippetEditSupport: true},
  },
  textDocument: {
    publishDiagnostics: {
      relatedInformation: true,
      codeDescriptionSupport: true,
      dataSupport: true,
      tagSupport: {valueSet: [1, 2]},
    },
    diagnostic: {dynamicRegistration: false},
    codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix', 'source']}}},
    hover: {contentFormat: ['markdown', 'plaintext']},
    documentSymbol: {hierarchicalDocumentSymbolSupport: true},
  },
};

/** An editor of ten years ago: it waits to be told and knows no snippets. */
export const old = {
  workspace: {},
  textDocument: {
    publishDiagnostics: {relatedInformation: true},
    codeAction: {codeActionLiteralSupport: {codeActionKind: {valueSet: ['quickfix']}}},
    hover: {contentFormat: ['plaintext']},
  },
};

export interface Start {
  readonly capabilities?: object;
  readonly initializationOptions?: InitializationOptions;
  readonly folder?: string;
  /** Answers `workspace/configuration`, by the address of the document. */
  readonly settings?: (uri: string) => unknown;
  /** Answers `onrecord/readFile`. */
  readonly readFile?: (uri: string) => Promise<string | null> | string | null;
}

/** A language client that speaks to a server process of its own. */
export class Client {
  readonly pushed: PublishDiagnosticsParams[] = [];
  readonly tallies: TallyParams[] = [];
  readonly logged: string[] = [];
  readonly registered: {readonly method: string; readonly registerOptions?: unknown}[] = [];
  /** What the server asked for, by method. */
  readonly asked: string[] = [];
  private readonly waiting: (() => void)[] = [];

  private constructor(
    readonly child: ChildProcess,
    readonly connection: MessageConnection,
    readonly hello: InitializeResult,
  ) {}

  static async start({capabilities = modern, ...start}: Start = {}): Promise<Client> {
    const child = spawn(process.execPath, serverCommand, {cwd: root, stdio: ['pipe', 'pipe', 'inherit']});
    assert.ok(child.stdout && child.stdin);
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    let client: Client | undefined;
    const note = (list: (client: Client) => void) => {
      assert.ok(client, 'the server spoke before it was initialized');
      list(client);
      for (const wake of client.waiting.splice(0)) wake();
    };
    connection.onRequest(
      'workspace/configuration',
      ({items}: {items: {scopeUri?: string; section?: string}[]}) => {
        note(({asked}) => asked.push('workspace/configuration'));
        return items.map(({scopeUri, section}) => {
          assert.equal(section, 'onrecord');
          return start.settings?.(scopeUri ?? '') ?? null;
        });
      },
    );
    connection.onRequest('onrecord/readFile', async ({uri}: {uri: string}) => {
      note(({asked}) => asked.push(`onrecord/readFile ${uri}`));
      const text = (await start.readFile?.(uri)) ?? null;
      return text === null ? null : {text};
    });
    connection.onRequest('client/registerCapability', ({registrations}: {registrations: never[]}) => {
      note(({registered}) => registered.push(...registrations));
      return null;
    });
    connection.onRequest((method) => {
      note(({asked}) => asked.push(method));
      if (method.endsWith('/refresh')) return null;
      throw new Error(`this client knows no ${method}`);
    });
    connection.onNotification('textDocument/publishDiagnostics', (params) =>
      note(({pushed}) => pushed.push(params)),
    );
    connection.onNotification('onrecord/tally', (params) => note(({tallies}) => tallies.push(params)));
    connection.onNotification('window/logMessage', ({message}) => note(({logged}) => logged.push(message)));
    connection.onNotification(() => {});
    connection.listen();
    const rootUri = start.folder === undefined ? null : pathToFileURL(start.folder).href;
    const hello = connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: rootUri === null ? null : [{uri: rootUri, name: 'newsroom'}],
      capabilities,
      ...(start.initializationOptions ? {initializationOptions: start.initializationOptions} : {}),
    });
    client = new Client(child, connection, await hello);
    await connection.sendNotification('initialized', {});
    return client;
  }

  /** Waits until something holds, looking again whenever the server says something. */
  async until<T>(what: string, holds: () => T | undefined | false | null, patience = 10_000): Promise<T> {
    const deadline = Date.now() + patience;
    for (;;) {
      const answer = holds();
      if (answer) return answer;
      const left = deadline - Date.now();
      assert.ok(left > 0, `waited in vain until ${what}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async open(uri: string, text: string, languageId = 'markdown', version = 1): Promise<void> {
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri, languageId, version, text},
    });
  }

  async change(uri: string, version: number, text: string, range?: Range): Promise<void> {
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: {uri, version},
      contentChanges: [range ? {range, text} : {text}],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', {textDocument: {uri}});
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: {uri},
      ...(previousResultId === undefined ? {} : {previousResultId}),
    });
  }

  /** The diagnostics as they now are. */
  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    assert.equal(report.kind, 'full');
    return report.kind === 'full' ? report.items : [];
  }

  async codeActions(uri: string, range: Range, context: object = {}): Promise<CodeAction[]> {
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: {uri},
      range,
      context: {diagnostics: [], ...context},
    });
  }

  at<R>(method: string, uri: string, position: {line: number; character: number}): Promise<R> {
    return this.connection.sendRequest(method, {textDocument: {uri}, position});
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest(method, params);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null) {
      await this.connection.sendRequest('shutdown');
      const gone = once(this.child, 'exit');
      await this.connection.sendNotification('exit');
      const timer = setTimeout(() => this.child.kill(), 2000);
      await gone;
      clearTimeout(timer);
    }
    this.connection.dispose();
  }
}

/** A folder with files in it, gone at the end of the test run. */
export function newsroom(files: Readonly<Record<string, string>> = {}): {
  readonly folder: string;
  uri(name: string): string;
  path(name: string): string;
  remove(): void;
} {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'onrecord-lsp-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), text);
  }
  return {
    folder,
    uri: (name) => pathToFileURL(join(folder, name)).href,
    path: (name) => join(folder, name),
    remove: () => rmSync(folder, {recursive: true, force: true}),
  };
}

/** The range of some words in a text; of the nth time they occur, counting from 0. */
export function rangeOf(text: string, words: string, nth = 0): Range {
  let at = text.indexOf(words);
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  assert.ok(at >= 0, `"${words}" is not in the text`);
  const document = TextDocument.create('memory:text', 'plaintext', 0, text);
  return {start: document.positionAt(at), end: document.positionAt(at + words.length)};
}

export function textAt(text: string, range: Range): string {
  return TextDocument.create('memory:text', 'plaintext', 0, text).getText(range);
}

/** The one change of a document that a workspace edit makes. */
export function documentEdit(edit: WorkspaceEdit | undefined): TextDocumentEdit {
  const [change, ...more] = edit?.documentChanges ?? [];
  assert.ok(change && more.length === 0 && 'edits' in change, 'one document is changed, and nothing else');
  return change;
}

/** Applies an edit; tab stops become what `fill` says of their number and what they hold. */
export function applied(
  text: string,
  edits: readonly TextDocumentEdit['edits'][number][],
  fill: (stop: number, holds: string) => string = (_, holds) => holds,
): string {
  const plain = edits.map((edit): TextEdit => {
    if (!('snippet' in edit)) return edit;
    const newText = edit.snippet.value
      .replace(/\$\{(\d+)[:|]((?:\\.|[^}\\|])*)\|?\}/g, (_, stop, holds) => fill(Number(stop), holds))
      .replace(/\\([\\$}])/g, '$1');
    return {range: edit.range, newText};
  });
  return TextDocument.applyEdits(TextDocument.create('memory:text', 'plaintext', 0, text), plain);
}

export const ruleOf = ({code}: Diagnostic) => String(code);
