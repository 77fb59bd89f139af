import {exp, log} from '../../language/exactMath.js';
import {type Scores, tagCount} from './network.js';

/** Tokens `first` to `last`, end exclusive, of a window. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** One attribution as runs of tokens; cue and source may be missing. Without content it is a cue that holds none. */
export interface Decoded {
  readonly cue: Run | null;
  readonly source: Run | null;
  readonly content: readonly Run[];
  readonly confidence: number;
}

/** How sure a link must be to open a cue that the tags do not show, and for content to stay with one that they do. */
const newCue = 0.35;
const stay = 0.1;
/**
 * How sure for content to join another that its cue is surer of; one that is less sure has a cue of its own, more
 * often than not, which is opened from so sure on.
 */
const join = 0.65;
const ownCue = 0.05;
/** How sure a source that no cue took must be of the one that is left. */
const orphan = 0.05;

/** Tokens of one content that are asked for its cue: they agree, and a long quotation has hundreds. */
const mostAsked = 12;
/**
 * Added to the scores of the tags: a source missed costs more than one too many, and a content that is cut in two more
 * than one that runs on.
 */
const bias = [0, 0.5, 0.5, 0.2, 0.2, -0.9, -0.2];

const beginCue = 3;
const insideCue = 4;
/** Tag to kind: outside, source, cue, content. */
const kindOf = [0, 1, 1, 2, 2, 3, 3];
const never = -1e9;

/**
 * Scores to attributions: the likeliest legal tags, then each content to its cue and each cue to its source. The same
 * as training/onrecord_training/decode.py, where its thresholds were chosen; keep them alike.
 */
export function decode(scores: Scores): readonly Decoded[] {
  const tags = bestTags(scores);
  const [sources, cues, contents] = runsOf(tags);
  if (contents.length + cues.length === 0) return [];
  // 1 where a token is in a span.
  const taken = new Uint8Array(scores.count);
  for (const runs of [sources, cues, contents]) for (const {first, last} of runs) taken.fill(1, first, last);
  const wishes = contents.map((content) => wishOf(scores, content, cues, taken));
  const surest = cues.map((_, k) => Math.max(0, ...wishes.map(({to, most}) => (to === k ? most : 0))));
  const tagged = cues.length;
  const held: Run[][] = cues.map(() => []);
  const sure: number[][] = cues.map(() => []);
  const loose: Run[] = [];
  const give = (k: number, content: Run, link: number): void => {
    (held[k] as Run[]).push(content);
    (sure[k] as number[]).push(link);
  };
  const open = (first: number, content: Run, link: number): void => {
    const cue = cueAt(scores, first, taken);
    taken.fill(1, cue.first, cue.last);
    cues.push(cue);
    held.push([]);
    sure.push([]);
    give(cues.length - 1, content, link);
  };
  for (const {content, mass, free, ...wish} of wishes) {
    const opens = free >= 0 && taken[free] === 0 ? (mass[free] as number) : 0;
    // A cue may have been opened since.
    const {to, most} = likeliest(mass, cues, tagged, wish);
    if (opens > newCue && opens > most) open(free, content, opens);
    else if (to >= 0 && to < tagged && most < (surest[to] as number) && most < join) {
      if (opens > ownCue) open(free, content, opens);
      else loose.push(content);
    } else if (to >= 0 && most > stay) give(to, content, most);
    else loose.push(content);
  }
  const picks = pickSources(scores, cues, sources);
  const found: Decoded[] = [];
  for (const [k, cue] of cues.entries()) {
    const content = held[k] as Run[];
    const links = sure[k] as number[];
    const link = links.length > 0 ? links.reduce((a, b) => a + b, 0) / links.length : 1;
    found.push({
      cue,
      source: picks[k] ?? null,
      content,
      confidence: Math.min(1, cueProbability(scores, cue.first) * Math.min(1, link)),
    });
  }
  for (const content of loose) {
    found.push({cue: null, source: null, content: [content], confidence: 0.3});
  }
  return found;
}

/** Viterbi: the likeliest tags in which nothing goes on that has not begun. */
function bestTags({count, tags}: Scores): Uint8Array {
  let best = new Float64Array(tagCount);
  let next = new Float64Array(tagCount);
  const back = new Uint8Array(count * tagCount);
  for (let b = 0; b < tagCount; b++)
    best[b] = mayBegin(b) ? (tags[b] as number) + (bias[b] as number) : never;
  for (let i = 1; i < count; i++) {
    let top = 0;
    for (let a = 1; a < tagCount; a++) if ((best[a] as number) > (best[top] as number)) top = a;
    for (let b = 0; b < tagCount; b++) {
      const from = mayBegin(b) ? top : (best[b] as number) > (best[b - 1] as number) ? b : b - 1;
      next[b] = (best[from] as number) + (tags[i * tagCount + b] as number) + (bias[b] as number);
      back[i * tagCount + b] = from;
    }
    [best, next] = [next, best];
  }
  const found = new Uint8Array(count);
  let tag = best.indexOf(Math.max(...best));
  for (let i = count - 1; i >= 0; i--) {
    found[i] = tag;
    tag = back[i * tagCount + tag] as number;
  }
  return found;
}

/** Outside and the begin tags may follow anything; what is inside follows its begin tag, which is one less, or itself. */
const mayBegin = (tag: number): boolean => tag === 0 || tag % 2 === 1;

/** Runs of source, cue and content. */
function runsOf(tags: Uint8Array): readonly [Run[], Run[], Run[]] {
  const found: [Run[], Run[], Run[]] = [[], [], []];
  for (let i = 0; i < tags.length; ) {
    const kind = kindOf[tags[i] as number] as number;
    let last = i + 1;
    if (kind > 0) {
      while (last < tags.length && kindOf[tags[last] as number] === kind && (tags[last] as number) % 2 === 0)
        last++;
      (found[kind - 1] as Run[]).push({first: i, last});
    }
    i = last;
  }
  return found;
}

/** Where a content would go. */
interface Wish {
  readonly content: Run;
  /** How likely its cue begins with each token. */
  readonly mass: Float64Array;
  /** The likeliest of the tokens that no span has; -1 for none. */
  readonly free: number;
  /** The likeliest cue, -1 for none, and how likely it is. */
  readonly to: number;
  readonly most: number;
}

function wishOf(scores: Scores, content: Run, cues: readonly Run[], taken: Uint8Array): Wish {
  const mass = scores.contentLink(content.first, content.last, mostAsked);
  let free = -1;
  for (let j = 0; j < mass.length; j++) {
    if (taken[j] === 0 && (free < 0 || (mass[j] as number) > (mass[free] as number))) free = j;
  }
  return {content, mass, free, ...likeliest(mass, cues, 0, {to: -1, most: -1})};
}

/** The likeliest of the cues from index `from` on, or the one that is known already. */
function likeliest(
  mass: Float64Array,
  cues: readonly Run[],
  from: number,
  {to, most}: Pick<Wish, 'to' | 'most'>,
): Pick<Wish, 'to' | 'most'> {
  for (let k = from; k < cues.length; k++) {
    const {first, last} = cues[k] as Run;
    let sum = 0;
    for (let j = first; j < last; j++) sum += mass[j] as number;
    if (sum > most) {
      most = sum;
      to = k;
    }
  }
  return {to, most};
}

/** The likeliest extent of a cue that begins with a token. */
function cueAt({count, tags}: Scores, first: number, taken: Uint8Array): Run {
  let last = first + 1;
  while (last < count && taken[last] === 0) {
    let inside = true;
    for (let tag = 0; tag < tagCount; tag++) {
      if (
        tag !== insideCue &&
        (tags[last * tagCount + tag] as number) >= (tags[last * tagCount + insideCue] as number)
      ) {
        inside = false;
      }
    }
    if (!inside) break;
    last++;
  }
  return {first, last};
}

/** Each cue's source; a source that no cue took goes to the cue without one that would rather have it than none. */
function pickSources(scores: Scores, cues: readonly Run[], sources: readonly Run[]): (Run | null)[] {
  const used = new Set<Run>();
  const picks = cues.map(({first}) => {
    let pick: Run | null = null;
    let top = scores.sourceLink(first, scores.count);
    for (const source of sources) {
      const score = scores.sourceLink(first, source.first);
      if (score > top) {
        top = score;
        pick = source;
      }
    }
    if (pick) used.add(pick);
    return pick;
  });
  for (const source of sources) {
    if (used.has(source)) continue;
    let to = -1;
    let top = log(orphan);
    for (const [k, {first}] of cues.entries()) {
      if (picks[k] !== null) continue;
      const score = scores.sourceLink(first, source.first) - scores.sourceTotal(first);
      if (score > top) {
        top = score;
        to = k;
      }
    }
    if (to >= 0) picks[to] = source;
  }
  return picks;
}

/** Probability that a cue covers a token. */
const cueProbability = ({tags}: Scores, i: number): number =>
  exp(tags[i * tagCount + beginCue] as number) + exp(tags[i * tagCount + insideCue] as number);
