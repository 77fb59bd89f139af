import type {Sentence, Token} from '../language/token.js';
import type {FoundClaim} from './claims.js';

const none: readonly FoundClaim[] = [];

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
]);
const motives: readonly (readonly string[])[] = [
  ['in', 'a', 'bid', 'to'],
  ['in', 'an', 'attempt', 'to'],
  ['in', 'an', 'effort', 'to'],
  ['in', 'the', 'hope', 'of'],
  ['in', 'hopes', 'of'],
  ['in', 'hope', 'of'],
  ['in', 'the', 'hopes', 'of'],
  ['in', 'the', 'desire', 'for'],
  ['in', 'the', 'desire', 'to'],
  ['to', 'distract', 'from'],
];

const passiveHelpers = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being']);

/** A mind read from outside: "Chen wants to end the merger", "in a bid to distract". */
export function mentalStateIn(tokens: readonly Token[], {first, last}: Sentence): readonly FoundClaim[] {
  for (let i = first; i < last; i++) {
    const {lemma, pos, norm} = tokens[i] as Token;
    if (pos === 'VERB' && minds.has(lemma) && !norm.endsWith('ing')) {
      let at = i - 1;
      while (at >= first && at > i - 6 && ['AUX', 'ADV', 'PART'].includes((tokens[at] as Token).pos)) at--;
      if (tokens.slice(Math.max(first, at + 1), i).some((token) => passiveHelpers.has(token.norm))) continue;
      const subject = tokens[at];
      if (
        at >= first &&
        subject &&
        (subject.pos === 'PROPN' ||
          (subject.pos === 'PRON' && (subject.norm === 'he' || subject.norm === 'she')))
      ) {
        return [{first: i, last: i, target: {start: subject.start, end: subject.end}}];
      }
    }
    const motive = motives.find((words) =>
      words.every((word, index) => i + index < last && (tokens[i + index] as Token).norm === word),
    );
    if (motive) return [{first: i, last: i + motive.length - 1}];
  }
  return none;
}

const scheduled = new Set([
  'meet',
  'vote',
  'begin',
  'start',
  'open',
  'close',
  'hold',
  'host',
  'take',
  'attend',
  'speak',
  'visit',
  'arrive',
  'travel',
  'appear',
  'air',
  'face',
  'play',
  'be',
  'have',
  'continue',
  'run',
  'debate',
  'join',
  'gather',
  'march',
  'decide',
  'announce',
  'return',
  'hear',
  'release',
  'publish',
]);
const likely = new Set(['likely', 'bound', 'certain', 'poised', 'set']);

/** What has not happened yet, told as if it were known. */
export function predictionIn(tokens: readonly Token[], {first, last}: Sentence): readonly FoundClaim[] {
  for (let i = first; i < last; i++) {
    const {norm, pos, text} = tokens[i] as Token;
    if (norm === 'will' && pos === 'AUX' && text === 'will') {
      let verb = i + 1;
      while (verb < last && verb < i + 6 && ['ADV', 'PART', 'AUX'].includes((tokens[verb] as Token).pos))
        verb++;
      const action = tokens[verb];
      if (verb < last && action?.pos === 'VERB')
        return [
          {first: i, last: verb, exempt: scheduled.has(action.lemma) ? 'an event on the calendar' : null},
        ];
    }
    if (
      likely.has(norm) &&
      tokens[i + 1]?.norm === 'to' &&
      i + 2 < last &&
      ['is', 'are', "'s", "'re", 'was', 'were'].includes(tokens[i - 1]?.norm ?? '')
    ) {
      return [{first: i, last: i + 1, exempt: norm === 'set' ? 'an event on the calendar' : null}];
    }
  }
  return none;
}

const events = new Set([
  'arrest',
  'resign',
  'derail',
  'explode',
  'erupt',
  'collapse',
  'crash',
  'evacuate',
  'detain',
  'kidnap',
  'abduct',
  'ambush',
  'bomb',
  'shell',
  'massacre',
  'assassinate',
  'hijack',
  'raid',
]);

/** Something that happened and that somebody must have seen: an arrest, a crash, a raid. */
export function eventIn(tokens: readonly Token[], {first, last}: Sentence): readonly FoundClaim[] {
  for (let i = first; i < last; i++) {
    const {lemma, norm, pos} = tokens[i] as Token;
    if (pos === 'VERB' && events.has(lemma) && norm.endsWith('ed')) return [{first: i, last: i}];
  }
  return none;
}
