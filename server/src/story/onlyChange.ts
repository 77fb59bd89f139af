import type {BlockTables, Story} from './story.js';

/** The only block in which two versions of a draft differ; -1 for none, null where there are several. */
function onlyChange(before: readonly BlockTables[], blocks: readonly BlockTables[]): number | null {
  if (before === blocks) return -1;
  if (before.length !== blocks.length) return null;
  let changed = -1;
  for (let at = 0; at < blocks.length; at++) {
    if (before[at] === blocks[at]) continue;
    if (changed >= 0) return null;
    changed = at;
  }
  return changed;
}

/** The same of a story and what its blocks were; compared once, since all who ask remember the blocks of one keystroke. */
export function changeSince(before: readonly BlockTables[], {blocks, notes}: Story): number | null {
  const known = notes.get(changeSince) as Comparison | undefined;
  if (known?.before === before && known.blocks === blocks) return known.changed;
  const changed = onlyChange(before, blocks);
  notes.set(changeSince, {before, blocks, changed} satisfies Comparison);
  return changed;
}

interface Comparison {
  readonly before: readonly BlockTables[];
  readonly blocks: readonly BlockTables[];
  readonly changed: number | null;
}
