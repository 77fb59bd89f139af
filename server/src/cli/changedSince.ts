import {execFile} from 'node:child_process';
import {realpath} from 'node:fs/promises';
import {basename, dirname, join, resolve} from 'node:path';
import type {Span} from '../draft/block.js';
import {Failure} from './failure.js';

/** Lines of a file from git's point of view, from 1; null for all of them. */
type Lines = readonly {readonly first: number; readonly count: number}[] | null;

/** What differs between a revision and the files as they stand now, by real path. */
export class ChangedSince {
  private readonly folders = new Map<string, Promise<Repository>>();

  constructor(private readonly revision: string) {}

  /** @returns what changed in a file; undefined where nothing did. @throws Failure where git does not know */
  async linesOf(path: string): Promise<Lines | undefined> {
    const folder = await realpath(dirname(resolve(path)));
    let repository = this.folders.get(folder);
    if (!repository) {
      repository = openRepository(folder, this.revision);
      this.folders.set(folder, repository);
    }
    const {root, commit, changed, tracked} = await repository;
    const real = join(folder, basename(path));
    // What git does not follow is new, whatever the revision.
    if (!tracked.has(real)) return null;
    if (!changed.has(real)) return undefined;
    const diff = await git(root, [
      'diff',
      '--unified=0',
      '--no-color',
      '--no-ext-diff',
      '--text',
      '--find-renames',
      commit,
      '--',
      real,
    ]);
    return hunks(diff);
  }
}

interface Repository {
  readonly root: string;
  readonly commit: string;
  readonly changed: ReadonlySet<string>;
  readonly tracked: ReadonlySet<string>;
}

const repositories = new Map<string, Promise<Repository>>();

async function openRepository(folder: string, revision: string): Promise<Repository> {
  const root = (await git(folder, ['rev-parse', '--show-toplevel'])).replace(/\r?\n$/, '');
  const known = repositories.get(`${root}\n${revision}`);
  if (known) return known;
  const opened = readRepository(await realpath(root), revision);
  repositories.set(`${root}\n${revision}`, opened);
  return opened;
}

async function readRepository(root: string, revision: string): Promise<Repository> {
  const commit = (
    await git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]).catch(
      () => {
        throw new Failure(`--changed-since ${revision}: git knows no such revision in ${root}.`);
      },
    )
  ).trim();
  const [changed, tracked] = await Promise.all([
    git(root, ['diff', '--name-only', '-z', '--no-ext-diff', commit, '--']),
    git(root, ['ls-files', '-z', '--']),
  ]);
  const paths = (list: string) =>
    new Set(
      list
        .split('\0')
        .filter(Boolean)
        .map((path) => join(root, path)),
    );
  return {root, commit, changed: paths(changed), tracked: paths(tracked)};
}

/** The stretches of new lines in a diff with no context. */
function hunks(diff: string): Lines {
  const lines: {first: number; count: number}[] = [];
  for (const [, first, count] of diff.matchAll(/^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/gm)) {
    lines.push({first: Number(first), count: count === undefined ? 1 : Number(count)});
  }
  return lines;
}

/** Lines as git counts them, which end at a line feed and nowhere else, as stretches of the text. */
export function spansOfLines(text: string, lines: Lines): Span[] | null {
  if (lines === null) return null;
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const startOf = (line: number) => starts[line - 1] ?? text.length;
  return lines
    .filter(({count}) => count > 0)
    .map(({first, count}) => ({start: startOf(first), end: startOf(first + count)}));
}

const mostOutput = 256 * 1024 * 1024;

function git(folder: string, args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    execFile(
      'git',
      ['-C', folder, ...args],
      {maxBuffer: mostOutput, encoding: 'utf8'},
      (error, output, told) => {
        if (!error) done(output);
        else if (error.code === 'ENOENT')
          failed(new Failure('--changed-since needs git, which is not installed.'));
        else failed(new Failure(`--changed-since: ${told.trim().split('\n')[0] || error.message}`));
      },
    );
  });
}
