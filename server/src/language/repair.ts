import {genderOfFirstName} from '../attribution/firstNames.js';
import {isPersonNoun, singular} from '../attribution/nouns.js';
import {isCapital, type Pos, type Token} from './token.js';

/**
 * Verbs that the tagger often takes for nouns, by form: "Scientists claim the lake", "Some say the bridge". Only where
 * a subject stands before and an object or a clause behind.
 */
const nounOrVerb = new Map(
  Object.entries({
    claim: 'claim',
    claims: 'claim',
    say: 'say',
    says: 'say',
    fear: 'fear',
    fears: 'fear',
    hope: 'hope',
    hopes: 'hope',
    report: 'report',
    reports: 'report',
    state: 'state',
    states: 'state',
    question: 'question',
    questions: 'question',
    demand: 'demand',
    demands: 'demand',
    doubt: 'doubt',
    doubts: 'doubt',
    plan: 'plan',
    plans: 'plan',
    show: 'show',
    shows: 'show',
    argue: 'argue',
    warn: 'warn',
    warns: 'warn',
    worry: 'worry',
    note: 'note',
    notes: 'note',
    call: 'call',
    calls: 'call',
    promise: 'promise',
    believe: 'believe',
    think: 'think',
    want: 'want',
    suspect: 'suspect',
    guess: 'guess',
    estimate: 'estimate',
    estimates: 'estimate',
    forecast: 'forecast',
    judge: 'judge',
    caution: 'caution',
    counter: 'counter',
    blame: 'blame',
    praise: 'praise',
    attack: 'attack',
    challenge: 'challenge',
    dispute: 'dispute',
    deny: 'deny',
  }),
);
/** Adjectives and nouns that the tagger takes for something else whatever stands around them. */
const fixed = new Map<string, Pos>([
  ['familiar', 'ADJ'],
  ['anonymous', 'ADJ'],
  ['said', 'VERB'],
  ['told', 'VERB'],
]);
/** Words that open a sentence and are no name there, whatever the capital makes the tagger think. */
const opening = new Map<string, Pos>([
  ...['several', 'many', 'some', 'most', 'few', 'both', 'those', 'these', 'other', 'another', 'all'].map(
    (word): [string, Pos] => [word, 'DET'],
  ),
  ...[
    'former',
    'federal',
    'local',
    'senior',
    'top',
    'foreign',
    'public',
    'private',
    'political',
    'other',
    'young',
    'older',
    'younger',
  ].map((word): [string, Pos] => [word, 'ADJ']),
]);
/** Opening words right before "said" that are nobody's name: "Also said", "Easier said than done". */
const unsaid = new Set(
  `when where how why while whenever wherever whether if as than not also later earlier then now so thus again already often once never always still just only even well enough easier less
  more much little least most first second next last early daily sadly truly many several some few both neither either
  other others another all those these such same each`.split(/\s+/),
);
const saying = /^(?:said|says|told|added|asked|warned|replied|wrote)$/;
const plurals = /(?:[^s]s|people|men|women|police|many|some|most|others|few)$/;
const clauseOpeners = new Set(['DET', 'SCONJ', 'PRON', 'PROPN', 'NUM']);
const finite: ReadonlySet<Pos> = new Set(['VERB', 'AUX']);

/** Written out: copies by spreading have other shapes, and all that reads tokens takes several times as long then. */
const retagged = ({start, end, text, norm, lemma}: Token, pos: Pos, other = lemma): Token => ({
  start,
  end,
  text,
  norm,
  lemma: other,
  pos,
});

/** Mends parts of speech that the library gets wrong time and again in news; everything else stays as it was. */
export function repair(tokens: Token[], first: number, last: number): void {
  capitals(tokens, first, last);
  let hasVerb = false;
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    const before = i > first ? tokens[i - 1] : undefined;
    const next = i + 1 < last ? tokens[i + 1] : undefined;
    const opener =
      i === first && token.pos === 'PROPN' && !isCapital(next) && !isSurname(token, next, tokens[i + 2])
        ? opening.get(token.norm)
        : undefined;
    if (opener) {
      tokens[i] = retagged(token, opener, token.norm);
      continue;
    }
    const certain = fixed.get(token.norm);
    if (certain && token.pos !== certain && token.text === token.norm) {
      tokens[i] = retagged(token, certain);
    } else if (
      token.pos === 'NOUN' &&
      before &&
      next &&
      nounOrVerb.has(token.norm) &&
      (isSubject(tokens, i - 1, first) ||
        isSpeaker(tokens, i, last) ||
        before.norm === 'who' ||
        (hasVerb && before.norm === 'and' && next.norm === 'that') ||
        // "Fishermen in Accra fear that"
        (!hasVerb && before.pos === 'PROPN' && next.norm === 'that')) &&
      (clauseOpeners.has(next.pos) ||
        next.norm === 'that' ||
        isSpeaker(tokens, i, last) ||
        (next.pos === 'NOUN' && i === first + 1)) &&
      !finite.has(before.pos)
    ) {
      tokens[i] = retagged(token, 'VERB', nounOrVerb.get(token.norm));
    } else if (token.pos === 'VERB' && /[^s]s$/.test(token.norm) && isAfterPreposition(before)) {
      // "according to sources": no verb form in -s follows "to" or a preposition.
      tokens[i] = retagged(token, 'NOUN');
    } else if (isDone(tokens, first, i) && takesObject(token, next)) {
      tokens[i] = retagged(token, 'VERB', token.lemma);
    }
    // "The dispute centers on": what stands before is no compound with it.
    if (
      token.pos === 'NOUN' &&
      /^cent(?:er|re)s$/.test(token.norm) &&
      /^(?:on|around)$/.test(next?.norm ?? '')
    )
      tokens[i] = retagged(token, 'VERB', 'center');
    if (token.norm === 'chief' && token.pos === 'ADJ' && !/^(?:NOUN|PROPN|ADJ)$/.test(next?.pos ?? '')) {
      tokens[i] = retagged(token, 'NOUN');
    }
    if (finite.has((tokens[i] as Token).pos)) hasVerb = true;
  }
  if (!hasVerb) findVerb(tokens, first, last);
}

/** Behind these a capital opens something; anywhere else in a sentence it makes a name. */
const opens = /^["“”„«‘'([:—–―•*-]$/;
const mayBeName: ReadonlySet<Pos> = new Set(['VERB', 'AUX', 'NOUN', 'X', 'INTJ', 'ADV', 'ADJ']);

/** "said Don Fowler", "Will Obi": what has a capital within a sentence is a name, unless everything has one. */
function capitals(tokens: Token[], first: number, last: number): void {
  let words = 0;
  let raised = 0;
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (!/^\p{L}{4,}/u.test(token.text)) continue;
    words++;
    if (isCapital(token)) raised++;
  }
  if (words > 2 && raised > words * 0.7) return;
  for (let i = first; i < last; i++) {
    const token = tokens[i] as Token;
    if (!mayBeName.has(token.pos) || token.text.length < 2 || !isCapital(token)) continue;
    const next = i + 1 < last ? tokens[i + 1] : undefined;
    const within = token.pos !== 'ADJ' && i > first && !opens.test((tokens[i - 1] as Token).text);
    const named =
      next !== undefined &&
      isCapital(next) &&
      next.start - token.end === 1 &&
      genderOfFirstName(token.norm) !== null;
    const speaks =
      i === first &&
      /^AD[JV]$/.test(token.pos) &&
      isSurname(token, next, i + 2 < last ? tokens[i + 2] : undefined);
    if (within || named || speaks) tokens[i] = retagged(token, 'PROPN', token.norm);
  }
}

/** "Jolly said", "Young, who was elected": an opening word in a subject's place that can be nobody but somebody so called. */
function isSurname({norm}: Token, next: Token | undefined, behind: Token | undefined): boolean {
  if (!next || unsaid.has(norm) || /.{4}ly$/.test(norm)) return false;
  return saying.test(next.text) || (next.text === ',' && behind?.text === 'who');
}

/** A plural noun or a quantifier that can be the subject of what follows. */
function isSubject(tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i] as Token;
  if (token.pos === 'DET' || token.pos === 'ADJ')
    return /^(?:many|some|most|others|few|several|all|both)$/.test(token.norm) && i === first;
  if (token.pos !== 'NOUN' && token.pos !== 'PROPN' && token.pos !== 'PRON') return false;
  return plurals.test(token.norm);
}

/** `The Ministry notes, "…"`, "the church estimates that": a singular subject and what only a verb can have behind it. */
function isSpeaker(tokens: readonly Token[], i: number, last: number): boolean {
  const before = tokens[i - 1];
  const next = tokens[i + 1];
  if (!/[^s]s$/.test(tokens[i]?.norm ?? '') || (before?.pos !== 'PROPN' && before?.pos !== 'NOUN'))
    return false;
  return i + 2 < last && next?.text === ',' && /^["“]$/.test(tokens[i + 2]?.text ?? '');
}

const isAfterPreposition = (before: Token | undefined): boolean =>
  before !== undefined &&
  (before.norm === 'to' ||
    before.norm === 'of' ||
    before.norm === 'from' ||
    before.norm === 'with' ||
    before.norm === 'by');

/** A small word in -s right behind the name that opens the sentence, and nobody who goes by the name. */
function isDone(tokens: readonly Token[], first: number, i: number): boolean {
  const {pos, norm, text} = tokens[i] as Token;
  if (pos !== 'NOUN' || i === first || i - first > 4 || text !== norm || !/[^s]s$/.test(norm)) return false;
  for (let k = first; k < i; k++) if (tokens[k]?.pos !== 'PROPN') return false;
  return !isPersonNoun(singular(norm));
}

/** "Park approaches it", "Park visits the mill", "Park talks about it". */
const takesObject = ({norm}: Token, next: Token | undefined): boolean =>
  next !== undefined &&
  (/^(?:it|him|them|us|me|himself|herself|his|her|their|its|the|an?)$/.test(next.text) ||
    (norm === 'talks' && next.text === 'about'));

/** A sentence with no verb at all: a past form that was taken for an adjective is the likeliest one. */
function findVerb(tokens: Token[], first: number, last: number): void {
  // "Park plans talks.": no headline, which may have none.
  if (tokens[last - 1]?.text === '.') {
    for (let i = first + 1; i < last - 2 && i <= first + 4; i++) {
      if (!isDone(tokens, first, i) || !/^(?:NOUN|ADJ|PROPN)$/.test(tokens[i + 1]?.pos ?? '')) continue;
      tokens[i] = retagged(tokens[i] as Token, 'VERB');
      return;
    }
  }
  for (let i = first + 1; i < last - 1; i++) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1] as Token;
    const next = tokens[i + 1] as Token;
    if (token.pos !== 'ADJ' || !/[^e]ed$/.test(token.norm)) continue;
    if (
      (before.pos === 'NOUN' || before.pos === 'PROPN') &&
      /^(?:NOUN|DET|PRON|NUM|ADP|PROPN)$/.test(next.pos)
    ) {
      tokens[i] = retagged(token, 'VERB', token.norm.replace(/(?:([^aeiou])\1)?ed$/, '$1'));
      return;
    }
  }
}
