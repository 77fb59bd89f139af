import type {Span} from '../draft/block.js';

export type SourceKind = 'person' | 'organisation' | 'document' | 'group' | 'unknown';

/** How identified a source is. */
export type Standing = 'named' | 'described' | 'vague' | 'pronoun' | 'document';

export type Gender = 'female' | 'male' | 'plural' | 'neuter' | 'unknown';

/** The five things that make an unnamed source specific; one point each (0-5). */
export const specificityParts = ['role', 'organisation', 'seniority', 'basis', 'reason'] as const;
export type SpecificityPart = (typeof specificityParts)[number];

/** What a mention does in its clause: who acts in it, whose something is ("Diaz's lawyer"), or anything else. */
export type MentionFunction = 'subject' | 'possessive' | 'other';

/** A span of a block that names or describes somebody or something that can be a source. */
export interface Mention extends Span {
  /** The mention as read: "Rick Wilson, a Republican strategist". */
  readonly text: string;
  /** Personal or organisation name inside it ("Rick Wilson"); null for a description or a pronoun. */
  readonly name: string | null;
  /** Where the name (or, without one, the head noun) stands. */
  readonly head: Span;
  /** Lemma of the head noun of a description ("official"); null for a bare name. */
  readonly headLemma: string | null;
  readonly role: string | null;
  readonly kind: SourceKind;
  readonly standing: Standing;
  readonly gender: Gender;
  readonly plural: boolean;
  /** Index of the block's sentence in which it begins. */
  readonly sentence: number;
  /** `subject` of any finite clause, a cue's included ("said Diaz"); tells whom a pronoun takes up. */
  readonly function: MentionFunction;
  /** Parts of specificity found, with the words that gave each. */
  readonly parts: Readonly<Partial<Record<SpecificityPart, string>>>;
  /** How the mention is introduced: "a French official", "the official", "a similar official", "officials". */
  readonly determiner: 'indefinite' | 'definite' | 'same' | 'bare' | 'none';
  /** Set when the mention asks not to be named ("speaking on condition of anonymity"): where. */
  readonly anonymity: Span | null;
  /** A single everyday word that opens a sentence ("Profit rose"): a name only if the draft has it elsewhere. */
  readonly doubtful?: boolean;
}
