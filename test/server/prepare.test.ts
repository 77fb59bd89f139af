import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {prose} from '../../bench/text.js';
import {DraftSession, defaultSettings, type ReportedFinding} from '../../server/src/engine.js';
import {root} from './lsp/client.js';

const text = readFileSync(join(root, 'test', 'drafts', 'investigation-care.md'), 'utf8');

const longer = prose(root, 31, {characters: 30_000});
const bare = ({rule, severity, start, end, message}: ReportedFinding) =>
  `${rule} ${severity} ${start} ${end} ${message}`;

const prepare = (session: DraftSession, draft: string, goOn: () => boolean) =>
  session.prepare(draft, 'markdown', defaultSettings, goOn);

const fresh = (draft: string) => new DraftSession().update(draft, 'markdown');

describe('a draft that is read bit by bit', () => {
  it('comes out as one that is read in one go', () => {
    const session = new DraftSession();
    let bits = 1;
    while (!prepare(session, text, () => false)) bits++;
    assert.ok(bits > 5, 'nothing was read in between');
    const {findings, story} = session.update(text, 'markdown');
    const expected = fresh(text);
    assert.ok(findings.length > 0);
    assert.deepEqual(findings, expected.findings);
    assert.deepEqual(story.attributions, expected.story.attributions);
    assert.deepEqual(story.claims, expected.story.claims);
  });

  it('may be changed, or asked for, before all of it was read', () => {
    const session = new DraftSession();
    prepare(session, text, () => false);
    const changed = `One official said so.\n\n${text}`;
    prepare(session, changed, () => false);
    assert.deepEqual(session.update(changed, 'markdown').findings, fresh(changed).findings);
    while (!prepare(session, text, () => true));
    assert.deepEqual(session.update(text, 'markdown').findings, fresh(text).findings);
  });

  it('shows of its beginning nothing that it takes back', () => {
    const all = new DraftSession().update(longer, 'markdown').findings;
    const told = new Set(all.map(bare));
    let shown = 0;
    for (const length of [2_000, 5_000, 8_000, 11_000]) {
      const begun = new DraftSession().beginning(longer, 'markdown', defaultSettings, length);
      assert.ok(begun);
      assert.deepEqual(
        begun.findings.map(bare).filter((one) => !told.has(one)),
        [],
      );
      shown += begun.findings.length;
    }
    assert.ok(shown > 0.8 * all.filter(({start}) => start < 5_000).length * 4, `${shown} of ${all.length}`);
  });

  it('has no beginning that goes before where it is short', () => {
    assert.equal(new DraftSession().beginning(text, 'markdown', defaultSettings, text.length / 2 + 1), null);
  });

  it('comes out the same after its beginning was shown', () => {
    const session = new DraftSession();
    session.beginning(longer, 'markdown', defaultSettings, 5_000);
    while (!prepare(session, longer, () => true));
    assert.deepEqual(session.update(longer, 'markdown').findings, fresh(longer).findings);
  });

  it('goes on for as long as it may', () => {
    const session = new DraftSession();
    let asked = 0;
    prepare(session, text, () => ++asked < 3);
    assert.equal(asked, 3);
    assert.equal(
      prepare(session, text, () => true),
      false,
      'the story has a turn of its own',
    );
    assert.equal(
      prepare(session, text, () => true),
      true,
    );
  });
});
