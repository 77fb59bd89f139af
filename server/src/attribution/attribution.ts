import type {Span} from '../draft/block.js';

export type QuoteKind = 'direct' | 'indirect' | 'mixed';

/** What the cue reports: words said, a thought or belief, an attitude ("supports", "wants"). */
export type CueKind = 'speech' | 'thought' | 'attitude';

/** Who is about to speak at the end of a block that ends with a colon: "Okoro replied:". */
export interface Announcement {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  /** Index into the block's mentions. */
  readonly mention: number | null;
}

/**
 * Source, cue and content of one statement, as in the PARC and PolNeAR corpora. Spans are relative to the prose of
 * the block that holds the content; any list may be empty.
 */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly quote: QuoteKind;
  readonly cueKind: CueKind;
  /** Lemma of the cue's head ("say", "accord", "colon" for a label); null when there is no cue. */
  readonly cueLemma: string | null;
  /** Index into the block's mentions; null when nobody is named in the block for it. */
  readonly mention: number | null;
  /** True when the source is taken over from the sentence or the paragraph before. */
  readonly carried: boolean;
  readonly negated: boolean;
  /** Index of the block's sentence in which the cue (or, with none, the content) stands. */
  readonly sentence: number;
  /** 0..1. */
  readonly confidence: number;
}
