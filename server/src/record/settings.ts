import {type House, houses} from '../rules/severity.js';
import type {Config, Settings} from './config.js';

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
}

/** What applies to a draft, the same for the editor and the command line. */
export function settingsFor({asked, own, config, fallback}: HouseVoices): Settings {
  return {house: asked ?? houseNamed(own) ?? config?.house ?? fallback, rules: config?.rules ?? {}};
}
