import assert from 'node:assert/strict';
import {Ajv} from 'ajv';
import fc from 'fast-check';
import {parse} from 'yaml';
import {DraftSession, defaultSettings} from '../../../server/src/engine.js';
import {checksBeside, draftsBeside} from '../../../server/src/record/checks.js';
import {checksSchema} from '../../../server/src/record/checksShape.js';
import {readChecks} from '../../../server/src/record/readChecks.js';
import {addIgnore, removeIgnore} from '../../../server/src/record/writeChecks.js';

const whole = `# The port story
version: 1
x-desk: night
checks:
  - id: 7f3a
    text: {exact: "cargo fell 18% in October", prefix: "the port said ", suffix: ", its worst"}
    status: confirmed
    by: A. Editor
    on: 2026-11-20
    sources: [dumont]
    evidence: [{file: data/port.csv, at: "row 12"}]
    note: October against October
ignores:
  - {rule: relative-time, file: true, reason: archive piece, by: night desk}
  - {rule: anon-official, text: {exact: "a French official"}, reason: approved}
replies:
  - {to: Harlow Homes, office: press, method: email, at: 2026-11-18T09:10Z, deadline: 2026-11-19T17:00Z, outcome: none}
`;

/** Each problem as "the words it stands at | what it says". */
const problems = (text: string) =>
  readChecks(text).problems.map(
    ({start, end, message}) => `${text.slice(start, end).split('\n')[0]} | ${message}`,
  );

describe('STORY.checks.yml', () => {
  it('is read whole', () => {
    const at = (words: string) => ({
      start: whole.indexOf(words),
      end: whole.indexOf(words) + words.length,
    });
    assert.deepEqual(readChecks(whole), {
      record: {
        ignores: [
          {
            rule: 'relative-time',
            quote: null,
            reason: 'archive piece',
            by: 'night desk',
            place: at('relative-time'),
          },
          {
            rule: 'anon-official',
            quote: {exact: 'a French official', prefix: '', suffix: ''},
            reason: 'approved',
            by: null,
            place: at('anon-official'),
          },
        ],
      },
      problems: [],
    });
  });

  it('stands beside its draft', () => {
    assert.equal(checksBeside('desk/port.v2.md'), 'desk/port.v2.checks.yml');
    assert.equal(checksBeside('file:///a.b/port'), 'file:///a.b/port.checks.yml');
    assert.ok(draftsBeside('desk/port.v2.checks.yml').includes('desk/port.v2.md'));
  });

  it('says what is wrong at its place, and the rest counts', () => {
    for (const [text, wrong] of [
      ['ingores: []', 'ingores | Unknown key "ingores". Did you mean "ignores"?'],
      ['version: 2', '2 | "version" should be 1.'],
      [
        'ignores: {rule: a}',
        '{rule: a} | "ignores" should be a list, as in [{rule: relative-time, file: true, reason: archive piece}].',
      ],
      ['ignores: [{rule: a, file: true}]', '{rule: a, file: true} | "reason" is missing here.'],
      ['ignores: [{rule: a, file: true, reason: }]', 'reason | "reason" should not be empty.'],
      ['ignores: [{rule: a, file: true, reason: ""}]', '"" | "reason" should not be empty.'],
      ['ignores: [{rule: a, reason: b}]', '{rule: a, reason: b} | One of "file" and "text" is missing here.'],
      ['ignores: [{rule: a, file: false, reason: b}]', 'false | "file" should be true.'],
      ['ignores: [{rule: a, text: {prefix: c}, reason: b}]', '{prefix: c} | "exact" is missing here.'],
      ['ignores: [{rule: a, text: c, reason: b}]', 'c | "text" should be lines of "key: value".'],
      [
        'ignores: [{rule: a, file: true, text: {exact: c}, reason: b}]',
        '{rule: a, file: true, text: {exact: c}, reason: b} | Only one of "file" and "text" can stand here.',
      ],
      [
        'checks: [{text: {exact: c}, status: done}]',
        'done | "status" cannot be "done". Did you mean "confirmed"?',
      ],
      ['checks: [{text: {exact: c}}]', '{text: {exact: c}} | "status" is missing here.'],
      [
        'checks: [{text: {exact: c}, status: open, on: 2026-02-30}]',
        '2026-02-30 | A day is written as year, month and day: 2026-11-20.',
      ],
      [
        'replies: [{to: A, outcome: silent}]',
        'silent | "outcome" cannot be "silent". It should be none, declined, replied or refused.',
      ],
      [
        'replies: [{to: A, at: noon}]',
        'noon | A time is written as a day, alone or with the time of day: 2026-11-18T09:10Z.',
      ],
    ] as const) {
      assert.deepEqual(problems(text), [wrong], text);
    }
    const text = 'ignores:\n  - {rule: a, file: true}\n  - {rule: b, file: true, reason: c}\n';
    assert.deepEqual(
      readChecks(text).record.ignores.map(({rule}) => rule),
      ['b'],
    );
  });

  it('takes numbers for words where words are meant', () => {
    const {record, problems: wrong} = readChecks(
      'ignores: [{rule: a, text: {exact: 1914, prefix: " "}, reason: 7e3, by: 12}]\nchecks: [{id: 12, text: {exact: 5}, status: open}]',
    );
    assert.deepEqual(wrong, []);
    assert.deepEqual(record.ignores[0]?.quote, {exact: '1914', prefix: ' ', suffix: ''});
    assert.equal(record.ignores[0]?.reason, '7e3');
  });

  it('never throws', () => {
    const parts = fc.constantFrom(...whole.split(/(?<=[\s,:{}[\]"])/));
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), {maxLength: 60}), (some) => {
        const text = some.join('');
        for (const {start, end} of readChecks(text).problems) {
          assert.ok(start >= 0 && start <= end && end <= text.length);
        }
      }),
      {numRuns: 500},
    );
  });

  it('has a schema that lets through what is read with no error, and nothing else', () => {
    const validate = new Ajv({allowUnionTypes: true, strict: true, strictRequired: false}).compile(
      checksSchema(),
    );
    for (const [text, sound] of [
      ['{}', true],
      [whole, true],
      ['ignores:\nchecks:\n', true],
      ['ignores: [{rule: a, file: true, reason: 5, x-note: 1}]', true],
      ['ignores: [{rule: a, file: true, reason: }]', false],
      ['ignores: [{rule: a, file: true}]', false],
      ['ignores: [{rule: a, file: true, text: {exact: b}, reason: c}]', false],
      ['ignores: [{rule: a, reason: c}]', false],
      ['ignores: [{rule: a, file: false, reason: c}]', false],
      ['checks: [{text: {exact: b}, status: maybe}]', false],
      ['replies: [{office: press}]', false],
      ['version: 2', false],
    ] as const) {
      assert.equal(validate(parse(text)), sound, `${text}: ${JSON.stringify(validate.errors)}`);
      assert.equal(readChecks(text).problems.length === 0, sound, text);
    }
  });
});

const draft = `BREST, Nov 3 - A French official said the port was safe.

The firm was founded in TK by two sisters.

The yard has TK berths.
`;
const judge = (checks: string, text = draft) =>
  new DraftSession().update(text, 'text', defaultSettings, readChecks(checks).record);
const rulesOf = (found: readonly {readonly rule: string}[]) => found.map(({rule}) => rule);
const told = (checks: string, text = draft) =>
  judge(checks, text).ofRecord.map(({start, end, message}) => `${checks.slice(start, end)} | ${message}`);

const atSisters =
  'ignores: [{rule: open-check-marker, text: {exact: "TK", suffix: " by two sisters"}, reason: registry is shut}]';

describe('ignores of a draft', () => {
  const all = rulesOf(judge('').findings);
  before(() => assert.equal(all.filter((rule) => rule === 'open-check-marker').length, 2));

  it('silence a rule in the whole draft, and say who and why', () => {
    const checks = 'ignores: [{rule: open-check-marker, file: true, reason: approved, by: night desk}]';
    const {findings, suppressed, ofRecord} = judge(checks);
    assert.deepEqual(
      rulesOf(findings),
      all.filter((rule) => rule !== 'open-check-marker'),
    );
    assert.deepEqual(
      suppressed.map(({finding, reason, by}) => [finding.rule, reason, by]),
      Array(2).fill(['open-check-marker', 'approved', 'night desk']),
    );
    assert.deepEqual(ofRecord, []);
  });

  it('silence it at the words that they quote', () => {
    const {findings, suppressed} = judge(atSisters);
    assert.equal(findings.length, all.length - 1);
    assert.deepEqual(
      suppressed.map(({finding, reason, by}) => [finding.start, reason, by]),
      [[draft.indexOf('TK'), 'registry is shut', null]],
    );
  });

  it('go with the words through edits elsewhere, and end with them', () => {
    const session = new DraftSession();
    const {record} = readChecks(atSisters);
    for (const [from, to, silenced] of [
      ['The firm', 'A line more.\n\nThe firm', 1],
      ['Nov 3', 'Nov 13', 1],
      ['founded in', 'set up here in', 1],
      ['TK by two sisters', '1921 by two sisters', 0],
    ] as const) {
      const {suppressed, ofRecord} = session.update(draft.replace(from, to), 'text', defaultSettings, record);
      assert.equal(suppressed.length, silenced, to);
      assert.equal(ofRecord.length, 1 - silenced, to);
    }
  });

  it('tell of each that silences nothing', () => {
    assert.deepEqual(told('ignores: [{rule: relative-time, file: true, reason: a}]'), [
      'relative-time | relative-time finds nothing here any more. Remove the entry.',
    ]);
    assert.deepEqual(told('ignores: [{rule: anon-oficial, file: true, reason: a}]'), [
      'anon-oficial | There is no rule called anon-oficial. Correct the name or remove the entry.',
    ]);
    assert.deepEqual(told('ignores: [{rule: anon-official, text: {exact: a Danish official}, reason: a}]'), [
      'anon-official | The words that anon-official is ignored for are no longer in the draft. Correct the quotation or remove the entry.',
    ]);
    assert.deepEqual(told('ignores: [{rule: anon-official, text: {exact: the port}, reason: a}]'), [
      'anon-official | anon-official finds nothing here any more. Remove the entry.',
    ]);
    assert.deepEqual(told('ignores: [{rule: unused-ignore, file: true, reason: a}]').length, 1);
  });

  it('need a reason', () => {
    const {findings} = judge('ignores: [{rule: open-check-marker, file: true, reason: ""}]');
    assert.deepEqual(rulesOf(findings), all);
  });

  it('count beside a mark for the same thing', () => {
    const text = `<!-- onrecord-ignore open-check-marker: by mark -->\nThe yard has TK berths.\n`;
    const {record} = readChecks('ignores: [{rule: open-check-marker, file: true, reason: by entry}]');
    const {findings, suppressed, ofRecord} = new DraftSession().update(
      text,
      'markdown',
      defaultSettings,
      record,
    );
    assert.deepEqual(
      [rulesOf(findings), suppressed.map(({reason}) => reason), ofRecord],
      [[], ['by mark'], []],
    );
  });
});

describe('an entry written into STORY.checks.yml', () => {
  const quote = {exact: 'a "French" official', prefix: 'said: ', suffix: ''};
  const entry =
    '{rule: anon-official, text: {exact: "a \\"French\\" official", prefix: "said: "}, reason: ""}';
  const written = (text: string, newline?: string) => {
    const change = addIgnore(text, 'anon-official', quote, newline);
    return change && text.slice(0, change.start) + change.text + text.slice(change.end);
  };

  it('leaves everything else as it is', () => {
    for (const [text, then] of [
      ['', `version: 1\nignores:\n  - ${entry}\n`],
      ['# ours', `# ours\nversion: 1\nignores:\n  - ${entry}\n`],
      ['version: 1', `version: 1\nignores:\n  - ${entry}\n`],
      ['ignores: # none yet\nreplies: []\n', `ignores: # none yet\n  - ${entry}\nreplies: []\n`],
      ['ignores: []\nx-a: 1\n', `ignores: [${entry}]\nx-a: 1\n`],
      [
        'ignores:\n- {rule: a, file: true, reason: b} # yes\n# end\nreplies:\n',
        `ignores:\n- {rule: a, file: true, reason: b} # yes\n- ${entry}\n# end\nreplies:\n`,
      ],
      [
        'ignores:\r\n    - rule: a\r\n      file: true\r\n      reason: b\r\n\r\nreplies: []\r\n',
        `ignores:\r\n    - rule: a\r\n      file: true\r\n      reason: b\r\n    - ${entry}\r\n\r\nreplies: []\r\n`,
      ],
      ['{version: 1}', `{version: 1, ignores: [${entry}]}`],
      ['\ufeffversion: 1\n', `\ufeffversion: 1\nignores:\n  - ${entry}\n`],
    ] as const) {
      assert.equal(written(text), then);
    }
    assert.equal(written('', '\r\n'), `version: 1\r\nignores:\r\n  - ${entry}\r\n`);
  });

  it('is not written where the file holds something else', () => {
    for (const text of ['ignores: 3', '- a', 'a: [', '---\na: 1\n---\n', 'ignores: &a [*a']) {
      assert.equal(written(text), null, text);
    }
  });

  it('counts once its reason is filled in, whatever it quotes', () => {
    fc.assert(
      fc.property(
        fc.string({unit: 'binary', minLength: 1}),
        fc.string({unit: 'binary'}),
        fc.constantFrom('', whole, 'ignores: []\n', '{}'),
        (exact, prefix, text) => {
          const change = addIgnore(text, 'anon-official', {exact, prefix, suffix: ''});
          assert.ok(change);
          const filled = `${change.text.slice(0, change.reason)}agreed${change.text.slice(change.reason)}`;
          const after = text.slice(0, change.start) + filled + text.slice(change.end);
          const {record, problems: wrong} = readChecks(after);
          if (exact.trim() === '') return;
          assert.deepEqual(wrong, []);
          const last = record.ignores.at(-1);
          assert.deepEqual(last?.quote, {exact, prefix, suffix: ''});
          assert.equal(last?.reason, 'agreed');
        },
      ),
    );
  });
});

describe('taking an entry out of a file of checks', () => {
  const removed = (text: string) => {
    const change = removeIgnore(text, text.indexOf('gone'));
    return change && text.slice(0, change.start) + change.text + text.slice(change.end);
  };

  it('takes its lines or its comma, and nothing else', () => {
    const entry = (rule: string) => `{rule: ${rule}, file: true, reason: a}`;
    for (const end of ['\n', '\r\n']) {
      for (const [before, after] of [
        [`ignores:|  - ${entry('gone')} # why|  - ${entry('b')} # yes|`, `ignores:|  - ${entry('b')} # yes|`],
        [`ignores:|- ${entry('a')}|- ${entry('gone')}|x-note: 1|`, `ignores:|- ${entry('a')}|x-note: 1|`],
        [`version: 1|ignores:|  - ${entry('gone')}`, 'version: 1|ignores:|'],
        [
          'ignores:|  - file: true|    rule: gone|    reason: a|  - rule: b|    file: true|    reason: a|',
          'ignores:|  - rule: b|    file: true|    reason: a|',
        ],
        [`\ufeffignores: [${entry('gone')}, ${entry('b')}]|`, `\ufeffignores: [${entry('b')}]|`],
        [`ignores: [${entry('a')}, ${entry('gone')}]|`, `ignores: [${entry('a')}]|`],
        [`ignores: [${entry('gone')}]|`, 'ignores: []|'],
      ] as const) {
        const lines = (text: string) => text.replaceAll('|', end);
        assert.equal(removed(lines(before)), lines(after));
      }
    }
  });

  it('leaves alone what it cannot read', () => {
    for (const text of ['', 'ignores: gone', 'ignores: [gone', 'checks: [{rule: gone}]'])
      assert.equal(removed(text), null);
  });
});
