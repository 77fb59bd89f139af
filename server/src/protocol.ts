/**
 * What client and server say to each other beyond the Language Server Protocol. Plain types and method names: the
 * two may be built against different protocol packages, so no classes are shared. Which files may be drafts is told
 * here, too, as the client may look nowhere else in the server.
 */
export {draftGlob, editorLanguages} from './draft/formats.js';

/** Sent by our own client in `initialize`; other editors may leave all of it out. */
export interface InitializationOptions {
  /** The client answers `onrecord/readFile`; the server then never touches a file system itself. */
  readonly readsFiles?: boolean;
  /** The writer's own word per document URI ("Check This File" / "Leave This File Alone"). */
  readonly choices?: Readonly<Record<string, DraftChoice>>;
  /** Address under which rule pages are shown; default: the `docs/rules` folder of the package as `file:`. */
  readonly docsBase?: string;
  /** The client renders `$1`-style snippets in workspace edits through this command instead of plain text. */
  readonly snippetCommand?: string;
}

export type DraftChoice = 'check' | 'leave';

/** server -> client request: the text of a file for the server, or null when it cannot be read. */
export const readFileRequest = 'onrecord/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = {readonly text: string} | null;

/** client -> server notification: the writer's word for one document; null takes it back. */
export const choiceNotification = 'onrecord/choice';
export interface ChoiceParams {
  readonly uri: string;
  readonly choice: DraftChoice | null;
}

/** server -> client notification after each analysis: what the status item shows. */
export const tallyNotification = 'onrecord/tally';
export interface TallyParams {
  readonly uri: string;
  readonly version: number;
  readonly draft: boolean;
  /** Why it is or is not a draft, one plain sentence. */
  readonly reason: string;
  readonly house: string;
  readonly claims: number;
  readonly sourced: number;
  /** Unnamed sources (described or vague). */
  readonly unnamed: number;
  readonly findings: number;
}

/** client -> server request: the sourcing report of an open document. */
export const reportRequest = 'onrecord/report';
export interface ReportParams {
  readonly uri: string;
}
export interface ReportResult {
  readonly version: number;
  readonly title: string;
  /** Body of the rendered report; links are `#L<line>C<column>` with `data-start` and `data-end` offsets. No scripts. */
  readonly html: string;
  readonly markdown: string;
}

/** client -> server request: what the engine understood of an open document, as Markdown (debug view). */
export const understoodRequest = 'onrecord/understood';
export interface UnderstoodParams {
  readonly uri: string;
}
export interface UnderstoodResult {
  readonly markdown: string;
}

/** client -> server request: the settings that apply to an open document, and where each comes from; null when it is none. */
export const settingsRequest = 'onrecord/settings';
export interface SettingsParams {
  readonly uri: string;
}
export interface SettingsResult {
  /** As `onrecord check --print-config` prints it. */
  readonly json: string;
}

/** client -> server request: which rules an `onrecord.yml` has to try, as it stands in the editor. */
export const trialRequest = 'onrecord/trial';
export interface TrialParams {
  /** The settings file. */
  readonly config: string;
  readonly text: string;
}
export interface TrialResult {
  readonly rules: readonly {readonly id: string; readonly title: string}[];
}

/** client -> server request: what these rules would flag in one story; null when it is no draft. */
export const tryOnRequest = 'onrecord/tryOn';
export interface TryOnParams {
  /** As in the `onrecord/trial` before. */
  readonly config: string;
  readonly uri: string;
  /** Empty where the file is not open: then its name says what it is. */
  readonly languageId: string;
  readonly text: string;
}
export interface TriedFinding {
  readonly rule: string;
  readonly severity: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** The words it is about, on one line. */
  readonly words: string;
  readonly message: string;
}
export type TryOnResult = {readonly findings: readonly TriedFinding[]} | null;

/** client -> server request: findings of a file that is not open ("Check Workspace"); null when it is no draft. */
export const checkRequest = 'onrecord/check';
export interface CheckParams {
  readonly uri: string;
  /** Empty where the file is not open: then its name says what it is. */
  readonly languageId: string;
  readonly text: string;
}
export interface CheckResult {
  readonly draft: boolean;
  /** LSP diagnostics, as the pull request would give them. */
  readonly diagnostics: readonly unknown[];
}
