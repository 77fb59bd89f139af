import type {Span} from '../draft/block.js';
import type {Sentence, Token} from '../language/token.js';
import type {FoundClaim} from './claims.js';

const none: readonly FoundClaim[] = [];

/** What only the one who does it can know. */
const minds = new Set([
  'want',
  'hope',
  'fear',
  'believe',
  'think',
  'intend',
  'regret',
  'resent',
  'worry',
  'dread',
  'doubt',
  'crave',
  'know',
  'despise',
  'wish',
  'envy',
  'loathe',
  'yearn',
  'hate',
]);
const feelings = new Set([
  'furious',
  'angry',
  'jealous',
  'afraid',
  'ashamed',
  'desperate',
  'delighted',
  'livid',
  'enraged',
  'heartbroken',
  'terrified',
  'embarrassed',
  'envious',
  'bitter',
  'thrilled',
  'frustrated',
  'worried',
  'humiliated',
  'relieved',
  'outraged',
]);
/** What follows their first word, by that word. */
const motives: ReadonlyMap<string, readonly (readonly string[])[]> = new Map([
  [
    'in',
    [
      ['a', 'bid', 'to'],
      ['the', 'hope', 'of'],
      ['the', 'hope', 'that'],
      ['hopes', 'of'],
      ['hope', 'of'],
      ['the', 'hopes', 'of'],
      ['the', 'desire', 'for'],
      ['the', 'desire', 'to'],
    ],
  ],
  [
    'to',
    [
      ['distract', 'from'],
      ['distract', 'attention', 'from'],
      ['divert', 'attention', 'from'],
    ],
  ],
]);
/** "He resigned to avoid questioning": what for, only he can say. */
const leaving = new Set(['resign', 'quit', 'flee', 'retire', 'leave', 'withdraw']);
const helpers = new Set([
  'also',
  'still',
  'now',
  'clearly',
  'really',
  'privately',
  'secretly',
  'only',
  'just',
  'no',
  'longer',
  'has',
  'had',
  'did',
  'does',
  'always',
  'never',
  'simply',
  'long',
  'desperately',
  'badly',
  'not',
  "n't",
  'apparently',
]);
const be = new Set(['is', 'was', "'s", 'are', 'were', 'remains', 'remained', 'became', 'felt', 'feels']);
const openers = new Set(['but', 'and', 'yet', 'so', 'now', 'still', 'instead', 'privately', 'clearly']);

/** A mind read from outside: "Chen wants to end the merger", "She was furious", "in a bid to". */
export function mentalStateIn(tokens: readonly Token[], sentence: Sentence): readonly FoundClaim[] {
  return mindOfSubject(tokens, sentence) ?? motiveIn(tokens, sentence) ?? none;
}

/**
 * Only the subject that opens the sentence: "if he thinks", "what Bernie wants" and "as many believe" state nothing.
 */
function mindOfSubject(tokens: readonly Token[], {first, last}: Sentence): readonly FoundClaim[] | null {
  let at = first;
  if (openers.has((tokens[at] as Token | undefined)?.norm ?? '')) at++;
  if (tokens[at]?.norm === ',') at++;
  const subject = subjectAt(tokens, at, last);
  if (!subject) return null;
  at = subject.next;
  while (at < last && at < subject.next + 3 && helpers.has((tokens[at] as Token).norm)) at++;
  const verb = at < last ? (tokens[at] as Token) : undefined;
  if (!verb) return null;
  const target = subject.span;
  if (
    minds.has(verb.lemma) &&
    !verb.norm.endsWith('ing') &&
    (verb.pos === 'VERB' || verb.norm.endsWith('s'))
  ) {
    // "Knows how", "knew Smith from school": skill and acquaintance show from outside.
    // "Health worries have dogged her".
    if (verb.lemma === 'worry' && !['that', 'about'].includes(tokens[at + 1]?.norm ?? '')) return null;
    if (verb.lemma === 'know' && tokens[at + 1]?.norm !== 'that') return null;
    return [{first: at, last: at, target}];
  }
  if (be.has(verb.norm)) {
    for (let i = at + 1; i < last && i < at + 4; i++) {
      const {norm, pos} = tokens[i] as Token;
      if (feelings.has(norm)) return [{first: i, last: i, target}];
      if (pos !== 'ADV') break;
    }
  }
  return null;
}

/** "Chen", "The governor", "Moscow", "Mayor Ana Ruiz", "she": one, not many. */
function subjectAt(tokens: readonly Token[], from: number, last: number): {span: Span; next: number} | null {
  const head = from < last ? (tokens[from] as Token) : undefined;
  if (!head) return null;
  if (head.norm === 'he' || head.norm === 'she') return {span: head, next: from + 1};
  let i = from;
  if (head.norm === 'the') i++;
  const start = i;
  while (i < last && i < start + 6 && ['PROPN', 'NOUN', 'ADJ'].includes((tokens[i] as Token).pos)) {
    // A verb that the tagger took for a noun: "Chen hopes".
    if (i > start && minds.has((tokens[i] as Token).lemma)) break;
    i++;
  }
  const end = tokens[i - 1];
  if (i === start || !end) return null;
  if (end.pos === 'NOUN' && (head.norm !== 'the' || end.norm !== end.lemma)) return null;
  if (end.pos !== 'NOUN' && end.pos !== 'PROPN') return null;
  // "Republicans", "Democrats": many, whom others speak of.
  if (
    /[^s]s$/.test(end.norm) &&
    end.pos === 'PROPN' &&
    /(?:ans|crats|ists|ers|ors|ents|ials|ites)$/.test(end.norm)
  )
    return null;
  return {span: {start: head.start, end: end.end}, next: i};
}

function motiveIn(tokens: readonly Token[], {first, last}: Sentence): readonly FoundClaim[] | null {
  for (let i = first; i < last; i++) {
    const {lemma, norm, pos} = tokens[i] as Token;
    const motive = motives
      .get(norm)
      ?.find((words) =>
        words.every((word, index) => i + 1 + index < last && (tokens[i + 1 + index] as Token).norm === word),
      );
    if (motive) return [{first: i, last: i + motive.length}];
    if (
      pos === 'VERB' &&
      leaving.has(lemma) &&
      i + 2 < last &&
      tokens[i + 1]?.norm === 'to' &&
      tokens[i + 2]?.norm === 'avoid'
    ) {
      return [{first: i + 1, last: i + 2}];
    }
  }
  return null;
}
