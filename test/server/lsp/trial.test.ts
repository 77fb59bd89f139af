import assert from 'node:assert/strict';
import {Client, newsroom} from './client.js';

const config = `version: 1
extends: [desk.yml]
rules: {open-check-marker: error}
overrides: [{files: ["live/**"], rules: {no-slam: off}}]
phrases:
  - {id: no-slam, match: [slams], message: Say criticised., severity: hint}
`;
const story = 'The mayor slams the plan. It cost TK euros. A French official agreed.\n';

describe('trials and settings', () => {
  const room = newsroom({'onrecord.yml': config, 'desk.yml': 'house: bbc\nrules: {anon-lead: off}\n'});
  const at = room.uri('onrecord.yml');
  let client: Client;
  before(async () => {
    client = await Client.start({folder: room.folder});
  });
  after(async () => {
    await client.stop();
    room.remove();
  });

  it('names the rules of a settings file as it stands in the editor', async () => {
    const {rules} = await client.request<{rules: {id: string}[]}>('onrecord/trial', {
      config: at,
      text: config.replace('slams', 'slams, slam').replace('error', 'off'),
    });
    assert.deepEqual(
      rules.map(({id}) => id),
      ['no-slam'],
    );
  });

  it('says what they would flag in a story', async () => {
    await client.request('onrecord/trial', {config: at, text: config});
    const on = (name: string, text = story) =>
      client.request<{findings: {rule: string; words: string; line: number; column: number}[]} | null>(
        'onrecord/tryOn',
        {config: at, uri: room.uri(name), languageId: 'plaintext', text},
      );
    assert.deepEqual(
      (await on('past/a.txt'))?.findings.map(({rule, words, line, column}) => [rule, words, line, column]),
      [
        ['no-slam', 'slams', 1, 11],
        ['open-check-marker', 'TK', 1, 35],
      ],
    );
    assert.deepEqual(
      (await on('live/a.txt'))?.findings.map(({rule}) => rule),
      ['open-check-marker'],
    );
    assert.equal(await on('package/README.txt'), null);
    const other = {config: room.uri('other/onrecord.yml'), uri: room.uri('a.txt'), languageId: 'plaintext'};
    assert.equal(await client.request('onrecord/tryOn', {...other, text: story}), null);
  });

  it('says which settings apply to a draft, and where each comes from', async () => {
    const uri = room.uri('live/a.md');
    await client.open(uri, `---\ngenre: news\n---\n\n${story}`);
    const {json} = await client.request<{json: string}>('onrecord/settings', {uri});
    const shown = JSON.parse(json);
    assert.deepEqual(
      [shown.path, shown.config, shown.house, shown.houseFrom, shown.genre],
      [room.path('live/a.md'), room.path('onrecord.yml'), 'bbc', room.path('desk.yml'), 'news'],
    );
    assert.deepEqual(shown.phrases, [{id: 'no-slam', severity: 'off'}]);
    assert.equal(shown.rules['open-check-marker'].from, room.path('onrecord.yml'));
    assert.equal(shown.rules['anon-lead'].from, room.path('desk.yml'));
    assert.equal(await client.request('onrecord/settings', {uri: room.uri('none.md')}), null);
    const lone = newsroom();
    await client.open(lone.uri('a.txt'), story, 'plaintext');
    const {json: without} = await client.request<{json: string}>('onrecord/settings', {
      uri: lone.uri('a.txt'),
    });
    assert.deepEqual(
      [JSON.parse(without).config, JSON.parse(without).houseFrom],
      [null, 'setting onrecord.house'],
    );
    lone.remove();
  });
});
