import {readFile, stat} from 'node:fs/promises';
import {dirname, join, relative, resolve} from 'node:path';
import {phraseProblems} from '../phraseExamples.js';
import type {ReadConfig} from '../record/config.js';
import {configName, readConfig} from '../record/readConfig.js';
import type {FileProblem} from '../record/readYaml.js';
import {type ConfigAccess, resolveConfig} from '../record/resolveConfig.js';
import {lineTable} from '../report/lines.js';
import {rules} from '../rules/registry.generated.js';
import type {InputError} from './failure.js';
import {reason, Unreadable} from './readDraft.js';

/** The path of a draft relative to the folder of its settings, with `/`; null where it lies outside. */
export function withinSettings(draft: string, settings: string | null): string | null {
  if (settings === null) return null;
  const path = relative(dirname(resolve(settings)), resolve(draft)).replaceAll('\\', '/');
  return path.startsWith('../') ? null : path;
}

export interface ConfigFile extends Pick<ReadConfig, 'config' | 'problems'> {
  /** Which file says what; see `resolveConfig`. */
  readonly origins: Readonly<Record<string, string>>;
  readonly path: string;
  readonly text: string;
}

/** Configuration files are small; anything bigger is not one. */
const largestConfig = 2 * 1024 * 1024;

const access: ConfigAccess = {
  resolve: (from, path) => asNamed(resolve(dirname(from), path)),
  read: (path) => textOf(path).catch(() => null),
};

/** Finds and remembers the `onrecord.yml` of each draft. */
export class ConfigFiles {
  private readonly inFolders = new Map<string, Promise<ConfigFile | null>>();
  private readonly unreadable: InputError[] = [];

  /** @param fixed the one that counts for every draft, already read; null to look above each */
  constructor(private readonly fixed: ConfigFile | null) {}

  /** The one that counts for a draft; null where there is none. @param path of the draft, which need not exist */
  async of(path: string): Promise<ConfigFile | null> {
    if (this.fixed) return this.fixed;
    for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
      const found = await this.inFolder(folder);
      if (found) return found;
      if (folder === dirname(folder)) return null;
    }
  }

  /** Every one that was read, in the order in which they were met. */
  async all(): Promise<ConfigFile[]> {
    const found = await Promise.all(this.inFolders.values());
    return [...(this.fixed ? [this.fixed] : []), ...found.filter((one) => one !== null)];
  }

  errors(): readonly InputError[] {
    return this.unreadable;
  }

  private inFolder(folder: string): Promise<ConfigFile | null> {
    let known = this.inFolders.get(folder);
    if (!known) {
      known = this.read(asNamed(join(folder, configName)));
      this.inFolders.set(folder, known);
    }
    return known;
  }

  private async read(path: string): Promise<ConfigFile | null> {
    try {
      if (!(await stat(path)).isFile()) return null;
    } catch {
      return null;
    }
    try {
      return await readConfigFile(path);
    } catch (error) {
      this.unreadable.push({path, message: error instanceof Error ? error.message : String(error)});
      return null;
    }
  }
}

/** A path as a person here would name it: short within the folder they are in. */
function asNamed(path: string): string {
  const here = relative('', path);
  return here.startsWith('..') ? path : here;
}

/** @throws Unreadable */
async function textOf(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Unreadable('This is not a file.');
    if (found.size > largestConfig) throw new Unreadable('This file is too large for settings.');
    return await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable(reason(error));
  }
}

/** @throws Unreadable */
export async function readConfigFile(path: string): Promise<ConfigFile> {
  const text = await textOf(path);
  const {config, problems, origins} = await resolveConfig(path, text, access, rules);
  const own = readConfig(text, rules).config.phrases;
  return {path, text, config, origins, problems: [...problems, ...phraseProblems(own)]};
}

/** What is wrong in a configuration file. */
export function configFaults({
  path,
  text,
  problems,
}: ConfigFile): (InputError & Pick<FileProblem, 'severity'>)[] {
  const at = lineTable(text);
  return problems.map(({start, severity, message}) => ({path, ...at(start), message, severity}));
}
