import type {BlockStory, Story} from '../../server/src/story/story.js';

/** A story put together by hand, with each block's part of it. */
export function withBlocks(story: Omit<Story, 'byBlock' | 'notes'>): Story {
  const byBlock = story.blocks.map(
    (tables, block): BlockStory => ({
      tables,
      block,
      attributions: story.attributions.filter((one) => one.block === block),
      claims: story.claims.filter((one) => one.block === block),
      sources: tables.mentions.map(
        (_, mention) =>
          story.sources.find(({mentions, mentionIndexes}) =>
            mentions.some((place, at) => place.block === block && mentionIndexes[at] === mention),
          ) ?? null,
      ),
    }),
  );
  return {...story, byBlock, notes: new Map()};
}
