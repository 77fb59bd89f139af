import type {Span} from '../draft/block.js';
import type {BlockWords} from '../language/read.js';
import {firstAt, firstEndingAfter, overlapTest} from '../language/spans.js';
import type {FoundAttribution} from './attributor.js';

/** How sure the rules are of "said" and "told" with a subject and a statement. */
const plainlySaid = 0.95;

/** "Buyers, said Kolar, are told to wait": the cue stands within the words that it is about. */
export const isInserted = ({source, cue, content, confidence}: FoundAttribution): boolean => {
  const [before, after, more] = content;
  const [who] = source;
  const [says] = cue;
  return (
    confidence >= plainlySaid &&
    before !== undefined &&
    after !== undefined &&
    more === undefined &&
    who !== undefined &&
    says !== undefined &&
    before.end <= Math.min(who.start, says.start) &&
    after.start >= Math.max(who.end, says.end)
  );
};

/**
 * What the tagger found, with mistakes put right by what the rules found: "Buyers, said Kolar, are told to wait" is not
 * said by the buyers; in "According to the Herald, Kolar said" the paper's words are all that follows; and a sentence
 * that opens with "Kolar said" is no part of what somebody says in the one before.
 */
export function corrected(
  words: BlockWords,
  tagged: readonly FoundAttribution[],
  rules: readonly FoundAttribution[],
): readonly FoundAttribution[] {
  const {text} = words;
  const byCue = new Map<number, FoundAttribution>();
  for (const one of rules) if (one.cue[0] && isInserted(one)) byCue.set(one.cue[0].start, one);
  const said = rules
    .filter(({confidence, source, cue}) => confidence >= plainlySaid && source.length > 0 && cue.length > 0)
    .map((one) => ({start: (one.source[0] as Span).start, end: (one.source[0] as Span).end, one}))
    .sort((a, b) => a.end - b.end);
  const seen = overlapTest(tagged.flatMap(({cue}) => cue));
  const openers = rules
    .filter((one) => isOpener(words, one) && !one.cue.some(seen))
    .map((one) => openingOf(words, one));
  const ruleByCue = new Map<number, FoundAttribution>();
  for (const one of rules) if (one.cue[0] && one.source[0]) ruleByCue.set(one.cue[0].start, one);
  return tagged.map((found) => {
    const one = withSource(upTo(found, openers, text), ruleByCue, text);
    const [cue] = one.cue;
    const [source] = one.source;
    if (!cue || !source) return one;
    const inserted = byCue.get(cue.start);
    if (inserted && (inserted.content[0] as Span).start <= source.start && source.end <= cue.start)
      return (inserted.source[0] as Span).start > cue.start ? inserted : one;
    if (!/^according/i.test(text.slice(cue.start, cue.end)) || source.start < cue.end) return one;
    // "According to the Herald, Kolar, who runs the mill, said": the source runs on into the next one.
    const inner = said[firstEndingAfter(said, source.start + 1)];
    if (!inner || inner.start <= source.start || inner.start >= source.end) return one;
    const comma = text.lastIndexOf(',', inner.start);
    if (comma <= source.start || /\S/.test(text.slice(comma + 1, inner.start))) return one;
    const end = Math.max(inner.end, ...one.content.map((span) => span.end));
    return {...one, source: [{start: source.start, end: comma}], content: [{start: inner.start, end}]};
  });
}

/** "Diaz also said": a sentence of its own, whoever the one before it was about. */
export const isOpener = (
  {text, sentences}: BlockWords,
  {source: [source], cue: [cue], sentence, confidence}: FoundAttribution,
): boolean =>
  source !== undefined &&
  cue !== undefined &&
  confidence >= plainlySaid &&
  source.start === sentences[sentence]?.start &&
  source.end <= cue.start &&
  /(?:^|\s)\p{Lu}\S*$/u.test(text.slice(source.start, source.end));

/** What an attribution with a cue takes in behind the cue's sentence. */
export const beyondSentence = (
  {sentences}: BlockWords,
  {cue, content, sentence}: FoundAttribution,
): readonly Span[] => {
  const end = sentences[sentence]?.end ?? 0;
  return cue.length === 0 ? [] : content.filter((span) => span.end > end);
};

/** The sentence that it opens. */
const openingOf = ({sentences}: BlockWords, {sentence}: FoundAttribution): Span =>
  sentences[sentence] as Span;

/** With the rules' source for the same cue where the tagger has none, breaks off at "from" or begins behind one. */
function withSource(
  one: FoundAttribution,
  ruleByCue: ReadonlyMap<number, FoundAttribution>,
  text: string,
): FoundAttribution {
  const {source, cue} = one;
  const rule = cue[0] && ruleByCue.get(cue[0].start);
  if (!rule || source.length > 1) return one;
  const [words] = source;
  if (words) {
    const [whole] = rule.source;
    if (!whole || whole.end < words.end || whole.start > words.start) return one;
    const hangs = /\b(?:of|for|from|at|in|with|on)\s+$/.test(text.slice(whole.start, words.start));
    const broken =
      whole.end > words.end && /\b(?:of|for|from|at|in|with)$/.test(text.slice(words.start, words.end));
    return broken || hangs ? {...one, source: rule.source} : one;
  }
  const [who] = rule.source;
  return who && /\bwith\s+$/.test(text.slice(who.start - 6, who.start)) ? {...one, source: rule.source} : one;
}

/** Without the sentences that say themselves who speaks in them. */
function upTo(one: FoundAttribution, openers: readonly Span[], text: string): FoundAttribution {
  if (openers.length === 0) return one;
  const from = Math.max(...[...one.cue, ...one.source].map(({start}) => start));
  const content = one.content.flatMap((span) => {
    const next = firstAt(openers, span.start + 1);
    const before = openers[next - 1];
    if (before && before.start > from && span.start < before.end) return [];
    const after = openers[next];
    if (!after || after.start >= span.end || after.start < from || /^["“]/.test(text.charAt(span.start)))
      return [span];
    return [{start: span.start, end: span.start + text.slice(span.start, after.start).trimEnd().length}];
  });
  return content.length > 0 ? {...one, content} : one;
}

/**
 * Tells which of the rules' attributions stand within the words of another and count all the same: "I think the ban
 * works" in a quotation, told as no more than a view; "Diaz said she believes"; "According to the Herald, Diaz said".
 */
export function nestedTest(
  {text, quotations}: BlockWords,
  tagged: readonly FoundAttribution[],
): (one: FoundAttribution) => boolean {
  const quoted = overlapTest(quotations.map(({inner}) => inner));
  const cueOf = new Map<number, Span | undefined>();
  for (const {cue, content} of tagged) for (const {start} of content) cueOf.set(start, cue[0]);
  const words = ({start, end}: Span): string => text.slice(start, end);
  return ({source: [source], cue: [cue], confidence}) => {
    if (!source || !cue) return false;
    const view = views.test(words(cue));
    const who = words(source);
    // "I do not think so" holds nothing that the speaker stands for.
    if (who === 'I') return view && quoted(cue);
    // "Diaz told the board that", within what another says: it is hearsay.
    if (hearsay.test(words(cue)) && /^\p{Lu}/u.test(who) && quoted(cue)) return true;
    const that = text.slice(source.start - 5, source.start) === 'that ' && cueOf.has(source.start - 5);
    const opens = that ? source.start - 5 : source.start;
    if (!cueOf.has(opens)) return false;
    if (/^(?:he|she|they)$/.test(who)) return view;
    const outer = cueOf.get(opens);
    return outer !== undefined && /^according/i.test(words(outer)) && (view || confidence >= plainlySaid);
  };
}

/** Cues by which somebody holds something to be so. */
const views =
  /^(?:(?:also |still |really |honestly |just )?(?:think|thought|believe|feel|felt|suspect|guess|reckon)[ds]?|ha(?:ve|d) (?:a|the) .*)$/;
/** Cues by which somebody told another. */
const hearsay = /\b(?:told|lied?|assured|promised)$/;
