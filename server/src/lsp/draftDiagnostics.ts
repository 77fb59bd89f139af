import {type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range} from 'vscode-languageserver';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import type {Span} from '../draft/block.js';
import type {ReportedFinding} from '../engine.js';
import type {ClientFacts} from './client.js';
import type {Environment} from './configuration.js';
import type {Reading} from './documents.js';
import {rangeOf} from './places.js';

export const diagnosticSource = 'onrecord';

export const severityNumbers = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const notEnglish =
  'This draft does not seem to be in English. Onrecord reads only English so far, so nothing was checked.';

/** The diagnostics of one draft's findings: those that did not change since it was last read are the same objects. */
export class DraftDiagnostics {
  private findings: readonly ReportedFinding[] = [];
  private items: readonly Diagnostic[] = [];
  private environment: Environment | undefined;

  constructor(private readonly client: ClientFacts) {}

  /** None where it is no draft, one hint where it is not in English. */
  of(reading: Reading): Diagnostic[] {
    return reading.eligibility.draft ? [...ofDraft(reading), ...this.ofFindings(reading)] : [];
  }

  private ofFindings(reading: Reading): Diagnostic[] {
    const {document, environment, analysis} = reading;
    const known = this.environment === environment;
    const before = known ? this.findings : [];
    const last = known ? this.items : [];
    const findings = analysis?.findings ?? [];
    const items: Diagnostic[] = new Array(findings.length);
    /** Takes over a diagnostic of before, where nothing of it has changed. */
    const stays = (now: number, then: number): boolean => {
      const [finding, was, item] = [findings[now], before[then], last[then]];
      if (!finding || !was || !item) return false;
      if (!looksSame(finding, was) || !standsAt(document, finding, item)) return false;
      items[now] = item;
      return true;
    };
    const longer = findings.length - before.length;
    let head = 0;
    while (head < before.length && stays(head, head)) head++;
    let end = findings.length;
    while (end > head + Math.max(0, longer) && stays(end - 1, end - 1 - longer)) end--;
    for (let i = head; i < end; i++) {
      items[i] = diagnostic(findings[i] as ReportedFinding, reading, this.client);
    }
    this.findings = findings;
    this.items = items;
    this.environment = environment;
    return items;
  }
}

/** What is to be said of the draft itself. */
function ofDraft({document, foreign, problems}: Reading): Diagnostic[] {
  const own = problems.map(
    (problem): Diagnostic => ({
      range: rangeOf(document, problem),
      severity: DiagnosticSeverity.Warning,
      source: diagnosticSource,
      message: problem.message,
    }),
  );
  if (foreign !== null) {
    const range = rangeOf(document, {start: 0, end: 0});
    own.push({range, severity: DiagnosticSeverity.Hint, source: diagnosticSource, message: notEnglish});
  }
  return own;
}

export function diagnostic(finding: ReportedFinding, reading: Reading, client: ClientFacts): Diagnostic {
  const {document} = reading;
  const href = rulePage(reading, finding.rule);
  const related = client.relatedInformation ? finding.related : [];
  return {
    range: rangeOf(document, finding),
    severity: severityNumbers[finding.severity],
    code: finding.rule,
    ...(href !== null && client.codeDescription ? {codeDescription: {href}} : {}),
    source: diagnosticSource,
    message: finding.message,
    ...(finding.unnecessary && client.unnecessaryTag ? {tags: [DiagnosticTag.Unnecessary]} : {}),
    ...(related.length > 0
      ? {
          relatedInformation: related.map((one) => ({
            location: {uri: document.uri, range: rangeOf(document, one)},
            message: one.message,
          })),
        }
      : {}),
    data: {rule: finding.rule, fixes: finding.fixes.length},
  };
}

/** Where a rule is explained; null where this server knows no such place. */
export function rulePage({environment}: Reading, rule: string): string | null {
  const {docsBase} = environment;
  return docsBase === null ? null : `${docsBase.replace(/\/+$/, '')}/${rule}.md`;
}

/** Whether an editor is shown the same of two findings, wherever they stand. */
function looksSame(one: ReportedFinding, other: ReportedFinding): boolean {
  return (
    one === other ||
    (one.rule === other.rule &&
      one.severity === other.severity &&
      one.message === other.message &&
      one.unnecessary === other.unnecessary &&
      one.fixes.length === other.fixes.length &&
      one.related.length === other.related.length &&
      one.related.every(({message}, i) => message === other.related[i]?.message))
  );
}

/** Whether a finding and all that it points to stand where its diagnostic says. */
function standsAt(document: TextDocument, finding: ReportedFinding, item: Diagnostic): boolean {
  return (
    isRange(document, finding, item.range) &&
    (item.relatedInformation?.every(({location}, i) =>
      isRange(document, finding.related[i] as Span, location.range),
    ) ??
      true)
  );
}

function isRange(document: TextDocument, {start, end}: Span, range: Range): boolean {
  return isPosition(document, start, range.start) && isPosition(document, end, range.end);
}

function isPosition(document: TextDocument, offset: number, {line, character}: Range['start']): boolean {
  const position = document.positionAt(offset);
  return position.line === line && position.character === character;
}
