// How quick Onrecord is, beside other checkers, libraries that read English and a server that does nothing. `npm run bench [-- --json]`
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {cpus, tmpdir, totalmem} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {nodeOptions} from '../client/src/nodeOptions.js';
import {Client} from './client.js';
import {type EngineFigures, engine} from './engine.js';
import {type Checker, others} from './others.js';
import {placesInWords, prose, random} from './text.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..');
const asJson = process.argv.includes('--json');
const seed = 20260301;
const warmUp = 60;
const keystrokes = 240;
/** Starts of a server, and checks by the others, of which the median counts. */
const repeats = 5;

const say = (line: string) => process.stderr.write(`${line}\n`);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function need(command: string, args: readonly string[], cwd: string): void {
  say(`> ${command} ${args.join(' ')}`);
  const done = spawnSync(command, args, {cwd, stdio: ['ignore', 2, 2], shell: process.platform === 'win32'});
  if (done.status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

/** The built server, built first where it is not there, as the extension starts it. */
function serverCommand(): readonly string[] {
  const server = join(root, 'dist', 'server', 'node.js');
  if (!existsSync(server)) need('npm', ['run', '--silent', 'build'], root);
  if (!existsSync(server)) throw new Error('npm run build made no dist/server/node.js');
  return [...nodeOptions(), server, '--stdio'];
}

interface Typing {
  readonly words: number;
  readonly findings: number;
  /** Opening a text that the running server has never seen, to its first diagnostics and to all of them. */
  readonly first: number;
  readonly cold: number;
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

/** Puts one letter after another into words all over a text, each sent as soon as the last was answered. */
async function type(client: Client, uri: string, words: number, nothing: boolean): Promise<Typing> {
  let text = prose(root, seed + words, {words});
  const next = random(seed + words + 1);
  const opened = await client.openLong(uri, text, words > 2_000 && !nothing);
  const {findings} = opened;
  if (findings === 0 && !nothing)
    throw new Error(`the server found nothing in ${words} words: nothing was measured`);
  const times: number[] = [];
  for (let i = 0; i < warmUp + keystrokes; i++) {
    const [at = 0] = placesInWords(text, 1, next);
    const letter = String.fromCharCode(97 + Math.floor(next() * 26));
    const before = text.slice(0, at).split('\n');
    const position = {line: before.length - 1, character: before.at(-1)?.length ?? 0};
    const started = performance.now();
    await client.insert(uri, position, letter);
    await client.diagnostics(uri);
    if (i >= warmUp) times.push(performance.now() - started);
    text = text.slice(0, at) + letter + text.slice(at);
  }
  return {
    words,
    findings,
    first: opened.first,
    cold: opened.all,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    most: Math.max(...times),
  };
}

async function server(command: readonly string[], folder: string, nothing: boolean) {
  const small = prose(root, seed, {words: 1_000});
  const initialized: number[] = [];
  const first: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const started = performance.now();
    const client = await Client.start(command, folder);
    const uri = pathToFileURL(join(folder, 'first.md')).href;
    await client.open(uri, small);
    await client.diagnostics(uri);
    first.push(performance.now() - started);
    initialized.push(client.initialized);
    await client.stop();
  }
  const client = await Client.start(command, folder);
  const at = (name: string) => pathToFileURL(join(folder, name)).href;
  const typing = [
    await type(client, at('thousand.md'), 1_000, nothing),
    await type(client, at('ten-thousand.md'), 10_000, nothing),
  ];
  const text = prose(root, seed + 7, {characters: 100 * 1024});
  const large = await client.openLong(at('large.md'), text, !nothing);
  const memory = client.peakMemory();
  await client.stop();
  return {
    initialize: quantile(initialized, 0.5),
    firstDiagnostics: quantile(first, 0.5),
    typing,
    first100KB: large.first,
    cold100KB: large.all,
    peakMemoryMiB: memory,
  };
}

/** `onrecord check` of 100 KB, the start of the process included. */
function shell(folder: string): number | null {
  const cli = join(root, 'dist', 'cli.js');
  if (!existsSync(cli)) return null;
  const file = join(folder, 'shell.md');
  writeFileSync(file, prose(root, seed + 11, {characters: 100 * 1024}));
  const times: number[] = [];
  for (let i = 0; i < 3; i++) {
    const started = performance.now();
    const done = spawnSync(process.execPath, [cli, 'check', '--format', 'json', '--fail-on', 'never', file], {
      maxBuffer: 1 << 28,
    });
    if (done.status !== 0) throw new Error(`onrecord check failed: ${done.stderr}`);
    times.push(performance.now() - started);
  }
  return quantile(times, 0.5);
}

/** The same 10,000 words through another checker: once cold, then the whole text again after each change. */
async function other(checker: Checker) {
  let text = prose(root, seed + 10_000, {words: 10_000});
  const next = random(seed + 10_001);
  // Its code is warm, the text is new: as in a running server.
  await checker.check(prose(root, seed + 3, {words: 1_000}));
  let started = performance.now();
  const findings = await checker.check(text);
  const cold = performance.now() - started;
  const changed: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const [at = 0] = placesInWords(text, 1, next);
    text = `${text.slice(0, at)}e${text.slice(at)}`;
    started = performance.now();
    await checker.check(text);
    changed.push(performance.now() - started);
  }
  return {name: checker.name, with: checker.with, findings, cold, afterChange: quantile(changed, 0.5)};
}

function ms(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

function engineTables({words, readers, fresh, shipped}: EngineFigures): string {
  const {memory} = fresh;
  const mib = (value: number) => `${value.toFixed(1)} MiB`;
  return [
    `The engine by itself, in this process, beside libraries that read English: a paragraph of ${words} words after each letter, and 100 KB of new text.`,
    '',
    table([
      ['', 'paragraph, p50', 'p95', '100 KB'],
      ...readers.map(({name, paragraph, cold}) => [name, ms(paragraph.p50), ms(paragraph.p95), ms(cold)]),
    ]),
    '',
    'In fresh processes:',
    '',
    table([
      ['the tagger made ready: weights unpacked, WebAssembly compiled', ms(fresh.tagger)],
      ['all of the engine’s code, the data of wink-nlp included', ms(fresh.code)],
      ['the first paragraph read, which sets up wink-nlp', ms(fresh.firstParagraph)],
      ['resident memory that the engine takes', mib(memory.ready - memory.bare)],
      ['resident memory that 10,000 words take beside it', mib(memory.text - memory.ready)],
      ['model and WebAssembly in the package', mib((shipped.model + shipped.kernel) / 2 ** 20)],
    ]),
  ].join('\n');
}

const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
try {
  if (!['harper.js', 'compromise'].every((name) => existsSync(join(here, 'node_modules', name)))) {
    need('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], here);
  }
  const command = serverCommand();
  say('a server that does nothing ...');
  const floor = await server([...nodeOptions(), join(here, 'floor.mjs')], folder, true);
  say('Onrecord ...');
  const onrecord = await server(command, folder, false);
  const cli = shell(folder);
  const beside = [];
  for (const checker of await others()) {
    say(`${checker.name} ...`);
    beside.push(await other(checker));
  }
  say('the engine by itself ...');
  const inner = await engine(folder, seed);
  const [thousand, tenThousand] = onrecord.typing as [Typing, Typing];
  const result = {
    schema: 1,
    machine: {
      cores: cpus().length,
      processor: cpus()[0]?.model.trim() ?? '',
      memoryGiB: Math.round(totalmem() / 2 ** 30),
      platform: `${process.platform} ${process.arch}`,
      node: process.versions.node,
    },
    seed,
    keystrokes,
    onrecord: {...onrecord, shell100KB: cli},
    floor,
    others: beside.map((each) => ({
      ...each,
      incremental: false,
      /** How many times as long as Onrecord's. */
      ratio: {cold: each.cold / tenThousand.cold, afterChange: each.afterChange / tenThousand.p50},
    })),
    engine: inner,
  };
  if (asJson) console.log(JSON.stringify(result, null, 2));
  else {
    const {machine} = result;
    const [floorThousand, floorTen] = floor.typing as [Typing, Typing];
    const memory = (value: number | null) => (value === null ? 'not known' : `${value.toFixed(0)} MiB`);
    console.log(
      [
        `Onrecord's speed: ${machine.cores} cores (${machine.processor}), ${machine.memoryGiB} GiB, ${machine.platform}, Node ${machine.node}`,
        `Milliseconds through the real server over standard streams; ${keystrokes} keystrokes after ${warmUp} to warm up.`,
        '',
        table([
          ['', 'Onrecord', 'a server that does nothing'],
          ['keystroke to diagnostics, 1,000 words, p50', ms(thousand.p50), ms(floorThousand.p50)],
          ['keystroke to diagnostics, 1,000 words, p95', ms(thousand.p95), ms(floorThousand.p95)],
          ['keystroke to diagnostics, 10,000 words, p50', ms(tenThousand.p50), ms(floorTen.p50)],
          ['keystroke to diagnostics, 10,000 words, p95', ms(tenThousand.p95), ms(floorTen.p95)],
          ['slowest of them', ms(tenThousand.most), ms(floorTen.most)],
          ['opening 10,000 new words, its beginning', ms(tenThousand.first), ms(floorTen.first)],
          ['opening 10,000 new words, all of it', ms(tenThousand.cold), ms(floorTen.cold)],
          ['opening 100 KB of new text, its beginning', ms(onrecord.first100KB), ms(floor.first100KB)],
          ['opening 100 KB of new text, all of it', ms(onrecord.cold100KB), ms(floor.cold100KB)],
          ['100 KB at the shell, start included', cli === null ? 'not built' : ms(cli), ''],
          ['start to initialize answered', ms(onrecord.initialize), ms(floor.initialize)],
          [
            'start to first diagnostics, 1,000 words',
            ms(onrecord.firstDiagnostics),
            ms(floor.firstDiagnostics),
          ],
          ['peak memory of the server', memory(onrecord.peakMemoryMiB), memory(floor.peakMemoryMiB)],
          ['findings in 10,000 words', String(tenThousand.findings), String(floorTen.findings)],
        ]),
        '',
        'The same 10,000 words through others, called directly in this process (no protocol, no second process).',
        'They have no incremental mode: after a change of one letter they read the whole text again.',
        '',
        table([
          ['', 'new text', 'after one letter', 'times Onrecord, new', 'times Onrecord, letter'],
          ['Onrecord', ms(tenThousand.cold), ms(tenThousand.p50), '1', '1'],
          ...result.others.map((each) => [
            each.name,
            ms(each.cold),
            ms(each.afterChange),
            each.ratio.cold.toFixed(1),
            each.ratio.afterChange.toFixed(1),
          ]),
        ]),
        '',
        ...result.others.map((each) => `  ${each.name}: ${each.with}; ${each.findings} findings`),
        '  They look for other faults than Onrecord does: this compares waiting, not finding.',
        '',
        engineTables(inner),
      ].join('\n'),
    );
  }
} finally {
  rmSync(folder, {recursive: true, force: true});
}
