import type {Attribution} from '../attribution/attribution.js';
import type {Mention} from '../attribution/mention.js';
import type {BlockContent, Span} from '../draft/block.js';
import type {Quotation} from '../language/quotation.js';
import {overlapTest} from '../language/spans.js';
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

/** Whether a span lies in quotation marks. */
export function quotedTest({quotations}: BlockAnalysis): (span: Span) => boolean {
  return overlapTest(quotations);
}

export {overlapTest};
