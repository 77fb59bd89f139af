import {readConfig} from '../record/readConfig.js';
import {rules} from '../rules/registry.generated.js';
import {type Trial, trialOf} from '../trial.js';
import {checksFile} from './checksFile.js';
import {type ConfigFile, ConfigFiles, configFaults, readConfigFile, withinSettings} from './configFiles.js';
import {exitCodes, Failure, type InputError, told} from './failure.js';
import {findFiles} from './findFiles.js';
import {shown} from './formats/pretty.js';
import {print, tell} from './output.js';
import {progress} from './progress.js';
import {formatOf, readDraft} from './readDraft.js';
import {type Finding, findingsOf} from './result.js';
import {harmless, type Paint, painter, wantsColour} from './terminal.js';
import {version} from './version.js';

/** What the rules of a settings file would flag in one story. */
interface Tried {
  readonly path: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

/**
 * Tries the rules of a settings file on stories: for each rule what it would flag, then how often and where.
 * @returns the exit code: findings are what was asked for, so they are no failure
 */
export async function tryRules(
  file: string,
  asked: readonly string[],
  format: 'pretty' | 'json',
): Promise<number> {
  const config = await settings(file);
  const errors: InputError[] = [];
  for (const {severity, ...fault} of configFaults(config)) {
    if (severity === 'error') errors.push(fault);
    else tell(harmless(told(fault)));
  }
  const trial = trialOf(config.config, readConfig(config.text, rules).config);
  if (trial.rules.length === 0) {
    for (const error of errors) tell(harmless(told(error)));
    throw new Failure(`${file} has no rule to try: neither phrases nor rules, or all of them are off.`);
  }
  const found = await findFiles(asked.length > 0 ? asked : ['.'], new ConfigFiles(null));
  for (const note of found.notes) tell(harmless(note));
  errors.push(...found.errors);
  const bar = progress(found.paths.length);
  const stories: Tried[] = [];
  let read = 0;
  for (const path of found.paths) {
    try {
      const tried = await tryOn(trial, path, config.path);
      read++;
      if (tried.findings.length > 0) stories.push(tried);
    } catch (error) {
      errors.push({path, message: error instanceof Error ? error.message : String(error)});
    }
    bar.step();
  }
  bar.clear();
  if (format === 'json') print(asJson(trial, stories, read, errors));
  else for (const {id, title} of trial.rules) print(asText(id, title, stories, read));
  for (const error of errors) tell(harmless(told(error)));
  return errors.length > 0 ? exitCodes.trouble : exitCodes.clean;
}

async function settings(file: string): Promise<ConfigFile> {
  try {
    return await readConfigFile(file);
  } catch (error) {
    throw new Failure(`--try ${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function tryOn(trial: Trial, path: string, config: string): Promise<Tried> {
  const text = await readDraft(path);
  const checks = await checksFile(path);
  const found = trial.on(text, formatOf(path), withinSettings(path, config), checks?.record);
  return {path, text: found.length > 0 ? text : '', findings: findingsOf(text, found)};
}

/** The stories in which a rule finds something, with what it finds. */
const ofRule = (id: string, stories: readonly Tried[]): Tried[] =>
  stories
    .map((story) => ({...story, findings: story.findings.filter(({rule}) => rule === id)}))
    .filter(({findings}) => findings.length > 0);

const total = (stories: readonly Tried[]): number =>
  stories.reduce((sum, {findings}) => sum + findings.length, 0);

function asText(id: string, title: string, stories: readonly Tried[], read: number): string {
  const paint: Paint = painter(wantsColour(process.stdout));
  const found = ofRule(id, stories);
  const count = total(found);
  const summary = `${id}: ${count} ${count === 1 ? 'finding' : 'findings'} in ${found.length} of ${read} ${read === 1 ? 'story' : 'stories'}`;
  const counts = [...found]
    .sort((a, b) => b.findings.length - a.findings.length)
    .map(({path, findings}) => `${String(findings.length).padStart(5)}  ${harmless(path)}`);
  return [
    `${paint('bold', id)}  ${harmless(title)}\n\n`,
    ...found.map((story) => shown(story, paint)),
    `${paint('bold', summary)}\n`,
    ...counts.map((line) => `${line}\n`),
    '\n',
  ].join('');
}

function asJson(
  trial: Trial,
  stories: readonly Tried[],
  read: number,
  errors: readonly InputError[],
): string {
  const tried = trial.rules.map(({id, title}) => {
    const found = ofRule(id, stories);
    return {
      rule: id,
      title,
      findings: total(found),
      stories: found.length,
      files: found.map(({path, findings}) => ({path, findings})),
    };
  });
  return `${JSON.stringify({schema: 1, version, stories: read, rules: tried, errors}, null, 2)}\n`;
}
