import type {Genre} from '../draft/draft.js';
import {type House, houses} from '../rules/severity.js';
import type {Config, Override, Settings} from './config.js';
import {matchesGlobs} from './globs.js';
import {mergedRules} from './resolveConfig.js';

export function houseNamed(name: unknown): House | null {
  const wanted = typeof name === 'string' ? name.trim().toLowerCase() : '';
  return houses.find((house) => house === wanted) ?? null;
}

/** Who may name the house of a draft, the first that does counts. */
export interface HouseVoices {
  /** Named for this one run, as on the command line. */
  readonly asked?: House | null;
  /** As the draft's own front matter names it. */
  readonly own: string | null;
  readonly config: Config | null;
  /** Where nobody names one. */
  readonly fallback: House;
  /** The draft's path relative to the folder of the settings, with `/`; without it, overrides by file do not apply. */
  readonly path?: string | null;
  readonly genre?: Genre;
}

/** What applies to a draft, the same for the editor and the command line. */
export function settingsFor({asked, own, config, fallback, path, genre}: HouseVoices): Settings {
  const overrides =
    config?.overrides.filter((override) => applies(override, path ?? null, genre ?? 'news')) ?? [];
  const named = overrides.findLast(({house}) => house !== null)?.house ?? config?.house;
  return {
    house: asked ?? houseNamed(own) ?? named ?? fallback,
    rules: overrides.reduce((rules, one) => mergedRules(rules, one.rules), config?.rules ?? {}),
    phrases: config?.phrases ?? [],
  };
}

const applies = ({files, genres}: Override, path: string | null, genre: Genre): boolean =>
  (files === null || (path !== null && matchesGlobs(files, path))) &&
  (genres === null || genres.includes(genre));
