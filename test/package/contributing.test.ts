import assert from 'node:assert/strict';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {DraftSession} from '../../server/src/engine.js';
import type {Rule} from '../../server/src/rules/rule.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('CONTRIBUTING', () => {
  it('shows a rule that works as it stands there', async () => {
    const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
    const place = /`(server\/src\/rules\/\w+)\/[\w-]+\.ts`/.exec(text)?.[1];
    const code = /```ts\n([\s\S]*?)```/.exec(text)?.[1];
    assert.ok(place && code);
    // As if it lay where the page says, without putting it there.
    const folder = pathToFileURL(join(root, place, 'x')).href;
    const standing = code.replace(/from '(\.[^']+)'/g, (_, path) => `from '${new URL(path, folder).href}'`);
    const file = join(tmpdir(), `onrecord-contributing-${process.pid}.mts`);
    writeFileSync(file, standing.replaceAll(".js'", ".ts'"));
    try {
      const {default: rule}: {default: Rule} = await import(pathToFileURL(file).href);
      const session = new DraftSession([rule]);
      for (const example of rule.examples.flag) {
        const marked = typeof example === 'string' ? example : example.text;
        const plain = marked.replace(/\[\[|\]\]/g, '');
        const found = session.update(plain, 'text').findings;
        assert.deepEqual(
          found.map(({start, end}) => [start, end]),
          [[marked.indexOf('[['), marked.indexOf(']]') - 2]],
        );
        assert.ok((found[0]?.fixes.length ?? 0) > 0);
      }
      for (const example of rule.examples.leave) {
        assert.deepEqual(
          session.update(typeof example === 'string' ? example : example.text, 'text').findings,
          [],
        );
      }
    } finally {
      rmSync(file);
    }
  });
});
