import assert from 'node:assert/strict';
import {readWords} from '../../../server/src/language/read.js';

const sentences = (text: string): string[] =>
  readWords(text).sentences.map(({start, end}) => text.slice(start, end));

/** The sentences of a text are those that it is given in. */
function parts(...expected: string[]): void {
  assert.deepEqual(sentences(expected.join(' ')), expected);
}

describe('sentences', () => {
  it('end at full stops, question marks and exclamation marks', () => {
    parts('The ferry sank.', 'Who knew?', 'Nobody did!', 'An inquiry opens on Monday…', 'It is late.');
  });

  it('go on after titles, months and initials', () => {
    parts('Mr. Ade and Mrs. Obi met Sen. Cruz.', 'They left.');
    parts('On Jan. 5 the court in St. Louis heard J. K. Amoah.', 'He denied it.');
    parts('Lt. Col. Marta Ruiz spoke.');
    parts('Gov. Tina Mason said No. 4 was hers.');
  });

  it('go on after abbreviations, and end with them where the next word opens one', () => {
    parts('The U.S. Senate voted.', 'It was close.');
    parts('Troops left the U.S.', 'He said so twice.');
    parts('The talks ended at 9 p.m.', 'The ministers went home.');
    parts('Acme Corp. said it would pay.', 'It did not.');
  });

  it('take in the closing marks', () => {
    parts('“We lost everything.”', 'The mayor wept.');
    parts('"We lost everything."', 'The mayor wept.');
    parts('(The company did not reply.)', 'Shares fell.');
    parts('«Nous partons.»', 'The minister left.');
  });

  it('go on where a cue follows what ends inside quotation marks', () => {
    parts('“Why us?” asked Okoro.', 'Nobody answered.');
    parts('"Stop!" the guard shouted.', 'She ran.');
    parts('“Who pays?” Deputy Mayor Li Wei asked.');
  });

  it('go on at figures, addresses and three dots', () => {
    parts('Prices rose 3.5% to $1.20 a litre.', 'Drivers complained.');
    parts('The list is at example.org/list for all to see.');
    parts('He said the road ... was shut.');
  });

  it('open with a quotation mark or a bracket', () => {
    parts('The bridge is shut.', '“It will open in May,” said Ana Ruiz.');
    parts('It rained.', '(It always does.)');
  });

  it('cover all tokens once, in order', () => {
    for (const text of [
      '',
      '.',
      '...',
      '“” ".',
      'No end',
      'A. B. C. D.',
      '.a.b.c',
      'x'.repeat(500),
      ') ) )',
      '?! ?! “!”',
    ]) {
      const {tokens, sentences: found} = readWords(text);
      let next = 0;
      for (const {first, last, start, end} of found) {
        assert.equal(first, next);
        assert.ok(last > first);
        assert.equal(start, tokens[first]?.start);
        assert.equal(end, tokens[last - 1]?.end);
        next = last;
      }
      assert.equal(next, tokens.length);
    }
  });

  it('are cut up where no full stop comes for hundreds of words', () => {
    const text = 'the mayor, the clerk and the guard, '.repeat(200);
    const found = readWords(text).sentences;
    assert.ok(found.length > 5);
    for (const {first, last} of found) assert.ok(last - first <= 240);
    for (const {end} of found.slice(0, -1)) assert.equal(text.charAt(end - 1), ',');
  });
});
