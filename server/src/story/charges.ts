import type {Mention} from '../attribution/mention.js';
import {isAffiliation, isCountry, isNationality} from '../attribution/places.js';
import type {Span} from '../draft/block.js';
import {phraseSet} from '../language/phrases.js';
import {blocksHaving} from './blocksHaving.js';
import {sourceOfMention} from './mentionSources.js';
import {folded} from './names.js';
import {perBlock} from './perBlock.js';
import type {BlockStory, BlockTables, Claim, Place, Source, Story, StoryClaim} from './story.js';

/** Somebody is said, by somebody else, to have done wrong. */
export interface Charge {
  readonly target: Source;
  /** How the target is called there. */
  readonly place: Place;
  readonly accuserId: string | null;
}

/** The words of an accusation, and where the accused stands to them. */
const ahead = ['accused', 'accuses', 'accuse', 'sued', 'is suing', 'are suing', 'has sued', 'have sued'];
const against = [
  'lawsuit',
  'suit',
  'lawsuits',
  'complaint',
  'complaints',
  'allegations',
  'accusations',
  'legal action',
].map((noun) => `${noun} against`);
const passive = ['is', 'are', 'was', 'were', 'has been', 'have been', 'had been', 'stands', 'stood'].map(
  (verb) => `${verb} accused of`,
);
/** Longer than the bare word and so found in its place: nobody is accused. */
const nobody = ['nobody', 'no one', 'none', 'not', 'never'].flatMap((word) => [
  `${word} accused`,
  `${word} accuse`,
  `${word} accuses`,
  `${word} sued`,
]);
const triggers = phraseSet([...ahead, ...against, ...passive, ...nobody, 'accused of']);
const standsBefore = new Set(passive);
const standsBehind = new Set([...ahead, ...against]);

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
  const found: Charge[] = [];
  const add = (block: number, mentionIndex: number, accuserId: string | null): void => {
    const tables = story.blocks[block] as BlockTables;
    const mention = tables.mentions[mentionIndex];
    const target = sourceOfMention(story, block, mentionIndex);
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
  for (const {block, found: mentions} of blocksHaving(story, chargedIn)) {
    for (const mention of mentions) add(block, mention, null);
  }
  for (const {block, tables, found: accusations} of blocksHaving(story, accusationsIn)) {
    const {claims} = story.byBlock[block] as BlockStory;
    for (const {claim, target} of accusations) {
      const {attributed, sourceId} = claims[claim] as StoryClaim;
      if (!attributed) continue;
      add(
        block,
        tables.mentions.findIndex(({start, end}) => start < target.end && end > target.start),
        sourceId,
      );
    }
  }
  return found.sort((a, b) => a.place.block - b.place.block || a.place.start - b.place.start);
}

/** The claims of a block, by their index, that accuse somebody in the writer's own words. */
const accusationsIn = perBlock(({claims}) =>
  claims.flatMap(({type, quoted, target}: Claim, claim) =>
    type === 'accusation' && !quoted && target ? [{claim, target}] : [],
  ),
);

/** The mentions of those who are accused in a block in so many words, by their index. */
const chargedIn = perBlock((tables): readonly number[] =>
  tables.exempt
    ? []
    : tables.find(triggers).flatMap(({phrase, quoted, ...place}) => {
        if (quoted) return [];
        if (standsBehind.has(phrase)) {
          const accused = mentionFrom(tables, place.end + 1);
          return isOfAParty(tables, accused) ? [] : [accused];
        }
        return standsBefore.has(phrase) ? [mentionUntil(tables, place)] : [];
      }),
);

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

/** "Accused Holt of being a Democrat": no wrong that anybody has to answer for. */
function isOfAParty({mentions, content}: BlockTables, accused: number): boolean {
  const mention = mentions[accused];
  if (!mention) return false;
  return ofAParty.test(content.text.slice(mention.end, mention.end + 60));
}

const ofAParty =
  /^ of being an? (?:democrat|republican|conservative|tory|liberal|socialist|social democrat|christian democrat|independent|nationalist|unionist|progressive|centrist|leftist)(?=[.,;!?]|$| (?:and|but|though|although|who|because)\b)/i;

/** The subject that ends right before a verb. */
function mentionUntil({mentions}: BlockTables, {start: verb}: Span): number {
  return mentions.findIndex(
    ({end, name, function: role}) => name !== null && role === 'subject' && end <= verb && end >= verb - 3,
  );
}

/** Words for those who answer for somebody. */
const proxies =
  /\b(?:lawyers?|attorneys?|solicitors?|counsel|spokes\p{L}{3,7}|representatives?|agents?|campaigns?|aides?|office|publicist|press secretary|barristers?|manager|allies|supporters|defenders)\b/iu;

/** The folded words of those who speak in a block, and whether one of them speaks for "his" or "their" side. */
interface Speakers {
  readonly words: ReadonlySet<string>;
  readonly proxy: boolean;
}

const speakersIn = perBlock((tables): Speakers => {
  const words = new Set<string>();
  let proxy = false;
  for (const {mention, cueKind} of tables.attributions) {
    const speaker = mention === null || cueKind === 'attitude' ? undefined : tables.mentions[mention];
    if (!speaker) continue;
    const said = wordsOf(speaker);
    for (const word of said.split(/[^\p{L}\p{N}]+/u)) words.add(word);
    proxy ||= isProxy(said);
  }
  return {words, proxy};
});

const wordsOf = ({role, text}: Pick<Mention, 'text' | 'role'>): string => folded(`${role ?? ''} ${text}`);
const isProxy = (words: string): boolean => proxies.test(words) && /\b(?:his|her|their|its)\b/.test(words);

/** The word by which somebody is called for short: a surname, the first telling word of a body's name. */
function keyOf({kind, name}: Source): string | undefined {
  const words = folded(name ?? '').split(/\s+/);
  return kind === 'person'
    ? words[words.length - 1]
    : words.find((word) => word.length > 3 && word !== 'the');
}

/** Whether somebody who speaks in a draft speaks for the accused: "Harlow's lawyer", "the Trump campaign". */
export function proxyFor(blocks: readonly BlockTables[], target: Source): boolean {
  const key = keyOf(target);
  return blocks.some((tables) => {
    const {words, proxy} = speakersIn(tables);
    return proxy || (key !== undefined && words.has(key));
  });
}

/** Whether one mention is the accused or speaks for them. */
export function speaksFor(mention: Pick<Mention, 'text' | 'role'>, target: Source): boolean {
  const words = wordsOf(mention);
  const key = keyOf(target);
  return (key !== undefined && words.split(/[^\p{L}\p{N}]+/u).includes(key)) || isProxy(words);
}
