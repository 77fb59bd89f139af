import type {Span} from '../draft/block.js';

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token extends Span {
  readonly text: string;
  /** Lower case, typographic apostrophes straightened. */
  readonly norm: string;
  readonly lemma: string;
  readonly pos: Pos;
}

export interface Sentence extends Span {
  /** Index of the first token and of the one after the last. */
  readonly first: number;
  readonly last: number;
}

/** Whether a word begins with a capital. Asked of each many times over, and of most the first code tells. */
export function isCapital(token: Token | undefined): boolean {
  const code = token?.text.charCodeAt(0) ?? Number.NaN;
  return code < 128 ? code > 64 && code < 91 : token !== undefined && /^\p{Lu}/u.test(token.text);
}

/** "5", "10th": a quick no for words. */
export function startsWithDigit({text}: Token): boolean {
  const code = text.charCodeAt(0);
  return code > 47 && code < 58;
}
