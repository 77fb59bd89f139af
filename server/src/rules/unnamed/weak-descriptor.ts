import type {Span} from '../../draft/block.js';
import {type Occurrence, phraseSet} from '../../language/phrases.js';
import type {BlockTables} from '../../story/story.js';
import {behind, lookup, perBlock, perSource, placeOf} from '../lookup.js';
import {rule, words} from '../rule.js';
import {unnamedMentionsOf} from '../unnamedSources.js';
import {allows, wordsAt} from '../wording.js';

/** Nearness with no way of knowing: one can be familiar with anything. */
const weak = phraseSet([
  'familiar with',
  'close to',
  'with knowledge of',
  'with knowledge about',
  'who has knowledge of',
  'who have knowledge of',
  'who had knowledge of',
  'who knows about',
  'in the know',
  'with insight into',
  'aware of',
]);
const people = new Set([
  'person',
  'people',
  'source',
  'official',
  'aide',
  'executive',
  'adviser',
  'advisor',
  'insider',
  'friend',
  'lawyer',
  'individual',
  'diplomat',
  'banker',
  'investor',
  'staffer',
  'employee',
  'someone',
  'somebody',
  'man',
  'woman',
  'officer',
  'manager',
  'associate',
  'ally',
  'lawmaker',
  'consultant',
  'negotiator',
  'other',
]);
/** "People close to the border" live there. */
const places =
  /^\s*(?:the\s+|a\s+|an\s+|his\s+|her\s+|their\s+)?(?:\p{L}+\s+)?(?:border|river|coast|sea|shore|site|scene|cent(?:re|er)|airport|road|home|house|school|tears|death|retirement|front|station|beach|plant|mine|volcano|epicent(?:re|er)|edge|water|forest|half|\d)/iu;

export default rule({
  id: 'weak-descriptor',
  family: 'unnamed',
  reads: 'passage',
  title: 'An unnamed source who is only "familiar with the matter"',
  why: '"Familiar with the matter" fits everybody who has read about it, the reporter included. Whether somebody was in the room, has seen the paper or was told of it later decides what their word is worth.',
  severity: {
    default: 'warning',
    ap: ['warning', 'AP wants a source placed to know, described as closely as can be.'],
    npr: ['warning', 'NPR says how a source knows: in the room, with the document, a part of it.'],
    reuters: 'information',
    afp: 'information',
    local: 'information',
  },
  options: {
    allow: words(
      'Descriptions that are never flagged, such as a formula that your business desk has settled on.',
    ),
  },
  limits:
    'It knows a few set wordings. Where a source is barely described otherwise, anon-official or anon-bare-source already asks how they know, and this rule is silent: it speaks of sources who are described well but for that, and of people to whom or from whom something went.',
  examples: {
    flag: [
      'The file was shown to a person [[close to the investigation]].',
      'A senior Treasury official [[close to the talks]] said the rate would fall. The official spoke on condition of anonymity because the talks are private.',
      'The plan was drawn up by people [[familiar with the chancellor’s thinking]].',
      'The Gazette cited people [[familiar with the matter]].',
      'The memo went to an aide [[with knowledge of the raid]].',
      'Copies were passed on by an executive [[familiar with the merger]].',
      'The tape came from a person [[close to the band]].',
      'The sum was confirmed by two people [[familiar with the contract]].',
      'A junior Kenyan Treasury official [[with knowledge of the loan]], who asked not to be named because the file is sealed, said it was late.',
      'The list was leaked by a friend [[close to the bishop]].',
      'The envelope was handed over by a lawyer [[close to the family]].',
      'The letter was carried home by an official [[familiar with the case]].',
    ],
    leave: [
      'A person who has read the memo said it ran to nine pages.',
      'Two people who were in the room said the vote was close.',
      'People close to the border were moved to Kars.',
      'Anna Roth, an official familiar with the case, said it was closed.',
      'The readers are familiar with the songs.',
      'Residents close to the plant sealed their windows, the mayor said.',
      '"She is close to the minister," Roth said.',
      'Sales came close to the record.',
      'The crew is familiar with the river.',
      'The file was shown to a clerk who worked on it.',
      'The judge is familiar with the matter.',
      {
        text: 'The file was shown to a person close to the investigation. <!-- src: court-3 -->',
        format: 'markdown',
      },
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const {hit, whose} of weakIn(tables)) {
      if (allows(tables, options.allow, hit)) continue;
      const source = here.sourceOf(whose);
      if (source && here.of(source, isAskedElsewhere)) continue;
      const {block} = here;
      const words = wordsAt(tables, hit);
      yield {
        place: placeOf(block, hit),
        message: `Say how they know: “${words}” does not.`,
        because: `“${words}” says that somebody is near the matter, not what they saw, read or were told.`,
        fixes: [
          {
            title: 'Say how they know',
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place: behind(block, {start: hit.start, end: objectEnd(tables, hit)}),
                text: [
                  ' who ',
                  {hole: 'how they know', choices: ['attended', 'has seen', 'was briefed on', 'worked on']},
                  ' ',
                  {hole: 'what'},
                ],
              },
            ],
          },
        ],
      };
    }
  },
});

/** The words of a block that say only that somebody is near the matter, with whom they describe. */
const weakIn = perBlock((tables): readonly {readonly hit: Occurrence; readonly whose: number}[] => {
  if (tables.content.kind === 'heading') return [];
  return tables.find(weak).flatMap((hit) => {
    if (hit.quoted || lookup(tables).noted(hit.sentence)) return [];
    const whose = describedBy(tables, hit);
    return whose === null ? [] : [{hit, whose}];
  });
});

/** Index of the unnamed person whom the words describe; null where they describe nobody or somebody named. */
function describedBy(tables: BlockTables, hit: Occurrence): number | null {
  const {text} = tables.content;
  if (hit.phrase === 'close to' && places.test(text.slice(hit.end, hit.end + 40))) return null;
  let best = -1;
  for (const [index, mention] of tables.mentions.entries()) {
    if (mention.sentence !== hit.sentence || mention.head.end > hit.start) continue;
    // Only "who is" and the like may stand between.
    if (!/^[\s,]*(?:(?:who|that)\s+(?:is|are|was|were)\s+)?$/i.test(text.slice(mention.head.end, hit.start)))
      continue;
    best = index;
  }
  const mention = tables.mentions[best];
  if (!mention || mention.name !== null || mention.headLemma === null || !people.has(mention.headLemma))
    return null;
  // "Anna Roth, an official familiar with the case".
  const named = tables.mentions.some(
    ({name, end}) =>
      name !== null && end <= mention.start && /^\s*,\s*$/.test(text.slice(end, mention.start)),
  );
  return mention.determiner === 'definite' || named ? null : best;
}

/** Whether anon-bare-source or anon-official asks all that is missing of a source. */
const isAskedElsewhere = perSource((source, story): boolean =>
  unnamedMentionsOf(source, story).some(
    ({class: kind}) => kind === 'bare' || kind === 'group' || (kind === 'official' && source.specificity < 4),
  ),
);

/** Where the noun that they are close to ends: the next mark or small word. */
function objectEnd({content: {text}, sentences}: BlockTables, {end, sentence}: Occurrence): number {
  const last = (sentences[sentence] as Span | undefined)?.end ?? text.length;
  const rest = /^\s+(?:(?:the|a|an|his|her|its|their)\s+)?[\p{L}’'-]+(?:(?<=[’']s?)\s+[\p{L}-]+)?/u.exec(
    text.slice(end, last),
  );
  return end + (rest?.[0].length ?? 0);
}
