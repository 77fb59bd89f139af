import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import type {CodeAction, TextDocumentEdit, WorkspaceEdit} from 'vscode-languageserver/node';
import {applied, Client, documentEdit, modern, newsroom, old, rangeOf, ruleOf, textAt} from './client.js';

const draft = `The council met in the old town hall.

The firm was founded in TK by two sisters.

The yard has TK berths.
`;
const ignore = (words: string, rest = 'reason: registry is shut, by: night desk') =>
  `version: 1\nignores:\n  - {rule: open-check-marker, text: {exact: TK, suffix: ${words}}, ${rest}}\n`;
const creating = {
  ...modern,
  workspace: {
    ...modern.workspace,
    workspaceEdit: {...modern.workspace.workspaceEdit, resourceOperations: ['create', 'rename', 'delete']},
  },
};
const markers = async (client: Client, uri: string) =>
  (await client.diagnostics(uri)).filter((one) => ruleOf(one) === 'open-check-marker').length;
const told = async (client: Client, uri: string, text: string) =>
  (await client.diagnostics(uri)).map(
    ({range, message, severity}) => `${severity} ${textAt(text, range)} | ${String(message)}`,
  );

describe('a file of checks beside a draft', () => {
  const room = newsroom({'port.txt': draft, 'quay.txt': draft});
  const uri = room.uri('port.txt');
  const checks = room.uri('port.checks.yml');
  let client: Client;
  before(async () => {
    client = await Client.start({folder: room.folder, capabilities: creating});
    await client.open(uri, draft, 'plaintext');
  });
  after(async () => {
    await client.stop();
    room.remove();
  });

  it('is watched', async () => {
    const watched = await client.until('files are watched', () =>
      client.registered.find(({method}) => method === 'workspace/didChangeWatchedFiles'),
    );
    assert.match(JSON.stringify(watched), /\*\*\/\*\.\{yml,yaml\}/);
  });

  it('silences findings from the moment that it is there', async () => {
    assert.equal(await markers(client, uri), 2);
    writeFileSync(room.path('port.checks.yml'), ignore('by two'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{uri: checks, type: 1}],
    });
    const asked = client.asked.length;
    await client.until('the editor is told to ask anew', () =>
      client.asked.slice(asked - 1).some((method) => method === 'workspace/diagnostic/refresh'),
    );
    assert.equal(await markers(client, uri), 1);
    const {markdown} = await client.request<{markdown: string}>('onrecord/report', {uri});
    assert.match(markdown, /registry is shut \| night desk/);
  });

  it('counts as it is being written, unsaved', async () => {
    const saved = readFileSync(room.path('port.checks.yml'), 'utf8');
    await client.open(checks, saved, 'yaml');
    const both = saved.replace(/text: \{.*?\}/, 'file: true');
    await client.change(checks, 2, both);
    assert.equal(await markers(client, uri), 0);
    await client.change(checks, 3, 'version: 1\n');
    assert.equal(await markers(client, uri), 2);
    await client.close(checks);
    assert.equal(await markers(client, uri), 1);
  });

  it('shows what is wrong in it, and which entries silence nothing', async () => {
    const text = `${ignore('" by three"')}  - {rule: no-such-rule, file: true, reason: x}\nignroes: []\n`;
    await client.open(checks, text, 'yaml', 10);
    assert.deepEqual(await told(client, checks, text), [
      '1 ignroes | Unknown key "ignroes". Did you mean "ignores"?',
      '2 open-check-marker | The words that open-check-marker is ignored for are no longer in the draft. Correct the quotation or remove the entry.',
      '2 no-such-rule | There is no rule called no-such-rule. Correct the name or remove the entry.',
    ]);
    const place = rangeOf(text, 'no-such-rule');
    const [remove, ...more] = await client.codeActions(checks, place);
    assert.deepEqual(
      [remove?.title, remove?.diagnostics?.[0]?.code, more],
      ['Remove the entry', 'unused-ignore', []],
    );
    assert.equal(
      applied(text, documentEdit(remove?.edit).edits),
      text.replace(/ {2}- \{rule: no-such-rule.*\n/, ''),
    );
    await client.close(checks);
  });

  it('follows edits of the draft, open or not', async () => {
    const text = ignore('by two');
    await client.open(checks, text, 'yaml', 20);
    assert.deepEqual(await told(client, checks, text), []);
    const asked = client.asked.length;
    await client.change(uri, 2, draft.replace('TK by two', '1921 by two'));
    await client.diagnostics(uri);
    await client.until('the editor is told to ask anew', () =>
      client.asked.slice(asked).includes('workspace/diagnostic/refresh'),
    );
    assert.equal((await told(client, checks, text)).length, 1);
    await client.change(uri, 3, draft);
    assert.deepEqual(await told(client, checks, text), []);
    await client.close(checks);
    const closed = room.uri('quay.checks.yml');
    await client.open(closed, ignore('by four'), 'yaml');
    assert.equal((await told(client, closed, ignore('by four'))).length, 1);
    await client.change(closed, 2, ignore('by two'));
    assert.deepEqual(await told(client, closed, ignore('by two')), []);
    await client.close(closed);
  });

  it('says so where no draft lies beside it', async () => {
    const lone = room.uri('lone.checks.yml');
    await client.open(lone, 'version: 1\n', 'yaml');
    const [only, ...more] = await client.diagnostics(lone);
    assert.match(String(only?.message), /No draft lies beside/);
    assert.equal(more.length, 0);
    await client.close(lone);
  });
});

const silencing = (actions: readonly CodeAction[]) => actions.filter(({title}) => title.startsWith('Ignore'));
const parts = (edit: WorkspaceEdit | undefined) => {
  const changes = edit?.documentChanges ?? [];
  const made = changes.find((one): one is TextDocumentEdit => 'edits' in one);
  assert.ok(made);
  return {created: changes.filter((one) => 'kind' in one), made};
};

describe('quick fixes that silence a finding of a plain text', () => {
  const room = newsroom();
  const uri = room.uri('port.txt');
  const checks = room.uri('port.checks.yml');
  const second = rangeOf(draft, 'TK', 1);
  let client: Client;
  before(async () => {
    client = await Client.start({
      folder: room.folder,
      capabilities: creating,
      initializationOptions: {docsBase: 'https://desk.example/rules'},
    });
    await client.open(uri, draft, 'plaintext');
  });
  after(async () => {
    await client.stop();
    room.remove();
  });

  it('make the file, and lead to where the reason is to be written', async () => {
    const actions = silencing(await client.codeActions(uri, second));
    assert.deepEqual(
      actions.map(({title}) => title),
      [
        'Ignore open-check-marker here, with a reason',
        'Ignore open-check-marker in this file, with a reason',
      ],
    );
    for (const [index, left] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const {created, made} = parts(actions[index]?.edit);
      assert.deepEqual(created, [{kind: 'create', uri: checks, options: {ignoreIfExists: true}}]);
      assert.deepEqual(made.textDocument, {uri: checks, version: null});
      const text = applied('', made.edits);
      await client.open(checks, text, 'yaml', 1);
      // Without a reason it silences nothing, and the file says so.
      assert.equal(await markers(client, uri), 2);
      assert.match(String((await client.diagnostics(checks))[0]?.message), /"reason" should not be empty/);
      assert.deepEqual(
        [actions[index]?.command?.command, actions[index]?.command?.arguments],
        ['onrecord.writeReason', undefined],
      );
      const place = rangeOf(text, 'reason: ""').end;
      place.character--;
      await client.change(checks, 2, 'the yard is being built', {start: place, end: place});
      assert.equal(await markers(client, uri), left);
      assert.deepEqual(await client.diagnostics(checks), []);
      await client.close(checks);
    }
  });

  it('add to what is there, as it stands unsaved', async () => {
    const text =
      '# ours\r\nignores:\r\n- {rule: relative-time, file: true, reason: a} # yes\r\nx-note: 1\r\n';
    await client.open(checks, text, 'yaml', 7);
    const [here] = silencing(await client.codeActions(uri, second));
    const {created, made} = parts(here?.edit);
    assert.deepEqual([created, made.textDocument], [[], {uri: checks, version: 7}]);
    const lines = applied(text, made.edits).split('\r\n');
    assert.deepEqual(lines.toSpliced(3, 1), text.split('\r\n'));
    assert.match(lines[3] ?? '', /^- \{rule: open-check-marker, text: \{exact: "TK", prefix: /);
    await client.change(checks, 8, 'ignores: [');
    assert.deepEqual(silencing(await client.codeActions(uri, second)), []);
    await client.close(checks);
  });

  it('are not offered for a text that lies nowhere yet', async () => {
    await client.open('untitled:Untitled-1', draft, 'plaintext');
    assert.deepEqual(silencing(await client.codeActions('untitled:Untitled-1', second)), []);
  });

  it('do without the making of files where the editor does not know it', async () => {
    const plain = await Client.start({folder: room.folder, capabilities: old});
    await plain.open(uri, draft, 'plaintext');
    const [here] = silencing(await plain.codeActions(uri, second));
    assert.equal(here?.edit?.documentChanges, undefined);
    assert.match(here?.edit?.changes?.[checks]?.[0]?.newText ?? '', /^version: 1\nignores:\n/);
    assert.equal(here?.command, undefined);
    await plain.stop();
  });
});
