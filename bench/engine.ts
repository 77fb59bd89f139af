/** The engine by itself, without protocol or server, beside two libraries that read English in the same process. */
import {spawnSync} from 'node:child_process';
import {statSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import * as esbuild from 'esbuild';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import {nodeOptions} from '../client/src/nodeOptions.js';
import {attribute} from '../server/src/attribution/attribute.js';
import {noCarry} from '../server/src/attribution/attributor.js';
import {kernelBase64} from '../server/src/attribution/model/kernel.generated.js';
import {DraftSession} from '../server/src/engine.js';
import {readWords} from '../server/src/language/read.js';
import type {Fresh} from './fresh.js';
import {placesInWords, prose, random} from './text.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');

/** Paragraphs changed, and runs over a long text or in a fresh process, of which the median counts. */
const changes = 300;
const repeats = 5;

/** One who reads a text; what it makes of it is kept, so that nothing is left out as unused. */
interface Reader {
  readonly name: string;
  readonly read: (text: string) => unknown;
}

interface Read {
  readonly name: string;
  /** A paragraph of about sixty words after each change in it, in milliseconds. */
  readonly paragraph: {readonly p50: number; readonly p95: number};
  /** 100 KB never seen before, the code being warm. */
  readonly cold: number;
}

export interface EngineFigures {
  readonly words: number;
  readonly readers: readonly Read[];
  readonly fresh: Fresh;
  /** Of the model's file and of the WebAssembly, in bytes. */
  readonly shipped: {readonly model: number; readonly kernel: number};
}

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

const wordsIn = (text: string): number => text.split(/\s+/).length;

async function readers(): Promise<readonly Reader[]> {
  // All that wink-nlp's model can do, as it comes: sentences, negation, sentiment, parts of speech, entities.
  const wink = winkNLP(winkModel);
  const packed = join(here, 'node_modules', 'compromise', 'src', 'three.js');
  const {default: compromise} = (await import(pathToFileURL(packed).href)) as {
    default: (text: string) => {json(): unknown};
  };
  return [
    {name: 'Onrecord: tokens, tagger, links', read: (text) => paragraphs(text).map(reading)},
    {name: 'Onrecord: all, to findings', read: (text) => new DraftSession().update(text, 'markdown')},
    {name: 'wink-nlp, its full pipeline', read: (text) => wink.readDoc(text).tokens().out()},
    {name: 'compromise', read: (text) => compromise(text).json()},
  ];
}

const paragraphs = (text: string): string[] => text.split(/\n{2,}/);
const reading = (text: string) => attribute(readWords(text), noCarry).attributions;

/** A paragraph after each letter put into it, one reader after the other on the same paragraph. */
function typing(all: readonly Reader[], seed: number): {words: number; times: number[][]} {
  const sixty = paragraphs(prose(root, seed, {words: 8000})).filter((one) => {
    const words = wordsIn(one);
    return words >= 55 && words <= 65;
  });
  if (sixty.length === 0) throw new Error('no paragraph of sixty words');
  const next = random(seed + 1);
  const texts = [...sixty];
  const times: number[][] = all.map(() => []);
  let found = 0;
  for (let i = 0; i < 2 * changes; i++) {
    const which = i % texts.length;
    const text = texts[which] as string;
    let changed = text;
    for (const [k, {read}] of all.entries()) {
      // Not where the one before had it: ours would remember what the tagger said.
      const [at = 0] = placesInWords(text, 1, next);
      changed = `${text.slice(0, at)}e${text.slice(at)}`;
      const started = performance.now();
      const made = read(changed);
      // The first half warms up.
      if (i >= changes) times[k]?.push(performance.now() - started);
      if (k === 0) found += (made as readonly (readonly unknown[])[]).flat().length;
    }
    // A letter more in each would make them longer and longer.
    texts[which] = i % 2 === 0 ? changed : (sixty[which] as string);
  }
  if (found === 0) throw new Error('no attribution was found: nothing was measured');
  return {words: Math.round(sixty.reduce((sum, one) => sum + wordsIn(one), 0) / sixty.length), times};
}

/** @param folder where files may be put */
export async function engine(folder: string, seed: number): Promise<EngineFigures> {
  const all = await readers();
  const {words, times} = typing(all, seed);
  const cold = all.map((): number[] => []);
  for (let i = 0; i < repeats; i++) {
    for (const [k, {read}] of all.entries()) {
      const text = prose(root, seed + 20 + all.length * i + k, {characters: 100 * 1024});
      const started = performance.now();
      read(text);
      cold[k]?.push(performance.now() - started);
    }
  }
  return {
    words,
    readers: all.map(({name}, k) => ({
      name,
      paragraph: {p50: quantile(times[k] ?? [], 0.5), p95: quantile(times[k] ?? [], 0.95)},
      cold: quantile(cold[k] ?? [], 0.5),
    })),
    fresh: await fresh(folder, seed),
    shipped: {
      model: statSync(join(root, 'server/src/attribution/model/weights.json')).size,
      kernel: Buffer.from(kernelBase64, 'base64').length,
    },
  };
}

/** The median of each figure over several fresh processes, started as the extension starts the server. */
async function fresh(folder: string, seed: number): Promise<Fresh> {
  const script = join(folder, 'fresh.cjs');
  const text = join(folder, 'fresh.md');
  writeFileSync(text, prose(root, seed + 10_000, {words: 10_000}));
  await esbuild.build({
    entryPoints: [join(here, 'fresh.ts')],
    outfile: script,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  const runs = Array.from({length: repeats}, (): Fresh => {
    const done = spawnSync(process.execPath, [...nodeOptions(), '--expose-gc', script, text], {
      encoding: 'utf8',
    });
    if (done.status !== 0) throw new Error(`a fresh process failed: ${done.stderr}`);
    return JSON.parse(done.stdout) as Fresh;
  });
  const middle = (figure: (one: Fresh) => number): number => quantile(runs.map(figure), 0.5);
  return {
    code: middle(({code}) => code),
    tagger: middle(({tagger}) => tagger),
    firstParagraph: middle(({firstParagraph}) => firstParagraph),
    memory: {
      bare: middle(({memory}) => memory.bare),
      ready: middle(({memory}) => memory.ready),
      text: middle(({memory}) => memory.text),
    },
  };
}
