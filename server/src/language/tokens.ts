import winkModel from 'wink-eng-lite-web-model';
import winkNLP, {type ItemSentence, type ItsFunction, type ItsHelpers, type WinkMethods} from 'wink-nlp';
import type {Pos, Token} from './token.js';

interface Wink {
  readonly nlp: WinkMethods;
  readonly its: ItsHelpers;
  /** Ids from here on are given to words that the library did not know. */
  readonly firstUnknown: number;
}

let loaded: Wink | undefined;

/** Loaded with the first text: a tenth of a second that no start has to wait for. */
function wink(): Wink {
  if (!loaded) {
    const nlp = winkNLP(winkModel, ['sbd', 'pos']);
    // Before any text is read: the library numbers words as they come.
    loaded = {nlp, its: nlp.its, firstUnknown: idOf('qzxqzxqzx', nlp)};
  }
  return loaded;
}

/** A token, and whether the library ends a sentence with it. */
export interface ReadToken {
  readonly token: Token;
  readonly endsSentence: boolean;
}

/** Paragraphs beyond this are read in stretches, each ending at a space. */
const longestStretch = 8000;
/** The library's time grows with the square of an unbroken run of characters; longer ones are cut up here. */
const longRun = /\S{61,}/g;

/** Tokens of a block's prose, with lemma and part of speech. Any text will do; linear in its length. */
export function readTokens(text: string): readonly ReadToken[] {
  const clean = readable(text);
  const found: ReadToken[] = [];
  let start = 0;
  for (const {0: run, index} of clean.matchAll(longRun)) {
    readStretches(clean, start, index, found);
    start = index + run.length;
    readRun(clean, index, start, found);
  }
  readStretches(clean, start, clean.length, found);
  return wireMark.test(text) ? found.map((one) => wholeMark(text, one)) : found;
}

/** Two single marks stand for a double one in old wire copy. */
const wireMark = /''|``/;
const wireMarks = new RegExp(wireMark, 'g');

/** A double mark that is two single ones covers both. */
function wholeMark(text: string, one: ReadToken): ReadToken {
  const {token} = one;
  if (token.text !== '"' || text.charAt(token.start) === '"') return one;
  return {...one, token: {...token, end: token.start + 2}};
}

/** Through the library, a stretch at a time. */
function readStretches(text: string, from: number, to: number, found: ReadToken[]): void {
  let start = from;
  while (to - start > longestStretch) {
    // No run is longer than sixty characters here, so that a space is near.
    const end = Math.max(start + 1, text.lastIndexOf(' ', start + longestStretch));
    readPlain(text, start, end, found);
    start = end;
  }
  readPlain(text, start, to, found);
}

/** Controls, lone surrogates and odd spaces: what would confuse the library, each one code unit long. */
const unreadable =
  /[\p{Cc}\p{Cs}\u00a0\u00ad\u1680\u2000-\u200f\u2028\u2029\u202f\u205f-\u2064\u3000\ufeff]/gu;

/** The same length. */
const readable = (text: string): string => text.replace(unreadable, ' ').replace(wireMarks, '" ');

/** A word with its "'s", and a dash or a stroke that stands against it. */
const possessive = /(\p{L}+)(['’]s)(?![\p{L}\p{N}])([—–/-]?)/giu;
/** Words that the library takes apart by itself: there "'s" may be a verb. */
const contracted = new Set(
  'he she it that this there here what who where when how why which let one everybody everyone somebody someone nobody nothing everything something'.split(
    ' ',
  ),
);

/**
 * With a space round "'s". The library splits "Diaz's" but not "Diaz's," or "Diaz's)", takes that for a word of its
 * own, and from then on splits "Diaz's" nowhere: what it finds would depend on what it has read before.
 */
const apart = (text: string): string =>
  /['’]s/i.test(text)
    ? text.replace(possessive, (whole, word: string, ending: string, dash: string) =>
        contracted.has(word.toLowerCase()) ? whole : `${word} ${ending}${dash && ` ${dash}`}`,
      )
    : text;

/** Through the library. */
function readPlain(text: string, start: number, end: number, found: ReadToken[]): void {
  const part = text.slice(start, end);
  if (part.trim() === '') return;
  const {nlp, its} = wink();
  const document = nlp.readDoc(apart(part));
  const tokens = document.tokens();
  const values = tokens.out() as string[];
  const tags = tokens.out(its.pos as ItsFunction<string>) as Pos[];
  const lemmas = tokens.out(its.lemma as unknown as ItsFunction<string>) as string[];
  const ends = new Set<number>();
  let count = 0;
  document.sentences().each((sentence: ItemSentence) => {
    count += sentence.tokens().length();
    ends.add(count - 1);
  });
  // Where the part was cut off, a sentence ends only if it says so.
  if (end < text.length && !/[.!?…]["”’»)]*$/u.test(part.trimEnd().slice(-8))) ends.delete(count - 1);
  let at = start;
  for (const [i, value] of values.entries()) {
    while (at < end && isBlank(text.charCodeAt(at))) at++;
    if (!text.startsWith(value, at)) {
      // The library changed the text: what is left is cut up without it.
      readRun(text, at, end, found);
      return;
    }
    found.push({
      token: makeToken(value, at, lemmas[i] ?? value, tags[i] ?? 'X'),
      endsSentence: ends.has(i),
    });
    at += value.length;
  }
}

const isBlank = (code: number): boolean => code === 32 || (code < 33 && code > 8);

/** Words and single characters, for runs that no prose has. */
function readRun(text: string, start: number, end: number, found: ReadToken[]): void {
  for (const piece of text.slice(start, end).matchAll(/[\p{L}\p{N}\p{M}]{1,64}|\S/gu)) {
    const [value] = piece;
    const pos: Pos = /^\p{N}/u.test(value) ? 'NUM' : /^\p{L}/u.test(value) ? 'X' : 'PUNCT';
    found.push({token: makeToken(value, start + piece.index, value, pos), endsSentence: false});
  }
}

function makeToken(text: string, start: number, lemma: string, pos: Pos): Token {
  const norm = plain(text);
  return {
    start,
    end: start + text.length,
    text,
    norm,
    lemma: lemma === text ? norm : plain(lemma),
    pos,
  };
}

const apostrophes = /[’‘ʼ]/;
const allApostrophes = new RegExp(apostrophes, 'g');

function plain(word: string): string {
  const small = word.toLowerCase();
  return apostrophes.test(small) ? small.replace(allApostrophes, "'") : small;
}

const everyday = new Map<string, boolean>();
const mostRemembered = 20_000;

/** Whether a word, in small letters, is one of the language: then its capital may be only the sentence's. */
export function isEverydayWord(norm: string): boolean {
  const known = everyday.get(norm);
  if (known !== undefined) return known;
  if (norm.length > longestWord || !/^\p{L}+$/u.test(norm)) return false;
  const {nlp, firstUnknown} = wink();
  const found = idOf(norm, nlp) < firstUnknown;
  if (everyday.size >= mostRemembered) everyday.clear();
  everyday.set(norm, found);
  return found;
}

const longestWord = 40;

function idOf(word: string, nlp: WinkMethods): number {
  const [id] = nlp
    .readDoc(word)
    .tokens()
    .out(nlp.its.uniqueId as ItsFunction<number>) as number[];
  return id ?? Number.POSITIVE_INFINITY;
}
