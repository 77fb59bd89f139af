import assert from 'node:assert/strict';
import {parse} from 'yaml';
import {applied, emptyConfig, setHouse, type TextChange, turnRuleOff} from '../../client/src/onrecordYml.js';

const change = (text: string, edit: (text: string) => TextChange) => applied(text, edit(text));
const house = (name: string) => (text: string) => setHouse(text, name);
const off = (rule: string) => (text: string) => turnRuleOff(text, rule);

const full = `# Our desk
version: 1
house: ap                       # the default
files: ["stories/**/*.md"]

rules:
  anon-official: error          # night desk asked for it
  vague-group: {severity: warning, allow: ["election observers"]}

  # slow days only
  stat-unattributed:
    severity: hint
    allow: [turnout]

phrases: []
`;

describe('edits of onrecord.yml', () => {
  it('changes nothing but the word', () => {
    assert.equal(change(full, house('bbc')), full.replace('house: ap', 'house: bbc'));
    assert.equal(change(full, off('anon-official')), full.replace('official: error', 'official: off'));
  });

  it('keeps the options of a rule that is turned off', () => {
    assert.equal(change(full, off('vague-group')), full.replace('severity: warning', 'severity: off'));
    assert.equal(change(full, off('stat-unattributed')), full.replace('severity: hint', 'severity: off'));
  });

  it('puts a new rule after the others, before what follows', () => {
    assert.equal(
      change(full, off('secondhand')),
      full.replace('    allow: [turnout]\n', '    allow: [turnout]\n  secondhand: off\n'),
    );
  });

  it('takes the indentation that the file has', () => {
    const text = 'version: 1\nrules:\n      a: error # why\nhouse: npr\n';
    assert.equal(
      change(text, off('b')),
      'version: 1\nrules:\n      a: error # why\n      b: off\nhouse: npr\n',
    );
  });

  it('adds a rules section where there is none', () => {
    assert.equal(change(emptyConfig, off('relative-time')), 'version: 1\nrules:\n  relative-time: off\n');
    assert.equal(change('version: 1', house('npr')), 'version: 1\nhouse: npr');
  });

  it('writes into an empty file and one of comments alone', () => {
    assert.equal(change('', house('npr')), 'house: npr\n');
    assert.equal(change('# ours', off('secondhand')), '# ours\nrules:\n  secondhand: off\n');
  });

  it('keeps the line ends of the file', () => {
    assert.equal(
      change('version: 1\r\nhouse: ap\r\n', off('secondhand')),
      'version: 1\r\nhouse: ap\r\nrules:\r\n  secondhand: off\r\n',
    );
  });

  it('gets there in every other layout, with the comments', () => {
    for (const text of [
      'version: 1\nrules:\n# none yet\n',
      'version: 1\nrules: {}\n',
      'version: 1\nrules: {a: error} # two\n',
      'version: 1\nrules:\n  secondhand:\n',
      'version: 1\nrules:\n  secondhand: "warning"\n',
      'version: 1\nrules:\n  secondhand: {allow: [x]} # keep\n',
      "{version: 1, 'rules': {secondhand: hint}}\n",
      '---\nversion: 1\n...\n',
      'rules: &r\n  a: error\nx-more: *r\n',
      'version: 1\nx-note: |\n  several\n  lines\n\n',
      'rules:\n  a:\n    - deep\n    -   deeper   # yes\n\n\n# end',
    ]) {
      const written = change(text, off('secondhand'));
      const value = parse(written).rules.secondhand;
      assert.equal(typeof value === 'object' ? value.severity : value, 'off', written);
      for (const [comment] of text.matchAll(/#.*$/gm)) assert.ok(written.includes(comment), written);
      for (const [key, before] of Object.entries(parse(text))) {
        if (key !== 'rules' && key !== 'x-more') assert.deepEqual(parse(written)[key], before, written);
      }
    }
  });

  it('leaves a broken file alone and says why', () => {
    assert.throws(() => setHouse('house: [ap\n', 'bbc'), /flow/i);
    assert.throws(() => turnRuleOff('- a\n- b\n', 'secondhand'), /settings/);
    assert.throws(() => setHouse('just words\n', 'bbc'), /settings/);
  });
});
