import assert from 'node:assert/strict';
import {isEverydayWord, readTokens} from '../../../server/src/language/tokens.js';

const texts = (text: string): string[] => readTokens(text).map(({token}) => token.text);
const tags = (text: string): string[] => readTokens(text).map(({token}) => `${token.text}/${token.pos}`);

/** Tokens in order, none over another, each with the words that stand there. */
function assertInPlace(text: string): void {
  let end = 0;
  for (const {token} of readTokens(text)) {
    assert.ok(token.start >= end, `${token.start} after ${end}`);
    assert.ok(token.end > token.start);
    end = token.end;
    assert.equal(token.text.length, token.end - token.start);
    // Odd characters are read as spaces; nothing else is changed.
    assert.equal(token.text, text.slice(token.start, token.end));
    assert.doesNotMatch(token.text, /^\s|\s$/);
  }
  assert.ok(end <= text.length);
}

describe('tokens', () => {
  it('parts words, marks and endings', () => {
    assert.deepEqual(texts('Mayor O’Brien didn’t pay €4.5m, she said.'), [
      'Mayor',
      'O’Brien',
      'did',
      'n’t',
      'pay',
      '€',
      '4.5',
      'm',
      ',',
      'she',
      'said',
      '.',
    ]);
  });

  it('parts a possessive whatever stands against it, and whatever was read before', () => {
    const plain = ['Zyx', "'s", 'plan', 'failed', '.'];
    assert.deepEqual(texts("Zyx's plan failed."), plain);
    for (const mark of [',', ')', '...', '—', '-', ';', '/']) {
      assert.deepEqual(texts(`Zyx's${mark} no`).slice(0, 2), ['Zyx', "'s"], mark);
      assert.deepEqual(texts(`(Zyx’s${mark} no)`).slice(1, 3), ['Zyx', '’s'], mark);
      assert.deepEqual(texts("Zyx's plan failed."), plain, `after ${mark}`);
    }
    assert.deepEqual(tags("It's late, and that's all.").slice(0, 2), ['It/PRON', "'s/AUX"]);
  });

  it('keeps abbreviations and initials in one piece', () => {
    for (const word of ['U.S.', 'p.m.', 'Gov.', 'J.']) {
      assert.ok(texts(`The talks ended in ${word} after noon.`).includes(word), word);
    }
  });

  it('gives each word its part of speech and its lemma', () => {
    const found = tags('The two ministers denied the report on Friday.');
    assert.deepEqual(found, [
      'The/DET',
      'two/NUM',
      'ministers/NOUN',
      'denied/VERB',
      'the/DET',
      'report/NOUN',
      'on/ADP',
      'Friday/PROPN',
      './PUNCT',
    ]);
    const lemmas = readTokens('The two ministers denied it.').map(({token}) => token.lemma);
    assert.deepEqual(lemmas, ['the', 'two', 'minister', 'deny', 'it', '.']);
  });

  it('compares words in small letters with straight apostrophes', () => {
    const norms = readTokens('Diaz’s LAWYER').map(({token}) => token.norm);
    assert.deepEqual(norms, ['diaz', "'s", 'lawyer']);
  });

  it('stays in place in odd text', () => {
    for (const text of [
      '',
      ' ',
      '\0\0',
      'The mayor\u00a0said\u2009so\u2028and left.',
      'A soft\u00adhyphen and zero\u200bwidth.',
      'Emoji 👩‍👩‍👧 and 🇺🇦 flags, 😀😀😀.',
      'e\u0301'.repeat(200),
      `${'e'}${'\u0301'.repeat(40)} said.`,
      'قال المتحدث «لن نغادر».',
      'https://example.org/a/very/long/address/that/goes/on/and/on/and/on/and/on/and/on?x=1 said',
      'x'.repeat(10_000),
      `${'word '.repeat(4000)}end`,
      '👍'.repeat(9000),
      `${'a-'.repeat(200)}b`,
    ]) {
      const clean = text.replace(/\0|\u00ad|\u200b|\u200d|\u2028|\u00a0|\u2009/g, ' ');
      assertInPlace(clean);
      const positions = (one: string) => readTokens(one).map(({token: {start, end}}) => [start, end]);
      assert.deepEqual(positions(text), positions(clean), JSON.stringify(text.slice(0, 40)));
    }
  });

  it('parts no character of two units', () => {
    for (const text of [
      '👍'.repeat(9000),
      `x${'👍'.repeat(9000)}`,
      '👍 '.repeat(5000),
      `${'a'.repeat(63)}👍👍`,
    ]) {
      for (const {token} of readTokens(text)) {
        assert.doesNotMatch(text.slice(token.start - 1, token.start + 1), /^[\ud800-\udbff][\udc00-\udfff]$/);
        assert.doesNotMatch(text.slice(token.end - 1, token.end + 1), /^[\ud800-\udbff][\udc00-\udfff]$/);
      }
    }
  });

  it('reads a long paragraph as it reads its pieces', () => {
    const sentence = 'The harbour master, Ana Ruiz, said on Monday that nine ships had left. ';
    const one = texts(sentence);
    const many = texts(sentence.repeat(300));
    assert.equal(many.length, 300 * one.length);
    assert.deepEqual(many.slice(-one.length), one);
  });

  it('knows the words of everyday language from names', () => {
    for (const word of ['profit', 'river', 'teachers', 'said'])
      assert.equal(isEverydayWord(word), true, word);
    for (const word of ['zelenskyy', 'okonkwo', 'qwrtz', '', '12', 'a'.repeat(50)])
      assert.equal(isEverydayWord(word), false, word);
  });
});
