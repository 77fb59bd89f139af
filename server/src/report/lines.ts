import type {Span} from '../draft/block.js';

/** Where a span of the draft stands, as a person counts it: line and column of its start, from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Answers where offsets of a text stand. Lines end at LF, CRLF or CR, as in the editor; one pass over the text. */
export function lineTable(text: string): (offset: number) => Position {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return {line: low + 1, column: offset - (starts[low] as number) + 1};
  };
}

/** A stretch of the draft with its words, for a report to show and to link to. */
export interface Spot extends Span, Position {
  /** The words as a reader sees them, shortened where they are long. */
  readonly text: string;
}

const longestExcerpt = 240;

/** The text on one line, cut after a word where it is long; never inside a character. */
export function excerpt(text: string): string {
  const head = text
    .slice(0, longestExcerpt + 1)
    .replace(/\s+/g, ' ')
    .trim();
  if (text.length <= longestExcerpt) return head;
  const space = head.lastIndexOf(' ');
  const cut = head.slice(0, space > longestExcerpt / 2 ? space : longestExcerpt);
  const last = cut.charCodeAt(cut.length - 1);
  return `${last >= 0xd800 && last <= 0xdbff ? cut.slice(0, -1) : cut}…`;
}
