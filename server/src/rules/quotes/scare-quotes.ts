import type {Span} from '../../draft/block.js';
import type {Quotation} from '../../language/quotation.js';
import type {BlockTables, Story} from '../../story/story.js';
import {attributionsIn, lookup, placeOf} from '../lookup.js';
import {type Fix, rule, words} from '../rule.js';
import {allows, wordsAt} from '../wording.js';

/** Before the mark: the word is being named, or somebody is saying it. */
const introduced =
  /(?:\b(?:word|words|term|terms|phrase|slogan|(?<!so-)called|call|calls|calling|named|titled|entitled|dubbed|known as|labell?ed|nicknamed|reads|read|reading|says|said|wrote|song|film|book|novel|album|show|series|play|poem|hit|single|movie|podcast|hashtag|described|describes|as|means|meaning|translated|translates)\b[^.]{0,12}|[:(])\s*$/i;

export default rule({
  id: 'scare-quotes',
  family: 'quotes',
  reads: 'story',
  title: 'A word in quotation marks that nobody says',
  why: 'Marks around a word with no speaker wink at the reader: not our word. Whose it is, or what is wrong with it, stays unsaid.',
  severity: {default: 'off'},
  options: {
    allow: words('Words that may stand in quotation marks.'),
  },
  limits:
    'Off by default, a hint where it is switched on: nicknames, titles and quoted single words look the same to a machine. It speaks of one or two words in small letters, with no speaker in the sentence or the one before and no word such as "called" or "the term".',
  examples: {
    flag: [
      'The [["reform"]] took effect on Monday.',
      'The minister spent his [["vacation"]] in Dubai.',
      'So-called [["experts"]] met in Vienna.',
      'The firm’s [["green"]] trucks run on diesel.',
      'The [["free"]] lunch costs nine euros.',
      'Two [["tourists"]] were seen near the base.',
      'The [["new"]] stadium opened in 1974.',
      'The [["peace talks"]] began on Sunday in Juba.',
    ],
    leave: [
      'Lopez called it a "mistake."',
      'The term "reform" is older than the party.',
      'The film "Arrival" opens on Friday.',
      'The reform took effect on Monday.',
      'Lopez said the "reform" was a mistake.',
      '"We had no choice," Lopez said.',
      'The plan, known as "horizon", was dropped.',
      'The band played "yesterday" twice, according to the singer, Ines Moreau.',
      'Fans chanted "shame" outside.',
      'The word "maybe" stands in line 4.',
      'The slogan "not one more" hung from the bridge.',
      {text: 'The "reform" took effect. <!-- src: gazette-4 -->', format: 'markdown'},
    ],
  },
  *check(story, options) {
    const told = new Set<string>();
    for (const [block, tables] of story.blocks.entries()) {
      if (tables.exempt || tables.content.kind === 'heading') continue;
      for (const quotation of tables.quotations) {
        if (!isScare(story, block, tables, quotation) || allows(tables, options.allow, quotation)) continue;
        const words = wordsAt(tables, quotation.inner);
        // A term that keeps its marks all through is one question, not ten.
        if (told.has(words.toLowerCase())) continue;
        told.add(words.toLowerCase());
        yield {
          place: placeOf(block, quotation),
          message: `Say who calls it that, or take off the marks: nobody says “${words}” here.`,
          because: `“${words}” stands in quotation marks, and no speaker stands with it.`,
          severity: 'hint',
          fixes: [
            {
              title: 'Take off the marks',
              kind: 'suggestion',
              preferred: true,
              edits: [
                {place: {block, start: quotation.start, end: quotation.inner.start}, text: ['']},
                {place: {block, start: quotation.inner.end, end: quotation.end}, text: ['']},
              ],
            },
            ...called(block, tables, quotation),
          ],
        };
      }
    }
  },
});

const determiner =
  /\b(?:the|an?|his|her|its|their|our|this|that|these|those|some)\s+(?:[\p{L}-]+[’']s?\s+)?$/iu;

/** "What [who] calls the “reform”": before the words that the marked ones belong to, where they are plain to see. */
function called(block: number, tables: BlockTables, {start}: Span): readonly Fix[] {
  const {text} = tables.content;
  const before = determiner.exec(text.slice(Math.max(0, start - 40), start));
  if (!before) return [];
  const at = {start: start - before[0].length, end: start - before[0].length + 1};
  const first = text[at.start] ?? '';
  return [
    {
      title: 'Say who calls it that',
      kind: 'suggestion',
      edits: [
        {
          place: placeOf(block, at),
          text: [
            first === first.toLowerCase() ? 'what ' : 'What ',
            {hole: 'who'},
            ` calls ${first.toLowerCase()}`,
          ],
        },
      ],
    },
  ];
}

function isScare(
  story: Story,
  block: number,
  tables: BlockTables,
  {depth, speech, closed, continued, inner, start}: Quotation,
): boolean {
  if (depth > 0 || speech || !closed || continued) return false;
  const {text} = tables.content;
  const words = text.slice(inner.start, inner.end);
  if (!/^\p{Ll}[\p{L}’'-]*(?: \p{Ll}[\p{L}’'-]*)?$/u.test(words)) return false;
  if (
    introduced.test(text.slice(Math.max(0, start - 32), start)) ||
    /\b(?:chant|shout|cried|cry)\p{L}*\s*$/iu.test(text.slice(Math.max(0, start - 16), start))
  )
    return false;
  const {noted, sentenceAt} = lookup(tables);
  const sentence = sentenceAt(start);
  return (
    !noted(sentence) &&
    !attributionsIn(story, block).some((one) => one.sentence === sentence || one.sentence === sentence - 1)
  );
}
