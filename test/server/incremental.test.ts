// Same text, same answer: whatever was typed before, an analysis is what a first reading of the text gives.
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import type {Draft, DraftFormat} from '../../server/src/draft/draft.js';
import {parseDraft} from '../../server/src/draft/parse.js';
import {type Analysis, DraftSession, defaultSettings, rules} from '../../server/src/engine.js';
import type {DraftRecord} from '../../server/src/record/checks.js';
import type {Settings} from '../../server/src/record/config.js';
import {houses} from '../../server/src/rules/severity.js';
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

const told = ({findings, suppressed, ofRecord, story}: Analysis) => ({
  findings,
  suppressed,
  ofRecord,
  ...toldBy(story),
});

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

/** Edits that make other people of those who are mentioned, in paragraphs far from the edit too. */
const names = fc
  .tuple(
    fc.nat(),
    fc.constantFrom<(first: string, last: string) => string>(
      (_, last) => last,
      (first, last) => `${first} ${last}son`,
      () => 'An official',
      (first, last) => `${first} ${last}, an analyst,`,
      (first, last) => `Mr ${last}, brother of ${first},`,
    ),
  )
  .map(([nth, change]): Edit => {
    return (text) => {
      const found = [...text.matchAll(/(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)/gu)];
      const one = found[nth % Math.max(1, found.length)];
      if (!one) return text;
      const [words, first = '', last = ''] = one;
      return text.slice(0, one.index) + change(first, last) + text.slice(one.index + words.length);
    };
  });

/** Edits of whole paragraphs: those that move blocks, and change what stands next to what. */
const paragraphs = fc.oneof(
  fc
    .tuple(
      where,
      fc.constantFrom(
        'Police arrested a man. A source said he allegedly took bribes.',
        '“We had no warning at all, none of us did, and nobody came. It was dark. We waited for hours,” said Ada Okoro, an analyst.',
        'Okoro said the dam would hold.',
        'It would be rebuilt by spring. The council would pay for it. Nobody would be left out.',
        'Critics say the plan is reckless. “It is a disaster,” an official familiar with the matter said.',
        'A poll found that 54% want him gone. Yesterday the Times reported that 12 soldiers died.',
        '# Mayor took bribes, 40 killed in blast',
        'The killer was found guilty. The company declined to comment. TK',
        '*Sources: the ministry.*',
      ),
    )
    .map(([to, words]): Edit => {
      return (text) => {
        const parts = text.split('\n\n');
        parts.splice(at(parts.join(' '), to) % (parts.length + 1), 0, words);
        return parts.join('\n\n');
      };
    }),
  fc.tuple(fc.nat(), fc.nat()).map(([one, other]): Edit => {
    return (text) => {
      const parts = text.split('\n\n');
      const [a, b] = [one % parts.length, other % parts.length];
      [parts[a], parts[b]] = [parts[b] as string, parts[a] as string];
      return parts.join('\n\n');
    };
  }),
  fc.nat().map((one): Edit => {
    return (text) => {
      const parts = text.split('\n\n');
      parts.splice(one % parts.length, 1);
      return parts.join('\n\n');
    };
  }),
  fc.tuple(fc.nat(), fc.constantFrom(...rules.map(({id}) => id))).map(([one, id]): Edit => {
    return (text) => {
      const parts = text.split('\n\n');
      parts.splice(one % (parts.length + 1), 0, `<!-- onrecord-ignore ${id}: agreed with the desk -->`);
      return parts.join('\n\n');
    };
  }),
  fc.constantFrom('opinion', 'qa', 'feature', 'news', 'brief').map(
    (genre): Edit =>
      (text) =>
        `---\ngenre: ${genre}\ndate: 2026-11-2${genre.length}\n---\n\n${text}`,
  ),
);

/** Every rule, and all that a rule looks for only on request. */
const everything: Settings = {
  house: 'strict',
  rules: Object.fromEntries(
    rules.map(({id, options = {}}) => [
      id,
      {
        severity: 'warning' as const,
        options: Object.fromEntries(
          Object.entries(options).flatMap(([name, {type}]) => (type === 'boolean' ? [[name, true]] : [])),
        ),
      },
    ]),
  ),
};
const everySettings: readonly Settings[] = [
  everything,
  defaultSettings,
  ...houses.map((house) => ({house, rules: {}})),
];
const records: readonly DraftRecord[] = [
  {ignores: []},
  {
    ignores: ['stat-unattributed', 'anon-official', 'spun-phrase'].map((rule) => ({
      rule,
      quote: null,
      reason: 'agreed',
      by: null,
      place: {start: 0, end: 1},
    })),
  },
];

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

  for (const {name, text} of drafts) {
    it(`is judged by every rule as a new one is: ${name}`, () => {
      const format: DraftFormat = name.endsWith('.md') ? 'markdown' : 'text';
      const step = fc.record({
        edit: fc.oneof(
          {weight: 2, arbitrary: edits},
          {weight: 1, arbitrary: paragraphs},
          {weight: 2, arbitrary: names},
        ),
        // Mostly the same as before: what is kept from one keystroke to the next is what can be wrong.
        settings: fc.oneof(
          {weight: 8, arbitrary: fc.constant(null)},
          {weight: 1, arbitrary: fc.nat(everySettings.length - 1)},
        ),
        record: fc.oneof({weight: 6, arbitrary: fc.constant(0)}, {weight: 1, arbitrary: fc.constant(1)}),
      });
      fc.assert(
        fc.property(fc.array(step, {minLength: 4, maxLength: 16}), (steps) => {
          const session = new DraftSession();
          let settings = everything;
          let now = text;
          session.update(now, format, settings);
          for (const one of steps) {
            now = one.edit(now);
            if (one.settings !== null) settings = everySettings[one.settings] as Settings;
            const record = records[one.record] as DraftRecord;
            const {findings, suppressed, ofRecord} = session.update(now, format, settings, record);
            const anew = new DraftSession().update(now, format, settings, record);
            assert.deepEqual(
              {findings, suppressed, ofRecord},
              {findings: anew.findings, suppressed: anew.suppressed, ofRecord: anew.ofRecord},
            );
          }
        }),
        {numRuns: 3, seed: 20261127},
      );
    });
  }
});
