import type {BlockTables, Claim, StoryClaim} from '../story/story.js';
import {blocksHaving, perBlock, perStory} from './lookup.js';
import type {Passage} from './passage.js';

/** A headline's claim that the story makes only with a source. */
export interface Outrunning {
  readonly claim: StoryClaim;
  /** The claim of the story that somebody vouches for. */
  readonly below: StoryClaim;
}

/**
 * Accusations that a headline states as fact and that the story attributes. Both rules on accusations read this, so that
 * a headline is not blamed twice.
 */
export const outrunningClaims = perStory((story): readonly Outrunning[] => {
  const {byBlock, blocks} = story;
  const heads = blocksHaving(story, accusationsAbove).flatMap(({block}) =>
    (byBlock[block]?.claims ?? []).filter(
      (claim) => isAccusation(claim) && !claim.attributed && !claim.exempt,
    ),
  );
  if (heads.length === 0) return [];
  const accusations = story.claims.filter(isAccusation);
  return heads.flatMap((claim) => {
    const told = stemOf(blocks[claim.block], claim);
    const below = accusations.find(
      (other) =>
        !isHeadline(blocks[other.block]) &&
        (other.attributed || other.exempt !== null) &&
        stemOf(blocks[other.block], other) === told,
    );
    const asserted = accusations.some(
      (other) =>
        !isHeadline(blocks[other.block]) &&
        !other.attributed &&
        other.exempt === null &&
        stemOf(blocks[other.block], other) === told,
    );
    return below && !asserted ? [{claim, below}] : [];
  });
});

/** Whether a claim of a passage's own block is one of them. */
export const isOutrunning = (here: Passage, claim: StoryClaim): boolean =>
  isHeadline(here.tables) && here.ask((story) => outrunningClaims(story).some((one) => one.claim === claim));

const isAccusation = ({type, quoted}: Claim): boolean => type === 'accusation' && !quoted;

const accusationsAbove = perBlock((tables) => (isHeadline(tables) ? tables.claims.filter(isAccusation) : []));

const isHeadline = (tables: BlockTables | undefined): boolean =>
  tables !== undefined && (tables.content.kind === 'heading' || tables.content.kind === 'caption');

/** The verb that makes it an accusation, without its ending. */
function stemOf(tables: BlockTables | undefined, {trigger}: StoryClaim): string {
  const [verb = ''] = (tables?.content.text.slice(trigger.start, trigger.end) ?? '')
    .toLowerCase()
    .split(/\s+/);
  return (
    irregular.get(verb) ??
    verb
      .replace(/(?:ied|ies)$/, 'y')
      .replace(/(?:ed|es|ing|s)$/, '')
      .replace(/e$/, '')
  );
}

const irregular = new Map([
  ['took', 'tak'],
  ['taken', 'tak'],
  ['stole', 'steal'],
  ['stolen', 'steal'],
  ['hid', 'hid'],
  ['paid', 'pay'],
  ['lied', 'li'],
  ['lies', 'li'],
]);
