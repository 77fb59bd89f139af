import type {Tree} from '@lezer/common';
import type {Span} from './block.js';

/** A picture that a draft brings in; its span is the whole mark. */
export interface DraftImage extends Span {
  readonly alt: string;
  readonly url: string;
  readonly title: string;
}

/** The Markdown pictures of one block of the tree, in order; offsets relative to the block. Linear in its text. */
export function imagesIn(node: Tree, text: string): readonly DraftImage[] {
  if (!text.includes('![')) return [];
  const found: DraftImage[] = [];
  const cursor = node.cursor();
  do {
    if (cursor.name !== 'Image') continue;
    const {from, to} = cursor;
    let altEnd = -1;
    let url = '';
    let title = '';
    if (!cursor.firstChild()) continue;
    do {
      const name: string = cursor.name;
      const words = text.slice(cursor.from, cursor.to);
      if (name === 'LinkMark' && words === ']' && altEnd < 0) altEnd = cursor.from;
      else if (name === 'URL') url = words.replace(/^<|>$/g, '');
      else if (name === 'LinkTitle') title = words.slice(1, -1);
    } while (cursor.nextSibling());
    cursor.parent();
    if (altEnd < 0) continue;
    found.push({
      start: from,
      end: to,
      alt: text
        .slice(from + 2, altEnd)
        .replace(/\s+/g, ' ')
        .trim(),
      url,
      title,
    });
  } while (cursor.next());
  return found;
}
