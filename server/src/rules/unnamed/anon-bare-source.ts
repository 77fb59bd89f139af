import {phraseSet} from '../../language/phrases.js';
import {behind, fitting, lookup, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Finding, rule, words} from '../rule.js';
import {unnamedAt, unnamedIn} from '../unnamedSources.js';
import {allows, closingComma, sourceChoices, wordsAt} from '../wording.js';

const outlets = [
  'news',
  'times',
  'post',
  'courier',
  'herald',
  'tribune',
  'gazette',
  'journal',
  'chronicle',
  'telegraph',
  'observer',
  'guardian',
  'mail',
  'mirror',
  'express',
  'examiner',
  'inquirer',
  'dispatch',
  'standard',
  'argus',
  'echo',
  'independent',
  'globe',
  'bulletin',
  'sentinel',
  'advertiser',
  'mercury',
  'star',
  'sun',
  'press',
  'review',
  'monitor',
  'today',
  'radio',
  'tv',
  'television',
  'bbc',
  'cnn',
  'npr',
  'ap',
  'afp',
  'reuters',
  'bloomberg',
  'politico',
  'cbc',
  'abc',
  'nbc',
  'cbs',
  'rte',
  'itv',
];
/** An outlet that gives itself as the source. */
const learned = phraseSet(
  [...outlets, 'this newspaper', 'the newspaper', 'this newsroom', 'this website', 'this paper'].flatMap(
    (outlet) => [
      `${outlet} has learned`,
      `${outlet} has learnt`,
      `${outlet} understands`,
      `${outlet} can reveal`,
    ],
  ),
);

/** How far off, in blocks, "the source" still takes up somebody unnamed. */
const near = 2;

/** Whether somebody unnamed speaks in the blocks right before. */
function isMetNear(here: Passage): boolean {
  for (let back = 1; back <= near; back++) {
    if (here.askNear(-back, (story, block) => unnamedAt(story, block - back).length > 0)) return true;
  }
  return false;
}

export default rule({
  id: 'anon-bare-source',
  family: 'unnamed',
  reads: 'passage',
  title: 'A source with no description',
  why: 'A reader cannot weigh what somebody knows who is not described at all. "A source" could be anybody, the reporter included.',
  severity: {
    default: 'warning',
    ap: [
      'error',
      'AP all but forbids a bare "source": say as exactly as you can who it is and how they know.',
    ],
    reuters: [
      'error',
      'Reuters ranks unnamed sources below all others, so a story has to show what makes one worth hearing.',
    ],
    afp: 'error',
    bbc: ['warning', 'The BBC normally says who its sources are and what standing they have.'],
    npr: [
      'error',
      'NPR wants to hear how a source knows, and does not take its own word that it "has learned" something.',
    ],
    guardian: ['warning', 'The Guardian asks for the most specific description that is safe.'],
  },
  options: {
    allow: words('Phrases that are never flagged, such as the name of a body called "Source".'),
  },
  limits:
    'It reads "source", "insider", "quarters" and "circles" where they speak. It knows an outlet that "has learned" something by the usual words of outlets\' names only.',
  examples: {
    flag: [
      '[[A source]] said the merger would be announced on Friday.',
      '[[Sources]] told the Courier that three officers had been suspended.',
      'The ferry deal is dead, according to [[sources]].',
      '[[Well-informed sources]] say the finance minister will resign.',
      'The [[Courier has learned]] that the raid was called off an hour before dawn.',
      '[[Insiders]] say the chairman has lost the board.',
      'The strike will go on, [[a source]] said.',
      '"Nobody saw it coming," [[a reliable source]] said.',
      '[[Multiple sources]] said the coach had been sacked.',
      'The bridge will stay shut until June, according to [[a source]].',
      '[[Several sources]] told the Lagos desk that talks had broken down.',
      'The price was $40 million, [[one source]] said.',
      '[[Senior sources]] said the vote would be put off.',
      'The tender was rigged, said [[two sources]], both of whom asked for discretion.',
      '[[Unnamed sources]] said the pilot had complained twice.',
    ],
    leave: [
      '“It was awful,” said one of two witnesses who were in the room, and who feared for their jobs.\n\nVoss shouted, the source recalled.',
      'Two people who attended Monday’s cabinet meeting said the plan was dropped, speaking on condition of anonymity because the talks were private.',
      'Sources of drinking water in the valley are contaminated, the county health department said.',
      'The company released the source code on Tuesday.',
      'The group said the tool would stay open-source.',
      '"Sources tell me he is finished," said Paula Nwosu, who chairs the club.',
      'The river’s source lies in Austria, the park authority said.',
      'Farming is the main source of income here, the mayor, Ilse Brandt, said.',
      'The council has learned from its mistakes, councillor Amir Shah said.',
      'A source was found for the leak: a cracked pipe under the kitchen.',
      'Claire Dumont, a source close to the negotiations since 2019, said the text was ready.',
      'Renewable sources will supply half the grid by 2030, the energy ministry said.',
      'The paper does not pay its sources, its editor, Lou Marsh, said.',
      'In banking circles the fund is called the whale.',
      'Police said they had found the source of the smell.',
      'The Herald has learned to live without advertisements from casinos, its publisher, Anne Roy, said.',
      {text: 'Sources said the mill would close. <!-- src: mill-foreman -->', format: 'markdown'},
      {text: '---\ngenre: column\n---\n\nSources say the mill will close.', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    const unnamed = unnamedIn(here);
    for (const [k, {class: kind, first, mention, place, source}] of unnamed.entries()) {
      if (kind !== 'bare' || !first || allows(tables, options.allow, mention)) continue;
      // "One of two witnesses said so. ... The source added": whoever was met last.
      if (mention.determiner === 'definite' && (k > 0 || isMetNear(here))) continue;
      const choices = here.askStory(sourceChoices);
      const words = wordsAt(tables, mention);
      const singular = !mention.plural;
      // "Well-informed sources": the mention begins inside a word.
      const inWord = /[\p{L}-]*-$/u.exec(
        tables.content.text.slice(Math.max(0, mention.start - 20), mention.start),
      );
      const whole = {...place, start: place.start - (inWord?.[0].length ?? 0)};
      yield {
        place,
        message: `Say who “${words}” is${singular ? '' : ' (how many, and in what position)'} and how they know it.`,
        because: `“${words}” is all that a reader learns of who says this.`,
        related: source.mentions
          .filter(({block, start}) => block !== place.block || start !== place.start)
          .slice(0, 8)
          .map((other) => ({place: other, message: 'The same words again'})),
        fixes: [
          {
            title: 'Describe the source',
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place: whole,
                text: [
                  singular ? fitting(tables, whole, 'a ') : '',
                  {hole: singular ? 'seniority, organisation, role' : 'how many, organisation, role'},
                  ' who ',
                  {hole: 'how they know'},
                ],
              },
            ],
          },
          {
            title: 'Name the source',
            kind: 'suggestion',
            edits: [{place: whole, text: [{hole: 'name and role', choices}]}],
          },
          {
            title: 'Add why they are not named',
            kind: 'suggestion',
            edits: [
              {
                place: behind(place.block, mention),
                text: [
                  ', who spoke on condition of anonymity because ',
                  {hole: 'reason they gave'},
                  closingComma(tables, mention),
                ],
              },
            ],
          },
        ],
      } satisfies Finding;
    }
    for (const found of tables.find(learned)) {
      const {attributionsOf, noted} = lookup(tables);
      if (found.quoted || noted(found.sentence) || allows(tables, options.allow, found)) continue;
      // "has learned from court filings", "has learned to": somebody else is given, or nothing is reported.
      const after = tables.content.text
        .slice(found.end, found.end + 6)
        .trimStart()
        .toLowerCase();
      if (/^(?:from|to|how|a l)/.test(after)) continue;
      const vouched = attributionsOf(found.sentence).some(
        ({mention, source, cue}) =>
          mention !== null &&
          source.every(({start, end}) => end <= found.start - 12 || start >= found.end) &&
          cue.every(({start, end}) => end <= found.start || start >= found.end),
      );
      if (vouched) continue;
      const {block} = here;
      const words = wordsAt(tables, found);
      yield {
        place: placeOf(block, found),
        message: `Say from whom: “${words}” gives only ourselves as the source.`,
        because: `“${words}” tells a reader that we know, and not who told us or how they know.`,
        fixes: [
          {
            title: 'Say from whom',
            kind: 'suggestion',
            edits: [
              {
                place: behind(block, found),
                text: [
                  ' from ',
                  {hole: 'who told us, and how they know', choices: here.askStory(sourceChoices)},
                ],
              },
            ],
          },
        ],
      } satisfies Finding;
    }
  },
});
