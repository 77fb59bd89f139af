import assert from 'node:assert/strict';
import {parseDraft} from '../../../server/src/draft/parse.js';

const parse = (text: string) => parseDraft(text, 'text');
const kinds = (text: string) => parse(text).blocks.map(({content}) => content.kind);
const texts = (text: string) => parse(text).blocks.map(({content}) => content.text);

const wrapped = `Ferry service to resume in Leith

The harbour authority said on Monday that it would reopen the eastern
basin to ferries by the end of the month, after divers found no further
damage to the wall.
Traders on the quay, who have lost a fifth of their income since the
spring, said they had heard such promises before.

Councillors will meet on Thursday.`;

const oneLineEach = `Ferry service to resume in Leith
By Morag Bell
The harbour authority said on Monday that it would reopen the eastern basin to ferries by the end of the month.
Traders on the quay, who have lost a fifth of their income since the spring, said they had heard it before.
“We will believe it when we see a boat,” said Iain Rae, who runs a bait shop.
Councillors will meet on Thursday`;

describe('plain text', () => {
  it('parts paragraphs at blank lines and joins hard-wrapped lines', () => {
    assert.deepEqual(kinds(wrapped), ['heading', 'paragraph', 'paragraph']);
    assert.match(
      texts(wrapped)[1] ?? '',
      /eastern basin to ferries .* no further damage to the wall\. Traders/,
    );
  });

  it('takes each line for a paragraph where the copy is written so', () => {
    assert.deepEqual(kinds(oneLineEach), [
      'heading',
      'byline',
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  it('does not change its mind while the last line is being typed', () => {
    for (const text of [wrapped, oneLineEach]) {
      const whole = texts(text).length;
      for (let cut = 1; cut < 30; cut++) assert.equal(texts(text.slice(0, -cut)).length, whole);
    }
  });

  it('takes a line between dashes for a crosshead', () => {
    const copy = (line: string) =>
      `The night went badly for the mayor and for her party.\n\n${line}\n\nShe left at ten.`;
    for (const line of ["- 'Who cares?' -", '– A night of questions –', '* Two more to come *']) {
      assert.deepEqual(kinds(copy(line)), ['paragraph', 'heading', 'paragraph'], line);
      assert.equal(texts(copy(line))[1], line.slice(2, -2));
    }
    for (const line of ['- Milk and bread', '- 30 -', '- An item - with a dash - in the middle'])
      assert.ok(!kinds(copy(line)).includes('heading'), line);
  });

  it('takes the first line with a full stop for copy', () => {
    assert.deepEqual(kinds('Ferries are to run again.\n\nThe authority said so on Monday.'), [
      'paragraph',
      'paragraph',
    ]);
    assert.deepEqual(
      kinds(
        'the authority said on Monday that the ferries which have been\nlaid up since spring would run again, and soon.',
      ),
      ['paragraph'],
    );
  });

  it('knows bylines', () => {
    for (const line of [
      'By Jane Doe',
      'By JANE DOE, Associated Press',
      'by Ana Ruiz and Tom Hale',
      'By Ludwig van der Meer | Staff reporter',
      'By J.R. Smith Jr.',
    ]) {
      assert.equal(kinds(`Title here\n\n${line}\n\nThe copy begins.`)[1], 'byline', line);
    }
    for (const line of [
      'By Friday the water had gone.',
      'By then, Doe had left.',
      'By law, the mayor must answer within ten days',
    ]) {
      assert.equal(kinds(`Title here\n\n${line}\n\nThe copy begins.`)[1], 'paragraph', line);
    }
    assert.equal(parse(oneLineEach).meta.byline, 'Morag Bell');
  });

  it('knows credits, captions and notes', () => {
    for (const line of [
      '(AP Photo/Jane Doe)',
      'Photo: Jane Doe',
      'Getty Images',
      'Photograph by Jane Doe/Reuters',
      '© 2026 Jane Doe',
    ]) {
      assert.equal(kinds(`Title here\n\n${line}\n\nThe copy begins.`)[1], 'credit', line);
    }
    assert.equal(
      kinds('Title here\n\nA ferry leaves Leith on Monday, Nov. 9. (AP Photo/Jane Doe)')[1],
      'caption',
    );
    for (const line of [
      "Editor's note: names have been changed.",
      'Editor’s Note — This is the second of two parts.',
      'Correction: The fare is £4.',
      'This story has been corrected to show that the fare is £4.',
      '(Reporting by Jane Doe; Editing by Tom Hale)',
      '-30-',
      'An earlier version of this article gave the wrong fare.',
    ]) {
      assert.equal(kinds(`Title here\n\n${line}\n\nThe copy begins.`)[1], 'note', line);
    }
    for (const line of [
      'Correction officers went on strike on Monday.',
      'Photographs of the scene show a broken wall.',
      'Reuters reported the sale on Monday.',
    ]) {
      assert.equal(kinds(`Title here\n\n${line}\n\nThe copy begins.`)[1], 'paragraph', line);
    }
  });

  it('finds datelines and what they say', () => {
    for (const [line, words] of [
      ['KYIV, Feb 8 - The talks', 'KYIV, Feb 8'],
      ['KYIV, Ukraine (AP) — The talks', 'KYIV, Ukraine (AP)'],
      ['LONDON (Reuters) - The talks', 'LONDON (Reuters)'],
      ['WASHINGTON — The talks', 'WASHINGTON'],
      ['ST. LOUIS (AP) -- “The talks', 'ST. LOUIS (AP)'],
      ['SÃO PAULO, March 3 (Reuters) – The talks', 'SÃO PAULO, March 3 (Reuters)'],
      ['Geneva, 8 February 2026 – The talks', 'Geneva, 8 February 2026'],
    ] as const) {
      const {blocks, meta} = parse(`${line} went on, two people said.`);
      assert.equal(meta.dateline, words);
      assert.equal(
        blocks[0]?.content.text.slice(blocks[0].content.datelineLength).replace(/^“/, '').slice(0, 9),
        'The talks',
      );
    }
    for (const line of [
      'NATO - the alliance - said so.',
      'QUESTIONABLE MEDICAL CLAIMS — For years he sold them.',
      'The talks - long ones - went on.',
      'Mr. Hale — The Rock — won.',
      'US-backed forces left.',
    ]) {
      assert.equal(parse(line).blocks[0]?.content.datelineLength, 0, line);
    }
  });

  it('finds a date with its year near the top, and none without', () => {
    for (const line of [
      'Nov. 19, 2026',
      '19 November 2026',
      '2026-11-19',
      'Thursday, November 19, 2026',
      'Published: 19th Nov 2026 at 9:10 a.m.',
    ]) {
      assert.equal(parse(`Title here\n\n${line}\n\nThe copy begins.`).meta.date, '2026-11-19', line);
    }
    assert.equal(parse('KYIV, Feb 8, 2026 (AP) — The talks went on.').meta.date, '2026-02-08');
    assert.equal(parse('KYIV, Feb 8 (AP) — The talks went on.').meta.date, null);
    assert.equal(parse('Title\n\nFeb. 30, 2026\n\nCopy.').meta.date, null);
    assert.equal(
      parse('Title\n\nShe was born on Nov. 19, 1971, in a village that is now under water, her family said.')
        .meta.date,
      null,
    );
  });

  it('takes list lines apart, without their marks', () => {
    const text =
      'What we know:\n- Two boats sank.\n• Nobody was hurt.\n1. The wall held.\n2. The gate did not.';
    assert.deepEqual(kinds(text).slice(1), ['list-item', 'list-item', 'list-item', 'list-item']);
    assert.deepEqual(texts(text).slice(1), [
      'Two boats sank.',
      'Nobody was hurt.',
      'The wall held.',
      'The gate did not.',
    ]);
  });

  it('reads a note that was broken into lines as one', () => {
    const text = `${oneLineEach}.\n\nEditor’s note: The ferry company\nowns\na share in this newspaper,\nwhich had no part in the story.`;
    assert.deepEqual(
      texts(text).at(-1),
      'Editor’s note: The ferry company owns a share in this newspaper, which had no part in the story.',
    );
    assert.equal(kinds(text).at(-1), 'note');
  });

  it('finds a date that the first paragraph opens with', () => {
    assert.equal(
      parse(
        'Ferries back\n\nThursday, May 7, 2015 On Tuesday, the authority said that the ferries which have been laid up since spring would run.',
      ).meta.date,
      '2015-05-07',
    );
  });

  it('parts the questions and answers of an interview', () => {
    assert.deepEqual(
      texts('Q: Why now?\nA: Because the wall gave way.\nQ: And then?\nA: We shall see.').length,
      4,
    );
    assert.deepEqual(new Set(kinds('Q: Why now?\nA: Because the wall gave way.')), new Set(['paragraph']));
  });

  it('leaves comments and front matter as the words they are', () => {
    const {blocks, ignores, meta} = parse('---\ntitle: x\n---\n\nIt said so. <!-- src: doe -->');
    assert.deepEqual(ignores, []);
    assert.equal(meta.frontMatter, null);
    assert.equal(blocks.at(-1)?.content.text, 'It said so. <!-- src: doe -->');
    assert.deepEqual(blocks.at(-1)?.content.sourceMarks, []);
  });

  it('knows CR, CRLF and U+2028, and leaves a BOM out', () => {
    assert.equal(texts('One thing.\r\rAnother thing.').length, 2);
    assert.equal(texts('One thing.\r\n\r\nAnother thing.').length, 2);
    assert.deepEqual(texts('One thing.\u2028Another thing.'), ['One thing. Another thing.']);
    assert.equal(parse('\ufeffOne thing.').blocks[0]?.start, 1);
    assert.deepEqual(texts('\ufeff'), []);
  });
});
