import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {servers, until} from './processes.js';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

describe('activation', () => {
  const extension = () => {
    const found = vscode.extensions.getExtension('onrecord.onrecord');
    assert.ok(found, 'the extension is not installed');
    return found;
  };
  const file = (name: string) =>
    vscode.Uri.joinPath((vscode.workspace.workspaceFolders as vscode.WorkspaceFolder[])[0]!.uri, name);

  it('waits for a document that may be a draft', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file('data.json')));
    await pause(1000);
    assert.equal(extension().isActive, false);
    assert.equal(servers(), 0);
  });

  it('starts no server by itself, and is over in a blink', async () => {
    const started = performance.now();
    await extension().activate();
    const took = performance.now() - started;
    await pause(1000);
    assert.equal(servers(), 0);
    // Some 50 ms in peace; a busy machine may take long over anything.
    assert.ok(took < 2000, `${took.toFixed(0)} ms`);
  });

  it('starts one server with the first draft, and no second one', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file('story.md')));
    await until('a server runs', () => servers() === 1);
    await until('there are findings', () => vscode.languages.getDiagnostics(file('story.md')).length > 0);
    await vscode.workspace.openTextDocument({language: 'plaintext', content: 'Sources said TK.'});
    await pause(500);
    assert.equal(servers(), 1);
  });
});
