import {countryOf, type GovernmentName, governmentNames} from './countries.js';

/** Other names of one and the same institution. The first of each row is its key. */
const aliases: readonly (readonly string[])[] = [
  [
    'defense department',
    'pentagon',
    'department of defense',
    'u.s. defense department',
    'us defense department',
  ],
  ['state department', 'foggy bottom', 'department of state', 'u.s. state department', 'us state department'],
  ['justice department', 'department of justice', 'doj', 'u.s. justice department', 'us justice department'],
  ['congress', 'capitol hill', 'u.s. congress', 'us congress'],
  ['federal reserve', 'fed', 'u.s. federal reserve', 'us federal reserve'],
  ['central intelligence agency', 'cia', 'langley'],
  ['federal bureau of investigation', 'fbi'],
  ['metropolitan police', 'scotland yard', 'new scotland yard', 'met', 'met police'],
  ['united nations', 'un', 'u.n.', 'world body'],
  ['north atlantic treaty organization', 'nato', 'north atlantic treaty organisation', 'alliance'],
  ['french foreign ministry', 'quai d’orsay', "quai d'orsay"],
  ['european central bank', 'ecb'],
  ['international monetary fund', 'imf'],
  ['democratic national committee', 'dnc'],
  ['republican national committee', 'rnc'],
];
const keyOfAlias = new Map<string, string>();
for (const row of aliases) for (const name of row) keyOfAlias.set(name, row[0] as string);

export interface Institution {
  /** The same for every name of one institution. */
  readonly key: string;
  /** How good a label this name makes: a government's own name before its seat, capital and country. */
  readonly rank: number;
}

const ranks: Readonly<Record<GovernmentName, number>> = {seat: 3, capital: 1, country: 0};

/** Which institution a name stands for; null for any name that stands for itself alone. */
export function institutionOf(name: string): Institution | null {
  const words = name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/’/g, "'")
    .replace(/^the\s+/, '')
    .replace(/'s?$/, '')
    .trim();
  const government = governmentNames.get(words);
  if (government) return {key: `government of ${government.country}`, rank: ranks[government.as]};
  const alias = keyOfAlias.get(words);
  if (alias) return {key: alias, rank: alias === words ? 3 : 2};
  const last = words.lastIndexOf(' ');
  const head = words.slice(last + 1);
  if (head === 'government' || head === 'authorities') {
    const country = countryOf.get(words.slice(0, Math.max(0, last)));
    if (country) return {key: `government of ${country}`, rank: head === 'government' ? 4 : 2};
  }
  if (
    head === 'administration' &&
    /^(?:u\.?s\.? |american )?(?:trump|biden|obama|bush|clinton|reagan|carter)? ?administration$/.test(
      words,
    ) &&
    last >= 0
  ) {
    return {key: 'government of united states', rank: 2};
  }
  const of = /^government of (?:the )?(.{2,40})$/.exec(words);
  const country = of && countryOf.get(of[1] as string);
  return country ? {key: `government of ${country}`, rank: 4} : null;
}

/** The country that a word or two speak of ("French", "Saudi Arabian"); null for others. In lower case. */
export const countryOfWord = (word: string): string | null => countryOf.get(word) ?? null;
