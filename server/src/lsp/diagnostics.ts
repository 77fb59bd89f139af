import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type {TextDocument} from 'vscode-languageserver-textdocument';
import {rules} from '../engine.js';
import {phraseProblems} from '../phraseExamples.js';
import {readConfig} from '../record/readConfig.js';
import type {FileProblem} from '../record/readYaml.js';
import {resolveConfig} from '../record/resolveConfig.js';
import {resolveHouse} from '../record/resolveHouse.js';
import {checksOf, isChecks} from './checksFile.js';
import {ChecksReader, type ChecksReading} from './checksReader.js';
import type {ClientFacts} from './client.js';
import type {Context} from './context.js';
import {isConfig, isHouse} from './documents.js';
import {DraftDiagnostics, diagnostic, diagnosticSource, severityNumbers} from './draftDiagnostics.js';
import {configAccess, type Files} from './files.js';
import {answering, doing} from './guard.js';
import {rangeOf} from './places.js';

/** Pushed this long after the last of several quick edits, but not later than `longestWait` after the first. */
const calm = 100;
const longestWait = 400;

/** Diagnostics, for clients that ask for them and for those that wait to be told: never both. */
export function provideDiagnostics(context: Context): void {
  const {connection, documents, environments} = context;
  const results = new Results();
  const drafts = new Map<string, DraftDiagnostics>();
  const checks = new ChecksReader(context);

  /** Long texts of which only the beginning was shown: the rest follows. */
  const begun = new Set<string>();
  const readOn = doing(connection, 'diagnostics', async (uri: string) => {
    try {
      await documents.read(uri);
    } finally {
      begun.delete(uri);
    }
    refresh();
    pushSoon(uri);
  });
  const showsMoreLater = () => !context.client().pullsDiagnostics || context.client().refreshesDiagnostics;

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
    const reading = await (showsMoreLater() ? documents.begin(uri, token) : documents.read(uri, token));
    if (!reading) return [];
    if (reading.begun && !begun.has(uri)) {
      begun.add(uri);
      readOn(uri);
    }
    let known = drafts.get(uri);
    if (!known) {
      known = new DraftDiagnostics(context.client());
      drafts.set(uri, known);
    }
    return known.of(reading);
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
    drafts.delete(uri);
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
  private readonly last = new Map<string, {readonly items: readonly Diagnostic[]; readonly id: string}>();
  /** Names of another run of the server must not be taken for this one's. */
  private readonly run = Date.now().toString(36);
  private count = 0;

  idOf(uri: string, items: readonly Diagnostic[]): string {
    const last = this.last.get(uri);
    if (last && areSame(last.items, items)) return last.id;
    const id = `${this.run}-${++this.count}`;
    this.last.set(uri, {items, id});
    return id;
  }

  forget(uri: string): void {
    this.last.delete(uri);
  }
}

/** Most of them are the very same objects: only the others have to be looked at. */
function areSame(some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, i) => one === others[i] || JSON.stringify(one) === JSON.stringify(others[i]))
  );
}
