import type {Link, Segment, SourceMark} from './block.js';

/** Characters that end a line or part one in print; in prose each counts as a space. */
const lineBreaks = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;

/** Punctuation that no space stands before: `. , ; : ! ? )`. */
const closing = [46, 44, 59, 58, 33, 63, 41];

/** Whitespace as JavaScript's `\s` has it, plus NEL. */
export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x85 ||
    (code >= 0x1680 &&
      (code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x3000 ||
        code === 0xfeff))
  );
}

/** A copy that does not keep the text it was cut from alive, as V8's slices do. */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** Puts the prose of one block together, piece by piece in the order of the source, with its segments. */
export class ProseBuilder {
  readonly links: Link[] = [];
  readonly sourceMarks: SourceMark[] = [];
  private parts: string[] = [];
  private segments: Segment[] = [];
  private length = 0;
  private lastCode = 32;
  /** A line break (with the blanks around it) that becomes a space once more prose follows. */
  private breakFrom = -1;
  private breakTo = -1;
  /** Where the next line end stands that was looked for, and its length. */
  private ahead = -1;
  private aheadLength = 0;
  /** Something that is no prose stood here; of the blanks on its two sides one is enough. */
  private gap = false;

  /** `base` is the block's start in `source`. */
  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {}

  /** Length of the prose so far; a line break not yet followed by prose does not count. */
  get at(): number {
    return this.length;
  }

  /** Length of the prose so far without the blank at its end, if it has one. */
  get solid(): number {
    return this.length > 0 && this.lastCode === 32 ? this.length - 1 : this.length;
  }

  /** Offset that the next prose will have, should any follow. */
  get next(): number {
    return this.length + (this.breakFrom >= 0 && this.lastCode !== 32 ? 1 : 0);
  }

  /** Takes the source from `from` to `to` as it stands, its line breaks as one space each. */
  run(from: number, to: number): void {
    if (from >= to) return;
    let done = from;
    for (;;) {
      // The next line end is looked for once, not for each of the runs before it.
      if (this.ahead < done) {
        lineBreaks.lastIndex = done;
        const found = lineBreaks.exec(this.source);
        this.ahead = found ? found.index : Number.POSITIVE_INFINITY;
        this.aheadLength = found ? found[0].length : 0;
      }
      if (this.ahead >= to) break;
      this.plain(done, this.ahead);
      done = Math.min(to, this.ahead + this.aheadLength);
      this.lineBreak(this.ahead, done);
    }
    this.plain(done, to);
  }

  /** A line break: one space, if prose stands on both sides. */
  lineBreak(from: number, to: number): void {
    if (this.length === 0) return;
    if (this.breakFrom < 0) {
      this.breakFrom = from;
      // The blanks before it belong to it.
      if (this.dropBlanks()) {
        const last = this.segments[this.segments.length - 1];
        const end = last ? last.source + last.sourceLength + this.base : from;
        // Only where nothing but blanks stands between may the space stand for all of it.
        if (isBlank(this.source, end, from)) this.breakFrom = end;
      }
      this.breakTo = to;
    } else if (isBlank(this.source, this.breakTo, from)) this.breakTo = to;
  }

  /** Something that is no prose stands here (code, a tag, a mark). */
  skip(): void {
    this.gap = true;
  }

  /** Prose that stands for other characters of the source (`&amp;`, `\*`). */
  replace(text: string, from: number, to: number): void {
    if (text.length === 0) return;
    this.open();
    this.append(text, from, to - from);
    this.gap = false;
  }

  /** The finished prose, with no blanks at its ends. */
  finish(): {text: string; segments: readonly Segment[]} {
    this.breakFrom = -1;
    const whole = this.parts.join('');
    let end = whole.length;
    while (end > 0 && isSpace(whole.charCodeAt(end - 1))) end--;
    this.cut(whole.length - end);
    return {text: detached(whole.slice(0, end)), segments: this.segments};
  }

  private plain(from: number, to: number): void {
    let start = from;
    if (this.length === 0) while (start < to && isSpace(this.source.charCodeAt(start))) start++;
    else if (this.breakFrom >= 0) {
      while (start < to && isBlankCode(this.source.charCodeAt(start))) start++;
      if (isBlank(this.source, this.breakTo, start)) this.breakTo = start;
    }
    if (start >= to) return;
    if (this.gap && this.lastCode === 32 && this.length > 0) {
      const code = this.source.charCodeAt(start);
      if (code === 32) start++;
      else if (closing.includes(code)) this.dropBlanks();
    }
    if (start >= to) return;
    this.gap = false;
    this.open();
    this.append(this.source.slice(start, to), start, to - start);
  }

  /** Lays down the pending line break. */
  private open(): void {
    if (this.breakFrom < 0) return;
    const from = this.breakFrom;
    this.breakFrom = -1;
    if (this.length > 0 && this.lastCode !== 32) this.append(' ', from, this.breakTo - from);
  }

  private append(text: string, from: number, sourceLength: number): void {
    const source = from - this.base;
    const last = this.segments[this.segments.length - 1];
    if (
      last &&
      text.length === sourceLength &&
      last.length === last.sourceLength &&
      last.source + last.sourceLength === source
    ) {
      this.segments[this.segments.length - 1] = {
        prose: last.prose,
        source: last.source,
        length: last.length + text.length,
        sourceLength: last.sourceLength + sourceLength,
      };
    } else this.segments.push({prose: this.length, source, length: text.length, sourceLength});
    this.parts.push(text);
    this.length += text.length;
    this.lastCode = text.charCodeAt(text.length - 1);
  }

  /** Takes the blanks off the end of the prose so far; whether there were any. */
  private dropBlanks(): boolean {
    let trimmed = 0;
    while (this.parts.length > 0) {
      const part = this.parts[this.parts.length - 1] as string;
      let keep = part.length;
      while (keep > 0 && isBlankCode(part.charCodeAt(keep - 1))) keep--;
      trimmed += part.length - keep;
      if (keep > 0) {
        if (keep < part.length) this.parts[this.parts.length - 1] = part.slice(0, keep);
        break;
      }
      this.parts.pop();
    }
    if (trimmed > 0) this.cut(trimmed);
    return trimmed > 0;
  }

  /** Takes `count` characters off the end. */
  private cut(count: number): void {
    this.length -= count;
    while (this.segments.length > 0) {
      const last = this.segments[this.segments.length - 1] as Segment;
      const keep = this.length - last.prose;
      if (keep >= last.length) break;
      this.segments.pop();
      if (keep > 0) {
        this.segments.push({
          ...last,
          length: keep,
          sourceLength: last.length === last.sourceLength ? keep : last.sourceLength,
        });
        break;
      }
    }
    const part = this.parts[this.parts.length - 1];
    this.lastCode = part ? part.charCodeAt(part.length - 1) : 32;
  }
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9;
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}
