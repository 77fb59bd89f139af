// Same text, same answer: whatever was typed before, an analysis is what a first reading of the text gives.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import type {Draft, DraftFormat} from '../../server/src/draft/draft.js';
import {parseDraft} from '../../server/src/draft/parse.js';
import {type Analysis, DraftSession} from '../../server/src/engine.js';
import {analyseBlocks, type BlockMemory} from '../../server/src/story/blocks.js';
import {buildStory, StoryMemory} from '../../server/src/story/build.js';
import type {Story} from '../../server/src/story/story.js';

const folder = join(import.meta.dirname, '..', 'drafts');
const drafts = readdirSync(folder)
  .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
  .map((name) => ({name, text: readFileSync(join(folder, name), 'utf8')}));

/** All that a story says, without what only remembers. */
function toldBy({sources, attributions, claims, conflicts, byBlock}: Story) {
  const parts = byBlock.map(({tables: _, ...part}) => part);
  return {sources, attributions, claims, conflicts, byBlock: parts};
}

const told = ({findings, suppressed, story}: Analysis) => ({findings, suppressed, ...toldBy(story)});

type Edit = (text: string) => string;

const at = (text: string, where: number): number => Math.floor(where * text.length);
/** Where a word goes on, as near behind a place as may be. */
function insideWord(text: string, where: number): number {
  const from = at(text, where);
  const found = text.slice(from).search(/\p{L}\p{L}/u);
  return found < 0 ? from : from + found + 1;
}

const where = fc.double({min: 0, max: 0.999, noNaN: true});
const edits: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(where, fc.constantFrom(...'etaoinsrx')).map(
      ([to, letter]): Edit =>
        (text) => {
          const i = insideWord(text, to);
          return text.slice(0, i) + letter + text.slice(i);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: where.map(
      (to): Edit =>
        (text) => {
          const i = insideWord(text, to);
          return text.slice(0, i) + text.slice(i + 1);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        where,
        fc.constantFrom(
          ' she said',
          ' the mayor',
          '. He said it was so',
          ' “Enough,” a union official said.',
          '\n\n',
          '"',
          ' Anna Berg',
          ', according to police,',
          ' reportedly',
          ' 40%',
        ),
      )
      .map(
        ([to, words]): Edit =>
          (text) => {
            const i = text.indexOf(' ', at(text, to));
            return i < 0 ? text + words : text.slice(0, i) + words + text.slice(i);
          },
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(where, fc.nat(60)).map(
      ([to, length]): Edit =>
        (text) => {
          const i = at(text, to);
          return text.slice(0, i) + text.slice(i + length);
        },
    ),
  },
);

describe('an edited draft', () => {
  for (const {name, text} of drafts) {
    it(`says what a new reading says: ${name}`, () => {
      const format: DraftFormat = name.endsWith('.md') ? 'markdown' : 'text';
      fc.assert(
        fc.property(fc.array(edits, {minLength: 1, maxLength: 8}), (changes) => {
          const session = new DraftSession();
          session.update(text, format);
          let now = text;
          for (const change of changes) {
            now = change(now);
            const edited = session.update(now, format);
            assert.deepEqual(told(edited), told(new DraftSession().update(now, format)));
          }
        }),
        {numRuns: 4, seed: 20261126},
      );
    });
  }

  // One long text full of people of the same names, where a change has the most to reach.
  it('tells the story of a new reading, however far a change reaches', function () {
    this.timeout(60_000);
    const text = drafts.map((one) => one.text.replace(/^---\n[\s\S]*?\n---\n/, '')).join('\n\n');
    fc.assert(
      fc.property(fc.array(edits, {minLength: 12, maxLength: 12}), (changes) => {
        const blocks: BlockMemory = new WeakMap();
        const memory = new StoryMemory();
        let draft: Draft | undefined;
        let now = text;
        for (const change of changes) {
          now = change(now);
          draft = parseDraft(now, 'markdown', draft);
          const tables = analyseBlocks(draft.blocks, blocks);
          const unread = tables.map((one) => ({...one, notes: []}));
          assert.deepEqual(
            toldBy(buildStory(draft, tables, memory)),
            toldBy(buildStory(draft, unread, new StoryMemory())),
          );
        }
      }),
      {numRuns: 4, seed: 20261127},
    );
  });
});
