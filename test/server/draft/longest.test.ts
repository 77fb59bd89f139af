import assert from 'node:assert/strict';
import {draftFormats} from '../../../server/src/draft/formats.js';
import {longestRead} from '../../../server/src/draft/longest.js';
import {parseDraft} from '../../../server/src/draft/parse.js';
import {DraftSession} from '../../../server/src/engine.js';

const paragraph = 'Sources told the Courier that rents rose 34% in a year.\n\n';
const first = 'A French official said troops would leave.\n\n';

describe('a draft of book length', () => {
  for (const format of draftFormats) {
    it(`is read up to a limit, and says where it is not, as ${format}`, () => {
      const text = first + paragraph.repeat(Math.ceil((1.2 * longestRead) / paragraph.length));
      const {draft, findings} = new DraftSession().update(text, format);
      const [problem] = draft.problems;
      assert.ok(problem && draft.problems.length === 1);
      assert.match(problem.message, /Nothing is checked from here on.*150,000 characters.*Split it/);
      const {blocks} = draft;
      const last = blocks.at(-1);
      assert.ok(
        last && last.end <= problem.start,
        'the blocks that are read stand before the one that is marked',
      );
      assert.equal(text.slice(problem.start, problem.start + 7), 'Sources');
      assert.ok(problem.start > longestRead && problem.start < 1.1 * longestRead);
      assert.ok(findings.some(({rule, start}) => rule === 'anon-official' && start < first.length));
      assert.ok(findings.every(({start, document}) => document || start < problem.start));
    });
  }

  it('takes back what it said when words are cut', () => {
    const long = first + paragraph.repeat(Math.ceil((1.2 * longestRead) / paragraph.length));
    const draft = parseDraft(long, 'markdown');
    assert.equal(draft.problems.length, 1);
    const shorter = parseDraft(long.slice(0, longestRead / 2), 'markdown', draft);
    assert.deepEqual(shorter.problems, []);
  });

  it('marks a line of a megabyte at its head', () => {
    const {blocks, problems} = parseDraft(first + 'rain '.repeat(200_000), 'text');
    assert.equal(blocks.length, 1);
    assert.equal(problems[0]?.start, first.length);
    assert.ok(problems[0] && problems[0].end - problems[0].start < 100);
  });
});
