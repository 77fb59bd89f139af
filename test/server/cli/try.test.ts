import assert from 'node:assert/strict';
import {newsroom} from '../lsp/client.js';
import {onrecord} from './run.js';

const trial = `version: 1
rules:
  open-check-marker: error
  relative-time: off
phrases:
  - id: no-slam
    match: [slams, slammed]
    except: [grand slams]
    where: anywhere
    severity: hint
    message: Say criticised.
  - {id: no-very, match: [very], message: Leave it out., severity: off}
`;

describe('onrecord rules --try', () => {
  const room = newsroom({
    'new.yml': trial,
    'past/a.txt': 'The mayor slams the plan.\n\nA minister slammed the vote. It cost TK euros.\n',
    'past/b.md': '---\nhouse: quiet\n---\n\nShe won two grand slams.\n\nHe slams it.\n',
    'past/c.txt': 'Very little happened.\n\nA French official said so.\n',
    'bad.yml':
      'phrases: [{id: no-slam, match: [slams], message: a, examples: {flag: [nothing]}}]\nrulse: {}\n',
    'none.yml': 'version: 1\nhouse: bbc\n',
  });
  after(() => room.remove());
  const run = (...args: string[]) => onrecord(['rules', ...args], {cwd: room.folder});

  it('shows for each rule what it would flag, then how often and where', async () => {
    const {code, out, told} = await run('--try', 'new.yml', 'past');
    assert.equal(code, 0, told);
    assert.equal(told, '');
    const [slam = '', marker = '', ...more] = out.split(/^(?=\S+ {2}\S)/m);
    assert.deepEqual(more, []);
    assert.match(
      slam,
      /^no-slam {2}Say criticised\.\n\npast\/a\.txt\n {2}1:11 hint Say criticised\. no-slam\n/,
    );
    assert.match(slam, /The mayor slams the plan\.\n +│ +~~~~~\n/);
    assert.match(
      slam,
      /no-slam: 3 findings in 2 of 3 stories\n {4}2 {2}past\/a\.txt\n {4}1 {2}past\/b\.md\n\n$/,
    );
    assert.match(marker, /^open-check-marker {2}/);
    assert.match(marker, /open-check-marker: 1 finding in 1 of 3 stories\n {4}1 {2}past\/a\.txt\n\n$/);
  });

  it('says the same as JSON', async () => {
    const {out} = await run('--try', 'new.yml', '--format', 'json', 'past/*.txt');
    const {stories, rules} = JSON.parse(out);
    assert.equal(stories, 2);
    assert.deepEqual(
      rules.map(({rule, findings, stories: within}: {rule: string; findings: number; stories: number}) => [
        rule,
        findings,
        within,
      ]),
      [
        ['no-slam', 2, 1],
        ['open-check-marker', 1, 1],
      ],
    );
    assert.deepEqual(
      rules[0].files[0].findings.map((one: {exact: string; severity: string}) => [one.exact, one.severity]),
      [
        ['slams', 'hint'],
        ['slammed', 'hint'],
      ],
    );
  });

  it('tells of what is wrong in the file, and of a story that is not there', async () => {
    const {code, out, told} = await run('--try', 'bad.yml', 'past/a.txt', 'past/none.txt');
    assert.equal(code, 2);
    assert.match(out, /no-slam: 1 finding in 1 of 1 story/);
    assert.match(told, /^bad\.yml:1:\d+: "no-slam" finds nothing here, though it should\.$/m);
    assert.match(told, /^bad\.yml:2:1: Unknown key "rulse"\. Did you mean "rules"\?$/m);
    assert.match(told, /^past\/none\.txt: There is no such file\.$/m);
  });

  it('wants a rule to try, and stories only with one', async () => {
    for (const [args, words] of [
      [['--try', 'none.yml', 'past'], /none\.yml has no rule to try/],
      [['--try', 'missing.yml'], /missing\.yml: There is no such file/],
      [['past'], /Stories are for --try FILE/],
    ] as const) {
      const {code, out, told} = await run(...args);
      assert.deepEqual([code, out], [2, '']);
      assert.match(told, words);
    }
  });
});
