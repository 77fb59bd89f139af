import type {Span} from '../draft/block.js';
import type {Quotation} from '../language/quotation.js';
import type {BlockWords} from '../language/read.js';
import {firstAt, lowerBound} from '../language/spans.js';
import {isCapital, type Sentence, type Token} from '../language/token.js';
import type {Attributor, FoundAttribution} from './attributor.js';
import {
  cueLemmaOf,
  describingVerbs,
  documentVerbs,
  isCueVerb,
  sayingVerbs,
  tellingVerbs,
  thinkingVerbs,
} from './cues.js';
import {isTime, type NounPhrase, nounPhrases} from './nounPhrases.js';
import {documentNouns, isPersonNoun, organisationNouns, quantifiers, singular} from './nouns.js';

/** What the finder knows of the block while it walks through it. */
interface State {
  readonly words: BlockWords;
  readonly phrases: readonly NounPhrase[];
  /** The outermost quotation that token `i` stands in, or null. */
  readonly quoteOf: readonly (Quotation | null)[];
  readonly found: FoundAttribution[];
  /** Quotations that an attribution has taken for its content. */
  readonly taken: Set<Quotation>;
}

const auxiliaries = new Set(
  "has have had is are was were be been being will would can could may might must shall should do does did to also later then reportedly repeatedly publicly privately earlier previously once still never not n't just only even already simply often always again both each all recently subsequently".split(
    ' ',
  ),
);

/** What may stand between a subject and its verb: "has repeatedly", "finally". */
const isLight = ({norm, pos}: Token): boolean => auxiliaries.has(norm) || (pos === 'ADV' && /ly$/.test(norm));

/** Nouns that say what follows "that", when they are somebody's. */
const saidNouns = new Set(
  'claim allegation accusation announcement argument assertion assurance complaint contention declaration insistence prediction proclamation promise pledge remark representation statement suggestion warning'.split(
    ' ',
  ),
);

/**
 * Finds attributions by cue and structure: verbs of saying and thinking with their subject and clause, "according
 * to", a name and a colon, quotation marks. The trained tagger's stand-in, and what it is measured against.
 */
export const ruleAttributor: Attributor = (words, carry) => {
  const {tokens, sentences, quotations} = words;
  const state: State = {
    words,
    phrases: nounPhrases(words),
    quoteOf: quoteIndex(tokens, quotations),
    found: [],
    taken: new Set(),
  };
  label(state);
  for (const [index, sentence] of sentences.entries()) {
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = tokens[i] as Token;
      const quote = state.quoteOf[i];
      if (saidNouns.has(token.norm)) nounCue(state, i, quote, sentence, index);
      if (quote) {
        if (isCueVerb(token)) spokenCue(state, i, quote, sentence, index);
        else if (impressions.has(token.norm)) spokenImpression(state, i, quote, sentence, index);
        continue;
      }
      if (token.norm === 'according' && tokens[i + 1]?.norm === 'to')
        accordingTo(state, i, 2, sentence, index);
      else if (token.norm === 'as' && tokens[i + 1]?.norm === 'per')
        accordingTo(state, i, 2, sentence, index);
      else if (isCueVerb(token)) verbCue(state, i, sentence, index);
    }
  }
  looseQuotations(state, carry.openQuote);
  return state.found.sort((a, b) => a.sentence - b.sentence || startOf(a) - startOf(b));
};

const startOf = ({source, cue, content}: FoundAttribution): number =>
  Math.min(...[...source, ...cue, ...content].map(({start}) => start));

function quoteIndex(tokens: readonly Token[], quotations: readonly Quotation[]): (Quotation | null)[] {
  const of: (Quotation | null)[] = new Array(tokens.length).fill(null);
  for (const quotation of quotations) {
    if (quotation.depth > 0) continue;
    for (
      let i = firstAt(tokens, quotation.start);
      i < tokens.length && (tokens[i] as Token).start < quotation.end;
      i++
    ) {
      of[i] = quotation;
    }
  }
  return of;
}

/** "Tanaka: It went well." and `Tanaka: "It went well."` */
function label({words, found, phrases, taken}: State): void {
  const {tokens, sentences, text, quotations} = words;
  const colon = tokens.findIndex(({text: mark}) => mark === ':');
  if (colon < 1 || colon > 12) return;
  const phrase = phrases[0];
  if (phrase?.first !== 0 || phrase.pronoun || !isCapital(tokens[phrase.first])) return;
  if (phrase.last !== colon && !(tokens[phrase.last]?.text === ',' && colon - phrase.last < 8)) return;
  const end = (tokens.at(-1) as Token).end;
  const from = tokens[colon + 1];
  if (!from || !isPersonal(tokens, phrase)) return;
  const quotation = quotations.find(({start, depth}) => depth === 0 && start === from.start);
  // "Reform: what it means": only a name or an office speaks without quotation marks.
  if (!quotation && (phrase.last !== colon || tokens.length < colon + 5)) return;
  for (const one of quotations) if (one.depth === 0) taken.add(one);
  found.push({
    source: [span(tokens, 0, phrase.last)],
    cue: [span(tokens, colon, colon + 1)],
    content: [trim(text, {start: from.start, end})],
    sentence: sentences.findIndex(({first, last}) => first <= colon && last > colon),
    confidence: quotation ? 0.9 : 0.6,
  });
}

function isPersonal(tokens: readonly Token[], {first, last, head}: NounPhrase): boolean {
  const name = tokens.slice(first, last);
  return (
    last - first <= 6 &&
    (isPersonNoun(singular((tokens[head] as Token).norm)) ||
      (name.length > 1 && name.every((token) => isCapital(token)) && tokens[head]?.pos === 'PROPN'))
  );
}

const span = (tokens: readonly Token[], first: number, last: number): Span => ({
  start: (tokens[first] as Token).start,
  end: (tokens[last - 1] as Token).end,
});

/** Without spaces, commas and dashes at its ends; quotation marks and full stops stay. */
function trim(text: string, {start, end}: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s,:;—–-]/u.test(text.charAt(from))) from++;
  while (to > from && /[\s,:;.—–-]/u.test(text.charAt(to - 1))) to--;
  return {start: from, end: to};
}

/** The phrase that begins at token `i`, with its complements and appositions: one past its last token. */
function sourceEnd(state: State, i: number, sentence: Sentence): number {
  const {
    phrases,
    words: {tokens},
  } = state;
  let at = lowerBound(phrases.length, (k) => (phrases[k] as NounPhrase).first < i);
  const phrase = phrases[at];
  if (!phrase || phrase.first > i + 1) return -1;
  let last = phrase.last;
  for (let depth = 0; depth < 5; depth++) {
    const next = phrases[at + 1];
    const gap = tokens[last];
    if (!next || !gap || last >= sentence.last || next.last > sentence.last) break;
    const links =
      (next.first === last + 1 && /^(?:of|for|from|at|in|with|within|inside|and|&|near)$/.test(gap.norm)) ||
      (next.first === last + 2 && /^(?:familiar|close|briefed|privy|involved)$/.test(gap.norm)) ||
      (next.first === last + 1 &&
        gap.text === ',' &&
        describes(tokens, phrase, next) &&
        closesAfter(state, at + 1, sentence));
    if (!links || next.pronoun || isTime(tokens[next.head] as Token)) break;
    last = next.last;
    at++;
  }
  return last;
}

/** Whether a phrase can be an apposition: it says what kind of source the other one is, or names it. */
function describes(tokens: readonly Token[], phrase: NounPhrase, other: NounPhrase): boolean {
  const noun = singular((tokens[other.head] as Token).norm);
  const article = /^(?:a|an|its|their|his|her)$/.test(tokens[other.first]?.norm ?? '');
  return (
    isPersonNoun(noun) ||
    organisationNouns.has(noun) ||
    (article && documentNouns.has(noun)) ||
    (isPersonNoun(singular((tokens[phrase.head] as Token).norm)) && isCapital(tokens[other.head]))
  );
}

/** Whether a phrase, with what hangs on it, ends at a mark or at "who": an apposition does, a subject does not. */
function closesAfter({phrases, words: {tokens}}: State, at: number, sentence: Sentence): boolean {
  let {last} = phrases[at] as NounPhrase;
  for (let k = at + 1; k < at + 4; k++) {
    const next = phrases[k];
    if (
      next?.first !== last + 1 ||
      !/^(?:of|for|from|at|in|with|on|and|near)$/.test(tokens[last]?.norm ?? '')
    )
      break;
    last = next.last;
  }
  return last >= sentence.last || /^(?:[,.;:!?)"”—–]|who|which|whose)$/.test(tokens[last]?.norm ?? '');
}

/** "…, according to the ministry" and "According to the ministry, …". */
function accordingTo(state: State, i: number, length: number, sentence: Sentence, index: number): void {
  const {
    words: {tokens, text},
    found,
    quoteOf,
  } = state;
  const end = sourceEnd(state, i + length, sentence);
  if (end < 0) return;
  const leads =
    text.slice(sentence.start, (tokens[i] as Token).start).replace(/["“”‘’\s]|\bbut\b|\band\b/giu, '') === '';
  let from: number;
  let to: number;
  if (leads) {
    let after = end;
    while (after < sentence.last && tokens[after]?.text !== ',') after++;
    if (after >= sentence.last) after = end;
    from = after + 1;
    to = sentence.last;
  } else {
    from = clauseStart(state, i, sentence, index);
    to = i;
  }
  if (from >= to) return;
  found.push({
    source: [span(tokens, i + length, end)],
    cue: [span(tokens, i, i + length)],
    content: [trim(text, span(tokens, from, to))],
    sentence: index,
    confidence: 0.9,
  });
  for (let k = from; k < to; k++) if (quoteOf[k]) state.taken.add(quoteOf[k] as Quotation);
}

/** Where the statement before token `i` begins: behind the last attribution of the sentence. */
function clauseStart({found, words: {tokens}}: State, i: number, sentence: Sentence, index: number): number {
  let from = sentence.first;
  const {start} = tokens[sentence.first] as Token;
  // Those of the sentence are the last ones found.
  for (let k = found.length - 1; k >= 0; k--) {
    const one = found[k] as FoundAttribution;
    if (one.sentence !== index) break;
    for (const part of [...one.source, ...one.cue, ...one.content]) {
      if (part.start < start) continue;
      const at = firstAt(tokens, part.end);
      if (at > from && at <= i) from = at;
    }
  }
  return from;
}

function verbCue(state: State, verb: number, sentence: Sentence, index: number): void {
  const {
    words: {tokens, text},
    quoteOf,
  } = state;
  const token = tokens[verb] as Token;
  const lemma = cueLemmaOf(token);
  if (
    /ing$/.test(token.norm) &&
    !withSubject(state, verb) &&
    !/^(?:,|who|is|are|was|were)$/.test(tokens[verb - 1]?.norm ?? '') &&
    !quoteOf[verb - 2]
  )
    return;
  let first = verb;
  while (first > sentence.first && isLight(tokens[first - 1] as Token) && !quoteOf[first - 1]) first--;
  // "to say that" hangs on another verb, "was said to" on nobody.
  if (tokens[first]?.norm === 'to' && first < verb) return;
  const passive =
    tokens.slice(first, verb).some(({norm}) => /^(?:is|are|was|were|been|being|be)$/.test(norm)) &&
    !/ing$/.test(token.norm);
  if (passive) return;
  // "agreed to meet", "help people understand": nobody says anything there.
  if (tokens[verb + 1]?.norm === 'to' && /^(?:agree|decide|propose|hope|expect|seek|wish|plan)$/.test(lemma))
    return;

  const before = subjectBefore(state, first, sentence);
  const inverted = before ? null : subjectAfter(state, verb, sentence);
  if (!before && !inverted) return;
  const source = before ?? (inverted as Part);
  if (
    before &&
    first === verb &&
    /^(?:help|let|make|have|see|watch|hear)$/.test(tokens[source.first - 1]?.lemma ?? '')
  )
    return;
  const participle = /ing$/.test(token.norm);
  if (participle && !before) return;
  if (!speaks(state, source, lemma)) return;

  const cueFirst = before ? first : verb;
  let cueLast = verb + 1;
  if (before && tellingVerbs.has(lemma) && lemma !== 'say')
    cueLast = Math.max(cueLast, addressee(state, cueLast, sentence));
  if (lemma === 'point' || lemma === 'go') {
    if (!/^(?:out|on)$/.test(tokens[cueLast]?.norm ?? '')) return;
    cueLast++;
  }
  cueLast = manner(state, cueLast, sentence);

  const left = Math.min(before ? source.first : verb, verb);
  const contents: Span[] = [];
  const right = before ? cueLast : Math.max(source.last, cueLast);
  const around = insertedIn(state, left, right, sentence, index);
  if (around) contents.push(...around);
  else {
    const leading = contentBefore(state, left, sentence, index);
    if (leading) contents.push(leading);
    const trailing = contentAfter(state, right, sentence, lemma, leading !== null, !before);
    if (trailing) contents.push(trailing);
  }
  if (contents.length === 0) return;
  for (const part of contents) {
    for (let k = firstAt(tokens, part.start); k < tokens.length && tokens[k]!.start < part.end; k++) {
      if (quoteOf[k]) state.taken.add(quoteOf[k] as Quotation);
    }
  }
  state.found.push({
    source: [trim(text, span(tokens, source.first, source.last))],
    cue: [span(tokens, cueFirst, cueLast)],
    content: contents,
    sentence: index,
    confidence:
      around || lemma === 'say' || lemma === 'tell'
        ? 0.95
        : contents.some(({start}) => quoteOf[firstAt(tokens, start)])
          ? 0.9
          : 0.75,
  });
}

/** No cue between the commas of an inserted clause is followed by more than this. */
const longestManner = 6;

/** What stands around "Buyers, said Kolar, are told to wait": a subject, the cue between commas, and its verb. */
function insertedIn(
  state: State,
  left: number,
  right: number,
  sentence: Sentence,
  index: number,
): readonly Span[] | null {
  const {
    phrases,
    words: {tokens, text},
    quoteOf,
  } = state;
  if (tokens[left - 1]?.text !== ',' || left - 2 < sentence.first) return null;
  let comma = right;
  const end = Math.min(sentence.last - 1, right + longestManner);
  while (comma < end && !quoteOf[comma] && !/^(?:,|VERB|AUX)$/.test(markOrPos(tokens[comma]))) comma++;
  const verb = tokens[comma + 1];
  if (tokens[comma]?.text !== ',' || !verb || comma + 1 >= sentence.last) return null;
  if (!(verb.pos === 'AUX' || (verb.pos === 'VERB' && !/ing$/.test(verb.norm)))) return null;
  const from = clauseStart(state, left, sentence, index);
  const subject = phrases[lastPhraseBefore(phrases, from) + 1];
  if (!subject || subject.first !== from || subject.last > left - 1) return null;
  if (isTime(tokens[subject.head] as Token)) return null;
  for (let i = from; i < left - 1; i++) {
    if (quoteOf[i] || /^(?:,|VERB|AUX)$/.test(markOrPos(tokens[i]))) return null;
  }
  return [trim(text, span(tokens, from, left - 1)), trim(text, span(tokens, comma + 1, sentence.last))];
}

const markOrPos = (token: Token | undefined): string =>
  token === undefined ? '' : token.text === ',' ? ',' : token.pos;

/** "with Boswell stating": a participle with a subject of its own. */
function withSubject({phrases, words: {tokens}}: State, verb: number): boolean {
  const phrase = phrases[lastPhraseBefore(phrases, verb)];
  return phrase !== undefined && phrase.last === verb && tokens[phrase.first - 1]?.norm === 'with';
}

/** "I think the ban works", inside a quotation: whoever speaks there says what he or another thinks or says. */
function spokenCue(state: State, verb: number, quote: Quotation, sentence: Sentence, index: number): void {
  const {
    phrases,
    words: {tokens, text},
  } = state;
  const lemma = cueLemmaOf(tokens[verb] as Token);
  if (/ing$/.test((tokens[verb] as Token).norm)) return;
  if (!thinkingVerbs.has(lemma) && !sayingVerbs.has(lemma) && !tellingVerbs.has(lemma)) return;
  let first = verb;
  while (first > sentence.first && isLight(tokens[first - 1] as Token)) first--;
  // "He went on to say".
  if (tokens[first]?.norm === 'to') {
    if (!/^(?:proceed|continue|begin|start)$/.test(tokens[first - 1]?.lemma ?? '')) return;
    first--;
  }
  const subject = phrases[lastPhraseBefore(phrases, first)];
  if (!subject || subject.last !== first || (tokens[subject.first] as Token).start < quote.inner.start)
    return;
  const source = {first: subject.first, last: subject.last, head: subject.head};
  if (tokens[subject.head]?.norm === 'you' || !speaks(state, source, lemma)) return;
  let right = verb + 1;
  if (tellingVerbs.has(lemma)) right = addressee(state, lemma === 'lie' ? right + 1 : right, sentence);
  const stop = Math.min(sentence.last, firstAt(tokens, quote.inner.end));
  const opening = tokens[right];
  if (!opening || right >= stop - 1) return;
  if (
    opening.norm !== 'that' &&
    !(/^(?:DET|PRON|PROPN|NOUN|ADJ|NUM)$/.test(opening.pos) && finiteSoon(tokens, right, stop))
  )
    return;
  state.found.push({
    source: [span(tokens, source.first, source.last)],
    cue: [span(tokens, first, verb + 1)],
    content: [trim(text, span(tokens, right, stop))],
    sentence: index,
    confidence: 0.7,
  });
}

/** What one has that is no more than a view. */
const impressions = new Set(['feeling', 'impression', 'sense', 'sensation', 'suspicion', 'hunch']);

/** "I have the clear impression that the ban works", inside a quotation. */
function spokenImpression(
  state: State,
  noun: number,
  quote: Quotation,
  sentence: Sentence,
  index: number,
): void {
  const {
    phrases,
    words: {tokens, text},
  } = state;
  const {first} = phrases[lastPhraseBefore(phrases, noun + 1)] ?? {first: -1};
  const subject = phrases[lastPhraseBefore(phrases, first)];
  const verb = tokens[first - 1];
  const stop = Math.min(sentence.last, firstAt(tokens, quote.inner.end));
  if (!subject || verb?.lemma !== 'have' || subject.last !== first - 1) return;
  if ((tokens[subject.first] as Token).start < quote.inner.start) return;
  if (tokens[noun + 1]?.norm !== 'that' || noun + 2 >= stop) return;
  state.found.push({
    source: [span(tokens, subject.first, subject.last)],
    cue: [span(tokens, first - 1, noun + 1)],
    content: [trim(text, span(tokens, noun + 1, stop))],
    sentence: index,
    confidence: 0.7,
  });
}

const describesNoun = ({norm, pos}: Token): boolean => pos === 'ADJ' || (pos === 'VERB' && /ed$/.test(norm));

/** "Diaz's repeated claim that the pool was safe". */
function nounCue(
  {phrases, words: {tokens, text}, found}: State,
  noun: number,
  quote: Quotation | null | undefined,
  sentence: Sentence,
  index: number,
): void {
  const stop = quote ? Math.min(sentence.last, firstAt(tokens, quote.inner.end)) : sentence.last;
  if (tokens[noun + 1]?.norm !== 'that' || !finiteSoon(tokens, noun + 2, stop)) return;
  let last = noun;
  while (last > sentence.first && last > noun - 3 && describesNoun(tokens[last - 1] as Token)) last--;
  const owner = tokens[last - 1];
  if (!owner || last === sentence.first) return;
  let first = last - 1;
  if (/^(?:'s|')$/.test(owner.norm)) {
    const at = lastPhraseBefore(phrases, last);
    const phrase = [phrases[at], phrases[at + 1]].find(
      (one) => one !== undefined && one.first < last - 1 && one.last >= last - 1,
    );
    if (!phrase || phrase.first < sentence.first) return;
    first = phrase.first;
  } else if (!/^(?:his|her|their)$/.test(owner.norm)) return;
  found.push({
    source: [span(tokens, first, last)],
    cue: [span(tokens, noun, noun + 1)],
    content: [trim(text, span(tokens, noun + 1, stop))],
    sentence: index,
    confidence: 0.75,
  });
}

interface Part {
  readonly first: number;
  readonly last: number;
  readonly head: number;
}

/** The subject that ends right before token `verb`: past brackets and a clause between commas. */
function subjectBefore(
  {phrases, words: {tokens}, quoteOf}: State,
  verb: number,
  sentence: Sentence,
): Part | null {
  let end = verb;
  // An emoji between a name and its verb is nobody's.
  while (end - 1 > sentence.first && /^[^\p{L}\p{N}\p{P}]+$/u.test(tokens[end - 1]?.text ?? '')) end--;
  const skipped = (): number => {
    const mark = tokens[end - 1];
    if (!mark || end - 1 <= sentence.first) return -1;
    if (mark.text === ')') {
      let k = end - 2;
      while (k > sentence.first && tokens[k]?.text !== '(') k--;
      return k;
    }
    if (mark.text === ',' || mark.text === '—' || mark.text === '–') {
      // "Kolar, who runs the mill, said": back to the comma that opens it.
      let k = end - 2;
      while (k > sentence.first && tokens[k]?.text !== mark.text && !quoteOf[k]) k--;
      if (quoteOf[k] || k <= sentence.first) return -1;
      const opens = tokens[k + 1];
      const clause =
        opens &&
        (/^(?:who|which|whose|a|an|the|speaking|citing|himself|herself|like|formerly|now|then|in|on|of|at|where)$/.test(
          opens.norm,
        ) ||
          opens.pos === 'NUM' ||
          opens.pos === 'NOUN' ||
          opens.pos === 'VERB' ||
          opens.pos === 'ADJ' ||
          opens.pos === 'PROPN' ||
          opens.pos === 'PRON');
      return clause ? k : -1;
    }
    return -1;
  };
  let outer = -1;
  for (let hops = 0; hops < 4; hops++) {
    let p = lastPhraseBefore(phrases, end);
    let phrase = phrases[p];
    if (phrase && phrase.last === end && phrase.first >= sentence.first && !quoteOf[phrase.head]) {
      if (outer < 0) outer = end;
      // Complements: "a spokesman for the airline", "the head of the union"; back to what they hang on.
      let first = phrase.first;
      let head = phrase.head;
      for (let depth = 0; depth < 6; depth++) {
        const before = phrases[p - 1];
        const gap = tokens[first - 1];
        if (!before || !gap || before.first < sentence.first || quoteOf[before.head]) break;
        const links =
          (before.last === first - 1 &&
            /^(?:of|for|from|at|in|with|within|inside|near|around|across|about|against|among|between|over|outside|and|to|on|by|&|or)$/.test(
              gap.norm,
            ) &&
            !isTime(tokens[before.head] as Token)) ||
          (before.last === first - 2 &&
            /^(?:familiar|close|briefed|privy|involved|interviewed|present)$/.test(
              tokens[first - 2]?.norm ?? '',
            )) ||
          (before.last === first - 1 && gap.norm === 'who');
        if (!links) break;
        // "In Paris officials said": the place belongs to the sentence, not to them.
        first = before.first;
        head = before.head;
        p--;
        phrase = before;
      }
      const opener = tokens[first - 1];
      if (
        opener &&
        opener.pos === 'ADP' &&
        opener.norm !== 'as' &&
        first - 1 === sentence.first &&
        head !== (phrases[lastPhraseBefore(phrases, outer)] as NounPhrase).head
      ) {
        const inner = phrases[lastPhraseBefore(phrases, outer)] as NounPhrase;
        return {first: inner.first, last: outer, head: inner.head};
      }
      // "Ines Moreau, curator and director of the museum, said": the name that it describes.
      const named = phrases[p - 1];
      if (
        named &&
        opener?.text === ',' &&
        named.last === first - 1 &&
        named.first >= sentence.first &&
        isPersonNoun(singular((tokens[head] as Token).norm)) &&
        named.last - named.first > 1 &&
        isCapital(tokens[named.head]) &&
        tokens[named.head]?.pos === 'PROPN' &&
        !/^(?:in|at|near|from)$/.test(tokens[named.first - 1]?.norm ?? '')
      ) {
        return {first: named.first, last: outer, head: named.head};
      }
      const clause = relativeHead(phrases, tokens, first, sentence);
      if (clause) return {first: clause.first, last: outer, head: clause.head};
      return {first, last: outer, head};
    }
    const to = skipped();
    if (to < 0) return relativeSubject(phrases, tokens, end, sentence);
    if (outer < 0) outer = tokens[end - 1]?.text === ')' ? end : end - 1;
    end = to;
  }
  return null;
}

/** "An official who attended the talks said": the one before "who", from the phrase that ends its clause. */
function relativeHead(
  phrases: readonly NounPhrase[],
  tokens: readonly Token[],
  first: number,
  sentence: Sentence,
): NounPhrase | null {
  let verb = false;
  for (let i = first - 1; i > sentence.first && i >= first - longestClause; i--) {
    const token = tokens[i] as Token;
    if (/^[,;:"“”]$/.test(token.text)) return null;
    if (token.norm === 'who') {
      const phrase = phrases[lastPhraseBefore(phrases, i)];
      return verb && phrase && phrase.last === i && phrase.first >= sentence.first ? phrase : null;
    }
    verb ||= token.pos === 'VERB' || token.pos === 'AUX';
  }
  return null;
}

/** In tokens; a longer clause gets commas around it. */
const longestClause = 16;

/** "the officer who said": the one before "who". */
function relativeSubject(
  phrases: readonly NounPhrase[],
  tokens: readonly Token[],
  end: number,
  sentence: Sentence,
): Part | null {
  if (tokens[end - 1]?.norm !== 'who') return null;
  let at = end - 1;
  if (tokens[at - 1]?.text === ',') at--;
  const phrase = phrases[lastPhraseBefore(phrases, at)];
  return phrase && phrase.last === at && phrase.first >= sentence.first
    ? {first: phrase.first, last: phrase.last, head: phrase.head}
    : null;
}

/** Index of the last phrase that ends at or before token `end`. */
function lastPhraseBefore(phrases: readonly NounPhrase[], end: number): number {
  return lowerBound(phrases.length, (i) => (phrases[i] as NounPhrase).last <= end) - 1;
}

/** `"…," said Kolar, who runs the mill.` */
function subjectAfter(state: State, verb: number, sentence: Sentence): Part | null {
  const {
    phrases,
    words: {tokens},
    quoteOf,
  } = state;
  const mark = tokens[verb - 1];
  const afterQuote = verb - 1 >= sentence.first && (quoteOf[verb - 1] !== null || mark?.text === ',');
  if (!afterQuote) return null;
  const at = lastPhraseBefore(phrases, verb) + 1;
  const phrase = phrases[at];
  if (!phrase || phrase.first !== verb + 1 || quoteOf[phrase.head]) return null;
  return {
    first: phrase.first,
    last: Math.max(phrase.last, sourceEnd(state, verb + 1, sentence)),
    head: phrase.head,
  };
}

/** Whether the subject is one who can say things: not a price that "said", not a storm that "claimed". */
function speaks({words: {tokens}, phrases}: State, {head, first}: Part, lemma: string): boolean {
  const token = tokens[head] as Token;
  const noun = singular(token.norm);
  if (isTime(token) && !isCapital(tokens[head - 1])) return false;
  if (token.pos === 'PRON') return token.norm !== 'it' || lemma !== 'show';
  if (isPersonNoun(noun) || quantifiers.has(noun) || quantifiers.has(token.norm) || token.norm === 'people')
    return true;
  if (documentNouns.has(noun) || documentNouns.has(token.norm)) return documentVerbs.has(lemma);
  if (organisationNouns.has(noun) || organisationNouns.has(token.norm)) return true;
  if (token.pos === 'PROPN' || (isCapital(token) && head > first)) return true;
  void phrases;
  return lemma === 'say' || lemma === 'tell';
}

/** "told reporters", "warned the council": one past the one who is told. */
function addressee({phrases, words: {tokens}}: State, at: number, sentence: Sentence): number {
  const next = phrases[lastPhraseBefore(phrases, at) + 1];
  if (!next || next.first !== at || next.last >= sentence.last) return at;
  const after = tokens[next.last];
  // "warned prices would rise": no one is told there.
  if (after?.pos === 'AUX' || (after?.pos === 'VERB' && after.norm !== 'to')) return at;
  return next.last;
}

/** "in a statement", "on Tuesday", "Tuesday": when and how it was said belongs to neither side. */
function manner({words: {tokens}, phrases}: State, start: number, sentence: Sentence): number {
  let at = start;
  for (let hops = 0; hops < 3; hops++) {
    const token = tokens[at];
    if (!token || at >= sentence.last) break;
    const next = phrases[lastPhraseBefore(phrases, at) + 1];
    if (
      isTime(token) &&
      isCapital(token) &&
      !(tokens[at + 1]?.pos === 'PROPN' && isCapital(tokens[at + 1]))
    ) {
      at++;
      continue;
    }
    if (token.norm === 'to' && hops === 0 && next && next.first === at + 1 && next.last < sentence.last) {
      at = next.last;
      continue;
    }
    if (token.pos === 'ADP' && next && next.first === at + 1 && next.last <= sentence.last) {
      const head = tokens[next.head] as Token;
      if (
        isTime(head) ||
        (/^(?:in|at|via|on|during|through|by)$/.test(token.norm) &&
          /^(?:statement|interview|email|letter|tweet|post|speech|report|conference|briefing|hearing|memo|message|release|court|testimony|televised|address|press|meeting|filing|document|phone|telephone|news|radio|television|twitter|facebook|x|article|blog|book|paper|study|ruling|note|text)$/.test(
            singular(head.norm),
          )) ||
        isPlaceOfSpeech(tokens, token, next)
      ) {
        at = next.last;
        continue;
      }
    }
    break;
  }
  return at;
}

/** "told reporters in Berlin that …": a place, before what opens a clause. */
function isPlaceOfSpeech(tokens: readonly Token[], preposition: Token, place: NounPhrase): boolean {
  const after = tokens[place.last];
  return (
    /^(?:in|at|outside|near)$/.test(preposition.norm) &&
    isCapital(tokens[place.head]) &&
    after !== undefined &&
    (after.norm === 'that' || after.pos === 'DET' || after.pos === 'PRON')
  );
}

/** What stands before the cue clause, up to the comma or the closing mark before it. */
function contentBefore(state: State, left: number, sentence: Sentence, index: number): Span | null {
  const {
    words: {tokens, text},
    quoteOf,
  } = state;
  const mark = tokens[left - 1];
  if (left - 1 < sentence.first || !mark) return null;
  const closesQuote =
    quoteOf[left - 1] !== null && (quoteOf[left - 1] as Quotation).end <= (tokens[left] as Token).start;
  if (!closesQuote && mark.text !== ',' && mark.text !== '—' && mark.text !== '–') return null;
  const from = clauseStart(state, left, sentence, index);
  let start = from;
  // "But on Monday, Kolar said": no statement stands before that comma.
  if (!closesQuote) {
    const words = tokens.slice(from, left - 1);
    const verb = words.some(({pos}) => pos === 'VERB' || pos === 'AUX');
    if (
      !verb ||
      words.length < 3 ||
      /^(?:when|while|after|before|as|if|although|though|since|in|on|at|during|speaking|asked|with|for|by|following|despite)$/.test(
        words[0]?.norm ?? '',
      )
    ) {
      return null;
    }
  } else {
    // A quotation may have begun in a sentence before this one.
    const quote = quoteOf[left - 1] as Quotation;
    if (quote.start < (tokens[from] as Token).start) start = firstAt(tokens, quote.start);
  }
  if (start >= left) return null;
  const part = trim(text, span(tokens, start, left));
  return part.end > part.start ? part : null;
}

/** What follows the cue: a clause, a quotation, or for verbs like "accuse" whatever their object is. */
function contentAfter(
  state: State,
  right: number,
  sentence: Sentence,
  lemma: string,
  already: boolean,
  inverted: boolean,
): Span | null {
  const {
    words: {tokens, text},
    quoteOf,
    phrases,
  } = state;
  let from = right;
  while (from < sentence.last && /^[,:;—–-]$/.test(tokens[from]?.text ?? '')) from++;
  const token = tokens[from];
  if (!token || from >= sentence.last || /^[.!?]$/.test(token.text)) return null;
  const quoted = quoteOf[from] !== null;
  if (already) {
    // `"…," he said, "…"`: only a quotation, or a clause that the comma opens, goes on with it.
    if (!quoted && !(tokens[right]?.norm === 'that')) return null;
  }
  if (inverted && !quoted) return null;
  let to = sentence.last;
  if (quoted) {
    // All sentences of the quotation.
    const quote = quoteOf[from] as Quotation;
    const end = firstAt(tokens, quote.end);
    if (end > to) to = end;
  } else {
    for (let k = from; k < sentence.last; k++) {
      if (tokens[k]?.norm === 'according' && tokens[k + 1]?.norm === 'to') to = k;
    }
  }
  if (!quoted) {
    const clausal = token.norm === 'that' || hasVerb(tokens, from + 1, to);
    const wh = /^(?:whether|how|why|what|who|where|when|if)$/.test(token.norm);
    if (sayingVerbs.has(lemma) || tellingVerbs.has(lemma)) {
      const object = phrases[lastPhraseBefore(phrases, from) + 1];
      const nominal = object !== undefined && object.first === from;
      if (!clausal && !wh) {
        if (!(describingVerbs.has(lemma) && nominal) || tellingVerbs.has(lemma)) return null;
        if (tokens[object.head]?.lemma === 'life' || tokens[object.head]?.lemma === 'victim') return null;
      }
      if (token.pos === 'ADP' && lemma !== 'say' && token.norm !== 'that') return null;
      if (/^(?:and|or|but)$/.test(token.norm)) return null;
    } else if (describingVerbs.has(lemma)) {
      if (token.pos === 'ADP' || token.pos === 'CCONJ' || token.pos === 'PUNCT') return null;
    } else if (thinkingVerbs.has(lemma)) {
      const object =
        /^(?:expect|fear|anticipate)$/.test(lemma) && /^(?:DET|NOUN|ADJ|NUM|PROPN)$/.test(token.pos);
      if (!(token.norm === 'that' || wh || object || (clausal && finiteSoon(tokens, from, to)))) return null;
    }
  }
  const part = trim(text, span(tokens, from, to));
  return part.end > part.start ? part : null;
}

const hasVerb = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const pos = tokens[i]?.pos;
    if (pos === 'VERB' || pos === 'AUX') return true;
  }
  return false;
};

/** A finite verb within reach of its subject: "believe the ban works", not "know the way to the sea". */
function finiteSoon(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from + 1; i < Math.min(to, from + 14); i++) {
    const token = tokens[i] as Token;
    if (token.pos === 'AUX') return true;
    if (token.pos === 'VERB' && !/ing$/.test(token.norm) && tokens[i - 1]?.norm !== 'to') return true;
  }
  return false;
}

/** Quotations that no cue has claimed: signed, said by whoever spoke before in the paragraph, or by nobody named. */
function looseQuotations({words, phrases, found, taken}: State, openBefore: boolean): void {
  const {quotations, sentences, tokens} = words;
  let sentence = 0;
  for (const quotation of quotations) {
    if (quotation.depth > 0 || !quotation.speech || taken.has(quotation)) continue;
    while (sentence < sentences.length - 1 && (sentences[sentence] as Sentence).end <= quotation.start)
      sentence++;
    const content = [{start: quotation.start, end: quotation.end}];
    const dash = firstAt(tokens, quotation.end);
    const signed = signature(tokens, phrases, dash);
    if (signed) {
      found.push({
        source: [span(tokens, signed.first, signed.last)],
        cue: [span(tokens, dash, dash + 1)],
        content,
        sentence,
        confidence: 0.85,
      });
    } else {
      found.push({
        source: [],
        cue: [],
        content,
        sentence,
        confidence: openBefore && quotation.continued ? 0.9 : 0.6,
      });
    }
  }
}

/** `"…" — Ana Silva`: a dash and a name that end the line. */
function signature(
  tokens: readonly Token[],
  phrases: readonly NounPhrase[],
  dash: number,
): NounPhrase | null {
  if (!/^[—–―-]$/.test(tokens[dash]?.text ?? '')) return null;
  const phrase = phrases[lastPhraseBefore(phrases, dash + 1) + 1];
  if (!phrase || phrase.first !== dash + 1 || phrase.pronoun || !isCapital(tokens[phrase.head])) return null;
  const next = tokens[phrase.last];
  return !next || /^[.,(“"”]$/.test(next.text) ? phrase : null;
}
