import type {Mention} from '../attribution/mention.js';
import {lowerBound} from '../language/spans.js';
import {areSameLists} from '../story/entity.js';
import type {BlockStory, BlockTables, Place, Source, Story, StoryAttribution} from '../story/story.js';
import {attributionsTo, lookup, perBlock, perSource, placeOf} from './lookup.js';
import type {Passage} from './passage.js';
import {voicesIn} from './voices.js';

/** Which rule speaks of an unnamed source, so that no two say the same of one. */
export type UnnamedClass = 'bare' | 'official' | 'group' | 'spokesperson';

const bareHeads = new Set(['source', 'insider', 'quarter', 'circle']);
/** Officials and those who speak like them: "a French official", "one aide", "Western diplomats". */
const officialHeads = new Set([
  'official',
  'authority',
  'aide',
  'diplomat',
  'adviser',
  'advisor',
  'staffer',
  'negotiator',
  'executive',
  'operative',
  'surrogate',
  'lawmaker',
  'legislator',
  'bureaucrat',
  'envoy',
  'insider',
  'minister',
  'mp',
  'functionary',
  'servant',
  'manager',
  'officer',
  'commander',
  'strategist',
  'politician',
]);
/** One of these alone is a person; many of them are an institution or a public known to the reader. */
const singularOnly = new Set([
  'authority',
  'officer',
  'commander',
  'minister',
  'manager',
  'politician',
  'mp',
]);
/** "One Republican" is an unnamed politician; "Republicans" are a party. */
const partisans = new Set([
  'republican',
  'democrat',
  'conservative',
  'liberal',
  'labourite',
  'tory',
  'nationalist',
  'unionist',
]);
/** Several of these are members of a house of which others are named, as other groups are. */
const groupInPlural = new Set(['lawmaker', 'legislator']);
/** Many of these, with nothing before them, are an institution, a party, a nation or the two sides of a case. */
const bodies = new Set([
  ...partisans,
  'american',
  'prosecutor',
  'investigator',
  'detective',
  'judge',
  'justice',
  'magistrate',
  'juror',
  'senator',
  'soldier',
  'marine',
  'trooper',
  'guard',
  'firefighter',
  'rescuer',
  'inspector',
  'auditor',
  'officer',
  'minister',
  'commissioner',
  'councillor',
  'councilor',
  'defendant',
  'plaintiff',
  'child',
  'man',
  'woman',
  'evangelical',
  'catholic',
  'muslim',
  'christian',
  'jew',
]);
/** One of these speaks for a house, a party or a trade without a name. */
const members = new Set([
  'delegate',
  'lobbyist',
  'donor',
  'mediator',
  'banker',
  'regulator',
  'consultant',
  'senator',
  'congressman',
  'congresswoman',
  'councillor',
  'councilor',
  'member',
  'attendee',
  'fundraiser',
  'leader',
]);
/** "The tram's supporters": as many as there are, and on no terms with anybody. */
const crowds = new Set(['supporter', 'backer', 'follower', 'fan', 'admirer']);
/** "Her allies", "Diaz's friends": they speak for somebody, and nobody is told who they are. */
const intimates = new Set([
  'ally',
  'friend',
  'associate',
  'confidant',
  'confidante',
  'donor',
  'backer',
  'loyalist',
  'fundraiser',
  'supporter',
  'colleague',
]);
const courts = new Set(['judge', 'justice', 'magistrate']);
/** "Rights groups say": bodies that are not named. */
const unnamedBodies = new Set(['group', 'organisation', 'organization', 'charity', 'ngo', 'nonprofit']);
const personHeads = new Set(['person', 'people', 'individual', 'man', 'woman', 'somebody', 'someone']);
const spokesHeads = new Set([
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'spokespeople',
  'spokesmen',
  'spokeswomen',
  'representative',
  'rep',
]);
const groupHeads = new Set([
  'expert',
  'critic',
  'analyst',
  'observer',
  'researcher',
  'activist',
  'supporter',
  'resident',
  'scientist',
  'economist',
  'opponent',
  'advocate',
  'campaigner',
  'commentator',
  'pundit',
  'scholar',
  'academic',
  'specialist',
  'historian',
  'local',
  'neighbour',
  'neighbor',
  'villager',
  'watcher',
  'sceptic',
  'skeptic',
  'detractor',
  'proponent',
  'backer',
  'insider',
  'leader',
  'many',
  'some',
  'most',
  'other',
  'people',
  'few',
  'several',
  'fan',
  // What a rewriting tool makes of "leader".
  'forerunner',
  'those',
  'environmentalist',
  'conservationist',
  'demonstrator',
  'protester',
  'regulator',
  'watchdog',
  'operative',
  'strategist',
]);
/** Words that say nothing of who a source is. */
const empty = new Set([
  'a',
  'an',
  'the',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'some',
  'several',
  'many',
  'multiple',
  'various',
  'numerous',
  'other',
  'another',
  'our',
  'its',
  'their',
  'his',
  'her',
  'same',
  'similar',
  'separate',
  'different',
  'second',
  'third',
  'well-informed',
  'informed',
  'well-placed',
  'reliable',
  'credible',
  'trusted',
  'trustworthy',
  'unnamed',
  'unidentified',
  'anonymous',
  'confidential',
  'independent',
  'senior',
  'top',
  'high-level',
  'high-ranking',
  'key',
  'knowledgeable',
  'authoritative',
  'certain',
  'well',
  'placed',
  'high',
  'level',
  'ranking',
  'of',
  'number',
  'few',
  'couple',
  'dozen',
  'both',
  'all',
  'at',
  'least',
  'more',
  'than',
  'from',
  'in',
  'within',
  'source',
  'sources',
  'insider',
  'insiders',
  'quarters',
  'circles',
  'quarter',
  'circle',
  'inside',
  'exclusive',
  'impeccable',
]);
const knowing =
  /\b(?:familiar|close to|knowledge|briefed|in attendance|in the room|who (?:attended|saw|has seen|have seen|read|took part))\b/i;

const classes = new WeakMap<Mention, UnnamedClass | null>();

/** What kind of unnamed source a mention is; null for the named, for institutions and for anybody else. */
export function unnamedClass(mention: Mention): UnnamedClass | null {
  let kind = classes.get(mention);
  if (kind === undefined) {
    kind = classOf(mention);
    classes.set(mention, kind);
  }
  return kind;
}

function classOf(mention: Mention): UnnamedClass | null {
  const {headLemma, name, standing, kind, plural, text, parts, determiner, anonymity} = mention;
  if (headLemma === 'figure' && plural && publicFigures.test(text))
    return determiner === 'definite' ? null : 'group';
  if (name !== null || standing === 'pronoun' || standing === 'document') return null;
  if (standing === 'named' && !(plural && unnamedBodies.has(headLemma ?? ''))) return null;
  if (headLemma === null) return null;
  if (spokesHeads.has(headLemma) || /\bpress (?:office|officer)\b/i.test(text)) {
    // "A U.S. representative" sits in Congress; only one *for* somebody speaks for them.
    const speaksFor =
      !headLemma.startsWith('rep') ||
      /\b(?:for|of|from)\b|’s|'s/.test(text) ||
      parts.organisation !== undefined;
    return speaksFor ? 'spokesperson' : null;
  }
  if (
    kind === 'organisation' &&
    plural &&
    unnamedBodies.has(headLemma) &&
    !/\bgroups? of\b|\b(?:news|media)\b/i.test(text)
  )
    return determiner === 'bare' || quantified.test(text) ? 'group' : null;
  if (kind === 'organisation' || kind === 'document') return null;
  // "Three-quarters said" is a share.
  if (headLemma === 'quarter' && !/(?:^|\s)(?!three|one|two|\d)[\p{L}]*\s?quarters$/iu.test(text))
    return null;
  if (bareHeads.has(headLemma)) {
    // "Media sources" are the press; "Business Insider" is a paper.
    if (/\b(?:media|news) sources?\b|^\p{Lu}\p{Ll}+ Insider$/u.test(text)) return null;
    if (headLemma === 'insider' && !plural && parts.organisation) return 'official';
    return isDescribed(text) || parts.basis !== undefined ? 'official' : 'bare';
  }
  if (personHeads.has(headLemma)) {
    if (anonymity || parts.basis !== undefined || knowing.test(text)) return 'official';
    return headLemma === 'people' && determiner !== 'definite' ? 'group' : null;
  }
  if (officialHeads.has(headLemma)) {
    if (plural && singularOnly.has(headLemma)) return null;
    if (
      plural &&
      groupInPlural.has(headLemma) &&
      !anonymity &&
      (determiner === 'bare' || quantified.test(text))
    )
      return 'group';
    // "Lawmaker urges": a headline, whose story names him.
    if (!plural && determiner === 'bare' && !anonymity) return null;
    // "The official" was introduced before; "the minister", "the commander" hold an office that names them. "His aides"
    // come out of nowhere.
    if (determiner === 'definite' && !anonymity && !(plural && isSomebodys(text))) return null;
    return 'official';
  }
  if (partisans.has(headLemma) && !plural) return determiner === 'indefinite' ? 'official' : null;
  if (!plural && determiner === 'indefinite' && members.has(headLemma)) return 'official';
  if (plural && intimates.has(headLemma) && isSomebodys(text))
    return crowds.has(headLemma) ? 'group' : 'official';
  if (headLemma === 'those') return knowing.test(text) ? 'official' : null;
  if (kind === 'group' && plural && quantified.test(text)) return courts.has(headLemma) ? null : 'group';
  // "Virtually all analysts"
  if (/^all (?!the|of|these|those|his|her|their|its)/i.test(text) && groupHeads.has(headLemma))
    return 'group';
  // "The scientists" were introduced before, as those of the study were.
  if (groupHeads.has(headLemma) && plural) return determiner === 'definite' && !anonymity ? null : 'group';
  // "Demonstrators", "restructuring advisers", whoever they are; "attorneys for the family" speak for somebody.
  if (kind === 'group' && plural && determiner === 'bare' && !bodies.has(headLemma))
    return speaksForOther.test(text) ? null : 'group';
  return null;
}

const publicFigures =
  /\b(?:party|public|opposition|industry|business|political|religious|community|establishment|government|\p{Lu}{2,4})\s+figures\b/u;
const speaksForOther =
  /\b(?:lawyers?|attorneys?|solicitors?|barristers?|counsel)\b.*\b(?:for|of)\b|[’']s?\s/i;

/** "Many Democrats", "several former drivers": some of a group, whoever they are. */
const quantified =
  /^(?:many|some|several|a few|few|most|multiple|a number of|scores of|dozens of)\b(?! of (?:the|them|these|those|you|us)\b)/i;

const isSomebodys = (text: string): boolean => /^(?:his|her|their|its)\b|[’']s?\s/i.test(text);

function isDescribed(text: string): boolean {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .some((word) => word !== '' && !empty.has(word));
}

/** One mention of an unnamed source that says something in the writer's own prose. */
export interface UnnamedMention {
  readonly source: Source;
  readonly mention: Mention;
  /** The mention's index in its block. */
  readonly index: number;
  readonly place: Place;
  readonly tables: BlockTables;
  readonly sentence: number;
  readonly class: UnnamedClass;
  /** What it is the source of. */
  readonly attributions: readonly StoryAttribution[];
  /** Whether the source has not been met before. */
  readonly first: boolean;
}

/** The mentions of unnamed sources that count as speakers in a passage's block, in order. */
export const unnamedIn = (here: Passage): readonly UnnamedMention[] =>
  describedIn(here.tables).length > 0 ? here.askNear(0, unnamedAt) : none;

const none: readonly never[] = [];

/** Those of one block. */
export function unnamedAt(story: Story, block: number): readonly UnnamedMention[] {
  const own = story.byBlock[block];
  if (!own || describedIn(own.tables).length === 0) return none;
  let found = known.get(own);
  if (!found) {
    found = [...new Set(own.sources)]
      .flatMap((source) => (source === null ? [] : inBlock(unnamedMentionsOf(source, story), block)))
      .map((one) => speaking(one, attributionsTo(story, block, one.index)))
      .sort((a, b) => a.place.start - b.place.start);
    known.set(own, found);
  }
  return found;
}

const known = new WeakMap<BlockStory, readonly UnnamedMention[]>();

/** A mention with what is attributed to it; the same object for as long as both are the same. */
function speaking(
  one: Omit<UnnamedMention, 'attributions'>,
  attributions: readonly StoryAttribution[],
): UnnamedMention {
  let made = speakers.get(one);
  if (!made || !areSameLists(made.attributions, attributions)) {
    made = {...one, attributions};
    speakers.set(one, made);
  }
  return made;
}

const speakers = new WeakMap<Omit<UnnamedMention, 'attributions'>, UnnamedMention>();

/** Those of one block, out of many in the order of the draft. */
function inBlock<T extends {readonly place: Place}>(all: readonly T[], block: number): readonly T[] {
  const first = lowerBound(all.length, (i) => (all[i] as T).place.block < block);
  let end = first;
  while (end < all.length && (all[end] as T).place.block === block) end++;
  return all.slice(first, end);
}

/** The mentions of a block that could be one, whoever they are of. */
const describedIn = perBlock(({mentions}) => mentions.filter((mention) => unnamedClass(mention) !== null));

/** Those of one source, without what is attributed to them. */
export const unnamedMentionsOf = perSource((source, story) => {
  const all: Omit<UnnamedMention, 'attributions'>[] = [];
  if (source.standing !== 'described' && source.standing !== 'vague') return all;
  // Somebody who was only described never says anything: "An official was hurt".
  if (!speaks(story, source)) return all;
  const introduced = introduction(story, source);
  if (introduced === null) return all;
  for (const [k, place] of source.mentions.entries()) {
    const tables = story.blocks[place.block];
    const index = source.mentionIndexes[k] ?? -1;
    const mention = tables?.mentions[index];
    if (!tables || !mention || tables.exempt) continue;
    const kind = unnamedClass(mention);
    const {quoted, sentenceAt, noted} = lookup(tables);
    if (kind === null || quoted(mention) || isNamedBeside(tables, index)) continue;
    if (isWithSomebody(mention, tables.content.text)) continue;
    const sentence = sentenceAt(place.start);
    if (noted(sentence)) continue;
    all.push({
      source,
      mention,
      index,
      place: placeOf(place.block, place),
      tables,
      sentence,
      class: kind,
      first: k === introduced,
    });
  }
  return all;
});

/** "Diaz and her advisers say": what a named person says with those around them is that person's to answer for. */
export const isWithSomebody = ({start, text}: Mention, prose: string): boolean =>
  /^(?:his|her|their)\s/i.test(text) &&
  /(?:\p{Lu}[\p{L}.’'-]+|\b(?:s?he|the \p{Ll}+))\s+and\s+$/u.test(
    prose.slice(Math.max(0, start - 40), start),
  );

const insertion =
  /^(?:\s(?:not\s)?(?:on|in|at|for|from|to|with|of)\s[^,.;:"“”]{1,50}|(?:\s(?!said|says|told|\p{Ll}+ed\b)\p{Ll}+){1,3})?,\s$/u;

/** "Vatican spokesman the Rev. Federico Lombardi": the name follows with no comma. */
function isNamedBeside({content, mentions}: BlockTables, index: number): boolean {
  const mention = mentions[index] as Mention;
  const next = mentions[index + 1];
  // "Another delegate on the slate, Tom Hale, said"
  const name = mentions.slice(index + 1, index + 4).find((one) => one.name !== null && one.kind === 'person');
  if (
    name &&
    insertion.test(content.text.slice(mention.end, name.start)) &&
    /^\s?[,(]/.test(content.text.slice(name.end, name.end + 2))
  )
    return true;
  return next !== undefined && next.name !== null && next.start > mention.end && next.start - mention.end < 2;
}

function speaks({blocks}: Story, {mentionIndexes, mentions}: Source): boolean {
  for (let k = 0; k < mentions.length; k++) {
    const tables = blocks[(mentions[k] as Place).block];
    if (tables && voicesIn(tables).has(mentionIndexes[k] as number)) return true;
  }
  return false;
}

/**
 * Which of a source's mentions a reader meets it by: the first that says something, else the first. Null where it was
 * introduced by other words ("the official").
 */
function introduction({blocks}: Story, {mentionIndexes, mentions}: Source): number | null {
  let first: number | null = null;
  for (const [k, {block}] of mentions.entries()) {
    const tables = blocks[block];
    const index = mentionIndexes[k] ?? -1;
    const mention = tables?.mentions[index];
    if (!tables || !mention || tables.exempt || mention.standing === 'pronoun') continue;
    if (lookup(tables).quoted(mention)) continue;
    if (unnamedClass(mention) === null) {
      if (first === null) return null;
      continue;
    }
    first ??= k;
    if (voicesIn(tables).has(index)) return k;
  }
  // "A Republican" whom nobody quotes may be anybody.
  const head =
    first === null
      ? null
      : blocks[mentions[first]?.block ?? -1]?.mentions[mentionIndexes[first] ?? -1]?.headLemma;
  return head && (partisans.has(head) || members.has(head)) ? null : first;
}
