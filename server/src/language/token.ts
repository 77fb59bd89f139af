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
