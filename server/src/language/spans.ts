import type {Span} from '../draft/block.js';
import type {Token} from './token.js';

/** Index of the first of `count` items that does not come `before`; all that do must stand in front. */
export function lowerBound(count: number, before: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first of ordered spans that begins at or after an offset. */
export const firstAt = (spans: readonly Span[], offset: number): number =>
  lowerBound(spans.length, (i) => (spans[i] as Span).start < offset);

/** Index of the first of ordered spans, none inside another, that ends after an offset. */
export const firstEndingAfter = (spans: readonly Span[], offset: number): number =>
  lowerBound(spans.length, (i) => (spans[i] as Span).end <= offset);

/** The tokens that begin in a span. */
export function tokensWithin(tokens: readonly Token[], {start, end}: Span): readonly Token[] {
  const from = firstAt(tokens, start);
  return tokens.slice(from, Math.max(from, firstAt(tokens, end)));
}

/** Answers whether a span touches one of `spans`; logarithmic per question, whatever order the spans come in. */
export function overlapTest(spans: readonly Span[]): (span: Span) => boolean {
  const merged: {start: number; end: number}[] = [];
  for (const {start, end} of [...spans].sort((a, b) => a.start - b.start)) {
    const before = merged.at(-1);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else merged.push({start, end});
  }
  return ({start, end}) => {
    const next = merged[firstEndingAfter(merged, start)];
    return next !== undefined && next.start < end;
  };
}

/** Spans that are taken already, told row by row; the spans of a row come in order and do not overlap. */
export class Taken {
  private readonly rows: Span[][] = [];

  nextRow(): void {
    this.rows.push([]);
  }

  add(span: Span): void {
    if (this.rows.length === 0) this.nextRow();
    this.rows.at(-1)?.push(span);
  }

  /** Logarithmic in the spans, linear in the rows. */
  touches({start, end}: Span): boolean {
    return this.rows.some((row) => {
      const next = row[firstEndingAfter(row, start)];
      return next !== undefined && next.start < end;
    });
  }
}
