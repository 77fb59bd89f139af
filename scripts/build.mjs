// Bundles everything that ships into dist/. Types are checked apart, by `npm run types`.
//   node scripts/build.mjs [--watch]
// --watch builds again with each change, with source maps and not minified.
import {spawnSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';
import * as esbuild from 'esbuild';
import {leaveOutExamples} from './examples.mjs';
import {thirdPartyNotices} from './notices.mjs';
import {leaveOut, sharedScript} from './shared.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const dist = join(root, 'dist');

/** Large data of both servers, which stands in a script of its own beside them. */
const data = 'server/data.js';
/** @type {Map<string, string>} */
const shared = new Map();

/** CommonJS packages in an ES module still ask for `require`. */
const requireBanner =
  "import {createRequire as nodeRequire} from 'node:module';const require=nodeRequire(import.meta.url);";

/** What each kind of place needs: the oldest Node that we run on is 20.19, the oldest VS Code 1.91. */
const places = {
  extensionHost: {platform: 'node', format: 'cjs', target: 'node20', external: ['vscode']},
  webExtensionHost: {platform: 'browser', format: 'cjs', target: 'es2022', external: ['vscode']},
  webview: {platform: 'browser', format: 'iife', target: 'es2022'},
  worker: {
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    plugins: [leaveOut(shared, root), leaveOutExamples()],
  },
  node: {platform: 'node', format: 'esm', target: 'node20.19', banner: {js: requireBanner}},
  server: {
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    banner: {js: `import './data.js';${requireBanner}`},
    plugins: [leaveOut(shared, root), leaveOutExamples()],
  },
  // Neutral, so that a built-in of Node in the library fails the build.
  anywhere: {
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    conditions: ['browser', 'module'],
  },
};

/**
 * Every bundle: where it runs, where it starts and where it goes.
 * @type {readonly {place: keyof typeof places, entry: string, out: string}[]}
 */
export const bundles = [
  {place: 'extensionHost', entry: 'client/src/node.ts', out: 'client/node.cjs'},
  {place: 'webExtensionHost', entry: 'client/src/web.ts', out: 'client/web.cjs'},
  {place: 'webview', entry: 'client/webview/report.ts', out: 'client/webview/report.js'},
  {place: 'webview', entry: 'client/webview/report.css', out: 'client/webview/report.css'},
  {place: 'server', entry: 'server/src/lsp/node.ts', out: 'server/node.js'},
  {place: 'worker', entry: 'server/src/lsp/web.ts', out: 'server/web.js'},
  {place: 'node', entry: 'server/src/cli/main.ts', out: 'cli.js'},
  {place: 'anywhere', entry: 'server/src/index.ts', out: 'index.js'},
];

/**
 * @param {(typeof bundles)[number]} bundle
 * @param {boolean} watch
 * @returns {esbuild.BuildOptions}
 */
export function optionsFor({place, entry, out}, watch = false) {
  return {
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: join(dist, out),
    bundle: true,
    minifySyntax: !watch,
    minifyWhitespace: !watch,
    // At the shell names stand in stack traces, and cost next to nothing; the extension has a limit to its size.
    minifyIdentifiers: !watch && place !== 'node',
    sourcemap: watch ? 'linked' : false,
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
    // The attribution model and its kernels, where they stand beside the code that reads them.
    loader: {'.bin': 'binary', '.wasm': 'binary'},
    logLevel: 'warning',
    .../** @type {esbuild.BuildOptions} */ (places[place]),
  };
}

/** Only once the servers are built is it known what they share. */
function buildShared() {
  return esbuild.build({
    absWorkingDir: root,
    stdin: {contents: sharedScript(shared), resolveDir: root, sourcefile: data},
    outfile: join(dist, data),
    bundle: true,
    minify: true,
    metafile: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  });
}

/** @param {string} command @param {string[]} args */
function must(command, args) {
  const done = spawnSync(command, args, {cwd: root, stdio: ['ignore', 2, 2]});
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** What others compile against: the types of the library. */
function declareTypes() {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  must(process.execPath, [compiler, '-p', join(root, 'server', 'tsconfig.types.json')]);
}

/** Writes down what went into which bundle: the package's tests read it. */
function writeMeta(/** @type {Record<string, esbuild.Metafile>} */ metafiles) {
  writeFileSync(join(dist, 'meta.json'), JSON.stringify(metafiles));
}

async function build() {
  must(process.execPath, [join(root, 'scripts', 'generate-registry.mjs')]);
  rmSync(dist, {recursive: true, force: true});
  mkdirSync(dist, {recursive: true});
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(optionsFor(bundle))));
  const metafiles = Object.fromEntries(
    bundles.map(({out}, index) => [out, /** @type {esbuild.Metafile} */ (results[index]?.metafile)]),
  );
  metafiles[data] = (await buildShared()).metafile;
  writeMeta(metafiles);
  writeFileSync(join(dist, 'THIRD_PARTY_NOTICES.txt'), thirdPartyNotices(root, Object.values(metafiles)));
  declareTypes();
}

async function watch() {
  must(process.execPath, [join(root, 'scripts', 'generate-registry.mjs')]);
  for (const bundle of bundles) {
    const context = await esbuild.context({...optionsFor(bundle, true), logLevel: 'info'});
    await context.rebuild();
    await context.watch();
  }
  await buildShared();
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await (process.argv.includes('--watch') ? watch() : build());
  } catch (error) {
    // esbuild has said what is wrong, and where.
    if (!(error instanceof Error && 'errors' in error))
      console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
