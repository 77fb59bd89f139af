import * as vscode from 'vscode';
import {
  draftGlob,
  type TrialParams,
  type TrialResult,
  type TryOnParams,
  type TryOnResult,
  trialRequest,
  tryOnRequest,
} from '../../server/src/protocol.js';
import {fileName} from './drafts.js';
import type {Server} from './server.js';
import {type Tried, type TriedStory, triedPage} from './triedPage.js';
import {plural} from './wording.js';

const scheme = 'onrecord-tried';
const mostFiles = 2000;
/** Longer than any story; a file beyond it is data. */
const largestFile = 1024 * 1024;
const atOnce = 4;
const notDrafts = '**/{node_modules,.git}/**';

/** "Try Rules on Past Stories": what the rules of an `onrecord.yml` would flag in the stories of the workspace. */
export class TryRules implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly pages = new Map<string, string>();
  private readonly disposables: vscode.Disposable[];
  readonly onDidChange = this.changes.event;

  constructor(private readonly server: Server) {
    this.disposables = [
      this.changes,
      vscode.workspace.registerTextDocumentContentProvider(scheme, this),
      vscode.workspace.onDidCloseTextDocument(({uri}) => this.pages.delete(uri.toString())),
    ];
  }

  async run(): Promise<void> {
    const config = vscode.window.activeTextEditor?.document;
    if (!config || fileName(config.uri) !== 'onrecord.yml') {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Open an onrecord.yml first, and put the cursor in it.'),
      );
      return;
    }
    const params: TrialParams = {config: config.uri.toString(), text: config.getText()};
    const trial = await this.server.ask<TrialParams, TrialResult>(trialRequest, params);
    if (!trial || trial.rules.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('This file has no rule to try: neither phrases nor rules, or all of them are off.'),
      );
      return;
    }
    const tried = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: vscode.l10n.t('Onrecord: trying rules'),
        cancellable: true,
      },
      (progress, token) => this.tryAll(params.config, trial, progress, token),
    );
    await this.show(config.uri, triedPage(tried));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.pages.get(uri.toString()) ?? vscode.l10n.t('Try the rules again to see what they find.');
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private async tryAll(
    config: string,
    {rules}: TrialResult,
    progress: vscode.Progress<{message?: string; increment?: number}>,
    token: vscode.CancellationToken,
  ): Promise<Tried> {
    const found = await vscode.workspace.findFiles(draftGlob, notDrafts, mostFiles + 1, token);
    const files = found
      .slice(0, mostFiles)
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((uri) => ({uri, story: undefined as TriedStory | undefined}));
    let next = 0;
    let read = 0;
    let unread = 0;
    const work = async () => {
      while (next < files.length && !token.isCancellationRequested) {
        const file = files[next++] as (typeof files)[number];
        const name = vscode.workspace.asRelativePath(file.uri);
        progress.report({message: name, increment: 100 / files.length});
        const findings = await this.tryOn(config, file.uri, token);
        if (findings === undefined && !token.isCancellationRequested) unread++;
        if (!findings) continue;
        read++;
        if (findings.length > 0) file.story = {name, address: file.uri.toString(), findings};
      }
    };
    await Promise.all(Array.from({length: atOnce}, work));
    const notes = [
      ...(token.isCancellationRequested ? ['Cancelled: not all stories were read.'] : []),
      ...(unread > 0 ? [`Left out: ${plural(unread, 'file')} that could not be read or are over 1 MB.`] : []),
      ...(found.length > mostFiles ? [`Left out: everything beyond the first ${mostFiles} files.`] : []),
    ];
    return {rules, stories: files.flatMap(({story}) => story ?? []), read, notes};
  }

  /** @returns null where the file is no draft, undefined where it could not be read */
  private async tryOn(
    config: string,
    file: vscode.Uri,
    token: vscode.CancellationToken,
  ): Promise<TriedStory['findings'] | null | undefined> {
    const uri = file.toString();
    const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
    try {
      if (!open && (await vscode.workspace.fs.stat(file)).size > largestFile) return undefined;
      const text = open?.getText() ?? new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
      const languageId = open?.languageId ?? '';
      const params: TryOnParams = {config, uri, languageId, text};
      const answer = await this.server.ask<TryOnParams, TryOnResult>(tryOnRequest, params, token);
      return answer === undefined ? undefined : (answer?.findings ?? null);
    } catch {
      return undefined;
    }
  }

  private async show(config: vscode.Uri, page: string): Promise<void> {
    const path = `/${fileName(config)} (tried).md`;
    const view = vscode.Uri.from({scheme, path, query: config.toString()});
    this.pages.set(view.toString(), page);
    this.changes.fire(view);
    const document = await vscode.workspace.openTextDocument(view);
    await vscode.window.showTextDocument(document, {viewColumn: vscode.ViewColumn.Beside});
  }
}
