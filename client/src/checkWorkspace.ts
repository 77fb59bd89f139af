import * as vscode from 'vscode';
import {type CheckParams, type CheckResult, checkRequest, draftGlob} from '../../server/src/protocol.js';
import type {Server} from './server.js';
import {list, plural} from './wording.js';

const mostFiles = 2000;
/** Longer than any story; a file beyond it is data. */
const largestFile = 1024 * 1024;
const atOnce = 4;
const notDrafts = '**/{node_modules,.git}/**';

interface Outcome {
  drafts: number;
  findings: number;
  tooLarge: number;
  unreadable: number;
}

/** "Check Workspace": findings of files that are not open. What is open has its own, which the editor pulls. */
export class CheckWorkspace implements vscode.Disposable {
  private readonly findings = vscode.languages.createDiagnosticCollection('onrecord-workspace');
  private readonly disposables: vscode.Disposable[];
  private watcher: vscode.Disposable | undefined;

  constructor(private readonly server: Server) {
    this.disposables = [
      this.findings,
      // Else each finding would be there twice.
      vscode.workspace.onDidOpenTextDocument((document) => this.findings.delete(document.uri)),
    ];
  }

  async run(): Promise<void> {
    await vscode.window
      .withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: vscode.l10n.t('Onrecord: checking'),
          cancellable: true,
        },
        (progress, token) => this.check(progress, token),
      )
      .then((report) => this.announce(report));
  }

  dispose(): void {
    this.watcher?.dispose();
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private async check(
    progress: vscode.Progress<{message?: string; increment?: number}>,
    token: vscode.CancellationToken,
  ): Promise<{files: number; checked: number; cancelled: boolean; outcome: Outcome}> {
    const found = await vscode.workspace.findFiles(draftGlob, notDrafts, mostFiles + 1, token);
    const files = found.slice(0, mostFiles);
    const outcome: Outcome = {drafts: 0, findings: 0, tooLarge: 0, unreadable: 0};
    let next = 0;
    let checked = 0;
    this.findings.clear();
    this.watch();
    const work = async () => {
      while (next < files.length && !token.isCancellationRequested) {
        const file = files[next++] as vscode.Uri;
        progress.report({message: vscode.workspace.asRelativePath(file), increment: 100 / files.length});
        await this.checkFile(file, outcome, token);
        checked++;
      }
    };
    await Promise.all(Array.from({length: atOnce}, work));
    return {files: found.length, checked, cancelled: token.isCancellationRequested, outcome};
  }

  private async checkFile(
    file: vscode.Uri,
    outcome: Outcome,
    token?: vscode.CancellationToken,
  ): Promise<void> {
    const open = vscode.workspace.textDocuments.find(
      (document) => document.uri.toString() === file.toString(),
    );
    let text: string;
    try {
      if (!open && (await vscode.workspace.fs.stat(file)).size > largestFile) {
        outcome.tooLarge++;
        return;
      }
      text = open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    } catch {
      outcome.unreadable++;
      return;
    }
    const languageId = open?.languageId ?? '';
    const params: CheckParams = {uri: file.toString(), languageId, text};
    const result = await this.server.ask<CheckParams, CheckResult | null>(checkRequest, params, token);
    if (result === undefined) {
      if (!token?.isCancellationRequested) outcome.unreadable++;
      return;
    }
    if (!result?.draft) {
      this.findings.delete(file);
      return;
    }
    outcome.drafts++;
    outcome.findings += result.diagnostics.length;
    // It may have been opened while the server was at it.
    if (vscode.workspace.textDocuments.some((document) => document.uri.toString() === file.toString()))
      return;
    const client = await this.server.started();
    const diagnostics = await client.protocol2CodeConverter.asDiagnostics(result.diagnostics as never);
    this.findings.set(file, diagnostics);
  }

  /** What changes on disk is checked again, so that no finding outlives its words. */
  private watch(): void {
    if (this.watcher) return;
    const watcher = vscode.workspace.createFileSystemWatcher(draftGlob, true);
    const again = (file: vscode.Uri) => {
      if (this.findings.has(file)) {
        void this.checkFile(file, {drafts: 0, findings: 0, tooLarge: 0, unreadable: 0});
      }
    };
    this.watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(again),
      watcher.onDidDelete((file) => this.findings.delete(file)),
    );
  }

  private async announce({
    files,
    checked,
    cancelled,
    outcome,
  }: Awaited<ReturnType<CheckWorkspace['check']>>): Promise<void> {
    const sentences = [
      `${plural(checked, 'file')} read: ${plural(outcome.drafts, 'draft')}, ${plural(outcome.findings, 'finding')}.`,
    ];
    const left = [
      ...(outcome.tooLarge > 0 ? [`${plural(outcome.tooLarge, 'file')} over 1 MB`] : []),
      ...(outcome.unreadable > 0 ? [`${plural(outcome.unreadable, 'file')} that could not be read`] : []),
      ...(files > mostFiles ? [`everything beyond the first ${mostFiles} files`] : []),
    ];
    if (cancelled) sentences.unshift('Cancelled.');
    if (left.length > 0) sentences.push(`Left out: ${list(left)}.`);
    const show = vscode.l10n.t('Show Problems');
    const message = `Onrecord: ${sentences.join(' ')}`;
    const actions = outcome.findings > 0 ? [show] : [];
    const picked =
      left.length > 0
        ? await vscode.window.showWarningMessage(message, ...actions)
        : await vscode.window.showInformationMessage(message, ...actions);
    if (picked === show) await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
}
