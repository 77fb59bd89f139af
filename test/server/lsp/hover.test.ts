import assert from 'node:assert/strict';
import type {Hover, MarkupContent} from 'vscode-languageserver/node';
import {Client, newsroom, old, rangeOf} from './client.js';

const text = `# Quay vote

Claire Dumont, a spokeswoman for the port, said 62% of workers had voted.

A French official said Paris would not pay for the second quay.

Claire Dumont said the count would end at night.

Cargo fell 18% in October.
`;

describe('hover', () => {
  const room = newsroom();
  const uri = room.uri('quay (draft).md');
  let client: Client;
  before(async () => {
    client = await Client.start({
      folder: room.folder,
      initializationOptions: {docsBase: 'https://desk.example/rules'},
    });
    await client.open(uri, text);
  });
  after(async () => {
    await client.stop();
    room.remove();
  });
  const hover = async (words: string, nth = 0): Promise<{value: string; hover: Hover | null}> => {
    const {start} = rangeOf(text, words, nth);
    const shown = await client.at<Hover | null>('textDocument/hover', uri, {
      ...start,
      character: start.character + 1,
    });
    return {value: (shown?.contents as MarkupContent | undefined)?.value ?? '', hover: shown};
  };

  it('tells of a named source who it is and what rests on it, with links to the lines', async () => {
    const {value, hover: shown} = await hover('Claire Dumont', 1);
    assert.match(value, /\*\*Claire Dumont\*\*/);
    assert.match(value, /named/);
    assert.match(value, /spokeswoman/);
    for (const line of [3, 7]) {
      const link = new RegExp(`\\[line ${line}\\]\\((file://[^)\\s]*)#L${line}\\)`).exec(value)?.[1];
      assert.ok(link, value);
      assert.equal(decodeURIComponent(link), decodeURIComponent(uri));
    }
    assert.match(value, /count would end at night/);
    assert.deepEqual(shown?.range?.start, rangeOf(text, 'Claire Dumont', 1).start);
  });

  it('tells of an unnamed source how specific it is, what is missing, and what the house asks', async () => {
    const {value} = await hover('A French official');
    assert.match(value, /not named/);
    assert.match(value, /2\/5/);
    assert.match(value, /how they know/);
    assert.match(value, /why they are not named/);
    assert.match(value, /AP/);
    assert.match(value, /\[line 5\]/);
  });

  it('tells of a finding why it counts, and leads to the rule', async () => {
    const {value} = await hover('A French official');
    assert.match(value, /\[anon-official\]\(https:\/\/desk\.example\/rules\/anon-official\.md\)/);
    assert.match(value, /in a position to know/);
  });

  it('tells of a claim who vouches for it, and where', async () => {
    const {value} = await hover('62%');
    assert.match(value, /Claim/);
    assert.match(value, /On the word of \*\*Claire Dumont\*\*/);
    assert.match(value, /\[line 3\]/);
  });

  it('says so where nobody vouches for a claim', async () => {
    const {value} = await hover('18%');
    assert.match(value, /Nobody vouches for it/);
  });

  it('is silent elsewhere', async () => {
    const end = {line: 100, character: 100};
    for (const position of [{line: 1, character: 0}, end, {line: 0, character: 0}]) {
      assert.equal(await client.at('textDocument/hover', uri, position), null);
    }
    assert.equal(await client.at('textDocument/hover', room.uri('never.md'), end), null);
    const readme = room.uri('README.md');
    await client.open(readme, text);
    assert.equal(await client.at('textDocument/hover', readme, {line: 2, character: 2}), null);
  });

  it('reads no word of the draft as markup', async () => {
    const own = room.uri('markup.md');
    const draft =
      'Claire Dumont said it cost 5% `<img src=x>` [more](http://example.org) $(rm) | **bold** \\_x\\_.\n';
    await client.open(own, draft);
    const shown = await client.at<Hover>('textDocument/hover', own, {line: 0, character: 3});
    const {value} = shown.contents as MarkupContent;
    assert.doesNotMatch(value, /<img|\]\(http:\/\/example|(?<!\\)`/);
  });

  it('is plain text for a client that shows no Markdown', async () => {
    const plain = await Client.start({folder: room.folder, capabilities: old});
    try {
      await plain.open(uri, text);
      const shown = await plain.at<Hover>('textDocument/hover', uri, rangeOf(text, 'Claire Dumont').start);
      const {kind, value} = shown.contents as MarkupContent;
      assert.equal(kind, 'plaintext');
      assert.match(value, /^Claire Dumont \(/m);
      assert.match(value, /line 7/);
      assert.doesNotMatch(value, /\*\*|\]\(/);
    } finally {
      await plain.stop();
    }
  });
});
