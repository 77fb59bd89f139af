// Gets everything the tests in a real VS Code need: a browser, a VS Code (code-server) and the Node it runs on.
// Returns at once where all of it is there. `node test/editor/install.mjs`
import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {accessSync, constants, existsSync, readFileSync, writeFileSync} from 'node:fs';
import {delimiter, dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const stamp = join(modules, '.installed-for');

/** The Node that runs code-server, which wants a newer one than Onrecord does. */
export const serverNode = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
export const serverEntry = join(modules, 'code-server', 'out', 'node', 'entry.js');

const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What code-server compiles its native modules against. */
const libraries = ['libkrb5-dev', 'libsecret-1-dev', 'libx11-dev', 'libxkbfile-dev'];

/** @param {string} command @returns {string | undefined} */
function onPath(command) {
  if (command.includes('/')) return existsSync(command) ? command : undefined;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, command);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  return undefined;
}

/** Where Chromium (or Chrome) is: what ONRECORD_BROWSER names, else the first one found. */
export function findBrowser() {
  const named = process.env.ONRECORD_BROWSER;
  if (named) {
    if (!existsSync(named)) throw new Error(`ONRECORD_BROWSER names ${named}, which does not exist`);
    return named;
  }
  return browsers.map(onPath).find((path) => path !== undefined);
}

/** @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
function must(command, args, env = process.env) {
  console.error(`> ${[command, ...args].join(' ')}`);
  const done = spawnSync(command, args, {cwd: here, env, stdio: ['ignore', 2, 2]});
  if (done.error) throw new Error(`could not run ${command}: ${done.error.message}`);
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')} failed (${done.status ?? done.signal})`);
}

/** @param {string[]} packages */
function installDebian(packages) {
  const wanted = packages.join(' ');
  if (!onPath('apt-get')) {
    throw new Error(`There is no apt-get here. Install the like of these Debian packages by hand: ${wanted}`);
  }
  if (process.getuid?.() !== 0) {
    throw new Error(`Missing Debian packages. Run: sudo apt-get update && sudo apt-get install -y ${wanted}`);
  }
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const args = ['install', '-y', '-q', '--no-install-recommends', ...packages];
  try {
    must('apt-get', args, env);
  } catch {
    // The usual reason is a package list that is missing or out of date.
    must('apt-get', ['update', '-q'], env);
    must('apt-get', args, env);
  }
}

/** @param {string[]} packages */
function missingDebian(packages) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of dpkg's own.
  const asked = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...packages], {
    encoding: 'utf8',
  });
  const installed = (asked.stdout ?? '').split('\n').filter((line) => line.endsWith(' installed'));
  return packages.filter((name) => !installed.includes(`${name} installed`));
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(here, 'package-lock.json')))
    .digest('hex');

function npmInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lockHash() && existsSync(serverNode);
}

/**
 * @param {{tests?: boolean}} [options] tests: false leaves out what only the tests drive (the browser, Neovim)
 */
export function install({tests = true} = {}) {
  const debian = [];
  if (tests && !findBrowser()) debian.push('chromium');
  if (tests && !onPath('nvim')) debian.push('neovim');
  const npm = !npmInstalled();
  if (npm && process.platform === 'linux') {
    // code-server compiles a few native modules against these.
    const compile = ['g++', 'make', 'python3', 'pkg-config'].filter((name) => !onPath(name));
    debian.push(...compile, ...missingDebian(libraries));
  }
  if (debian.length > 0) installDebian(debian);
  if (!npm) return;

  must('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
  must('npm', ['rebuild', 'node']);
  // The scripts of code-server refuse any Node but the one it runs on, so that one goes first on the path.
  const env = {...process.env, PATH: `${dirname(serverNode)}${delimiter}${process.env.PATH ?? ''}`};
  must('npm', ['rebuild', 'argon2', 'code-server'], env);
  writeFileSync(stamp, lockHash());
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    install();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
