import type {Mention} from '../attribution/mention.js';
import type {Span} from '../draft/block.js';
import {firstAt, firstEndingAfter, Taken} from '../language/spans.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';

/** What became of asking somebody: no answer, nobody reached, no comment, or a denial. */
export type ResponseKind = 'silence' | 'unreached' | 'declined' | 'denied';

/** "Did not respond", "declined to comment", "denied": an answer, or the attempt to get one. */
export interface Response extends Span {
  readonly kind: ResponseKind;
  readonly sentence: number;
  readonly quoted: boolean;
  /** Index of the mention of who was asked; null where the sentence names nobody before the words. */
  readonly who: number | null;
  /** An office, a spokesperson, a lawyer or a body answered for them, or was asked. */
  readonly office: boolean;
  /** "Two emails", "a call": how they were asked. */
  readonly method: boolean;
  /** "On Tuesday", "by deadline": when. */
  readonly time: boolean;
  /** "Did not immediately respond". */
  readonly immediate: boolean;
}

const not = "(?:did|has|have|had)(?: not|n['’]t)";
const soon = '(?: (?:immediately|yet|publicly|directly|promptly))?';
const asking =
  "(?:(?:an?|the|our|several|many|two|three|four|five|six|\\d{1,2}|repeated|multiple|numerous|further|written|detailed|any|her|his|their|this|requests?|emailed|phone|telephone|text|voicemail|Reuters|AP)\\b[ ’'s]{0,3}){0,4}(?:newspaper[’']s |reporter[’']s )?(?:requests?|inquir(?:y|ies)|enquir(?:y|ies)|questions?|e-?mails?|messages?|calls?|letters?|voicemails?|texts?)";
/** Each with words that have to be there, which most texts lack: a quick no. */
const patterns: readonly (readonly [ResponseKind, RegExp, RegExp])[] = [
  [
    'silence',
    /respond|repl/iu,
    new RegExp(
      `\\b(?:${not}|failed to|ha(?:s|d|ve) yet to|never)${soon} (?:respond(?:ed)?|repl(?:y|ied)) to ${asking}`,
      'giu',
    ),
  ],
  [
    'silence',
    /return|answer|acknowledge/iu,
    new RegExp(
      `\\b(?:${not}|failed to|ha(?:s|d|ve) yet to|never)${soon} (?:return(?:ed)?|answer(?:ed)?|acknowledged?) (?!the |a )${asking}(?! (?:of|that|whether|posed|from the)\\b)`,
      'giu',
    ),
  ],
  [
    'silence',
    /immediately/iu,
    new RegExp(`\\b${not} immediately (?:respond|reply|comment)(?:ed)?\\b`, 'giu'),
  ],
  [
    'silence',
    /unanswered|returned|answered/iu,
    /\b(?:requests?|inquiries|emails?|calls?|messages?)[^.;"“”]{0,60}\b(?:went unanswered|were not (?:immediately )?(?:returned|answered)|was not (?:immediately )?(?:returned|answered))/giu,
  ],
  [
    'unreached',
    /reached|contacted/iu,
    /\b(?:could(?: not|n['’]t)|can(?:not|['’]t))(?: immediately)? be (?:reached|contacted)(?: (?:for|to) comment)?/giu,
  ],
  [
    'unreached',
    /available|reachable/iu,
    /\b(?:was|were)(?: not|n['’]t)(?: immediately)? (?:available|reachable) (?:for|to) comment/giu,
  ],
  ['unreached', /unavailable/iu, /\b(?:was|were) (?:immediately )?unavailable (?:for|to) comment/giu],
  [
    'unreached',
    /efforts|attempts/iu,
    /\b(?:efforts|attempts) to (?:reach|contact) [^.;"“”]{1,60}? (?:were (?:unsuccessful|not successful)|failed)/giu,
  ],
  [
    'declined',
    /declin|refus/iu,
    /\b(?:declin(?:ed|es|ing)|refused|refusing) (?:to (?:comment|answer|respond|be interviewed|discuss|elaborate|say whether|give an interview|make a statement)\b|(?:further |any )?comment\b|(?:an |repeated |multiple |several )?(?:interviews?|requests?)\b)/giu,
  ],
  [
    'declined',
    /comment/iu,
    /\b(?:would not|wouldn['’]t) comment\b|\b(?:had|offered|gave) no (?:immediate |further )?comment\b|\bwithheld comment\b/giu,
  ],
  [
    'denied',
    /den[iy]|reject|disput|dismiss|rebut|refut/iu,
    /\b(?:den(?:ies|ied|ying)|reject(?:s|ed|ing)|disput(?:es|ed|ing)|dismiss(?:es|ed|ing)|rebuts?|rebutted|refut(?:es|ed|ing)) (?!(?:entry|access|bail|visas?|parole|permission|boarding|asylum|coverage|benefits|treatment|admission|the (?:appeal|motion|request|application|petition|bid|offer)|him|her|them|us|me)\b)/giu,
  ],
  [
    'denied',
    /guilty|den[iy]|true|false|less|inaccurate|unfounded|merit/iu,
    /\b(?:plead(?:s|ed|ing)? not guilty|den(?:ies|ied) (?:it|them|that|wrongdoing)|said (?:it|that|they|this|the [\p{L}]{3,20}) (?:was|were|is|are) (?:not true|untrue|false|baseless|unfounded|groundless|inaccurate|without merit|meritless))/giu,
  ],
];
const trigger =
  /respon|repl|return|to reach|answer|acknowledg|reached|contact|comment|declin|refus|den(?:y|i)|reject|disput|dismiss|rebut|refut|guilty|true|false|baseless|found|merit|accurate/i;
const means =
  /\b(?:e-?mail(?:s|ed)?|phone[ds]?|telephoned?|calls?\b(?! for)|called|voicemails?|messages?|texts?|texted|(?:by|an?|two|three|several) letters?|visit(?:s|ed)?|knock(?:s|ed)?|WhatsApp|LinkedIn|Facebook|in person|at (?:his|her|their) (?:home|house|door|office)|social media|faxe?[sd]?)\b/iu;
const when =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tonight|this (?:morning|afternoon|evening|week|month)|last (?:night|week|month)|by (?:deadline|press time|publication|the time|late|early|midday|noon|the end)|before (?:publication|deadline|the deadline|this story)|at (?:press time|the time of publication)|in time for publication|as of|over the (?:weekend|past|last)|Jan(?:uary|\.)|Feb(?:ruary|\.)|March \d|April \d|May \d|June \d|July \d|Aug(?:ust|\.)|Sept(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.)|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)|earlier)\b/iu;
const offices =
  /\b(?:spokes\p{L}{3,7}|press (?:office|secretary|officer|team)|office|offices|lawyers?|attorneys?|solicitors?|counsel|representatives?|agents?|campaign|aides?|publicist|headquarters|department|ministry|agency|embassy|bureau|union|team|staff|secretary|communications|media|public relations)\b/iu;

/** How much of a sentence is read on either side, in characters. */
const reach = 400;

/** Answers of those a story is about, and what is told of the attempts to get them. Linear in the text. */
export function findResponses(block: BlockAnalysis): readonly Response[] {
  const {text} = block.content;
  if (!trigger.test(text)) return [];
  const quoted = quotedTest(block);
  const found: Response[] = [];
  const taken = new Taken();
  for (const [kind, needed, pattern] of patterns) {
    taken.nextRow();
    if (!needed.test(text)) continue;
    for (const {0: words, index} of text.matchAll(pattern)) {
      const span = {start: index, end: index + words.trimEnd().length};
      if (taken.touches(span)) continue;
      const sentence = firstEndingAfter(block.sentences, index);
      const around = block.sentences[sentence];
      if (!around) continue;
      const who = askedBefore(text, block.mentions, around, span);
      if (
        kind === 'unreached' &&
        !/comment|^(?:efforts|attempts)/i.test(words) &&
        !isPerson(block.mentions[who ?? -1], span)
      )
        continue;
      taken.add(span);
      const from = Math.max(around.start, span.start - reach);
      const asked = text.slice(from, span.start);
      const whole = text.slice(from, Math.min(around.end, span.end + reach));
      const subject = who === null ? asked : (block.mentions[who]?.text ?? asked);
      found.push({
        start: span.start,
        end: span.end,
        kind,
        sentence,
        quoted: quoted(span),
        who,
        office: offices.test(subject) || block.mentions[who ?? -1]?.kind === 'organisation',
        method: means.test(whole),
        time: when.test(whole),
        immediate: /\bimmediate/i.test(words),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** "The senator could not be reached", but no deal and no village. */
function isPerson(mention: Mention | undefined, {start}: Span): boolean {
  return (
    mention !== undefined &&
    (mention.kind === 'person' || mention.kind === 'group') &&
    start - mention.end <= 2
  );
}

/** The one who did or did not answer: the subject that stands last before the words. */
function askedBefore(
  text: string,
  mentions: readonly Mention[],
  sentence: Span,
  {start}: Span,
): number | null {
  // "The bank, which lends to farmers, declined": past what is told of it in between.
  const main = firstAt(mentions, sentence.start);
  const subject = mentions[main];
  if (
    subject &&
    /^, $/.test(text.slice(start - 2, start)) &&
    /^(?:, \p{L}| (?:which|who|whose)\b)/u.test(text.slice(subject.end, start))
  )
    if (subject.start - sentence.start < 5) return main;
  let best: number | null = null;
  for (let index = firstAt(mentions, sentence.start); index < mentions.length; index++) {
    const mention = mentions[index] as Mention;
    if (mention.start > start) break;
    if (mention.end > start + 1) continue;
    const known = best === null ? null : (mentions[best] as Mention);
    if (!known || (mention.function === 'subject') >= (known.function === 'subject')) best = index;
  }
  return best;
}
