import {type PhraseSet, phraseSet} from '../../language/phrases.js';
import type {BlockTables, StoryAttribution} from '../../story/story.js';
import {lookup, perBlock, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Finding, number, rule, words} from '../rule.js';
import {adding, allows, beforeFullStop, wordsAt} from '../wording.js';

/** Tense moved back, as in reported speech: the mark of words that are still somebody's. */
const backshifted = phraseSet([
  'would',
  'would be',
  'would have',
  'had',
  'had been',
  "hadn't",
  "wouldn't",
  'could',
  "couldn't",
  'might',
  'was going to',
  'were going to',
]);
/** The present is the writer's own. */
const present = phraseSet([
  'is',
  'are',
  'has',
  'have',
  'does',
  'do',
  'will',
  'can',
  "isn't",
  "aren't",
  'estimates',
  'remains',
  'remain',
]);
const forward = phraseSet(['would', 'would be', "wouldn't", 'was going to', 'were going to', 'might']);

export default rule({
  id: 'attribution-drift',
  family: 'quotes',
  reads: 'passage',
  title: 'A paraphrase that has lost its speaker',
  why: 'When one "she said" has to serve for three paragraphs, a reader no longer knows where her account ends and the paper’s begins.',
  severity: {
    default: 'hint',
    ap: [
      'information',
      'AP says again whose account it is when it goes on in a later paragraph, unless nobody could doubt it.',
    ],
    reuters: ['information', 'Reuters gives a source for every statement that it did not witness.'],
  },
  options: {
    allow: words('Words that exempt a sentence from this rule.'),
    sentences: number('How many sentences in a row may go on with no speaker.', 2),
  },
  limits:
    'Drift cannot be told from narration by the words alone, except where the tense gives it away: it speaks of three or more sentences in a row, in a paragraph after somebody’s reported words, that all keep the moved-back tense of reported speech ("would", "had") and name nobody. An account that drifts in the present tense it does not see.',
  examples: {
    flag: [
      'The dam was safe for now, engineer Lena Roth said.\n\n[[Crews would be sent down on Monday.]] The gates would stay shut until then. Two cracks had been found near the foot.',
      'Mayor Ana Ruiz said the market would move.\n\n[[Traders would get a month’s notice.]] Rents would stay as they were. The old hall might be sold.',
      'Omar Fathi told the inquiry that he was alone on the bridge.\n\n[[The radar had failed at noon.]] The captain had gone below. Nobody would answer the bell.',
      'The club was broke, its treasurer, Jan Smit, said.\n\n[[Wages would be late again.]] The stand had been sold twice. Players could leave in May.',
      'Senator Lucia Prado said the bill was dead.\n\n[[It would not come back before the spring.]] Her party had lost its nerve. The others might try again.',
    ],
    leave: [
      'The dam was safe for now, engineer Lena Roth said.\n\nCrews would be sent down on Monday, she said. The gates would stay shut until then. Two cracks had been found near the foot.',
      'The dam was safe for now, engineer Lena Roth said.\n\nThe lake lies above the town. It was built in 1931. It holds the water of two rivers.',
      'The dam was safe for now, engineer Lena Roth said. Crews would be sent down on Monday.',
      'The dam was safe for now, engineer Lena Roth said.\n\nCrews would be sent down on Monday. The gates would stay shut until then.',
      'The dam broke at dawn.\n\nThe crews had gone home. The gates had been left open. Nobody would come until noon.',
      'We stood on the wall at dawn.\n\nThe crews had gone home. The gates had been left open. The water would rise till noon.',
      '"It is safe," Lena Roth said.\n\n"Crews would come if it were not. They had a plan. They would use it," she said.',
      'Lena Roth said the dam was safe.\n\nHer office is on the third floor. It has one window. The lake is behind it.',
      'Lena Roth said the dam was safe.\n\nThe ministry said crews would be sent down. The gates would stay shut. Two cracks had been found.',
      {
        text: 'Lena Roth said the dam was safe.\n\nCrews would be sent down. <!-- src: roth-2 --> The gates would stay shut. Two cracks had been found.',
        format: 'markdown',
      },
    ],
  },
  *check(here, options) {
    const {tables} = here;
    if (!isBody(tables) || shiftedRun(tables).length === 0) return;
    const before = here.near(-1);
    if (!before || !isBody(before)) return;
    const speaker = here.attributions(-1).findLast(({cueKind}) => cueKind === 'speech');
    if (!speaker || speaker.source.length === 0 || speaker.sentence < before.sentences.length - 2) return;
    const run = runFrom(here);
    if (run <= options.sentences || allows(tables, options.allow, tables.sentences[0] ?? {start: 0, end: 0}))
      return;
    yield finding(tables, before, here.block, speaker, run);
  },
});

const isBody = ({content, exempt}: BlockTables): boolean => content.kind === 'paragraph' && !exempt;

/** What a paragraph alone tells of a run that its head begins or goes on with. */
interface Run {
  readonly length: number;
  /** Whether all of the paragraph belongs to it, so that the next one may go on. */
  readonly whole: boolean;
  /** One of them tells of the future as seen from then ("would"): mere narration seldom does. */
  readonly forward: boolean;
}

/** How many sentences from the head of a paragraph keep the tense of reported speech with nobody speaking. */
const shiftedRun = perBlock((tables): Run => {
  const unquoted = (set: PhraseSet) =>
    new Set(
      tables
        .find(set)
        .filter(({quoted}) => !quoted)
        .map(({sentence}) => sentence),
    );
  const shifted = unquoted(backshifted);
  if (!shifted.has(0)) return {length: 0, whole: false, forward: false};
  const now = unquoted(present);
  const ahead = unquoted(forward);
  const said = new Set(tables.attributions.map(({sentence}) => sentence));
  const {quoted, noted} = lookup(tables);
  let length = 0;
  let isForward = false;
  for (const [sentence, span] of tables.sentences.entries()) {
    if (said.has(sentence) || !shifted.has(sentence) || now.has(sentence)) break;
    if (quoted(span) || noted(sentence)) break;
    isForward ||= ahead.has(sentence);
    length++;
  }
  return {length, whole: length === tables.sentences.length, forward: isForward};
});

/** The run that begins with a paragraph, over those that follow. */
function runFrom(here: Passage): number {
  let run = 0;
  let isForward = false;
  for (let by = 0; by < 4; by++) {
    const tables = by === 0 ? here.tables : here.near(by);
    if (!tables || !isBody(tables)) break;
    const {length, whole, forward: ahead} = shiftedRun(tables);
    run += length;
    isForward ||= ahead;
    if (!whole) break;
  }
  return isForward ? run : 0;
}

function finding(
  tables: BlockTables,
  before: BlockTables,
  block: number,
  speaker: StoryAttribution,
  run: number,
): Finding {
  const source = speaker.source[0] ?? {start: 0, end: 0};
  const who = wordsAt(before, source);
  const first = tables.sentences[0] ?? {start: 0, end: 0};
  const end = beforeFullStop(tables, first);
  return {
    place: placeOf(block, {start: first.start, end: end.end}),
    message: `Say again who says this, if it is still “${who}”.`,
    because: `${run} sentences in a row keep the tense of reported speech, and the last speaker named stands in the paragraph before.`,
    related: [{place: placeOf(block - 1, source), message: 'The last speaker'}],
    fixes: [
      {
        title: 'Name the speaker again',
        kind: 'suggestion',
        preferred: true,
        edits: adding(block, tables, first, [
          ', ',
          {hole: 'speaker', choices: [who.split(',')[0] as string]},
          ' said',
        ]),
      },
    ],
  };
}
