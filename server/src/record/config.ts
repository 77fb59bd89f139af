import type {Problem} from '../draft/draft.js';
import type {House, Severity} from '../rules/severity.js';

/** What `onrecord.yml` says of one rule. */
export interface RuleSetting {
  readonly severity?: Severity;
  /** Option values by name, already checked against the rule's `options`. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** One `onrecord.yml`, read. */
export interface Config {
  readonly house: House | null;
  /** Globs relative to the file's folder; null when it does not say. */
  readonly files: readonly string[] | null;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

/** What applies to one draft: plain data, the same for editor, command line and browser. */
export interface Settings {
  readonly house: House;
  readonly rules: Readonly<Record<string, RuleSetting>>;
}

export interface ReadConfig {
  readonly config: Config;
  readonly problems: readonly (Problem & {readonly severity: 'error' | 'warning'})[];
}
