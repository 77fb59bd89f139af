import {type ExtensionContext, Uri, workspace} from 'vscode';
import {LanguageClient} from 'vscode-languageclient/browser';
import {activateWith} from './extension.js';

export {deactivate} from './extension.js';

/** Entry in a browser: the server is a worker. */
export function activate(context: ExtensionContext): void {
  let worker: Worker | undefined;
  const start = async () => {
    // A worker does not end by itself when it is told to exit.
    worker?.terminate();
    worker = await startWorker(context);
    return worker;
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
