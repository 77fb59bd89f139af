import type {Mention} from '../attribution/mention.js';
import type {BlockTables, Place, Source, Story, StoryAttribution} from '../story/story.js';
import {attributionsTo, lookup, placeOf} from './lookup.js';

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
  'surrogate',
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
  /\b(?:familiar|close to|knowledge|briefed|who (?:attended|saw|has seen|have seen|read|took part))\b/i;

/** What kind of unnamed source a mention is; null for the named, for institutions and for anybody else. */
export function unnamedClass(mention: Mention): UnnamedClass | null {
  const {headLemma, name, standing, kind, plural, text, parts, determiner, anonymity} = mention;
  if (name !== null || standing === 'named' || standing === 'pronoun' || standing === 'document') return null;
  if (headLemma === null) return null;
  if (spokesHeads.has(headLemma) || /\bpress (?:office|officer)\b/i.test(text)) {
    // "A U.S. representative" sits in Congress; only one *for* somebody speaks for them.
    const speaksFor =
      !headLemma.startsWith('rep') ||
      /\b(?:for|of|from)\b|’s|'s/.test(text) ||
      parts.organisation !== undefined;
    return speaksFor ? 'spokesperson' : null;
  }
  if (kind === 'organisation' || kind === 'document') return null;
  if (bareHeads.has(headLemma)) {
    if (headLemma === 'insider' && !plural && parts.organisation) return 'official';
    return isDescribed(text) || parts.basis !== undefined ? 'official' : 'bare';
  }
  if (personHeads.has(headLemma)) {
    if (anonymity || parts.basis !== undefined || knowing.test(text)) return 'official';
    return headLemma === 'people' ? 'group' : null;
  }
  if (officialHeads.has(headLemma)) {
    if (plural && singularOnly.has(headLemma)) return null;
    // "The official" was introduced before; "the minister", "the commander" hold an office that names them. "His aides"
    // come out of nowhere.
    if (determiner === 'definite' && !anonymity && !(plural && isSomebodys(text))) return null;
    return 'official';
  }
  if (kind === 'group' && plural && quantified.test(text)) return 'group';
  // "The scientists" were introduced before, as those of the study were.
  if (groupHeads.has(headLemma) && plural) return determiner === 'definite' && !anonymity ? null : 'group';
  return null;
}

/** "Many Democrats", "several former drivers": some of a group, whoever they are. */
const quantified =
  /^(?:many|some|several|a few|few|most|a number of|scores of|dozens of)\b(?! of (?:the|them|these|those)\b)/i;

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
  readonly place: Place;
  readonly tables: BlockTables;
  readonly sentence: number;
  readonly class: UnnamedClass;
  /** What it is the source of. */
  readonly attributions: readonly StoryAttribution[];
  /** Whether the source has not been met before. */
  readonly first: boolean;
}

const found = new WeakMap<Story, readonly UnnamedMention[]>();

/** Every mention of an unnamed source that counts as a speaker, in the order of the draft. */
export function unnamedMentions(story: Story): readonly UnnamedMention[] {
  let list = found.get(story);
  if (!list) {
    list = [...findUnnamed(story)].sort(
      (a, b) => a.place.block - b.place.block || a.place.start - b.place.start,
    );
    found.set(story, list);
  }
  return list;
}

function* findUnnamed(story: Story): Generator<UnnamedMention> {
  for (const source of story.sources) {
    if (source.standing !== 'described' && source.standing !== 'vague') continue;
    // Somebody who was only described never says anything: "An official was hurt".
    const speaks = source.attributions.some((index) => {
      const attribution = story.attributions[index];
      return (
        attribution !== undefined && attribution.cueKind !== 'attitude' && attribution.cueLemma !== 'praise'
      );
    });
    if (!speaks) continue;
    let first = true;
    for (const [k, place] of source.mentions.entries()) {
      const tables = story.blocks[place.block];
      const index = source.mentionIndexes[k] ?? -1;
      const mention = tables?.mentions[index];
      if (!tables || !mention || tables.exempt) continue;
      const kind = unnamedClass(mention);
      const {quoted, sentenceAt, noted} = lookup(tables);
      if (kind === null || quoted(mention)) {
        if (mention.standing !== 'pronoun' && !quoted(mention)) first = false;
        continue;
      }
      const sentence = sentenceAt(place.start);
      const attributions = attributionsTo(story, place.block, index);
      if (!noted(sentence)) {
        yield {
          source,
          mention,
          place: placeOf(place.block, place),
          tables,
          sentence,
          class: kind,
          attributions,
          first,
        };
      }
      first = false;
    }
  }
}
