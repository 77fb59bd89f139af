import type {Severity} from '../severity.js';

/**
 * What a house style is, apart from the severities, which stand with each rule together with the house's reason.
 */
export interface HouseStyle {
  /** What its severities rest on, in our words. */
  readonly basis: string;
  /** Option values that differ from the rules' own defaults, by rule. */
  readonly options?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Made from the severities of the published houses: the gravest, or the mildest, that any of them gives. */
  readonly mixes?: 'gravest' | 'mildest';
  /** Findings milder than this are not shown. */
  readonly least?: Exclude<Severity, 'off'>;
}
