import type {Span} from '../draft/block.js';
import {draftEndings} from '../draft/formats.js';
import type {FileProblem} from './readYaml.js';

/** Words of a draft with some of those around them: the W3C's TextQuoteSelector. */
export interface TextQuote {
  readonly exact: string;
  /** What stands before them; empty where that is not said. */
  readonly prefix: string;
  readonly suffix: string;
}

/** One entry of `ignores`: what may stand in the draft although a rule speaks of it, and why. */
export interface IgnoreEntry {
  readonly rule: string;
  /** The words it is about; null for the whole draft. */
  readonly quote: TextQuote | null;
  readonly reason: string;
  /** Who decided it; null where that is not said. */
  readonly by: string | null;
  /** Where the rule is named, in the file that the entry stands in. */
  readonly place: Span;
}

/** What the newsroom keeps on one draft beside it. */
export interface DraftRecord {
  readonly ignores: readonly IgnoreEntry[];
}

/** One `STORY.checks.yml`, read. */
export interface ReadChecks {
  readonly record: DraftRecord;
  readonly problems: readonly FileProblem[];
}

/** The end of the names of these files. */
export const checksEnding = '.checks.yml';

/** The name of the file on a draft: `STORY.checks.yml` for `STORY.md`, whatever stands before it in the path. */
export function checksBeside(draft: string): string {
  return `${draft.replace(/\.[^./\\]*$/, '')}${checksEnding}`;
}

/** The drafts that a file of checks may be about, by their names; those in front come first. */
export function draftsBeside(checks: string): string[] {
  const story = checks.slice(0, -checksEnding.length);
  return draftEndings.map((ending) => `${story}.${ending}`);
}
