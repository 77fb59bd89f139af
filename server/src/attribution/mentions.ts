import type {Span} from '../draft/block.js';
import type {BlockWords} from '../language/read.js';
import {overlapTest} from '../language/spans.js';
import {isCapital, type Sentence, type Token} from '../language/token.js';
import {isEverydayWord} from '../language/tokens.js';
import {genderOfFirstName} from './firstNames.js';
import type {Gender, Mention, MentionFunction, SourceKind, SpecificityPart, Standing} from './mention.js';
import {isPostnominal, type NameInside, nameIn, namesakeOf} from './names.js';
import {isPossessiveMark, isTime, type NounPhrase, nounPhrases} from './nounPhrases.js';
import {
  documentNouns,
  groupNouns,
  isPersonNoun,
  organisationNouns,
  quantifiers,
  singular,
  sourceNouns,
} from './nouns.js';
import {isNationality} from './places.js';
import {anonymityIn, barredIn, specificityOf} from './unnamed.js';

const pronounGender = new Map<string, Gender>([
  ['he', 'male'],
  ['him', 'male'],
  ['himself', 'male'],
  ['his', 'male'],
  ['she', 'female'],
  ['her', 'female'],
  ['herself', 'female'],
  ['they', 'plural'],
  ['them', 'plural'],
  ['themselves', 'plural'],
  ['their', 'plural'],
  ['it', 'neuter'],
  ['itself', 'neuter'],
  ['its', 'neuter'],
]);
const femaleTitles =
  /^(?:mrs|ms|miss|mme|madame|lady|dame|sister|baroness|queen|princess|duchess|señora|signora|doña|frau)\.?$/i;
const maleTitles =
  /^(?:mr|sir|lord|father|brother|king|prince|duke|baron|pope|imam|rabbi|monsieur|herr|señor|signor|don)\.?$/i;
const femaleWords =
  /woman$|^(?:girl|actress|waitress|mother|mum|mom|daughter|sister|wife|widow|aunt|niece|grandmother|queen|princess|duchess|nun|hostess|empress|headmistress)$/i;
const maleWords =
  /^(?!(?:ger|ro|nor|otto|hu)man$)(?:|.*[^o])man$|^(?:boy|actor|waiter|father|dad|son|brother|husband|widower|uncle|nephew|grandfather|king|prince|duke|monk|priest|emperor|headmaster)$/i;
const prepositions = new Set('of for from at in with within inside near on to'.split(' '));

/** A phrase with what belongs to it: complements and appositions. Token indexes, end exclusive. */
interface Drawn {
  readonly phrase: NounPhrase;
  readonly last: number;
  /** Another phrase that says who this is, or its name. */
  readonly apposed: NounPhrase | null;
  /** It ends with brackets, whose words are nobody else. */
  readonly bracketed?: boolean;
  /** The name behind a long office, in a phrase of its own. */
  readonly name?: NameInside;
  /** Where its name ends with what is written behind names: "Jr.", "QC". */
  readonly nameEnd?: number;
}

/**
 * Everybody and everything in a block that is named, or described so that it could be a source, in the order of the
 * text. Pronouns outside quotation marks are among them.
 * @param sources spans that an attribution takes for its source: there is a mention for each of them
 * @param from where the story begins, behind a dateline
 */
export function findMentions(words: BlockWords, sources: readonly Span[] = [], from = 0): readonly Mention[] {
  const {tokens, sentences, quotations} = words;
  const phrases = nounPhrases(words);
  const isSource = overlapTest(sources);
  const sourceEnds = new Map(sources.map(({start, end}) => [start, end]));
  const isQuoted = overlapTest(quotations);
  const found: Mention[] = [];
  for (let p = 0; p < phrases.length; p++) {
    const phrase = phrases[p] as NounPhrase;
    const sentence = sentences[phrase.sentence] as Sentence;
    const span = spanOf(tokens, phrase.first, phrase.last);
    if (span.start < from) continue;
    const source = isSource(span);
    if (phrase.pronoun) {
      const pronoun = pronounMention(words, phrase, source);
      if (pronoun && (source || !isQuoted(span))) found.push(pronoun);
      continue;
    }
    found.push(...possessors(words, phrase, isQuoted(span)));
    const end = sourceEnds.get(span.start);
    const drawn =
      (end === undefined ? null : withOffice(words, phrases, p, end)) ?? draw(words, phrases, p, sentence);
    const mention = mentionOf(words, drawn, source);
    if (!mention) continue;
    found.push(mention);
    if (drawn.apposed || drawn.bracketed || drawn.name || drawn.nameEnd) {
      while (p + 1 < phrases.length && (phrases[p + 1] as NounPhrase).first < drawn.last) p++;
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return withAnonymity(words, found);
}

const spanOf = (tokens: readonly Token[], first: number, last: number): Span => ({
  start: (tokens[first] as Token).start,
  end: (tokens[last - 1] as Token).end,
});

function pronounMention({tokens, text}: BlockWords, phrase: NounPhrase, isSource: boolean): Mention | null {
  const token = tokens[phrase.head] as Token;
  const gender =
    pronounGender.get(token.norm) ?? (isSource && /^(?:i|we)$/.test(token.norm) ? 'unknown' : undefined);
  if (!gender) return null;
  return {
    start: token.start,
    end: token.end,
    text: text.slice(token.start, token.end),
    name: null,
    head: {start: token.start, end: token.end},
    headLemma: token.norm,
    role: null,
    kind: gender === 'female' || gender === 'male' ? 'person' : 'unknown',
    standing: 'pronoun',
    gender,
    plural: gender === 'plural',
    sentence: phrase.sentence,
    function: /^(?:he|she|they|i|we)$/.test(token.norm)
      ? 'subject'
      : token.norm === 'it' && isSubject(tokens, phrase.last)
        ? 'subject'
        : 'other',
    parts: {},
    determiner: 'none',
    anonymity: null,
  };
}

/** "Diaz's lawyer" speaks of Diaz too, and "his lawyer" of him. */
function possessors(
  {tokens, text, sentences}: BlockWords,
  phrase: NounPhrase,
  quoted: boolean,
): readonly Mention[] {
  const found: Mention[] = [];
  const opening = tokens[phrase.first] as Token;
  const gender = pronounGender.get(opening.norm);
  if (gender && opening.pos !== 'NOUN' && !quoted && /^(?:his|her|their|its)$/.test(opening.norm)) {
    found.push({
      ...bare(opening, text, phrase.sentence),
      headLemma: opening.norm,
      kind: gender === 'female' || gender === 'male' ? 'person' : 'unknown',
      standing: 'pronoun',
      gender,
      plural: gender === 'plural',
    });
  }
  let mark = phrase.first + 1;
  while (mark < phrase.last - 1 && !isPossessiveMark(tokens[mark])) mark++;
  if (mark >= phrase.last - 1) return found;
  const startsSentence = sentences[phrase.sentence]?.first === phrase.first;
  const name = nameIn(tokens, phrase.first, mark, startsSentence);
  if (!name) return found;
  const span = spanOf(tokens, name.titleFirst, name.last);
  const head = spanOf(tokens, name.first, name.last);
  const own = text.slice(head.start, head.end);
  found.push({
    ...bare(span, text, phrase.sentence),
    name: own,
    head,
    role: name.first > name.titleFirst ? text.slice(span.start, head.start).trim() : null,
    kind: name.kind,
    standing: 'named',
    gender:
      name.kind === 'person' || name.kind === 'unknown'
        ? genderOfName(own, text.slice(span.start, head.start))
        : 'neuter',
  });
  return found;
}

function bare(span: Span, text: string, sentence: number): Mention {
  return {
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    name: null,
    head: {start: span.start, end: span.end},
    headLemma: null,
    role: null,
    kind: 'unknown',
    standing: 'described',
    gender: 'unknown',
    plural: false,
    sentence,
    function: 'possessive',
    parts: {},
    determiner: 'none',
    anonymity: null,
  };
}

/** Where "Ana Hale, Jr." and "Ana Hale, QC, PhD" end; "in Easton, MD" is a place. */
function behindName(tokens: readonly Token[], {first, last}: NounPhrase, sentence: Sentence): number {
  let end = last;
  if (tokens[last]?.text !== ',' || !isPostnominal(tokens[last + 1])) return end;
  if (/^(?:in|at|near|from|of|outside)$/.test(tokens[first - 1]?.norm ?? '')) return end;
  if (nameIn(tokens, first, last, first === sentence.first)?.kind !== 'person') return end;
  while (end + 1 < sentence.last && tokens[end]?.text === ',' && isPostnominal(tokens[end + 1])) end += 2;
  return end;
}

/** Whether a finite verb follows, past adverbs, brackets and a clause between commas. */
export function isSubject(tokens: readonly Token[], last: number): boolean {
  let i = last;
  for (let steps = 0; steps < 40 && i < tokens.length; steps++) {
    const token = tokens[i] as Token;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB') return !/ing$/.test(token.norm);
    if (token.pos === 'ADV' || token.norm === 'also' || token.norm === 'both') i++;
    else if (token.text === '(') {
      while (i < tokens.length && tokens[i]?.text !== ')' && steps++ < 30) i++;
      i++;
    } else if (
      token.text === ',' &&
      /^(?:who|which|whose|where|a|an|the|speaking|citing|like|including)$/.test(tokens[i + 1]?.norm ?? '')
    ) {
      let k = i + 1;
      while (k < tokens.length && tokens[k]?.text !== ',' && tokens[k]?.text !== '.' && steps++ < 40) k++;
      if (tokens[k]?.text !== ',') return false;
      i = k + 1;
    } else if (/^[—–]$/.test(token.text)) {
      // "Park — a friend of his — left".
      let k = i + 1;
      while (k < tokens.length && !/^[—–.;:]$/.test(tokens[k]?.text ?? '') && steps++ < 30) k++;
      if (!/^[—–]$/.test(tokens[k]?.text ?? '')) return false;
      i = k + 1;
    } else if (token.text === ',' && opensAnother(tokens, i + 1)) {
      i++;
    } else if (token.text === ',' && isCapital(tokens[i + 1])) {
      // "Grant, Republican of Iowa, and Lee, Democrat of Vermont, see": what is told of each has no article.
      const close = bareApposition(tokens, i + 1);
      if (close < 0) return false;
      i = close + 1;
    } else if (opensAnother(tokens, i)) {
      i++;
      while (i < tokens.length && isNominalPart(tokens[i]) && steps++ < 30) i++;
    } else return false;
  }
  return false;
}

/** "and the mayor", "or Kolar": somebody more, with whom a verb is shared. */
const opensAnother = (tokens: readonly Token[], at: number): boolean =>
  /^(?:and|or)$/.test(tokens[at]?.norm ?? '') &&
  (isCapital(tokens[at + 1]) ||
    /^(?:DET|NOUN)$/.test(tokens[at + 1]?.pos ?? '') ||
    /^(?:his|her|its|their)$/.test(tokens[at + 1]?.norm ?? ''));

const isNominalPart = (token: Token | undefined): boolean =>
  token !== undefined &&
  (/^(?:PROPN|NOUN|DET|ADJ|NUM)$/.test(token.pos) ||
    isPossessiveMark(token) ||
    /^(?:his|her|its|their)$/.test(token.norm));

/** Where an apposition without an article ends, at a comma; -1 where there is none. */
function bareApposition(tokens: readonly Token[], from: number): number {
  const described = isPersonNoun(singular((tokens[from] as Token).norm));
  for (let k = from + 1; k < from + 8 && k < tokens.length; k++) {
    const {text, pos} = tokens[k] as Token;
    if (text === ',') return k;
    if (!(pos === 'PROPN' || (described && /^(?:NOUN|ADP|ADJ|DET)$/.test(pos)))) return -1;
  }
  return -1;
}

function functionOf(tokens: readonly Token[], first: number, last: number): MentionFunction {
  const before = tokens[first - 1];
  if (isPossessiveMark(tokens[last])) return 'possessive';
  if (before?.pos === 'ADP' && before.norm !== 'as') return 'other';
  if (isSubject(tokens, last)) return 'subject';
  // "said Diaz"
  if (
    before?.pos === 'VERB' &&
    /^(?:said|says|asked|added|wrote|replied|told|warned|explained|recalled|argued)$/.test(before.norm) &&
    /^[,."”’]|^["“]/.test(tokens[first - 2]?.text ?? '')
  )
    return 'subject';
  return 'other';
}

/** Takes in what belongs to a phrase: "of the union", "familiar with the talks", ", a Republican strategist,". */
function draw(words: BlockWords, phrases: readonly NounPhrase[], index: number, sentence: Sentence): Drawn {
  const {tokens} = words;
  const phrase = phrases[index] as NounPhrase;
  let last = phrase.last;
  const lemma = singular((tokens[phrase.head] as Token).norm);
  const named =
    isCapital(tokens[phrase.head]) &&
    nameIn(tokens, phrase.first, phrase.last, phrase.first === sentence.first) !== null;
  let next = index + 1;
  const takes =
    isPersonNoun(lemma) ||
    groupNouns.has(lemma) ||
    quantifiers.has(lemma) ||
    documentNouns.has(lemma) ||
    organisationNouns.has(lemma) ||
    named;
  if (takes) {
    for (let depth = 0; depth < 3; depth++) {
      const at = tokens[last];
      const after = phrases[next];
      if (!at || last >= sentence.last || !after || after.sentence !== phrase.sentence) break;
      let gap = last;
      if (
        /^(?:familiar|close|privy|opposed|loyal|aware|briefed|involved|knowledgeable|based|living|working)$/.test(
          at.norm,
        )
      )
        gap++;
      const preposition = tokens[gap];
      if (!preposition || !prepositions.has(preposition.norm)) break;
      if (preposition.norm === 'to' && gap === last) break;
      const direct = named && depth === 0;
      if (direct && !/^(?:of|at|from|with)$/.test(preposition.norm)) break;
      if (after.first !== gap + 1 || (after.pronoun && gap === last) || isTime(tokens[after.head] as Token))
        break;
      if (tokens[after.head]?.pos === 'NUM') break;
      if (direct && !isCapital(tokens[after.head])) break;
      if (
        preposition.norm === 'in' &&
        !isCapital(tokens[after.head]) &&
        !organisationNouns.has(singular(tokens[after.head]!.norm))
      )
        break;
      if (preposition.norm === 'on' && gap === last) break;
      last = after.last;
      next++;
    }
  }
  const nameEnd = named && last === phrase.last ? behindName(tokens, phrase, sentence) : last;
  const styled = nameEnd > last ? {nameEnd} : null;
  last = nameEnd;
  // "(WHO)", "(R-Ohio)": short brackets belong to the name before.
  if (named && tokens[last]?.text === '(') {
    const close = tokens.slice(last, last + 8).findIndex(({text}) => text === ')');
    if (close > 0) last += close + 1;
  }
  const bracketed = tokens[last - 1]?.text === ')';
  while (next < phrases.length && (phrases[next] as NounPhrase).first < last) next++;
  const apposed = apposition(words, phrases, index, next, last, sentence, named, lemma);
  if (apposed) return styled ? {...styled, ...apposed} : apposed;
  return {phrase, last, apposed: null, bracketed, ...styled};
}

/**
 * "Director of the Dallas chapter of the Farm Council Rosa Diaz", "academic and author Rosa Diaz": a long office with no
 * article and, at the end of a source, the name of whoever holds it.
 */
function withOffice(
  {tokens}: BlockWords,
  phrases: readonly NounPhrase[],
  index: number,
  sourceEnd: number,
): Drawn | null {
  const phrase = phrases[index] as NounPhrase;
  let last = phrase.first + 1;
  while (last < phrase.last && (tokens[last] as Token).norm !== 'of') last++;
  // "American academic": a noun that was taken for an adjective ends the phrase before it.
  if (last === phrase.last && isPersonNoun(tokens[last]?.norm ?? '')) last++;
  const office = tokens[last - 1] as Token;
  const {pos} = tokens[phrase.first] as Token;
  if (pos === 'DET' || pos === 'PRON' || pos === 'NUM') return null;
  if (!isPersonNoun(office.norm) || singular(office.norm) !== office.norm) return null;
  let at = index + 1;
  while (phrases[at + 1] && endOf(tokens, phrases[at + 1] as NounPhrase) <= sourceEnd) at++;
  const holder = phrases[at];
  if (!holder || holder.pronoun || endOf(tokens, holder) > sourceEnd || holder.sentence !== phrase.sentence)
    return null;
  const link = tokens[last]?.norm ?? '';
  // Nothing but a name behind its office: "of the union Rosa Diaz"; a comma would begin an apposition.
  for (let i = last; i < holder.first; i++) if (tokens[i]?.text === ',') return null;
  let name: NameInside | null = null;
  if (/^(?:of|for|at|in)$/.test(link)) name = namesakeOf(tokens, holder.first, holder.last);
  else if (link === 'and' && at === index + 1 && tokens[holder.first]?.pos !== 'DET') {
    name = nameIn(tokens, holder.first, holder.last, false);
    const before = name ? tokens[name.titleFirst - 1] : undefined;
    const named = name && (name.first > name.titleFirst || isPersonNoun(before?.norm ?? ''));
    if (!named || name?.kind !== 'person') return null;
  }
  if (!name) return null;
  return {phrase, last: holder.last, apposed: null, name: {...name, titleFirst: phrase.first}};
}

const endOf = (tokens: readonly Token[], {last}: NounPhrase): number => (tokens[last - 1] as Token).end;

function apposition(
  {tokens}: BlockWords,
  phrases: readonly NounPhrase[],
  index: number,
  next: number,
  last: number,
  sentence: Sentence,
  named: boolean,
  lemma: string,
): Drawn | null {
  const phrase = phrases[index] as NounPhrase;
  if (tokens[last]?.text !== ',') return null;
  let at = next;
  let from = last + 1;
  // "Kim Park, 34, a nurse,"
  if (tokens[from]?.pos === 'NUM' && tokens[from + 1]?.text === ',') {
    from += 2;
    while (at < phrases.length && (phrases[at] as NounPhrase).first < from) at++;
  }
  const other = phrases[at];
  if (!other || other.pronoun || other.first !== from || other.sentence !== phrase.sentence) return null;
  const otherHead = tokens[other.head] as Token;
  const otherLemma = singular(otherHead.norm);
  const otherName = nameIn(tokens, other.first, other.last, false);
  const describes =
    named && otherName === null && (isPersonNoun(otherLemma) || organisationNouns.has(otherLemma));
  const names =
    !named &&
    otherName !== null &&
    isPersonNoun(lemma) &&
    otherName.kind !== 'organisation' &&
    lemma !== 'people' &&
    // "the director of exhibits at the university, Fayetteville": a place.
    (otherName.last - otherName.first > 1 || otherName.first > otherName.titleFirst || last === phrase.last);
  if (!describes && !names) return null;
  if (describes) {
    const before = tokens[phrase.first - 1];
    if (before && /^(?:in|at|near|from|outside|across)$/.test(before.norm)) return null;
    const opening = tokens[other.first] as Token;
    const plain = opening.pos !== 'DET' && opening.pos !== 'PRON' && opening.pos !== 'NUM';
    if (plain && !isPersonNoun(otherLemma)) return null;
  }
  const nameEnd = names ? behindName(tokens, other, sentence) : other.last;
  let end = nameEnd;
  for (let depth = 0, k = at + 1; depth < 3 && k < phrases.length; depth++, k++) {
    const inner = phrases[k] as NounPhrase;
    const preposition = tokens[end];
    // "an adviser to then-President Hale"
    let opens = end + 1;
    while (/^(?:then|now|-)$/.test(tokens[opens]?.norm ?? '')) opens++;
    if (
      inner.first !== opens ||
      !preposition ||
      !prepositions.has(preposition.norm) ||
      inner.pronoun ||
      isTime(tokens[inner.head] as Token)
    )
      break;
    end = inner.last;
  }
  const after = tokens[end];
  const closes =
    !after ||
    end >= sentence.last ||
    /^[,.;:!?)"”—–]/.test(after.text) ||
    /^(?:who|which|whose)$/.test(after.norm);
  if (!closes) return null;
  // A list of people is no apposition.
  if (
    after?.text === ',' &&
    names &&
    /^(?:and|or)$/.test(tokens[end + 1]?.norm ?? '') &&
    isCapital(tokens[end + 2])
  )
    return null;
  return {phrase, last: end, apposed: other, ...(nameEnd > other.last ? {nameEnd} : null)};
}

function mentionOf(
  words: BlockWords,
  {phrase, last, apposed, name: held, nameEnd}: Drawn,
  isSource: boolean,
): Mention | null {
  const {tokens, text, sentences} = words;
  const sentence = sentences[phrase.sentence] as Sentence;
  const startsSentence = opensClause(tokens, phrase.first, sentence);
  const ownName = held ?? nameIn(tokens, phrase.first, phrase.last, startsSentence);
  const otherName = apposed && !ownName ? nameIn(tokens, apposed.first, apposed.last, false) : null;
  const name = ownName ?? otherName;
  const span = spanOf(tokens, phrase.first, last);
  const headToken = tokens[phrase.head] as Token;
  const whole = text.slice(span.start, span.end);
  // "Hale, QC, said", "Hale, a nurse, said": past the comma that closes what stands behind the name.
  const behind = (nameEnd === last || apposed) && tokens[last]?.text === ',' ? last + 1 : last;
  const subject = functionOf(tokens, phrase.first, behind);
  const determiner = determinerOf(tokens, phrase, name !== null);
  if (name) {
    const head = spanOf(tokens, name.first, nameEnd ?? name.last);
    const before = text.slice(
      name === ownName ? span.start : (tokens[apposed!.first] as Token).start,
      head.start,
    );
    const role = roleOf(text, tokens, phrase, apposed, name === ownName, head);
    const kind: SourceKind =
      apposed || name.kind === 'unknown'
        ? kindBeside(tokens, phrase, apposed, name === ownName, name.kind)
        : name.kind;
    // A place is nobody, unless it speaks.
    if (
      kind === 'organisation' &&
      !isSource &&
      subject !== 'subject' &&
      isPlaceName(tokens, phrase, name.first, name.last)
    )
      return null;
    const own = text.slice(head.start, head.end);
    const doubtful =
      startsSentence &&
      !isSource &&
      !apposed &&
      phrase.last - phrase.first === 1 &&
      isEverydayWord(headToken.norm);
    return {
      start: span.start,
      end: span.end,
      text: whole,
      name: own,
      head,
      headLemma: null,
      role,
      kind,
      standing: kind === 'document' ? 'document' : 'named',
      gender:
        kind === 'person' || kind === 'unknown' ? genderOfName(own, `${before} ${role ?? ''}`) : 'neuter',
      plural: false,
      sentence: phrase.sentence,
      function: subject,
      parts: {},
      determiner,
      anonymity: null,
      doubtful,
    };
  }
  const lemma = singular(headToken.norm);
  const plural = isPlural(tokens, phrase);
  const kind = kindOfNoun(lemma, plural, headToken);
  if (kind === null && !isSource) return null;
  const tail = text.slice(spanOf(tokens, phrase.head, phrase.head + 1).end, sentence.end).slice(0, 240);
  const people = kind === 'person' || kind === 'group';
  const parts = people
    ? specificityOf(tokens, phrase.first, last, phrase.head, lemma, clauseAfter(tail))
    : {};
  return {
    start: span.start,
    end: span.end,
    text: whole,
    name: null,
    head: spanOf(tokens, phrase.head, phrase.head + 1),
    headLemma: lemma,
    role: people && parts.role ? text.slice(beforeHead(tokens, phrase), headToken.end) : null,
    kind: kind ?? 'unknown',
    standing: standingOf(kind, parts, lemma, determiner),
    gender: plural
      ? 'plural'
      : femaleWords.test(lemma)
        ? 'female'
        : maleWords.test(lemma)
          ? 'male'
          : people || isSurnameLike(determiner, kind, headToken)
            ? 'unknown'
            : 'neuter',
    plural,
    sentence: phrase.sentence,
    function: subject,
    parts,
    determiner,
    anonymity: null,
  };
}

/** "French said": who is called by a nationality alone may be somebody of that name. */
const isSurnameLike = (determiner: Mention['determiner'], kind: SourceKind | null, head: Token): boolean =>
  kind === null && determiner === 'bare' && isCapital(head) && isNationality(head.text);

/** Whether a capital here may be only the sentence's. */
function opensClause(tokens: readonly Token[], first: number, sentence: Sentence): boolean {
  if (first === sentence.first) return true;
  const before = tokens[first - 1];
  return before !== undefined && /^["“”‘'(:—–-]$/.test(before.text);
}

/** The words that say who it is, up to where the next clause begins: what stands after a comma and a cue is another's. */
function clauseAfter(tail: string): string {
  const cut = tail.search(/["“”;]|,\s+(?:said|says|added|according)\b|\b(?:said|says|told|added|warned)\b/u);
  return cut < 0 ? tail : tail.slice(0, cut);
}

function standingOf(
  kind: SourceKind | null,
  parts: Partial<Record<SpecificityPart, string>>,
  lemma: string,
  determiner: Mention['determiner'],
): Standing {
  if (kind === 'document') return 'document';
  if (kind === 'organisation')
    return determiner === 'definite' || determiner === 'bare' || determiner === 'none'
      ? 'named'
      : 'described';
  if (kind === 'person' && !sourceNouns.has(lemma) && parts.role && determiner === 'definite')
    return 'described';
  return parts.organisation || parts.seniority || parts.basis ? 'described' : 'vague';
}

function kindOfNoun(lemma: string, plural: boolean, {norm}: Token): SourceKind | null {
  if (
    norm === 'authorities' ||
    norm === 'police' ||
    norm === 'prosecutors' ||
    norm === 'forces' ||
    norm === 'services'
  )
    return 'organisation';
  if (lemma === 'authority') return 'person';
  if (quantifiers.has(lemma) || quantifiers.has(norm) || norm === 'others' || norm === 'people')
    return 'group';
  if (isPersonNoun(lemma)) return plural ? 'group' : 'person';
  if (groupNouns.has(lemma) && plural) return 'group';
  if (documentNouns.has(norm) || documentNouns.has(lemma)) return 'document';
  if (organisationNouns.has(norm) || organisationNouns.has(lemma)) return 'organisation';
  return null;
}

function isPlural(tokens: readonly Token[], {first, head}: NounPhrase): boolean {
  const {norm, lemma} = tokens[head] as Token;
  // "one of the doctors"
  if (tokens[first]?.norm === 'one' && tokens[first + 1]?.norm === 'of') return false;
  if (
    /^(?:people|police|many|some|most|several|few|those|others|both|all|men|women|children|spokespeople|personnel)$/.test(
      norm,
    )
  )
    return true;
  if (/(?:men|women|people)$/.test(norm) && norm !== lemma) return true;
  return /s$/.test(norm) && !/(?:ss|us|is)$/.test(norm) && singular(norm) !== norm;
}

function determinerOf(
  tokens: readonly Token[],
  {first, head}: NounPhrase,
  named: boolean,
): Mention['determiner'] {
  const {norm, pos} = tokens[first] as Token;
  for (let i = first; i < head; i++) {
    const word = tokens[i]!.norm;
    if (word === 'same' || word === 'similar') return 'same';
  }
  if (
    norm === 'a' ||
    norm === 'an' ||
    norm === 'one' ||
    norm === 'another' ||
    norm === 'some' ||
    norm === 'any'
  )
    return 'indefinite';
  if (pos === 'NUM' || /^(?:two|three|four|five|six|several|many|few|most|multiple)$/.test(norm))
    return 'indefinite';
  if (/^(?:the|this|that|these|those|his|her|their|its|our|my|whose|both|all)$/.test(norm)) return 'definite';
  if (tokens[first - 1]?.norm === 'whose') return 'definite';
  for (let i = first; i < head; i++) if (isPossessiveMark(tokens[i])) return 'definite';
  return named ? 'none' : 'bare';
}

/** Where the description of a role begins: behind the article. */
function beforeHead(tokens: readonly Token[], {first, head}: NounPhrase): number {
  let at = first;
  while (
    at < head &&
    /^(?:a|an|the|one|another|some|this|that|his|her|their|its|two|three|several)$/.test(tokens[at]!.norm)
  )
    at++;
  return (tokens[at] as Token).start;
}

function roleOf(
  text: string,
  tokens: readonly Token[],
  phrase: NounPhrase,
  apposed: NounPhrase | null,
  ownName: boolean,
  head: Span,
): string | null {
  const from = beforeHead(tokens, phrase);
  if (!ownName) {
    const end = (tokens[phrase.last - 1] as Token).end;
    return text.slice(from, end);
  }
  const before = text.slice(Math.min(from, head.start), head.start).trim();
  if (before !== '') return before;
  return apposed ? text.slice(beforeHead(tokens, apposed), (tokens[apposed.last - 1] as Token).end) : null;
}

/** What a name is of, going by the description that stands with it. */
function kindBeside(
  tokens: readonly Token[],
  phrase: NounPhrase,
  apposed: NounPhrase | null,
  ownName: boolean,
  known: SourceKind,
): SourceKind {
  const noun = ownName ? apposed && tokens[apposed.head] : tokens[phrase.head];
  if (!noun) return known;
  const lemma = singular(noun.norm);
  if (isPersonNoun(lemma)) return 'person';
  return organisationNouns.has(lemma) && known === 'unknown' ? 'organisation' : known;
}

function isPlaceName(tokens: readonly Token[], phrase: NounPhrase, first: number, last: number): boolean {
  const before = tokens[phrase.first - 1];
  const located =
    before !== undefined &&
    /^(?:in|at|to|from|near|across|around|outside|into|through|of|on|over|between|against)$/.test(
      before.norm,
    );
  return located && !organisationNouns.has(tokens[last - 1]!.norm) && last - first <= 2;
}

function genderOfName(name: string, before: string): Gender {
  for (const word of before.split(/[\s,]+/)) {
    if (femaleTitles.test(word) || femaleWords.test(word)) return 'female';
    if (maleTitles.test(word) || (maleWords.test(word) && !/^(?:spokesman|chairman)$/i.test(word)))
      return 'male';
  }
  if (/\b(?:spokesman|chairman)\b/i.test(before) && !genderOfFirstName(name.split(/\s+/)[0] ?? ''))
    return 'male';
  const parts = name.split(/\s+/);
  // Alone it may be a surname: "Hale said".
  return parts.length > 1 ? (genderOfFirstName(parts[0] ?? '') ?? 'unknown') : 'unknown';
}

/** Gives "on condition of anonymity" and its reason to whoever asked for it. */
function withAnonymity({text, sentences}: BlockWords, mentions: readonly Mention[]): readonly Mention[] {
  let changed: Mention[] | null = null;
  let next = 0;
  for (const [index, sentence] of sentences.entries()) {
    const first = next;
    while (next < mentions.length && (mentions[next] as Mention).sentence <= index) next++;
    const asked = anonymityIn(text, sentence);
    const barred = asked.length === 0 ? barredIn(text, sentence) : null;
    if (asked.length === 0 && barred === null) continue;
    changed ??= [...mentions];
    const own = changed.slice(first, next);
    const give = (before: number, anonymity: Span | null, reason: string | null): void => {
      const at = askerIn(own, before);
      const mention = own[at];
      if (!mention) return;
      own[at] = {
        ...mention,
        anonymity: anonymity ?? mention.anonymity,
        parts: reason === null ? mention.parts : {...mention.parts, reason},
      };
      (changed as Mention[])[first + at] = own[at];
    };
    for (const {span, reason} of asked) give(span.start, span, reason);
    if (barred !== null) give(barred.start, null, barred.reason);
  }
  return changed ?? mentions;
}

/** Who among the mentions of a sentence asks for anonymity at an offset: its index, or -1. */
function askerIn(mentions: readonly Mention[], before: number): number {
  const person = (m: Mention) =>
    m.start < before &&
    m.function !== 'possessive' &&
    m.kind !== 'organisation' &&
    m.kind !== 'document' &&
    m.headLemma !== 'condition' &&
    m.headLemma !== 'anonymity';
  const last = mentions.findLastIndex(
    (m) => person(m) && m.standing !== 'pronoun' && (m.function === 'subject' || m.kind !== 'unknown'),
  );
  if (last >= 0) return last;
  const first = mentions.findIndex(
    (m) => m.standing !== 'pronoun' && m.name === null && (m.kind === 'person' || m.kind === 'group'),
  );
  return first >= 0 ? first : mentions.findLastIndex((m) => person(m) && m.standing === 'pronoun');
}
