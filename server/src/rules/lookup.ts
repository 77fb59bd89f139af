import type {Attribution} from '../attribution/attribution.js';
import type {Span} from '../draft/block.js';
import {lowerBound} from '../language/spans.js';
import {overlapTest} from '../story/blockAnalysis.js';
import {onlyChange} from '../story/onlyChange.js';
import {perBlock} from '../story/perBlock.js';
import type {BlockTables, Place, Source, Story, StoryAttribution} from '../story/story.js';

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

/** The source of an id; undefined for none. */
export function sourceById({sources}: Story, id: string | null): Source | undefined {
  if (id === null) return undefined;
  // Ids count the sources up.
  const likely = sources[Number(id.slice(1)) - 1];
  return likely?.id === id ? likely : sources.find((one) => one.id === id);
}

/** One block with what a rule looks for in it. */
export interface Having<T> {
  readonly block: number;
  readonly tables: BlockTables;
  readonly found: readonly T[];
}

/**
 * The blocks that a rule has something to look at in, in order: what it looks for is worked out once for each block,
 * and most have nothing. No exempt block is among them.
 */
export function blocksHaving<T>(
  {blocks, notes}: Story,
  look: (tables: BlockTables) => readonly T[],
): readonly Having<T>[] {
  const last = notes.get(look) as Search<T> | undefined;
  const changed = last ? onlyChange(last.blocks, blocks) : null;
  const having = (block: number): readonly Having<T>[] => {
    const tables = blocks[block];
    const found = tables && !tables.exempt ? look(tables) : none;
    return tables && found.length > 0 ? [{block, tables, found}] : none;
  };
  let all: readonly Having<T>[];
  if (!last || changed === null) all = blocks.flatMap((_, block) => having(block));
  else {
    const at = lowerBound(last.all.length, (i) => (last.all[i] as Having<T>).block < changed);
    const behind = last.all[at]?.block === changed ? at + 1 : at;
    const now = having(changed);
    all =
      now.length === 0 && behind === at
        ? last.all
        : [...last.all.slice(0, at), ...now, ...last.all.slice(behind)];
  }
  notes.set(look, {blocks, all} satisfies Search<T>);
  return all;
}

interface Search<T> {
  readonly blocks: readonly BlockTables[];
  readonly all: readonly Having<T>[];
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
