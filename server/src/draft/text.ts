import type {BlockContent, BlockKind} from './block.js';
import {type Draft, noMeta} from './draft.js';
import {datelineLength, endsSentence, furniture} from './furniture.js';
import {headBlocks, readHead} from './head.js';
import {isSpace, ProseBuilder} from './prose.js';
import {type Extract, nothing, place, readUnits, remember, type Unit} from './reuse.js';

/** Lines longer than this are no lines of a hard-wrapped text. */
const widestWrap = 120;
/** A headline is at most this long. */
const longestHeadline = 130;

/** Plain text to a draft: paragraphs, headline, list lines, and what stands round the copy. Linear; never throws. */
export function parseText(text: string, previous?: Draft): Draft {
  const units = paragraphs(text);
  const extracts = readUnits(
    text,
    units,
    previous,
    (unit) => readParagraph(text, unit),
    () => null,
  );
  const {blocks} = place(units, extracts);
  const draft: Draft = {
    text,
    format: 'text',
    blocks,
    meta: readHead(blocks, noMeta),
    ignores: [],
    images: [],
    problems: [],
  };
  remember(draft, units, extracts);
  return draft;
}

interface Line {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
  /** Where the words begin and end; equal on a blank line. */
  readonly from: number;
  readonly to: number;
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const ends = /\r\n?|\n/g;
  ends.lastIndex = start;
  for (;;) {
    const found = ends.exec(text);
    const end = found ? found.index : text.length;
    let from = start;
    while (from < end && isSpace(text.charCodeAt(from))) from++;
    let to = end;
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
    lines.push({start, end, from, to});
    if (!found) return lines;
    start = found.index + found[0].length;
  }
}

/**
 * Whether single line ends part paragraphs in this draft. A line that others follow directly speaks for it when it
 * ends as a sentence does or is too long to have been wrapped, and against it otherwise. The last line of a run
 * says nothing, so a sentence being typed there changes nothing.
 */
function linesAreParagraphs(text: string, lines: readonly Line[]): boolean {
  let parted = 0;
  let all = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] as Line;
    const next = lines[i + 1] as Line;
    const width = line.to - line.from;
    if (width === 0 || next.from === next.to) continue;
    // Headlines, list lines and bylines are short in either layout.
    if (width < 40 || listMarker(text, line) > 0) continue;
    all++;
    if (width > widestWrap || endsSentence(text.slice(Math.max(line.from, line.to - 12), line.to))) parted++;
  }
  return all > 0 && parted * 2 >= all;
}

/** Length of a list marker with the blanks after it; 0 when the line has none. */
function listMarker(text: string, line: Line): number {
  const found = /^(?:[-*•‣▪◦·][ \t]+|\d{1,3}[.)][ \t]+)(?=\S)/.exec(
    text.slice(line.from, Math.min(line.to, line.from + 40)),
  );
  return found ? found[0].length : 0;
}

const speaker = /^(?:[QA]|Question|Answer|\p{Lu}[\p{Lu} .'’-]{1,30}):\s/u;

function paragraphs(text: string): Unit[] {
  const lines = splitLines(text);
  const parted = linesAreParagraphs(text, lines);
  const units: Unit[] = [];
  let open: {start: number; end: number; hint: string} | null = null;
  let previous: Line | null = null;
  let seen = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.from === line.to) {
      open = null;
      previous = null;
      continue;
    }
    const head = text.slice(line.from, Math.min(line.to, line.from + 220));
    const list = listMarker(text, line) > 0;
    const special = line.to - line.from <= 200 ? furniture(head) : null;
    const apart = special !== null && special !== 'note';
    // A sentence broken off and gone on with in lower case is one paragraph in any layout.
    const goesOn = open?.hint === 'paragraph' && /^\p{Ll}/u.test(head) && !endsLine(text, previous);
    const begins =
      !open ||
      (parted && !goesOn) ||
      special !== null ||
      open.hint === 'apart' ||
      open.hint === 'headline' ||
      (list && (open.hint === 'list-item' || /^\D/.test(head) || endsLine(text, previous))) ||
      speaker.test(head) ||
      (previous !== null && line.from - line.start >= 2 && previous.from === previous.start) ||
      datelineLength(head) > 0;
    if (!begins && open) {
      open.end = line.to;
    } else {
      let hint = list ? 'list-item' : 'paragraph';
      if (apart) hint = 'apart';
      else if (
        seen < headBlocks &&
        !units.some((unit) => unit.hint === 'headline' || unit.hint === 'paragraph') &&
        !list
      ) {
        if (isHeadline(text, line, lines[i + 1], parted)) hint = 'headline';
      }
      open = {start: line.from, end: line.to, hint};
      units.push(open);
      seen++;
    }
    previous = line;
  }
  return units;
}

function endsLine(text: string, line: Line | null): boolean {
  return line === null || /[.!?:;]["'”’)\]]*$/.test(text.slice(Math.max(line.from, line.to - 6), line.to));
}

/** Bylines, date lines, credits and notes of one line are blocks of their own in any layout. */
function standsApart(line: string): boolean {
  return furniture(line) !== null;
}

/** The first line, short and with no full stop, that what follows does not continue. */
function isHeadline(text: string, line: Line, next: Line | undefined, parted: boolean): boolean {
  const width = line.to - line.from;
  if (width > longestHeadline) return false;
  const words = text.slice(line.from, line.to);
  if (/(?:[.,;:…]["'”’)\]]*|[!?]["”’])$/.test(words) || datelineLength(words) > 0 || speaker.test(words))
    return false;
  // A lone unfinished sentence is copy being typed, not a headline with nothing under it; either is a heading's shape.
  if (!next || next.from === next.to || parted) return true;
  const following = text.slice(next.from, Math.min(next.to, next.from + 220));
  if (/^\p{Ll}/u.test(following)) return false;
  return standsApart(following) || datelineLength(following) > 0 || width < (next.to - next.from) * 0.75;
}

/** "- A night of questions -": a crosshead, as the wires set it. */
const crosshead = /^([-–—*]\s+)(?=.*\p{L})\S.{1,78}?(\s+[-–—*]\.?)$/u;

function readParagraph(text: string, unit: Unit): Extract {
  const prose = new ProseBuilder(text, unit.start);
  let {start: from, end: to} = unit;
  const [, opening = '', closing = ''] = (to - from < 90 && crosshead.exec(text.slice(from, to))) || [];
  if (opening !== '') {
    from += opening.length;
    to -= closing.length;
  } else if (unit.hint === 'list-item') {
    from += listMarker(text, {start: unit.start, end: unit.end, from: unit.start, to: unit.end});
  }
  prose.run(from, to);
  const {text: words, segments} = prose.finish();
  if (words === '') return nothing;
  let kind: BlockKind = 'paragraph';
  let level = 0;
  if (unit.hint === 'headline') {
    kind = 'heading';
    level = 1;
  } else if (opening !== '') {
    kind = 'heading';
    level = 2;
  } else if (unit.hint === 'list-item') kind = 'list-item';
  else kind = furniture(words) ?? 'paragraph';
  const content: BlockContent = {
    kind,
    level,
    text: words,
    segments,
    links: [],
    sourceMarks: [],
    datelineLength: kind === 'paragraph' ? datelineLength(words) : 0,
  };
  return {blocks: [{start: 0, end: unit.end - unit.start, content}], ignores: []};
}
