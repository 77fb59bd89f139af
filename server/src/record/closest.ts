/** The one of `candidates` that somebody most likely meant; null where none is close. */
export function closest(written: string, candidates: Iterable<string>): string | null {
  const word = simple(written);
  if (word === '' || word.length > longest) return null;
  let best: string | null = null;
  // About one slip in three letters; a short word must be closer.
  let least = Math.min(3, Math.floor(word.length / 3) + 1);
  for (const candidate of candidates) {
    const other = simple(candidate);
    if (other === word) return candidate;
    if (Math.abs(other.length - word.length) > least) continue;
    const slips = distance(word, other);
    if (slips < least || (slips === least && best === null && slips < word.length)) {
      best = candidate;
      least = slips;
    }
  }
  return best;
}

/** " Did you mean "…"?", or nothing. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const meant = closest(written, candidates);
  return meant === null ? '' : ` Did you mean "${meant}"?`;
}

const longest = 60;

const simple = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

/** Letters to add, drop or change, or neighbours to swap, to make one word of the other. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({length: b.length + 1}, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(changed, (above[j] as number) + 1, (row[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] as number) + 1);
      }
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] as number;
}
