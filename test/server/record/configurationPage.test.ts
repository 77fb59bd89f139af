import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {parse} from 'yaml';
import {genres} from '../../../server/src/draft/draft.js';
import {rules} from '../../../server/src/engine.js';
import {phraseProblems} from '../../../server/src/phraseExamples.js';
import {checksShape} from '../../../server/src/record/checksShape.js';
import {configShape, houseShape} from '../../../server/src/record/configShape.js';
import {readChecks} from '../../../server/src/record/readChecks.js';
import {readConfig} from '../../../server/src/record/readConfig.js';
import {readHouse} from '../../../server/src/record/readHouse.js';
import type {MapShape, Shape} from '../../../server/src/record/shape.js';
import {houses} from '../../../server/src/rules/severity.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const page = read('docs/configuration.md');
const examples = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text as string);
const of = (name: string) => examples.filter((text) => text.startsWith(`# ${name}\n`));

/** Every key that a shape knows, but for the rules, which have pages of their own. */
function keys(shape: Shape): string[] {
  switch (shape.kind) {
    case 'map':
      return shape.noun === 'key'
        ? [...(shape as MapShape).keys].flatMap(([name, entry]) => [name, ...keys(entry.shape)])
        : [];
    case 'list':
      return keys(shape.of);
    case 'oneOrMore':
      return keys(shape.of.of);
    case 'either':
      return keys(shape.map);
    default:
      return [];
  }
}

describe('the page on configuration', () => {
  it('shows only what is read with no fault', () => {
    assert.ok(of('onrecord.yml').length >= 7 && of('STORY.checks.yml').length === 2);
    for (const text of of('onrecord.yml')) {
      const {config, problems} = readConfig(text, rules);
      assert.deepEqual([...problems, ...phraseProblems(config.phrases)], [], text);
    }
    for (const text of of('courier.house.yml'))
      assert.deepEqual(readHouse(text, rules, 'it').problems, [], text);
    for (const text of of('STORY.checks.yml')) assert.deepEqual(readChecks(text).problems, [], text);
  });

  it('has an example of every key', () => {
    for (const [name, shape] of [
      ['onrecord.yml', configShape(rules)],
      ['courier.house.yml', houseShape(rules)],
      ['STORY.checks.yml', checksShape],
    ] as const) {
      const shown = of(name).join('\n');
      for (const key of keys(shape)) assert.match(shown, new RegExp(`\\b${key}:`), `${name}: ${key}`);
    }
  });

  it('names every house and every genre', () => {
    for (const word of [...houses, ...genres]) assert.ok(page.includes(`\`${word}\``), word);
  });

  it('lists the settings as the manifest has them', () => {
    const {properties} = JSON.parse(read('package.json')).contributes.configuration;
    const rows = [...page.matchAll(/^\| `(onrecord\.[\w.]+)` \| (.*?) \| (.*?)\s*\| (.+) \|$/gm)];
    const words = (cell: string) => [...cell.matchAll(/`([^`]*)`/g)].map(([, word]) => word);
    assert.deepEqual(
      rows.map(([, name, values = '', fallback = '']) => [name, words(values), words(fallback)]),
      Object.entries<{enum?: string[]; type: string; default: unknown}>(properties).map(([name, one]) => [
        name,
        one.enum ?? (one.type === 'boolean' ? ['true', 'false'] : []),
        one.default === '' ? [] : [String(one.default)],
      ]),
    );
    for (const [, , , , about] of rows) assert.ok((about ?? '').trim().length > 10);
  });

  it('leads only to places that are there', () => {
    const anchors = [...page.matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/ /g, '-'),
    );
    for (const [, to = ''] of page.matchAll(/\]\(([^)]+)\)/g)) {
      if (to.startsWith('#')) assert.ok(anchors.includes(to.slice(1)), to);
      else assert.ok(read(`docs/${to}`), to);
    }
    assert.ok(read('README.md').includes('(docs/configuration.md)'));
  });

  it('shows front matter that is YAML', () => {
    const front = examples.find((text) => text.startsWith('title:')) ?? '';
    assert.equal(parse(front).house, 'npr');
  });
});
