import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

/** Reads a Markdown text and says how many things it marked. */
export interface Checker {
  readonly name: string;
  /** What it was run with. */
  readonly with: string;
  readonly check: (text: string) => Promise<number>;
}

const here = dirname(fileURLToPath(import.meta.url));
const require = createRequire(join(here, 'package.json'));

/** Only what is used of them: the packages are the benchmark's own and absent elsewhere. */
interface Harper {
  readonly LocalLinter: new (init: {
    binary: unknown;
  }) => {
    setup(): Promise<void>;
    lint(text: string, options: {language: 'markdown'}): Promise<readonly unknown[]>;
  };
}

interface Textlint {
  createLinter(options: {descriptor: unknown}): {
    lintText(text: string, path: string): Promise<{readonly messages: readonly unknown[]}>;
  };
}

const version = (name: string) => {
  let folder = dirname(require.resolve(name));
  for (;;) {
    try {
      const found = require(join(folder, 'package.json')) as {name?: string; version?: string};
      if (found.name === name) return found.version ?? '';
    } catch {}
    const up = dirname(folder);
    if (up === folder) return '';
    folder = up;
  }
};

async function harper(): Promise<Checker> {
  const packed = join(here, 'node_modules', 'harper.js');
  const load = (path: string) => import(pathToFileURL(join(packed, 'dist', path)).href);
  const {LocalLinter} = (await load('index.js')) as Harper;
  const {binary} = (await load('binary.js')) as {binary: unknown};
  const linter = new LocalLinter({binary});
  await linter.setup();
  const {version: of} = require(join(packed, 'package.json')) as {version: string};
  return {
    name: `harper.js ${of}`,
    with: 'its default rules, WebAssembly in this process',
    check: async (text) => (await linter.lint(text, {language: 'markdown'})).length,
  };
}

async function textlint(): Promise<Checker> {
  const {createLinter} = require('textlint') as Textlint;
  const {TextlintKernelDescriptor} = require('@textlint/kernel') as {
    TextlintKernelDescriptor: new (init: unknown) => unknown;
  };
  const load = (name: string) => (require(name) as {default: unknown}).default;
  const descriptor = new TextlintKernelDescriptor({
    rules: ['write-good', 'no-todo'].map((ruleId) => ({
      ruleId,
      rule: load(`textlint-rule-${ruleId}`),
      options: {},
    })),
    plugins: [
      {
        pluginId: '@textlint/textlint-plugin-markdown',
        plugin: load('@textlint/textlint-plugin-markdown'),
        options: {},
      },
    ],
    filterRules: [],
  });
  const linter = createLinter({descriptor});
  return {
    name: `textlint ${version('textlint')}`,
    with: 'write-good and no-todo, in this process',
    check: async (text) => (await linter.lintText(text, 'bench.md')).messages.length,
  };
}

/** The checkers that Onrecord is put beside, ready to run. */
export async function others(): Promise<readonly Checker[]> {
  return [await harper(), await textlint()];
}
