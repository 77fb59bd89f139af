import assert from 'node:assert/strict';
import {once} from 'node:events';
import {CancellationTokenSource, type DocumentDiagnosticReport} from 'vscode-languageserver/node';
import {hostileTexts} from '../hostile.js';
import {delay} from '../timing.js';
import {Client, newsroom} from './client.js';

/** An answer or a refusal within two seconds; more only where the machine itself is held up. */
async function answered(what: string, question: Promise<unknown>, most = 2000): Promise<unknown> {
  const began = performance.now();
  const patience = 60_000;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new assert.AssertionError({message: `no answer to ${what}`})), patience);
  });
  try {
    return await Promise.race([question.catch((error: unknown) => error), late]);
  } finally {
    clearTimeout(timer);
    const took = performance.now() - began;
    if (took > most) {
      const limit = most * delay();
      assert.ok(took < limit, `${what} took ${Math.round(took)} ms, where ${Math.round(limit)} are allowed`);
    }
  }
}

const nowhere = [
  {line: 0, character: 0},
  {line: 0, character: 1e9},
  {line: 1e9, character: 0},
  {line: 2 ** 31 - 1, character: 2 ** 31 - 1},
  {line: 3, character: 1},
];

/** Everything that an editor may ask of a document. */
function* questions(client: Client, uri: string): Generator<readonly [string, Promise<unknown>]> {
  const textDocument = {uri};
  yield ['diagnostics', client.pull(uri)];
  for (const position of nowhere) yield ['hover', client.at('textDocument/hover', uri, position)];
  for (const start of nowhere) {
    for (const end of [start, {line: 1e9, character: 1e9}]) {
      yield ['code actions', client.codeActions(uri, {start, end})];
    }
  }
  yield [
    'fix all',
    client.codeActions(uri, {start: nowhere[0]!, end: nowhere[2]!}, {only: ['source.fixAll']}),
  ];
  yield ['symbols', client.request('textDocument/documentSymbol', {textDocument})];
  yield ['semantic tokens', client.request('textDocument/semanticTokens/full', {textDocument})];
  yield ['the report', client.request('onrecord/report', {uri})];
  yield ['what was understood', client.request('onrecord/understood', {uri})];
}

const calm = '# Quay vote\n\nA French official said Paris would not pay.\n';

/** That the server still does what it is there for. */
async function assertAlive(client: Client): Promise<void> {
  assert.equal(client.child.exitCode, null);
  const uri = 'untitled:calm';
  await client.open(uri, calm);
  const report = (await answered('a calm draft', client.pull(uri))) as DocumentDiagnosticReport;
  await client.close(uri);
  assert.ok(report.kind === 'full' && report.items.some(({code}) => code === 'anon-official'));
}

describe('the server', function () {
  this.timeout(180_000);
  const room = newsroom({'package.json': '{}'});
  let client: Client;
  before(async () => {
    client = await Client.start({folder: room.folder});
    await assertAlive(client);
  });
  after(async () => {
    await client.stop();
    room.remove();
  });
  afterEach(() => assertAlive(client));

  for (const [name, make] of Object.entries(hostileTexts)) {
    it(`answers all questions about ${name}`, async () => {
      const text = make();
      for (const [languageId, uri] of [
        ['markdown', room.uri('draft.md')],
        ['plaintext', room.uri('draft.txt')],
      ] as const) {
        await client.open(uri, text, languageId);
        for (const [what, question] of questions(client, uri)) await answered(what, question);
        const middle = {line: 0, character: Math.min(text.length >> 1, 1000)};
        await client.change(uri, 2, 'k', {start: middle, end: middle});
        await answered('diagnostics after an edit', client.pull(uri));
        await client.close(uri);
      }
    });
  }

  it('refuses what it does not know, and goes on', async () => {
    const refused = await answered('an unknown method', client.request('textDocument/brew', {cups: 2}));
    assert.equal((refused as {code?: number}).code, -32601);
    await answered('a method of the protocol that is not offered', client.request('textDocument/rename', {}));
    await client.connection.sendNotification('textDocument/brewed', {cups: 2});
    await client.connection.sendNotification('$/setTrace', {value: 'sideways'});
    await client.connection.sendNotification('$/cancelRequest', {id: 'nobody asked'});
  });

  it('answers about documents that were never opened, and about those that were closed', async () => {
    const closed = room.uri('closed.md');
    await client.open(closed, calm);
    await client.close(closed);
    const strange = [
      '',
      'not an address',
      'file:///',
      'untitled:',
      'file:///%',
      'http://[',
      '\ud800',
      '../../x.md',
    ];
    for (const uri of [room.uri('never.md'), closed, ...strange]) {
      for (const [what, question] of questions(client, uri)) await answered(`${what} of ${uri}`, question);
    }
    await client.change(room.uri('never.md'), 7, 'text');
    await client.close(room.uri('never.md'));
  });

  it('opens documents at strange addresses', async () => {
    for (const uri of [
      'untitled:x',
      'file:///%zz.md',
      'git:/a/b.md?{"ref":"HEAD"}',
      'x',
      'file:///a\u0000b.md',
    ]) {
      await client.open(uri, calm);
      for (const [what, question] of questions(client, uri)) await answered(`${what} of ${uri}`, question);
      await client.close(uri);
    }
  });

  it('answers or refuses malformed questions', async () => {
    const uri = room.uri('calm.md');
    await client.open(uri, calm);
    const methods = [
      'textDocument/diagnostic',
      'textDocument/hover',
      'textDocument/codeAction',
      'textDocument/documentSymbol',
      'textDocument/semanticTokens/full',
      'onrecord/report',
      'onrecord/understood',
      'onrecord/check',
    ];
    const wrong: readonly unknown[] = [
      {},
      [],
      {textDocument: null},
      {textDocument: {uri: 7}},
      {textDocument: {uri}},
      {textDocument: {uri}, position: {line: -1, character: -5}},
      {textDocument: {uri}, position: {line: 'x', character: {}}},
      {textDocument: {uri}, position: {line: 0.5, character: 1.5}},
      {
        textDocument: {uri},
        range: {start: {line: 5, character: 0}, end: {line: 0, character: 0}},
        context: {},
      },
      {textDocument: {uri}, range: null, context: {diagnostics: 'none', only: 3}},
      {
        textDocument: {uri},
        range: {start: {line: 0, character: 0}, end: {line: 9, character: 0}},
        context: {diagnostics: [null, {}, 7]},
      },
      {uri: {}},
      {uri: null, text: 12},
      {uri, text: null, languageId: []},
    ];
    for (const method of methods) {
      for (const params of wrong) {
        await answered(`${method} ${JSON.stringify(params)}`, client.request(method, params));
      }
    }
    for (const params of wrong) {
      await client.connection.sendNotification('onrecord/choice', params);
      await client.connection.sendNotification('workspace/didChangeConfiguration', params);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', params);
    }
    await client.close(uri);
  });

  it('takes changes outside the document and back to front', async () => {
    const uri = room.uri('moved.md');
    await client.open(uri, calm);
    const ranges = [
      {start: {line: 900, character: 4}, end: {line: 1e9, character: 4}},
      {start: {line: 2, character: 30}, end: {line: 0, character: 2}},
      {start: {line: 0, character: 1e9}, end: {line: 0, character: 1e9}},
    ];
    for (const [i, range] of ranges.entries()) {
      await client.change(uri, i + 2, 'Sources said so.\n\n', range);
      for (const [what, question] of questions(client, uri)) await answered(what, question);
    }
    await client.close(uri);
  });

  it('keeps up with bursts of edits whose questions are taken back', async () => {
    const uri = room.uri('burst.md');
    let text = `${calm}\n${'The mayor said on Monday that 40 homes had burned.\n\n'.repeat(200)}`;
    await client.open(uri, text);
    const given: Promise<unknown>[] = [];
    for (let i = 0; i < 200; i++) {
      const at = {line: 2, character: 20 + i};
      await client.change(uri, i + 2, 'x', {start: at, end: at});
      const before = text.split('\n');
      before[2] = `${before[2]!.slice(0, at.character)}x${before[2]!.slice(at.character)}`;
      text = before.join('\n');
      const source = new CancellationTokenSource();
      given.push(
        answered(
          'a question taken back',
          client.connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}}, source.token),
        ),
      );
      given.push(answered('a hover meanwhile', client.at('textDocument/hover', uri, at)));
      if (i % 10 !== 9) source.cancel();
    }
    await Promise.all(given);
    const last = (await answered('the last question', client.pull(uri))) as DocumentDiagnosticReport;
    const fresh = room.uri('burst-again.md');
    await client.open(fresh, text);
    const again = (await client.pull(fresh)) as DocumentDiagnosticReport;
    assert.ok(last.kind === 'full' && again.kind === 'full');
    const plain = (report: {items: readonly object[]}) =>
      JSON.stringify(report.items).replaceAll('burst-again', 'burst');
    assert.equal(plain(last), plain(again));
    await client.close(uri);
    await client.close(fresh);
  });

  it('answers while the edits never stop', async () => {
    const uri = room.uri('stream.md');
    await client.open(uri, calm);
    let version = 1;
    let typing = true;
    const stream = (async () => {
      while (typing) {
        const at = {line: 2, character: 5};
        await client.change(uri, ++version, 'x', {start: at, end: at});
        if (version % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await answered('a question under way', client.pull(uri));
    typing = false;
    await stream;
    await client.close(uri);
  });

  it('logs no word of a draft', () => {
    for (const line of client.logged) {
      assert.doesNotMatch(line, /Sources|mayor|minister|French|Paris|homes|He said/, line);
    }
  });
});

describe('a server whose client', function () {
  this.timeout(120_000);

  it('never answers for its settings reads drafts all the same', async () => {
    const client = await Client.start({settings: () => new Promise(() => {})});
    await assertAlive(client);
    client.child.kill();
    client.connection.dispose();
  });

  it('refuses its settings, or sends nonsense for them, reads drafts all the same', async () => {
    for (const settings of [
      () => {
        throw new Error('no settings today');
      },
      () => 'nonsense',
      () => ({house: {}, enable: 7, docsBase: [], rules: null}),
    ]) {
      const client = await Client.start({settings});
      await assertAlive(client);
      await client.stop();
    }
  });

  it('goes away without a word ends', async () => {
    const client = await Client.start();
    await client.open('untitled:a', calm);
    const gone = once(client.child, 'exit');
    client.connection.dispose();
    client.child.stdin?.end();
    await Promise.race([
      gone,
      new Promise((_, reject) => setTimeout(() => reject(new Error('it lives on')), 20_000).unref()),
    ]);
  });
});
