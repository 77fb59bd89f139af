// Starts and ends a real VS Code (code-server) with nothing of the user's own in it.
import {type ChildProcess, spawn} from 'node:child_process';
import {createWriteStream, existsSync, rmSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {serverEntry, serverNode} from './install.mjs';

export type Settings = Record<string, unknown>;

export interface CodeServerOptions {
  /** Packaged extensions (.vsix) to install before the start. */
  vsix?: readonly string[];
  /** User settings, on top of quietSettings. */
  settings?: Settings;
  /** More flags for code-server. */
  flags?: readonly string[];
}

export interface CodeServer {
  readonly port: number;
  readonly url: string;
  /** Everything the server writes lives under this temporary folder. */
  readonly home: string;
  readonly settingsFile: string;
  /** The address that opens a folder and, without a click, a file in it. */
  address(folder: string, open?: string, payload?: readonly (readonly [string, string])[]): string;
  /** The `vscode-remote:` URI of a path on this machine, as the workbench knows it. */
  uri(path: string): string;
  /** What the server printed, then every log file whose name matches, the extension host's by default. */
  logs(name?: RegExp): Promise<string>;
  /** Ends the server and all it started, and removes its folder. */
  stop(): Promise<void>;
}

/** Keeps everything that is not the extension's off the screen. */
export const quietSettings: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': 'off',
  'extensions.autoCheckUpdates': false,
};

/** The servers that run, each with its temporary folder. */
const running = new Map<ChildProcess, string>();

// A detached server outlives the one who started it, so it is ended on every way out.
function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
process.on('exit', () => {
  for (const [child, home] of running) {
    endGroup(child, 'SIGKILL');
    try {
      rmSync(home, {recursive: true, force: true, maxRetries: 3, retryDelay: 50});
    } catch {
      // A process in the middle of its end may still hold a file. The folder is a temporary one anyway.
    }
  }
});
for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(status));
}

function groupLives(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

function cleanEnvironment(home: string): NodeJS.ProcessEnv {
  const kept: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    // A test run inside VS Code's own terminal would hand these down and confuse the server.
    if (!/^(VSCODE_|ELECTRON_|NODE_OPTIONS$|PORT$|PASSWORD|HASHED_PASSWORD|CODE_SERVER_)/.test(name))
      kept[name] = value;
  }
  return {
    ...kept,
    HOME: join(home, 'user'),
    XDG_CONFIG_HOME: join(home, 'user', '.config'),
    XDG_DATA_HOME: join(home, 'user', '.local', 'share'),
    XDG_CACHE_HOME: join(home, 'user', '.cache'),
    XDG_STATE_HOME: join(home, 'user', '.local', 'state'),
    XDG_RUNTIME_DIR: join(home, 'run'),
    // No marketplace: nothing is to be fetched.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}

async function finish(child: ChildProcess): Promise<{status: number | null; output: string}> {
  let output = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (output += chunk));
  const status = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  return {status, output};
}

export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  if (!existsSync(serverNode) || !existsSync(serverEntry)) {
    throw new Error('code-server is not installed: run `node test/editor/install.mjs`');
  }
  const home = await mkdtemp(join(tmpdir(), 'onrecord-editor-'));
  const userData = join(home, 'user-data');
  const extensions = join(home, 'extensions');
  const settingsFile = join(userData, 'User', 'settings.json');
  await mkdir(join(userData, 'User'), {recursive: true});
  await mkdir(join(home, 'user'));
  await mkdir(join(home, 'run'), {recursive: true, mode: 0o700});
  await writeFile(settingsFile, JSON.stringify({...quietSettings, ...options.settings}, null, 2));
  await writeFile(join(home, 'code-server.yaml'), '');

  const env = cleanEnvironment(home);
  const common = [
    serverEntry,
    ...['--config', join(home, 'code-server.yaml')],
    ...['--user-data-dir', userData],
    ...['--extensions-dir', extensions],
  ];

  let child: ChildProcess | undefined;
  const printed = join(home, 'server.log');

  async function stop(): Promise<void> {
    if (child?.pid !== undefined) {
      endGroup(child, 'SIGTERM');
      // The extension hosts end a moment after the server does.
      for (let waited = 0; groupLives(child.pid) && waited < 700; waited += 50) await pause(50);
      endGroup(child, 'SIGKILL');
      running.delete(child);
    }
    await rm(home, {recursive: true, force: true, maxRetries: 5, retryDelay: 100});
  }

  async function logs(name: RegExp = /^remoteexthost\.log$/): Promise<string> {
    const folder = join(userData, 'logs');
    const files = existsSync(folder) ? await readdir(folder, {recursive: true, withFileTypes: true}) : [];
    const wanted = files.filter((file) => file.isFile() && name.test(file.name));
    const paths = wanted.map((file) => join(file.parentPath, file.name)).sort();
    const texts = [printed, ...paths].map(
      async (path) => `== ${path}\n${await readFile(path, 'utf8').catch(() => '')}`,
    );
    return (await Promise.all(texts)).join('\n');
  }

  try {
    for (const vsix of options.vsix ?? []) {
      if (!existsSync(vsix)) throw new Error(`there is no ${vsix} to install`);
      const args = [...common, '--install-extension', resolve(vsix)];
      const done = await finish(spawn(serverNode, args, {env, cwd: home, stdio: ['ignore', 'pipe', 'pipe']}));
      if (done.status !== 0) throw new Error(`installing ${vsix} failed:\n${done.output}`);
    }

    const port = await freePort();
    const args = [
      ...common,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      ...['--disable-getting-started-override', '--ignore-last-opened'],
      ...(options.flags ?? []),
    ];
    const started = spawn(serverNode, args, {
      env,
      cwd: home,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    running.set(started, home);
    const log = createWriteStream(printed);
    started.stdout?.pipe(log, {end: false});
    started.stderr?.pipe(log, {end: false});
    let failure: string | undefined;
    started.once('error', (error) => (failure = error.message));
    started.once('exit', (code, signal) => (failure ??= `it ended with ${code ?? signal}`));

    const url = `http://127.0.0.1:${port}`;
    const deadline = Date.now() + 20_000;
    for (;;) {
      if (failure !== undefined) throw new Error(`code-server did not start: ${failure}\n${await logs()}`);
      if (Date.now() > deadline) throw new Error(`code-server did not answer in 20 s\n${await logs()}`);
      const answer = await fetch(`${url}/healthz`).catch(() => undefined);
      if (answer?.ok) break;
      await pause(50);
    }

    const uri = (path: string) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`;
    const address: CodeServer['address'] = (folder, open, more = []) => {
      const payload = [...more];
      if (open !== undefined) payload.push(['openFile', uri(open)]);
      const query = new URLSearchParams({folder});
      if (payload.length > 0) query.set('payload', JSON.stringify(payload));
      return `${url}/?${query}`;
    };
    return {port, url, home, settingsFile, address, uri, logs, stop};
  } catch (error) {
    await stop();
    throw error;
  }
}
