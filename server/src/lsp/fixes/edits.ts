import type {CodeAction, SnippetTextEdit, TextEdit, WorkspaceEdit} from 'vscode-languageserver';
import type {ReportedEdit} from '../../engine.js';
import type {Template} from '../../rules/rule.js';
import {hasHoles, plain} from '../../rules/template.js';
import type {ClientFacts} from '../client.js';
import type {Reading} from '../documents.js';
import {rangeOf} from '../places.js';

/** What a code action does: an edit, or for some clients a command that makes it. */
export type Change = Pick<CodeAction, 'edit' | 'command'>;

/**
 * Turns the edits of a fix into one change of one version of a document, undone in one step. Holes become tab stops
 * where the client knows them, else words in square brackets. Tab stops are numbered through all edits: the same
 * number twice would be one place for the editor.
 */
export function change(
  reading: Reading,
  client: ClientFacts,
  title: string,
  edits: readonly ReportedEdit[],
): Change {
  const {document, version} = reading;
  const {uri} = document;
  const ordered = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const holes = ordered.some(({text}) => hasHoles(text));
  const asSnippets = holes && client.documentChanges && client.snippetEdits;
  if (holes && !asSnippets && client.snippetCommand !== null) {
    const count = {stops: 0};
    const snippets = ordered.map((edit) => ({
      range: rangeOf(document, edit),
      snippet: snippet(edit.text, count),
    }));
    return {command: {title, command: client.snippetCommand, arguments: [uri, version, snippets]}};
  }
  const count = {stops: 0};
  const textEdits = ordered.map((edit): TextEdit | SnippetTextEdit => {
    const range = rangeOf(document, edit);
    return asSnippets && hasHoles(edit.text)
      ? {range, snippet: {kind: 'snippet', value: snippet(edit.text, count)}}
      : {range, newText: plain(edit.text)};
  });
  const edit: WorkspaceEdit = client.documentChanges
    ? {documentChanges: [{textDocument: {uri, version}, edits: textEdits}]}
    : {changes: {[uri]: textEdits as TextEdit[]}};
  return {edit};
}

/** @param count how many tab stops there are already; counted on */
export function snippet(template: Template, count = {stops: 0}): string {
  return template
    .map((part) => {
      if (typeof part === 'string') return escaped(part, /[\\$}]/g);
      count.stops++;
      const hole = escaped(part.hole, /[\\$}]/g);
      if (!part.choices || part.choices.length === 0) return `\${${count.stops}:${hole}}`;
      // The hole itself comes first, so that nothing is claimed before somebody has chosen.
      const choices = [part.hole, ...part.choices].map((choice) => escaped(choice, /[\\,|]/g));
      return `\${${count.stops}|${choices.join(',')}|}`;
    })
    .join('');
}

function escaped(text: string, special: RegExp): string {
  return text.replace(special, '\\$&');
}
