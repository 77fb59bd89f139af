import type {Rule} from '../rules/rule.js';
import type {House, Severity} from '../rules/severity.js';
import {houseShape} from './configShape.js';
import type {Placed} from './phrase.js';
import {type FileProblem, readYaml} from './readYaml.js';

/** What a house's own file says, before the house that it starts from is read. */
export interface WrittenHouse {
  readonly name?: string;
  readonly base?: House | Placed;
  readonly rules?: Readonly<Record<string, Severity | Readonly<Record<string, unknown>>>>;
}

/**
 * Reads the file of a newsroom's own house. Never throws: what is wrong is a problem at its place, in offsets of
 * `text`, and the rest counts.
 * @param file its name, for messages
 */
export function readHouse(
  text: string,
  rules: readonly Rule[],
  file: string,
): {readonly written: WrittenHouse; readonly problems: readonly FileProblem[]} {
  const {value, problems} = readYaml(text, houseShape(rules), file);
  return {written: value as WrittenHouse, problems};
}
