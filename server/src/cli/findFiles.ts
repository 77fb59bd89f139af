import {readdir, stat} from 'node:fs/promises';
import {dirname, isAbsolute, join, relative, resolve, sep} from 'node:path';
import {glob, isDynamicPattern} from 'tinyglobby';
import {noMeta} from '../draft/draft.js';
import {eligibility, mayBeDocs, packageManifests} from '../draft/eligibility.js';
import {draftGlob, formatList, formats} from '../draft/formats.js';
import {readFrontMatter} from '../draft/frontMatter.js';
import {matchesGlobs} from '../record/globs.js';
import type {ConfigFiles} from './configFiles.js';
import type {InputError} from './failure.js';
import {formatOf, readDraft, reason} from './readDraft.js';

export interface FoundFiles {
  /** As a person would name them, each once, in the order asked for. */
  readonly paths: readonly string[];
  readonly errors: readonly InputError[];
  /** Folders in which there was something to read but nothing that is a draft. */
  readonly notes: readonly string[];
}

const never = ['**/node_modules/**', '**/.git/**', '**/.hg/**', '**/.svn/**'];
/**
 * The files that somebody asks for: files as they are; what a glob matches; of a folder, what an editor would take
 * for a draft.
 */
export async function findFiles(asked: readonly string[], configs: ConfigFiles): Promise<FoundFiles> {
  const paths = new Map<string, string>();
  const errors: InputError[] = [];
  const notes: string[] = [];
  const add = (path: string) => {
    const key = resolve(path);
    if (!paths.has(key)) paths.set(key, path);
  };
  for (const one of asked) {
    if (one === '') {
      errors.push({path: one, message: 'An empty name is no file.'});
      continue;
    }
    try {
      const found = await stat(one);
      if (!found.isDirectory()) add(one);
      else {
        const {all, chosen} = await inFolder(one, configs);
        for (const path of chosen) add(path);
        if (chosen.length === 0) {
          notes.push(
            all === 0
              ? `${one}: no ${formatList('or')} in this folder.`
              : `${one}: ${all === 1 ? 'the text there is not a draft' : `none of the ${all} texts there is a draft`}. Name a file to have it checked all the same.`,
          );
        }
      }
    } catch (error) {
      const {code} = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' || !isDynamicPattern(one)) {
        errors.push({path: one, message: reason(error)});
        continue;
      }
      const matched = await matching(one);
      if (matched.length === 0) errors.push({path: one, message: 'Nothing matches this.'});
      for (const path of matched) add(path);
    }
  }
  return {paths: [...paths.values()], errors, notes};
}

async function matching(pattern: string): Promise<string[]> {
  const found = await glob(pattern.split(sep).join('/'), {
    ignore: never,
    followSymbolicLinks: false,
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  });
  return found.sort(inOrder);
}

async function inFolder(folder: string, configs: ConfigFiles): Promise<{all: number; chosen: string[]}> {
  const found = await glob(draftGlob, {
    cwd: resolve(folder),
    ignore: never,
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
    expandDirectories: false,
  });
  const chosen: string[] = [];
  for (const path of found.sort(inOrder)) {
    const whole = join(folder, path);
    if (await isDraft(whole, configs)) chosen.push(whole);
  }
  return {all: found.length, chosen};
}

/** Whether an editor would take a file for a draft with nobody asking for it. */
async function isDraft(path: string, configs: ConfigFiles): Promise<boolean> {
  const format = formats[formatOf(path)];
  const config = await configs.of(path);
  const globs = config?.config.files ?? null;
  let meta = noMeta;
  if (format.frontMatter) {
    try {
      ({meta} = readFrontMatter(await readDraft(path)));
    } catch {
      // It is named as unreadable when it is checked.
    }
  }
  const whole = resolve(path);
  return eligibility({
    scheme: 'file',
    path: whole,
    languageId: format.languages[0],
    mode: 'auto',
    choice: null,
    meta,
    configMatches:
      globs && config
        ? matchesGlobs(
            globs,
            relative(dirname(resolve(config.path)), whole)
              .split(sep)
              .join('/'),
          )
        : null,
    besideManifest: await besideManifest(whole),
  }).draft;
}

const manifestFolders = new Map<string, Promise<boolean>>();

async function besideManifest(path: string): Promise<boolean> {
  if (!mayBeDocs(path)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    let has = manifestFolders.get(folder);
    if (!has) {
      has = readdir(folder).then(
        (names) => names.some((name) => packageManifests.includes(name)),
        () => false,
      );
      manifestFolders.set(folder, has);
    }
    if (await has) return true;
    if (folder === dirname(folder)) return false;
  }
}

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
