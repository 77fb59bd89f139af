import type {Genre} from '../draft/draft.js';
import {areSameLists} from '../story/entity.js';
import {sourceOfMention} from '../story/mentionSources.js';
import {
  attributionOf,
  type BlockTables,
  blockOfAttribution,
  type ClaimType,
  placeOfSourceId,
  type Source,
  type Story,
  type StoryAttribution,
  type StoryClaim,
} from '../story/story.js';

/** Something asked of the story for one of its blocks. */
export type Question<T> = (story: Story, block: number) => T;

/** What a rule looked at, and what it saw. */
export interface Sight {
  readonly question: Question<unknown>;
  readonly answer: unknown;
}

/** All that a rule saw beyond one block's own tables. */
export class Sights {
  /** Each answered by the block's part of the story, or by that of a block near it or of one named. */
  readonly near: Sight[] = [];
  /** Each answered for the block by anything that the story holds. */
  readonly far: Sight[] = [];
  /** Each answered for all blocks alike. */
  readonly facts: Sight[] = [];
  /** How many blocks away the farthest of the near ones is; -1 for none. */
  reach = -1;
  /** The blocks that were named. */
  readonly named = new Set<number>();

  get isEmpty(): boolean {
    return this.near.length + this.far.length + this.facts.length === 0;
  }
}

/** Whether all that was seen is the same in a later story, where the block may stand elsewhere. */
export function isStill(sights: readonly Sight[], story: Story, block: number): boolean {
  for (const {question, answer} of sights) {
    if (!isSame(answer, question(story, block))) return false;
  }
  return true;
}

export const isSame = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && Array.isArray(other) && areSameLists(one, other));

const none: readonly never[] = [];

/**
 * One block, and what a rule looks at around it. All that goes beyond the block's own tables is noted, so that a rule
 * is asked about a block again only where it would see something else than it saw.
 */
export class Passage {
  /** The block's own tables. */
  readonly tables: BlockTables;
  private sights: Sights | null = null;

  constructor(
    private story: Story,
    /** Index of the block, for those who keep what a rule found; a rule asks for `block`. */
    readonly at: number,
  ) {
    this.tables = story.blocks[at] as BlockTables;
  }

  /** Index of the block in the story. */
  get block(): number {
    return this.askNear(0, ownIndex);
  }

  /** The block so many further on, or back; undefined where there is none. */
  near(by: number): BlockTables | undefined {
    return this.askNear(by, ({blocks}, block) => blocks[block + by]);
  }

  /** The attributions of the block, or of one near it, with what the story made of them. */
  attributions(by = 0): readonly StoryAttribution[] {
    if (by === 0 && this.tables.attributions.length === 0) return none;
    return this.askNear(by, ({byBlock}, block) => byBlock[block + by]?.attributions ?? none);
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
    return this.askNear(0, claimsOf).filter(
      (one) => one.type === type && !one.quoted && !one.attributed && !one.exempt,
    );
  }

  /** Who a mention of the block, or of one near it, turned out to be. */
  sourceOf(mention: number, by = 0): Source | null {
    return this.askNear(by, (story, block) => sourceOfMention(story, block + by, mention));
  }

  /** The attribution of a key; undefined for none. */
  attributionOf(key: number): StoryAttribution | undefined {
    return this.askAt(blockOfAttribution(key), (story) => attributionOf(story, key));
  }

  /** The source of an id; undefined for none. */
  sourceById(id: string): Source | undefined {
    const {block, mention} = placeOfSourceId(id);
    return this.askAt(block, (story) => sourceOfMention(story, block, mention)) ?? undefined;
  }

  /** What was worked out of a source that was met here (`perSource`): another source is another sight. */
  of<T>(source: Source, work: (source: Source, story: Story) => T): T {
    return work(source, this.story);
  }

  /**
   * Asks what one block's part of the story alone answers, its sources with all that they hold included (`perSource`).
   * @param by how far behind the passage's own block it stands
   */
  askNear<T>(by: number, question: Question<T>): T {
    const sights = this.noted();
    sights.reach = Math.max(sights.reach, Math.abs(by));
    return this.note(sights.near, question);
  }

  /** Asks what the part of one block alone answers, wherever that stands: as `askNear`. */
  askAt<T>(block: number, question: (story: Story) => T): T {
    const sights = this.noted();
    sights.named.add(block);
    return this.note(sights.near, question);
  }

  /**
   * Asks what is the same for all blocks, once a keystroke for all of them.
   * @param question one and the same function each time
   */
  askStory<T>(question: (story: Story) => T): T {
    return this.note(this.noted().facts, question);
  }

  /**
   * Asks for anything else. The question is asked again at each keystroke, so it must cost little; and its answer is
   * the same only if it is the very same value, or a list of them.
   */
  ask<T>(question: Question<T>): T {
    return this.note(this.noted().far, question);
  }

  private note<T>(sights: Sight[], question: Question<T>): T {
    const answer = question(this.story, this.at);
    sights.push({question, answer});
    return answer;
  }

  get genre(): Genre {
    return this.askStory(genreOf);
  }

  private noted(): Sights {
    this.sights ??= new Sights();
    return this.sights;
  }

  /** All that was seen since this was last asked, which was by another rule. */
  take(): Sights {
    const seen = this.sights ?? nothing;
    this.sights = null;
    return seen;
  }

  /** Lets go of the story: the questions that are kept may hold on to the passage. */
  close(): void {
    this.story = closed;
  }
}

const nothing = new Sights();
const closed = {} as Story;
const ownIndex: Question<number> = (_, block) => block;
const genreOf = ({draft}: Story): Genre => draft.meta.genre;
const claimsOf: Question<readonly StoryClaim[]> = ({byBlock}, block) => byBlock[block]?.claims ?? none;
