import type {Span} from '../draft/block.js';
import {firstAt, firstEndingAfter, Taken} from '../language/spans.js';
import type {Token} from '../language/token.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';

/** A day named by its month and its number. */
export interface CalendarDay extends Span {
  /** Null where the draft leaves the year out. */
  readonly year: number | null;
  /** 1-12. */
  readonly month: number;
  readonly day: number;
  /** Where the number of the day stands. */
  readonly number: Span;
  /** The weekday beside it, 0 Sunday .. 6 Saturday, and where. */
  readonly weekday: {readonly index: number; readonly at: Span} | null;
  readonly sentence: number;
  readonly quoted: boolean;
  /** Told as something that has taken place on that day ("opened on 14 March"). */
  readonly past: boolean;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const short = 'Jan\\.?|Feb\\.?|Mar\\.|Apr\\.?|Jun\\.|Jul\\.|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?';
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekday = '(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|(?:Sun|Mon|Tues?|Wed|Thur?s?|Fri|Sat)\\.)';
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
/** What may follow a day of the month; a noun does not ("In June 31 people"). */
const after =
  '(?=$|[.,;:!?)\\]”"’]|\\s?[–—]| (?:and|at|in|to|for|with|when|where|after|before|by|was|were|is|as|from|until|till|that|the|he|she|it|they|or|on|of|but|if|because|which|who|has|had|will|would|through)\\b)';
const monthFirst = new RegExp(
  `(?:\\b(${weekday})(?: (?:morning|afternoon|evening|night))?,? (?:the )?)?\\b(${months}|${short}) ${day}(?![\\d:%]|,\\d{3}|\\.\\d| ?%|-)(?:,? ((?:1[5-9]|20)\\d\\d)\\b|${after})(?:,? \\(?a (${weekday})\\b)?`,
  'gu',
);
const dayFirst = new RegExp(
  `(?:\\b(${weekday})(?: (?:morning|afternoon|evening|night))?,? (?:the )?)?(?<![\\d.,:/-])\\b${day} (?:of )?(${months}|${short})\\b(?:,? ((?:1[5-9]|20)\\d\\d)\\b)?(?:,? \\(?a (${weekday})\\b)?`,
  'gu',
);

/** Days of the calendar in a block, with the weekday that stands beside them. Linear in the text. */
export function findDays(block: BlockAnalysis): readonly CalendarDay[] {
  const {text} = block.content;
  if (!/\d/.test(text)) return [];
  const quoted = quotedTest(block);
  const found: CalendarDay[] = [];
  const taken = new Taken();
  const add = (
    whole: string,
    index: number,
    named: string | undefined,
    month: string,
    number: string,
    year: string | undefined,
  ) => {
    const span = {start: index, end: index + whole.length};
    const sentence = firstEndingAfter(block.sentences, index);
    if (Number(number) < 1 || Number(number) > 31 || taken.touches(span)) return;
    // "In June 31 houses", "between 3 March and 5 April 300 ships".
    if (
      /\bin $/i.test(text.slice(Math.max(0, index - 3), index)) &&
      year === undefined &&
      named === undefined
    )
      return;
    taken.add(span);
    const numberAt = index + whole.search(new RegExp(`(?<!\\d)${number}(?!\\d)`));
    const namedAt = named === undefined ? -1 : whole.indexOf(named);
    found.push({
      start: span.start,
      end: span.end,
      year: year === undefined ? null : Number(year),
      month: monthNumber(month),
      day: Number(number),
      number: {start: numberAt, end: numberAt + number.length},
      weekday:
        named === undefined
          ? null
          : {
              index: weekdays.indexOf(named.slice(0, 3).toLowerCase()),
              at: {start: index + namedAt, end: index + namedAt + named.length},
            },
      sentence,
      quoted: quoted(span),
      past: isPast(block, sentence, index),
    });
  };
  taken.nextRow();
  for (const {0: whole, 1: before, 2: month = '', 3: number = '', 4: year, 5: behind, index} of text.matchAll(
    monthFirst,
  ))
    add(whole, index, before ?? behind, month, number, year);
  taken.nextRow();
  for (const {0: whole, 1: before, 2: number = '', 3: month = '', 4: year, 5: behind, index} of text.matchAll(
    dayFirst,
  ))
    add(whole, index, before ?? behind, month, number, year);
  return found.sort((a, b) => a.start - b.start);
}

function monthNumber(word: string): number {
  return (
    ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
      word.slice(0, 3).toLowerCase(),
    ) + 1
  );
}

/** Verbs whose day may well lie ahead: "was scheduled for", "agreed on", "was moved to". */
const ahead = new Set(
  `schedule plan set due expect postpone agree extend delay slate book propose fix move push promise expire appoint end begin
  start run close open fall last remain aim target intend need want hope vow pledge commit order allow require adjourn settle
  decide name confirm arrange invite call list announce date design base`.split(/\s+/),
);
/** Of those, the ones that tell of the past where they stand in it plainly, with nothing to come in the sentence. */
const plainPast = new Set('open close begin start end announce call confirm'.split(' '));
/** Verbs whose past is their plain form. */
const unchanging = new Set('shut cut hit quit hurt split burst shed'.split(' '));
const forward =
  /\b(?:will|would|shall|to be|due|scheduled|planned|set|expected|until|till|deadline|from|next|if|unless|should|expire[sd]?|no later than|by)\b/i;

/** Whether the nearest verb before "on [day]" tells of something done. */
function isPast({tokens, sentences, content}: BlockAnalysis, index: number, at: number): boolean {
  const sentence = sentences[index];
  if (!sentence) return false;
  const before = content.text.slice(Math.max(sentence.start, at - 400), at);
  if (!/\bon $/i.test(before) || forward.test(before)) return false;
  const i = firstAt(tokens, at);
  for (let back = i - 2; back >= sentence.first && back >= i - 9; back--) {
    const {pos, norm, lemma} = tokens[back] as Token;
    if (pos !== 'VERB' && pos !== 'AUX') continue;
    if (pos === 'AUX') return /^(?:was|were)$/.test(norm);
    if ((norm === lemma && !unchanging.has(norm)) || /(?:ing|s)$/.test(norm)) return false;
    return !ahead.has(lemma) || plainPast.has(lemma);
  }
  return false;
}
