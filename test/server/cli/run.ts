import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import * as esbuild from 'esbuild';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly told: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Buffer;
  readonly env?: Readonly<Record<string, string>>;
  /** From its sources instead of bundled. */
  readonly source?: boolean;
}

let bundled: Promise<string> | undefined;

/** The program bundled as it ships, once for all tests: a process then starts four times as fast. */
function bundle(): Promise<string> {
  bundled ??= (async () => {
    const {bundles, optionsFor} = (await import(pathToFileURL(join(root, 'scripts', 'build.mjs')).href)) as {
      bundles: readonly {readonly out: string}[];
      optionsFor(bundle: unknown): esbuild.BuildOptions;
    };
    const folder = join(root, 'out', 'test-cli');
    mkdirSync(folder, {recursive: true});
    const outfile = join(folder, 'cli.js');
    await esbuild.build({...optionsFor(bundles.find(({out}) => out === 'cli.js')), outfile});
    return outfile;
  })();
  return bundled;
}

/** Runs the command line in a process of its own. */
export async function onrecord(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const program = options.source
    ? [
        '--import',
        pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href,
        join(root, 'server', 'src', 'cli', 'main.ts'),
      ]
    : [await bundle()];
  const {FORCE_COLOR: _, NO_COLOR: __, ...env} = process.env;
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: options.cwd ?? root,
    env: {...env, ...options.env},
  });
  let out = '';
  let told = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    told += text;
  });
  child.stdin.on('error', () => undefined).end(options.input ?? '');
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return {code, out, told};
}

/** The program's file, for a test that starts it in its own way. */
export const program = bundle;

/** What `check --format json` printed, with its exit code. */
export async function checked(args: readonly string[], options: RunOptions = {}) {
  const ran = await onrecord(['check', '--format', 'json', ...args], options);
  let result: Checked;
  try {
    result = JSON.parse(ran.out);
  } catch {
    assert.fail(`no JSON: ${ran.out.slice(0, 300)}\n${ran.told}`);
  }
  return {...ran, ...result};
}

export interface Checked {
  readonly schema: number;
  readonly version: string;
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly Found[];
    readonly notes?: readonly string[];
  }[];
  readonly errors: readonly {readonly path: string; readonly message: string; readonly line?: number}[];
}

export interface Found {
  readonly rule: string;
  readonly severity: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly exact: string;
  readonly message: string;
  readonly house: string;
  readonly docs: string;
  readonly because: string;
  readonly related: readonly {readonly start: number; readonly end: number; readonly message: string}[];
  readonly fixes: readonly {
    readonly title: string;
    readonly kind: string;
    readonly edits: readonly {readonly start: number; readonly end: number; readonly newText: string}[];
  }[];
}
