import * as vscode from 'vscode';
import {applied, emptyConfig, type TextChange} from './onrecordYml.js';

const name = 'onrecord.yml';

/** The nearest `onrecord.yml` above a draft, or undefined; untitled drafts look in the first folder. */
export async function nearestConfig(draft: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let folder = folderOf(draft); folder; folder = parentOf(folder)) {
    const file = vscode.Uri.joinPath(folder, name);
    try {
      const {type} = await vscode.workspace.fs.stat(file);
      if (type & vscode.FileType.File) return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** Where a new `onrecord.yml` for a draft goes: its workspace folder, else its own folder. */
export function newConfig(draft: vscode.Uri): vscode.Uri | undefined {
  const folder = vscode.workspace.getWorkspaceFolder(draft)?.uri ?? folderOf(draft);
  return folder && vscode.Uri.joinPath(folder, name);
}

/**
 * Changes an `onrecord.yml`, made first where there is none, as one step that can be undone, and saves it unless
 * it had unsaved changes. Shows the file and says why where it cannot be changed.
 * @returns whether it was changed
 */
export async function changeConfig(file: vscode.Uri, change: (text: string) => TextChange): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  const document = await vscode.workspace.openTextDocument(file).then(
    (found) => found,
    () => undefined,
  );
  if (!document) {
    const contents = new TextEncoder().encode(applied(emptyConfig, change(emptyConfig)));
    edit.createFile(file, {contents, ignoreIfExists: true});
    return vscode.workspace.applyEdit(edit);
  }
  const wasDirty = document.isDirty;
  try {
    const {start, end, text} = change(document.getText());
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
    edit.replace(file, range, text);
  } catch (error) {
    await vscode.window.showTextDocument(document);
    const why = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('onrecord.yml could not be changed: {0}', why));
    return false;
  }
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  if (!wasDirty) await document.save();
  return true;
}

function folderOf(draft: vscode.Uri): vscode.Uri | undefined {
  if (draft.scheme === 'untitled') return vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.Uri.joinPath(draft, '..');
}

function parentOf(folder: vscode.Uri): vscode.Uri | undefined {
  const parent = vscode.Uri.joinPath(folder, '..');
  return parent.path === folder.path ? undefined : parent;
}
