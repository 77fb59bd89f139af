import assert from 'node:assert/strict';
import {effectiveSettings} from '../../../server/src/effective.js';
import {DraftSession} from '../../../server/src/engine.js';
import {resolveConfig} from '../../../server/src/record/resolveConfig.js';
import {settingsFor} from '../../../server/src/record/settings.js';
import {houseSeverity} from '../../../server/src/rules/houseSeverity.js';
import {rules} from '../../../server/src/rules/registry.generated.js';
import {houseTitle} from '../../../server/src/rules/severity.js';

/** Settings files by path; `onrecord.yml` is the one that begins. */
const resolved = (files: Readonly<Record<string, string>>) =>
  resolveConfig(
    'onrecord.yml',
    files['onrecord.yml'] ?? '',
    {
      resolve: (from, path) => new URL(path, `file:///${from}`).pathname.slice(1),
      read: async (address) => files[address] ?? null,
    },
    rules,
  );

const group =
  'name: The Group\nbase: bbc\nrules: {relative-time: off, vague-group: {severity: hint, allow: [villagers]}}\n';
const courier = `version: 1
name: Harbour Courier
base: ./group.yml
rules:
  vague-group: {severity: error, reason: Readers wrote to us.}
  anon-official: {enough: 1}
  passive-hearsay: information
`;
const files = {
  'onrecord.yml':
    'extends: [desk/a.yml]\nrules: {passive-hearsay: hint}\noverrides: [{files: ["live/**"], house: ap}, {files: ["sport/**"], house: houses/group.yml}]\n',
  'desk/a.yml': 'house: ../houses/courier.yml\n',
  'houses/courier.yml': courier,
  'houses/group.yml': group,
};
const voices = {own: null, fallback: 'ap', genre: 'news'} as const;
const ruleCalled = (id: string) => {
  const found = rules.find((rule) => rule.id === id);
  assert.ok(found);
  return found;
};

describe('a house of a newsroom’s own', () => {
  it('is named by a path, in settings, in what they extend, and in overrides', async () => {
    const {config, problems, files: read} = await resolved(files);
    assert.deepEqual(problems, []);
    const called = (path: string, own: string | null = null) =>
      houseTitle(settingsFor({...voices, own, config, path}).house);
    assert.deepEqual(
      [called('a.md'), called('live/a.md'), called('sport/a.md'), called('a.md', 'npr')],
      ['Harbour Courier', 'AP', 'The Group', 'NPR'],
    );
    assert.deepEqual([...read].sort(), [
      'desk/a.yml',
      'houses/courier.yml',
      'houses/group.yml',
      'onrecord.yml',
    ]);
  });

  it('gives severities, reasons and options, and leaves the rest to the house it starts from', async () => {
    const {house} = settingsFor({...voices, config: (await resolved(files)).config, path: 'a.md'});
    assert.deepEqual(houseSeverity(ruleCalled('vague-group'), house), {
      severity: 'error',
      reason: 'Readers wrote to us.',
    });
    assert.equal(houseSeverity(ruleCalled('relative-time'), house).severity, 'off');
    assert.deepEqual(
      houseSeverity(ruleCalled('anon-bare-source'), house),
      houseSeverity(ruleCalled('anon-bare-source'), 'bbc'),
    );
  });

  it('decides what is found', async () => {
    const {config} = await resolved(files);
    const text = 'Experts say the ban will not work. Villagers say it will. It is believed he fled.';
    const found = new DraftSession()
      .update(text, 'text', settingsFor({...voices, config, path: 'a.md'}))
      .findings.filter(({rule}) => rule === 'vague-group' || rule === 'passive-hearsay');
    assert.deepEqual(
      found.map(({rule, severity, start, house}) => [rule, severity, start, houseTitle(house)]),
      [
        ['vague-group', 'error', 0, 'Harbour Courier'],
        // Settings count before the house.
        ['passive-hearsay', 'hint', text.indexOf('It is believed'), 'Harbour Courier'],
      ],
    );
  });

  it('shows what it asks for, even from a quiet house', async () => {
    const {config} = await resolved({
      'onrecord.yml': 'house: ./own.yml',
      'own.yml': 'name: Own\nbase: quiet\nrules: {vague-group: hint}\n',
    });
    const {findings} = new DraftSession().update(
      'Experts say the ban will not work.',
      'text',
      settingsFor({...voices, config}),
    );
    assert.deepEqual(
      findings.map(({rule, severity}) => [rule, severity]),
      [['vague-group', 'hint']],
    );
  });

  it('is shown with the file that each value comes from', async () => {
    const {config, origins} = await resolved(files);
    const shown = effectiveSettings({...voices, config, origins, path: 'a.md', fallbackFrom: 'default'});
    assert.deepEqual(
      [shown.house, shown.houseFile, shown.houseBase, shown.houseFrom],
      ['Harbour Courier', 'houses/courier.yml', 'bbc', 'desk/a.yml'],
    );
    const {
      'vague-group': group,
      'relative-time': time,
      'anon-official': official,
      'passive-hearsay': hearsay,
    } = shown.rules;
    assert.deepEqual([group?.from, group?.optionsFrom.allow], ['houses/courier.yml', 'houses/group.yml']);
    assert.deepEqual([time?.severity, time?.from], ['off', 'houses/group.yml']);
    assert.deepEqual([official?.from, official?.optionsFrom.enough], ['house', 'houses/courier.yml']);
    assert.deepEqual([hearsay?.severity, hearsay?.from], ['hint', 'onrecord.yml']);
  });

  it('is a problem where it is named, with the line where something is wrong in it', async () => {
    for (const [house, more, wanted] of [
      ['./gone.yml', {}, ['error "./gone.yml" cannot be read, so it does not count.']],
      ['./a.txt/b', {}, ['error The name of a settings file ends in .yml or .yaml.']],
      ['/etc/a.yml', {}, ['error A path is relative to the folder that holds this file.']],
      [
        './a.yml',
        {'a.yml': 'name: A\nrules:\n  vague-grupe: off\n  anon-official: {enough: many, severity: loud}\n'},
        [
          'error "./a.yml", line 3: Unknown rule "vague-grupe". Did you mean "vague-group"?',
          'error "./a.yml", line 4: "enough" should be a number, 0 or more.',
          'error "./a.yml", line 4: "severity" cannot be "loud". It should be error, warning, information, hint or off.',
        ],
      ],
      [
        './a.yml',
        {'a.yml': 'name: A\nbase: ./b.yml', 'b.yml': 'name: B\r\nbase: ./a.yml'},
        [
          'error "./a.yml", line 2: "./b.yml", line 2: "./a.yml" leads back to this house, so it does not count.',
        ],
      ],
      [
        './a.yml',
        {'a.yml': 'rules: {vague-group: off}'},
        ['error "./a.yml", line 1: "name" is missing here.'],
      ],
      [
        './a.yml',
        {'a.yml': 'Dear desk,\nthis is our style.'},
        ['error "./a.yml", line 1: a.yml should be lines of "key: value".'],
      ],
      [
        './a.yml',
        {'a.yml': 'name: A\nbase: [bbc'},
        [/^error "\.\/a\.yml", line 2: a\.yml cannot be read here: /],
      ],
    ] as const) {
      const text = `version: 1\nhouse: ${house}\n`;
      const {problems} = await resolved({'onrecord.yml': text, ...more});
      const told = problems.map(({severity, message}) => `${severity} ${message}`);
      assert.ok(problems.length > 0, house);
      for (const {start, end} of problems) assert.equal(text.slice(start, end), house);
      for (const [i, one] of wanted.entries()) {
        if (typeof one === 'string') assert.equal(told[i], one);
        else
          assert.ok(
            told.some((said) => one.test(said)),
            told.join('\n'),
          );
      }
    }
  });

  it('counts for what is right in it', async () => {
    const {config} = await resolved({
      'onrecord.yml': 'house: ./a.yml',
      'a.yml': 'base: ./gone.yml\nrules: {nobody: off, vague-group: off}',
    });
    const {house} = settingsFor({...voices, config});
    assert.equal(houseTitle(house), 'a');
    assert.equal(houseSeverity(ruleCalled('vague-group'), house).severity, 'off');
    assert.equal(houseSeverity(ruleCalled('anon-bare-source'), house).severity, 'error');
  });

  it('does not count where there are no files', async () => {
    const {config, problems} = await resolveConfig(
      'onrecord.yml',
      'house: ./own.yml',
      {resolve: (_, path) => path, read: async () => null},
      rules,
    );
    assert.equal(settingsFor({...voices, config}).house, 'ap');
    assert.equal(problems.length, 1);
  });
});
