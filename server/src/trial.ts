import type {DraftFormat} from './draft/draft.js';
import {frontMatterOf} from './draft/frontMatter.js';
import {rules as allRules, DraftSession, type ReportedFinding} from './engine.js';
import type {DraftRecord} from './record/checks.js';
import type {Config, RuleSetting, Settings} from './record/config.js';
import {settingsFor} from './record/settings.js';

/** A settings file's rules, to be tried on stories. */
export interface Trial {
  /** Those that the file itself words or sets, in its order, its own phrases first. */
  readonly rules: readonly {readonly id: string; readonly title: string}[];
  /**
   * What these rules would flag in a story, as its ignore marks and its record leave it.
   * @param path of the story relative to the folder of the settings; null where it lies outside
   */
  on(
    text: string,
    format: DraftFormat,
    path: string | null,
    record?: DraftRecord,
  ): readonly ReportedFinding[];
}

/**
 * Makes a trial of the rules of a settings file.
 * @param config the file with all that it extends @param own the file by itself
 */
export function trialOf(config: Config, own: Config): Trial {
  const phrases = own.phrases.filter(({severity}) => severity !== 'off');
  const named = new Set(
    Object.entries(own.rules).flatMap(([id, {severity}]) => (severity === 'off' ? [] : [id])),
  );
  const tried = allRules.filter(({id}) => named.has(id));
  return {
    rules: [
      ...phrases.map(({id, message}) => ({id, title: message})),
      ...tried.map(({id, title}) => ({id, title})),
    ],
    on(text, format, path, record) {
      const {meta} = frontMatterOf(text, format);
      const settings = settingsFor({own: meta.house, config, path, genre: meta.genre, fallback: 'ap'});
      return new DraftSession(tried).update(text, format, asked({...settings, phrases}), record).findings;
    },
  };
}

/** What is asked for is shown, however little a house makes of its kind. */
function asked(settings: Settings): Settings {
  const rules: Record<string, RuleSetting> = {...settings.rules};
  for (const {id, severity} of settings.phrases ?? []) {
    rules[id] = {severity: rules[id]?.severity ?? severity, options: {}};
  }
  return {...settings, rules};
}
