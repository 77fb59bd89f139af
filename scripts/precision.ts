/**
 * How many of each rule's findings a reader judged right: docs/precision.json as a section of docs/accuracy.md and as
 * the part of a rule's page that gives its measured precision.
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {DraftSession} from '../server/src/engine.js';
import type {Severity} from '../server/src/rules/severity.js';

interface Judged {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
  readonly verdict: 'right' | 'wrong' | 'doubtful';
  /** Why it is wrong or doubtful, in a few words. */
  readonly kind?: string;
  /** Read at a later time, when the rule had come to make it. */
  readonly later?: true;
  /** What the rule says of these words by now, where that differs from when they were read. */
  now?: Severity | 'gone';
}

interface JudgedRule {
  readonly rule: string;
  /** How often it fired when its findings were drawn. */
  readonly fired: number;
  /** How often it fires by now, and how many of these findings nobody has read; refreshed with the figures. */
  now?: {fires: number; unread: number};
  /** What is to be done about it, where it is wrong too often. */
  readonly proposal?: string;
  readonly findings: readonly Judged[];
}

export interface Precision {
  readonly about: string;
  readonly commit: string;
  readonly articles: number;
  readonly rules: JudgedRule[];
  /** Findings of all rules on other articles, each draw read once, before anything was mended by it. */
  readonly elsewhere: readonly Draw[];
}

interface Draw {
  readonly about: string;
  readonly commit: string;
  readonly seed?: number;
  readonly findings: readonly (Judged & {readonly rule: string})[];
}

const pathIn = (root: string): string => join(root, 'docs', 'precision.json');

export function readPrecision(root: string): Precision {
  return JSON.parse(readFileSync(pathIn(root), 'utf8')) as Precision;
}

/**
 * Notes in docs/precision.json which of the findings that were read are still made, and how many unread ones there are.
 * @param folder the articles that they were drawn from
 * @param elsewhere those of the findings on other articles
 */
export function refreshPrecision(root: string, folder: string, elsewhere: string): void {
  const reading = readPrecision(root);
  const files = new Set(reading.rules.flatMap(({findings}) => findings.map(({file}) => file)));
  // Another part of the corpus was given: nothing to say of these findings.
  if ([...files].some((file) => !existsSync(join(folder, file)))) return;
  const made = findingsOf(folder);
  for (const judged of reading.rules) {
    const own = made.filter(({rule}) => rule === judged.rule);
    const read = new Set<Made>();
    for (const one of judged.findings) {
      const same = tellNow(one, own);
      if (same) read.add(same);
    }
    judged.now = {fires: own.length, unread: own.length - read.size};
  }
  const known = new Set(reading.rules.map(({rule}) => rule));
  for (const rule of new Set(made.map((one) => one.rule))) {
    const fires = made.filter((one) => one.rule === rule).length;
    if (!known.has(rule)) reading.rules.push({rule, fired: 0, now: {fires, unread: fires}, findings: []});
  }
  const others = reading.elsewhere.flatMap(({findings}) => findings);
  if (others.every(({file}) => existsSync(join(elsewhere, file)))) {
    const there = findingsOf(elsewhere, new Set(others.map(({file}) => file)));
    for (const one of others)
      tellNow(
        one,
        there.filter(({rule}) => rule === one.rule),
      );
  }
  writeFileSync(pathIn(root), `${JSON.stringify(reading, null, 2)}\n`);
}

/** Notes what is made of a finding's words by now; gives that finding. */
function tellNow(judged: Judged, made: readonly Made[]): Made | undefined {
  const same = made.find(
    ({file, start, end}) => file === judged.file && start < judged.end && end > judged.start,
  );
  const now = same?.severity ?? 'gone';
  if (now === judged.severity) delete judged.now;
  else judged.now = now;
  return same;
}

interface Made {
  readonly rule: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
}

/** What the default house finds in the articles of a folder. @param only those of these names */
function findingsOf(folder: string, only?: ReadonlySet<string>): Made[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt') && (!only || only.has(file)))
    .flatMap((file) => {
      const {findings} = new DraftSession().update(readFileSync(join(folder, file), 'utf8'), 'text');
      return findings.map(({rule, start, end, severity}) => ({rule, file, start, end, severity}));
    });
}

interface Counts {
  readonly right: number;
  readonly wrong: number;
  readonly doubtful: number;
}

function countsOf(findings: readonly Judged[]): Counts {
  const count = (verdict: Judged['verdict']) => findings.filter((one) => one.verdict === verdict).length;
  return {right: count('right'), wrong: count('wrong'), doubtful: count('doubtful')};
}

/** Right ones among those judged without doubt; null where there are none. */
const shareOf = ({right, wrong}: Counts): number | null =>
  right + wrong === 0 ? null : (100 * right) / (right + wrong);

const percent = (share: number | null): string => (share === null ? '–' : `${Math.round(share)}%`);
const atFirst = (findings: readonly Judged[]): Judged[] => findings.filter(({later}) => !later);
const still = (findings: readonly Judged[]): Judged[] => findings.filter(({now}) => now !== 'gone');
const loud = ({severity}: {severity: Severity}): boolean => severity === 'error' || severity === 'warning';
const stillLoud = (findings: readonly Judged[]): Judged[] =>
  still(findings).filter(({now, severity}) =>
    loud({severity: now === undefined ? severity : (now as Severity)}),
  );

/** The section of docs/accuracy.md on the precision of each rule. */
export function precisionSection(root: string): string {
  const {about, commit, articles, rules, elsewhere} = readPrecision(root);
  const all = rules.flatMap(({findings}) => findings);
  const summary = (findings: readonly Judged[]): string => {
    const counts = countsOf(findings);
    const {right, wrong, doubtful} = counts;
    return `${right} right, ${wrong} wrong, ${doubtful} doubtful: ${percent(shareOf(counts))} of those judged without doubt`;
  };
  const unread = rules.reduce((sum, {now}) => sum + (now?.unread ?? 0), 0);
  const weak = rules.filter(({findings, proposal}) => proposal || isWeak(findings));
  return [
    '## Precision of the rules',
    `${about} ${articles} articles; taken at commit ${commit}; the places are in [precision.json](precision.json). *Then* counts what was made and read at that commit, *now* those findings, and others read since, that the rules make in this version. *Unread*: findings that are made now and were not among those that were read.`,
    [
      '| Rule | fired then | right | wrong | doubtful | precision then | now right | now wrong | now doubtful | precision now | fires now | unread |',
      `| --- |${' ---: |'.repeat(11)}`,
      ...rules.map(({rule, fired, now, findings}) => {
        const then = countsOf(atFirst(findings));
        const today = countsOf(still(findings));
        const cells = [
          `[${rule}](rules/${rule}.md)`,
          fired,
          then.right,
          then.wrong,
          then.doubtful,
          percent(shareOf(then)),
          today.right,
          today.wrong,
          today.doubtful,
          percent(shareOf(today)),
          now?.fires ?? fired,
          now?.unread ?? fired - atFirst(findings).length,
        ];
        return `| ${cells.join(' | ')} |`;
      }),
    ].join('\n'),
    `Warnings and errors then: ${summary(atFirst(all).filter(loud))}. Now: ${summary(stillLoud(all))}. ${unread} findings that are made now were not read.`,
    'What was wrong was mended with these articles in view, so that *now* flatters the rules.',
    '### On articles never looked at',
    ...drawsSection(elsewhere),
    '### Rules that were or are below 80%',
    weak.map((rule) => weakRule(rule)).join('\n'),
  ].join('\n\n');
}

/** What was drawn from articles on which nothing had been mended, draw by draw and rule by rule. */
function drawsSection(draws: readonly Draw[]): string[] {
  const all = draws.flatMap(({findings}) => findings);
  const counted = (findings: readonly Judged[]): string => {
    const {right, wrong, doubtful} = countsOf(findings);
    return `${right} | ${wrong} | ${doubtful} | ${percent(shareOf({right, wrong, doubtful}))}`;
  };
  const row = (name: string, findings: readonly Judged[]) =>
    `| ${name} | ${counted(findings)} | ${counted(stillLoud(findings))} |`;
  const head = (first: string) =>
    `| ${first} | right | wrong | doubtful | precision | still made: right | wrong | doubtful | precision |\n| --- |${' ---: |'.repeat(8)}`;
  const rules = [...new Set(all.map(({rule}) => rule))].sort();
  return [
    'Sixty findings a draw, read with the headline and several paragraphs around by one reader against the catalogue. Each draw was read at the commit that it names; the mistakes in it were mended by kind afterwards, and the next was drawn from articles that no draw before had touched. The figures at first sight are the ones to go by: what is *still made* was mended with these findings in view. A draw of sixty is off by twelve points either way easily. The last took what was left of train, so that no further one can be drawn there.',
    draws.map(({about, commit}, index) => `${index + 1}. ${about} Taken at ${commit}.`).join('\n'),
    [
      head('Draw'),
      ...draws.map(({findings}, index) => row(String(index + 1), findings)),
      row('all', all),
    ].join('\n'),
    [
      head('Rule'),
      ...rules.map((rule) =>
        row(
          rule,
          all.filter((one) => one.rule === rule),
        ),
      ),
    ].join('\n'),
    `Wrong or doubtful: ${kindsOf(all)}.`,
  ];
}

function isWeak(findings: readonly Judged[]): boolean {
  const shares = [atFirst(findings), still(findings)].map((some) => shareOf(countsOf(some)));
  return shares.some((share) => share !== null && share < 80);
}

function weakRule({rule, findings, proposal}: JudgedRule): string {
  return `- \`${rule}\`: ${kindsOf(findings)}.${proposal ? ` ${proposal}` : ''}`;
}

/** What is wrong or doubtful, by kind. */
function kindsOf(findings: readonly Judged[]): string {
  const kinds = new Map<string, {all: number; gone: number}>();
  for (const {verdict, kind, now} of findings) {
    if (verdict === 'right' || kind === undefined) continue;
    const key = verdict === 'wrong' ? kind : `${kind} (doubtful)`;
    const known = kinds.get(key) ?? {all: 0, gone: 0};
    kinds.set(key, {all: known.all + 1, gone: known.gone + (now === 'gone' ? 1 : 0)});
  }
  return [...kinds]
    .sort(([, a], [, b]) => b.all - a.all)
    .map(([kind, {all, gone}]) => `${kind} ${all}${gone > 0 ? `, ${gone} of them gone` : ''}`)
    .join('; ');
}

/** The part of a rule's page on its measured precision. */
export function measuredPrecision({articles, rules}: Precision, rule: string): string {
  // Named, not linked: the page is not in the package that the pages of rules are in.
  const link = 'The project’s `docs/accuracy.md` tells how that was read.';
  const judged = rules.find((one) => one.rule === rule);
  if (!judged || judged.findings.length === 0) {
    return `Not measured: the default house makes no finding of it that was read on ${articles} edited news articles. ${link}`;
  }
  const {findings, fired} = judged;
  const first = atFirst(findings);
  const then = countsOf(first);
  const today = countsOf(still(findings));
  const told = ({right, wrong, doubtful}: Counts) => `${right} right, ${wrong} wrong, ${doubtful} doubtful`;
  const changed = told(today) !== told(then);
  return [
    `In the default house, on ${articles} edited news articles: ${fired} findings, ${first.length} of them read by a person: ${told(then)} (precision ${percent(shareOf(then))}).`,
    changed
      ? `Of these, and of others read since, this version makes: ${told(today)} (${percent(shareOf(today))}).`
      : '',
    link,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
