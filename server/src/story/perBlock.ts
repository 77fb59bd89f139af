import type {BlockTables} from './story.js';

/** What was worked out of one block's tables, each by whom it belongs to (`perBlock`); never read by anybody else. */
export type BlockNotes = unknown[];

let owners = 0;

/**
 * Works something out of one block's tables once, for as long as they are the same. The notes lie with the tables and
 * not in a map of ours: they are asked for at each keystroke, for each block and by nearly every rule.
 */
export function perBlock<T extends NonNullable<unknown>>(
  work: (tables: BlockTables) => T,
): (tables: BlockTables) => T {
  const owner = owners++;
  return (tables) => {
    const {notes} = tables;
    const known = notes[owner];
    if (known !== undefined) return known as T;
    const made = work(tables);
    notes[owner] = made;
    return made;
  };
}
