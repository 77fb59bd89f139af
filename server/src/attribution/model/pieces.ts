import {shapeOf} from './features.js';

/** Most pieces of one word. */
const most = 6;
const longestPiece = 24;
const runs = /[a-z0-9]+|[^a-z0-9\s]/gu;
const combining = /\p{Mn}/gu;
/** Words remembered; when it is full, all are forgotten, so that odd text cannot fill the memory. */
const remembered = 20_000;

/** A written word as the model takes it. */
export interface CutWord {
  /** Its own; two words never have the same. */
  readonly id: number;
  /** Ids of its pieces, the longest first from the left; 0 for what no piece covers. Never empty. */
  readonly pieces: readonly number[];
  /** See `shapeOf`. */
  readonly shape: number;
}

/** Cuts words into the pieces that the model knows. training/onrecord_training/pieces.py does the very same. */
export class Cutter {
  private readonly index: Map<string, number>;
  private known = new Map<string, CutWord>();
  private ids = 0;

  constructor(pieces: readonly string[]) {
    this.index = new Map(pieces.map((piece, i) => [piece, i]));
  }

  cut(word: string): CutWord {
    let known = this.known.get(word);
    if (!known) {
      known = {id: this.ids++, pieces: this.fresh(word), shape: shapeOf(word)};
      if (this.known.size >= remembered) this.known = new Map();
      this.known.set(word, known);
    }
    return known;
  }

  private fresh(word: string): readonly number[] {
    const plain = word.toLowerCase().normalize('NFD').replace(combining, '');
    const ids: number[] = [];
    for (const [run] of plain.matchAll(runs)) {
      for (let at = 0; at < run.length && ids.length < most; ) {
        const [id, end] = this.longest(run, at);
        ids.push(id);
        if (end === at) break;
        at = end;
      }
      if (ids.length >= most) break;
    }
    return ids.length > 0 ? ids : [0];
  }

  private longest(run: string, at: number): [id: number, end: number] {
    for (let end = Math.min(run.length, at + longestPiece); end > at; end--) {
      const id = this.index.get((at > 0 ? '##' : '') + run.slice(at, end));
      if (id !== undefined) return [id, end];
    }
    return [0, at];
  }
}
