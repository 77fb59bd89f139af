import type {Announcement, Attribution} from '../attribution/attribution.js';
import type {Gender, Mention, SourceKind, SpecificityPart, Standing} from '../attribution/mention.js';
import type {BlockContent, Span} from '../draft/block.js';
import type {Draft} from '../draft/draft.js';
import type {Occurrence, PhraseSet} from '../language/phrases.js';
import type {Quotation} from '../language/quotation.js';
import type {CrimeLabel} from './crimeLabels.js';
import type {BlockDetails} from './details.js';
import type {BlockNotes} from './perBlock.js';

/** A span of the draft's own text: of something that is no prose, such as a picture. */
export interface DraftPlace extends Span {
  readonly block: null;
}

/** A span of the prose of one block of the draft. */
export interface Place extends Span {
  /** Index into `Story.blocks`. */
  readonly block: number;
}

export type ClaimType =
  | 'figure'
  | 'superlative'
  | 'accusation'
  | 'mental-state'
  | 'prediction'
  | 'event'
  | 'other';

/** A checkable statement of fact, attributed or in the writer's own voice. Spans are relative to the block. */
export interface Claim extends Span {
  readonly type: ClaimType;
  /** The words that make it one ("34%", "took bribes"). */
  readonly trigger: Span;
  /** Index of its sentence in the block. */
  readonly sentence: number;
  /** Inside a direct quotation: the speaker's words. */
  readonly quoted: boolean;
  /** Casualty and crowd figures, crimes: what a desk treats as most serious. */
  readonly grave: boolean;
  /**
   * Why nobody needs to be asked, found in the block itself: a link or source mark in the sentence, the contents of
   * a named bill, a vote count, a schedule. Null when nothing was found.
   */
  readonly exempt: string | null;
  /** Whom an accusation is about, where it could be told. */
  readonly target: Span | null;
}

/** "It is believed", "reportedly": a report of speech or belief with nobody doing it. */
export interface Hearsay extends Span {
  readonly sentence: number;
  readonly form: 'adverb' | 'passive' | 'expectation';
  /** Words of an agent in the same sentence ("by police", "according to …"); null when there is none. */
  readonly agent: Span | null;
  readonly quoted: boolean;
}

/** A word for a time that needs a date to count from. */
export interface TimeExpression extends Span {
  readonly kind: 'weekday' | 'day' | 'period' | 'date';
  readonly quoted: boolean;
  /** For a weekday: 0 Sunday .. 6 Saturday. */
  readonly weekday: number | null;
  /** Whether it points forward ("next Tuesday", "will meet on Tuesday"). */
  readonly forward: boolean;
  /** A full or partial date beside it already pins it down. */
  readonly dated: boolean;
}

/** TK, [CHECK] and the like. */
export interface Marker extends Span {
  readonly quoted: boolean;
}

/** First or second person outside quotation marks. */
export interface PersonWord extends Span {
  readonly sentence: number;
  /** "we" "our" "I" "my" ... */
  readonly word: string;
  /** Inside the content of an indirect attribution ("Tran said we will appeal"): index of that attribution. */
  readonly attribution: number | null;
  /** The sentence has one stray or missing quotation mark, or a cue clause with no mark ("We tried, he said"). */
  readonly markMissing: boolean;
}

/** What is known of one block, whoever asks. Rules read these tables, never tokens. */
export interface BlockTables extends BlockDetails {
  readonly content: BlockContent;
  readonly sentences: readonly Span[];
  readonly quotations: readonly Quotation[];
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  readonly announcement: Announcement | null;
  readonly claims: readonly Claim[];
  readonly hearsay: readonly Hearsay[];
  readonly times: readonly TimeExpression[];
  readonly markers: readonly Marker[];
  readonly persons: readonly PersonWord[];
  readonly crimeLabels: readonly CrimeLabel[];
  /** True for blocks that no rule judges: bylines, credits, editor's notes, corrections. */
  readonly exempt: boolean;
  /** See `perBlock`. */
  readonly notes: BlockNotes;
  /** Where phrases of a set stand in the prose. Remembered per set. */
  find(phrases: PhraseSet): readonly Occurrence[];
}

/** One who could have been meant by a pronoun, best first. */
export interface Candidate {
  readonly sourceId: string;
  readonly place: Place;
  /** 0..1; the candidates of one pronoun add up to 1. */
  readonly weight: number;
}

export interface StoryAttribution extends Attribution {
  /** See `attributionKey`. */
  readonly key: number;
  readonly block: number;
  readonly sourceId: string | null;
  /** For a pronoun source: everyone who fits, best first; empty otherwise. */
  readonly candidates: readonly Candidate[];
  /** For a pronoun: the same subject went on ("Diaz said ... He added"). */
  readonly subjectContinuity: boolean;
}

export interface StoryClaim extends Claim {
  readonly block: number;
  readonly sourceId: string | null;
  readonly attributed: boolean;
  /** Key of the attribution that vouches for it, or null. */
  readonly attribution: number | null;
}

/** More attributions than these no block has: a draft has not more words. */
const most = 2 ** 18;

/** Names an attribution by its block and its index in it, so that others keep their names when one is put in. */
export const attributionKey = (block: number, index: number): number => block * most + index;

/** The attribution of a key. */
export const attributionOf = ({byBlock}: Pick<Story, 'byBlock'>, key: number): StoryAttribution | undefined =>
  byBlock[blockOfAttribution(key)]?.attributions[key % most];

/** The block in which the attribution of a key stands. */
export const blockOfAttribution = (key: number): number => Math.floor(key / most);

/** Names a source by where it is mentioned first, so that others keep their names when one is put in. */
export const sourceIdOf = (block: number, mention: number): string => `s${block}.${mention}`;

/** Where that mention is: its block, and its index in it. */
export function placeOfSourceId(id: string): {readonly block: number; readonly mention: number} {
  const dot = id.indexOf('.');
  return {block: Number(id.slice(1, dot)), mention: Number(id.slice(dot + 1))};
}

/** What mentions resolve to across the draft. */
export interface Source {
  /** See `sourceIdOf`; what is shown to people is numbered by the order of `Story.sources`. */
  readonly id: string;
  /** Full name as the draft gives it; null for the unnamed. */
  readonly name: string | null;
  /** What to call it: the name, else the fullest description ("a French official"). */
  readonly label: string;
  readonly kind: SourceKind;
  readonly standing: Exclude<Standing, 'pronoun'>;
  readonly gender: Gender;
  readonly role: string | null;
  /** 0-5, see `specificityParts`; 5 for the named. */
  readonly specificity: number;
  readonly parts: Readonly<Partial<Record<SpecificityPart, string>>>;
  readonly missing: readonly SpecificityPart[];
  /** Every mention, in the order of the draft. */
  readonly mentions: readonly Place[];
  /** Index of each of `mentions` in its block's `mentions`. */
  readonly mentionIndexes: readonly number[];
  /** Their keys, in the order of the draft. */
  readonly attributions: readonly number[];
}

/** Somebody says it, somebody denies it. */
export interface Conflict {
  readonly claim: Place;
  readonly denial: Place;
  readonly claimSourceId: string | null;
  readonly denialSourceId: string | null;
}

/** What the whole draft makes of one block; the same object for as long as none of it changes. */
export interface BlockStory {
  readonly tables: BlockTables;
  /** Index into `Story.blocks`. */
  readonly block: number;
  readonly attributions: readonly StoryAttribution[];
  readonly claims: readonly StoryClaim[];
  /** Whom each of the block's mentions is of, by its index; null where nobody could tell. */
  readonly sources: readonly (Source | null)[];
}

/** A draft with everything that was worked out about it. */
export interface Story {
  readonly draft: Draft;
  readonly blocks: readonly BlockTables[];
  readonly byBlock: readonly BlockStory[];
  readonly sources: readonly Source[];
  readonly attributions: readonly StoryAttribution[];
  readonly claims: readonly StoryClaim[];
  readonly conflicts: readonly Conflict[];
  /** Notes on the draft, each by whom it belongs to, kept from one keystroke to the next. They only save time. */
  readonly notes: Map<unknown, unknown>;
}
