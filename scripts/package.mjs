// Packs the extension into dist-package/onrecord.vsix, built first.
//   node scripts/package.mjs [--no-build] [--out FILE]
import {spawnSync} from 'node:child_process';
import {mkdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
/** What a newsroom on a slow line can still be asked to download, in bytes. */
const largest = 5_000_000;

const args = process.argv.slice(2);
const named = args.indexOf('--out');
const out = resolve(named < 0 ? join(root, 'dist-package', 'onrecord.vsix') : (args[named + 1] ?? ''));

/** @param {string} script @param {string[]} given */
function run(script, ...given) {
  const done = spawnSync(process.execPath, [join(root, script), ...given], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/** The README as the editor shows it: there, no picture and no page beside it can be reached. */
function readmeForEditor() {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
    .replace(/^!\[.*\n\n/gm, '')
    .replace(/\[([^\]]+)\]\((?!https?:)[^)]+\)/g, '$1');
  const path = join('dist', 'README.md');
  writeFileSync(join(root, path), text);
  return path;
}

if (!args.includes('--no-build')) run('scripts/build.mjs');
mkdirSync(dirname(out), {recursive: true});
// Everything is bundled, so no dependency has to come along.
run(
  'node_modules/@vscode/vsce/vsce',
  'package',
  '--no-dependencies',
  '--allow-missing-repository',
  '--readme-path',
  readmeForEditor(),
  '--out',
  out,
);
const {size} = statSync(out);
if (size > largest) {
  console.error(`${out} has ${size} bytes; at most ${largest} are allowed`);
  process.exitCode = 1;
}
