import type {Genre} from './draft/draft.js';
import {rules} from './engine.js';
import type {Config} from './record/config.js';
import {houseOrigin} from './record/resolveHouse.js';
import {houseNamed, settingsFor} from './record/settings.js';
import {houseSeverity} from './rules/houseSeverity.js';
import {houseOptions} from './rules/houses/index.js';
import {type AnyHouse, type House, houseId, type Severity} from './rules/severity.js';

/** What applies to one draft, and where each value comes from. */
export interface EffectiveSettings {
  readonly house: string;
  /** The file of a newsroom's own house, and the house of ours that it starts from. */
  readonly houseFile?: string;
  readonly houseBase?: House;
  /** A settings file, "overrides", "front matter", or where else a house can be named. */
  readonly houseFrom: string;
  readonly genre: Genre;
  readonly phrases: readonly {readonly id: string; readonly severity: Severity}[];
  readonly rules: Readonly<Record<string, EffectiveRule>>;
}

export interface EffectiveRule {
  readonly severity: Severity;
  readonly options: Readonly<Record<string, unknown>>;
  /** Where the severity comes from: "house", "overrides", a settings file or the file of a house. */
  readonly from: string;
  /** The same for each option; "default" is the rule's own. */
  readonly optionsFrom: Readonly<Record<string, string>>;
}

/** Who may say something of a draft, as for `settingsFor`. */
export interface Voices {
  readonly asked?: House | null;
  /** What to call who asked. */
  readonly askedFrom?: string;
  readonly own: string | null;
  readonly config: Config | null;
  /** Which file says what; see `resolveConfig`. */
  readonly origins: Readonly<Record<string, string>>;
  readonly path: string | null;
  readonly genre: Genre;
  readonly fallback: House;
  readonly fallbackFrom: string;
}

export function effectiveSettings(voices: Voices): EffectiveSettings {
  const {asked, own, config, origins, path, genre, fallback} = voices;
  const settings = settingsFor({asked: asked ?? null, own, config, path, genre, fallback});
  const {house} = settings;
  const origin = (key: string, same: boolean): string =>
    same ? (origins[key] ?? 'onrecord.yml') : 'overrides';
  return {
    house: houseId(house),
    ...(typeof house === 'string'
      ? {}
      : {houseFile: origins[house.file] ?? house.file, houseBase: house.base}),
    houseFrom: houseFrom(voices, house),
    genre,
    phrases: (settings.phrases ?? []).map(({id, severity}) => ({
      id,
      severity: settings.rules[id]?.severity ?? severity,
    })),
    rules: Object.fromEntries(
      rules.map((rule): [string, EffectiveRule] => {
        const set = settings.rules[rule.id];
        const inFile = config?.rules[rule.id];
        const ofOwn = (what: string): string =>
          (typeof house === 'string' ? undefined : origins[houseOrigin(house, rule.id, what)]) ?? 'house';
        const severity = set?.severity ?? houseSeverity(rule, house).severity;
        const options: Record<string, unknown> = {};
        const optionsFrom: Record<string, string> = {};
        for (const [name, spec] of Object.entries(rule.options ?? {})) {
          const said = set?.options[name];
          const ofHouse = houseOptions(house, rule.id)?.[name];
          options[name] = said ?? ofHouse ?? spec.default;
          optionsFrom[name] =
            said !== undefined
              ? origin(`rules.${rule.id}.${name}`, said === inFile?.options[name])
              : ofHouse !== undefined
                ? ofOwn(name)
                : 'default';
        }
        const from =
          set?.severity === undefined
            ? ofOwn('severity')
            : origin(`rules.${rule.id}.severity`, set.severity === inFile?.severity);
        return [rule.id, {severity, options, from, optionsFrom}];
      }),
    ),
  };
}

function houseFrom({asked, askedFrom, own, config, origins, fallbackFrom}: Voices, house: AnyHouse): string {
  if (asked) return askedFrom ?? 'asked for';
  if (houseNamed(own)) return 'front matter';
  if (config?.house) return house === config.house ? (origins.house ?? 'onrecord.yml') : 'overrides';
  const overridden = config?.overrides.some((one) => one.house === house) ?? false;
  return overridden ? 'overrides' : fallbackFrom;
}
