import assert from 'node:assert/strict';
import fc from 'fast-check';
import {Places} from '../../../../server/src/attribution/model/places.js';

describe('places for keys', () => {
  it('are given to one key at a time, and kept by those of the last turns', () => {
    const turns = fc.array(fc.array(fc.nat(40), {maxLength: 5}), {maxLength: 60});
    fc.assert(
      fc.property(turns, (all) => {
        const places = new Places(12, 2);
        const kept = new Map<number, number>();
        let last: ReadonlyMap<number, number> = new Map();
        for (const keys of all) {
          places.nextTurn();
          const now = new Map<number, number>();
          for (const key of keys) {
            const found = places.find(key);
            if (found !== undefined) assert.equal(found, kept.get(key), 'the place that it was given');
            const before = now.get(key) ?? last.get(key);
            if (before !== undefined) assert.equal(found, before, 'not forgotten so soon');
            const place = found ?? places.take(key);
            for (const [other, taken] of kept) if (taken === place && other !== key) kept.delete(other);
            kept.set(key, place);
            now.set(key, place);
          }
          for (const key of kept.keys()) {
            const others = [...now].filter(([other, place]) => other !== key && place === kept.get(key));
            assert.deepEqual(others, []);
          }
          last = now;
        }
      }),
    );
  });

  it('are given anew in the order in which they were given', () => {
    const places = new Places(3, 1);
    const turn = (key: number): number => {
      places.nextTurn();
      return places.find(key) ?? places.take(key);
    };
    assert.deepEqual([1, 2, 3, 4, 5].map(turn), [0, 1, 2, 0, 1]);
    assert.equal(places.find(1), undefined);
    assert.equal(places.find(3), 2);
  });

  it('are kept for a round more by what was asked for again', () => {
    const places = new Places(3, 1);
    for (const key of [1, 2, 3, 1, 4]) {
      places.nextTurn();
      if (places.find(key) === undefined) places.take(key);
    }
    assert.deepEqual(
      [1, 2, 3, 4].map((key) => places.find(key)),
      [0, undefined, 2, 1],
    );
  });
});
