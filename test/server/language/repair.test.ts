import assert from 'node:assert/strict';
import {readWords} from '../../../server/src/language/read.js';

const posOf = (text: string, word: string): string | undefined =>
  readWords(text).tokens.find((token) => token.text === word)?.pos;

describe('parts of speech after repair', () => {
  it('takes plural subjects with a clause behind for what speaks', () => {
    for (const [text, word] of [
      ['Scientists claim the lake is dying.', 'claim'],
      ['Some say the bridge is unsafe.', 'say'],
      ['Villagers fear the dam will burst.', 'fear'],
      ['Critics doubt the plan will work.', 'doubt'],
      ['Union leaders warn that jobs will go.', 'warn'],
    ] as const) {
      assert.equal(posOf(text, word), 'VERB', text);
    }
  });

  it('leaves nouns alone', () => {
    for (const [text, word] of [
      ['The claim was false.', 'claim'],
      ['She read the report.', 'report'],
      ['Their fear of floods grew.', 'fear'],
      ['The state paid for it.', 'state'],
      ['The club said its hope was gone.', 'hope'],
    ] as const) {
      assert.equal(posOf(text, word), 'NOUN', text);
    }
  });

  it('takes no verb behind a preposition', () => {
    assert.equal(posOf('The deal is dead, according to sources.', 'sources'), 'NOUN');
  });

  it('knows the verbs of every other sentence', () => {
    assert.equal(posOf('Ruiz said so.', 'said'), 'VERB');
    assert.equal(posOf('Ruiz told the court.', 'told'), 'VERB');
    assert.equal(posOf('A person familiar with the talks left.', 'familiar'), 'ADJ');
  });

  it('takes an opening word for a name where only somebody can stand', () => {
    for (const text of [
      'Young said the bridge was safe.',
      'Jolly told the court so.',
      'Young, who was there, said no.',
    ])
      assert.equal(readWords(text).tokens[0]?.pos, 'PROPN', text);
    for (const text of ['Also said to be there was Ruiz.', 'When asked, Ruiz said no.'])
      assert.notEqual(readWords(text).tokens[0]?.pos, 'PROPN', text);
  });

  it('finds what somebody does behind the name that opens a sentence', () => {
    for (const [text, word] of [
      ['Ruiz approaches it with care.', 'approaches'],
      ['Ms. Ruiz visits schools in spring.', 'visits'],
      ['Ruiz talks about growing up in Elmford, and how glad he is.', 'talks'],
    ] as const)
      assert.equal(posOf(text, word), 'VERB', text);
    for (const [text, word] of [
      ['Ruiz officials in doubt.', 'officials'],
      ['Ruiz rallies in spring', 'rallies'],
      ['Ruiz supporters the mayor met said no.', 'supporters'],
    ] as const)
      assert.equal(posOf(text, word), 'NOUN', text);
  });
});
