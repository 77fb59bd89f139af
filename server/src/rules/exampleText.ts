import type {Span} from '../draft/block.js';
import type {DraftFormat} from '../draft/draft.js';
import type {Example} from './rule.js';

export interface ExampleText {
  /** The draft text, without the double brackets. */
  readonly text: string;
  readonly format: DraftFormat;
  /** What stood between double brackets, in order. */
  readonly spans: readonly Span[];
}

/** Reads an example: its text and the spans that are to be found in it. */
export function exampleText(example: Example): ExampleText {
  const {text: marked, format = 'text'} = typeof example === 'string' ? {text: example} : example;
  const spans: Span[] = [];
  let text = '';
  let start = 0;
  for (const part of marked.split(/(\[\[|\]\])/)) {
    if (part === '[[') start = text.length;
    else if (part === ']]') spans.push({start, end: text.length});
    else text += part;
  }
  return {text, format, spans};
}
