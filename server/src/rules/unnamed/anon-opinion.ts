import type {Span} from '../../draft/block.js';
import {phraseSet} from '../../language/phrases.js';
import type {BlockTables, StoryAttribution} from '../../story/story.js';
import {lookup, perBlock, perSource, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Finding, rule, words} from '../rule.js';
import {unnamedClass, unnamedMentionsOf} from '../unnamedSources.js';
import {allows, wordsAt} from '../wording.js';

/** Words of praise, attack or contempt for somebody or something: never a fact. */
const judgements = phraseSet([
  'worst minister',
  'worst boss',
  'worst president',
  'worst leader',
  'worst governor',
  'worst mayor',
  'worst manager',
  'worst coach',
  'worst chancellor',
  'terrible',
  'awful',
  'horrible',
  'bully',
  'bullies',
  'liar',
  'idiot',
  'idiotic',
  'incompetent',
  'incompetence',
  'amateurish',
  'amateur hour',
  'disaster',
  'disastrous',
  'disgrace',
  'disgraceful',
  'disgusting',
  'shameful',
  'pathetic',
  'ridiculous',
  'stupid',
  'crazy',
  'insane',
  'brilliant',
  'genius',
  'hero',
  'wonderful',
  'fantastic',
  'magnificent',
  'lazy',
  'arrogant',
  'toxic',
  'clueless',
  'a joke',
  'laughing stock',
  'embarrassing',
  'embarrassment',
  'coward',
  'cowardly',
  'crook',
  'weak leader',
  'hopeless',
  'useless',
  'nasty man',
  'nasty woman',
  'nasty person',
  'nasty piece of work',
  'cruel',
  'monster',
  'clown',
  'circus',
  'a mess',
  'nightmare',
  'reckless',
  'unfit',
  'delusional',
  'out of touch',
  'out of his depth',
  'out of her depth',
  'hypocrite',
  'hypocritical',
  'tyrant',
  'narcissist',
  'unhinged',
  'foolish',
  'absurd',
  'farce',
  'sham',
  'superb',
  'outstanding',
  'visionary',
  'best minister',
  'best boss',
  'best leader',
  'great leader',
  'great man',
  'great boss',
  'a saint',
  'loathsome',
  'vindictive',
  'petty',
  'spineless',
  'dishonest',
  'untrustworthy',
  'bonkers',
  'rubbish',
  'garbage',
  'madness',
  'lunacy',
  'a fool',
  'an ass',
  'asshole',
  'jerk',
  'vile',
  'despicable',
  'power-hungry',
  'control freak',
  'thin-skinned',
  'self-serving',
  'tone-deaf',
  'bizarre',
  'ludicrous',
  'shambles',
  'shambolic',
  'quack',
  'charlatan',
]);
/** People who are called no more than this tell of somebody they know. */
const personal = new Set([
  'colleague',
  'friend',
  'associate',
  'ally',
  'relative',
  'acquaintance',
  'teammate',
  'rival',
  'classmate',
  'co-worker',
  'coworker',
  'employee',
  'confidant',
  'confidante',
  'staffer',
  'insider',
  'subordinate',
  'backbencher',
  'donor',
  'veteran',
  'minister',
  'mp',
  'senator',
  'lawmaker',
  'player',
  'executive',
]);

export default rule({
  id: 'anon-opinion',
  family: 'unnamed',
  reads: 'passage',
  title: 'Praise or attack from somebody unnamed',
  why: 'Anonymity protects people who tell facts at a risk. Behind it, praise is free advertising and an attack is one that the victim cannot answer.',
  severity: {
    default: 'warning',
    ap: ['error', 'AP grants anonymity for information only, not for opinion or speculation.'],
    npr: ['error', 'NPR lets nobody attack or praise a person unnamed.'],
    reuters: [
      'error',
      'Reuters takes facts from unnamed sources on one side of a conflict, not their view of the other.',
    ],
    guardian: ['error', 'The Guardian is stricter with unnamed sources where they speak ill of somebody.'],
  },
  options: {
    allow: words('Words of judgement that are never flagged.'),
  },
  limits:
    'It knows opinion by some hundred words of praise and contempt in what an unnamed person says; opinion in other words, and speculation, it does not see. Crowds ("critics say") are told of by vague-group. Accounts of abuse by somebody who must not be named belong under an ignore mark with that reason.',
  examples: {
    flag: [
      '"She is the [[worst]] minister in decades," a colleague said.',
      'One insider called the plan "[[amateurish]]."',
      'A source close to the family described him as a [[bully]].',
      'A Treasury official said the chancellor was [[clueless]].',
      '"It was a [[disaster]]," said a Western diplomat who was in the room.',
      'A former aide called the governor [[brilliant]].',
      '"He is a [[coward]]," one player said.',
      'The merger is a [[farce]], according to a bank executive.',
      'A party official said the campaign was a [[shambles]].',
      'One minister called her speech "[[ludicrous]]."',
      'A friend described the singer as [[arrogant]].',
      '"They are a [[laughing stock]] in Brussels," a European diplomat said.',
      'An airline executive dismissed the plan as "[[madness]]."',
    ],
    leave: [
      'One official said the plan omits the $3 million the city borrowed in May.',
      '"She is the worst minister in decades," said opposition whip Tom Hale.',
      'A colleague said she left at six.',
      'Ana Ruiz, a colleague, called him a bully.',
      'Critics called the plan amateurish.',
      'A Treasury official said the flood was the fourth this year.',
      'The disaster agency said the road was shut, an official in Pune said.',
      'The governor called the plan amateurish.',
      'He was a bully, Tom Hale said.',
      'A spokeswoman for the airline called the report ridiculous.',
      'A study called the scheme a disaster.',
      'The film is a farce.',
      {text: 'A friend described the singer as arrogant. <!-- src: band-2 -->', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    if (verdictsIn(tables).length === 0) return;
    const told = new Set<number>();
    for (const attribution of here.attributions()) {
      const {sourceId, sentence, cueKind} = attribution;
      if (sourceId === null || cueKind === 'attitude' || attribution.negated) continue;
      const judging = judgementIn(tables, attribution);
      if (!judging || lookup(tables).noted(sentence) || allows(tables, options.allow, judging)) continue;
      if (told.has(judging.start) || !isBySomebodyUnnamed(here, sourceId)) continue;
      told.add(judging.start);
      yield finding(tables, attribution, judging);
    }
  },
});

/** Words of judgement in a block, but for those that name a thing: "the disaster agency". */
const verdictsIn = perBlock((tables) =>
  tables
    .find(judgements)
    .filter(
      ({end}) =>
        !/^[ -](?:agency|relief|area|zone|response|management|recovery|insurance|plan|aid|worker|fund|declaration)/i.test(
          tables.content.text.slice(end, end + 14),
        ),
    ),
);

/** Where the words said are a verdict; null where they may be fact. */
const judgementIn = (tables: BlockTables, {content}: StoryAttribution): Span | null =>
  verdictsIn(tables).find((hit) => content.some(({start, end}) => hit.start >= start && hit.end <= end)) ??
  null;

function isBySomebodyUnnamed(here: Passage, id: string): boolean {
  const source = here.sourceById(id);
  return source !== undefined && here.of(source, isUnnamed);
}

/** Whether a source speaks unnamed: one of the other rules of the family, or somebody's friend or colleague. */
const isUnnamed = perSource((source, story): boolean => {
  if (source.standing !== 'described' && source.standing !== 'vague') return false;
  const kind = unnamedMentionsOf(source, story)[0]?.class;
  if (kind === 'official' || kind === 'bare') return true;
  const mention = story.blocks[source.mentions[0]?.block ?? -1]?.mentions[source.mentionIndexes[0] ?? -1];
  return (
    mention?.name === null &&
    mention.headLemma !== null &&
    personal.has(mention.headLemma) &&
    mention.determiner !== 'definite' &&
    !(mention.plural && mention.determiner === 'bare' && unnamedClass(mention) === null)
  );
});

function finding(tables: BlockTables, {block, source}: StoryAttribution, judging: Span): Finding {
  const word = wordsAt(tables, judging);
  const who = source[0] ? wordsAt(tables, source[0]) : null;
  return {
    place: placeOf(block, judging),
    message: `Get this on the record, or keep the fact and cut the verdict: “${word}” comes from somebody unnamed.`,
    because: `“${word}” judges, and ${who ? `“${who}”` : 'who says it'} is not named.`,
    related: source[0] ? [{place: placeOf(block, source[0]), message: 'Who judges'}] : [],
    // Nobody else's words are changed within their quotation marks.
    fixes: lookup(tables).quoted(judging)
      ? []
      : [
          {
            title: 'Keep the fact, cut the verdict',
            kind: 'suggestion',
            edits: [{place: placeOf(block, judging), text: [{hole: 'what happened, in plain words'}]}],
          },
        ],
  };
}
