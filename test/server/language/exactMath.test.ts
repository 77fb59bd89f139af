import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {exp, log, raise} from '../../../server/src/language/exactMath.js';

/** Numbers from tiny to huge, spread evenly over their powers. */
function* numbers(): Generator<number> {
  for (let n = -1074; n < 1024; n += 1.37) yield 2 ** n;
}

const near = (found: number, wanted: number, within: number): void =>
  assert.ok(Math.abs(found - wanted) <= within * Math.abs(wanted), `${found} for ${wanted}`);

describe('arithmetic that is the same everywhere', () => {
  it('is as near as the engine’s own', () => {
    for (let x = -707.9; x < 709.7; x += 0.0173) near(exp(x), Math.exp(x), 4e-16);
    for (const x of numbers()) near(log(x), Math.log(x), 7e-16);
    for (let x = 0.5; x < 2; x += 1.7e-4) near(log(x), Math.log(x), 7e-16);
    for (let x = 0.001; x < 50; x *= 1.01) near(raise(x, 1.3), x ** 1.3, 4e-15);
  });

  it('has the bits that it always had', () => {
    const bits = (x: number): string =>
      Buffer.from(new Float64Array([x]).buffer)
        .reverse()
        .toString('hex');
    assert.deepEqual(
      [-0.1, -1.3, -7.77, 2.5].map((x) => bits(exp(x))),
      ['3fecf46d99d52b3a', '3fd17129308ce281', '3f3bab902c420358', '40285d6fd931e0bb'],
    );
    assert.deepEqual(
      [0.05, 0.9, 3.3, 1e9].map((x) => bits(log(x))),
      ['c007f7427b73e391', 'bfbaf8e8210a415c', '3ff31a4e7240c777', '4034b927f32bffb8'],
    );
  });

  it('takes what lies outside', () => {
    assert.deepEqual([0, -0, 710, -709, Number.NEGATIVE_INFINITY].map(exp), [1, 1, Infinity, 0, 0]);
    assert.deepEqual([1, 0, Infinity].map(log), [0, -Infinity, Infinity]);
    assert.ok([log(-1), log(Number.NaN), exp(Number.NaN)].every(Number.isNaN));
    assert.equal(raise(0, 1.3), 0);
  });

  it('is what the engine uses', () => {
    const inexact = /\bMath\.(?:a?(?:sin|cos|tan)h?|atan2|cbrt|exp|expm1|log|log1p|log2|log10|pow)\(/;
    const source = fileURLToPath(new URL('../../../server/src', import.meta.url));
    const users = readdirSync(source, {recursive: true, encoding: 'utf8'}).filter(
      (path) => path.endsWith('.ts') && inexact.test(readFileSync(join(source, path), 'utf8')),
    );
    assert.deepEqual(users, []);
  });
});
