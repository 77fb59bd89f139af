import * as vscode from 'vscode';
import type {CheckWorkspace} from './checkWorkspace.js';
import type {Choices} from './choices.js';
import {toggleColours} from './colours.js';
import {showDraftMenu} from './draftMenu.js';
import {chooseHouse} from './house.js';
import type {Reports} from './report.js';
import {openSample} from './sample.js';
import type {Server} from './server.js';
import type {ServerPage} from './serverPage.js';
import type {Status} from './status.js';
import type {TryRules} from './tryRules.js';
import {turnOffRule} from './turnOffRule.js';
import {writeReason} from './writeReason.js';

export interface Features {
  readonly server: Server;
  readonly choices: Choices;
  readonly status: Status;
  readonly reports: Reports;
  readonly understood: ServerPage;
  readonly settings: ServerPage;
  readonly tryRules: TryRules;
  readonly checkWorkspace: CheckWorkspace;
}

/** Every command, by the id it has in the manifest. */
export function registerCommands(context: vscode.ExtensionContext, features: Features): vscode.Disposable {
  const {server, choices, status, reports, understood, settings, tryRules, checkWorkspace} = features;
  const onDocument = (run: (document: vscode.TextDocument) => unknown): unknown => {
    const document = status.document();
    if (document) return run(document);
    return vscode.window.showInformationMessage(
      vscode.l10n.t('Open a Markdown or plain-text draft first, and put the cursor in it.'),
    );
  };
  const commands: Record<string, (...args: unknown[]) => unknown> = {
    'onrecord.showReport': () => onDocument((document) => reports.show(document)),
    'onrecord.checkWorkspace': () => checkWorkspace.run(),
    'onrecord.chooseHouse': () => chooseHouse(context),
    'onrecord.showUnderstood': () => onDocument((document) => understood.show(document.uri)),
    'onrecord.showSettings': () => onDocument((document) => settings.show(document.uri)),
    'onrecord.tryRules': () => tryRules.run(),
    'onrecord.checkThisFile': () => onDocument((document) => choices.set(document.uri, 'check')),
    'onrecord.leaveThisFileAlone': () => onDocument((document) => choices.set(document.uri, 'leave')),
    'onrecord.draftMenu': () => showDraftMenu(status),
    'onrecord.openSample': () => openSample(context),
    'onrecord.toggleColours': () => toggleColours(),
    'onrecord.restartServer': () => server.restart(),
    'onrecord.showLog': () => server.log.show(),
    'onrecord.writeReason': () => writeReason(),
    'onrecord.turnOffRule': (rule, uri) => turnOffRule(rule, uri),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([id, run]) => vscode.commands.registerCommand(id, run)),
  );
}
