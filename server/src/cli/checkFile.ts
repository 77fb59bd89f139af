import {writeFile} from 'node:fs/promises';
import type {Span} from '../draft/block.js';
import type {DraftMeta} from '../draft/draft.js';
import {frontMatterOf} from '../draft/frontMatter.js';
import {draftLanguage} from '../draft/language.js';
import {DraftSession, type ReportedEdit, type ReportedFinding} from '../engine.js';
import type {Config} from '../record/config.js';
import {houseNamed, settingsFor} from '../record/settings.js';
import {lineTable} from '../report/lines.js';
import {applyEdits, safeEdits} from '../report/safeFixes.js';
import {type House, houseTitle} from '../rules/severity.js';
import {plain} from '../rules/template.js';
import {checksFile, notesOn} from './checksFile.js';
import {notEnglish} from './language.js';
import {formatOf, readDraft, reason, Unreadable} from './readDraft.js';
import {type FileResult, findingsOf} from './result.js';

/** One file to be checked; plain data, so that it can be sent to a worker. */
export interface Job {
  readonly path: string;
  /** Its text where that is already known (standard input); null to read the file. */
  readonly text: string | null;
  readonly config: Config | null;
  /** Its path relative to the folder of the settings; null where it lies outside. */
  readonly within: string | null;
  /** The house asked for on the command line. */
  readonly house: House | null;
  /** Make the safe fixes and write the file. */
  readonly fix: boolean;
  /** Only findings that touch one of these stretches count; null for all. */
  readonly changed: readonly Span[] | null;
  /** Findings that are known already and do not count, each as often as it stands there: see `baseline.ts`. */
  readonly known: readonly string[];
}

/** Fixes can make room for others; a few rounds settle it. */
const mostRounds = 10;

/** Checks one file. Never rejects: what is wrong with the file is part of the result. */
export async function checkFile(job: Job): Promise<FileResult> {
  const failed = (error: string): FileResult => ({
    path: job.path,
    findings: [],
    text: '',
    error,
    notes: [],
    fixed: 0,
    ofRecord: [],
  });
  try {
    return await check(job, job.text ?? (await readDraft(job.path)));
  } catch (error) {
    if (error instanceof Unreadable) return failed(error.message);
    return failed(`Onrecord failed on this file: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function check(job: Job, given: string): Promise<FileResult> {
  const format = formatOf(job.path);
  const session = new DraftSession();
  const checks = await checksFile(job.path);
  const notes: string[] = [];
  let text = given;
  let changed = job.changed;
  let fixed = 0;
  for (let round = 0; ; round++) {
    const {meta} = frontMatterOf(text, format);
    const settings = settingsFor({
      asked: job.house,
      own: meta.house,
      config: job.config,
      path: job.within,
      genre: meta.genre,
      fallback: 'ap',
    });
    const analysis = session.update(text, format, settings, checks?.record);
    const {language, english, sure} = draftLanguage(analysis.draft);
    const foreign = sure && !english;
    const findings = foreign ? [] : counting(analysis.findings, text, changed, job.known);
    const edits = job.fix && round < mostRounds ? safeEdits(findings) : [];
    if (edits.length > 0) {
      text = applyEdits(text, edits);
      changed = changed && moved(changed, edits);
      fixed += edits.length;
      continue;
    }
    notes.push(...aboutFrontMatter(job, meta, analysis.draft.problems, text));
    if (foreign) notes.push(notEnglish(language));
    if (text !== given) {
      try {
        await writeFile(job.path, text);
      } catch (error) {
        throw new Unreadable(`The fixes could not be written. ${reason(error)}`);
      }
    }
    const found = findingsOf(text, findings);
    return {
      path: job.path,
      findings: found,
      text: found.length > 0 ? text : '',
      error: null,
      notes,
      fixed,
      ofRecord: foreign ? [] : notesOn(checks, analysis),
    };
  }
}

/** What identifies a finding in another version of its draft: its rule and its words, not its place. */
export function keyOf(rule: string, exact: string): string {
  return `${rule}\n${exact.replace(/\s+/g, ' ').trim()}`;
}

function counting(
  findings: readonly ReportedFinding[],
  text: string,
  changed: readonly Span[] | null,
  known: readonly string[],
): readonly ReportedFinding[] {
  const left = new Map<string, number>();
  for (const key of known) left.set(key, (left.get(key) ?? 0) + 1);
  return findings.filter((finding) => {
    if (changed && !finding.document && !changed.some((span) => touches(span, finding))) return false;
    const key = keyOf(finding.rule, text.slice(finding.start, finding.end));
    const times = left.get(key) ?? 0;
    if (times > 0) left.set(key, times - 1);
    return times === 0;
  });
}

function touches(span: Span, finding: Span): boolean {
  return finding.start < span.end && span.start < Math.max(finding.end, finding.start + 1);
}

/** Stretches of a text where they stand once edits were made in it. */
function moved(spans: readonly Span[], edits: readonly ReportedEdit[]): Span[] {
  const shift = (offset: number) =>
    edits.reduce(
      (sum, edit) => (edit.end <= offset ? sum + plain(edit.text).length - (edit.end - edit.start) : sum),
      offset,
    );
  return spans.map(({start, end}) => ({start: shift(start), end: Math.max(shift(start), shift(end))}));
}

function aboutFrontMatter(
  job: Job,
  meta: DraftMeta,
  problems: readonly {readonly start: number; readonly message: string}[],
  text: string,
): string[] {
  const at = lineTable(text);
  const notes = problems.map(({start, message}) => {
    const {line} = at(start);
    return `line ${line}: ${message}`;
  });
  if (meta.house !== null && !job.house && !houseNamed(meta.house)) {
    const used = houseTitle(job.config?.house ?? 'ap');
    notes.push(
      `Its front matter names the house "${meta.house.slice(0, 40)}", which is not known; ${used} counts.`,
    );
  }
  return notes;
}
