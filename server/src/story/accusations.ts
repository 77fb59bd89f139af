import type {Sentence, Token} from '../language/token.js';
import type {FoundClaim} from './claims.js';

/** Verbs that are a wrong by themselves when a person does them. */
const wrongs = new Set([
  'embezzle',
  'defraud',
  'launder',
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
  'forge',
  'rig',
  'perjure',
  'loot',
  'grope',
  'torture',
  'smuggle',
  'counterfeit',
  'abuse',
  'groom',
  'misappropriate',
  'strangle',
  'stab',
  'fabricate',
  'backdate',
  'conspire',
  'collude',
  'stalk',
  'doctor',
  'mistreat',
]);
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
  'charge',
  'convict',
  'plead',
  'indict',
  'sentence',
  'allege',
  'allegedly',
  'accuse',
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
  'suspect',
  'suspected',
  'allegation',
  'accusation',
  'filing',
  'testify',
  'testimony',
  'affidavit',
  'according',
  'reportedly',
  'tribunal',
  'inquiry',
  'arrest',
  'jail',
  'jailed',
  'imprison',
  'fine',
  'fined',
  'acquit',
  'clear',
  'cleared',
  'rumour',
  'rumor',
  'claim',
  'say',
  'report',
  'find',
  'investigate',
  'investigation',
  'investigator',
  'believe',
  'whether',
  'if',
  'defendant',
  'plaintiff',
  'alleged',
  'supposedly',
  'novel',
  'film',
  'movie',
  'character',
  'episode',
  'probe',
  'conclude',
  'rule',
  'appeal',
  'settle',
  'settlement',
  'alleging',
  'accusing',
]);
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
  'drought',
  'covid-19',
  'killer',
  'shooter',
  'kidnapper',
  'pirate',
]);
const hurricanes = /^(?:hurricane|storm|cyclone|typhoon)$/;

/** A crime, fraud, abuse or lie told as fact of somebody who can be identified. */
export function accusationIn(tokens: readonly Token[], sentence: Sentence): readonly FoundClaim[] {
  const found: FoundClaim[] = [];
  let exempt: string | null | undefined;
  for (let i = sentence.first; i < sentence.last; i++) {
    const wrong = wrongAt(tokens, i, sentence);
    if (!wrong) continue;
    const subject = subjectBefore(tokens, wrong.verb, sentence);
    if (!subject) continue;
    exempt ??= exemption(tokens, sentence);
    found.push({
      first: wrong.first,
      last: wrong.last,
      grave: true,
      exempt: exempt ?? (subject.hedged ? 'not stated as a fact' : null),
      target: {start: (tokens[subject.first] as Token).start, end: (tokens[subject.last] as Token).end},
    });
    i = wrong.last;
  }
  return found;
}

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
  if (wrongs.has(lemma)) {
    if (!next || next.norm === '.' || next.norm === ',') return null;
    // "doctor" and "groom" are nouns far more often than verbs.
    if (
      (lemma === 'doctor' || lemma === 'groom' || lemma === 'rig' || lemma === 'stab' || lemma === 'forge') &&
      !isWrongObject(tokens, i, sentence, lemma)
    )
      return null;
    return objectEnd(tokens, i, sentence);
  }
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
      'will',
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
function subjectBefore(tokens: readonly Token[], verb: number, {first}: Sentence): Subject | null {
  let at = verb - 1;
  let hedged = false;
  for (; at >= first; at--) {
    const {pos, norm} = tokens[at] as Token;
    if (negations.has(norm) || modals.has(norm)) hedged = true;
    else if (['was', 'were', 'been', 'being', 'is', 'are', 'be'].includes(norm)) return null;
    else if (pos !== 'AUX' && pos !== 'ADV' && pos !== 'PART') break;
  }
  if (at < first) return null;
  // Over an apposition: "Bell, the mayor, took bribes".
  if ((tokens[at] as Token).text === ',') {
    let back = at - 1;
    while (back > first && back > at - 14 && (tokens[back] as Token).text !== ',') back--;
    if ((tokens[back] as Token).text !== ',') return null;
    if (tokens.slice(back + 1, at).some((token) => token.pos === 'VERB' && token.norm !== 'elected'))
      return null;
    at = back - 1;
  }
  if (at < first) return null;
  const head = tokens[at] as Token;
  if (head.pos === 'PRON') {
    return head.norm === 'he' || head.norm === 'she' ? {first: at, last: at, hedged} : null;
  }
  if (head.pos === 'PROPN') {
    let start = at;
    while (
      start > first &&
      ((tokens[start - 1] as Token).pos === 'PROPN' || (tokens[start - 1] as Token).text === '.')
    )
      start--;
    const words = tokens.slice(start, at + 1);
    if (words.some(({norm}) => hurricanes.test(norm) || nobody.has(norm))) return null;
    const before = start > first ? (tokens[start - 1] as Token) : undefined;
    if (before && nobody.has(before.lemma)) return null;
    return before && (before.pos === 'ADP' || before.norm === 'to') ? null : {first: start, last: at, hedged};
  }
  if (head.pos !== 'NOUN' || nobody.has(head.lemma) || !identifiable.has(head.lemma)) return null;
  for (let start = at - 1; start >= first && start >= at - 5; start--) {
    const {norm, pos} = tokens[start] as Token;
    if (['the', 'its', 'his', 'her', 'their', "'s"].includes(norm)) return {first: start, last: at, hedged};
    if (pos !== 'ADJ' && pos !== 'NOUN' && pos !== 'PROPN') return null;
  }
  return null;
}

function exemption(tokens: readonly Token[], {first, last}: Sentence): string | null {
  for (let i = first; i < last; i++) {
    const {lemma, norm, text} = tokens[i] as Token;
    if (legalWords.has(lemma) || legalWords.has(norm))
      return 'the sentence tells of a charge, a court or an accuser';
    if (text === '?') return 'not stated as a fact';
  }
  return null;
}
