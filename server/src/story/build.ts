import type {Attribution} from '../attribution/attribution.js';
import type {Draft} from '../draft/draft.js';
import {findConflicts} from './conflicts.js';
import type {Entity} from './entity.js';
import {attributionOfOneShape} from './oneShape.js';
import {perBlock} from './perBlock.js';
import type {Guess} from './pronouns.js';
import type {Speakers, Speech} from './speakers.js';
import {type MovedBlock, SpeakersMemory} from './speakersMemory.js';
import type {
  BlockStory,
  BlockTables,
  Candidate,
  Claim,
  Place,
  Source,
  Story,
  StoryAttribution,
  StoryClaim,
} from './story.js';
import {vouchersOf} from './vouching.js';

const none: readonly never[] = [];

/** A draft's story as it stood at the last keystroke. It only saves time. */
export class StoryMemory {
  readonly speakers = new SpeakersMemory();
  readonly notes: Story['notes'] = new Map();
  story: Story | null = null;
}

/**
 * The whole-draft pass: who is who, who says what, who vouches for which claim, who denies whom. It reads the
 * blocks' tables, never their tokens, and runs at each keystroke; what depends on one block alone is remembered with
 * the block, and what comes out as it was is the same object as before. Linear in mentions, attributions and claims.
 */
export function buildStory(draft: Draft, blocks: readonly BlockTables[], memory = new StoryMemory()): Story {
  const {speakers, moved} = memory.speakers.read(blocks);
  const last = memory.story;
  const story =
    last && moved
      ? retell(last, draft, blocks, speakers, moved)
      : tell(draft, blocks, speakers, memory.notes);
  memory.story = story;
  return story;
}

function tell(
  draft: Draft,
  blocks: readonly BlockTables[],
  {entities, speeches, mentioned}: Speakers,
  notes: Story['notes'],
): Story {
  const attributions: StoryAttribution[] = [];
  const firstOf: number[] = new Array(blocks.length);
  for (let index = 0; index < entities.length; index++) {
    const entity = entities[index] as Entity;
    entity.order = index;
    entity.silence();
    entity.id = sourceId(index);
  }
  for (let block = 0; block < blocks.length; block++) {
    const tables = blocks[block] as BlockTables;
    firstOf[block] = attributions.length;
    if (tables.attributions.length === 0) continue;
    const said = speeches[block] as readonly Speech[];
    const known = before(tables).attributions;
    for (let local = 0; local < said.length; local++) {
      const speech = said[local] as Speech;
      const attribution = tables.attributions[local] as Attribution;
      speech.entity?.says(attributions.length);
      attributions.push(inStory(attribution, speech, attributions.length, block, known[local]));
    }
  }
  const sources = entities.map((entity) => entity.toSource(sourceBefore(entity, blocks)));
  const claims: StoryClaim[] = [];
  const byBlock: BlockStory[] = new Array(blocks.length);
  for (let block = 0; block < blocks.length; block++) {
    const own = claimsOf(blocks, block, attributions, firstOf);
    for (const claim of own) claims.push(claim);
    byBlock[block] = blockStory(
      blocks[block] as BlockTables,
      block,
      attributions,
      firstOf[block] as number,
      own,
      mentioned[block] as Mentioned,
      sources,
    );
  }
  return {
    draft,
    blocks,
    byBlock,
    sources,
    attributions,
    claims,
    conflicts: findConflicts(blocks, attributions, firstOf),
    notes,
  };
}

/** The last story with the one block put in anew that changed, where everybody stayed who they were. */
function retell(
  last: Story,
  draft: Draft,
  blocks: readonly BlockTables[],
  {speeches, mentioned}: Speakers,
  {block: changed, entities, guessing}: MovedBlock,
): Story {
  if (changed === null) return {...last, draft, blocks};
  const firstOf: number[] = new Array(blocks.length);
  let first = 0;
  let firstClaim = 0;
  for (let block = 0; block < blocks.length; block++) {
    firstOf[block] = first;
    first += (blocks[block] as BlockTables).attributions.length;
    if (block < changed) firstClaim += (last.byBlock[block] as BlockStory).claims.length;
  }
  const tables = blocks[changed] as BlockTables;
  const attributions = last.attributions.slice();
  for (const block of [changed, ...guessing]) {
    const said = speeches[block] as readonly Speech[];
    for (let local = 0; local < said.length; local++) {
      const index = (firstOf[block] as number) + local;
      const attribution = (blocks[block] as BlockTables).attributions[local] as Attribution;
      const known = block === changed ? undefined : attributions[index];
      attributions[index] = inStory(attribution, said[local] as Speech, index, block, known);
    }
  }
  const sources = last.sources.slice();
  const touched = new Set([changed, ...guessing]);
  for (const entity of entities) {
    const source = entity.toSource(last.sources[entity.order]);
    sources[entity.order] = source;
    for (const {block} of source.mentions) touched.add(block);
  }
  const own = claimsOf(blocks, changed, attributions, firstOf);
  const behind = firstClaim + (last.byBlock[changed] as BlockStory).claims.length;
  const byBlock = last.byBlock.slice();
  for (const block of touched) {
    byBlock[block] = blockStory(
      blocks[block] as BlockTables,
      block,
      attributions,
      firstOf[block] as number,
      block === changed ? own : (byBlock[block] as BlockStory).claims,
      mentioned[block] as Mentioned,
      sources,
    );
  }
  return {
    draft,
    blocks,
    byBlock,
    sources,
    attributions,
    claims: [...last.claims.slice(0, firstClaim), ...own, ...last.claims.slice(behind)],
    // Whoever says nothing in it denies nothing either.
    conflicts:
      tables.attributions.length === 0 ? last.conflicts : findConflicts(blocks, attributions, firstOf),
    notes: last.notes,
  };
}

const sourceIds: string[] = [];

/** "s1", "s2" ...: the same strings at each keystroke. */
function sourceId(index: number): string {
  for (let next = sourceIds.length; next <= index; next++) sourceIds.push(`s${next + 1}`);
  return sourceIds[index] as string;
}

type Mentioned = readonly (Entity | undefined)[];

const nothingYet = {block: -1, attributions: none, claims: none, sources: none};

/** What the story made of each block at the last keystroke. */
const notesOf = perBlock((): {last: Omit<BlockStory, 'tables'>} => ({last: nothingYet}));
const before = (tables: BlockTables): Omit<BlockStory, 'tables'> => notesOf(tables).last;

/** What stood for somebody at the last keystroke, by the place of the first mention. */
function sourceBefore({mentions, mentionIndexes}: Entity, blocks: readonly BlockTables[]): Source | null {
  const first = mentions?.[0];
  return first === undefined
    ? null
    : (before(blocks[first.block] as BlockTables).sources[mentionIndexes[0] as number] ?? null);
}

/** One block's part of the story; the same object as at the last keystroke where nothing in it changed. */
function blockStory(
  tables: BlockTables,
  block: number,
  attributions: readonly StoryAttribution[],
  attribution: number,
  claims: readonly StoryClaim[],
  mentioned: Mentioned,
  sources: readonly Source[],
): BlockStory {
  const notes = notesOf(tables);
  const {last} = notes;
  const sourceAt = (mention: number): Source | null => {
    const entity = mentioned[mention];
    return entity === undefined ? null : (sources[entity.order] as Source);
  };
  const {length} = mentioned;
  let still = last.block === block && last.sources.length === length && 'tables' in last;
  for (let i = 0; still && i < tables.attributions.length; i++) {
    still = last.attributions[i] === attributions[attribution + i];
  }
  for (let i = 0; still && i < claims.length; i++) still = last.claims[i] === claims[i];
  for (let i = 0; still && i < length; i++) still = last.sources[i] === sourceAt(i);
  if (still) return last as BlockStory;
  const made: BlockStory = {
    tables,
    block,
    attributions: attributions.slice(attribution, attribution + tables.attributions.length),
    claims,
    sources: Array.from({length}, (_, i) => sourceAt(i)),
  };
  notes.last = made;
  return made;
}

/** An attribution with what the story made of it. */
function inStory(
  attribution: Attribution,
  speech: Speech,
  index: number,
  block: number,
  last: StoryAttribution | undefined,
): StoryAttribution {
  const {entity, confidence, guesses, goesOn = false} = speech;
  const sourceId = entity?.id ?? null;
  const sure = attribution.confidence * confidence;
  if (
    last?.index === index &&
    last.block === block &&
    last.sourceId === sourceId &&
    last.confidence === sure &&
    last.subjectContinuity === goesOn &&
    areCandidates(guesses ?? none, last.candidates)
  ) {
    return last;
  }
  const candidates =
    guesses?.map(({entity: who, place, weight}) => ({sourceId: who.id, place, weight})) ?? none;
  return {
    ...attributionOfOneShape(attribution),
    confidence: sure,
    index,
    block,
    sourceId,
    candidates,
    subjectContinuity: goesOn,
  };
}

function areCandidates(guesses: readonly Guess[], known: readonly Candidate[]): boolean {
  if (guesses.length !== known.length) return false;
  for (let at = 0; at < guesses.length; at++) {
    const {entity, place, weight} = guesses[at] as Guess;
    const one = known[at] as Candidate;
    if (one.sourceId !== entity.id || one.weight !== weight || !isSamePlace(one.place, place)) return false;
  }
  return true;
}

const isSamePlace = (one: Place, other: Place): boolean =>
  one === other || (one.block === other.block && one.start === other.start && one.end === other.end);

/** The claims of one block, with who vouches for each. */
function claimsOf(
  blocks: readonly BlockTables[],
  block: number,
  attributions: readonly StoryAttribution[],
  firstOf: readonly number[],
): readonly StoryClaim[] {
  const tables = blocks[block] as BlockTables;
  const {claims} = tables;
  if (claims.length === 0) return none;
  const vouchers = vouchersOf(tables);
  const introduced = introducedBy(blocks, block, attributions, firstOf);
  const known = before(tables).claims;
  return claims.map((claim, index) => {
    const local = vouchers[index] ?? null;
    const voucher = local === null ? introduced : (attributions[(firstOf[block] as number) + local] ?? null);
    return claimInStory(claim, block, voucher, known[index]);
  });
}

/** A claim with who vouches for it. */
function claimInStory(
  claim: Claim,
  block: number,
  voucher: StoryAttribution | null,
  last: StoryClaim | undefined,
): StoryClaim {
  const attributed = voucher !== null && isSourced(voucher);
  const sourceId = voucher?.sourceId ?? null;
  const attribution = voucher?.index ?? null;
  if (
    last?.block === block &&
    last.attributed === attributed &&
    last.sourceId === sourceId &&
    last.attribution === attribution
  ) {
    return last;
  }
  return {...claim, block, attributed, sourceId, attribution};
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
