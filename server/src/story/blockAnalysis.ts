import type {Attribution} from '../attribution/attribution.js';
import type {Mention} from '../attribution/mention.js';
import type {BlockContent, Span} from '../draft/block.js';
import type {Quotation} from '../language/quotation.js';
import type {Sentence, Token} from '../language/token.js';

/** What the detectors of this floor read: one block as the floor below understood it. */
export interface BlockAnalysis {
  readonly content: BlockContent;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
}

/** Answers whether a span touches one of `spans`; logarithmic per question, whatever order the spans come in. */
export function overlapTest(spans: readonly Span[]): (span: Span) => boolean {
  const merged: {start: number; end: number}[] = [];
  for (const {start, end} of [...spans].sort((a, b) => a.start - b.start)) {
    const before = merged[merged.length - 1];
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else merged.push({start, end});
  }
  return ({start, end}) => {
    let low = 0;
    let high = merged.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const span = merged[middle] as Span;
      if (span.end <= start) low = middle + 1;
      else if (span.start >= end) high = middle - 1;
      else return true;
    }
    return false;
  };
}

/** Whether a span lies in quotation marks. */
export function quotedTest({quotations}: BlockAnalysis): (span: Span) => boolean {
  return overlapTest(quotations);
}
