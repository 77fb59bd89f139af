import {lowerBound} from '../language/spans.js';
import {changeSince} from './onlyChange.js';
import type {BlockTables, Story} from './story.js';

const none: readonly never[] = [];

/** One block with what is looked for in it. */
export interface Having<T> {
  readonly block: number;
  readonly tables: BlockTables;
  readonly found: readonly T[];
}

/**
 * The blocks that have what is looked for, in order: it is worked out once for each block,
 * and most have nothing.
 * @param exempt whether those that no rule judges are meant too
 */
export function blocksHaving<T>(
  story: Story,
  look: (tables: BlockTables) => readonly T[],
  exempt = false,
): readonly Having<T>[] {
  const {blocks, notes} = story;
  const last = notes.get(look) as Search<T> | undefined;
  const changed = last ? changeSince(last.blocks, story) : null;
  const having = (block: number): readonly Having<T>[] => {
    const tables = blocks[block];
    const found = tables && (exempt || !tables.exempt) ? look(tables) : none;
    return tables && found.length > 0 ? [{block, tables, found}] : none;
  };
  let all: readonly Having<T>[];
  if (!last || changed === null) all = blocks.flatMap((_, block) => having(block));
  else {
    const at = lowerBound(last.all.length, (i) => (last.all[i] as Having<T>).block < changed);
    const behind = last.all[at]?.block === changed ? at + 1 : at;
    const now = having(changed);
    all =
      now.length === 0 && behind === at
        ? last.all
        : [...last.all.slice(0, at), ...now, ...last.all.slice(behind)];
  }
  notes.set(look, {blocks, all} satisfies Search<T>);
  return all;
}

/** The first block that has what is looked for; infinite where none has. */
export const firstHaving = (...looked: Parameters<typeof blocksHaving>): number =>
  blocksHaving(...looked)[0]?.block ?? Number.POSITIVE_INFINITY;

interface Search<T> {
  readonly blocks: readonly BlockTables[];
  readonly all: readonly Having<T>[];
}
