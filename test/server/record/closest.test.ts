import assert from 'node:assert/strict';
import {closest} from '../../../server/src/record/closest.js';

describe('the closest word', () => {
  const words = ['error', 'warning', 'information', 'hint', 'off', 'anon-official', 'vague-group'];

  it('is the one that was probably meant', () => {
    for (const [written, meant] of [
      ['eror', 'error'],
      ['wraning', 'warning'],
      ['of', 'off'],
      ['Anon_Official', 'anon-official'],
      ['anonofficial', 'anon-official'],
      ['vague-groups', 'vague-group'],
    ]) {
      assert.equal(closest(written as string, words), meant);
    }
  });

  it('is nothing where nothing is close', () => {
    for (const written of ['', 'loud', 'x', 'stat-unattributed', 'h'.repeat(10_000)]) {
      assert.equal(closest(written, words), null, written.slice(0, 20));
    }
  });
});
