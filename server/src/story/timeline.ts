import {lowerBound} from '../language/spans.js';

/**
 * How far the reading of a draft is. A block's time is its place in the order of reading: the blocks of the text by
 * their index, behind them the headlines. What is read and written at each time is noted, so that after an edit only
 * those blocks are read again that read something which is no longer so.
 */
export class Timeline {
  /** Of the block that is being read; infinite while none is. */
  time = Number.POSITIVE_INFINITY;
  /** Counts the blocks that were read: whatever was seen under another number has to be looked up anew. */
  epoch = 0;
  /** What the block that is being read changes. */
  written: History<unknown>[] = [];

  begin(time: number): void {
    this.time = time;
    this.epoch++;
    this.written = [];
  }

  /** The draft is read: from here on everybody is what they are at its end. */
  end(): void {
    this.time = Number.POSITIVE_INFINITY;
    this.epoch++;
  }
}

/** The blocks, by their times, that read something: in order and each once. */
export class Readers {
  private times: number[] = none;

  add(time: number): void {
    const {times} = this;
    if (times === none) {
      this.times = [time];
      return;
    }
    const last = times[times.length - 1] as number;
    if (last === time) return;
    if (last < time) {
      times.push(time);
      return;
    }
    const at = lowerBound(times.length, (i) => (times[i] as number) < time);
    if (times[at] !== time) times.splice(at, 0, time);
  }

  *after(time: number): Iterable<number> {
    const {times} = this;
    const first = lowerBound(times.length, (i) => (times[i] as number) <= time);
    for (let at = first; at < times.length; at++) yield times[at] as number;
  }
}

/** How many blocks back a reader still has somebody in mind: of what is further back nothing is left. */
const mostBlocks = 200;

/** How far back each block looked over what those before it left of something, by their times. */
export class BackLooks {
  private readonly backTo: (number | undefined)[] = [];

  /** A block begins, and has not looked yet. */
  begin(time: number): void {
    this.backTo[time] = undefined;
  }

  /**
   * Goes back from what a block has left so far, the latest first.
   * @param left what an earlier block left
   * @param see whether to go on behind one of them
   * @param alone what earlier blocks left is nothing to the block
   */
  look<T>(
    time: number,
    own: readonly T[],
    left: (time: number) => readonly T[],
    see: (one: T) => boolean,
    alone = false,
  ): void {
    const first = alone ? time : Math.max(0, time - mostBlocks);
    let at = time;
    search: for (let some = own; ; some = left(at)) {
      for (let i = some.length - 1; i >= 0; i--) if (!see(some[i] as T)) break search;
      if (--at < first) break;
    }
    if (!alone) this.backTo[time] = Math.min(this.backTo[time] ?? at, at);
  }

  /** Calls back with the later blocks that looked back as far as one. */
  reaching(time: number, found: (time: number) => void): void {
    for (let at = time + 1; at < this.backTo.length; at++) {
      const back = this.backTo[at];
      if (back !== undefined && back <= time) found(at);
    }
  }
}

/** Those who come last, so many at most: each once, the latest first, out of few enough to keep any draft linear. */
export function lastOfEach<T>(most: number, look: (see: (one: T) => boolean) => void): readonly T[] {
  const found: T[] = [];
  let looked = 0;
  look((one) => {
    if (looked++ === 4 * most || found.length === most) return false;
    if (!found.includes(one)) found.push(one);
    return true;
  });
  return found;
}

export interface ReadersEye<T> {
  /** Whether a reader would find no difference between what a block left before and what it leaves now. */
  areSame(before: T, now: T): boolean;
}

/** Something that blocks change, as each of them leaves it; asked, it is what it is for the block that is being read. */
export class History<T> {
  private times: number[] = none;
  private values: T[] = [];
  private value: T;
  /** Of the block that left the value so. */
  private since = -1;
  private seen = -1;
  readonly readers = new Readers();

  /** @param first what it is before any block changes it */
  constructor(
    private readonly timeline: Timeline,
    private readonly first: T,
    private readonly readersEye: ReadersEye<T>,
  ) {
    this.value = first;
  }

  get(): T {
    const {epoch, time} = this.timeline;
    if (this.seen !== epoch) {
      this.seen = epoch;
      if (time !== Number.POSITIVE_INFINITY) this.readers.add(time);
      this.look(time);
    }
    return this.value;
  }

  /** Whether the block that is being read has changed it. */
  isOwn(): boolean {
    this.get();
    return this.since === this.timeline.time;
  }

  /** Changes it from the block on that is being read. */
  set(value: T): void {
    const {time} = this.timeline;
    if (this.isOwn()) this.values[this.indexOf(time)] = value;
    else {
      if (this.times === none) this.times = [];
      const at = this.indexOf(time);
      this.times.splice(at, 0, time);
      this.values.splice(at, 0, value);
      this.timeline.written.push(this);
    }
    this.value = value;
    this.since = time;
  }

  /** Takes out what a block left, before that block is read again; undefined where it left nothing. */
  forget(time: number): {readonly left: T} | undefined {
    this.seen = -1;
    const at = this.indexOf(time);
    if (this.times[at] !== time) return undefined;
    this.times.splice(at, 1);
    const [left] = this.values.splice(at, 1);
    return {left: left as T};
  }

  /** Whether readers of later blocks may find a difference to what a block, now read again, had left. */
  isChanged(time: number, before: {readonly left: T} | undefined): boolean {
    const at = this.indexOf(time);
    const base = at === 0 ? this.first : (this.values[at - 1] as T);
    const now = this.times[at] === time ? (this.values[at] as T) : base;
    const was = before ? before.left : base;
    if (!this.readersEye.areSame(was, now)) return true;
    if (before && this.times[at] === time) this.values[at] = was;
    return false;
  }

  private look(time: number): void {
    const at = this.indexOf(time) - 1;
    this.value = at < 0 ? this.first : (this.values[at] as T);
    this.since = at < 0 ? -1 : (this.times[at] as number);
  }

  /** Of what the block of some time left, or would have. */
  private indexOf(time: number): number {
    const {times} = this;
    const {length} = times;
    // Mostly it is the last one.
    if (length === 0 || (times[length - 1] as number) < time) return length;
    return lowerBound(length, (i) => (times[i] as number) < time);
  }
}

/** Never written to. */
const none: number[] = [];
