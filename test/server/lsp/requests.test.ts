import assert from 'node:assert/strict';
import type {Diagnostic} from 'vscode-languageserver/node';
import type {CheckResult, ReportResult, UnderstoodResult} from '../../../server/src/protocol.js';
import {Client, newsroom, ruleOf} from './client.js';

const text = `# Quay vote

Claire Dumont, a spokeswoman for the port, said 62% of workers had voted.

A French official said Paris would not pay for the second quay.
`;

describe('requests of our own client', () => {
  const room = newsroom({'package.json': '{}'});
  const uri = room.uri('quay.md');
  const readme = room.uri('README.md');
  let client: Client;
  before(async () => {
    client = await Client.start({
      folder: room.folder,
      initializationOptions: {docsBase: 'https://desk.example/rules'},
    });
    await client.open(uri, text, 'markdown', 5);
    await client.open(readme, text);
  });
  after(async () => {
    await client.stop();
    room.remove();
  });

  it('report: of the version it says, none where there is no draft', async () => {
    const report = await client.request<ReportResult>('onrecord/report', {uri});
    assert.equal(report.version, 5);
    assert.match(report.title, /Quay vote|quay/);
    assert.match(report.html, /Claire Dumont/);
    assert.match(report.markdown, /French official/);
    assert.doesNotMatch(report.html, /<script/);
    assert.equal(await client.request('onrecord/report', {uri: readme}), null);
    assert.equal(await client.request('onrecord/report', {uri: room.uri('never.md')}), null);
  });

  it('report: keeps the folders of the machine to itself', async () => {
    const report = await client.request<ReportResult>('onrecord/report', {uri});
    assert.ok(!JSON.stringify(report).includes(room.folder));
  });

  it('understood: sources, statements and claims', async () => {
    const {markdown} = await client.request<UnderstoodResult>('onrecord/understood', {uri});
    assert.match(markdown, /Claire Dumont/);
    assert.match(markdown, /Paris would not pay/);
    assert.match(markdown, /62%/);
    assert.match(markdown, /House: ap/);
    const {markdown: none} = await client.request<UnderstoodResult>('onrecord/understood', {uri: readme});
    assert.match(none, /Draft: no/);
    assert.match(
      (await client.request<UnderstoodResult>('onrecord/understood', {uri: 'untitled:x'})).markdown,
      /not open/,
    );
  });

  it('check: the same diagnostics for a text that is not open', async () => {
    const other = room.uri('closed.md');
    const tallies = client.tallies.length;
    const result = await client.request<CheckResult>('onrecord/check', {
      uri: other,
      languageId: 'markdown',
      text,
    });
    assert.equal(result.draft, true);
    await client.open(other, text);
    const places = (all: readonly Diagnostic[]) => all.map((one) => [ruleOf(one), one.range, one.message]);
    assert.equal(client.tallies.length, tallies, 'nobody is told of a text that is not open');
    assert.deepEqual(places(result.diagnostics as Diagnostic[]), places(await client.diagnostics(other)));
    const readmeResult = await client.request<CheckResult>('onrecord/check', {
      uri: readme,
      languageId: 'markdown',
      text,
    });
    assert.deepEqual(readmeResult, {draft: false, diagnostics: []});
    assert.equal(
      await client.request('onrecord/check', {uri: room.uri('a.py'), languageId: 'python', text}),
      null,
    );
  });

  it('tally: once for each version, with what the status item shows', async () => {
    const own = room.uri('tally.md');
    await client.open(own, text, 'markdown', 1);
    const told = () => client.tallies.filter((one) => one.uri === own);
    await client.diagnostics(own);
    await client.diagnostics(own);
    await client.at('textDocument/hover', own, {line: 2, character: 3});
    await client.request('textDocument/documentSymbol', {textDocument: {uri: own}});
    await client.change(own, 2, `${text}\nIt rained.\n`);
    const findings = (await client.diagnostics(own)).length;
    await client.until('the second is told', () => told().length >= 2);
    assert.deepEqual(
      told().map(({version}) => version),
      [1, 2],
    );
    const [tally] = told();
    assert.equal(tally?.draft, true);
    assert.match(tally?.reason ?? '', /\.$/);
    assert.equal(tally?.house, 'ap');
    assert.ok((tally?.claims ?? 0) >= 1);
    assert.ok((tally?.sourced ?? 0) >= 1);
    assert.equal(tally?.unnamed, 1);
    assert.equal(told()[1]?.findings, findings);
  });

  it('choice: the writer says of one document whether it is a draft', async () => {
    const own = room.uri('CHANGELOG.md');
    await client.open(own, text);
    assert.deepEqual(await client.diagnostics(own), []);
    const tally = () => client.tallies.filter((one) => one.uri === own).at(-1);
    await client.until('it is told to be no draft', () => tally()?.draft === false);
    const refreshes = () => client.asked.filter((method) => method === 'workspace/diagnostic/refresh').length;
    const before = refreshes();
    await client.connection.sendNotification('onrecord/choice', {uri: own, choice: 'check'});
    await client.until('the client is asked to pull again', () => refreshes() > before);
    assert.ok((await client.diagnostics(own)).length > 0);
    await client.until('it is told to be one', () => tally()?.draft === true);
    await client.connection.sendNotification('onrecord/choice', {uri: own, choice: null});
    assert.deepEqual(await client.diagnostics(own), []);
  });

  it('choices made before the start count', async () => {
    const early = await Client.start({
      folder: room.folder,
      initializationOptions: {choices: {[uri]: 'leave', [readme]: 'check'}},
    });
    try {
      await early.open(uri, text);
      await early.open(readme, text);
      assert.deepEqual(await early.diagnostics(uri), []);
      assert.ok((await early.diagnostics(readme)).length > 0);
    } finally {
      await early.stop();
    }
  });

  it('say nothing of a tally to another editor', async () => {
    const other = await Client.start({folder: room.folder});
    try {
      await other.open(uri, text);
      await other.diagnostics(uri);
      await other.request('onrecord/understood', {uri});
      assert.deepEqual(other.tallies, []);
    } finally {
      await other.stop();
    }
  });
});
