import * as vscode from 'vscode';
import {changeConfig, nearestConfig, newConfig} from './configFile.js';
import {turnRuleOff} from './onrecordYml.js';

/** Turns a rule off in the `onrecord.yml` nearest to a draft, made where there is none. A quick fix calls it. */
export async function turnOffRule(rule: unknown, uri: unknown): Promise<void> {
  if (typeof rule !== 'string' || typeof uri !== 'string') return;
  const draft = vscode.Uri.parse(uri, true);
  const file = (await nearestConfig(draft)) ?? newConfig(draft);
  if (!file) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Save the draft or open a folder first: the rules are kept in an onrecord.yml beside it.',
      ),
    );
    return;
  }
  if (!(await changeConfig(file, (text) => turnRuleOff(text, rule)))) return;
  const open = vscode.l10n.t('Open onrecord.yml');
  const message = vscode.l10n.t('{0} is off in {1}.', rule, vscode.workspace.asRelativePath(file));
  if ((await vscode.window.showInformationMessage(message, open)) === open) {
    await vscode.window.showTextDocument(file);
  }
}
