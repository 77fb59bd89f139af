import {type CodeAction, CodeActionKind, type Diagnostic, type WorkspaceEdit} from 'vscode-languageserver';
import {TextDocument} from 'vscode-languageserver-textdocument';
import type {ReportedFinding} from '../../engine.js';
import type {TextQuote} from '../../record/checks.js';
import {DraftWords} from '../../record/draftWords.js';
import {addIgnore} from '../../record/writeChecks.js';
import type {ChecksPlace} from '../checksFile.js';
import type {ClientFacts} from '../client.js';
import type {Reading} from '../documents.js';
import {rangeOf} from '../places.js';

/**
 * Command of our own client: shows the place beside the draft in front where a reason is to be written. It has no
 * arguments: VS Code forgets those of a code action when its edit brings new code actions about.
 */
const writeReasonCommand = 'onrecord.writeReason';

/**
 * Ways to silence a finding of a plain text, which has no comments: by an entry in the file of checks beside it. The
 * reason is left empty for the writer; until it is there, the entry silences nothing.
 */
export function entries(
  {analysis}: Reading,
  client: ClientFacts,
  finding: ReportedFinding,
  diagnostics: Diagnostic[],
  checks: ChecksPlace,
): CodeAction[] {
  if (!analysis) return [];
  const {rule} = finding;
  const {blocks, text} = analysis.draft;
  const newline = /\r\n|\n/.exec(text)?.[0] ?? '\n';
  const action = (where: string, quote: TextQuote | null): CodeAction[] => {
    const found = checks.text ?? '';
    const entry = addIgnore(found, rule, quote, newline);
    if (!entry) return [];
    const before = TextDocument.create(checks.uri, 'yaml', 0, found);
    const range = rangeOf(before, entry);
    const title = `Ignore ${rule} ${where}, with a reason`;
    return [
      {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: edit(checks, client, {range, newText: entry.text}),
        ...(client.ours ? {command: {title, command: writeReasonCommand}} : {}),
      },
    ];
  };
  const quote = finding.document ? null : new DraftWords(blocks).quote(finding);
  return [...(quote ? action('here', quote) : []), ...action('in this file', null)];
}

/** In one step that can be undone, with the file made first where the client can do that. */
function edit(
  {uri, text, version}: ChecksPlace,
  client: ClientFacts,
  change: {readonly range: ReturnType<typeof rangeOf>; readonly newText: string},
): WorkspaceEdit {
  if (!client.documentChanges) return {changes: {[uri]: [change]}};
  const made = {textDocument: {uri, version}, edits: [change]};
  return text === null && client.createsFiles
    ? {documentChanges: [{kind: 'create', uri, options: {ignoreIfExists: true}}, made]}
    : {documentChanges: [made]};
}
