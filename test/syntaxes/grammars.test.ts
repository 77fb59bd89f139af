import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {IGrammar} from 'vscode-textmate';
import {contributions, hasRealMarkdown, openRegistry, root, tokens, wordsWith} from './grammars.js';

const marker = 'keyword.other.check-marker.onrecord';
const rule = 'entity.name.function.rule.onrecord';
const reason = 'string.unquoted.reason.onrecord';
const source = 'entity.name.tag.source.onrecord';
const locator = 'constant.other.locator.onrecord';

describe('the grammars of package.json', () => {
  it('exist, parse, and are named as they are contributed', () => {
    assert.ok(contributions.length >= 4);
    for (const {path, scopeName} of contributions) {
      assert.ok(existsSync(join(root, path)), path);
      assert.equal(JSON.parse(readFileSync(join(root, path), 'utf8')).scopeName, scopeName);
    }
  });
});

for (const kind of ['stand-in', 'real'] as const) {
  describe(`marks in Markdown, ${kind === 'real' ? "VS Code's own grammar" : 'stand-in grammar'}`, () => {
    let markdown: IGrammar;

    before(async function () {
      if (kind === 'real' && !hasRealMarkdown) this.skip();
      markdown = (await (await openRegistry(kind)).loadGrammar('text.html.markdown')) as IGrammar;
      assert.ok(markdown);
    });

    it('colours check markers wherever prose stands', () => {
      const text = [
        '# Founded in TK',
        '',
        'TK people came, of $TK million, and TKTK more [CHECK] for XXX days.',
        'The [CQ] mayor is 54?? and the [TK: her age] chair ??',
      ].join('\n');
      assert.deepEqual(wordsWith(markdown, text, marker), [
        'TK',
        'TK',
        'TK',
        'TKTK',
        '[CHECK]',
        'XXX',
        '[CQ]',
        '??',
        '[TK: her age]',
        '??',
      ]);
    });

    it('leaves words, links, questions and file names alone', () => {
      for (const text of [
        'The UTK team and a TKO and TK-421 and mr.TK and XXL shirts.',
        'Did he? She asked: what?! Never!',
        'See [CHECK](https://example.org/TK) and https://example.org/a/TK/b now.',
        'A [check] of the facts, an xxx in lower case, tk too.',
      ]) {
        assert.deepEqual(wordsWith(markdown, text, marker), [], text);
      }
    });

    it('stays out of code, front matter and comments', () => {
      const text = [
        '---',
        'title: TK',
        '---',
        '',
        'A `TK` here.',
        '',
        '```',
        'TK [^a] [@b]',
        '```',
        '',
        '<!-- TK -->',
        '',
        'Words <!-- TK --> here.',
      ].join('\n');
      assert.deepEqual(wordsWith(markdown, text, marker), []);
      assert.deepEqual(wordsWith(markdown, text, source), []);
    });

    it('picks out rules and reason of a suppression on its own line and inside a paragraph', () => {
      const marks = '<!-- onrecord-ignore anon-official, anon-no-reason: night desk approved -->';
      for (const text of [marks, `  ${marks}`, `An official said ${marks} no.`, `> ${marks}`]) {
        if (kind === 'stand-in' && text.startsWith('>')) continue;
        assert.deepEqual(wordsWith(markdown, text, 'keyword.control.suppression'), ['onrecord-ignore'], text);
        assert.deepEqual(wordsWith(markdown, text, rule), ['anon-official', 'anon-no-reason'], text);
        assert.equal(wordsWith(markdown, text, reason)[0]?.trim(), 'night desk approved', text);
      }
    });

    it('knows the mark for a whole file, a missing reason, and a reason over two lines', () => {
      const file = '<!-- onrecord-ignore-file relative-time: archive piece -->';
      assert.deepEqual(wordsWith(markdown, file, 'keyword.control.suppression'), ['onrecord-ignore-file']);
      assert.deepEqual(wordsWith(markdown, file, rule), ['relative-time']);
      assert.deepEqual(wordsWith(markdown, '<!-- onrecord-ignore quote-no-speaker -->', reason), []);
      const long = '<!-- onrecord-ignore vague-group: named\nin the second paragraph -->\n\nTK people came.';
      assert.ok(wordsWith(markdown, long, reason).join(' ').includes('second paragraph'));
      assert.deepEqual(wordsWith(markdown, long, marker), ['TK']);
    });

    it('leaves other comments as they were', () => {
      for (const text of [
        '<!-- onrecord-ignored -->',
        '<!-- ignore anon-official: x -->',
        '<!-- see src: a -->',
      ]) {
        assert.deepEqual(wordsWith(markdown, text, 'keyword.'), [], text);
        assert.deepEqual(wordsWith(markdown, text, source), [], text);
      }
    });

    it('colours the source notes that a sentence names', () => {
      const text =
        'Cargo fell.<!-- src: dumont 00:14:22 --> It rose.[^audit] It fell [@smith2020, p. 4; @lee].';
      assert.deepEqual(wordsWith(markdown, text, source), ['dumont', 'audit', 'smith2020', 'lee']);
      assert.deepEqual(
        wordsWith(markdown, text, locator).map((words) => words.trim()),
        ['00:14:22', 'p. 4'],
      );
    });

    it('does not take a mail address, a link or a handle in a link for a source', () => {
      const text = 'Write to a@example.org, or [@desk](https://example.org/@desk), or [see here][ref].';
      assert.deepEqual(wordsWith(markdown, text, source), []);
    });

    it('leaves the paragraph whole after a marker that begins it', () => {
      const found = tokens(markdown, 'TK people and `code` came.');
      assert.ok(found.every((token) => token.scopes.includes('meta.paragraph.markdown')));
      assert.ok(found.some((token) => token.scopes.some((name) => name.startsWith('markup.inline.raw'))));
    });
  });
}

describe('time to colour', () => {
  it('is short on the longest line that VS Code colours at all', async function () {
    this.timeout(30_000);
    // The stand-in: VS Code's own link rules are slow on a line of opening brackets, with or without ours.
    const markdown = (await (await openRegistry('stand-in')).loadGrammar('text.html.markdown')) as IGrammar;
    const pieces = [
      '[@',
      '[@a;',
      '[^',
      '[TK ',
      '[CHECK: ',
      '?? ',
      'TK ',
      'X',
      '<!-- onrecord-ignore a,: ',
      '<!-- src: ',
    ];
    for (const piece of pieces) {
      const line = `a ${piece.repeat(20_000 / piece.length)}`;
      const started = performance.now();
      assert.equal(markdown.tokenizeLine(line, null).stoppedEarly, false);
      const spent = performance.now() - started;
      assert.ok(spent < 1_000, `${piece}: ${spent.toFixed(0)} ms`);
    }
  });
});

describe('marks in plain text', () => {
  let text: IGrammar;

  before(async () => {
    text = (await (await openRegistry('stand-in')).loadGrammar('text.plain')) as IGrammar;
    assert.ok(text);
  });

  it('colours check markers', () => {
    const draft = 'TK people came, of $TK million [CHECK] and XXX more.\nHe is 54?? now. TKO.';
    assert.deepEqual(wordsWith(text, draft, marker), ['TK', 'TK', '[CHECK]', 'XXX', '??']);
  });

  it('leaves alone what does nothing in plain text', () => {
    const draft =
      '<!-- onrecord-ignore anon-official: approved --> [^note] [@smith, p. 4] <!-- src: dumont -->';
    assert.ok(tokens(text, draft).every((token) => token.scopes.every((name) => name === 'text.plain')));
  });

  it('is the grammar of the plaintext language', () => {
    assert.equal(contributions.find((entry) => entry.language === 'plaintext')?.scopeName, 'text.plain');
  });
});
