import assert from 'node:assert/strict';
import {decode} from '../../../../server/src/attribution/model/decode.js';
import type {Scores} from '../../../../server/src/attribution/model/network.js';

type Link = number | readonly (readonly [token: number, share: number])[];

/** One letter a token: . outside, S/s source, C/c cue, T/t content, capitals where a span begins. */
function scores(
  tags: string,
  contentLinks: Readonly<Record<number, Link>>,
  sourceLinks: Readonly<Record<number, number>> = {},
): Scores {
  const count = tags.length;
  const logs = new Float64Array(count * 7).fill(Math.log(0.01));
  for (const [i, tag] of [...tags].entries()) logs[i * 7 + '.SsCcTt'.indexOf(tag)] = Math.log(0.94);
  return {
    count,
    tags: logs,
    contentLink(first, last) {
      const mean = new Float64Array(count);
      for (let i = first; i < last; i++) {
        for (const [j, share] of linked(contentLinks[i]))
          mean[j] = (mean[j] as number) + share / (last - first);
      }
      return mean;
    },
    sourceLink: (i, j) => Math.log(j === (sourceLinks[i] ?? count) ? 0.9 : 0.001),
    sourceTotal: () => 0,
  };
}

/** Where a link goes, with its share: to one token with nine parts in ten, or to several. */
const linked = (to: Link | undefined): readonly (readonly [number, number])[] =>
  to === undefined ? [] : typeof to === 'number' ? [[to, 0.9]] : to;

const runs = (given: Scores) =>
  decode(given).map(({source, cue, content}) => [
    source && [source.first, source.last],
    cue && [cue.first, cue.last],
    content.map(({first, last}) => [first, last]),
  ]);

describe('from scores to attributions', () => {
  it('links each content to its cue and each cue to its source', () => {
    assert.deepEqual(runs(scores('SsCTtt.SCcTt', {3: 2, 4: 2, 5: 2, 10: 8, 11: 8}, {2: 0, 8: 7})), [
      [[0, 2], [2, 3], [[3, 6]]],
      [[7, 8], [8, 10], [[10, 12]]],
    ]);
  });

  it('joins contents that the cue parts', () => {
    assert.deepEqual(runs(scores('TtCSTtt', {0: 2, 1: 2, 4: 2, 5: 2, 6: 2}, {2: 3})), [
      [
        [3, 4],
        [2, 3],
        [
          [0, 2],
          [4, 7],
        ],
      ],
    ]);
  });

  it('lets two cues share a source', () => {
    assert.deepEqual(runs(scores('SCT.CTt', {2: 1, 5: 4, 6: 4}, {1: 0, 4: 0})), [
      [[0, 1], [1, 2], [[2, 3]]],
      [[0, 1], [4, 5], [[5, 7]]],
    ]);
  });

  it('leaves a cue without a source where none is the likeliest', () => {
    assert.deepEqual(runs(scores('.CTtt', {2: 1, 3: 1, 4: 1})), [[null, [1, 2], [[2, 5]]]]);
  });

  it('opens a cue that only the links show', () => {
    assert.deepEqual(runs(scores('S.Ttt', {2: 1, 3: 1, 4: 1}, {1: 0})), [[[0, 1], [1, 2], [[2, 5]]]]);
  });

  it('leaves a content to no cue that is surer of another one', () => {
    const weak = [[1, 0.5]] as const;
    assert.deepEqual(runs(scores('SCTt.Tt', {2: 1, 3: 1, 5: weak, 6: weak}, {1: 0})), [
      [[0, 1], [1, 2], [[2, 4]]],
      [null, null, [[5, 7]]],
    ]);
    const split = [
      [1, 0.5],
      [4, 0.2],
    ] as const;
    assert.deepEqual(runs(scores('SCTt.Tt', {2: 1, 3: 1, 5: split, 6: split}, {1: 0})), [
      [[0, 1], [1, 2], [[2, 4]]],
      [null, [4, 5], [[5, 7]]],
    ]);
    // Alone it stays.
    assert.deepEqual(runs(scores('SC..Tt', {4: weak, 5: weak}, {1: 0})), [[[0, 1], [1, 2], [[4, 6]]]]);
  });

  it('keeps content without any cue', () => {
    assert.deepEqual(runs(scores('.Ttt.', {})), [[null, null, [[1, 4]]]]);
  });

  it('finds a cue without content, and nothing in nothing', () => {
    assert.deepEqual(runs(scores('SC...', {}, {1: 0})), [[[0, 1], [1, 2], []]]);
    assert.deepEqual(runs(scores('', {})), []);
  });

  it('never lets a span go on that has not begun', () => {
    assert.deepEqual(runs(scores('.tt.C', {1: 4, 2: 4})), [[null, [4, 5], [[1, 3]]]]);
  });

  it('is sure of what the scores are sure of', () => {
    const [one] = decode(scores('SCT', {2: 1}, {1: 0}));
    assert.ok(one && one.confidence > 0.8 && one.confidence <= 1);
  });
});
