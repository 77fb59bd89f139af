import type {Source, Story} from './story.js';

const known = new WeakMap<Story, readonly (readonly Source[] | undefined)[]>();

/** Who a mention of a block turned out to be; worked out for the whole story at the first question. */
export function sourceOfMention(story: Story, block: number, mention: number): Source | null {
  let byBlock = known.get(story);
  if (!byBlock) {
    const made: Source[][] = [];
    for (const source of story.sources) {
      for (let at = 0; at < source.mentions.length; at++) {
        const place = (source.mentions[at] as {block: number}).block;
        made[place] ??= [];
        (made[place] as Source[])[source.mentionIndexes[at] as number] = source;
      }
    }
    byBlock = made;
    known.set(story, byBlock);
  }
  return byBlock[block]?.[mention] ?? null;
}
