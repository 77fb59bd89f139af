import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {until} from './processes.js';

const file = (name: string) =>
  vscode.Uri.joinPath((vscode.workspace.workspaceFolders as vscode.WorkspaceFolder[])[0]!.uri, name);

describe('features', () => {
  let document: vscode.TextDocument;
  const place = (words: string) => document.positionAt(document.getText().indexOf(words) + 3);

  before(async () => {
    document = await vscode.workspace.openTextDocument(file('story.md'));
    await vscode.window.showTextDocument(document);
    await until('there are findings', () => vscode.languages.getDiagnostics(document.uri).length > 0);
  });

  it('findings lead to a page that is there', async () => {
    for (const one of vscode.languages.getDiagnostics(document.uri)) {
      assert.equal(one.source, 'onrecord');
      assert.ok(typeof one.code === 'object', JSON.stringify(one.code));
      const page = await vscode.workspace.fs.readFile(one.code.target);
      assert.match(new TextDecoder().decode(page), new RegExp(`${one.code.value}`));
    }
  });

  it('a "he said" points at everyone who may be meant', () => {
    const found = vscode.languages
      .getDiagnostics(document.uri)
      .find(({code}) => typeof code === 'object' && code.value === 'pronoun-ambiguous');
    const meant = (found?.relatedInformation ?? []).map(({message}) => message).sort();
    assert.deepEqual(meant, ['Amir Shah could be meant', 'Tom Hale could be meant']);
    for (const {location} of found?.relatedInformation ?? []) {
      assert.equal(location.range.start.line, place('Tom Hale and').line);
    }
  });

  it('notes on sources come on hover', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      place('Ines Harrow'),
    );
    const text = hovers
      .flatMap(({contents}) => contents)
      .map((content) => (typeof content === 'string' ? content : content.value))
      .join('\n');
    assert.match(text, /Ines Harrow/);
    assert.match(text, /person; named/);
  });

  it('sources and claims are in the outline', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    const names = (all: readonly vscode.DocumentSymbol[]): string[] =>
      all.flatMap(({name, children}) => [name, ...names(children)]);
    assert.ok(
      names(symbols).some((name) => /Ines Harrow/.test(name)),
      String(names(symbols)),
    );
  });

  it('fixes are offered, and every one is an edit of this version or a command', async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(place('A government source'), place('A government source')),
    );
    const titles = actions.map(({title}) => title);
    assert.ok(titles.includes('Add how they know'), String(titles));
    for (const action of actions) assert.ok(action.edit || action.command, action.title);
  });

  it('a README has no findings, and neither has a story with nothing to find', async () => {
    for (const name of ['README.md', 'calm.txt']) {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file(name)));
      await new Promise((done) => setTimeout(done, 700));
      const found = vscode.languages.getDiagnostics(file(name)).map(({message}) => message);
      assert.deepEqual(found, [], name);
    }
  });
});
