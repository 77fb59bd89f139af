import type {Attribution} from '../attribution/attribution.js';
import type {Span} from '../draft/block.js';
import {areSameLists} from './entity.js';
import {folded} from './names.js';
import {perBlock} from './perBlock.js';
import {attributionKey, type BlockTables, type Conflict, type Place, type StoryAttribution} from './story.js';

/** What one statement says, as far as comparing needs it. */
interface Statement {
  /** Stems of its words that carry meaning, names included. */
  readonly words: ReadonlySet<string>;
  /** Those that begin with a capital. */
  readonly names: ReadonlySet<string>;
  /** What it says is not so: stems right after the first "not"; empty where it denies nothing. */
  readonly denied: readonly string[];
  /** "Denied", "rejected": the cue itself says no. */
  readonly cueDenies: boolean;
  /** The acts it denies: `denied`, or with a cue that denies every word but names. */
  readonly acts: readonly string[];
  /** Denies "the claim", "the report", "it": whatever was said before. */
  readonly anaphoric: boolean;
}

const denying = new Set([
  'deny',
  'reject',
  'dispute',
  'refute',
  'rebut',
  'contradict',
  'dismiss',
  'repudiate',
  'disavow',
  'contest',
]);
const negation = /^(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n't)$/u;
const said = new Set(
  'claim allegation accusation charge report suggestion assertion story account statement reporting it them that this those rumour rumor idea notion involvement wrongdoing criticism'.split(
    ' ',
  ),
);
const empty = new Set(
  `a an the and or but if of in on at to for from by with as that this these those it its he she they his her their them
  him i we you our us my me is are was were be been being am has have had having do does did will would shall should can
  could may might must not no nor never none there here who whom whose which what when where why how than then so such
  also just only very more most much many some any all each other another both own same about after before over under
  into out up down off between during through against because while since until yet still even again once too now new
  said say told added one two last first next year day week month monday tuesday wednesday thursday friday saturday
  sunday evening morning night afternoon today yesterday mr mrs ms president minister people thing way make made get got
  go went come came take took give gave put`.split(/\s+/),
);
/** What people so often do and do not that two who speak of it need not speak of the same. */
const commonActs = new Set(
  'think know want believ see feel like need understand support mean tell ask talk look seem agre vot win work'.split(
    ' ',
  ),
);
/** Verbs and nouns for one act: a promise and a guarantee can be one and the same. */
const sameAct = new Map<string, string>();
for (const row of `promise guarantee pledge vow commit commitment assure assurance agree agreement undertake undertaking|
  attack strike bomb shell target assault raid hit|kill death dead die murder|lie mislead deceive|
  quit resign resignation leave depart step|pay paid bribe payment kickback|order instruct command direct|
  know knew aware knowledge|hide hid conceal cover|steal stole theft embezzle|invade invasion|withdraw pull retreat|
  harass harassment abuse|meet met meeting|leak disclose disclosure|rig fix manipulate|fire sack dismiss oust`.split(
  '|',
)) {
  const [first = '', ...others] = row.trim().split(/\s+/);
  for (const other of others) sameAct.set(rawStem(other), rawStem(first));
}

const mostWords = 120;

const none: readonly never[] = [];

const statementsOf = perBlock((tables): readonly Statement[] =>
  tables.attributions.map((attribution) => statementOf(tables, attribution)),
);

/** The attributions of a block that deny something, by their index in it. */
const denialsOf = perBlock((tables): readonly number[] =>
  statementsOf(tables).flatMap((one, index) => (denies(one) ? [index] : [])),
);

/** The words of the statements of a block that deny nothing, each with the attributions that have it. */
const assertedIn = perBlock((tables): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>();
  statementsOf(tables).forEach((one, index) => {
    if (denies(one)) return;
    for (const word of one.words) {
      const list = found.get(word);
      if (list) list.push(index);
      else found.set(word, [index]);
    }
  });
  return found;
});

const denies = ({denied, cueDenies}: Statement): boolean => cueDenies || denied.length > 0;

function statementOf(
  {content: {text}}: BlockTables,
  {content, cueLemma, cueKind, negated}: Attribution,
): Statement {
  const words = new Set<string>();
  const names = new Set<string>();
  const denied: string[] = [];
  let scope = 0;
  let count = 0;
  let negations = 0;
  for (const {start, end} of content) {
    for (const [word] of text
      .slice(start, Math.min(end, start + 1600))
      .matchAll(/[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)*/gu)) {
      if (++count > mostWords) break;
      const lower = folded(word);
      if (negation.test(lower)) {
        negations++;
        if (negations === 1) scope = 4;
        continue;
      }
      if (scope > 0) scope--;
      const bare = lower.replace(/'s$/, '');
      if (empty.has(bare) || bare.length < 3) continue;
      const stem = stemOf(bare);
      words.add(stem);
      if (/^\p{Lu}/u.test(word) && count > 1) names.add(stem);
      else if (scope > 0 && denied.length < 2 && !commonActs.has(stem)) denied.push(stem);
    }
  }
  const cueDenies = cueLemma !== null && denying.has(cueLemma) && (cueKind !== 'attitude') !== negated;
  const telling = [...words].filter((word) => !said.has(word));
  const single = negations === 1 ? denied : [];
  return {
    words,
    names,
    denied: single,
    cueDenies,
    acts: cueDenies ? telling.filter((word) => !names.has(word)) : single,
    anaphoric: cueDenies && telling.length === 0,
  };
}

/** Crude, but the same for both sides of a comparison. */
function rawStem(word: string): string {
  let stem = word;
  if (stem.length > 5 && stem.endsWith('ing')) stem = stem.slice(0, -3);
  else if (stem.length > 4 && stem.endsWith('ied')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 4 && stem.endsWith('ed')) stem = stem.slice(0, -2);
  else if (stem.length > 4 && stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
  else if (stem.length > 3 && stem.endsWith('s') && !stem.endsWith('ss')) stem = stem.slice(0, -1);
  if (stem.length > 4) stem = stem.replace(/e{1,2}$/, '');
  if (stem.length > 4 && /([b-df-hj-np-tv-z])\1$/.test(stem) && !/(?:ll|ss)$/.test(stem))
    stem = stem.slice(0, -1);
  return stem;
}

/** The stem of a word, one for all words for the same act. */
function stemOf(word: string): string {
  const stem = rawStem(word);
  return sameAct.get(stem) ?? stem;
}

/** How many statements with one word are looked at: a word that is everywhere tells nothing apart. */
const mostShared = 16;
/** How many statements back "denied the claim" may reach. */
const reach = 12;

/** What was found for a denial, and what it was held against. */
interface Answer {
  readonly against: readonly (readonly StoryAttribution[])[];
  readonly claim: StoryAttribution | null;
}

/**
 * Who denies whom. A statement that says "not", or whose cue denies, is held against the statements of others that
 * speak of the same act and share a name or two more words; few pairs, and those right, matter more than all. Kept
 * from one keystroke to the next: a denial is held against them again only where one of them is another.
 */
export class DraftConflicts {
  private blocks: readonly BlockTables[] = [];
  private said: Said = [];
  /** The blocks that assert something with each word. */
  private readonly byWord = new Map<string, Set<number>>();
  /** The statements with a word that were asked for, for as long as they are the same. */
  private readonly having = new Map<string, readonly StoryAttribution[]>();
  private answers = new Map<StoryAttribution, Answer>();

  /** Those of the draft as it now stands. */
  read(blocks: readonly BlockTables[], said: Said): readonly Conflict[] {
    this.takeIn(blocks, said);
    const at = ({block, key}: StoryAttribution): Statement =>
      statementsOf(blocks[block] as BlockTables)[key - attributionKey(block, 0)] as Statement;
    const answers: typeof this.answers = new Map();
    const conflicts: Conflict[] = [];
    const found = new Set<string>();
    for (let block = 0; block < blocks.length; block++) {
      for (const index of denialsOf(blocks[block] as BlockTables)) {
        const denial = attributionIn(said, block, index);
        const own = at(denial);
        if (denial.sourceId === null && !own.cueDenies) continue;
        const claim = own.anaphoric ? answered(said, denial, at) : this.opposed(denial, at, answers);
        if (!claim) continue;
        // One denial in two forms is one: the first is kept.
        const pair = `${claim.key} ${denial.sourceId}`;
        if (found.has(pair)) continue;
        found.add(pair);
        conflicts.push({
          claim: placeOf(claim),
          denial: placeOf(denial),
          claimSourceId: claim.sourceId,
          denialSourceId: denial.sourceId,
        });
      }
    }
    this.answers = answers;
    return conflicts;
  }

  /** Takes in the draft as it now stands: reads only the blocks that are not those of before. */
  private takeIn(blocks: readonly BlockTables[], said: Said): void {
    const {blocks: before, said: saidBefore, byWord, having} = this;
    const known = before.length === blocks.length;
    if (!known) {
      byWord.clear();
      having.clear();
    }
    for (let block = 0; block < blocks.length; block++) {
      const tables = blocks[block] as BlockTables;
      const was = known ? (before[block] as BlockTables) : undefined;
      if (was === tables && saidBefore[block] === said[block]) continue;
      for (const word of assertedIn(tables).keys()) having.delete(word);
      if (was === tables) continue;
      for (const word of was ? assertedIn(was).keys() : []) {
        having.delete(word);
        byWord.get(word)?.delete(block);
      }
      for (const word of assertedIn(tables).keys()) {
        const blocksHaving = byWord.get(word);
        if (blocksHaving) blocksHaving.add(block);
        else byWord.set(word, new Set([block]));
      }
    }
    this.blocks = blocks;
    this.said = said.slice();
  }

  private opposed(
    denial: StoryAttribution,
    at: Statements,
    answers: Map<StoryAttribution, Answer>,
  ): StoryAttribution | null {
    const against = at(denial).acts.map((act) => this.statementsWith(act));
    const known = this.answers.get(denial);
    const answer =
      known && areSameLists(known.against, against) ? known : {against, claim: opposite(against, denial, at)};
    answers.set(denial, answer);
    return answer.claim;
  }

  /** The statements that have a word, in order; none where they are too many to tell apart. */
  private statementsWith(word: string): readonly StoryAttribution[] {
    const known = this.having.get(word);
    if (known) return known;
    const blocks = this.byWord.get(word);
    const found =
      !blocks || blocks.size > mostShared
        ? none
        : [...blocks]
            .sort((a, b) => a - b)
            .flatMap((block) =>
              (assertedIn(this.blocks[block] as BlockTables).get(word) ?? []).map((index) =>
                attributionIn(this.said, block, index),
              ),
            );
    const few = found.length > mostShared ? none : found;
    this.having.set(word, few);
    return few;
  }
}

/** The attributions of each block. */
export type Said = readonly (readonly StoryAttribution[])[];
const attributionIn = (said: Said, block: number, index: number): StoryAttribution =>
  (said[block] as readonly StoryAttribution[])[index] as StoryAttribution;

type Statements = (one: StoryAttribution) => Statement;

/**
 * The statement of somebody else that says what a denial says is not so.
 * @param against for each act that it denies, the statements that speak of it
 */
function opposite(
  against: readonly (readonly StoryAttribution[])[],
  denial: StoryAttribution,
  at: Statements,
): StoryAttribution | null {
  const own = at(denial);
  const shared = new Map<StoryAttribution, number>();
  for (const statements of against) {
    for (const one of statements) if (isAnother(one, denial)) shared.set(one, (shared.get(one) ?? 0) + 1);
  }
  let best: StoryAttribution | null = null;
  let bestScore = 0;
  for (const [claim, common] of shared) {
    const other = at(claim);
    let names = 0;
    let words = 0;
    for (const word of own.words) {
      if (!other.words.has(word)) continue;
      if (own.names.has(word) || other.names.has(word)) names++;
      else words++;
    }
    // Beside the act itself: who did it, to whom, or enough of the rest.
    const enough = own.cueDenies
      ? (names > 0 && words > 0) || words > 1
      : (names > 0 && names + words > 2) || words > 3;
    const score = common * 2 + names + words - Math.abs(claim.block - denial.block) / 20;
    if (enough && score > bestScore) {
      best = claim;
      bestScore = score;
    }
  }
  return best;
}

/** What "denied the allegation" answers: the last thing that somebody else said in this paragraph or the one before. */
function answered(said: Said, denial: StoryAttribution, at: Statements): StoryAttribution | null {
  const {block} = denial;
  const own = said[block] as readonly StoryAttribution[];
  const near = [...(said[block - 1] ?? []), ...own.slice(0, own.indexOf(denial))];
  return (
    near
      .slice(-reach)
      .findLast((one) => isAnother(one, denial) && one.cueKind === 'speech' && !at(one).cueDenies) ?? null
  );
}

const isAnother = (claim: StoryAttribution, denial: StoryAttribution): boolean =>
  claim.sourceId !== null &&
  claim.sourceId !== denial.sourceId &&
  claim.cueKind !== 'attitude' &&
  claim.content.length > 0 &&
  !(claim.block === denial.block && overlap(placeOf(claim), placeOf(denial)));

/** One statement inside the other: somebody tells of somebody's denial. */
const overlap = (one: Span, other: Span): boolean => one.start < other.end && one.end > other.start;

function placeOf({block, content, cue, source}: StoryAttribution): Place {
  const spans: readonly Span[] = content.length > 0 ? content : [...cue, ...source];
  let start = Number.MAX_SAFE_INTEGER;
  let end = 0;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return {block, start: Math.min(start, end), end};
}
