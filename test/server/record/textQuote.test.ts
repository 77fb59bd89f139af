import assert from 'node:assert/strict';
import fc from 'fast-check';
import {parseDraft} from '../../../server/src/draft/parse.js';
import type {TextQuote} from '../../../server/src/record/checks.js';
import {DraftWords} from '../../../server/src/record/draftWords.js';
import {locate, longestContext, plainText} from '../../../server/src/record/textQuote.js';
import {hostileTexts} from '../hostile.js';
import {cpuTime, growsEvenly} from '../timing.js';

const wordsOf = (text: string) => new DraftWords(parseDraft(text, 'text').blocks);
const quote = (exact: string, prefix = '', suffix = ''): TextQuote => ({exact, prefix, suffix});
/** Every place of a quote as `start` and the draft's own words. */
const found = (text: string, wanted: TextQuote) =>
  wordsOf(text)
    .find(wanted)
    .map(({start, end}) => `${start} ${text.slice(start, end)}`);

const text = `BREST, Nov 3 - The talks ended late. A French official said the port was safe.

"We are ready," the mayor said. A French official declined to say more.
`;
const first = text.indexOf('A French');
const second = text.lastIndexOf('A French');

describe('a quotation of words of a draft', () => {
  it('means every place where they stand', () => {
    assert.deepEqual(found(text, quote('A French official')), [
      `${first} A French official`,
      `${second} A French official`,
    ]);
    assert.deepEqual(found(text, quote('A Danish official')), []);
    assert.deepEqual(found(text, quote(' \n')), []);
  });

  it('means the place whose surroundings it names', () => {
    assert.deepEqual(found(text, quote('A French official', 'the mayor said. ')), [
      `${second} A French official`,
    ]);
    assert.deepEqual(found(text, quote('A French official', '', ' said the port')), [
      `${first} A French official`,
    ]);
    assert.deepEqual(found(text, quote('A French official', 'ended late.', 'said the port')), [
      `${first} A French official`,
    ]);
  });

  it('means none where only the same words stand in other surroundings', () => {
    assert.deepEqual(found(text, quote('A French official', 'Nobody there agreed.', ' went home')), []);
  });

  it('holds through an edit on one side, and through half of an edit on both', () => {
    const kept = quote('A French official', 'The talks ended late.', 'said the port was safe');
    const at = (changed: string) => found(changed, kept).map((place) => place.split(' ')[0]);
    for (const [words, others] of [
      ['The talks ended late.', 'On Monday all of it was over.'],
      ['said the port was safe', 'told the paper nothing'],
      [
        'talks ended late. A French official said the',
        'meetings ended late. A French official said the whole',
      ],
    ] as const) {
      const changed = text.replace(words, others);
      assert.notEqual(changed, text);
      assert.deepEqual(at(changed), [String(changed.indexOf('A French'))], others);
    }
  });

  it('bears another style of quotation marks, apostrophes, dashes and white space', () => {
    const style = 'Les said: “It’s the city’s money – all of it…” and   left.';
    for (const exact of [
      `"It's the city's money - all of it..." and left`,
      '“It’s the city’s money — all of it…” and\nleft',
      '‘It’s the city’s money – all of it…’ and\u00a0left',
      '«It`s the city´s money – all of it…» and left',
      '“It’s the city’s mo\u00adney – all\u200b of it…” and left',
    ]) {
      assert.deepEqual(found(style, quote(exact, 'Les said:')), [
        '10 “It’s the city’s money – all of it…” and   left',
      ]);
    }
  });

  it('may run over lines and paragraphs', () => {
    assert.deepEqual(found('One two\nthree.\n\nFour five.', quote('two three. Four')), [
      '4 two\nthree.\n\nFour',
    ]);
  });

  it('finds words of a Markdown draft through its markup', () => {
    const markdown = '# Vote\n\nA *French* [official](https://a.example) spoke.\n';
    const words = new DraftWords(parseDraft(markdown, 'markdown').blocks);
    const [span] = words.find(quote('A French official'));
    assert.equal(markdown.slice(span?.start, span?.end).startsWith('A *French* [official'), true);
  });
});

describe('a quotation made of a place', () => {
  it('leads back to it, and to no other', () => {
    for (const start of [first, second]) {
      const span = {start, end: start + 'A French official'.length};
      const made = wordsOf(text).quote(span);
      assert.equal(made?.exact, 'A French official');
      assert.deepEqual(wordsOf(text).find(made as TextQuote), [span]);
    }
  });

  it('names as much of the surroundings as it takes', () => {
    const line = 'The mayor said the port was safe and the ferries ran on time again.';
    const twice = `At noon it rained. ${line}\n\nAt night it cleared. ${line}\n`;
    const start = twice.lastIndexOf('port');
    const made = wordsOf(twice).quote({start, end: start + 4}) as TextQuote;
    assert.ok(made.prefix.length + made.suffix.length <= 2 * longestContext);
    assert.deepEqual(wordsOf(twice).find(made), [{start, end: start + 4}]);
  });

  it('begins long words only, and takes some where there were none', () => {
    const long = `${'word '.repeat(100)}end.`;
    const made = wordsOf(long).quote({start: 0, end: long.length});
    assert.ok(made && made.exact.length <= 120 && made.exact.endsWith('word'));
    assert.equal(wordsOf('The council met.').quote({start: 4, end: 4})?.exact, 'council met.');
    assert.equal(wordsOf('').quote({start: 0, end: 0}), null);
  });

  it('keeps the letters of the draft', () => {
    const made = wordsOf('Les said: “It’s ours…” and left.').quote({start: 10, end: 22});
    assert.deepEqual(made, quote('“It’s ours…”', 'Les said: ', ' and left.'));
  });
});

const hostile = fc
  .array(
    fc.oneof(
      fc.string({unit: 'binary', maxLength: 20}),
      fc.constantFrom('A French official', ' ', '\n\n', '“', '…', '\u00ad', '\r\n', '*', '<!-- ', '# '),
    ),
    {maxLength: 20},
  )
  .map((parts) => parts.join(''));

/** Lines of news copy, without the words that are looked for. */
const copy = fc
  .array(
    fc.constantFrom(
      'The council met.',
      'It rained,',
      'and',
      '"No," she said.',
      '\n\n',
      '\n',
      'officials',
      'A French',
      '’s',
    ),
    {maxLength: 30},
  )
  .map((parts) => parts.join(' '));

describe('an anchor', () => {
  it('is neither lost nor moved by edits elsewhere', () => {
    fc.assert(
      fc.property(copy, copy, copy, copy, (before, after, otherBefore, otherAfter) => {
        const exact = 'A Danish official';
        const kept = [
          'The talks in Aarhus ended late on Monday and',
          'said that the eastern quay was paid for.',
        ];
        const draft = (head: string, tail: string) => `${head} ${kept[0]} ${exact} ${kept[1]} ${tail}\n`;
        const place = (whole: string) => ({
          start: whole.indexOf(exact),
          end: whole.indexOf(exact) + exact.length,
        });
        const old = draft(before, after);
        const made = wordsOf(old).quote(place(old));
        assert.ok(made);
        const changed = draft(otherBefore, otherAfter);
        assert.deepEqual(wordsOf(changed).find(made), [place(changed)]);
      }),
    );
  });

  it('is not moved by the same words elsewhere', () => {
    fc.assert(
      fc.property(copy, copy, (before, after) => {
        const exact = 'A Danish official';
        const sentence = `The talks in Aarhus ended late on Monday and ${exact} said that the quay was paid for.`;
        const made = wordsOf(sentence).quote({start: 45, end: 45 + exact.length}) as TextQuote;
        const changed = `${exact} came. ${before} ${sentence} ${after} ${exact} left.\n`;
        const start = changed.indexOf(exact, 3 + changed.indexOf('late on Monday'));
        assert.deepEqual(wordsOf(changed).find(made), [{start, end: start + exact.length}]);
      }),
    );
  });

  it('leads from any place of any text to words there', () => {
    fc.assert(
      fc.property(hostile, fc.nat(400), fc.nat(60), (any, from, length) => {
        for (const format of ['text', 'markdown'] as const) {
          const words = new DraftWords(parseDraft(any, format).blocks);
          const start = Math.min(from, any.length);
          const made = words.quote({start, end: Math.min(any.length, start + length)});
          if (!made) continue;
          assert.notEqual(made.exact, '');
          const spans = words.find(made);
          assert.ok(spans.length > 0, JSON.stringify(made));
          for (const span of spans) assert.ok(span.start < span.end && span.end <= any.length);
        }
      }),
      {numRuns: 300},
    );
  });

  it('is looked for in any text without a fault', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (any, exact, prefix, suffix) => {
        for (const {start, end} of locate(plainText(any).text, {exact, prefix, suffix})) {
          assert.ok(start >= 0 && start < end);
        }
      }),
    );
  });

  it('is made and found in what no writer writes', function () {
    this.timeout(60_000);
    for (const [name, make] of Object.entries(hostileTexts)) {
      const any = make().slice(0, 100_000);
      const words = wordsOf(any);
      const made = words.quote({start: any.length >> 1, end: (any.length >> 1) + 20});
      if (made) assert.ok(words.find(made).length > 0, name);
    }
  });

  it('is found in time that grows with the text', () => {
    const measure = (size: number) => {
      const dull = 'a'.repeat(size);
      const context = 'a'.repeat(200);
      return new Map([
        ['a long word', cpuTime(() => locate(dull, quote(`${'a'.repeat(5000)}b`)))],
        ['places without number', cpuTime(() => locate(dull, quote('a', context, context)))],
      ]);
    };
    assert.deepEqual(growsEvenly(measure, 50_000), []);
  });
});
