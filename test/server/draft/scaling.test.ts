import assert from 'node:assert/strict';
import {type DraftFormat, draftFormats} from '../../../server/src/draft/formats.js';
import {parseDraft} from '../../../server/src/draft/parse.js';

/** Inputs that some parser or pattern is slow on, by their size. */
const hostile: Record<string, (size: number) => string> = {
  quotes: (n) => '"'.repeat(n),
  'opening brackets': (n) => '['.repeat(n),
  'closing brackets': (n) => ']'.repeat(n),
  'quote marks': (n) => '>'.repeat(n),
  'quote marks on lines': (n) => '\n>'.repeat(n),
  backticks: (n) => '`'.repeat(n),
  'backticks, runs of each length': (n) =>
    Array.from({length: Math.floor(Math.sqrt(2 * n))}, (_, i) => '`'.repeat(i + 1)).join(' '),
  'comment openings': (n) => '<!--'.repeat(n),
  'mark openings': (n) => '<!-- src: '.repeat(n / 2),
  asterisks: (n) => '*'.repeat(n),
  'emphasis never closed': (n) => '*a **b '.repeat(n / 2),
  'emphasis in emphasis': (n) => `${'**a '.repeat(n / 2)}${' b**'.repeat(n / 2)}`,
  'link openings': (n) => '[]('.repeat(n),
  'link titles never closed': (n) => '[a](b "'.repeat(n / 2),
  'link definition never closed': (n) => `[a]: b "${'x\n'.repeat(n)}`,
  'label never closed': (n) => `[${'x\n'.repeat(n)}`,
  'list marks': (n) => '- '.repeat(n),
  'list marks on lines': (n) => `${'- '.repeat(20)}\n`.repeat(n / 20),
  'lists in lists': (n) => Array.from({length: n / 100}, (_, i) => `${' '.repeat(i)}- a`).join('\n'),
  'list items': (n) => '- a\n'.repeat(n / 2),
  tabs: (n) => '\t'.repeat(n),
  blanks: (n) => `x${' '.repeat(n)}y`,
  'unclosed front matter': (n) => `---\na: b\n${'c: d\n'.repeat(n)}`,
  'front matter of brackets': (n) => `---\na: ${'['.repeat(n)}\n---\n`,
  'a line of 1 MB': (n) => 'x'.repeat(n * 10),
  'a line of 1 MB of words': (n) => 'word '.repeat(n * 2),
  'paragraphs, 20,000': (n) => 'A paragraph of text here.\n\n'.repeat(n / 5),
  tags: (n) => '<a '.repeat(n),
  'attributes never closed': (n) => `<a${' b'.repeat(n)}`,
  addresses: (n) => 'http://a.b/ '.repeat(n / 2),
  'addresses ending in brackets': (n) => `www.a.b/${')'.repeat(n)}`,
  'addresses ending in entities': (n) => `http://a.b/${'&a;'.repeat(n)}`,
  'mail addresses': (n) => 'a@b.c'.repeat(n),
  entities: (n) => '&a;'.repeat(n),
  pipes: (n) => '|'.repeat(n),
  table: (n) => `|a|b|\n|-|-|\n${'|c|d|\n'.repeat(n / 5)}`,
  'many paragraphs, each as bad as is let through': (n) =>
    `${'*a **b _c [d '.repeat(99)}\n\n`.repeat(n / 130),
  'many comments, each as bad as is let through': (n) =>
    `${'<!-- x '.repeat(399)}${'y'.repeat(5000)}\n\n`.repeat(n / 780),
  'combining marks': (n) => `e${'\u0301'.repeat(40)} `.repeat(n / 42),
  'NUL bytes': (n) => '\0'.repeat(n),
  'capital letters': (n) => 'AB '.repeat(n),
  'by, by, by': (n) => 'By '.repeat(n),
};

const size = 100_000;

/** In milliseconds of CPU time: what else a busy machine does counts little. */
function timed(text: string, format: DraftFormat): number {
  const before = process.cpuUsage();
  const draft = parseDraft(text, format);
  const middle = text.length >> 1;
  parseDraft(`${text.slice(0, middle)}k${text.slice(middle)}`, format, draft);
  const {user, system} = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe('scaling', () => {
  for (const format of draftFormats) {
    for (const [name, make] of Object.entries(hostile)) {
      it(`reads and re-reads ${name} as ${format} in no more than linear time`, function () {
        this.timeout(20_000);
        let half = Number.POSITIVE_INFINITY;
        let whole = Number.POSITIVE_INFINITY;
        // Twice the text, at most four times the time, once there is enough of it to be measured.
        const even = () => whole < 2000 && (whole < 300 || whole < half * 4);
        // The least of a few tries: a pause for garbage is not the parser's doing.
        for (let tries = 0; tries < 4 && !even(); tries++) {
          half = Math.min(half, timed(make(size / 2), format));
          whole = Math.min(whole, timed(make(size), format));
        }
        assert.ok(even(), `${Math.round(half)} ms, then ${Math.round(whole)} ms`);
      });
    }
  }
});
