import assert from 'node:assert/strict';
import {type Kernel, wasmKernel, weightPlace} from '../../../../server/src/attribution/model/kernel.js';
import {plainKernel} from '../../../../server/src/attribution/model/plain.js';

const rows = 14;
const width = 96;
const outs = 32;
const at = {
  x: 0,
  q: 32_768,
  qScale: 65_536,
  w: 70_000 - (70_000 % 16),
  wScale: 120_000,
  bias: 121_600,
  y: 131_072,
};

/** Numbers that look random and are the same each time. */
function* noise(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    yield state / 2 ** 31;
  }
}

function fill(kernel: Kernel): void {
  const next = noise(7);
  const floats = (from: number, count: number, scale: number): void => {
    const array = new Float32Array(kernel.buffer, from, count);
    for (let i = 0; i < count; i++) array[i] = next.next().value * scale;
  };
  floats(at.x, rows * width, 3);
  // A row of nothing, and one with a single large number.
  new Float32Array(kernel.buffer, at.x, width).fill(0);
  new Float32Array(kernel.buffer, at.x + 4 * width, width).fill(0)[5] = 1e4;
  const weights = new Int16Array(kernel.buffer, at.w, outs * width);
  for (let i = 0; i < weights.length; i++) weights[i] = Math.round(next.next().value * 127);
  floats(at.wScale, outs, 0.01);
  floats(at.bias, outs, 1);
}

/** Everything in the memory after all three loops have run. */
function run(kernel: Kernel): Uint8Array {
  fill(kernel);
  kernel.quantise(at.x, at.q, at.qScale, rows, width, 1);
  kernel.linear(at.q, at.qScale, at.w, at.wScale, at.bias, at.y, rows, width, outs);
  const gates = new Float32Array(kernel.buffer, at.y + 16_384, rows * width * 3);
  const next = noise(11);
  for (let i = 0; i < gates.length; i++) gates[i] = next.next().value * 8;
  kernel.recur(at.y + 16_384, at.x, rows, width);
  return new Uint8Array(kernel.buffer, 0, at.y + 65_536).slice();
}

describe('the tagger’s inner loops', () => {
  it('give the same bits in WebAssembly and in plain JavaScript', () => {
    const wasm = wasmKernel(262_144);
    assert.ok(wasm, 'this Node has WebAssembly with SIMD');
    assert.deepEqual(run(wasm), run(plainKernel(262_144)));
  });

  it('quantise to within half a step', () => {
    const kernel = plainKernel(262_144);
    fill(kernel);
    kernel.quantise(at.x, at.q, at.qScale, rows, width, 0);
    const x = new Float32Array(kernel.buffer, at.x, rows * width);
    const q = new Int16Array(kernel.buffer, at.q, rows * width);
    const scale = new Float32Array(kernel.buffer, at.qScale, rows);
    for (let i = 0; i < x.length; i++) {
      const step = scale[Math.floor(i / width)]!;
      assert.ok(Math.abs(x[i]! - q[i]! * step) <= step * 0.51, `number ${i}`);
    }
  });

  it('multiply as doubles would', () => {
    const kernel = plainKernel(262_144);
    fill(kernel);
    kernel.quantise(at.x, at.q, at.qScale, rows, width, 0);
    kernel.linear(at.q, at.qScale, at.w, at.wScale, at.bias, at.y, rows, width, outs);
    const [x, w] = [new Float32Array(kernel.buffer, at.x), new Int16Array(kernel.buffer, at.w)];
    const [scale, bias] = [
      new Float32Array(kernel.buffer, at.wScale),
      new Float32Array(kernel.buffer, at.bias),
    ];
    const y = new Float32Array(kernel.buffer, at.y);
    for (let r = 2; r < rows; r++) {
      for (let o = 0; o < outs; o++) {
        let sum = 0;
        for (let k = 0; k < width; k++) sum += x[r * width + k]! * w[weightPlace(o, k, width)]! * scale[o]!;
        assert.ok(Math.abs(y[r * outs + o]! - sum - bias[o]!) < 0.01, `row ${r}, output ${o}`);
      }
    }
  });
});
