import {areSameLists} from './entity.js';

/** What each block has of something, and all of it in one list; the same list for as long as nothing in it changes. */
export class Rows<T> {
  private list: readonly T[];
  /** How many stand in the blocks before each. */
  private readonly firsts: number[];
  private readonly changed = new Set<number>();

  constructor(readonly rows: (readonly T[])[]) {
    this.list = rows.flat();
    this.firsts = new Array(rows.length);
    this.count();
  }

  put(block: number, row: readonly T[]): void {
    const {rows} = this;
    const before = rows[block] as readonly T[];
    if (areSameLists(row, before)) return;
    this.changed.add(row.length === before.length ? block : -1);
    rows[block] = row;
  }

  /** Whether anything has changed since the list was last asked for. */
  get isChanged(): boolean {
    return this.changed.size > 0;
  }

  all(): readonly T[] {
    const {changed, firsts, rows} = this;
    if (changed.size === 0) return this.list;
    if (changed.has(-1)) {
      this.list = rows.flat();
      this.count();
    } else {
      const list = this.list.slice();
      for (const block of changed) {
        const row = rows[block] as readonly T[];
        for (let i = 0; i < row.length; i++) list[(firsts[block] as number) + i] = row[i] as T;
      }
      this.list = list;
    }
    changed.clear();
    return this.list;
  }

  private count(): void {
    const {firsts, rows} = this;
    let first = 0;
    for (let block = 0; block < rows.length; block++) {
      firsts[block] = first;
      first += (rows[block] as readonly T[]).length;
    }
  }
}
