/**
 * The tagger's inner loops, in AssemblyScript for WebAssembly with SIMD. The host owns the memory and gives addresses
 * in bytes; every array begins at a multiple of 16 and every width is a multiple of 8. `plain.ts` computes the same
 * numbers, to the last bit, where there is no SIMD: change both together.
 */

/** Adding and taking it away rounds a small float to the nearest integer, ties to even. */
const ROUND: f32 = 12582912.0;
/** Largest magnitude of a quantised activation: 127 * 16383 * width stays within 32 bits. */
const TOP: f32 = 16383.0;

/**
 * Quantises rows of floats to 16 bits with one scale a row.
 * @param norm 1 to bring each row to a mean square of one first
 */
export function quantise(x: usize, q: usize, scale: usize, rows: i32, width: i32, norm: i32): void {
  for (let r = 0; r < rows; r++) {
    let top = f32x4.splat(0);
    let squares = f32x4.splat(0);
    for (let k = 0; k < width; k += 4) {
      const v = v128.load(x + (k << 2));
      top = f32x4.max(top, f32x4.abs(v));
      squares = f32x4.add(squares, f32x4.mul(v, v));
    }
    const largest = max(
      max(f32x4.extract_lane(top, 0), f32x4.extract_lane(top, 1)),
      max(f32x4.extract_lane(top, 2), f32x4.extract_lane(top, 3)),
    );
    const sum =
      f32x4.extract_lane(squares, 0) +
      f32x4.extract_lane(squares, 1) +
      (f32x4.extract_lane(squares, 2) + f32x4.extract_lane(squares, 3));
    const shrink: f32 = norm ? 1.0 / sqrt<f32>(sum / <f32>width + 0.00001) : 1.0;
    const factor: f32 = largest > 0 ? TOP / largest : 0;
    store<f32>(scale + (r << 2), (largest / TOP) * shrink);
    const by = f32x4.splat(factor);
    const round = f32x4.splat(ROUND);
    for (let k = 0; k < width; k += 8) {
      const a = f32x4.sub(f32x4.add(f32x4.mul(v128.load(x + (k << 2)), by), round), round);
      const b = f32x4.sub(f32x4.add(f32x4.mul(v128.load(x + (k << 2) + 16), by), round), round);
      v128.store(q + (k << 1), i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(a), i32x4.trunc_sat_f32x4_s(b)));
    }
    x += width << 2;
    q += width << 1;
  }
}

/** Sum of the four lanes. */
function total(v: v128): f32 {
  return <f32>(
    (i32x4.extract_lane(v, 0) +
      i32x4.extract_lane(v, 1) +
      i32x4.extract_lane(v, 2) +
      i32x4.extract_lane(v, 3))
  );
}

/**
 * y = x W + bias for quantised rows: W is [outs][width] in 16 bits, with one scale an output.
 * @param rows a multiple of 4 (the host pads)
 */
export function linear(
  q: usize,
  qScale: usize,
  w: usize,
  wScale: usize,
  bias: usize,
  y: usize,
  rows: i32,
  width: i32,
  outs: i32,
): void {
  const line = width << 1;
  const out = outs << 2;
  for (let o = 0; o < outs; o++) {
    const weight = w + o * line;
    const by = load<f32>(wScale + (o << 2));
    const add = load<f32>(bias + (o << 2));
    for (let r = 0; r < rows; r += 4) {
      let s0 = i32x4.splat(0);
      let s1 = i32x4.splat(0);
      let s2 = i32x4.splat(0);
      let s3 = i32x4.splat(0);
      const x = q + r * line;
      for (let k = 0; k < line; k += 16) {
        const one = v128.load(weight + k);
        s0 = i32x4.add(s0, i32x4.dot_i16x8_s(one, v128.load(x + k)));
        s1 = i32x4.add(s1, i32x4.dot_i16x8_s(one, v128.load(x + line + k)));
        s2 = i32x4.add(s2, i32x4.dot_i16x8_s(one, v128.load(x + 2 * line + k)));
        s3 = i32x4.add(s3, i32x4.dot_i16x8_s(one, v128.load(x + 3 * line + k)));
      }
      const to = y + r * out + (o << 2);
      const scale = qScale + (r << 2);
      store<f32>(to, total(s0) * (load<f32>(scale) * by) + add);
      store<f32>(to + out, total(s1) * (load<f32>(scale + 4) * by) + add);
      store<f32>(to + 2 * out, total(s2) * (load<f32>(scale + 8) * by) + add);
      store<f32>(to + 3 * out, total(s3) * (load<f32>(scale + 12) * by) + add);
    }
  }
}

function gate(v: v128): v128 {
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, f32x4.div(v, f32x4.add(one, f32x4.abs(v)))));
}

/**
 * One recurrent layer: from gates [rows][3 width] (input, keep, show) adds to x [rows][width]. The first half of the
 * channels runs forward, the second backward.
 */
export function recur(gates: usize, x: usize, rows: i32, width: i32): void {
  const half = width >> 1;
  const one = f32x4.splat(1);
  const line = width * 12;
  for (let k = 0; k < width; k += 4) {
    const back = k >= half;
    let memory = f32x4.splat(0);
    for (let t = 0; t < rows; t++) {
      const r = back ? rows - 1 - t : t;
      const at = gates + r * line + (k << 2);
      const keep = gate(v128.load(at + (width << 2)));
      memory = f32x4.add(f32x4.mul(keep, memory), f32x4.mul(f32x4.sub(one, keep), v128.load(at)));
      const to = x + ((r * width + k) << 2);
      v128.store(to, f32x4.add(v128.load(to), f32x4.mul(gate(v128.load(at + (width << 3))), memory)));
    }
  }
}
