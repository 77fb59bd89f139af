import type {ExtensionContext} from 'vscode';
import {LanguageClient, TransportKind} from 'vscode-languageclient/node';
import {activateWith} from './extension.js';

export {deactivate} from './extension.js';

/** Entry in the desktop and remote hosts: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  activateWith(context, (_, options) => {
    const module = context.asAbsolutePath('dist/server/node.js');
    return new LanguageClient('onrecord', 'Onrecord', {module, transport: TransportKind.ipc}, options);
  });
}
