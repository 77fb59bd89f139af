import {attribute} from '../attribution/attribute.js';
import {type Carry, noCarry} from '../attribution/attributor.js';
import type {Block, BlockContent, BlockKind} from '../draft/block.js';
import {findPhrases, type Occurrence, type PhraseSet} from '../language/phrases.js';
import {readWords} from '../language/read.js';
import {firstEndingAfter} from '../language/spans.js';
import type {Token} from '../language/token.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';
import {findClaims} from './claims.js';
import {findCrimeLabels} from './crimeLabels.js';
import {findDetails} from './details.js';
import {findHearsay} from './hearsay.js';
import {findMarkers} from './markers.js';
import {findPersons} from './persons.js';
import type {BlockTables} from './story.js';
import {findTimes} from './times.js';

interface Remembered {
  readonly carryIn: string;
  readonly tables: BlockTables;
  readonly carryOut: Carry;
}

/** What was worked out of each block's content, and under which carry-in. */
export type BlockMemory = WeakMap<BlockContent, Remembered>;

/** Blocks that no rule judges. */
const exemptKinds: ReadonlySet<BlockKind> = new Set(['byline', 'credit', 'note']);

/**
 * The tables of every block. What is remembered is keyed by the block's content and its carry-in, so an edit
 * re-analyses its own block and goes on only as far as it changes what the next one has to know.
 */
export function analyseBlocks(blocks: readonly Block[], memory: BlockMemory): readonly BlockTables[] {
  let carry = noCarry;
  return blocks.map(({content}) => {
    // A heading or a caption between two paragraphs ends no quotation, and a quotation never opens in one for them.
    const inText =
      content.kind === 'paragraph' || content.kind === 'list-item' || content.kind === 'block-quote';
    const carryIn = inText ? carry : noCarry;
    const key = `${carryIn.openQuote ? 1 : 0}${carryIn.floor ?? ''}`;
    let known = memory.get(content);
    if (!known || known.carryIn !== key) {
      known = {carryIn: key, ...analyse(content, carryIn)};
      memory.set(content, known);
    }
    if (inText) carry = known.carryOut;
    return known.tables;
  });
}

function analyse(content: BlockContent, carryIn: Carry): {tables: BlockTables; carryOut: Carry} {
  const words = readWords(content.text, carryIn.openQuote);
  const {tokens, sentences, quotations} = words;
  const {mentions, attributions, carry} = attribute(words, carryIn, content.datelineLength);
  const block: BlockAnalysis = {content, tokens, sentences, quotations, mentions, attributions};
  return {
    tables: {
      content,
      sentences: sentences.map(({start, end}) => ({start, end})),
      quotations,
      mentions,
      attributions,
      claims: findClaims(block),
      hearsay: findHearsay(block),
      times: findTimes(block),
      markers: findMarkers(block),
      persons: findPersons(block),
      ...findDetails(block),
      crimeLabels: findCrimeLabels(block),
      exempt: exemptKinds.has(content.kind),
      find: finder(block),
    },
    carryOut: carry,
  };
}

/** Finds phrases of a set in the block, once for each set. */
function finder(block: BlockAnalysis): BlockTables['find'] {
  const known = new Map<PhraseSet, readonly Occurrence[]>();
  const quoted = quotedTest(block);
  return (phrases) => {
    let found = known.get(phrases);
    if (!found) {
      found = findPhrases(phrases, block.tokens).map(({start, end, phrase}) => {
        const span = {start: (block.tokens[start] as Token).start, end: (block.tokens[end - 1] as Token).end};
        const sentence = firstEndingAfter(block.sentences, span.start);
        return {...span, phrase, sentence, quoted: quoted(span)};
      });
      known.set(phrases, found);
    }
    return found;
  };
}
