import stringWidth from 'string-width';

/** Whether a stream is to be coloured: by what the environment demands, else where a person sees it. */
export function wantsColour(
  stream: {readonly isTTY?: boolean},
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  const {FORCE_COLOR: force, NO_COLOR: no} = env;
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return stream.isTTY === true && env.TERM !== 'dumb';
}

const codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  cyan: [36, 39],
} as const;
export type Style = keyof typeof codes;
export type Paint = (style: Style, text: string) => string;

export const painter =
  (colour: boolean): Paint =>
  (style, text) => {
    if (!colour || text === '') return text;
    const [on, off] = codes[style];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };

/** Marks that turn a line around, or end it. */
const steering = /[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text of somebody else's as it can be shown on one line: nothing in it steers the terminal. */
export function harmless(text: string): string {
  return text
    .replace(/[\t\r\n]+/g, ' ')
    .replace(/\p{Cc}/gu, (control) => {
      const code = control.charCodeAt(0);
      return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
    })
    .replace(steering, '\ufffd')
    .replace(/\p{Cs}/gu, '\ufffd');
}

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});
const tabStop = 4;

/** One character as a person sees it, on a line of the terminal. */
interface Cell {
  /** Where it begins in the line, in code units. */
  readonly at: number;
  readonly text: string;
  /** How many columns it takes. */
  readonly width: number;
}

function cells(line: string): Cell[] {
  const found: Cell[] = [];
  let column = 0;
  for (const {segment, index} of graphemes.segment(line)) {
    let text = harmless(segment);
    if (segment === '\t') text = ' '.repeat(tabStop - (column % tabStop));
    const width = stringWidth(text);
    found.push({at: index, text, width});
    column += width;
  }
  return found;
}

export interface Excerpt {
  readonly text: string;
  /** The columns of `text` that the span takes up: how many come before it, and how many it has itself. */
  readonly before: number;
  readonly width: number;
}

/** Longer lines are cut to what stands around the span before they are measured. */
const around = 400;

/**
 * The part of a line around a span, no wider than `columns`, with where the span stands in it.
 * @param start offset of the span in the line; @param end its end, which may lie beyond the line's
 */
export function lineExcerpt(line: string, start: number, end: number, columns: number): Excerpt {
  const from = Math.max(0, start - around);
  const to = Math.min(line.length, Math.max(start, Math.min(end, start + around)) + around);
  const all = cells(line.slice(from, to)).map((cell) => ({...cell, at: cell.at + from}));
  // A span that begins inside a character is shown from the character's own beginning.
  const first =
    start >= to
      ? all.length
      : Math.max(
          0,
          all.findLastIndex(({at}) => at <= start),
        );
  const after = all.findIndex(({at}, index) => index >= first && at >= end);
  const last = after < 0 ? all.length : after;
  const width = (cellsOf: readonly Cell[]) => cellsOf.reduce((sum, cell) => sum + cell.width, 0);
  const spanWidth = Math.max(1, Math.min(width(all.slice(first, last)), columns - 2));
  // About a third of the room is left before the span, so that what it says is seen as well.
  let left = first;
  let room = columns - spanWidth - 2;
  const ahead = Math.max(Math.floor(room / 3), room - width(all.slice(last)));
  for (let used = 0; left > 0 && used + (all[left - 1] as Cell).width <= ahead; left--) {
    used += (all[left - 1] as Cell).width;
  }
  const before = width(all.slice(left, first));
  room -= before;
  let right = first;
  for (let used = 0; right < all.length && used + (all[right] as Cell).width <= spanWidth + room; right++) {
    used += (all[right] as Cell).width;
  }
  const opening = left > 0 || from > 0 ? '…' : '';
  const closing = right < all.length || to < line.length ? '…' : '';
  const text =
    opening +
    all
      .slice(left, right)
      .map((cell) => cell.text)
      .join('') +
    closing;
  return {text: text.trimEnd(), before: before + opening.length, width: spanWidth};
}
