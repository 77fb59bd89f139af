// Opens the sample stories, or a folder of your own, in a VS Code with Onrecord in it, in a browser. For those who
// have no VS Code: it brings one along.
//   node scripts/open-in-browser.mjs [--no-build] [FOLDER]
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, readdirSync, statSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import {tsImport} from 'tsx/esm/api';
import {install} from '../test/editor/install.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const vsix = join(root, 'dist-package', 'onrecord.vsix');

const args = process.argv.slice(2);
const folder = resolve(args.find((arg) => !arg.startsWith('--')) ?? join(root, 'samples'));

/** @param {string} url */
function openBrowser(url) {
  if (process.platform === 'darwin') return start('open', [url]);
  if (process.platform === 'win32') return start('cmd', ['/c', 'start', '', url]);
  // Without a display there is nothing to open it in.
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) start('xdg-open', [url]);
}

/** @param {string} command @param {string[]} given */
function start(command, given) {
  // That it cannot be opened is no failure: the address has been printed.
  spawn(command, given, {stdio: 'ignore', detached: true})
    .once('error', () => {})
    .unref();
}

try {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`there is no folder ${folder}`);
  install({tests: false});
  if (!args.includes('--no-build') || !existsSync(vsix)) {
    const done = spawnSync('npm', ['run', '--silent', 'package'], {cwd: root, stdio: ['ignore', 2, 2]});
    if (done.status !== 0) throw new Error('npm run package failed');
  }
  const {startCodeServer} = await tsImport('../test/editor/codeServer.ts', import.meta.url);
  const server = await startCodeServer({vsix: [vsix]});
  const draft = readdirSync(folder)
    .sort()
    .find((name) => /\.(md|txt)$/.test(name) && !/^readme/i.test(name));
  const url = server.address(folder, draft && join(folder, draft));
  console.log(`Onrecord is open at\n  ${url}\nEnd with Ctrl+C.`);
  openBrowser(url);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
