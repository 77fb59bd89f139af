import assert from 'node:assert/strict';
import {globFault, matchesGlobs} from '../../../server/src/record/globs.js';

describe('globs', () => {
  it('take in what they mean and nothing else', () => {
    for (const [globs, path, expected] of [
      [['stories/**/*.{md,txt}'], 'stories/a.md', true],
      [['stories/**/*.{md,txt}'], 'stories/2026/march/a.txt', true],
      [['stories/**/*.{md,txt}'], 'stories/a.html', false],
      [['stories/**/*.{md,txt}'], 'other/stories/a.md', false],
      [['./stories/*.md'], 'stories/a.md', true],
      [['**/*.md'], '.drafts/a.md', true],
      [['**/*.md', '!notes/**'], 'notes/a.md', false],
      [['!notes/**', '**/*.md'], 'a.md', true],
      [['!notes/**'], 'a.md', false],
      [['a (1).md'], 'a (1).md', true],
      [[], 'a.md', false],
    ] as const) {
      assert.equal(matchesGlobs([...globs], path), expected, `${globs.join(' ')} on ${path}`);
    }
  });

  it('are refused where they could take for ever', () => {
    assert.match(globFault(`${'*a'.repeat(30)}b`) ?? '', /at most/);
    assert.match(globFault('a'.repeat(400)) ?? '', /too long/);
    assert.equal(globFault('**/[0-9]*/{a,b}-?.md'), null);
    const started = Date.now();
    matchesGlobs(['+(a|aa)+(a|aa)+(a|aa)b'], 'a'.repeat(5000));
    assert.ok(Date.now() - started < 500);
  });
});
