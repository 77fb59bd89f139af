import type {Span} from '../draft/block.js';
import type {TextQuote} from './checks.js';

/** A text in which everything that a change of style changes is alike, and where each of its letters comes from. */
export interface PlainText {
  readonly text: string;
  /** Where the code unit at an index begins and ends in the text that it was made from. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/**
 * White space of any kind and length is one space, none at either end; quotation marks and apostrophes of any style
 * are one mark, dashes one dash; what nobody sees (soft hyphens, zero-width marks) is gone.
 */
export function plainText(text: string): PlainText {
  const from: number[] = [];
  const to: number[] = [];
  let plain = '';
  let space = -1;
  for (let i = 0; i < text.length; i++) {
    const letter = alike(text[i] as string);
    if (letter === '') continue;
    if (letter === ' ') {
      if (space < 0) space = i;
      continue;
    }
    if (space >= 0 && plain !== '') {
      plain += ' ';
      from.push(space);
      to.push(i);
    }
    space = -1;
    for (const one of letter) {
      plain += one;
      from.push(i);
      to.push(i + 1);
    }
  }
  return {text: plain, from, to};
}

/** What stands for a letter: nothing, a space, or what is written for all letters of its kind. */
function alike(letter: string): string {
  // Nearly all of them: nobody has to look further.
  if (letter >= '(' && letter < '`') return letter;
  let known = likeness.get(letter);
  if (known === undefined) {
    known = look(letter);
    likeness.set(letter, known);
  }
  return known;
}

/** There are no more than 65,536 code units. */
const likeness = new Map<string, string>();

function look(letter: string): string {
  if (/\s/.test(letter)) return ' ';
  if (/[\u00ad\u200b-\u200d\u2060]/.test(letter)) return '';
  if (/["`\u2018-\u201f\u2032-\u2036\u00ab\u00bb\u2039\u203a\u00b4\u02bc]/.test(letter)) return "'";
  if (/[\u2010-\u2015\u2212]/.test(letter)) return '-';
  return letter === '…' ? '...' : letter;
}

/** No more of the words around counts, in code units on each side. */
export const longestContext = 128;

/**
 * Where the words of a quote stand in a text, by the W3C's TextQuoteSelector. Of several places those count whose
 * surroundings are most like what stands in the quote; without prefix and suffix, all of them. A place is none of them
 * where neither side is mostly as it was: the words may then be others that only look the same. Takes time that
 * grows with the text.
 * @param text made by `plainText` @returns spans of it
 */
export function locate(text: string, quote: TextQuote): Span[] {
  const exact = plainText(quote.exact).text;
  const before = plainText(quote.prefix).text.slice(-longestContext);
  const after = plainText(quote.suffix).text.slice(0, longestContext);
  const places = occurrences(text, exact).map((start) => ({start, end: start + exact.length}));
  if (before === '' && after === '') return places;
  let best: Span[] = [];
  let most = 0;
  for (const place of places) {
    const left = sameBefore(text, place.start, before);
    const right = sameAfter(text, place.end, after);
    if (!(mostly(left, before) || mostly(right, after)) || left + right < most) continue;
    if (left + right > most) best = [];
    most = left + right;
    best.push(place);
  }
  return best;
}

const mostly = (same: number, wanted: string): boolean => 2 * same > wanted.length;

function sameBefore(text: string, start: number, wanted: string): number {
  const end = text[start - 1] === ' ' ? start - 1 : start;
  const most = Math.min(end, wanted.length);
  let same = 0;
  while (same < most && text.charCodeAt(end - 1 - same) === wanted.charCodeAt(wanted.length - 1 - same))
    same++;
  return same;
}

function sameAfter(text: string, end: number, wanted: string): number {
  const start = text[end] === ' ' ? end + 1 : end;
  let same = 0;
  while (same < wanted.length && text.charCodeAt(start + same) === wanted.charCodeAt(same)) same++;
  return same;
}

/** Where a word begins in a text, each time; by Knuth, Morris and Pratt, so that no text can make it slow. */
function occurrences(text: string, word: string): number[] {
  const found: number[] = [];
  if (word === '' || word.length > text.length) return found;
  const back = new Int32Array(word.length);
  const step = (same: number, letter: number): number => {
    let left = same;
    while (left > 0 && letter !== word.charCodeAt(left)) left = back[left - 1] as number;
    return letter === word.charCodeAt(left) ? left + 1 : left;
  };
  for (let i = 1; i < word.length; i++) back[i] = step(back[i - 1] as number, word.charCodeAt(i));
  for (let i = 0, same = 0; i < text.length; i++) {
    same = step(same, text.charCodeAt(i));
    if (same < word.length) continue;
    found.push(i - same + 1);
    same = back[same - 1] as number;
  }
  return found;
}
