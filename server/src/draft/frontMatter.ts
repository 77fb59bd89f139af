import {isMap, isScalar, isSeq, LineCounter, type Node, parseDocument} from 'yaml';
import {findDate} from './dates.js';
import {type DraftMeta, type Genre, genres, noMeta, type Problem} from './draft.js';
import {type DraftFormat, formats} from './formats.js';
import {plainMessage, tooDeep} from './yamlText.js';

export interface FrontMatter {
  readonly meta: DraftMeta;
  readonly problems: readonly Problem[];
  /** Where the body begins. */
  readonly bodyStart: number;
}

/** More than this is no front matter that anybody wrote; reading it would only cost time. */
const longest = 64_000;
const draftKeys = new Set(['dateline', 'byline', 'genre', 'house']);

const none: FrontMatter = {meta: noMeta, problems: [], bodyStart: 0};

/** The front matter of a text, where its format has such a thing; see `readFrontMatter`. */
export function frontMatterOf(text: string, format: DraftFormat): FrontMatter {
  return formats[format].frontMatter ? readFrontMatter(text) : none;
}

let lastSource: string | undefined;
let lastRead: Pick<FrontMatter, 'meta' | 'problems'> | undefined;

/**
 * Reads the YAML between `---` lines at the head of a draft. Never throws: what is wrong becomes a problem
 * at its place and the rest counts. The parse is remembered, so that an edit in the body costs nothing here.
 */
export function readFrontMatter(text: string): FrontMatter {
  const head = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const none: FrontMatter = {meta: noMeta, problems: [], bodyStart: head};
  const opening = /^---[ \t]*(?:\r\n?|\n|$)/.exec(text.slice(head, head + 200));
  if (!opening) return none;
  const yamlStart = head + opening[0].length;
  const firstLine =
    /^(?:[ \t]*(?:\r\n?|\n))*[ \t]*([^\r\n]*)/.exec(text.slice(yamlStart, yamlStart + 400))?.[1] ?? '';
  if (!looksLikeYaml(firstLine)) return none;

  const closing = /(?:^|\r\n?|\n)(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/g;
  // The opening line's own end may stand before the closing one.
  closing.lastIndex = yamlStart > head ? yamlStart - 1 : yamlStart;
  let yamlEnd: number;
  let bodyStart: number;
  const found = closing.exec(text);
  const problems: Problem[] = [];
  if (found) {
    yamlEnd = Math.max(yamlStart, found.index);
    bodyStart = found.index + found[0].length;
    if (text.charCodeAt(bodyStart) === 13) bodyStart++;
    if (text.charCodeAt(bodyStart) === 10) bodyStart++;
  } else {
    // Never closed: it goes as far as the first blank line.
    if (firstLine.trim() === '') return none;
    const blank = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/g;
    blank.lastIndex = yamlStart;
    const gap = blank.exec(text);
    yamlEnd = gap ? gap.index : text.length;
    bodyStart = yamlEnd;
    problems.push({
      start: head,
      end: head + 3,
      message: 'The front matter is not closed: put a line with --- after its last key.',
    });
  }
  if (yamlEnd - yamlStart > longest) {
    problems.push({start: head, end: head + 3, message: 'The front matter is too long to be read.'});
    return {meta: {...noMeta, frontMatter: {start: head, end: bodyStart}}, problems, bodyStart};
  }
  const source = text.slice(head, bodyStart);
  if (source !== lastSource || !lastRead) {
    const read = readYaml(text.slice(yamlStart, yamlEnd), yamlStart - head);
    lastSource = source;
    lastRead = {
      meta: {...read.meta, frontMatter: {start: 0, end: bodyStart - head}},
      problems: [...problems.map((problem) => moved(problem, -head)), ...read.problems],
    };
  }
  if (head === 0) return {...lastRead, bodyStart};
  return {
    meta: {...lastRead.meta, frontMatter: {start: head, end: bodyStart}},
    problems: lastRead.problems.map((problem) => moved(problem, head)),
    bodyStart,
  };
}

function moved(problem: Problem, by: number): Problem {
  return {...problem, start: problem.start + by, end: problem.end + by};
}

/** A rule of dashes above ordinary copy is no front matter. */
function looksLikeYaml(line: string): boolean {
  return line === '' || /^(?:#|\{|---|\.\.\.|["']?[\w$-][\w .$-]{0,60}["']?[ \t]*:(?:[ \t]|$))/.test(line);
}

function readYaml(yaml: string, offset: number): {meta: DraftMeta; problems: Problem[]} {
  const problems: Problem[] = [];
  const problem = (message: string, start: number, end: number) => {
    const from = Math.min(yaml.length, Math.max(0, start));
    problems.push({start: offset + from, end: offset + Math.min(yaml.length, Math.max(from, end)), message});
  };
  const meta: {-readonly [K in keyof DraftMeta]: DraftMeta[K]} = {...noMeta};
  if (tooDeep(yaml)) {
    problem('The front matter is nested too deeply to be read.', 0, 3);
    return {meta, problems};
  }
  let contents: unknown;
  let resolve: (node: unknown) => unknown = (node) => node;
  try {
    // Values are read node by node, never as a whole, so aliases cannot multiply.
    const document = parseDocument(yaml, {
      lineCounter: new LineCounter(),
      prettyErrors: false,
      uniqueKeys: false,
    });
    for (const error of document.errors.slice(0, 3)) {
      problem(
        `The front matter cannot be read here: ${plainMessage(error.message)}`,
        error.pos[0],
        error.pos[1],
      );
    }
    contents = document.contents;
    resolve = (node) => {
      if (node && typeof node === 'object' && 'source' in node && 'resolve' in node) {
        return (node as {resolve(of: unknown): unknown}).resolve(document);
      }
      return node;
    };
  } catch {
    problem('The front matter cannot be read.', 0, 3);
    return {meta, problems};
  }
  if (!isMap(contents)) {
    if (contents !== null && problems.length === 0) {
      problem('The front matter should be lines of "key: value".', 0, yaml.search(/[\r\n]|$/));
    }
    return {meta, problems};
  }
  for (const pair of contents.items) {
    if (!isScalar(pair.key)) continue;
    const key = String(pair.key.value);
    let node: unknown;
    try {
      node = resolve(pair.value);
    } catch {
      node = undefined;
    }
    const range = (pair.value as Node | null)?.range ?? pair.key.range ?? [0, 0, 0];
    const wrong = (message: string) => problem(message, range[0], range[1]);
    const words = asWords(node);
    const value = isScalar(node) ? node.value : undefined;
    if (draftKeys.has(key)) meta.hasDraftKeys = true;
    switch (key) {
      case 'title':
      case 'dateline':
      case 'byline':
      case 'house':
        if (words !== null) meta[key] = words;
        else if (value !== null && value !== undefined) wrong(`"${key}" should be plain words.`);
        else if (node && !isScalar(node)) wrong(`"${key}" should be plain words.`);
        break;
      case 'date': {
        const written = value instanceof Date ? value.toISOString() : words;
        if (written === null) {
          if (node && value !== null) wrong('"date" should be a day, as in 2026-11-19.');
          break;
        }
        meta.date = findDate(written);
        if (meta.date === null) wrong('"date" should be a day with its year, as in 2026-11-19.');
        break;
      }
      case 'publish':
      case 'onrecord': {
        const answer = asBoolean(value);
        if (answer === null) {
          if (node && value !== null) wrong(`"${key}" should be true or false.`);
        } else meta[key] = answer;
        break;
      }
      case 'genre': {
        if (words === null) {
          if (node && value !== null) wrong(`"genre" should be one of ${genres.join(', ')}.`);
          break;
        }
        const genre = asGenre(words);
        if (genre) meta.genre = genre;
        else wrong(`Unknown genre "${words.slice(0, 40)}". It should be one of ${genres.join(', ')}.`);
        break;
      }
    }
  }
  return {meta, problems};
}

/** Words of a scalar, or of a list of scalars ("byline: [Jane Doe, Ali Khan]"); null for anything else. */
function asWords(node: unknown): string | null {
  if (isScalar(node)) {
    if (node.value === null || node.value === undefined || node.value instanceof Date) return null;
    // As written: 2026.10 is not to lose its nought.
    const words = (node.source ?? String(node.value)).trim();
    return words === '' ? null : words;
  }
  if (
    isSeq(node) &&
    node.items.length > 0 &&
    node.items.length <= 50 &&
    node.items.every((item) => isScalar(item))
  ) {
    return (
      node.items
        .map((item) => asWords(item) ?? '')
        .filter(Boolean)
        .join(', ') || null
    );
  }
  return null;
}

function asBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return null;
  const word = value.trim().toLowerCase();
  return word === 'yes' || word === 'true' || word === 'on'
    ? true
    : word === 'no' || word === 'false' || word === 'off'
      ? false
      : null;
}

const otherNames: Readonly<Record<string, Genre>> = {
  'q-a': 'qa',
  'q&a': 'qa',
  firstperson: 'first-person',
  'live-blog': 'live',
  liveblog: 'live',
};

function asGenre(words: string): Genre | null {
  const word = words.toLowerCase().replace(/[\s_]+/g, '-');
  return genres.find((genre) => genre === word) ?? otherNames[word] ?? null;
}
