import * as vscode from 'vscode';
import type {TallyParams} from '../../server/src/protocol.js';
import {activeDocument} from './drafts.js';
import type {Server} from './server.js';
import {plural, tallyText} from './wording.js';

/** The status item, and the context keys by which commands show up only where they make sense. */
export class Status implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'onrecord.tally',
    vscode.StatusBarAlignment.Right,
    101,
  );
  private readonly tallies = new Map<string, TallyParams>();
  private readonly disposables: vscode.Disposable[];
  /** The draft last worked on, for commands given from a walkthrough or a report. */
  private last: vscode.TextDocument | undefined;

  constructor(server: Server) {
    this.item.name = 'Onrecord';
    this.disposables = [
      this.item,
      server.onTally((tally) => {
        this.tallies.set(tally.uri, tally);
        this.show();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
      vscode.workspace.onDidOpenTextDocument(() => this.show()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        this.tallies.delete(document.uri.toString());
        this.show();
      }),
    ];
    this.show();
  }

  /** The document that a command is about: the one in front, else the last one that was. */
  document(): vscode.TextDocument | undefined {
    return activeDocument() ?? (this.last?.isClosed === false ? this.last : undefined);
  }

  /** What the server last said of a document. */
  tally(uri: vscode.Uri): TallyParams | undefined {
    return this.tallies.get(uri.toString());
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  private show(): void {
    const document = activeDocument();
    if (document) this.last = document;
    const tally = document && this.tally(document.uri);
    void vscode.commands.executeCommand('setContext', 'onrecord.document', document !== undefined);
    void vscode.commands.executeCommand('setContext', 'onrecord.draft', tally?.draft === true);
    if (!tally) {
      this.item.hide();
      return;
    }
    const words = tally.draft ? tallyText(tally) : vscode.l10n.t('not a draft');
    this.item.text = `$(${tally.draft ? 'quote' : 'circle-slash'}) ${words}`;
    this.item.accessibilityInformation = {label: `Onrecord: ${words}. ${tally.reason}`, role: 'button'};
    this.item.command = tally.draft ? 'onrecord.draftMenu' : 'onrecord.checkThisFile';
    this.item.tooltip = tooltip(tally);
    this.item.show();
  }
}

function tooltip(tally: TallyParams): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  text.isTrusted = {
    enabledCommands: ['onrecord.showReport', 'onrecord.leaveThisFileAlone', 'onrecord.checkThisFile'],
  };
  if (tally.draft) {
    const findings =
      tally.findings === 0 ? vscode.l10n.t('nothing found') : plural(tally.findings, 'finding');
    text.appendText(`${tallyText(tally)}; ${findings}.`);
    text.appendMarkdown('\n\n');
  }
  text.appendText(tally.reason);
  text.appendMarkdown('\n\n');
  text.appendMarkdown(
    tally.draft
      ? `[${vscode.l10n.t('Sourcing Report')}](command:onrecord.showReport) · [${vscode.l10n.t('Leave This File Alone')}](command:onrecord.leaveThisFileAlone)`
      : `[${vscode.l10n.t('Check This File')}](command:onrecord.checkThisFile)`,
  );
  return text;
}
