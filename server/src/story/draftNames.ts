import type {BlockTables} from './story.js';
import {readingOf} from './traits.js';

/** Words of the names of a whole draft, which settle what one mention leaves open. Kept from one keystroke to the next. */
export class DraftNames {
  private blocks: readonly BlockTables[] = [];
  /** How many blocks have each word. */
  private readonly sure = new Map<string, number>();
  private readonly people = new Map<string, number>();

  /**
   * Takes in the draft as it now stands: reads only the blocks that are not those of before.
   * @returns the words of which something else is true now
   */
  read(blocks: readonly BlockTables[]): readonly string[] {
    const before = this.blocks;
    const shorter = Math.min(before.length, blocks.length);
    let head = 0;
    while (head < shorter && before[head] === blocks[head]) head++;
    let tail = 0;
    while (tail < shorter - head && before[before.length - 1 - tail] === blocks[blocks.length - 1 - tail])
      tail++;
    const gone = before.slice(head, before.length - tail);
    const come = blocks.slice(head, blocks.length - tail);
    const touched = new Set([...gone, ...come].flatMap((tables) => wordsOf(tables)));
    const known = [...touched].map((word) => ({
      word,
      sure: this.isSure(word),
      surname: this.isSurname(word),
    }));
    for (const tables of gone) this.count(tables, -1);
    for (const tables of come) this.count(tables, 1);
    this.blocks = blocks;
    return known.flatMap(({word, sure, surname}) =>
      this.isSure(word) === sure && this.isSurname(word) === surname ? [] : [word],
    );
  }

  /** Whether it is a word of a name that nobody doubts. */
  isSure(word: string): boolean {
    return this.sure.has(word);
  }

  /** Whether it is the last word of the name of a person, or of what somebody speaks by. */
  isSurname(word: string): boolean {
    return this.people.has(word);
  }

  private count(tables: BlockTables, by: 1 | -1): void {
    const {names, surnames} = readingOf(tables);
    for (const one of names) add(this.sure, one, by);
    for (const one of surnames) add(this.people, one, by);
  }
}

function wordsOf(tables: BlockTables): readonly string[] {
  const {names, surnames} = readingOf(tables);
  return [...names, ...surnames];
}

function add(counts: Map<string, number>, word: string, by: 1 | -1): void {
  const count = (counts.get(word) ?? 0) + by;
  if (count > 0) counts.set(word, count);
  else counts.delete(word);
}
