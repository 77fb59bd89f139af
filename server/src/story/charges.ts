import type {Mention} from '../attribution/mention.js';
import {isAffiliation, isCountry, isNationality} from '../attribution/places.js';
import type {Span} from '../draft/block.js';
import {type PhraseSet, phraseSet} from '../language/phrases.js';
import {folded} from './names.js';
import type {BlockTables, Place, Source, Story} from './story.js';

/** Somebody is said, by somebody else, to have done wrong. */
export interface Charge {
  readonly target: Source;
  /** How the target is called there. */
  readonly place: Place;
  readonly accuserId: string | null;
}

const suing = phraseSet(['sued', 'is suing', 'are suing', 'has sued', 'have sued']);
/** The bare words, for sentences in which the accusation was not read as a statement. */
const accuse = phraseSet(['accused', 'accuses', 'accuse']);
const nobody = phraseSet([
  'nobody accused',
  'no one accused',
  'nobody accuses',
  'no one accuses',
  'not accused',
  'never accused',
  'not accuse',
  'never accuse',
  'none accused',
]);
const passive = phraseSet(
  ['is', 'are', 'was', 'were', 'has been', 'have been', 'had been', 'stands', 'stood'].map(
    (verb) => `${verb} accused of`,
  ),
);
const against = phraseSet(
  [
    'lawsuit',
    'suit',
    'lawsuits',
    'complaint',
    'complaints',
    'allegations',
    'accusations',
    'legal action',
  ].map((noun) => `${noun} against`),
);

const known = new WeakMap<Story, readonly Charge[]>();

/** Accusations that others make of a named person or body, in the order of the draft; read from the tables. */
export function chargesOf(story: Story): readonly Charge[] {
  let charges = known.get(story);
  if (!charges) {
    charges = findCharges(story);
    known.set(story, charges);
  }
  return charges;
}

function findCharges(story: Story): readonly Charge[] {
  const byMention = new Map<string, Source>();
  for (const source of story.sources) {
    for (const [at, {block}] of source.mentions.entries())
      byMention.set(`${block}:${source.mentionIndexes[at]}`, source);
  }
  const found: Charge[] = [];
  const add = (block: number, mentionIndex: number, accuserId: string | null): void => {
    const tables = story.blocks[block] as BlockTables;
    const mention = tables.mentions[mentionIndex];
    const target = byMention.get(`${block}:${mentionIndex}`);
    if (
      !mention ||
      mention.standing === 'pronoun' ||
      !target ||
      tables.exempt ||
      !canAnswer(target) ||
      target.id === accuserId
    )
      return;
    if (isQuoted(tables, mention)) return;
    found.push({target, place: {block, ...mention.head}, accuserId});
  };
  for (const [block, tables] of story.blocks.entries()) {
    if (tables.exempt) continue;
    const denied = tables.find(nobody);
    for (const place of occurrences(tables, accuse)) {
      if (!denied.some(({start, end}) => start < place.end && end > place.start))
        add(block, mentionFrom(tables, place.end + 1), null);
    }
    for (const place of occurrences(tables, passive)) add(block, mentionUntil(tables, place), null);
    for (const place of [...occurrences(tables, against), ...occurrences(tables, suing)])
      add(block, mentionFrom(tables, place.end + 1), null);
  }
  for (const {type, attributed, quoted, target, block, sourceId} of story.claims) {
    if (type !== 'accusation' || !attributed || quoted || !target) continue;
    const tables = story.blocks[block] as BlockTables;
    add(
      block,
      tables.mentions.findIndex(({start, end}) => start < target.end && end > target.start),
      sourceId,
    );
  }
  return found.sort((a, b) => a.place.block - b.place.block || a.place.start - b.place.start);
}

const occurrences = (tables: BlockTables, set: PhraseSet): readonly Span[] =>
  tables.find(set).filter(({quoted}) => !quoted);

/** Those who can be asked: named, and neither a country nor a party or a parliament. */
function canAnswer({name, standing, kind}: Source): boolean {
  if (standing !== 'named' || name === null || (kind !== 'person' && kind !== 'organisation')) return false;
  const bare = name.replace(/^the\s+/i, '');
  if (!/\p{Lu}/u.test(bare) || isNationality(bare.split(/\s/, 1)[0] ?? '') || armed.test(bare)) return false;
  return (
    !isCountry(bare) &&
    !isAffiliation(bare) &&
    !/^(?:Democrats?|Republicans?|Congress|GOP|police|prosecutors?|lawmakers?|Parliament|Senate|House|government|state|city)\b/i.test(
      bare,
    )
  );
}

/** Who cannot be rung up. */
const armed =
  /^(?:ISIS|ISIL|IS|Islamic State|Al[- ]Qaeda|Taliban|Hamas|Hezbollah|Boko Haram|Al[- ]Shabab|Houthis?|PKK|FARC)\b/i;

const isQuoted = ({quotations}: BlockTables, {start, end}: Span): boolean =>
  quotations.some(({inner}) => inner.start < end && inner.end > start);

/** The name that begins at an offset, an article or a title further on at most. */
function mentionFrom({mentions, content}: BlockTables, at: number): number {
  return mentions.findIndex(
    ({start, name}) =>
      name !== null &&
      start >= at - 1 &&
      start <= at + 5 &&
      /^\s*(?:the|its|Mr|Ms|Mrs|Dr)?\.?\s*$/.test(content.text.slice(Math.min(at, start), start)),
  );
}

/** The subject that ends right before a verb. */
function mentionUntil({mentions}: BlockTables, {start: verb}: Span): number {
  return mentions.findIndex(
    ({end, name, function: role}) => name !== null && role === 'subject' && end <= verb && end >= verb - 3,
  );
}

/** Words for those who answer for somebody. */
const proxies =
  /\b(?:lawyers?|attorneys?|solicitors?|counsel|spokes\p{L}{3,7}|representatives?|agents?|campaigns?|aides?|office|publicist|press secretary|barristers?|manager|allies|supporters|defenders)\b/iu;

/** Whether a source or a mention speaks for the accused: "Harlow's lawyer", "the Trump campaign", "his attorney". */
export function speaksFor({text, role}: Pick<Mention, 'text' | 'role'>, target: Source): boolean {
  const words = folded(`${role ?? ''} ${text}`);
  const name = folded(target.name ?? '').split(/\s+/);
  const key =
    target.kind === 'person' ? name[name.length - 1] : name.find((word) => word.length > 3 && word !== 'the');
  if (key && words.split(/[^\p{L}\p{N}]+/u).includes(key)) return true;
  return proxies.test(words) && /\b(?:his|her|their|its)\b/.test(words);
}
