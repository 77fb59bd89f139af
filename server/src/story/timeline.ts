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
  written: Kept[] = [];

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

/** Something that blocks add to and later ones read. */
export interface Kept {
  /** Takes out what a block added, before that block is read again; what is to be remembered of it. */
  forget(time: number): unknown;
  /**
   * Brings it up to date behind a block that was read again.
   * @param before what `forget` gave; @param changed called with the later blocks that would be told something else
   */
  settle(time: number, before: unknown, changed: (time: number) => void): void;
}

/** The blocks, by their times, that read something, and what of it each read: in order and each once. */
export class Readers {
  private times: number[] = none;
  private aspects: number[] = none;

  /** @param aspects what of it was read, as bits */
  add(time: number, aspects = 1): void {
    const {times} = this;
    if (times === none) {
      this.times = [time];
      this.aspects = [aspects];
      return;
    }
    const {length} = times;
    // Mostly it is the last one.
    const at =
      (times[length - 1] as number) < time ? length : lowerBound(length, (i) => (times[i] as number) < time);
    if (times[at] === time) {
      this.aspects[at] = (this.aspects[at] as number) | aspects;
      return;
    }
    times.splice(at, 0, time);
    this.aspects.splice(at, 0, aspects);
  }

  /** Calls back with those behind one time, up to another and that included, who read any of some aspects. */
  between(after: number, upTo: number, aspects: number, found: (time: number) => void): void {
    const {times} = this;
    for (let at = lowerBound(times.length, (i) => (times[i] as number) <= after); at < times.length; at++) {
      const time = times[at] as number;
      if (time > upTo) break;
      if (((this.aspects[at] as number) & aspects) !== 0) found(time);
    }
  }
}

/** How many blocks back a reader still has somebody in mind: of what is further back nothing is left. */
export const mostBlocks = 200;

/** What one block saw of those who came before it. */
interface Look<T> {
  /** The latest first. */
  readonly seen: readonly T[];
  /** Of the earliest block that was looked at. */
  readonly backTo: number;
  /** How many of them it asked for; infinite where it learnt that there are no more. */
  asked: number;
}

/** Those who came last, as later blocks look back at them. */
export class BackLooks<T> {
  /** What each block left, by its time. */
  private readonly left: (readonly T[])[] = [];
  private readonly looks: (Look<T> | undefined)[] = [];
  private own: T[] = [];
  private time = 0;

  /**
   * @param most so many of those before it a block sees, each once, out of few enough to keep any draft linear
   * @param areSame whether a reader would find no difference between two of them
   */
  constructor(
    private readonly most: number,
    private readonly areSame: (one: T, other: T) => boolean,
  ) {}

  begin(time: number): void {
    this.time = time;
    this.own = [];
    this.looks[time] = undefined;
  }

  add(one: T): void {
    if (this.own[this.own.length - 1] !== one) this.own.push(one);
  }

  /** Takes down what the block that ends leaves; what it left when it was read before. */
  end(): readonly T[] {
    const {own, time, left} = this;
    const before = left[time] ?? none;
    left[time] = own.length > 0 ? own : none;
    return before;
  }

  /**
   * Goes back, the latest first.
   * @param see whether to go on behind one of them
   * @param alone what earlier blocks left is nothing to the block
   */
  look(see: (one: T) => boolean, alone = false): void {
    for (let i = this.own.length - 1; i >= 0; i--) if (!see(this.own[i] as T)) return;
    if (alone) return;
    let look = this.looks[this.time];
    if (!look) {
      look = this.before(this.time);
      this.looks[this.time] = look;
    }
    const {seen} = look;
    for (let i = 0; i < seen.length; i++) {
      look.asked = Math.max(look.asked, i + 1);
      if (!see(seen[i] as T)) return;
    }
    look.asked = Number.POSITIVE_INFINITY;
  }

  /** Those who came last, so many at most: each once, the latest first. */
  latest(most: number, alone = false): readonly T[] {
    const found: T[] = [];
    this.look((one) => {
      if (!found.includes(one)) found.push(one);
      return found.length < most;
    }, alone);
    return found;
  }

  /** Calls back with the later blocks that would see something else, now that one was read again. @param before what it left then */
  settle(time: number, before: readonly T[], changed: (time: number) => void): void {
    const now = this.left[time] ?? none;
    if (now.length === before.length && now.every((one, i) => this.areSame(one, before[i] as T))) return;
    const end = Math.min(this.looks.length, time + mostBlocks + 1);
    for (let at = time + 1; at < end; at++) {
      const look = this.looks[at];
      if (look && look.backTo <= time && !this.isStill(look, this.before(at).seen)) changed(at);
    }
  }

  private isStill({seen, asked}: Look<T>, now: readonly T[]): boolean {
    if (asked > seen.length && now.length !== seen.length) return false;
    for (let i = 0; i < asked && i < seen.length; i++) {
      if (i >= now.length || !this.areSame(seen[i] as T, now[i] as T)) return false;
    }
    return true;
  }

  private before(time: number): Look<T> {
    const seen: T[] = [];
    let looked = 0;
    let at = time - 1;
    const first = Math.max(0, time - mostBlocks);
    search: for (; at >= first; at--) {
      const left = this.left[at] ?? none;
      for (let i = left.length - 1; i >= 0; i--) {
        if (looked++ === 4 * this.most || seen.length === this.most) break search;
        const one = left[i] as T;
        if (!seen.includes(one)) seen.push(one);
      }
    }
    return {seen, backTo: at, asked: 0};
  }
}

/** What the entries of a ledger make of something. */
export interface Account<S, E> {
  /** What it is before any entry. */
  readonly first: S;
  /** What an entry makes of it: the same object where it changes nothing, and otherwise another one. */
  enter(before: S, entry: E): S;
  /** In which aspects, as bits, a reader would find one different from the other; 0 for in none. */
  differ(before: S, now: S): number;
}

/** What a block had made of something before it was read again; undefined where it had no entry. */
type Left<S> = {readonly balance: S} | undefined;

/**
 * Something that grows as the draft is read: each block enters what it adds, without asking for what is there. So where
 * an entry changes, those behind it are only added up again, and nobody reads again but whoever asked and would now be
 * told something else.
 */
export class Ledger<S, E> implements Kept {
  /** By entry; those of a block stand together. */
  private times: number[] = none;
  private entries: E[] = none;
  private balances: S[] = none;
  private balance: S;
  private seen = -1;
  private asked = 0;
  private wrote = -1;
  private readonly readers = new Readers();

  constructor(
    private readonly timeline: Timeline,
    private readonly account: Account<S, E>,
  ) {
    this.balance = account.first;
  }

  /** What it is for the block that is being read. @param aspects what is asked of it, as bits */
  get(aspects = 1): S {
    this.look();
    if ((this.asked & aspects) !== aspects) {
      this.asked |= aspects;
      const {time} = this.timeline;
      if (time !== Number.POSITIVE_INFINITY) this.readers.add(time, aspects);
    }
    return this.balance;
  }

  /** Adds something from the block on that is being read. */
  enter(entry: E): void {
    this.look();
    const {time, epoch} = this.timeline;
    if (this.wrote !== epoch) {
      this.wrote = epoch;
      this.timeline.written.push(this as Kept);
    }
    this.balance = this.account.enter(this.balance, entry);
    if (this.times === none) {
      this.times = [time];
      this.entries = [entry];
      this.balances = [this.balance];
      return;
    }
    const at = this.from(time + 1);
    this.times.splice(at, 0, time);
    this.entries.splice(at, 0, entry);
    this.balances.splice(at, 0, this.balance);
  }

  forget(time: number): Left<S> {
    this.seen = -1;
    const first = this.from(time);
    let end = first;
    while (this.times[end] === time) end++;
    if (end === first) return undefined;
    const balance = this.balances[end - 1] as S;
    this.times.splice(first, end - first);
    this.entries.splice(first, end - first);
    this.balances.splice(first, end - first);
    return {balance};
  }

  /** Adds up anew what stands behind the block, as far as it comes out differently. */
  settle(time: number, before: Left<S>, changed: (time: number) => void): void {
    const {account, times, entries, balances} = this;
    let at = this.from(time);
    const base = at === 0 ? account.first : (balances[at - 1] as S);
    while (times[at] === time) at++;
    let now = times[at - 1] === time ? (balances[at - 1] as S) : base;
    let was = before ? before.balance : base;
    for (let here = time; ; ) {
      const aspects = account.differ(was, now);
      if (aspects === 0) {
        // Whoever holds on to the one from before need not be given another.
        if (at > 0 && times[at - 1] === here) balances[at - 1] = was;
        return;
      }
      const next = times[at] ?? Number.POSITIVE_INFINITY;
      this.readers.between(here, next, aspects, changed);
      if (at === times.length) return;
      for (; times[at] === next; at++) {
        was = balances[at] as S;
        now = account.enter(now, entries[at] as E);
        balances[at] = now;
      }
      here = next;
    }
  }

  private look(): void {
    const {time, epoch} = this.timeline;
    if (this.seen === epoch) return;
    this.seen = epoch;
    this.asked = 0;
    const at = this.from(time);
    this.balance = at === 0 ? this.account.first : (this.balances[at - 1] as S);
  }

  /** Index of the first entry of the block of some time, or of where it would stand. */
  private from(time: number): number {
    const {times} = this;
    const {length} = times;
    // Mostly it is behind the last one.
    if (length === 0 || (times[length - 1] as number) < time) return length;
    return lowerBound(length, (i) => (times[i] as number) < time);
  }
}

/** Never written to. */
const none: never[] = [];
