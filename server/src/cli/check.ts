import {resolve} from 'node:path';
import type {House} from '../rules/severity.js';
import {readBaseline} from './baseline.js';
import {ChangedSince, spansOfLines} from './changedSince.js';
import type {Job} from './checkFile.js';
import {ChecksNotes} from './checksFile.js';
import {type ConfigFile, ConfigFiles, configFaults, readConfigFile, withinSettings} from './configFiles.js';
import {exitCodes, Failure, type InputError, told} from './failure.js';
import {findFiles} from './findFiles.js';
import {type Format, type FormatName, formatNamed} from './formats/format.js';
import {print, tell} from './output.js';
import {progress} from './progress.js';
import {readDraft, readStandardInput} from './readDraft.js';
import type {FileResult} from './result.js';
import {type FailOn, fails} from './severities.js';
import {harmless} from './terminal.js';
import {checkAll} from './workers.js';

export interface CheckOptions {
  readonly format: FormatName;
  readonly house?: House;
  readonly config?: string;
  readonly failOn: FailOn;
  readonly fix?: boolean;
  readonly jobs: number;
  readonly baseline?: string;
  readonly changedSince?: string;
  readonly stdinFilename?: string;
  readonly printConfig?: boolean;
}

/** @returns the exit code */
export async function check(asked: readonly string[], options: CheckOptions): Promise<number> {
  const standardInput = asked.includes('-');
  if (standardInput && options.fix)
    throw new Failure('--fix writes files, so it cannot be used with standard input.');
  if (standardInput && options.changedSince !== undefined) {
    throw new Failure('--changed-since asks git about files, so it cannot be used with standard input.');
  }
  const configs = new ConfigFiles(options.config === undefined ? null : await namedConfig(options.config));
  const paths = asked.filter((one) => one !== '-');
  const found = await findFiles(paths.length > 0 || standardInput ? paths : ['.'], configs);
  for (const note of found.notes) tell(harmless(note));
  const errors = [...found.errors];
  const {jobs, unreadable} = await prepare(found.paths, configs, options);
  errors.push(...unreadable);
  if (standardInput) {
    const path = options.stdinFilename ?? '-';
    try {
      jobs.unshift(jobFor(path, await readStandardInput(), await configs.of(path), options));
    } catch (error) {
      errors.push({path, message: error instanceof Error ? error.message : String(error)});
    }
  }
  if (options.printConfig) {
    const {effectiveConfig} = await import('./printConfig.js');
    print(await effectiveConfig(jobs, configs));
  }
  const format = await formatNamed(options.format);
  const files = options.printConfig ? [] : await checkJobs(jobs, options.jobs, format, errors);
  errors.push(...(await configErrors(configs)));
  for (const error of errors) tell(harmless(told(error)));
  if (!options.printConfig) format.end?.({files, errors, failOn: options.failOn});
  if (errors.length > 0) return exitCodes.trouble;
  const failing = files.some(({findings}) => findings.some(({severity}) => fails(severity, options.failOn)));
  return failing ? exitCodes.findings : exitCodes.clean;
}

async function namedConfig(path: string): Promise<ConfigFile> {
  try {
    return await readConfigFile(path);
  } catch (error) {
    throw new Failure(`--config ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function jobFor(path: string, text: string | null, config: ConfigFile | null, options: CheckOptions): Job {
  return {
    path,
    text,
    config: config?.config ?? null,
    within: withinSettings(path, config?.path ?? null),
    house: options.house ?? null,
    fix: options.fix ?? false,
    changed: null,
    known: [],
  };
}

async function prepare(
  paths: readonly string[],
  configs: ConfigFiles,
  options: CheckOptions,
): Promise<{jobs: Job[]; unreadable: InputError[]}> {
  const baseline = options.baseline === undefined ? null : await readBaseline(options.baseline);
  const since = options.changedSince === undefined ? null : new ChangedSince(options.changedSince);
  const jobs: Job[] = [];
  const unreadable: InputError[] = [];
  for (const path of paths) {
    const job = {
      ...jobFor(path, null, await configs.of(path), options),
      known: baseline?.get(resolve(path)) ?? [],
    };
    if (!since) {
      jobs.push(job);
      continue;
    }
    const lines = await since.linesOf(path);
    if (lines === undefined) continue;
    try {
      jobs.push({...job, changed: spansOfLines(await readDraft(path), lines)});
    } catch (error) {
      if (error instanceof Failure) throw error;
      unreadable.push({path, message: error instanceof Error ? error.message : String(error)});
    }
  }
  return {jobs, unreadable};
}

async function checkJobs(
  jobs: readonly Job[],
  threads: number,
  format: Format,
  errors: InputError[],
): Promise<FileResult[]> {
  const bar = progress(jobs.length);
  const files: FileResult[] = [];
  const checks = new ChecksNotes();
  for await (const result of checkAll(jobs, threads)) {
    bar.step();
    if (result.error !== null || result.notes.length > 0 || result.findings.length > 0) bar.clear();
    if (result.error !== null) {
      errors.push({path: result.path, message: result.error});
      continue;
    }
    for (const note of result.notes) tell(`${harmless(result.path)}: ${harmless(note)}`);
    checks.add(result.path, result.ofRecord);
    format.file(result);
    files.push(result);
  }
  bar.clear();
  for (const {severity, idle: _, ...note} of checks.all()) {
    if (severity === 'error') errors.push(note);
    else tell(harmless(told(note)));
  }
  return files;
}

/** Tells of what is wrong in configuration files. A setting that does not count as meant is an error. */
async function configErrors(configs: ConfigFiles): Promise<InputError[]> {
  const errors = [...configs.errors()];
  for (const file of await configs.all()) {
    for (const {severity, ...fault} of configFaults(file)) {
      if (severity === 'error') errors.push(fault);
      else tell(harmless(told(fault)));
    }
  }
  return errors;
}
