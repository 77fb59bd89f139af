import type {Span} from '../../draft/block.js';
import {phraseSet} from '../../language/phrases.js';
import type {Quantity} from '../../story/quantities.js';
import type {BlockTables, Conflict, Source, Story, StoryAttribution} from '../../story/story.js';
import {attributionsIn, blocksHaving, lookup, perBlock, perStory, sourceById} from '../lookup.js';
import {type Finding, number, rule, words} from '../rule.js';
import {tellsStory} from '../storyParts.js';
import {adding, allows, wordsAt} from '../wording.js';

/** Somebody checked, or says that nobody could. */
const weighed = phraseSet([
  'independently verified',
  'independently verify',
  'independently confirmed',
  'independently confirm',
  'independent confirmation',
  'independent verification',
  'could not be verified',
  'could not be confirmed',
  'could not verify',
  'could not confirm',
  'not been verified',
  'not been confirmed',
  'unable to verify',
  'was verified',
  'were verified',
  'unverified',
  'unconfirmed',
]);
/** Those who fight, or speak for one side. */
const belligerent =
  /\b(?:army|armed forces|military|defen[cs]e (?:ministry|minister|forces?)|ministry of defen[cs]e|general staff|war ministry|air force|navy|rebels?|militants?|insurgents?|junta|guerrillas?|militia|separatists?|Hamas|Hezbollah|Houthis?|Taliban|Kremlin|IDF|SBU|Wagner|front|brigade)\b/i;
const fighters =
  /\b(?:soldiers?|troops|fighters?|militants?|rebels?|insurgents?|servicemen|personnel|terrorists?|enemy|gunmen|guerrillas?|combatants?|sailors|officers)\b/i;

export default rule({
  id: 'conflict-unbalanced',
  family: 'story',
  reads: 'story',
  title: 'One side far from the other, or one side alone',
  why: 'A denial at the end of a story is read by few who read the charge at its head. And in war, each side counts the other’s dead: a figure from one of them alone is a claim.',
  severity: {
    default: 'warning',
    ap: ['warning', 'AP restates who says what wherever it is not clear, and says what it could not check.'],
    reuters: ['error', 'Reuters talks to all sides and says what it does not know.'],
    afp: ['error', 'AFP has rules of its own for conflicts: whose figure it is, and whether it was checked.'],
    local: 'information',
  },
  options: {
    paragraphs: number('How many paragraphs may stand between a charge and its denial.', 6),
    allow: words('Words that exempt a sentence, such as a figure that both sides accept.'),
  },
  limits:
    'It pairs a denial with what it denies where both speak of the same act and share a name or most words, so it sees few pairs. A denial without the charge that it denies is left alone. Losses are judged where a fighting side gives a number of fighters killed or hurt; who the sides are is told by words such as "army" and "rebels".',
  examples: {
    flag: [
      'The defence ministry said [[its forces killed 200 soldiers]] near the river on Monday.',
      'Rebels said [[they killed 40 troops]] in the ambush.',
      '[[More than 60 fighters were killed]] overnight, the army said.',
      'The military said on Friday that [[it had killed 15 militants]] in the hills.',
      'The general staff said [[900 enemy troops were killed or wounded]] in a day.',
      'The junta said [[30 rebels died]] in the raid. The town is quiet now.',
      'The air force said [[a strike killed 25 insurgents]] close to the border.',
      'Separatists said [[they had wounded 12 soldiers]] at the bridge.',
      'The defence minister said [[at least 18 militants were killed]] in the valley.',
      'The army said [[70 fighters were killed]].\n\nThe president will address the nation on Sunday.',
      'Harlow Homes ignored mould in the flats, tenants said.\n\nThe flats were built in 1961.\n\nThe estate has four towers.\n\nTwo stand empty.\n\nThe council owns the land.\n\nA school is close by.\n\nThe nearest clinic is a mile off.\n\nBuses run every hour.\n\nHarlow Homes denied that [[it ignored mould in the flats]].',
    ],
    leave: [
      'The defence ministry said its forces killed 200 soldiers. The figure could not be independently verified.',
      'Rebels said they killed 40 troops. The army said four soldiers died.',
      'Harlow Homes ignored mould in the flats, tenants said. Harlow Homes denied that it ignored mould in the flats.',
      'The army said 70 houses were destroyed by the flood.',
      'Doctors said 12 soldiers were being treated.',
      'The army said 300 soldiers would go home in May.',
      'Police said two officers were hurt in the crash.',
      '"We killed 40 soldiers," the song goes.',
      'The defence ministry said its forces killed 200 soldiers.\n\nThe claim is unverified.',
      'The hospital said nine fighters had died.',
      'In 1916 the army lost 20,000 soldiers in a day.',
      'The militants were killed in the crash, the airline said.',
      'Israel denied targeting the school.',
      'The army trained 400 troops.',
      'The navy said three sailors were rescued.',
    ],
  },
  *check(story, options) {
    for (const conflict of story.conflicts) {
      if (conflict.denial.block - conflict.claim.block <= options.paragraphs) continue;
      const tables = story.blocks[conflict.denial.block];
      if (!tables || !tellsStory(tables) || allows(tables, options.allow, conflict.denial)) continue;
      if (!isPlainDenial(story, conflict)) continue;
      if (isAnsweredBefore(story, conflict)) continue;
      const apart = paragraphsBetween(story, conflict);
      if (apart <= options.paragraphs) continue;
      yield farApart(story, conflict, apart);
    }
    yield* oneSided(story, options.allow);
  },
});

/** "Denied": a "not" far down in the story answers what was said before only by chance. */
function isPlainDenial(story: Story, {denial}: Conflict): boolean {
  return attributionsIn(story, denial.block).some(
    ({cueLemma, content}) => cueLemma === 'deny' && content.some(({start}) => start === denial.start),
  );
}

function paragraphsBetween({blocks}: Story, {claim, denial}: Conflict): number {
  let between = 0;
  for (let block = claim.block + 1; block < denial.block; block++)
    if (blocks[block] && tellsStory(blocks[block] as BlockTables)) between++;
  return between;
}

/** The denying side had a word closer to the charge already, or the charge is told again closer to the denial. */
function isAnsweredBefore(story: Story, {claim, denial, denialSourceId}: Conflict): boolean {
  for (let block = claim.block; block < denial.block && block <= claim.block + close; block++) {
    if (attributionsIn(story, block).some(({sourceId}) => sourceId !== null && sourceId === denialSourceId))
      return true;
  }
  return deniedClose(story).has(claim.block);
}

/** Blocks that are close to one another. */
const close = 3;

/** The blocks in which something stands that is denied close by. */
const deniedClose = perStory(
  ({conflicts}): ReadonlySet<number> =>
    new Set(
      conflicts.flatMap(({claim, denial}) => (denial.block - claim.block <= close ? [claim.block] : [])),
    ),
);

function farApart(story: Story, {claim, denial, claimSourceId}: Conflict, apart: number): Finding {
  const who = sourceById(story, claimSourceId)?.label;
  const charged = story.blocks[claim.block] as BlockTables;
  const sentence = charged.sentences[lookup(charged).sentenceAt(claim.start)] ?? claim;
  return {
    place: denial,
    message: `This denial stands ${apart} paragraphs after what it denies. Bring the two together.`,
    because: `${who === undefined ? 'The charge' : `What ${who} says`} stands alone for ${apart} paragraphs before it is denied here.`,
    related: [{place: claim, message: 'What is denied'}],
    fixes: [
      {
        title: 'Say at the charge that it is denied',
        kind: 'suggestion',
        preferred: true,
        edits: adding(claim.block, charged, sentence, [', which ', {hole: 'who'}, ' denies']),
      },
    ],
  };
}

const isLoss = ({fate, quoted}: Quantity): boolean => (fate === 'die' || fate === 'hurt') && !quoted;

/** Losses of fighters that one fighting side alone gives, in a story that does not say they are unchecked. */
function* oneSided(story: Story, allow: readonly string[]): Generator<Finding> {
  let first: Loss | undefined;
  for (const loss of lossesOf(story)) {
    first ??= loss;
    if (loss.source !== first.source) return;
  }
  if (!first || !belligerent.test(first.source.label)) return;
  if (blocksHaving(story, weighedIn, true).length > 0) return;
  const {attribution, tables, what, source} = first;
  if (allows(tables, allow, what) || lookup(tables).noted(attribution.sentence)) return;
  const sentence = tables.sentences[attribution.sentence] ?? what;
  const {block} = attribution;
  yield {
    place: {block, start: what.start, end: what.end},
    message: `Only ${source.label} gives these losses. Say what the other side says, or that they could not be checked.`,
    because: `${source.label} takes part in the fighting, and no other side and no check stands in the story.`,
    fixes: [
      {
        title: 'Say that it could not be checked',
        kind: 'suggestion',
        preferred: true,
        edits: adding(block, tables, sentence, [', a figure that could not be independently verified']),
      },
      {
        title: 'Add what the other side says',
        kind: 'suggestion',
        edits: adding(block, tables, sentence, [
          '; ',
          {hole: 'the other side'},
          ' said ',
          {hole: 'their figure'},
        ]),
      },
    ],
  };
}

const weighedIn = perBlock((tables) => tables.find(weighed));

interface Loss {
  readonly attribution: StoryAttribution;
  readonly tables: BlockTables;
  readonly what: Span;
  readonly source: Source;
}

/** The losses of fighters that somebody gives. */
function* lossesOf(story: Story): Generator<Loss> {
  for (const {block, tables, found} of blocksHaving(story, lossesIn)) {
    for (const {index, what} of found) {
      const attribution = attributionsIn(story, block)[index] as StoryAttribution;
      const source = sourceById(story, attribution.sourceId);
      if (source) yield {attribution, tables, what, source};
    }
  }
}

/** Those of one block, whoever gives them: the words and the index of their attribution. */
const lossesIn = perBlock((tables) => {
  const losses = tables.quantities.filter(isLoss);
  if (losses.length === 0) return [];
  return tables.attributions.flatMap(({content: [what], quote, cueKind}, index) => {
    if (!what || cueKind !== 'speech' || quote === 'direct') return [];
    const lost = losses.find(({start, end}) => start >= what.start && end <= what.end);
    return lost && fighters.test(wordsAt(tables, {start: lost.start, end: Math.min(what.end, lost.end + 60)}))
      ? [{index, what}]
      : [];
  });
});
