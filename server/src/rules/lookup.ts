import type {Attribution} from '../attribution/attribution.js';
import type {Span} from '../draft/block.js';
import {overlapTest} from '../story/blockAnalysis.js';
import type {BlockTables, Place, Story, StoryAttribution} from '../story/story.js';

/** Questions that several rules ask of one block, answered without walking its tables each time. */
export interface BlockLookup {
  /** Whether a span touches a quotation: somebody else's words. */
  quoted(span: Span): boolean;
  /** Index of the sentence at an offset; the nearest one where it stands between two. */
  sentenceAt(offset: number): number;
  /** Whether a source mark or a link stands with a sentence: the writer has shown what it rests on. */
  noted(sentence: number): boolean;
  attributionsOf(sentence: number): readonly Attribution[];
}

/** Works something out of one block's tables once, for as long as they are the same. */
export function perBlock<T>(work: (tables: BlockTables) => T): (tables: BlockTables) => T {
  const known = new WeakMap<BlockTables, {readonly result: T}>();
  return (tables) => {
    let made = known.get(tables);
    if (!made) {
      made = {result: work(tables)};
      known.set(tables, made);
    }
    return made.result;
  };
}

const blockLookups = new WeakMap<BlockTables, BlockLookup>();
const none: readonly never[] = [];

export function lookup(tables: BlockTables): BlockLookup {
  const known = blockLookups.get(tables);
  if (known) return known;
  const {content, quotations, sentences, attributions} = tables;
  const quoted = overlapTest(quotations.map(({inner}) => inner));
  const sentenceAt = (offset: number): number => {
    let low = 0;
    let high = sentences.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sentences[middle] as Span).end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const notes = new Set<number>();
  // A mark stands after the full stop of the sentence that it vouches for.
  for (const {at} of content.sourceMarks) notes.add(sentenceAt(Math.max(0, at - 1)));
  for (const link of content.links) notes.add(sentenceAt(link.start));
  const bySentence = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    const list = bySentence.get(attribution.sentence);
    if (list) list.push(attribution);
    else bySentence.set(attribution.sentence, [attribution]);
  }
  const made: BlockLookup = {
    quoted,
    sentenceAt,
    noted: (sentence) => notes.has(sentence),
    attributionsOf: (sentence) => bySentence.get(sentence) ?? none,
  };
  blockLookups.set(tables, made);
  return made;
}

interface Attributions {
  readonly ofBlock: Map<number, StoryAttribution[]>;
  readonly ofMention: Map<string, StoryAttribution[]>;
}

const storyLookups = new WeakMap<Story, Attributions>();

function attributionsOf(story: Story): Attributions {
  const known = storyLookups.get(story);
  if (known) return known;
  const made: Attributions = {ofBlock: new Map(), ofMention: new Map()};
  const add = <K>(map: Map<K, StoryAttribution[]>, key: K, attribution: StoryAttribution): void => {
    const list = map.get(key);
    if (list) list.push(attribution);
    else map.set(key, [attribution]);
  };
  for (const attribution of story.attributions) {
    add(made.ofBlock, attribution.block, attribution);
    if (attribution.mention !== null) {
      add(made.ofMention, `${attribution.block}:${attribution.mention}`, attribution);
    }
  }
  storyLookups.set(story, made);
  return made;
}

/** The attributions of one block, with what the story made of them. */
export const attributionsIn = (story: Story, block: number): readonly StoryAttribution[] =>
  attributionsOf(story).ofBlock.get(block) ?? none;

/** The attributions whose source is one mention of a block. */
export const attributionsTo = (story: Story, block: number, mention: number): readonly StoryAttribution[] =>
  attributionsOf(story).ofMention.get(`${block}:${mention}`) ?? none;

export const placeOf = (block: number, {start, end}: Span): Place => ({block, start, end});

/** A place right behind a span, for an insertion. */
export const behind = (block: number, {end}: Span): Place => ({block, start: end, end});

/** `text` with a capital where it would open a sentence of the block. */
export function fitting(tables: BlockTables, {start}: Span, text: string): string {
  const before = tables.content.text.slice(Math.max(0, start - 12), start).trimEnd();
  const opens = before === '' || /[.!?:]["”’»)]*$|["“„«]$/u.test(before);
  return opens ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
