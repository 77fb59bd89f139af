import type {ExtensionContext} from 'vscode';
import {LanguageClient, TransportKind} from 'vscode-languageclient/node';
import {activateWith} from './extension.js';
import {nodeOptions} from './nodeOptions.js';

export {deactivate} from './extension.js';

/** Entry in the desktop and remote hosts: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  activateWith(context, (_, options) => {
    const module = context.asAbsolutePath('dist/server/node.js');
    const execArgv = [...nodeOptions()];
    const server = {module, transport: TransportKind.ipc, options: {execArgv}};
    return new LanguageClient('onrecord', 'Onrecord', server, options);
  });
}
