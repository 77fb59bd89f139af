import type {SpecificityPart} from '../../attribution/mention.js';
import type {Span} from '../../draft/block.js';
import {behind, fitting, perSource} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Finding, type Fix, number, rule, words} from '../rule.js';
import {type UnnamedMention, unnamedIn} from '../unnamedSources.js';
import {allows, closingComma, sourceChoices, wordsAt} from '../wording.js';

/** What to ask for, the most telling first. */
const wanted: readonly (readonly [SpecificityPart, string])[] = [
  ['organisation', 'whom they work for'],
  ['basis', 'how they know'],
  ['reason', 'why they are not named'],
  ['seniority', 'how senior they are'],
  ['role', 'what they do'],
];
const parts: Readonly<Record<SpecificityPart, string>> = {
  role: 'role',
  organisation: 'organisation or country',
  seniority: 'seniority',
  basis: 'how they know',
  reason: 'reason for anonymity',
};

export default rule({
  id: 'anon-official',
  family: 'unnamed',
  reads: 'passage',
  title: 'An unnamed official who is barely described',
  why: 'What an unnamed official says is worth what they are in a position to know. Whom they work for, how they know and why they are not named let a reader judge; "an official" does not.',
  severity: {
    default: 'warning',
    ap: [
      'error',
      'AP wants the most specific description possible, and in the story the reason why a source is not named.',
    ],
    reuters: [
      'error',
      'Reuters ranks unnamed sources below all others; what makes one worth hearing has to show.',
    ],
    afp: 'error',
    bbc: ['warning', 'The BBC normally says who its sources are and what standing they have.'],
    npr: [
      'error',
      'NPR does not accept "officials say": it wants to hear how a source knows and which side they are on.',
    ],
    guardian: [
      'warning',
      'The Guardian asks for the most specific description that is safe, down to how a source knows.',
    ],
  },
  options: {
    allow: words('Descriptions that are never flagged.'),
    enough: number('Score, of 5, from which a description is specific enough to say nothing.', 4),
  },
  limits:
    'It scores what the words of the story give: role, organisation or country, seniority, how they know, reason. It cannot know whether a fuller description would give a source away; silence it there with that reason.',
  examples: {
    flag: [
      '[[A French official]] said Paris would not send troops.',
      '[[One official]] described the talks as tense.',
      '[[A Western diplomat]] said the vote would slip into the autumn.',
      '[[U.S. officials]] said the strike killed four people.',
      '[[A person familiar with the matter]] said the bid was worth $2 billion.',
      '[[Officials]] said the dam would hold.',
      'The talks will resume in Doha, [[an aide]] said.',
      '"We are not going back," said [[a senior Kenyan official]].',
      '[[A government source]] said the levy would be dropped.',
      'The ship was turned back at Suez, according to [[two port officials]].',
      '[[City officials]] told the Tribune that the contract had lapsed.',
      '[[A European diplomat]] told reporters that no text had been agreed.',
      '[[A company executive]] said the plant in Puebla would shut.',
      '[[People briefed on the talks]] said the price had been cut twice.',
      '[[A Peruvian customs official]] said the cargo was seized on Sunday. [[A similar Peruvian customs official]] said the crew had been freed.',
      '[[A defence ministry official]] said the drone was one of ours.',
      '[[Diplomats]] said the draft had been watered down.',
      '[[Port officials]] said the crane was safe. “I doubt it,” said Tom Hale, who was hurt by one in May.',
      'A remark by [[a former aide]] that the books were false started it.',
      '[[A former aide]] said the minister never read the file.',
      '[[Some state officials]] praised the plan.',
      '[[One Republican]] threatened to block the bill.',
      '[[Those close to him]] say he will run.',
      '[[His surrogates]] called the plan a triumph.',
      'The executives met on Monday. [[Company executives]] said the plant would close.',
    ],
    leave: [
      'A lawmaker wants the visit stopped, and said so twice. Ana Ruiz, who sits for Elmford, wrote to the mayor on Monday.',
      'The list holds a quip by a right-wing politician about the weather.',
      'Diaz aides called it a rumour. “There is nothing in it,” said Tom Hale, a spokesman for Diaz.',
      'Some veteran strategists think it will not. “It is all about the states. It is how we are set up,” said Tom Hale, who was the mayor’s top adviser.',
      'Another delegate on the slate, Jim Poole, said he was leaning.\n\nOne delegate not on the slate, Kelly Smidt, told the Courier she was, too.',
      'A staffer emailed Diaz the list of guests.',
      'Different media sources were reporting different numbers.',
      'Business Insider also commented on the plan.',
      'Her strategists have been reluctant to reveal much of the plan.',
      'Officials of the new government are considering a coalition.',
      'One Republican presidential hopeful, Carla Diaz, says she will go.',
      'Party officials say a recount could not be done.\n\n“There are no papers to recount,” said Sam Lang, the communications director of the party.',
      'Some of Ruiz’s longtime allies said they were used to it. “He is a friend of mine,” said Ruiz ally Tom Hale.',
      'Ana Diaz and her aides say the tram is a toy.',
      'Juan Prado, a top harbour adviser to then-Governor Luis Obi, questioned the plan.',
      'U.S. officials have not said why the visas were refused.',
      'Lawmaker urges inquiry into the ferry. Ana Ruiz, who sits for Elmford, asked for one on Monday.',
      'His operatives stripped out a call for arms.',
      'A senior French Foreign Ministry official who took part in Tuesday’s call said Paris would not send troops. The official spoke on condition of anonymity because the talks are not public.',
      'Claire Dumont, a French Foreign Ministry official, said Paris would not send troops.',
      'Rick Wilson, a Republican strategist, said the map was lost.',
      'A senior aide, Tom Hale, said the vote was lost.',
      '"I am not an official," she said.',
      'The attorney general said the appeal would go ahead.',
      'Attorney General Nia Holt said the appeal would go ahead.',
      'Police said the road would stay shut.',
      'The Kremlin said no guarantee had been given.',
      'The ministry said the figures were final.',
      'An official inquiry found that the alarm had failed.',
      'The official opening is on Friday, the museum said.',
      'Authorities said the road would reopen by noon.',
      'The chief executive, Hana Sato, said profits would fall.',
      '"A Western diplomat told me so," said Ivan Kolar, who runs the institute.',
      'Will Said, a spokesman for the port, said the crane was safe.',
      'Two officials were hurt when the stand gave way, the club said.',
      'Officials from both teams will meet on Tuesday, the league said.',
      'Minister of Finance Otto Brandt said the official rate would hold.',
      'Prosecutors said the trial would open in May.',
      'The referee and four match officials were named by the association on Monday.',
      'The prime minister said the budget would pass.',
      {text: 'A French official said Paris would not send troops. <!-- src: quai-2 -->', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const unnamed of unnamedIn(here)) {
      const {class: kind, first, mention, place, source} = unnamed;
      if (kind !== 'official' || allows(tables, options.allow, mention)) continue;
      if (!first) {
        const doubtful = mention.determiner === 'same' || mention.determiner === 'indefinite';
        if (doubtful && unnamed.attributions.length > 0) yield sameOrAnother(unnamed);
        continue;
      }
      if (source.specificity >= options.enough || isNamedNext(here, unnamed)) continue;
      const words = wordsAt(tables, mention);
      const given = Object.keys(source.parts).map((part) => parts[part as SpecificityPart]);
      const missing = wanted.filter(([part]) => source.missing.includes(part)).map(([, ask]) => ask);
      yield {
        place,
        message: `Say of “${words}” ${listed(missing.slice(0, 3))}.`,
        because: `“${words}” gives ${given.length > 0 ? listed(given) : 'nothing'}: ${source.specificity} of the 5 things by which a reader can weigh an unnamed source.`,
        ...(source.specificity >= 2 ? {severity: {default: 'warning', local: 'information'} as const} : {}),
        related: source.mentions
          .filter(({block, start}) => block !== place.block || start !== place.start)
          .slice(0, 8)
          .map((other) => ({place: other, message: 'The same source again'})),
        fixes: fixes(unnamed, here.askStory(sourceChoices)),
      } satisfies Finding;
    }
  },
});

/** Those who hold a seat: a lead may tell what they are before it tells who. */
const seated = new Set([
  'lawmaker',
  'legislator',
  'senator',
  'congressman',
  'congresswoman',
  'councillor',
  'member',
]);
/** How far from the top a lead reaches, in blocks. */
const lead = 3;

/** "A lawmaker wants the visit stopped. Ana Ruiz, who sits for Elmford, ...": the lead's way of naming somebody. */
function isNamedNext(here: Passage, {mention, place, sentence, tables}: UnnamedMention): boolean {
  // "Aides called it a rumour. 'It is nonsense,' said Tom Hale": one of them puts his name to it.
  if (mention.plural && !/^(?:source|insider|person|people)s?$/.test(mention.headLemma ?? ''))
    return speaksNext(here, sentence, mention.headLemma ?? '');
  if (place.block >= lead || !seated.has(mention.headLemma ?? '')) return false;
  const goesOn = sentence + 1 < tables.sentences.length;
  const [next, at] = goesOn ? [tables, sentence + 1] : [here.near(1), 0];
  return (
    next?.mentions.some(
      ({function: role, kind, name, sentence: own}) =>
        own === at && role === 'subject' && kind === 'person' && name?.includes(' ') === true,
    ) ?? false
  );
}

/** What those who speak for somebody are called. */
const serving =
  /\b(?:spokes(?:man|woman|person)|aide|advis[eo]r|strategist|official|deputy|chief of staff|director|manager|counsel|commissioner|executive)\b/i;

/** Whether the next words are quoted from somebody named who is called what such a group's people are. */
function speaksNext(here: Passage, sentence: number, head: string): boolean {
  const goesOn = sentence + 1 < here.tables.sentences.length;
  const [by, next] = goesOn ? [0, sentence + 1] : [1, 0];
  const tables = goesOn ? here.tables : here.near(by);
  if (!tables) return false;
  const {start: from, end: to} = tables.sentences[next] as Span;
  return tables.attributions.some(({content, mention: index, quote}) => {
    const speaker = tables.mentions[index ?? -1];
    const opens = content[0]?.start ?? to;
    if (opens < from || opens >= to || quote === 'indirect') return false;
    if (speaker?.standing !== 'named' || speaker.kind === 'organisation') return false;
    const source = here.sourceOf(index as number, by);
    if (source === null) return false;
    return here.of(source, introductions).some((words) => serving.test(words) || words.includes(` ${head} `));
  });
}

/** The words around the first mentions of somebody: nobody is introduced later. */
const introductions = perSource(({mentions}, {blocks}): readonly string[] =>
  mentions
    .slice(0, 3)
    .map(({block, start, end}) => blocks[block]?.content.text.slice(Math.max(0, start - 40), end + 60) ?? ''),
);

function fixes({mention, place, source, tables}: UnnamedMention, choices: readonly string[]): readonly Fix[] {
  const after = behind(place.block, mention);
  const asked: Fix[] = [];
  // "Two lawmakers who met him", "a commander in the area": what is put behind the noun would come between.
  const goesOn = /^,? (?:who|whose|that|in|of|from|with|at|for)\b/.test(
    tables.content.text.slice(mention.end, mention.end + 7),
  );
  if (source.missing.includes('basis') && !goesOn) {
    asked.push({
      title: 'Add how they know',
      kind: 'suggestion',
      preferred: true,
      edits: [
        {
          place: after,
          text: [
            ' who ',
            {hole: 'how they know', choices: ['attended', 'has seen', 'was briefed on', 'worked on']},
            ' ',
            {hole: 'what'},
          ],
        },
      ],
    });
  }
  if (source.missing.includes('organisation') && !goesOn && mention.end === mention.head.end) {
    asked.push({
      title: 'Add whom they work for',
      kind: 'suggestion',
      edits: [{place: after, text: [' at ', {hole: 'ministry, office or company'}]}],
    });
  }
  if (source.missing.includes('reason') && !goesOn) {
    asked.push({
      title: 'Add why they are not named',
      kind: 'suggestion',
      edits: [
        {
          place: after,
          text: [
            ', who spoke on condition of anonymity because ',
            {hole: 'reason they gave'},
            closingComma(tables, mention),
          ],
        },
      ],
    });
  }
  asked.push({
    title: 'Name the source',
    kind: 'suggestion',
    edits: [{place, text: [{hole: fitting(tables, mention, 'name and role'), choices}]}],
  });
  return asked;
}

/** "A similar official": is it the one we have met? */
function sameOrAnother({mention, place, source, tables}: UnnamedMention): Finding {
  const words = wordsAt(tables, mention);
  const head = mention.headLemma ?? 'source';
  const before = source.mentions[0] as UnnamedMention['place'];
  return {
    place,
    message: `Say whether “${words}” is the source met before or another one.`,
    because: `“${words}” could be the unnamed source from before or a second one, and a reader counts them.`,
    severity: {default: 'warning', local: 'information'},
    related: [{place: before, message: 'The source met before'}],
    fixes: mention.plural
      ? []
      : [
          {
            title: 'Say whether it is the same person',
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place,
                text: [
                  {
                    hole: 'the same or another',
                    choices: ['the same', 'another'].map((which) =>
                      fitting(tables, mention, `${which} ${head}`),
                    ),
                  },
                ],
              },
            ],
          },
        ],
  };
}

function listed(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
