/** Who speaks, on the GUM news articles whose coreference people marked: ../shared/tools/gum_score.py in TypeScript. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {understanding} from '../server/src/cli/analyze.js';
import {DraftSession} from '../server/src/engine.js';

/** As the corpus has them; offsets are UTF-16 code units. */
interface Clause {
  readonly clause: readonly [number, number];
  readonly speaker?: readonly [number, number];
  readonly pronoun: boolean;
  /** The fullest name in the speaker's cluster. */
  readonly name?: string;
}

export type SpeakerKind = 'full' | 'short' | 'pronoun';
export type SpeakerFigures = Readonly<Record<SpeakerKind, {readonly found: number; readonly marked: number}>>;

const capitals = (text: string): readonly string[] =>
  (text.match(/\p{L}[\p{L}\p{N}_'’-]*/gu) ?? []).filter((word) => /^\p{Lu}/u.test(word));

/** Counts the clauses whose speaker the engine finds, by how the speaker is called there. @param folder the articles' */
export function speakerFigures(folder: string): SpeakerFigures {
  const figures = {full: {found: 0, marked: 0}, short: {found: 0, marked: 0}, pronoun: {found: 0, marked: 0}};
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    const marks = join(folder, file.replace(/txt$/, 'json'));
    if (!existsSync(marks)) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    const {attributions} = JSON.parse(readFileSync(marks, 'utf8')) as {attributions: readonly Clause[]};
    const found = understanding(new DraftSession([]).update(text, 'text'));
    const names = new Map(found.sources.map(({id, name}) => [id, name.toLowerCase()]));
    for (const {clause, speaker, pronoun, name} of attributions) {
      if (!name || !speaker) continue;
      const key = (capitals(name).at(-1) ?? name.split(/\s+/).at(-1) ?? '').toLowerCase();
      const kind = pronoun ? 'pronoun' : text.slice(...speaker).includes(name) ? 'full' : 'short';
      figures[kind].marked++;
      const right = found.attributions.some(
        ({source, cue, sourceId}) =>
          [...source, ...cue].some(({start, end}) => start < clause[1] && end > clause[0]) &&
          (names.get(sourceId ?? '') ?? '').includes(key),
      );
      if (right) figures[kind].found++;
    }
  }
  return figures;
}

/** The section of docs/accuracy.md on speakers; empty where the articles are absent. */
export function speakerSection(shared: string): string {
  const folder = join(shared, 'data', 'gum');
  if (!existsSync(folder)) return '';
  const figures = Object.entries(speakerFigures(folder));
  const all = figures.reduce(
    (sum, [, {found, marked}]) => ({found: sum.found + found, marked: sum.marked + marked}),
    {found: 0, marked: 0},
  );
  const share = ({found, marked}: {found: number; marked: number}) => ((100 * found) / marked).toFixed(1);
  return [
    '## Who speaks',
    'Clauses of the 20 news articles of GUM that report somebody’s words or thoughts, whose speaker is called somewhere by a name: found where an attribution touches the clause and its source’s name holds the last word of that name. Many mistakes were found in these articles and their kinds mended, so the figures flatter.',
    [
      '| Called by | marked | found | recall |',
      '| --- | ---: | ---: | ---: |',
      ...figures.map(
        ([kind, one]) =>
          `| ${kind === 'full' ? 'full name' : kind === 'short' ? 'short form' : kind} | ${one.marked} | ${one.found} | ${share(one)} |`,
      ),
      `| all | ${all.marked} | ${all.found} | ${share(all)} |`,
    ].join('\n'),
  ].join('\n\n');
}
