import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {checked, onrecord} from './run.js';

const draft = `The council met in the old town hall.

The firm was founded in TK by two sisters.

The yard has TK berths.
`;

describe('the command line reads STORY.checks.yml', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-checks-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const markers = (files: Awaited<ReturnType<typeof checked>>['files'], path: string) =>
    files
      .find((one) => one.path === path)
      ?.findings.filter(({rule}) => rule === 'open-check-marker')
      .map(({line}) => line);
  before(() => {
    for (const name of ['port.txt', 'quay.txt', 'pier.txt', 'pier.md', 'plain.txt']) write(name, draft);
    write(
      'port.checks.yml',
      `version: 1
ignores:
  - {rule: open-check-marker, text: {exact: TK, suffix: by two}, reason: registry is shut, by: night desk}
  - {rule: open-check-marker, text: {exact: TK, suffix: ferries and}, reason: gone}
`,
    );
    write('quay.checks.yml', 'ignores:\n  - {rule: open-check-marker, file: true}\nreplys: []\n');
    // One file for two drafts: what one of them needs is not idle.
    write('pier.md', draft.replace('TK by two', '1921 by two'));
    write(
      'pier.checks.yml',
      'ignores:\n  - {rule: open-check-marker, text: {exact: TK, suffix: by two}, reason: a}\n',
    );
  });
  after(() => rmSync(folder, {recursive: true, force: true}));

  it('beside each file that it checks, in its own threads too', async () => {
    for (const jobs of [[], ['--jobs', '3']]) {
      const {files, errors, told, code} = await checked(['.', '--fail-on', 'never', ...jobs], {cwd: folder});
      assert.deepEqual(
        ['plain.txt', 'port.txt', 'quay.txt', 'pier.txt', 'pier.md'].map((path) => markers(files, path)),
        [[3, 5], [5], [3, 5], [5], [5]],
      );
      assert.deepEqual(
        errors.map(({path, line, message}) => `${path}:${line} ${message}`),
        [
          'quay.checks.yml:2 "reason" is missing here.',
          'quay.checks.yml:3 Unknown key "replys". Did you mean "replies"?',
        ],
      );
      assert.equal(code, 2);
      assert.match(
        told,
        /^port\.checks\.yml:4:\d+: The words that open-check-marker is ignored for are no longer in the draft/m,
      );
      assert.ok(!told.includes('pier.checks.yml'), told);
    }
  });

  it('and fails for nothing that is silenced, nor for an idle entry', async () => {
    write(
      'port.checks.yml',
      'ignores: [{rule: open-check-marker, file: true, reason: a}, {rule: anon-lead, file: true, reason: b}]',
    );
    const {code, told} = await onrecord(['check', 'port.txt'], {cwd: folder});
    assert.equal(code, 0);
    assert.match(told, /^port\.checks\.yml:1:\d+: anon-lead finds nothing here any more/m);
    const input = await checked(['-', '--stdin-filename', 'port.txt'], {cwd: folder, input: draft});
    assert.deepEqual(markers(input.files, 'port.txt'), []);
  });

  it('and reports what it silences, with the reason and who', async () => {
    write(
      'port.checks.yml',
      'ignores: [{rule: open-check-marker, file: true, reason: registry is shut, by: night desk}]',
    );
    const {out, code} = await onrecord(['report', '--format', 'json', 'port.txt'], {cwd: folder});
    assert.equal(code, 0);
    assert.deepEqual(
      JSON.parse(out).suppressed.map((one: {rule: string; reason: string; by: string}) => [
        one.rule,
        one.reason,
        one.by,
      ]),
      Array(2).fill(['open-check-marker', 'registry is shut', 'night desk']),
    );
  });
});
