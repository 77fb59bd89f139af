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
      // One instruction, where max, which minds NaN and the sign of 0, is a chain of them.
      top = f32x4.pmax(top, f32x4.abs(v));
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

/** What `linear` gives of four outputs of one row. */
function scaled(sum: v128, scale: v128, by: usize, add: usize): v128 {
  return f32x4.add(f32x4.mul(f32x4.convert_i32x4_s(sum), f32x4.mul(scale, v128.load(by))), v128.load(add));
}

/**
 * y = x W + bias for quantised rows: W is [outs / 16][width / 2][16][2] in 16 bits, with one scale an output.
 * @param rows a multiple of 2 (the host pads)
 * @param outs a multiple of 16 (the host pads)
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
  const next = outs << 2;
  for (let o = 0; o < outs; o += 16) {
    let x = q;
    let to = y + (o << 2);
    for (let r = 0; r < rows; r += 2) {
      let a0 = i32x4.splat(0);
      let a1 = i32x4.splat(0);
      let a2 = i32x4.splat(0);
      let a3 = i32x4.splat(0);
      let b0 = i32x4.splat(0);
      let b1 = i32x4.splat(0);
      let b2 = i32x4.splat(0);
      let b3 = i32x4.splat(0);
      let at = w;
      let other = x + line;
      // Two numbers of each row, against those of sixteen outputs.
      for (const end = other; x < end; x += 4, other += 4, at += 64) {
        const one = v128.load32_splat(x);
        const two = v128.load32_splat(other);
        const w0 = v128.load(at);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(w0, one));
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(w0, two));
        const w1 = v128.load(at, 16);
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(w1, one));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(w1, two));
        const w2 = v128.load(at, 32);
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(w2, one));
        b2 = i32x4.add(b2, i32x4.dot_i16x8_s(w2, two));
        const w3 = v128.load(at, 48);
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(w3, one));
        b3 = i32x4.add(b3, i32x4.dot_i16x8_s(w3, two));
      }
      x = other;
      const first = v128.load32_splat(qScale + (r << 2));
      v128.store(to, scaled(a0, first, wScale, bias));
      v128.store(to, scaled(a1, first, wScale + 16, bias + 16), 16);
      v128.store(to, scaled(a2, first, wScale + 32, bias + 32), 32);
      v128.store(to, scaled(a3, first, wScale + 48, bias + 48), 48);
      to += next;
      const second = v128.load32_splat(qScale + (r << 2), 4);
      v128.store(to, scaled(b0, second, wScale, bias));
      v128.store(to, scaled(b1, second, wScale + 16, bias + 16), 16);
      v128.store(to, scaled(b2, second, wScale + 32, bias + 32), 32);
      v128.store(to, scaled(b3, second, wScale + 48, bias + 48), 48);
      to += next;
    }
    w += line << 4;
    wScale += 64;
    bias += 64;
  }
}

function gate(v: v128): v128 {
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  return f32x4.add(half, f32x4.mul(half, f32x4.div(v, f32x4.add(one, f32x4.abs(v)))));
}

/** One step of four channels of `recur`: shows the memory in x and returns the new one. */
function step(memory: v128, at: usize, width: i32, to: usize): v128 {
  const keep = gate(v128.load(at + (width << 2)));
  const now = f32x4.add(f32x4.mul(keep, memory), f32x4.mul(f32x4.sub(f32x4.splat(1), keep), v128.load(at)));
  v128.store(to, f32x4.add(v128.load(to), f32x4.mul(gate(v128.load(at + (width << 3))), now)));
  return now;
}

/**
 * One recurrent layer: from gates [rows][3 width] (input, keep, show) adds to x [rows][width]. The first half of the
 * channels runs forward, the second backward. Half the width is a multiple of 16: four chains at a time.
 */
export function recur(gates: usize, x: usize, rows: i32, width: i32): void {
  const half = width >> 1;
  const line = width * 12;
  for (let k = 0; k < width; k += 16) {
    const back = k >= half;
    let m0 = f32x4.splat(0);
    let m1 = f32x4.splat(0);
    let m2 = f32x4.splat(0);
    let m3 = f32x4.splat(0);
    for (let t = 0; t < rows; t++) {
      const r = back ? rows - 1 - t : t;
      const at = gates + r * line + (k << 2);
      const to = x + ((r * width + k) << 2);
      m0 = step(m0, at, width, to);
      m1 = step(m1, at + 16, width, to + 16);
      m2 = step(m2, at + 32, width, to + 32);
      m3 = step(m3, at + 48, width, to + 48);
    }
  }
}
