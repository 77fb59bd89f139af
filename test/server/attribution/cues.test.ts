import assert from 'node:assert/strict';
import {cueKindOf, isCueNoun, isCueVerb} from '../../../server/src/attribution/cues.js';
import {readWords} from '../../../server/src/language/read.js';
import {only} from './reading.js';

const verbs = (text: string): string[] =>
  readWords(text)
    .tokens.filter((token) => isCueVerb(token))
    .map((token) => token.text);

describe('cues', () => {
  it('are verbs of saying and thinking, and no others', () => {
    assert.deepEqual(verbs('Ruiz said Addo believed that Park had warned them.'), [
      'said',
      'believed',
      'warned',
    ]);
    assert.deepEqual(verbs('Ruiz walked home and cooked rice.'), []);
    assert.deepEqual(verbs('The claim was false, and so was the report.'), []);
  });

  it('report speech, thought or attitude', () => {
    for (const lemma of ['say', 'tell', 'accord', 'per', 'colon', 'accuse', 'announcement', null])
      assert.equal(cueKindOf(lemma), 'speech', String(lemma));
    for (const lemma of ['believe', 'think', 'fear', 'hope', 'belief'])
      assert.equal(cueKindOf(lemma), 'thought', lemma);
    for (const lemma of ['support', 'oppose', 'want', 'favour'])
      assert.equal(cueKindOf(lemma), 'attitude', lemma);
  });

  it('have nouns of their own', () => {
    assert.ok(isCueNoun('statement') && isCueNoun('belief') && !isCueNoun('bridge'));
  });

  it('are known by their lemma', () => {
    assert.equal(only('Ruiz told the court that it was dark.').cueLemma, 'tell');
    assert.equal(only('Ruiz wrote that it was dark.').cueLemma, 'write');
    assert.equal(only('It was dark, according to Ruiz.').cueLemma, 'accord');
    assert.equal(only('Ruiz denies that it was dark.').cueLemma, 'deny');
    assert.equal(only('Ana Ruiz: It was dark there all the time.').cueLemma, 'colon');
  });
});
