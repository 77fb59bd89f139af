import type {Span} from '../draft/block.js';
import type {Quotation} from '../language/quotation.js';
import {type BlockWords, endsOpen} from '../language/read.js';
import {firstAt, firstEndingAfter, lowerBound, overlapTest} from '../language/spans.js';
import type {Token} from '../language/token.js';
import type {Announcement, Attribution, QuoteKind} from './attribution.js';
import type {Attributor, Carry, FoundAttribution} from './attributor.js';
import {cueKindOf, cueLemmaOf, isCueNoun, isCueVerb} from './cues.js';
import {findAttributions} from './findAttributions.js';
import type {Mention} from './mention.js';
import {findMentions} from './mentions.js';

export interface Attributed {
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
  readonly announcement: Announcement | null;
  /** What the next block has to know. */
  readonly carry: Carry;
}

/**
 * Who says what in one block: every mention in it, and its attributions with what each cue means.
 * @param from length of a dateline at the head, whose places and agencies are nobody in the story
 */
export function attribute(
  words: BlockWords,
  carry: Carry,
  from = 0,
  find: Attributor = findAttributions,
): Attributed {
  const found = find(words, carry);
  const mentions = findMentions(
    words,
    found.flatMap(({source}) => source),
    from,
  );
  const outermost = words.quotations.filter(({depth}) => depth === 0);
  const mentionOf = mentionFinder(mentions);
  const attributions: Attribution[] = [];
  let spoken = false;
  for (const one of found) {
    if (one.content.length === 0) continue;
    const attribution = assemble(words, one, outermost, mentionOf(one.source), carry, spoken);
    attributions.push(attribution);
    spoken ||= holdsFloor(attribution);
  }
  const open = endsOpen(words);
  const within = overlapTest(attributions.flatMap(({content}) => content));
  const outer = attributions.filter(({cue}) => cue[0] === undefined || !within(cue[0]));
  const speaker = outer.findLast(({mention}) => mention !== null);
  const floor =
    speaker?.mention != null
      ? (mentions[speaker.mention]?.text ?? null)
      : carry.openQuote
        ? carry.floor
        : null;
  const announcement = announcementOf(words, found, outer, mentionOf);
  const handsOver = announcement !== null || endsQuoting(words, outer);
  return {
    mentions,
    attributions,
    announcement,
    carry: open ? {openQuote: true, floor, handsOver} : {openQuote: false, floor: null, handsOver},
  };
}

/** Who is about to speak where a block ends with a colon: the cue without words of its own, or the last one. */
function announcementOf(
  {text, sentences}: BlockWords,
  found: readonly FoundAttribution[],
  attributions: readonly Attribution[],
  mentionOf: (source: readonly Span[]) => number | null,
): Announcement | null {
  const empty = found.findLast(({content}) => content.length === 0);
  if (empty) return {source: empty.source, cue: empty.cue, mention: mentionOf(empty.source)};
  if (!/[:：]\s*$/.test(text.slice(-4))) return null;
  const last = attributions.findLast(({sentence}) => sentence === sentences.length - 1);
  if (last?.cueKind !== 'speech' || last.source.length === 0) return null;
  return {source: last.source, cue: last.cue, mention: last.mention};
}

/** Whether the last sentence of a block holds a quotation with its speaker, or the end of one. */
function endsQuoting({sentences}: BlockWords, attributions: readonly Attribution[]): boolean {
  const last = attributions.at(-1);
  if (!last || last.mention === null || last.quote === 'indirect' || last.cueKind !== 'speech') return false;
  const start = sentences.at(-1)?.start ?? 0;
  return [...last.cue, ...last.content].some(({end}) => end > start);
}

const nobody = /^(?:nobody|no one|no-one|none|neither)\b/i;

function assemble(
  {text, tokens}: BlockWords,
  {source, cue, content, sentence, confidence}: FoundAttribution,
  outermost: readonly Quotation[],
  mention: number | null,
  carry: Carry,
  spoken: boolean,
): Attribution {
  const cueLemma = cue.length === 0 ? null : lemmaOfCue(tokens, cue);
  const quote = quoteKind(text, content, outermost);
  const direct = quote !== 'indirect';
  return {
    source,
    cue,
    content,
    quote,
    cueKind: quote === 'direct' && cueKindOf(cueLemma) === 'attitude' ? 'speech' : cueKindOf(cueLemma),
    cueLemma,
    mention,
    carried:
      source.length === 0 &&
      cue.length === 0 &&
      direct &&
      (spoken ||
        (carry.openQuote && goesOnFromBefore(content, outermost)) ||
        (carry.handsOver && fills(text, content))),
    negated: isNegated(tokens, cue) || source.some(({start, end}) => nobody.test(text.slice(start, end))),
    sentence,
    confidence,
  };
}

/** Whether a quotation later in the paragraph that has no cue of its own is this one's speaker's too. */
const holdsFloor = ({quote, mention, carried, cueKind}: Attribution): boolean =>
  cueKind === 'speech' && (carried || (mention !== null && quote !== 'indirect'));

/** Whether it is the quotation that the block before left open; only the first of a block can be. */
function goesOnFromBefore([first]: readonly Span[], [quotation]: readonly Quotation[]): boolean {
  return first !== undefined && quotation?.continued === true && quotation.start === first.start;
}

/** Whether a content is all that a block holds. */
const fills = (text: string, [first, ...more]: readonly Span[]): boolean =>
  first !== undefined &&
  more.length === 0 &&
  !/[\p{L}\p{N}]/u.test(text.slice(0, first.start) + text.slice(first.end));

/** Lemma of the verb that carries the cue; "accord", "per" or "colon" where it is none. */
function lemmaOfCue(tokens: readonly Token[], cue: readonly Span[]): string {
  let fallback: string | null = null;
  let auxiliary: string | null = null;
  for (const part of cue) {
    for (
      let i = firstAt(tokens, part.start);
      i < tokens.length && (tokens[i] as Token).start < part.end;
      i++
    ) {
      const token = tokens[i] as Token;
      if (token.norm === 'according') return 'accord';
      if (token.norm === 'per') return 'per';
      if (token.text === ':') return 'colon';
      if (isCueVerb(token)) return cueLemmaOf(token);
      if (isCueNoun(token.lemma)) fallback = token.lemma;
      else if (token.pos === 'VERB') fallback ??= cueLemmaOf(token);
      else if (token.pos === 'AUX') auxiliary ??= token.lemma;
      else if (token.pos === 'NOUN' && fallback === null) fallback = token.lemma;
    }
  }
  return fallback ?? auxiliary ?? 'say';
}

/** Whether the content stands in quotation marks: all of it, part of it, or nothing but a word or two. */
function quoteKind(text: string, content: readonly Span[], outermost: readonly Quotation[]): QuoteKind {
  let all = 0;
  let inside = 0;
  for (const part of content) {
    all += bearing(text, part);
    for (let i = firstEndingAfter(outermost, part.start); i < outermost.length; i++) {
      const {start, end} = outermost[i] as Quotation;
      if (start >= part.end) break;
      const from = Math.max(start, part.start);
      const to = Math.min(end, part.end);
      if (from < to) inside += bearing(text, {start: from, end: to});
    }
  }
  if (inside === 0 || all === 0) return 'indirect';
  return inside >= all * 0.95 ? 'direct' : 'mixed';
}

const bearing = (text: string, {start, end}: Span): number =>
  text.slice(start, end).replace(/[^\p{L}\p{N}]+/gu, '').length;

/** Answers which mention a source is: the one that it holds or that holds it. */
function mentionFinder(mentions: readonly Mention[]): (source: readonly Span[]) => number | null {
  // How far any mention up to this one reaches: mentions begin in order, but those that begin first may end last.
  const reach: number[] = [];
  for (const {end} of mentions) reach.push(Math.max(end, reach.at(-1) ?? 0));
  return (source) => {
    let best: number | null = null;
    let most = 0;
    for (const part of source) {
      for (
        let i = lowerBound(reach.length, (k) => (reach[k] as number) <= part.start);
        i < mentions.length;
        i++
      ) {
        const mention = mentions[i] as Mention;
        if (mention.start >= part.end) break;
        if (mention.function === 'possessive' && mention.end < part.end) continue;
        const shared = Math.min(mention.end, part.end) - Math.max(mention.start, part.start);
        if (shared <= 0) continue;
        const headInside = mention.head.start >= part.start && mention.head.end <= part.end;
        const score =
          (headInside ? 1000 : 0) - Math.max(mention.start - part.start, 0) + Math.min(shared, 100) / 100;
        if (best === null || score > most) {
          best = i;
          most = score;
        }
      }
    }
    return best;
  };
}

function isNegated(tokens: readonly Token[], cue: readonly Span[]): boolean {
  for (const part of cue) {
    const from = firstAt(tokens, part.start);
    for (let i = Math.max(0, from - 2); i < tokens.length && (tokens[i] as Token).start < part.end; i++) {
      const {norm} = tokens[i] as Token;
      if (norm === 'not' || norm === "n't" || norm === 'never' || norm === 'nor') return true;
    }
  }
  return false;
}
