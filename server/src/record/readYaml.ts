import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import type {Problem} from '../draft/draft.js';
import {plainMessage, tooDeep} from '../draft/yamlText.js';
import {closest, didYouMean} from './closest.js';
import type {Choice, Entry, List, MapShape, ProblemSeverity, Shape} from './shape.js';

export type FileProblem = Problem & {readonly severity: ProblemSeverity};

export interface ReadYaml {
  /** What the file says, without what is wrong in it: only keys that the shape knows, with values of its types. */
  readonly value: Readonly<Record<string, unknown>>;
  /** In the order of the file; its first `mostProblems`. */
  readonly problems: readonly FileProblem[];
}

/** Longer than this, in code units, is nothing that anybody wrote; reading it would only cost time. */
export const longestFile = 64_000;
export const mostProblems = 100;

/**
 * Reads a YAML file that people write. Never throws: whatever is wrong is a problem at its place and the rest counts.
 * Values are read node by node, so aliases cannot multiply.
 * @param name the file's, for messages
 * @param longest how long it may be, in code units
 */
export function readYaml(text: string, shape: MapShape, name: string, longest = longestFile): ReadYaml {
  const problems: FileProblem[] = [];
  const head = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const yaml = text.slice(head);
  const nothing = (message: string): ReadYaml => ({
    value: {},
    problems: [{start: head, end: head + firstLine(yaml), message, severity: 'error'}],
  });
  if (yaml.length > longest) return nothing(`${name} is too long to be read.`);
  if (tooDeep(yaml)) return nothing(`${name} is nested too deeply to be read.`);
  let value: unknown;
  try {
    const document = parseDocument(yaml, {prettyErrors: false, uniqueKeys: false, logLevel: 'silent'});
    for (const error of document.errors.slice(0, 3)) {
      const at = within(yaml, error.pos[0], error.pos[1]);
      problems.push({
        ...at,
        message: `${name} cannot be read here: ${plainMessage(error.message)}`,
        severity: 'error',
      });
    }
    const reader = new Reader(yaml, aliases(document), problems, head);
    const {contents} = document;
    if (isMap(contents)) value = reader.map(contents, shape);
    else if (contents !== null && !isNothing(contents) && problems.length === 0) {
      reader.report(contents, 'error', `${name} should be lines of "${shape.noun}: value".`);
    }
  } catch {
    return nothing(`${name} cannot be read.`);
  }
  problems.sort((a, b) => a.start - b.start);
  const moved = problems.map((problem) => ({
    ...problem,
    start: problem.start + head,
    end: problem.end + head,
  }));
  return {value: (value ?? {}) as Record<string, unknown>, problems: moved.slice(0, mostProblems)};
}

/** What each alias stands for, found in one walk; to ask each alias itself takes a walk each. */
function aliases(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const found = new Map<Alias, Node>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (target) found.set(node, target);
      } else if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  return found;
}

class Reader {
  constructor(
    private readonly yaml: string,
    private readonly aliases: ReadonlyMap<Alias, Node>,
    private readonly problems: FileProblem[],
    /** Length of a byte order mark, which the offsets that are handed out count. */
    private readonly head: number,
  ) {}

  report(at: unknown, severity: ProblemSeverity, message: string): void {
    if (this.problems.length >= mostProblems) return;
    const [start, end] = rangeOf(at) ?? [0, 0];
    this.problems.push({...within(this.yaml, start, end), message, severity});
  }

  map(map: YAMLMap, shape: MapShape): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const pair of map.items) {
      const key = this.resolved(pair.key);
      if (!isScalar(key)) {
        this.report(pair.key, 'error', `A ${shape.noun} should be a plain word.`);
        continue;
      }
      const name = words(key) ?? '';
      if (shape.ownKeys && name.startsWith('x-')) continue;
      const entry = shape.keys.get(name);
      if (!entry) this.unknownKey(pair.key, name, shape);
      else if (seen.has(name)) {
        this.report(pair.key, 'error', `"${name}" stands here twice. The first one counts.`);
      } else {
        seen.add(name);
        const needed = shape.required?.includes(name) || shape.one?.includes(name);
        const read = this.entry(pair, entry, name, needed ?? false);
        if (read !== undefined) value[name] = read;
      }
    }
    for (const name of shape.required ?? []) {
      if (!seen.has(name)) this.report(map, 'error', `"${name}" is missing here.`);
    }
    if (shape.one) {
      const said = shape.one.filter((name) => seen.has(name));
      const names = shape.one.map((name) => `"${name}"`);
      if (said.length === 0) this.report(map, 'error', `One of ${names.join(' and ')} is missing here.`);
      if (said.length > 1) this.report(map, 'error', `Only one of ${names.join(' and ')} can stand here.`);
    }
    return value;
  }

  /** @param at the node whose place it is; an alias stands where it is used */
  private placed(value: string, at: unknown): {value: string; start: number; end: number} {
    const [start, end] = rangeOf(at) ?? [0, 0];
    return {value, start: start + this.head, end: end + this.head};
  }

  private unknownKey(at: unknown, name: string, {keys, noun}: MapShape): void {
    if (this.problems.length >= mostProblems) return;
    const meant = didYouMean(name, keys.keys());
    const known =
      meant === '' && keys.size <= 10 ? ` What can stand here: ${[...keys.keys()].join(', ')}.` : meant;
    this.report(at, 'error', `Unknown ${noun} "${short(name)}".${known}`);
  }

  private entry({key, value}: Pair, {shape}: Entry, name: string, needed: boolean): unknown {
    const node = this.resolved(value);
    if (isAlias(value) && !node) this.noSuchAnchor(value);
    // Nothing behind the colon: somebody is about to write it.
    else if (node === null || node === undefined || isNothing(node)) {
      if (needed) this.report(key, 'error', `"${name}" should not be empty.`);
      return undefined;
    }
    if (!node) return undefined;
    return this.value(node, shape, name, rangeOf(value) ? value : key);
  }

  /** @param at where to report, which is not `node` for an alias. Undefined where nothing can be made of it. */
  private value(node: unknown, shape: Shape, name: string, at: unknown): unknown {
    switch (shape.kind) {
      case 'either':
        return isMap(node) ? this.map(node, shape.map) : this.value(node, shape.scalar, name, at);
      case 'map':
        if (isMap(node)) return this.map(node, shape);
        break;
      case 'list':
        if (isSeq(node)) return this.list(node.items, shape, name);
        break;
      case 'oneOrMore':
        return isSeq(node) ? this.list(node.items, shape.of, name) : this.list([node], shape.of, name);
      case 'later':
        this.report(at, 'warning', `"${name}" is not read yet and does not count.`);
        return undefined;
      case 'choice':
        if (isScalar(node)) return this.choice(node, shape, name, at);
        break;
      case 'text': {
        if (!isScalar(node)) break;
        const said = typeof node.value !== 'string' && shape.asWritten ? words(node) : node.value;
        if (typeof said !== 'string') break;
        const wrong =
          said.trim() === '' && !shape.blank
            ? `"${name}" should not be empty.`
            : (shape.check?.(said) ?? null);
        if (wrong === null) return shape.placed ? this.placed(said, at) : said;
        this.report(at, 'error', wrong);
        return undefined;
      }
      case 'number':
        if (
          isScalar(node) &&
          typeof node.value === 'number' &&
          Number.isFinite(node.value) &&
          node.value >= shape.least
        )
          return node.value;
        break;
      case 'flag':
        if (isScalar(node) && typeof node.value === 'boolean') return node.value;
        break;
      case 'exactly':
        if (isScalar(node) && node.value === shape.value) return node.value;
        break;
    }
    this.report(at, 'error', `"${name}" should be ${wanted(shape)}.`);
    return undefined;
  }

  private list(items: readonly unknown[], {of}: List, name: string): unknown[] | undefined {
    const values: unknown[] = [];
    for (const item of items) {
      const node = this.resolved(item);
      if (isAlias(item) && !node) {
        this.noSuchAnchor(item);
        continue;
      }
      if (isScalar(node) && of.kind === 'text' && !of.asWritten && typeof node.value !== 'string') {
        const written = node.value === null || node.value === undefined ? '' : words(node);
        const hint = written ? ` Write '${short(written)}' in quotation marks if you mean the words.` : '';
        this.report(item, 'error', `"${name}" should be a list of words.${hint}`);
        continue;
      }
      const value = this.value(node, of, name, item);
      if (value !== undefined) values.push(value);
    }
    // A list of which nothing could be used says nothing; an empty one says "none".
    return values.length > 0 || items.length === 0 ? values : undefined;
  }

  private choice(node: Scalar, shape: Choice, name: string, at: unknown): unknown {
    const written = words(node) ?? '';
    if (shape.values.includes(written)) return written;
    if (shape.orPath?.pattern.test(written)) {
      const wrong = shape.orPath.check(written);
      if (wrong === null) return this.placed(written, at);
      this.report(at, 'error', wrong);
    } else this.report(at, 'error', this.noSuchChoice(written, shape, name));
    return undefined;
  }

  private noSuchChoice(written: string, {values, synonyms}: Choice, name: string): string {
    const meant = closest(written, values) ?? synonyms?.[written.trim().toLowerCase()] ?? null;
    const hint = meant === null ? `It should be ${listed(values)}.` : `Did you mean "${meant}"?`;
    return `"${name}" cannot be "${short(written)}". ${hint}`;
  }

  private noSuchAnchor(alias: Alias): void {
    this.report(alias, 'error', `Nothing before this is marked &${short(alias.source)}.`);
  }

  private resolved(node: unknown): unknown {
    return isAlias(node) ? this.aliases.get(node) : node;
  }
}

function wanted(shape: Shape): string {
  switch (shape.kind) {
    case 'choice':
      return listed(shape.values);
    case 'exactly':
      return String(shape.value);
    case 'text':
      return 'words';
    case 'number':
      return shape.least === 0 ? 'a number, 0 or more' : `a number, ${shape.least} or more`;
    case 'flag':
      return 'true or false';
    case 'list':
      return `a list, as in ${shape.example}`;
    case 'map':
      return `lines of "${shape.noun}: value"`;
    case 'oneOrMore':
      return wanted(shape.of);
    case 'either':
      return `${wanted(shape.scalar)}, or ${wanted(shape.map)}`;
    case 'later':
      return 'a list';
  }
}

const listed = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/** A scalar as it is written; null where it holds nothing. */
function words(node: Scalar): string | null {
  if (typeof node.value === 'string') return node.value;
  return node.source ?? (node.value === null || node.value === undefined ? null : String(node.value));
}

function isNothing(node: unknown): boolean {
  return isScalar(node) && (node.value === null || node.value === undefined) && !/\S/.test(node.source ?? '');
}

function rangeOf(node: unknown): readonly [number, number] | null {
  const range = (node as Node | null | undefined)?.range;
  return range && range[1] > range[0] ? [range[0], range[1]] : null;
}

function within(text: string, start: number, end: number): {start: number; end: number} {
  const from = Math.min(text.length, Math.max(0, start));
  return {start: from, end: Math.min(text.length, Math.max(from, end))};
}

function firstLine(text: string): number {
  return Math.min(200, text.search(/[\r\n]|$/));
}

/** Nobody wants to read 10,000 letters in a message. */
function short(written: string): string {
  const line = written.slice(0, 50).replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
