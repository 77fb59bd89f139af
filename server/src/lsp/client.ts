import type {InitializeParams} from 'vscode-languageserver';
import type {DraftChoice, InitializationOptions} from '../protocol.js';

/** What the client can do and what it told about itself, as plain facts. */
export interface ClientFacts {
  /** Our own VS Code client: it has our commands and wants our notifications. */
  readonly ours: boolean;
  readonly readsFiles: boolean;
  readonly choices: Readonly<Record<string, DraftChoice>>;
  readonly docsBase: string | null;
  /** Command that puts snippets in, for a client that cannot take them in a workspace edit. */
  readonly snippetCommand: string | null;
  readonly snippetEdits: boolean;
  readonly documentChanges: boolean;
  /** Takes the making of a file as part of a workspace edit. */
  readonly createsFiles: boolean;
  /** Asks for diagnostics itself; nothing is pushed to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesTokens: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly unnecessaryTag: boolean;
  readonly codeActionLiterals: boolean;
  readonly nestedSymbols: boolean;
  readonly markdown: boolean;
  readonly configuration: boolean;
  readonly watchesFiles: boolean;
  readonly registersConfiguration: boolean;
  readonly folderChanges: boolean;
  /** Workspace folders at the start. */
  readonly folders: readonly string[];
}

export function clientFacts(params: InitializeParams): ClientFacts {
  const {workspace, textDocument} = params.capabilities ?? {};
  const options = initializationOptions(params.initializationOptions);
  const push = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  const formats = textDocument?.hover?.contentFormat;
  return {
    ours: options !== null,
    readsFiles: options?.readsFiles === true,
    choices: isRecord(options?.choices) ? options.choices : {},
    docsBase: nonEmpty(options?.docsBase),
    snippetCommand: nonEmpty(options?.snippetCommand),
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    pullsDiagnostics: pull !== undefined && pull !== null,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    relatedInformation: (pull?.relatedInformation ?? push?.relatedInformation) === true,
    codeDescription: (pull?.codeDescriptionSupport ?? push?.codeDescriptionSupport) === true,
    unnecessaryTag: ((pull?.tagSupport ?? push?.tagSupport)?.valueSet ?? []).includes(1),
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdown: formats === undefined || formats.length === 0 || formats.includes('markdown'),
    configuration: workspace?.configuration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    folderChanges: workspace?.workspaceFolders === true,
    folders: params.workspaceFolders?.map(({uri}) => uri) ?? (params.rootUri ? [params.rootUri] : []),
  };
}

/** Other editors send none, or whatever their user wrote there. */
function initializationOptions(given: unknown): InitializationOptions | null {
  if (!isRecord(given)) return null;
  return ['readsFiles', 'choices', 'docsBase', 'snippetCommand'].some((key) => key in given) ? given : null;
}

export function isRecord(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nonEmpty(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
