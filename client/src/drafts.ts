import * as vscode from 'vscode';

/** What Onrecord reads, before the server decides what is a draft. */
export const languages = ['markdown', 'plaintext'] as const;

/**
 * Where documents that people write live. An open list is not possible: diff views, output panels, settings and
 * notebook cells have schemes of their own and are no drafts.
 */
const schemes = [
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-test-web',
  'memfs',
  'github',
  'gitlens-fs',
];

/** Includes the schemes of the open folders, whatever file system they are on. */
export function draftSelector(): {language: string; scheme: string}[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  const all = [...new Set([...schemes, ...folders])];
  return languages.flatMap((language) => all.map((scheme) => ({language, scheme})));
}

export function mayBeDraft(document: vscode.TextDocument): boolean {
  return vscode.languages.match(draftSelector(), document) > 0;
}

/** The document in front, where it is one that Onrecord reads. */
export function activeDocument(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document && mayBeDraft(document) ? document : undefined;
}

export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
