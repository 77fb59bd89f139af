// Runs mocha tests inside the extension host of a real VS Code, beside the packaged extension: for what is asked
// through the `vscode` API and cannot be seen on screen. The test files are ordinary ones, importing 'vscode'.
import {existsSync} from 'node:fs';
import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {chromium} from 'playwright-core';
import {startCodeServer} from './codeServer.js';
import {findBrowser} from './install.mjs';
import {packagedExtension, type WorkbenchOptions} from './workbench.js';

export interface InsideResult {
  title: string;
  ms: number;
  /** Why it failed; left out where it passed. */
  error?: string;
}

export interface InsideOptions extends Omit<WorkbenchOptions, 'open'> {
  /** The test files, full paths. */
  tests: readonly string[];
  /** For the whole run. */
  timeout?: number;
}

const mocha = fileURLToPath(import.meta.resolve('mocha'));

// What the extension host calls. It writes down every result at once, so that a crash loses none.
const runner = (tests: readonly string[], results: string) => `
import {appendFileSync} from 'node:fs';
const write = entry => appendFileSync(${JSON.stringify(results)}, JSON.stringify(entry) + '\\n');
export async function run() {
  try {
    const {default: Mocha} = await import(${JSON.stringify(pathToFileURL(mocha).href)});
    const mocha = new Mocha({ui: 'bdd', timeout: 20000, reporter: function () {}});
    mocha.suite.emit('pre-require', globalThis, null, mocha);
    ${tests.map((test) => `await import(${JSON.stringify(test)});`).join('\n    ')}
    await new Promise(done => mocha
      .run(() => done())
      .on('pass', test => write({title: test.fullTitle(), ms: test.duration ?? 0}))
      .on('fail', (test, error) => write({
        title: test.fullTitle(),
        ms: test.duration ?? 0,
        error: String(error?.stack ?? error),
      })));
  } catch (error) {
    write({title: 'loading the tests', ms: 0, error: String(error?.stack ?? error)});
  }
  write('end');
}
`;

/** The result of every test, at least one. */
export async function runInExtensionHost(options: InsideOptions): Promise<InsideResult[]> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium: run `node test/editor/install.mjs`');
  const {vsix = [packagedExtension], settings = {}, timeout = 90_000} = options;
  const server = await startCodeServer({
    vsix,
    settings,
    flags: ['--vscode-option', 'enable-smoke-test-driver'],
  });
  try {
    const folder = join(server.home, 'workspace');
    await mkdir(folder, {recursive: true});
    if (options.from !== undefined) await cp(options.from, folder, {recursive: true});
    for (const [path, text] of Object.entries(options.files ?? {})) {
      await mkdir(dirname(join(folder, path)), {recursive: true});
      await writeFile(join(folder, path), text);
    }

    // The extension under development is an empty one, so that what is tested is the package that users get.
    const empty = join(server.home, 'tests');
    await mkdir(empty);
    const manifest = {name: 'inside-tests', publisher: 'onrecord', version: '0.0.0', engines: {vscode: '*'}};
    await writeFile(join(empty, 'package.json'), JSON.stringify(manifest));
    const results = join(empty, 'results.jsonl');
    const bundle = join(empty, 'index.js');
    await build({
      stdin: {contents: runner(options.tests, results), resolveDir: dirname(fileURLToPath(import.meta.url))},
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['vscode', 'file:*'],
      sourcemap: 'inline',
      outfile: bundle,
      logLevel: 'silent',
    });

    const browser = await chromium.launch({executablePath});
    try {
      const page = await browser.newPage();
      // The workbench reports to these at the end of a run.
      await page.exposeFunction('codeAutomationLog', () => {});
      await page.exposeFunction('codeAutomationExit', () => {});
      const address = server.address(folder, undefined, [
        ['extensionDevelopmentPath', server.uri(empty)],
        ['extensionTestsPath', server.uri(bundle)],
      ]);
      await page.goto(address, {timeout: 60_000});

      const deadline = Date.now() + timeout;
      for (;;) {
        const lines = existsSync(results) ? (await readFile(results, 'utf8')).trim().split('\n') : [];
        if (lines.at(-1) === '"end"') {
          const all = lines.slice(0, -1).map((line) => JSON.parse(line) as InsideResult);
          if (all.length === 0) throw new Error('no test ran inside the extension host');
          return all;
        }
        if (Date.now() > deadline) {
          throw new Error(
            `the tests inside the extension host did not end in ${timeout} ms; until then:\n${lines.join('\n')}\n` +
              (await server.logs()),
          );
        }
        await new Promise((done) => setTimeout(done, 100));
      }
    } finally {
      await browser.close();
    }
  } finally {
    await server.stop();
  }
}

/** Runs them as one test of the suite that calls this, and says which passed and which failed, and why. */
export async function mustPassInside(options: InsideOptions): Promise<void> {
  const results = await runInExtensionHost(options);
  for (const {title, ms, error} of results) console.log(`      ${error ? '✖' : '✔'} ${title} (${ms}ms)`);
  const failed = results.filter(({error}) => error !== undefined);
  if (failed.length > 0) {
    throw new Error(failed.map(({title, error}) => `${title}\n${error}`).join('\n\n'));
  }
}
