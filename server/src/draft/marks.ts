import type {Span} from './block.js';

/** The comments that are ours: `<!-- src: … -->`, `<!-- onrecord-ignore … -->`, `<!-- onrecord-ignore-file … -->`. */
export type Mark =
  | {
      readonly type: 'src';
      readonly start: number;
      readonly end: number;
      readonly key: string;
      readonly locator: string;
    }
  | {
      readonly type: 'ignore';
      readonly start: number;
      readonly end: number;
      readonly file: boolean;
      readonly rules: readonly string[];
      /** Empty when none was given. */
      readonly reason: string;
    };

/** A mark longer than this is a comment that was never closed. */
const longestMark = 2_000;

/** Finds them in order. One that is not closed, or that runs over a blank line or another comment, is none. */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  const opening = /<!--\s{0,40}(src:|onrecord-ignore(?:-file)?(?=[\s:]|--))/g;
  for (;;) {
    const found = opening.exec(text);
    if (!found) return marks;
    const inside = text.slice(opening.lastIndex, found.index + longestMark);
    const close = inside.indexOf('-->');
    if (close < 0) continue;
    const words = inside.slice(0, close);
    if (words.includes('<!--') || /(?:\r\n?|\n)[ \t>]*(?:\r\n?|\n)/.test(words)) continue;
    const start = found.index;
    const end = opening.lastIndex + close + 3;
    opening.lastIndex = end;
    if (found[1] === 'src:') {
      const [key = '', ...locator] = words.trim().split(/\s+/);
      if (key !== '') marks.push({type: 'src', start, end, key, locator: locator.join(' ')});
      continue;
    }
    const colon = words.indexOf(':');
    const named = colon < 0 ? words : words.slice(0, colon);
    marks.push({
      type: 'ignore',
      start,
      end,
      file: found[1] === 'onrecord-ignore-file',
      rules: named.split(/[\s,]+/).filter(Boolean),
      reason:
        colon < 0
          ? ''
          : words
              .slice(colon + 1)
              .replace(/\s+/g, ' ')
              .trim(),
    });
  }
}

/**
 * What goes with a mark that is taken out: its whole line where it stands alone, with one of two blank lines that would
 * be left behind, else the blank beside it.
 */
export function markWithBlanks(text: string, {start, end}: Span): Span {
  const before = /(?:^|[\r\n\uFEFF])([ \t>]*)$/.exec(text.slice(Math.max(0, start - longestIndent), start));
  const after = /^[ \t]*(\r\n?|\n|$)/.exec(text.slice(end, end + longestIndent));
  if (!before || !after) {
    const [left = ''] = /[ \t]+$/.exec(text.slice(Math.max(0, start - longestIndent), start)) ?? [];
    if (after) return {start: start - left.length, end: end + after[0].length - (after[1] ?? '').length};
    if (left !== '') return {start: start - 1, end};
    return {start, end: end + (/^[ \t]+/.exec(text.slice(end, end + longestIndent))?.[0].length ?? 0)};
  }
  const line = start - (before[1] ?? '').length;
  const behind = end + after[0].length;
  const blankAbove = /(?:^\uFEFF?|(?:\r(?!\n)|\n)[ \t>]*(\r\n?|\n))$/.exec(
    text.slice(0, line).slice(-longestIndent),
  );
  if (!blankAbove) return {start: line, end: behind};
  const blankUnder = /^[ \t>]*(?:\r\n?|\n)/.exec(text.slice(behind, behind + longestIndent));
  if (blankUnder) return {start: line, end: behind + blankUnder[0].length};
  return {start: behind === text.length ? line - (blankAbove[1] ?? '').length : line, end: behind};
}

/** Where the reason of a mark that gives none goes: between the names and the end, blanks and an idle colon with it. */
export function reasonPlace(text: string, {start, end}: Span): Span {
  const inside = text.slice(start, end - 3).replace(/[\s:]+$/, '');
  return {start: start + inside.length, end: end - 3};
}

/** More blanks than this before a mark are a drawing. */
const longestIndent = 200;

/** The citekeys of a Pandoc citation's inside ("@smith2020, p. 4; @lee, ch. 2"); empty when it is none. */
export function readCitation(inside: string): {key: string; locator: string}[] {
  const cited: {key: string; locator: string}[] = [];
  for (const part of inside.slice(0, 1000).split(';')) {
    const found = /^\s*-?@([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*)(?:[\s,]+([\s\S]*))?$/u.exec(part);
    if (!found) return [];
    cited.push({key: (found[1] ?? '').replace(/[:.#$%&+?<>~/-]+$/, ''), locator: (found[2] ?? '').trim()});
  }
  return cited;
}
