import {type Scores, tagCount} from './network.js';

/** Tokens `first` to `last`, end exclusive, of a window. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** One attribution as runs of tokens; cue and source may be missing. */
export interface Decoded {
  readonly cue: Run | null;
  readonly source: Run | null;
  readonly content: readonly Run[];
  readonly confidence: number;
}

/** How sure a link must be to open a cue that the tags do not show, and for content to stay with one that they do. */
const newCue = 0.35;
const stay = 0.1;
/** How sure a source that no cue took must be of the one that is left. */
const orphan = 0.05;

/** Tokens of one content that are asked for its cue: they agree, and a long quotation has hundreds. */
const mostAsked = 12;
/** Added to the scores of the tags: a source missed costs more than one too many. */
const bias = [0, 0.5, 0.5, 0.2, 0.2, -0.9, -0.15];

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
  if (contents.length === 0) return [];
  const taken = new Set<number>();
  for (const {first, last} of [...sources, ...cues, ...contents]) {
    for (let i = first; i < last; i++) taken.add(i);
  }
  const held: Run[][] = cues.map(() => []);
  const sure: number[][] = cues.map(() => []);
  const loose: Run[] = [];
  for (const content of contents) {
    const mass = meanLink(scores, content);
    let best = 0;
    for (let j = 1; j < mass.length; j++) if ((mass[j] as number) > (mass[best] as number)) best = j;
    let to = -1;
    let most = -1;
    for (const [k, cue] of cues.entries()) {
      let sum = 0;
      for (let j = cue.first; j < cue.last; j++) sum += mass[j] as number;
      if (sum > most) {
        most = sum;
        to = k;
      }
    }
    const strongest = mass[best] as number;
    if (!taken.has(best) && strongest > newCue && strongest > most) {
      const cue = cueAt(scores, best, taken);
      for (let i = cue.first; i < cue.last; i++) taken.add(i);
      cues.push(cue);
      held.push([content]);
      sure.push([strongest]);
    } else if (to >= 0 && most > stay) {
      (held[to] as Run[]).push(content);
      (sure[to] as number[]).push(most);
    } else loose.push(content);
  }
  const picks = pickSources(scores, cues, sources);
  const found: Decoded[] = [];
  for (const [k, cue] of cues.entries()) {
    const content = held[k] as Run[];
    if (content.length === 0) continue;
    const links = sure[k] as number[];
    const link = links.reduce((a, b) => a + b, 0) / links.length;
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
    for (let b = 0; b < tagCount; b++) {
      let from = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let a = 0; a < tagCount; a++) {
        const score = (best[a] as number) + (mayBegin(b) || kindOf[a] === kindOf[b] ? 0 : never);
        if (score > top) {
          top = score;
          from = a;
        }
      }
      next[b] = top + (tags[i * tagCount + b] as number) + (bias[b] as number);
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

/** Outside and the begin tags may follow anything. */
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

/** Mean probability, over tokens spread through a content, that its cue begins with each token. */
function meanLink(scores: Scores, {first, last}: Run): Float64Array {
  const mass = new Float64Array(scores.count);
  const step = Math.ceil((last - first) / mostAsked);
  let asked = 0;
  for (let i = first; i < last; i += step, asked++) {
    const link = scores.contentLink(i);
    for (let j = 0; j < mass.length; j++) mass[j] = (mass[j] as number) + Math.exp(link[j] as number);
  }
  for (let j = 0; j < mass.length; j++) mass[j] = (mass[j] as number) / asked;
  return mass;
}

/** The likeliest extent of a cue that begins with a token. */
function cueAt({count, tags}: Scores, first: number, taken: ReadonlySet<number>): Run {
  let last = first + 1;
  while (last < count && !taken.has(last)) {
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
  const links = cues.map(({first}) => scores.sourceLink(first));
  const used = new Set<Run>();
  const picks = links.map((link) => {
    let pick: Run | null = null;
    let top = link[scores.count] as number;
    for (const source of sources) {
      const score = link[source.first] as number;
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
    let top = Math.log(orphan);
    for (const [k, link] of links.entries()) {
      if (picks[k] === null && (link[source.first] as number) > top) {
        top = link[source.first] as number;
        to = k;
      }
    }
    if (to >= 0) picks[to] = source;
  }
  return picks;
}

/** Probability that a cue covers a token. */
const cueProbability = ({tags}: Scores, i: number): number =>
  Math.exp(tags[i * tagCount + beginCue] as number) + Math.exp(tags[i * tagCount + insideCue] as number);
