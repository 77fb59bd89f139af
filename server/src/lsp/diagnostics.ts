import {
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import {type ReportedFinding, rules} from '../engine.js';
import {phraseProblems} from '../phraseExamples.js';
import {readConfig} from '../record/readConfig.js';
import type {FileProblem} from '../record/readYaml.js';
import {resolveConfig} from '../record/resolveConfig.js';
import {resolveHouse} from '../record/resolveHouse.js';
import {checksOf, isChecks} from './checksFile.js';
import {ChecksReader, type ChecksReading} from './checksReader.js';
import type {ClientFacts} from './client.js';
import type {Context} from './context.js';
import {isConfig, isHouse, type Reading} from './documents.js';
import {configAccess, type Files} from './files.js';
import {answering, doing} from './guard.js';
import {rangeOf} from './places.js';

export const diagnosticSource = 'onrecord';

const severityNumbers = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const notEnglish =
  'This draft does not seem to be in English. Onrecord reads only English so far, so nothing was checked.';

/** Pushed this long after the last of several quick edits, but not later than `longestWait` after the first. */
const calm = 100;
const longestWait = 400;

/** Diagnostics, for clients that ask for them and for those that wait to be told: never both. */
export function provideDiagnostics(context: Context): void {
  const {connection, documents, environments} = context;
  const results = new Results();
  const checks = new ChecksReader(context);

  const diagnosticsFor = async (uri: string, token?: Parameters<typeof documents.read>[1]) => {
    if (isConfig(uri)) {
      const document = documents.get(uri);
      return document ? configDiagnostics(document, context.environments.files()) : [];
    }
    if (isHouse(uri)) {
      const document = documents.get(uri);
      return document ? houseDiagnostics(document, context.environments.files()) : [];
    }
    if (isChecks(uri)) {
      const document = documents.get(uri);
      const reading = document && (await checks.read(document));
      return reading ? checksDiagnostics(document, reading, context.client()) : [];
    }
    const reading = await documents.read(uri, token);
    return reading ? diagnosticsOf(reading, context.client()) : [];
  };

  connection.languages.diagnostics.on(
    answering<{textDocument: {uri: string}; previousResultId?: string}, DocumentDiagnosticReport>(
      connection,
      'diagnostics',
      () => ({kind: DocumentDiagnosticReportKind.Full, items: []}),
      async ({textDocument: {uri}, previousResultId}, token) => {
        const items = await diagnosticsFor(uri, token);
        if (!documents.get(uri)) return {kind: DocumentDiagnosticReportKind.Full, items};
        const resultId = results.idOf(uri, items);
        return resultId === previousResultId
          ? {kind: DocumentDiagnosticReportKind.Unchanged, resultId}
          : {kind: DocumentDiagnosticReportKind.Full, resultId, items};
      },
    ),
  );

  const waiting = new Map<string, {timer: ReturnType<typeof setTimeout>; since: number}>();
  const push = doing(connection, 'diagnostics', async (uri: string) => {
    waiting.delete(uri);
    const version = () => documents.get(uri)?.version;
    const diagnostics = await diagnosticsFor(uri);
    if (version() === undefined) return;
    await connection.sendDiagnostics({uri, version: version(), diagnostics});
  });
  const pushSoon = (uri: string) => {
    if (context.client().pullsDiagnostics) return;
    const since = waiting.get(uri)?.since ?? Date.now();
    clearTimeout(waiting.get(uri)?.timer);
    const wait = Math.max(0, Math.min(calm, since + longestWait - Date.now()));
    waiting.set(uri, {timer: setTimeout(() => push(uri), wait), since});
  };

  // Opening counts as a change, too: that version is pushed at once and not again.
  const opened = new Map<string, number>();
  documents.onOpen(({document: {uri, version}}) => {
    if (context.client().pullsDiagnostics) return;
    opened.set(uri, version);
    push(uri);
  });
  documents.onChange(({document: {uri, version}}) => {
    if (opened.get(uri) !== version) pushSoon(uri);
  });
  documents.onClose(({document: {uri}}) => {
    results.forget(uri);
    checks.forget(uri);
    idle.delete(uri);
    opened.delete(uri);
    clearTimeout(waiting.get(uri)?.timer);
    waiting.delete(uri);
    if (!context.client().pullsDiagnostics) {
      void connection.sendDiagnostics({uri, diagnostics: []}).catch(() => undefined);
    }
  });
  const refresh = () => {
    if (context.client().refreshesDiagnostics)
      void connection.languages.diagnostics.refresh().catch(() => undefined);
  };
  // An edit of a draft can leave an entry of its open file of checks with nothing to silence.
  const idle = new Map<string, string>();
  documents.onRead(({document: {uri}, analysis}) => {
    const now = (analysis?.ofRecord ?? []).map(({start, message}) => `${start} ${message}`).join('\n');
    if (now === (idle.get(uri) ?? '')) return;
    idle.set(uri, now);
    const beside = checksOf(uri);
    if (beside === null || !documents.get(beside)) return;
    refresh();
    pushSoon(beside);
  });
  environments.onChange(() => {
    refresh();
    for (const {uri} of documents.all()) pushSoon(uri);
  });
}

/** The diagnostics of a draft: none where it is no draft, one hint where it is not in English. */
export function diagnosticsOf(reading: Reading, client: ClientFacts): Diagnostic[] {
  const {document, analysis, eligibility, foreign, problems} = reading;
  if (!eligibility.draft) return [];
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
  const findings = (analysis?.findings ?? []).map((finding) => diagnostic(finding, reading, client));
  return [...own, ...findings];
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

/** What is wrong in a settings file: itself, what it extends, and the examples of its own rules. */
async function configDiagnostics(document: TextDocument, files: Files): Promise<Diagnostic[]> {
  const {uri, version} = document;
  const {problems} = await resolveConfig(uri, document.getText(), configAccess(files), rules);
  // Typed on meanwhile: its places are those of another text, and the next question is on its way.
  if (document.version !== version) return [];
  return [...problems, ...phraseProblems(readConfig(document.getText(), rules).config.phrases)].map(
    (problem) => problemDiagnostic(document, problem),
  );
}

/** What is wrong in the file of a newsroom's own house, and in those that it starts from. */
async function houseDiagnostics(document: TextDocument, files: Files): Promise<Diagnostic[]> {
  const {uri, version} = document;
  const {problems} = await resolveHouse(uri, document.getText(), configAccess(files), rules);
  return document.version === version ? problems.map((problem) => problemDiagnostic(document, problem)) : [];
}

const noDraft = 'No draft lies beside this file: it would have the same name and end in .md or .txt.';

/** What is wrong in a file of checks, and which of its entries the draft has no use for. */
function checksDiagnostics(
  document: TextDocument,
  {problems, hasDraft, idle}: ChecksReading,
  client: ClientFacts,
): Diagnostic[] {
  const own = problems.map((problem) => problemDiagnostic(document, problem));
  if (!hasDraft) {
    const range = rangeOf(document, {start: 0, end: 0});
    const severity = DiagnosticSeverity.Information;
    own.unshift({range, severity, source: diagnosticSource, message: noDraft});
  }
  if (!idle) return own;
  return [...own, ...idle.findings.map((one) => diagnostic(one, {...idle.draft, document}, client))];
}

function problemDiagnostic(document: TextDocument, problem: FileProblem): Diagnostic {
  return {
    range: rangeOf(document, problem),
    severity: severityNumbers[problem.severity],
    source: diagnosticSource,
    message: problem.message,
  };
}

/** Names what a client was last given, so that the same need not be sent again. */
class Results {
  private readonly last = new Map<string, {readonly content: string; readonly id: string}>();
  /** Names of another run of the server must not be taken for this one's. */
  private readonly run = Date.now().toString(36);
  private count = 0;

  idOf(uri: string, items: readonly Diagnostic[]): string {
    const content = JSON.stringify(items);
    const last = this.last.get(uri);
    if (last?.content === content) return last.id;
    const id = `${this.run}-${++this.count}`;
    this.last.set(uri, {content, id});
    return id;
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }
}
