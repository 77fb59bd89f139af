import type {Span} from '../draft/block.js';
import type {Sentence, Token} from '../language/token.js';
import {accusationIn} from './accusations.js';
import {type BlockAnalysis, overlapTest, quotedTest} from './blockAnalysis.js';
import {type BlockContext, contextOf, figuresIn} from './figures.js';
import {mentalStateIn} from './mentalStates.js';
import {eventIn, predictionIn} from './statements.js';
import type {Claim, ClaimType} from './story.js';
import {superlativeIn} from './superlatives.js';

/** What a detector of one type of claim says of one sentence. */
export interface FoundClaim {
  /** Index of the first and the last token of the words that make it a claim. */
  readonly first: number;
  readonly last: number;
  readonly grave?: boolean;
  readonly exempt?: string | null;
  readonly target?: Span | null;
}

type Detector = (
  tokens: readonly Token[],
  sentence: Sentence,
  context: BlockContext,
) => readonly FoundClaim[];

const detectors: readonly (readonly [ClaimType, Detector])[] = [
  ['accusation', accusationIn],
  ['figure', figuresIn],
  ['superlative', superlativeIn],
  ['mental-state', mentalStateIn],
  ['prediction', predictionIn],
  ['event', eventIn],
];

/**
 * The statements of one block that somebody could be asked to prove. At most one of a type in a sentence, in the
 * writer's own voice if there is one, and only of types that the words decide well.
 */
export function findClaims(block: BlockAnalysis): readonly Claim[] {
  const {tokens, content} = block;
  const quoted = quotedTest(block);
  const linked = overlapTest(content.links);
  const marks = content.sourceMarks.map(({at}) => at).sort((a, b) => a - b);
  const context = contextOf(tokens);
  const found: Claim[] = [];
  let mark = 0;
  block.sentences.forEach((sentence, index) => {
    while (mark < marks.length && (marks[mark] as number) <= sentence.start) mark++;
    const nextStart = block.sentences[index + 1]?.start ?? content.text.length;
    const marked = mark < marks.length && (marks[mark] as number) <= nextStart;
    const sourced = linked(sentence)
      ? 'a link in the sentence'
      : marked
        ? 'a source mark in the sentence'
        : null;
    for (const [type, detect] of detectors) {
      const candidates = detect(tokens, sentence, context).map((claim) => {
        const trigger = {start: (tokens[claim.first] as Token).start, end: (tokens[claim.last] as Token).end};
        return {
          trigger,
          quoted: quoted(trigger),
          grave: claim.grave ?? false,
          exempt: sourced ?? claim.exempt ?? null,
          target: claim.target ?? null,
        };
      });
      const best = candidates.sort((a, b) => weight(b) - weight(a) || a.trigger.start - b.trigger.start)[0];
      if (!best) continue;
      found.push({
        start: sentence.start,
        end: sentence.end,
        type,
        trigger: best.trigger,
        sentence: index,
        quoted: best.quoted,
        grave: best.grave,
        exempt: best.exempt,
        target: best.target,
      });
    }
  });
  return found;
}

/** The claim of a sentence that most needs somebody to vouch for it. */
function weight({quoted, exempt, grave}: Pick<Claim, 'quoted' | 'exempt' | 'grave'>): number {
  return (quoted ? 0 : 4) + (exempt ? 0 : 2) + (grave ? 1 : 0);
}
