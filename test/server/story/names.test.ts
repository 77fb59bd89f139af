import assert from 'node:assert/strict';
import {partsOfName, surnameOf} from '../../../server/src/story/names.js';

describe('names taken apart', () => {
  it('have a surname before what is written behind them', () => {
    assert.equal(surnameOf('Tom Hale, QC'), 'Hale');
    assert.equal(surnameOf('Tom Hale Jr.'), 'Hale');
    assert.equal(surnameOf('Tom Hale'), 'Hale');
    assert.equal(surnameOf('Beyoncé'), 'Beyoncé');
    assert.equal(surnameOf(''), '');
  });

  it('are compared without titles and honours', () => {
    assert.deepEqual(partsOfName('Mr. Tom Hale, KC').words, ['tom', 'hale']);
    assert.deepEqual(partsOfName('Tom Hale, Jr.').words, partsOfName('Tom Hale').words);
  });
});
