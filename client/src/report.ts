import * as vscode from 'vscode';
import {type ReportParams, type ReportResult, reportRequest} from '../../server/src/protocol.js';
import type {FromView, ToView} from '../webview/messages.js';
import {fileName} from './drafts.js';
import {type Change, moved} from './moved.js';
import {reportPage} from './reportPage.js';
import type {Server} from './server.js';

const viewType = 'onrecord.report';
/** Long enough that a report is not rendered for every keystroke. */
const calm = 300;

/** "Sourcing Report": one view beside each draft, brought back when the window is loaded anew. */
export class Reports implements vscode.WebviewPanelSerializer<{uri?: string}>, vscode.Disposable {
  private readonly open = new Map<string, ReportView>();
  private readonly disposables: vscode.Disposable[];

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly server: Server,
  ) {
    this.disposables = [
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      vscode.workspace.onDidChangeTextDocument((event) => {
        if (event.contentChanges.length === 0) return;
        this.open.get(event.document.uri.toString())?.edited(event.contentChanges);
      }),
      // Settings and configuration change a report without an edit.
      server.onTally(({uri}) => this.open.get(vscode.Uri.parse(uri).toString())?.refreshSoon()),
    ];
  }

  show(draft: vscode.TextDocument): void {
    const view = this.open.get(draft.uri.toString());
    if (view) {
      view.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      viewType,
      vscode.l10n.t('Sourcing Report: {0}', fileName(draft.uri)),
      {viewColumn: vscode.ViewColumn.Beside, preserveFocus: true},
      this.options(),
    );
    this.take(panel, draft.uri);
  }

  async deserializeWebviewPanel(
    panel: vscode.WebviewPanel,
    state: {uri?: string} | undefined,
  ): Promise<void> {
    if (!state?.uri) {
      panel.dispose();
      return;
    }
    const uri = vscode.Uri.parse(state.uri);
    panel.webview.options = this.options();
    // The server knows only what is open.
    await vscode.workspace.openTextDocument(uri).then(
      () => this.take(panel, uri),
      () => panel.dispose(),
    );
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables, ...this.open.values()).dispose();
  }

  private take(panel: vscode.WebviewPanel, draft: vscode.Uri): void {
    const view = new ReportView(panel, draft, this.server);
    this.open.set(draft.toString(), view);
    panel.onDidDispose(() => this.open.delete(draft.toString()));
    panel.webview.html = reportPage(panel.webview, this.context.extensionUri, draft);
  }

  private options(): vscode.WebviewOptions & vscode.WebviewPanelOptions {
    const localResourceRoots = [vscode.Uri.joinPath(this.context.extensionUri, 'dist', 'client')];
    return {enableScripts: true, localResourceRoots, retainContextWhenHidden: true, enableFindWidget: true};
  }
}

class ReportView implements vscode.Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Edits since the report in view was asked for; links are followed through them. */
  private since: (readonly Change[])[] = [];
  private asking: vscode.CancellationTokenSource | undefined;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private readonly draft: vscode.Uri,
    private readonly server: Server,
  ) {
    panel.webview.onDidReceiveMessage((message: FromView) => {
      if (message.type === 'ready') void this.refresh();
      else void this.jump(message.start, message.end);
    });
    panel.onDidDispose(() => this.dispose());
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  edited(changes: readonly Change[]): void {
    this.since.push(changes);
    this.refreshSoon();
  }

  refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), calm);
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.asking?.cancel();
  }

  private async refresh(): Promise<void> {
    this.asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    this.asking = asking;
    const seen = this.since.length;
    const params: ReportParams = {uri: this.draft.toString()};
    const result = await this.server.ask<ReportParams, ReportResult | null>(
      reportRequest,
      params,
      asking.token,
    );
    if (asking.token.isCancellationRequested) return;
    if (result) {
      this.since = this.since.slice(seen);
      this.tell({type: 'report', html: result.html});
    } else {
      this.tell({
        type: 'nothing',
        text: vscode.l10n.t('There is no report for this file. Is it still open?'),
      });
    }
  }

  private tell(message: ToView): void {
    void this.panel.webview.postMessage(message);
  }

  private async jump(start: number, end: number): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.draft);
    const span = moved({start, end}, this.since);
    const selection = new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
    const shown = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
    const viewColumn = shown?.viewColumn ?? vscode.ViewColumn.One;
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn,
      selection,
      preserveFocus: false,
    });
    editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}
