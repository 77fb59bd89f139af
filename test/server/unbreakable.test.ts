import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {Span} from '../../server/src/draft/block.js';
import {draftFormats} from '../../server/src/draft/formats.js';
import {type Analysis, DraftSession} from '../../server/src/engine.js';
import {applyEdit, edits, markdownText, plainText} from './draft/arbitraries.js';
import {hostileTexts} from './hostile.js';
import {cpuTime, slowness} from './timing.js';

/** Whether an offset lies between the two halves of a character. */
const splits = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

function assertSpan(text: string, {start, end}: Span, what: string): void {
  assert.ok(
    start >= 0 && start <= end && end <= text.length,
    `${what} ${start}-${end} in a text of ${text.length}`,
  );
  assert.ok(!splits(text, start) && !splits(text, end), `${what} ${start}-${end} parts a character`);
}

/** Every span of an analysis lies in its text and parts no character. */
function assertSound(text: string, {draft, story, findings, suppressed}: Analysis): void {
  for (const finding of [...findings, ...suppressed.map((one) => one.finding)]) {
    assertSpan(text, finding, finding.rule);
    for (const one of finding.related) assertSpan(text, one, `related of ${finding.rule}`);
    for (const fix of finding.fixes)
      for (const edit of fix.edits) assertSpan(text, edit, `edit of ${finding.rule}`);
  }
  assert.equal(story.blocks.length, draft.blocks.length);
  for (const tables of story.blocks) {
    const prose = tables.content.text;
    const spans: readonly (readonly [string, readonly Span[]])[] = [
      ['sentence', tables.sentences],
      ['quotation', tables.quotations.flatMap((one) => [one, one.inner])],
      [
        'mention',
        tables.mentions.flatMap((one) => [one, one.head, ...(one.anonymity ? [one.anonymity] : [])]),
      ],
      [
        'attribution',
        tables.attributions.flatMap(({source, cue, content}) => [...source, ...cue, ...content]),
      ],
      ['claim', tables.claims.flatMap(({start, end, trigger}) => [{start, end}, trigger])],
      ['hearsay', tables.hearsay],
      ['time', tables.times],
      ['marker', tables.markers],
      ['person', tables.persons],
    ];
    for (const [what, list] of spans) for (const one of list) assertSpan(prose, one, what);
    for (const {start, end, text} of tables.mentions) assert.equal(text, prose.slice(start, end));
    for (const {sentence, mention} of tables.attributions) {
      assert.ok(sentence >= 0 && sentence < tables.sentences.length, `sentence ${sentence}`);
      assert.ok(mention === null || mention < tables.mentions.length);
    }
  }
  for (const {mentions, mentionIndexes} of story.sources) {
    mentions.forEach(({block, start, end}, k) => {
      const mention = story.blocks[block]?.mentions[mentionIndexes[k] ?? -1];
      assert.deepEqual({start, end}, {start: mention?.start, end: mention?.end});
    });
  }
}

/** All that was worked out, without what is a function. */
const comparable = ({story, findings, suppressed}: Analysis) => ({
  findings,
  suppressed,
  sources: story.sources,
  attributions: story.attributions,
  claims: story.claims,
  conflicts: story.conflicts,
  blocks: story.blocks.map(({find: _, notes: __, ...tables}) => tables),
});

/** Milliseconds. */
const most = 2000;

/** Two seconds, and more only where the machine itself is slowed down. */
function assertWithinLimit(work: () => void): void {
  const took = cpuTime(work);
  if (took < most) return;
  const limit = most * slowness();
  assert.ok(took < limit, `${Math.round(took)} ms, where ${Math.round(limit)} are allowed`);
}

describe('any text', () => {
  for (const format of draftFormats) {
    for (const [name, make] of Object.entries(hostileTexts)) {
      it(`reads ${name} as ${format}, and an edit in it, within two seconds`, function () {
        this.timeout(120_000);
        const text = make();
        const session = new DraftSession();
        let analysis = session.update(text, format);
        assertSound(text, analysis);
        assertWithinLimit(() => {
          analysis = new DraftSession().update(text, format);
        });
        const middle = text.length >> 1;
        const edited = `${text.slice(0, middle)}k${text.slice(middle)}`;
        assertWithinLimit(() => {
          analysis = session.update(edited, format);
        });
        assertSound(edited, analysis);
      });
    }
  }
});

const phrases = fc.constantFrom(
  'Mayor Tom Hale said the ferry would stop.',
  'He said troops would leave.',
  'She added: "We had no warning',
  '"We tried," said Joy Mensah, a nurse, "and failed."',
  '“They lied,”',
  ' said Adaeze Okoro, who runs the mill.',
  'A French official, speaking on condition of anonymity, said so.',
  'Sources told the Courier that rents rose 34%.',
  'It is believed that 40 people were hurt on Monday.',
  'According to the ministry, ',
  'Critics say the plan will fail.',
  'Kolar denied it.',
  'The company took bribes, I think.',
  'Reportedly TK [CHECK] XXX ',
  'Most of those polled, 52%, back it.',
  'Diaz’s lawyer, Ana Ruiz, could not be reached for comment.',
  '\n\n',
  '\n\n',
  ' ',
  ' ',
  '. ',
  '"',
  '“',
  '”',
  "'",
  '’',
  '(',
  ')',
  ', ',
  ': ',
  ' — ',
  '😀',
  '\ud83d',
  '\r\n\r\n',
  '\u2029',
  '<!-- onrecord-ignore anon-bare-source: agreed with the desk -->\n\n',
  '<!-- src: hale -->',
  '# Hale quits\n\n',
  '- ',
);
const story = fc.array(phrases, {maxLength: 40}).map((parts) => parts.join(''));
const anyText = fc.oneof({weight: 3, arbitrary: story}, plainText, markdownText);
const storyEdits = fc.array(
  fc.record({
    at: fc.double({min: 0, max: 1, noNaN: true}),
    cut: fc.nat({max: 30}),
    put: fc.oneof(phrases, fc.constant('')),
  }),
  {minLength: 1, maxLength: 8},
);

describe('any course of edits', () => {
  for (const format of draftFormats) {
    it(`comes to what a fresh reading of the ${format} comes to`, function () {
      this.timeout(300_000);
      fc.assert(
        fc.property(anyText, fc.oneof({weight: 3, arbitrary: storyEdits}, edits), (first, changes) => {
          const session = new DraftSession();
          let text = first;
          assertSound(text, session.update(text, format));
          for (const change of changes) {
            text = applyEdit(text, change);
            const analysis = session.update(text, format);
            assertSound(text, analysis);
            assert.deepEqual(comparable(analysis), comparable(new DraftSession().update(text, format)));
          }
        }),
        {numRuns: Number(process.env.ONRECORD_FUZZ_RUNS ?? 200)},
      );
    });
  }
});
