import type {Gender} from '../attribution/mention.js';

/** Titles in front of a name, with the gender that they give away. */
const titles = new Map<string, Gender>([
  ['mr', 'male'],
  ['mister', 'male'],
  ['sir', 'male'],
  ['lord', 'male'],
  ['king', 'male'],
  ['prince', 'male'],
  ['mrs', 'female'],
  ['ms', 'female'],
  ['miss', 'female'],
  ['mx', 'unknown'],
  ['dame', 'female'],
  ['lady', 'female'],
  ['madam', 'female'],
  ['queen', 'female'],
  ['princess', 'female'],
  ['mme', 'female'],
  ['baroness', 'female'],
  ['countess', 'female'],
  ['duchess', 'female'],
  ['duke', 'male'],
  ['earl', 'male'],
  ['baron', 'male'],
  ['fr', 'male'],
  ['father', 'male'],
  ['brother', 'male'],
  ['sister', 'female'],
  ['mother', 'female'],
  ['pope', 'male'],
  ['imam', 'male'],
  ['congressman', 'male'],
  ['congresswoman', 'female'],
  ['alderman', 'male'],
  ['councilman', 'male'],
  ['councilwoman', 'female'],
  ['chairman', 'male'],
  ['chairwoman', 'female'],
  ['spokesman', 'male'],
  ['spokeswoman', 'female'],
  ['policeman', 'male'],
  ['policewoman', 'female'],
]);
for (const title of `dr doctor prof professor rev reverend hon rep sen gov gen lt col capt maj sgt cpl pvt cmdr adm amb insp
  det supt judge justice sheriff mayor president senator governor representative general colonel captain major sergeant
  lieutenant admiral commander chief minister premier chancellor ambassador councillor councilor coach chair secretary
  attorney officer detective inspector superintendent bishop archbishop cardinal rabbi ayatollah sheikh emir chairperson
  spokesperson director deputy former vice acting interim prime foreign defence defense`.split(/\s+/)) {
  titles.set(title, 'unknown');
}
const suffixes = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'phd',
  'md',
  'esq',
  'mp',
  'qc',
  'kc',
  'obe',
  'mbe',
  'cbe',
  'sc',
  'kbe',
  'dbe',
  'frs',
  'rn',
  'cpa',
]);

/** Short forms of first names; each row is one name. */
const nicknames = new Map<string, string>();
for (const row of `william bill billy will|robert bob bobby rob|richard dick rick|james jim jimmy|john jack johnny|
  joseph joe|thomas tom tommy|michael mike mick|daniel dan danny|david dave|charles charlie chuck|edward ed eddie ted|
  anthony tony|christopher chris|matthew matt|andrew andy|steven steve stephen|gregory greg|jeffrey jeff|kenneth ken|
  lawrence larry|ronald ron|donald don|timothy tim|samuel sam|benjamin ben|nicholas nick|patrick pat paddy|peter pete|
  elizabeth liz beth betty eliza|katherine kate katie kathy catherine cathy|margaret maggie peggy meg|susan sue|
  deborah debbie deb|jennifer jen jenny|rebecca becky|barbara barb|patricia pat patty|christine chris tina|victoria vicky|
  jessica jess|bernard bernie|ernest ernie|mitchell mitch|newton newt|philip phil|walter walt|alexander alex|
  raymond ray|frederick fred|gerald jerry|leonard len|martin marty|vincent vince|zachary zach`.split('|')) {
  const [first = '', ...others] = row.trim().split(/\s+/);
  for (const name of others) if (!nicknames.has(name)) nicknames.set(name, first);
}

/** A name taken apart; words in lower case, without accents, dots and possessive endings. */
export interface NameParts {
  readonly words: readonly string[];
  /** Gender told by a title in front of it. */
  readonly title: Gender;
}

/** Lower case, no accents, straight apostrophes: how words of names and roles are compared. */
export function folded(text: string): string {
  // Nearly every word is plain letters already, and this runs for each of them at each keystroke.
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase();
}

/** Parts a name at its spaces; titles in front ("Ms. Jin Park") and suffixes behind ("Jr.") are no words of it. */
export function partsOfName(name: string): NameParts {
  const words = folded(name.slice(0, 200))
    .split(/[\s,]+/)
    .map((word) =>
      word
        .replace(/'s$|s'$/, (ending) => (ending === "s'" ? 's' : ''))
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
    )
    .filter(Boolean);
  let title: Gender = 'unknown';
  while (words.length > 1 && titles.has(words[0] as string)) {
    const given = titles.get(words.shift() as string) as Gender;
    if (given !== 'unknown') title = given;
  }
  if (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && suffixes.has(words[words.length - 1] as string)) words.pop();
  return {words, title};
}

/** The surname as it is written: "Hale" of "Tom Hale, QC". */
export function surnameOf(name: string): string {
  const [proper = name] = name.split(',', 1);
  const words = proper.trim().split(/\s+/);
  while (words.length > 1 && suffixes.has(folded(words.at(-1) as string).replace(/\./g, ''))) words.pop();
  return words.at(-1) ?? name;
}

/** How well two names can be one person's. */
export type NameMatch = 'same' | 'part' | 'none';

const plain = (first: string): string => nicknames.get(first) ?? first;

function sameFirst(one: string, other: string): boolean {
  if (one === other || plain(one) === plain(other)) return true;
  // "J. Smith", "J.K. Smith" and "John Smith".
  const initials =
    one.length <= 1 || one.includes('.') ? one : other.length <= 1 || other.includes('.') ? other : null;
  return initials !== null && one[0] === other[0];
}

/** Compares a shorter or longer way of naming somebody with the words known for a person. */
export function matchNames(mention: readonly string[], known: readonly string[]): NameMatch {
  const [short, long] = mention.length <= known.length ? [mention, known] : [known, mention];
  if (short.length === 0) return 'none';
  if (short.length === long.length && short.every((word, i) => word === long[i])) return 'same';
  const last = short[short.length - 1] as string;
  if (short.length === 1) {
    // Surname, or the name that comes first ("Kim" of Kim Jong-un, "Beyoncé", children and old friends).
    return last === long[long.length - 1] || last === long[0] ? 'part' : 'none';
  }
  const tail = long.slice(long.length - short.length);
  if (short.every((word, i) => word === tail[i])) return 'part';
  if (last !== long[long.length - 1]) return 'none';
  return sameFirst(short[0] as string, long[0] as string) ? 'same' : 'none';
}

const joints = new Set([
  'of',
  'for',
  'the',
  'and',
  'in',
  'on',
  'to',
  'de',
  'du',
  'des',
  'la',
  'le',
  'der',
  'und',
  '&',
]);

/** The words of an organisation's name that tell it from others, whatever their order. */
export function bodyWords(words: readonly string[]): string[] {
  return words.filter((word) => !joints.has(word) && !corporate.has(word));
}

const corporate = new Set([
  'inc',
  'corp',
  'ltd',
  'llc',
  'plc',
  'co',
  'gmbh',
  'sa',
  'ag',
  'nv',
  'group',
  'company',
  'corporation',
  'limited',
]);

/** "who" for World Health Organization; empty for a name of one word. */
export function acronymOf(words: readonly string[]): string {
  const body = words.filter((word) => !joints.has(word));
  return body.length < 2 ? '' : body.map((word) => word[0]).join('');
}

/**
 * Whether two surnames look like one, spelled twice ("Zelensky", "Zelenskyy"; "Maurer", "Mauer"): one letter more,
 * two letters changed over, or one vowel for another.
 */
export function looksAlike(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 5 || long.length - short.length > 1 || short[0] !== long[0]) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  const [a = '', b = ''] = [short[at], long[at]];
  if (short.slice(at + 1) === long.slice(at + 1)) return vowels.has(a) && vowels.has(b);
  return a === long[at + 1] && b === short[at + 1] && short.slice(at + 2) === long.slice(at + 2);
}

const vowels = new Set('aeiouy');
