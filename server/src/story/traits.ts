import type {Attribution} from '../attribution/attribution.js';
import type {Gender, Mention, SourceKind, Standing} from '../attribution/mention.js';
import {overlapTest} from './blockAnalysis.js';
import {countryOfWord, type Institution, institutionOf} from './institutions.js';
import {bodyWords, folded, partsOfName} from './names.js';
import {perBlock} from './perBlock.js';
import type {BlockTables, Place} from './story.js';

/** `i`: the first person, which is the speaker's own inside a quotation. */
export type Pronoun = 'he' | 'she' | 'they' | 'it' | 'who' | 'i' | 'other';

/** What the whole-draft pass wants to know of a mention and can be worked out from its block alone. */
export interface Traits {
  readonly index: number;
  readonly mention: Mention;
  /** Copied from the mention: objects of one shape are read much faster at each keystroke. */
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly kind: SourceKind;
  readonly plural: boolean;
  readonly standing: Standing;
  readonly determiner: Mention['determiner'];
  readonly function: Mention['function'];
  readonly role: string | null;
  /** Parts of specificity found; null for none. */
  readonly parts: Mention['parts'] | null;
  readonly doubtful: boolean;
  /** Name and label that the mention gives whoever it is of, and how good a label it makes. */
  readonly name: string | null;
  readonly label: string;
  readonly labelRank: number;
  /** Which pronoun it is; null for names and descriptions. */
  readonly pronoun: Pronoun | null;
  /** Folded words of the name; empty without one. */
  readonly nameWords: readonly string[];
  /** Those of them that tell one body from another, whatever their order. */
  readonly body: readonly string[];
  /** "WHO" of "World Health Organization (WHO)", folded; null without one. */
  readonly acronym: string | null;
  /** One word in capitals, which may be the acronym of a longer name. */
  readonly capitals: boolean;
  /** Head of the description or of the role ("strategist"), told apart by no gender ("spokesperson"); null without. */
  readonly heads: readonly string[];
  /** Words that narrow the head down: "french", "ministry", "health". Adjectives of countries as countries. */
  readonly narrowing: readonly string[];
  readonly gender: Gender;
  readonly institution: Institution | null;
  /** "another official", "a second official": not one of those before. */
  readonly another: boolean;
  readonly quoted: boolean;
  /** Inside the words that somebody is reported to have said. */
  readonly reported: boolean;
  /** Subject of its clause, as far as can be told: what opens a sentence nearly always is. */
  readonly subject: boolean;
  /** "She is a nurse": what somebody is, and nobody else. */
  readonly predicate: boolean;
  /** The word before it opens a clause ("when he warned of it"). */
  readonly inClause: boolean;
  /** Characters from a comma before it to its head, where nothing but blanks stand between; 0 without. */
  readonly commaBefore: number;
  /** Attributions of the block whose source it is, by their index in the block. */
  readonly speaks: readonly number[];
}

/** Cues whose source is not the one who acts: "according to", "as per". */
const sidewaysCues = new Set(['accord', 'per']);

/** A block made ready for the whole-draft pass; the same object for the same tables. */
export interface BlockReading {
  readonly tables: BlockTables;
  /** By the mention's index. */
  readonly traits: readonly Traits[];
  /** Places of the mentions in the draft as they were last asked for, by their index. */
  readonly places: Place[];
  /** In the order of the text. */
  readonly ordered: readonly Traits[];
  /** Whether an attribution, by its index, stands within the words of another: its speaker takes no floor. */
  readonly inner: readonly boolean[];
  /** The block's steps in reading order. */
  readonly steps: readonly Step[];
  /** Folded words of the names in it that nobody doubts. */
  readonly names: readonly string[];
  /** Last words of the names of people in it, and of those that somebody speaks by. */
  readonly surnames: readonly string[];
  /** A heading, or a line with capitals on nearly every word. */
  readonly headline: boolean;
  /** It ends with a colon: a quotation that opens the next block is said by whoever spoke last in it. */
  readonly introduces: boolean;
}

/** Either a mention, or an attribution that has none and takes its speaker from elsewhere. */
export interface Step {
  readonly at: number;
  readonly sentence: number;
  readonly traits: Traits | null;
  /** Index in the block; -1 for a mention. */
  readonly attribution: number;
}

export const readingOf: (tables: BlockTables) => BlockReading = perBlock(read);

function read(tables: BlockTables): BlockReading {
  const {mentions, attributions, quotations} = tables;
  const quoted = overlapTest(quotations.map(({inner}) => inner));
  // "According to the ministry, Diaz resigned", "As noted by the ministry, ...": the main clause is about Diaz.
  const isSideways = ({cueLemma, cue: [cue]}: Attribution) =>
    sidewaysCues.has(cueLemma ?? '') ||
    (cue !== undefined && /^as$|\sby$/i.test(tables.content.text.slice(cue.start, cue.end)));
  const reported = overlapTest(
    attributions.flatMap((one) => (holdsFloor(one) && !isSideways(one) ? one.content : [])),
  );
  const said = overlapTest(attributions.flatMap((one) => (holdsFloor(one) ? one.content : [])));
  const speaks = new Map<number, number[]>();
  const steps: Step[] = [];
  attributions.forEach((attribution, index) => {
    if (attribution.mention !== null && mentions[attribution.mention]) {
      const list = speaks.get(attribution.mention);
      if (list) list.push(index);
      else speaks.set(attribution.mention, [index]);
    } else
      steps.push({
        at: startOf(attribution),
        sentence: attribution.sentence,
        traits: null,
        attribution: index,
      });
  });
  const traits = mentions.map((mention, index) =>
    traitsOf(mention, {
      index,
      quoted: quoted(mention.head),
      reported: reported(mention.head),
      subject:
        mention.function === 'subject' || (mention.function === 'other' && opensSentence(tables, mention)),
      speaks: speaks.get(index) ?? nothing,
      before: tables.content.text.slice(Math.max(0, mention.start - 12), mention.start),
    }),
  );
  for (const one of traits) steps.push({at: one.start, sentence: one.sentence, traits: one, attribution: -1});
  steps.sort((a, b) => a.at - b.at);
  return {
    tables,
    traits,
    places: new Array(traits.length),
    ordered: [...traits].sort((a, b) => a.start - b.start),
    inner: attributions.map(({cue}) => cue[0] !== undefined && said(cue[0])),
    steps,
    surnames: [...new Set(traits.flatMap(surnameIn))],
    names: [...new Set(traits.flatMap(({doubtful, nameWords}) => (doubtful ? [] : nameWords)))],
    headline: isHeadline(tables),
    introduces: /:\s{0,9}$/.test(tables.content.text.slice(-10)),
  };
}

/** Whether nothing stands before it in its sentence, or a word only that joins it to the last one or to the next clause. */
function opensSentence({sentences, content}: BlockTables, {sentence, start, name, kind}: Mention): boolean {
  const from = sentences[sentence]?.start ?? start;
  if (from === start) return true;
  // "While old Elmford hands say": no place.
  const somebody = kind === 'person' || name === null;
  return somebody && start - from < 14 && joining.test(content.text.slice(from, start));
}

const joining =
  /^(?:and|but|yet|so|still|now|then|meanwhile|however|while|when|although|though|because|since),?\s$/i;

function surnameIn({kind, nameWords, speaks}: Traits): string[] {
  const last = nameWords[nameWords.length - 1];
  // "Sanders said" is a person's name; "New York said" may be anything.
  const speaker = kind === 'unknown' && speaks.length > 0 && nameWords.length === 1;
  return last !== undefined && (kind === 'person' || speaker) ? [last] : [];
}

/** Words that stay small in a headline whose every word has a capital. */
const small = new Set('the and for but nor yet with from into over than that after'.split(' '));

function isHeadline({content: {kind, text}}: BlockTables): boolean {
  if (kind === 'heading') return true;
  if (text.length > 240) return false;
  const words = (text.match(/\p{L}[\p{L}’'-]{2,}/gu) ?? []).filter((word) => !small.has(word));
  return words.length >= 5 && words.filter((word) => /^\p{Lu}/u.test(word)).length >= 0.85 * words.length;
}

/** What one does to somebody rather than says to a reader. */
const acts = new Set(
  'praise thank honor honour congratulate welcome greet hail support endorse back sue hire fire'.split(' '),
);

/** Whether whoever it belongs to is speaking to the reader: "Diaz said", not "Diaz thanked Cole", "Diaz wants". */
export function holdsFloor({cueKind, cueLemma, quote}: Attribution): boolean {
  return quote !== 'indirect' || (cueKind !== 'attitude' && !acts.has(cueLemma ?? ''));
}

const startOf = ({source, cue, content}: Attribution): number =>
  Math.min(
    ...[source[0], cue[0], content[0]].flatMap((span) => (span ? [span.start] : [])),
    Number.MAX_SAFE_INTEGER,
  );

const pronouns: Readonly<Record<string, Pronoun>> = {
  he: 'he',
  him: 'he',
  his: 'he',
  himself: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  herself: 'she',
  they: 'they',
  them: 'they',
  their: 'they',
  theirs: 'they',
  themselves: 'they',
  both: 'they',
  it: 'it',
  its: 'it',
  itself: 'it',
  i: 'i',
  we: 'i',
  me: 'i',
  us: 'i',
  who: 'who',
  whom: 'who',
  whose: 'who',
  which: 'who',
  that: 'who',
};

/** Nouns that differ by gender or fashion only. */
const sameNoun = new Map<string, string>();
for (const row of `spokesperson spokesman spokeswoman spokespeople spokesmen spokeswomen representative rep|
  chair chairman chairwoman chairperson|lawmaker congressman congresswoman congressperson legislator|
  officer policeman policewoman|lawyer attorney solicitor barrister counsel|firefighter fireman|
  councillor councilman councilwoman councilor councilmember|businessperson businessman businesswoman|
  adviser advisor|neighbour neighbor|actor actress|host hostess|waiter waitress|doctor physician|
  principal headteacher headmaster headmistress|city municipality`.split('|')) {
  const [first = '', ...others] = row.trim().split(/\s+/);
  for (const other of others) sameNoun.set(other, first);
}

const femaleNouns = new Set(
  'woman girl mother wife daughter sister aunt niece grandmother widow actress queen princess chairwoman spokeswoman congresswoman councilwoman policewoman businesswoman lady girlfriend waitress nun duchess stepmother mum mom housewife schoolgirl'.split(
    ' ',
  ),
);
const maleNouns = new Set(
  'man boy father husband son brother uncle nephew grandfather widower king prince chairman spokesman congressman councilman policeman businessman gentleman boyfriend fireman priest duke stepfather dad monk salesman fisherman schoolboy'.split(
    ' ',
  ),
);

/** Words in front of a head noun that narrow nothing down. */
const loose = new Set(
  `a an the this that these those one two three four five several some many most few all both another other second third
  same similar separate different further his her its their our my own said former senior top new late then current
  high level ranking unnamed anonymous local and or of for in at on from with to by who which whom a's next last first
  more than least number group about as per according is was were be been has have had not also only just per-cent
  deputy vice acting interim long time longtime young old older elderly`.split(/\s+/),
);

type Placed = Pick<Traits, 'index' | 'quoted' | 'reported' | 'subject' | 'speaks'> & {
  /** The words right before it. */
  readonly before: string;
};

const being = /(?:\b(?:is|was|be|been|being|became|become|not)|n['’]t)\s$/;
/** Words that open a clause within what is said. */
const opensClause = /\b(?:when|while|after|before|where|not that|because|although|though)\s+$/i;

const nothing: readonly never[] = [];

function traitsOf(mention: Mention, placed: Placed): Traits {
  const text = mention.text.slice(0, 400);
  const lower = folded(text);
  const pronoun =
    mention.standing === 'pronoun'
      ? (pronouns[lower.replace(/^both of /, '').replace(/[^a-z]+$/, '')] ?? 'other')
      : null;
  const {words, title} =
    mention.name === null || pronoun !== null
      ? {words: nothing, title: 'unknown' as const}
      : partsOfName(mention.name);
  const before = mention.name === null ? '' : folded(text.slice(0, Math.max(0, text.indexOf(mention.name))));
  const {heads, narrowing} = pronoun === null ? roleOf(mention) : {heads: nothing, narrowing: nothing};
  const acronym = pronoun === null ? (/\(([A-Z][A-Za-z&.]{1,9})\)/.exec(text)?.[1] ?? null) : null;
  const institution =
    pronoun !== null || mention.kind === 'person'
      ? null
      : institutionOf(mention.name ?? withoutRelative(text));
  return {
    index: placed.index,
    mention,
    start: mention.start,
    end: mention.end,
    sentence: mention.sentence,
    kind: mention.kind,
    plural: mention.plural,
    standing: mention.standing,
    determiner: mention.determiner,
    function: mention.function,
    role: mention.role,
    parts: Object.keys(mention.parts).length > 0 ? mention.parts : null,
    doubtful: mention.doubtful ?? false,
    ...calledBy(mention, institution, words.length),
    pronoun,
    nameWords: words,
    body: words.length > 0 ? bodyWords(words) : nothing,
    acronym: acronym === null ? null : folded(acronym).replace(/\./g, ''),
    capitals: mention.name !== null && /^(?:\p{Lu}[.&]?){2,7}$/u.test(mention.name.replace(/^the\s+/i, '')),
    heads,
    narrowing,
    gender: pronoun === 'he' ? 'male' : pronoun === 'she' ? 'female' : genderOf(mention, title, before),
    institution,
    another:
      /^(?:another|one other|other|second|separate|a (?:second|third|fourth|different|separate|further))\b/.test(
        lower,
      ),
    quoted: placed.quoted,
    reported: placed.reported,
    subject: placed.subject,
    predicate: mention.determiner === 'indefinite' && being.test(placed.before),
    inClause: opensClause.test(placed.before.slice(-9)),
    commaBefore: /,\s+$/.exec(placed.before)?.[0].length ?? 0,
    speaks: placed.speaks,
  };
}

/** Which of several descriptions is the best label; the first of equals is kept. */
const labelRanks = {indefinite: 4, bare: 3, none: 3, definite: 2, same: 1} as const;

function calledBy(
  mention: Mention,
  institution: Institution | null,
  nameWords: number,
): Pick<Traits, 'name' | 'label' | 'labelRank'> {
  const short = shortLabel(mention.text);
  const name = mention.name ?? (mention.standing === 'named' ? short.replace(/^the\s+/i, '') : null);
  if (name === null) {
    const labelRank = labelRanks[mention.determiner] + Object.keys(mention.parts).length / 10;
    return {name, label: short, labelRank};
  }
  const article = mention.kind !== 'person' && /^the\s/i.test(mention.text) && !/^the\s/i.test(name);
  return {
    name,
    label: article ? `the ${name}` : name.replace(/^The\s/, 'the '),
    labelRank: 10 + (institution ? 10 + institution.rank : Math.min(9, nameWords)),
  };
}

/** A description without what is told of it in a relative clause or an apposition. */
function shortLabel(text: string): string {
  const short = text.slice(0, 400).split(/,|\s(?:who|which|speaking)\s/, 1)[0] ?? text;
  return short.replace(/^(?:A|An|The|One|Two|Three|Several|Some|Many)\b/, (article) => article.toLowerCase());
}

const withoutRelative = (text: string): string => text.split(/,|\s(?:who|which|that)\s/, 1)[0] as string;

function genderOf(mention: Mention, title: Gender, before: string): Gender {
  if (mention.gender === 'female' || mention.gender === 'male' || mention.plural) return mention.gender;
  if (title !== 'unknown') return title;
  for (const source of [mention.headLemma ?? '', mention.role ? folded(mention.role) : '', before]) {
    for (const word of source.split(/[^\p{L}]+/u)) {
      if (femaleNouns.has(word) || word === 'mrs' || word === 'ms') return 'female';
      if (maleNouns.has(word) || word === 'mr') return 'male';
    }
  }
  return mention.gender;
}

/** "Kremlin representative", "spokesman for the mayor", "mayor of Elmford and a farmer": its heads, and the rest. */
function roleOf(mention: Mention): {heads: readonly string[]; narrowing: readonly string[]} {
  const heads = new Set<string>();
  const narrowing = new Set<string>();
  if (mention.headLemma !== null) heads.add(commonNoun(folded(mention.headLemma)));
  const role = mention.role === null ? '' : folded(mention.role);
  for (const part of role.split(/,|;|\band\b/)) {
    const front = part.split(/\b(?:of|for|at|in|with|from|to|who|on)\b/, 1)[0]?.trim() ?? '';
    const noun = front.split(/\s+/).at(-1);
    if (noun && mention.headLemma === null) heads.add(commonNoun(singular(noun)));
  }
  const described = mention.name === null ? folded(withoutRelative(mention.text.slice(0, 200))) : role;
  const words = described.split(/[^\p{L}\p{N}.&'-]+/u).map((word) => word.replace(/'s$|[.']+$/g, ''));
  words.forEach((word, i) => {
    const two = countryOfWord(`${word} ${words[i + 1] ?? ''}`);
    const country = two ?? countryOfWord(word) ?? countryOfWord(`${word}.`);
    if (country) narrowing.add(country);
    else if (word.length > 1 && !loose.has(word)) {
      const noun = commonNoun(singular(word));
      if (!heads.has(noun)) narrowing.add(noun);
    }
  });
  return {heads: [...heads], narrowing: [...narrowing]};
}

/** One noun for all that differ by gender or fashion only. */
export const commonNoun = (noun: string): string => sameNoun.get(noun) ?? noun;

/** Crude, but the same for both sides of a comparison. */
function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  return word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && word.length > 3
    ? word.slice(0, -1)
    : word;
}
