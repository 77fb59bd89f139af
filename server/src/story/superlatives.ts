import type {Sentence, Token} from '../language/token.js';
import type {FoundClaim} from './claims.js';

const none: readonly FoundClaim[] = [];

/** Comparisons that can be checked; "best" and "greatest" are taste. */
const ranked = new Set([
  'largest',
  'biggest',
  'worst',
  'deadliest',
  'fastest',
  'longest',
  'tallest',
  'richest',
  'poorest',
  'costliest',
  'busiest',
  'hottest',
  'coldest',
  'wettest',
  'driest',
  'warmest',
  'strongest',
  'weakest',
  'smallest',
  'cheapest',
  'heaviest',
  'highest',
  'lowest',
  'oldest',
  'youngest',
  'bloodiest',
  'steepest',
  'sharpest',
  'fewest',
  'slowest',
  'wealthiest',
  'deepest',
  'first',
  'only',
]);
/** What "most" makes a comparison of that can be checked. */
const measurable = new Set([
  'populous',
  'expensive',
  'dangerous',
  'polluted',
  'violent',
  'powerful',
  'destructive',
  'crowded',
  'visited',
  'severe',
  'common',
  'lethal',
  'costly',
  'indebted',
  'unequal',
]);
/** "The first lady", "the only way", "the highest court": names of things, and what is only a manner of speaking. */
const fixed = new Set([
  'lady',
  'quarter',
  'half',
  'term',
  'time',
  'name',
  'aid',
  'round',
  'step',
  'court',
  'way',
  'thing',
  'person',
  'reason',
  'question',
  'one',
  'hand',
  'place',
  'minister',
  'family',
  'class',
  'responders',
  'responder',
  'amendment',
  'level',
  'day',
  'week',
  'month',
  'year',
  'debate',
  'option',
  'chance',
  'hope',
  'problem',
  'part',
  'kind',
  'difference',
  'visit',
  'trip',
  'appearance',
  'speech',
  'remarks',
  'comments',
  'interview',
  'meeting',
]);
const spans = new Set(['years', 'decade', 'decades', 'century', 'centuries', 'generation', 'generations']);
const areas = new Set([
  'world',
  'country',
  'nation',
  'region',
  'state',
  'city',
  'county',
  'province',
  'town',
  'continent',
  'district',
  'island',
  'valley',
]);

/** "the largest protest in the city's history", "unprecedented", "the only hospital in the region". */
export function superlativeIn(tokens: readonly Token[], {first, last}: Sentence): readonly FoundClaim[] {
  for (let i = first; i < last; i++) {
    const {norm, pos} = tokens[i] as Token;
    const next = i + 1 < last ? tokens[i + 1] : undefined;
    if (norm === 'unprecedented' && pos !== 'PROPN') {
      const before = i > first ? (tokens[i - 1] as Token).norm : '';
      if (before === 'not' || before === "n't" || before === 'hardly') continue;
      return [
        {
          first: i,
          last: next?.pos === 'NOUN' ? i + 1 : i,
        },
      ];
    }
    const most = norm === 'most' && next !== undefined && measurable.has(next.norm);
    if (!most && !ranked.has(norm)) continue;
    const before = i > first ? (tokens[i - 1] as Token).norm : '';
    if (before !== 'the' && before !== "'s" && before !== 'its' && before !== "s'" && before !== "'")
      continue;
    const noun = nounAfter(tokens, most ? i + 2 : i + 1, last);
    const named = noun === null ? '' : (tokens[noun] as Token).norm;
    if (fixed.has(named) || (noun === null && norm === 'first')) continue;
    const end = noun ?? (most ? i + 1 : i);
    const scope = scopeAfter(tokens, end + 1, last);
    // "The first governor since": public record. Only a first in all history has to be looked for.
    const wanted =
      norm === 'only'
        ? scope === 'area'
        : norm === 'first'
          ? scope === 'ever'
          : scope === 'time' || scope === 'ever';
    if (!wanted) continue;
    return [{first: i, last: end, exempt: isHedged(tokens, first, i) ? 'hedged' : null}];
  }
  return none;
}

/** A clause begins here, and what follows is no longer what the comparison is held against. */
const clauses = new Set([
  'it',
  'he',
  'she',
  'they',
  'we',
  'who',
  'which',
  'that',
  'when',
  'where',
  'because',
]);

/** The head of the noun phrase that a superlative opens, over other adjectives and nouns. */
function nounAfter(tokens: readonly Token[], from: number, last: number): number | null {
  let noun: number | null = null;
  for (let i = from; i < last && i < from + 7; i++) {
    const {pos, norm} = tokens[i] as Token;
    // "The worst mass shooting": a gerund is as good as a noun there.
    if (pos === 'NOUN' || pos === 'PROPN' || (pos === 'VERB' && noun !== null && norm.endsWith('ing')))
      noun = i;
    else if (
      pos !== 'ADJ' &&
      pos !== 'NUM' &&
      norm !== '-' &&
      !(pos === 'VERB' && noun === null) &&
      pos !== 'ADV'
    )
      break;
  }
  return noun;
}

/** What the comparison is held against: all that there was in a stretch of time, or all that there is in a place. */
function scopeAfter(tokens: readonly Token[], from: number, last: number): 'ever' | 'time' | 'area' | null {
  let area = false;
  for (let i = from; i < last && i < from + 10; i++) {
    const {norm, pos, text} = tokens[i] as Token;
    if ((norm === ',' && i > from) || pos === 'AUX' || clauses.has(norm)) break;
    if (/^[;:.!?"“”]$/.test(text)) break;
    if (norm === 'ever' || (norm === 'record' && tokens[i - 1]?.norm === 'on')) return 'ever';
    if (norm === 'since' && i <= from + 6) return 'time';
    if (norm === 'history' && within(tokens, from, i, 'in')) return 'ever';
    if (norm === 'time' && tokens[i - 1]?.norm === 'all') return 'ever';
    if (spans.has(norm) && within(tokens, from, i, 'in')) return 'time';
    if (areas.has(norm) && i <= from + 3 && tokens[from]?.norm === 'in') area = true;
  }
  return area ? 'area' : null;
}

const within = (tokens: readonly Token[], from: number, to: number, word: string): boolean => {
  for (let i = to - 1; i >= from && i >= to - 6; i--) if ((tokens[i] as Token).norm === word) return true;
  return false;
};

const hedges = new Set([
  'perhaps',
  'possibly',
  'probably',
  'arguably',
  'among',
  'of',
  'not',
  "n't",
  'if',
  'whether',
  'would',
  'could',
  'may',
  'might',
  'likely',
]);

/** "one of the largest", "perhaps the largest", "is not the largest", "would be the largest". */
const isHedged = (tokens: readonly Token[], first: number, at: number): boolean => {
  for (let i = at - 1; i >= first && i >= at - 5; i--) if (hedges.has((tokens[i] as Token).norm)) return true;
  return false;
};
