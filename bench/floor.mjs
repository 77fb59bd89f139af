// A language server that does nothing: what the protocol, the process and the machine cost by themselves.
import {
  createConnection,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import {TextDocument} from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    diagnosticProvider: {interFileDependencies: false, workspaceDiagnostics: false},
  },
}));
connection.languages.diagnostics.on(() => ({kind: 'full', items: []}));
documents.listen(connection);
connection.listen();
