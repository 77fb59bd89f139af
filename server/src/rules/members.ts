/** Which unnamed groups have a member who is named beside them or soon after. */
import type {Mention} from '../attribution/mention.js';
import type {Span} from '../draft/block.js';
import {firstAt} from '../language/spans.js';
import type {BlockTables} from '../story/story.js';
import {lookup} from './lookup.js';
import type {Passage} from './passage.js';
import {speaksBeside} from './voices.js';

/** "Critics, including the Harbour Trust", "analysts at Barclays": how a name is joined to those it is one of. */
const joins =
  /^(?:\s*(?:[,(]|[–—]|--)|,?\s+(?:including|such as|like|among them|from|at|of|with|for|led by|in)\b)/i;

/**
 * Whether one of an unnamed group, by its mention's index, is named: somebody who speaks in the same sentence or soon
 * after, in this paragraph or the next.
 * @param within how many sentences on
 */
export function isNamedSoon(here: Passage, index: number, sentence: number, within: number): boolean {
  const {tables} = here;
  const mention = tables.mentions[index] as Mention;
  const {end} = (tables.sentences[sentence] as Span | undefined) ?? mention;
  // "Critics, including the Harbour Trust, say": named between the group and what it says.
  const cue = here.attributionsTo(index)[0]?.cue[0];
  const stop = cue && cue.start > mention.end ? cue.start : Math.min(end, mention.end + 60);
  for (let i = firstAt(tables.mentions, mention.end); i < tables.mentions.length; i++) {
    const other = tables.mentions[i] as Mention;
    if (other.start >= stop) break;
    if (other.name !== null && joins.test(tables.content.text.slice(mention.end, other.start))) return true;
  }
  const left = sentence + within - (tables.sentences.length - 1);
  const takesBodies = mention.kind === 'organisation' || withBodies.has(mention.headLemma ?? '');
  const group = {index, start: mention.start, sentence, takesBodies};
  for (let k = 1; k <= within; k++) if (namesMembers(tables, sentence + k)) return true;
  if (left > 0 && namesMembers(here.near(1), 0)) return true;
  return (
    namedSpeaker(here, 0, sentence, sentence + within, group) ||
    (left > 0 && namedSpeaker(here, 1, 0, left - 1, group))
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

function namedSpeaker(here: Passage, by: number, from: number, to: number, group: Group): boolean {
  const tables = by === 0 ? here.tables : here.near(by);
  if (!tables) return false;
  const {attributionsOf} = lookup(tables);
  const last = Math.min(to, tables.sentences.length - 1);
  for (let sentence = from; sentence <= last; sentence++) {
    for (const {carried, cueKind, mention} of attributionsOf(sentence)) {
      if (mention === null || carried || cueKind !== 'speech') continue;
      if (isOneOf(here, by, mention, group)) return true;
    }
    for (
      let i = firstAt(tables.mentions, (tables.sentences[sentence] as Span).start);
      i < tables.mentions.length;
      i++
    ) {
      const mention = tables.mentions[i] as Mention;
      if (mention.sentence > sentence) break;
      if (mention.name === null || mention.kind === 'organisation') continue;
      if (speaksBeside(mention, tables.content.text) && isOneOf(here, by, i, group)) return true;
    }
  }
  return false;
}

/** Somebody mentioned more often than this before is whom the story is about, not one of "critics". */
const wellKnown = 4;

/** Whether a mention is of somebody named who may be one of a group: not whom its words, or the story, are about. */
function isOneOf(here: Passage, by: number, index: number, group: Group): boolean {
  const {tables} = here;
  const mention = (by === 0 ? tables : here.near(by))?.mentions[index];
  if (mention?.standing !== 'named' || mention.name === null) return false;
  if (mention.kind === 'organisation' && !group.takesBodies) return false;
  if (by === 0 && index === group.index) return false;
  const own = by === 0 && mention.sentence === group.sentence;
  // "Diaz called it rigged, and some lawmakers want an inquiry": no lawmaker; "Diaz and other lawmakers" are.
  if (own && mention.end <= group.start) {
    const between = tables.content.text.slice(mention.end, group.start);
    return /^\s*(?:,|and|or|,\s+and)\s+(?:other\s+)?$/i.test(between.slice(0, 20));
  }
  const source = here.sourceOf(index, by);
  const {block} = here;
  let before = 0;
  for (const [k, place] of source?.mentions.entries() ?? []) {
    if (place.block > block || before > wellKnown) break;
    if (!own && place.block === block) {
      const known = tables.mentions[source?.mentionIndexes[k] ?? -1];
      if (known?.sentence === group.sentence) return false;
    }
    if (place.block < block || place.start < group.start) before++;
  }
  // Whom the headline or the lead speaks of, too.
  return before <= wellKnown && !(before > 1 && source?.mentions[0]?.block === 0);
}
