import {phraseSet} from '../../language/phrases.js';
import {firstEndingAfter, lowerBound, overlapTest} from '../../language/spans.js';
import type {BlockTables, Story} from '../../story/story.js';
import {blocksHaving, firstHaving, perBlock} from '../lookup.js';
import {type Finding, flag, rule, type Template, words} from '../rule.js';
import {adding, allows, wordsAt} from '../wording.js';

const media = [
  'local media',
  'local press',
  'local news',
  'local newspapers',
  'local outlets',
  'national media',
  'foreign media',
  'international media',
  'media outlets',
  'news outlets',
  'several outlets',
  'several media outlets',
  'some media',
  'some outlets',
  'multiple outlets',
  'multiple news outlets',
  'various media',
  'the media',
  'the press',
  'newspapers',
  'domestic media',
  'regional media',
  'local television',
  'local radio',
  'news media',
  'news agencies',
];
const verbs = [
  'reported',
  'report',
  'reports',
  'said',
  'say',
  'have reported',
  'had reported',
  'quoted',
  'cited',
  'claimed',
  'are reporting',
  'were reporting',
  'have said',
  'suggested',
  'described',
];
const reports = [
  'media reports',
  'press reports',
  'news reports',
  'newspaper reports',
  'local reports',
  'local media reports',
  'local news reports',
  'local press reports',
  'unconfirmed reports',
  'published reports',
  'recent reports',
  'several reports',
  'multiple reports',
  'some reports',
  'television reports',
  'various reports',
];
const reportVerbs = [
  'said',
  'say',
  'suggested',
  'suggest',
  'indicated',
  'indicate',
  'claimed',
  'claim',
  'have said',
  'have suggested',
  'put',
  'show',
  'showed',
  'described',
  'describe',
  'alleged',
  'allege',
  'stated',
];

/** Media that nobody names, where they are the source. */
const unnamed = phraseSet([
  ...media.flatMap((noun) => verbs.map((verb) => `${noun} ${verb}`)),
  ...reports.flatMap((noun) => reportVerbs.map((verb) => `${noun} ${verb}`)),
  ...[
    ...media,
    ...reports,
    'reports',
    'reports in the media',
    'reports in the press',
    'reports in local media',
    'a newspaper report',
    'a media report',
    'a news report',
    'a local newspaper',
    'a local outlet',
    'a news site',
    'a website',
  ].flatMap((noun) => [
    `according to ${noun}`,
    `as per ${noun}`,
    `citing ${noun}`,
    `quoted by ${noun}`,
    `cited by ${noun}`,
  ]),
  'it was widely reported',
  'it has been widely reported',
  'was widely reported',
  'were widely reported',
  'has been widely reported',
  'have been widely reported',
  'widely reported',
  'reported in the media',
  'reported in the press',
  'reported by local media',
  'reported by the media',
  'reported by several outlets',
  'reported by local press',
  'reports have emerged',
  'reports emerged',
  'a newspaper reported',
  'a local newspaper reported',
  'one newspaper reported',
  'a website reported',
  'a news site reported',
  'one outlet reported',
  'a tabloid reported',
  'a broadcaster reported',
]);

/** Which one? Only where no outlet has been named above. */
const definite = phraseSet(
  [
    'the newspaper',
    'the paper',
    'the magazine',
    'the broadcaster',
    'the outlet',
    'the news agency',
    'the tabloid',
    'the news site',
    'the weekly',
    'the daily',
  ].flatMap((noun) =>
    ['said', 'reported', 'wrote', 'says', 'reports', 'quoted', 'added', 'claimed'].map(
      (verb) => `${noun} ${verb}`,
    ),
  ),
);

const outlets = [
  'the New York Times',
  'New York Times',
  'the Times',
  'Washington Post',
  'the Post',
  'Wall Street Journal',
  'Los Angeles Times',
  'USA Today',
  'Boston Globe',
  'Chicago Tribune',
  'Politico',
  'Axios',
  'BuzzFeed News',
  'Bloomberg',
  'Reuters',
  'the Associated Press',
  'Associated Press',
  'AP',
  'AFP',
  'Agence France-Presse',
  'CNN',
  'NBC News',
  'NBC',
  'CBS News',
  'CBS',
  'ABC News',
  'Fox News',
  'MSNBC',
  'NPR',
  'the BBC',
  'BBC',
  'BBC News',
  'Sky News',
  'ITV News',
  'Channel 4 News',
  'the Guardian',
  'Guardian',
  'Daily Telegraph',
  'Daily Mail',
  'the Sun',
  'Financial Times',
  'the Economist',
  'Der Spiegel',
  'Bild',
  'Die Zeit',
  'Le Monde',
  'Le Figaro',
  'Libération',
  'El País',
  'El Mundo',
  'Corriere della Sera',
  'La Repubblica',
  'Al Jazeera',
  'Al Arabiya',
  'Haaretz',
  'Times of Israel',
  'Jerusalem Post',
  'Kyodo',
  'Kyodo News',
  'NHK',
  'Asahi Shimbun',
  'Xinhua',
  'South China Morning Post',
  'Global Times',
  'CCTV',
  'Yonhap',
  'Times of India',
  'the Hindu',
  'Hindustan Times',
  'NDTV',
  'Dawn',
  'Bangkok Post',
  'Straits Times',
  'Philippine Daily Inquirer',
  'Jakarta Post',
  'ABC',
  'Sydney Morning Herald',
  'The Age',
  'the Australian',
  'New Zealand Herald',
  'Stuff',
  'Globe and Mail',
  'Toronto Star',
  'CBC',
  'CBC News',
  'Interfax',
  'TASS',
  'RIA Novosti',
  'Kommersant',
  'Meduza',
  'Kyiv Independent',
  'Ukrinform',
  'Anadolu',
  'Daily Sabah',
  'IRNA',
  'Folha de S.Paulo',
  'O Globo',
  'La Nación',
  'Clarín',
  'Reforma',
  'Daily Nation',
  'the Standard',
  'Mail & Guardian',
  'News24',
  'Premium Times',
  'Vanguard',
  'Punch',
  'Irish Times',
  'RTE',
  'RTÉ',
  'Vice News',
  'the Intercept',
  'ProPublica',
  'Newsweek',
  'Time magazine',
  'the New Yorker',
  'the Atlantic',
  'Vox',
  'the Daily Beast',
  'Daily Beast',
  'HuffPost',
  'Huffington Post',
  'the Hill',
  'TMZ',
  'Variety',
  'ESPN',
  "L'Equipe",
  'Marca',
  'Deutsche Welle',
  'Radio Free Europe',
  'France 24',
  'Nikkei',
  'Globo',
  'SVT',
  'Dagens Nyheter',
  'Aftenposten',
  'NRK',
  'De Telegraaf',
  'NOS',
];
const mentioned = phraseSet(outlets);
/** An outlet's own report, given without a link or a day. */
const pickedUp = phraseSet(
  outlets
    .filter(
      (name) =>
        !/^(?:AP|ABC|NBC|CBS|Stuff|Marca|Variety|Dawn|Punch|NOS|Vanguard|Guardian|the Post|the Times|the Standard|the Sun)$/.test(
          name,
        ),
    )
    .flatMap((name) => [`${name} reported`, `${name} has reported`, `${name} first reported`]),
);

export default rule({
  id: 'secondhand',
  family: 'story',
  reads: 'passage',
  title: 'Another outlet’s report, not named or not linked',
  why: 'What others printed is only as good as their own sources. A reader must be able to see whose report it is and go and look.',
  severity: {
    default: 'warning',
    ap: ['warning', 'Facts that another outlet gathered are credited to it by name.'],
    reuters: ['error', 'An unnamed outlet is an unnamed source.'],
    afp: ['error', 'A second-hand source is named like any other.'],
    bbc: ['warning', 'Agency and other copy is confirmed by a correspondent or credited.'],
    local: 'information',
  },
  options: {
    allow: words('Outlets or phrases that never need a link, such as your own titles and partners.'),
    namedOutlets: flag('Also hint at a named outlet’s report that has neither a link nor a day.', true),
  },
  limits:
    'It knows a list of outlets and the usual words for media. It cannot see whether you confirmed the report yourselves.',
  examples: {
    flag: [
      '[[Local media reported]] that the bridge had closed.',
      'The strike will last a week, [[according to media reports]].',
      '[[Press reports said]] the minister had left the country.',
      'It was [[widely reported]] that the deal had collapsed.',
      '[[The newspaper said]] the school would close.',
      '[[NBC News reported]] that the plant will shut.',
      'The coach has resigned, [[according to local media]].',
      '[[News reports suggest]] the vaccine arrived late.',
      '[[Several outlets reported]] the arrest.',
      '[[Unconfirmed reports say]] the ferry turned back.',
      '[[A local newspaper reported]] that the mill was sold.',
      'The figures were [[reported by local media]] in the spring.',
      '[[Multiple reports say]] the talks are over.',
      'The tenor has died, [[according to reports]].',
      '[[The magazine reported]] that the fund was empty.',
      '[[Foreign media reported]] shots near the palace.',
      'A curfew is in force, [[according to a news site]].',
      '[[Le Monde reported]] that the contract was cancelled.',
      '[[Media outlets said]] the prince was ill.',
      '[[Reports emerged]] that the dam was cracked.',
      '[[One newspaper reported]] a second outbreak.',
    ],
    leave: [
      {
        text: '[The Bangkok Post reported](https://news.example.org/port) on Tuesday that the port had closed.',
        format: 'markdown',
      },
      'Le Monde reported on Tuesday that the contract was cancelled.',
      'Local media attended the hearing.',
      'The media have been kept out of the court.',
      'The report said the bridge was unsafe.',
      'Reports of flooding came from across the county.',
      'She told local reporters that she would appeal.',
      'The Harbour Gazette was founded in 1880.\n\nIn a leader on Monday, the Bangkok Post praised the plan. The newspaper said it would save lives.',
      '"Local media reported it wrong," the mayor said.',
      'The company reported a loss.',
      'He arranged a dozen meetings for the steelmaker, according to reports Mr. Obi filed as a lobbyist.',
      'The dam leaks, according to reports from the Water Board.',
      'He reported the theft to the newspaper.',
      'The press was silent for a week.',
      'The minister reported to parliament on Monday.',
      'News outlets must register with the ministry.',
      'The broadcaster cut forty jobs.',
      'Two people died, the BBC reported on 4 March.',
      'He writes for a local newspaper.',
      'The auditor’s reports showed that the pump was never serviced.',
      'The company’s annual reports show a loss in 2023.',
      'The new law protects the press.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const found of tables.find(unnamed)) {
      if (found.quoted || linked(tables, found.sentence) || allows(tables, options.allow, found)) continue;
      if (found.phrase.endsWith(' reports') && saysWhose(tables, found.end)) continue;
      yield finding(here.block, tables, found, 'unnamed');
    }
    for (const found of tables.find(definite)) {
      if (found.quoted || linked(tables, found.sentence)) continue;
      const first = tables.find(mentioned)[0];
      if ((first !== undefined && first.start < found.start) || namesOutlet(tables, found.start)) continue;
      if (!here.ask(isOutletAbove)) yield finding(here.block, tables, found, 'which');
    }
    if (!options.namedOutlets) return;
    const seen = new Set<string>();
    for (const found of unlinkedIn(tables)) {
      const {phrase} = found;
      if (seen.has(phrase) || allows(tables, options.allow, found)) continue;
      seen.add(phrase);
      if (here.ask((story, block) => isToldAbove(story, block, phrase, options.allow))) continue;
      yield finding(here.block, tables, found, 'unlinked');
    }
  },
});

/** Whether an outlet has been named before a block. */
const isOutletAbove = (story: Story, block: number): boolean => firstHaving(story, outletsIn) < block;

const outletsIn = perBlock((tables) =>
  tables.find(mentioned).length > 0 || namesOutlet(tables, tables.content.text.length) ? [tables] : [],
);

/** What a block takes over from an outlet with neither a link nor a day. */
const unlinkedIn = perBlock((tables) =>
  tables
    .find(pickedUp)
    .filter(({quoted, sentence}) => !quoted && !linked(tables, sentence) && !dated(tables, sentence)),
);

/** Whether the same words were reported further up. */
const isToldAbove = (story: Story, block: number, phrase: string, allow: readonly string[]): boolean =>
  blocksHaving(story, unlinkedIn).some(
    (one) =>
      one.block < block &&
      one.found.some((found) => found.phrase === phrase && !allows(one.tables, allow, found)),
  );

/** "According to reports that Schoen filed", "… reports from the ministry": papers of somebody who is named. */
const saysWhose = ({content}: BlockTables, end: number): boolean =>
  /^ (?:(?:(?:that |which )?(?:(?:he|she|they|it|the [\p{L}]{3,20}|(?:(?:Mr|Ms|Mrs|Dr)\. )?\p{Lu}[\p{L}’'-]+) )(?:had |has |have )?)?(?:filed|submitted|compiled|prepared|commissioned|drawn up)|(?:by|from|of) (?:the )?\p{Lu})/u.test(
    content.text.slice(end, end + 70),
  );

interface Found {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

function finding(
  block: number,
  tables: BlockTables,
  found: Found,
  fault: 'unnamed' | 'which' | 'unlinked',
): Finding {
  const said = wordsAt(tables, found);
  const sentence = tables.sentences[found.sentence] ?? found;
  const place = {block, start: found.start, end: found.end};
  const carry = {
    title: 'Say whom they cite',
    kind: 'suggestion' as const,
    edits: adding(block, tables, sentence, [', citing ', {hole: 'whom they cite'}]),
  };
  const unconfirmed = {
    title: 'Say that it is not confirmed by us',
    kind: 'suggestion' as const,
    edits: adding(block, tables, sentence, ['; ', {hole: 'newsroom'}, ' has not confirmed it independently']),
  };
  if (fault === 'unlinked') {
    return {
      place,
      message: `Link to the report, or say when it came out: “${said}”.`,
      because: `“${said}” credits another outlet, with no link and no day to find the report by.`,
      severity: 'hint',
      fixes: [
        {
          title: 'Say when it was reported',
          kind: 'suggestion',
          preferred: true,
          edits: [{place: {block, start: found.end, end: found.end}, text: [' on ', {hole: 'day'}]}],
        },
        carry,
      ],
    };
  }
  return {
    place,
    message:
      fault === 'which' ? `Which one? Name it: “${said}”.` : `Name the outlet, and link to it: “${said}”.`,
    because:
      fault === 'which'
        ? `“${said}” points back to an outlet that the draft has not named.`
        : `“${said}” rests on reports that nobody can find.`,
    fixes: [
      {
        title: 'Name the outlet',
        kind: 'suggestion',
        preferred: true,
        edits: [{place, text: byOutlet(said)}],
      },
      carry,
      unconfirmed,
    ],
  };
}

/** The same said of an outlet: its verb stays, "reports suggest" is "reported". */
function byOutlet(said: string): Template {
  const outlet = {hole: 'outlet'};
  const [lead] = /^(?:according to|as per|citing|quoted by|cited by) /i.exec(said) ?? [];
  if (lead) return [lead, outlet];
  const passive = /^(?!it )(.*?)(?:widely reported|reported (?:in|by) .+)$/i.exec(said);
  if (passive) return [`${passive[1]}reported by `, outlet];
  const verb = said.split(' ').at(-1) as string;
  return [outlet, ` ${/(?:ed|said|wrote)$/.test(verb) && verb !== 'emerged' ? verb : 'reported'}`];
}

const linksIn = perBlock(({content}) => overlapTest(content.links));
const marksIn = perBlock(({content}) => content.sourceMarks.map(({at}) => at).sort((a, b) => a - b));

function linked(tables: BlockTables, sentence: number): boolean {
  const span = tables.sentences[sentence];
  if (!span) return false;
  const marks = marksIn(tables);
  const mark = marks[lowerBound(marks.length, (i) => (marks[i] as number) <= span.start)];
  return linksIn(tables)(span) || (mark !== undefined && mark <= span.end + 1);
}

function dated({sentences, times}: BlockTables, sentence: number): boolean {
  const span = sentences[sentence];
  const next = span && times[firstEndingAfter(times, span.start)];
  return span !== undefined && next !== undefined && next.start < span.end;
}

/** Whether a newspaper or a station is named before an offset of the block. */
const namesOutlet = (tables: BlockTables, before: number): boolean => firstOutlet(tables) < before;

/** Where a source that is one by its name stands first. */
const firstOutlet = perBlock(
  ({mentions}) =>
    mentions.find(({name}) => name !== null && outletName.test(name))?.start ?? Number.POSITIVE_INFINITY,
);

const outletName =
  /\b(?:Times|Post|News|Herald|Tribune|Gazette|Journal|Chronicle|Telegraph|Observer|Courier|Mirror|Standard|Press|Radio|TV|Television|Magazine|Weekly|Echo|Argus|Express|Mail|Star|Globe|Bulletin|Review|Dispatch|Examiner|Register|Sentinel|Today)\b/;
