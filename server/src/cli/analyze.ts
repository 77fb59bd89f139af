import {type Span, toDraftSpan} from '../draft/block.js';
import {type Analysis, placeInDraft} from '../engine.js';
import {sourceNumbers} from '../story/sourceNumbers.js';
import {attributionOf, type Place, type Source, type Story, type StoryAttribution} from '../story/story.js';
import {type WholeAttribution, wholeAttributions} from '../story/wholeAttributions.js';
import {exitCodes, Failure, type InputError} from './failure.js';
import {print} from './output.js';
import {type ReadOptions, readings} from './readings.js';

export interface AnalyzeOptions extends ReadOptions {
  readonly format: 'json' | 'ndjson';
}

/** @returns the exit code */
export async function analyze(asked: readonly string[], options: AnalyzeOptions): Promise<number> {
  const errors: InputError[] = [];
  const documents: string[] = [];
  for await (const {path, analysis} of readings(asked, options, errors)) {
    const understood = {schema: 1, path, ...understanding(analysis)};
    if (options.format === 'ndjson') print(`${JSON.stringify(understood)}\n`);
    else documents.push(JSON.stringify(understood, null, 2));
    if (documents.length > 1) throw new Failure('Several files make several documents: use --format ndjson.');
  }
  for (const document of documents) print(`${document}\n`);
  return errors.length > 0 ? exitCodes.trouble : exitCodes.clean;
}

const isSource = ({attributions, kind, name}: Source): boolean =>
  attributions.length > 0 || (name !== null && kind === 'person');

/** No description that one still takes in is longer, in characters. */
const longestName = 160;

/** What the draft calls a source without a name, where it says most: "a leaked letter seen by the Herald". */
function inFull(
  {attributions}: Source,
  story: Story,
  textOf: (place: Place) => {text: string},
): string | null {
  let longest: string | null = null;
  for (const key of attributions) {
    const {source, block, mention} = attributionOf(story, key) as StoryAttribution;
    const [one, more] = source;
    if (!one || more || mention === null || story.blocks[block]?.mentions[mention]?.standing === 'pronoun')
      continue;
    const words = textOf({...one, block}).text.replace(/[\s,]+$/u, '');
    if (words.length <= longestName && words.length > (longest?.length ?? 0)) longest = words;
  }
  return longest;
}

/** What the engine understood, in offsets of the draft: UTF-16 code units from its start, end exclusive. */
export function understanding({draft, story}: Analysis) {
  const {blocks, text} = draft;
  const span = (place: Place) => withText(placeInDraft(blocks, place));
  const withText = ({start, end}: Span) => ({start, end, text: text.slice(start, end)});
  const whole = wholeAttributions(story);
  const numbers = sourceNumbers(story);
  const numberOf = (id: string | null): string | null => (id === null ? null : (numbers.get(id) ?? null));
  const written = ({source, cue, content, quote, sourceId, confidence}: WholeAttribution) => ({
    source: source.map(span),
    cue: cue.map(span),
    content: content.map(span),
    quote,
    sourceId: numberOf(sourceId),
    confidence,
  });
  return {
    sentences: blocks.flatMap((block, index) =>
      (story.blocks[index]?.sentences ?? []).map((sentence) => toDraftSpan(block, sentence)),
    ),
    attributions: whole.map(written),
    // Everybody who is met can be meant by a pronoun; a source is who says something, or is a person with a name.
    sources: story.sources.filter(isSource).map((source) => ({
      id: numberOf(source.id),
      name: source.name ?? inFull(source, story, span) ?? source.label,
      label: source.label,
      kind: source.kind,
      standing: source.standing,
      specificity: source.specificity,
      mentions: source.mentions.map(span),
    })),
    claims: story.claims.map(({block, start, end, type, sourceId, attributed}) => ({
      ...placeInDraft(blocks, {block, start, end}),
      type,
      sourceId: numberOf(sourceId),
      attributed,
    })),
  };
}
