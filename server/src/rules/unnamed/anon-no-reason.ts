import type {Mention} from '../../attribution/mention.js';
import type {Span} from '../../draft/block.js';
import {phraseSet} from '../../language/phrases.js';
import {firstAt, lowerBound} from '../../language/spans.js';
import type {BlockTables, Place, Source, Story} from '../../story/story.js';
import {behind, lookup, perBlock, placeOf} from '../lookup.js';
import {type Finding, type Fix, number, rule, words} from '../rule.js';
import {type UnnamedMention, unnamedClass, unnamedIn, unnamedMentionsOf} from '../unnamedSources.js';
import {allows, closingComma, wordsAt} from '../wording.js';

/** Reasons that say only that there is one. */
const hollow = phraseSet([
  'because of the sensitivity of the matter',
  'because of the sensitivity of the issue',
  'because of the sensitivity of the situation',
  'because of the sensitivity of the subject',
  'because of the sensitivity of the topic',
  'due to the sensitivity of the matter',
  'due to the sensitivity of the issue',
  'due to the sensitivity of the situation',
  'given the sensitivity of the matter',
  'given the sensitivity of the issue',
  'given the sensitivity of the situation',
  'citing the sensitivity of the matter',
  'citing the sensitivity of the issue',
  'because the matter is sensitive',
  'because the issue is sensitive',
  'because the subject is sensitive',
  'because it is a sensitive matter',
  'because of the sensitive nature of the matter',
  'because of the sensitive nature of the issue',
  'because of the delicacy of the matter',
  'for obvious reasons',
  'for various reasons',
  'for personal reasons',
  'to speak freely',
  'to speak candidly',
  'because they wished to remain anonymous',
  'because they did not want to be named',
]);

export default rule({
  id: 'anon-no-reason',
  family: 'unnamed',
  reads: 'passage',
  title: 'Anonymity with no reason given',
  why: 'Readers are asked to trust somebody whom they may not know. Telling them why is the least that is owed, and it keeps anonymity from becoming a habit.',
  severity: {
    default: 'warning',
    ap: ['error', 'AP explains in the story why a source asked not to be named.'],
    npr: ['error', 'NPR gives the reason for anonymity in the story.'],
    guardian: 'information',
  },
  options: {
    allow: words('Words that count as a reason, or descriptions that need none.'),
    within: number('How many sentences after the first mention the reason may wait.', 2),
  },
  limits:
    'It speaks where a source asks not to be named, and where an unnamed one is otherwise described well enough; a barely described official is told of by anon-official, reason included. It cannot tell a true reason from an excuse.',
  examples: {
    flag: [
      'A senior aide, [[speaking on condition of anonymity]], said the vote was lost.',
      'The employee, [[who asked not to be named]], said managers knew of the leak.',
      '"He lied to us," said an executive [[who requested anonymity]].',
      'A Danish diplomat [[who asked not to be identified]] said the text was still open.',
      'One nurse, [[speaking anonymously]], said the ward had two beds too few.',
      'A teacher [[who spoke on condition of anonymity]] said the roof had leaked since spring.',
      'The official, [[who declined to be named]], said the port would be sold.',
      'Two bank officials, [[who asked not to be named]], said the loan was refused.',
      '"We were told to wait," said a clerk, [[who did not want to be named]].',
      'The engineer spoke [[on condition of anonymity]]. The bridge was checked in May, the engineer said.',
      'An official with the water board [[who spoke on the condition of anonymity]] said the pumps were old.',
      'A soldier [[who asked not to be named]] said the unit had left. It rained all week. The river rose. Roads were cut, and he feared reprisals.',
      'A ministry official, speaking on condition of anonymity [[because of the sensitivity of the matter]], said the ship would sail.',
      'A detective who asked not to be named [[for obvious reasons]] said the file was lost.',
    ],
    leave: [
      '“I think it is coming,” said a port official, speaking on condition of anonymity to offer a view of the talks.',
      'A senior aide spoke on condition of anonymity because she was not authorised to discuss the case. The vote was lost, the aide said.',
      'The employee, who asked not to be named for fear of losing his job, said managers knew of the leak.',
      'An accountant who, like others interviewed, spoke anonymously to discuss the private meeting said the books were wrong.',
      'A nurse who asked not to be named because she still works there said the ward was short of beds.',
      'A former minister, speaking on condition of anonymity to discuss private talks, said the deal was close.',
      'A Danish diplomat said the text was still open. The diplomat spoke on condition of anonymity because the talks are private.',
      'Paul Reyes, who once asked not to be named, said he had changed his mind.',
      'The donor wished to remain anonymous, said Sister Agnes Boyle, who runs the shelter.',
      '"I spoke on condition of anonymity," Lena Roth said. "Now I will not."',
      'The police said the victim would not be named.',
      'The anonymous letter arrived on Monday, the school said.',
      'Alcoholics Anonymous said attendance had doubled.',
      'Votes are counted anonymously, the union said.',
      'The law lets whistle-blowers ask for anonymity, the justice ministry said.',
      'A woman who asked not to be named, fearing reprisals against her family, said the soldiers came at night.',
      'The officer asked that his name be withheld because he is a witness in the case. The door was open, the officer said.',
      'The company declined to name the supplier, its chairman, Ed Voss, said.',
      'A clerk, who was not authorised to speak publicly, said the forms were lost.',
      {
        text: 'The employee, who asked not to be named, said managers knew. <!-- src: plant-4 -->',
        format: 'markdown',
      },
    ],
  },
  *check(here, options) {
    const {tables} = here;
    const follows = (sentence: number) =>
      here.askNear(1, (story, block) => reasonFollows(story, block, sentence, options.within));
    for (const unnamed of unnamedIn(here)) {
      if (!isUnexplained(unnamed, options.allow) || follows(unnamed.sentence)) continue;
      const {place, mention} = unnamed;
      yield missing(
        place,
        wordsAt(tables, mention),
        null,
        behind(place.block, mention),
        closingComma(tables, mention),
      );
    }
    for (const asked of askingIn(tables)) {
      const {index, mention, anonymity, sentence} = asked;
      if (isAllowed(tables, asked, options.allow)) continue;
      const {block} = here;
      const weak = emptyReasonIn(tables, asked);
      if (weak) {
        yield emptyReason(placeOf(block, weak), wordsAt(tables, weak));
        continue;
      }
      if (mention.parts.reason !== undefined || follows(sentence)) continue;
      const source = here.sourceOf(index);
      if (source && here.ask((story, own) => isTold(story, source, own, index, options))) continue;
      yield missing(
        placeOf(block, anonymity),
        wordsAt(tables, mention.head),
        wordsAt(tables, anonymity),
        behind(block, anonymity),
        '',
      );
    }
  },
});

/** Described well enough for anon-official to be silent, but without the reason. */
const isUnexplained = (
  {class: kind, first, mention, source, tables}: Omit<UnnamedMention, 'attributions'>,
  allow: readonly string[],
): boolean =>
  first &&
  kind === 'official' &&
  !mention.anonymity &&
  source.specificity >= 4 &&
  source.parts.reason === undefined &&
  !allows(tables, allow, mention);

/** Whether a source was asked about, or gave a reason, before one of its mentions. */
function isTold(
  story: Story,
  source: Source,
  upTo: number,
  own: number,
  {allow, within}: {readonly allow: readonly string[]; readonly within: number},
): boolean {
  const isAsked = unnamedMentionsOf(source, story).some(
    (one) => isUnexplained(one, allow) && !reasonFollows(story, one.place.block, one.sentence, within),
  );
  if (isAsked) return true;
  return source.mentions.some(({block}, k) => {
    const index = source.mentionIndexes[k] as number;
    const tables = story.blocks[block] as BlockTables;
    if (block > upTo || (block === upTo && index >= own) || tables.exempt) return false;
    const asked = askingIn(tables).find((one) => one.index === index);
    if (!asked || isAllowed(tables, asked, allow) || emptyReasonIn(tables, asked)) return false;
    return asked.mention.parts.reason !== undefined || !reasonFollows(story, block, asked.sentence, within);
  });
}

/** The words that give a reason and say nothing, in the sentence in which somebody asks not to be named. */
function emptyReasonIn(tables: BlockTables, {mention, sentence}: Asking): Span | null {
  const {start, end} = (tables.sentences[sentence] as Span | undefined) ?? mention;
  const hollows = unquotedHollow(tables);
  const weak = hollows[firstAt(hollows, start)];
  return weak && weak.start < end ? weak : null;
}

const isAllowed = (
  tables: BlockTables,
  {mention: {start}, anonymity: {end}}: Asking,
  allow: readonly string[],
): boolean => allows(tables, allow, {start, end});

const unquotedHollow = perBlock((tables) => tables.find(hollow).filter(({quoted}) => !quoted));

/** A mention that asks not to be named, whoever it is and whether or not it is quoted on anything. */
interface Asking {
  readonly index: number;
  readonly mention: Mention;
  readonly anonymity: Span;
  readonly sentence: number;
}

/** Those of one block. */
const askingIn = perBlock((tables) => {
  const found: Asking[] = [];
  for (const [index, mention] of tables.mentions.entries()) {
    const {anonymity} = mention;
    if (!anonymity || mention.name !== null) continue;
    const {noted, quoted, sentenceAt} = lookup(tables);
    const sentence = sentenceAt(anonymity.start);
    if (quoted(anonymity) || noted(sentence)) continue;
    if (unnamedClass(mention) !== 'bare') found.push({index, mention, anonymity, sentence});
  }
  return found;
});

/** Whether a reason for anonymity stands in one of the next sentences, in this paragraph or the one after. */
function reasonFollows(story: Story, block: number, sentence: number, within: number): boolean {
  const here = story.blocks[block];
  if (!here) return false;
  const left = sentence + within - (here.sentences.length - 1);
  return (
    reasonIn(story, block, sentence, sentence + within) ||
    (left > 0 && reasonIn(story, block + 1, 0, left - 1))
  );
}

function reasonIn(story: Story, block: number, from: number, to: number): boolean {
  const tables = story.blocks[block];
  if (!tables) return false;
  const sentences = reasonsIn(tables);
  const next = sentences[lowerBound(sentences.length, (i) => (sentences[i] as number) < from)];
  return next !== undefined && next <= to;
}

/** The sentences of a block in which somebody unnamed gives a reason, in order. */
const reasonsIn = perBlock((tables) =>
  tables.mentions
    .filter(({parts, name}) => parts.reason !== undefined && name === null)
    .map(({start}) => lookup(tables).sentenceAt(start)),
);

function missing(place: Place, who: string, asked: string | null, after: Place, close: string): Finding {
  return {
    place,
    message: `Say why “${who}” is not named.`,
    because: asked
      ? `“${asked}” asks a reader to accept an unnamed source, and no reason stands here or in the next sentences.`
      : `“${who}” speaks unnamed, and no reason stands here or in the next sentences.`,
    fixes: [
      addReason(asked ? [' because '] : [', who spoke on condition of anonymity because '], after, close),
    ],
  };
}

function addReason(lead: readonly string[], after: Place, close: string): Fix {
  return {
    title: 'Add the reason they gave',
    kind: 'suggestion',
    preferred: true,
    edits: [
      {
        place: after,
        text: [
          ...lead,
          {
            hole: 'reason they gave',
            choices: [
              'they were not authorised to speak publicly',
              'they feared reprisal',
              'the talks were private',
              'the deliberations were internal',
            ],
          },
          close,
        ],
      },
    ],
  };
}

function emptyReason(place: Place, reason: string): Finding {
  return {
    place,
    message: `Give a reason that tells a reader something: “${reason}” does not.`,
    because: `“${reason}” says that there is a reason, not what the source stands to lose.`,
    severity: 'hint',
    fixes: [
      {
        title: 'Put the reason they gave',
        kind: 'suggestion',
        edits: [{place, text: ['because ', {hole: 'reason they gave'}]}],
      },
    ],
  };
}
