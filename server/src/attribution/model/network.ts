import {exp, log} from '../../language/exactMath.js';
import type {BlockWords} from '../../language/read.js';
import type {Token} from '../../language/token.js';
import {type BlockFeatures, posCount, posId, quoteStateCount} from './features.js';
import {type Kernel, makeKernel, outsAtATime, weightPlace} from './kernel.js';
import {Cutter, type CutWord} from './pieces.js';
import {Places} from './places.js';
import type {Layer, Weights} from './weights.js';
import {longestWindow} from './windows.js';

export const tagCount = 7;
const linkWidth = 32;
const linkScale = Math.sqrt(linkWidth);
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

/** A layer in the kernel's memory. */
interface Placed {
  readonly weight: number;
  readonly scale: number;
  readonly bias: number;
  readonly width: number;
  readonly outs: number;
}

/** All that the network is told of one token. */
interface Input {
  readonly word: CutWord;
  readonly pos: number;
  readonly quote: number;
  readonly opens: number;
  /** The same for the same of these, and only then. */
  readonly key: number;
}

/** Windows whose scores are remembered. */
const windowsRemembered = 8;
/** Rows that are remembered as they enter the first layer: some 3 KB each, of words that a story uses again and again. */
const rowsRemembered = 3072;
/** Windows in a row that find the rows of the one before again: a paragraph of several, read at each keystroke. */
const turnsRemembered = 4;

/** The tagger's network with its memory, which saves time and never shows in what it says. */
export class Network {
  private readonly recent: {readonly inputs: readonly Input[]; readonly scores: Scores}[] = [];
  private readonly places = new Places(rowsRemembered, turnsRemembered);
  private readonly kernel: Kernel;
  private readonly floats: Float32Array;
  private readonly width: number;
  private readonly cutter: Cutter;
  private readonly enter: Placed;
  private readonly layers: readonly Placed[];
  private readonly heads: Placed;
  private readonly input: number;
  private readonly x: number;
  private readonly q: number;
  private readonly qScale: number;
  private readonly out: number;
  private readonly begun: number;
  private readonly gates: number;

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
      const outs = Math.ceil(layer.rows / outsAtATime) * outsAtATime;
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
    this.begun = take(4 * rowsRemembered * width);
    this.gates = take(4 * rowsRemembered * 3 * width);
    this.width = width;
    this.kernel = make(bytes);
    this.floats = new Float32Array(this.kernel.buffer);
    this.fill(this.enter, enter);
    for (const [k, layer] of layers.entries()) this.fill(this.layers[k] as Placed, layer);
    this.fill(this.heads, heads);
    this.cutter = new Cutter(weights.pieces);
  }

  /**
   * Scores tokens `first` to `last` of a block, at most `longestWindow` of them. What it was asked a moment ago it
   * answers with the same object: a space more, or a letter taken back, tells it nothing new.
   * @param features of all tokens of the block
   */
  read(words: BlockWords, first: number, last: number, features: BlockFeatures): Scores {
    const inputs = this.inputs(words.tokens, first, Math.min(last - first, longestWindow), features);
    const known = this.recent.find((one) => sameInputs(one.inputs, inputs));
    if (known) return known.scores;
    const scores = this.score(inputs);
    this.recent.unshift({inputs, scores});
    this.recent.length = Math.min(this.recent.length, windowsRemembered);
    return scores;
  }

  /** All that the network is told of each token. */
  private inputs(
    tokens: readonly Token[],
    first: number,
    count: number,
    {quote, opens}: BlockFeatures,
  ): readonly Input[] {
    const inputs: Input[] = [];
    for (let i = first; i < first + count; i++) {
      const token = tokens[i] as Token;
      inputs.push(
        inputOf(
          this.cutter.cut(token.text),
          posId(token),
          quote[i] as number,
          i === first ? 1 : (opens[i] as number),
        ),
      );
    }
    return inputs;
  }

  private score(inputs: readonly Input[]): Scores {
    const {floats, width} = this;
    const count = inputs.length;
    // Rows are worked off by twos.
    const rows = count + (count & 1);
    for (const [i, place] of this.beginnings(inputs).entries()) {
      floats.copyWithin(at(this.x, i, width), at(this.begun, place, width), at(this.begun, place + 1, width));
      const gates = 3 * width;
      floats.copyWithin(
        at(this.out, i, gates),
        at(this.gates, place, gates),
        at(this.gates, place + 1, gates),
      );
    }
    for (const [k, layer] of this.layers.entries()) {
      if (k > 0) this.apply(layer, this.x, this.out, rows, 1);
      this.kernel.recur(this.out, this.x, count, width);
    }
    this.apply(this.heads, this.x, this.out, rows, 1);
    return this.scores(count);
  }

  /**
   * Where each token's row is as it enters the first layer, and its gates there: neither knows yet of the tokens beside
   * it, so that both are remembered; the layers behind are all new with each change.
   */
  private beginnings(inputs: readonly Input[]): readonly number[] {
    const {floats, width, places} = this;
    places.nextTurn();
    const fresh: Input[] = [];
    const to: number[] = [];
    const found = inputs.map((input) => {
      let place = places.find(input.key);
      if (place === undefined) {
        place = places.take(input.key);
        fresh.push(input);
        to.push(place);
      }
      return place;
    });
    if (fresh.length === 0) return found;
    this.enterRows(fresh);
    this.apply(this.layers[0] as Placed, this.x, this.out, fresh.length + (fresh.length & 1), 1);
    for (const [i, place] of to.entries()) {
      floats.copyWithin(at(this.begun, place, width), at(this.x, i, width), at(this.x, i + 1, width));
      const gates = 3 * width;
      floats.copyWithin(at(this.gates, place, gates), at(this.out, i, gates), at(this.out, i + 1, gates));
    }
    return found;
  }

  /** The rows of some tokens: the mean vector of their pieces, brought to the network's width, and their features. */
  private enterRows(inputs: readonly Input[]): void {
    const {floats, width} = this;
    const {pieceVectors, pos, shape, quote, first} = this.weights;
    const narrow = pieceVectors.width;
    floats.fill(0, at(this.input, 0, narrow), at(this.input, inputs.length, narrow));
    for (const [i, {word}] of inputs.entries()) {
      const {pieces} = word;
      for (const piece of pieces) {
        const by = (pieceVectors.scale[piece] as number) / pieces.length;
        for (
          let k = 0, from = piece * narrow, to = at(this.input, i, narrow);
          k < narrow;
          k++, from++, to++
        ) {
          floats[to] = (floats[to] as number) + (pieceVectors.weight[from] as number) * by;
        }
      }
    }
    this.apply(this.enter, this.input, this.x, inputs.length + (inputs.length & 1), 0);
    for (const [i, one] of inputs.entries()) {
      for (let k = 0, to = at(this.x, i, width); k < width; k++, to++) {
        floats[to] =
          (floats[to] as number) +
          (pos[one.pos * width + k] as number) +
          (shape[one.word.shape * width + k] as number) +
          (quote[one.quote * width + k] as number) +
          (first[one.opens * width + k] as number);
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
    const weights = new Int16Array(buffer, placed.weight, placed.outs * layer.width);
    for (let o = 0, from = 0; o < layer.rows; o++) {
      // Two at a time, which lie side by side: at the start this takes a good part of the time.
      for (let k = 0, to = weightPlace(o, 0, layer.width); k < layer.width; k += 2, from += 2) {
        weights[to] = layer.weight[from] as number;
        weights[to + 1] = layer.weight[from + 1] as number;
        to += 2 * outsAtATime;
      }
    }
    new Float32Array(buffer, placed.scale, layer.rows).set(layer.scale);
    new Float32Array(buffer, placed.bias, layer.rows).set(layer.bias);
  }

  private scores(count: number): Scores {
    const {outs} = this.heads;
    // Wide floats: each is read many times, and would be widened each time.
    const out = new Float64Array(new Float32Array(this.kernel.buffer, this.out, count * outs));
    const tags = new Float64Array(count * tagCount);
    for (let i = 0; i < count; i++) {
      for (let k = 0; k < tagCount; k++) tags[i * tagCount + k] = out[i * outs + k] as number;
      toLogs(tags, i * tagCount, (i + 1) * tagCount);
    }
    const score = (which: 0 | 1, i: number, j: number): number => {
      if (j === count) return out[i * outs + noneAt + which] as number;
      const far = Math.max(-reach, Math.min(reach, j - i)) + reach;
      const asks = i * outs + askAt + which * linkWidth;
      const answers = j * outs + answerAt + which * linkWidth;
      return dot(out, asks, answers) / linkScale + (this.weights.far[which][far] as number);
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

/** Index of a row of floats in the memory. */
const at = (array: number, row: number, width: number): number => array / 4 + row * width;

const inputOf = (word: CutWord, pos: number, quote: number, opens: number): Input => ({
  word,
  pos,
  quote,
  opens,
  key: ((word.id * posCount + pos) * quoteStateCount + quote) * 2 + opens,
});

const sameInputs = (some: readonly Input[], others: readonly Input[]): boolean =>
  some.length === others.length && some.every(({key}, i) => key === (others[i] as Input).key);

/** Of two vectors of `linkWidth` numbers; in four sums, which need not wait for one another. */
function dot(numbers: Float64Array, a: number, b: number): number {
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
function toLogs(scores: Float64Array, first: number, last: number): void {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = first; i < last; i++) if ((scores[i] as number) > top) top = scores[i] as number;
  let sum = 0;
  for (let i = first; i < last; i++) sum += exp((scores[i] as number) - top);
  const total = top + log(sum);
  for (let i = first; i < last; i++) scores[i] = (scores[i] as number) - total;
}
