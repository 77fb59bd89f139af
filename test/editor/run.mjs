// One command for the tests in a real VS Code: sets up what they need, packages the extension, runs them.
//   node test/editor/run.mjs [--no-build] [mocha's options and test files]
// --no-build takes the package that is there, which is quicker while a test is being written.
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readdirSync, rmSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {install} from './install.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const vsix = join(root, 'dist-package', 'onrecord.vsix');

/** @param {string} message */
function fail(message) {
  console.error(message);
  process.exit(1);
}

const given = process.argv.slice(2);
const args = given.filter((arg) => arg !== '--no-build');
const build = args.length === given.length || !existsSync(vsix);

try {
  install();
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

if (build) {
  const done = spawnSync('npm', ['run', '--silent', 'package'], {cwd: root, stdio: ['ignore', 2, 2]});
  if (done.status !== 0) fail('npm run package failed');
  if (!existsSync(vsix)) fail(`npm run package left no ${vsix}`);
}

// Pictures of the last run would be taken for this one's.
rmSync(join(here, 'output'), {recursive: true, force: true});

const all = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => join(here, name))
  .sort();
const files = args.some((arg) => /\.test\.ts$/.test(arg)) ? [] : all;
if (files.length === 0 && args.length === 0) fail('there are no tests');

const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
const options = ['--no-config', '--timeout', '120000', '--slow', '20000'];
const child = spawn(process.execPath, ['--import', 'tsx', mocha, ...options, ...args, ...files], {
  cwd: root,
  stdio: 'inherit',
});
// Handed on, so that the tests can end the servers they started.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal ? 1 : 0);
});
