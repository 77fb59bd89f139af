import {type Block, type BlockContent, type Span, toDraftSpan, toProseOffset} from '../draft/block.js';
import type {TextQuote} from './checks.js';
import {locate, longestContext, type PlainText, plainText} from './textQuote.js';

const remembered = new WeakMap<BlockContent, PlainText>();

function plainOf(content: BlockContent): PlainText {
  let plain = remembered.get(content);
  if (!plain) {
    plain = plainText(content.text);
    remembered.set(content, plain);
  }
  return plain;
}

/** Longer words are quoted by their beginning. */
const longestExact = 120;
const usualContext = 32;

/** The words of a draft as a reader sees them, one block after another, to find and to make quotes in. */
export class DraftWords {
  private readonly blocks: readonly Block[];
  /** Where each block begins in `text`. */
  private readonly starts: number[] = [];
  private readonly text: string;

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks.filter(({content}) => plainOf(content).text !== '');
    const texts = this.blocks.map(({content}) => plainOf(content).text);
    let at = 0;
    for (const text of texts) {
      this.starts.push(at);
      at += text.length + 1;
    }
    this.text = texts.join(' ');
  }

  /** Where a quote stands, in offsets of the draft; see `locate`. */
  find(quote: TextQuote): Span[] {
    return locate(this.text, quote).map(({start, end}) => {
      const first = this.at(start);
      const last = this.at(end - 1);
      return {start: this.inDraft(first).start, end: this.inDraft(last).end};
    });
  }

  /** A quote that finds these words of the draft; null where there are none. */
  quote(span: Span): TextQuote | null {
    const place = this.place(span);
    if (!place) return null;
    const exact = this.written(place.start, place.end);
    for (let context = usualContext; ; context *= 2) {
      const quote = {
        exact,
        prefix: this.before(place.start, context),
        suffix: this.after(place.end, context),
      };
      // The same words in the same surroundings elsewhere: more of what is around tells them apart.
      if (context >= longestContext || locate(this.text, quote).length === 1) return quote;
    }
  }

  /** The place of a span of the draft in `text`: within one block, and never of nothing. */
  private place(span: Span): Span | null {
    const index = this.blocks.findIndex(({end}) => end > span.start);
    const block = this.blocks[index];
    if (!block) return null;
    const {text, from} = plainOf(block.content);
    let start = firstFrom(from, toProseOffset(block, Math.max(span.start, block.start)));
    let end =
      span.end > span.start ? firstFrom(from, toProseOffset(block, Math.min(span.end, block.end))) : start;
    if (start >= text.length) start = 0;
    if (text[start] === ' ') start++;
    if (end <= start || end - start > longestExact) {
      const limit = start + (end <= start ? usualContext : longestExact);
      const space = text.lastIndexOf(' ', limit);
      end = limit >= text.length ? text.length : space > start ? space : limit;
    }
    while (end > start + 1 && text[end - 1] === ' ') end--;
    const at = this.starts[index] as number;
    return {start: at + start, end: at + end};
  }

  /** Whole words, as many as there is room for. */
  private before(end: number, room: number): string {
    const start = Math.max(0, end - room);
    const words = this.written(start, end);
    return start === 0 || this.text[start - 1] === ' ' ? words : words.replace(/^\S*\s(?=\S)/, '');
  }

  private after(start: number, room: number): string {
    const end = Math.min(this.text.length, start + room);
    const words = this.written(start, end);
    return end === this.text.length || this.text[end] === ' ' ? words : words.replace(/(\S)\s\S*$/, '$1');
  }

  /** A stretch of `text` in the draft's own letters, on one line. */
  private written(start: number, end: number): string {
    let words = '';
    for (let at = start; at < end; at++) {
      if (this.text[at] === ' ') {
        words += ' ';
        continue;
      }
      const {block, offset} = this.at(at);
      const {from, to} = plainOf(block.content);
      // Several letters of the text can stand for one of the draft.
      if (at > start && offset > 0 && from[offset] === from[offset - 1]) continue;
      words += block.content.text.slice(from[offset], to[offset]);
    }
    return words;
  }

  private at(offset: number): {readonly block: Block; readonly offset: number} {
    const index = Math.max(0, firstFrom(this.starts, offset + 1) - 1);
    return {block: this.blocks[index] as Block, offset: offset - (this.starts[index] as number)};
  }

  private inDraft({block, offset}: {readonly block: Block; readonly offset: number}): Span {
    const {from, to} = plainOf(block.content);
    return toDraftSpan(block, {start: from[offset] ?? 0, end: to[offset] ?? 0});
  }
}

/** Index of the first of `sorted` that is `least` or more. */
function firstFrom(sorted: readonly number[], least: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
