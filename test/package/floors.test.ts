import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';

const source = fileURLToPath(new URL('../../server/src/', import.meta.url));

/** The house of docs/architecture.md, from the ground up. Imports run down, or stay on their floor. */
const floors: readonly (readonly string[])[] = [
  ['draft', 'language', 'attribution'],
  ['story', 'record'],
  ['rules'],
  ['engine.ts', 'judging.ts', 'phraseExamples.ts', 'trial.ts', 'effective.ts', 'report'],
  ['lsp', 'cli', 'index.ts'],
];
/**
 * Words that every floor uses: the names of houses and severities, what a rule is (a configuration is checked against
 * the rules it is given), and the messages of our own client.
 */
const shared = new Set(['rules/severity.ts', 'rules/rule.ts', 'protocol.ts']);

const files = readdirSync(source, {recursive: true, encoding: 'utf8'})
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));

const floorOf = (file: string) => floors.findIndex((rooms) => rooms.includes(file.split('/')[0] as string));

describe('the floors of the house', () => {
  it('hold every file', () => {
    assert.ok(files.length > 80);
    assert.deepEqual(
      files.filter((file) => floorOf(file) < 0 && !shared.has(file)),
      [],
    );
  });

  it('never import from a floor above', () => {
    const upward = files.flatMap((file) => {
      const code = readFileSync(join(source, file), 'utf8');
      const imports = [...code.matchAll(/(?:from|import)\s+'(\.[^']+)\.js'/g)].map(([, path]) =>
        relative(source, join(source, dirname(file), `${path}.ts`)).replaceAll('\\', '/'),
      );
      return imports
        .filter((path) => !shared.has(path) && !shared.has(file) && floorOf(path) > floorOf(file))
        .map((path) => `${file} -> ${path}`);
    });
    assert.deepEqual(upward, []);
  });

  it('keep the client out of the house but for the messages', () => {
    const client = fileURLToPath(new URL('../../client/', import.meta.url));
    const own = readdirSync(client, {recursive: true, encoding: 'utf8'}).filter((file) =>
      file.endsWith('.ts'),
    );
    assert.ok(own.length > 10);
    const imports = own.flatMap((file) =>
      [...readFileSync(join(client, file), 'utf8').matchAll(/from '([^']*server\/[^']*)'/g)].map(
        ([, path]) => path,
      ),
    );
    assert.deepEqual([...new Set(imports)], ['../../server/src/protocol.js']);
  });
});
