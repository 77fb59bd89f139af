import type {Sentence} from '../../language/token.js';

/** Most tokens that the model reads at a time: it bounds the time and the memory of any input. */
export const longestWindow = 192;

/** Stretches of tokens of at most `longestWindow`, cut at ends of sentences where there are any. */
export function windowsOf(
  sentences: readonly Sentence[],
  count: number,
): readonly [first: number, last: number][] {
  const found: [number, number][] = [];
  let start = 0;
  let next = 0;
  while (start < count) {
    let end = Math.min(count, start + longestWindow);
    if (end < count) {
      let cut = start;
      for (; next < sentences.length && (sentences[next] as Sentence).last <= end; next++) {
        cut = (sentences[next] as Sentence).last;
      }
      if (cut > start) end = cut;
    }
    found.push([start, end]);
    start = end;
  }
  return found;
}
