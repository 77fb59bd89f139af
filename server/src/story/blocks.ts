import {attribute} from '../attribution/attribute.js';
import {type Attributor, type Carry, noCarry} from '../attribution/attributor.js';
import {findAttributions} from '../attribution/findAttributions.js';
import {longestTagged} from '../attribution/longest.js';
import {ruleAttributor} from '../attribution/ruleAttributor.js';
import type {Block, BlockContent, BlockKind} from '../draft/block.js';
import {findPhrases, type Occurrence} from '../language/phrases.js';
import {readWords} from '../language/read.js';
import {firstEndingAfter} from '../language/spans.js';
import type {Token} from '../language/token.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';
import {findClaims} from './claims.js';
import {findCrimeLabels} from './crimeLabels.js';
import {findDetails} from './details.js';
import {findHearsay} from './hearsay.js';
import {findMarkers} from './markers.js';
import {attributionOfOneShape, mentionOfOneShape} from './oneShape.js';
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
  let prose = 0;
  return blocks.map(({content}) => {
    prose += content.text.length;
    const find = prose <= longestTagged.draft ? findAttributions : ruleAttributor;
    // A heading or a caption between two paragraphs ends no quotation, and a quotation never opens in one for them.
    const inText =
      content.kind === 'paragraph' || content.kind === 'list-item' || content.kind === 'block-quote';
    const carryIn = inText ? carry : noCarry;
    const key = `${find === findAttributions ? 't' : 'r'}${carryIn.openQuote ? 1 : 0}${carryIn.handsOver ? 1 : 0}${carryIn.floor ?? ''}`;
    let known = memory.get(content);
    if (!known || known.carryIn !== key) {
      known = {carryIn: key, ...analyse(content, carryIn, find)};
      memory.set(content, known);
    }
    if (inText) carry = known.carryOut;
    return known.tables;
  });
}

function analyse(
  content: BlockContent,
  carryIn: Carry,
  find: Attributor,
): {tables: BlockTables; carryOut: Carry} {
  const words = readWords(content.text, carryIn.openQuote);
  const {tokens, sentences, quotations} = words;
  const {announcement, carry, ...found} = attribute(words, carryIn, content.datelineLength, find);
  const mentions = found.mentions.map(mentionOfOneShape);
  const attributions = found.attributions.map(attributionOfOneShape);
  const block: BlockAnalysis = {content, tokens, sentences, quotations, mentions, attributions};
  return {
    tables: {
      content,
      sentences: sentences.map(({start, end}) => ({start, end})),
      quotations,
      mentions,
      attributions,
      announcement,
      claims: findClaims(block),
      hearsay: findHearsay(block),
      times: findTimes(block),
      markers: findMarkers(block),
      persons: findPersons(block),
      ...findDetails(block),
      crimeLabels: findCrimeLabels(block),
      exempt: exemptKinds.has(content.kind),
      notes: [],
      find: finder(block),
    },
    carryOut: carry,
  };
}

/** Finds phrases of a set in the block, once for each set. */
function finder(block: BlockAnalysis): BlockTables['find'] {
  const known: (readonly Occurrence[] | undefined)[] = [];
  const quoted = quotedTest(block);
  return (phrases) => {
    let found = known[phrases.id];
    if (!found) {
      found = findPhrases(phrases, block.tokens).map(({start, end, phrase}) => {
        const span = {start: (block.tokens[start] as Token).start, end: (block.tokens[end - 1] as Token).end};
        const sentence = firstEndingAfter(block.sentences, span.start);
        return {start: span.start, end: span.end, phrase, sentence, quoted: quoted(span)};
      });
      known[phrases.id] = found;
    }
    return found;
  };
}
