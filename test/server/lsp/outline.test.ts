import assert from 'node:assert/strict';
import type {DocumentSymbol, SemanticTokens, SymbolInformation} from 'vscode-languageserver/node';
import {Client, modern, newsroom, rangeOf, textAt} from './client.js';

const text = `# Quay vote

Claire Dumont said 62% of workers had voted.

A French official said Paris would not pay
for the second quay.

Cargo fell 18% in October.
`;

describe('document symbols', () => {
  const room = newsroom();
  after(() => room.remove());

  it('list the sources with what rests on them, and the claims', async () => {
    const client = await Client.start({folder: room.folder});
    try {
      const uri = room.uri('a.md');
      await client.open(uri, text);
      const symbols = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
        textDocument: {uri},
      });
      assert.deepEqual(
        symbols.map(({name}) => name),
        ['Sources', 'Claims'],
      );
      const [sources, claims] = symbols.map(({children}) => children ?? []);
      const dumont = sources?.find(({name}) => name === 'Claire Dumont');
      assert.ok(dumont, JSON.stringify(sources));
      assert.deepEqual(dumont.selectionRange, rangeOf(text, 'Claire Dumont'));
      assert.match(dumont.detail ?? '', /named, 1 statement/);
      assert.match(dumont.children?.[0]?.name ?? '', /62% of workers/);
      const official = sources?.find(({name}) => /French official/.test(name));
      assert.match(official?.detail ?? '', /not named/);
      const orphan = claims?.find(({range}) => textAt(text, range).includes('18%'));
      assert.equal(orphan?.detail, 'no source');
      const sourced = claims?.find(({range}) => textAt(text, range).includes('62%'));
      assert.equal(sourced?.detail, 'Claire Dumont');
      for (const symbol of [...(sources ?? []), ...(claims ?? [])]) assert.notEqual(symbol.name, '');
    } finally {
      await client.stop();
    }
  });

  it('are a flat list for a client that knows no other, and none for what is no draft', async () => {
    const {documentSymbol: _, ...textDocument} = modern.textDocument;
    const client = await Client.start({folder: room.folder, capabilities: {...modern, textDocument}});
    try {
      const uri = room.uri('a.md');
      await client.open(uri, text);
      const ask = (of: string) =>
        client.request<SymbolInformation[]>('textDocument/documentSymbol', {textDocument: {uri: of}});
      const symbols = await ask(uri);
      const dumont = symbols.find(({name}) => name === 'Claire Dumont');
      assert.deepEqual(dumont?.location, {uri, range: rangeOf(text, 'Claire Dumont')});
      assert.equal(dumont?.containerName, 'Sources');
      assert.deepEqual(await ask(room.uri('never.md')), []);
      await client.open(room.uri('LICENSE.md'), text);
      assert.deepEqual(await ask(room.uri('LICENSE.md')), []);
    } finally {
      await client.stop();
    }
  });
});

describe('semantic tokens', () => {
  const room = newsroom();
  after(() => room.remove());

  /** Each token as its type and its words. */
  const read = ({data}: SemanticTokens, draft: string, types: readonly string[]): string[] => {
    const tokens: string[] = [];
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += 5) {
      const [down = 0, along = 0, length = 0, type = 0] = data.slice(i, i + 4);
      character = down > 0 ? along : character + along;
      line += down;
      const start = {line, character};
      tokens.push(`${types[type]}: ${textAt(draft, {start, end: {line, character: character + length}})}`);
    }
    return tokens;
  };

  it('are off until the setting turns them on, and then asked for anew', async () => {
    let on = false;
    const client = await Client.start({folder: room.folder, settings: () => ({semanticTokens: on})});
    try {
      const {semanticTokensProvider: provider} = client.hello.capabilities;
      assert.ok(provider && 'legend' in provider);
      const uri = room.uri('a.md');
      await client.open(uri, text);
      const ask = (of = uri) =>
        client.request<SemanticTokens>('textDocument/semanticTokens/full', {textDocument: {uri: of}});
      assert.deepEqual((await ask()).data, []);
      on = true;
      await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: null});
      await client.until('tokens are asked for anew', () =>
        client.asked.includes('workspace/semanticTokens/refresh'),
      );
      const tokens = read(await ask(), text, provider.legend.tokenTypes);
      assert.deepEqual(tokens.slice(0, 2), ['source: Claire Dumont', 'cue: said']);
      const attributed = tokens.filter((one) => one.startsWith('attributed: '));
      assert.ok(
        attributed.some((one) => /Paris would not pay$/.test(one)),
        'a token ends with its line',
      );
      assert.ok(attributed.some((one) => /^attributed: for the second quay\.?$/.test(one)));
      assert.ok(!tokens.some((one) => /Cargo/.test(one)));
      assert.deepEqual((await ask(room.uri('never.md'))).data, []);
    } finally {
      await client.stop();
    }
  });
});
