import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type Diagnostic,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver/node';
import {prose} from '../../../bench/text.js';
import type {CheckResult} from '../../../server/src/protocol.js';
import {Client, modern, newsroom, root} from './client.js';

const short = 'A French official said Paris would not pay.\n';
const top = {start: {line: 0, character: 0}, end: {line: 0, character: 0}};

/** An editor that cannot be asked to ask again is told of a draft only when all of it is read. */
const asksOnce = {...modern, workspace: {...modern.workspace, diagnostics: {}}};

/** What a finding points to besides may stand further down. */
const bare = ({relatedInformation: _, ...rest}: Diagnostic) => JSON.stringify(rest);

/** As long as few stories are, and new each time. */
const long = (seed: number) => prose(root, seed, {characters: 50_000});

describe('while a long draft is being read that is new, the server', function () {
  this.timeout(90_000);
  const room = newsroom();
  let client: Client;
  before(async () => {
    client = await Client.start({folder: room.folder, capabilities: asksOnce});
    await client.open(room.uri('short.md'), short);
    await client.diagnostics(room.uri('short.md'));
  });
  after(async () => {
    await client.stop();
    room.remove();
  });

  /** Opens a draft, and asks for something; comes back when it is being read. */
  const begun = async <T>(uri: string, text: string, ask: () => Promise<T>) => {
    const settings = () => client.asked.filter((method) => method === 'workspace/configuration').length;
    const before = settings();
    await client.open(uri, text);
    const asked = ask();
    await client.until('its settings were asked for, which is done first', () => settings() > before);
    await new Promise((resolve) => setTimeout(resolve, 50));
    return {asked};
  };
  const checked = async (uri: string, text: string) => {
    const params = {uri, languageId: 'markdown', text};
    return (await client.request<CheckResult>('onrecord/check', params))?.diagnostics;
  };

  it('answers about another', async () => {
    const uri = room.uri('other.md');
    const text = long(11);
    const order: string[] = [];
    const {asked} = await begun(uri, text, () =>
      client.diagnostics(uri).then((items) => {
        order.push('long');
        return items;
      }),
    );
    assert.ok((await client.diagnostics(room.uri('short.md'))).length > 0);
    order.push('short');
    const items = await asked;
    assert.deepEqual(order, ['short', 'long']);
    assert.ok(items.length > 30);
    assert.deepEqual(items, await checked(uri, text));
  });

  it('takes edits of it, and answers for the text as it then is', async () => {
    const uri = room.uri('edited.md');
    const text = long(12);
    const {asked} = await begun(uri, text, () =>
      Promise.all([
        client.diagnostics(uri),
        client.at('textDocument/hover', uri, top.start).then(
          () => assert.fail('the place is another one now'),
          (error: ResponseError) => error,
        ),
      ]),
    );
    await client.change(uri, 2, short, top);
    const [items, refused] = await asked;
    assert.equal(refused.code, LSPErrorCodes.ContentModified);
    const expected = await checked(uri, short + text);
    assert.deepEqual(items, expected);
    assert.deepEqual(await client.diagnostics(uri), expected);
  });

  it('lets go of it where nobody waits any more', async () => {
    const uri = room.uri('cancelled.md');
    const source = new CancellationTokenSource();
    const {asked} = await begun(uri, long(13), () =>
      client.connection.sendRequest('textDocument/diagnostic', {textDocument: {uri}}, source.token).then(
        () => assert.fail('nobody waits'),
        (error: ResponseError) => error,
      ),
    );
    source.cancel();
    assert.equal((await asked).code, LSPErrorCodes.RequestCancelled);
  });

  it('shows an editor that can be asked to ask again what stands at its beginning, and the rest later', async () => {
    const other = await Client.start({folder: room.folder});
    try {
      const uri = room.uri('begun.md');
      const text = long(14);
      const refreshed = () =>
        other.asked.filter((method) => method === 'workspace/diagnostic/refresh').length;
      const before = refreshed();
      await other.open(uri, text);
      const first = await other.diagnostics(uri);
      assert.equal(refreshed(), before, 'all of it was read already');
      await other.until('the rest was read', () => refreshed() > before);
      const whole = await other.diagnostics(uri);
      assert.deepEqual(whole, await checked(uri, text));
      assert.ok(first.length > 3 && whole.length > 2 * first.length, `${first.length} of ${whole.length}`);
      const all = new Set(whole.map(bare));
      const takenBack = first.map(bare).filter((one) => !all.has(one));
      assert.deepEqual(takenBack, []);
    } finally {
      await other.stop();
    }
  });

  it('shows it also where it was changed while the rest was being read', async () => {
    const other = await Client.start({folder: room.folder});
    try {
      const uri = room.uri('begun-and-changed.md');
      const text = long(15);
      await other.open(uri, text);
      await other.diagnostics(uri);
      await other.change(uri, 2, short, top);
      const soon = await other.diagnostics(uri);
      assert.equal(soon[0]?.range.start.line, 0);
      await other.until('the rest was read', () => other.asked.includes('workspace/diagnostic/refresh'));
      assert.deepEqual(await other.diagnostics(uri), await checked(uri, short + text));
    } finally {
      await other.stop();
    }
  });
});
