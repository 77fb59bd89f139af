import {existsSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
// Both packages are CommonJS bundles without named exports for ESM.
import type {IGrammar, IRawGrammar, StateStack} from 'vscode-textmate';

const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');
const textmate = require('vscode-textmate') as typeof import('vscode-textmate');

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly language?: string;
  readonly injectTo?: readonly string[];
}

/** What package.json contributes: the tests load the grammars as an editor would, by these entries. */
export const contributions = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes?: {grammars?: readonly Contribution[]};
  }
).contributes?.grammars as readonly Contribution[];

const builtIn = join(root, 'test', 'editor', 'node_modules', 'code-server', 'lib', 'vscode', 'extensions');
const realMarkdown = join(builtIn, 'markdown-basics', 'syntaxes', 'markdown.tmLanguage.json');
const realHtml = join(builtIn, 'html', 'syntaxes', 'html-derivative.tmLanguage.json');
const realHtmlBasic = join(builtIn, 'html', 'syntaxes', 'html.tmLanguage.json');

/** Whether VS Code's own Markdown grammar is here (it comes with the editor tests). */
export const hasRealMarkdown = existsSync(realMarkdown);

/** Block structure and scope names as in VS Code's Markdown grammar, as little of it as the injections touch. */
const standInMarkdown = {
  scopeName: 'text.html.markdown',
  patterns: [
    {
      begin: '\\A---\\s*$',
      end: '^---\\s*$',
      contentName: 'meta.embedded.block.frontmatter',
      patterns: [],
    },
    {include: '#block'},
  ],
  repository: {
    block: {
      patterns: [
        {
          match: '^(#{1,6})\\s+(.*)$',
          name: 'markup.heading.markdown',
          captures: {2: {patterns: [{include: '#inline'}]}},
        },
        {begin: '^(`{3,}).*$', end: '^\\1\\s*$', name: 'markup.fenced_code.block.markdown'},
        {begin: '(^|\\G)\\s*(<!--)', end: '(-->)', name: 'comment.block.html'},
        {
          begin: '(^|\\G)[ ]{0,3}(?=\\S)',
          while: '^(?=\\S)',
          name: 'meta.paragraph.markdown',
          patterns: [{include: '#inline'}],
        },
      ],
    },
    inline: {
      patterns: [
        {begin: '<!--', end: '-->', name: 'comment.block.html'},
        {match: '(`+)([^`]+)\\1', name: 'markup.inline.raw.string.markdown'},
        {
          match: '(\\[)([^\\[\\]]*)(\\])(\\()([^()]*)(\\))',
          captures: {
            2: {name: 'string.other.link.title.markdown'},
            5: {name: 'markup.underline.link.markdown'},
          },
        },
        {match: '(\\[)([^\\[\\]]+)(\\])', name: 'meta.link.reference.markdown'},
      ],
    },
  },
};

const builtInPaths: Readonly<Record<string, string>> = {
  'text.html.markdown': realMarkdown,
  'text.html.derivative': realHtml,
  'text.html.basic': realHtmlBasic,
};

/** A registry as VS Code fills it: base grammars, ours, and the injections that package.json asks for. */
export async function openRegistry(markdown: 'real' | 'stand-in') {
  const wasm = readFileSync(require.resolve('vscode-oniguruma').replace(/main\.js$/, 'onig.wasm'));
  await (loaded ??= oniguruma.loadWASM(
    wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
  ));
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName): Promise<IRawGrammar | null> => {
      const ours = contributions.find((entry) => entry.scopeName === scopeName);
      const path = ours ? join(root, ours.path) : markdown === 'real' ? builtInPaths[scopeName] : undefined;
      if (path) return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
      if (scopeName === 'text.html.markdown') {
        return textmate.parseRawGrammar(JSON.stringify(standInMarkdown), 'stand-in.json');
      }
      // VS Code's rule for front matter is dropped as a whole where there is no YAML to put into it.
      if (scopeName === 'source.yaml') {
        const yaml = {scopeName, patterns: [{match: '[^:]+', name: 'string.unquoted.yaml'}]};
        return textmate.parseRawGrammar(JSON.stringify(yaml), 'yaml.json');
      }
      return null;
    },
    getInjections: (scopeName) =>
      contributions.filter((entry) => entry.injectTo?.includes(scopeName)).map((entry) => entry.scopeName),
  });
}

let loaded: Promise<void> | undefined;

export interface Coloured {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Every token of a text, in order. */
export function tokens(grammar: IGrammar, text: string): Coloured[] {
  const found: Coloured[] = [];
  let state: StateStack = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    for (const token of result.tokens) {
      found.push({text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes});
    }
  }
  return found;
}

/** Words that carry a scope that begins with `scope`; neighbours are joined. */
export function wordsWith(grammar: IGrammar, text: string, scope: string): string[] {
  const words: string[] = [];
  let open = false;
  for (const token of tokens(grammar, text)) {
    const has = token.scopes.some((name) => name.startsWith(scope));
    if (has && open) words[words.length - 1] += token.text;
    else if (has) words.push(token.text);
    open = has;
  }
  return words;
}
