import type {Attribution} from '../attribution/attribution.js';
import type {Span} from '../draft/block.js';
import type {Sentence, Token} from '../language/token.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';
import type {Hearsay} from './story.js';

const adverbs = new Set(['reportedly']);
/** Participles that report speech or belief when somebody is left out. */
const beliefs = new Set([
  'believed',
  'thought',
  'rumoured',
  'rumored',
  'understood',
  'feared',
  'presumed',
  'suspected',
  'assumed',
]);
const reports = new Set([
  'said',
  'reported',
  'claimed',
  'suggested',
  'alleged',
  'told',
  'hinted',
  'speculated',
  'mooted',
]);
const expectations = new Set([
  'expected',
  'considered',
  'regarded',
  'deemed',
  'tipped',
  'seen',
  'viewed',
  'perceived',
]);
const be = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', "'s", "'re", "'m"]);
/** After "feared", "believed": the state that is not known. */
const states = new Set(['dead', 'drowned', 'missing', 'trapped', 'lost', 'killed', 'alive']);
/** "said to police" is speech to somebody, whatever the tagger makes of it. */
const notSaid = new Set([
  'police',
  'parliament',
  'authorities',
  'reporters',
  'officials',
  'congress',
  'investors',
]);
const modals = new Set(['can', 'could', 'may', 'might', 'must', 'should', 'would', 'will']);
const notAgents = new Set([
  'now',
  'then',
  'early',
  'late',
  'mid',
  'next',
  'last',
  'far',
  'default',
  'accident',
  'mistake',
  'law',
  'sea',
  'road',
  'air',
  'train',
  'phone',
  'email',
  'end',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'spring',
  'summer',
  'autumn',
  'fall',
  'winter',
  'tomorrow',
  'nightfall',
  'noon',
  'midnight',
  'dawn',
  'dusk',
]);

/** Reports of speech or belief with nobody doing it. */
export function findHearsay(block: BlockAnalysis): readonly Hearsay[] {
  const {tokens} = block;
  const quoted = quotedTest(block);
  const sourced = sourcedBySentence(block);
  const found: Hearsay[] = [];
  block.sentences.forEach((sentence, index) => {
    let agent: Span | null | undefined;
    for (let i = sentence.first; i < sentence.last; i++) {
      const form = formAt(tokens, i, sentence);
      if (!form) continue;
      const span = {start: (tokens[form.first] as Token).start, end: (tokens[form.last] as Token).end};
      const own = form.form === 'adverb' ? null : byAgent(tokens, form.last, sentence);
      if (agent === undefined) agent = sentenceAgent(tokens, sentence, sourced.get(index) ?? [], span);
      found.push({
        start: span.start,
        end: span.end,
        sentence: index,
        form: form.form,
        agent: own ?? agent,
        quoted: quoted(span),
      });
      i = form.last;
    }
  });
  return found;
}

interface Form {
  readonly form: Hearsay['form'];
  readonly first: number;
  readonly last: number;
}

function formAt(tokens: readonly Token[], i: number, sentence: Sentence): Form | null {
  const token = tokens[i] as Token;
  if (adverbs.has(token.norm)) return {form: 'adverb', first: i, last: i};
  if (token.norm === 'rumoured' || token.norm === 'rumored')
    return passive(tokens, i, sentence) ?? {form: 'passive', first: i, last: i};
  if (!beliefs.has(token.norm) && !reports.has(token.norm) && !expectations.has(token.norm)) return null;
  return passive(tokens, i, sentence);
}

function passive(tokens: readonly Token[], i: number, {first, last}: Sentence): Form | null {
  const {norm} = tokens[i] as Token;
  const after = nextWord(tokens, i, last);
  const next = after < last ? (tokens[after] as Token).norm : '';
  const auxiliary = auxiliaryBefore(tokens, i, first);
  if (auxiliary < 0) {
    // "a man believed to be 40": the participle alone, after its noun.
    const before = i > first ? tokens[i - 1] : undefined;
    const reduced = norm === 'believed' || norm === 'rumoured' || norm === 'rumored' || norm === 'thought';
    const verb = after + 1 < last ? (tokens[after + 1] as Token).norm : '';
    if (!reduced || next !== 'to' || (verb !== 'be' && verb !== 'have')) return null;
    if (before?.pos !== 'NOUN' && before?.text !== ',' && before?.pos !== 'PROPN' && before?.pos !== 'ADV')
      return null;
    return {form: 'passive', first: i, last: after};
  }
  const negated = tokens.slice(auxiliary, i).some((token) => token.norm === "n't" || token.norm === 'not');
  if (negated) return null;
  const it = auxiliary > first && isExpletive(tokens, auxiliary, first);
  // "can be expected to", "to be considered": nobody is said to expect or consider.
  const helper = tokens[auxiliary - 1]?.norm;
  const finite = !(helper === 'to' || tokens.slice(auxiliary, i).some((token) => modals.has(token.norm)));
  if (expectations.has(norm) && !finite) return null;
  if (expectations.has(norm)) {
    if (next === 'to' && norm !== 'seen' && norm !== 'considered' && norm !== 'regarded')
      return {form: 'expectation', first: auxiliary, last: after};
    if (
      (norm === 'regarded' || norm === 'seen' || norm === 'viewed' || norm === 'perceived') &&
      next === 'as'
    ) {
      return {form: 'expectation', first: auxiliary, last: after};
    }
    const nextPos = tokens[after]?.pos;
    if ((norm === 'considered' || norm === 'deemed') && (nextPos === 'ADJ' || nextPos === 'DET'))
      return {form: 'expectation', first: auxiliary, last: i};
    return null;
  }
  if (it) {
    // "It is believed (that) …", "It was reported on Friday that …"; never "it was said to be", which falls below.
    if (next === 'that' || beliefs.has(norm) || thatFollows(tokens, after, last)) {
      if (next === 'as' || next === 'by')
        return next === 'by' ? {form: 'passive', first: subjectOf(tokens, auxiliary, first), last: i} : null;
      return {
        form: 'passive',
        first: subjectOf(tokens, auxiliary, first),
        last: next === 'that' || next === 'to' ? after : i,
      };
    }
  }
  if (next === 'to') {
    // "was reported to the police", "was said to her": to somebody, not to do something.
    const verb = tokens[after + 1];
    if (!verb || after + 1 >= last) return null;
    if (norm === 'told' || notSaid.has(verb.norm)) return null;
    if (norm === 'reported' && verb.lemma !== 'be' && verb.lemma !== 'have') return null;
    const infinitive =
      verb.pos === 'VERB' || verb.pos === 'AUX' || (verb.pos === 'ADV' && tokens[after + 2]?.pos === 'VERB');
    return infinitive ? {form: 'passive', first: auxiliary, last: after} : null;
  }
  if (next === 'by' && (beliefs.has(norm) || norm === 'said')) {
    return tokens.slice(after, Math.min(last, after + 10)).some((token) => token.norm === 'to')
      ? {form: 'passive', first: auxiliary, last: i}
      : null;
  }
  if (
    (norm === 'feared' || norm === 'believed' || norm === 'presumed' || norm === 'thought') &&
    states.has(next)
  ) {
    return {form: 'passive', first: auxiliary, last: after};
  }
  return null;
}

/** The form of "be" before a participle, over adverbs and "have been"; -1 when there is none. */
function auxiliaryBefore(tokens: readonly Token[], i: number, first: number): number {
  let at = i - 1;
  while (
    at >= first &&
    at > i - 6 &&
    ((tokens[at] as Token).pos === 'ADV' || (tokens[at] as Token).pos === 'PART') &&
    !be.has((tokens[at] as Token).norm)
  )
    at--;
  if (at < first || !be.has((tokens[at] as Token).norm)) return -1;
  while (at > first && ((tokens[at - 1] as Token).pos === 'AUX' || (tokens[at - 1] as Token).norm === 'been'))
    at--;
  return at;
}

function subjectOf(tokens: readonly Token[], auxiliary: number, first: number): number {
  let at = auxiliary - 1;
  while (at > first && (tokens[at] as Token).norm !== 'it') at--;
  return at;
}

function isExpletive(tokens: readonly Token[], auxiliary: number, first: number): boolean {
  for (let at = auxiliary - 1; at >= first && at >= auxiliary - 3; at--) {
    const {norm, pos} = tokens[at] as Token;
    if (norm === 'it') return true;
    if (pos !== 'ADV' && pos !== 'AUX' && pos !== 'PART') return false;
  }
  return false;
}

function nextWord(tokens: readonly Token[], i: number, last: number): number {
  let at = i + 1;
  while (at < last && (tokens[at] as Token).pos === 'ADV' && at < i + 3) at++;
  return at;
}

function thatFollows(tokens: readonly Token[], from: number, last: number): boolean {
  return tokens.slice(from, Math.min(last, from + 6)).some((token) => token.norm === 'that');
}

/** "by police" after the participle; not "by Friday", "by hiding". */
function byAgent(tokens: readonly Token[], participle: number, {last}: Sentence): Span | null {
  for (let i = participle; i < last - 1 && i < participle + 8; i++) {
    const token = tokens[i] as Token;
    if (token.pos === 'PUNCT' && i > participle) return null;
    // Past "to" and "that" somebody does something else: "is believed to have been shot by police".
    if (token.norm === 'to' || token.norm === 'that') return null;
    if (i > participle && (token.pos === 'VERB' || token.pos === 'AUX')) return null;
    if (token.norm !== 'by') continue;
    let at = i + 1;
    while (at < last - 1 && ['DET', 'ADJ', 'NUM'].includes((tokens[at] as Token).pos)) at++;
    const head = tokens[at] as Token;
    const named = head.pos === 'NOUN' || head.pos === 'PROPN' || head.pos === 'PRON';
    return named && !notAgents.has(head.norm) ? {start: token.start, end: head.end} : null;
  }
  return null;
}

/** The attributions with somebody behind them, by the sentence of their cue. */
function sourcedBySentence({attributions}: BlockAnalysis): ReadonlyMap<number, readonly Attribution[]> {
  const found = new Map<number, Attribution[]>();
  for (const attribution of attributions) {
    if (attribution.source.length === 0 || attribution.carried || attribution.cueKind === 'attitude')
      continue;
    const list = found.get(attribution.sentence);
    if (list) list.push(attribution);
    else found.set(attribution.sentence, [attribution]);
  }
  return found;
}

/** "according to …" or a sourced attribution in the same sentence. */
function sentenceAgent(
  tokens: readonly Token[],
  sentence: Sentence,
  attributions: readonly Attribution[],
  hearsay: Span,
): Span | null {
  for (let i = sentence.first; i < sentence.last - 1; i++) {
    const token = tokens[i] as Token;
    const next = tokens[i + 1] as Token;
    if (token.norm === 'according' && next.norm === 'to') return {start: token.start, end: next.end};
  }
  const other = attributions.find(
    ({cue}) => !cue.some(({start, end}) => start < hearsay.end && end > hearsay.start),
  );
  const source = other?.source[0];
  return source ? {start: source.start, end: source.end} : null;
}
