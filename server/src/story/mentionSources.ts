import type {Source, Story} from './story.js';

/** Who a mention of a block turned out to be. */
export const sourceOfMention = (story: Story, block: number, mention: number): Source | null =>
  story.byBlock[block]?.sources[mention] ?? null;
