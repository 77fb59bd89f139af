import type {Draft} from '../draft/draft.js';
import {lowerBound} from '../language/spans.js';
import {DraftConflicts, type Said} from './conflicts.js';
import {areSameLists, type Entity, type Gathered} from './entity.js';
import {attributionOfOneShape} from './oneShape.js';
import {perBlock} from './perBlock.js';
import type {Guess} from './pronouns.js';
import {Rows} from './rows.js';
import {placeOf, type Speakers, type Speech} from './speakers.js';
import {SpeakersMemory, type SpeakersRead} from './speakersMemory.js';
import {
  attributionKey,
  type BlockStory,
  type BlockTables,
  blockOfAttribution,
  type Candidate,
  type Claim,
  type Place,
  type Source,
  type Story,
  type StoryAttribution,
  type StoryClaim,
  sourceIdOf,
} from './story.js';
import {mostBlocks} from './timeline.js';
import {readingOf, type Traits} from './traits.js';
import {vouchersOf} from './vouching.js';

const none: readonly never[] = [];

/** A draft's story as it stood at the last keystroke. It only saves time. */
export class StoryMemory {
  readonly speakers = new SpeakersMemory();
  readonly conflicts = new DraftConflicts();
  readonly notes: Story['notes'] = new Map();
  told: Told | null = null;
}

/** The story, and what of it is put in anew with the next one. */
interface Told {
  readonly story: Story;
  /** In the order of `Story.sources`. */
  entities: readonly Entity[];
  readonly said: Rows<StoryAttribution>;
  readonly claims: Rows<StoryClaim>;
}

/**
 * The whole-draft pass: who is who, who says what, who vouches for which claim, who denies whom. It reads the
 * blocks' tables, never their tokens, and runs at each keystroke; what depends on one block alone is remembered with
 * the block, and what comes out as it was is the same object as before. Linear in mentions, attributions and claims.
 */
export function buildStory(draft: Draft, blocks: readonly BlockTables[], memory = new StoryMemory()): Story {
  const speakersRead = memory.speakers.read(blocks);
  const told =
    (memory.told && retell(memory.told, memory, draft, blocks, speakersRead)) ??
    tell(memory, draft, blocks, speakersRead.speakers);
  memory.told = told;
  return told.story;
}

function tell(
  {conflicts, notes}: StoryMemory,
  draft: Draft,
  blocks: readonly BlockTables[],
  speakers: Speakers,
): Told {
  const entities = everybody(blocks, speakers);
  gather(blocks, speakers, entities, blocks.keys());
  const said = new Rows(
    blocks.map((tables, block) => inStory(blocks, speakers, block, before(tables).attributions)),
  );
  for (const entity of entities) entity.tell(entity.source ?? sourceBefore(entity, blocks));
  const claims = new Rows(blocks.map((_, block) => claimsOf(blocks, block, said.rows)));
  const story: Story = {
    draft,
    blocks,
    byBlock: blocks.map((_, block) => blockStory(blocks, block, said.rows, claims.rows, speakers)),
    sources: inOrder(entities),
    attributions: said.all(),
    claims: claims.all(),
    conflicts: conflicts.read(blocks, said.rows),
    notes,
  };
  return {story, entities, said, claims};
}

/** The last story with those parts put in anew that may be told otherwise now; null where all of them may. */
function retell(
  told: Told,
  {conflicts}: StoryMemory,
  draft: Draft,
  blocks: readonly BlockTables[],
  {speakers, read, touched}: SpeakersRead,
): Told | null {
  const {story: last, said, claims} = told;
  if (read === null) return null;
  if (read.length === 0) return {...told, story: {...last, draft, blocks}};
  const changed = new Set(read.filter((block) => blocks[block] !== last.blocks[block]));
  gather(blocks, speakers, touched, blocksOf(touched, read));
  const renamed = new Set([...touched].filter(({id, source}) => source?.id !== id));
  const retold = new Set(read);
  for (const block of naming(speakers, changed, renamed)) retold.add(block);
  for (const block of retold) {
    const known = changed.has(block) ? none : (said.rows[block] as readonly StoryAttribution[]);
    said.put(block, inStory(blocks, speakers, block, known));
  }
  const again = new Set(retold);
  let sources: Source[] | null = null;
  // Those who come, go, or are mentioned first where mentions follow each other otherwise now.
  const moving = new Set(renamed);
  const reordered = new Set([...changed].filter((block) => isReordered(last.blocks[block], blocks[block])));
  for (const entity of touched) {
    const {source, gathered} = entity;
    if (gathered === null || reordered.has((gathered.mentions[0] as Place).block)) moving.add(entity);
    if (gathered === null) continue;
    const now = entity.tell(source);
    if (now === source) continue;
    sources ??= last.sources.slice();
    sources[entity.order] = now;
    for (const {block} of now.mentions) again.add(block);
  }
  const entities = moving.size > 0 ? movedOf(told.entities, moving, blocks) : told.entities;
  const byBlock = last.byBlock.slice();
  for (const block of retold) for (const item of itemsFrom(blocks, block)) again.add(item);
  for (const block of again) {
    claims.put(block, claimsOf(blocks, block, said.rows));
    byBlock[block] = blockStory(blocks, block, said.rows, claims.rows, speakers);
  }
  const story: Story = {
    draft,
    blocks,
    byBlock,
    sources: moving.size > 0 ? inOrder(entities) : (sources ?? last.sources),
    conflicts: said.isChanged ? conflicts.read(blocks, said.rows) : last.conflicts,
    attributions: said.all(),
    claims: claims.all(),
    notes: last.notes,
  };
  return {story, entities, said, claims};
}

/** The same people in order, some of whom come, go or change places. */
function movedOf(
  entities: readonly Entity[],
  moving: ReadonlySet<Entity>,
  blocks: readonly BlockTables[],
): readonly Entity[] {
  const all = entities.filter((entity) => !moving.has(entity));
  for (const entity of moving) {
    const first = entity.source?.mentions[0];
    if (!first) continue;
    const at = lowerBound(all.length, (i) => isBefore(all[i] as Entity, entity, blocks));
    all.splice(at, 0, entity);
  }
  return all;
}

/** Whether the first mention of one comes before that of another. */
function isBefore({source: one}: Entity, {source: other}: Entity, blocks: readonly BlockTables[]): boolean {
  const first = one?.mentions[0] as Place;
  const second = other?.mentions[0] as Place;
  if (first.block !== second.block) return first.block < second.block;
  const {ordered} = readingOf(blocks[first.block] as BlockTables);
  const placeOfFirst = (source: Source | null): number =>
    ordered.findIndex(({index}) => index === source?.mentionIndexes[0]);
  return placeOfFirst(one) < placeOfFirst(other);
}

/** Numbers them, and gives what each stands for. */
function inOrder(entities: readonly Entity[]): readonly Source[] {
  return entities.map((entity, order) => {
    entity.order = order;
    return entity.source as Source;
  });
}

/** All who are mentioned, in the order of their first mentions. */
function everybody(blocks: readonly BlockTables[], {mentioned}: Speakers): readonly Entity[] {
  const all = new Set<Entity>();
  for (let block = 0; block < blocks.length; block++) {
    const own = mentioned[block] as Mentioned;
    if (own.length === 0) continue;
    for (const {index} of readingOf(blocks[block] as BlockTables).ordered) {
      const entity = own[index];
      if (entity) all.add(entity);
    }
  }
  return [...all];
}

/**
 * Gathers where each of some is mentioned and what is attributed to them, and gives them their ids. Nothing is
 * gathered of those who are mentioned no more.
 * @param among the blocks that have to do with any of them, in order
 */
function gather(
  blocks: readonly BlockTables[],
  {mentioned, speeches}: Speakers,
  entities: Iterable<Entity>,
  among: Iterable<number>,
): void {
  for (const entity of entities) {
    entity.gathered = {mentions: [], mentionIndexes: [], attributions: [], text: [], headline: null};
  }
  for (const block of among) {
    const own = mentioned[block] as Mentioned;
    if (own.length > 0) {
      const reading = readingOf(blocks[block] as BlockTables);
      for (const traits of reading.ordered) {
        const gathered = own[traits.index]?.gathered;
        if (!gathered) continue;
        gathered.mentions.push(placeOf(reading, block, traits));
        gathered.mentionIndexes.push(traits.index);
        if (!reading.headline) gathered.text.push(traits);
        else gathered.headline ??= traits;
      }
    }
    const said = speeches[block] as readonly Speech[];
    for (let index = 0; index < said.length; index++) {
      (said[index] as Speech).entity?.gathered?.attributions.push(attributionKey(block, index));
    }
  }
  for (const entity of entities) {
    const {mentions, mentionIndexes} = entity.gathered as Gathered;
    const [first] = mentions;
    if (first) entity.id = sourceIdOf(first.block, mentionIndexes[0] as number);
    else {
      entity.gathered = null;
      entity.source = null;
    }
  }
}

/** The blocks that mention any of some or say something of theirs, then or now, in order. */
function blocksOf(entities: Iterable<Entity>, read: readonly number[]): readonly number[] {
  const found = new Set(read);
  for (const {source} of entities) {
    if (source === null) continue;
    for (const {block} of source.mentions) found.add(block);
    for (const key of source.attributions) found.add(blockOfAttribution(key));
  }
  return [...found].sort((a, b) => a - b);
}

/** The blocks whose attributions name a source by an id that is another now, or a place that moved. */
function naming(
  {speeches}: Speakers,
  changed: ReadonlySet<number>,
  renamed: ReadonlySet<Entity>,
): readonly number[] {
  const found: number[] = [];
  const few = renamed.size === 0;
  const first = few ? Math.min(...changed) : 0;
  const end = few ? Math.min(speeches.length, Math.max(...changed) + mostBlocks + 1) : speeches.length;
  for (let block = first; block < end; block++) {
    for (const {entity, guesses} of speeches[block] as readonly Speech[]) {
      if (
        (entity && renamed.has(entity)) ||
        guesses?.some((guess) => changed.has(guess.where.block) || renamed.has(guess.entity))
      ) {
        found.push(block);
        break;
      }
    }
  }
  return found;
}

/** Whether the mentions of a block follow each other otherwise than before. */
function isReordered(before: BlockTables | undefined, now: BlockTables | undefined): boolean {
  if (!before || !now) return true;
  const {ordered: was} = readingOf(before);
  const {ordered} = readingOf(now);
  return was.length !== ordered.length || was.some(({index}, at) => ordered[at]?.index !== index);
}

type Mentioned = readonly (Entity | undefined)[];

const nothingYet = {block: -1, attributions: none, claims: none, sources: none};

/** What the story made of each block at the last keystroke. */
const notesOf = perBlock((): {last: Omit<BlockStory, 'tables'>} => ({last: nothingYet}));
const before = (tables: BlockTables): Omit<BlockStory, 'tables'> => notesOf(tables).last;

/** What stood for somebody at the last keystroke, by the place of the first mention. */
function sourceBefore({gathered}: Entity, blocks: readonly BlockTables[]): Source | null {
  const {mentions, mentionIndexes} = gathered as Gathered;
  const [first] = mentions;
  return first === undefined
    ? null
    : (before(blocks[first.block] as BlockTables).sources[mentionIndexes[0] as number] ?? null);
}

/** One block's part of the story; the same object as at the last keystroke where nothing in it changed. */
function blockStory(
  blocks: readonly BlockTables[],
  block: number,
  said: Said,
  claimed: readonly (readonly StoryClaim[])[],
  speakers: Speakers,
): BlockStory {
  const tables = blocks[block] as BlockTables;
  const notes = notesOf(tables);
  const {last} = notes;
  const mentioned = speakers.mentioned[block] as Mentioned;
  const sourceAt = (mention: number): Source | null => mentioned[mention]?.source ?? null;
  const attributions = said[block] as readonly StoryAttribution[];
  const claims = claimed[block] as readonly StoryClaim[];
  const {length} = mentioned;
  let still =
    last.block === block &&
    last.sources.length === length &&
    'tables' in last &&
    areSameLists(last.attributions, attributions);
  for (let i = 0; still && i < claims.length; i++) still = last.claims[i] === claims[i];
  for (let i = 0; still && i < length; i++) still = last.sources[i] === sourceAt(i);
  if (still) return last as BlockStory;
  const made: BlockStory = {
    tables,
    block,
    attributions,
    claims,
    sources: Array.from({length}, (_, i) => sourceAt(i)),
  };
  notes.last = made;
  return made;
}

/**
 * The attributions of a block with what the story made of them.
 * @param last those of the last keystroke, which are kept where they are the same
 */
function inStory(
  blocks: readonly BlockTables[],
  {speeches}: Speakers,
  block: number,
  last: readonly StoryAttribution[],
): readonly StoryAttribution[] {
  const {attributions} = blocks[block] as BlockTables;
  if (attributions.length === 0) return none;
  const said = speeches[block] as readonly Speech[];
  return attributions.map((attribution, index): StoryAttribution => {
    const {entity, confidence, guesses, goesOn = false} = said[index] as Speech;
    const key = attributionKey(block, index);
    const sourceId = entity?.id ?? null;
    const sure = attribution.confidence * confidence;
    const known = last[index];
    if (
      known?.key === key &&
      known.sourceId === sourceId &&
      known.confidence === sure &&
      known.subjectContinuity === goesOn &&
      areCandidates(blocks, guesses ?? none, known.candidates)
    ) {
      return known;
    }
    const candidates =
      guesses?.map((guess) => ({
        sourceId: guess.entity.id,
        place: placeOfGuess(blocks, guess),
        weight: guess.weight,
      })) ?? none;
    return {
      ...attributionOfOneShape(attribution),
      confidence: sure,
      key,
      block,
      sourceId,
      candidates,
      subjectContinuity: goesOn,
    };
  });
}

function placeOfGuess(blocks: readonly BlockTables[], {where: {block, mention}}: Guess): Place {
  const reading = readingOf(blocks[block] as BlockTables);
  return placeOf(reading, block, reading.traits[mention] as Traits);
}

function areCandidates(
  blocks: readonly BlockTables[],
  guesses: readonly Guess[],
  known: readonly Candidate[],
): boolean {
  if (guesses.length !== known.length) return false;
  for (let at = 0; at < guesses.length; at++) {
    const guess = guesses[at] as Guess;
    const one = known[at] as Candidate;
    if (one.sourceId !== guess.entity.id || one.weight !== guess.weight) return false;
    if (!isSamePlace(one.place, placeOfGuess(blocks, guess))) return false;
  }
  return true;
}

const isSamePlace = (one: Place, other: Place): boolean =>
  one === other || (one.block === other.block && one.start === other.start && one.end === other.end);

/** The claims of one block, with who vouches for each. */
function claimsOf(blocks: readonly BlockTables[], block: number, said: Said): readonly StoryClaim[] {
  const tables = blocks[block] as BlockTables;
  const {claims} = tables;
  if (claims.length === 0) return none;
  const vouchers = vouchersOf(tables);
  const introduced = introducedBy(blocks, block, said);
  const known = before(tables).claims;
  return claims.map((claim, index) => {
    const local = vouchers[index] ?? null;
    const voucher = local === null ? introduced : (said[block]?.[local] ?? null);
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
  const attribution = voucher?.key ?? null;
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

const isItem = (blocks: readonly BlockTables[], at: number): boolean =>
  blocks[at]?.content.kind === 'list-item';
/** No list that one sentence introduces runs on for longer. */
const longestList = 40;

/** The items of a list that a block may introduce. */
function* itemsFrom(blocks: readonly BlockTables[], block: number): Iterable<number> {
  if (isItem(blocks, block)) return;
  for (let at = block + 1; isItem(blocks, at) && at - block <= longestList; at++) yield at;
}

/** For an item of a list: the attribution of the line that opens the list ("The audit found:"). */
function introducedBy(blocks: readonly BlockTables[], block: number, said: Said): StoryAttribution | null {
  if (!isItem(blocks, block)) return null;
  let opening = block - 1;
  while (isItem(blocks, opening) && block - opening < longestList) opening--;
  const tables = blocks[opening];
  if (!tables || isItem(blocks, opening) || !tables.content.text.trimEnd().endsWith(':')) return null;
  const last = tables.attributions.findLastIndex(
    ({cueKind, mention}) => cueKind !== 'attitude' && mention !== null,
  );
  return last < 0 ? null : (said[opening]?.[last] ?? null);
}
