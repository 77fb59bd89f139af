import * as vscode from 'vscode';

/** A story with the faults that the walkthrough leads through. */
const sample = 'harbour-contract.md';

/** Opens the sample as a new document that belongs to nobody: nothing a first user does to it is kept by accident. */
export async function openSample(context: vscode.ExtensionContext): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(context.extensionUri, 'samples', sample),
  );
  const content = new TextDecoder().decode(bytes);
  const document = await vscode.workspace.openTextDocument({language: 'markdown', content});
  await vscode.window.showTextDocument(document, {preview: false});
}
