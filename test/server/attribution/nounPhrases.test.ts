import assert from 'node:assert/strict';
import {nounPhrases} from '../../../server/src/attribution/nounPhrases.js';
import {readWords} from '../../../server/src/language/read.js';

/** The noun phrases of a text, the head of each behind a slash. */
function phrases(text: string): string[] {
  const words = readWords(text);
  return nounPhrases(words).map(({first, last, head}) => {
    const whole = text.slice(words.tokens[first]?.start, words.tokens[last - 1]?.end);
    return `${whole}/${words.tokens[head]?.text}`;
  });
}

describe('noun phrases', () => {
  it('run from the article to the head', () => {
    assert.deepEqual(phrases('The French foreign minister left.'), ['The French foreign minister/minister']);
    assert.deepEqual(phrases('Three senior hospital managers resigned.'), [
      'Three senior hospital managers/managers',
    ]);
  });

  it('take in titles and names', () => {
    assert.deepEqual(phrases('Deputy Mayor Li Wei resigned.'), ['Deputy Mayor Li Wei/Wei']);
    assert.deepEqual(phrases('Ursula von der Leyen agreed.'), ['Ursula von der Leyen/Leyen']);
  });

  it('hold "of" only inside names and counts', () => {
    assert.deepEqual(phrases('The Bank of Ghana cut rates.')[0], 'The Bank of Ghana/Ghana');
    assert.deepEqual(phrases('One of the nurses left.')[0], 'One of the nurses/nurses');
    assert.deepEqual(phrases('The head of the union left.'), ['The head/head', 'the union/union']);
  });

  it('part people from the bodies that they belong to', () => {
    assert.deepEqual(phrases('Critics of Diaz left.'), ['Critics/Critics', 'Diaz/Diaz']);
    assert.deepEqual(phrases('Members of Congress left.'), ['Members/Members', 'Congress/Congress']);
    assert.equal(phrases('Mr. Morgan of the Sierra Club left.')[0], 'Mr. Morgan/Morgan');
    assert.equal(phrases('Friends of the Earth left.')[0], 'Friends of the Earth/Earth');
  });

  it('end before what many think, want or do', () => {
    assert.equal(phrases('Many thought that he had left.')[0], 'Many/Many');
    assert.ok(phrases('Even his admirers wonder about it.').includes('his admirers/admirers'));
    assert.equal(phrases('Party activists clamoring to leave said so.')[0], 'Party activists/activists');
    assert.ok(
      phrases('It is the place Pentagon officials say is lost.').includes('Pentagon officials/officials'),
    );
    assert.ok(phrases('He paid the $20 million experts say it costs.').includes('experts/experts'));
  });

  it('take in whose some of many are', () => {
    assert.ok(
      phrases('It was held by some of its weakest countries.').includes(
        'some of its weakest countries/countries',
      ),
    );
    assert.ok(phrases('Some state officials left.').includes('Some state officials/officials'));
  });

  it('end before a day', () => {
    assert.ok(phrases('The council told residents Tuesday.').includes('residents/residents'));
  });

  it('take possessors with what they own', () => {
    assert.deepEqual(phrases('Diaz’s lawyer objected.'), ['Diaz’s lawyer/lawyer']);
    assert.deepEqual(phrases('His sister objected.'), ['His sister/sister']);
  });

  it('are pronouns, but no acronyms', () => {
    assert.deepEqual(phrases('She told him.'), ['She/She', 'him/him']);
    assert.deepEqual(phrases('The US objected.'), ['The US/US']);
  });

  it('stand in order, none inside another, each within its sentence', () => {
    for (const text of [
      'The mayor of Cork, Ana Ruiz, and her deputy met 40 of the 60 workers. They left.',
      '“We,” said the “so-called” boss, “are it.” ((A)) [b] the the the of of',
      'A '.repeat(300),
      'Aa '.repeat(300),
      "'s 's Diaz 's 's lawyer 's",
    ]) {
      const words = readWords(text);
      let end = 0;
      for (const {first, last, head, sentence} of nounPhrases(words)) {
        assert.ok(first >= end && first <= head && head < last, text);
        const around = words.sentences[sentence];
        assert.ok(around && first >= around.first && last <= around.last, text);
        end = last;
      }
    }
  });
});
