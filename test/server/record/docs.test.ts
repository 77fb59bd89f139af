import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {Ajv} from 'ajv';
import {parse} from 'yaml';
import {stale} from '../../../scripts/generate-docs.js';
import {rules} from '../../../server/src/engine.js';
import {configSchema, houseSchema} from '../../../server/src/record/configShape.js';
import {readConfig} from '../../../server/src/record/readConfig.js';
import {readHouse} from '../../../server/src/record/readHouse.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));

describe('the documentation of the rules', () => {
  it('is what the rules say today', () => {
    assert.deepEqual(stale(), [], 'write it anew with: node --import tsx scripts/generate-docs.ts');
  });

  it('links each rule to its page', () => {
    const index = readFileSync(join(root, 'docs', 'rules', 'README.md'), 'utf8');
    for (const {id} of rules) assert.ok(index.includes(`[${id}](${id}.md)`), id);
  });

  it('shows nothing on a page that is not on it as Markdown', () => {
    for (const {id, examples} of rules) {
      const page = readFileSync(join(root, 'docs', 'rules', `${id}.md`), 'utf8');
      assert.ok(!page.includes('[['), `${id}: a mark of the examples is left`);
      assert.equal(
        page.match(/^(```+)/gm)?.length ?? 0,
        2 * Math.floor((page.match(/^(```+)/gm)?.length ?? 0) / 2),
      );
      assert.ok(examples.flag.length > 0 && /\*\*|<b>|\^\^/.test(page.split('## Flagged')[1] ?? ''), id);
    }
  });
});

describe('the schema of a house', () => {
  const validate = new Ajv({allowUnionTypes: true, strict: true}).compile(houseSchema(rules));

  it('lets through what is read with no error, and nothing else', () => {
    for (const [text, sound] of [
      ['name: A', true],
      ['version: 1\nname: A\nbase: bbc\nrules: {anon-official: off}', true],
      ['name: A\nbase: ./b.yml\nrules: {anon-official: {severity: hint, reason: Why., enough: 1}}', true],
      ['base: bbc', false],
      ['name: A\nbase: tribune', false],
      ['name: A\nhouse: bbc', false],
      ['name: A\nrules: {anon-official: loud}', false],
      ['name: A\nrules: {anon-official: {reason: 3}}', false],
      ['name: A\nrules: {nobody: off}', false],
    ] as const) {
      assert.equal(validate(parse(text)), sound, `${text}: ${JSON.stringify(validate.errors)}`);
      assert.equal(readHouse(text, rules, 'a.yml').problems.length === 0, sound, text);
    }
  });
});

describe('the schema of onrecord.yml', () => {
  const validate = new Ajv({allowUnionTypes: true, strict: true}).compile(configSchema(rules));

  it('lets through what is read with no error, and nothing else', () => {
    for (const [text, sound] of [
      ['{}', true],
      ['version: 1\nhouse: npr\n', true],
      ['rules:\nhouse:\n', true],
      ['house: strict', true],
      ['house: ./desk.yml', true],
      ['extends: [./desk.yml]\noverrides: [{files: [a]}]\nphrases: []', true],
      ['x-anything: {a: 1}\nrules: {x-note: 1}', true],
      ['files: ["a/**", "!a/b"]', true],
      ['rules: {anon-official: off, vague-group: {severity: hint, allow: [observers]}}', true],
      ['rules: {anon-official: {enough: 3}}', true],
      ['version: 2', false],
      ['house: tribune', false],
      ['huose: ap', false],
      ['files: a', false],
      ['files: [1]', false],
      ['rules: {anon-official: loud}', false],
      ['rules: {nobody: off}', false],
      ['rules: {anon-official: {enough: x}}', false],
      ['rules: {anon-official: {enough: -1}}', false],
      ['rules: {anon-official: {alow: []}}', false],
      ['rules: [a]', false],
      ['overrides: [{rules: {anon-official: loud}}]', false],
      ['overrides: [{house: ./desk.yml, rules: {anon-official: off}}]', true],
    ] as const) {
      assert.equal(validate(parse(text)), sound, `${text}: ${JSON.stringify(validate.errors)}`);
      const errors = readConfig(text, rules).problems.filter(({severity}) => severity === 'error');
      assert.equal(errors.length === 0, sound, `${text}: ${JSON.stringify(errors)}`);
    }
  });
});
