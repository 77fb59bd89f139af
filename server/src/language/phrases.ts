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
  readonly phrases: readonly string[];
  readonly root: PhraseNode;
}

interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  phrase: string | null;
}

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
  return {phrases, root};
}

/** Longest match at each token, left to right, without overlaps. Linear in tokens times the longest phrase. */
export function findPhrases(
  set: PhraseSet,
  tokens: readonly Token[],
): {start: number; end: number; phrase: string}[] {
  const found: {start: number; end: number; phrase: string}[] = [];
  for (let i = 0; i < tokens.length; i++) {
    let node: PhraseNode | undefined = set.root;
    let best: {end: number; phrase: string} | null = null;
    for (let j = i; j < tokens.length && node; j++) {
      for (const word of splitWords((tokens[j] as Token).norm)) node = node?.next.get(word);
      if (node?.phrase) best = {end: j + 1, phrase: node.phrase};
    }
    if (best) {
      found.push({start: i, end: best.end, phrase: best.phrase});
      i = best.end - 1;
    }
  }
  return found;
}

function splitWords(phrase: string): string[] {
  return (
    phrase
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[\p{L}\p{N}$%]+(?:'\p{L}+)?|[^\s\p{L}\p{N}]/gu) ?? []
  );
}
