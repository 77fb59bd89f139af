import * as vscode from 'vscode';
import {type UnderstoodParams, type UnderstoodResult, understoodRequest} from '../../server/src/protocol.js';
import {fileName} from './drafts.js';
import type {Server} from './server.js';

const scheme = 'onrecord-understood';

/** "Show What Onrecord Understood": a document that nobody can edit and that follows the draft. */
export class Understood implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[];
  readonly onDidChange = this.changes.event;

  constructor(private readonly server: Server) {
    this.disposables = [
      this.changes,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      server.onTally(({uri}) => {
        const view = viewOf(vscode.Uri.parse(uri));
        if (vscode.workspace.textDocuments.some((open) => open.uri.toString() === view.toString())) {
          this.changes.fire(view);
        }
      }),
    ];
  }

  async show(draft: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(viewOf(draft));
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
    });
  }

  async provideTextDocumentContent(view: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const params: UnderstoodParams = {uri: view.query};
    const answer = await this.server.ask<UnderstoodParams, UnderstoodResult>(
      understoodRequest,
      params,
      token,
    );
    return answer?.markdown ?? vscode.l10n.t('Nothing is known of this draft. Is it still open?');
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }
}

/** One view for each draft; its name shows in the tab and makes it Markdown. */
function viewOf(draft: vscode.Uri): vscode.Uri {
  const path = `/${fileName(draft) || 'draft'} (understood).md`;
  return vscode.Uri.from({scheme, path, query: draft.toString()});
}
