/**
 * How well the engine finds attributions, on a part of PolNeAR. `npm run accuracy [-- FOLDER] [--write]`: FOLDER holds
 * `text/` and `attributions/` (default: ../shared/data/polnear/dev); `--write` makes docs/accuracy.md. Prints and
 * writes counts and offsets only, never words of the corpus.
 */
import {existsSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {understanding} from '../server/src/cli/analyze.js';
import {DraftSession} from '../server/src/engine.js';
import {speakerSection} from './gum.js';
import {findingsSection} from './noise.js';
import {
  type Figures,
  type GoldArticle,
  isSpeech,
  type Parts,
  readPolnear,
  Scorer,
  type Triple,
} from './polnear.js';
import {precisionSection, refreshPrecision} from './precision.js';
import {pronounSection} from './pronouns.js';
import {readByEyeSection} from './readByEye.js';
import {unattributedSection} from './unattributed.js';
import {unnamedSection} from './unnamed.js';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Group {
  gold: number;
  found: number;
}

interface Miss {
  readonly article: number;
  readonly start: number;
  readonly end: number;
  readonly kind: 'missed' | 'invented';
}

const pronoun =
  /^(?:he|she|it|they|we|i|you|him|her|them|us|me|who|which|that|this|one|his|their|its|our|my)$/i;

/** Who the annotators marked as the source, by how it is written. */
function sourceKind({source}: Parts, text: string): string {
  const first = source[0];
  if (!first) return 'no source';
  const words = text.slice(first.start, first.end).trim();
  if (pronoun.test(words)) return 'pronoun';
  return /(?:^|\s)(?!The\b|A\b|An\b)\p{Lu}/u.test(words) ? 'name' : 'description';
}

/** Whether the content stands in quotation marks: all of it, part of it, or none. */
function quoteKind({content}: Parts, text: string): string {
  let inside = 0;
  let all = 0;
  for (const {start, end} of content) {
    // Offsets may leave out the marks themselves.
    let open = /["“]/.test(text.charAt(start - 1));
    for (const c of text.slice(start, end)) {
      if (c === '“' || (c === '"' && !open)) open = true;
      else if (c === '”' || c === '"') open = false;
      else if (/\S/.test(c)) {
        all++;
        if (open) inside++;
      }
    }
  }
  if (inside === 0) return 'indirect';
  return inside >= all * 0.95 ? 'direct' : 'mixed';
}

/** Where the cue stands to its content. */
function position({cue, content}: Parts): string {
  const at = cue[0]?.start;
  if (at === undefined) return 'no cue';
  const before = content.some(({start}) => start < at);
  const after = content.some(({start}) => start > at);
  return before && after ? 'cue inside' : before ? 'cue after' : 'cue before';
}

interface Measured {
  readonly figures: Figures;
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, Group>>;
  readonly worst: readonly Miss[];
}

/** Runs the engine over articles and scores what it understood. */
export function measure(articles: readonly GoldArticle[]): Measured {
  const scorer = new Scorer();
  const tables = new Map<string, Map<string, Group>>();
  const misses: Miss[] = [];
  const tell = (table: string, row: string, found: boolean): void => {
    const rows = tables.get(table) ?? new Map<string, Group>();
    const group = rows.get(row) ?? {gold: 0, found: 0};
    group.gold++;
    if (found) group.found++;
    tables.set(table, rows.set(row, group));
  };
  for (const [number, article] of articles.entries()) {
    const {text, attributions: gold} = article;
    const predicted = understanding(new DraftSession([]).update(text, 'text'));
    const {found, unmatched} = scorer.add(article, predicted);
    for (const [i, one] of gold.entries()) {
      const hit = found[i] === true;
      tell('Source', sourceKind(one, text), hit);
      tell('Quotation', quoteKind(one, text), hit);
      tell('Position', position(one), hit);
      tell('Kind', isSpeech(one, text) ? 'speech' : 'thought or attitude', hit);
      if (!hit) misses.push({article: number + 1, ...extent(one), kind: 'missed'});
    }
    for (const k of unmatched) {
      misses.push({article: number + 1, ...extent(predicted.attributions[k]!), kind: 'invented'});
    }
  }
  const worst = misses
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.article - b.article || a.start - b.start)
    .slice(0, 10);
  return {figures: scorer.figures(), tables, worst};
}

function extent({source, cue, content}: Parts): {start: number; end: number} {
  const all = content.length > 0 ? content : [...source, ...cue];
  return {start: Math.min(...all.map(({start}) => start)), end: Math.max(...all.map(({end}) => end))};
}

/** What issue and model card hold the figures against: a second annotator's, by the same scorer. */
const second: Readonly<Record<string, string>> = {
  'source, tokens': '79.5',
  'cue, tokens': '69.6',
  'content, tokens': '90.7',
  relation: '74.0',
  'speech relation': '88.9',
  'sentence holds content': '91.6',
};

function rowsOf({source, cue, content, relation, speech, sentence}: Figures): readonly [string, Triple][] {
  return [
    ['source, tokens', source.token],
    ['cue, tokens', cue.token],
    ['content, tokens', content.token],
    ['source, exact', source.exact],
    ['cue, exact', cue.exact],
    ['content, exact', content.exact],
    ['relation', relation],
    ['speech relation', speech],
    ['sentence holds content', sentence],
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(3, ...all.map((row) => (row[i] ?? '').length)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((width, i) => (i === 0 ? (row[i] ?? '').padEnd(width) : (row[i] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

/** The tables as Markdown. */
export function describe({figures, tables, worst}: Measured): string {
  const fixed = (n: number): string => n.toFixed(1);
  const parts = [
    table(
      ['', 'precision', 'recall', 'F1', 'second annotator'],
      rowsOf(figures).map(([name, [p, r, f]]) => [name, fixed(p), fixed(r), fixed(f), second[name] ?? '']),
    ),
    `Sentences that hold no speech or quotation: F1 ${fixed(figures.unsourced.f1)}, kappa ${fixed(figures.unsourced.kappa)}.`,
  ];
  for (const [name, rows] of tables) {
    parts.push(
      table(
        [name, 'marked', 'found', 'recall'],
        [...rows]
          .sort(([a], [b]) => a.localeCompare(b, 'en'))
          .map(([row, {gold, found}]) => [row, `${gold}`, `${found}`, fixed((100 * found) / gold)]),
      ),
    );
  }
  parts.push(
    table(
      ['Worst', 'article', 'from', 'to'],
      worst.map(({kind, article, start, end}) => [kind, `${article}`, `${start}`, `${end}`]),
    ),
  );
  return parts.join('\n\n');
}

function page(measured: Measured, sections: readonly string[]): string {
  return `# Accuracy

Made by \`npm run accuracy -- --write\`; do not edit. The engine as shipped, on the ${measured.figures.articles} articles of the
dev part of PolNeAR 1.0, on which nothing was trained. Some rules that mend what the tagger finds, and their thresholds,
were chosen with these figures beside them, so they flatter the engine a little. All figures are percentages. *Tokens*: words and marks that any
span of the kind covers. *Exact*: the whole of it, trimmed of outer marks. *Relation*: an attribution counts as found
when its content covers at least half of the union with the annotators' and its source overlaps theirs. *Speech
relation*: the same on quotations and verbs of speech alone. The second annotator is a person measured against another
by the same scorer, on the articles that two people annotated.
The corpus marks hardly anything of what somebody says within another's words; what the engine finds there counts here as one too many.

${describe(measured)}

*Worst* gives the longest contents missed or invented, as offsets (UTF-16 code units) into the articles in the order of
their names.

Other published systems were measured on other text and with other definitions, so their figures stand beside these
only as what they are: the systems that the corpus's authors and others report need a full parse and run on a server.

${sections.join('\n\n')}
`;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const given = process.argv.slice(2);
  const folder = given.find((argument) => !argument.startsWith('--')) ?? `${root}../shared/data/polnear/dev`;
  if (!existsSync(`${folder}/attributions`)) {
    console.error(`${folder} holds no attributions/: give the folder of a part of PolNeAR.`);
    process.exit(2);
  }
  const measured = measure(readPolnear(folder));
  console.log(describe(measured));
  if (given.includes('--write')) {
    refreshPrecision(root, join(folder, 'text'), join(folder, '..', 'train', 'text'));
    const shared = join(root, '..', 'shared');
    const sections = [
      readByEyeSection(root, join(folder, 'text')),
      speakerSection(shared),
      pronounSection(root, shared),
      findingsSection(root, shared),
      precisionSection(root),
      unnamedSection(root, shared),
      unattributedSection(root),
    ];
    writeFileSync(`${root}docs/accuracy.md`, page(measured, sections.filter(Boolean)));
  }
}
