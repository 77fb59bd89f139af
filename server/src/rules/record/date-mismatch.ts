import {addDays, differenceInCalendarDays, getDaysInMonth, parseISO, subDays} from 'date-fns';
import type {Span} from '../../draft/block.js';
import type {CalendarDay} from '../../story/calendar.js';
import type {BlockTables, Story} from '../../story/story.js';
import {type Finding, type Fix, number, rule} from '../rule.js';
import {wordsAt} from '../wording.js';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

export default rule({
  id: 'date-mismatch',
  family: 'record',
  reads: 'passage',
  title: 'A date that cannot be right',
  why: 'A weekday that does not go with its date, or a date that no calendar has, sends people to the wrong day and makes them doubt the rest.',
  severity: {
    default: 'error',
    ap: [
      'error',
      'AP gives the weekday within a week of the story and the date beyond it, so each has to be right.',
    ],
  },
  options: {
    aheadDays: number(
      'How many days after the day the story runs a date without a year, told as past, still counts as that year’s.',
      31,
    ),
  },
  limits:
    'Without a year it needs the day the story runs, from the front matter or the dateline, and takes the nearest year. It cannot tell which of weekday and date is the wrong one.',
  examples: {
    flag: [
      'The bridge opened on [[Monday]], March 4, 2025.',
      'The strike began on [[Friday]], 12 June 2024, the union said.',
      'He was born on [[31 June]] 1975 in Accra.',
      'The licence ran out on [[Feb. 30]], according to the port.',
      'The court sat on [[29 February]] 2023 to hear the appeal.',
      {
        text: '---\ndate: 2026-03-12\n---\nThe port closed on [[Monday]], March 10, after the storm.',
        format: 'markdown',
      },
      {
        text: '---\ndate: 2026-03-12\n---\nThe clinic shut on [[14 March 2027]], the ministry said.',
        format: 'markdown',
      },
      {
        text: '---\ndate: 2026-03-12\n---\nOfficers arrested two men on [[March 20]], police said.',
        format: 'markdown',
      },
      {text: '---\ndate: 2026-01-05\n---\nThe ferry sank on [[Friday]], 3 January.', format: 'markdown'},
      'The poll was held on November 5, 2024, a [[Wednesday]].',
      'Voting starts on [[Sunday]], Sept. 14, 2026, and ends a week later.',
      'The treaty was signed on [[April 31]], 1949.',
      'The mill burned down on [[Monday]] the 4th of March 2025.',
      'Heavy rain fell on [[Nov. 31]], and the river rose.',
      'The vote on [[Tuesday]], July 4, 2024, was close.',
    ],
    leave: [
      'The bridge opened on Tuesday, March 4, 2025.',
      'The port closed on Tuesday, March 10, after the storm.',
      {
        text: '---\ndate: 2026-03-12\n---\nThe port closed on Tuesday, March 10, after the storm.',
        format: 'markdown',
      },
      {
        text: '---\ndate: 2026-03-12\n---\nThe trial will open on 14 March 2027, the court said.',
        format: 'markdown',
      },
      {
        text: '---\ndate: 2026-03-12\n---\nThe hearing was scheduled on March 20, the clerk said.',
        format: 'markdown',
      },
      {text: '---\ndate: 2026-03-12\n---\nTalks were to resume on March 20.', format: 'markdown'},
      {
        text: '---\ndate: 2026-03-12\n---\nLawmakers voted to close the plant on March 20.',
        format: 'markdown',
      },
      {
        text: '---\ndate: 2026-03-12\n---\nThe company agreed on March 20 as the day of the sale.',
        format: 'markdown',
      },
      {text: '---\ndate: 2026-01-05\n---\nThe ferry sank on Tuesday, 30 December.', format: 'markdown'},
      'The court sat on 29 February 2024 to hear the appeal.',
      'In June 31 people were hurt on the same road.',
      'May 35 percent of voters stay at home?',
      '"It was Monday, March 4, 2025," she told the court.',
      'The match on 1 March 2026 ended 2-2.',
      'She was arrested on 20 March last year.',
      'The film Born on the Fourth of July came out in 1989.',
      'He turns 31 in June next year.',
      'The law passed on Wednesday, and it takes effect on March 4, 2025.',
      'Flight 30 left at 9:31 on March 4.',
      'Sunday 4 March 1984 was the day the pits closed.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    if (tables.days.length === 0) return;
    const date = here.askStory(dateOf);
    const published = date === null ? null : parseISO(date);
    const runs = published && !Number.isNaN(published.getTime()) ? published : null;
    const {block} = here;
    for (const day of tables.days) {
      if (day.quoted) continue;
      const finding =
        noSuchDay(block, tables, day) ??
        wrongWeekday(block, tables, day, runs) ??
        toldTooEarly(block, tables, day, runs, options.aheadDays);
      if (finding) yield finding;
    }
  },
});

const dateOf = ({draft}: Story): string | null => draft.meta.date;

function noSuchDay(
  block: number,
  tables: BlockTables,
  {year, month, day, ...span}: CalendarDay,
): Finding | null {
  // A leap year where none is given: 29 February may well have been.
  const last = getDaysInMonth(new Date(year ?? 2024, month - 1, 1));
  if (day <= last) return null;
  const said = wordsAt(tables, span);
  return {
    place: {block, start: span.start, end: span.end},
    message: `No calendar has this day: “${said}”. Give the right one.`,
    because: `The month of “${said}” has ${last} days${year === null ? '' : ' in that year'}.`,
    fixes: [
      {
        title: 'Put in the right day',
        kind: 'suggestion',
        preferred: true,
        edits: [{place: {block, ...withOrdinal(tables, span.number)}, text: [{hole: 'day'}]}],
      },
    ],
  };
}

/** "the 4th": the ending belongs to its number. */
function withOrdinal({content}: BlockTables, {start, end}: Span): Span {
  return {start, end: /^(?:st|nd|rd|th)\b/.test(content.text.slice(end, end + 3)) ? end + 2 : end};
}

/** The date with its year: the one given, else the nearest to the day the story runs. */
function dated({year, month, day}: CalendarDay, runs: Date | null): {date: Date; sure: boolean} | null {
  if (year !== null) return {date: new Date(year, month - 1, day), sure: true};
  if (!runs) return null;
  const [date] = [-1, 0, 1]
    .map((years) => new Date(runs.getFullYear() + years, month - 1, day))
    .sort((a, b) => distance(a, runs) - distance(b, runs));
  return date ? {date, sure: false} : null;
}

const distance = (one: Date, other: Date): number => Math.abs(differenceInCalendarDays(one, other));

/** A date without a year this many days from the day the story runs can hardly be of another year. */
const nearby = 120;

function wrongWeekday(
  block: number,
  tables: BlockTables,
  day: CalendarDay,
  runs: Date | null,
): Finding | null {
  const {weekday} = day;
  const known = weekday && dated(day, runs);
  if (!weekday || !known || known.date.getDay() === weekday.index) return null;
  if (!known.sure && runs && distance(known.date, runs) > nearby) return null;
  const said = wordsAt(tables, day);
  const right = weekdays[known.date.getDay()] as string;
  const back = (known.date.getDay() - weekday.index + 7) % 7;
  const fixes: Fix[] = [
    {
      title: `Write ${right}`,
      kind: 'suggestion',
      preferred: true,
      edits: [{place: {block, ...weekday.at}, text: [right]}],
    },
  ];
  const days = [subDays(known.date, back), addDays(known.date, 7 - back)].filter(
    (one) => one.getMonth() === known.date.getMonth(),
  );
  if (days.length > 0) {
    fixes.push({
      title: 'Keep the weekday, change the date',
      kind: 'suggestion',
      edits: [
        {
          place: {block, ...withOrdinal(tables, day.number)},
          text: [{hole: 'day', choices: days.map((one) => String(one.getDate()))}],
        },
      ],
    });
  }
  return {
    place: {block, ...weekday.at},
    message: `Weekday and date disagree: “${said}” was a ${right}${known.sure ? '' : ' in the year of the story'}.`,
    because: `The calendar makes that day a ${right}.`,
    fixes,
  };
}

function toldTooEarly(
  block: number,
  tables: BlockTables,
  day: CalendarDay,
  runs: Date | null,
  aheadDays: number,
): Finding | null {
  if (!runs || !day.past) return null;
  const date = new Date(day.year ?? runs.getFullYear(), day.month - 1, day.day);
  const ahead = differenceInCalendarDays(date, runs);
  if (ahead <= 0 || (day.year === null && ahead > aheadDays)) return null;
  const said = wordsAt(tables, day);
  return {
    place: {block, start: day.start, end: day.end},
    message: `“${said}” is told as past and comes after the day the story runs. Check it${day.year === null ? ', or give its year' : ''}.`,
    because: `The draft is dated before “${said}”, and its verb is in the past.`,
    fixes: [
      {
        title: 'Put in the right date',
        kind: 'suggestion',
        preferred: true,
        edits: [{place: {block, start: day.start, end: day.end}, text: [{hole: 'date'}]}],
      },
    ],
  };
}
