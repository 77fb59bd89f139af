import type {Attribution} from '../attribution/attribution.js';
import type {Draft} from '../draft/draft.js';
import {findConflicts} from './conflicts.js';
import {findSpeakers, type Speech} from './speakers.js';
import type {BlockTables, Claim, Story, StoryAttribution, StoryClaim} from './story.js';
import {vouchersOf} from './vouching.js';

const none: readonly never[] = [];

/**
 * The whole-draft pass: who is who, who says what, who vouches for which claim, who denies whom. It reads the
 * blocks' tables, never their tokens, and runs at each keystroke; what depends on one block alone is remembered with
 * the block. Linear in mentions, attributions and claims.
 */
export function buildStory(draft: Draft, blocks: readonly BlockTables[]): Story {
  const {entities, speeches} = findSpeakers(blocks);
  entities.forEach((entity, index) => {
    entity.id = `s${index + 1}`;
  });
  const attributions: StoryAttribution[] = [];
  const firstOf: number[] = [];
  for (const [block, tables] of blocks.entries()) {
    firstOf.push(attributions.length);
    tables.attributions.forEach((attribution, local) => {
      const speech = (speeches[block] as readonly Speech[])[local] as Speech;
      const index = attributions.length;
      speech.entity?.says(index);
      attributions.push(inStory(attribution, speech, index, block));
    });
  }
  return {
    draft,
    blocks,
    sources: entities.map((entity) => entity.toSource()),
    attributions,
    claims: claimsOf(blocks, attributions, firstOf),
    conflicts: findConflicts(blocks, attributions, firstOf),
  };
}

const lastAttributions = new WeakMap<Attribution, StoryAttribution>();

/** An attribution with what the story made of it; the same object as at the last keystroke where nothing changed. */
function inStory(
  attribution: Attribution,
  {entity, confidence, guesses, goesOn = false}: Speech,
  index: number,
  block: number,
): StoryAttribution {
  const sourceId = entity?.id ?? null;
  const sure = attribution.confidence * confidence;
  const last = lastAttributions.get(attribution);
  if (
    last?.index === index &&
    last.block === block &&
    last.sourceId === sourceId &&
    last.confidence === sure &&
    guesses === undefined &&
    last.candidates === none
  ) {
    return last;
  }
  const candidates =
    guesses === undefined
      ? none
      : guesses.map(({entity: who, place, weight}) => ({sourceId: who.id, place, weight}));
  const made = {
    ...attribution,
    index,
    block,
    sourceId,
    confidence: sure,
    candidates,
    subjectContinuity: goesOn,
  };
  lastAttributions.set(attribution, made);
  return made;
}

const lastClaims = new WeakMap<Claim, StoryClaim>();

/** A claim with who vouches for it; the same object as at the last keystroke where nothing changed. */
function claimInStory(claim: Claim, block: number, voucher: StoryAttribution | null): StoryClaim {
  const attributed = voucher !== null && isSourced(voucher);
  const sourceId = voucher?.sourceId ?? null;
  const attribution = voucher?.index ?? null;
  const last = lastClaims.get(claim);
  if (
    last?.block === block &&
    last.attributed === attributed &&
    last.sourceId === sourceId &&
    last.attribution === attribution
  ) {
    return last;
  }
  const made = {...claim, block, attributed, sourceId, attribution};
  lastClaims.set(claim, made);
  return made;
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
      return claimInStory(claim, block, voucher);
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
