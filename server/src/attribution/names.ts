import {isCapital, type Token} from '../language/token.js';
import {isFirstName} from './firstNames.js';
import type {SourceKind} from './mention.js';
import {isPaperI, isPossessiveMark, isTime, particles} from './nounPhrases.js';
import {documentNouns, isPersonNoun, organisationNouns, singular, spokesNouns, titles} from './nouns.js';
import {isAffiliation, isCountry, isNationality, isSeat} from './places.js';

/** A name inside a noun phrase. Token indexes, end exclusive. */
export interface NameInside {
  readonly first: number;
  readonly last: number;
  /** Where the words before it that are a title or an office begin; equals `first` where there are none. */
  readonly titleFirst: number;
  readonly kind: SourceKind;
}

const organisationEnding = new Set(
  (
    'inc inc. corp corp. ltd ltd. llc plc gmbh ag sa nv co co. group holdings partners media news times post journal tribune herald ' +
    'guardian telegraph gazette courier reuters bloomberg international union united city rovers wanderers fc homes foods motors ' +
    'airlines airways bank energy oil gas steel pharma pharmaceuticals technologies systems labs records rail trains water ' +
    'network alliance initiative coalition front brotherhood nations senate commons house party front street rights watch lancet ' +
    'zeitung monde figaro nacion pais convention springs heights islands valley county'
  ).split(' '),
);
const personSuffix = /^(?:jr\.?|sr\.?|ii|iii|iv)$/i;
const postnominals = new Set(
  'jr jr. sr sr. ii iii iv qc kc sc esq esq. md m.d. phd ph.d. obe mbe cbe kbe dbe frs rn cpa'.split(' '),
);

/** What stands behind a name and a comma and belongs to it: an honour, a degree, which of two of a name. */
export const isPostnominal = (token: Token | undefined): boolean =>
  token !== undefined && isCapital(token) && postnominals.has(token.norm);
const initial = /^\p{Lu}\.$/u;

/** The name that ends a noun phrase, with the titles before it set apart; null where there is none. */
export function nameIn(
  tokens: readonly Token[],
  phraseFirst: number,
  phraseLast: number,
  startsSentence: boolean,
): NameInside | null {
  let last = phraseLast;
  if (last - phraseFirst === 2 && isPaperI(tokens, last - 1))
    return {first: last - 1, last, titleFirst: last - 1, kind: 'organisation'};
  while (last > phraseFirst && isPossessiveMark(tokens[last - 1])) last--;
  let first = last;
  // "Ban Ki-moon", "Kim Jong-un".
  if (isSmallPart(tokens, last - 1, phraseFirst)) first -= 2;
  while (first > phraseFirst) {
    const token = tokens[first - 1] as Token;
    const nameLike =
      isCapital(token) ||
      (first < last &&
        (particles.has(token.norm) || token.norm === '-' || token.text === '&') &&
        isCapital(
          tokens[tokens[first]?.text === '-' || particles.has(tokens[first]?.norm ?? '') ? first + 1 : first],
        )) ||
      (first < last &&
        (token.norm === 'of' ||
          token.norm === 'and' ||
          token.norm === 'for' ||
          (token.norm === 'the' && tokens[first - 2]?.norm === 'of')) &&
        isCapital(tokens[first]) &&
        ofJoins(tokens, first - 1, phraseFirst));
    if (!nameLike || isPossessiveMark(token)) break;
    first--;
  }
  while (first < last && !isCapital(tokens[first])) first++;
  if (first >= last) return null;
  const capitals = tokens.slice(first, last);
  if (capitals.every((token) => isTime(token))) return null;
  // "The" of a name is no name by itself.
  if (
    /^(?:the|a|an|this|these|those|many|some|most|few|one|two|his|her|their|its|our|my|all|several|both|others)$/.test(
      capitals[0]!.norm,
    )
  )
    first++;
  if (first >= last) return null;

  const start = first;
  const nameFirst = afterTitles(tokens, first, last);
  const nameTokens = tokens.slice(nameFirst, last);
  if (nameTokens.length === 0) return null;
  const [only] = nameTokens;
  if (nameTokens.length === 1 && only) {
    const lemma = singular(only.norm);
    const alone = nameFirst === phraseFirst || nameFirst === start;
    if (
      startsSentence &&
      nameFirst === phraseFirst &&
      (isCommon(lemma) || only.pos !== 'PROPN') &&
      !isFirstName(only.text)
    ) {
      // "Critics said", "Sources say": a capital that only opens the sentence.
      if (isCommon(lemma) || !/^\p{Lu}{2,}/u.test(only.text)) {
        if (isCommon(lemma) || only.pos === 'ADJ' || only.pos === 'NUM' || only.pos === 'ADV') return null;
      }
    }
    // "the Attorney General", "the Pope", "Democrats": an office or a group, whatever its capital.
    if (alone && isCommon(lemma) && titles.has(only.norm)) return null;
    if (isPersonNoun(lemma) && only.norm !== lemma) return null;
    // "One Republican", "a Tory": one of many.
    if (
      isPersonNoun(lemma) &&
      nameFirst > phraseFirst &&
      /^(?:a|an|one|another)$/.test(tokens[phraseFirst]!.norm)
    )
      return null;
    if (isNationality(only.text) || (startsSentence && only.pos === 'ADJ')) return null;
  }
  const endLemma = singular((nameTokens.at(-1) as Token).norm);
  if (nameTokens.length > 1 && isPersonNoun(endLemma) && !looksPersonal(nameTokens)) {
    // "Attorney General", "Prime Minister", "White House Press Secretary".
    return null;
  }
  return {
    first: nameFirst,
    last,
    titleFirst: start,
    kind: kindOf(tokens, phraseFirst, start, nameFirst, last),
  };
}

const honorific = /^(?:mr|mrs|ms|miss|mx|dr|sir|dame)\.?$/i;

/**
 * The person's name that ends a phrase behind a body's: "Elm Museum Rosa Diaz", "Education Mr. Diaz". Null where the
 * words before it are none ("President Rosa Diaz") or where no first name or "Mr." tells the two apart.
 */
export function namesakeOf(tokens: readonly Token[], first: number, last: number): NameInside | null {
  for (let i = last - 1; i > first; i--) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1] as Token;
    if (!isCapital(token) || !isCapital(before)) return null;
    const titled = honorific.test(token.norm) && i + 1 < last;
    if (!titled && !(isFirstName(token.text) && i + 1 < last)) continue;
    const ofBody =
      !titles.has(before.norm) && !isPersonNoun(singular(before.norm)) && !isFirstName(before.text);
    return ofBody ? {first: titled ? i + 1 : i, last, titleFirst: i, kind: 'person'} : null;
  }
  return null;
}

/** The second half of a given name in two, with a surname before it. */
const isSmallPart = (tokens: readonly Token[], at: number, first: number): boolean =>
  at - 3 >= first &&
  !isCapital(tokens[at]) &&
  tokens[at - 1]?.text === '-' &&
  tokens[at - 1]?.end === tokens[at]?.start &&
  isCapital(tokens[at - 2]) &&
  tokens[at - 2]?.end === tokens[at - 1]?.start &&
  isCapital(tokens[at - 3]) &&
  !/^(?:VERB|ADJ)$/.test((tokens[at] as Token).pos);

/** "of" joins two names only where the first part is an institution: "Bank of Ghana", "House of Lords". */
function ofJoins(tokens: readonly Token[], of: number, first: number): boolean {
  let before = of - 1;
  if (tokens[of]?.norm === 'the') before--;
  return before >= first && isCapital(tokens[before]);
}

const isCommon = (lemma: string): boolean =>
  isPersonNoun(lemma) ||
  organisationNouns.has(lemma) ||
  documentNouns.has(lemma) ||
  spokesNouns.has(lemma) ||
  lemma === 'other' ||
  lemma === 'many';

/** Index of the first token of the name proper: behind titles, offices and what they belong to. */
function afterTitles(tokens: readonly Token[], first: number, last: number): number {
  let at = first;
  for (let i = first; i < last; i++) {
    const {norm} = tokens[i] as Token;
    const lemma = singular(norm);
    const isTitle =
      titles.has(norm) ||
      spokesNouns.has(norm) ||
      (isPersonNoun(lemma) && i + 1 < last && !isFirstName(norm) && !organisationNouns.has(norm));
    if (
      isTitle &&
      !(i === first && i + 1 === last) &&
      (honorific.test(norm) || !isOrganisationEnd(tokens, i + 1, last))
    ) {
      // "The American Community Survey": no American of that name.
      if (!titles.has(norm) && documentNouns.has((tokens[last - 1] as Token).norm) && i + 2 < last) continue;
      at = i + 1;
    }
  }
  if (at >= last) return first === at ? first : last;
  if (at > first && tokens[at]?.norm === 'of') {
    // "Secretary of State Hillary Clinton": the person begins with a first name.
    const person = tokens.findIndex((token, i) => i > at && i + 1 < last && isFirstName(token.text));
    if (person > at && person < last) return person;
    // "Republican of Iowa", "Archbishop of York": an office and no name.
    const {norm} = tokens[at - 1] as Token;
    if (singular(norm) === norm && last - at === 2) return last;
  }
  while (at < last && (tokens[at]!.norm === '-' || tokens[at]!.norm === 'of')) at++;
  return at;
}

/** "General Motors", "King County", "Justice Department": no title there. */
function isOrganisationEnd(tokens: readonly Token[], first: number, last: number): boolean {
  const end = tokens[last - 1];
  return (
    first < last &&
    end !== undefined &&
    (organisationNouns.has(end.norm) || organisationEnding.has(end.norm)) &&
    !isFirstName(tokens[first]!.text)
  );
}

const looksPersonal = (name: readonly Token[]): boolean => {
  const [head] = name;
  return head !== undefined && (isFirstName(head.text) || initial.test(head.text));
};

function kindOf(
  tokens: readonly Token[],
  phraseFirst: number,
  titleFirst: number,
  first: number,
  last: number,
): SourceKind {
  const name = tokens.slice(first, last);
  const whole = name.map(({text}) => text).join(' ');
  const end = name.at(-1) as Token;
  if (isCountry(whole) || isSeat(whole)) return 'organisation';
  const before = tokens[titleFirst - 1];
  const titled =
    first > titleFirst ||
    (before !== undefined && titleFirst > phraseFirst && isPersonNoun(singular(before.norm)));
  if (titled) return 'person';
  if (
    looksPersonal(name) &&
    name.length > 1 &&
    !organisationEnding.has(end.norm) &&
    !organisationNouns.has(end.norm)
  )
    return 'person';
  if (
    organisationNouns.has(end.norm) ||
    organisationNouns.has(singular(end.norm)) ||
    organisationEnding.has(end.norm)
  )
    return 'organisation';
  if (documentNouns.has(end.norm) && name.length > 1) return 'document';
  if (
    name.some(
      ({text, norm}) =>
        /^(?:\p{Lu}{2,}|(?:\p{Lu}\.){2,})s?$/u.test(text) || norm === 'of' || text === '&' || norm === 'for',
    )
  ) {
    // "FBI", "House of Lords", but "KIM Jong Un" and "J.D. Vance".
    if (
      name.length === 1 ||
      !name.some(({text}) => /^\p{Lu}\p{Ll}/u.test(text)) ||
      name.some(({norm}) => norm === 'of' || norm === '&')
    )
      return 'organisation';
  }
  const determined = tokens[phraseFirst]?.pos === 'DET' && titleFirst - phraseFirst === 1;
  if (determined) return 'organisation';
  if (name.length > 1 && name.some(({norm}) => organisationNouns.has(norm) || isAffiliation(norm)))
    return 'organisation';
  if (
    name.length > 1 &&
    name.filter(({norm}) => norm !== '-').length <= 4 &&
    name.every(
      ({text, norm}, i) =>
        /^\p{Lu}/u.test(text) ||
        particles.has(norm) ||
        norm === '-' ||
        personSuffix.test(text) ||
        name[i - 1]?.norm === '-',
    )
  )
    return 'person';
  return 'unknown';
}
