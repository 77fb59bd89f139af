import assert from 'node:assert/strict';
import {fileURLToPath} from 'node:url';
import {readUnattributed} from '../../../scripts/unattributed.js';
import {noCarry} from '../../../server/src/attribution/attributor.js';
import {findAttributions} from '../../../server/src/attribution/findAttributions.js';
import {readWords} from '../../../server/src/language/read.js';

describe('text without attributions', () => {
  it('has at most one of speech for each 1,000 words', function () {
    this.timeout(60_000);
    const texts = readUnattributed(fileURLToPath(new URL('../../..', import.meta.url)));
    const words = texts.reduce((sum, one) => sum + one.words, 0);
    assert.ok(texts.length >= 20 && new Set(texts.map(({kind}) => kind)).size >= 8 && words >= 8000);
    const invented = texts.flatMap(({name, speech}) => speech.map((one) => `${name}: ${one}`));
    assert.ok(invented.length <= words / 1000, `${words} words: ${invented.join('\n')}`);
  });

  /** Contents with a cue or a source. */
  const said = (text: string): string[] =>
    findAttributions(readWords(text), noCarry).flatMap(({content}) =>
      content.map(({start, end}) => text.slice(start, end)),
    );

  it('has none that are only allowed', () => {
    assert.deepEqual(said('The authority may determine a new line.'), []);
    assert.deepEqual(said('A member may at any time demand that the data be erased.'), []);
    assert.deepEqual(said('The authority said in May that it would determine a new line.'), [
      'that it would determine a new line',
    ]);
  });

  it('has no definitions', () => {
    assert.deepEqual(said('Leeward: the side away from the wind; pronounced "loo-ard".'), []);
    assert.equal(said('Okoro: We will not close the ferry this year, and I told the union so.').length, 1);
  });

  it('has no imperatives and no names for things', () => {
    assert.deepEqual(said('Tell your doctor if you are taking any other medicines.'), []);
    assert.deepEqual(
      said('The club may be dissolved only by a meeting that was called for this purpose.'),
      [],
    );
  });

  it('has no scraps, but quotations of a few words', () => {
    assert.deepEqual(said('2 tbsp rapeseed oil'), []);
    assert.deepEqual(said('“We will not go.”'), ['“We will not go.”']);
  });
});
