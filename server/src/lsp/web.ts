import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from 'vscode-languageserver/browser';
import {noFiles} from './files.js';
import {log} from './guard.js';
import {createServer} from './server.js';

// Not `self`: outside a browser its typings would have to be brought along.
const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(worker),
  new BrowserMessageWriter(worker),
);
worker.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  log(connection, 'unhandled', event.reason);
});
createServer(connection, {files: noFiles, docsBase: null, version: null});
connection.listen();
