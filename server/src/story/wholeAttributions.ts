import type {QuoteKind} from '../attribution/attribution.js';
import type {Span} from '../draft/block.js';
import {overlapTest} from '../language/spans.js';
import type {Place, Story, StoryAttribution} from './story.js';

/** An attribution with all that belongs to it, wherever in the draft it stands. */
export interface WholeAttribution {
  readonly source: readonly Place[];
  readonly cue: readonly Place[];
  readonly content: readonly Place[];
  readonly quote: QuoteKind;
  readonly sourceId: string | null;
  readonly confidence: number;
}

/**
 * The attributions of a draft over the borders of paragraphs: a quotation that only goes on in the next paragraph is
 * one content more of the attribution that it goes on with, and one that a paragraph announces ("Okoro replied:") has
 * the source and the cue there.
 */
export function wholeAttributions(story: Story): readonly WholeAttribution[] {
  const whole: WholeAttribution[] = [];
  /** The last one that is not within another, and where it went. */
  let last: StoryAttribution | undefined;
  let outer = -1;
  const isNested = nestedTest(story);
  for (const one of story.attributions) {
    const {block, quote, sourceId, confidence} = one;
    const nested = isNested(one);
    const part = (kind: 'source' | 'cue' | 'content'): Place[] => places(block, one[kind]);
    const announcement =
      isBare(one) && last?.block !== block ? story.blocks[block - 1]?.announcement : undefined;
    const before = whole[outer];
    if (before && last && goesOn(last, one)) {
      whole[outer] = {
        ...before,
        content: [...before.content, ...part('content')],
        quote: before.quote === quote ? quote : 'mixed',
      };
      last = one;
      continue;
    }
    const announced = sourceId === null ? null : announcement;
    whole.push({
      source: announced ? places(block - 1, announced.source) : part('source'),
      cue: announced ? places(block - 1, announced.cue) : part('cue'),
      content: part('content'),
      quote,
      sourceId,
      confidence,
    });
    if (!nested) {
      last = one;
      outer = whole.length - 1;
    }
  }
  return whole;
}

/** Answers whether the cue of an attribution stands within the content of one of its block. */
function nestedTest(story: Story): (one: StoryAttribution) => boolean {
  let at = -1;
  let within: (span: Span) => boolean = () => false;
  return ({block, cue}) => {
    if (block !== at) {
      at = block;
      within = overlapTest((story.blocks[block]?.attributions ?? []).flatMap(({content}) => content));
    }
    return cue[0] !== undefined && within(cue[0]);
  };
}

const places = (block: number, spans: readonly Span[]): Place[] =>
  spans.map(({start, end}) => ({start, end, block}));

/** A quotation that takes its speaker from elsewhere. */
const isBare = ({source, cue, carried}: StoryAttribution): boolean =>
  carried && source.length === 0 && cue.length === 0;

/** Whether a quotation goes on with what the same source said in the paragraph before. */
const goesOn = (before: StoryAttribution, one: StoryAttribution): boolean =>
  isBare(one) &&
  one.sourceId !== null &&
  one.sourceId === before.sourceId &&
  one.block === before.block + 1 &&
  before.quote !== 'indirect';
