import {overlapTest} from '../../language/spans.js';
import {type PollPart, pollLeadsIn, pollMethodsIn, pollParts} from '../../story/polls.js';
import type {BlockTables, Story} from '../../story/story.js';
import {behind, blocksHaving, firstHaving, lookup, perBlock, placeOf} from '../lookup.js';
import {type Finding, flag, rule, words} from '../rule.js';
import {isTitle, listed, tellsStory} from '../storyParts.js';
import {afterSentence, allows, closingComma, wordsAt} from '../wording.js';

const named: Readonly<Record<PollPart, string>> = {
  sample: 'how many were asked, and who',
  dates: 'when they were asked',
  margin: 'the margin of error',
};

export default rule({
  id: 'poll-incomplete',
  family: 'story',
  reads: 'story',
  title: 'A poll without what a reader needs to weigh it',
  why: 'A share of "voters" says little until it is known who asked whom, how many and when, and by how much the figure may be off.',
  severity: {
    default: 'warning',
    ap: [
      'error',
      'AP says who took and paid for a poll, how many were asked and how they were chosen, when, how and with what margin of error; a lead within the margin is not called a lead.',
    ],
    local: 'information',
  },
  options: {
    allow: words('Polls that are never flagged, such as your own tracker.'),
    methods: flag('Also ask for sample, dates and margin of error where a poll opens the story.', true),
  },
  limits:
    'It sees polls whose answers a sentence gives. A pollster is anybody with a name of their own beside the poll. Sample, dates and margin are asked for once, where the headline or the first two paragraphs rest on a poll, and anywhere in the story will do. It cannot tell an opt-in panel from a drawn sample.',
  examples: {
    flag: [
      '[[A new poll]] shows 52% back the measure.',
      '[[Surveys]] show voters are tired.',
      '[[An online survey]] found that one in three tenants skips meals.',
      'Most parents want a later start, according to [[a recent poll]].',
      '[[Polls]] suggest the governor will lose by 9 points.',
      '[[A national survey]] of nurses found 40% had been threatened.',
      '[[Opinion polls]] put the party at 31%.',
      'Support has slipped to 44 percent, according to [[a poll]] released on Friday.',
      '[[A British survey]] found that 61% of commuters would rather walk.',
      '[[One recent poll]] gave the mayor 38 percent.',
      'Mayor Lee [[leads 48% to 46%]] in a Marist poll of 1,213 adults taken Sept. 4-7. The margin of error is plus or minus 3 percentage points.',
      'Lee is [[ahead by two points]], a Gallup poll of 900 voters conducted in May found. The margin of error was 3.5 points.',
      '[[A Marist poll]] found that 58% of adults want the ferry back.\n\nThe council votes next week.',
      'Farmers have turned against the dam\n\n[[An Ipsos poll]] of 1,100 farmers found 63% now oppose it.',
      '[[A new poll]] suggests that a majority of residents oppose the tower, and the vote is near.',
    ],
    leave: [
      'The mayor has slipped by 9 points in the polls.',
      'Polls have closed across the province.',
      'A survey of 212 of its members had found six in ten opposed, the chamber of trade said.',
      'The dam would lose a vote, according to a new poll.\n\nThe Ipsos survey of 1,100 farmers was published on Monday.',
      'Johnson needs 15 percent in national polls to reach the 15 percent mark.',
      'Exit polls suggested a late swing to the left.',
      'A Marist poll of 1,213 adults taken Sept. 4-7 found 58% want the ferry back, with a margin of error of plus or minus 3.4 percentage points.',
      'The council votes on Monday.\n\nTraders expect a close vote.\n\nThe debate has been bitter for a year.\n\nAn Ipsos poll found 63% oppose the dam.',
      'Polls open at 7 a.m. on Tuesday.',
      'Voters go to the polls in May.',
      'Engineers began a survey of the damage.',
      'A damage survey shows the quay has sunk.',
      'The land survey shows the fence is two metres out.',
      '"Polls show we are winning," the candidate said.',
      'Soldiers guarded polling stations across the delta.',
      'She surveyed the field and left.',
      {
        text: '[A poll](https://example.org/poll) found 52% back the measure.\n\nIt asked 1,000 adults in a survey conducted in March. The margin of error is 3 points.',
        format: 'markdown',
      },
      'A poll by Gallup put her behind in May. The rise in rents worries many.\n\nThe mayor spoke on Monday.\n\nThe poll was the third this year to show her behind.',
      'The poll tax led to riots.',
      'A University of Leeds survey of 2,040 nurses, carried out in May, found 40% had been threatened. The margin of error was 2 points.',
      'Lee leads 48% to 39% in a Marist poll of 1,213 adults taken Sept. 4-7. The margin of error is plus or minus 3 percentage points.',
      'The striker led the poll of fans for player of the year.',
    ],
  },
  *check(story, options, house) {
    const having = blocksHaving(story, pollsIn);
    if (having.length === 0) return;
    const methods = storyMethods(story);
    const opening = lastOpening(story);
    let asked = false;
    let unnamedPlural = false;
    let seen = false;
    for (const {block, tables, found} of having) {
      if (isTitle(story, block)) continue;
      const opens = tables.content.kind === 'heading' || block <= opening;
      const {noted} = lookup(tables);
      for (const poll of found) {
        if (poll.quoted || allows(tables, options.allow, poll)) continue;
        // "The polls" are where a race stands; "its polling" is the owner's.
        const again = poll.definite && (poll.plural || seen || isNamedBefore(story, block));
        seen = true;
        if (again) continue;
        const fixed = linksIn(tables)(poll);
        if (!poll.pollster && !noted(poll.sentence) && !fixed && !namedBeside(story, block)) {
          // "Polls show" again and again is one fault.
          if (poll.plural && unnamedPlural) continue;
          unnamedPlural ||= poll.plural;
          asked = true;
          yield withoutPollster(block, tables, poll);
        } else if (opens && poll.figures && options.methods && !asked) {
          asked = true;
          const missing = pollParts.filter((part) => !methods.parts.has(part));
          if (missing.length > 0) yield withoutMethods(block, tables, poll, missing, house === 'ap');
        }
      }
      if (methods.margin !== null) {
        for (const lead of leadsIn(tables)) {
          if (lead.points > 0 && lead.points <= methods.margin && !lookup(tables).quoted(lead)) {
            yield withinMargin(block, tables, lead, methods.margin);
          }
        }
      }
    }
  },
});

interface Methods {
  readonly parts: ReadonlySet<PollPart>;
  readonly margin: number | null;
}

const pollsIn = ({polls}: BlockTables) => polls;
const tellingMethods = perBlock((tables) => {
  const methods = methodsIn(tables);
  return methods.parts.size > 0 || methods.margin !== null ? [methods] : [];
});
const leadsIn = perBlock(({content}) => pollLeadsIn(content));
const methodsIn = perBlock(({content}) => pollMethodsIn(content));
const linksIn = perBlock(({content}) => overlapTest(content.links));

/** The last block with which a story opens: its second paragraph. */
function lastOpening(story: Story): number {
  let left = 2;
  const last = story.blocks.findIndex(
    (tables, block) => tellsStory(tables) && !isTitle(story, block) && --left === 0,
  );
  return last < 0 ? story.blocks.length : last;
}

/** What the whole story says of how its polls were taken. */
function storyMethods(story: Story): Methods {
  const parts = new Set<PollPart>();
  let margin: number | null = null;
  // A note at the foot that nobody judges may tell them.
  for (const {found} of blocksHaving(story, tellingMethods, true)) {
    for (const {parts: some, margin: own} of found) {
      for (const part of some) parts.add(part);
      margin ??= own;
    }
  }
  return {parts, margin};
}

/** The first block that calls a poll by name; infinite where none does. */
const firstNamed = (story: Story): number => firstHaving(story, namedIn, true);

const namedIn = perBlock((tables) => (methodsIn(tables).named ? [tables] : []));

/** A poll was called by name further up, without its answers. */
const isNamedBefore = (story: Story, block: number): boolean => firstNamed(story) < block;

/** Blocks at the top that may leave the pollster to the story under them. */
const lead = 4;

/** The paragraph, or the one before or after, names the pollster; for what the story opens with, any does. */
function namedBeside(story: Story, block: number): boolean {
  const {blocks} = story;
  if (block < lead && firstNamed(story) < Number.POSITIVE_INFINITY) return true;
  return [block - 1, block, block + 1].some((at) => {
    const tables = blocks[at];
    return tables !== undefined && methodsIn(tables).named;
  });
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

function withoutPollster(block: number, tables: BlockTables, poll: Found & {plural: boolean}): Finding {
  const said = wordsAt(tables, poll);
  // "A survey of nurses": whom they asked is told.
  const ofWhom = tables.content.text.startsWith(' of ', poll.end);
  return {
    place: placeOf(block, poll),
    message: poll.plural ? `Say whose polls these are: “${said}”.` : `Say who took this poll: “${said}”.`,
    because: `“${said}” is quoted for what people think, and nobody is named who asked them.`,
    severity: poll.plural ? 'warning' : undefined,
    fixes: [
      {
        title: 'Say who asked whom, and when',
        kind: 'suggestion',
        preferred: true,
        edits: [
          {
            place: behind(block, poll),
            text: [
              ' by ',
              {hole: 'pollster'},
              ...(ofWhom ? [] : [' of ', {hole: 'how many, and who'}]),
              ', taken ',
              {hole: 'when'},
              closingComma(tables, poll),
            ],
          },
        ],
      },
    ],
  };
}

function withoutMethods(
  block: number,
  tables: BlockTables,
  poll: Found,
  missing: readonly PollPart[],
  strict: boolean,
): Finding {
  const said = wordsAt(tables, poll);
  const sentence = tables.sentences[poll.sentence] ?? poll;
  return {
    place: placeOf(block, poll),
    message: `The story rests on “${said}”. Add ${listed(missing.map((part) => named[part]))}.`,
    because: `Nothing in the story says ${listed(
      missing.map((part) => named[part]),
      'or',
    )}.`,
    severity: strict ? 'warning' : undefined,
    fixes: [
      {
        title: 'Add how the poll was taken',
        kind: 'suggestion',
        preferred: true,
        edits: [
          {
            place: {block, ...afterSentence(tables, sentence)},
            text: [
              ' The poll of ',
              {hole: 'how many, and who'},
              ' was taken ',
              {hole: 'when and how'},
              ' and has a margin of error of ',
              {hole: 'points'},
              '.',
            ],
          },
        ],
      },
    ],
  };
}

function withinMargin(
  block: number,
  tables: BlockTables,
  lead: {start: number; end: number},
  margin: number,
): Finding {
  const said = wordsAt(tables, lead);
  return {
    place: placeOf(block, lead),
    message: `The gap is within the margin of error of ${margin} points, so it is no lead: “${said}”.`,
    because: `“${said}” tells of a lead that the poll’s own margin does not bear out.`,
    severity: 'warning',
    fixes: [
      {
        title: 'Say that it is within the margin',
        kind: 'suggestion',
        preferred: true,
        edits: [
          {place: behind(block, lead), text: [`, within the margin of error${closingComma(tables, lead)}`]},
        ],
      },
    ],
  };
}
