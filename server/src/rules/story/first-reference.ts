import type {Mention} from '../../attribution/mention.js';
import type {BlockTables, Source, Story} from '../../story/story.js';
import {lookup, perBlock, perSource, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {rule, words} from '../rule.js';
import {isTitle, mostTitles} from '../storyParts.js';
import {allows, closingComma, wordsAt} from '../wording.js';

/** Known by one name: heads of government and those who lead them, and people who use no other. */
const known =
  `Biden Trump Obama Clinton Bush Harris Pence Vance Sanders Putin Zelensky Zelenskyy Zelenskiy Macron Merkel Scholz
  Merz Starmer Sunak Johnson Truss Xi Modi Netanyahu Erdogan Lula Bolsonaro Milei Trudeau Carney Kim Assad Khamenei Maduro Meloni Orban
  Tusk Sanchez Albanese Ardern Ramaphosa Tinubu Ruto Sisi Marcos Duterte Ishiba Kishida Abe Yoon Guterres Stoltenberg Rutte
  Francis Beyoncé Adele Madonna Pelé Ronaldinho Neymar Bono Björk Lorde Rihanna Prince Sting Shakira Cher Banksy`
    .trim()
    .split(/\s+/);

export default rule({
  id: 'first-reference',
  family: 'story',
  reads: 'passage',
  title: 'Somebody quoted who was never introduced',
  why: 'A surname alone leaves a reader to guess who speaks, and often means that the paragraph with the full name was cut.',
  severity: {
    default: 'warning',
    ap: 'hint',
    bbc: ['warning', 'The BBC normally says who its sources are.'],
    local: 'information',
  },
  options: {
    known: words('Surnames and single names that every reader knows.', known),
    allow: words('Names that are withheld on purpose, such as those of children or victims.'),
  },
  limits:
    'It judges people who speak, outside headlines, whose first mention is one word; that it is a person is told by "Mr" or "Dr", by a full name further on, or by "he" or "she" for somebody quoted, so that towns and companies are left alone. It is a hint in the AP style, since it fired too seldom on published stories to show how often it is right. An office alone ("the director said") is left to the rules on unnamed sources. It knows a short list of names that need no introduction; yours belong into `known`.',
  examples: {
    flag: [
      'The bridge was checked in May. "The bolts were new," [[Nguyen]] said. She had tested each of them.',
      '[[Ms. Park]] said the deal was off.',
      'The council met on Monday. [[Mr Okafor]] said the budget was sound.',
      '"Nobody told us," [[Mrs. Ferreira]] said.',
      '[[Dr. Achebe]] said the boy was awake.',
      'Water rose overnight. "We lost everything," [[Haddad]] said. He keeps goats.',
      '[[Lindqvist]] told reporters that the tests had failed.\n\nMaja Lindqvist leads the laboratory.',
      'The mill closed in June. [[Mrs Byrne]] said forty people lost their jobs.',
      'The ferry was late. "The engine failed," said [[Rossi]]. He said it would be fixed.',
      'Prices rose. [[Mr. Kolar]] said they would rise again.',
      '"The wall is older than the town," [[Obi]] said. She dates it to 1212.',
      'The court adjourned. [[Ms Raman]] said she would appeal.',
      'Police closed the road. "The barn is gone," [[Mr. Dunne]] said. The cows were safe.',
      'The choir sang. "It was cold," [[Mrs. Mensah]] said.',
      'The vote was close. [[Mr. Siddiqui]] said the count was fair.',
    ],
    leave: [
      'Thu Nguyen, an engineer, said the bolts were new. Nguyen checked them in May.',
      'Macron said the talks would go on.',
      'Beyoncé said the tour would end in June.',
      'Reuters said the report was wrong.',
      '"Nguyen said so," the guard told the court.',
      'Captain Rosa Silva said the engine had failed. Silva said it would be fixed.',
      'Harlow said it would appeal. Harlow Homes owns the flats.',
      'Moscow said the talks would go on.',
      'Nguyen lost the final.',
      'The director said the museum would close.',
      'Anna Berg and Jonas Lind met on Monday. Lind said it went well.',
      'Karachi traders said prices had doubled.',
      'Prime Minister Modi said the road would open.',
      'Toyota said sales rose.',
      'Carol Jones, of the Harbour Trust, said no. "Never," Jones said.',
      'The widow, who asked that only her first name be used, said she would stay.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const index of singleNamesIn(tables)) {
      const mention = tables.mentions[index] as Mention;
      const source = here.sourceOf(index);
      if (source?.kind !== 'person' || source.standing !== 'named' || !isFirst(here, source, mention))
        continue;
      const name = (mention.name ?? '').replace(/['’]s$/, '');
      const isKnown = options.known.some((one) => one.toLowerCase() === name.toLowerCase());
      if (isKnown || !speaksByName(here, source) || !isPerson(here, source, index)) continue;
      const {quoted, noted, sentenceAt} = lookup(tables);
      if (quoted(mention.head) || noted(sentenceAt(mention.start)) || allows(tables, options.allow, mention))
        continue;
      if (here.ask((story, block) => isIntroduced(story, name, block, mention))) continue;
      const {block} = here;
      const said = wordsAt(tables, mention);
      const later = source.name !== null && /\s/.test(source.name) ? source.name : null;
      yield {
        place: placeOf(block, mention),
        message:
          later === null
            ? `Say who this is: “${said}” has neither a full name nor a role in the story.`
            : `Give the full name here, where “${said}” is first mentioned.`,
        because:
          later === null
            ? `“${said}” speaks and was never introduced.`
            : `“${later}” stands further down, after the surname alone.`,
        fixes: [
          {
            title: 'Give full name and role',
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place: placeOf(block, mention),
                text: [
                  {hole: 'full name', choices: later === null ? [] : [later]},
                  ', ',
                  {hole: 'who that is'},
                  closingComma(tables, mention),
                ],
              },
            ],
          },
        ],
      };
    }
  },
});

const isText = ({exempt, content}: BlockTables): boolean =>
  !exempt && content.kind !== 'heading' && content.kind !== 'caption';

/** The mentions, by index, that are a single name with at most "Mr" or "Dr" before it. */
const singleNamesIn = perBlock((tables): readonly number[] =>
  isText(tables)
    ? tables.mentions.flatMap(({standing, name, role, text, doubtful}, index) => {
        if (standing === 'pronoun' || name === null || doubtful || /,/.test(text)) return [];
        if (/[\s.&]/.test(name.trim()) || !/^\p{Lu}[\p{Ll}’'-]{2,}$/u.test(name)) return [];
        return role === null || /^(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?$/i.test(role.trim()) ? [index] : [];
      })
    : [],
);

/** The mentions of a source from the first on, up to the one that stands in no title for sure. */
const firstCalls = perSource(({mentions, mentionIndexes}, {blocks}) => {
  const calls: {readonly block: number; readonly mention: Mention}[] = [];
  for (const [at, {block}] of mentions.entries()) {
    const tables = blocks[block];
    const mention = tables?.mentions[mentionIndexes[at] as number];
    if (!tables || !mention || !isText(tables) || mention.standing === 'pronoun') continue;
    calls.push({block, mention});
    if (block >= mostTitles) break;
  }
  return calls;
});

/** Whether a mention is the first in the story itself. */
function isFirst(here: Passage, source: Source, mention: Mention): boolean {
  const calls = here.of(source, firstCalls);
  if (!calls.some((one) => one.mention === mention)) return false;
  const first = calls.find(({block}) => block >= mostTitles || !here.ask((story) => isTitle(story, block)));
  return first?.mention === mention;
}

/** A title, a full name further on, or "he" or "she" for whoever is quoted: a company and a town have none of these. */
function isPerson(here: Passage, source: Source, index: number): boolean {
  const {tables} = here;
  const {name} = source;
  const mention = tables.mentions[index] as Mention;
  if (
    /^(?:Pres|Sen|Gov|Rep|Gen|Sgt|Col|Capt|Rev|Prof|Another|One|None|Some|Neither|Both|Others|Most|Many|God)$/.test(
      mention.name ?? '',
    )
  )
    return false;
  if (mention.role !== null || (name !== null && /\s/.test(name))) return true;
  // "Kristen Day" and "Flint, Mich." are longer names.
  if (/^,?\s\p{Lu}/u.test(tables.content.text.slice(mention.end, mention.end + 3))) return false;
  const quoted = here
    .attributionsTo(index)
    .some(({quote, cueLemma}) => quote === 'direct' && cueLemma !== null && telling.has(cueLemma));
  return quoted && here.of(source, isHeOrShe);
}

const isHeOrShe = perSource(({mentions, mentionIndexes}, {blocks}): boolean =>
  mentions.some(({block}, nth) => {
    const mention = blocks[block]?.mentions[mentionIndexes[nth] as number];
    return mention?.standing === 'pronoun' && (mention.gender === 'female' || mention.gender === 'male');
  }),
);

const telling = new Set('say tell add ask reply recall explain insist joke continue write'.split(' '));

/** Whether a fuller name that ends so stood before, in whatever words, or stands right with it ("Newt and Callista Berg"). */
function isIntroduced({blocks}: Story, name: string, upTo: number, own: Mention): boolean {
  const fuller = new RegExp(
    `\\p{Lu}[\\p{L}.’'-]*\\s+(?:[\\p{L}.’'-]+\\s+){0,2}${name}\\b|\\b${name}\\s+(?:and\\s+)?\\p{Lu}`,
    'u',
  );
  for (let block = 0; block <= upTo; block++) {
    const text = blocks[block]?.content.text ?? '';
    if (!text.includes(name)) continue;
    // Not every full name is read as a mention ("a talk with Thu Nguyen"), so the words themselves are asked.
    if (fuller.test(block < upTo ? text : text.slice(0, own.start))) return true;
  }
  return false;
}

/** Whether they say something by that name in the paragraph where it first stands. */
const speaksByName = (here: Passage, {id}: Source): boolean =>
  here
    .attributions()
    .some(
      ({sourceId, cueKind, cueLemma, confidence}) =>
        sourceId === id && cueKind === 'speech' && cueLemma !== 'colon' && confidence >= 0.5,
    );
