import {lowerBound} from '../language/spans.js';
import {areSameLists, type Entity} from './entity.js';
import {looksAlike} from './names.js';
import {type Kept, Readers, type Timeline} from './timeline.js';

/** More often than this no block puts anybody anywhere: a place in the order of reading and a number are one number. */
const most = 2 ** 17;
const timeOf = (key: number): number => Math.floor(key / most);

/** Who was put somewhere by which block: in order, and as often as it happened. */
class Puts<T> {
  /** The block's time, then the put's number in the block. */
  readonly keys: number[] = [];
  readonly values: T[] = [];
  private time = -1;
  private epoch = -1;

  constructor(private readonly timeline: Timeline) {}

  /** @returns whether it is the first of the block that is being read */
  add(value: T): boolean {
    const {time, epoch} = this.timeline;
    const at = this.before(time + 1);
    const last = this.keys[at - 1];
    const key = last !== undefined && timeOf(last) === time ? last + 1 : time * most;
    this.keys.splice(at, 0, key);
    this.values.splice(at, 0, value);
    const first = this.time !== time || this.epoch !== epoch;
    this.time = time;
    this.epoch = epoch;
    return first;
  }

  /** Takes out those of a block. */
  take(time: number): T[] {
    const first = this.before(time);
    const count = this.before(time + 1) - first;
    this.keys.splice(first, count);
    return this.values.splice(first, count);
  }

  of(time: number): readonly T[] {
    return this.values.slice(this.before(time), this.before(time + 1));
  }

  /** How many there are before a block. */
  before(time: number): number {
    const {keys} = this;
    const {length} = keys;
    const key = time * most;
    // Mostly all of them.
    if (length === 0 || (keys[length - 1] as number) < key) return length;
    return lowerBound(length, (i) => (keys[i] as number) < key);
  }
}

/** Those who may be meant by one word, in the order in which they were first called by it. */
export class Shelf implements Kept {
  private readonly puts: Puts<Entity>;
  /** Each once, and beside it the key of its first put. */
  private readonly entities: Entity[] = [];
  private readonly firsts: number[] = [];
  private readonly readers = new Readers();
  /** The same as the two lists, once they are long. */
  private firstOf: Map<Entity, number> | null = null;

  constructor(private readonly timeline: Timeline) {
    this.puts = new Puts(timeline);
  }

  /** Puts somebody there from the block on that is being read. */
  put(entity: Entity): void {
    if (this.puts.add(entity)) this.timeline.written.push(this);
    const {keys} = this.puts;
    const key = keys[this.puts.before(this.timeline.time + 1) - 1] as number;
    const known = this.find(entity);
    if (known !== undefined && known < key) return;
    if (known !== undefined) this.remove(entity, known);
    this.insert(entity, key);
  }

  /** Those who were put there last, the latest last, so many at most. */
  latest(many: number): readonly Entity[] {
    const {time} = this.timeline;
    this.readers.add(time);
    const {firsts, entities} = this;
    const {length} = firsts;
    const key = (time + 1) * most;
    const count =
      length === 0 || (firsts[length - 1] as number) < key
        ? length
        : lowerBound(length, (i) => (firsts[i] as number) < key);
    return count === 0 ? none : entities.slice(Math.max(0, count - many), count);
  }

  forget(time: number): readonly Entity[] {
    const gone = this.puts.take(time);
    for (const entity of gone) {
      const first = this.find(entity);
      if (first === undefined || timeOf(first) !== time) continue;
      this.remove(entity, first);
      const next = this.nextPut(entity, time);
      if (next !== undefined) this.insert(entity, next);
    }
    return gone;
  }

  settle(time: number, before: readonly Entity[] | undefined, changed: (time: number) => void): void {
    const was = before ?? none;
    const now = this.puts.of(time);
    if (areSameLists(was, now)) return;
    let upTo = -1;
    for (const entity of new Set([...was, ...now])) {
      const first = this.find(entity) ?? Number.POSITIVE_INFINITY;
      if (first < time * most) continue;
      // Where nobody else comes first until it is put there again, all is as it was from there on.
      const next = this.nextPut(entity, time) ?? Number.POSITIVE_INFINITY;
      const at = lowerBound(this.firsts.length, (i) => (this.firsts[i] as number) < (time + 1) * most);
      const moves = (this.firsts[at] ?? Number.POSITIVE_INFINITY) < next || now.length > 1 || was.length > 1;
      upTo = Math.max(upTo, moves ? Number.POSITIVE_INFINITY : timeOf(next));
    }
    if (upTo >= 0) this.readers.between(time, upTo, 1, changed);
  }

  /** Key of the first put of somebody behind a block. */
  private nextPut(entity: Entity, time: number): number | undefined {
    const at = this.puts.values.indexOf(entity, this.puts.before(time + 1));
    return at < 0 ? undefined : this.puts.keys[at];
  }

  private find(entity: Entity): number | undefined {
    if (this.firstOf) return this.firstOf.get(entity);
    const at = this.entities.lastIndexOf(entity);
    return at < 0 ? undefined : this.firsts[at];
  }

  private insert(entity: Entity, key: number): void {
    const {firsts, entities} = this;
    const at = lowerBound(firsts.length, (i) => (firsts[i] as number) < key);
    firsts.splice(at, 0, key);
    entities.splice(at, 0, entity);
    if (this.firstOf) this.firstOf.set(entity, key);
    else if (firsts.length > long)
      this.firstOf = new Map(entities.map((one, i) => [one, firsts[i] as number]));
  }

  private remove(entity: Entity, key: number): void {
    const {firsts, entities} = this;
    const at = lowerBound(firsts.length, (i) => (firsts[i] as number) < key);
    firsts.splice(at, 1);
    entities.splice(at, 1);
    this.firstOf?.delete(entity);
  }
}

/** From so many on a list is not searched any more. */
const long = 16;
/** No more than this many of those whose surnames open alike are looked at, latest first: keeps any draft linear. */
const mostSurnames = 200;

interface Surname {
  readonly word: string;
  readonly entity: Entity;
}

/** People by their surnames, of those which open with the same letters: to find one for a surname that is a letter off. */
export class Surnames implements Kept {
  private readonly puts: Puts<Surname>;
  /** By the surname that was looked for. */
  private readonly readers = new Map<string, Readers>();

  constructor(private readonly timeline: Timeline) {
    this.puts = new Puts(timeline);
  }

  put(word: string, entity: Entity): void {
    if (this.puts.add({word, entity})) this.timeline.written.push(this);
  }

  /** Those whom anybody has called by a surname that is a letter off. */
  alike(surname: string): readonly Entity[] {
    const {time} = this.timeline;
    let readers = this.readers.get(surname);
    if (!readers) {
      readers = new Readers();
      this.readers.set(surname, readers);
    }
    readers.add(time);
    const count = this.puts.before(time + 1);
    const found: Entity[] = [];
    for (let i = count - 1; i >= 0 && i >= count - mostSurnames; i--) {
      const {word, entity} = this.puts.values[i] as Surname;
      if (looksAlike(surname, word) && !found.includes(entity)) found.push(entity);
    }
    return found;
  }

  forget(time: number): readonly Surname[] {
    return this.puts.take(time);
  }

  settle(time: number, before: readonly Surname[] | undefined, changed: (time: number) => void): void {
    const was = before ?? none;
    const now = this.puts.of(time);
    const others = [
      ...was.filter((one) => !now.some((other) => isSameSurname(one, other))),
      ...now.filter((one) => !was.some((other) => isSameSurname(one, other))),
    ];
    const moves = was.length !== now.length && this.puts.keys.length >= mostSurnames;
    if (others.length === 0 && !moves) return;
    for (const [asked, readers] of this.readers) {
      if (moves || others.some(({word}) => looksAlike(asked, word))) {
        readers.between(time, Number.POSITIVE_INFINITY, 1, changed);
      }
    }
  }
}

const isSameSurname = (one: Surname, other: Surname): boolean =>
  one.word === other.word && one.entity === other.entity;

const none: readonly never[] = [];
