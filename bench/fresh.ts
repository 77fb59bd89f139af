/**
 * Bundled by engine.ts and run in a fresh process with `--expose-gc`: what it costs to get the engine ready, and the
 * memory that a text of the file named on the command line takes with it. Prints one JSON object.
 */
import {readFileSync} from 'node:fs';

export interface Fresh {
  /** From nothing to the engine's code, without the data that it loads with the first text. */
  readonly code: number;
  /** Unpacking the tagger's weights and compiling its WebAssembly. */
  readonly tagger: number;
  /** The first paragraph from words to story; loads wink-nlp's model. */
  readonly firstParagraph: number;
  /** Resident memory, in MiB: before anything is loaded, with the engine ready, and with the text read. */
  readonly memory: {readonly bare: number; readonly ready: number; readonly text: number};
}

const mebibyte = 2 ** 20;

/** Resident memory once all that can be freed is. */
async function resident(): Promise<number> {
  for (let i = 0; i < 4; i++) {
    (globalThis as {gc?: () => void}).gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage.rss() / mebibyte;
}

async function main(): Promise<void> {
  const [, , file] = process.argv;
  const text = readFileSync(file ?? '', 'utf8');
  const bare = await resident();
  let started = performance.now();
  const lap = (): number => {
    const now = performance.now();
    const took = now - started;
    started = now;
    return took;
  };
  const {DraftSession} = await import('../server/src/engine.js');
  const code = lap();
  const {Network} = await import('../server/src/attribution/model/network.js');
  const {loadWeights} = await import('../server/src/attribution/model/weights.js');
  new Network(loadWeights());
  const tagger = lap();
  const session = new DraftSession();
  const first = '“We have no other choice,” Mayor Ruth Okoro told the council on Tuesday.';
  session.update(first, 'text');
  const firstParagraph = lap();
  const ready = await resident();
  const analysis = session.update(text, 'markdown');
  const full = await resident();
  if (analysis.story.attributions.length === 0) throw new Error('nothing was found: nothing was measured');
  const result: Fresh = {code, tagger, firstParagraph, memory: {bare, ready, text: full}};
  console.log(JSON.stringify(result));
}

void main();
