import type {Attribution} from '../attribution/attribution.js';
import type {Span} from '../draft/block.js';
import {commonEnds} from '../draft/change.js';
import {DraftNames} from './draftNames.js';
import {areSameLists, type Entity} from './entity.js';
import {onlyChange} from './onlyChange.js';
import type {Guess} from './pronouns.js';
import {findSpeakers, placeOf, type Speakers, type Speech} from './speakers.js';
import type {BlockTables, Place} from './story.js';
import {type BlockReading, readingOf, type Traits} from './traits.js';

/** The one block that changed, where everybody stayed who they were. */
export interface MovedBlock {
  /** Null where none did. */
  readonly block: number | null;
  /** Those who are mentioned in it. */
  readonly entities: ReadonlySet<Entity>;
  /** Other blocks in which a pronoun may mean somebody mentioned in it. */
  readonly guessing: readonly number[];
}

/**
 * Who is who, kept from one keystroke to the next. Most keystrokes change words that are no part of a name or of what
 * somebody is called by: then everybody stays who they were, and only the places in the one block move.
 */
export class SpeakersMemory {
  private readonly names = new DraftNames();
  private blocks: readonly BlockTables[] = [];
  private last: Speakers | null = null;

  /** Who speaks in the draft as it now stands: what `findSpeakers` gives. `moved` is null where it was asked anew. */
  read(blocks: readonly BlockTables[]): {readonly speakers: Speakers; readonly moved: MovedBlock | null} {
    const known = this.last && move(this.last, this.blocks, blocks);
    // Also where nobody changed: what is counted hangs on the very same blocks.
    const names = this.names.read(blocks);
    this.blocks = blocks;
    this.last = known?.speakers ?? findSpeakers(blocks, names);
    return {speakers: this.last, moved: known?.moved ?? null};
  }
}

/** The same speakers with the places of the one changed block moved; null where they may be others. */
function move(
  last: Speakers,
  before: readonly BlockTables[],
  blocks: readonly BlockTables[],
): {speakers: Speakers; moved: MovedBlock} | null {
  const block = onlyChange(before, blocks);
  if (block === null) return null;
  if (block < 0) return {speakers: last, moved: {block: null, entities: new Set(), guessing: []}};
  const old = readingOf(before[block] as BlockTables);
  const reading = readingOf(blocks[block] as BlockTables);
  if (!readsAlike(old, reading)) return null;
  const places = new Map<Place, Place>();
  const entities = new Set<Entity>();
  for (const [index, entity] of (last.mentioned[block] ?? []).entries()) {
    if (!entity) continue;
    const place = old.places[index];
    if (place?.block !== block) return null;
    places.set(place, placeOf(reading, block, reading.traits[index] as Traits));
    entities.add(entity);
  }
  const moved = (place: Place): Place => places.get(place) ?? place;
  for (const entity of entities) entity.movePlaces(moved);
  const guessing: number[] = [];
  const speeches = last.speeches.map((said, at) => {
    const now = said.some((speech) => guessesIn(speech, block))
      ? said.map((speech) => (guessesIn(speech, block) ? moveGuesses(speech, moved) : speech))
      : said;
    if (now !== said && at !== block) guessing.push(at);
    return now;
  });
  return {speakers: {...last, speeches}, moved: {block, entities, guessing}};
}

const guessesIn = ({guesses}: Speech, block: number): boolean =>
  guesses?.some(({place}) => place.block === block) ?? false;

const moveGuesses = ({guesses, ...speech}: Speech, moved: (place: Place) => Place): Speech => ({
  ...speech,
  guesses: guesses?.map((one): Guess => ({...one, place: moved(one.place)})),
});

/** Whether two versions of a block tell a reader the same of everybody, in the same order. */
function readsAlike(old: BlockReading, reading: BlockReading): boolean {
  const {attributions: before, content: was} = old.tables;
  const {attributions, content} = reading.tables;
  if (
    old.headline !== reading.headline ||
    old.introduces !== reading.introduces ||
    old.traits.length !== reading.traits.length ||
    old.steps.length !== reading.steps.length ||
    before.length !== attributions.length ||
    old.tables.quotations[0]?.continued !== reading.tables.quotations[0]?.continued ||
    old.tables.announcement?.mention !== reading.tables.announcement?.mention
  )
    return false;
  // "I think" in a quotation looks for the shortest one around it, whose length the change may alter.
  if (reading.traits.some(({pronoun, speaks}) => pronoun === 'i' && speaks.length > 0)) return false;
  const {head, tail} = commonEnds(was.text, content.text);
  const end = was.text.length - tail;
  const by = content.text.length - was.text.length;
  // A place at the very edge of what changed could go with either side, and the order of places with it.
  const moves = (from: number, to: number): boolean =>
    from < head ? to === from : from > end && to === from + by;
  const spanMoves = (from: Span, to: Span): boolean => moves(from.start, to.start) && moves(from.end, to.end);
  const spansMove = (from: readonly Span[], to: readonly Span[]): boolean =>
    from.length === to.length && from.every((span, at) => spanMoves(span, to[at] as Span));
  const attributionMoves = (from: Attribution, to: Attribution): boolean =>
    from.cueLemma === to.cueLemma &&
    from.cueKind === to.cueKind &&
    from.quote === to.quote &&
    from.mention === to.mention &&
    from.carried === to.carried &&
    from.sentence === to.sentence &&
    spansMove(from.source, to.source) &&
    spansMove(from.cue, to.cue) &&
    spansMove(from.content, to.content) &&
    // The word that opens them is read.
    [...from.content, ...from.cue].every(({start}) => start >= end || start + openingLength < head);
  return (
    areSameLists(old.inner, reading.inner) &&
    before.every((one, at) => attributionMoves(one, attributions[at] as Attribution)) &&
    old.steps.every((step, at) => {
      const now = reading.steps[at];
      return (
        now !== undefined &&
        step.attribution === now.attribution &&
        step.sentence === now.sentence &&
        step.traits?.index === now.traits?.index
      );
    }) &&
    old.traits.every(
      (one, at) => spanMoves(one, reading.traits[at] as Traits) && isAlike(one, reading.traits[at] as Traits),
    )
  );
}

/** Characters at the head of an attribution's spans that decide whom a pronoun means, at most. */
const openingLength = 12;

/** All that is read of a mention but where it stands. */
const plain = [
  'sentence',
  'kind',
  'plural',
  'standing',
  'determiner',
  'function',
  'role',
  'doubtful',
  'name',
  'label',
  'labelRank',
  'pronoun',
  'acronym',
  'capitals',
  'gender',
  'another',
  'quoted',
  'reported',
  'subject',
  'predicate',
  'inClause',
  'commaBefore',
] as const satisfies readonly (keyof Traits)[];
const lists = [
  'nameWords',
  'body',
  'heads',
  'narrowing',
  'speaks',
] as const satisfies readonly (keyof Traits)[];
// The compiler complains here of a trait that nothing above or below compares.
type Compared =
  | (typeof plain)[number]
  | (typeof lists)[number]
  | 'index'
  | 'mention'
  | 'start'
  | 'end'
  | 'parts'
  | 'institution';
true satisfies [Exclude<keyof Traits, Compared>] extends [never] ? true : never;

function isAlike(one: Traits, other: Traits): boolean {
  return (
    plain.every((trait) => one[trait] === other[trait]) &&
    lists.every((trait) => areSameLists(one[trait], other[trait])) &&
    (one.parts === other.parts || JSON.stringify(one.parts) === JSON.stringify(other.parts)) &&
    one.institution?.key === other.institution?.key &&
    one.institution?.rank === other.institution?.rank
  );
}
