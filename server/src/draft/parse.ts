import type {Draft, DraftFormat} from './draft.js';
import {parseMarkdown} from './markdown.js';
import {parseText} from './text.js';

/** How each format is read. `previous` is of the same format. */
const parsers: Readonly<Record<DraftFormat, (text: string, previous?: Draft) => Draft>> = {
  markdown: parseMarkdown,
  text: parseText,
};

/**
 * Text to blocks. Any text gives a draft; nothing here throws. With `previous`, any earlier version of the same
 * draft, blocks that did not change keep their very `BlockContent` objects; the outcome is otherwise the same.
 */
export function parseDraft(text: string, format: DraftFormat, previous?: Draft): Draft {
  return parsers[format](text, previous?.format === format ? previous : undefined);
}
