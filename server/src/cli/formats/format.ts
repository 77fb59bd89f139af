import type {InputError} from '../failure.js';
import type {FileResult} from '../result.js';
import type {FailOn} from '../severities.js';

/** Prints results: each file as it comes, then what belongs at the end. */
export interface Format {
  file(result: FileResult): void;
  readonly end?: (all: Outcome) => void;
}

export interface Outcome {
  /** Every file that could be read. */
  readonly files: readonly FileResult[];
  readonly errors: readonly InputError[];
  readonly failOn: FailOn;
}

export const formatNames = ['pretty', 'compact', 'json', 'ndjson', 'sarif', 'github', 'junit'] as const;
export type FormatName = (typeof formatNames)[number];

/** Only what is asked for is loaded. */
export async function formatNamed(name: FormatName): Promise<Format> {
  switch (name) {
    case 'pretty':
      return (await import('./pretty.js')).pretty();
    case 'compact':
      return (await import('./compact.js')).compact;
    case 'json':
      return (await import('./json.js')).json;
    case 'ndjson':
      return (await import('./json.js')).ndjson;
    case 'sarif':
      return (await import('./sarif.js')).sarif;
    case 'github':
      return (await import('./github.js')).github;
    case 'junit':
      return (await import('./junit.js')).junit;
  }
}
