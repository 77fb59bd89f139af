import type {Genre} from '../draft/draft.js';
import type {Rule} from '../rules/rule.js';
import type {House, Severity} from '../rules/severity.js';
import type {Config, HousePath, Override, ReadConfig, RuleSetting} from './config.js';
import {configShape} from './configShape.js';
import type {Phrase, PhrasePlace, Placed} from './phrase.js';
import {readYaml} from './readYaml.js';

export const configName = 'onrecord.yml';

/** Nothing said. */
export const emptyConfig: Config = {
  extends: [],
  overrides: [],
  phrases: [],
  house: null,
  files: null,
  rules: {},
};

/** What `readYaml` gives for the shape of `onrecord.yml`: values of these types and nothing else. */
interface Written {
  readonly house?: House | Placed;
  readonly extends?: readonly Placed[];
  readonly files?: readonly string[];
  readonly rules?: WrittenRules;
  readonly overrides?: readonly {
    readonly files?: readonly string[];
    readonly genre?: readonly Genre[];
    readonly house?: House | Placed;
    readonly rules?: WrittenRules;
  }[];
  readonly phrases?: readonly {
    readonly id?: Placed;
    readonly match?: readonly string[];
    readonly except?: readonly string[];
    readonly where?: PhrasePlace;
    readonly severity?: Severity;
    readonly message?: string;
    readonly replace?: string;
    readonly examples?: {readonly flag?: readonly Placed[]; readonly leave?: readonly Placed[]};
  }[];
}
type WrittenRules = Readonly<Record<string, Severity | Record<string, unknown>>>;

/**
 * Reads an `onrecord.yml`. Never throws: what is wrong is a problem at its place, in offsets of `text`, and the rest of
 * the file counts. What it extends is not read here: see `resolveConfig`.
 * @param rules those that it may speak of
 * @param inherited names of the newsroom's own rules in the files that it extends
 */
export function readConfig(
  text: string,
  rules: readonly Rule[],
  inherited: readonly string[] = [],
): ReadConfig {
  const first = readYaml(text, configShape(rules), configName);
  const own = [...inherited, ...phrases(first.value as Written).map(({id}) => id)];
  const {value, problems} = own.length > 0 ? readYaml(text, configShape(rules, own), configName) : first;
  const written = value as Written;
  return {
    config: {
      extends: written.extends ?? [],
      overrides: (written.overrides ?? []).map(override),
      phrases: phrases(written),
      house: named(written.house),
      files: written.files ?? null,
      rules: ruleSettings(written.rules),
    },
    housePaths: [
      ...pathOf(written.house, null),
      ...(written.overrides ?? []).flatMap((one, i) => pathOf(one.house, i)),
    ],
    problems,
  };
}

const named = (house: House | Placed | undefined): House | null => (typeof house === 'string' ? house : null);

const pathOf = (house: House | Placed | undefined, override: number | null): HousePath[] =>
  typeof house === 'object' ? [{path: house, override}] : [];

function override({files, genre, house, rules}: NonNullable<Written['overrides']>[number]): Override {
  return {files: files ?? null, genres: genre ?? null, house: named(house), rules: ruleSettings(rules)};
}

/** Those that say enough to be tried; what the others lack has been reported. */
function phrases({phrases: written}: Written): Phrase[] {
  return (written ?? []).flatMap(
    ({id, match, except, where, severity, message, replace, examples}): Phrase[] => {
      if (!id || !match || match.length === 0 || message === undefined) return [];
      return [
        {
          id: id.value,
          match,
          except: except ?? [],
          where: where ?? 'narration',
          severity: severity ?? 'warning',
          message,
          replace: replace ?? null,
          examples: {flag: examples?.flag ?? [], leave: examples?.leave ?? []},
          place: {start: id.start, end: id.end},
        },
      ];
    },
  );
}

const ruleSettings = (written: WrittenRules | undefined): Record<string, RuleSetting> =>
  Object.fromEntries(Object.entries(written ?? {}).map(([id, setting]) => [id, ruleSetting(setting)]));

function ruleSetting(setting: Severity | Record<string, unknown>): RuleSetting {
  if (typeof setting === 'string') return {severity: setting, options: {}};
  const {severity, ...options} = setting;
  return severity === undefined ? {options} : {severity: severity as Severity, options};
}
