import type {Span} from '../draft/block.js';
import type {DraftFormat} from '../draft/formats.js';
import type {BlockTables, DraftPlace, Place, Story} from '../story/story.js';
import type {Passage} from './passage.js';
import type {House, Severity} from './severity.js';

export const families = ['unnamed', 'claims', 'quotes', 'story', 'copy', 'record'] as const;
export type Family = (typeof families)[number];

/** A text that a fix puts in: plain words, and holes that a person fills. Never a fact of ours. */
export type TemplatePart = string | {readonly hole: string; readonly choices?: readonly string[]};
export type Template = readonly TemplatePart[];

export interface Edit {
  readonly place: Place | DraftPlace;
  readonly text: Template;
}

export interface Fix {
  readonly title: string;
  /** `fix` is mechanical and safe to apply to all; `suggestion` needs a person. */
  readonly kind: 'fix' | 'suggestion';
  readonly edits: readonly Edit[];
  /** The one to offer first. */
  readonly preferred?: boolean;
}

export interface Related {
  readonly place: Place | DraftPlace;
  readonly message: string;
}

/**
 * A grade of its own for one finding: the same in every house, or by house with a default. Where the newsroom set a
 * severity for the rule itself, that is the most a finding gets, and a milder grade stays as many steps below it.
 */
export type FindingSeverity =
  | Severity
  | ({readonly default: Severity} & Readonly<Partial<Record<House, Severity>>>);

export interface Finding {
  readonly place: Place | DraftPlace;
  /** One plain sentence: what is missing and what to do. */
  readonly message: string;
  /** The words that triggered it and why they count. */
  readonly because: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The house's severity for this one where it differs from the rule's; see `FindingSeverity`. */
  readonly severity?: FindingSeverity;
  /** Where it hangs on a whole document: shown once. */
  readonly document?: boolean;
  /** Words that add nothing and could go: the editor greys them. */
  readonly unnecessary?: boolean;
}

/** An option's type, default and meaning; the schema and the docs are made from it. */
export interface OptionSpec<T> {
  readonly type: 'words' | 'number' | 'boolean';
  readonly default: T;
  readonly description: string;
}

export const words = (
  description: string,
  initial: readonly string[] = [],
): OptionSpec<readonly string[]> => ({
  type: 'words',
  default: initial,
  description,
});
export const number = (description: string, initial: number): OptionSpec<number> => ({
  type: 'number',
  default: initial,
  description,
});
export const flag = (description: string, initial: boolean): OptionSpec<boolean> => ({
  type: 'boolean',
  default: initial,
  description,
});

export type OptionSpecs = Readonly<Record<string, OptionSpec<unknown>>>;
export type OptionValues<S extends OptionSpecs> = {
  readonly [K in keyof S]: S[K] extends OptionSpec<infer T> ? T : never;
};

/** Severity alone, or with the house's reason in our own words. */
export type HouseSeverity = Severity | readonly [Severity, string];

/** Draft text with each expected finding between double square brackets; `leave` must give none of this rule's. */
export interface Examples {
  readonly flag: readonly Example[];
  readonly leave: readonly Example[];
}
export type Example = string | {readonly text: string; readonly format?: DraftFormat};

interface RuleBase<S extends OptionSpecs> {
  /** Settled id of the catalogue. */
  readonly id: string;
  readonly family: Family;
  /** The fault in one line, as a rule list shows it. */
  readonly title: string;
  /** Why a reader or a desk cares, one or two sentences. */
  readonly why: string;
  readonly severity: {readonly default: HouseSeverity} & Readonly<Partial<Record<House, HouseSeverity>>>;
  readonly options?: S;
  readonly examples: Examples;
  /** Judged inside direct quotations too. */
  readonly readsQuotes?: boolean;
  /** Judged in opinion, analysis and first-person genres too (open check markers, spun copy). */
  readonly readsOpinion?: boolean;
  /** What it says of a place may be taken back by what stands far below: not said before all of a draft is read. */
  readonly looksAhead?: boolean;
  /** What the rule cannot tell from the text alone; for its page. */
  readonly limits?: string;
}

/** Judges one block by itself; remembered with it. Spans are relative to the block's prose. */
export interface BlockRule<S extends OptionSpecs = OptionSpecs> extends RuleBase<S> {
  readonly reads: 'block';
  check(block: BlockTables, options: OptionValues<S>): Iterable<LocalFinding>;
}

/** Puts text in place of a span of the block's prose. */
export interface LocalEdit {
  readonly span: Span;
  readonly text: Template;
}

export interface LocalFix extends Omit<Fix, 'edits'> {
  readonly edits: readonly LocalEdit[];
}

/** A finding inside one block, its spans relative to the block. */
export interface LocalFinding extends Omit<Finding, 'place' | 'related' | 'fixes'> {
  readonly span: Span;
  readonly fixes?: readonly LocalFix[];
}

/**
 * Judges one block by what stands in it and around it; remembered until something that it looked at is another. Whom a
 * block's findings concern they may point to anywhere; each hangs on a place in the block.
 */
export interface PassageRule<S extends OptionSpecs = OptionSpecs> extends RuleBase<S> {
  readonly reads: 'passage';
  /** @param house as for `StoryRule` */
  check(here: Passage, options: OptionValues<S>, house: House): Iterable<Finding>;
}

/** Judges the draft as a whole, from the story's tables, at each keystroke. */
export interface StoryRule<S extends OptionSpecs = OptionSpecs> extends RuleBase<S> {
  readonly reads: 'story';
  /** @param house the house whose severities apply, for a finding that a house treats as graver than the rest. */
  check(story: Story, options: OptionValues<S>, house: House): Iterable<Finding>;
}

/** Judges what the other rules found and what the writer silenced (`unused-ignore`); runs last. */
export interface RecordRule<S extends OptionSpecs = OptionSpecs> extends RuleBase<S> {
  readonly reads: 'suppressions';
  check(suppressions: readonly Suppression[], options: OptionValues<S>): Iterable<SourceFinding>;
}

/** An ignore mark, or an entry of the file of checks beside the draft, and what it silenced. */
export interface Suppression {
  readonly rules: readonly string[];
  readonly unknownRules: readonly string[];
  readonly reason: string;
  /** Where the mark stands in the draft; an entry, in the file of checks. */
  readonly mark: Span;
  /** What is to go with a mark; none for an entry. */
  readonly removal?: Span;
  /** Where the reason of a mark goes; none for an entry. */
  readonly reasonPlace?: Span;
  readonly entry?: boolean;
  /** The words that an entry quotes are no longer in the draft. */
  readonly lost?: boolean;
  /** Ids of the rules of which it silenced something. */
  readonly silenced: readonly string[];
}

/** A finding at a span of the draft's own text rather than of a block's prose. */
export interface SourceFinding extends Omit<Finding, 'place' | 'related' | 'fixes'> {
  readonly span: Span;
  readonly fixes?: readonly {
    readonly title: string;
    readonly kind: Fix['kind'];
    readonly edits: readonly {readonly span: Span; readonly text: Template}[];
  }[];
}

export type Rule = BlockRule | PassageRule | StoryRule | RecordRule;

/** Declares a rule; only there so that its options are typed. */
export function rule<const S extends OptionSpecs>(definition: BlockRule<S>): BlockRule<S>;
export function rule<const S extends OptionSpecs>(definition: PassageRule<S>): PassageRule<S>;
export function rule<const S extends OptionSpecs>(definition: StoryRule<S>): StoryRule<S>;
export function rule<const S extends OptionSpecs>(definition: RecordRule<S>): RecordRule<S>;
export function rule(definition: unknown): unknown {
  return definition;
}
