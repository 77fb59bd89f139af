import type {BlockWords} from '../../language/read.js';
import {firstAt} from '../../language/spans.js';
import type {Pos, Token} from '../../language/token.js';

const posOrder: readonly Pos[] = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SPACE',
  'SYM',
  'VERB',
  'X',
];
export const posCount = posOrder.length;
const posIds = new Map<string, number>(posOrder.map((pos, i) => [pos, i]));

/** Number of a part of speech in the model's table. */
export const posId = ({pos}: Token): number => posIds.get(pos) ?? posCount - 1;

/** How a word is written: 0 lower case, 1 capitalised, 2 all capitals, 3 mixed, 4 with a digit, 5 no letter, 6 one capital, 7 other. */
export function shapeOf(word: string): number {
  if (/\p{Nd}/u.test(word)) return 4;
  let letters = 0;
  let upper = 0;
  let length = 0;
  for (const c of word) {
    length++;
    if (/\p{L}/u.test(c)) {
      letters++;
      if (/\p{Lu}/u.test(c)) upper++;
    }
  }
  if (letters === 0) return 5;
  if (upper === 0) return letters === length ? 0 : 7;
  if (upper === letters) return upper === 1 ? 6 : 2;
  return upper === 1 && /^\p{Lu}/u.test(word) ? 1 : 3;
}

/** What the tagger is told of each token of a block beside its word. */
export interface BlockFeatures {
  /** Quotation states, see `quoteStates`. */
  readonly quote: Uint8Array;
  /** 1 where a sentence begins. */
  readonly opens: Uint8Array;
}

export function blockFeatures(words: BlockWords): BlockFeatures {
  const opens = new Uint8Array(words.tokens.length);
  for (const {first} of words.sentences) opens[first] = 1;
  return {quote: quoteStates(words), opens};
}

export const quoteStateCount = 5;

/** Per token: 0 outside any quotation, 1 an opening mark, 2 a closing mark, 3 inside one, 4 inside two or more. */
export function quoteStates({tokens, quotations}: BlockWords): Uint8Array {
  const states = new Uint8Array(tokens.length);
  for (const {start, end} of quotations) {
    const last = firstAt(tokens, end);
    for (let i = firstAt(tokens, start); i < last; i++) states[i] = (states[i] as number) >= 3 ? 4 : 3;
  }
  for (const {start, end} of quotations) {
    const first = firstAt(tokens, start);
    const last = firstAt(tokens, end) - 1;
    const opens = tokens[first];
    if (opens && opens.start === start && opens.text.length === 1) states[first] = 1;
    const closes = tokens[last];
    if (closes && first < last && closes.text.length === 1) states[last] = 2;
  }
  return states;
}
