import type {CodeAction} from 'vscode-languageserver';
import type {ReportedEdit} from '../../engine.js';
import type {ClientFacts} from '../client.js';
import type {Reading} from '../documents.js';
import {change, hasHoles} from './edits.js';

export const fixAllKind = 'source.fixAll.onrecord';

/** All mechanical fixes at once: those that need nobody's judgement. Of two that would meet, the first one. */
export function fixAll(reading: Reading, client: ClientFacts): CodeAction[] {
  const edits: ReportedEdit[] = [];
  for (const {fixes} of reading.analysis?.findings ?? []) {
    const fix = fixes.find((one) => one.kind === 'fix' && one.edits.every((edit) => !hasHoles(edit.text)));
    if (!fix || fix.edits.some((edit) => edits.some((other) => meet(edit, other)))) continue;
    edits.push(...fix.edits);
  }
  if (edits.length === 0) return [];
  const title = 'Fix what can be fixed safely';
  return [{title, kind: fixAllKind, ...change(reading, client, title, edits)}];
}

function meet(one: ReportedEdit, other: ReportedEdit): boolean {
  if (one.start === other.start) return true;
  return one.start < other.end && other.start < one.end;
}
