import * as vscode from 'vscode';

/** As a quick fix leaves it. */
const unwritten = 'reason: ""';

/**
 * Shows where the reason of an entry is to be written that a quick fix has just put into the file of checks beside the
 * draft in front.
 */
export async function writeReason(): Promise<void> {
  const draft = vscode.window.activeTextEditor?.document.uri;
  if (!draft) return;
  const checks = draft.with({path: `${draft.path.replace(/\.[^./]*$/, '')}.checks.yml`});
  const document = await vscode.workspace.openTextDocument(checks);
  const found = document.getText().lastIndexOf(unwritten);
  const place = document.positionAt(found < 0 ? 0 : found + unwritten.length - 1);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    selection: new vscode.Range(place, place),
  });
}
