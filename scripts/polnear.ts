/** Reads a part of PolNeAR (brat standoff) and scores attributions against it, by the corpus's usual measures. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import type {Span} from '../server/src/draft/block.js';

export const labels = ['source', 'cue', 'content'] as const;
export type Label = (typeof labels)[number];
export type Parts = Readonly<Record<Label, readonly Span[]>>;

/** Offsets are UTF-16 code units, end exclusive. */
export interface GoldArticle {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly Parts[];
}

export interface Predicted {
  readonly attributions: readonly Parts[];
  readonly sentences: readonly Span[];
}

/** The articles of a folder with `text/` and `attributions/`, by name; of several annotators the first counts. */
export function readPolnear(folder: string): readonly GoldArticle[] {
  const first = new Map<string, string>();
  for (const file of readdirSync(join(folder, 'attributions')).sort()) {
    const name = file.slice(0, Math.max(0, file.lastIndexOf('_')));
    if (file.endsWith('.ann') && !first.has(name)) first.set(name, file);
  }
  const articles: GoldArticle[] = [];
  for (const [name, file] of first) {
    const path = join(folder, 'text', `${name}.txt`);
    if (!existsSync(path)) continue;
    const text = readFileSync(path, 'utf8');
    const annotations = readFileSync(join(folder, 'attributions', file), 'utf8');
    articles.push({name, text, attributions: readBrat(annotations, codeUnits(text))});
  }
  return articles;
}

/** Code point offset to code unit offset. */
function codeUnits(text: string): (point: number) => number {
  const units: number[] = [];
  let at = 0;
  for (const c of text) {
    units.push(at);
    at += c.length;
  }
  return (point) => units[point] ?? text.length;
}

function readBrat(annotations: string, unit: (point: number) => number): readonly Parts[] {
  const spans = new Map<string, readonly Span[]>();
  const found: Parts[] = [];
  const lines = annotations.split('\n').map((line) => line.split('\t'));
  for (const [id = '', value] of lines) {
    if (!/^T\d+$/.test(id) || value === undefined) continue;
    const pieces = value.slice(value.indexOf(' ') + 1).split(';');
    spans.set(
      id,
      pieces.map((piece) => {
        const [start = 0, end = 0] = piece.split(' ').map(Number);
        return {start: unit(start), end: unit(end)};
      }),
    );
  }
  for (const [id = '', value] of lines) {
    if (!/^E\d+$/.test(id) || value === undefined) continue;
    const parts: Record<Label, Span[]> = {source: [], cue: [], content: []};
    for (const part of value.split(/\s+/)) {
      const [role = '', target = ''] = part.split(':');
      const label = role.replace(/\d+$/, '').toLowerCase();
      if (label in parts) parts[label as Label].push(...(spans.get(target) ?? []));
    }
    if (parts.content.length > 0 || parts.cue.length > 0) found.push(parts);
  }
  return found;
}

const token = /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu;
const wordStart = /^[\p{L}\p{N}_]/u;

const speechWords = new Set(
  `say says said saying tell tells told telling add adds added adding ask asks asked asking write writes wrote written
writing tweet tweets tweeted tweeting note notes noted noting argue argues argued arguing claim claims claimed claiming
announce announces announced announcing report reports reported reporting explain explains explained explaining declare
declares declared acknowledge acknowledges acknowledged admit admits admitted insist insists insisted insisting suggest
suggests suggested suggesting state states stated stating warn warns warned warning call calls called calling describe
describes described describing accuse accuses accused accusing criticize criticizes criticized praise praised urge urges
urged reply replies replied respond responds responded recall recalls recalled conclude concludes concluded predict
predicts predicted allege alleges alleged confirm confirms confirmed deny denies denied promise promises promised vow
vows vowed pledge pledges pledged cite cites cited citing declined read reads mention mentions mentioned complain
complains complained joke joked remark remarked testify testified recount recounted quote quoted according`.split(
    /\s+/,
  ),
);

/** Whether an attribution is speech or quotation rather than a thought or an attitude. */
export function isSpeech({cue, content}: Parts, text: string): boolean {
  const words = cue
    .map(({start, end}) => text.slice(start, end))
    .join(' ')
    .toLowerCase();
  if (words.match(/[a-z']+/g)?.some((word) => speechWords.has(word))) return true;
  return content.some(({start, end}) => /["\u201c\u201d]/.test(text.slice(Math.max(0, start - 1), end + 1)));
}

/** [precision, recall, F1] in percent, to one decimal. */
export type Triple = readonly [number, number, number];

export interface Figures {
  readonly articles: number;
  readonly source: {readonly token: Triple; readonly exact: Triple};
  readonly cue: {readonly token: Triple; readonly exact: Triple};
  readonly content: {readonly token: Triple; readonly exact: Triple};
  readonly relation: Triple;
  readonly sentence: Triple;
  readonly speech: Triple;
  readonly unsourced: {readonly f1: number; readonly kappa: number};
}

/** Which gold attributions were found, and how many predictions matched none; per article, for the tables. */
export interface Judged {
  readonly found: readonly boolean[];
  readonly unmatched: readonly number[];
}

const union = (sets: readonly ReadonlySet<number>[]): Set<number> => {
  const all = new Set<number>();
  for (const set of sets) for (const one of set) all.add(one);
  return all;
};

/** Adds up articles; `figures` gives what the corpus's scorer prints for them. */
export class Scorer {
  private articles = 0;
  private readonly token: Record<Label, number[]> = {source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0]};
  private readonly exact: Record<Label, number[]> = {source: [0, 0, 0], cue: [0, 0, 0], content: [0, 0, 0]};
  private readonly relation = [0, 0, 0];
  private readonly sentence = [0, 0, 0];
  private readonly speech = [0, 0, 0, 0];
  private readonly unsourced = [0, 0, 0, 0];

  add({text, attributions: gold}: Pick<GoldArticle, 'text' | 'attributions'>, predicted: Predicted): Judged {
    const tokens: Span[] = [...text.matchAll(token)].map(({0: word, index}) => ({
      start: index,
      end: index + word.length,
    }));
    const cover = coverer(tokens);
    const trim = (covered: ReadonlySet<number>): string => {
      const sorted = [...covered].sort((a, b) => a - b);
      const isWord = (i: number): boolean => wordStart.test(text.slice(tokens[i]!.start, tokens[i]!.end));
      while (sorted.length > 0 && !isWord(sorted[0]!)) sorted.shift();
      while (sorted.length > 0 && !isWord(sorted.at(-1)!)) sorted.pop();
      return sorted.join(' ');
    };
    const covered = (all: readonly Parts[]): Record<Label, Set<number>>[] =>
      all.map(({source, cue, content}) => ({
        source: cover(source),
        cue: cover(cue),
        content: cover(content),
      }));
    const g = covered(gold);
    const p = covered(predicted.attributions);
    const goldSpeech = gold.map((one) => isSpeech(one, text));
    const predictedSpeech = predicted.attributions.map((one) => isSpeech(one, text));
    this.articles++;
    for (const label of labels) {
      const gs = union(g.map((one) => one[label]));
      const ps = union(p.map((one) => one[label]));
      count(this.token[label], common(gs, ps), ps.size, gs.size);
      const ge = new Set(g.map((one) => trim(one[label])).filter((key) => key !== ''));
      const pe = new Set(p.map((one) => trim(one[label])).filter((key) => key !== ''));
      count(this.exact[label], common(ge, pe), pe.size, ge.size);
    }
    const used = new Set<number>();
    const hit = new Set<number>();
    for (const [k, q] of p.entries()) {
      let best = -1;
      let most = 0;
      for (const [i, one] of g.entries()) {
        const all = new Set([...q.content, ...one.content]).size;
        if (used.has(i) || all === 0) continue;
        const jaccard = common(q.content, one.content) / all;
        const same = one.source.size === 0 || common(one.source, q.source) > 0;
        if (jaccard >= 0.5 && same && (best < 0 || jaccard > most)) {
          best = i;
          most = jaccard;
        }
      }
      if (best >= 0) {
        used.add(best);
        hit.add(k);
      }
    }
    count(this.relation, hit.size, p.length, g.length);
    count(
      this.speech,
      [...hit].filter((k) => predictedSpeech[k]).length,
      predictedSpeech.filter(Boolean).length,
      [...used].filter((i) => goldSpeech[i]).length,
      goldSpeech.filter(Boolean).length,
    );
    const goldContent = union(g.map(({content}) => content));
    const predictedContent = union(p.map(({content}) => content));
    const goldSaid = union(g.filter((_, i) => goldSpeech[i]).map(({content}) => content));
    const predictedSaid = union(p.filter((_, k) => predictedSpeech[k]).map(({content}) => content));
    for (const sentence of predicted.sentences) {
      const within = cover([sentence]);
      const inGold = common(within, goldContent) > 0;
      const inPredicted = common(within, predictedContent) > 0;
      count(this.sentence, Number(inGold && inPredicted), Number(inPredicted), Number(inGold));
      const cell = 2 * Number(common(within, goldSaid) > 0) + Number(common(within, predictedSaid) > 0);
      this.unsourced[cell] = (this.unsourced[cell] ?? 0) + 1;
    }
    return {found: gold.map((_, i) => used.has(i)), unmatched: [...p.keys()].filter((k) => !hit.has(k))};
  }

  figures(): Figures {
    const both = (label: Label): {token: Triple; exact: Triple} => ({
      token: triple(this.token[label]),
      exact: triple(this.exact[label]),
    });
    const [sp = 0, sq = 0, sr = 0, sg = 0] = this.speech;
    const precision = sq ? sp / sq : 0;
    const recall = sg ? sr / sg : 0;
    const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0;
    const [a = 0, b = 0, c = 0, d = 0] = this.unsourced;
    const all = a + b + c + d;
    const chance = all ? ((a + b) * (a + c) + (d + b) * (d + c)) / all / all : 0;
    return {
      articles: this.articles,
      source: both('source'),
      cue: both('cue'),
      content: both('content'),
      relation: triple(this.relation),
      sentence: triple(this.sentence),
      speech: [percent(precision), percent(recall), percent(f1)],
      unsourced: {
        f1: percent((2 * a) / Math.max(1, 2 * a + b + c)),
        kappa: all && chance < 1 ? percent(((a + d) / all - chance) / (1 - chance)) : 0,
      },
    };
  }
}

/** Indices of the tokens that spans touch, by binary search. */
function coverer(tokens: readonly Span[]): (spans: readonly Span[]) => Set<number> {
  return (spans) => {
    const found = new Set<number>();
    for (const {start, end} of spans) {
      let low = 0;
      let high = tokens.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (tokens[middle]!.end <= start) low = middle + 1;
        else high = middle;
      }
      for (let i = low; i < tokens.length && tokens[i]!.start < end; i++) found.add(i);
    }
    return found;
  };
}

const common = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number => {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared++;
  return shared;
};

function count(counts: number[], ...more: number[]): void {
  for (const [i, one] of more.entries()) counts[i] = (counts[i] ?? 0) + one;
}

const percent = (share: number): number => Math.round(share * 1000) / 10;

function triple([hit = 0, predicted = 0, gold = 0]: readonly number[]): Triple {
  const p = predicted ? hit / predicted : 0;
  const r = gold ? hit / gold : 0;
  return [percent(p), percent(r), percent(p + r ? (2 * p * r) / (p + r) : 0)];
}
