import type {Block} from './block.js';
import type {Problem} from './draft.js';

/** Characters of prose that are checked: some 25,000 words, more than news stories have. What is behind is not read. */
export const longestRead = 150_000;

/** How much of the first words that are not read is marked. */
const shown = 60;

/** The blocks of a draft that are read, and a word on those that are not, where there are any. */
export function readable(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
} {
  let prose = 0;
  const first = blocks.findIndex(({content}) => {
    prose += content.text.length;
    return prose > longestRead;
  });
  const cut = blocks[first];
  if (!cut) return {blocks, problems: []};
  const message = `Nothing is checked from here on: Onrecord reads up to ${longestRead.toLocaleString('en')} characters of a draft. Split it to have all of it checked.`;
  return {
    blocks: blocks.slice(0, first),
    problems: [{start: cut.start, end: Math.min(cut.end, cut.start + shown), message}],
  };
}
