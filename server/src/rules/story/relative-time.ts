import {addDays, format, parseISO, subDays} from 'date-fns';
import {dayAndMonth} from '../../draft/dates.js';
import type {BlockTables, Story, TimeExpression} from '../../story/story.js';
import {blocksHaving, fitting, type Having, perBlock} from '../lookup.js';
import {type Finding, type Fix, flag, rule} from '../rule.js';
import {closingComma, wordsAt} from '../wording.js';

export default rule({
  id: 'relative-time',
  family: 'story',
  reads: 'story',
  title: 'A weekday with no date to count from',
  why: 'A reader who meets the story next month, or finds it by search, cannot tell which Tuesday it was.',
  severity: {
    default: ['information', 'One note for the draft: say on which day it runs.'],
    ap: [
      'information',
      'Weekdays serve within a week of the day the story runs; beyond that a date, and no "last" or "next" before a weekday.',
    ],
    local: 'hint',
  },
  options: {
    everyOne: flag(
      'Also hint at each "today", "yesterday", "recently" and "last Tuesday", not only at the draft as a whole. Features always get these.',
      false,
    ),
  },
  limits:
    'It does not know the day an event took place. A weekday is resolved against the draft’s own date, and you choose which one is meant.',
  examples: {
    flag: [
      'The port closed on [[Tuesday]] after the storm.',
      'Talks broke down [[Monday evening]], the union said.',
      'The company opened its third plant [[last week]].',
      'The bakery shut [[recently]] after forty years.',
      'Police searched the flat [[yesterday]].',
      'The court will rule [[next month]].',
      'The band split [[earlier this year]].',
      'The ferry sails again [[tomorrow]].',
      'Farmers blocked the road [[last Thursday]].',
      'Lawmakers return on [[Wednesday]].\n\nThey vote on Friday.',
      'The mayor resigned [[tonight]].',
      'The gallery reopens [[this weekend]].',
      'The river crested on [[Sunday]], and schools open on Tuesday.',
      'The clinic was raided [[this morning]].',
      'Rents rose sharply [[last year]].',
      '[[Today]] the fleet came home.',
      'The talks ended on [[Friday night]] with no deal.',
      'The minister leaves for Accra on [[Saturday]].',
      {
        text: '---\ndate: 2026-03-12\ngenre: feature\n---\nThe mill burned down [[last Tuesday]].',
        format: 'markdown',
      },
      {
        text: '---\ndate: 2026-03-12\ngenre: feature\n---\nThe weavers came home [[yesterday]], singing.',
        format: 'markdown',
      },
      'Nothing has been heard of the crew since [[Monday]], the coastguard said on Thursday.',
    ],
    leave: [
      {text: '---\ndate: 2026-03-12\n---\nThe port closed on Tuesday after the storm.', format: 'markdown'},
      'The port closed on Tuesday, March 10, after the storm.',
      'The port closed on 10 March 2026 after the storm.',
      'ELMFORD, Sept. 26 (AP) — The port closed on Tuesday after the storm.',
      'On Tuesday, 10 March 2026, the port closed. It opened on Thursday.',
      'Shops opened at midnight for Black Friday.',
      'The Sunday Times printed the letter.',
      'Sheffield Wednesday lost at home.',
      'The market is held every Saturday.',
      '"I saw him on Tuesday," the neighbour said.',
      'The museum is closed on Mondays.',
      'Christians mark Good Friday with a procession.',
      'The council met in the town hall.',
      'The treaty was signed in 1975.',
      'Super Tuesday decided the race.',
      'The choir sings on Ash Wednesday.',
      'He wrote Tuesdays with an old friend.',
      'The broadcaster Russia Today carried the speech.',
      'It was the last week of the strike.',
      {text: '---\ndate: 2026-03-12\n---\nThe company opened a plant last week.', format: 'markdown'},
      {text: '---\ngenre: opinion\n---\nI saw it yesterday.', format: 'markdown'},
    ],
  },
  *check(story, options) {
    const {meta} = story.draft;
    const having = blocksHaving(story, undatedIn);
    if (having.length === 0) return;
    const anchored = meta.date !== null || isDated(meta.dateline) || hasDatedDay(story);
    if (!anchored) {
      yield documentNote(story, undated(having));
      return;
    }
    const feature = meta.genre === 'feature' || meta.genre === 'profile';
    if (!feature && !options.everyOne) return;
    for (const {block, tables, time} of undated(having)) {
      if (!wandering(tables, time)) continue;
      const said = wordsAt(tables, time);
      yield {
        place: {block, start: time.start, end: time.end},
        message: `“${said}” will not mean much to somebody who reads this later. Give the date.`,
        because: `“${said}” moves with the day on which it is read.`,
        severity: feature ? 'warning' : 'hint',
        fixes: fixes(block, tables, time, meta.date),
      };
    }
  },
});

interface Undated {
  readonly block: number;
  readonly tables: BlockTables;
  readonly time: TimeExpression;
}

const undatedIn = perBlock(({times}) =>
  times.filter(({quoted, dated, kind}) => !quoted && !dated && kind !== 'date'),
);

const undated = (having: readonly Having<TimeExpression>[]): readonly Undated[] =>
  having.flatMap(({block, tables, found}) => found.map((time) => ({block, tables, time})));

/** "ELMFORD, Sept. 26": the day of the story, whose year a dateline leaves to the paper. */
const isDated = (dateline: string | null): boolean => dateline !== null && dayInYear.test(dateline);
const dayInYear = new RegExp(`\\b${dayAndMonth}`);

/** A weekday with its date, or a full date in the copy, gives the others a day to count from. */
function hasDatedDay({blocks}: Story): boolean {
  return blocks.some(({times}) => times.some(({dated}) => dated));
}

function documentNote(story: Story, times: readonly Undated[]): Finding {
  const {block, tables, time} = times[0] as Undated;
  const said = wordsAt(tables, time);
  return {
    place: {block, start: time.start, end: time.end},
    message:
      story.draft.format === 'markdown'
        ? `No date says which day “${said}” was. Put a date in the front matter, or beside the first day named.`
        : `No date says which day “${said}” was. Put the date in the dateline, or beside the first day named.`,
    because: `“${said}” counts from the day the story runs, and the draft does not say which that is.`,
    document: true,
    related: times.slice(1, 4).map((other) => ({
      place: {block: other.block, start: other.time.start, end: other.time.end},
      message: `“${wordsAt(other.tables, other.time)}” hangs on it too`,
    })),
    fixes: fixes(block, tables, time, null),
  };
}

/** "last Tuesday", "yesterday", "recently": weak even in a dated story. A plain weekday or "last week" is not. */
function wandering(tables: BlockTables, time: TimeExpression): boolean {
  if (time.kind === 'day') return true;
  const said = wordsAt(tables, time).toLowerCase();
  if (time.kind === 'weekday') return /^(?:last|next|this) /.test(said);
  return said === 'recently' || said === 'lately';
}

/** @param date publication day as YYYY-MM-DD, or null: then the writer fills the date in. */
function fixes(
  block: number,
  tables: BlockTables,
  time: TimeExpression,
  date: string | null,
): readonly Fix[] {
  const place = {block, start: time.start, end: time.end};
  const after = {block, start: time.end, end: time.end};
  const days =
    date === null ? [] : possibleDays(time, parseISO(date)).map((day) => format(day, 'd MMMM yyyy'));
  if (time.kind === 'weekday') {
    return [
      {
        title: 'Give its date',
        kind: 'suggestion',
        preferred: true,
        edits: [{place: after, text: [', ', {hole: 'date', choices: days}, closingComma(tables, time)]}],
      },
    ];
  }
  const {text} = tables.content;
  const said = text.slice(time.start, time.end).toLowerCase();
  const hole = /\b(?:lately|recently)$/.test(said)
    ? 'month or year'
    : /\b(?:month|this year)$/.test(said)
      ? 'month'
      : said.endsWith('year')
        ? 'year'
        : 'date';
  // "Until lately": the word before it does for "in" and "on".
  const led = /\b(?:until|till|since|by|before|after|from)\s+$/i.test(
    text.slice(Math.max(0, time.start - 8), time.start),
  );
  const word = led ? '' : fitting(tables, time, hole === 'date' ? 'on ' : 'in ');
  return [
    {
      title: `Give the ${hole} instead`,
      kind: 'suggestion',
      preferred: true,
      edits: [{place, text: [word, {hole, choices: days}]}],
    },
  ];
}

/** The days that may be meant, the likelier first. */
function possibleDays({kind, weekday, forward}: TimeExpression, published: Date): readonly Date[] {
  if (Number.isNaN(published.getTime())) return [];
  if (weekday !== null) {
    const back = subDays(published, (published.getDay() - weekday + 7) % 7);
    const ahead = addDays(published, (weekday - published.getDay() + 7) % 7 || 7);
    return forward ? [ahead, back] : [back, ahead];
  }
  if (kind !== 'day') return [];
  return [published, subDays(published, 1), addDays(published, 1)];
}
