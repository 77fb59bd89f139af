import {TextDocument} from 'vscode-languageserver-textdocument';
import type {ReportedFinding} from '../engine.js';
import {draftsBeside} from '../record/checks.js';
import {readChecks} from '../record/readChecks.js';
import type {FileProblem} from '../record/readYaml.js';
import type {Context} from './context.js';
import {DraftReader, formatOf, type Reading} from './documents.js';
import {fileName} from './uri.js';

/** An open file of checks as it was understood; in offsets of its text. */
export interface ChecksReading {
  readonly problems: readonly FileProblem[];
  /** Whether there is a draft that it could be about. */
  readonly hasDraft: boolean;
  /** What is to be said of entries that silence nothing, and the draft that was read for it; null without one. */
  readonly idle: {readonly findings: readonly ReportedFinding[]; readonly draft: Reading} | null;
}

/** Reads open files of checks together with the drafts that they are about. */
export class ChecksReader {
  /** Drafts that are not open, each as it was last read. */
  private readonly closed = new Map<
    string,
    {readonly document: TextDocument; readonly reader: DraftReader}
  >();

  constructor(private readonly context: Context) {}

  /** @returns null where the text changed meanwhile: the next question is on its way */
  async read(document: TextDocument): Promise<ChecksReading | null> {
    const {version, uri} = document;
    const {problems} = readChecks(document.getText(), fileName(uri));
    const found: Reading[] = [];
    for (const draft of draftsBeside(uri)) {
      const reading = await this.draft(draft);
      if (reading) found.push(reading);
    }
    if (document.version !== version) return null;
    const [draft, ...others] = found.filter(({analysis}) => analysis !== null);
    const findings = (draft?.analysis?.ofRecord ?? []).filter((finding) =>
      others.every(({analysis}) => analysis?.ofRecord.some((one) => same(one, finding))),
    );
    return {problems, hasDraft: found.length > 0, idle: draft ? {findings, draft} : null};
  }

  /** Forgets the drafts of a file of checks that was closed. */
  forget(uri: string): void {
    for (const draft of draftsBeside(uri)) this.closed.delete(draft);
  }

  private async draft(uri: string): Promise<Reading | null> {
    const {documents, environments} = this.context;
    if (documents.get(uri)) return documents.read(uri);
    const text = await environments.files().read(uri);
    const format = formatOf(uri, '');
    if (text === null || !format) return null;
    let known = this.closed.get(uri);
    if (known?.document.getText() !== text) {
      const version = (known?.document.version ?? 0) + 1;
      known = {
        document: TextDocument.create(uri, '', version, text),
        reader: known?.reader ?? new DraftReader(format),
      };
      this.closed.set(uri, known);
    }
    const environment = await environments.of(uri);
    if (!documents.get(uri)) environments.forget(uri);
    return known.reader.read(known.document, environment);
  }
}

const same = (one: ReportedFinding, other: ReportedFinding): boolean =>
  one.start === other.start && one.message === other.message;
