import assert from 'node:assert/strict';
import fc from 'fast-check';
import {emptyConfig, readConfig} from '../../../server/src/record/readConfig.js';
import {longestFile, mostProblems} from '../../../server/src/record/readYaml.js';
import {rules} from './rules.js';

const read = (text: string) => readConfig(text, rules);
const nothing = emptyConfig;

/** Each problem as "the words it stands at | what it says". */
const problems = (text: string) =>
  read(text).problems.map(({start, end, message}) => `${text.slice(start, end)} | ${message}`);

function only(text: string): string {
  const found = problems(text);
  assert.equal(found.length, 1, `${text}\n${found.join('\n')}`);
  return found[0] as string;
}

describe('onrecord.yml', () => {
  // As it is outside of tests: every error of the parser takes down where it came from.
  const {stackTraceLimit} = Error;
  before(() => {
    Error.stackTraceLimit = 10;
  });
  after(() => {
    Error.stackTraceLimit = stackTraceLimit;
  });

  it('is read whole', () => {
    const text = `# Our desk
version: 1
house: bbc
files: ["stories/**/*.{md,txt}", "!stories/old/**"]
x-desk: {anything: [goes]}
rules:
  x-note: ours
  odd-number: error
  long-word: {severity: hint, allow: ["incomprehensibilities", 'a: b'], headlines: true}
  empty-phrase:
    enough: 2.5
`;
    assert.deepEqual(read(text), {
      config: {
        ...nothing,
        house: 'bbc',
        files: ['stories/**/*.{md,txt}', '!stories/old/**'],
        rules: {
          'odd-number': {severity: 'error', options: {}},
          'long-word': {
            severity: 'hint',
            options: {allow: ['incomprehensibilities', 'a: b'], headlines: true},
          },
          'empty-phrase': {options: {enough: 2.5}},
        },
      },
      housePaths: [],
      problems: [],
    });
  });

  it('may say nothing, or not yet', () => {
    for (const text of [
      '',
      '\ufeff',
      '# later',
      'rules:\nhouse:\nfiles:',
      'rules:\n  odd-number:\n',
      'rules: {}',
      '---\n...\n',
    ]) {
      const {config, problems} = read(text);
      assert.deepEqual([config, problems], [nothing, []], JSON.stringify(text));
    }
  });

  it('tells an empty list of files from none', () => {
    assert.deepEqual(read('files: []').config.files, []);
    assert.equal(read('files: [7]').config.files, null);
  });

  it('names what is wrong at its place, with what was probably meant', () => {
    for (const [text, expected] of [
      ['huose: ap', 'huose | Unknown key "huose". Did you mean "house"?'],
      ['house: AP', 'AP | "house" cannot be "AP". Did you mean "ap"?'],
      ['house: "gaurdian"', '"gaurdian" | "house" cannot be "gaurdian". Did you mean "guardian"?'],
      ['version: 2', '2 | "version" should be 1.'],
      ['rules:\n  od-number: off', 'od-number | Unknown rule "od-number". Did you mean "odd-number"?'],
      ['rules:\n  Long Word: off', 'Long Word | Unknown rule "Long Word". Did you mean "long-word"?'],
      ['rules: {odd-number: warn}', 'warn | "odd-number" cannot be "warn". Did you mean "warning"?'],
      ['rules: {odd-number: false}', 'false | "odd-number" cannot be "false". Did you mean "off"?'],
      ['rules: {odd-number: {severity: eror}}', 'eror | "severity" cannot be "eror". Did you mean "error"?'],
      ['rules: {odd-number: {alow: [a]}}', 'alow | Unknown option "alow". Did you mean "allow"?'],
      ['rules: {odd-number: {enough: many}}', 'many | "enough" should be a number, 0 or more.'],
      ['rules: {odd-number: {enough: -1}}', '-1 | "enough" should be a number, 0 or more.'],
      ['rules: {odd-number: {enough: .inf}}', '.inf | "enough" should be a number, 0 or more.'],
      ['rules: {odd-number: {headlines: maybe}}', 'maybe | "headlines" should be true or false.'],
      [
        'rules: {odd-number: {allow: one}}',
        'one | "allow" should be a list, as in ["first phrase", "second phrase"].',
      ],
      [
        'rules: {odd-number: {allow: [2026]}}',
        '2026 | "allow" should be a list of words. Write \'2026\' in quotation marks if you mean the words.',
      ],
      [
        'files: ["../desk/*.md"]',
        '"../desk/*.md" | A glob cannot lead out of the folder that holds this file.',
      ],
      ['files: ["/srv/*.md"]', '"/srv/*.md" | A glob is relative to the folder that holds this file.'],
      ["files: ['a\\b']", "'a\\b' | A glob has / between its folders, on every system."],
      ['files: ["a{b"]', '"a{b" | A bracket is not closed in this glob.'],
      ['files: stories', 'stories | "files" should be a list, as in ["stories/**/*.md"].'],
      ['rules: [odd-number]', '[odd-number] | "rules" should be lines of "rule: value".'],
      ['? [a]\n: b', '[a] | A key should be a plain word.'],
      ['- house', '- house | onrecord.yml should be lines of "key: value".'],
      ['house: npr\nhouse: ap', 'house | "house" stands here twice. The first one counts.'],
      ['house: *desk', '*desk | Nothing before this is marked &desk.'],
    ] as const) {
      assert.equal(only(text), expected);
    }
  });

  it('lists what can stand where nothing is close', () => {
    assert.match(only('sourdough: 1'), /What can stand here: version, house, extends, files, rules/);
    assert.match(
      only('house: telegraph'),
      /It should be ap, reuters, afp, bbc, npr, guardian, local, strict or quiet\.$/,
    );
  });

  it('leaves the path of a house to be read', () => {
    const text = 'house: ./a.yml\noverrides: [{house: bbc}, {house: b.yml}]';
    const {config, housePaths, problems} = read(text);
    assert.deepEqual([config.house, problems], [null, []]);
    assert.deepEqual(
      housePaths.map(({path, override}) => [text.slice(path.start, path.end), override]),
      [
        ['./a.yml', null],
        ['b.yml', 1],
      ],
    );
  });

  it('reads what it extends, overrides and phrases', () => {
    const text = `extends: ./desk.yml
overrides:
  - {files: ["opinion/**"], house: quiet}
  - {genre: feature, rules: {odd-number: off}}
phrases:
  - id: no-slam
    match: [slam, slams]
    except: grand slam
    where: headline
    severity: hint
    message: Say criticised.
    replace: criticised
    examples: {flag: ["Mayor slams plan"], leave: ["She won a grand slam"]}
`;
    const {config, problems} = read(text);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      config.extends.map(({value, start, end}) => [value, text.slice(start, end)]),
      [['./desk.yml', './desk.yml']],
    );
    assert.deepEqual(config.overrides, [
      {files: ['opinion/**'], genres: null, house: 'quiet', rules: {}},
      {files: null, genres: ['feature'], house: null, rules: {'odd-number': {severity: 'off', options: {}}}},
    ]);
    const [phrase] = config.phrases;
    assert.ok(phrase);
    const {examples, place, ...rest} = phrase;
    assert.deepEqual(rest, {
      id: 'no-slam',
      match: ['slam', 'slams'],
      except: ['grand slam'],
      where: 'headline',
      severity: 'hint',
      message: 'Say criticised.',
      replace: 'criticised',
    });
    assert.equal(text.slice(place.start, place.end), 'no-slam');
    assert.equal(text.slice(examples.flag[0]?.start, examples.flag[0]?.end), '"Mayor slams plan"');
  });

  it('names what is wrong in a newsroom’s own rules', () => {
    for (const [text, expected] of [
      [
        'phrases: [{id: a b, match: [x], message: m}]',
        'a b | The name of a rule is small letters and digits with hyphens between them.',
      ],
      [
        'phrases: [{id: odd-number, match: [x], message: m}]',
        'odd-number | "odd-number" is a rule of Onrecord\'s own. Give this one another name.',
      ],
      [
        'phrases: [{id: a, match: ["/(x+)+/"], message: m}]',
        '"/(x+)+/" | A repetition within a repetition can take very long.',
      ],
      [
        'phrases: [{id: a, match: ["/x*/"], message: m}]',
        '"/x*/" | This pattern matches where nothing stands.',
      ],
      ['phrases: [{id: a, match: ["/[/"], message: m}]', '"/[/" | This is no regular expression.'],
      ['phrases: [{id: a, match: ["/x"], message: m}]', '"/x" | A pattern ends with a slash.'],
      [
        'phrases: [{id: a, match: ["/(.)\\\\1/"], message: m}]',
        '"/(.)\\\\1/" | A pattern cannot refer back to its own groups: that can take very long.',
      ],
      ['phrases: [{id: a, match: [x]}]', '{id: a, match: [x]} | "message" is missing here.'],
      [
        'overrides: [{genre: sports}]',
        'sports | "genre" cannot be "sports". It should be news, brief, statement, profile, obituary, feature, qa, live, analysis, opinion, column, review or first-person.',
      ],
      ['extends: [/etc/desk.yml]', '/etc/desk.yml | A path is relative to the folder that holds this file.'],
      ['extends: [desk]', 'desk | The name of a settings file ends in .yml or .yaml.'],
    ] as const) {
      assert.equal(only(text), expected);
    }
  });

  it('counts what is right beside what is wrong', () => {
    const {config} = read(
      'house: npr\nfiles: ["a{", "b/*.md"]\nrulez: 1\nrules:\n  odd-number: {severity: loud, enough: 3, allow: [a, 1]}\n  long-word: off\n  nobody: off\n',
    );
    assert.deepEqual(config, {
      ...nothing,
      house: 'npr',
      files: ['b/*.md'],
      rules: {
        'odd-number': {options: {enough: 3, allow: ['a']}},
        'long-word': {severity: 'off', options: {}},
      },
    });
  });

  it('counts what stands before and after broken YAML', () => {
    const {config, problems} = read('house: npr\nrules:\n  odd-number: [off\nfiles: ["a/*.md"]\n');
    assert.equal(config.house, 'npr');
    assert.ok(
      problems.some(({message, severity}) => severity === 'error' && /cannot be read here/.test(message)),
    );
  });

  it('keeps places exact after a byte order mark, CRLF and wide characters', () => {
    const text = '\ufeff# 🗞️ नमस्ते\r\nhouse: tribune\r\nrules:\r\n  long-word: shout\r\n';
    assert.deepEqual(
      read(text).problems.map(({start, end}) => text.slice(start, end)),
      ['tribune', 'shout'],
    );
  });

  it('follows aliases and survives those that multiply', () => {
    const {config} = read('x-mild: &mild {severity: hint}\nrules: {odd-number: *mild, long-word: *mild}\n');
    assert.deepEqual(config.rules['long-word'], {severity: 'hint', options: {}});
    const bomb = ['a: &a [x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 26; i++) {
      const [from, to] = [String.fromCharCode(96 + i), String.fromCharCode(97 + i)];
      bomb.push(`${to}: &${to} [${Array.from({length: 8}, () => `*${from}`).join(', ')}]`);
    }
    const started = Date.now();
    const text = `${bomb.join('\n')}\nfiles: *z\nrules: {odd-number: {allow: *z}}\n`;
    assert.deepEqual(read(text).config.files, null);
    assert.deepEqual(read('x: &x [*x]\nfiles: *x').config.files, null);
    assert.ok(Date.now() - started < 1000);
  });

  it('is not fooled by names of every object', () => {
    const {config, problems} = read(
      'rules: {__proto__: off, constructor: off, toString: {allow: [a]}}\n__proto__: {house: npr}\n',
    );
    assert.deepEqual(config, nothing);
    assert.equal(problems.length, 4);
    assert.match(only('rules: {odd-number: {__proto__: 1}}'), /Unknown option "__proto__"/);
  });

  it('answers any text in time, with problems inside it', function () {
    this.timeout(60_000);
    const near = (text: string) => {
      const started = Date.now();
      const {problems} = read(text);
      const took = Date.now() - started;
      assert.ok(took < 2000, `${took} ms for ${JSON.stringify(text.slice(0, 40))}`);
      assert.ok(problems.length <= mostProblems);
      for (const {start, end} of problems) assert.ok(start >= 0 && start <= end && end <= text.length);
    };
    for (const piece of [
      '[',
      '{a: ',
      '- ',
      '? ',
      '"',
      "'",
      '&a ',
      '*a ',
      '! ',
      'a:\n',
      '---\n',
      '#',
      ' ',
      '\n',
      '\0',
      '| ',
      '\ud800',
      '<<: ',
    ]) {
      near(piece.repeat(Math.floor(longestFile / piece.length)));
    }
    near('a'.repeat(longestFile + 1));
    near(Array.from({length: 8000}, (_, i) => `key-${i}: 1`).join('\n'));
    near(`rules:\n${Array.from({length: 5000}, (_, i) => `  long-wor${i}: off`).join('\n')}`);
    near(`x: &a w\nfiles: [${'*a, '.repeat(20_000)}]`);
    fc.assert(fc.property(fc.string({unit: 'binary', maxLength: 200}), near), {numRuns: 200});
    const yamlish = fc.constantFrom(
      'house',
      'rules',
      ': ',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      'odd-number',
      'off',
      '"',
      '&a',
      '*a',
      ' ',
      ',',
      '#',
      '|',
      '\t',
    );
    fc.assert(
      fc.property(
        fc.array(yamlish, {maxLength: 60}).map((parts) => parts.join('')),
        near,
      ),
      {numRuns: 500},
    );
  });
});
