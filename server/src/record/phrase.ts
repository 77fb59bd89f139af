import type {Span} from '../draft/block.js';
import type {Severity} from '../rules/severity.js';

export const phrasePlaces = ['headline', 'narration', 'quote', 'anywhere'] as const;
export type PhrasePlace = (typeof phrasePlaces)[number];

/** A text of a file and where it stands there. */
export interface Placed extends Span {
  readonly value: string;
}

/** One rule of the newsroom's own, as its `onrecord.yml` words it. */
export interface Phrase {
  readonly id: string;
  /** Words in any case, or a regular expression between slashes. */
  readonly match: readonly string[];
  /** Longer phrases that are fine although they hold a match. */
  readonly except: readonly string[];
  readonly where: PhrasePlace;
  readonly severity: Severity;
  readonly message: string;
  /** What to put instead; null where a person has to think. */
  readonly replace: string | null;
  readonly examples: {readonly flag: readonly Placed[]; readonly leave: readonly Placed[]};
  /** Where its id stands in the file. */
  readonly place: Span;
}

const longestPattern = 200;

/** The regular expression that a match is, or null where it is words. */
export function patternOf(match: string): RegExp | null {
  const found = /^\/(.+)\/([a-z]*)$/s.exec(match);
  if (!found || matchFault(match) !== null) return null;
  return new RegExp(found[1] as string, `g${[...new Set(`${found[2]}u`)].join('')}`);
}

/** What is wrong with a match, as a sentence; null when nothing is. */
export function matchFault(match: string): string | null {
  const found = /^\/(.+)\/([a-z]*)$/s.exec(match);
  if (!found) return match.startsWith('/') ? 'A pattern ends with a slash.' : null;
  const [, source = '', flags = ''] = found;
  if (source.length > longestPattern) return 'This pattern is too long.';
  if (/[^ims]/.test(flags)) return 'A pattern can have the letters i, m and s behind it.';
  if (/\\[1-9]|\\k</.test(source))
    return 'A pattern cannot refer back to its own groups: that can take very long.';
  // "(a+)+" takes time that doubles with each letter.
  if (/\((?:[^()\\]|\\.)*(?:[+*]|\{\d+,\d*\})(?:[^()\\]|\\.)*\)(?:[+*]|\{\d+,)/.test(source)) {
    return 'A repetition within a repetition can take very long.';
  }
  try {
    const compiled = new RegExp(source, `u${flags}`);
    return compiled.test('') ? 'This pattern matches where nothing stands.' : null;
  } catch {
    return 'This is no regular expression.';
  }
}
