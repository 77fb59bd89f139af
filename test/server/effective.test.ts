import assert from 'node:assert/strict';
import {effectiveSettings} from '../../server/src/effective.js';
import {rules} from '../../server/src/engine.js';
import {readConfig} from '../../server/src/record/readConfig.js';
import {resolveConfig} from '../../server/src/record/resolveConfig.js';

const files: Readonly<Record<string, string>> = {
  'onrecord.yml': `version: 1
extends: [desk.yml]
rules:
  anon-official: {enough: 2}
  spun-phrase: hint
overrides:
  - {files: ["live/**"], rules: {spun-phrase: off, anon-official: {enough: 1}}}
  - {genre: opinion, house: quiet}
phrases:
  - {id: no-slam, match: [slams], message: Say criticised., severity: hint}
`,
  'desk.yml': 'house: npr\nrules: {anon-official: error, anon-lead: off}\n',
};

async function effective(path: string, more: object = {}) {
  const {config, origins} = await resolveConfig(
    'onrecord.yml',
    files['onrecord.yml'] ?? '',
    {resolve: (_, to) => to, read: async (address) => files[address] ?? null},
    rules,
  );
  return effectiveSettings({
    own: null,
    config,
    origins,
    path,
    genre: 'news',
    fallback: 'ap',
    fallbackFrom: 'default',
    ...more,
  });
}

describe('effective settings', () => {
  it('say of each value which file it comes from', async () => {
    const {house, houseFrom, rules: all, phrases} = await effective('a.md');
    assert.deepEqual([house, houseFrom], ['npr', 'desk.yml']);
    const official = all['anon-official'];
    assert.deepEqual([official?.severity, official?.from], ['error', 'desk.yml']);
    assert.deepEqual([official?.options.enough, official?.optionsFrom.enough], [2, 'onrecord.yml']);
    assert.equal(official?.optionsFrom.allow, 'default');
    assert.deepEqual([all['spun-phrase']?.severity, all['spun-phrase']?.from], ['hint', 'onrecord.yml']);
    assert.equal(all['anon-lead']?.from, 'desk.yml');
    assert.equal(all['vague-group']?.from, 'house');
    assert.deepEqual(phrases, [{id: 'no-slam', severity: 'hint'}]);
  });

  it('say what overrides change', async () => {
    const {rules: all} = await effective('live/a.md');
    assert.deepEqual([all['spun-phrase']?.severity, all['spun-phrase']?.from], ['off', 'overrides']);
    const official = all['anon-official'];
    assert.deepEqual([official?.options.enough, official?.optionsFrom.enough], [1, 'overrides']);
    assert.deepEqual([official?.severity, official?.from], ['error', 'desk.yml']);
    const opinion = await effective('a.md', {genre: 'opinion'});
    assert.deepEqual([opinion.house, opinion.houseFrom], ['quiet', 'overrides']);
  });

  it('say who else named the house', async () => {
    const from = async (more: object) => (await effective('a.md', more)).houseFrom;
    assert.equal(await from({asked: 'bbc', askedFrom: '--house'}), '--house');
    assert.equal(await from({own: 'bbc'}), 'front matter');
    assert.equal(await from({config: null, origins: {}}), 'default');
    assert.equal(
      await from({config: readConfig('rules: {anon-lead: off}', rules).config, origins: {}}),
      'default',
    );
  });

  it('name every rule', async () => {
    assert.deepEqual(
      Object.keys((await effective('a.md')).rules),
      rules.map(({id}) => id),
    );
  });
});
