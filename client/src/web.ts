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
  const file = Uri.joinPath(context.extensionUri, 'dist', 'server', 'web.js');
  const code = new Blob([new Uint8Array(await workspace.fs.readFile(file))], {type: 'text/javascript'});
  return new Worker(URL.createObjectURL(code));
}
