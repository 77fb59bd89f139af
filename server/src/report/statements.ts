import type {Span} from '../draft/block.js';
import {attributionOf, type Source, type Story, type StoryAttribution} from '../story/story.js';

/**
 * What a source says, in the order of the draft. Words inside other words of the same source ("she said she had asked
 * to see the plan") are told once.
 */
export function statementsOf(story: Story, source: Source): readonly StoryAttribution[] {
  const all = source.attributions.flatMap((key) => attributionOf(story, key) ?? []);
  const byBlock = new Map<number, StoryAttribution[]>();
  for (const one of all) {
    const list = byBlock.get(one.block);
    if (list) list.push(one);
    else byBlock.set(one.block, [one]);
  }
  const inner = new Set<StoryAttribution>();
  for (const list of byBlock.values()) {
    const spans = list
      .flatMap((one) => one.content.map((span) => ({...span, one})))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let outer: (Span & {readonly one: StoryAttribution}) | null = null;
    for (const span of spans) {
      if (outer && span.end <= outer.end && span.one !== outer.one) inner.add(span.one);
      else if (!outer || span.end > outer.end) outer = span;
    }
  }
  return all.filter((one) => !inner.has(one));
}
