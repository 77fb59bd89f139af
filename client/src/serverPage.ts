import * as vscode from 'vscode';
import {fileName} from './drafts.js';
import type {Server} from './server.js';

/** What is shown of a draft in a document of its own. */
export interface PageKind {
  /** Of the page's address. */
  readonly scheme: string;
  /** Behind the draft's name in the tab; its ending is the page's language. */
  readonly suffix: string;
  /** @returns undefined where the server knows nothing of the draft */
  ask(draft: string, token: vscode.CancellationToken): Promise<string | undefined>;
}

/** Documents that nobody can edit and that follow their drafts. */
export class ServerPage implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly disposables: vscode.Disposable[];
  readonly onDidChange = this.changes.event;

  constructor(
    server: Server,
    private readonly kind: PageKind,
  ) {
    this.disposables = [
      this.changes,
      vscode.workspace.registerTextDocumentContentProvider(kind.scheme, this),
      server.onTally(({uri}) => {
        const view = this.viewOf(vscode.Uri.parse(uri));
        if (vscode.workspace.textDocuments.some((open) => open.uri.toString() === view.toString())) {
          this.changes.fire(view);
        }
      }),
    ];
  }

  async show(draft: vscode.Uri): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.viewOf(draft));
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
    });
  }

  async provideTextDocumentContent(view: vscode.Uri, token: vscode.CancellationToken): Promise<string> {
    const answer = await this.kind.ask(view.query, token);
    return answer ?? vscode.l10n.t('Nothing is known of this draft. Is it still open?');
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** One view for each draft. */
  private viewOf(draft: vscode.Uri): vscode.Uri {
    const path = `/${fileName(draft) || 'draft'} ${this.kind.suffix}`;
    return vscode.Uri.from({scheme: this.kind.scheme, path, query: draft.toString()});
  }
}
