import type {Genre} from '../draft/draft.js';
import {areSameLists} from '../story/entity.js';
import type {BlockTables, ClaimType, Source, Story, StoryAttribution, StoryClaim} from '../story/story.js';

/** Something asked of the story for one of its blocks. */
export type Question<T> = (story: Story, block: number) => T;

/** What a rule looked at, and what it saw. */
export interface Sight {
  readonly question: Question<unknown>;
  readonly answer: unknown;
}

const none: readonly never[] = [];

/**
 * One block, and what a rule looks at around it. All that goes beyond the block's own tables is noted, so that a rule
 * is asked about a block again only where it would see something else than it saw.
 */
export class Passage {
  /** The block's own tables. */
  readonly tables: BlockTables;
  private readonly sights: Sight[] = [];

  constructor(
    private story: Story,
    private readonly at: number,
  ) {
    this.tables = story.blocks[at] as BlockTables;
  }

  /** Index of the block in the story. */
  get block(): number {
    return this.ask(ownIndex);
  }

  get genre(): Genre {
    return this.ask(genreOf);
  }

  /** The block so many further on, or back; undefined where there is none. */
  near(by: number): BlockTables | undefined {
    return this.ask(({blocks}, block) => blocks[block + by]);
  }

  /** The attributions of the block, or of one near it, with what the story made of them. */
  attributions(by = 0): readonly StoryAttribution[] {
    if (by === 0 && this.tables.attributions.length === 0) return none;
    return this.ask(({byBlock}, block) => byBlock[block + by]?.attributions ?? none);
  }

  /** The attributions whose source is one mention of the block. */
  attributionsTo(mention: number): readonly StoryAttribution[] {
    return this.tables.attributions.some((one) => one.mention === mention)
      ? this.attributions().filter((one) => one.mention === mention)
      : none;
  }

  /** The block's claims of a type that nobody vouches for, in the writer's own words. */
  unsourced(type: ClaimType): readonly StoryClaim[] {
    const {claims} = this.tables;
    if (!claims.some((one) => one.type === type && !one.quoted && !one.exempt)) return none;
    return this.ask(claimsOf).filter(
      (one) => one.type === type && !one.quoted && !one.attributed && !one.exempt,
    );
  }

  /** Who a mention of the block, or of one near it, turned out to be. */
  sourceOf(mention: number, by = 0): Source | null {
    return this.ask(({byBlock}, block) => byBlock[block + by]?.sources[mention] ?? null);
  }

  /**
   * Asks for anything else. The question is asked again at each keystroke, so it must cost little; and its answer is
   * the same only if it is the very same value, or a list of them.
   */
  ask<T>(question: Question<T>): T {
    const answer = question(this.story, this.at);
    this.sights.push({question, answer});
    return answer;
  }

  /** What was worked out of a source that was met here (`perSource`): another source is another sight. */
  of<T>(source: Source, work: (source: Source, story: Story) => T): T {
    return work(source, this.story);
  }

  /** All that was seen beyond the block's own tables. Nothing can be looked at any more: a story is not kept for it. */
  close(): readonly Sight[] {
    this.story = closed;
    return this.sights;
  }
}

/** Whether all that was seen is the same in a later story, where the same block may stand elsewhere. */
export function isStillSeen(sights: readonly Sight[], story: Story, block: number): boolean {
  for (const {question, answer} of sights) {
    if (!isSame(answer, question(story, block))) return false;
  }
  return true;
}

const closed = {} as Story;
const ownIndex: Question<number> = (_, block) => block;
const genreOf: Question<Genre> = ({draft}) => draft.meta.genre;
const claimsOf: Question<readonly StoryClaim[]> = ({byBlock}, block) => byBlock[block]?.claims ?? none;

const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && Array.isArray(other) && areSameLists(one, other));
