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
}

interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  phrase: string | null;
}

let sets = 0;

/** @param phrases words parted by spaces; hyphens and apostrophes are parted as the tokenizer parts them. */
export function phraseSet(phrases: readonly string[]): PhraseSet {
  const root: PhraseNode = {next: new Map(), phrase: null};
  for (const phrase of phrases) {
    let node = root;
    for (const word of splitWords(phrase)) {
      let next = node.next.get(word);
      if (!next) {
        next = {next: new Map(), phrase: null};
        node.next.set(word, next);
      }
      node = next;
    }
    node.phrase = phrase;
  }
  return {id: sets++, phrases, root};
}

/** Longest match at each token, left to right, without overlaps. Linear in tokens times the longest phrase. */
export function findPhrases(
  set: PhraseSet,
  tokens: readonly Token[],
): {start: number; end: number; phrase: string}[] {
  const found: {start: number; end: number; phrase: string}[] = [];
  const words = wordsOf(tokens);
  const {next} = set.root;
  for (let i = 0; i < words.length; i++) {
    // Nearly every word opens no phrase.
    const first = words[i];
    if (!next.has(typeof first === 'string' ? first : (first?.[0] ?? ''))) continue;
    let node: PhraseNode | undefined = set.root;
    let best: {end: number; phrase: string} | null = null;
    for (let j = i; j < words.length && node; j++) {
      node = follow(node, words[j] as Words);
      if (node?.phrase) best = {end: j + 1, phrase: node.phrase};
    }
    if (best) {
      found.push({start: i, end: best.end, phrase: best.phrase});
      i = best.end - 1;
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

const known = new WeakMap<readonly Token[], readonly Words[]>();

/** The words of each token of a block, worked out once for all sets. */
function wordsOf(tokens: readonly Token[]): readonly Words[] {
  let words = known.get(tokens);
  if (!words) {
    words = tokens.map(({norm}) => {
      if (/^[a-z]+$/.test(norm)) return norm;
      const parts = splitWords(norm);
      return parts.length === 1 ? (parts[0] as string) : parts;
    });
    known.set(tokens, words);
  }
  return words;
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
