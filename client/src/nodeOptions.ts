import {availableParallelism} from 'node:os';

/** With fewer cores than this, V8's four helper threads take turns with the server itself. */
const enoughCores = 4;

/**
 * Options for the Node process that the server runs in, so that nothing holds up an answer for long: a young
 * generation of half V8's size, which is cleared twice as often in half the time, and where there are few cores one
 * helper thread for what is compiled and collected in the background. `npm run bench` starts the server with them.
 */
export function nodeOptions(cores = availableParallelism()): readonly string[] {
  return ['--max-semi-space-size=8', ...(cores < enoughCores ? ['--v8-pool-size=1'] : [])];
}
