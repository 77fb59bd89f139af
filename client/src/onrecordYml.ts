import {isMap, isScalar, type Pair, parseDocument, type Scalar, type YAMLMap} from 'yaml';

/** A change of a text: the code units from `start` to `end` give way to `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What stands in a fresh `onrecord.yml`. */
export const emptyConfig = 'version: 1\n';

/**
 * Sets the house style in the text of an `onrecord.yml`. Everything else stays as it is written.
 * @throws Error where the file is broken YAML or no mapping, in words for a person
 */
export function setHouse(text: string, house: string): TextChange {
  return setValue(text, ['house'], house);
}

/** Turns a rule off, keeping its options. @throws Error as `setHouse` does */
export function turnRuleOff(text: string, rule: string): TextChange {
  const setting = parse(text).getIn(['rules', rule], true);
  return setValue(text, isMap(setting) ? ['rules', rule, 'severity'] : ['rules', rule], 'off');
}

export function applied(text: string, {start, end, text: by}: TextChange): string {
  return text.slice(0, start) + by + text.slice(end);
}

function parse(text: string) {
  const document = parseDocument(text, {keepSourceTokens: true});
  if (document.errors.length > 0)
    throw new Error(document.errors[0]?.message.split('\n')[0]?.replace(/:$/, ''));
  if (document.contents !== null && !isMap(document.contents) && !isEmpty(document.contents)) {
    throw new Error('its top level is not a list of settings');
  }
  return document;
}

function isEmpty(node: unknown): boolean {
  return isScalar(node) && (node.value === null || node.value === '');
}

/**
 * The smallest change where the place can be told from the text; else the document written anew, which keeps
 * comments and order but may change white space.
 */
function setValue(text: string, path: readonly string[], value: string): TextChange {
  const change = smallChange(text, path, value);
  if (change) {
    try {
      if (parse(applied(text, change)).getIn(path) === value) return change;
    } catch {
      // Written anew below.
    }
  }
  const document = parse(text);
  for (const depth of path.slice(0, -1).keys()) {
    const above = path.slice(0, depth + 1);
    const node = document.getIn(above, true);
    if (node === undefined || isMap(node)) continue;
    if (node !== null && !isEmpty(node)) throw new Error(`its ${above.join(': ')} is not a list of settings`);
    const map = document.createNode({}) as YAMLMap;
    map.flow = false;
    if (isScalar(node)) map.commentBefore = node.commentBefore ?? node.comment;
    document.setIn(above, map);
  }
  document.setIn(path, value);
  const written = document.toString({lineWidth: 0});
  return {
    start: 0,
    end: text.length,
    text: text.includes('\r\n') ? written.replace(/\r?\n/g, '\r\n') : written,
  };
}

function smallChange(text: string, path: readonly string[], value: string): TextChange | undefined {
  const document = parse(text);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  let map: unknown = document.contents;
  for (const [depth, key] of path.entries()) {
    if (!isMap(map)) break;
    const pair = find(map, key);
    const rest = path.slice(depth + 1);
    if (!pair) return insertion(text, map, path.slice(depth), value, newline);
    if (rest.length === 0) return isScalar(pair.value) ? replacement(pair.value, value) : undefined;
    if (isEmpty(pair.value) || pair.value === null) return undefined;
    map = pair.value;
  }
  if (document.contents !== null && !isEmpty(document.contents)) return undefined;
  // Nothing but comments, or nothing at all.
  const before = text === '' || text.endsWith('\n') ? '' : newline;
  return {start: text.length, end: text.length, text: `${before}${lines(path, value, '', newline)}`};
}

function find(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

function replacement(scalar: Scalar, value: string): TextChange | undefined {
  const [start, end] = scalar.range ?? [];
  if (start === undefined || end === undefined || start === end) return undefined;
  return {start, end, text: value};
}

/** A new entry after the last one of a block mapping, at the same indentation. */
function insertion(
  text: string,
  map: YAMLMap,
  path: readonly string[],
  value: string,
  newline: string,
): TextChange | undefined {
  const first = map.items[0]?.key;
  const last = map.items.at(-1);
  if (map.flow || !isScalar(first) || !first.range || !last) return undefined;
  const lineStart =
    Math.max(text.lastIndexOf('\n', first.range[0] - 1), text.lastIndexOf('\r', first.range[0] - 1)) + 1;
  const indent = text.slice(lineStart, first.range[0]);
  if (!/^[ ]*$/.test(indent)) return undefined;
  // The end of the last value's line, comment included; blank lines and comments below it stay below.
  const node = (last.value ?? last.key) as {range?: readonly [number, number, number] | null};
  const valueEnd = node.range?.[1];
  if (valueEnd === undefined) return undefined;
  let at = valueEnd;
  while (at > 0 && /[\r\n]/.test(text[at - 1] ?? '')) at--;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return {
    start: at,
    end: at,
    text: `${newline}${lines(path, value, indent, newline).slice(0, -newline.length)}`,
  };
}

function lines(path: readonly string[], value: string, indent: string, newline: string): string {
  const last = path.length - 1;
  return path
    .map(
      (key, depth) => `${indent}${'  '.repeat(depth)}${key}:${depth === last ? ` ${value}` : ''}${newline}`,
    )
    .join('');
}
