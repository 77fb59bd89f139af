import type {Genre, Problem} from '../draft/draft.js';
import type {AnyHouse, Severity} from '../rules/severity.js';
import type {Phrase, Placed} from './phrase.js';

/** What `onrecord.yml` says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity;
  /** Option values by name, already checked against the rule's `options`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** Other settings for some drafts. */
export interface Override {
  /** Globs as in `files`; null for any file. */
  readonly files: readonly string[] | null;
  /** Genres of the front matter; null for any. */
  readonly genres: readonly Genre[] | null;
  readonly house: AnyHouse | null;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** One `onrecord.yml`, read. */
export interface Config {
  /** Files whose settings count where this one says nothing, the last one first. */
  readonly extends: readonly Placed[];
  /** In the order of the file; a later one counts more. */
  readonly overrides: readonly Override[];
  readonly phrases: readonly Phrase[];
  readonly house: AnyHouse | null;
  /** Globs relative to the file's folder; null when it does not say. */
  readonly files: readonly string[] | null;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** What applies to one draft: plain data, the same for editor, command line and browser. */
export interface Settings {
  readonly house: AnyHouse;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** The newsroom's own rules. */
  readonly phrases?: readonly Phrase[];
}

/** A path in the place of a house's name. */
export interface HousePath {
  readonly path: Placed;
  /** Index of the override that names it; null for the house of the file. */
  readonly override: number | null;
}

export interface ReadConfig {
  /** Where a path names a house, the house is null here. */
  readonly config: Config;
  readonly housePaths: readonly HousePath[];
  readonly problems: readonly (Problem & {readonly severity: 'error' | 'warning'})[];
}
