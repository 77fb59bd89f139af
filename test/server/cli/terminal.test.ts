import assert from 'node:assert/strict';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {harmless, lineExcerpt, wantsColour} from '../../../server/src/cli/terminal.js';

/** What stands above the underline. */
function underlined(line: string, start: number, end: number, columns = 100): string {
  const {text, before, width} = lineExcerpt(line, start, end, columns);
  let column = 0;
  let found = '';
  for (const {segment} of new Intl.Segmenter('en').segment(text)) {
    if (column >= before && column < before + width) found += segment;
    column += stringWidth(segment);
  }
  return found;
}

const at = (line: string, words: string, columns?: number) => {
  const start = line.indexOf(words);
  return underlined(line, start, start + words.length, columns);
};

describe('a line with its span underlined', () => {
  it('has the marks under the words', () => {
    for (const [line, words] of [
      ['One official said so.', 'One official'],
      ['He said so.', 'so.'],
      ['日本語の official said so.', 'official'],
      ['“日本語” said 日本 so.', '日本 so'],
      ['👩‍👩‍👧‍👦 and 🗞️ officials said so.', 'officials'],
      ['Fête in Zürich: officials', 'officials'],
      ['e\u0301e\u0301 officials said so.', 'officials'],
      ['שלום officials said so.', 'officials'],
    ] as const) {
      assert.equal(at(line, words), words, line);
    }
  });

  it('counts a tab as far as it reaches', () => {
    assert.deepEqual(lineExcerpt('a\tb\tofficials', 4, 13, 80), {
      text: 'a   b   officials',
      before: 8,
      width: 9,
    });
  });

  it('shows a long line around the words, no wider than there is room', () => {
    const words = 'officials at the ministry';
    for (const line of [
      `${'lead '.repeat(300)}${words}${' tail'.repeat(300)}`,
      `${words}${' tail'.repeat(300)}`,
      `${'lead '.repeat(300)}${words}`,
      `${'日本 '.repeat(300)}${words}`,
    ]) {
      for (const columns of [40, 60, 100]) {
        assert.equal(at(line, words, columns), words);
        assert.ok(
          stringWidth(
            lineExcerpt(line, line.indexOf(words), line.indexOf(words) + words.length, columns).text,
          ) <= columns,
        );
      }
    }
    const {text, width} = lineExcerpt('x'.repeat(100_000), 10, 90_000, 60);
    assert.ok(text.length <= 60 && width <= 60);
  });

  it('is never wider than there is room, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'grapheme', maxLength: 80}).map((text) => text.replace(/[\r\n]/g, ' ')),
        fc.nat(100),
        fc.nat(100),
        (line, a, b) => {
          const start = Math.min(a, line.length);
          const {text, before, width} = lineExcerpt(line, start, start + b, 40);
          assert.ok(
            stringWidth(text) <= 40 && width >= 1 && before + width <= 42,
            JSON.stringify({line, start, b, text, before, width}),
          );
        },
      ),
      {numRuns: 500},
    );
  });
});

describe('words of somebody else on a terminal', () => {
  it('steer nothing', () => {
    assert.equal(harmless('a\u001b[31mb\u0007c\u009bd'), 'a␛[31mb␇c\ufffdd');
    assert.equal(harmless('one\r\ntwo\tthree'), 'one two three');
    assert.equal(harmless('\u202eevil\ud800 \ufeff'), '\ufffdevil\ufffd \ufffd');
    assert.equal(harmless('👩‍👩‍👧‍👦 شكراً 🗞️'), '👩‍👩‍👧‍👦 شكراً 🗞️');
  });
});

describe('colour', () => {
  it('is for people, unless the environment says otherwise', () => {
    for (const [isTTY, env, expected] of [
      [true, {}, true],
      [false, {}, false],
      [undefined, {}, false],
      [true, {NO_COLOR: '1'}, false],
      [true, {NO_COLOR: ''}, true],
      [true, {TERM: 'dumb'}, false],
      [false, {FORCE_COLOR: '1'}, true],
      [false, {FORCE_COLOR: '1', NO_COLOR: '1'}, true],
      [true, {FORCE_COLOR: '0'}, false],
    ] as const) {
      assert.equal(wantsColour(isTTY === undefined ? {} : {isTTY}, env), expected, JSON.stringify(env));
    }
  });
});
