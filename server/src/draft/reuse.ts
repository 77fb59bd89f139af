import type {Block, BlockContent, Segment} from './block.js';
import {commonEnds} from './change.js';
import type {Draft, IgnoreMark} from './draft.js';
import type {DraftImage} from './images.js';

/** An ignore mark as it stands in one unit; offsets relative to the unit's start. */
export interface LocalIgnore {
  readonly rules: readonly string[];
  readonly reason: string;
  readonly file: boolean;
  readonly start: number;
  readonly end: number;
  /** Index, among the unit's blocks, of the one it stands in; -1 for the next block after the unit. */
  readonly block: number;
}

/** What one unit of a draft comes to. Offsets relative to the unit's start. */
export interface Extract {
  readonly blocks: readonly {readonly start: number; readonly end: number; readonly content: BlockContent}[];
  readonly ignores: readonly LocalIgnore[];
  readonly images?: readonly DraftImage[];
  /** Labels of link definitions that were looked up, and what each gave. */
  readonly lookups?: ReadonlyMap<string, string | null>;
}

export const nothing: Extract = {blocks: [], ignores: []};

/**
 * A stretch of the draft that is read by itself. What it comes to depends on nothing but its text, its `hint` and the
 * link definitions it looks up.
 */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Everything outside its text that decides how it is read. */
  readonly hint: string;
}

interface Memory {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly extracts: readonly Extract[];
}

const memories = new WeakMap<Draft, Memory>();

/** Keeps what `draft` was made of, so that the next version can reuse it. */
export function remember(draft: Draft, units: readonly Unit[], extracts: readonly Extract[]): void {
  memories.set(draft, {text: draft.text, units, extracts});
}

/**
 * Reads every unit, taking over what did not change since `previous`: the same text under the same hint gives the
 * same `BlockContent` objects, and where a unit had to be read again, contents that came out equal stay the same
 * object.
 */
export function readUnits<U extends Unit>(
  text: string,
  units: readonly U[],
  previous: Draft | undefined,
  read: (unit: U) => Extract,
  lookUp: (label: string) => string | null,
): Extract[] {
  const memory = previous && memories.get(previous);
  const extracts: Extract[] = new Array(units.length);
  if (!memory) {
    for (const [i, unit] of units.entries()) extracts[i] = read(unit);
    return extracts;
  }
  const {head, tail} = commonEnds(memory.text, text);
  const longer = text.length - memory.text.length;
  /** What a unit came to before, if it stands in the text as it did; `by` is how far it has moved. */
  const stays = (unit: U, index: number, by: number): Extract | null => {
    const before = memory.units[index];
    const extract = memory.extracts[index];
    if (!before || !extract || before.hint !== unit.hint) return null;
    if (before.start + by !== unit.start || before.end + by !== unit.end) return null;
    if (extract.lookups) for (const [label, url] of extract.lookups) if (lookUp(label) !== url) return null;
    return extract;
  };

  let first = 0;
  for (; first < units.length; first++) {
    const unit = units[first] as U;
    const extract = unit.end <= head ? stays(unit, first, 0) : null;
    if (!extract) break;
    extracts[first] = extract;
  }
  const shift = memory.units.length - units.length;
  let last = units.length;
  while (last > first && last + shift > first) {
    const unit = units[last - 1] as U;
    const extract = unit.start >= text.length - tail ? stays(unit, last - 1 + shift, longer) : null;
    if (!extract) break;
    extracts[--last] = extract;
  }
  if (first === last) return extracts;

  const pool = new Map<string, BlockContent[]>();
  for (let i = last + shift - 1; i >= first; i--) {
    for (const {content} of memory.extracts[i]?.blocks ?? []) {
      const same = pool.get(content.text);
      if (same) same.push(content);
      else pool.set(content.text, [content]);
    }
  }
  for (let i = first; i < last; i++) {
    const fresh = read(units[i] as U);
    extracts[i] = {
      ...fresh,
      blocks: fresh.blocks.map((block) => {
        const candidates = pool.get(block.content.text);
        const at = candidates?.findIndex((candidate) => sameContent(candidate, block.content)) ?? -1;
        const [known] = at >= 0 && candidates ? candidates.splice(at, 1) : [];
        return known ? {...block, content: known} : block;
      }),
    };
  }
  return extracts;
}

/** Puts the units' blocks and ignore marks in their places in the draft. */
export function place(
  units: readonly Unit[],
  extracts: readonly Extract[],
): Pick<Draft, 'blocks' | 'ignores' | 'images'> {
  const blocks: Block[] = [];
  const ignores: IgnoreMark[] = [];
  const images: DraftImage[] = [];
  for (let i = 0; i < units.length; i++) {
    const {start} = units[i] as Unit;
    const extract = extracts[i] as Extract;
    for (const ignore of extract.ignores) {
      ignores.push({
        rules: ignore.rules,
        reason: ignore.reason,
        block: ignore.file ? null : blocks.length + (ignore.block < 0 ? extract.blocks.length : ignore.block),
        mark: {start: start + ignore.start, end: start + ignore.end},
      });
    }
    for (const image of extract.images ?? []) {
      images.push({...image, start: start + image.start, end: start + image.end});
    }
    for (const block of extract.blocks) {
      blocks.push({start: start + block.start, end: start + block.end, content: block.content});
    }
  }
  return {blocks, ignores, images};
}

function sameContent(a: BlockContent, b: BlockContent): boolean {
  return (
    a.kind === b.kind &&
    a.level === b.level &&
    a.text === b.text &&
    a.datelineLength === b.datelineLength &&
    a.segments.length === b.segments.length &&
    a.segments.every((segment, i) => sameSegment(segment, b.segments[i] as Segment)) &&
    a.links.length === b.links.length &&
    (a.links.length === 0 || JSON.stringify(a.links) === JSON.stringify(b.links)) &&
    a.sourceMarks.length === b.sourceMarks.length &&
    (a.sourceMarks.length === 0 || JSON.stringify(a.sourceMarks) === JSON.stringify(b.sourceMarks))
  );
}

function sameSegment(a: Segment, b: Segment): boolean {
  return (
    a.prose === b.prose && a.source === b.source && a.length === b.length && a.sourceLength === b.sourceLength
  );
}
