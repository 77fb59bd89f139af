import file from './weights.json' with {type: 'json'};

/** A matrix of eight-bit weights, one row an output, with the scale of each row. */
export interface Matrix {
  readonly weight: Int8Array;
  readonly scale: Float32Array;
  readonly rows: number;
  readonly width: number;
}

export interface Layer extends Matrix {
  readonly bias: Float32Array;
}

/** What training/ wrote. Tables of features are [value][width] in one array. */
export interface Weights {
  readonly width: number;
  readonly pieces: readonly string[];
  readonly pieceVectors: Matrix;
  readonly enter: Layer;
  readonly pos: Float32Array;
  readonly shape: Float32Array;
  readonly quote: Float32Array;
  readonly first: Float32Array;
  readonly layers: readonly Layer[];
  /** Tags, then what content and a cue ask of a partner, what a partner answers, and how likely none is. */
  readonly heads: Layer;
  /** Score of a link by distance, for content and for sources: 2 * reach + 1 numbers each. */
  readonly far: readonly [Float32Array, Float32Array];
}

interface Tensor {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly at: number;
}

let loaded: Weights | undefined;

/** The weights, unpacked at the first call: some milliseconds that no start has to wait for. */
export function loadWeights(): Weights {
  loaded ??= unpack();
  return loaded;
}

function unpack(): Weights {
  const bytes = fromBase64(file.data);
  const tensors = new Map<string, Tensor>(file.tensors.map((tensor) => [tensor.name, tensor]));
  const find = (name: string): Tensor => {
    const tensor = tensors.get(name);
    if (!tensor) throw new Error(`The model file lacks ${name}.`);
    return tensor;
  };
  const size = ({shape}: Tensor): number => shape.reduce((a, b) => a * b, 1);
  const floats = (name: string): Float32Array => {
    const tensor = find(name);
    return new Float32Array(bytes.buffer, tensor.at, size(tensor));
  };
  const matrix = (name: string): Matrix => {
    const tensor = find(`${name}.weight`);
    const [rows = 0, width = 0] = tensor.shape;
    return {
      weight: new Int8Array(bytes.buffer, tensor.at, size(tensor)),
      scale: floats(`${name}.scale`),
      rows,
      width,
    };
  };
  const layer = (name: string): Layer => ({...matrix(name), bias: floats(`${name}.bias`)});
  const far = floats('far');
  return {
    width: file.width,
    pieces: file.pieces.split(' '),
    pieceVectors: matrix('pieces'),
    enter: layer('enter'),
    pos: floats('pos'),
    shape: floats('shape'),
    quote: floats('quote'),
    first: floats('first'),
    layers: Array.from({length: file.layers}, (_, k) => layer(`layer${k}`)),
    heads: layer('heads'),
    far: [far.subarray(0, far.length / 2), far.subarray(far.length / 2)],
  };
}

/** Bytes of base64, in every engine. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
