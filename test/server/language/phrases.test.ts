import assert from 'node:assert/strict';
import {findPhrases, phraseSet} from '../../../server/src/language/phrases.js';
import {readWords} from '../../../server/src/language/read.js';

function found(phrases: readonly string[], text: string): string[] {
  const {tokens} = readWords(text);
  return findPhrases(phraseSet(phrases), tokens).map(({start, end, phrase}) => {
    const words = text.slice(tokens[start]?.start, tokens[end - 1]?.end);
    return words === phrase ? phrase : `${phrase}: ${words}`;
  });
}

describe('phrases', () => {
  it('are found as whole words, in any case', () => {
    assert.deepEqual(found(['local media'], 'Local Media said the local mediator left.'), [
      'local media: Local Media',
    ]);
  });

  it('are found with straight or curly apostrophes', () => {
    assert.deepEqual(found(["didn't reply"], 'She didn’t reply.'), ["didn't reply: didn’t reply"]);
    assert.deepEqual(found(['didn’t reply'], "She didn't reply."), ["didn’t reply: didn't reply"]);
    assert.deepEqual(found(["can't say", "the firm's own"], 'They can’t say; the firm’s own'), [
      "can't say: can’t say",
      "the firm's own: the firm’s own",
    ]);
    assert.deepEqual(found(["o'clock"], 'It was nine o’clock.'), ["o'clock: o’clock"]);
  });

  it('are found over hyphens as the draft writes them', () => {
    assert.deepEqual(found(['so-called'], 'The so-called tent tax.'), ['so-called']);
    assert.deepEqual(found(['high-ranking official'], 'A high-ranking official left.'), [
      'high-ranking official',
    ]);
  });

  it('the longest wins, and none overlaps another', () => {
    const set = ['press', 'press reports', 'reports said', 'press reports said so'];
    assert.deepEqual(found(set, 'press reports said nothing'), ['press reports']);
    assert.deepEqual(found(set, 'press reports said so'), ['press reports said so']);
    assert.deepEqual(found(set, 'press press reports'), ['press', 'press reports']);
  });

  it('are none where nothing is looked for or nothing is there', () => {
    assert.deepEqual(found([], 'press reports'), []);
    assert.deepEqual(found(['press reports'], ''), []);
    assert.deepEqual(found(['press reports'], 'press'), []);
    assert.deepEqual(found(['', '  '], 'press reports'), []);
  });

  it('are found in time that grows with the text', () => {
    const set = phraseSet(['a a a a a a b', 'a a c']);
    const {tokens} = readWords('a '.repeat(20_000));
    assert.deepEqual(findPhrases(set, tokens), []);
  });
});
