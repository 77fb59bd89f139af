import assert from 'node:assert/strict';
import {DraftSession} from '../../../server/src/engine.js';
import {phraseProblems} from '../../../server/src/phraseExamples.js';
import {readConfig} from '../../../server/src/record/readConfig.js';
import {resolveConfig} from '../../../server/src/record/resolveConfig.js';
import {settingsFor} from '../../../server/src/record/settings.js';
import {rules} from '../../../server/src/rules/registry.generated.js';

/** Settings files by path; `main.yml` is the one that begins. */
function resolved(files: Readonly<Record<string, string>>) {
  return resolveConfig(
    'main.yml',
    files['main.yml'] ?? '',
    {
      resolve: (from, path) => new URL(path, `file:///${from}`).pathname.slice(1),
      read: async (address) => files[address] ?? null,
    },
    rules,
  );
}

describe('settings that extend others', () => {
  it('count where the others say something else, option by option', async () => {
    const {config, origins, problems, files} = await resolved({
      'main.yml':
        'extends: [./desk/a.yml, ./desk/b.yml]\nhouse: npr\nrules:\n  vague-group: {severity: hint}\n',
      'desk/a.yml':
        'house: bbc\nrules:\n  vague-group: {severity: error, allow: [election observers]}\n  relative-time: off\n',
      'desk/b.yml': 'rules:\n  relative-time: hint\n',
    });
    assert.deepEqual(problems, []);
    assert.equal(config.house, 'npr');
    assert.deepEqual(config.rules['vague-group'], {
      severity: 'hint',
      options: {allow: ['election observers']},
    });
    assert.equal(config.rules['relative-time']?.severity, 'hint');
    assert.deepEqual(origins, {
      house: 'main.yml',
      'rules.vague-group.allow': 'desk/a.yml',
      'rules.vague-group.severity': 'main.yml',
      'rules.relative-time.severity': 'desk/b.yml',
    });
    assert.deepEqual(files, ['main.yml', 'desk/a.yml', 'desk/b.yml']);
  });

  it('name a file that is missing, one that leads back, and one that is wrong, at their place', async () => {
    const text = 'extends: [gone.yml, back.yml, wrong.yml]\n';
    const {config, problems} = await resolved({
      'main.yml': text,
      'back.yml': 'extends: main.yml\nhouse: afp\n',
      'wrong.yml': 'house: nobody\nrules: {vague-group: off}\n',
    });
    assert.deepEqual(
      problems.map(({start, end, severity}) => [text.slice(start, end), severity]),
      [
        ['gone.yml', 'error'],
        ['back.yml', 'warning'],
        ['wrong.yml', 'warning'],
      ],
    );
    // What is right in them counts all the same.
    assert.equal(config.house, 'afp');
    assert.equal(config.rules['vague-group']?.severity, 'off');
  });

  it('end where each extends another for ever', async () => {
    let asked = 0;
    const {problems} = await resolveConfig(
      '0.yml',
      'extends: [1.yml, 1.yml]',
      {
        resolve: (from) => `${Number.parseInt(from, 10) + 1}.yml`,
        read: async (address) => {
          asked++;
          return `extends: [${address}, ${address}]`;
        },
      },
      rules,
    );
    assert.ok(asked <= 60, `${asked} files were read`);
    assert.ok(problems.length > 0);
  });
});

describe('overrides', () => {
  const {config} = readConfig(
    `house: ap
rules: {vague-group: error}
overrides:
  - {files: ["opinion/**"], house: quiet}
  - {genre: feature, rules: {vague-group: {allow: [villagers]}, relative-time: off}}
`,
    rules,
  );

  it('go by file', () => {
    assert.equal(settingsFor({own: null, config, fallback: 'bbc', path: 'opinion/a.md'}).house, 'quiet');
    assert.equal(settingsFor({own: null, config, fallback: 'bbc', path: 'news/a.md'}).house, 'ap');
    assert.equal(settingsFor({own: null, config, fallback: 'bbc', path: null}).house, 'ap');
  });

  it('go by genre, and leave the rest of a rule as it was', () => {
    const settings = settingsFor({own: null, config, fallback: 'bbc', path: 'a.md', genre: 'feature'});
    assert.deepEqual(settings.rules['vague-group'], {severity: 'error', options: {allow: ['villagers']}});
    assert.equal(settings.rules['relative-time']?.severity, 'off');
  });

  it('give way to the draft itself and to the command line', () => {
    const voices = {config, fallback: 'bbc', path: 'opinion/a.md'} as const;
    assert.equal(settingsFor({...voices, own: 'npr'}).house, 'npr');
    assert.equal(settingsFor({...voices, own: 'npr', asked: 'afp'}).house, 'afp');
  });
});

describe('a newsroom’s own rules', () => {
  const phrases = (yaml: string) => readConfig(`phrases:\n${yaml}`, rules).config.phrases;
  const find = (yaml: string, text: string, format: 'text' | 'markdown' = 'markdown') =>
    new DraftSession([])
      .update(text, format, {house: 'ap', rules: {}, phrases: phrases(yaml)})
      .findings.map(({rule, severity, start, end}) => `${rule} ${severity} ${text.slice(start, end)}`);

  const slam =
    '  - {id: no-slam, match: [slam, slams], except: [grand slam], where: headline, severity: hint, message: Say criticised., replace: criticises}\n';

  it('find words where they are meant to, but for longer ones that are fine', () => {
    const text = '# Mayor slams plan\n\nShe slams it. She won a grand slam.\n';
    assert.deepEqual(find(slam, text), ['no-slam hint slams']);
    assert.deepEqual(find(slam, '# A grand slam for Obi\n\nShe won.\n'), []);
    assert.deepEqual(find(slam.replace('headline', 'anywhere'), text), [
      'no-slam hint slams',
      'no-slam hint slams',
    ]);
  });

  it('tell narration from quotations', () => {
    const text = 'The regime fell. “The regime is finished,” said Ana Prado.\n';
    const regime = (where: string) =>
      `  - {id: regime, match: [regime], where: ${where}, message: Name the government.}\n`;
    const at = (where: string) =>
      new DraftSession([])
        .update(text, 'markdown', {house: 'ap', rules: {}, phrases: phrases(regime(where))})
        .findings.map(({start}) => start);
    assert.deepEqual(at('narration'), [4]);
    assert.deepEqual(at('quote'), [22]);
    assert.deepEqual(at('anywhere'), [4, 22]);
  });

  it('find patterns, and put the replacement in the case of what it replaces', () => {
    const yaml = '  - {id: very, match: ["/very \\\\w+/i"], message: Drop it., replace: "really"}\n';
    const text = 'Very tall trees. It was very cold.\n';
    assert.deepEqual(find(yaml, text), ['very warning Very tall', 'very warning very cold']);
    const {findings} = new DraftSession([]).update(text, 'markdown', {
      house: 'ap',
      rules: {},
      phrases: phrases(yaml),
    });
    assert.deepEqual(
      findings.map(({fixes}) => fixes[0]?.edits[0]?.text),
      [['Really'], ['really']],
    );
  });

  it('are silenced like any other, and count as known to the marks', () => {
    const {findings, suppressed} = new DraftSession().update(
      '<!-- onrecord-ignore no-slam: the wrestling page -->\n# Obi slams Brandt\n\nThe bout ended at nine on 4 March 2026.\n',
      'markdown',
      {house: 'ap', rules: {}, phrases: phrases(slam)},
    );
    assert.deepEqual(
      findings.map(({rule}) => rule),
      [],
    );
    assert.equal(suppressed.length, 1);
  });

  it('try their own examples and report those that fail at their line', () => {
    const text = `phrases:
  - id: no-slam
    match: [slams]
    where: headline
    message: Say criticised.
    examples:
      flag: ["Mayor slams plan", "Mayor hits plan"]
      leave: ["Council meets", "Union slams bank"]
`;
    const found = phraseProblems(readConfig(text, rules).config.phrases);
    assert.deepEqual(
      found.map(({start, end}) => text.slice(start, end)),
      ['"Mayor hits plan"', '"Union slams bank"'],
    );
  });
});
