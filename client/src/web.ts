import {type ExtensionContext, Uri, workspace} from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import {activateWith} from './extension.js';

export {deactivate} from './extension.js';

/** Entry in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  let worker: Worker | undefined;
  const start = async (): Promise<MessageTransports> => {
    // A worker does not end by itself when it is told to exit.
    worker?.terminate();
    worker = await startWorker(context);
    // Not the worker itself: the host puts its own in the place of `Worker`, and the client would not know it as one.
    return {reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker)};
  };
  context.subscriptions.push({dispose: () => worker?.terminate()});
  activateWith(context, (_, options) => new LanguageClient('onrecord', 'Onrecord', start, options));
}

/** Read and started from a Blob: a worker may not be started from an address of another origin or scheme. */
async function startWorker(context: ExtensionContext): Promise<Worker> {
  // In this order: the server finds the data there when it starts.
  const files = ['data.js', 'web.js'].map((file) =>
    Uri.joinPath(context.extensionUri, 'dist', 'server', file),
  );
  const code = await Promise.all(
    files.map(async (file) => new Uint8Array(await workspace.fs.readFile(file))),
  );
  const parts = code.flatMap((bytes) => [bytes, '\n']);
  return new Worker(URL.createObjectURL(new Blob(parts, {type: 'text/javascript'})));
}
