/** How much of two texts is the same from their start and, of what is left, from their end, in characters. */
export interface Common {
  readonly head: number;
  readonly tail: number;
}

/** Compared in stretches, since V8 compares slices many times faster than a loop does characters. */
const stretches = [4096, 256, 16, 1];

export function commonEnds(before: string, after: string): Common {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  for (const size of stretches) {
    while (head + size <= shorter && before.slice(head, head + size) === after.slice(head, head + size))
      head += size;
  }
  const most = shorter - head;
  let tail = 0;
  for (const size of stretches) {
    for (;;) {
      if (tail + size > most) break;
      const a = before.length - tail;
      const b = after.length - tail;
      if (before.slice(a - size, a) !== after.slice(b - size, b)) break;
      tail += size;
    }
  }
  return {head, tail};
}
