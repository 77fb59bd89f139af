import {type Kernel, weightPlace} from './kernel.js';

const f = Math.fround;
const round = 12582912;
const top = 16383;

/** The kernel without WebAssembly: the same numbers as server/assembly/kernel.ts to the last bit, more slowly. */
export function plainKernel(bytes: number): Kernel {
  const buffer = new ArrayBuffer(Math.ceil(bytes / 16) * 16);
  const floats = new Float32Array(buffer);
  const shorts = new Int16Array(buffer);
  return {
    buffer,
    quantise(x, q, scale, rows, width, norm) {
      for (let r = 0; r < rows; r++) {
        const from = (x >> 2) + r * width;
        const to = (q >> 1) + r * width;
        const lanes = [0, 0, 0, 0];
        let largest = 0;
        for (let k = 0; k < width; k++) {
          const v = floats[from + k] as number;
          if (Math.abs(v) > largest) largest = Math.abs(v);
          lanes[k & 3] = f((lanes[k & 3] as number) + f(v * v));
        }
        const [a, b, c, d] = lanes as [number, number, number, number];
        const sum = f(f(a + b) + f(c + d));
        const shrink = norm ? f(1 / f(Math.sqrt(f(f(sum / width) + f(0.00001))))) : 1;
        const factor = largest > 0 ? f(top / largest) : 0;
        floats[(scale >> 2) + r] = f(f(largest / top) * shrink);
        for (let k = 0; k < width; k++) {
          shorts[to + k] = f(f(f((floats[from + k] as number) * factor) + round) - round);
        }
      }
    },
    linear(q, qScale, w, wScale, bias, y, rows, width, outs) {
      for (let o = 0; o < outs; o++) {
        const weight = w >> 1;
        const by = floats[(wScale >> 2) + o] as number;
        const add = floats[(bias >> 2) + o] as number;
        for (let r = 0; r < rows; r++) {
          const x = (q >> 1) + r * width;
          let sum = 0;
          for (let k = 0; k < width; k++) {
            sum += (shorts[weight + weightPlace(o, k, width)] as number) * (shorts[x + k] as number);
          }
          const scale = f((floats[(qScale >> 2) + r] as number) * by);
          floats[(y >> 2) + r * outs + o] = f(f(f(sum) * scale) + add);
        }
      }
    },
    recur(gates, x, rows, width) {
      const half = width >> 1;
      for (let k = 0; k < width; k++) {
        let memory = 0;
        for (let t = 0; t < rows; t++) {
          const r = k >= half ? rows - 1 - t : t;
          const at = (gates >> 2) + r * width * 3 + k;
          const keep = gate(floats[at + width] as number);
          memory = f(f(keep * memory) + f(f(1 - keep) * (floats[at] as number)));
          const to = (x >> 2) + r * width + k;
          floats[to] = f((floats[to] as number) + f(gate(floats[at + 2 * width] as number) * memory));
        }
      }
    },
  };
}

const gate = (v: number): number => f(0.5 + f(0.5 * f(v / f(1 + Math.abs(v)))));
