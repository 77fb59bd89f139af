import {type CodeAction, CodeActionKind, type Diagnostic} from 'vscode-languageserver';
import type {Block} from '../../draft/block.js';
import {formats} from '../../draft/formats.js';
import {neverSilenced, type ReportedEdit, type ReportedFinding} from '../../engine.js';
import type {Template} from '../../rules/rule.js';
import type {ChecksPlace} from '../checksFile.js';
import type {ClientFacts} from '../client.js';
import type {Reading} from '../documents.js';
import {proseAt} from '../places.js';
import {entries} from './checksEntry.js';
import {change} from './edits.js';

/** Command of our own client: turns a rule off in the `onrecord.yml` nearest to a draft. */
const turnOffCommand = 'onrecord.turnOffRule';

/**
 * Ways to silence a finding, each with a reason that the writer must give; the rule as a whole in the settings.
 * @param checks the file for a format that has no marks; null where it has no place
 */
export function ignores(
  reading: Reading,
  client: ClientFacts,
  finding: ReportedFinding,
  diagnostics: Diagnostic[],
  checks: ChecksPlace | null,
): CodeAction[] {
  const {document, analysis} = reading;
  const {rule} = finding;
  if (!analysis || neverSilenced.has(rule)) return [];
  const kind = CodeActionKind.QuickFix;
  const actions: CodeAction[] = [];
  if (formats[analysis.draft.format].marks) {
    const found = finding.document ? null : proseAt(analysis.draft.blocks, finding.start);
    const block = found && analysis.draft.blocks[found.block];
    if (block) {
      const title = `Ignore ${rule} here, with a reason`;
      const edit = markFor(reading, client, block, rule);
      actions.push({title, kind, diagnostics, ...change(reading, client, title, [edit])});
    }
    const title = `Ignore ${rule} in this file, with a reason`;
    const edit = markForFile(reading, client, rule);
    actions.push({title, kind, diagnostics, ...change(reading, client, title, [edit])});
  } else if (checks) actions.push(...entries(reading, client, finding, diagnostics, checks));
  if (client.ours) {
    const title = `Turn off ${rule} in onrecord.yml`;
    const command = {title, command: turnOffCommand, arguments: [rule, document.uri]};
    actions.push({title, kind, diagnostics, command});
  }
  return actions;
}

/** Without tab stops the place of the reason stays empty: such a mark silences nothing until somebody fills it in. */
function mark(client: ClientFacts, name: string, rule: string): Template {
  const stops = (client.snippetEdits && client.documentChanges) || client.snippetCommand !== null;
  return [`<!-- ${name} ${rule}: `, {hole: stops ? 'reason' : ''}, ' -->'];
}

/**
 * On a line of its own before the block, where the block begins a line. Inside a list, a quotation or a table such a
 * line would tear them apart: there the mark goes behind the block's words.
 */
function markFor(
  {document, analysis}: Reading,
  client: ClientFacts,
  block: Block,
  rule: string,
): ReportedEdit {
  const text = analysis?.draft.text ?? '';
  const template = mark(client, 'onrecord-ignore', rule);
  const line = document.offsetAt({line: document.positionAt(block.start).line, character: 0});
  const own = block.content.kind === 'paragraph' || block.content.kind === 'heading';
  if (own && /^(?:#{1,6}[ \t]+)?$/.test(text.slice(line, block.start))) {
    return {start: line, end: line, text: [...template, newline(text)]};
  }
  let end = block.end;
  while (end > block.start && /\s/.test(text[end - 1] ?? '')) end--;
  return {start: end, end, text: [' ', ...template]};
}

/** After the front matter, else at the top. */
function markForFile({analysis}: Reading, client: ClientFacts, rule: string): ReportedEdit {
  const text = analysis?.draft.text ?? '';
  const at = analysis?.draft.meta.frontMatter?.end ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
  const end = newline(text);
  const before = at > 0 && !/[\r\n\uFEFF]/.test(text[at - 1] ?? '') ? end : '';
  return {start: at, end: at, text: [before, ...mark(client, 'onrecord-ignore-file', rule), end, end]};
}

/** The line end that the draft itself uses. */
function newline(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
