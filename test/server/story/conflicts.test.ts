import assert from 'node:assert/strict';
import {body, type Call, named, readDraft, type Speech, unnamed} from './tables.js';

const pairs = (text: string, calls: readonly Call[], speeches: readonly Speech[]) => {
  const story = readDraft(text, calls, speeches);
  const label = (id: string | null) => story.sources.find((source) => source.id === id)?.label;
  return story.conflicts.map(({claimSourceId, denialSourceId}) => [
    label(claimSourceId),
    label(denialSourceId),
  ]);
};

describe('who denies whom', () => {
  it('pairs a promise with the denial that it was given', () => {
    assert.deepEqual(
      pairs(
        'The palace said that President Vera Toth has not guaranteed Otto Lang that the fleet would stay home.\n\nThis comes after a Danish official said Toth had made the promise during talks with Lang.',
        [
          body('The palace', 'Palace'),
          named('Vera Toth'),
          named('Otto Lang'),
          unnamed('a Danish official', 'official'),
        ],
        [
          {
            by: 0,
            verb: 'said',
            what: 'that President Vera Toth has not guaranteed Otto Lang that the fleet would stay home',
          },
          {by: 3, verb: 'said#2', what: 'Toth had made the promise during talks with Lang'},
        ],
      ),
      [['a Danish official', 'the Palace']],
    );
  });

  it('pairs "denied" with what it speaks of, and "denied the claim" with the last thing said', () => {
    assert.deepEqual(
      pairs(
        'Farmers said the army burned the granary in Asmar.\n\nThe army denied burning the granary.',
        [
          unnamed('Farmers', 'farmer', {plural: true, kind: 'group', determiner: 'bare'}),
          body('The army', null, {headLemma: 'army'}),
        ],
        [
          {by: 0, verb: 'said', what: 'the army burned the granary in Asmar'},
          {by: 1, verb: 'denied', what: 'burning the granary', cueLemma: 'deny'},
        ],
      ),
      [['farmers', 'the army']].map(([claim, denial]) => [claim === 'farmers' ? 'Farmers' : claim, denial]),
    );
    assert.deepEqual(
      pairs(
        'Ana Ruiz said the bank hid its losses. The bank denied the allegation.',
        [named('Ana Ruiz'), body('The bank', null, {headLemma: 'bank'})],
        [
          {by: 0, verb: 'said', what: 'the bank hid its losses'},
          {by: 1, verb: 'denied', what: 'the allegation', cueLemma: 'deny'},
        ],
      ),
      [['Ana Ruiz', 'the bank']],
    );
  });

  it('finds none where two people speak of other things, agree, or one speaks twice', () => {
    const calls = [named('Ana Ruiz'), named('Bo Lind')];
    const say = (one: string, other: string, by: number) =>
      pairs(`Ana Ruiz said ${one}. Bo Lind said ${other}.`, calls, [
        {by: 0, verb: 'said', what: one},
        {by, verb: 'said#2', what: other},
      ]);
    assert.deepEqual(
      say('the Elmford bridge was safe', 'the council in Elmford had not paid its staff', 1),
      [],
    );
    assert.deepEqual(say('the Elmford bridge was not inspected', 'Elmford had not inspected it', 1), []);
    assert.deepEqual(
      say('the city had paid Elmford for the bridge', 'the city had not paid Elmford for the bridge', 0),
      [],
    );
    assert.deepEqual(
      say('the city had paid Elmford for the bridge', 'the city had not paid Elmford for the bridge', 1),
      [['Ana Ruiz', 'Bo Lind']],
    );
  });
});
