/**
 * Markdown has inputs on which any parser's work grows with the square of their length, or its tree as deep as they
 * are long. Here they are found, in one linear pass, and hidden from the parser: it is given a text of the same
 * length in which such a stretch is one line of letters, and the stretch is read as plain words.
 */
import {commonEnds} from './change.js';

/** Delimiters and openings in one stretch that the inline parser must match with one another. */
const mostOpenings = 400;
/** Openings times length: what a search to the end of the stretch for each of them comes to. */
const mostSearch = 4_000_000;
const mostLines = 2_000;
/** Block quote and list marks at the head of one line. */
const mostMarks = 12;
const deepestIndent = 100;
/** A run of closing punctuation (the end of a bare address is looked for in it) or of blanks (a hard break's). */
const longestRun = 400;

/** Stands for a character hidden from the parser: no markup, no blank. */
const filler = 'x';
/** Stands for a character of a mark of ours. */
const markFiller = ',';

export interface Hidden {
  readonly start: number;
  readonly end: number;
}

export interface Guarded {
  /** As long as the text; the same but for what is hidden and for line ends, which are all `\n`. */
  readonly masked: string;
  /** Whether nothing had to be kept from the parser but our own marks. */
  readonly calm: boolean;
}

/**
 * Finds what must be kept from the parser. `hidden` are stretches to be masked in any case (our own marks).
 * @param last of the text as it was: only what changed is searched where all of that was calm
 */
export function guard(text: string, hidden: readonly Hidden[], last?: Guarded): Guarded {
  let masked = text;
  if (hidden.length > 0) masked = fill(masked, hidden, markFiller);
  // A backslash before CRLF would no longer stand before the line end.
  if (masked.includes('\r'))
    masked = masked
      .replace(/\\\r\n/g, '  \n')
      .replace(/\r\n/g, ' \n')
      .replace(/\r/g, '\n');
  if (last?.calm && findHostile(changed(last.masked, masked)).length === 0) return {masked, calm: true};
  const hostile = findHostile(masked);
  if (hostile.length > 0) masked = fill(masked, hostile, filler);
  return {masked, calm: hostile.length === 0};
}

/** What changed, from one blank line to another: what stands between two is searched by itself. */
function changed(before: string, after: string): string {
  const {head, tail} = commonEnds(before, after);
  const end = after.indexOf('\n\n', Math.max(0, after.length - tail));
  return after.slice(
    head === 0 ? 0 : Math.max(0, after.lastIndexOf('\n\n', head - 1)),
    end < 0 ? undefined : end,
  );
}

function fill(text: string, stretches: readonly Hidden[], by: string): string {
  const parts: string[] = [];
  let done = 0;
  for (const {start, end} of stretches) {
    parts.push(text.slice(done, start), by.repeat(end - start));
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

/** Stretches, between places where any open paragraph surely ends, that would cost the parser too much. */
function findHostile(text: string): Hidden[] {
  const hostile: Hidden[] = [];
  let unit = -1;
  let unitEnd = 0;
  let lines = 0;
  let openings = 0;
  let bad = false;
  let keep = 0;
  const close = () => {
    if (unit < 0) return;
    const length = unitEnd - unit;
    if (bad || lines > mostLines || openings > mostOpenings || openings * length > mostSearch) {
      if (unit + keep < unitEnd) hostile.push({start: unit + keep, end: unitEnd});
    }
    unit = -1;
  };
  let start = 0;
  while (start <= text.length) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    let pos = start;
    let indent = 0;
    let marks = 0;
    let bullet = 0;
    for (; pos < end; pos++) {
      const code = text.charCodeAt(pos);
      if (code === 32) indent++;
      else if (code === 9) indent += 4 - (indent % 4);
      else if (code === 62) marks++;
      else if ((code === 45 || code === 42 || code === 43) && blankAt(text, pos + 1, end)) {
        if (marks === 0 && indent <= 3) bullet = pos + 2 - start;
        marks++;
        indent++;
      } else if (code >= 48 && code <= 57) {
        let digits = pos + 1;
        while (digits < end && digits < pos + 10 && isDigit(text.charCodeAt(digits))) digits++;
        const mark = text.charCodeAt(digits);
        if ((mark !== 46 && mark !== 41) || !blankAt(text, digits + 1, end)) break;
        marks++;
        indent += digits + 1 - pos;
        pos = digits;
      } else break;
    }
    const first = pos < end ? text.charCodeAt(pos) : -1;
    if (first < 0 && marks <= mostMarks && !(bullet > 0)) {
      // Blank, or blank but for quote marks: any paragraph ends here.
      close();
    } else {
      const heading = first === 35 && marks === 0 && indent <= 3;
      const fence = marks === 0 && indent <= 3 && isFence(text, pos, end);
      if ((bullet > 0 && first >= 0) || heading || fence) close();
      if (unit < 0) {
        unit = start;
        lines = 0;
        openings = 0;
        bad = false;
        // A list mark stays, so that what is hidden does not flow into the paragraph above.
        keep = bullet;
      }
      unitEnd = end;
      lines++;
      if (marks > mostMarks || indent > deepestIndent) bad = true;
      if (pos < end) {
        const found = countOpenings(text, pos, end);
        if (found < 0) bad = true;
        else openings += found;
      }
      if (heading || fence) close();
    }
    start = end + 1;
  }
  close();
  return hostile;
}

/** How many things on a line make the inline parser search; -1 where closing punctuation runs on too long. */
function countOpenings(text: string, from: number, to: number): number {
  let count = 0;
  let closing = 0;
  let before = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code > 126 || (code >= 97 && code <= 122) || code === 32) {
      // Letters and blanks, by far the most.
      if (code !== 126) {
        closing = code === 32 && before === 32 ? closing + 1 : 0;
        if (closing > longestRun) return -1;
        before = code;
        continue;
      }
    }
    switch (code) {
      case 47: // two slashes: an address
        if (before === 47) count++;
        closing = 0;
        break;
      case 46: // a full stop, perhaps after www
        if (before === 119) count++;
        closing++;
        break;
      case 59: // ; perhaps of an entity at the end of an address
      case 91: // [
      case 93: // ]
      case 60: // <
        count++;
        closing = 0;
        break;
      case 42: // *
      case 95: // _
      case 96: // `
      case 126: // ~
        if (before !== code) count++;
        if (code !== 96) closing++;
        break;
      case 33: // !
      case 41: // )
      case 44:
      case 58:
      case 63:
        closing++;
        break;
      default:
        closing = 0;
    }
    if (closing > longestRun) return -1;
    before = code;
  }
  return count;
}

function blankAt(text: string, pos: number, end: number): boolean {
  if (pos >= end) return true;
  const code = text.charCodeAt(pos);
  return code === 32 || code === 9;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Three backticks (with none after) or tildes: a code fence, which no paragraph can take in. */
function isFence(text: string, pos: number, end: number): boolean {
  if (text.startsWith('~~~', pos)) return true;
  if (!text.startsWith('```', pos)) return false;
  let after = pos + 3;
  while (after < end && text.charCodeAt(after) === 96) after++;
  const again = text.indexOf('`', after);
  return again < 0 || again >= end;
}
