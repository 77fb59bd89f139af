import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** The folder of our own package, from wherever this file was built to; null where it is gone. */
export function packageRoot(): string | null {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (folder === dirname(folder)) return null;
  }
}

export function packageVersion(root: string | null): string | null {
  if (root === null) return null;
  try {
    const {version} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return typeof version === 'string' ? version : null;
  } catch {
    return null;
  }
}

/** Address of the folder of the rules' pages that came with the package; null where they did not. */
export function packagedDocs(root: string | null): string | null {
  const pages = root === null ? null : join(root, 'docs', 'rules');
  return pages !== null && existsSync(pages) ? pathToFileURL(pages).href : null;
}
