import * as vscode from 'vscode';
import {changeConfig, nearestConfig} from './configFile.js';
import {setHouse} from './onrecordYml.js';

/** Lets the writer pick a house style: into the `onrecord.yml` above the draft where there is one, else a setting. */
export async function chooseHouse(context: vscode.ExtensionContext): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const file = scope && (await nearestConfig(scope));
  const where = file ? vscode.workspace.asRelativePath(file) : vscode.l10n.t('your settings');
  const picked = await vscode.window.showQuickPick(houses(context), {
    title: vscode.l10n.t('Choose House Style'),
    placeHolder: vscode.l10n.t('Kept in {0}', where),
    matchOnDetail: true,
  });
  if (!picked) return;
  if (file) await changeConfig(file, (text) => setHouse(text, picked.house));
  else {
    const target = vscode.workspace.workspaceFolders
      ? vscode.ConfigurationTarget.Workspace
      : vscode.ConfigurationTarget.Global;
    await vscode.workspace.getConfiguration('onrecord', scope).update('house', picked.house, target);
  }
}

/** The manifest's own list, so that there is one. */
function houses(context: vscode.ExtensionContext): (vscode.QuickPickItem & {house: string})[] {
  const {properties} = context.extension.packageJSON.contributes.configuration;
  const {enum: names, enumItemLabels: labels, enumDescriptions: details} = properties['onrecord.house'];
  return (names as string[]).map((house, index) => ({house, label: labels[index], detail: details[index]}));
}
