/**
 * How well family A finds sources that name nobody, against sources and findings of PolNeAR dev that a person judged
 * (docs/unnamed.json). `npx tsx scripts/unnamed.ts [--new]`: `--new` lists the places of findings that nobody has
 * judged yet. Prints counts and offsets only, never words of the corpus.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Span} from '../server/src/draft/block.js';
import {DraftSession, type ReportedFinding} from '../server/src/engine.js';
import {rules} from '../server/src/rules/registry.generated.js';

interface Place extends Span {
  readonly file: string;
}

/** A source that the annotators marked: whether family A has to speak of it, and what it is. */
interface JudgedSource extends Place {
  readonly label: 'should-flag' | 'fine';
  readonly kind: string;
}

/** A finding of family A, judged. */
interface JudgedFinding extends Place {
  readonly rule: string;
  readonly verdict: 'right' | 'wrong';
}

interface Judged {
  readonly about: string;
  readonly sources: readonly JudgedSource[];
  readonly findings: readonly JudgedFinding[];
}

interface Count {
  readonly all: number;
  readonly good: number;
}

export interface UnnamedFigures {
  /** Of the sources that must be flagged, those that are; by kind. */
  readonly found: ReadonlyMap<string, Count>;
  /** Of the sources that must be left alone, those that a finding stands on. */
  readonly alarms: Count;
  /** Of the judged findings that are made now, those judged right; by rule. */
  readonly right: ReadonlyMap<string, Count>;
  /** Findings that nobody has judged. */
  readonly unjudged: readonly (Place & {readonly rule: string})[];
}

const family = new Set(rules.flatMap((rule) => (rule.family === 'unnamed' ? [rule.id] : [])));

const overlap = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start;

/** Whether a finding is about a source: it stands on it, or points to it as the same source or as who says it. */
const isAbout = (finding: ReportedFinding, source: Span): boolean =>
  overlap(finding, source) || finding.related.some((place) => overlap(place, source));

/** Counts family A of the default house, hints included, against what was judged. @param folder holds the articles */
export function measureUnnamed(
  {sources, findings}: Judged,
  folder: string,
  files: readonly string[],
): UnnamedFigures {
  const found = new Map<string, Count>();
  const right = new Map<string, Count>();
  const left = new Map<string, Count>();
  const unjudged: (Place & {rule: string})[] = [];
  const add = (counts: Map<string, Count>, key: string, good: boolean): void => {
    const {all, good: before} = counts.get(key) ?? {all: 0, good: 0};
    counts.set(key, {all: all + 1, good: before + Number(good)});
  };
  for (const file of files) {
    const made = new DraftSession()
      .update(readFileSync(join(folder, file), 'utf8'), 'text')
      .findings.filter(({rule}) => family.has(rule));
    for (const source of sources) {
      if (source.file !== file) continue;
      if (source.label === 'fine')
        add(
          left,
          source.kind,
          made.some((finding) => overlap(finding, source)),
        );
      else
        add(
          found,
          source.kind,
          made.some((finding) => isAbout(finding, source)),
        );
    }
    for (const {rule, start, end} of made) {
      const judged = findings.find(
        (one) => one.file === file && one.rule === rule && one.start === start && one.end === end,
      );
      if (judged) add(right, rule, judged.verdict === 'right');
      else unjudged.push({file, rule, start, end});
    }
  }
  return {found, alarms: total(left), right, unjudged};
}

const total = (counts: ReadonlyMap<string, Count>): Count =>
  [...counts.values()].reduce((sum, {all, good}) => ({all: sum.all + all, good: sum.good + good}), {
    all: 0,
    good: 0,
  });

const share = ({all, good}: Count): string => (all ? `${((100 * good) / all).toFixed(1)}%` : 'none');

function rows(counts: ReadonlyMap<string, Count>): string {
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([key, count]) => `| ${key} | ${count.all} | ${count.good} | ${share(count)} |`)
    .join('\n');
}

function read(root: string, shared: string): {judged: Judged; figures: UnnamedFigures} {
  const judged = JSON.parse(readFileSync(join(root, 'docs', 'unnamed.json'), 'utf8')) as Judged;
  const folder = join(shared, 'data', 'polnear', 'dev', 'text');
  const files = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  return {judged, figures: measureUnnamed(judged, folder, files)};
}

/** The section of docs/accuracy.md on sources that name nobody. @param shared the folder that holds `data/` */
export function unnamedSection(root: string, shared: string): string {
  const {judged, figures} = read(root, shared);
  const {alarms, found, right, unjudged} = figures;
  const must = total(found);
  return [
    '## Sources that name nobody',
    `${judged.about} ${judged.sources.length} sources were judged, and ${must.all} of them must be flagged; the others are institutions, documents, polls, sources named near by or met before, attitudes with nothing said, and the like. Family A of the default house finds ${must.good} of the ${must.all} (${share(must)}): a finding, hints included, stands on the source or points to it as the same source again. On ${alarms.good} of the ${alarms.all} that must be left alone it makes a finding. Of its findings on these articles ${total(right).good} of ${total(right).all} were judged right (${share(total(right))})${unjudged.length > 0 ? `; ${unjudged.length} have not been judged` : ''}. The places are in [unnamed.json](unnamed.json). The rules were mended with the misses of a kind in view, so these figures flatter them a little.`,
    `| Must be flagged as | judged | found | recall |\n| --- | ---: | ---: | ---: |\n${rows(found)}`,
    `| Rule | findings judged | right | precision |\n| --- | ---: | ---: | ---: |\n${rows(right)}`,
  ].join('\n\n');
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const shared = join(root, '..', 'shared');
  if (!existsSync(join(shared, 'data', 'polnear', 'dev'))) {
    console.error('../shared/data/polnear/dev is missing: nothing to measure on.');
    process.exit(2);
  }
  if (process.argv.includes('--new')) {
    for (const one of read(root, shared).figures.unjudged) console.log(JSON.stringify(one));
  } else console.log(unnamedSection(root, shared));
}
