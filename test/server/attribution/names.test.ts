import assert from 'node:assert/strict';
import type {SourceKind} from '../../../server/src/attribution/mention.js';
import {mention, mentionsIn} from './reading.js';

describe('names', () => {
  const kinds: readonly (readonly [string, string, string, SourceKind])[] = [
    ['Amina Diallo said it was over.', 'Amina Diallo', 'Amina Diallo', 'person'],
    ['Dr. Jin Park said it was over.', 'Dr. Jin Park', 'Jin Park', 'person'],
    ['Police Chief Tom Reyes said it was over.', 'Police Chief Tom Reyes', 'Tom Reyes', 'person'],
    ['Prime Minister Ana Brnabic said it was over.', 'Prime Minister Ana Brnabic', 'Ana Brnabic', 'person'],
    ['J.D. Okafor said it was over.', 'J.D. Okafor', 'J.D. Okafor', 'person'],
    ['Ludwig van der Berg said it was over.', 'Ludwig van der Berg', 'Ludwig van der Berg', 'person'],
    ['The Bank of Ghana said it was over.', 'The Bank of Ghana', 'Bank of Ghana', 'organisation'],
    ['The Health Ministry said it was over.', 'The Health Ministry', 'Health Ministry', 'organisation'],
    ['General Motors said it was over.', 'General Motors', 'General Motors', 'organisation'],
    ['The FBI said it was over.', 'The FBI', 'FBI', 'organisation'],
    ['Reuters said it was over.', 'Reuters', 'Reuters', 'organisation'],
    ['Kenya said it was over.', 'Kenya', 'Kenya', 'organisation'],
    ['Harbour Trust Ltd said it was over.', 'Harbour Trust Ltd', 'Harbour Trust Ltd', 'organisation'],
    [
      'The University of Leeds said it was over.',
      'The University of Leeds',
      'University of Leeds',
      'organisation',
    ],
  ];
  for (const [text, whole, name, kind] of kinds) {
    it(`${whole} is ${kind === 'person' ? 'a person' : 'an organisation'} called ${name}`, () => {
      const found = mention(text, whole);
      assert.equal(found.name, name);
      assert.equal(found.kind, kind);
      assert.equal(found.standing, 'named');
      assert.equal(text.slice(found.head.start, found.head.end), name);
    });
  }

  it('are none for offices and groups, whatever their capitals', () => {
    for (const [text, words] of [
      ['The Attorney General said it was over.', 'The Attorney General'],
      ['The Prime Minister said it was over.', 'The Prime Minister'],
      ['Critics said it was over.', 'Critics'],
      ['Officials said it was over.', 'Officials'],
      ['Sources said it was over.', 'Sources'],
    ] as const) {
      const found = mention(text, words);
      assert.equal(found.name, null, words);
      assert.notEqual(found.standing, 'named', words);
    }
  });

  it('are set apart from the role in front of them', () => {
    assert.equal(mention('Union leader Kofi Addo said no.', 'Union leader Kofi Addo').role, 'Union leader');
    assert.equal(
      mention('Kremlin spokesman Ivan Petrov said no.', 'Kremlin spokesman Ivan Petrov').role,
      'Kremlin spokesman',
    );
  });

  it('are no days and no months', () => {
    for (const text of ['On Tuesday it rained.', 'In March the mill closed.', 'Monday was calm.']) {
      assert.deepEqual(
        mentionsIn(text).filter(({name}) => name !== null),
        [],
        text,
      );
    }
  });
});
