/** The parts of a draft that hold prose. Offsets are UTF-16 code units, end exclusive, everywhere in Onrecord. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a block is to a reader. `byline`, `credit` and `note` (editor's notes, corrections) are never judged.
 */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table-cell'
  | 'caption'
  | 'block-quote'
  | 'byline'
  | 'credit'
  | 'note';

/** One stretch of prose that stands in the source in one piece. Both offsets are relative to their block. */
export interface Segment {
  /** Where the stretch begins in `BlockContent.text`. */
  readonly prose: number;
  /** Where it begins in the source, relative to `Block.start`. */
  readonly source: number;
  /** Its length in the prose. */
  readonly length: number;
  /** Its length in the source; differs from `length` only where one piece stands for another (`&amp;`, CRLF). */
  readonly sourceLength: number;
}

/** A hyperlink whose words are prose. */
export interface Link extends Span {
  readonly url: string;
}

/** A writer's note of the source that the words before it rest on: `<!-- src: -->`, a footnote, a citekey. */
export interface SourceMark {
  /** Offset in the prose after which the mark stands. */
  readonly at: number;
  /** Id of a source note. */
  readonly key: string;
  /** Page, paragraph or timecode; empty when none was given. */
  readonly locator: string;
  /** The mark itself in the source, relative to `Block.start`. */
  readonly mark: Span;
}

/**
 * What a block says, without where it stands: an edit above it leaves it the same object, so everything worked out
 * from it can be remembered by identity.
 */
export interface BlockContent {
  readonly kind: BlockKind;
  /** Heading level 1-6; 0 for every other kind. */
  readonly level: number;
  /** The prose as a reader sees it: markup removed, a line break inside a block as one space. */
  readonly text: string;
  /** Prose to source, in order, covering `text` without gaps. */
  readonly segments: readonly Segment[];
  readonly links: readonly Link[];
  readonly sourceMarks: readonly SourceMark[];
  /** Length of a dateline ("KYIV, Feb 8 - ") at the head of the prose; 0 when there is none. */
  readonly datelineLength: number;
}

export interface Block {
  /** Where the block begins in the draft. */
  readonly start: number;
  readonly end: number;
  readonly content: BlockContent;
}

/** Translates a span of a block's prose to the draft. The end never takes in markup that follows the span. */
export function toDraftSpan(block: Block, span: Span): Span {
  const start = block.start + sourceOffset(block.content.segments, span.start, false);
  const end =
    span.end > span.start ? block.start + sourceOffset(block.content.segments, span.end, true) : start;
  return {start, end: Math.max(start, end)};
}

/** Translates a draft offset to the block's prose; an offset inside markup goes to the next prose character. */
export function toProseOffset(block: Block, offset: number): number {
  const wanted = offset - block.start;
  const {segments, text} = block.content;
  for (const segment of segments) {
    if (wanted < segment.source) return segment.prose;
    if (wanted < segment.source + segment.sourceLength) {
      return segment.prose + Math.min(segment.length, wanted - segment.source);
    }
  }
  return text.length;
}

/** Index of the last segment that begins at or before `prose` (before it, for an end), by binary search. */
function sourceOffset(segments: readonly Segment[], prose: number, isEnd: boolean): number {
  let low = 0;
  let high = segments.length - 1;
  let found = 0;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const begins = (segments[middle] as Segment).prose;
    if (isEnd ? begins < prose : begins <= prose) {
      found = middle;
      low = middle + 1;
    } else high = middle - 1;
  }
  const segment = segments[found];
  if (!segment) return 0;
  const into = prose - segment.prose;
  if (into >= segment.length) return segment.source + segment.sourceLength;
  return (
    segment.source + (segment.length === segment.sourceLength ? into : Math.min(into, segment.sourceLength))
  );
}
