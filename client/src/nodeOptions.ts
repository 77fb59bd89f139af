import {availableParallelism} from 'node:os';

/** With fewer cores than this, V8's four helper threads take turns with the server itself. */
const enoughCores = 4;

/**
 * Options for the Node process that the server runs in. Where there are few cores, one helper thread: with four,
 * whatever is being compiled or collected in the background holds up one answer in twenty by some milliseconds.
 */
export function nodeOptions(cores = availableParallelism()): readonly string[] {
  return cores < enoughCores ? ['--v8-pool-size=1'] : [];
}
