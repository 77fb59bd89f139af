import type {Sentence, Token} from '../language/token.js';
import type {FoundClaim} from './claims.js';

const none: readonly FoundClaim[] = [];

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
/** What a thing that "could" do has not happened; "could borrow" is what one is able to. */
const effects = new Set([
  'reshape',
  'cost',
  'topple',
  'lead',
  'cause',
  'force',
  'hurt',
  'help',
  'boost',
  'bolster',
  'undermine',
  'change',
  'trigger',
  'spark',
  'raise',
  'push',
  'derail',
  'doom',
  'damage',
  'double',
  'triple',
  'collapse',
  'fall',
  'rise',
  'worsen',
  'improve',
  'spread',
  'win',
  'lose',
  'threaten',
  'cripple',
  'ruin',
  'weaken',
  'strengthen',
]);
const likely = new Set(['likely', 'bound', 'certain', 'poised', 'set']);

/** What has not happened yet, told as if it were known. */
export function predictionIn(tokens: readonly Token[], {first, last}: Sentence): readonly FoundClaim[] {
  for (let i = first; i < last; i++) {
    const {norm, pos, text} = tokens[i] as Token;
    // "The bill that will", "who will": said in passing of a thing that is spoken of for something else.
    const passing =
      i > first &&
      ['that', 'which', 'who', 'whether', 'if', 'when', 'her', 'his', 'their', 'the', 'a'].includes(
        (tokens[i - 1] as Token).norm,
      );
    if ((norm === 'will' || norm === 'could') && pos === 'AUX' && text === norm && !passing) {
      let verb = i + 1;
      while (verb < last && verb < i + 6 && ['ADV', 'PART', 'AUX'].includes((tokens[verb] as Token).pos))
        verb++;
      const action = tokens[verb];
      // The tagger takes "will double" for an adjective.
      if (norm === 'could' && !effects.has(action?.lemma ?? '')) continue;
      if (verb < last && (action?.pos === 'VERB' || action?.norm === 'double' || action?.norm === 'triple'))
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
