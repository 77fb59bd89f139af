import {type CodeAction, CodeActionKind, type CodeActionParams, type Diagnostic} from 'vscode-languageserver';
import {formats} from '../draft/formats.js';
import type {ReportedFinding} from '../engine.js';
import {removeIgnore} from '../record/writeChecks.js';
import {type ChecksPlace, checksPlace, isChecks} from './checksFile.js';
import {ChecksReader} from './checksReader.js';
import type {Context} from './context.js';
import {formatOf} from './documents.js';
import {diagnostic, diagnosticSource} from './draftDiagnostics.js';
import {change} from './fixes/edits.js';
import {fixAll, fixAllKind} from './fixes/fixAll.js';
import {ignores} from './fixes/ignore.js';
import {ownFixes} from './fixes/own.js';
import {answering} from './guard.js';
import {touches} from './places.js';

export const codeActionKinds = [CodeActionKind.QuickFix, fixAllKind];

/** Quick fixes for the findings at a place: first what mends them, then what silences them. */
export function provideCodeActions(context: Context): void {
  const {connection, documents} = context;
  const checksReader = new ChecksReader(context);
  documents.onClose(({document: {uri}}) => checksReader.forget(uri));

  /** What takes out the entries of a file of checks that silence nothing. */
  const idleEntries = async ({
    textDocument: {uri},
    range,
    context: wanted,
  }: CodeActionParams): Promise<CodeAction[]> => {
    const document = documents.get(uri);
    if (!document || (wanted?.only && !includes(wanted.only, CodeActionKind.QuickFix))) return [];
    const {idle} = (await checksReader.read(document)) ?? {};
    if (!idle) return [];
    const client = context.client();
    const reading = {...idle.draft, document, version: document.version};
    const span = {start: document.offsetAt(range.start), end: document.offsetAt(range.end)};
    return idle.findings
      .filter((finding) => touches(finding, span))
      .flatMap((finding) => {
        const edit = removeIgnore(document.getText(), finding.start);
        if (!edit) return [];
        const diagnostics = [sent(wanted?.diagnostics ?? [], diagnostic(finding, reading, client))];
        const title = 'Remove the entry';
        return [
          {
            title,
            kind: CodeActionKind.QuickFix,
            diagnostics,
            ...change(reading, client, title, [{...edit, text: []}]),
          },
        ];
      });
  };
  connection.onCodeAction(
    answering<CodeActionParams, CodeAction[]>(
      connection,
      'code actions',
      () => [],
      async (params, token) => {
        const {textDocument, range, context: wanted} = params;
        const client = context.client();
        if (!client.codeActionLiterals) return [];
        // First, as the positions of a reading hold only until something else is awaited.
        const checks = await checksBeside(textDocument.uri, context);
        if (isChecks(textDocument.uri)) return idleEntries(params);
        const reading = await documents.read(textDocument.uri, token, true);
        if (!reading?.analysis) return [];
        const kinds = wanted?.only;
        const actions: CodeAction[] = [];
        if (!kinds || includes(kinds, CodeActionKind.QuickFix)) {
          const {document} = reading;
          const span = {start: document.offsetAt(range.start), end: document.offsetAt(range.end)};
          const findings = reading.analysis.findings.filter((finding) => touches(finding, span));
          const meant = findings.map((finding) => ({
            finding,
            diagnostics: [sent(wanted?.diagnostics ?? [], diagnostic(finding, reading, client))],
          }));
          for (const {finding, diagnostics} of meant)
            actions.push(...ownFixes(reading, client, finding, diagnostics));
          for (const {finding, diagnostics} of firstOfRules(meant)) {
            actions.push(...ignores(reading, client, finding, diagnostics, checks));
          }
        }
        // Only when asked for: else it would stand among the quick fixes of a single word.
        if (kinds && includes(kinds, fixAllKind)) actions.push(...fixAll(reading, client));
        return actions;
      },
    ),
  );
}

/** Only a format without marks needs it. */
async function checksBeside(uri: string, context: Context): Promise<ChecksPlace | null> {
  const document = context.documents.get(uri);
  const format = document && formatOf(uri, document.languageId);
  return format && !formats[format].marks ? checksPlace(uri, context) : null;
}

/** Whether a kind is asked for: `source` asks for `source.fixAll.onrecord`, too. */
function includes(kinds: readonly string[], kind: string): boolean {
  return kinds.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`));
}

/** The client's own copy of a diagnostic, by which it knows which squiggle a fix belongs to. */
function sent(given: readonly Diagnostic[], own: Diagnostic): Diagnostic {
  const same = (one: Diagnostic) =>
    one.source === diagnosticSource &&
    one.code === own.code &&
    one.range.start.line === own.range.start.line &&
    one.range.start.character === own.range.start.character &&
    one.range.end.line === own.range.end.line &&
    one.range.end.character === own.range.end.character;
  return given.find(same) ?? own;
}

/** To silence a rule once is enough, however often it speaks at one place. */
function firstOfRules<T extends {readonly finding: ReportedFinding}>(meant: readonly T[]): T[] {
  const seen = new Set<string>();
  return meant.filter(({finding}) => !seen.has(finding.rule) && seen.add(finding.rule));
}
