import * as vscode from 'vscode';

/** Turns the colours for sources, cues and attributed words on or off, in the place where the setting is kept. */
export async function toggleColours(): Promise<void> {
  const scope = vscode.window.activeTextEditor?.document.uri;
  const settings = vscode.workspace.getConfiguration('onrecord', scope);
  const kept = settings.inspect<boolean>('semanticTokens');
  const target =
    kept?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : kept?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await settings.update('semanticTokens', !settings.get<boolean>('semanticTokens', false), target);
}
