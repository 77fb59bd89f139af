import type {Source, Story, StoryClaim} from '../story/story.js';

/** The draft in four numbers, the same in the status item and in the report. */
export interface Tally {
  readonly claims: number;
  /** Claims that somebody vouches for, or for which nobody needs to be asked. */
  readonly sourced: number;
  /** Unnamed sources (described or vague) on whose word something rests. */
  readonly unnamed: number;
}

export function tally(story: Story): Tally {
  return {
    claims: story.claims.length,
    sourced: story.claims.filter(isSourced).length,
    unnamed: story.sources.filter((source) => isUnnamed(source) && source.attributions.length > 0).length,
  };
}

export function isSourced(claim: StoryClaim): boolean {
  return claim.attributed || claim.exempt !== null;
}

export function isUnnamed(source: Source): boolean {
  return source.standing === 'described' || source.standing === 'vague';
}
