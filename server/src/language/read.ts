import type {Quotation} from './quotation.js';
import {findQuotations} from './quotations.js';
import {repair} from './repair.js';
import {readSentences} from './sentences.js';
import type {Sentence, Token} from './token.js';
import {readTokens} from './tokens.js';

/** One block as the language floor read it. Spans are in the prose of the block. */
export interface BlockWords {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

/**
 * Tokens, sentences and quotations of the prose of a block. Any text will do.
 * @param carriedOpen the block before ended inside a quotation
 */
export function readWords(text: string, carriedOpen = false): BlockWords {
  const read = readTokens(text);
  const tokens = read.map(({token}) => token);
  const sentences = readSentences(read);
  for (const {first, last} of sentences) repair(tokens, first, last);
  return {text, tokens, sentences, quotations: findQuotations(text, tokens, carriedOpen)};
}

/** Whether a block ends inside a quotation that the next one may go on with. */
export function endsOpen({quotations, text}: BlockWords): boolean {
  const last = quotations.findLast(({depth}) => depth === 0);
  return last !== undefined && !last.closed && last.end >= text.trimEnd().length;
}
