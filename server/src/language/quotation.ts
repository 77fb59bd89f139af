import type {Span} from '../draft/block.js';

/** One pair of quotation marks and what stands between them, inside one block. */
export interface Quotation extends Span {
  /** The words between the marks. */
  readonly inner: Span;
  /** 0 for an outermost quotation, 1 for one inside it. */
  readonly depth: number;
  /** False when the quotation runs on into the next paragraph (or was never closed). */
  readonly closed: boolean;
  /** True when it goes on from the paragraph before. */
  readonly continued: boolean;
  /** Whether it holds a full sentence or clause of speech rather than a term, title or scare quote. */
  readonly speech: boolean;
}
