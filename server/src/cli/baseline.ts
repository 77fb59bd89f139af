import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {keyOf} from './checkFile.js';
import {Failure} from './failure.js';
import {reason} from './readDraft.js';

/**
 * Reads what is known already: the output of an earlier `check --format json`. A finding is known again by its file,
 * its rule and its words, so that edits elsewhere make nothing new.
 * @returns keys (see `keyOf`) by resolved path
 * @throws Failure
 */
export async function readBaseline(path: string): Promise<ReadonlyMap<string, readonly string[]>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Failure(
      `--baseline ${path}: ${reason(error)} Make one with: onrecord check --format json PATHS > ${path}`,
    );
  }
  const known = new Map<string, string[]>();
  for (const file of filesIn(text, path)) {
    if (typeof file !== 'object' || file === null) continue;
    const {path: name, findings} = file as {path?: unknown; findings?: unknown};
    if (typeof name !== 'string' || !Array.isArray(findings)) continue;
    const keys = known.get(resolve(name)) ?? [];
    for (const {rule, exact} of findings as {rule?: unknown; exact?: unknown}[]) {
      if (typeof rule === 'string' && typeof exact === 'string') keys.push(keyOf(rule, exact));
    }
    known.set(resolve(name), keys);
  }
  return known;
}

function filesIn(text: string, path: string): readonly unknown[] {
  try {
    const {files} = JSON.parse(text) as {files?: unknown};
    if (Array.isArray(files)) return files;
  } catch {
    // Told below.
  }
  throw new Failure(`--baseline ${path}: this is not the output of onrecord check --format json.`);
}
