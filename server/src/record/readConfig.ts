import type {Rule} from '../rules/rule.js';
import type {House, Severity} from '../rules/severity.js';
import type {ReadConfig, RuleSetting} from './config.js';
import {configShape} from './configShape.js';
import {readYaml} from './readYaml.js';

export const configName = 'onrecord.yml';

/**
 * Reads an `onrecord.yml`. Never throws: what is wrong is a problem at its place, in offsets of `text`, and the rest of
 * the file counts.
 * @param rules those that it may speak of
 */
export function readConfig(text: string, rules: readonly Rule[]): ReadConfig {
  const {value, problems} = readYaml(text, configShape(rules), configName);
  // `readYaml` gives values of the types of the shape and nothing else.
  const {
    house,
    files,
    rules: settings,
  } = value as {
    house?: House;
    files?: readonly string[];
    rules?: Readonly<Record<string, Severity | Record<string, unknown>>>;
  };
  return {
    config: {
      house: house ?? null,
      files: files ?? null,
      rules: Object.fromEntries(
        Object.entries(settings ?? {}).map(([id, setting]) => [id, ruleSetting(setting)]),
      ),
    },
    problems,
  };
}

function ruleSetting(setting: Severity | Record<string, unknown>): RuleSetting {
  if (typeof setting === 'string') return {severity: setting, options: {}};
  const {severity, ...options} = setting;
  return severity === undefined ? {options} : {severity: severity as Severity, options};
}
