import {type Sentence, startsWithDigit, type Token} from '../language/token.js';
import type {FoundClaim} from './claims.js';

const currencySigns = /^(?:[A-Z]{0,3}[$£€¥₹₦₱₩]|R\$)$/;
const currencies = new Set([
  'dollar',
  'euro',
  'pound',
  'yen',
  'yuan',
  'rupee',
  'peso',
  'franc',
  'krona',
  'rouble',
  'ruble',
  'cedi',
  'naira',
  'taka',
  'shilling',
  'rand',
  'real',
  'won',
  'dirham',
  'cent',
]);
const magnitudes = new Map([
  ['dozen', 12],
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
  ['mn', 1e6],
  ['billion', 1e9],
  ['bn', 1e9],
  ['b', 1e9],
  ['trillion', 1e12],
  ['tn', 1e12],
  ['crore', 1e7],
  ['lakh', 1e5],
]);
const numberWords = new Map([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
]);
/** "dozens of people", "hundreds of soldiers". */
const vagueNumbers = new Map([
  ['dozens', 24],
  ['scores', 40],
  ['hundreds', 200],
  ['thousands', 2000],
  ['millions', 2e6],
  ['dozen', 12],
]);
const fractionParts = new Set([
  'third',
  'thirds',
  'quarter',
  'quarters',
  'fifth',
  'fifths',
  'tenth',
  'tenths',
  'half',
]);

const people = new Set([
  'people',
  'person',
  'man',
  'men',
  'woman',
  'women',
  'child',
  'children',
  'soldier',
  'troop',
  'troops',
  'civilian',
  'resident',
  'worker',
  'employee',
  'student',
  'pupil',
  'teacher',
  'nurse',
  'doctor',
  'patient',
  'refugee',
  'migrant',
  'protester',
  'protestor',
  'demonstrator',
  'marcher',
  'voter',
  'household',
  'family',
  'families',
  'victim',
  'passenger',
  'adult',
  'customer',
  'user',
  'tenant',
  'prisoner',
  'inmate',
  'officer',
  'fan',
  'supporter',
  'attendee',
  'American',
  'american',
  'briton',
  'survivor',
  'infant',
  'baby',
  'girl',
  'boy',
  'villager',
  'miner',
  'farmer',
  'firefighter',
  'policeman',
  'fighter',
  'militant',
  'casualty',
  'member',
  'driver',
  'visitor',
  'spectator',
  'immigrant',
  'veteran',
  'evacuee',
  'detainee',
  'hostage',
  'volunteer',
  'guest',
  'elector',
  'subscriber',
  'mourner',
  'pilgrim',
  'other',
  'others',
  'personnel',
  'staff',
  'sailor',
  'reservist',
  'holidaymaker',
  'commuter',
  'job',
  'life',
  'lives',
]);
const cases = new Set([
  'case',
  'death',
  'home',
  'house',
  'building',
  'vehicle',
  'complaint',
  'incident',
  'crime',
  'murder',
  'homicide',
  'burglary',
  'assault',
  'infection',
  'eviction',
  'tonne',
  'ton',
  'barrel',
  'acre',
  'hectare',
  'litre',
  'liter',
  'gallon',
  'animal',
  'bird',
  'fish',
  'tree',
  'ship',
  'vessel',
  'boat',
  'trawler',
  'plane',
  'aircraft',
  'tank',
  'missile',
  'drone',
  'flight',
  'school',
  'hospital',
  'record',
  'account',
  'injury',
  'arrest',
  'business',
  'shop',
  'farm',
  'apartment',
  'flat',
  'car',
  'truck',
  'gun',
  'weapon',
  'email',
  'overdose',
  'suicide',
  'accident',
  'strike',
  'attack',
  'species',
  'cow',
  'sheep',
  'admission',
  'appeal',
  'fine',
  'violation',
  'warship',
]);
const casualtyWords = new Set([
  'kill',
  'die',
  'wound',
  'injure',
  'maim',
  'drown',
  'perish',
  'slay',
  'hospitalize',
  'hospitalise',
  'massacre',
  'bury',
  'trap',
  'feared',
  'dead',
  'killed',
  'died',
  'wounded',
  'injured',
  'missing',
  'casualty',
  'hurt',
  'displace',
  'displaced',
  'homeless',
  'infect',
  'infected',
  'orphan',
  'poison',
  'execute',
  'behead',
  'kidnap',
  'abduct',
  'behead',
]);
const casualtyNouns = new Set([
  'death',
  'casualty',
  'fatality',
  'injury',
  'victim',
  'infection',
  'body',
  'bodies',
]);
const crowdWords = new Set([
  'attend',
  'march',
  'protest',
  'rally',
  'gather',
  'demonstrate',
  'crowd',
  'flock',
  'throng',
  'marched',
  'gathered',
  'attended',
  'rallied',
]);
const changeWords = new Set([
  'rise',
  'fall',
  'increase',
  'decrease',
  'grow',
  'shrink',
  'drop',
  'climb',
  'jump',
  'surge',
  'soar',
  'plunge',
  'plummet',
  'decline',
  'gain',
  'lose',
  'double',
  'triple',
  'slump',
  'slip',
  'tumble',
  'swell',
  'leap',
  'dip',
  'widen',
  'narrow',
  'rose',
  'fell',
  'grew',
  'lost',
  'shrank',
  'expand',
  'contract',
]);
const moneyWords = new Set([
  'spend',
  'cost',
  'owe',
  'earn',
  'raise',
  'pay',
  'make',
  'waste',
  'generate',
  'donate',
  'receive',
  'invest',
  'borrow',
  'embezzle',
  'steal',
  'save',
  'worth',
  'total',
  'estimate',
  'spent',
  'paid',
  'made',
  'rake',
  'funnel',
  'sell',
  'sold',
  'hold',
  'overspend',
  'value',
  'debt',
  'deficit',
  'profit',
  'revenue',
  'loss',
  'stand',
  'amount',
]);
const hedges: readonly (readonly string[])[] = [
  ['north', 'of'],
  ['more', 'than'],
  ['fewer', 'than'],
  ['less', 'than'],
  ['at', 'least'],
  ['at', 'most'],
  ['up', 'to'],
  ['as', 'many', 'as'],
  ['as', 'few', 'as'],
  ['as', 'much', 'as'],
  ['upwards', 'of'],
  ['upward', 'of'],
  ['close', 'to'],
  ['well', 'over'],
  ['just', 'over'],
  ['just', 'under'],
  ['an', 'estimated'],
  ['in', 'excess', 'of'],
  ['south', 'of'],
  ['tens', 'of'],
  ['hundreds', 'of'],
  ['no', 'fewer', 'than'],
  ['no', 'less', 'than'],
  ['about'],
  ['around'],
  ['nearly'],
  ['almost'],
  ['some'],
  ['over'],
  ['roughly'],
  ['approximately'],
  ['estimated'],
  ['under'],
  ['only'],
  ['another'],
  ['just'],
].sort((a, b) => b.length - a.length);
/** Hedges so common before trifles that they say nothing of a measurement. */
const weakHedges = new Set(['only', 'another', 'just', 'some', 'under', 'over', 'about', 'around', 'up to']);
const trifles = new Set([
  'year',
  'month',
  'week',
  'day',
  'hour',
  'minute',
  'second',
  'decade',
  'century',
  'time',
  'times',
  'mile',
  'km',
  'kilometre',
  'kilometer',
  'metre',
  'meter',
  'foot',
  'feet',
  'inch',
  'yard',
  'pound',
  'kg',
  'p.m.',
  'a.m.',
  'pm',
  'am',
  "o'clock",
  'point',
  'seat',
  'vote',
  'game',
  'goal',
  'run',
  'match',
  'win',
  'loss',
  'set',
  'round',
  'lap',
  'delegate',
  'year-old',
  'page',
  'chapter',
  'season',
  'episode',
  'degree',
  'percentage',
  'thing',
  'way',
  'word',
  'question',
  'side',
  'step',
  'reason',
  'electoral',
  'candidate',
  'debate',
  'state',
  'country',
  'nation',
  'senator',
  'republican',
  'democrat',
]);
const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?$/;
const billNouns = new Set([
  'bill',
  'law',
  'legislation',
  'act',
  'plan',
  'proposal',
  'measure',
  'amendment',
  'ordinance',
  'budget',
  'package',
  'policy',
  'proposition',
  'rule',
  'deal',
  'agreement',
  'contract',
  'motion',
  'treaty',
  'scheme',
  'initiative',
  'reform',
  'order',
  'settlement',
  'resolution',
  'provision',
  'levy',
  'bond',
  'tax',
]);
const listingNouns = new Set([
  'ticket',
  'admission',
  'entry',
  'door',
  'fare',
  'membership',
  'subscription',
  'registration',
  'fee',
  'copy',
  'rsvp',
]);
const attributiveAfter = new Set([
  'stake',
  'tax',
  'tariff',
  'discount',
  'interest',
  'share',
  'owned',
  'rate',
  'chance',
  'cut',
  'raise',
  'threshold',
  'target',
  'levy',
  'duty',
  'rule',
  'sure',
  'certain',
  'behind',
  'solution',
  'fare',
  'deposit',
  'surcharge',
  'commission',
  'cap',
  'off',
  'down',
]);
const calculationNouns = new Set([
  'calculation',
  'analysis',
  'count',
  'tally',
  'review',
  'calculate',
  'analyse',
  'analyze',
]);

/** One number with what it counts, in token indexes. */
export interface CountedQuantity {
  readonly first: number;
  readonly last: number;
  readonly kind: 'percent' | 'money' | 'fraction' | 'count' | 'multiple';
  readonly value: number;
  readonly hedge: string | null;
  /** "dozens", "thousands": no number at all. */
  readonly vague?: boolean;
  /** Head noun of a count. */
  readonly noun: number | null;
}

/** Figures that measure the world: shares, sums that move, counts of people and cases, multiples. */
export function figuresIn(
  tokens: readonly Token[],
  sentence: Sentence,
  context: BlockContext,
): readonly FoundClaim[] {
  const quantities = quantitiesIn(tokens, sentence);
  if (quantities.length === 0) return [];
  const view = viewOf(tokens, sentence);
  const found: FoundClaim[] = [];
  for (const quantity of quantities) {
    const grave = isGrave(tokens, sentence, quantity);
    if (!grave && !isMeasurement(tokens, quantity, view, sentence)) continue;
    found.push({
      first: quantity.first,
      last: quantity.last,
      grave: grave && !view.history,
      exempt: exemption(tokens, quantity, view, sentence, context),
    });
  }
  return found;
}

/** What a sentence holds as a whole, looked up once. */
interface View {
  readonly lemmas: ReadonlySet<string>;
  readonly norms: ReadonlySet<string>;
  /** A past year stands in it: an event that the record has settled. */
  readonly history: boolean;
}

function viewOf(tokens: readonly Token[], {first, last}: Sentence): View {
  const lemmas = new Set<string>();
  const norms = new Set<string>();
  let history = false;
  for (let i = first; i < last; i++) {
    const {lemma, norm} = tokens[i] as Token;
    lemmas.add(lemma);
    norms.add(norm);
    if (/^(?:1[5-9]|20)\d\d$/.test(norm)) history = true;
    // "In November": told of by its month alone, it is over.
    if (isBareMonth(tokens, i)) history = true;
    if (norm === 'ago' && /^(?:years?|decades?)$/.test(tokens[i - 1]?.norm ?? '')) history = true;
  }
  return {lemmas, norms, history};
}

const isBareMonth = (tokens: readonly Token[], i: number): boolean =>
  monthNames.test(tokens[i]?.text ?? '') &&
  /^(?:in|last)$/.test(tokens[i - 1]?.norm ?? '') &&
  !/^\d/.test(tokens[i + 1]?.norm ?? '');
const monthNames =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;

const has = (set: ReadonlySet<string>, words: ReadonlySet<string>) => {
  for (const word of words) if (set.has(word)) return true;
  return false;
};

const memory = new WeakMap<Sentence, readonly CountedQuantity[]>();

/** Every number of a sentence that counts something. */
export function quantitiesIn(tokens: readonly Token[], sentence: Sentence): readonly CountedQuantity[] {
  const known = memory.get(sentence);
  if (known) return known;
  const found: CountedQuantity[] = [];
  for (let i = sentence.first; i < sentence.last; i++) {
    const quantity = quantityAt(tokens, i, sentence);
    if (!quantity) continue;
    found.push(quantity);
    i = quantity.last;
  }
  memory.set(sentence, found);
  return found;
}

function quantityAt(tokens: readonly Token[], i: number, sentence: Sentence): CountedQuantity | null {
  const {last: end} = sentence;
  const token = tokens[i] as Token;
  const multiple = multipleAt(tokens, i, end);
  if (multiple) return multiple;
  const sign = currencySigns.test(token.text);
  const at = sign ? i + 1 : i;
  if (at >= end) return null;
  const vague = sign ? undefined : vagueNumbers.get((tokens[at] as Token).norm);
  const fraction = sign ? null : fractionAt(tokens, at, end);
  if (fraction) return withHedge(tokens, sentence, {...fraction, hedge: null});
  let value = vague ?? numberOf(tokens[at] as Token);
  if (value === null || (vague !== undefined && !vagueCounts(tokens, at, end))) return null;
  let last = at;
  for (let next = at + 1; next < end && next <= at + 6; next++) {
    const {norm} = tokens[next] as Token;
    const magnitude = magnitudes.get(norm.replace(/\.$/, ''));
    if (magnitude !== undefined) {
      if (norm.length <= 2 && !sign) break;
      value *= magnitude;
    } else if (
      norm !== '-' ||
      numberOf(tokens[next + 1]) === null ||
      !numberWords.has((tokens[next - 1] as Token).norm)
    )
      break;
    else {
      value += numberOf(tokens[next + 1]) ?? 0;
      next++;
    }
    last = next;
  }
  if (sign)
    return withHedge(tokens, sentence, {first: i, last, kind: 'money', value, hedge: null, noun: null});
  const unit = tokens[last + 1];
  if (unit && last + 1 < end) {
    const afterUnit = last + 2 < end ? (tokens[last + 2] as Token).norm : '';
    if (
      unit.norm === '%' ||
      unit.norm === 'percent' ||
      (unit.norm === 'per' && afterUnit === 'cent') ||
      unit.norm === 'pc'
    ) {
      return withHedge(tokens, sentence, {
        first: i,
        last: unit.norm === 'per' ? last + 2 : last + 1,
        kind: 'percent',
        value,
        hedge: null,
        noun: null,
      });
    }
    if (unit.lemma === 'percentage' && afterUnit.startsWith('point')) {
      return withHedge(tokens, sentence, {
        first: i,
        last: last + 2,
        kind: 'percent',
        value,
        hedge: null,
        noun: null,
      });
    }
    if (
      currencies.has(unit.lemma) &&
      unit.norm !== 'won' &&
      !(unit.lemma === 'pound' && value < 1000) &&
      unit.norm !== 'real'
    ) {
      return withHedge(tokens, sentence, {
        first: i,
        last: last + 1,
        kind: 'money',
        value,
        hedge: null,
        noun: null,
      });
    }
  }
  if (isNotACount(tokens, i, last, sentence)) return null;
  const noun = nounAfter(tokens, last, end);
  return withHedge(tokens, sentence, {
    first: i,
    last: noun ?? last,
    kind: 'count',
    value,
    hedge: null,
    noun,
    vague: vague !== undefined,
  });
}

/** "dozens of", "a dozen people": only as a count of something. */
function vagueCounts(tokens: readonly Token[], at: number, end: number): boolean {
  const next = at + 1 < end ? (tokens[at + 1] as Token) : undefined;
  return next?.norm === 'of' || next?.pos === 'NOUN' || next?.pos === 'ADJ';
}

/** "one in five", "two-thirds of", "half of". */
function fractionAt(
  tokens: readonly Token[],
  at: number,
  end: number,
): Omit<CountedQuantity, 'hedge'> | null {
  const number = numberOf(tokens[at]);
  const norm = (index: number) => (index < end ? (tokens[index] as Token).norm : '');
  if (number !== null && number < 1000) {
    const out =
      norm(at + 1) === 'out' && norm(at + 2) === 'of' ? at + 3 : norm(at + 1) === 'in' ? at + 2 : -1;
    const whole = out > 0 && out < end ? numberOf(tokens[out]) : null;
    if (whole !== null && whole > number && whole <= 1_000_000 && !isYearLike(tokens[out] as Token)) {
      const noun = nounAfter(tokens, out, end);
      return {first: at, last: noun ?? out, kind: 'fraction', value: number / whole, noun};
    }
    const part = norm(at + 1) === '-' ? at + 2 : at + 1;
    if (fractionParts.has(norm(part)) && norm(part) !== 'half' && norm(part + 1) === 'of') {
      const noun = nounAfter(tokens, part + 1, end);
      return {first: at, last: noun ?? part, kind: 'fraction', value: 0.5, noun};
    }
  }
  const article = norm(at) === 'a' ? at + 1 : at;
  const word = norm(article);
  if ((word === 'half' || (article > at && fractionParts.has(word))) && norm(article + 1) === 'of') {
    const noun = nounAfter(tokens, article + 1, end);
    if (noun !== null && people.has((tokens[noun] as Token).lemma))
      return {first: at, last: noun, kind: 'fraction', value: 0.5, noun};
  }
  return null;
}

/** "doubled", "twice as many", "three times the". */
function multipleAt(tokens: readonly Token[], i: number, end: number): CountedQuantity | null {
  const {norm, pos} = tokens[i] as Token;
  const next = i + 1 < end ? (tokens[i + 1] as Token).norm : '';
  const nextNext = i + 2 < end ? (tokens[i + 2] as Token).norm : '';
  const found = (last: number): CountedQuantity => ({
    first: i,
    last,
    kind: 'multiple',
    value: 2,
    hedge: null,
    noun: null,
  });
  if (
    ['doubled', 'tripled', 'trebled', 'quadrupled', 'halved'].includes(norm) &&
    pos === 'VERB' &&
    next !== 'down' &&
    !(next === '-' && nextNext === 'down')
  )
    return found(i);
  if (
    (norm === 'twice' || norm === 'triple' || norm === 'double') &&
    next === 'the' &&
    ['average', 'rate', 'number', 'level', 'state', 'national', 'amount', 'size', 'share'].includes(nextNext)
  )
    return found(i + 2);
  if (norm === 'twice' && next === 'as' && ['many', 'much', 'likely', 'high'].includes(nextNext))
    return found(i + 2);
  if (numberOf(tokens[i]) !== null && next === 'times') {
    if (nextNext === 'the' || nextNext === 'more' || nextNext === 'higher') return found(i + 2);
    if (nextNext === 'as' && i + 3 < end) return found(i + 3);
  }
  return null;
}

function numberOf(token: Token | undefined): number | null {
  if (!token) return null;
  const word = numberWords.get(token.norm);
  if (word !== undefined) return word;
  if (!startsWithDigit(token)) return null;
  const digits = /^(\d{1,3}(?:,\d{3}){1,6}|\d{1,15})(\.\d{1,6})?(k|m|bn|tn)?$/.exec(token.norm);
  if (!digits) return null;
  return (
    Number(`${(digits[1] as string).replace(/,/g, '')}${digits[2] ?? ''}`) *
    (digits[3] ? (magnitudes.get(digits[3]) ?? 1) : 1)
  );
}

const isYearLike = ({norm}: Token) => /^(?:1[5-9]|20)\d\d$/.test(norm);

/** Dates, times, ages, scores, roads, names with a number. */
function isNotACount(tokens: readonly Token[], first: number, last: number, sentence: Sentence): boolean {
  const token = tokens[first] as Token;
  const before = first > sentence.first ? tokens[first - 1] : undefined;
  const next = last + 1 < sentence.last ? tokens[last + 1] : undefined;
  const afterNext = last + 2 < sentence.last ? tokens[last + 2] : undefined;
  // "2013 emails" may be counted; "a 2013 email" is dated.
  if (first === last && isYearLike(token)) {
    const counted = next && (people.has(next.lemma) || cases.has(next.lemma));
    if (!counted || next.norm === next.lemma || before?.text === ',') return true;
  }
  if (
    before &&
    (months.test(before.norm) ||
      before.text === ':' ||
      before.text === '#' ||
      before.text === '/' ||
      before.text === '-' ||
      before.text === '–')
  )
    return true;
  if (next && (months.test(next.norm) || next.text === ':' || next.text === '/')) return true;
  // "Keith Adeyemi, 43, was": an age.
  if (before?.text === ',' && (next?.text === ',' || next?.text === '.')) return true;
  // "7-2", "20-year-old", "60-page": a hyphen makes it a score or an adjective.
  if (next && (next.text === '-' || next.text === '–')) return true;
  // "Highway 101", "Boeing 737", "Apollo 13", "Measure 4".
  if (before?.pos === 'PROPN' && /^\p{Lu}/u.test(before.text) && next?.pos !== 'NOUN') return true;
  if (token.norm === 'one' && (next?.norm === 'of' || next?.pos !== 'NOUN' || afterNext === undefined))
    return true;
  return false;
}

/** The head noun of "9 more young people", "hundreds of Russian soldiers": at most five words on. */
function nounAfter(tokens: readonly Token[], last: number, end: number): number | null {
  let head: number | null = null;
  let reach = last + 5;
  for (let i = last + 1; i < end && i <= reach; i++) {
    const {pos, norm} = tokens[i] as Token;
    // "coal- and gas-fired plants"
    if (pos === 'NOUN' && tokens[i + 1]?.text === '-') {
      i += /^(?:and|or)$/.test(tokens[i + 2]?.norm ?? '') ? 2 : 1;
      reach = i + 6;
      continue;
    }
    if (pos === 'NOUN') {
      head = i;
      if (people.has((tokens[i] as Token).lemma)) break;
      continue;
    }
    if (head !== null) break;
    if (
      pos !== 'ADJ' &&
      pos !== 'PROPN' &&
      pos !== 'VERB' &&
      norm !== 'of' &&
      norm !== 'the' &&
      norm !== 'more' &&
      norm !== '-'
    )
      break;
    if (pos === 'VERB' && !/(?:ed|ing)$/.test(norm)) break;
  }
  return head;
}

function withHedge(tokens: readonly Token[], {first}: Sentence, quantity: CountedQuantity): CountedQuantity {
  for (const hedge of hedges) {
    const from = quantity.first - hedge.length;
    if (from < first) continue;
    if (hedge.every((word, index) => (tokens[from + index] as Token).norm === word))
      return {...quantity, first: from, hedge: hedge.join(' ')};
  }
  return quantity;
}

/** Dead, hurt, missing; crowds. What a wrong number about does most harm. */
function isGrave(tokens: readonly Token[], sentence: Sentence, quantity: CountedQuantity): boolean {
  if (quantity.kind !== 'count') return false;
  if (quantity.value < 2 && quantity.hedge !== null) return false;
  const noun = quantity.noun === null ? null : (tokens[quantity.noun] as Token);
  if (noun && casualtyNouns.has(noun.lemma)) return true;
  const person = noun === null || people.has(noun.lemma) || people.has(noun.norm);
  if (!person) return false;
  const from = Math.max(sentence.first, quantity.first - 4);
  const to = Math.min(sentence.last, quantity.last + 6);
  for (let i = from; i < to; i++) {
    if (i >= quantity.first && i <= quantity.last && i !== quantity.last) continue;
    const {lemma, norm} = tokens[i] as Token;
    if (
      (casualtyWords.has(lemma) || casualtyWords.has(norm)) &&
      (noun !== null || i > quantity.last || quantity.hedge !== null)
    ) {
      return noun !== null || i - quantity.last <= 3;
    }
    if ((crowdWords.has(lemma) || crowdWords.has(norm)) && noun !== null && quantity.value >= 50) return true;
  }
  return false;
}

function isMeasurement(
  tokens: readonly Token[],
  quantity: CountedQuantity,
  view: View,
  sentence: Sentence,
): boolean {
  const noun = quantity.noun === null ? null : (tokens[quantity.noun] as Token);
  const next = quantity.last + 1 < sentence.last ? tokens[quantity.last + 1] : undefined;
  switch (quantity.kind) {
    case 'percent':
      if (quantity.value === 100) return false;
      return !(
        next &&
        (attributiveAfter.has(next.norm) ||
          next.text === '-' ||
          isModifier(tokens, quantity, next) ||
          isTerm(tokens, quantity, sentence))
      );
    case 'multiple':
      return true;
    case 'fraction':
      return noun !== null && (people.has(noun.lemma) || cases.has(noun.lemma))
        ? true
        : quantity.value !== 0.5;
    case 'money': {
      const near = nearby(tokens, sentence, quantity, 6);
      const attributive =
        next !== undefined &&
        (next.text === '-' ||
          (next.pos === 'NOUN' && !['year', 'month', 'week', 'day'].includes(next.lemma)) ||
          (next.pos === 'ADJ' && !['last', 'next', 'more', 'less', 'short', 'overall'].includes(next.norm)));
      if (attributive) return false;
      if (next?.norm === 'per' || next?.norm === 'a') return quantity.value >= 1000;
      return quantity.value >= 1000 && (has(near, changeWords) || has(near, moneyWords));
    }
    default: {
      if (quantity.vague) return false;
      if (!noun || trifles.has(noun.lemma) || trifles.has(noun.norm)) return false;
      const known = people.has(noun.lemma) || people.has(noun.norm) || cases.has(noun.lemma);
      const firmHedge = quantity.hedge !== null && !weakHedges.has(quantity.hedge);
      if (known)
        return (
          quantity.value >= 1000 ||
          (firmHedge && quantity.value >= 10) ||
          (has(nearby(tokens, sentence, quantity, 5), changeWords) && quantity.value >= 10)
        );
      return quantity.value >= 1000 && (firmHedge || has(view.lemmas, changeWords));
    }
  }
}

/** What somebody sets by a share. */
const terms = new Set([
  'threshold',
  'tax',
  'surtax',
  'tariff',
  'levy',
  'duty',
  'surcharge',
  'stake',
  'cap',
  'limit',
  'quota',
  'minimum',
  'maximum',
  'target',
  'discount',
  'deposit',
  'rule',
]);

/** "a 15 percent polling threshold", "the additional 3.8 percent surtax": a term, not a measure. */
function isTerm(tokens: readonly Token[], {last: at}: CountedQuantity, {last}: Sentence): boolean {
  for (let i = at + 1; i < Math.min(last, at + 4); i++) {
    const {lemma, pos} = tokens[i] as Token;
    if (changeWords.has(lemma) || !/^(?:NOUN|PROPN|ADJ|VERB)$/.test(pos)) return false;
    if (terms.has(lemma)) return !changeWords.has(tokens[i + 1]?.lemma ?? '');
  }
  return false;
}

/** "the 1 percent excuse": the figure only tells which. */
const isModifier = (tokens: readonly Token[], {first}: CountedQuantity, next: Token): boolean =>
  next.pos === 'NOUN' &&
  /^(?:the|this|that|his|her|its|their)$/.test(tokens[first - 1]?.norm ?? '') &&
  next.lemma !== 'year';

function nearby(
  tokens: readonly Token[],
  {first, last}: Sentence,
  quantity: CountedQuantity,
  reach: number,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (let i = Math.max(first, quantity.first - reach); i < Math.min(last, quantity.last + reach); i++) {
    words.add((tokens[i] as Token).lemma);
    words.add((tokens[i] as Token).norm);
  }
  return words;
}

const pollWords = new Set(['poll', 'pollster', 'respondent', 'surveyed', 'polling']);
const ratings = new Set([
  'favorable',
  'unfavorable',
  'favourable',
  'unfavourable',
  'approval',
  'disapproval',
]);
/** "52% back the measure": what people answered. */
const answers = new Set([
  'back',
  'support',
  'favor',
  'favour',
  'oppose',
  'approve',
  'disapprove',
  'agree',
  'disagree',
  'prefer',
  'indicate',
  'choose',
  'lead',
  'trail',
  'say',
  'think',
  'want',
  'feel',
  'view',
  'rate',
]);
const intents = new Set([
  'propose',
  'proposal',
  'pledge',
  'promise',
  'vow',
  'goal',
  'target',
  'aim',
  'seek',
  'hope',
  'want',
]);
const thresholds = new Set([
  'require',
  'allow',
  'limit',
  'cap',
  'minimum',
  'maximum',
  'threshold',
  'eligible',
  'qualify',
  'exempt',
]);

/** Money that changes hands: a deal that both sides know of, not a measure of the world. */
const payments = new Set([
  'give',
  'invest',
  'donate',
  'commit',
  'contribute',
  'lend',
  'award',
  'buy',
  'sell',
  'fine',
  'loan',
  'grant',
  'pay',
  'repay',
  'fund',
]);
/** What the writer's own newsroom, or one it names, did. */
const reporting = new Set(['interview', 'contact', 'survey', 'review', 'examine', 'analyze', 'analyse']);
/** Terms that somebody set: a tariff, a target, a threshold. */
const setTerms = new Set([
  'recommended',
  'designed',
  'tariff',
  'quota',
  'levy',
  'visa',
  'surcharge',
  'discount',
  'target',
]);
const scores = new Set(['lead', 'score', 'advantage', 'deficit', 'tally', 'account']);
const findings = new Set(['find', 'show', 'estimate', 'conclude', 'calculate', 'report', 'count', 'rate']);
const papers = new Set([
  'report',
  'study',
  'research',
  'survey',
  'audit',
  'analysis',
  'review',
  'estimate',
  'census',
  'poll',
  'author',
  'researcher',
]);

/** What the rest of the block says of its figures. */
export interface BlockContext {
  /** It tells of a poll, whose answers are the poll's. */
  readonly poll: boolean;
  /** It tells of votes that were cast. */
  readonly votes: boolean;
}

export function contextOf(tokens: readonly Token[]): BlockContext {
  return {
    poll: tokens.some(
      ({lemma, norm, pos}, i) =>
        pollWords.has(lemma) ||
        pollWords.has(norm) ||
        (lemma === 'survey' && pos === 'NOUN') ||
        (lemma === 'rating' && ratings.has(tokens[i - 1]?.norm ?? '')),
    ),
    votes: tokens.some(({lemma}) => contests.has(lemma) || casting.has(lemma)),
  };
}

/** What could be is no measure of what is. */
const unreal = new Set(['would', 'could', 'capable', 'eventually', 'allow', 'emphasis', 'subject']);
const represents = new Set(['represent', 'employ']);

/** Whether one of the words stands at most `reach` tokens before the figure, in its sentence. */
function precedes(
  tokens: readonly Token[],
  quantity: CountedQuantity,
  {first}: Sentence,
  words: ReadonlySet<string>,
  reach: number,
): boolean {
  for (let i = Math.max(first, quantity.first - reach); i < quantity.first; i++) {
    const {lemma, norm} = tokens[i] as Token;
    if (words.has(lemma) || words.has(norm)) return true;
  }
  return false;
}

function follows(
  tokens: readonly Token[],
  quantity: CountedQuantity,
  {last}: Sentence,
  words: ReadonlySet<string>,
  reach: number,
): boolean {
  for (let i = quantity.last + 1; i < Math.min(last, quantity.last + 1 + reach); i++) {
    const {lemma, norm} = tokens[i] as Token;
    if (words.has(lemma) || words.has(norm)) return true;
  }
  return false;
}

/** "the 49 victims": who they are was told before. */
const pointing = new Set(['the', 'those', 'these']);
const taxes = new Set(['tax', 'duty', 'vat', 'levy']);
/** "cut to 10 percent", "a rate of 20 percent". */
const setAt = new Set(['to', 'at', 'of', 'from']);
/** "workers making less than $47,000": whom a rule is for. */
const earning = new Set(['making', 'earning']);
const putting = new Set(['put', 'puts']);
const given = new Set(['donated', 'given', 'paid', 'contributed']);
const contests = new Set(['primary', 'caucus', 'runoff', 'delegate', 'election', 'precinct', 'nomination']);
const ballots = new Set(['vote', 'voted']);
const incomes = new Set(['income', 'incomes']);
/** "Incomes above $125,000", "for every $10,000": whom or what a term applies to. */
const isBracket = (tokens: readonly Token[], quantity: CountedQuantity, sentence: Sentence): boolean => {
  const before = tokens[quantity.first - 1]?.norm ?? '';
  if (before === 'every') return tokens[quantity.first - 2]?.norm === 'for';
  return (
    /^(?:above|below|under|over|exceeding)$/.test(quantity.hedge ?? before) &&
    precedes(tokens, quantity, sentence, incomes, 3)
  );
};
const casting = new Set(['vote', 'ballot', 'winner', 'turnout', 'referendum']);
/** How far somebody came, beside those who won or lost. */
const placing = new Set(['receive', 'take', 'trail', 'lead', 'second', 'third', 'fourth', 'place']);
const winning = new Set([
  'win',
  'beat',
  'defeat',
  'carry',
  'lose',
  'finish',
  'get',
  'pull',
  'edge',
  'trounce',
  'crush',
]);

/** "beat him 51% to 36%", "won the primary with 60 percent": votes are counted in public. */
function isResult(
  tokens: readonly Token[],
  {first, last}: CountedQuantity,
  lemmas: ReadonlySet<string>,
): boolean {
  if (!has(lemmas, winning)) return false;
  if (has(lemmas, contests)) return true;
  const to = tokens[last + 1]?.norm === 'to' || tokens[last + 1]?.text === '-';
  if (to && numberOf(tokens[last + 2]) !== null) return true;
  return tokens[first - 1]?.norm === 'to' && /^(?:%|percent|cent)$/.test(tokens[first - 2]?.norm ?? '');
}

const striving = new Set([
  'try',
  'work',
  'race',
  'struggle',
  'need',
  'scramble',
  'plan',
  'campaign',
  'drive',
  'appeal',
]);

/** "is trying to raise $25 million", "needs 61 percent to win": what somebody is after. */
function isStriven(
  tokens: readonly Token[],
  {first, kind, last}: CountedQuantity,
  sentence: Sentence,
): boolean {
  if (kind !== 'money' && kind !== 'percent') return false;
  for (let i = Math.max(sentence.first, first - 7); i < first; i++) {
    const {lemma} = tokens[i] as Token;
    if (!striving.has(lemma)) continue;
    if (tokens[i + 1]?.norm === 'to') return true;
    // "needs 61 percent of the delegates to reach"
    if (lemma === 'need' && i + 2 >= first - 1)
      return tokens.slice(last, Math.min(sentence.last, last + 8)).some(({norm}) => norm === 'to');
  }
  return false;
}

/** "raised $500,000 from Ana Ruiz": from one who knows. */
const isGift = (tokens: readonly Token[], {first, last}: CountedQuantity): boolean =>
  tokens[first - 1]?.lemma === 'raise' &&
  tokens[last + 1]?.norm === 'from' &&
  tokens[last + 2]?.pos === 'PROPN';

/** Why nobody needs to be asked for a figure; null when somebody does. */
function exemption(
  tokens: readonly Token[],
  quantity: CountedQuantity,
  {lemmas, norms, history}: View,
  sentence: Sentence,
  context: BlockContext,
): string | null {
  const before = tokens[quantity.first - 1]?.norm ?? '';
  if (quantity.kind === 'percent' && context.poll) {
    if (norms.has('margin') || norms.has('sample') || norms.has('voters') || has(lemmas, answers))
      return 'an answer in a poll';
  }
  if (norms.has('margin') && norms.has('error')) return 'an answer in a poll';
  if (quantity.kind === 'percent' && context.poll && lemmas.has('rating')) return 'an answer in a poll';
  if (quantity.kind === 'count' && context.poll) {
    if (norms.has('sample') || norms.has('conducted') || precedes(tokens, quantity, sentence, pollWords, 4))
      return 'how a poll was done';
  }
  if (!isGrave(tokens, sentence, quantity) && precedes(tokens, quantity, sentence, unreal, 8))
    return 'not stated as a fact';
  if (norms.has('by') && norms.has('estimate')) return 'an estimate that the sentence names';
  if (
    quantity.kind === 'money' &&
    (precedes(tokens, quantity, sentence, payments, 5) ||
      follows(tokens, quantity, sentence, given, 3) ||
      isGift(tokens, quantity))
  )
    return 'a payment or a deal';
  if (quantity.kind === 'count' && precedes(tokens, quantity, sentence, reporting, 7))
    return 'the reporting itself';
  if (quantity.kind === 'count' && precedes(tokens, quantity, sentence, represents, 8))
    return 'its own membership';
  if (quantity.kind === 'multiple' && follows(tokens, quantity, sentence, scores, 4)) return 'a score';
  if (quantity.kind === 'percent' && precedes(tokens, quantity, sentence, setTerms, 12))
    return 'a figure that was set';
  if (precedes(tokens, quantity, sentence, findings, 8) && precedes(tokens, quantity, sentence, papers, 40))
    return 'what a report found';
  if (isStriven(tokens, quantity, sentence)) return 'a plan or a promise';
  if (quantity.kind === 'percent' && precedes(tokens, quantity, sentence, taxes, 9) && setAt.has(before)) {
    return 'a figure that was set';
  }
  if (
    quantity.kind === 'money' &&
    quantity.hedge !== null &&
    precedes(tokens, quantity, sentence, earning, 3)
  )
    return 'what a rule sets';
  if (
    quantity.kind === 'money' &&
    (norms.has('entitled') || norms.has('eligible')) &&
    precedes(tokens, quantity, sentence, earning, 3)
  )
    return 'what a rule sets';
  if (quantity.kind === 'percent' && norms.has('refundable')) return 'a figure that was set';
  if (quantity.kind === 'money' && before === 'at' && precedes(tokens, quantity, sentence, putting, 7))
    return 'an estimate that the sentence names';
  if (quantity.kind === 'count' && pointing.has(before)) return 'spoken of as known';
  if (norms.has('to') && precedes(tokens, quantity, sentence, intents, Number.POSITIVE_INFINITY))
    return 'a plan or a promise';
  if (has(lemmas, thresholds) && has(lemmas, billNouns)) return 'what a rule sets';
  if (norms.has('would') || norms.has('will') || norms.has('shall')) {
    if (has(lemmas, billNouns)) return 'what a bill or plan would do';
  }
  if (quantity.kind === 'count' && context.votes && follows(tokens, quantity, sentence, ballots, 3))
    return 'a count of votes';
  if (quantity.kind === 'money' && isBracket(tokens, quantity, sentence)) return 'what a rule sets';
  if (quantity.kind === 'percent' && isResult(tokens, quantity, lemmas)) return 'a count of votes';
  if (quantity.kind === 'percent' && context.votes && (has(lemmas, winning) || has(lemmas, placing)))
    return 'a count of votes';
  if (quantity.kind === 'percent' && (lemmas.has('vote') || lemmas.has('ballot') || lemmas.has('precinct')))
    return 'a count of votes';
  if (quantity.kind === 'money' && quantity.value < 1000 && has(lemmas, listingNouns))
    return 'a price in a listing';
  if (has(lemmas, calculationNouns) && (norms.has('our') || norms.has('by') || norms.has('of')))
    return "the newsroom's own count";
  if (norms.has('if') || (tokens[sentence.last - 1] as Token | undefined)?.text === '?')
    return 'not stated as a fact';
  if (
    history &&
    quantity.kind === 'count' &&
    (quantity.noun !== null || tokens[quantity.last + 1]?.pos === 'PROPN') &&
    (lemmas.has('kill') || lemmas.has('die') || lemmas.has('shoot') || norms.has('dead'))
  )
    return 'an event of record, with its year';
  return null;
}
