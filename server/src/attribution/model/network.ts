import {exp, log} from '../../language/exactMath.js';
import type {BlockWords} from '../../language/read.js';
import type {Token} from '../../language/token.js';
import {type BlockFeatures, posId} from './features.js';
import {type Kernel, makeKernel} from './kernel.js';
import {Cutter} from './pieces.js';
import type {Layer, Weights} from './weights.js';
import {longestWindow} from './windows.js';

export const tagCount = 7;
const linkWidth = 32;
const reach = 32;
/** Offsets of what the heads give in one row: see `Weights.heads`. */
const askAt = tagCount;
const answerAt = askAt + 2 * linkWidth;
const noneAt = answerAt + 2 * linkWidth;

/** What the network says of one window of tokens. Links are worked out when they are asked for. */
export interface Scores {
  readonly count: number;
  /** [token][tag]: outside, then begin and inside of source, cue and content; logarithms of probabilities. */
  readonly tags: Float64Array;
  /**
   * How likely the content from token `first` to `last` belongs to the cue that begins with each token: the mean over
   * at most `asked` of its tokens, spread evenly. What is missing from a sum of one: to none.
   */
  contentLink(first: number, last: number, asked: number): Float64Array;
  /** Score of the source that begins with token `j`, for the cue that begins with token `i`; `j` = `count`: of none. */
  sourceLink(i: number, j: number): number;
  /** What to take from such a score to make it the logarithm of a probability. */
  sourceTotal(i: number): number;
}

interface Placed {
  readonly weight: number;
  readonly scale: number;
  readonly bias: number;
  readonly width: number;
  readonly outs: number;
}

/** The tagger's network with its memory. One at a time: a call overwrites what the call before left. */
export class Network {
  private readonly kernel: Kernel;
  private readonly cutter: Cutter;
  private readonly enter: Placed;
  private readonly layers: readonly Placed[];
  private readonly heads: Placed;
  private readonly input: number;
  private readonly x: number;
  private readonly q: number;
  private readonly qScale: number;
  private readonly out: number;

  /** @param make builds the kernel; for tests */
  constructor(
    private readonly weights: Weights,
    make: (bytes: number) => Kernel = makeKernel,
  ) {
    const {width, enter, layers, heads} = weights;
    const rows = longestWindow;
    let bytes = 0;
    const take = (size: number): number => {
      const at = bytes;
      bytes += Math.ceil(size / 16) * 16;
      return at;
    };
    const place = (layer: Layer): Placed => {
      const outs = Math.ceil(layer.rows / 4) * 4;
      return {
        weight: take(2 * outs * layer.width),
        scale: take(4 * outs),
        bias: take(4 * outs),
        width: layer.width,
        outs,
      };
    };
    this.enter = place(enter);
    this.layers = layers.map(place);
    this.heads = place(heads);
    this.input = take(4 * rows * enter.width);
    this.x = take(4 * rows * width);
    this.q = take(2 * rows * width);
    this.qScale = take(4 * rows);
    this.out = take(4 * rows * Math.max(...[...this.layers, this.heads].map(({outs}) => outs)));
    this.kernel = make(bytes);
    this.fill(this.enter, enter);
    for (const [k, layer] of layers.entries()) this.fill(this.layers[k] as Placed, layer);
    this.fill(this.heads, heads);
    this.cutter = new Cutter(weights.pieces);
  }

  /**
   * Scores tokens `first` to `last` of a block, at most `longestWindow` of them.
   * @param features of all tokens of the block
   */
  read(words: BlockWords, first: number, last: number, features: BlockFeatures): Scores {
    const {kernel, weights} = this;
    const {width} = weights;
    const count = Math.min(last - first, longestWindow);
    // Rows are worked off by twos.
    const rows = count + (count & 1);
    this.embed(words.tokens, first, count);
    const x = new Float32Array(kernel.buffer, this.x, rows * width);
    this.apply(this.enter, this.input, this.x, rows, 0);
    for (let i = 0; i < count; i++) {
      const token = words.tokens[first + i] as Token;
      const pos = posId(token) * width;
      const shape = this.cutter.cut(token.text).shape * width;
      const quote = (features.quote[first + i] as number) * width;
      const starts = i === 0 || features.opens[first + i] === 1 ? width : 0;
      for (let k = 0, at = i * width; k < width; k++, at++) {
        x[at] =
          (x[at] as number) +
          (weights.pos[pos + k] as number) +
          (weights.shape[shape + k] as number) +
          (weights.quote[quote + k] as number) +
          (weights.first[starts + k] as number);
      }
    }
    for (const layer of this.layers) {
      this.apply(layer, this.x, this.out, rows, 1);
      kernel.recur(this.out, this.x, count, width);
    }
    this.apply(this.heads, this.x, this.out, rows, 1);
    return this.scores(count);
  }

  /** Mean vector of each token's pieces. */
  private embed(tokens: readonly Token[], first: number, count: number): void {
    const {weight, scale, width} = this.weights.pieceVectors;
    const input = new Float32Array(this.kernel.buffer, this.input, count * width);
    input.fill(0);
    for (let i = 0; i < count; i++) {
      const {pieces} = this.cutter.cut((tokens[first + i] as Token).text);
      for (const piece of pieces) {
        const by = (scale[piece] as number) / pieces.length;
        for (let k = 0, from = piece * width, to = i * width; k < width; k++, from++, to++) {
          input[to] = (input[to] as number) + (weight[from] as number) * by;
        }
      }
    }
  }

  private apply(layer: Placed, from: number, to: number, rows: number, norm: number): void {
    const {kernel, q, qScale} = this;
    kernel.quantise(from, q, qScale, rows, layer.width, norm);
    kernel.linear(q, qScale, layer.weight, layer.scale, layer.bias, to, rows, layer.width, layer.outs);
  }

  private fill(placed: Placed, layer: Layer): void {
    const {buffer} = this.kernel;
    new Int16Array(buffer, placed.weight, layer.weight.length).set(layer.weight);
    new Float32Array(buffer, placed.scale, layer.rows).set(layer.scale);
    new Float32Array(buffer, placed.bias, layer.rows).set(layer.bias);
  }

  private scores(count: number): Scores {
    const {outs} = this.heads;
    const out = new Float32Array(this.kernel.buffer, this.out, count * outs).slice();
    const tags = new Float64Array(count * tagCount);
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < tagCount; k++) tags[i * tagCount + k] = out[i * outs + k] as number;
      toLogs(tags.subarray(i * tagCount, (i + 1) * tagCount));
    }
    const score = (which: 0 | 1, i: number, j: number): number => {
      if (j === count) return out[i * outs + noneAt + which] as number;
      const far = Math.max(-reach, Math.min(reach, j - i)) + reach;
      const asks = i * outs + askAt + which * linkWidth;
      const answers = j * outs + answerAt + which * linkWidth;
      return dot(out, asks, answers) / Math.sqrt(linkWidth) + (this.weights.far[which][far] as number);
    };
    const scoresOf = (which: 0 | 1, i: number, row: Float64Array): number => {
      let top = Number.NEGATIVE_INFINITY;
      for (let j = 0; j <= count; j++) {
        const one = score(which, i, j);
        row[j] = one;
        if (one > top) top = one;
      }
      return top;
    };
    const row = new Float64Array(count + 1);
    return {
      count,
      tags,
      contentLink: (first, last, asked) => {
        const mean = new Float64Array(count);
        const step = Math.ceil((last - first) / asked);
        const rows = Math.ceil((last - first) / step);
        for (let i = first; i < last; i += step) {
          const top = scoresOf(0, i, row);
          let sum = 0;
          for (let j = 0; j <= count; j++) {
            const share = exp((row[j] as number) - top);
            row[j] = share;
            sum += share;
          }
          const by = 1 / (sum * rows);
          for (let j = 0; j < count; j++) mean[j] = (mean[j] as number) + (row[j] as number) * by;
        }
        return mean;
      },
      sourceLink: (i, j) => score(1, i, j),
      sourceTotal: (i) => {
        const top = scoresOf(1, i, row);
        let sum = 0;
        for (const one of row) sum += exp(one - top);
        return top + log(sum);
      },
    };
  }
}

/** Of two vectors of `linkWidth` numbers; in four sums, which need not wait for one another. */
function dot(numbers: Float32Array, a: number, b: number): number {
  let p = 0;
  let q = 0;
  let r = 0;
  let s = 0;
  for (let k = 0; k < linkWidth; k += 4) {
    p += (numbers[a + k] as number) * (numbers[b + k] as number);
    q += (numbers[a + k + 1] as number) * (numbers[b + k + 1] as number);
    r += (numbers[a + k + 2] as number) * (numbers[b + k + 2] as number);
    s += (numbers[a + k + 3] as number) * (numbers[b + k + 3] as number);
  }
  return p + q + (r + s);
}

/** Scores to logarithms of probabilities, in place. */
function toLogs(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let sum = 0;
  for (const score of scores) sum += exp(score - top);
  const total = top + log(sum);
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] as number) - total;
}
