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

/** What the network says of one window of tokens; every number is a natural logarithm of a probability. */
export interface Scores {
  readonly count: number;
  /** [token][tag]: outside, then begin and inside of source, cue and content. */
  readonly tags: Float64Array;
  /** That content token `i` belongs to the cue that begins with each token; the last number: to none. */
  contentLink(i: number): Float64Array;
  /** That the cue that begins with token `i` has the source that begins with each token; the last number: none. */
  sourceLink(i: number): Float64Array;
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
    const link = (which: 0 | 1, i: number): Float64Array => {
      const far = this.weights.far[which];
      const asks = i * outs + askAt + which * linkWidth;
      const found = new Float64Array(count + 1);
      for (let j = 0; j < count; j++) {
        const answers = j * outs + answerAt + which * linkWidth;
        let sum = 0;
        for (let k = 0; k < linkWidth; k++) sum += (out[asks + k] as number) * (out[answers + k] as number);
        const apart = Math.max(-reach, Math.min(reach, j - i)) + reach;
        found[j] = sum / Math.sqrt(linkWidth) + (far[apart] as number);
      }
      found[count] = out[i * outs + noneAt + which] as number;
      toLogs(found);
      return found;
    };
    return {count, tags, contentLink: (i) => link(0, i), sourceLink: (i) => link(1, i)};
  }
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
