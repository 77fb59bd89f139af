import type {DraftMeta} from './draft.js';
import {draftLanguages, formatList} from './formats.js';

export interface EligibilityInput {
  /** Scheme of the document's address: `file`, `untitled`, `vscode-vfs`, `git`, `output` … */
  readonly scheme: string;
  /** Path of the document, with `/` or `\`. */
  readonly path: string;
  readonly languageId: string;
  /** The setting `onrecord.enable`. */
  readonly mode: 'auto' | 'always' | 'never';
  /** "Check This File" or "Leave This File Alone", where the writer chose. */
  readonly choice: 'check' | 'leave' | null;
  readonly meta: DraftMeta;
  /** Whether the `files` of the nearest `onrecord.yml` match; null when there is none above. */
  readonly configMatches: boolean | null;
  /** Whether a package manifest (`package.json`, `pyproject.toml` …) stands in the folder or one above it. */
  readonly besideManifest: boolean;
}

export interface Eligibility {
  readonly draft: boolean;
  /** One plain sentence for the status item. */
  readonly reason: string;
}

/** Views of something else, and the editor's own pages: never drafts, whatever the settings say. */
const views = new Set(
  'git gitfs git-graph gitlens scm output debug vscode-settings vscode-userdata vscode-terminal vscode-notebook-cell vscode-interactive-input comment walkThrough walkThroughSnippet search-editor chat-editing-text-model'.split(
    ' ',
  ),
);

/** Names, without their ending, that code repositories give their own papers. */
const repositoryNames =
  /^(?:readme|changelog|changes|history|news|releases?|release[-_]notes|licen[cs]e|copying|copyright|notice|third[-_]?party.*|contribut(?:ing|ors)|code[-_]of[-_]conduct|security|support|governance|maintainers|codeowners|authors|owners|upgrading|upgrade|migrat(?:ing|ion)|install(?:ation)?|building|hacking|development|architecture|todo|roadmap|faq|agents|pull_request_template|issue_template|bug_report|feature_request|cmakelists|robots|humans|ads|llms(?:-full)?)(?:[._-][a-z]{2,3}(?:[-_][a-z]{2,4})?)?$/i;
const machineNames =
  /^(?:(?:[\w.-]*[-_.])?requirements(?:[-_.][\w.-]*)?|constraints(?:[-_.][\w.-]*)?|sources|top_level|entry_points|dependency_links|pkg-info)$/i;
const repositoryFolders =
  /(?:^|\/)(?:node_modules|bower_components|vendor|\.git|\.hg|\.svn|\.github|\.gitlab|\.vscode|\.changeset|__pycache__|site-packages|[^/]+\.(?:dist|egg)-info)\//;
const docsFolder = /(?:^|\/)(?:docs?|documentation|wiki|man)\//i;

/** Files that make the folder they stand in, and those below, a package of code. */
export const packageManifests: readonly string[] = [
  'package.json',
  'pyproject.toml',
  'setup.py',
  'Cargo.toml',
  'go.mod',
  'pom.xml',
  'build.gradle',
  'Gemfile',
  'composer.json',
  'CMakeLists.txt',
  'mix.exs',
  'pubspec.yaml',
];

/** Whether a path is one for which a manifest above it matters: elsewhere nobody needs to look for one. */
export function mayBeDocs(path: string): boolean {
  return docsFolder.test(path.replace(/\\/g, '/'));
}

/** Whether a document is a draft, and why: the first of the rules in the formats' "What counts as a draft" decides. */
export function eligibility(input: EligibilityInput): Eligibility {
  const {meta, mode, choice} = input;
  const path = input.path.replace(/\\/g, '/');
  if (views.has(input.scheme)) return no('This is a view of another document, not a draft.');
  if (!draftLanguages.has(input.languageId)) return no(`Only ${formatList('and')} are read as drafts.`);
  if (mode === 'never') return no('Onrecord is switched off in the settings.');
  if (choice === 'leave') return no('You chose to leave this file alone.');
  if (choice === 'check') return yes('You chose to check this file.');
  if (mode === 'always') return yes('The settings say that every text is checked.');
  if (meta.onrecord !== null) {
    return meta.onrecord
      ? yes('Its front matter says onrecord: true.')
      : no('Its front matter says onrecord: false.');
  }
  if (input.scheme === 'untitled') return yes('A new document is a draft.');
  if (input.configMatches !== null) {
    return input.configMatches
      ? yes('The files in onrecord.yml take it in.')
      : no('The files in onrecord.yml do not take it in.');
  }
  if (meta.hasDraftKeys) return yes('Its front matter is that of a story.');

  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  if (repositoryFolders.test(path)) return no('It lies in a folder that belongs to code, not copy.');
  if (machineNames.test(stem) && !/\.(?:md|markdown)$/i.test(name))
    return no('It is a list that programs read.');
  if (isRepositoryName(stem)) return no(`${name} is a code repository's own paper.`);
  if (input.besideManifest && docsFolder.test(path)) return no('It is documentation beside a package.');
  return yes(`${formatList('and')} are drafts.`);
}

/** `security.txt` in capitals or in full is a repository's paper; "News" or "Support" in words may well be a story. */
function isRepositoryName(stem: string): boolean {
  if (!repositoryNames.test(stem)) return false;
  const ambiguous =
    /^(?:changes|history|news|releases?|security|support|development|architecture|notice|upgrade|migration|building|hacking|owners|authors|faq|ads|humans|robots|maintainers|governance|copyright|installation|install|agents)$/i;
  return !ambiguous.test(stem) || stem === stem.toUpperCase() || /^(?:robots|humans|ads)$/i.test(stem);
}

function yes(reason: string): Eligibility {
  return {draft: true, reason};
}

function no(reason: string): Eligibility {
  return {draft: false, reason};
}
