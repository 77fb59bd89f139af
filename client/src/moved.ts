/** A change of a document as the editor tells it: this many code units at the offset gave way to a text. */
export interface Change {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

/**
 * Where a span stands after changes. Changes of one event all count from the text before it, so each event is
 * followed from its last change to its first.
 */
export function moved(
  span: {readonly start: number; readonly end: number},
  events: readonly (readonly Change[])[],
): {start: number; end: number} {
  let {start, end} = span;
  for (const changes of events) {
    for (const change of [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset)) {
      start = movedOffset(start, change, false);
      end = Math.max(start, movedOffset(end, change, true));
    }
  }
  return {start, end};
}

function movedOffset(offset: number, {rangeOffset, rangeLength, text}: Change, isEnd: boolean): number {
  const after = rangeOffset + rangeLength;
  // Text typed at the very edge of a span stays outside it.
  if (offset < rangeOffset || (isEnd && offset === rangeOffset)) return offset;
  if (offset >= after) return offset + text.length - rangeLength;
  return isEnd ? rangeOffset + text.length : rangeOffset;
}
