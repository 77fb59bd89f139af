import {frontMatterOf} from '../draft/frontMatter.js';
import {draftLanguage} from '../draft/language.js';
import {type Analysis, DraftSession} from '../engine.js';
import type {Settings} from '../record/config.js';
import {settingsFor} from '../record/settings.js';
import type {House} from '../rules/severity.js';
import {checksFile, notesOn} from './checksFile.js';
import {ConfigFiles, withinSettings} from './configFiles.js';
import {type InputError, told} from './failure.js';
import {findFiles} from './findFiles.js';
import {notEnglish} from './language.js';
import {tell} from './output.js';
import {formatOf, readDraft, readStandardInput} from './readDraft.js';
import {harmless} from './terminal.js';

export interface DraftReading {
  readonly path: string;
  readonly analysis: Analysis;
  readonly settings: Settings;
}

export interface ReadOptions {
  readonly house?: House;
  readonly stdinFilename?: string;
}

/** Analyses each file asked for, one after another; what cannot be read is told of and put into `errors`. */
export async function* readings(
  asked: readonly string[],
  options: ReadOptions,
  errors: InputError[],
): AsyncGenerator<DraftReading> {
  const configs = new ConfigFiles(null);
  const failed = (path: string, message: string) => {
    errors.push({path, message});
    tell(`${harmless(path)}: ${harmless(message)}`);
  };
  const found = await findFiles(
    asked.filter((one) => one !== '-'),
    configs,
  );
  for (const {path, message} of found.errors) failed(path, message);
  for (const note of found.notes) tell(harmless(note));
  const paths = asked.includes('-') ? ['-', ...found.paths] : found.paths;
  for (const path of paths) {
    const name = path === '-' ? (options.stdinFilename ?? '-') : path;
    let reading: DraftReading;
    try {
      const text = path === '-' ? await readStandardInput() : await readDraft(path);
      const format = formatOf(name);
      const {meta} = frontMatterOf(text, format);
      const file = await configs.of(name);
      const config = file?.config ?? null;
      const within = withinSettings(name, file?.path ?? null);
      const settings = settingsFor({
        asked: options.house,
        own: meta.house,
        config,
        path: within,
        genre: meta.genre,
        fallback: 'ap',
      });
      const checks = await checksFile(name);
      const analysis = new DraftSession().update(text, format, settings, checks?.record);
      for (const {severity, idle: _, ...note} of notesOn(checks, analysis)) {
        if (severity === 'error') errors.push(note);
        tell(harmless(told(note)));
      }
      reading = {path: name, analysis, settings};
    } catch (error) {
      failed(name, error instanceof Error ? error.message : String(error));
      continue;
    }
    const {language, english, sure} = draftLanguage(reading.analysis.draft);
    if (sure && !english) tell(`${harmless(name)}: ${notEnglish(language)}`);
    yield reading;
  }
}
