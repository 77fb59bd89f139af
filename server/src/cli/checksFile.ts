import {readFile, stat} from 'node:fs/promises';
import {basename} from 'node:path';
import type {Analysis} from '../engine.js';
import {checksBeside, type DraftRecord} from '../record/checks.js';
import {readChecks} from '../record/readChecks.js';
import type {FileProblem} from '../record/readYaml.js';
import {lineTable} from '../report/lines.js';
import {type InputError, told} from './failure.js';
import {decode, reason} from './readDraft.js';

/** What is to be said of a file of checks. */
export type ChecksNote = InputError & {
  readonly severity: FileProblem['severity'];
  /** Whether another draft of the same name may have a use for what this one has none for. */
  readonly idle: boolean;
};

/** The `STORY.checks.yml` of a draft. */
export interface ChecksFile {
  readonly path: string;
  readonly text: string;
  readonly record: DraftRecord;
  readonly notes: readonly ChecksNote[];
}

const largest = 2 * 1024 * 1024;

/** The file of checks beside a draft; null where there is none. Never rejects. */
export async function checksFile(draft: string): Promise<ChecksFile | null> {
  if (draft === '-') return null;
  const path = checksBeside(draft);
  const unread = (message: string): ChecksFile => ({
    path,
    text: '',
    record: {ignores: []},
    notes: [{path, message, severity: 'error', idle: false}],
  });
  try {
    const found = await stat(path);
    if (!found.isFile()) return null;
    if (found.size > largest) return unread('This file is too large for checks.');
    const text = decode(await readFile(path));
    const {record, problems} = readChecks(text, basename(path));
    const at = lineTable(text);
    const notes = problems.map(({start, severity, message}) => ({
      path,
      ...at(start),
      message,
      severity,
      idle: false,
    }));
    return {path, text, record, notes};
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    return unread(code === undefined && error instanceof Error ? error.message : reason(error));
  }
}

/** What is wrong with the file, and which of its entries this draft has no use for. */
export function notesOn(checks: ChecksFile | null, {ofRecord}: Analysis): readonly ChecksNote[] {
  if (!checks || ofRecord.length === 0) return checks?.notes ?? [];
  const at = lineTable(checks.text);
  const idle = ofRecord.map(
    ({start, message}): ChecksNote => ({
      path: checks.path,
      ...at(start),
      message,
      severity: 'warning',
      idle: true,
    }),
  );
  return [...checks.notes, ...idle];
}

/** Gathers what is said of files of checks: each thing once, and of two drafts with one file only what both say. */
export class ChecksNotes {
  private readonly drafts = new Map<string, number>();
  private readonly said = new Map<string, {readonly note: ChecksNote; times: number}>();

  add(draft: string, notes: readonly ChecksNote[]): void {
    const path = checksBeside(draft);
    this.drafts.set(path, (this.drafts.get(path) ?? 0) + 1);
    for (const note of notes) {
      const key = told(note);
      const known = this.said.get(key);
      if (known) known.times++;
      else this.said.set(key, {note, times: 1});
    }
  }

  all(): ChecksNote[] {
    return [...this.said.values()].flatMap(({note, times}) =>
      note.idle && times < (this.drafts.get(note.path) ?? 1) ? [] : [note],
    );
  }
}
