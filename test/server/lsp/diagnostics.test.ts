import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {DiagnosticSeverity} from 'vscode-languageserver/node';
import {Client, modern, newsroom, old, rangeOf, ruleOf} from './client.js';

const story = `# Port workers vote on Friday's offer

A French official said Paris would not pay for the second quay.

Claire Dumont, a spokeswoman for the port, said the vote would be counted overnight.
`;

describe('diagnostics, pulled', () => {
  const room = newsroom();
  let client: Client;
  before(async () => {
    client = await Client.start({folder: room.folder});
  });
  after(async () => {
    await client.stop();
    room.remove();
  });

  it('are offered to a client that pulls, and nothing is pushed to it', async () => {
    assert.deepEqual(client.hello.capabilities.diagnosticProvider, {
      identifier: 'onrecord',
      interFileDependencies: false,
      workspaceDiagnostics: false,
    });
    const uri = room.uri('pushed-to-nobody.md');
    await client.open(uri, story);
    await client.change(uri, 2, `${story}More.\n`);
    await client.diagnostics(uri);
    await new Promise((resolve) => setTimeout(resolve, 600));
    assert.deepEqual(client.pushed, []);
  });

  it('stand at the words, with rule, page, severity and source', async () => {
    const uri = room.uri('exact.md');
    await client.open(uri, story);
    const found = await client.diagnostics(uri);
    const official = found.find((one) => ruleOf(one) === 'anon-official');
    assert.ok(official, JSON.stringify(found));
    assert.deepEqual(official.range, rangeOf(story, 'A French official'));
    assert.equal(official.severity, DiagnosticSeverity.Warning);
    assert.equal(official.source, 'onrecord');
    assert.match(String(official.message), /\S/);
    const names = found.filter(({range}) => range.start.line === 4);
    assert.deepEqual(names, [], 'a named spokeswoman is not flagged');
  });

  it('lead to the page of their rule', async () => {
    const uri = room.uri('page.md');
    const own = await Client.start({
      folder: room.folder,
      initializationOptions: {docsBase: 'https://desk.example/rules/'},
    });
    try {
      await own.open(uri, story);
      const [first] = await own.diagnostics(uri);
      assert.equal(first?.codeDescription?.href, `https://desk.example/rules/${first?.code}.md`);
    } finally {
      await own.stop();
    }
  });

  it('are exact after emoji, CRLF, tabs, combining marks and a byte order mark', async () => {
    const uri = room.uri('offsets.md');
    const text =
      '\uFEFFThe mayor 🇫🇷👩‍👩‍👧 came.\r\n\r\nCafé\u0301s\tclosed — “then” A French official said it would rain.\r\n\rTK\r\n';
    await client.open(uri, text);
    const found = await client.diagnostics(uri);
    const ranges = new Map(found.map((one) => [ruleOf(one), one.range]));
    assert.deepEqual(ranges.get('anon-official'), rangeOf(text, 'A French official'));
    assert.deepEqual(ranges.get('open-check-marker'), rangeOf(text, 'TK'));
  });

  it('are not sent again while they are the same', async () => {
    const uri = room.uri('unchanged.md');
    await client.open(uri, story);
    const first = await client.pull(uri);
    assert.ok(first.kind === 'full' && first.resultId);
    const second = await client.pull(uri, first.resultId);
    assert.deepEqual(second, {kind: 'unchanged', resultId: first.resultId});
    // A letter at the very end moves no finding.
    await client.change(uri, 2, 'x', {start: {line: 4, character: 82}, end: {line: 4, character: 82}});
    assert.deepEqual(await client.pull(uri, first.resultId), second);
    await client.change(uri, 3, `New first line.\n\n${story}`);
    const third = await client.pull(uri, first.resultId);
    assert.ok(third.kind === 'full' && third.resultId !== first.resultId);
    assert.deepEqual((await client.pull(uri, 'nothing of ours')).kind, 'full');
  });

  it('follow incremental edits', async () => {
    const uri = room.uri('edits.md');
    await client.open(uri, story);
    const where = rangeOf(story, 'A French official');
    await client.change(uri, 2, 'Claire Dumont', where);
    const without = await client.diagnostics(uri);
    assert.ok(!without.some((one) => ruleOf(one) === 'anon-official'));
    const end = {line: where.start.line, character: where.start.character + 'Claire Dumont'.length};
    await client.change(uri, 3, 'A French official', {start: where.start, end});
    assert.deepEqual(
      (await client.diagnostics(uri))
        .filter((one) => ruleOf(one) === 'anon-official')
        .map(({range}) => range),
      [where],
    );
  });

  it('point at other places of the draft', async () => {
    const uri = room.uri('related.md');
    const text =
      'A French official said Paris would not pay.\n\nThe French official said nobody had asked.\n\nIt rained on Monday.\n';
    await client.open(uri, text);
    const found = await client.diagnostics(uri);
    const related = found.flatMap(({relatedInformation}) => relatedInformation ?? []);
    assert.ok(related.length > 0, JSON.stringify(found));
    for (const {location, message} of related) {
      assert.equal(location.uri, uri);
      assert.match(message, /\S/);
    }
  });

  it('read plain text and Markdown by language or by name', async () => {
    for (const [name, language] of [
      ['a.txt', 'plaintext'],
      ['b.txt', 'text'],
      ['c.md', 'plaintext'],
      ['d.markdown', 'whatever'],
      ['e', 'markdown'],
    ] as const) {
      const uri = room.uri(name);
      await client.open(uri, story, language);
      const found = await client.diagnostics(uri);
      assert.ok(
        found.some((one) => ruleOf(one) === 'anon-official'),
        `${name} as ${language}`,
      );
    }
    const uri = room.uri('code.ts');
    await client.open(uri, story, 'typescript');
    assert.deepEqual(await client.diagnostics(uri), []);
  });

  it('are none for a README, and for a document that was never opened', async () => {
    const uri = room.uri('README.md');
    await client.open(uri, story);
    assert.deepEqual(await client.diagnostics(uri), []);
    assert.deepEqual(await client.diagnostics(room.uri('never-opened.md')), []);
    assert.deepEqual(await client.diagnostics('untitled:nothing'), []);
  });

  it('are there for an untitled document', async () => {
    await client.open('untitled:Untitled-1', story);
    assert.ok(
      (await client.diagnostics('untitled:Untitled-1')).some((one) => ruleOf(one) === 'anon-official'),
    );
  });

  it('are one quiet hint for a draft in another language', async () => {
    const uri = room.uri('allemand.md');
    await client.open(
      uri,
      `# Hafenarbeiter stimmen ab

Ein französischer Beamter sagte am Freitag, Paris werde für den zweiten Kai nicht bezahlen. Die Arbeiter im Hafen
hätten seit Jahren auf eine Erhöhung der Löhne gewartet, und niemand wisse, wann die Regierung entscheiden werde.

Die Gewerkschaft teilte mit, dass mehr als die Hälfte der Beschäftigten an der Abstimmung teilgenommen habe.
`,
    );
    const found = await client.diagnostics(uri);
    assert.equal(found.length, 1, JSON.stringify(found));
    assert.equal(found[0]?.severity, DiagnosticSeverity.Hint);
    assert.match(String(found[0]?.message), /English/);
    assert.deepEqual(found[0]?.range.start, {line: 0, character: 0});
  });

  it('say what is wrong with the front matter, at its place', async () => {
    const uri = room.uri('front.md');
    const text = `---\ntitle: Quay\ngenre: gossip\n---\n\n${story}`;
    await client.open(uri, text);
    const own = (await client.diagnostics(uri)).filter(({code}) => code === undefined);
    assert.equal(own.length, 1, JSON.stringify(own));
    assert.equal(own[0]?.range.start.line, 2);
  });

  it('take the house from the front matter', async () => {
    const uri = room.uri('house.md');
    const body = 'One official said the quay would be sold.\n';
    await client.open(uri, `---\nhouse: bbc\n---\n\n${body}`);
    const official = (await client.diagnostics(uri)).find((one) => ruleOf(one) === 'anon-official');
    assert.equal(official?.severity, DiagnosticSeverity.Warning);
    await client.change(uri, 2, `---\nhouse: npr\n---\n\n${body}`);
    const stricter = (await client.diagnostics(uri)).find((one) => ruleOf(one) === 'anon-official');
    assert.equal(stricter?.severity, DiagnosticSeverity.Error);
  });

  it('check onrecord.yml itself', async () => {
    const uri = room.uri('onrecord.yml');
    const text = 'version: 1\nhouse: ap\nrules:\n  anon-officiel: error\n';
    await client.open(uri, text, 'yaml');
    const found = await client.diagnostics(uri);
    assert.equal(found.length, 1, JSON.stringify(found));
    assert.equal(found[0]?.range.start.line, 3);
    assert.equal(found[0]?.source, 'onrecord');
    await client.change(uri, 2, text.replace('officiel', 'official'));
    assert.deepEqual(await client.diagnostics(uri), []);
    await client.open(room.uri('other.yml'), text, 'yaml');
    assert.deepEqual(await client.diagnostics(room.uri('other.yml')), []);
  });

  it('grey words that could go', async () => {
    const uri = room.uri('grey.md');
    const text =
      '<!-- onrecord-ignore open-check-marker: it was quoted -->\nThe council met in the town hall.\n';
    await client.open(uri, text);
    const unused = (await client.diagnostics(uri)).find((one) => ruleOf(one) === 'unused-ignore');
    assert.deepEqual(unused?.tags, [1]);
  });
});

describe('diagnostics, pushed', () => {
  const room = newsroom();
  let client: Client;
  before(async () => {
    client = await Client.start({folder: room.folder, capabilities: old});
  });
  after(async () => {
    await client.stop();
    room.remove();
  });
  const last = (uri: string) => client.pushed.filter((one) => one.uri === uri).at(-1);

  it('go to a client that does not pull', async () => {
    assert.equal(client.hello.capabilities.diagnosticProvider, undefined);
    const uri = room.uri('pushed.md');
    await client.open(uri, story, 'markdown', 7);
    const {diagnostics} = await client.until('something is pushed', () => last(uri));
    assert.ok(diagnostics.some((one) => ruleOf(one) === 'anon-official'));
    assert.equal(last(uri)?.version, 7);
    // A page of the rule is no use to a client that cannot open one.
    assert.equal(diagnostics[0]?.codeDescription, undefined);
  });

  it('follow edits whose versions jump, settle once, and go with the document', async () => {
    const uri = room.uri('jumps.md');
    await client.open(uri, 'The council met.\n', 'markdown', 0);
    await client.until('the clean draft is pushed', () => last(uri)?.diagnostics.length === 0);
    const before = client.pushed.length;
    for (let version = 10; version <= 200; version += 10) {
      await client.change(uri, version, `A French official said it was ${version}.\n`);
    }
    const {diagnostics} = await client.until('the last version is pushed', () => {
      const one = last(uri);
      return one?.version === 200 && one;
    });
    assert.ok(diagnostics.some((one) => ruleOf(one) === 'anon-official'));
    assert.ok(client.pushed.length - before <= 3, `${client.pushed.length - before} pushes for one burst`);
    await client.close(uri);
    await client.until('they are gone', () => last(uri)?.diagnostics.length === 0);
  });

  it('see a changed onrecord.yml when a document is saved, though nobody watches it', async () => {
    const uri = room.uri('saved.md');
    await client.open(uri, story);
    await client.until('the official is there', () =>
      last(uri)?.diagnostics.some((one) => ruleOf(one) === 'anon-official'),
    );
    writeFileSync(room.path('onrecord.yml'), 'version: 1\nrules:\n  anon-official: off\n');
    await client.connection.sendNotification('textDocument/didSave', {textDocument: {uri}});
    await client.until('the rule is off', () =>
      last(uri)?.diagnostics.every((one) => ruleOf(one) !== 'anon-official'),
    );
  });
});

describe('diagnostics of a client that knows little', () => {
  it('leave out what it cannot show', async () => {
    const room = newsroom();
    const client = await Client.start({
      folder: room.folder,
      capabilities: {...modern, textDocument: {diagnostic: {}}},
    });
    try {
      const uri = room.uri('bare.md');
      await client.open(uri, story);
      for (const one of await client.diagnostics(uri)) {
        assert.equal(one.codeDescription, undefined);
        assert.equal(one.relatedInformation, undefined);
        assert.equal(one.tags, undefined);
      }
    } finally {
      await client.stop();
      room.remove();
    }
  });
});
