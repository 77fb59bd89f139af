import assert from 'node:assert/strict';
import {blockFeatures} from '../../../../server/src/attribution/model/features.js';
import {wasmKernel} from '../../../../server/src/attribution/model/kernel.js';
import {attributionsOf} from '../../../../server/src/attribution/model/modelAttributor.js';
import {Network} from '../../../../server/src/attribution/model/network.js';
import {plainKernel} from '../../../../server/src/attribution/model/plain.js';
import {loadWeights} from '../../../../server/src/attribution/model/weights.js';
import {readWords} from '../../../../server/src/language/read.js';
import {unattributed} from './unattributed.js';
import {spoken} from './words.js';

describe('the tagger’s network', () => {
  const weights = loadWeights();
  const quick = new Network(weights, (bytes) => wasmKernel(bytes) ?? assert.fail('no WebAssembly'));
  const plain = new Network(weights, plainKernel);
  const texts = [...spoken, spoken.join(' '), ...(unattributed['source code'] ?? [])];

  it('says the same with and without WebAssembly', () => {
    for (const text of texts) {
      const words = readWords(text);
      const count = words.tokens.length;
      const [a, b] = [quick, plain].map((one) => one.read(words, 0, count, blockFeatures(words)));
      assert.deepEqual(a?.tags, b?.tags, text);
      for (let i = 0; i < (a?.count ?? 0); i++) {
        assert.deepEqual(a?.contentLink(i), b?.contentLink(i), text);
        assert.deepEqual(a?.sourceLink(i), b?.sourceLink(i), text);
      }
      assert.deepEqual(attributionsOf(words, quick), attributionsOf(words, plain), text);
    }
  });

  it('says the same whatever it read before', () => {
    const words = readWords(spoken[1]!);
    const alone = attributionsOf(words, new Network(weights));
    quick.read(readWords(spoken.join(' ')), 0, 60, blockFeatures(readWords(spoken.join(' '))));
    assert.deepEqual(attributionsOf(words, quick), alone);
  });

  it('gives probabilities that add up to one', () => {
    const words = readWords(spoken[0]!);
    const scores = quick.read(words, 0, words.tokens.length, blockFeatures(words));
    const sum = (logs: Float64Array): number => logs.reduce((total, log) => total + Math.exp(log), 0);
    for (let i = 0; i < scores.count; i++) {
      assert.ok(Math.abs(sum(scores.tags.subarray(7 * i, 7 * i + 7)) - 1) < 1e-9);
      assert.ok(Math.abs(sum(scores.contentLink(i)) - 1) < 1e-9);
      assert.ok(Math.abs(sum(scores.sourceLink(i)) - 1) < 1e-9);
    }
  });
});
