import type {ReportedFinding} from '../engine.js';
import {lineTable} from '../report/lines.js';
import {houseTitle, type Severity} from '../rules/severity.js';
import {plain} from '../rules/template.js';
import type {ChecksNote} from './checksFile.js';
import {rulePage} from './version.js';

/** A finding as every format prints it. Offsets are UTF-16 code units of the file; lines and columns count from 1. */
export interface Finding {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The draft's own words. */
  readonly exact: string;
  readonly message: string;
  /** The house style that applied, as people call it. */
  readonly house: string;
  /** Address of the rule's page; null where the package came without its pages. */
  readonly docs: string | null;
  readonly because: string;
  readonly related: readonly {
    readonly start: number;
    readonly end: number;
    readonly line: number;
    readonly column: number;
    readonly message: string;
  }[];
  readonly fixes: readonly {
    readonly title: string;
    readonly kind: 'fix' | 'suggestion';
    /** What a person must fill in stands in square brackets. */
    readonly edits: readonly {readonly start: number; readonly end: number; readonly newText: string}[];
  }[];
}

/** What came of one file. */
export interface FileResult {
  readonly path: string;
  readonly findings: readonly Finding[];
  /** The text that the findings are of; empty where there are none, which need none. */
  readonly text: string;
  /** Why it could not be read; null where it was. */
  readonly error: string | null;
  /** What a person should know, one sentence each. */
  readonly notes: readonly string[];
  /** How many safe fixes were made. */
  readonly fixed: number;
  /** What is to be said of the file of checks beside it. */
  readonly ofRecord: readonly ChecksNote[];
}

export function findingsOf(text: string, findings: readonly ReportedFinding[]): Finding[] {
  const at = lineTable(text);
  return findings.map((finding) => {
    const from = at(finding.start);
    const to = at(finding.end);
    return {
      rule: finding.rule,
      severity: finding.severity,
      start: finding.start,
      end: finding.end,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      exact: text.slice(finding.start, finding.end),
      message: finding.message,
      house: houseTitle(finding.house),
      docs: rulePage(finding.rule),
      because: finding.because,
      related: finding.related.map(({start, end, message}) => ({start, end, ...at(start), message})),
      fixes: finding.fixes.map(({title, kind, edits}) => ({
        title,
        kind,
        edits: edits.map((edit) => ({start: edit.start, end: edit.end, newText: plain(edit.text)})),
      })),
    };
  });
}
