import assert from 'node:assert/strict';
import fc from 'fast-check';
import {blockFeatures} from '../../../../server/src/attribution/model/features.js';
import {wasmKernel} from '../../../../server/src/attribution/model/kernel.js';
import {attributionsOf} from '../../../../server/src/attribution/model/modelAttributor.js';
import {Network, type Scores} from '../../../../server/src/attribution/model/network.js';
import {plainKernel} from '../../../../server/src/attribution/model/plain.js';
import {loadWeights} from '../../../../server/src/attribution/model/weights.js';
import {windowsOf} from '../../../../server/src/attribution/model/windows.js';
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
      for (let i = 0; i < count; i++) {
        assert.deepEqual(a?.contentLink(i, i + 1, 1), b?.contentLink(i, i + 1, 1), text);
        assert.deepEqual(a && sourceLinks(a, i), b && sourceLinks(b, i), text);
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

  it('says of an edited paragraph what it says of it first', () => {
    const places = fc.double({min: 0, max: 1, noNaN: true});
    const put = ['e', 'n', ' ', '"', '“', '”', '.', ',', ' said', '😀', 'é', ' Ruth Okoro ', '’s'];
    const edits = fc.array(fc.tuple(places, fc.nat(3), fc.constantFrom('', ...put)), {
      minLength: 1,
      maxLength: 6,
    });
    const long = Array.from({length: 5}, () => spoken.join(' ')).join(' ');
    fc.assert(
      fc.property(fc.constantFrom('', ...spoken, spoken.join(' '), long), edits, (text, changes) => {
        for (const [where, taken, put] of changes) {
          const at = Math.floor(where * text.length);
          text = text.slice(0, at) + put + text.slice(at + taken);
          const words = readWords(text);
          const fresh = new Network(weights);
          assert.deepEqual(attributionsOf(words, quick), attributionsOf(words, fresh), text);
          const features = blockFeatures(words);
          for (const [first, last] of windowsOf(words.sentences, words.tokens.length)) {
            const [a, b] = [quick, fresh].map((one) => one.read(words, first, last, features));
            assert.deepEqual(a?.tags, b?.tags, text);
            assert.deepEqual(a?.contentLink(0, last - first, 8), b?.contentLink(0, last - first, 8), text);
          }
        }
      }),
      {numRuns: 40, seed: 20261126},
    );
  });

  it('says the same when it has forgotten the words', () => {
    const words = readWords(spoken[1]!);
    const scores = (one: Network) => one.read(words, 0, words.tokens.length, blockFeatures(words)).tags;
    const before = scores(quick);
    for (let from = 0; from < 4000; from += 100) {
      const others = readWords(Array.from({length: 100}, (_, i) => `Word${from + i}`).join(' '));
      attributionsOf(others, quick);
    }
    assert.notEqual(scores(quick), before);
    assert.deepEqual(scores(quick), before);
  });

  it('answers what it was just asked with the same scores', () => {
    const [words, spaced] = [spoken[0]!, spoken[0]!.replaceAll(' ', '  ')].map((text) => readWords(text));
    const [a, b] = [words!, spaced!].map((one) => quick.read(one, 0, one.tokens.length, blockFeatures(one)));
    assert.equal(a, b);
    assert.equal(a?.count, words?.tokens.length);
  });

  it('gives probabilities that add up to one', () => {
    const words = readWords(spoken[0]!);
    const scores = quick.read(words, 0, words.tokens.length, blockFeatures(words));
    const sum = (logs: Float64Array): number => logs.reduce((total, log) => total + Math.exp(log), 0);
    for (let i = 0; i < scores.count; i++) {
      assert.ok(Math.abs(sum(scores.tags.subarray(7 * i, 7 * i + 7)) - 1) < 1e-9);
      assert.ok(Math.abs(sum(sourceLinks(scores, i)) - 1) < 1e-9);
      const cues = scores.contentLink(i, i + 1, 1).reduce((total, share) => total + share, 0);
      assert.ok(cues > 0 && cues <= 1 + 1e-9);
    }
  });

  it('reads the same from links asked for one by one, each as a probability', () => {
    for (const text of texts) {
      const words = readWords(text);
      const slow: Pick<Network, 'read'> = {
        read: (...asked) => oneByOne(quick.read(...asked)),
      };
      const rounded = (one: Pick<Network, 'read'>) =>
        attributionsOf(words, one).map((each) => ({...each, confidence: each.confidence.toFixed(9)}));
      assert.deepEqual(rounded(quick), rounded(slow), text);
    }
    assert.ok(texts.some((text) => attributionsOf(readWords(text), quick).length > 3));
  });
});

/** Logarithms of probabilities of all sources of a cue, none as the last. */
const sourceLinks = (scores: Scores, i: number): Float64Array =>
  Float64Array.from({length: scores.count + 1}, (_, j) => scores.sourceLink(i, j) - scores.sourceTotal(i));

/** The same scores, worked out the long way. */
function oneByOne(scores: Scores): Scores {
  const links = Array.from({length: scores.count}, (_, i) => scores.contentLink(i, i + 1, 1));
  const sources = Array.from({length: scores.count}, (_, i) => sourceLinks(scores, i));
  return {
    ...scores,
    contentLink(first, last, asked) {
      const step = Math.ceil((last - first) / asked);
      const rows = links.filter((_, i) => i >= first && i < last && (i - first) % step === 0);
      return Float64Array.from({length: scores.count}, (_, j) => {
        return rows.reduce((sum, row) => sum + (row[j] as number), 0) / rows.length;
      });
    },
    sourceLink: (i, j) => (sources[i] as Float64Array)[j] as number,
    sourceTotal: () => 0,
  };
}
