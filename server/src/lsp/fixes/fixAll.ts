import type {CodeAction} from 'vscode-languageserver';
import {safeEdits} from '../../report/safeFixes.js';
import type {ClientFacts} from '../client.js';
import type {Reading} from '../documents.js';
import {change} from './edits.js';

export const fixAllKind = 'source.fixAll.onrecord';

/** All mechanical fixes at once. */
export function fixAll(reading: Reading, client: ClientFacts): CodeAction[] {
  const edits = safeEdits(reading.analysis?.findings ?? []);
  if (edits.length === 0) return [];
  const title = 'Fix what can be fixed safely';
  return [{title, kind: fixAllKind, ...change(reading, client, title, edits)}];
}
