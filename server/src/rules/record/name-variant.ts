import type {Mention} from '../../attribution/mention.js';
import {lowerBound} from '../../language/spans.js';
import {folded, looksAlike} from '../../story/names.js';
import {changeSince} from '../../story/onlyChange.js';
import type {BlockTables, Place, Story} from '../../story/story.js';
import {lookup, perBlock} from '../lookup.js';
import {type Finding, rule, words} from '../rule.js';

export default rule({
  id: 'name-variant',
  family: 'record',
  reads: 'story',
  title: 'One person, two spellings',
  why: 'A name spelled two ways is wrong at least once, and the person concerned sees it first.',
  severity: {default: 'warning'},
  options: {
    allow: words('Names that are alike and belong to different people.'),
  },
  limits:
    'It compares surnames that differ by one letter, a doubled one, an accent or two letters changed over, and first names beside one surname, among people whom the draft names. Two spellings with different first names are two people. It cannot know which spelling is right.',
  examples: {
    flag: [
      'President Volodymyr Zelensky spoke on Monday. [[Zelenskyy]] said the talks would go on. Zelensky leaves today.',
      'Maria Lindqvist leads the laboratory. "It works," [[Lindquvist]] said.',
      'Thomas Maurer owns the mill. The mill is old, [[Mauer]] said. Maurer bought it in May.',
      'Peter Hansson sued the port. Judge Orla Finn heard [[Hanson]] on Monday. Hansson lost.',
      'Ana Ferreira runs the ferry. [[Fereira]] said it would sail. Ferreira has two boats.',
      'Omar Haddad met the mayor. Haddad said no. [[Hadad]] said it twice.',
      'Karin Johansson won gold. Johansson trained in Oslo. "I slept badly," [[Johanson]] said.',
      'Simon Achebe treated the boy. Achebe said he was awake. [[Achebbe]] left at noon.',
      'Sarah Lopez teaches physics. [[Sara Lopez]] said the lab was cold. Sarah Lopez has asked for heaters.',
      'José Alvarez drove the bus. [[Alvárez]] said the brakes failed. Alvarez was not hurt.',
      'Stephen Walters owns the pub. Walters said it would close. [[Stephan Walters]] was born there.',
      'Luca Bianchi was hurt. Coach Marco Rossi said [[Bianci]] would miss a month. Bianchi scored twice.',
      'Grace Okonkwo chairs the fund. Okonkwo said it was empty. "It is gone," [[Okkonkwo]] said.',
      'Ivan Petrov flew the plane. Petrov said it shook. "It shook," [[Petrrov]] said again.',
      'Elena Sokolova wrote the report. Sokolova said it was late. [[Sokolva]] blamed the snow.',
    ],
    leave: [
      'Volodymyr Zelenskyy spoke on Monday. Zelenskyy said the talks would go on.',
      'Anna Larsson met Erik Larson. Larsson won; Larson lost.',
      'Hillary Clinton spoke. The Clintons live in Chappaqua. Clinton said no.',
      'Thomas Maurer owns the mill. Maurer’s brother runs it.',
      'The Hansens and Peter Hansen came. Hansen said so.',
      'Carol Stewart and Ian Stuart argued. Stewart said no. Stuart said yes.',
      'Jim Park spoke first. James Park said no.',
      'Martin Weber sold the shop to Maria Weber.',
      'Ana Silva and her brother Alan Silva came.',
      'KARIN JOHANSSON WINS\n\nKarin Johansson won gold. Johansson trained in Oslo.',
      'Eric Moreau sang, and Erica Moreau played.',
      'Peter Novak said yes. Novak’s lawyer said no.',
      'Fisher Price makes toys. Fischer makes skis.',
      'Obama spoke. Obamacare stays.',
      'Daniel Costa sang. Daniela Costa danced.',
      'Angela Correy brought the charge. “Angela Corey’s [sic] case is a farce,” the post said. Correy did not reply.',
    ],
  },
  *check(story, options) {
    const allowed = new Set(options.allow.map((name) => folded(name)));
    const alike = likenessesIn(story);
    const told = new Set<Spelling>();
    for (const [one, other] of alike.flatMap(({surnames}) => surnames)) {
      if (told.has(one) || told.has(other)) continue;
      if (allowed.has(folded(one.surname)) || allowed.has(folded(other.surname))) continue;
      const [rare, usual] = one.count < other.count ? [one, other] : [other, one];
      told.add(rare);
      yield finding(rare.surname, surnamePlaces(story, rare), usual.surname, surnamePlaces(story, usual));
    }
    for (const {spelling, one, other} of alike.flatMap(({firstNames}) => firstNames)) {
      const {surname} = spelling;
      if (allowed.has(folded(`${one} ${surname}`)) || allowed.has(folded(`${other} ${surname}`))) continue;
      const its = firstPlaces(story, spelling, one);
      const others = firstPlaces(story, spelling, other);
      if (areTogether(story, its, others)) continue;
      yield its.length < others.length ? finding(one, its, other, others) : finding(other, others, one, its);
    }
  },
});

/** The names that can be one name, spelled in two ways, among those whose surnames begin with one letter. */
interface Likenesses {
  /** The blocks with such names, in order. */
  readonly blocks: readonly number[];
  readonly surnames: readonly (readonly [Spelling, Spelling])[];
  readonly firstNames: readonly {
    readonly spelling: Spelling;
    readonly one: string;
    readonly other: string;
  }[];
}

/** Those of a draft, by letter. */
interface LikenessesKnown {
  readonly blocks: readonly BlockTables[];
  readonly byLetter: Map<number, Likenesses>;
}

/** Looked for anew only among the names that begin with a letter of those that an edit changed. */
function likenessesIn(story: Story): readonly Likenesses[] {
  const {blocks, notes} = story;
  const last = notes.get(likenessesIn) as LikenessesKnown | undefined;
  const changed = last ? changeSince(last.blocks, story) : null;
  let byLetter: LikenessesKnown['byLetter'];
  if (!last || changed === null) byLetter = allLikenesses(blocks);
  else {
    byLetter = last.byLetter;
    if (changed >= 0) lookAgain(byLetter, last.blocks, blocks, changed);
  }
  notes.set(likenessesIn, {blocks, byLetter} satisfies LikenessesKnown);
  return [...byLetter.values()];
}

function allLikenesses(blocks: readonly BlockTables[]): LikenessesKnown['byLetter'] {
  const having = new Map<number, number[]>();
  for (const [block, tables] of blocks.entries()) {
    for (const letter of new Set(namesIn(tables).map(letterOf))) {
      const its = having.get(letter);
      if (its) its.push(block);
      else having.set(letter, [block]);
    }
  }
  return new Map([...having].map(([letter, its]) => [letter, findLikenesses(blocks, its, letter)]));
}

/** Among the names of those letters with which a name of the only block begins that has changed. */
function lookAgain(
  byLetter: LikenessesKnown['byLetter'],
  before: readonly BlockTables[],
  blocks: readonly BlockTables[],
  changed: number,
): void {
  const old = namesIn(before[changed] as BlockTables);
  const names = namesIn(blocks[changed] as BlockTables);
  for (const letter of new Set([...old, ...names].map(letterOf))) {
    const now = names.filter((name) => letterOf(name) === letter);
    const known = old.filter((name) => letterOf(name) === letter);
    if (areSameNames(now, known)) continue;
    const its = (byLetter.get(letter)?.blocks ?? []).filter((block) => block !== changed);
    if (now.length > 0)
      its.splice(
        lowerBound(its.length, (i) => (its[i] as number) < changed),
        0,
        changed,
      );
    if (its.length > 0) byLetter.set(letter, findLikenesses(blocks, its, letter));
    else byLetter.delete(letter);
  }
}

const areSameNames = (some: readonly Name[], others: readonly Name[]): boolean =>
  some.length === others.length &&
  some.every(({surname, first}, i) => surname === others[i]?.surname && first === others[i]?.first);

function findLikenesses(blocks: readonly BlockTables[], its: readonly number[], letter: number): Likenesses {
  const spellings = spellingsIn(blocks, its, letter);
  const firstNames = spellings.flatMap((spelling) => {
    const firsts = spelling.firsts ?? [];
    return firsts.flatMap((one, i) =>
      firsts.slice(i + 1).flatMap((other) => (isOneFirstName(one, other) ? [{spelling, one, other}] : [])),
    );
  });
  const surnames = [...pairsAlike(spellings)].filter(([one, other]) => areOne(one, other));
  return {blocks: its, surnames, firstNames};
}

/** One spelling of a surname. */
interface Spelling {
  readonly surname: string;
  /** Folded, as names are compared. */
  readonly key: string;
  /** How often it stands in the draft, and in which blocks. */
  count: number;
  readonly blocks: number[];
  /** The first names that stand before it, each once; null while there is none. */
  firsts: string[] | null;
}

interface Name {
  readonly first: string | null;
  readonly firstAt: number;
  readonly surname: string;
  readonly key: string;
  readonly surnameAt: number;
}

const namesIn = perBlock((tables): readonly Name[] =>
  tables.exempt ? [] : tables.mentions.flatMap((mention) => readName(tables, mention) ?? []),
);

/** With what a surname begins: only those of one letter are held against each other. */
const letterOf = ({key}: Name): number => key.charCodeAt(0);

function spellingsIn(
  blocks: readonly BlockTables[],
  its: readonly number[],
  letter: number,
): readonly Spelling[] {
  const found = new Map<string, Spelling>();
  for (const block of its) {
    for (const name of namesIn(blocks[block] as BlockTables)) {
      if (letterOf(name) !== letter) continue;
      const {first, surname, key} = name;
      let spelling = found.get(surname);
      if (!spelling) {
        spelling = {surname, key, count: 0, blocks: [], firsts: null};
        found.set(surname, spelling);
      }
      spelling.count++;
      if (spelling.blocks.at(-1) !== block) spelling.blocks.push(block);
      if (first === null) continue;
      if (spelling.firsts === null) spelling.firsts = [first];
      else if (!spelling.firsts.includes(first) && spelling.firsts.length < mostFirsts)
        spelling.firsts.push(first);
    }
  }
  return [...found.values()];
}

/** No more first names of one surname than this are told apart. */
const mostFirsts = 20;

/** Where a spelling stands; worked out only for what is reported. */
const surnamePlaces = ({blocks}: Story, {surname, blocks: its}: Spelling): readonly Place[] =>
  its.flatMap((block) =>
    namesIn(blocks[block] as BlockTables)
      .filter((name) => name.surname === surname)
      .map(({surnameAt}) => ({block, start: surnameAt, end: surnameAt + surname.length})),
  );

const firstPlaces = ({blocks}: Story, {surname, blocks: its}: Spelling, first: string): readonly Place[] =>
  its.flatMap((block) =>
    namesIn(blocks[block] as BlockTables)
      .filter((name) => name.surname === surname && name.first === first)
      .map(({firstAt}) => ({block, start: firstAt, end: firstAt + first.length})),
  );

/** No more spellings of one letter than this are compared; a draft with more is no story. */
const mostOfALetter = 150;

function* pairsAlike(group: readonly Spelling[]): Generator<[Spelling, Spelling]> {
  const some = group.slice(0, mostOfALetter);
  for (let i = 0; i < some.length; i++) {
    const one = some[i] as Spelling;
    for (let j = i + 1; j < some.length; j++) {
      const other = some[j] as Spelling;
      if (
        Math.abs(one.key.length - other.key.length) <= 1 &&
        (one.key === other.key || looksAlike(one.key, other.key))
      )
        yield [one, other];
    }
  }
}

/** First name and surname of a person, as spelled, and where; null for bodies, capitals throughout and plurals. */
function readName({content}: BlockTables, {name, kind, head, doubtful}: Mention): Name | null {
  if (name === null || doubtful || (kind !== 'person' && kind !== 'unknown')) return null;
  const said = content.text.slice(head.start, head.end);
  // Somebody else's slip, kept as it was.
  if (/^(?:['’]s)?\s?[[(]sic[\])]/i.test(content.text.slice(head.end, head.end + 10))) return null;
  const at = said.indexOf(name);
  // "Hale" of "Tom Hale, QC".
  const proper = name.split(',', 1)[0] as string;
  const parts = proper.split(/\s+/);
  const surname = (parts[parts.length - 1] ?? '').replace(/['’]s$|['’]$/, '');
  if (at < 0 || parts.length > 3 || !/^\p{Lu}\p{Ll}[\p{L}’'-]{2,}$/u.test(surname)) return null;
  const first = parts.length > 1 && /^\p{Lu}\p{Ll}{2,}$/u.test(parts[0] ?? '') ? (parts[0] as string) : null;
  return {
    first,
    firstAt: head.start + at,
    surname,
    key: folded(surname),
    surnameAt: head.start + at + proper.lastIndexOf(parts[parts.length - 1] ?? ''),
  };
}

/** Whether two spellings that are alike can only be one person's: alike, one in full, the other by surname or by the same first name. */
function areOne(one: Spelling, other: Spelling): boolean {
  const [a, b] = [one.key, other.key];
  if (a !== b && isPlural(a, b)) return false;
  if (a === b && one.surname.toLowerCase() === other.surname.toLowerCase()) return false;
  const firsts = (one.firsts ?? []).map(folded);
  const others = (other.firsts ?? []).map(folded);
  if (firsts.length > 1 || others.length > 1) return false;
  if (firsts.length === 1 && others.length === 1) return firsts[0] === others[0];
  // With no first name at all, only a letter doubled or an accent is sure to be one name.
  return firsts.length + others.length === 1 || a === b || single(a) === single(b);
}

/** "The Clintons"; "Latin" and "Latina". */
const isPlural = (a: string, b: string): boolean =>
  ['s', 'a'].some((ending) => `${a}${ending}` === b || `${b}${ending}` === a);
const single = (word: string): string => word.replace(/(\p{L})\1/gu, '$1');

/** "Sara" and "Sarah", "Stephen" and "Stephan"; but not "Eric" and "Erica". */
function isOneFirstName(one: string, other: string): boolean {
  const [short, long] = [folded(one), folded(other)].sort((a, b) => a.length - b.length) as [string, string];
  if (short === long) return one !== other;
  if (short.length < 4 || long.length - short.length > 1 || short[0] !== long[0]) return false;
  if (/a$/.test(long) !== /a$/.test(short) && !(long === `${short}h`)) return false;
  return long === `${short}h` || single(short) === single(long) || looksAlike(short, long);
}

/** Named in one sentence somewhere: two people of one family. */
function areTogether({blocks}: Story, one: readonly Place[], other: readonly Place[]): boolean {
  const inOneSentence = (a: Place, b: Place): boolean => {
    const tables = blocks[a.block];
    if (!tables || a.block !== b.block) return false;
    const {sentenceAt} = lookup(tables);
    return sentenceAt(a.start) === sentenceAt(b.start);
  };
  // Few of each are enough to see a family side by side.
  const some = other.slice(0, 40);
  return one.slice(0, 40).some((place) => some.some((beside) => inOneSentence(place, beside)));
}

function finding(rare: string, its: readonly Place[], usual: string, others: readonly Place[]): Finding {
  const [place] = its as [Place];
  return {
    place,
    message: `“${rare}” here, “${usual}” elsewhere. Spell the name one way.`,
    because: `“${usual}” stands ${others.length === 1 ? 'once' : `${others.length} times`} in the draft, “${rare}” ${its.length === 1 ? 'once' : `${its.length} times`}.`,
    related: others.slice(0, 1).map((other) => ({place: other, message: 'The other spelling'})),
    fixes: [
      {
        title: `Write “${usual}” everywhere`,
        kind: 'suggestion',
        preferred: others.length > its.length,
        edits: its.map((at) => ({place: at, text: [usual]})),
      },
      {
        title: `Write “${rare}” everywhere`,
        kind: 'suggestion',
        edits: others.map((at) => ({place: at, text: [rare]})),
      },
    ],
  };
}
