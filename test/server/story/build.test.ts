import assert from 'node:assert/strict';
import {parseDraft} from '../../../server/src/draft/parse.js';
import {analyseBlocks, type BlockMemory} from '../../../server/src/story/blocks.js';
import {buildStory} from '../../../server/src/story/build.js';
import type {Story} from '../../../server/src/story/story.js';

const read = (text: string, memory: BlockMemory = new WeakMap()): Story => {
  const draft = parseDraft(text, 'text');
  return buildStory(draft, analyseBlocks(draft.blocks, memory));
};

describe('the whole-draft pass', () => {
  it('reads a headline after the text it stands over', () => {
    const story = read(
      'Ruiz Says Harbour Bridge Will Never Open\n\nEngineer Ana Ruiz said on Monday that the bridge would stay shut.\n',
    );
    const ruiz = story.sources.filter(({name}) => name?.includes('Ruiz'));
    assert.deepEqual(
      ruiz.map(({name}) => name),
      ['Ana Ruiz'],
    );
    assert.deepEqual(
      ruiz[0]?.mentions.map(({block}) => block),
      [0, 1],
    );
    assert.equal(ruiz[0]?.id, 's0.0');
  });

  it('gives the same answer for the same draft, and the same objects for what did not change', () => {
    const text =
      'Ana Ruiz said the bridge was shut.\n\nShe said it would stay so.\n\nBo Lind said 40 cars had crossed it.\n';
    const draft = parseDraft(text, 'text');
    const blocks = analyseBlocks(draft.blocks, new WeakMap());
    const [one, other] = [buildStory(draft, blocks), buildStory(draft, blocks)];
    assert.deepEqual(one, other);
    assert.equal(one.attributions[0], other.attributions[0]);
    assert.equal(one.sources[0], other.sources[0]);
    assert.equal(one.byBlock[2], other.byBlock[2]);
    const found = ({sources, attributions, claims, conflicts, byBlock}: Story) => ({
      ...{sources, attributions, claims, conflicts},
      byBlock: byBlock.map(({tables: _, ...rest}) => rest),
    });
    assert.deepEqual(found(one), found(read(text)));
  });

  it('lets the line that opens a list vouch for its items', () => {
    const draft = parseDraft(
      'The audit by Ana Ruiz found:\n\n- Rents rose 34% in a year.\n- Some 4,000 homes stand empty.\n',
      'markdown',
    );
    const story = buildStory(draft, analyseBlocks(draft.blocks, new WeakMap()));
    const figures = story.claims.filter(({type}) => type === 'figure');
    assert.equal(figures.length, 2);
    const opened = story.attributions.some(({block}) => block === 0);
    assert.deepEqual(
      figures.map(({attributed}) => attributed),
      [opened, opened],
    );
  });

  it('takes any tables: no mentions, thousands of them, names that are nothing but marks', () => {
    for (const text of [
      '',
      '“”',
      'He said she said they said it said.',
      '“I think so,” he said. '.repeat(3000),
      'O’, ’s, said. '.repeat(500),
    ]) {
      const story = read(text);
      for (const {candidates} of story.attributions) {
        const sum = candidates.reduce((total, {weight}) => total + weight, 0);
        assert.ok(candidates.length === 0 || Math.abs(sum - 1) < 1e-6);
      }
      const ids = new Set(story.sources.map(({id}) => id));
      for (const {sourceId} of story.attributions) assert.ok(sourceId === null || ids.has(sourceId));
      for (const {mentions, mentionIndexes} of story.sources)
        assert.equal(mentions.length, mentionIndexes.length);
    }
  });

  it('takes time in step with the length of the draft', () => {
    const work = (times: number): number => {
      const draft = parseDraft(
        'An official said Bo Lind had not paid Ana Ruiz. The official told him so, he said.\n\n'.repeat(
          times,
        ),
        'text',
      );
      const blocks = analyseBlocks(draft.blocks, new WeakMap());
      buildStory(draft, blocks);
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 5; i++) {
        const start = performance.now();
        buildStory(draft, blocks);
        least = Math.min(least, performance.now() - start);
      }
      return least;
    };
    work(200);
    const [short, long] = [work(400), work(3200)];
    // Eight times the text; a quadratic pass would take sixty-four times as long.
    assert.ok(long < 30 * Math.max(short, 1), `${short.toFixed(1)} ms, then ${long.toFixed(1)} ms`);
  }).timeout(60_000);
});
