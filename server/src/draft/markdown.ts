import {type ChangedRange, Tree, type TreeCursor, TreeFragment} from '@lezer/common';
import {parser as commonMark, GFM, type MarkdownConfig} from '@lezer/markdown';
import type {BlockContent, BlockKind} from './block.js';
import {commonEnds} from './change.js';
import type {Draft} from './draft.js';
import {decodeEntity} from './entities.js';
import {readFrontMatter} from './frontMatter.js';
import {datelineLength, furniture} from './furniture.js';
import {type Guarded, guard} from './guard.js';
import {readHead} from './head.js';
import {imagesIn} from './images.js';
import {readable} from './longest.js';
import {findMarks, type Mark, readCitation} from './marks.js';
import {ProseBuilder} from './prose.js';
import {type Extract, type LocalIgnore, nothing, place, readUnits, remember, type Unit} from './reuse.js';

/** A footnote definition begins a block of its own, as in GFM. */
const footnotes: MarkdownConfig = {
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      endLeaf: (_, line) => line.next === 91 && footnoteLabel.test(line.text.slice(line.pos, line.pos + 200)),
    },
  ],
};
const footnoteLabel = /^\[\^[^\]\s[]{1,100}\]:/;

const parser = commonMark.configure([...GFM, footnotes]);

interface Parsed extends Guarded {
  readonly tree: Tree;
}

const trees = new WeakMap<Draft, Parsed>();

/** Markdown (CommonMark with GFM, footnotes, front matter) to a draft. Never throws; linear in the text. */
export function parseMarkdown(text: string, previous?: Draft): Draft {
  const {meta, problems, bodyStart} = readFrontMatter(text);
  const body = bodyStart === 0 ? text : text.slice(bodyStart);
  const marks = findMarks(body);
  const before = previous && trees.get(previous);
  const {masked, calm} = guard(body, marks, before);
  const tree = parseTree(masked, before);

  const found = collect(tree, body, bodyStart);
  const lookUp = (label: string) => found.definitions.get(normalLabel(label)) ?? null;
  const reader = new Reader(text, bodyStart, marks, lookUp);
  const extracts = readUnits(text, found.units, previous, (unit) => reader.read(unit), lookUp);
  const {blocks: all, ignores, images} = place(found.units, extracts);
  const {blocks, problems: tooLong} = readable(all);
  const draft: Draft = {
    text,
    format: 'markdown',
    blocks,
    meta: readHead(blocks, meta),
    ignores,
    images,
    problems: tooLong.length > 0 ? [...problems, ...tooLong] : problems,
  };
  trees.set(draft, {masked, calm, tree});
  remember(draft, found.units, extracts);
  return draft;
}

function parseTree(masked: string, before: Parsed | undefined): Tree {
  if (!before) return parser.parse(masked);
  if (before.masked === masked) return before.tree;
  const change = changedRange(before.masked, masked);
  return parser.parse(masked, TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [change]));
}

/** The lines in which two texts differ: what stands before and after it is the same. */
function changedRange(before: string, after: string): ChangedRange {
  let {head: same, tail} = commonEnds(before, after);
  // Whole lines: what stands before or after a change on its own line must be read anew (the parser takes a block at
  // the very start for unchanged although the indentation before it went).
  same = same === 0 ? 0 : after.lastIndexOf('\n', same - 1) + 1;
  const lineEnd = after.indexOf('\n', after.length - tail);
  tail = lineEnd < 0 ? 0 : after.length - lineEnd - 1;
  return {fromA: same, toA: before.length - tail, fromB: same, toB: after.length - tail};
}

interface MarkdownUnit extends Unit {
  readonly node: Tree;
}

/** The leaf blocks of the tree in order, and the link definitions, first one of a label winning. */
function collect(tree: Tree, body: string, offset: number) {
  const units: MarkdownUnit[] = [];
  const definitions = new Map<string, string>();
  let afterImage = false;
  const walk = (node: Tree, at: number, context: BlockKind) => {
    for (let i = 0; i < node.children.length; i++) {
      const child = node.children[i];
      if (!(child instanceof Tree)) continue;
      const from = at + (node.positions[i] as number);
      const {name} = child.type;
      if (child.type.isAnonymous || name === 'BulletList' || name === 'OrderedList')
        walk(child, from, context);
      else if (name === 'ListItem') walk(child, from, 'list-item');
      else if (name === 'Blockquote') walk(child, from, 'block-quote');
      else {
        let hint: string | null = null;
        let image = false;
        switch (name) {
          case 'Paragraph':
          case 'Task': {
            const emphasised = afterImage && (body[from] === '*' || body[from] === '_');
            image = body[from] === '!' || (body[from] === '[' && body[from + 1] === '!');
            hint = emphasised ? `${context} under picture` : context;
            break;
          }
          case 'LinkReference':
            if (body.startsWith('[^', from)) hint = 'note';
            else define(child, from, body, definitions);
            break;
          case 'Table':
          case 'HTMLBlock':
          case 'CommentBlock':
            hint = name;
            break;
          default:
            if (/^(?:ATX|Setext)Heading/.test(name)) hint = `heading ${name.slice(-1)}`;
        }
        if (hint !== null) {
          units.push({start: offset + from, end: offset + from + child.length, hint, node: child});
          afterImage = image;
        }
      }
    }
  };
  walk(tree, 0, 'paragraph');
  return {units, definitions};
}

function define(node: Tree, at: number, body: string, definitions: Map<string, string>): void {
  let label = '';
  let url = '';
  const cursor = node.cursor();
  if (!cursor.firstChild()) return;
  do {
    if (cursor.name === 'LinkLabel') label = body.slice(at + cursor.from + 1, at + cursor.to - 1);
    else if (cursor.name === 'URL') url = body.slice(at + cursor.from, at + cursor.to);
  } while (cursor.nextSibling());
  const key = normalLabel(label);
  if (key !== '' && !definitions.has(key)) definitions.set(key, plainUrl(url));
}

function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function plainUrl(url: string): string {
  return url.startsWith('<') && url.endsWith('>') ? url.slice(1, -1) : url;
}

/** Reads leaf blocks of one draft. Positions of nodes are relative to their unit. */
class Reader {
  /** Start of the unit, and of the block being read, in the draft. */
  private base = 0;
  private origin = 0;
  private prose: ProseBuilder;
  private ignores: {mark: Extract_<Mark, 'ignore'>; at: number}[] = [];
  private lookups: Map<string, string | null> | undefined;

  constructor(
    private readonly text: string,
    private readonly bodyStart: number,
    private readonly marks: readonly Mark[],
    private readonly lookUp: (label: string) => string | null,
  ) {
    this.prose = new ProseBuilder(text, 0);
  }

  read(unit: MarkdownUnit): Extract {
    const extract = this.readBlocks(unit);
    const images = imagesIn(unit.node, this.text.slice(unit.start, unit.end));
    return images.length > 0 ? {...extract, images} : extract;
  }

  private readBlocks(unit: MarkdownUnit): Extract {
    this.base = unit.start;
    this.lookups = undefined;
    const {node, hint, start, end} = unit;
    if (hint === 'HTMLBlock' || hint === 'CommentBlock') return this.readHtml(start, end);
    const blocks: {start: number; end: number; content: BlockContent}[] = [];
    const ignores: LocalIgnore[] = [];
    const add = (
      from: number,
      to: number,
      kind: (words: string) => BlockKind,
      level: number,
      read: () => void,
    ) => {
      this.origin = start + from;
      this.prose = new ProseBuilder(this.text, this.origin);
      this.ignores = [];
      read();
      const content = this.finish(kind, level);
      for (const {mark, at} of this.ignores) {
        const alone = standsAlone(this.text, mark.start + this.bodyStart, mark.end + this.bodyStart);
        const inside = content !== null && !(alone && at >= content.text.length);
        ignores.push({
          rules: mark.rules,
          reason: mark.reason,
          file: mark.file,
          start: mark.start + this.bodyStart - start,
          end: mark.end + this.bodyStart - start,
          block: inside ? blocks.length : -1,
        });
      }
      if (content) blocks.push({start: from, end: to, content});
    };
    const cursor = node.cursor();
    const all = end - start;
    if (hint === 'Table') {
      if (cursor.firstChild()) {
        do {
          if (!/^Table(?:Header|Row)$/.test(cursor.name)) continue;
          if (!cursor.firstChild()) continue;
          do {
            if (cursor.name !== 'TableCell') continue;
            const {from, to} = cursor;
            add(
              from,
              to,
              () => 'table-cell',
              0,
              () => this.inline(cursor, from, to),
            );
          } while (cursor.nextSibling());
          cursor.parent();
        } while (cursor.nextSibling());
      }
    } else if (hint.startsWith('heading')) {
      add(
        0,
        all,
        () => 'heading',
        Number(hint.slice(-1)),
        () => this.inline(cursor, 0, all),
      );
    } else {
      const label = footnoteLabel.exec(this.text.slice(start, Math.min(end, start + 200)));
      const pictures = label ? null : this.pictures(node);
      if (label) {
        add(
          0,
          all,
          () => 'note',
          0,
          () => {
            // One word after the label: to the parser that is a link definition.
            if (node.type.name === 'LinkReference') this.run(label[0].length, all);
            else this.inline(cursor, label[0].length, all);
          },
        );
      } else if (pictures) {
        for (const {from, to, altFrom, altTo, node: part} of pictures) {
          if (part) add(from, to, captionKind, 0, () => this.inline(part, from, to));
          else add(from, to, captionKind, 0, () => this.run(altFrom, altTo));
        }
      } else {
        const [context = ''] = hint.split(' ');
        const under = hint.endsWith('under picture') && isOneEmphasis(node);
        const kind = (words: string): BlockKind => {
          if (under) return captionKind(words);
          const special = context === 'paragraph' || context === 'block-quote' ? furniture(words) : null;
          if (special && (context === 'paragraph' || special === 'note')) return special;
          return context as BlockKind;
        };
        add(0, all, kind, 0, () => this.inline(cursor, 0, all));
      }
    }
    if (blocks.length === 0 && ignores.length === 0) {
      return this.lookups ? {...nothing, lookups: this.lookups} : nothing;
    }
    return this.lookups ? {blocks, ignores, lookups: this.lookups} : {blocks, ignores};
  }

  /** Of an HTML block only the ignore marks count. */
  private readHtml(start: number, end: number): Extract {
    const ignores: LocalIgnore[] = [];
    for (const mark of this.marksIn(start - this.bodyStart, end - this.bodyStart)) {
      if (mark.type !== 'ignore') continue;
      const {rules, reason, file} = mark;
      const shift = this.bodyStart - start;
      ignores.push({rules, reason, file, start: mark.start + shift, end: mark.end + shift, block: -1});
    }
    return ignores.length > 0 ? {blocks: [], ignores} : nothing;
  }

  private finish(kindOf: (words: string) => BlockKind, level: number): BlockContent | null {
    const {prose} = this;
    const {text, segments} = prose.finish();
    if (text === '') return null;
    const kind = kindOf(text);
    return {
      kind,
      level,
      text,
      segments,
      links: prose.links
        .map((link) => ({...link, end: Math.min(link.end, text.length)}))
        .filter((link) => link.end > link.start),
      sourceMarks: prose.sourceMarks.map((mark) => {
        let at = Math.min(mark.at, text.length);
        while (at > 0 && text.charCodeAt(at - 1) === 32) at--;
        return {...mark, at};
      }),
      datelineLength: kind === 'paragraph' ? datelineLength(text) : 0,
    };
  }

  /** Reads what stands between `from` and `to` under the cursor's node: prose, and markup to leave out. */
  private inline(cursor: TreeCursor, from: number, to: number): void {
    let done = from;
    if (cursor.firstChild()) {
      do {
        if (cursor.to <= done) continue;
        if (cursor.from >= to) break;
        this.run(done, cursor.from);
        this.markup(cursor);
        done = cursor.to;
      } while (cursor.nextSibling());
      cursor.parent();
    }
    this.run(done, to);
  }

  private markup(cursor: TreeCursor): void {
    const {from, to, name} = cursor;
    const {prose, base} = this;
    switch (name) {
      case 'Emphasis':
      case 'StrongEmphasis':
      case 'Strikethrough':
        this.inline(cursor, from, to);
        break;
      case 'EmphasisMark':
      case 'StrikethroughMark':
      case 'QuoteMark':
      case 'HeaderMark':
        break;
      case 'Link':
        this.link(cursor);
        break;
      case 'Escape':
        prose.replace(this.text.slice(base + from + 1, base + to), base + from, base + to);
        break;
      case 'Entity': {
        const decoded = decodeEntity(this.text.slice(base + from, base + to));
        if (decoded === null) this.run(from, to);
        else prose.replace(decoded, base + from, base + to);
        break;
      }
      case 'HardBreak':
        prose.lineBreak(base + from, base + to);
        break;
      case 'HTMLTag':
        if (/^<br\b/i.test(this.text.slice(base + from, base + from + 4)))
          prose.lineBreak(base + from, base + to);
        else prose.skip();
        break;
      default:
        prose.skip();
    }
  }

  private link(cursor: TreeCursor): void {
    const {from, to} = cursor;
    const {prose, base, text} = this;
    let close = -1;
    let url: string | null = null;
    let label: {from: number; to: number} | null = null;
    if (cursor.firstChild()) {
      do {
        const {name} = cursor;
        if (name === 'LinkMark' && close < 0 && cursor.from > from) close = cursor.from;
        else if (name === 'LinkMark' && close >= 0) url ??= '';
        else if (name === 'URL' && close >= 0)
          url = plainUrl(text.slice(base + cursor.from, base + cursor.to));
        else if (name === 'LinkLabel') label = {from: cursor.from, to: cursor.to};
      } while (cursor.nextSibling());
      cursor.parent();
    }
    if (close < 0) {
      this.inline(cursor, from, to);
      return;
    }
    const inside = text.slice(base + from + 1, base + close);
    const labelled = label ? text.slice(base + label.from + 1, base + label.to - 1) : '';
    const markEnd = close + 1;

    if (inside.length <= 1000 && /^\^[^\s\]]+$/.test(inside)) {
      this.sourceMark(inside.slice(1), '', from, markEnd);
      if (label && labelled.startsWith('^')) this.sourceMark(labelled.slice(1), '', label.from, label.to);
      else this.run(markEnd, to);
      return;
    }
    if (/^-?@/.test(inside)) {
      const cited = readCitation(inside);
      if (cited.length > 0) {
        for (const {key, locator} of cited) this.sourceMark(key, locator, from, markEnd);
        this.run(markEnd, to);
        return;
      }
    }
    if (url === null) {
      const footnote = label !== null && labelled.startsWith('^');
      url = this.resolve(label && !footnote && labelled.trim() !== '' ? labelled : inside);
      if (url === null) {
        // Brackets in the copy, such as [CHECK].
        this.run(from, from + 1);
        this.inner(cursor, from + 1, close);
        this.run(close, label && footnote ? markEnd : to);
        if (label && footnote) this.sourceMark(labelled.slice(1), '', label.from, label.to);
        return;
      }
      this.linkWords(cursor, from + 1, close, url);
      if (label && footnote) this.sourceMark(labelled.slice(1), '', label.from, label.to);
      return;
    }
    this.linkWords(cursor, from + 1, close, url);
    prose.skip();
  }

  private linkWords(cursor: TreeCursor, from: number, to: number, url: string): void {
    const start = this.prose.next;
    this.inner(cursor, from, to);
    const end = this.prose.at;
    if (end > start) this.prose.links.push({start, end, url});
  }

  /** The part of a link's inside that is prose: its children between `from` and `to`. */
  private inner(cursor: TreeCursor, from: number, to: number): void {
    this.inline(cursor, from, to);
  }

  private resolve(label: string): string | null {
    if (label.length > 1000) return null;
    const url = this.lookUp(label);
    this.lookups ??= new Map();
    this.lookups.set(label, url);
    return url;
  }

  private sourceMark(key: string, locator: string, from: number, to: number): void {
    this.prose.skip();
    const shift = this.base - this.origin;
    this.prose.sourceMarks.push({
      at: this.prose.solid,
      key,
      locator,
      mark: {start: from + shift, end: to + shift},
    });
  }

  /** Prose, save for our own marks in it. */
  private run(from: number, to: number): void {
    if (from >= to) return;
    const {base, bodyStart, origin, prose} = this;
    const start = base + from;
    const end = base + to;
    let done = start;
    for (const mark of this.marksIn(start - bodyStart, end - bodyStart)) {
      const at = mark.start + bodyStart;
      prose.run(done, at);
      prose.skip();
      done = Math.min(end, mark.end + bodyStart);
      if (mark.type === 'src') {
        prose.sourceMarks.push({
          at: prose.solid,
          key: mark.key,
          locator: mark.locator,
          mark: {start: at - origin, end: mark.end + bodyStart - origin},
        });
      } else this.ignores.push({mark, at: prose.at});
    }
    prose.run(done, end);
  }

  /** The marks that begin in a stretch of the body. */
  private marksIn(from: number, to: number): readonly Mark[] {
    const {marks} = this;
    if (marks.length === 0) return marks;
    let low = 0;
    let high = marks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((marks[middle] as Mark).start < from) low = middle + 1;
      else high = middle;
    }
    let end = low;
    while (end < marks.length && (marks[end] as Mark).start < to) end++;
    return marks.slice(low, end);
  }

  /** The pictures of a paragraph that holds nothing else, save one emphasised caption under them; else null. */
  private pictures(node: Tree): Picture[] | null {
    const {text, base} = this;
    const first = text.charCodeAt(base);
    if (first !== 33 && !(first === 91 && text.charCodeAt(base + 1) === 33)) return null;
    const found: Picture[] = [];
    const cursor = node.cursor();
    let done = 0;
    if (!cursor.firstChild()) return null;
    do {
      if (text.slice(base + done, base + cursor.from).trim() !== '') return null;
      done = cursor.to;
      const {from, to, name} = cursor;
      if (name === 'Image') found.push(picture(cursor, from, to));
      else if (name === 'Link') {
        // A picture that is a link.
        let inner: Picture | null = null;
        if (!cursor.firstChild()) return null;
        do {
          if (cursor.name === 'Image' && cursor.from === from + 1) inner = picture(cursor, from, to);
        } while (cursor.nextSibling());
        cursor.parent();
        if (!inner) return null;
        found.push(inner);
      } else if (name === 'Emphasis' || name === 'StrongEmphasis') {
        if (found.length === 0 || found.some((one) => one.node)) return null;
        found.push({from, to, altFrom: from, altTo: to, node: cursor.node.cursor()});
      } else if (name !== 'HardBreak' && name !== 'QuoteMark') return null;
    } while (cursor.nextSibling());
    return text.slice(base + done, base + node.length).trim() === '' ? found : null;
  }
}

type Extract_<T, K> = T extends {type: K} ? T : never;

interface Picture {
  readonly from: number;
  readonly to: number;
  readonly altFrom: number;
  readonly altTo: number;
  /** The emphasised words under a picture. */
  readonly node?: TreeCursor;
}

function picture(cursor: TreeCursor, from: number, to: number): Picture {
  let altFrom = cursor.from + 2;
  let altTo = altFrom;
  const own = cursor.from;
  if (cursor.firstChild()) {
    do {
      if (cursor.name !== 'LinkMark') continue;
      if (cursor.from === own) altFrom = cursor.to;
      else {
        altTo = cursor.from;
        break;
      }
    } while (cursor.nextSibling());
    cursor.parent();
  }
  return {from, to, altFrom, altTo};
}

function captionKind(words: string): BlockKind {
  return furniture(words) ?? 'caption';
}

function isOneEmphasis(node: Tree): boolean {
  const cursor = node.cursor();
  if (!cursor.firstChild()) return false;
  return (
    (cursor.name === 'Emphasis' || cursor.name === 'StrongEmphasis') &&
    cursor.from === 0 &&
    cursor.to === node.length
  );
}

/** Whether nothing else stands on the line or lines of a mark, save quote marks and other comments. */
function standsAlone(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && !isLineEnd(text.charCodeAt(from - 1)) && start - from < 4000) from--;
  let to = end;
  while (to < text.length && !isLineEnd(text.charCodeAt(to)) && to - end < 4000) to++;
  const around = `${text.slice(from, start)} ${text.slice(end, to)}`;
  return /^[\s>]*$/.test(around.replace(/<!--[^<>]{0,2000}-->/g, ' '));
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}
