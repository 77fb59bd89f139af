import type {Rule} from '../rules/rule.js';
import type {Config, RuleSetting} from './config.js';
import type {Placed} from './phrase.js';
import {emptyConfig, readConfig} from './readConfig.js';
import type {FileProblem} from './readYaml.js';
import {houseAt} from './resolveHouse.js';

/** How to get at other files: the only way that this floor has to them. */
export interface ConfigAccess {
  /** The address of a path that is written in the file at `from`. */
  resolve(from: string, path: string): string;
  /** The text of a file; null where it cannot be read. */
  read(address: string): Promise<string | null>;
}

export interface ResolvedConfig {
  /** With everything that it extends. */
  readonly config: Config;
  /** Of the file itself, in offsets of its text. */
  readonly problems: readonly FileProblem[];
  /** Which file says what: "house", "files", "rules.ID.severity", "rules.ID.OPTION" to an address; of houses, see `houseOrigin`. */
  readonly origins: Readonly<Record<string, string>>;
  /** Every file that was looked for, itself first; houses, too. */
  readonly files: readonly string[];
}

/** No newsroom stacks its settings higher. */
const deepest = 8;
const mostFiles = 50;

/**
 * A settings file with those that it extends. What they say counts where it says nothing; a file that is missing,
 * or that leads back to one that extends it, is a problem at its place and does not count.
 * @param address of the file, as `access` names files
 */
export async function resolveConfig(
  address: string,
  text: string,
  access: ConfigAccess,
  rules: readonly Rule[],
): Promise<ResolvedConfig> {
  const files: string[] = [];
  const load = async (at: string, words: string, above: readonly string[]): Promise<Loaded> => {
    files.push(at);
    const {config: first} = readConfig(words, rules);
    const found: FileProblem[] = [];
    let base: Loaded = {
      config: emptyConfig,
      origins: {},
      problems: [],
    };
    for (const extended of first.extends) {
      const target = access.resolve(at, extended.value);
      const fault = (message: string) => found.push({...placeOf(extended), severity: 'error', message});
      if (target === at || above.includes(target)) {
        fault(`"${extended.value}" leads back to this file, so it does not count.`);
        continue;
      }
      if (above.length + 1 >= deepest || files.length >= mostFiles) {
        fault('Too many files extend one another here; this one does not count.');
        continue;
      }
      const other = await access.read(target);
      if (other === null) {
        files.push(target);
        fault(`"${extended.value}" cannot be read, so it does not count.`);
        continue;
      }
      const loaded = await load(target, other, [...above, at]);
      if (loaded.problems.some(({severity}) => severity === 'error')) {
        found.push({
          ...placeOf(extended),
          severity: 'warning',
          message: `Something in "${extended.value}" is wrong and does not count.`,
        });
      }
      base = merge(base, loaded);
    }
    const inherited = base.config.phrases.map(({id}) => id);
    const {config: plain, housePaths, problems} = readConfig(words, rules, inherited);
    found.push(...problems);
    let config = plain;
    const origins: Record<string, string> = {};
    for (const {path, override} of housePaths) {
      const named = await houseAt(path, at, access, rules);
      found.push(...named.problems);
      files.push(...named.files.filter((file) => !files.includes(file)));
      Object.assign(origins, named.origins);
      const {house} = named;
      const overrides = config.overrides.map((one, i) => (i === override ? {...one, house} : one));
      config = override === null ? {...config, house} : {...config, overrides};
    }
    const own: Loaded = {config, origins: {...origins, ...originsOf(config, at)}, problems: []};
    return {...merge(base, own), problems: found.sort((a, b) => a.start - b.start)};
  };
  const {config, origins, problems} = await load(address, text, []);
  return {config, origins, problems, files};
}

interface Loaded {
  readonly config: Config;
  readonly origins: Readonly<Record<string, string>>;
  readonly problems: readonly FileProblem[];
}

const placeOf = ({start, end}: Placed) => ({start, end});

function originsOf({house, files, rules}: Config, at: string): Record<string, string> {
  return {
    ...(house === null ? {} : {house: at}),
    ...(files === null ? {} : {files: at}),
    ...Object.fromEntries(
      Object.entries(rules).flatMap(([id, {severity, options}]) => [
        ...(severity === undefined ? [] : [[`rules.${id}.severity`, at]]),
        ...Object.keys(options).map((name) => [`rules.${id}.${name}`, at]),
      ]),
    ),
  };
}

/** `over` counts where both say something; phrases of the same name too. */
function merge(under: Loaded, over: Loaded): Loaded {
  const names = new Set(over.config.phrases.map(({id}) => id));
  return {
    config: {
      extends: over.config.extends,
      overrides: [...under.config.overrides, ...over.config.overrides],
      phrases: [...under.config.phrases.filter(({id}) => !names.has(id)), ...over.config.phrases],
      house: over.config.house ?? under.config.house,
      files: over.config.files ?? under.config.files,
      rules: mergedRules(under.config.rules, over.config.rules),
    },
    origins: {...under.origins, ...over.origins},
    problems: [],
  };
}

type RuleSettings = Readonly<Record<string, RuleSetting>>;

/** The settings of `over`, and those of `under` where `over` says nothing, option by option. */
export function mergedRules(under: RuleSettings, over: RuleSettings): RuleSettings {
  const merged: Record<string, RuleSetting> = {...under};
  for (const [id, {severity, options}] of Object.entries(over)) {
    const before = under[id];
    const counts = severity ?? before?.severity;
    merged[id] = {
      ...(counts === undefined ? {} : {severity: counts}),
      options: {...before?.options, ...options},
    };
  }
  return merged;
}
