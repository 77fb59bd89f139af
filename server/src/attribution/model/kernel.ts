import {kernelBase64} from './kernel.generated.js';
import {plainKernel} from './plain.js';
import {fromBase64} from './weights.js';

/**
 * The network's inner loops over one memory. Addresses are in bytes and multiples of 16; widths are multiples of 8.
 * What each does stands in server/assembly/kernel.ts.
 */
export interface Kernel {
  readonly buffer: ArrayBuffer;
  quantise(x: number, q: number, scale: number, rows: number, width: number, norm: number): void;
  linear(
    q: number,
    qScale: number,
    w: number,
    wScale: number,
    bias: number,
    y: number,
    rows: number,
    width: number,
    outs: number,
  ): void;
  recur(gates: number, x: number, rows: number, width: number): void;
}

/** Outputs that `linear` works out at a time. */
export const outsAtATime = 16;

/** Where the weight from input `k` to output `o` lies in the matrix that `linear` takes. */
export const weightPlace = (o: number, k: number, width: number): number =>
  (o - (o % outsAtATime)) * width + (k >> 1) * 2 * outsAtATime + (o % outsAtATime) * 2 + (k & 1);

const pageSize = 65_536;

/** A kernel with `bytes` of memory: WebAssembly with SIMD where the engine has it, plain JavaScript elsewhere. */
export function makeKernel(bytes: number): Kernel {
  return wasmKernel(bytes) ?? plainKernel(bytes);
}

/** Null where there is no WebAssembly, no SIMD in it, or a policy that forbids it. */
export function wasmKernel(bytes: number): Kernel | null {
  try {
    const memory = new WebAssembly.Memory({initial: Math.ceil(bytes / pageSize)});
    const compiled = new WebAssembly.Module(fromBase64(kernelBase64));
    const {exports} = new WebAssembly.Instance(compiled, {env: {memory}});
    const {quantise, linear, recur} = exports as unknown as Omit<Kernel, 'buffer'>;
    return {buffer: memory.buffer, quantise, linear, recur};
  } catch {
    return null;
  }
}
