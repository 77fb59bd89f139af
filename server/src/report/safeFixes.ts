import type {ReportedEdit, ReportedFinding} from '../engine.js';
import {hasHoles, plain} from '../rules/template.js';

/** The edits of all mechanical fixes at once: those that need nobody's judgement. Of two that would meet, the first. */
export function safeEdits(findings: readonly ReportedFinding[]): ReportedEdit[] {
  const edits: ReportedEdit[] = [];
  for (const {fixes} of findings) {
    const fix = fixes.find((one) => one.kind === 'fix' && one.edits.every((edit) => !hasHoles(edit.text)));
    if (!fix || fix.edits.some((edit) => edits.some((other) => meet(edit, other)))) continue;
    edits.push(...fix.edits);
  }
  return edits;
}

/** The text with edits made, which do not meet. */
export function applyEdits(text: string, edits: readonly ReportedEdit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(done, edit.start), plain(edit.text));
    done = edit.end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}

function meet(one: ReportedEdit, other: ReportedEdit): boolean {
  if (one.start === other.start) return true;
  return one.start < other.end && other.start < one.end;
}
