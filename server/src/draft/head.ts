import type {Block} from './block.js';
import {findDate, isDateLine, openingDate} from './dates.js';
import type {DraftMeta} from './draft.js';
import {datelineWords, endsSentence} from './furniture.js';

/** How many blocks from the top a headline, a byline or a date line is looked for. */
export const headBlocks = 6;

/** Fills what `given` leaves open from the first blocks: headline, byline, dateline and a date with its year. */
export function readHead(blocks: readonly Block[], given: DraftMeta): DraftMeta {
  let {title, byline, date, dateline} = given;
  for (const {content} of blocks.slice(0, headBlocks)) {
    const {kind, text} = content;
    if (kind === 'heading' && content.level === 1) title ??= text;
    else if (kind === 'byline') {
      if (!isDateLine(text)) byline ??= text.replace(/^by:?\s+/i, '');
      date ??= findDate(text);
    } else if (kind === 'paragraph') {
      if (content.datelineLength > 0) {
        dateline ??= datelineWords(text, content.datelineLength);
        date ??= findDate(text.slice(0, content.datelineLength));
      } else date ??= text.length <= 80 && !endsSentence(text) ? findDate(text) : openingDate(text);
    }
  }
  return {...given, title, byline, date, dateline};
}
