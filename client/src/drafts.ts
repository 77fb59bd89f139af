import * as vscode from 'vscode';
import {editorLanguages} from '../../server/src/protocol.js';

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

/**
 * What Onrecord reads, before the server decides what is a draft. Includes the schemes of the open folders, whatever
 * file system they are on.
 */
export function draftSelector(): {language: string; scheme: string}[] {
  return editorLanguages.flatMap((language) => draftSchemes().map((scheme) => ({language, scheme})));
}

function draftSchemes(): string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.scheme);
  return [...new Set([...schemes, ...folders])];
}

/** The files beside drafts that the server reads while they are being written. */
export function recordSelector(): {scheme: string; pattern: string}[] {
  return ['**/onrecord.yml', '**/*.checks.yml', '**/*.house.{yml,yaml}'].flatMap((pattern) =>
    draftSchemes().map((scheme) => ({scheme, pattern})),
  );
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
