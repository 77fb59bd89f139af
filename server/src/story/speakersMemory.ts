import {DraftNames} from './draftNames.js';
import type {Entity} from './entity.js';
import {Focus, type Trace} from './pronouns.js';
import {Registry} from './resolve.js';
import {BlockWalk, type Speakers, type Speech} from './speakers.js';
import type {BlockTables} from './story.js';
import {type Kept, Timeline} from './timeline.js';
import {type BlockReading, readingOf} from './traits.js';

/** Who speaks, and where that may differ from the last time. */
export interface SpeakersRead {
  readonly speakers: Speakers;
  /** The blocks that were read, by their index; null where the whole draft was. */
  readonly read: readonly number[] | null;
  /** Those of whom something else may be true than the last time; empty where the whole draft was read. */
  readonly touched: ReadonlySet<Entity>;
}

/** Who is who, kept from one keystroke to the next: only those blocks are read again that may be read otherwise. */
export class SpeakersMemory {
  private readonly names = new DraftNames();
  private blocks: readonly BlockTables[] = [];
  private reading: DraftReading | null = null;

  /** Who speaks in the draft as it now stands, whatever was read before. */
  read(blocks: readonly BlockTables[]): SpeakersRead {
    const words = this.names.read(blocks);
    const before = this.blocks;
    this.blocks = blocks;
    const known = this.reading?.readAgain(before, blocks, words);
    if (known) return known;
    this.reading = new DraftReading(blocks, this.names);
    return {speakers: this.reading.speakers, read: null, touched: new Set()};
  }
}

/**
 * One reading of a draft, which can be brought up to date. Each block is read with what all before it left behind; who
 * asked for what is noted. After an edit the changed blocks are read again in their places and, in the order of
 * reading, each later one that asked for something that came out differently: self-adjusting computation (Acar 2005),
 * as far as this needs it.
 */
class DraftReading {
  readonly speakers: Speakers;
  private readonly timeline = new Timeline();
  private readonly registry = new Registry(this.timeline);
  private readonly focus = new Focus();
  private readonly speeches: (readonly Speech[])[];
  private readonly mentioned: (readonly (Entity | undefined)[])[];
  /** By the times of the blocks. */
  private readonly written: (readonly Kept[])[] = [];
  /** Sentences and blocks of the text up to each block. */
  private readonly moments: number[] = [];
  private readonly paragraphs: number[] = [];

  constructor(
    private blocks: readonly BlockTables[],
    private readonly names: DraftNames,
  ) {
    this.speeches = new Array(blocks.length);
    this.mentioned = new Array(blocks.length);
    this.speakers = {speeches: this.speeches, mentioned: this.mentioned};
    let moment = 0;
    let paragraph = 0;
    // Headlines call people by half a name in capitals everywhere: they are read last, when everybody is known.
    const headlines: number[] = [];
    for (let block = 0; block < blocks.length; block++) {
      const {headline, tables} = readingOf(blocks[block] as BlockTables);
      this.moments.push(moment);
      this.paragraphs.push(paragraph);
      if (headline) {
        headlines.push(block);
        continue;
      }
      this.walk(block, block);
      moment += sentencesIn(tables);
      paragraph++;
    }
    for (const block of headlines) this.walk(block, blocks.length + block);
    this.timeline.end();
  }

  /** Brings it up to date; null where that would be no less than to read the draft anew. */
  readAgain(
    before: readonly BlockTables[],
    blocks: readonly BlockTables[],
    words: readonly string[],
  ): SpeakersRead | null {
    const {length} = blocks;
    if (before.length !== length) return null;
    const waiting = new Waiting(2 * length);
    const wait = (block: number): void =>
      waiting.add(readingOf(blocks[block] as BlockTables).headline ? length + block : block);
    let changed = 0;
    for (let block = 0; block < length; block++) {
      if (before[block] === blocks[block]) continue;
      const was = readingOf(before[block] as BlockTables);
      const now = readingOf(blocks[block] as BlockTables);
      if (was.headline !== now.headline || sentencesIn(was.tables) !== sentencesIn(now.tables)) return null;
      wait(block);
      if (was.introduces !== now.introduces && block + 1 < length) wait(block + 1);
      changed++;
    }
    if (changed > length / 4 + 1) return null;
    if (words.length > 0) {
      for (let block = 0; block < length; block++) {
        if (speaksOf(readingOf(blocks[block] as BlockTables), words)) wait(block);
      }
    }
    this.blocks = blocks;
    const read: number[] = [];
    const touched = new Set<Entity>();
    for (let time = waiting.next(-1); time >= 0; time = waiting.next(time)) {
      const block = time < length ? time : time - length;
      read.push(block);
      this.addThoseOf(block, touched);
      this.walkAgain(block, time, waiting);
      this.addThoseOf(block, touched);
    }
    this.timeline.end();
    return {speakers: this.speakers, read, touched};
  }

  /** Everybody whom a block mentions, or who speaks in it. */
  private addThoseOf(block: number, all: Set<Entity>): void {
    for (const entity of this.mentioned[block] as (Entity | undefined)[]) if (entity) all.add(entity);
    for (const {entity} of this.speeches[block] as readonly Speech[]) if (entity) all.add(entity);
  }

  private walkAgain(block: number, time: number, waiting: Waiting): void {
    const {focus, registry} = this;
    const left = new Map<Kept, unknown>();
    for (const one of this.written[time] ?? []) left.set(one, one.forget(time));
    const {mentioned, mind} = this.walk(block, time);
    for (const one of this.written[time] ?? []) if (!left.has(one)) left.set(one, undefined);
    const changed = (later: number): void => waiting.add(later);
    for (const [one, before] of left) one.settle(time, before, changed);
    registry.settle(time, mentioned, changed);
    focus.settle(time, mind, changed);
  }

  /** @returns what the block left behind when it was read before */
  private walk(block: number, time: number): {mentioned: readonly Entity[]; mind: Trace} {
    const {blocks, focus, registry, timeline} = this;
    const reading = readingOf(blocks[block] as BlockTables);
    const before = blocks[block - 1];
    const introduced = before !== undefined && readingOf(before).introduces;
    timeline.begin(time);
    registry.begin();
    focus.begin(time, this.moments[block] as number, this.paragraphs[block] as number, reading.headline);
    const walk = new BlockWalk(reading, block, registry, focus, this.names, introduced);
    this.speeches[block] = walk.walk();
    this.mentioned[block] = walk.entities;
    this.written[time] = timeline.written;
    return {mentioned: registry.end(), mind: focus.end()};
  }
}

/** A heading without a sentence takes its time, too. */
const sentencesIn = ({sentences}: BlockTables): number => Math.max(1, sentences.length);

const speaksOf = ({traits}: BlockReading, words: readonly string[]): boolean =>
  traits.some(({nameWords}) => nameWords.some((word) => words.includes(word)));

/** Times of the blocks that are still to be read. */
class Waiting {
  private readonly times: Uint8Array;

  constructor(most: number) {
    this.times = new Uint8Array(most);
  }

  add(time: number): void {
    this.times[time] = 1;
  }

  /** The first one after a time; -1 for none. */
  next(time: number): number {
    return this.times.indexOf(1, time + 1);
  }
}
