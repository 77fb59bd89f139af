import type {Attribution} from '../attribution/attribution.js';
import type {Span} from '../draft/block.js';
import {overlapTest} from '../story/blockAnalysis.js';
import {sourceOfMention} from '../story/mentionSources.js';
import {perBlock} from '../story/perBlock.js';
import {
  type BlockTables,
  type Place,
  placeOfSourceId,
  type Source,
  type Story,
  type StoryAttribution,
} from '../story/story.js';

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

export {blocksHaving, firstHaving, type Having} from '../story/blocksHaving.js';
export {perBlock};

const none: readonly never[] = [];

/**
 * Works something out of one source and the blocks that mention it once: a source is another object as soon as one of
 * its mentions or their blocks change. It must read nothing else of the story.
 */
export function perSource<T>(work: (source: Source, story: Story) => T): (source: Source, story: Story) => T {
  const known = new WeakMap<Source, {readonly result: T}>();
  return (source, story) => {
    let made = known.get(source);
    if (!made) {
      made = {result: work(source, story)};
      known.set(source, made);
    }
    return made.result;
  };
}

/** Works something out of a story once, whoever asks. */
export function perStory<T>(work: (story: Story) => T): (story: Story) => T {
  const known = new WeakMap<Story, {readonly result: T}>();
  return (story) => {
    let made = known.get(story);
    if (!made) {
      made = {result: work(story)};
      known.set(story, made);
    }
    return made.result;
  };
}

/** The source of an id; undefined for none. */
export function sourceById(story: Story, id: string | null): Source | undefined {
  const first = id === null ? null : placeOfSourceId(id);
  return (first && sourceOfMention(story, first.block, first.mention)) ?? undefined;
}

export const lookup = perBlock((tables): BlockLookup => {
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
  return {
    quoted,
    sentenceAt,
    noted: (sentence) => notes.has(sentence),
    attributionsOf: (sentence) => bySentence.get(sentence) ?? none,
  };
});

/** The attributions of one block, with what the story made of them. */
export const attributionsIn = (story: Story, block: number): readonly StoryAttribution[] =>
  story.byBlock[block]?.attributions ?? none;

/** The attributions whose source is one mention of a block. */
export const attributionsTo = (story: Story, block: number, mention: number): readonly StoryAttribution[] => {
  const all = attributionsIn(story, block);
  return all.some((one) => one.mention === mention) ? all.filter((one) => one.mention === mention) : none;
};

export const placeOf = (block: number, {start, end}: Span): Place => ({block, start, end});

/** A place right behind a span, for an insertion. */
export const behind = (block: number, {end}: Span): Place => ({block, start: end, end});

/** `text` with a capital where it would open a sentence of the block. */
export function fitting(tables: BlockTables, {start}: Span, text: string): string {
  const before = tables.content.text.slice(Math.max(0, start - 12), start).trimEnd();
  const opens = before === '' || /[.!?:]["”’»)]*$|["“„«]$/u.test(before);
  // What stands there in small letters opens nothing: `"Why?" a source asked`.
  return opens && !/\p{Ll}/u.test(tables.content.text[start] ?? '')
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}
