/**
 * `exp`, `log` and `raise` with the same bits in every JavaScript engine. The standard leaves those of `Math` to each
 * engine, and they differ in the last place from one version to the next; sums, products and quotients it fixes.
 */

/** The natural logarithm of 2: so short that its multiples are exact, and what is left of it. */
const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

const smallestPower = -1022;
/** 2 to every whole power that a normal number has. */
const powersOfTwo = new Float64Array(2046);
for (let n = 0, power = 1; n < 1024; n++, power *= 2) {
  powersOfTwo[n - smallestPower] = power;
  if (n <= -smallestPower) powersOfTwo[-n - smallestPower] = 1 / power;
}

/** e to the power of `x`; 0 where that would be less than a normal number can hold. */
export function exp(x: number): number {
  if (Number.isNaN(x)) return x;
  if (x > 709.7) return Number.POSITIVE_INFINITY;
  if (x < -708) return 0;
  const whole = Math.round(x / Math.LN2);
  const r = x - whole * ln2High - whole * ln2Low;
  // The series in pairs, which do not have to wait for one another.
  const r2 = r * r;
  const r4 = r2 * r2;
  const low = 1 / 2 + r * (1 / 6) + r2 * (1 / 24 + r * (1 / 120));
  const middle = 1 / 720 + r * (1 / 5040) + r2 * (1 / 40_320 + r * (1 / 362_880));
  const high = 1 / 3_628_800 + r * (1 / 39_916_800) + r2 * (1 / 479_001_600 + r * (1 / 6_227_020_800));
  const result = 1 + (r + r2 * (low + r4 * (middle + r4 * high)));
  // In two steps, since 2 to the power of 1024 is no number.
  return whole > 1023
    ? result * (powersOfTwo[whole - 1 - smallestPower] as number) * 2
    : result * (powersOfTwo[whole - smallestPower] as number);
}

const bits = new DataView(new ArrayBuffer(8));
const smallestNormal = 2.2250738585072014e-308;
const two54 = 18_014_398_509_481_984;

/** The natural logarithm. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  const subnormal = x < smallestNormal;
  bits.setFloat64(0, subnormal ? x * two54 : x);
  const word = bits.getUint32(0);
  let whole = (word >>> 20) - 1023 - (subnormal ? 54 : 0);
  // x is `mantissa`, between the root of a half and the root of 2, times 2 to the power of `whole`.
  bits.setUint32(0, (word & 0xfffff) | (1023 << 20));
  let mantissa = bits.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    whole++;
  }
  // ln m = 2 artanh s
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let series = 0;
  for (let n = 23; n > 1; n -= 2) series = square * (1 / n + series);
  return whole * ln2High + (whole * ln2Low + (2 * s + 2 * s * series));
}

/** `base`, which is not negative, to a power that is above 0. */
export const raise = (base: number, exponent: number): number => exp(exponent * log(base));
