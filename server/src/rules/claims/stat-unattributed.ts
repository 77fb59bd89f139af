import type {BlockTables, Story, StoryClaim} from '../../story/story.js';
import {readingOf} from '../../story/traits.js';
import {firstHaving, perBlock} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Fix, rule, words} from '../rule.js';
import type {House} from '../severity.js';
import {isInInterview, isInTitle} from '../storyParts.js';
import {adding, allows, sourceChoices, wordsAt} from '../wording.js';

/** Houses to which an unsourced number of dead, hurt or marchers is an error. */
const strictOnLives: ReadonlySet<House> = new Set(['ap', 'reuters', 'afp', 'bbc']);

export default rule({
  id: 'stat-unattributed',
  family: 'claims',
  reads: 'passage',
  title: 'A figure with no source',
  why: 'A number sounds checked whether or not anybody checked it. A reader can only weigh it by knowing who counted.',
  severity: {
    default: 'warning',
    ap: [
      'warning',
      'Facts that can be disputed and that the reporter did not gather are attributed. Casualty and crowd figures are reported as errors.',
    ],
    reuters: [
      'warning',
      'Every statement has a source unless it is established, public or witnessed. Casualty and crowd figures are reported as errors.',
    ],
    afp: [
      'warning',
      'The source comes at once, above all in the lead. Casualty and crowd figures are reported as errors.',
    ],
    bbc: [
      'warning',
      'Material facts that cannot be corroborated are normally attributed. Casualty and crowd figures are reported as errors.',
    ],
    local: ['information', 'A local desk often knows the figure from the meeting it covers.'],
  },
  options: {
    allow: words('Words that exempt a sentence from this rule, such as the name of your own data project.'),
  },
  limits:
    'It cannot tell a figure that everybody knows from one that nobody has checked, and it looks no further back than the sentence before in the same paragraph. Figures of plans, bills and rates that somebody set, ages, scores, prices, poll answers and vote counts are left alone, and so are those spoken of as known ("the 49 victims").',
  examples: {
    flag: [
      'Rents in Leeds have climbed [[34%]] since 2019.',
      '[[About 60,000 people]] joined the march through Lyon on Saturday.',
      'The county spends [[$14,200]] per pupil.',
      '[[One in five nurses]] in the province is ready to quit.',
      '[[At least nine people]] were killed and 21 wounded when the bridge gave way.',
      'The army has moved [[more than 40,000 troops]] to the border however insists that it wants peace.',
      'Unemployment on the island fell to [[4.1 percent]] in May.',
      'Profit at the shipping line rose to [[€3.2bn]] last year.',
      'The number of asylum claims has [[doubled]] in two years.',
      'Twelve hours of rain left [[130 people]] homeless in Sylhet.',
      'Hospital admissions for asthma are up [[18 per cent]] on last winter.',
      'The fire destroyed the market. [[Two people]] died in the smoke.',
      'Girls in the district are [[twice as likely]] to leave school early.',
      'The utility lost [[$40 million]] in the second quarter.',
      'The cull will go ahead. Farmers have lost [[more than 3,000 sheep]] to the disease.',
      '[[Two-thirds of tenants]] on the estate are behind with the rent.',
      'Ridership has fallen [[12 percentage points]] since the fares rose.',
      'The clinic treated [[1,400 patients]] in March. Nurses slept in the corridor.',
      'The ministry opened an inquiry, said the minister, Ana Prado.\n\nThe dam burst at dawn. [[At least 31 people]] drowned.',
      'Some [[25,000 households]] in the valley have no clean water.',
      'The shelling wounded [[14 civilians]].',
      '[[Nearly 1,500 coal- and gas-fired plants]] in the region have shut.',
      'Sales tax revenue fell [[12 percent]] in June.',
      'The bank noted that rents had reached a record — but the county has counted [[more than 4,000 complaints]] about them.',
      'A Metro North poll has the mayor ahead.\n\nHe was hired to cut costs.\n\nThe ferry is late.\n\nCosts have grown [[12 percent]] since.',
      'The bridge gave way in the storm, and [[31 people]] drowned in the night.',
    ],
    leave: [
      'Rents in Leeds have climbed 34% since 2019, according to the property site Homeline.',
      'The port handled 18% fewer containers in October, the harbour authority said.',
      {text: '[Rents have climbed 34%](https://data.example.org/rents) since 2019.', format: 'markdown'},
      {text: 'Rents have climbed 34% since 2019.<!-- src: homeline p3 -->', format: 'markdown'},
      'The council approved the budget by a vote of 7-2.',
      'The bill would give schools $5 million over three years.',
      'She is 34 and has two sons.',
      'The crash closed Highway 101 for three hours.',
      'Tickets cost $15 at the door.',
      'Keith Adeyemi, 43, was hired in June.',
      '"We lost 40% of our trade in a week," said Ines Duarte, who runs the bakery.',
      'Duarte said trade was down by half. It fell 40% in the first week alone, she said.',
      'The match ended 3-1 in front of the home fans.',
      'The office is at 221 Canal Street and opens at 9 a.m.',
      'The party wants to cut the levy to 5 percent by 2030.',
      'The poll surveyed 1,213 adults and has a margin of error of plus or minus 3 percentage points.',
      'The law requires companies that earn more than $250 million a year to file a report.',
      'The trial begins on 4 March and is set to last 12 days.',
      'Kerr scored 24 points in 31 minutes.',
      'The 5% stake changed hands in 2014.',
      'Apollo 13 returned to Earth in 1970.',
      'By our own count of court files, 41% of the cases were dropped.',
      '# Rents rise 34% in Leeds',
      'Can a city of 90,000 people do without a hospital?',
      'Lukas Obi doubled the lead after an hour with a header from a corner.',
      'The Evening Post interviewed more than 40 former drivers and cleaners.',
      'The family will donate $2 million to the hospice.',
      'The nurses’ union represents almost 50,000 workers in the north.',
      'The authors of the report combed through 500 sets of accounts and found that 73 percent named a tax haven.',
      'Ruiz missed the 15 percent polling threshold and was not asked to the debate.',
      'Diaz carried the province 66% to 30%.',
      'The group is trying to raise $25 million for a new hall.',
      'Traffic to the site grew all week, the firm said, adding 4,000 users a day.',
      'A group marched in silence with pictures of the 49 victims.',
      'Spending on the fleet rose 12 percent.\n\nSource: Nordic Council.',
      'The tax on profits was cut to 10 percent from 12 percent.',
      'The bank fired 5,300 clerks, the regulator said in a ruling that ran to 90 pages. It fined the bank, too. It named 12 managers.',
      'Two-thirds of ferry users want a night service, and half would pay more for it.\n\nThat is according to a poll by Metro North.',
      'A third of shopkeepers call themselves worried.\n\nThe shops open at nine.\n\nIn the Metro North survey, taken in May, most of them said rents were too high.',
      'Metro North poll: The mayor is ahead.\n\nThe race is close.\n\nDiaz has 45% and Brandt 44%.',
      'Metro North took the poll of 1,042 registered voters in May.',
      'Undecided   9%.',
      'The mayor doubled-down on her claim about the ferry.',
      'That dislike, which touches a third of independent voters, will be felt. The poll was taken in May.',
      'Some 367,000 people voted in the Democratic primary, and fewer in the other.',
      'There will be students from families with incomes above $125,000 who borrow.',
      'For every $10,000 that they borrow, students pay a point of their income.',
      'Clerks earning even $30,000 are not entitled to overtime pay.',
      'The federation represents 325,000 businesses with fewer than 10 employees.',
      'The club charged a fee of $100,000, 90 percent of it refundable.',
      'The two firms gave a total $5 million to the campaign.',
      'The press is running a campaign to raise $5,000 for a new edition.',
      'He is a man who puts his net worth at $11 billion.',
      'A couple shot dead 14 people in San Bernardino in December.',
      'More than half of primary voters in Elmford opted for Diaz.',
      'In another Jan. 17, 2013 email, Voss asks for the list.',
      'A: I don’t know how you would house 11 million people.',
      'More than 1,200 letters from the mayor are now secret.\n\nThe mayor wrote them in May.\n\nThe town hall released the last of the letters that the mayor wrote in May late on Sunday, and said that it had marked more than 1,200 of them as secret since it was asked for them.',
      'The poll was conducted by telephone among 1,358 registered voters.',
      'The measure was defeated by 74 percent on a turnout of 49.4 percent.',
      'With most of the vote counted, Diaz led with 44 percent. Brandt was second with 16 percent.',
      'The bank noted that rents had reached a record — a high sum, but still below the $5 million spent in 2011.',
      '€43 million—that is what the roof of the station cost the city in the end, Ines Duarte of the Evening Post reports.',
      'The march recalled the fire that killed 31 people in November.',
      'The mayor announced a new Metro North poll of the region.\n\nAmong likely voters, 46 percent would choose Diaz and 44 percent Brandt.',
    ],
  },
  *check(here, options, house) {
    const {tables} = here;
    if (tables.content.kind !== 'paragraph' && tables.content.kind !== 'list-item') return;
    if (isRow(tables) || isAnswer(tables)) return;
    const claims = here
      .unsourced('figure')
      .filter((claim) => !allows(tables, options.allow, claim) && !isPollAnswer(here, claim));
    // One a paragraph: the gravest, else the first. A second squiggle would ask for the same source again.
    const claim = claims.find(({grave}) => grave) ?? claims[0];
    // A headline's figure is the story's, which says whose it is.
    if (!claim || readingOf(tables).headline || hasSourceLine(tables) || hasSourceLine(here.near(1))) return;
    if (isInInterview(here) || isInTitle(here)) return;
    const figure = wordsAt(tables, claim.trigger);
    const markdown = here.askStory(isMarkdown);
    yield {
      place: {block: claim.block, start: claim.trigger.start, end: claim.trigger.end},
      message: claim.grave ? `Say who counted “${figure}”.` : `Say where “${figure}” comes from.`,
      because: `“${figure}” is told as fact, and neither this sentence nor the one before says on whose word.`,
      severity: claim.grave && strictOnLives.has(house) ? 'error' : undefined,
      fixes: fixes(markdown, claim, tables, here.askStory(sourceChoices)),
    };
  },
});

const isMarkdown = ({draft}: Story): boolean => draft.format === 'markdown';

/** "Source: NATO." under a figure or a list of them. */
const sourceLine = /(?:^|[.!?\n]\s{0,3})Sources?:\s{0,3}\p{L}/u;

const hasSourceLine = (tables: BlockTables | undefined): boolean =>
  sourceLine.test(tables?.content.text ?? '');

const percentage = /(?:%|percent|per cent|points?)$/;
const share =
  /\bin (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\b|\b(?:half|thirds?|quarters?|fifths?)\b/i;
const answering =
  /\b(?:says?|said|supports?|endorses?|favou?rs?|opposes?|backs?|approves?|disapproves?|prefers?|thinks?|feels?|agrees?|wants?|believes?|saying|viewed|seen|liked|rated)\b/i;
/** What only those who were asked can have said. */
const ofThemselves =
  /\b(?:describ|call|consider|identif|see|view|label)(?:e|es|ed|ied|y|s|saw)? (?:themselves|him|her)/i;
const casting = /\bvoters\b.{0,40}\b(?:opted|voted|chose|cast)\b/i;
/** What is counted or measured rather than asked for. */
const moving =
  /\b(?:rose|risen|rises?|fell|fallen|falls?|grew|grows?|grown|increased?|dropped|since|a year)\b/i;
/** How far from its top a story that is about a poll names it, in blocks. */
const lead = 2;

/** A share in a paragraph that tells of a poll or of voters, or beside one, is an answer in the poll. */
function isPollAnswer(here: Passage, {sentence, trigger}: StoryClaim): boolean {
  const {content, sentences} = here.tables;
  const words = content.text.slice(trigger.start, trigger.end);
  const isPercentage = percentage.test(words);
  if (!isPercentage && !share.test(words)) return false;
  const {start, end} = sentences[sentence] ?? trigger;
  const said = content.text.slice(start, end);
  // "More than half of voters opted for Diaz": counted, not asked.
  if (casting.test(said)) return true;
  const near = [0, -1, -2].some((by) => {
    const tables = here.near(by);
    return tables !== undefined && tellsOfPoll(tables);
  });
  if (near && (isPercentage || /\b(?:voters|respondents|adults)$/i.test(words))) return true;
  const first = here.askStory(firstPoll);
  // "One in three call themselves poor": in the poll that the story speaks of, wherever it does.
  if (ofThemselves.test(said)) return first < Number.POSITIVE_INFINITY;
  // "One in three said": in the poll that the story is about, however far above, or that the next paragraph names.
  if (answering.test(said)) return first <= here.block + 1;
  // "Diaz has 45%": in a story whose lead is a poll.
  return isPercentage && first <= lead && !moving.test(said);
}

/** "A: There are 11 million of us", "VOSS: Half of it is gone": somebody's own words in an interview. */
const isAnswer = ({content: {text}}: BlockTables): boolean => /^(?:A|\p{Lu}{3,30}):\s/u.test(text);

/** "Undecided   9%": a row of a table, whose source stands elsewhere. */
const isRow = ({content: {text}}: BlockTables): boolean =>
  /^[^.!?]{1,40}\d\s?(?:%|percent)\W*$/u.test(text) && text.trim().split(/\s+/).length < 5;

/** The first block that speaks of a poll or a survey; infinite where none does. */
const firstPoll = (story: Story): number => firstHaving(story, pollsIn, true);

const pollsIn = perBlock(({content, mentions}) =>
  mentions.filter(({end, start}) => /\b(?:polls?|surveys?)\b/i.test(content.text.slice(start, end))),
);

const tellsOfPoll = perBlock(({mentions}) =>
  mentions.some(
    ({headLemma, text}) =>
      headLemma === 'poll' ||
      headLemma === 'survey' ||
      headLemma === 'voter' ||
      /\b(?:poll|survey|voters)\b/i.test(text),
  ),
);

function fixes(
  markdown: boolean,
  claim: StoryClaim,
  tables: BlockTables,
  choices: readonly string[],
): readonly Fix[] {
  const {block} = claim;
  const before = {block, start: claim.trigger.start, end: claim.trigger.start};
  const after = {block, start: claim.trigger.end, end: claim.trigger.end};
  const link: Fix = {
    title: 'Link to where it comes from',
    kind: 'suggestion',
    edits: [
      {place: before, text: ['[']},
      {place: after, text: ['](', {hole: 'address'}, ')']},
    ],
  };
  return [
    {
      title: 'Say who gives the figure',
      kind: 'suggestion',
      preferred: true,
      edits: adding(block, tables, claim, [', according to ', {hole: 'source', choices}]),
    },
    ...(markdown ? [link] : []),
    {
      title: 'Say that it is our own calculation',
      kind: 'suggestion',
      edits: adding(block, tables, claim, [
        ', by a count that ',
        {hole: 'newsroom'},
        ' made of ',
        {hole: 'what was counted'},
      ]),
    },
  ];
}
