/**
 * Whom the engine takes pronouns for that say something, against a person's reading (docs/pronouns.json: places and
 * labels, no text). `npx tsx scripts/pronouns.ts` counts; `--draw PART N SEED` prints places to read.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {Span} from '../server/src/draft/block.js';
import {type Analysis, DraftSession, placeInDraft} from '../server/src/engine.js';
import type {Source, StoryAttribution} from '../server/src/story/story.js';
import {isSpeech} from './polnear.js';

interface Label {
  readonly file: string;
  /** The pronoun. */
  readonly start: number;
  readonly end: number;
  /** Where the draft names or describes who is meant; several for people who speak together, none for nobody. */
  readonly who: readonly (readonly [number, number])[];
}

interface Labels {
  readonly about: string;
  readonly sets: readonly LabelSet[];
}

interface LabelSet {
  readonly about: string;
  /** Of the corpus: rules are made and changed on `train` alone. */
  readonly part: Part;
  readonly places: readonly Label[];
}

const parts = ['train', 'dev'] as const;
type Part = (typeof parts)[number];

export interface PronounFigures {
  readonly part: Part;
  readonly about: string;
  readonly right: number;
  /** Somebody else is named, or somebody where nobody is meant. */
  readonly wrong: number;
  /** Nobody is named where somebody is meant: mostly two people who speak together. */
  readonly open: number;
  /** Pronouns that nothing is attributed to any more. */
  readonly lost: number;
  readonly flaggedRight: number;
  readonly flaggedWrong: number;
}

interface Speaker {
  readonly at: Span;
  readonly source: Source | null;
  readonly flagged: boolean;
}

/** What says something by a pronoun alone, by the corpus's measure of speech, in the order of the text. */
export function pronounSpeakers({draft, story, findings}: Analysis): readonly Speaker[] {
  const byId = new Map(story.sources.map((source) => [source.id, source]));
  const flags = findings.filter(({rule}) => rule === 'pronoun-ambiguous');
  const found = new Map<number, Speaker>();
  const inDraft = (block: number, spans: readonly Span[]) =>
    spans.map((span) => placeInDraft(draft.blocks, {...span, block}));
  for (const attribution of story.attributions) {
    const {block, source, cue, content, sourceId}: StoryAttribution = attribution;
    const [at, more] = inDraft(block, source);
    if (!at || more || !/^(?:he|she|they|it)$/i.test(draft.text.slice(at.start, at.end))) continue;
    const parts = {source: [at], cue: inDraft(block, cue), content: inDraft(block, content)};
    if (found.has(at.start) || !isSpeech(parts, draft.text)) continue;
    found.set(at.start, {
      at,
      source: sourceId === null ? null : (byId.get(sourceId) ?? null),
      flagged: flags.some(({start, end}) => start < at.end && end > at.start),
    });
  }
  return [...found.values()].sort((a, b) => a.at.start - b.at.start);
}

const labels = (root: string): Labels =>
  JSON.parse(readFileSync(join(root, 'docs', 'pronouns.json'), 'utf8')) as Labels;

const textsOf = (shared: string, part: Part): string => join(shared, 'data', 'polnear', part, 'text');

/** Set by set. @param shared the folder that holds `data/`; @param part the sets of one part only */
export function pronounFigures(root: string, shared: string, part?: Part): readonly PronounFigures[] {
  const sets = labels(root).sets.filter((set) => part === undefined || set.part === part);
  const analyses = new Map<string, Analysis>();
  return sets.map(({about, part: from, places}) => {
    const counts = {right: 0, wrong: 0, open: 0, lost: 0, flaggedRight: 0, flaggedWrong: 0};
    for (const label of places) {
      const analysis = analyses.get(label.file) ?? analysed(join(textsOf(shared, from), label.file));
      analyses.set(label.file, analysis);
      const speaker = pronounSpeakers(analysis).find(({at}) => at.start === label.start);
      if (!speaker) {
        counts.lost++;
        continue;
      }
      const right = isRight(analysis, speaker.source, label);
      if (!right && !speaker.source) {
        counts.open++;
        continue;
      }
      counts[right ? 'right' : 'wrong']++;
      if (speaker.flagged) counts[right ? 'flaggedRight' : 'flaggedWrong']++;
    }
    return {about, part: from, ...counts};
  });
}

/** The section of docs/accuracy.md on pronouns. @param shared the folder that holds `data/` */
export function pronounSection(root: string, shared: string): string {
  const figures = pronounFigures(root, shared);
  return [
    '## Who “he” is',
    `${labels(root).about} The places are in [pronouns.json](pronouns.json); \`npx tsx scripts/pronouns.ts\` counts them. *Flagged*: \`pronoun-ambiguous\` says something there. *Open*: nobody is named, though somebody is meant, mostly two who speak together. *Lost*: the engine attributes nothing to the pronoun any more.`,
    [
      '| Set | part | places | right | wrong | open | lost | flagged of the right | flagged of the wrong |',
      '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...figures.map(
        ({part, right, wrong, open, lost, flaggedRight, flaggedWrong}, i) =>
          `| ${i + 1} | ${part} | ${right + wrong + open + lost} | ${right} | ${wrong} | ${open} | ${lost} | ${flaggedRight} of ${right} | ${flaggedWrong} of ${wrong} |`,
      ),
    ].join('\n'),
    figures.map(({about}, i) => `Set ${i + 1}: ${about}`).join('\n\n'),
  ].join('\n\n');
}

const analysed = (path: string): Analysis => new DraftSession().update(readFileSync(path, 'utf8'), 'text');

/** Whether a source is the one meant: mentioned at the place, or nobody where nobody is. */
function isRight({draft}: Analysis, source: Source | null, {who}: Label): boolean {
  const [meant, more] = who;
  if (!meant) return source === null;
  if (more || !source) return false;
  const [start, end] = meant;
  return source.mentions.some((mention) => {
    const at = placeInDraft(draft.blocks, mention);
    return at.start < end && at.end > start;
  });
}

/** Pronouns drawn with a seed, for a person to read. */
function draw(folder: string, count: number, seed: number): void {
  let state = seed;
  const random = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const all = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const analysis = analysed(join(folder, file));
      return pronounSpeakers(analysis).map((speaker) => ({file, analysis, ...speaker, rank: random()}));
    });
  const drawn = all
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .sort((a, b) => a.file.localeCompare(b.file, 'en') || a.at.start - b.at.start);
  for (const {file, at, source, flagged, analysis} of drawn) {
    const called = source?.mentions.find(({block, start, end}) =>
      /\p{Lu}\p{L}{2}/u.test(analysis.draft.blocks[block]?.content.text.slice(start, end) ?? ''),
    );
    const who = called ?? source?.mentions[0];
    const place = who ? placeInDraft(analysis.draft.blocks, who) : null;
    console.log(
      JSON.stringify({
        file,
        start: at.start,
        end: at.end,
        source: source?.label ?? null,
        flagged,
        who: place ? [[place.start, place.end]] : [],
      }),
    );
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const shared = join(root, '..', 'shared');
  const at = process.argv.indexOf('--draw');
  if (!parts.every((part) => existsSync(textsOf(shared, part)))) {
    console.error('The articles are absent: ../shared/data/polnear.');
    process.exit(2);
  }
  if (at > 0) {
    const [from, count, seed] = process.argv.slice(at + 1);
    draw(textsOf(shared, from === 'train' ? from : 'dev'), Number(count ?? 100), Number(seed ?? 1));
  } else for (const figures of pronounFigures(root, shared)) console.log(figures);
}
