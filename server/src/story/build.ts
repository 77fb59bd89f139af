import type {Draft} from '../draft/draft.js';
import {findConflicts} from './conflicts.js';
import {findSpeakers, type Speech} from './speakers.js';
import type {BlockTables, Story, StoryAttribution, StoryClaim} from './story.js';
import {vouchersOf} from './vouching.js';

const none: readonly never[] = [];

/**
 * The whole-draft pass: who is who, who says what, who vouches for which claim, who denies whom. It reads the
 * blocks' tables, never their tokens, and runs at each keystroke; what depends on one block alone is remembered with
 * the block. Linear in mentions, attributions and claims.
 */
export function buildStory(draft: Draft, blocks: readonly BlockTables[]): Story {
  const {entities, speeches} = findSpeakers(blocks);
  const ids = new Map(entities.map((entity, index) => [entity, `s${index + 1}`]));
  const attributions: StoryAttribution[] = [];
  const firstOf: number[] = [];
  for (const [block, tables] of blocks.entries()) {
    firstOf.push(attributions.length);
    tables.attributions.forEach((attribution, local) => {
      const {entity, confidence, guesses, goesOn} = (speeches[block] as readonly Speech[])[local] as Speech;
      const index = attributions.length;
      entity?.says(index);
      attributions.push({
        ...attribution,
        index,
        block,
        sourceId: entity ? (ids.get(entity) ?? null) : null,
        confidence: attribution.confidence * confidence,
        candidates:
          guesses === undefined
            ? none
            : guesses.map(({entity: who, place, weight}) => ({
                sourceId: ids.get(who) as string,
                place,
                weight,
              })),
        subjectContinuity: goesOn ?? false,
      });
    });
  }
  return {
    draft,
    blocks,
    sources: entities.map((entity) => entity.toSource(ids.get(entity) as string)),
    attributions,
    claims: claimsOf(blocks, attributions, firstOf),
    conflicts: findConflicts(blocks, attributions, firstOf),
  };
}

function claimsOf(
  blocks: readonly BlockTables[],
  attributions: readonly StoryAttribution[],
  firstOf: readonly number[],
): readonly StoryClaim[] {
  return blocks.flatMap((tables, block) => {
    const vouchers = vouchersOf(tables);
    const introduced = introducedBy(blocks, block, attributions, firstOf);
    return tables.claims.map((claim, index): StoryClaim => {
      const local = vouchers[index] ?? null;
      const voucher =
        local === null ? introduced : (attributions[(firstOf[block] as number) + local] ?? null);
      return {
        ...claim,
        block,
        attributed: voucher !== null && isSourced(voucher),
        sourceId: voucher?.sourceId ?? null,
        attribution: voucher?.index ?? null,
      };
    });
  });
}

/** Whether anybody stands behind it; a quotation that nobody speaks has nobody. */
const isSourced = ({sourceId, source, carried}: StoryAttribution): boolean =>
  sourceId !== null || source.length > 0 || carried;

/** For an item of a list: the attribution of the line that opens the list ("The audit found:"). */
function introducedBy(
  blocks: readonly BlockTables[],
  block: number,
  attributions: readonly StoryAttribution[],
  firstOf: readonly number[],
): StoryAttribution | null {
  const isItem = (at: number) => blocks[at]?.content.kind === 'list-item';
  if (!isItem(block)) return null;
  let opening = block - 1;
  // No list that one sentence introduces runs on for longer.
  while (isItem(opening) && block - opening < 40) opening--;
  const tables = blocks[opening];
  if (!tables || isItem(opening) || !tables.content.text.trimEnd().endsWith(':')) return null;
  const last = tables.attributions.findLastIndex(
    ({cueKind, mention}) => cueKind !== 'attitude' && mention !== null,
  );
  return last < 0 ? null : (attributions[(firstOf[opening] as number) + last] ?? null);
}
