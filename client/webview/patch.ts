/** As much of a DOM node as patching needs, so that it can be tested without a browser. */
export interface PatchNode {
  readonly nodeType: number;
  readonly nodeName: string;
  nodeValue: string | null;
  readonly firstChild: PatchNode | null;
  readonly nextSibling: PatchNode | null;
  readonly attributes?: ArrayLike<{readonly name: string; readonly value: string}>;
  getAttribute?(name: string): string | null;
  setAttribute?(name: string, value: string): void;
  removeAttribute?(name: string): void;
  insertBefore(node: PatchNode, before: PatchNode | null): unknown;
  removeChild(node: PatchNode): unknown;
}

const element = 1;

/**
 * Makes the children of one node like those of another, keeping every node that can stay: it is the nodes that
 * hold the focus, the selection and the place in the page. Children with the same `data-key` are the same; others
 * are matched in order. Takes nodes out of `wanted`.
 */
export function patchChildren(shown: PatchNode, wanted: PatchNode): void {
  const keyed = new Map<string, PatchNode>();
  for (const child of children(shown)) {
    const key = keyOf(child);
    if (key !== null && !keyed.has(key)) keyed.set(key, child);
  }
  const coming = children(wanted);
  const staying = new Set(coming.map(keyOf).filter((key) => key !== null));
  let place = shown.firstChild;
  for (const next of coming) {
    // What is going anyway must not push what stays out of its place.
    while (place && gone(place, staying)) place = remove(shown, place);
    const key = keyOf(next);
    const match = key === null ? place : (keyed.get(key) ?? null);
    if (match && keyOf(match) === key && match.nodeName === next.nodeName) {
      if (key !== null) keyed.delete(key);
      if (match === place) place = place.nextSibling;
      else shown.insertBefore(match, place);
      patchNode(match, next);
    } else {
      shown.insertBefore(next, place);
    }
  }
  while (place) place = remove(shown, place);
}

function gone(node: PatchNode, staying: ReadonlySet<string>): boolean {
  const key = keyOf(node);
  return key !== null && !staying.has(key);
}

function remove(parent: PatchNode, node: PatchNode): PatchNode | null {
  const next = node.nextSibling;
  parent.removeChild(node);
  return next;
}

function patchNode(shown: PatchNode, wanted: PatchNode): void {
  if (wanted.nodeType !== element) {
    if (shown.nodeValue !== wanted.nodeValue) shown.nodeValue = wanted.nodeValue;
    return;
  }
  for (const {name, value} of Array.from(wanted.attributes ?? [])) {
    if (shown.getAttribute?.(name) !== value) shown.setAttribute?.(name, value);
  }
  for (const {name} of Array.from(shown.attributes ?? [])) {
    // Whether a fold is open is the reader's business.
    if (name !== 'open' && wanted.getAttribute?.(name) === null) shown.removeAttribute?.(name);
  }
  patchChildren(shown, wanted);
}

function children(node: PatchNode): PatchNode[] {
  const all: PatchNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) all.push(child);
  return all;
}

function keyOf(node: PatchNode): string | null {
  return node.getAttribute?.('data-key') ?? null;
}
