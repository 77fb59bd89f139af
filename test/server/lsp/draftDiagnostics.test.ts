import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {ClientCapabilities} from 'vscode-languageserver';
import {TextDocument} from 'vscode-languageserver-textdocument';
import {random} from '../../../bench/text.js';
import {defaultSettings} from '../../../server/src/engine.js';
import {clientFacts} from '../../../server/src/lsp/client.js';
import type {Environment} from '../../../server/src/lsp/configuration.js';
import {DraftReader} from '../../../server/src/lsp/documents.js';
import {DraftDiagnostics} from '../../../server/src/lsp/draftDiagnostics.js';
import {houseNamed} from '../../../server/src/record/settings.js';
import {modern, root} from './client.js';

const environment: Environment = {
  mode: 'always',
  choice: null,
  configMatches: null,
  besideManifest: false,
  docsBase: 'https://desk.example/rules',
  semanticTokens: false,
  record: undefined,
  settings: (own) => ({...defaultSettings, house: houseNamed(own) ?? 'ap'}),
  explain: () => assert.fail('nobody asks'),
};
const client = clientFacts({processId: null, rootUri: null, capabilities: modern as ClientCapabilities});

const sentences = [
  'A French official said Paris would not pay for the second quay.',
  'Sources said the vote was 41 to 39.',
  'The mayor resigned on Monday (TK).',
  'He said nobody had asked him.',
  'It is the largest harbour in the world.',
];

describe('diagnostics of a draft that is written on', () => {
  it('are those of the same text read for the first time', () => {
    const text = readFileSync(join(root, 'samples', 'harbour-contract.md'), 'utf8');
    const next = random(1);
    const below = (count: number) => Math.floor(next() * count);
    let document = TextDocument.create('file:///stories/a.md', 'markdown', 1, text);
    const reader = new DraftReader('markdown');
    const kept = new DraftDiagnostics(client);
    let before = kept.of(reader.read(document, environment));
    let taken = 0;
    for (let version = 2; version < 120; version++) {
      const length = document.getText().length;
      const start = below(length);
      const end = below(3) === 0 ? Math.min(length, start + below(80)) : start;
      const put = ['e', '\n', '\n\n', ` ${sentences[below(sentences.length)]} `, ''][below(5)] ?? '';
      const range = {start: document.positionAt(start), end: document.positionAt(end)};
      document = TextDocument.update(document, [{range, text: put}], version);
      const reading = reader.read(document, environment);
      const items = kept.of(reading);
      assert.deepEqual(items, new DraftDiagnostics(client).of(reading), `edit ${version}`);
      const old = new Set(before);
      taken += items.filter((item) => old.has(item)).length / items.length;
      before = items;
    }
    assert.ok(taken > 50, 'most of them are the same objects');
  });

  it('follow the house that the draft names', () => {
    const text = `---\nhouse: bbc\n---\n\n${sentences.join('\n\n')}\n`;
    const reader = new DraftReader('markdown');
    const kept = new DraftDiagnostics(client);
    const severities = ['bbc', 'npr'].map((house, version) => {
      const named = text.replace('bbc', house);
      const document = TextDocument.create('file:///stories/a.md', 'markdown', version, named);
      return kept.of(reader.read(document, environment)).map(({severity}) => severity);
    });
    assert.notDeepEqual(severities[0], severities[1]);
  });

  it('are made anew where the pages of the rules lie elsewhere', () => {
    const text = `${sentences.join('\n\n')}\n`;
    const document = TextDocument.create('file:///stories/a.md', 'markdown', 1, text);
    const reader = new DraftReader('markdown');
    const kept = new DraftDiagnostics(client);
    assert.ok(kept.of(reader.read(document, environment)).length > 0);
    for (const {code, codeDescription} of kept.of(
      reader.read(document, {...environment, docsBase: 'https://else.example'}),
    )) {
      assert.equal(codeDescription?.href, `https://else.example/${code}.md`);
    }
  });
});
