import type {Sentence, Token} from '../language/token.js';
import type {FoundClaim} from './claims.js';

/** Verbs that are a wrong by themselves when a person does them. */
const wrongs = new Set([
  'embezzle',
  'defraud',
  'bribe',
  'extort',
  'blackmail',
  'rape',
  'molest',
  'murder',
  'swindle',
  'plagiarize',
  'plagiarise',
  'falsify',
  'loot',
  'grope',
  'torture',
  'smuggle',
  'abuse',
  'misappropriate',
  'strangle',
]);
/** "conspired with", "colluded to": no object needed. */
const together = new Set(['conspire', 'collude']);
/** Verbs that are a wrong only with such an object. */
const withObject: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    take: ['bribe', 'kickback', 'payoff'],
    accept: ['bribe', 'kickback', 'payoff'],
    pay: ['bribe', 'kickback'],
    offer: ['bribe', 'kickback'],
    solicit: ['bribe', 'kickback', 'prostitute'],
    pocket: ['bribe', 'kickback', 'money', 'fund', 'cash', 'donation', 'proceeds', 'wage'],
    receive: ['bribe', 'kickback'],
    demand: ['bribe', 'kickback'],
    steal: [
      'money',
      'fund',
      'cash',
      'datum',
      'data',
      'car',
      'wage',
      'wages',
      'identity',
      'dollar',
      'million',
      'record',
      'secret',
      'jewel',
      'jewellery',
      'jewelry',
      'painting',
      'pension',
      'saving',
      'savings',
      'donation',
      'wallet',
      'document',
      'tip',
      'drug',
      'medicine',
      'ballot',
    ],
    hide: [
      'evidence',
      'flooding',
      'loss',
      'losses',
      'debt',
      'defect',
      'record',
      'money',
      'asset',
      'income',
      'truth',
      'damage',
      'risk',
      'crime',
      'body',
      'mould',
      'mold',
      'profit',
      'fault',
      'danger',
      'leak',
      'abuse',
      'error',
      'conflict',
    ],
    conceal: [
      'evidence',
      'loss',
      'losses',
      'debt',
      'defect',
      'record',
      'money',
      'asset',
      'income',
      'truth',
      'damage',
      'risk',
      'crime',
      'body',
      'payment',
      'profit',
      'fault',
      'danger',
      'leak',
      'abuse',
      'error',
      'conflict',
    ],
    cover: [],
    destroy: ['evidence', 'document', 'record', 'email', 'file', 'ballot'],
    shred: ['evidence', 'document', 'record', 'file', 'paper', 'ballot'],
    delete: ['evidence', 'message', 'record'],
    commit: [
      'fraud',
      'perjury',
      'crime',
      'murder',
      'theft',
      'assault',
      'atrocity',
      'adultery',
      'rape',
      'arson',
      'forgery',
      'treason',
      'bigamy',
      'genocide',
      'malpractice',
    ],
    tamper: ['evidence', 'witness', 'record', 'ballot', 'meter', 'result', 'machine', 'sample'],
    fake: [
      'result',
      'record',
      'signature',
      'data',
      'datum',
      'receipt',
      'invoice',
      'document',
      'certificate',
      'injury',
      'illness',
      'credential',
      'degree',
    ],
    violate: ['law', 'sanction', 'sanctions', 'order', 'statute', 'act'],
    break: ['law'],
    evade: ['tax', 'taxes', 'sanction', 'sanctions', 'duty'],
    dodge: ['tax', 'taxes'],
    mislead: [
      'investor',
      'regulator',
      'public',
      'voter',
      'patient',
      'customer',
      'parliament',
      'congress',
      'shareholder',
      'jury',
      'inspector',
      'police',
      'court',
      'buyer',
      'donor',
      'family',
      'families',
    ],
    deceive: [
      'investor',
      'regulator',
      'public',
      'voter',
      'patient',
      'customer',
      'shareholder',
      'inspector',
      'buyer',
      'donor',
      'family',
    ],
    cheat: [
      'customer',
      'investor',
      'worker',
      'patient',
      'taxpayer',
      'test',
      'exam',
      'farmer',
      'supplier',
      'tenant',
      'tax',
      'taxes',
    ],
    poison: [
      'river',
      'lake',
      'water',
      'well',
      'creek',
      'stream',
      'soil',
      'resident',
      'family',
      'families',
      'worker',
      'wife',
      'husband',
      'villager',
      'child',
      'children',
      'groundwater',
    ],
    dump: ['waste', 'sewage', 'toxin', 'chemical', 'oil', 'asbestos', 'poison', 'sludge'],
    beat: [
      'wife',
      'husband',
      'girlfriend',
      'boyfriend',
      'partner',
      'child',
      'children',
      'inmate',
      'prisoner',
      'detainee',
      'son',
      'daughter',
      'pupil',
      'patient',
      'suspect',
    ],
    assault: [
      'wife',
      'girlfriend',
      'boyfriend',
      'woman',
      'women',
      'man',
      'men',
      'student',
      'patient',
      'officer',
      'child',
      'children',
      'girl',
      'boy',
      'player',
      'inmate',
      'employee',
      'pupil',
      'resident',
      'player',
      'athlete',
      'reporter',
      'teenager',
    ],
    harass: [
      'woman',
      'women',
      'employee',
      'student',
      'colleague',
      'staff',
      'worker',
      'intern',
      'player',
      'tenant',
      'assistant',
      'subordinate',
    ],
    threaten: ['witness', 'juror', 'tenant', 'whistleblower'],
    intimidate: ['witness', 'juror', 'voter', 'tenant'],
    exploit: ['worker', 'migrant', 'child', 'children', 'tenant', 'patient', 'loophole'],
    siphon: ['fund', 'money', 'million', 'dollar', 'donation'],
    divert: ['fund', 'money', 'aid', 'donation', 'million'],
    inflate: [
      'invoice',
      'bill',
      'expense',
      'claim',
      'price',
      'revenue',
      'result',
      'enrolment',
      'enrollment',
      'figure',
      'asset',
    ],
    fire: ['whistleblower'],
    traffic: [
      'woman',
      'women',
      'girl',
      'child',
      'children',
      'people',
      'drug',
      'cocaine',
      'heroin',
      'arm',
      'arms',
      'weapon',
    ],
    sell: ['cocaine', 'heroin', 'fentanyl', 'methamphetamine'],
    leak: ['secret'],
    neglect: ['patient', 'resident', 'inmate', 'child', 'children', 'animal'],
    ignore: ['warning', 'complaint'],
    overcharge: ['customer', 'patient', 'taxpayer', 'tenant', 'client'],
    underpay: ['worker', 'employee', 'staff', 'nurse', 'driver', 'farmer'],
    withhold: ['wage', 'evidence', 'document', 'record'],
    discriminate: [],
    kill: [
      'wife',
      'husband',
      'girlfriend',
      'boyfriend',
      'partner',
      'neighbour',
      'neighbor',
      'mother',
      'father',
      'daughter',
      'son',
      'roommate',
      'flatmate',
    ],
    spy: ['employee', 'journalist', 'opponent', 'rival', 'tenant'],
  }).map(([verb, nouns]) => [verb, new Set(nouns)]),
);
/** "ordered the clerk to hide …". */
const instigations = new Set([
  'ask',
  'order',
  'tell',
  'pressure',
  'instruct',
  'urge',
  'force',
  'pay',
  'persuade',
  'direct',
  'coerce',
]);
/** "knowingly sold", "illegally dumped": the adverb makes the wrong. */
const guiltyAdverbs = new Set([
  'knowingly',
  'illegally',
  'fraudulently',
  'unlawfully',
  'corruptly',
  'wrongfully',
  'sexually',
  'deceptively',
  'maliciously',
]);
/** A sentence that holds one of these says who accuses, or that a court does. */
const legalWords = new Set([
  'convict',
  'plead',
  'indict',
  'allege',
  'allegedly',
  'alleged',
  'accuse',
  'accused',
  'lawsuit',
  'suit',
  'sue',
  'court',
  'jury',
  'juror',
  'judge',
  'prosecutor',
  'prosecution',
  'trial',
  'complaint',
  'indictment',
  'guilty',
  'conviction',
  'verdict',
  'admit',
  'confess',
  'acknowledge',
  'apologise',
  'apologize',
  'deny',
  'suspected',
  'allegation',
  'accusation',
  'testify',
  'testimony',
  'affidavit',
  'according',
  'reportedly',
  'tribunal',
  'inquiry',
  'jailed',
  'imprison',
  'acquit',
  'rumour',
  'rumor',
  'whether',
  'if',
  'defendant',
  'plaintiff',
  'supposedly',
  'novel',
  'film',
  'movie',
  'episode',
  'probe',
  'settlement',
  'investigation',
  'investigator',
  'alleging',
  'accusing',
  'purportedly',
  'apparently',
]);
/** The same, as verbs only: "found", "ruled"; "his report" and "the rule" accuse nobody. */
const legalVerbs = new Set([
  'charge',
  'sentence',
  'suspect',
  'arrest',
  'jail',
  'fine',
  'clear',
  'claim',
  'say',
  'report',
  'find',
  'investigate',
  'believe',
  'conclude',
  'rule',
  'appeal',
  'settle',
  'show',
  'tell',
  'detail',
  'describe',
  'document',
  'reveal',
  'hear',
  'argue',
  'fear',
]);
/** The same, as nouns only. */
const legalNouns = new Set(['charge', 'sentence', 'suspect', 'arrest', 'filing', 'count', 'appeal', 'claim']);
const negations = new Set(['not', "n't", 'never', 'no', 'nobody', 'neither', 'nor', 'without']);
const modals = new Set(['would', 'could', 'might', 'may', 'should', 'will', 'can', 'must', "'ll", "'d"]);
/** Nouns that pick out one person or body once "the" or "its" stands before them. */
const identifiable = new Set([
  'company',
  'firm',
  'mayor',
  'officer',
  'broker',
  'coach',
  'doctor',
  'priest',
  'bishop',
  'principal',
  'teacher',
  'headteacher',
  'director',
  'chairman',
  'chairwoman',
  'chair',
  'chief',
  'minister',
  'president',
  'governor',
  'senator',
  'councillor',
  'councilman',
  'councilwoman',
  'lawmaker',
  'landlord',
  'contractor',
  'owner',
  'manager',
  'executive',
  'bank',
  'hospital',
  'school',
  'university',
  'agency',
  'department',
  'ministry',
  'council',
  'club',
  'church',
  'charity',
  'union',
  'developer',
  'surgeon',
  'nurse',
  'accountant',
  'treasurer',
  'trustee',
  'lender',
  'insurer',
  'utility',
  'airline',
  'retailer',
  'manufacturer',
  'factory',
  'mine',
  'plant',
  'ceo',
  'founder',
  'lawyer',
  'sheriff',
  'deputy',
  'commissioner',
  'superintendent',
  'warden',
  'guard',
  'carer',
  'caregiver',
  'clinic',
  'home',
  'institute',
  'commander',
  'general',
  'colonel',
  'ambassador',
  'envoy',
  'appraiser',
  'auditor',
  'agent',
  'editor',
  'professor',
  'pastor',
  'professor',
  'supervisor',
  'foreman',
  'captain',
  'regulator',
  'foundation',
  'party',
  'campaign',
  'government',
  'administration',
  'organization',
  'organisation',
  'group',
  'startup',
  'start-up',
  'lab',
  'laboratory',
  'pharmacist',
  'dentist',
  'vet',
  'trainer',
  'driver',
  'pilot',
  'skipper',
  'star',
  'singer',
  'actor',
  'player',
  'billionaire',
  'couple',
  'brothers',
  'partner',
]);
/** What storms and strangers do is no accusation against anybody. */
const nobody = new Set([
  'gunman',
  'gunmen',
  'attacker',
  'robber',
  'thief',
  'thieves',
  'burglar',
  'intruder',
  'assailant',
  'mob',
  'crowd',
  'rioter',
  'looter',
  'storm',
  'hurricane',
  'earthquake',
  'quake',
  'flood',
  'cyclone',
  'tornado',
  'typhoon',
  'virus',
  'disease',
  'fire',
  'wildfire',
  'hacker',
  'bomb',
  'shell',
  'missile',
  'blast',
  'explosion',
  'bomber',
  'militant',
  'islamist',
  'jihadist',
  'jihadi',
  'extremist',
  'insurgent',
  'drought',
  'covid-19',
  'killer',
  'shooter',
  'kidnapper',
  'pirate',
]);

/** A crime, fraud, abuse or lie told as fact of somebody who can be identified. */
export function accusationIn(tokens: readonly Token[], sentence: Sentence): readonly FoundClaim[] {
  const found: FoundClaim[] = [];
  for (let i = sentence.first; i < sentence.last; i++) {
    const wrong = wrongAt(tokens, i, sentence);
    if (!wrong) continue;
    const subject = subjectBefore(tokens, wrong.verb, sentence);
    if (!subject) continue;
    found.push({
      first: wrong.first,
      last: wrong.last,
      grave: true,
      exempt: subject.hedged ? 'not stated as a fact' : exemption(tokens, sentence, subject, wrong),
      target: {
        start: (tokens[withOwner(tokens, subject.first, sentence)] as Token).start,
        end: (tokens[subject.last] as Token).end,
      },
    });
    // One is enough to ask for a source, and keeps long sentences cheap.
    if (found.length >= 8 || found[found.length - 1]?.exempt === null) break;
    i = wrong.last;
  }
  return found;
}

/** "The council's former works manager": whose manager it is belongs to who it is. */
function withOwner(tokens: readonly Token[], first: number, sentence: Sentence): number {
  const mark = tokens[first]?.norm === "'s" ? first : tokens[first - 1]?.norm === "'s" ? first - 1 : -1;
  if (mark <= sentence.first) return first;
  let at = mark;
  while (at > sentence.first && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[at - 1]?.pos ?? '')) at--;
  return at < mark ? at : first;
}

const objectStarts = new Set(['DET', 'PRON', 'NOUN', 'PROPN', 'ADJ', 'NUM', 'SYM', 'ADV']);

interface Wrong {
  /** The verb whose subject is accused. */
  readonly verb: number;
  readonly first: number;
  readonly last: number;
}

function wrongAt(tokens: readonly Token[], i: number, sentence: Sentence): Wrong | null {
  const token = tokens[i] as Token;
  if (token.pos === 'ADV' && guiltyAdverbs.has(token.norm)) {
    const verb = i + 1 < sentence.last ? (tokens[i + 1] as Token) : undefined;
    return verb?.pos === 'VERB' && isPast(verb)
      ? {verb: i, first: i, last: objectEnd(tokens, i + 1, sentence)}
      : null;
  }
  if (token.pos !== 'VERB' && token.pos !== 'AUX') return null;
  if (!isPast(token)) return null;
  const wrong = verbWrong(tokens, i, sentence);
  if (wrong !== null) return {verb: i, first: i, last: wrong};
  if (!instigations.has(token.lemma)) return null;
  // "asked the appraiser to hide the flooding"
  for (let to = i + 2; to < sentence.last - 1 && to < i + 8; to++) {
    const {norm, pos} = tokens[to] as Token;
    if (pos === 'VERB' || pos === 'PUNCT') return null;
    if (norm !== 'to') continue;
    const inner =
      verbWrong(tokens, to + 1, sentence) ?? ((tokens[to + 1] as Token).lemma === 'lie' ? to + 1 : null);
    return inner === null ? null : {verb: i, first: i, last: inner};
  }
  return null;
}

/** The last token of the wrong that a verb and its object make; null when they make none. */
function verbWrong(tokens: readonly Token[], i: number, sentence: Sentence): number | null {
  const {lemma, norm} = tokens[i] as Token;
  const next = i + 1 < sentence.last ? (tokens[i + 1] as Token) : undefined;
  if (norm === 'lied')
    return next && ['in', 'to', 'about', 'on', 'under', 'repeatedly', '.'].includes(next.norm)
      ? next.norm === 'about' || next.norm === 'to'
        ? objectEnd(tokens, i, sentence)
        : i
      : null;
  if (together.has(lemma))
    return next?.norm === 'with' || next?.norm === 'to' ? objectEnd(tokens, i, sentence) : null;
  if (special.has(lemma))
    return isWrongObject(tokens, i, sentence, lemma) ? objectEnd(tokens, i, sentence) : null;
  // Without an object it is a passive or a reduced clause: "Smith, murdered in 2010".
  if (wrongs.has(lemma))
    return next && objectStarts.has(next.pos) && next.norm !== 'by' ? objectEnd(tokens, i, sentence) : null;
  if (lemma === 'cover' && next?.norm === 'up') return objectEnd(tokens, i + 1, sentence);
  const objects = withObject.get(lemma);
  if (!objects || objects.size === 0) return null;
  for (let at = i + 1; at < sentence.last && at <= i + 7; at++) {
    const {lemma: object, norm: word, pos} = tokens[at] as Token;
    if (objects.has(object) || objects.has(word)) return at;
    if (lemma === 'steal' && /^[$£€]$/.test(word)) return at + 1 < sentence.last ? at + 1 : at;
    if (pos === 'VERB' || pos === 'PUNCT' || pos === 'SCONJ') return null;
  }
  return null;
}

const special: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    'doctor',
    new Set([
      'record',
      'result',
      'document',
      'photo',
      'photograph',
      'data',
      'datum',
      'figure',
      'book',
      'books',
      'evidence',
      'invoice',
      'image',
    ]),
  ],
  ['groom', new Set(['girl', 'boy', 'child', 'children', 'teenager', 'victim', 'student', 'pupil'])],
  [
    'rig',
    new Set([
      'election',
      'vote',
      'bid',
      'contract',
      'tender',
      'match',
      'market',
      'auction',
      'result',
      'contest',
      'price',
      'rate',
    ]),
  ],
  [
    'stab',
    new Set([
      'wife',
      'husband',
      'man',
      'woman',
      'neighbour',
      'neighbor',
      'girlfriend',
      'boyfriend',
      'partner',
      'officer',
      'teenager',
      'student',
      'mother',
      'father',
    ]),
  ],
  [
    'forge',
    new Set([
      'signature',
      'document',
      'cheque',
      'check',
      'passport',
      'certificate',
      'invoice',
      'letter',
      'record',
      'painting',
      'receipt',
      'prescription',
    ]),
  ],
  [
    'fabricate',
    new Set([
      'evidence',
      'data',
      'datum',
      'result',
      'quote',
      'document',
      'record',
      'story',
      'source',
      'claim',
      'receipt',
      'invoice',
      'figure',
      'report',
      'test',
    ]),
  ],
  ['launder', new Set(['money', 'fund', 'cash', 'proceeds', 'profit', 'million', 'dollar', 'euro'])],
  [
    'backdate',
    new Set([
      'option',
      'document',
      'contract',
      'invoice',
      'record',
      'letter',
      'form',
      'report',
      'prescription',
    ]),
  ],
  [
    'stalk',
    new Set([
      'woman',
      'wife',
      'girlfriend',
      'student',
      'actress',
      'singer',
      'colleague',
      'neighbour',
      'neighbor',
      'reporter',
      'girl',
    ]),
  ],
  ['counterfeit', new Set(['note', 'bill', 'currency', 'drug', 'medicine', 'goods', 'ticket'])],
  [
    'mistreat',
    new Set([
      'inmate',
      'prisoner',
      'patient',
      'resident',
      'animal',
      'worker',
      'detainee',
      'horse',
      'dog',
      'child',
      'children',
      'staff',
    ]),
  ],
]);

function isWrongObject(tokens: readonly Token[], i: number, sentence: Sentence, lemma: string): boolean {
  const objects = special.get(lemma);
  for (let at = i + 1; at < sentence.last && at <= i + 6; at++) {
    const token = tokens[at] as Token;
    if (objects?.has(token.lemma) || objects?.has(token.norm)) return true;
    if (token.pos === 'VERB' || token.pos === 'PUNCT') return false;
  }
  return false;
}

/** The end of the object after a verb: its first noun group. */
function objectEnd(tokens: readonly Token[], verb: number, sentence: Sentence): number {
  let last = verb;
  for (let at = verb + 1; at < sentence.last && at <= verb + 6; at++) {
    const {pos} = tokens[at] as Token;
    if (pos === 'NOUN' || pos === 'PROPN') last = at;
    else if (last > verb || pos === 'PUNCT' || pos === 'VERB' || pos === 'SCONJ') break;
  }
  return last;
}

function isPast({norm, lemma}: Token): boolean {
  return norm !== lemma
    ? !norm.endsWith('ing') &&
        !(norm.endsWith('s') && !lemma.endsWith('s') && norm.startsWith(lemma.slice(0, -1)))
    : false;
}

interface Subject {
  readonly first: number;
  readonly last: number;
  /** A negation or a modal stands between it and the verb. */
  readonly hedged: boolean;
}

/** The one who does it: the nearest noun or name before the verb, over adverbs and helping verbs. */
function subjectBefore(
  tokens: readonly Token[],
  verb: number,
  sentence: Sentence,
  again = true,
): Subject | null {
  const {first} = sentence;
  let at = verb - 1;
  let hedged = false;
  for (; at >= first; at--) {
    const {pos, norm} = tokens[at] as Token;
    if (negations.has(norm) || modals.has(norm)) hedged = true;
    else if (['was', 'were', 'been', 'being', 'is', 'are', 'be'].includes(norm)) return null;
    else if (pos !== 'AUX' && pos !== 'ADV' && pos !== 'PART') break;
  }
  if (at < first) return null;
  if ((tokens[at] as Token).norm === 'and' && again) {
    // "Bell met the contractor and took bribes": the subject of the verb before.
    for (let back = at - 1; back >= first && back > at - 16; back--) {
      const {pos} = tokens[back] as Token;
      if (pos === 'VERB') return subjectBefore(tokens, back, sentence, false);
    }
    return null;
  }
  if ((tokens[at] as Token).norm === 'who') {
    at--;
    if (at >= first && (tokens[at] as Token).text === ',') at--;
  } else if ((tokens[at] as Token).text === ',') {
    // Over an apposition: "Bell, the mayor, took bribes".
    let back = at - 1;
    while (back > first && back > at - 14 && (tokens[back] as Token).text !== ',') back--;
    if ((tokens[back] as Token).text !== ',') return null;
    if (tokens.slice(back + 1, at).some((token) => token.pos === 'VERB' && token.norm !== 'elected'))
      return null;
    at = back - 1;
  }
  if (at < first) return null;
  const end = at;
  const head = tokens[at] as Token;
  if (head.pos === 'PRON') {
    return head.norm === 'he' || head.norm === 'she' ? {first: at, last: at, hedged} : null;
  }
  if (head.pos === 'PROPN') {
    let start = at;
    while (
      start > first &&
      ((tokens[start - 1] as Token).pos === 'PROPN' || (tokens[start - 1] as Token).text === '.')
    ) {
      start--;
    }
    const before = start > first ? (tokens[start - 1] as Token) : undefined;
    if (before && (before.norm === 'of' || before.norm === 'at' || before.norm === 'for')) {
      // "the mayor of Elmford": the office is what is accused.
      at = start - 2;
      if (at < first || (tokens[at] as Token).pos !== 'NOUN') return null;
    } else {
      if (before?.pos === 'ADP' || (before && nobody.has(before.lemma))) return null;
      for (let i = start; i <= at; i++) if (nobody.has((tokens[i] as Token).norm)) return null;
      return {first: start, last: end, hedged};
    }
  }
  const noun = tokens[at] as Token;
  if (noun.pos !== 'NOUN' || nobody.has(noun.lemma) || !identifiable.has(noun.lemma)) return null;
  for (let start = at - 1; start >= first && start >= at - 5; start--) {
    const {norm, pos} = tokens[start] as Token;
    if (['the', 'its', 'his', 'her', 'their', "'s"].includes(norm)) return {first: start, last: end, hedged};
    if (pos !== 'ADJ' && pos !== 'NOUN' && pos !== 'PROPN') return null;
  }
  return null;
}

/** Who says it or where it is heard, if the sentence tells; words of the accusation itself do not count. */
function exemption(
  tokens: readonly Token[],
  {first, last}: Sentence,
  subject: Subject,
  wrong: Wrong,
): string | null {
  for (let i = first; i < last; i++) {
    if ((i >= subject.first && i <= subject.last) || (i >= wrong.first && i <= wrong.last)) continue;
    const {lemma, norm, text, pos} = tokens[i] as Token;
    const legal =
      legalWords.has(lemma) ||
      legalWords.has(norm) ||
      (pos === 'VERB' && legalVerbs.has(lemma)) ||
      (pos === 'NOUN' && legalNouns.has(lemma) && tokens[i - 1]?.norm !== 'in');
    if (legal) return 'the sentence tells of a charge, a court or an accuser';
    if (text === '?') return 'not stated as a fact';
    if (/^1(?:[0-8]\d\d|9[0-4]\d)$/.test(norm)) return 'history';
  }
  return null;
}
