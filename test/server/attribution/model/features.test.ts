import assert from 'node:assert/strict';
import {quoteStates, shapeOf} from '../../../../server/src/attribution/model/features.js';
import {Cutter} from '../../../../server/src/attribution/model/pieces.js';
import {longestWindow, windowsOf} from '../../../../server/src/attribution/model/windows.js';
import {readWords} from '../../../../server/src/language/read.js';

describe('what the tagger is told of a word', () => {
  it('is how it is written', () => {
    const shapes = {
      said: 0,
      Okoro: 1,
      NATO: 2,
      McNeil: 3,
      '4pm': 4,
      '—': 5,
      A: 6,
      "don't": 7,
      'U.S.': 2,
      Zoë: 1,
    };
    for (const [word, shape] of Object.entries(shapes)) assert.equal(shapeOf(word), shape, word);
  });

  it('is where it stands to quotation marks', () => {
    const words = readWords('She said “it ‘works’ now” twice.');
    const states = quoteStates(words);
    const of = (text: string): number | undefined =>
      states[words.tokens.findIndex((token) => token.text === text)];
    assert.equal(of('said'), 0);
    assert.equal(of('“'), 1);
    assert.equal(of('it'), 3);
    assert.equal(of('works'), 4);
    assert.equal(of('”'), 2);
    assert.equal(of('twice'), 0);
  });

  it('is its pieces, the longest first from the left', () => {
    const cutter = new Cutter(['[UNK]', 'spokes', '##woman', 'spoke', "'", 's', 'cafe', '##s', '-', 'co']);
    assert.deepEqual(cutter.cut('Spokeswoman').pieces, [1, 2]);
    assert.deepEqual(cutter.cut('Cafés').pieces, [6, 7]);
    assert.deepEqual(cutter.cut("'s").pieces, [4, 5]);
    assert.deepEqual(cutter.cut('co-spokes').pieces, [9, 8, 1]);
    assert.deepEqual(cutter.cut('語').pieces, [0]);
    assert.deepEqual(cutter.cut('').pieces, [0]);
    assert.equal(cutter.cut('s-s-s-s-s-s-s-s').pieces.length, 6);
  });
});

describe('windows', () => {
  const sentences = (...lengths: number[]) => {
    let first = 0;
    return lengths.map((length) => {
      const sentence = {start: first, end: first + length, first, last: first + length};
      first += length;
      return sentence;
    });
  };

  it('end with a sentence where one ends', () => {
    assert.deepEqual(windowsOf(sentences(100, 80, 30), 210), [
      [0, 180],
      [180, 210],
    ]);
  });

  it('cut a sentence that is too long', () => {
    assert.deepEqual(windowsOf(sentences(400), 400), [
      [0, longestWindow],
      [longestWindow, 2 * longestWindow],
      [2 * longestWindow, 400],
    ]);
  });

  it('are none for nothing', () => {
    assert.deepEqual(windowsOf([], 0), []);
  });
});
