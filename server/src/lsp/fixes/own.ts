import {type CodeAction, CodeActionKind, type Diagnostic} from 'vscode-languageserver';
import type {ReportedFinding} from '../../engine.js';
import type {ClientFacts} from '../client.js';
import type {Reading} from '../documents.js';
import {change} from './edits.js';

/** The fixes that a rule itself offers with its finding. */
export function ownFixes(
  reading: Reading,
  client: ClientFacts,
  finding: ReportedFinding,
  diagnostics: Diagnostic[],
): CodeAction[] {
  return finding.fixes.map(({title, preferred, edits}) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(preferred ? {isPreferred: true} : {}),
    ...change(reading, client, title, edits),
  }));
}
