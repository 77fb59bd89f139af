/** Which unnamed groups have a member who is named beside them or soon after. */
import type {Mention} from '../attribution/mention.js';
import type {Span} from '../draft/block.js';
import {firstAt} from '../language/spans.js';
import type {BlockTables, Story} from '../story/story.js';
import {attributionsTo, lookup} from './lookup.js';
import {sourceOf} from './storyParts.js';
import {speaksBeside} from './voices.js';

/** "Critics, including the Harbour Trust", "analysts at Barclays": how a name is joined to those it is one of. */
const joins =
  /^(?:\s*(?:[,(]|[–—]|--)|,?\s+(?:including|such as|like|among them|from|at|of|with|for|led by|in)\b)/i;

/**
 * Whether one of an unnamed group, by its mention's index, is named: somebody who speaks in the same sentence or soon
 * after, in this paragraph or the next.
 * @param within how many sentences on
 */
export function isNamedSoon(
  story: Story,
  block: number,
  index: number,
  sentence: number,
  within: number,
): boolean {
  const here = story.blocks[block] as BlockTables;
  const mention = here.mentions[index] as Mention;
  const {end} = (here.sentences[sentence] as Span | undefined) ?? mention;
  // "Critics, including the Harbour Trust, say": named between the group and what it says.
  const cue = attributionsTo(story, block, index)[0]?.cue[0];
  const stop = cue && cue.start > mention.end ? cue.start : Math.min(end, mention.end + 60);
  for (let i = firstAt(here.mentions, mention.end); i < here.mentions.length; i++) {
    const other = here.mentions[i] as Mention;
    if (other.start >= stop) break;
    if (other.name !== null && joins.test(here.content.text.slice(mention.end, other.start))) return true;
  }
  const left = sentence + within - (here.sentences.length - 1);
  const takesBodies = mention.kind === 'organisation' || withBodies.has(mention.headLemma ?? '');
  const group = {block, index, start: mention.start, sentence, takesBodies};
  for (let k = 1; k <= within; k++) if (namesMembers(here, sentence + k)) return true;
  if (left > 0 && namesMembers(story.blocks[block + 1], 0)) return true;
  return (
    namedSpeaker(story, block, sentence, sentence + within, group) ||
    (left > 0 && namedSpeaker(story, block + 1, 0, left - 1, group))
  );
}

/**
 * "Senators Ruiz, Cole and Diaz are on the list", "Ana Ruiz was one of the first": a sentence that names several people
 * lists them, and one that calls somebody named one of many names a member.
 */
function namesMembers(tables: BlockTables | undefined, sentence: number): boolean {
  const span = tables?.sentences[sentence] as Span | undefined;
  if (!tables || !span) return false;
  const named = new Set<string>();
  for (let i = firstAt(tables.mentions, span.start); i < tables.mentions.length; i++) {
    const {kind, name, start} = tables.mentions[i] as Mention;
    if (start >= span.end) break;
    if (name !== null && kind === 'person') named.add(name);
  }
  return named.size > 2 || (named.size > 0 && among.test(tables.content.text.slice(span.start, span.end)));
}

const among =
  /\b(?:is|are|was|were) (?:one of (?:the (?:first|few|many|loudest|latest)|those|them)|among (?:the (?:first|few|many)|those|them))\b/i;

interface Group {
  readonly block: number;
  readonly index: number;
  readonly start: number;
  readonly sentence: number;
  /** Whether an organisation can be one of it. */
  readonly takesBodies: boolean;
}

/** Groups that a charity, a union or an institute can be one of: "critics", not "delegates". */
const withBodies = new Set([
  'critic',
  'opponent',
  'supporter',
  'proponent',
  'backer',
  'advocate',
  'campaigner',
  'activist',
  'environmentalist',
  'conservationist',
  'expert',
  'analyst',
  'economist',
  'observer',
  'watchdog',
  'detractor',
  'sceptic',
  'skeptic',
  'many',
  'some',
  'other',
]);

function namedSpeaker(story: Story, block: number, from: number, to: number, group: Group): boolean {
  const tables = story.blocks[block];
  if (!tables) return false;
  const {attributionsOf} = lookup(tables);
  const last = Math.min(to, tables.sentences.length - 1);
  for (let sentence = from; sentence <= last; sentence++) {
    for (const {carried, cueKind, mention} of attributionsOf(sentence)) {
      if (mention === null || carried || cueKind !== 'speech') continue;
      if (isOneOf(story, block, mention, group)) return true;
    }
    for (
      let i = firstAt(tables.mentions, (tables.sentences[sentence] as Span).start);
      i < tables.mentions.length;
      i++
    ) {
      const mention = tables.mentions[i] as Mention;
      if (mention.sentence > sentence) break;
      if (mention.name === null || mention.kind === 'organisation') continue;
      if (speaksBeside(mention, tables.content.text) && isOneOf(story, block, i, group)) return true;
    }
  }
  return false;
}

/** Somebody mentioned more often than this before is whom the story is about, not one of "critics". */
const wellKnown = 4;

/** Whether a mention is of somebody named who may be one of a group: not whom its words, or the story, are about. */
function isOneOf(story: Story, block: number, index: number, group: Group): boolean {
  const mention = story.blocks[block]?.mentions[index];
  if (mention?.standing !== 'named' || mention.name === null) return false;
  if (mention.kind === 'organisation' && !group.takesBodies) return false;
  if (block === group.block && index === group.index) return false;
  const own = block === group.block && mention.sentence === group.sentence;
  // "Diaz called it rigged, and some lawmakers want an inquiry": no lawmaker; "Diaz and other lawmakers" are.
  if (own && mention.end <= group.start) {
    const between = story.blocks[block]?.content.text.slice(mention.end, group.start) ?? '';
    return /^\s*(?:,|and|or|,\s+and)\s+(?:other\s+)?$/i.test(between.slice(0, 20));
  }
  const source = sourceOf(story, block, index);
  let before = 0;
  for (const [k, place] of source?.mentions.entries() ?? []) {
    if (place.block > group.block || before > wellKnown) break;
    const known = story.blocks[place.block]?.mentions[source?.mentionIndexes[k] ?? -1];
    if (!own && place.block === group.block && known?.sentence === group.sentence) return false;
    if (place.block < group.block || place.start < group.start) before++;
  }
  // Whom the headline or the lead speaks of, too.
  return before <= wellKnown && !(before > 1 && source?.mentions[0]?.block === 0);
}
