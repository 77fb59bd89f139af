import {type Charge, chargesOf, proxyFor, speaksFor} from '../../story/charges.js';
import {sourceOfMention} from '../../story/mentionSources.js';
import {attributionOf, type BlockTables, type Source, type Story} from '../../story/story.js';
import {blocksHaving, lookup} from '../lookup.js';
import {rule, words} from '../rule.js';
import {isOneVoiced, isTitle} from '../storyParts.js';
import {afterSentence, allows, wordsAt} from '../wording.js';

export default rule({
  id: 'no-response',
  family: 'story',
  reads: 'story',
  title: 'Somebody is accused and does not get to answer',
  why: 'Whoever is accused is heard before the story runs, or the story says how that was tried. It is fair, it often corrects the story, and a court will ask.',
  severity: {
    default: 'warning',
    ap: 'error',
    reuters: [
      'error',
      'Reuters talks to all sides, and shows serious efforts to get a comment where it could not.',
    ],
    bbc: ['error', 'Those whom a BBC story accuses get a fair chance to answer.'],
    npr: ['error', 'NPR asks whoever is criticised, more than once and by more than one way, and says so.'],
    guardian: 'warning',
  },
  options: {
    allow: words('Names that need no answer, such as somebody who died long ago.'),
  },
  limits:
    'It sees accusations made with "accuse", "sue", "lawsuit against" and the like, and those of accusation-unattributed that have a source, where they are of a named person or body; not milder criticism, nor countries and parties. Any word of theirs, their lawyer’s or their spokesperson’s counts as an answer, wherever it stands and whatever it answers. A charge further down against somebody named but once is taken for background.',
  examples: {
    flag: [
      'Tenants accuse [[Harlow Homes]] of ignoring mould. The council meets on Monday.',
      'Two nurses accused [[Dr Simon Achebe]] of falsifying charts, court papers show.',
      'Councillor [[Dean Marsh]] was accused of taking bribes, according to the auditor.\n\nThe council meets on Monday.',
      'The farmers sued [[Delta Mining]] over the spill. A hearing is set for May.',
      'Former tenants have accused [[Marsh Lettings]] of keeping deposits. The case opens in May.',
      'Prosecutors say [[Petra Reyes]] stole money from the fund. The trial opens in June.',
      'Former players have accused [[Coach Ana Silva]] of bullying.\n\n"It went on for years," said Joy Mensah, who left in 2022.',
      'The union accused [[Kestrel Air]] of hiding the fault. "They knew," said its chairman, Paul Reyes.',
      'The complaint against [[Orla Finn]] was filed on Monday, the court said.',
      'Villagers accused [[Baltic Timber]] of felling on their land, and the mayor backed them.',
      '[[Rossi Shipping]] has been accused of dumping oil off the cape.',
      'Parents sued [[Northgate School]], saying it had ignored them.',
      'Residents accuse [[Mayor Tom Hale]] of lying about the costs. Council leader Rana Siddiqui said the books would be opened.',
      'Whistleblowers accused [[Vega Bank]] of misleading investors.\n\nThe regulator declined to comment.',
      'Neighbours accused [[Liam Byrne]] of poisoning the well, police said.',
    ],
    leave: [
      'A report accused Harlow Bank of covering up the theft.\n\nHarlow Bank, a large lender which keeps the money of half of the farmers in the valley, declined to comment.',
      'Tenants accuse Harlow Homes of ignoring mould. Harlow Homes did not respond to two emails and a call on Tuesday.',
      'Tenants accuse Harlow Homes of ignoring mould. The company denied it.',
      'Two nurses accused Dr Simon Achebe of falsifying charts. His lawyer said the charts were correct.',
      'Councillor Dean Marsh was accused of taking bribes. Marsh said the money was a loan.',
      'The farmers sued Delta Mining over the spill. A spokeswoman for Delta Mining, Mei Tan, said it would fight the suit.',
      'Petra Reyes, accused of stealing from the fund, pleaded not guilty.',
      'The union accused Kestrel Air of hiding the fault. Kestrel called the charge absurd.',
      'Tenants accuse the landlord of ignoring mould.',
      'Ukraine accused Russia of shelling the port.',
      'The council accused tenants of stalling.',
      '"I accuse Harlow Homes of lying," she said.',
      {text: '---\ngenre: brief\n---\nTenants accuse Harlow Homes of ignoring mould.', format: 'markdown'},
      {text: '---\ngenre: opinion\n---\nTenants accuse Harlow Homes of ignoring mould.', format: 'markdown'},
      'Nobody accused Harlow Homes of anything.',
      'The union accused Carla Mills of lying.\n\nThe complaint rests on a rule of the bar.\n\nAn attorney for Mills did not immediately respond to requests for comment.',
      'The candidate accused Lester Haug of being a Democrat, though records show that he has no party.',
      'The union accused Kestrel Air of hiding the fault.\n\nThe flight left at noon.\n\nThe airline could not be reached for comment.',
      'Vega Bank, which a lawsuit against it accuses of fraud, declined to comment.',
    ],
  },
  *check(story, options) {
    if (isOneVoiced(story)) return;
    const done = new Set<string>();
    for (const charge of chargesOf(story)) {
      const {target, place} = charge;
      if (done.has(target.id) || isTitle(story, place.block)) continue;
      done.add(target.id);
      // A case recalled in passing is not what the story is about.
      if (place.block > early && target.mentions.length < 2) continue;
      const tables = story.blocks[place.block] as BlockTables;
      if (allows(tables, options.allow, place) || answered(story, charge)) continue;
      const {sentenceAt, noted} = lookup(tables);
      const sentence = sentenceAt(place.start);
      if (noted(sentence)) continue;
      const who = wordsAt(tables, place);
      yield {
        place,
        message: `Add what ${who} says to this, or how and when ${who} was asked.`,
        because: `${who} is accused here, and nothing in the story comes from them, their lawyer or their spokesperson.`,
        document: true,
        fixes: [
          {
            title: 'Say how they were asked',
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place: {
                  block: place.block,
                  ...afterSentence(tables, tables.sentences[sentence] ?? place),
                },
                text: [
                  ` ${who} `,
                  {hole: 'did not respond to', choices: ['did not respond to', 'declined to comment after']},
                  ' ',
                  {hole: 'how many emails or calls'},
                  ' on ',
                  {hole: 'day'},
                  '.',
                ],
              },
            ],
          },
          {
            title: 'Add their answer',
            kind: 'suggestion',
            edits: [
              {
                place: {
                  block: place.block,
                  ...afterSentence(tables, tables.sentences[sentence] ?? place),
                },
                text: [` ${who} said `, {hole: 'their answer'}, '.'],
              },
            ],
          },
        ],
      };
    }
  },
});

/** Blocks from the top within which an accusation counts even where the accused is named once. */
const early = 5;

/** Whether the accused, or somebody for them, has a word anywhere, or the story says that they were asked. */
function answered(story: Story, {target}: Charge): boolean {
  if (target.attributions.some((key) => attributionOf(story, key)?.cueKind !== 'attitude')) return true;
  if (proxyFor(story.blocks, target)) return true;
  return blocksHaving(story, responsesIn).some(({block, tables: {mentions}, found}) =>
    found.some(({who, quoted}) => {
      const asked = who === null ? null : mentions[who];
      if (quoted) return false;
      if (asked && speaksFor(asked, target)) return true;
      if (!asked || asked.standing === 'pronoun' || asked.name === null)
        return who === null || isMeant(story, block, who, target);
      return sourceOfMention(story, block, who as number) === target;
    }),
  );
}

const responsesIn = ({responses}: BlockTables) => responses;

/** "He declined", "the airline could not be reached": anybody but another whom the story names. */
function isMeant(story: Story, block: number, mention: number, target: Source): boolean {
  const who = sourceOfMention(story, block, mention);
  if (who === null || who === target) return true;
  // "The airline" may be the accused; the court or the regulator is not.
  return !/\p{Lu}/u.test(who.label.replace(/^The /, '')) && !authorities.test(who.label);
}

const authorities =
  /\b(?:regulator|watchdog|police|court|judge|prosecutors?|council|ministry|minister|government|department|mayor|union|lawmakers?|inspectors?|authorit(?:y|ies))\b/i;
