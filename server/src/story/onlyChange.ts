import type {BlockTables} from './story.js';

/** The only block in which two versions of a draft differ; -1 for none, null where there are several. */
export function onlyChange(before: readonly BlockTables[], blocks: readonly BlockTables[]): number | null {
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
