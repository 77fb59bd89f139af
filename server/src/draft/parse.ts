import type {Draft, DraftFormat} from './draft.js';
import {parseMarkdown} from './markdown.js';
import {parseText} from './text.js';

/**
 * Text to blocks. Any text gives a draft; nothing here throws. With `previous`, any earlier version of the same
 * draft, blocks that did not change keep their very `BlockContent` objects; the outcome is otherwise the same.
 */
export function parseDraft(text: string, format: DraftFormat, previous?: Draft): Draft {
  const before = previous?.format === format ? previous : undefined;
  return format === 'markdown' ? parseMarkdown(text, before) : parseText(text, before);
}
