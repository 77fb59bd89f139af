import type {Mention} from '../../attribution/mention.js';
import type {BlockTables, Source} from '../../story/story.js';
import {behind, lookup, perBlock, perSource, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {rule, words} from '../rule.js';
import {allows, closingComma, wordsAt} from '../wording.js';

/** Callings that lend weight to a view and say nothing of who pays for it. */
const experts =
  /(?:^|\s)(?:analyst|expert|economist|scientist|researcher|historian|consultant|specialist|academic|sociologist|epidemiologist|virologist|climatologist|psychologist|criminologist|geologist|ecologist|biologist|seismologist|demographer|anthropologist|archaeologist|scholar|commentator|observer|professor|Dr\.?)$/i;
/** Words that already say where somebody works, or that it does not matter. */
const placed =
  /\b(?:former|retired|independent|freelance|university|institute|bank|company|ministry|hospital|government|party|campaign|republican|democratic|gop|conservative|labour|state|federal|city|county|army|police|staff|chief|fellow)\b/i;

/** What people are experts in. */
const fields = new Set(
  `energy security political marine climate housing legal military health food aviation media policy market oil gas tax trade
  labour labor property financial economic defence defense foreign election constitutional data cyber cybersecurity weather
  transport railway forensic crime medical public royal art film music sports football industry retail technology tech telecoms
  banking currency bond equity commodity shipping wildlife plant soil water flood fire earthquake volcano space nuclear drug
  education child nutrition veteran leading senior independent local prominent handwriting body etiquette travel consumer`.split(
    /\s+/,
  ),
);

export default rule({
  id: 'expert-no-affiliation',
  family: 'story',
  reads: 'passage',
  title: 'An expert with no word on where they stand',
  why: 'An analyst may work for the bank that lends the money. Where an expert works, and for whom, lets a reader weigh what they say.',
  severity: {
    default: 'warning',
    bbc: [
      'warning',
      'The BBC normally gives the credentials of those it quotes, so that audiences can judge them.',
    ],
    npr: ['warning', 'NPR describes how a source knows and what side it is on.'],
    local: 'information',
  },
  options: {
    allow: words('Names that need no introduction, such as a columnist of your own.'),
  },
  limits:
    'It judges people whom the story names, calls an expert of some kind and lets speak. Any body named beside them, in any sentence that mentions them, is taken for theirs. Whether they have an interest to declare it cannot know.',
  examples: {
    flag: [
      '[[Lena Ortiz, an expert]], said the dam was safe.',
      'The shares will fall, [[analyst Tom Webb]] said.',
      '"It is a bubble," said [[economist Jo Wray]].',
      '[[Energy analyst Mei Tan]] said the price would double.',
      '[[Paul Reyes, a historian]], said the letter was genuine.',
      '[[Security expert Omar Faris]] told reporters that the lock was weak.',
      'The reef is dying, [[marine biologist Ana Silva]] said.',
      '[[Amal Haddad, a political scientist]], said the vote was fair.',
      '[[Virologist Ivan Kolar]] warned that the strain would spread.',
      '"They had weeks to prepare," said [[Karin Lind, a consultant]].',
      '[[Professor Samuel Obi]] said the wall was older than the town.',
      'The fault was known for years, [[geologist Maria Lopez]] said. It runs under the market.',
      '[[Priya Raman, a climate researcher]], said the rain was no surprise.',
      '"Prices will not fall," said [[Peter Novak, a housing expert]].',
      '[[Political analyst Anna Berg]] said the coalition would not last the year.',
    ],
    leave: [
      'Tom Webb, an energy analyst at Barclays, said the price would double.',
      'Lena Ortiz, an expert on dams at the University of Leeds, said the wall was safe.',
      'Barclays analyst Tom Webb said the shares would fall.',
      'Tom Webb, an analyst at Barclays, said the shares would fall. Analyst Tom Webb has been wrong before.',
      'Economist Jo Wray works for the Central Bank. Wray said prices would rise.',
      'Dr Simon Achebe of St Mary’s Hospital said the boy was awake.',
      '"It is a bubble," said Jo Wray, chief economist at Vega Bank.',
      'Dr. Paul Kessler called the plan a gift to insurers.\n\nKessler is a health care activist who spoke before the rally. He said he stood by every word.',
      'Mayor Tom Hale said the bridge was closed.',
      'The analyst fell ill on Monday.',
      'Experts say the ban will not work.',
      'Historian Paul Reyes wrote the book in 1998.',
      'Amal Haddad, a political scientist who teaches at Lund University, said the vote was fair.',
      'Farmer Jack Dunne said the field was dry.',
      'Republican strategist Rick Wilson said the ad was unfair.',
      'Omar Faris, a security expert, joined the Delta Institute in May. Faris said the lock was weak.',
      'Retired geologist Maria Lopez said the fault was known for years.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const index of expertsIn(tables)) {
      const mention = tables.mentions[index] as Mention;
      const source = here.sourceOf(index);
      if (source?.kind !== 'person' || source.standing !== 'named') continue;
      if (here.of(source, introduction) !== mention || !speaks(here, source)) continue;
      const {quoted, noted, sentenceAt} = lookup(tables);
      if (quoted(mention.head) || noted(sentenceAt(mention.start)) || allows(tables, options.allow, mention))
        continue;
      if (here.of(source, isPlaced)) continue;
      const {block} = here;
      const who = wordsAt(tables, mention.head);
      yield {
        place: placeOf(block, mention),
        message: `Say where ${who} works, and whether that is an interest: “${wordsAt(tables, mention)}”.`,
        because: `${who} speaks as “${mention.role ?? ''}”, and no body is named that ${who} belongs to.`,
        fixes: [
          {
            title: 'Add post and employer',
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place: behind(block, mention),
                text: [', ', {hole: 'title'}, ' at ', {hole: 'organisation'}, closingComma(tables, mention)],
              },
            ],
          },
        ],
      };
    }
  },
});

const speaks = (here: Passage, {attributions}: Source): boolean =>
  attributions.some((key) => here.attributionOf(key)?.cueKind === 'speech');

/** The first mention by name. */
const introduction = perSource(({mentions, mentionIndexes}, story): Mention | null => {
  for (const [at, {block}] of mentions.entries()) {
    const tables = story.blocks[block];
    const mention = tables?.mentions[mentionIndexes[at] as number];
    if (tables && mention && mention.name !== null && isText(tables)) return mention;
  }
  return null;
});

const isText = ({exempt, content}: BlockTables): boolean => !exempt && content.kind !== 'heading';

/** The mentions, by index, that name somebody and call them an expert. */
const expertsIn = perBlock((tables): readonly number[] =>
  isText(tables)
    ? tables.mentions.flatMap(({name, role}, index) => {
        const called = role?.trim() ?? '';
        // Who goes by a surname alone was not introduced at all, which is first-reference's to say.
        if (name === null || !/\s/.test(name.trim())) return [];
        return experts.test(called) && !placed.test(called) && !namesBody(called) ? [index] : [];
      })
    : [],
);

/** "Barclays analyst", but not "Security expert" at the head of a sentence. */
function namesBody(role: string): boolean {
  const [first = '', ...others] = role.split(/\s+/);
  if (others.some((word) => /^\p{Lu}/u.test(word))) return true;
  return others.length > 0 && /^\p{Lu}/u.test(first) && !fields.has(first.toLowerCase());
}

const described =
  /^,?\s+(?:is|was|has been) (?:also )?(?:an?|the|one of|a former) |^\s+(?:heads|leads|runs|directs|chairs|founded|teaches|advises)\b/;

/** Whether a body is named in any sentence that names them, or they are described by more than a calling. */
const isPlaced = perSource(({mentions, mentionIndexes, parts, name}, {blocks}): boolean => {
  if (parts.organisation) return true;
  return mentions.some(({block}, at) => {
    const tables = blocks[block];
    const own = tables?.mentions[mentionIndexes[at] as number];
    if (!tables || !own) return false;
    // "..., the former head of the port", "..., who advises the ministry".
    if (
      /^,?\s+(?:who|whose)\b|^,\s+(?:the|an?|former|then)\b/.test(
        tables.content.text.slice(own.end, own.end + 12),
      )
    )
      return true;
    // "Song is a health care activist who spoke before the rally": told a line further on.
    if (described.test(tables.content.text.slice(own.end, own.end + 24))) return true;
    const rest = own.text.replace(name ?? '', '');
    if (
      /\b(?:at|of|with|for|from|in|who|and)\s+(?:[\p{L}’'-]+\s+){0,4}\p{Lu}/u.test(rest) ||
      /,[^,]*\p{Lu}[\p{L}.]+/u.test(rest)
    )
      return true;
    return tables.mentions.some(
      (other) =>
        other !== own &&
        !other.doubtful &&
        other.sentence === own.sentence &&
        other.kind === 'organisation' &&
        other.name !== null &&
        /\p{Lu}/u.test(other.name),
    );
  });
});
