import type {BlockWords} from '../language/read.js';
import {isCapital, type Sentence, type Token} from '../language/token.js';
import {isFirstName} from './firstNames.js';
import {isPersonNoun, singular} from './nouns.js';
import {isAffiliation} from './places.js';

/** A noun phrase without what follows its head: "the French foreign minister". Token indexes, end exclusive. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  /** The noun, name or pronoun that it is about. */
  readonly head: number;
  readonly pronoun: boolean;
  /** Index of its sentence in the block. */
  readonly sentence: number;
}

const pronouns = new Set(
  'he she it they him her them we us i you himself herself themselves itself'.split(' '),
);
const possessives = new Set('his her their its our my your'.split(' '));
const determiners = new Set(
  'a an the this that these those some any each every no another both all many most several few one such either neither'.split(
    ' ',
  ),
);
/** Parts of names that are written small. */
export const particles = new Set(
  'van von der den de da di du del della dos das le la bin ibn al el ul ur ben ter ten zu y'.split(' '),
);
const months =
  'january february march april may june july august september october november december jan. feb. mar. apr. aug. sept. oct. nov. dec.';
const days = 'monday tuesday wednesday thursday friday saturday sunday mon. tue. wed. thu. fri. sat. sun.';
const calendar = new Set(`${months} ${days}`.split(' '));
const measured = new Set(
  'year month week day hour minute second morning afternoon evening night today yesterday tomorrow tonight weekend century decade moment time point'.split(
    ' ',
  ),
);

/** "Tuesday", "last week", "Feb. 3": no source and no part of one. */
export const isTime = (token: Token): boolean =>
  (calendar.has(token.norm) && isCapital(token)) || measured.has(token.lemma) || measured.has(token.norm);

export const isPossessiveMark = (token: Token | undefined): boolean =>
  token !== undefined && (token.norm === "'s" || token.norm === "'") && token.pos !== 'AUX';
const joined = (before: Token | undefined, token: Token | undefined): boolean =>
  before !== undefined && token !== undefined && before.end === token.start;

/** "secretary general", "president-elect" */
const postposed = new Set(['general', 'elect', 'designate']);

const memory = new WeakMap<readonly Token[], readonly NounPhrase[]>();

/** The noun phrases of a block, in order, none inside another. */
export function nounPhrases({tokens, sentences}: BlockWords): readonly NounPhrase[] {
  let found = memory.get(tokens);
  if (!found) {
    found = sentences.flatMap((sentence, index) => phrasesOf(tokens, sentence, index));
    memory.set(tokens, found);
  }
  return found;
}

function phrasesOf(tokens: readonly Token[], {first, last}: Sentence, sentence: number): NounPhrase[] {
  const found: NounPhrase[] = [];
  for (let i = first; i < last; ) {
    const token = tokens[i] as Token;
    if (
      pronouns.has(token.norm) &&
      !(possessives.has(token.norm) && opens(tokens, i + 1, last)) &&
      !isAcronym(token)
    ) {
      found.push({first: i, last: i + 1, head: i, pronoun: true, sentence});
      i++;
      continue;
    }
    if (!opens(tokens, i, last)) {
      i++;
      continue;
    }
    const end = extend(tokens, i, last);
    const office = officeIn(tokens, i, end);
    if (office >= 0) {
      found.push({first: i, last: end, head: office, pronoun: false, sentence});
      i = Math.max(end, i + 1);
      continue;
    }
    const head = headOf(tokens, i, end);
    if (head >= i) {
      const behind = postposed.has(tokens[head + 1]?.norm ?? '') && head + 1 < end ? head + 2 : head + 1;
      found.push({first: i, last: behind, head, pronoun: false, sentence});
    }
    i = Math.max(end, i + 1);
  }
  return found;
}

/** "The i reported": a newspaper whose name is a small letter. */
export const isPaperI = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.text === 'i' && tokens[i - 1]?.norm === 'the';

/** "US" is no pronoun, "IT" neither. */
const isAcronym = (token: Token): boolean => token.text.length > 1 && token.text === token.text.toUpperCase();

/** Whether a noun phrase can begin with token `i`. */
function opens(tokens: readonly Token[], i: number, last: number): boolean {
  const token = tokens[i];
  if (!token || i >= last) return false;
  const next = i + 1 < last ? tokens[i + 1] : undefined;
  // "according to people", which the tagger takes for a verb
  if (token.norm === 'people') return true;
  switch (token.pos) {
    case 'NOUN':
    case 'PROPN':
    case 'NUM':
      return true;
    case 'DET':
      return determiners.has(token.norm) || token.norm === 'the';
    case 'ADJ':
      return true;
    case 'PRON':
      return possessives.has(token.norm) || determiners.has(token.norm);
    case 'SYM':
      return token.text === '$' || token.text === '£' || token.text === '€';
    case 'ADV':
      return (
        next?.pos === 'NUM' ||
        (next?.pos === 'ADJ' && token.norm !== 'not' && isNounSoon(tokens, i + 1, last))
      );
    case 'VERB':
      // "Retired general Ivan Kolar", "Unnamed sources".
      return (
        /(?:ed|ing|en)$/.test(token.norm) &&
        (next?.pos === 'NOUN' || next?.pos === 'PROPN') &&
        !isCue(token) &&
        (i === 0 || /^(?:DET|ADJ|ADP|PUNCT|CCONJ|NUM|SCONJ)$/.test(tokens[i - 1]?.pos ?? ''))
      );
    default:
      return isCapital(token) && token.pos === 'X' && next?.pos === 'PROPN';
  }
}

const manyWords = new Set(['many', 'several', 'few', 'others', 'some', 'most']);
/** Verbs of saying and thinking that the tagger takes for nouns. */
const mindVerbs = new Set(
  'thought feel claim hope fear worry question doubt wonder view call demand argue believe think say regard dispute'.split(
    ' ',
  ),
);
const begins = (token: Token | undefined, word: string): boolean => token?.norm === word;
/** "lawmakers", "experts" */
const isPeople = ({lemma, norm, pos}: Token): boolean =>
  pos === 'NOUN' && norm !== lemma && isPersonNoun(singular(norm));
const isMoneyWord = (token: Token | undefined): boolean =>
  token?.pos === 'NUM' || /^(?:thousand|million|billion|trillion|m|bn)$/.test(token?.norm ?? '');
const isNominal = (token: Token | undefined): boolean =>
  token?.pos === 'NOUN' || token?.pos === 'PROPN' || token?.pos === 'PRON';
const isCue = ({norm}: Token): boolean =>
  norm === 'said' ||
  norm === 'told' ||
  norm === 'added' ||
  norm === 'asked' ||
  norm === 'warned' ||
  norm === 'announced';

function isNounSoon(tokens: readonly Token[], i: number, last: number): boolean {
  for (let k = i; k < Math.min(last, i + 4); k++) {
    const pos = tokens[k]?.pos;
    if (pos === 'NOUN' || pos === 'PROPN') return true;
    if (pos !== 'ADJ' && pos !== 'NUM') return false;
  }
  return false;
}

/** One past the last token of the phrase that begins with `start`. */
function extend(tokens: readonly Token[], start: number, last: number): number {
  let i = start;
  while (i < last) {
    const token = tokens[i] as Token;
    const before = i > start ? tokens[i - 1] : undefined;
    const next = i + 1 < last ? tokens[i + 1] : undefined;
    if (i === start) {
      i++;
      continue;
    }
    if (isPossessiveMark(token) && isNominal(before)) {
      // "Diaz's lawyer" is one phrase about the lawyer; "the workers'" alone ends here.
      if (next && opens(tokens, i + 1, last) && next.pos !== 'DET') {
        i++;
        continue;
      }
      break;
    }
    if (
      /^[-–‐‑/&]$/.test(token.text) &&
      next &&
      (token.text === '&' || (joined(before, token) && joined(token, next)))
    ) {
      i += 2;
      continue;
    }
    if (token.norm === 'of' && next) {
      const ofName =
        isCapital(before) &&
        before?.pos === 'PROPN' &&
        !isTime(before) &&
        namesFollow(tokens, i + 1, last) &&
        !isPersonOf(tokens, start, i);
      const ofMany =
        i - start <= 2 &&
        // "Members of Congress" are not Congress.
        !(before?.norm === 'members' && isCapital(next)) &&
        /^(?:one|two|three|four|five|some|many|most|several|all|both|none|dozens|hundreds|thousands|millions|number|couple|group|members?)$/.test(
          before?.norm ?? '',
        );
      if (ofName || ofMany) {
        i++;
        const owned = tokens[i]?.pos === 'DET' || possessives.has(tokens[i]?.norm ?? '');
        if (owned && i + 1 < last) i++;
        continue;
      }
      break;
    }
    if (isParticle(tokens, i, start, last)) {
      i++;
      continue;
    }
    if (isPaperI(tokens, i)) return i + 1;
    if (token.pos === 'DET' || token.pos === 'PRON') {
      if ((before?.pos === 'DET' || /^(?:all|both|half)$/.test(before?.norm ?? '')) && token.pos === 'DET') {
        i++;
        continue;
      }
      break;
    }
    if (
      token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      token.pos === 'NUM' ||
      token.pos === 'ADJ' ||
      token.text === '%'
    ) {
      // "Many thought that", "who many feel": no noun, since many are not one.
      if (
        i === start + 1 &&
        token.norm === token.lemma &&
        manyWords.has(tokens[start]?.norm ?? '') &&
        mindVerbs.has(token.norm) &&
        next?.pos !== 'NOUN'
      )
        break;
      // "a fact sheet lawmakers released", "the place Pentagon officials say": one is not many, and a place is nobody.
      if (
        (begins(tokens[start], 'a') || begins(tokens[start], 'an')) &&
        before?.pos === 'NOUN' &&
        isPeople(token) &&
        !isPeople(before)
      )
        break;
      if (
        isCapital(token) &&
        token.pos === 'PROPN' &&
        before?.pos === 'NOUN' &&
        !isCapital(before) &&
        begins(tokens[start], 'the') &&
        !isPersonNoun(singular(before.norm)) &&
        next !== undefined &&
        isPeople(next)
      )
        break;
      // "his admirers wonder about", "activists clamoring to": what they do.
      if (
        before &&
        isPeople(before) &&
        (/ing$/.test(token.norm) || (token.norm === token.lemma && mindVerbs.has(token.norm))) &&
        next?.pos !== 'NOUN'
      )
        break;
      // "the $20 million experts say it costs": money ends before those who speak of it.
      if (
        [tokens[start], tokens[start + 1]].some((one) => one?.pos === 'SYM') &&
        isMoneyWord(before) &&
        isPersonNoun(singular(token.norm))
      )
        break;
      // "officials Tuesday", "Kolar Monday": the day begins something else.
      if (isTime(token) && isNominal(before) && isCapital(token)) break;
      if (
        token.pos === 'ADJ' &&
        isNominal(before) &&
        !possessives.has(before?.norm ?? '') &&
        !isCapital(token) &&
        !(isCapital(before) && isAffiliation(before?.text ?? '')) &&
        !postposed.has(token.norm)
      )
        break;
      i++;
      continue;
    }
    if (
      token.pos === 'VERB' &&
      (/(?:ed|ing|en)$/.test(token.norm) || token.norm === 'state') &&
      next &&
      (next.pos === 'NOUN' || next.pos === 'PROPN') &&
      before &&
      !isNominal(before) &&
      !isCue(token)
    ) {
      i++;
      continue;
    }
    if (token.pos === 'ADV' && next?.pos === 'ADJ' && before && !isNominal(before)) {
      i++;
      continue;
    }
    // A capitalised word that the tagger took for something else, inside a name.
    if (
      isCapital(token) &&
      isCapital(before) &&
      before?.pos === 'PROPN' &&
      token.text.length > 1 &&
      !isCue(token)
    ) {
      i++;
      continue;
    }
    break;
  }
  return i;
}

/** "von" and "der" of "von der Leyen": between two parts of a name, alone or with another one. */
function isParticle(tokens: readonly Token[], i: number, start: number, last: number): boolean {
  const particle = (at: number) => at > start && at < last && particles.has((tokens[at] as Token).norm);
  const before = particle(i - 1) ? i - 2 : i - 1;
  const after = particle(i + 1) ? i + 2 : i + 1;
  return (
    particle(i) && before >= start && after < last && isCapital(tokens[before]) && isCapital(tokens[after])
  );
}

const honorific = /^(?:mr|mrs|ms|dr)\.?$/;

/** "Mr. Morgan of the Sierra Club", "Ana Roth of the Harbour Trust": a person, and where they work. */
function isPersonOf(tokens: readonly Token[], start: number, of: number): boolean {
  const {norm, text} = tokens[start] as Token;
  // "Friends of Mr. Clinton's"
  if (honorific.test(tokens[of + 1]?.norm ?? '') && isPersonNoun(singular(norm))) return true;
  if (honorific.test(norm)) return true;
  // "Critics of Diaz": the capital is the sentence's.
  if (
    of === start + 1 &&
    norm !== singular(norm) &&
    isPersonNoun(singular(norm)) &&
    tokens[of + 1]?.norm !== 'the'
  )
    return true;
  return of - start === 2 && tokens[of + 1]?.norm === 'the' && isFirstName(text);
}

function namesFollow(tokens: readonly Token[], i: number, last: number): boolean {
  const token = tokens[i];
  if (!token || i >= last) return false;
  return token.norm === 'the' ? isCapital(tokens[i + 1]) : isCapital(token);
}

/** "The Archbishop of York": the office, where nobody's name stands behind it; -1 for any other phrase. */
function officeIn(tokens: readonly Token[], first: number, end: number): number {
  const office = tokens[end - 3];
  const isOffice =
    end - 3 >= first &&
    isCapital(office) &&
    tokens[end - 2]?.norm === 'of' &&
    isPersonNoun((office as Token).norm) &&
    singular((office as Token).norm) === (office as Token).norm;
  return isOffice ? end - 3 : -1;
}

/** The last noun, name or number of a phrase; a leading quantifier where there is none; -1 where nothing fits. */
function headOf(tokens: readonly Token[], first: number, end: number): number {
  for (let i = end - 1; i >= first; i--) {
    const token = tokens[i] as Token;
    if (isPossessiveMark(token)) continue;
    if (
      token.pos === 'NOUN' ||
      token.pos === 'PROPN' ||
      token.norm === 'people' ||
      (isCapital(token) && i > first)
    )
      return i;
    // "one operative"
    if (token.pos === 'ADJ' && i === end - 1 && i === first + 1 && isPersonNoun(token.norm)) return i;
    if (i > first && isPaperI(tokens, i)) return i;
  }
  for (let i = end - 1; i >= first; i--) {
    const token = tokens[i] as Token;
    if (token.pos === 'NUM' || (determiners.has(token.norm) && !/^(?:a|an|the)$/.test(token.norm))) return i;
    // "the accused", "the wounded"
    if (token.pos === 'ADJ' && (tokens[first] as Token).norm === 'the') return i;
  }
  return -1;
}
