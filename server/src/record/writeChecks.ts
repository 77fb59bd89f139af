import {isMap, isScalar, isSeq, type Node, type Pair, parseDocument, type YAMLMap, type YAMLSeq} from 'yaml';
import {tooDeep} from '../draft/yamlText.js';
import type {TextQuote} from './checks.js';

/** A change of a text: the code units from `start` to `end` give way to `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A change that puts in an entry. */
export interface NewEntry extends TextChange {
  /** Where in `text` its reason belongs. */
  readonly reason: number;
}

/**
 * Puts an entry into `ignores` of a `STORY.checks.yml`, with the place of its reason left empty: until somebody has
 * filled it in, it silences nothing. Everything else stays as it is written.
 * @param text of the file; empty for a new one
 * @param quote the words that it is about; null for the whole draft
 * @param newline for a file that has none yet
 * @returns null where the file is broken or holds something else under that name
 */
export function addIgnore(
  text: string,
  rule: string,
  quote: TextQuote | null,
  newline = '\n',
): NewEntry | null {
  if (tooDeep(text)) return null;
  const entry = entryOf(rule, quote);
  const end = text.includes('\r\n') ? '\r\n' : text.includes('\n') ? '\n' : newline;
  const head = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const change = placed(text.slice(head), entry, end);
  if (!change) return null;
  const moved = {...change, start: change.start + head, end: change.end + head};
  const after = text.slice(0, moved.start) + moved.text + text.slice(moved.end);
  if (count(after) !== count(text) + 1) return null;
  return {...moved, reason: moved.text.lastIndexOf('reason: ""') + 'reason: "'.length};
}

/**
 * Takes an entry out of `ignores`, with its lines or with its comma. Everything else stays as it is written.
 * @param at an offset within the entry
 * @returns null where that cannot be done so
 */
export function removeIgnore(text: string, at: number): TextChange | null {
  const head = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const yaml = text.slice(head);
  if (tooDeep(yaml)) return null;
  const {contents} = parseDocument(yaml, {prettyErrors: false, logLevel: 'silent'});
  const ignores = isMap(contents) ? contents.get('ignores') : undefined;
  if (!isSeq(ignores)) return null;
  const spans = ignores.items.map(
    (item) => ((item as Node | null)?.range ?? [0, 0]).slice(0, 2) as [number, number],
  );
  const index = spans.findIndex(([start, end]) => start + head <= at && at <= end + head);
  const [own, next, before] = [spans[index], spans[index + 1], spans[index - 1]];
  if (!own) return null;
  let [start, end] = own;
  if (ignores.flow) {
    if (next) end = next[0];
    else if (before) start = before[1];
  } else {
    start = lineStart(yaml, start);
    if (!/^\s*-\s*$/.test(yaml.slice(start, own[0]))) return null;
    end = lineEnd(yaml, end);
    end += /^(?:\r\n|\r|\n)?/.exec(yaml.slice(end))?.[0].length ?? 0;
  }
  const change = {start: start + head, end: end + head, text: ''};
  return count(text.slice(0, change.start) + text.slice(change.end)) === count(text) - 1 ? change : null;
}

/** JSON strings are YAML, too, and need no thought about what is special in it. */
function entryOf(rule: string, quote: TextQuote | null): string {
  const name = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(rule) ? rule : JSON.stringify(rule);
  const about =
    quote === null
      ? 'file: true'
      : `text: {${Object.entries({exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix})
          .filter(([, words]) => words !== '')
          .map(([key, words]) => `${key}: ${JSON.stringify(words)}`)
          .join(', ')}}`;
  return `{rule: ${name}, ${about}, reason: ""}`;
}

function placed(text: string, entry: string, newline: string): TextChange | null {
  const {contents, errors} = parseDocument(text, {prettyErrors: false, logLevel: 'silent'});
  if (errors.length > 0) return null;
  const section = `ignores:${newline}  - ${entry}${newline}`;
  const insert = (at: number, words: string): TextChange => ({start: at, end: at, text: words});
  if (contents === null || isNothing(contents)) {
    return insert(text.length, `${lineBreak(text, newline)}version: 1${newline}${section}`);
  }
  if (!isMap(contents)) return null;
  const pair = contents.items.find(({key}) => isScalar(key) && key.value === 'ignores');
  if (!pair) {
    if (!contents.flow) return insert(text.length, `${lineBreak(text, newline)}${section}`);
    return inBrackets(text, contents, `ignores: [${entry}]`);
  }
  const {value} = pair;
  if (isSeq(value)) {
    if (value.flow) return inBrackets(text, value, entry);
    const last = value.items.at(-1) as Node | undefined;
    const dash = value.range?.[0];
    if (!last?.range || dash === undefined) return null;
    const indent = text.slice(lineStart(text, dash), dash);
    // A list that begins on the line of something else has no indentation to repeat.
    if (!/^ *$/.test(indent)) return null;
    return insert(lineEnd(text, last.range[1]), `${newline}${indent}- ${entry}`);
  }
  if (!isNothing(value) && value !== null) return null;
  const end = keyEnd(pair);
  return end === null ? null : insert(lineEnd(text, end), `${newline}  - ${entry}`);
}

/** Before the closing bracket of what is written in one line. */
function inBrackets(text: string, {range, items}: YAMLMap | YAMLSeq, words: string): TextChange | null {
  if (!range) return null;
  let at = range[1] - 1;
  while (at > range[0] && /[\s,]/.test(text[at - 1] ?? '')) at--;
  return {start: at, end: at, text: items.length > 0 ? `, ${words}` : words};
}

function keyEnd({key}: Pair): number | null {
  return (isScalar(key) && key.range?.[1]) || null;
}

function isNothing(node: unknown): boolean {
  return isScalar(node) && (node.value === null || node.value === '');
}

const lineStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;

/** The end of the line on which something ends, its comment included. */
function lineEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /[\r\n]/.test(text[at - 1] ?? '')) at--;
  while (at < text.length && !/[\r\n]/.test(text[at] ?? '')) at++;
  return at;
}

const lineBreak = (text: string, newline: string): string =>
  text === '' || /[\r\n]$/.test(text) ? '' : newline;

/** How many entries `ignores` holds; -1 where the file cannot be read. */
function count(text: string): number {
  const document = parseDocument(text, {prettyErrors: false, logLevel: 'silent'});
  if (document.errors.length > 0) return -1;
  const ignores = isMap(document.contents) ? document.contents.get('ignores') : undefined;
  return isSeq(ignores) ? ignores.items.length : 0;
}
