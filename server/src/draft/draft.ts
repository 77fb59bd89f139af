import type {Block, Span} from './block.js';
import type {DraftFormat} from './formats.js';
import type {DraftImage} from './images.js';

export type {DraftFormat};

export const genres = [
  'news',
  'brief',
  'statement',
  'profile',
  'obituary',
  'feature',
  'qa',
  'live',
  'analysis',
  'opinion',
  'column',
  'review',
  'first-person',
] as const;
export type Genre = (typeof genres)[number];

/** What the writer says of the draft: front matter in Markdown; byline, dateline and date lines in plain text. */
export interface DraftMeta {
  readonly title: string | null;
  /** Publication day as YYYY-MM-DD. */
  readonly date: string | null;
  readonly dateline: string | null;
  readonly byline: string | null;
  readonly house: string | null;
  readonly publish: boolean;
  readonly genre: Genre;
  /** `onrecord: true|false`; null when not said. */
  readonly onrecord: boolean | null;
  /** Whether a front matter stood at the head, even a broken one, and where. */
  readonly frontMatter: Span | null;
  /** Whether one of `dateline`, `byline`, `genre`, `house` stood in the front matter. */
  readonly hasDraftKeys: boolean;
}

/** A draft that says nothing of itself. */
export const noMeta: DraftMeta = {
  title: null,
  date: null,
  dateline: null,
  byline: null,
  house: null,
  publish: false,
  genre: 'news',
  onrecord: null,
  frontMatter: null,
  hasDraftKeys: false,
};

/** `<!-- onrecord-ignore RULE, RULE: reason -->`. */
export interface IgnoreMark {
  readonly rules: readonly string[];
  /** Empty when the writer gave none, which is itself a finding. */
  readonly reason: string;
  /** The block it stands in or before (index into `Draft.blocks`); null silences the whole draft. */
  readonly block: number | null;
  /** The mark in the draft. */
  readonly mark: Span;
}

/** Something wrong with the file itself, at its place: broken front matter, an unknown genre. */
export interface Problem extends Span {
  readonly message: string;
}

export interface Draft {
  readonly text: string;
  readonly format: DraftFormat;
  readonly blocks: readonly Block[];
  readonly meta: DraftMeta;
  readonly ignores: readonly IgnoreMark[];
  /** Pictures of a Markdown draft, in order; a plain text has none. */
  readonly images: readonly DraftImage[];
  readonly problems: readonly Problem[];
}
