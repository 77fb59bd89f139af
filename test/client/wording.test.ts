import assert from 'node:assert/strict';
import {list, plural, tallyText} from '../../client/src/wording.js';

describe('wording', () => {
  it('counts in the singular and the plural', () => {
    assert.equal(plural(0, 'claim'), '0 claims');
    assert.equal(plural(1, 'claim'), '1 claim');
    assert.equal(plural(2, 'claim'), '2 claims');
    assert.equal(plural(2, 'person', 'people'), '2 people');
  });

  it('puts the tally in the words of the status item', () => {
    assert.equal(tallyText({claims: 12, sourced: 9, unnamed: 2}), '12 claims, 9 sourced, 2 unnamed');
    assert.equal(tallyText({claims: 1, sourced: 1, unnamed: 0}), '1 claim, 1 sourced, 0 unnamed');
  });

  it('says nothing of what there is none of', () => {
    assert.equal(tallyText({claims: 0, sourced: 0, unnamed: 0}), 'no claims');
    assert.equal(tallyText({claims: 0, sourced: 0, unnamed: 1}), 'no claims, 1 unnamed');
  });

  it('lists words as people do', () => {
    assert.equal(list([]), '');
    assert.equal(list(['one']), 'one');
    assert.equal(list(['one', 'two', 'three']), 'one, two and three');
  });
});
