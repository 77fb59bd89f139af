import type {Span} from '../draft/block.js';

/** A span with what it belongs to. */
export interface Cover extends Span {
  readonly index: number;
}

/** Spans nest and overlap a few deep at most; looking back no further keeps any text linear. */
const deepest = 16;

/** Answers which of `covers` is the shortest that touches a span; null for none. */
export function coverFinder(covers: readonly Cover[]): (span: Span) => number | null {
  const sorted = [...covers].sort((a, b) => a.start - b.start || b.end - a.end);
  return (span) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Cover).start < span.end) low = middle + 1;
      else high = middle;
    }
    let best: Cover | null = null;
    for (let i = low - 1; i >= 0 && i >= low - deepest; i--) {
      const cover = sorted[i] as Cover;
      if (cover.end > span.start && (!best || cover.end - cover.start < best.end - best.start)) best = cover;
    }
    return best?.index ?? null;
  };
}
