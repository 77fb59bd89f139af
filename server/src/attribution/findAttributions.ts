import type {Span} from '../draft/block.js';
import type {Quotation} from '../language/quotation.js';
import type {BlockWords} from '../language/read.js';
import {firstAt, firstEndingAfter, overlapTest} from '../language/spans.js';
import type {Token} from '../language/token.js';
import type {Attributor, FoundAttribution} from './attributor.js';
import {isCueNoun, isCueVerb} from './cues.js';
import {longestTagged} from './longest.js';
import {modelAttributor} from './model/modelAttributor.js';
import {beyondSentence, corrected, isInserted, isOpener, nestedTest} from './nested.js';
import {documentNouns} from './nouns.js';
import {ruleAttributor} from './ruleAttributor.js';

/** Less sure than this, the tagger has to be borne out by the words of the cue. */
const doubtful = 0.3;
/** Less sure than this, whatever the words are, it is a mistake. */
const absurd = 0.1;
/** Less sure than this, a quotation of another sentence does not belong to a cue that nobody speaks. */
const unsure = 0.6;
/** As sure as this, the rules may add to what the tagger saw. */
const certain = 0.7;

/**
 * Finds attributions with the trained tagger, mended where the words say otherwise: a cue with no verb of saying that
 * it is itself unsure of counts for nothing, a quotation that stands alone is nobody's, and what needs no judgement
 * ("as per the ministry", a name and a colon, a quotation with its speaker's name behind a dash), is a charge, or is
 * somebody's own view within what he says is added where the tagger saw nothing.
 */
export const findAttributions: Attributor = (words, carry) => {
  if (words.tokens.length > longestTagged.paragraph) return ruleAttributor(words, carry);
  const spoken = words.quotations.filter(({depth, speech}) => depth === 0 && speech);
  const ruled = ruleAttributor(words, carry);
  const found = modelAttributor(words, carry).flatMap((one) => mended(words, one, spoken));
  const strayed = overlapTest(found.flatMap((one) => beyondSentence(words, one)));
  const tagged = completed(corrected(words, found, ruled), ruled);
  const contents = tagged.flatMap(({content}) => content).sort((a, b) => a.start - b.start);
  const seen = overlapTest(tagged.flatMap(({cue, source}) => [...cue, ...source]));
  const said = overlapTest(contents);
  const nested = nestedTest(words, tagged);
  const added = ruled
    .filter((one) =>
      one.cue.length === 0
        ? !one.content.some(said)
        : one.confidence >= certain &&
          !one.cue.some(seen) &&
          (isPlain(words, one.cue) ||
            isCharge(words, one.cue) ||
            isPaper(words, one.source) ||
            isInserted(one) ||
            (isOpener(words, one) && one.content.some(strayed) && ![...one.cue, ...one.content].some(said)) ||
            nested(one)),
    )
    .map((one) => within(one, contents));
  // Somebody's view within a quotation leaves the quotation to whoever speaks it.
  const spokenFor = overlapTest(
    added.filter(({cue}) => cue.length > 0 && !cue.some(said)).flatMap(({content}) => content),
  );
  const kept = tagged.filter(({cue, content}) => cue.length > 0 || !content.some(spokenFor));
  return [...kept, ...added].sort((a, b) => a.sentence - b.sentence || startOf(a) - startOf(b));
};

/** Tagged attributions without a source or a cue, with what the rules read there. */
function completed(
  tagged: readonly FoundAttribution[],
  ruled: readonly FoundAttribution[],
): readonly FoundAttribution[] {
  const sure = ruled.filter(({source, confidence}) => source.length > 0 && confidence >= certain);
  if (sure.length === 0) return tagged;
  const taken = overlapTest(tagged.flatMap(({source, cue, content}) => [...source, ...cue, ...content]));
  const free = sure.filter(({source, cue}) => !source.some(taken) && !cue.some(taken));
  return tagged.map((one) => {
    if (one.source.length > 0) return one;
    if (one.cue.length > 0) {
      const same = sure.find(({source, cue}) => !source.some(taken) && overlaps(cue, one.cue));
      return same ? {...one, source: same.source} : one;
    }
    // "The Herald reporting nobody was hurt", all of it taken for what is said.
    const whole = sure.find(({source}) => source[0]?.start === one.content[0]?.start);
    if (whole) return {...whole, confidence: one.confidence};
    const same = free.find(({content}) => overlaps(content, one.content));
    return same
      ? {...one, source: same.source, cue: same.cue, sentence: same.sentence, confidence: same.confidence}
      : one;
  });
}

const overlaps = (some: readonly Span[], others: readonly Span[]): boolean =>
  some.some(({start, end}) => others.some((other) => other.start < end && start < other.end));

const startOf = ({source, cue, content}: FoundAttribution): number =>
  Math.min(...[...source, ...cue, ...content].map(({start}) => start));

/** A cue that needs no judgement: "according to", "as per", a colon behind a name, a dash before one. */
const isPlain = ({text}: BlockWords, [first]: readonly Span[]): boolean =>
  first !== undefined && /^(?:according|as per|:$|[—–―-]$)/i.test(text.slice(first.start, first.end));

/** Who accuses, denies or admits matters wherever it stands, within other words too. */
const isCharge = ({text}: BlockWords, [first]: readonly Span[]): boolean =>
  first !== undefined &&
  /accus|blam|den(?:y|ie)|alleg|condemn|critici|admit/i.test(text.slice(first.start, first.end));

/** "Court papers show": what is read says what it says. */
const isPaper = (words: BlockWords, [first]: readonly Span[]): boolean =>
  first !== undefined && documentNouns.has(tokensOf(words, first).at(-1)?.norm ?? '');

/** Contents lie in one another a few deep at most. */
const deepest = 16;

/** What the rules add within other words ends where those end. */
function within(one: FoundAttribution, contents: readonly Span[]): FoundAttribution {
  const [cue] = one.cue;
  if (!cue) return one;
  let holder: Span | undefined;
  const next = firstAt(contents, cue.start + 1);
  for (let i = next - 1; i >= 0 && i >= next - deepest; i--) {
    const content = contents[i] as Span;
    if (content.end >= cue.end) holder = content;
  }
  if (!holder) return one;
  const {end: last} = holder;
  const content = one.content
    .filter(({start}) => start < last)
    .map(({start, end}) => ({start, end: Math.min(end, last)}));
  return content.length > 0 ? {...one, content} : one;
}

/** What is left of a tagged attribution: itself, its quotation alone, or nothing. */
function mended(
  words: BlockWords,
  one: FoundAttribution,
  spoken: readonly Quotation[],
): readonly FoundAttribution[] {
  const whole = atLeast(words, {...one, content: joined(words, one.content)});
  const {cue, source, content, confidence} = whole;
  if (content.length === 0) return [whole];
  if (cue.length === 0) return isScrap(words, content, spoken) ? [] : [whole];
  if (confidence < absurd || isAllowed(words, whole) || isDefinition(words, whole))
    return alone(spoken, whole);
  const tokens = cue.flatMap((span) => tokensOf(words, span));
  const says = tokens.some(isCueWord);
  const sourceless = source.length === 0;
  // "She was allegedly fired", "Residents are upset", "noting that", "Don't expect": nobody says anything there.
  if (
    sourceless &&
    (isBareVerb(tokens) ||
      isRequest(words, whole, tokens) ||
      (!says && (confidence < unsure || tokens.some(isHelping))))
  )
    return alone(spoken, whole);
  if (
    isEmpty(words, whole) ||
    isMoot(tokens) ||
    /\bwithout saying$/i.test(words.text.slice(0, cue.at(-1)?.end))
  )
    return [];
  if (sourceless && confidence < unsure && standsApart(words, whole)) return alone(spoken, whole);
  return confidence < doubtful && !says ? alone(spoken, whole) : [whole];
}

const isHelping = ({pos, norm}: Token): boolean => pos === 'AUX' || /ly$/.test(norm);

/** A participle, an imperative, or "is called", which names something. */
const isBareVerb = ([first, second]: readonly Token[]): boolean =>
  first !== undefined &&
  ((first.pos === 'VERB' && /ing$/.test(first.norm)) ||
    (first.pos === 'AUX' && second?.norm === 'called') ||
    (first.norm === 'do' && second?.norm === "n't") ||
    (first.norm === 'do' && second?.norm === 'not'));

/** A few words that no cue and no quotation mark show to be said. */
const longestScrap = 8;
const isScrap = (words: BlockWords, content: readonly Span[], spoken: readonly Quotation[]): boolean =>
  !overlaps(spoken, content) && content.flatMap((span) => tokensOf(words, span)).length <= longestScrap;

/** "The authority may, after a hearing, determine": what somebody is free to say is not said. */
function isAllowed(words: BlockWords, {source, cue}: FoundAttribution): boolean {
  const {start, end} = cue.at(-1) as Span;
  const from = Math.min(start, source.at(-1)?.end ?? start);
  return tokensOf(words, {start: from, end}).some(({pos, norm}) => pos === 'AUX' && norm === 'may');
}

/** "Leeward: the side away from the wind": a word at the start of its block, and what it means. */
const isDefinition = ({text}: BlockWords, {source, cue, content}: FoundAttribution): boolean =>
  cue.length === 1 &&
  text.slice(cue[0]?.start, cue[0]?.end) === ':' &&
  source[0]?.start === 0 &&
  /^\p{Ll}/u.test(text.slice(content[0]?.start, content[0]?.end));

/** "Tell your doctor if": an imperative that opens its sentence. */
const isRequest = (
  {sentences}: BlockWords,
  {sentence}: FoundAttribution,
  [first]: readonly Token[],
): boolean =>
  first !== undefined &&
  first.pos === 'VERB' &&
  first.norm === first.lemma &&
  first.start === sentences[sentence]?.start;

/** "We would know", "they wouldn't tell": nobody has yet. */
const isMoot = (cue: readonly Token[]): boolean =>
  cue.some(({norm}) => /^(?:would|should|could|might|must)$/.test(norm)) &&
  cue.some(({lemma}) => /^(?:know|tell|answer|learn)$/.test(lemma));

/** Words that say nothing by themselves. */
const hollow = /^(?:to|that|the|an?|of|for|as|it|if|so|[^\p{L}\p{N}]+)$/u;

/** Whether a content comes down to a word or two that only bind others: "said that". */
const isEmpty = (words: BlockWords, {content}: FoundAttribution): boolean =>
  content.every((span) => tokensOf(words, span).every(({norm}) => hollow.test(norm)));

/** Whether no content stands in the sentence of the cue. */
function standsApart({sentences}: BlockWords, {cue, content}: FoundAttribution): boolean {
  const at = ({start}: Span) => firstEndingAfter(sentences, start);
  const own = at(cue[0] as Span);
  return content.every((span) => at(span) !== own);
}

/** Whole quotations among the contents, said by nobody. */
function alone(spoken: readonly Quotation[], one: FoundAttribution): readonly FoundAttribution[] {
  return one.content.flatMap((span) => {
    const quotation = spoken[firstAt(spoken, span.start - 1)];
    if (!quotation || quotation.end > span.end + 1) return [];
    return [{...one, cue: [], content: [{start: quotation.start, end: quotation.end}]}];
  });
}

/** "said at | least 18" is "said | at least 18". */
function atLeast({text}: BlockWords, one: FoundAttribution): FoundAttribution {
  const [first, ...rest] = one.content;
  const last = one.cue.at(-1);
  if (!first || !last || first.start - last.end !== 1) return one;
  if (!/\bat$/.test(text.slice(last.start, last.end))) return one;
  if (!/^(?:least|most)\b/.test(text.slice(first.start, first.end))) return one;
  return {
    ...one,
    cue: [...one.cue.slice(0, -1), {start: last.start, end: last.end - 3}],
    content: [{start: last.end - 2, end: first.end}, ...rest],
  };
}

const isCueWord = (token: Token): boolean =>
  isCueVerb(token) ||
  isCueNoun(token.lemma) ||
  token.norm === 'according' ||
  token.norm === 'per' ||
  token.text === ':';

function tokensOf({tokens}: BlockWords, {start, end}: Span): readonly Token[] {
  const from = firstAt(tokens, start);
  return tokens.slice(from, Math.max(from + 1, firstAt(tokens, end)));
}

/** Pieces with nothing but a space between them are one. */
function joined({text}: BlockWords, spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const before = result.at(-1);
    if (before && /^\s*$/.test(text.slice(before.end, span.start))) {
      result[result.length - 1] = {start: before.start, end: Math.max(before.end, span.end)};
    } else result.push(span);
  }
  return result;
}
