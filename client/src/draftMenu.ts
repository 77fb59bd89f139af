import * as vscode from 'vscode';
import type {Status} from './status.js';
import {tallyText} from './wording.js';

/** What a click on the status item of a draft offers. */
export async function showDraftMenu(status: Status): Promise<void> {
  const uri = status.document()?.uri;
  const tally = uri && status.tally(uri);
  if (!tally) return;
  const picked = await vscode.window.showQuickPick(
    [
      {label: `$(open-preview) ${vscode.l10n.t('Sourcing Report')}`, command: 'onrecord.showReport'},
      {
        label: `$(circle-slash) ${vscode.l10n.t('Leave This File Alone')}`,
        description: tally.reason,
        command: 'onrecord.leaveThisFileAlone',
      },
      {
        label: `$(law) ${vscode.l10n.t('Choose House Style')}`,
        description: tally.house.toUpperCase(),
        command: 'onrecord.chooseHouse',
      },
      {label: `$(symbol-color) ${vscode.l10n.t('Toggle Source Colours')}`, command: 'onrecord.toggleColours'},
    ],
    {title: `Onrecord: ${tallyText(tally)}`},
  );
  if (picked) await vscode.commands.executeCommand(picked.command);
}
