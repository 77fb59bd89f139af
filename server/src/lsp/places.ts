import type {Range} from 'vscode-languageserver';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import type {Mention} from '../attribution/mention.js';
import {type Block, type Span, toProseOffset} from '../draft/block.js';
import {placeInDraft} from '../engine.js';
import type {Place, Story, StoryAttribution} from '../story/story.js';

export function rangeOf(document: TextDocument, {start, end}: Span): Range {
  return {start: document.positionAt(start), end: document.positionAt(end)};
}

export function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && one.end >= other.start;
}

/** The block at an offset of the draft, and the offset in its prose; null between blocks. */
export function proseAt(
  blocks: readonly Block[],
  offset: number,
): {readonly block: number; readonly prose: number} | null {
  let low = 0;
  let high = blocks.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Block).start <= offset) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  const block = blocks[found];
  return block && offset <= block.end ? {block: found, prose: toProseOffset(block, offset)} : null;
}

/** Where a statement stands: its content, else its cue, else its source; null where it has none of them. */
export function placeOfStatement({block, content, cue, source}: StoryAttribution): Place | null {
  const spans = content.length > 0 ? content : cue.length > 0 ? cue : source;
  const first = spans[0];
  const last = spans.at(-1);
  return first && last ? {block, start: first.start, end: Math.max(first.end, last.end)} : null;
}

export function mentionAt(story: Story, place: Place): Mention | undefined {
  return story.blocks[place.block]?.mentions.find(
    ({start, end}) => start === place.start && end === place.end,
  );
}

/** The words of a place on one line, cut where they are long. */
export function wordsOf(story: Story, place: Place, longest = 80): string {
  const text =
    story.blocks[place.block]?.content.text.slice(
      place.start,
      Math.min(place.end, place.start + 4 * longest),
    ) ?? '';
  return shortened(text, longest);
}

export function shortened(text: string, longest: number): string {
  const line = text.replace(/[\s\0]+/g, ' ').trim();
  const characters = [...line.slice(0, 2 * longest + 2)];
  return characters.length <= longest
    ? line
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

export {placeInDraft};
