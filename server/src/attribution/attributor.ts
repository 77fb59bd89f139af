import type {Span} from '../draft/block.js';
import type {BlockWords} from '../language/read.js';

/** What a block has to know of the one before it. Small, so that a change in it seldom goes on to the next block. */
export interface Carry {
  /** A quotation was still open at the end. */
  readonly openQuote: boolean;
  /** The words that last named a speaker there; null when nobody spoke. */
  readonly floor: string | null;
  /** It ends so that a quotation which fills the next paragraph is its speaker's: "Okoro replied:". */
  readonly handsOver: boolean;
}

export const noCarry: Carry = {openQuote: false, floor: null, handsOver: false};

/**
 * One attribution's words before anything is known of who the source is. Without content it announces what the next
 * paragraph holds.
 */
export interface FoundAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Index of the sentence of the cue (or, with none, of the content). */
  readonly sentence: number;
  /** 0..1. */
  readonly confidence: number;
}

/** Finds who says what in one block. The seam between the trained tagger and the rules that stand in for it. */
export type Attributor = (words: BlockWords, carry: Carry) => readonly FoundAttribution[];
