/** What a reader found right and wrong in the attributions of some articles: docs/attribution-errors.json as a section of a page. */
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {toDraftSpan} from '../server/src/draft/block.js';
import {DraftSession} from '../server/src/engine.js';

/** What can be wrong with an attribution, in the words of the page. */
const kinds = {
  'not-an-attribution': 'nobody says or thinks anything there',
  duplicate: 'the same words a second time, without cue, from another speaker',
  'content-too-long': 'content too long: it runs into other words, often another attribution',
  'content-too-short': 'content too short',
  'content-wrong': 'content is other words',
  merged: 'two attributions in one',
  'source-missed': 'the source stands in the text and is not taken',
  'source-wrong': 'other words taken for the source',
  'source-too-short': 'source cut short',
  'cue-wrong': 'other words taken for the cue',
  'wrong-person': 'right words, put down to somebody else',
  unlinked: 'right words, but the source is not linked to a person who is known from the text',
  'joint-source': 'two sources joined by “and”, one of them counted',
  'source-label': 'right words, but the source’s name or kind is misread',
  'speech-as-attitude': 'speech or thought taken for an attitude',
  'attitude-as-speech': 'attitude taken for speech',
  missed: 'missed',
  'missed-inside': 'missed inside the words of another speaker',
} as const;

type Kind = keyof typeof kinds;
/** Kinds of which source, cue and content tell nothing: whether they are mended cannot be seen from the places. */
const ofPersons: ReadonlySet<Kind> = new Set(['wrong-person', 'unlinked', 'joint-source', 'source-label']);
type Place = readonly [start: number, end: number];

interface Judged {
  /** What the engine took it for; nothing where the engine missed it. */
  readonly taken?: 'speech' | 'thought' | 'attitude';
  readonly source?: readonly Place[];
  readonly cue: readonly Place[];
  readonly content: readonly Place[];
  readonly verdict: 'right' | 'wrong' | 'missed';
  readonly kind?: Kind;
}

interface Reading {
  readonly about: string;
  readonly commit: string;
  /** What was then done about the largest kinds; the column "still so" counts. */
  readonly reduced: string;
  readonly articles: readonly {readonly file: string; readonly attributions: readonly Judged[]}[];
}

interface Attribution {
  readonly taken: string;
  readonly source: readonly Place[];
  readonly cue: readonly Place[];
  readonly content: readonly Place[];
}

/** What the engine finds in an article by now. */
function attributionsIn(path: string): readonly Attribution[] {
  const {draft, story} = new DraftSession().update(readFileSync(path, 'utf8'), 'text');
  return story.attributions.map(({block, source, cue, content, cueKind}) => {
    const places = (spans: typeof source): readonly Place[] =>
      spans.map((one) => {
        const {start, end} = toDraftSpan(draft.blocks[block]!, one);
        return [start, end];
      });
    return {taken: cueKind, source: places(source), cue: places(cue), content: places(content)};
  });
}

/** Whether an error is made as it was: the same words taken for the same parts, or still nothing there. */
function stands(judged: Judged, now: readonly Attribution[]): boolean {
  const meets = (some: readonly Place[], others: readonly Place[]) =>
    some.some(([start, end]) => others.some((other) => other[0] < end && other[1] > start));
  if (judged.verdict === 'missed') {
    return !now.some(({cue, content}) => meets(cue, judged.cue) && meets(content, judged.content));
  }
  const written = ({taken, source, cue, content}: Partial<Attribution>) =>
    JSON.stringify([taken, source, cue, content]);
  return now.some((one) => written(one) === written(judged));
}

/**
 * The section of docs/accuracy.md on attributions read by eye.
 * @param folder the articles that they were drawn from
 */
export function readByEyeSection(root: string, folder: string): string {
  const reading = JSON.parse(readFileSync(join(root, 'docs', 'attribution-errors.json'), 'utf8')) as Reading;
  const all = reading.articles.flatMap(({file, attributions}) => {
    const path = join(folder, file);
    const now = existsSync(path) ? attributionsIn(path) : null;
    return attributions.map((one) => ({...one, file, stands: now === null ? null : stands(one, now)}));
  });
  const found = all.filter(({verdict}) => verdict !== 'missed');
  const share = (some: typeof found): string => {
    const right = some.filter(({verdict}) => verdict === 'right').length;
    return `${right} of ${some.length} (${((100 * right) / some.length).toFixed(1)}%)`;
  };
  const rows = (Object.keys(kinds) as Kind[])
    .map((kind) => ({kind, of: all.filter((one) => one.kind === kind)}))
    .filter(({of}) => of.length > 0)
    .sort((a, b) => b.of.length - a.of.length);
  const standing = (kind: Kind, of: typeof all): string =>
    ofPersons.has(kind) || of.some((one) => one.stands === null)
      ? '–'
      : `${of.filter((one) => one.stands).length}`;
  return [
    '## Read by eye',
    `${reading.about} Taken at commit ${reading.commit}; the places are in [attribution-errors.json](attribution-errors.json). Right in words, person and kind: ${share(found)}; of those taken for speech ${share(found.filter(({taken}) => taken === 'speech'))}, for thought ${share(found.filter(({taken}) => taken === 'thought'))}, for an attitude ${share(found.filter(({taken}) => taken === 'attitude'))}. *Still so*: made in this version word for word as it was, or still missed; errors over who is meant cannot be told from the places.`,
    [
      '| Kind of error | attributions | articles | still so |',
      '| --- | ---: | ---: | ---: |',
      ...rows.map(
        ({kind, of}) =>
          `| ${kinds[kind]} | ${of.length} | ${new Set(of.map(({file}) => file)).size} | ${standing(kind, of)} |`,
      ),
    ].join('\n'),
    reading.reduced,
  ].join('\n\n');
}
