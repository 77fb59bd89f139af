import assert from 'node:assert/strict';
import fc from 'fast-check';
import {type PatchNode, patchChildren} from '../../client/webview/patch.js';

/** A DOM of the few parts that patching uses, which counts how often each node is put somewhere. */
class Node implements PatchNode {
  readonly children: Node[] = [];
  readonly values = new Map<string, string>();
  parent: Node | null = null;
  moves = 0;

  constructor(
    readonly nodeName: string,
    public nodeValue: string | null = null,
  ) {}

  get nodeType() {
    return this.nodeName === '#text' ? 3 : 1;
  }
  get firstChild(): Node | null {
    return this.children[0] ?? null;
  }
  get nextSibling(): Node | null {
    return this.parent?.children[this.parent.children.indexOf(this) + 1] ?? null;
  }
  get attributes() {
    return [...this.values].map(([name, value]) => ({name, value}));
  }
  getAttribute(name: string) {
    return this.values.get(name) ?? null;
  }
  setAttribute(name: string, value: string) {
    this.values.set(name, value);
  }
  removeAttribute(name: string) {
    this.values.delete(name);
  }
  insertBefore(node: Node, before: Node | null) {
    node.parent?.removeChild(node);
    this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, node);
    node.parent = this;
    node.moves++;
  }
  removeChild(node: Node) {
    this.children.splice(this.children.indexOf(node), 1);
    node.parent = null;
  }
  toString(): string {
    if (this.nodeValue !== null) return this.nodeValue;
    const attributes = this.attributes.map(({name, value}) => ` ${name}=${value}`).join('');
    return `<${this.nodeName}${attributes}>${this.children.join('')}</>`;
  }
}

type Child = Node | string;

function h(name: string, attributes: Record<string, string>, ...children: Child[]): Node {
  const node = new Node(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  for (const child of children)
    node.insertBefore(typeof child === 'string' ? new Node('#text', child) : child, null);
  node.moves = 0;
  for (const child of node.children) child.moves = 0;
  return node;
}

const row = (key: string, ...children: Child[]) => h('tr', {'data-key': key}, ...children);
const table = (...rows: Node[]) => h('tbody', {}, ...rows);

describe('patching the report in its view', () => {
  it('leaves nodes that stay untouched in their place', () => {
    const shown = table(row('a', '1'), row('b', '2'), row('c', '3'));
    const [, b, c] = shown.children as [Node, Node, Node];
    patchChildren(shown, table(row('b', '2'), row('new', '9'), row('c', '4')));
    assert.equal(String(shown), String(table(row('b', '2'), row('new', '9'), row('c', '4'))));
    assert.deepEqual([shown.children[0], shown.children[2]], [b, c]);
    assert.deepEqual([b.moves, c.moves], [0, 0]);
  });

  it('keeps folds as the reader left them', () => {
    const fold = h('details', {open: ''}, '2 mentions');
    const shown = table(row('a', fold));
    patchChildren(
      shown,
      table(row('b', h('details', {}, '1 mention')), row('a', h('details', {}, '3 mentions'))),
    );
    assert.equal(shown.children[1]?.children[0], fold);
    assert.equal(String(fold), '<details open=>3 mentions</>');
    assert.equal(shown.children[0]?.children[0]?.getAttribute('open'), null);
  });

  it('takes attributes over and takes away what is gone', () => {
    const shown = table(row('a', h('a', {href: '#L1C1', class: 'error'}, 'x')));
    const link = shown.children[0]?.children[0];
    patchChildren(shown, table(row('a', h('a', {href: '#L2C1'}, 'y'))));
    assert.equal(String(link), '<a href=#L2C1>y</>');
  });

  it('does not take one kind of element for another', () => {
    const shown = h('div', {}, h('p', {}, 'wait'));
    patchChildren(shown, h('div', {}, h('main', {}, 'report')));
    assert.equal(String(shown), '<div><main>report</></>');
  });

  it('ends with what was wanted, whatever stood there', () => {
    interface Shape {
      name: string;
      key: string | null;
      children: (Shape | string)[];
    }
    const {tree} = fc.letrec<{tree: Shape}>((tie) => ({
      tree: fc.record({
        name: fc.constantFrom('p', 'tr', 'td'),
        key: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
        children: fc.array(fc.oneof({depthSize: 'small'}, fc.constantFrom('x', 'y'), tie('tree')), {
          maxLength: 5,
        }),
      }),
    }));
    const make = ({name, key, children}: Shape): Node =>
      h(
        name,
        key === null ? {} : {'data-key': key},
        ...children.map((one) => (typeof one === 'string' ? one : make(one))),
      );
    fc.assert(
      fc.property(tree, tree, (before, after) => {
        const shown = h('body', {}, make(before));
        patchChildren(shown, h('template', {}, make(after)));
        assert.equal(String(shown), String(h('body', {}, make(after))));
      }),
    );
  });
});
