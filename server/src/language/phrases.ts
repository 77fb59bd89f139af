import type {Span} from '../draft/block.js';
import type {Token} from './token.js';

/** One phrase of a set, found in a block. */
export interface Occurrence extends Span {
  /** The phrase as the set words it. */
  readonly phrase: string;
  readonly sentence: number;
  /** Inside a direct quotation. */
  readonly quoted: boolean;
}

/** A set of phrases, compiled once; matches whole words, any case, straight or curly apostrophes. */
export interface PhraseSet {
  /** Counts up from 0, so that what was found of a set can be kept in a list. */
  readonly id: number;
  readonly phrases: readonly string[];
  readonly root: PhraseNode;
  /** Whether a phrase begins with a word, by the number of the word among `openers`. */
  readonly opens: readonly (true | undefined)[];
}

interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  phrase: string | null;
}

let sets = 0;

/** The words that open a phrase of any set, numbered: most words of a text open none. */
const openers = new Map<string, number>();

/** @param phrases words parted by spaces; hyphens and apostrophes are parted as the tokenizer parts them. */
export function phraseSet(phrases: readonly string[]): PhraseSet {
  const root: PhraseNode = {next: new Map(), phrase: null};
  const opens: true[] = [];
  for (const phrase of phrases) {
    let node = root;
    const words = splitWords(phrase);
    const [first] = words;
    if (first !== undefined) {
      if (!openers.has(first)) openers.set(first, openers.size);
      opens[openers.get(first) as number] = true;
    }
    for (const word of words) {
      let next = node.next.get(word);
      if (!next) {
        next = {next: new Map(), phrase: null};
        node.next.set(word, next);
      }
      node = next;
    }
    node.phrase = phrase;
  }
  return {id: sets++, phrases, root, opens};
}

/** Longest match at each token, left to right, without overlaps. Linear in tokens times the longest phrase. */
export function findPhrases(
  set: PhraseSet,
  tokens: readonly Token[],
): {start: number; end: number; phrase: string}[] {
  const found: {start: number; end: number; phrase: string}[] = [];
  const {openings, words} = wordsOf(tokens);
  let free = 0;
  for (const {at, opener} of openings) {
    if (at < free || !set.opens[opener]) continue;
    let node: PhraseNode | undefined = set.root;
    let best: {end: number; phrase: string} | null = null;
    for (let j = at; j < words.length && node; j++) {
      node = follow(node, words[j] as Words);
      if (node?.phrase) best = {end: j + 1, phrase: node.phrase};
    }
    if (best) {
      found.push({start: at, end: best.end, phrase: best.phrase});
      free = best.end;
    }
  }
  return found;
}

/** The words of one token: mostly one. */
type Words = string | readonly string[];

function follow(node: PhraseNode, words: Words): PhraseNode | undefined {
  if (typeof words === 'string') return node.next.get(words);
  let at: PhraseNode | undefined = node;
  for (const word of words) at = at?.next.get(word);
  return at;
}

/** A block's tokens as phrases are looked for among them. */
interface Wording {
  /** The words of each token. */
  readonly words: readonly Words[];
  /** The tokens that open a phrase of any set, in order, each with the number of its first word. */
  openings: readonly {readonly at: number; readonly opener: number}[];
  /** How many openers there were when these were looked for. */
  among: number;
}

const known = new WeakMap<readonly Token[], Wording>();

/** Worked out once for all sets. */
function wordsOf(tokens: readonly Token[]): Wording {
  let wording = known.get(tokens);
  if (!wording) {
    const words = tokens.map(({norm}) => {
      // Nearly every token is one word, or one mark, as it stands.
      if (/^(?:[a-z]+|\d+|[.,:;!?"“”()–—-])$/.test(norm)) return norm;
      const parts = splitWords(norm);
      return parts.length === 1 ? (parts[0] as string) : parts;
    });
    wording = {words, openings: [], among: -1};
    known.set(tokens, wording);
  }
  if (wording.among !== openers.size) {
    wording.openings = openingsIn(wording.words);
    wording.among = openers.size;
  }
  return wording;
}

function openingsIn(words: readonly Words[]): Wording['openings'] {
  const found: {at: number; opener: number}[] = [];
  for (let at = 0; at < words.length; at++) {
    const first = words[at] as Words;
    const opener = openers.get(typeof first === 'string' ? first : (first[0] ?? ''));
    if (opener !== undefined) found.push({at, opener});
  }
  return found;
}

/** Words and marks; endings are words of their own ("did", "n't"), as the tokenizer has them. */
function splitWords(phrase: string): string[] {
  const words =
    phrase
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[\p{L}\p{N}$%]+(?:'\p{L}+)?|'(?:s|ll|re|ve|d|m)(?!\p{L})|[^\s\p{L}\p{N}]/gu) ?? [];
  return words.flatMap((word) => {
    const parts = word.includes("'") ? /^(.+?)(n't|'(?:s|ll|re|ve|d|m))$/.exec(word) : null;
    return parts ? [parts[1] as string, parts[2] as string] : [word];
  });
}
