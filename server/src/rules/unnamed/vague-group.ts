import type {Mention} from '../../attribution/mention.js';
import type {Span} from '../../draft/block.js';
import {firstAt} from '../../language/spans.js';
import type {BlockTables, Story} from '../../story/story.js';
import {behind, lookup, perBlock, placeOf} from '../lookup.js';
import {isNamedSoon} from '../members.js';
import {type Finding, number, rule, words} from '../rule.js';
import {isInTitle} from '../storyParts.js';
import {isWithSomebody, unnamedClass} from '../unnamedSources.js';
import {voicesIn} from '../voices.js';
import {allows, closingComma, sourceChoices, wordsAt} from '../wording.js';

export default rule({
  id: 'vague-group',
  family: 'unnamed',
  reads: 'passage',
  title: 'A group that nobody belongs to',
  why: '"Experts say" and "many believe" lend weight to a claim without anybody behind it. Naming one of them, or saying how many were asked, shows a reader whose view it is.',
  severity: {
    default: 'warning',
    ap: ['warning', 'AP attributes what can be disputed, and to named sources.'],
    bbc: ['warning', 'The BBC normally gives the credentials of those whose view it reports.'],
    guardian: ['warning', 'The Guardian asks for sources to be described as exactly as is safe.'],
    local: 'information',
  },
  options: {
    allow: words('Groups that are never flagged, such as "election observers".', ['election observers']),
    within: number('How many sentences after the group a named member may wait.', 2),
  },
  limits:
    'It takes anybody who is named and speaks within the next sentences for one of the group, unless the story has spoken of them often before. It cannot tell whether "residents" were really asked.',
  examples: {
    flag: [
      '[[Experts]] say the ban will not work.',
      '[[Critics]] accused the mayor of dragging her feet.',
      '[[Many]] believe the election was decided in June.',
      '[[Observers]] expect a run-off.',
      '[[Scientists]] claim the lake is recovering.',
      'The plan will cost jobs, [[opponents]] say.',
      '[[Some]] say the bridge was never safe.',
      'The tax is unfair, according to [[campaigners]].',
      '[[Local residents]] said the smell was unbearable.',
      '[[Supporters]] argue that the pier will bring visitors.',
      '[[Analysts]] said the shares were too dear.',
      '[[Many people]] think the fire was set on purpose.',
      '[[Western leaders]] fear that the truce will not hold.',
      '[[Economists]] warned that prices would rise again.',
      'The museum is a waste of money, [[critics]] said.\n\nIt opens in May. Entry is free.',
      '[[Several river groups]] warned that the dam would silt up.',
      'The surgeon has been called a charlatan by [[fellow doctors]].',
      '[[Delegates]] questioned how the treasurer could stay.',
      'He paid a tenth of the $20 million [[experts]] say a campaign costs.',
      '[[Some Liberals]] privately express doubts about the candidate.',
      '[[A number of members of Congress]] echo her fears.',
      'The ferry is what [[analysts]] described as a gift to one island.',
      '[[Many voters]] are afraid that the count was rigged.',
      '[[The tram’s supporters]] argue that it pays for itself.',
      '[[Several residents]] reported seeing smoke before the alarm went off.',
      'A toy of a tram, [[engineers]] say.\n\nThe tram will run in May, and [[harbour engineers]] say that it is a toy. It has two cars and one driver, and the mayor paid for it out of the fund for the harbour that the council set up a year ago in May.',
      'Mayor Ana Hale wants a tram, and Hale has put money aside.\n\n[[Analysts]] say it will never pay.\n\n"It will," Hale said.',
    ],
    leave: [
      'Ruiz said residents had agreed to the plan.',
      'Few people would have called him a poet then.',
      'Protesters marching through the square chanted and called for a recount.',
      'If critics say so, let them prove it.',
      'Lawyers for the family said they would appeal.',
      'Many mayors agree. Ana Ruiz, Tom Cole and Lena Hart have signed.',
      'Republicans said the bill would fail.',
      'Voters expect Diaz to win by 12 points, a survey found.',
      'Opponents tried to convince the court that the rule was void.',
      'The shop relies on users to report what is broken.',
      'The experts I interviewed said the dam was sound.',
      'It was the work of people accused of fraud.',
      'Critics, including the Harbour Trust and two former wardens, say the ban will not work.',
      'Some experts disagree. "It will fail," said Dr Lena Ortiz, who designed the first filter.',
      'More than 10,000 election observers were on hand.',
      'Most of the 40 residents interviewed said they would leave.',
      'Critics say the plan will cost jobs.\n\n"We will lose a third of our trade," said Omar Faris, who runs the market.',
      '"Experts say the ban will work," said Paula Nwosu, the minister.',
      'Police said many were hurt.',
      'Many of the houses are empty, the council said.',
      'Most people in the valley keep bees.',
      'Supporters filled the square on Sunday.',
      'Dr Amal Haddad, an expert on dams, said the wall was sound.',
      'The committee of experts will meet on Tuesday, the ministry said.',
      'Experts such as Priya Raman of the Delta Institute say the ban will not work.',
      'Residents were moved to a school overnight.',
      'Some 300 homes lost power, the grid operator said.',
      'Researchers at the University of Leeds said the lake was recovering.',
      'Conservative groups reported spending $6 million on the race.',
      'It is remarkable how many of our arguments argue that the tram is a toy.',
      'The mayor has a year to define what people think of the tram.',
      'Many members of the council agree. People like Sens. Ana Ruiz (N.Y.), Tom Cole (Ill.) and Lena Hart (Neb.) are on the list.',
      'Several writers suggested a list of those to shun.\n\nAna Ruiz, an aide to the mayor, was one of the first to cheer the idea.',
      'Ana Ruiz and her allies say the tram is a toy.',
      'Supporters of the tram say by 55%-41% that it should run at night.',
      'I have often heard of fear from people I’ve met.',
      'The firm dug up dirt on journalists who criticized it.',
      'Several hundred demonstrators took to the streets to raise concerns about the dam.',
      'Candidates say the plan for the harbour is too small.\n\nThe mayor’s plan for the harbour will be a topic of the race.\n\nTom Hale, who runs for the council, said on Sunday that the plan left out the two piers that the ferries use, and that he would put them back.',
      'Five past and current employees told the Post that there is no paid leave.',
      'Many of the people interviewed for this article worry about the tram.',
      'A dozen workers met at the bar. Until May, most of them said, they had loved the mill.',
      'You see, most voters have no idea who sits for them.',
      'People are keen on telling clerks to smile.',
      'Two in five residents said in a council survey that they would leave.',
      'Observers from the African Union said the count was fair.',
      'Activist Joy Mensah said the march would go ahead.',
      {text: '[Critics say](https://example.org/letter) the plan will cost jobs.', format: 'markdown'},
      {text: 'Experts say the ban will not work.[^panel]\n\n[^panel]: The panel.', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    const told = new Set<number>();
    for (const {index, mention, sentence} of groupsIn(tables)) {
      if (told.has(sentence) || allows(tables, options.allow, mention)) continue;
      if (isInTitle(here) && !here.ask((story, block) => isHeardAgain(story, block, mention))) continue;
      if (isNamedSoon(here, index, sentence, options.within)) continue;
      told.add(sentence);
      const choices = here.askStory(sourceChoices);
      const {block} = here;
      const words = wordsAt(tables, mention);
      yield {
        place: placeOf(block, mention),
        message: `Say who “${words}” are: name one, or give how many were asked.`,
        because: `“${words}” is said to hold a view, and nobody of them is named here or in the next sentences.`,
        fixes: [
          {
            title: 'Name one of them',
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place: behind(block, mention),
                text: [
                  ', including ',
                  {hole: 'name', choices},
                  ', ',
                  {hole: 'who that is'},
                  closingComma(tables, mention),
                ],
              },
            ],
          },
          {
            title: 'Say how many, and who',
            kind: 'suggestion',
            edits: [{place: placeOf(block, mention), text: [{hole: 'how many, and who they are'}]}],
          },
          {
            title: 'Mark it [who?] for later',
            kind: 'suggestion',
            edits: [{place: behind(block, mention), text: [' [who?]']}],
          },
        ],
      } satisfies Finding;
    }
  },
});

/** How far below a headline its story takes up what it says, in blocks. */
const lead = 4;

/** Whether the story goes on to quote the group of its headline as it stands; else it names who they are. */
const isHeardAgain = ({blocks}: Story, block: number, {headLemma}: Mention): boolean =>
  blocks
    .slice(block + 1, block + 1 + lead)
    .some((tables) => [...voicesIn(tables)].some((index) => tables.mentions[index]?.headLemma === headLemma));

/** Unnamed groups that say or think something in the writer's own prose, with nothing to identify them. */
const groupsIn = perBlock((tables) => {
  const {noted, quoted, sentenceAt} = lookup(tables);
  const found: {readonly index: number; readonly mention: Mention; readonly sentence: number}[] = [];
  for (const index of [...new Set([...voicesIn(tables), ...movedIn(tables)])].sort((a, b) => a - b)) {
    const mention = tables.mentions[index] as Mention;
    if (unnamedClass(mention) !== 'group' || quoted(mention.head)) continue;
    if (isIdentified(mention, tables) || isReported(mention, tables)) continue;
    if (isWithSomebody(mention, tables.content.text)) continue;
    const sentence = sentenceAt(mention.start);
    if (!noted(sentence)) found.push({index, mention, sentence});
  }
  return found;
});

/** The mentions to whom the writer gives a motive: "leaders met in the hope of calming markets". */
function* movedIn({claims, mentions, sentences}: BlockTables): Generator<number> {
  for (const {sentence, target, trigger, type} of claims) {
    if (type !== 'mental-state' || target !== null) continue;
    const at = firstAt(mentions, (sentences[sentence] as Span).start);
    const mention = mentions[at];
    if (mention && mention.end <= trigger.start) yield at;
  }
}

/** "Merkel said leaders had agreed", "a poll showed that few believed": somebody named answers for it. */
function isReported({sentence, start}: Mention, tables: BlockTables): boolean {
  return lookup(tables)
    .attributionsOf(sentence)
    .some(({content, cue, cueKind, mention}) => {
      const standing = tables.mentions[mention ?? -1]?.standing;
      return (
        cueKind !== 'attitude' &&
        (standing === 'named' || standing === 'pronoun' || standing === 'document') &&
        (cue[0]?.end ?? start) < start &&
        (tables.mentions[mention ?? -1]?.start ?? start) < (cue[0]?.start ?? 0) &&
        content.some((span) => span.start <= start && span.end > start)
      );
    });
}

/** "some of Diaz's allies": whose they are is not who they are. */
const owner = /\p{Lu}[\p{L}.-]{0,30}(?:\s\p{Lu}[\p{L}.-]{0,30}){0,3}[’'](?:s\b|(?=\s))/gu;

/** "Members of Congress", "supporters of Diaz": the name tells whose they are, not who. */
const ofSomebody = new Set([
  'member',
  'supporter',
  'opponent',
  'critic',
  'friend',
  'ally',
  'backer',
  'fan',
  'rival',
  'admirer',
  'defender',
  'voter',
]);

/** Those whom pollsters ask. */
const polled = new Set(['voter', 'respondent', 'american', 'adult', 'consumer', 'participant', 'most']);

/** "Most of the 40 residents interviewed", "researchers at the University of Leeds". */
function isIdentified({end, headLemma, parts, start, text}: Mention, {content}: BlockTables): boolean {
  // "Experts I spoke to": asked by the writer.
  if (
    /^\s+(?:(?:that|who|whom)\s+)?(?:I|we)(?:\s+have|[’']ve)?\s+(?:spoke|talked|interviewed|asked|consulted|surveyed|met|polled)\b|^ themselves\b|^\s+(?:interviewed|surveyed|polled)\b/.test(
      content.text.slice(end, end + 40),
    )
  )
    return true;
  if (
    /\b(?:half|thirds?|quarters?|majorit(?:y|ies)|most|per ?cent|\d+)\s+of\s+(?:\p{Lu}\p{L}*\s+)?$/iu.test(
      content.text.slice(Math.max(0, start - 40), start),
    )
  )
    return true;
  // "Five past and current employees": counted.
  if (
    /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+(?:\p{Ll}+\s+and\s+)$/iu.test(
      content.text.slice(Math.max(0, start - 40), start),
    )
  )
    return true;
  // "No candidate agrees, and few say so": none of those just spoken of.
  if (text.toLowerCase() === 'few') return true;
  if (/^ of (?:you|us|them|these|those)\b/.test(content.text.slice(end, end + 10)) || /\bhow\b/i.test(text))
    return true;
  // "What people think of the tram": asked, and nobody says it.
  if (
    /\b(?:what|how)\s+$/i.test(content.text.slice(Math.max(0, start - 6), start)) &&
    /^\s+(?:think|thought|feel|felt|say|said)\s+(?:of|about)\b/i.test(content.text.slice(end, end + 20))
  )
    return true;
  // "Voters expect Diaz to win, the poll found".
  if (
    polled.has(headLemma ?? '') &&
    /\b(?:polls?|surveys?|polled|surveyed|per ?cent)\b|%/i.test(
      content.text.slice(Math.max(0, start - 200), end + 200),
    )
  )
    return true;
  // "Supporters of the tram say so by 55%-41%": in a poll.
  if (
    /^[^.;]{0,60}\bby (?:about )?\d{1,2}(?:%|\s?[-–]\s?\d|-to-| to )/i.test(content.text.slice(end, end + 90))
  )
    return true;
  if (/\d|\b(?:interviewed|surveyed|polled|asked|including|such as|like)\b/i.test(text)) return true;
  // "Members of Congress" are as many as it has.
  return (
    !ofSomebody.has(headLemma ?? '') &&
    parts.organisation !== undefined &&
    /\b(?:at|from|of|with|for)\s+(?:the\s+)?\p{Lu}/u.test(text.replace(owner, ''))
  );
}
