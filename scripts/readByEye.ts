/** What a reader found right and wrong in the attributions of some articles: docs/attribution-errors.json as a section of a page. */
import {readFileSync} from 'node:fs';
import {join} from 'node:path';

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
type Place = readonly [start: number, end: number];

interface Judged {
  /** What the engine took it for; nothing where the engine missed it. */
  readonly taken?: 'speech' | 'thought' | 'attitude';
  readonly cue: readonly Place[];
  readonly content: readonly Place[];
  readonly verdict: 'right' | 'wrong' | 'missed';
  readonly kind?: Kind;
}

interface Reading {
  readonly about: string;
  readonly commit: string;
  readonly articles: readonly {readonly file: string; readonly attributions: readonly Judged[]}[];
}

/** The section of docs/accuracy.md on attributions read by eye. */
export function readByEyeSection(root: string): string {
  const reading = JSON.parse(readFileSync(join(root, 'docs', 'attribution-errors.json'), 'utf8')) as Reading;
  const all = reading.articles.flatMap(({file, attributions}) => attributions.map((one) => ({...one, file})));
  const found = all.filter(({verdict}) => verdict !== 'missed');
  const share = (some: typeof found): string => {
    const right = some.filter(({verdict}) => verdict === 'right').length;
    return `${right} of ${some.length} (${((100 * right) / some.length).toFixed(1)}%)`;
  };
  const rows = (Object.keys(kinds) as Kind[])
    .map((kind) => ({kind, of: all.filter((one) => one.kind === kind)}))
    .filter(({of}) => of.length > 0)
    .sort((a, b) => b.of.length - a.of.length);
  return [
    '## Read by eye',
    `${reading.about} Taken at commit ${reading.commit}; the places are in [attribution-errors.json](attribution-errors.json). Right in words, person and kind: ${share(found)}; of those taken for speech ${share(found.filter(({taken}) => taken === 'speech'))}, for thought ${share(found.filter(({taken}) => taken === 'thought'))}, for an attitude ${share(found.filter(({taken}) => taken === 'attitude'))}.`,
    [
      '| Kind of error | attributions | articles |',
      '| --- | ---: | ---: |',
      ...rows.map(
        ({kind, of}) => `| ${kinds[kind]} | ${of.length} | ${new Set(of.map(({file}) => file)).size} |`,
      ),
    ].join('\n'),
  ].join('\n\n');
}
