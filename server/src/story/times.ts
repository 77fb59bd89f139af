import {isCapital, startsWithDigit, type Token} from '../language/token.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';
import type {TimeExpression} from './story.js';

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const shortWeekdays = new Map([
  ['sun.', 0],
  ['mon.', 1],
  ['tue.', 2],
  ['tues.', 2],
  ['wed.', 3],
  ['thu.', 4],
  ['thur.', 4],
  ['thurs.', 4],
  ['fri.', 5],
  ['sat.', 6],
]);
const months = new Set([
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
]);
const dayWords = new Set(['today', 'yesterday', 'tonight', 'tomorrow']);
const vagueWords = new Set(['recently', 'lately']);
const partsOfDay = new Set(['morning', 'afternoon', 'evening', 'night', 'weekend']);
const periods = new Set([
  'week',
  'month',
  'year',
  'weekend',
  'fortnight',
  'quarter',
  'spring',
  'summer',
  'autumn',
  'fall',
  'winter',
  'night',
]);
const relative = new Set(['last', 'this', 'next']);
const forwardVerbs = new Set([
  'will',
  "'ll",
  'shall',
  'would',
  'plan',
  'due',
  'schedule',
  'scheduled',
  'expect',
  'expected',
  'set',
]);
/** "every Monday" tells a habit, which needs no date. */
const habits = new Set(['every', 'each', 'most', 'alternate']);
/** Days with a name of their own, and names that hold a day. */
const namedBefore = new Set([
  'black',
  'good',
  'super',
  'ash',
  'bloody',
  'cyber',
  'easter',
  'palm',
  'shrove',
  'maundy',
  'holy',
  'ruby',
  'sheffield',
  'giving',
  'fat',
  'whit',
  'joe',
  'freaky',
  'low',
]);
const partOfDayAfter = new Set(['morning', 'afternoon', 'evening', 'night', 'lunchtime', 'noon']);
const monthsThatAreWords = new Set(['may', 'march', 'mar']);

/** Words for a time that a reader can only place by knowing the day the story ran. */
export function findTimes(block: BlockAnalysis): readonly TimeExpression[] {
  const quoted = quotedTest(block);
  const found: TimeExpression[] = [];
  for (const sentence of block.sentences) {
    const tokens = block.tokens;
    let forwardSentence: boolean | null = null;
    const pointsForward = () => {
      forwardSentence ??= tokens
        .slice(sentence.first, sentence.last)
        .some((token) => forwardVerbs.has(token.norm));
      return forwardSentence;
    };
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = tokens[i] as Token;
      const next = i + 1 < sentence.last ? tokens[i + 1] : undefined;
      const before = i > sentence.first ? tokens[i - 1] : undefined;
      const add = (
        kind: TimeExpression['kind'],
        first: number,
        last: number,
        rest: Partial<TimeExpression> = {},
      ) => {
        const span = {start: (tokens[first] as Token).start, end: (tokens[last] as Token).end};
        found.push({
          start: span.start,
          end: span.end,
          kind,
          quoted: quoted(span),
          weekday: null,
          forward: false,
          dated: false,
          ...rest,
        });
        i = last;
      };

      const weekday = weekdayOf(token);
      if (weekday !== null) {
        if (before && (habits.has(before.norm) || namedBefore.has(before.norm))) continue;
        if (next?.pos === 'PROPN' && isCapital(next) && !dateAt(tokens, i + 1, sentence.last)) continue;
        const from = before && relative.has(before.norm) ? i - 1 : i;
        let last = next && partOfDayAfter.has(next.norm) ? i + 1 : i;
        let at = last + 1;
        if (tokens[at]?.norm === ',') at++;
        const beside = at < sentence.last ? dateAt(tokens, at, sentence.last) : null;
        const dateBefore =
          before?.norm === ',' || before?.norm === '('
            ? endsWithDate(tokens, i - 2, sentence.first)
            : endsWithDate(tokens, i - 1, sentence.first);
        if (beside) last = beside.last;
        add('weekday', from, last, {
          weekday,
          forward: before?.norm === 'next' || (before?.norm !== 'last' && pointsForward()),
          dated: beside !== null || dateBefore,
        });
        continue;
      }
      const date = dateAt(tokens, i, sentence.last);
      if (date) {
        add('date', i, date.last, {dated: date.year});
        continue;
      }
      if (dayWords.has(token.norm) && !(token.norm === 'today' && isProperName(token, before, next))) {
        add('day', i, i, {forward: token.norm === 'tomorrow' || token.norm === 'tonight'});
      } else if (vagueWords.has(token.norm)) add('period', i, i);
      else if (relative.has(token.norm) && next && !isCapital(next)) {
        if (partsOfDay.has(next.norm) && (token.norm === 'this' || next.norm === 'night')) {
          add(next.norm === 'weekend' ? 'period' : 'day', i, i + 1, {forward: pointsForward()});
        } else if (periods.has(next.norm) && !tokens[i + 2]?.norm.startsWith('-') && before?.norm !== 'the') {
          const from = before && (before.norm === 'earlier' || before.norm === 'later') ? i - 1 : i;
          add('period', from, i + 1, {forward: token.norm === 'next'});
        }
      }
    }
  }
  return found;
}

function weekdayOf(token: Token): number | null {
  if (!isCapital(token)) return null;
  const index = weekdays.indexOf(token.norm);
  return index >= 0 ? index : (shortWeekdays.get(token.norm) ?? null);
}

/** "Russia Today", "USA Today". */
function isProperName(token: Token, before: Token | undefined, next: Token | undefined): boolean {
  return (
    isCapital(token) &&
    (before?.pos === 'PROPN' || (before === undefined && next?.pos === 'PROPN' && next.norm === 'show'))
  );
}

/** "March 4", "4 March 2025", "Feb. 8, 2022" at a token: its last token, and whether the year is given. */
function dateAt(tokens: readonly Token[], i: number, end: number): {last: number; year: boolean} | null {
  const token = tokens[i];
  if (!token) return null;
  let last = -1;
  if (isMonth(token)) {
    let day = i + 1;
    if (tokens[day]?.text === '.' && !token.text.endsWith('.')) day++;
    if (day < end && isDay(tokens[day])) last = day;
  } else if (isDay(token)) {
    let month = i + 1;
    if (tokens[month]?.norm === 'of') month++;
    if (month < end && isMonth(tokens[month] as Token)) last = month;
  }
  if (last < 0) return null;
  let year = last + 1;
  if (tokens[year]?.norm === ',') year++;
  if (year < end && isYear(tokens[year])) return {last: year, year: true};
  return {last, year: false};
}

function endsWithDate(tokens: readonly Token[], last: number, first: number): boolean {
  for (let i = Math.max(first, last - 4); i <= last; i++) {
    const date = dateAt(tokens, i, last + 1);
    if (date?.last === last) return true;
  }
  return false;
}

function isMonth(token: Token): boolean {
  const name = token.norm.endsWith('.') ? token.norm.slice(0, -1) : token.norm;
  return months.has(name) && (isCapital(token) || (!monthsThatAreWords.has(name) && name.length > 4));
}

function isDay(token: Token | undefined): boolean {
  if (!token || !startsWithDigit(token)) return false;
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.norm)?.[1];
  return day !== undefined && Number(day) >= 1 && Number(day) <= 31;
}

function isYear(token: Token | undefined): boolean {
  return token !== undefined && /^(?:1[5-9]|20)\d\d$/.test(token.norm);
}
