import type {IgnoreEntry, ReadChecks} from './checks.js';
import {checksShape} from './checksShape.js';
import type {Placed} from './phrase.js';
import {readYaml} from './readYaml.js';

/** A long investigation has some hundred checks; longer than this, in code units, is no such file. */
const longestChecks = 400_000;

/** What `readYaml` gives for the shape of these files: values of these types and nothing else. */
interface Written {
  readonly ignores?: readonly {
    readonly rule?: Placed;
    readonly file?: true;
    readonly text?: {readonly exact?: Placed; readonly prefix?: string; readonly suffix?: string};
    readonly reason?: string;
    readonly by?: string;
  }[];
}

/**
 * Reads a `STORY.checks.yml`. Never throws: what is wrong is a problem at its place, in offsets of `text`, and the rest
 * of the file counts.
 * @param name the file's, for messages
 */
export function readChecks(text: string, name = 'This file'): ReadChecks {
  const {value, problems} = readYaml(text, checksShape, name, longestChecks);
  const {ignores} = value as Written;
  return {record: {ignores: (ignores ?? []).flatMap(ignore)}, problems};
}

/** An entry that says what it is to say, else nothing: what it lacks has been reported. */
function ignore({rule, file, text, reason, by}: NonNullable<Written['ignores']>[number]): IgnoreEntry[] {
  if (!rule || reason === undefined || (file === true) === (text !== undefined)) return [];
  if (text && text.exact === undefined) return [];
  const quote = text?.exact
    ? {exact: text.exact.value, prefix: text.prefix ?? '', suffix: text.suffix ?? ''}
    : null;
  return [{rule: rule.value, quote, reason, by: by ?? null, place: {start: rule.start, end: rule.end}}];
}
