import {
  type Gender,
  type SourceKind,
  type SpecificityPart,
  specificityParts,
} from '../attribution/mention.js';
import {matchNames} from './names.js';
import type {Thought} from './pronouns.js';
import type {Place, Source} from './story.js';
import {History, type ReadersEye, type Timeline} from './timeline.js';
import type {Traits} from './traits.js';

/** Standings from the best identified to the least. */
const order: readonly Source['standing'][] = ['named', 'document', 'described', 'vague'];

const none: readonly never[] = [];
const noParts: Source['parts'] = {};

/** What the mentions read so far say of somebody. A block that says more of them gives them another one. */
class State {
  heads: readonly string[] = none;
  narrowing: readonly string[] = none;
  gender: Gender = 'unknown';
  /** The gender is told by a pronoun alone, which may have been read wrongly. */
  guessedGender = false;
  plural = false;
  /** Folded words of the fullest name; empty while there is none. */
  nameWords: readonly string[] = none;
  /** Those of them that tell one body from another. */
  body: readonly string[] = none;
  /** How often it was called by name. */
  named = 0;
  /** Block in which its fullest name stood last. */
  namedIn = -1;
  institution: string | null = null;
  /** Something was attributed to it. */
  speaks = false;
  /** Which of the two pronouns that a body can have it had last: writers keep to one. */
  calledIt: 'it' | 'they' | null = null;
  name: string | null = null;
  label: string | null = null;
  labelRank = -1;
  role: string | null = null;
  standing: Source['standing'] = 'vague';
  parts: Source['parts'] = noParts;

  constructor(
    public kind: SourceKind,
    /** A definite description opened it ("the mayor"): a name may still come. */
    readonly definite: boolean,
    /** What opened it ("the nominee") most readers know of somebody famous. */
    readonly epithet: boolean,
  ) {}

  /** The same, to go on from in a later block. */
  copy(): State {
    const next = new State(this.kind, this.definite, this.epithet);
    next.heads = this.heads;
    next.narrowing = this.narrowing;
    next.gender = this.gender;
    next.guessedGender = this.guessedGender;
    next.plural = this.plural;
    next.nameWords = this.nameWords;
    next.body = this.body;
    next.named = this.named;
    next.namedIn = this.namedIn;
    next.institution = this.institution;
    next.speaks = this.speaks;
    next.calledIt = this.calledIt;
    next.name = this.name;
    next.label = this.label;
    next.labelRank = this.labelRank;
    next.role = this.role;
    next.standing = this.standing;
    next.parts = this.parts;
    return next;
  }

  /** Whether a reader would find no difference. */
  isLike(other: State): boolean {
    return (
      this.kind === other.kind &&
      this.definite === other.definite &&
      this.epithet === other.epithet &&
      this.gender === other.gender &&
      this.guessedGender === other.guessedGender &&
      this.plural === other.plural &&
      this.named === other.named &&
      this.namedIn === other.namedIn &&
      this.institution === other.institution &&
      this.speaks === other.speaks &&
      this.calledIt === other.calledIt &&
      this.name === other.name &&
      this.label === other.label &&
      this.labelRank === other.labelRank &&
      this.role === other.role &&
      this.standing === other.standing &&
      areSameLists(this.heads, other.heads) &&
      areSameLists(this.narrowing, other.narrowing) &&
      areSameLists(this.nameWords, other.nameWords) &&
      areSameLists(this.body, other.body) &&
      areSameParts(this.parts, other.parts)
    );
  }
}

const states: ReadersEye<State> = {areSame: (before, now) => now === before || now.isLike(before)};

const thoughts: ReadersEye<Thought | null> = {
  areSame(before, now) {
    if (before === null || now === null) return before === now;
    const same =
      before.of === now.of &&
      before.value === now.value &&
      before.at === now.at &&
      before.paragraph === now.paragraph &&
      before.turn === now.turn &&
      before.where.block === now.where.block &&
      before.sentence === now.sentence &&
      before.open === now.open;
    // Those who took down which mention it was hold on to the one from before.
    if (same) before.where.mention = now.where.mention;
    return same;
  },
};

const numbers: ReadersEye<number> = {areSame: (before, now) => before === now};

/** Of whom nothing is said yet. */
const blank = new State('unknown', false, false);

/**
 * Somebody or something in the making: what the mentions say of it grows as the draft is read and turns into a
 * `Source` at its end. Whatever is asked of it holds for the block that is being read.
 */
export class Entity {
  private readonly state: History<State>;
  private readonly inMind: History<Thought | null>;
  private readonly latest: History<number>;
  /** Given once the draft is read: its name for as long as its first mention stays where it is. */
  id = '';
  /** Its place among all, by their first mentions. */
  order = -1;
  /** What is gathered of it from the whole draft, while that goes on. */
  gathered: Gathered | null = null;
  /** What it was turned into last. */
  source: Source | null = null;
  /** What the mention that opened it calls it. */
  opening = '';

  constructor(timeline: Timeline) {
    this.state = new History(timeline, blank, states);
    this.inMind = new History<Thought | null>(timeline, null, thoughts);
    this.latest = new History<number>(timeline, -1, numbers);
  }

  /** Begins, with nothing said of it yet but what opened it. */
  open({label, kind, determiner}: Traits, epithet: boolean): void {
    this.opening = label;
    this.state.set(new State(kind, determiner === 'definite', epithet));
  }

  private get now(): State {
    return this.state.get();
  }

  /** The state that the block being read may write to. */
  private writing(): State {
    const {state} = this;
    if (state.isOwn()) return state.get();
    const next = state.get().copy();
    state.set(next);
    return next;
  }

  get kind(): SourceKind {
    return this.now.kind;
  }

  set kind(kind: SourceKind) {
    this.writing().kind = kind;
  }

  get heads(): readonly string[] {
    return this.now.heads;
  }

  get narrowing(): readonly string[] {
    return this.now.narrowing;
  }

  get gender(): Gender {
    return this.now.gender;
  }

  get guessedGender(): boolean {
    return this.now.guessedGender;
  }

  get plural(): boolean {
    return this.now.plural;
  }

  get nameWords(): readonly string[] {
    return this.now.nameWords;
  }

  get body(): readonly string[] {
    return this.now.body;
  }

  get named(): number {
    return this.now.named;
  }

  get namedIn(): number {
    return this.now.namedIn;
  }

  get institution(): string | null {
    return this.now.institution;
  }

  set institution(key: string | null) {
    this.writing().institution = key;
  }

  get speaks(): boolean {
    return this.now.speaks;
  }

  get calledIt(): 'it' | 'they' | null {
    return this.now.calledIt;
  }

  /** Block of its latest mention; -1 while there is none. */
  get lastBlock(): number {
    return this.latest.get();
  }

  /** How it stands in a reader's mind, kept by whoever reads. */
  get thought(): Thought | null {
    return this.inMind.get();
  }

  set thought(thought: Thought | null) {
    this.inMind.set(thought);
  }

  get definite(): boolean {
    return this.now.definite;
  }

  get epithet(): boolean {
    return this.now.epithet;
  }

  /** Takes in one mention that names or describes it, or a pronoun for it. */
  add(traits: Traits, block: number): void {
    this.mentioned(block);
    if (traits.pronoun !== null) {
      if (traits.pronoun === 'it' || traits.pronoun === 'they') this.writing().calledIt = traits.pronoun;
      return;
    }
    const state = this.writing();
    if (
      state.gender === 'unknown' ||
      state.gender === 'neuter' ||
      (state.guessedGender && traits.gender !== 'unknown')
    ) {
      state.gender = traits.gender;
      state.guessedGender = false;
    }
    if (state.kind === 'unknown') state.kind = traits.kind;
    if (traits.plural) state.plural = true;
    state.heads = union(state.heads, traits.heads);
    state.narrowing = union(state.narrowing, traits.narrowing);
    state.role ??= traits.role;
    if (traits.parts) state.parts = withParts(state.parts, traits.parts);
    if (traits.standing !== 'pronoun' && order.indexOf(traits.standing) < order.indexOf(state.standing)) {
      state.standing = traits.standing;
    }
    const {nameWords} = traits;
    if (nameWords.length > 0) {
      state.named++;
      if (nameWords.length >= state.nameWords.length) {
        state.namedIn = block;
        if (state.nameWords.length < nameWords.length) {
          state.nameWords = nameWords;
          state.body = traits.body;
        }
      }
    }
    if (traits.labelRank > state.labelRank) {
      state.labelRank = traits.labelRank;
      state.label = traits.label;
      if (traits.name !== null) state.name = traits.name;
    }
  }

  /** Takes in where it was mentioned, and nothing of what the mention says. */
  mentioned(block: number): void {
    if (this.latest.get() !== block) this.latest.set(block);
  }

  /** A pronoun that means it tells its gender. */
  guessGender(gender: Gender): void {
    const state = this.writing();
    state.gender = gender;
    state.guessedGender = true;
  }

  /** Something was attributed to it. */
  spoke(): void {
    if (!this.speaks) this.writing().speaks = true;
  }

  /** Whether a pronoun of that gender and number can stand for it. */
  fits(pronoun: Traits['pronoun']): boolean {
    const {kind, gender, guessedGender, plural} = this.now;
    switch (pronoun) {
      case 'he':
        return this.isPerson() && (gender !== 'female' || guessedGender);
      case 'she':
        return this.isPerson() && (gender !== 'male' || guessedGender);
      case 'it':
        return (kind === 'organisation' || kind === 'document') && !plural;
      case 'they':
        return (
          plural ||
          kind === 'group' ||
          kind === 'organisation' ||
          (this.isPerson() && gender === 'unknown' && !this.isNamed())
        );
      case 'who':
        return kind !== 'document';
      default:
        return false;
    }
  }

  private isPerson(): boolean {
    const {kind, gender, plural} = this.now;
    return (
      !plural && gender !== 'plural' && (kind === 'person' || (kind === 'unknown' && gender !== 'neuter'))
    );
  }

  isNamed(): boolean {
    return this.nameWords.length > 0;
  }

  /** Whether words are a way of naming it. */
  matches(words: readonly string[]): ReturnType<typeof matchNames> {
    return matchNames(words, this.nameWords);
  }

  /**
   * Turns what was gathered of it into what the whole draft says; the same object as at the last keystroke where that is the same.
   * @param last what stood for it then
   */
  tell(last: Source | null): Source {
    this.source = this.toSource(this.gathered as Gathered, last);
    this.gathered = null;
    return this.source;
  }

  private toSource({mentions, mentionIndexes, attributions}: Gathered, last: Source | null): Source {
    const {id} = this;
    const {name, label, kind, standing, gender, role, parts} = this.now;
    if (
      last !== null &&
      last.id === id &&
      last.name === name &&
      last.label === (label ?? '') &&
      last.kind === kind &&
      last.standing === standing &&
      last.gender === gender &&
      last.role === role &&
      areSameLists(last.mentions, mentions) &&
      areSameLists(last.mentionIndexes, mentionIndexes) &&
      areSameLists(last.attributions, attributions) &&
      areSameParts(last.parts, parts)
    ) {
      return last;
    }
    const named = standing === 'named';
    const missing =
      named || standing === 'document'
        ? none
        : parts === noParts
          ? specificityParts
          : specificityParts.filter((part) => parts[part] === undefined);
    return {
      id,
      name,
      label: label ?? '',
      kind,
      standing,
      gender,
      role,
      specificity: named ? specificityParts.length : Object.keys(parts).length,
      parts,
      missing,
      mentions,
      mentionIndexes,
      attributions,
    };
  }
}

/** Where somebody is mentioned and what is attributed to them, in the order of the draft. */
export interface Gathered {
  readonly mentions: Place[];
  readonly mentionIndexes: number[];
  readonly attributions: number[];
}

/** Both together: what was known first counts. */
function withParts(known: Source['parts'], more: Source['parts']): Source['parts'] {
  if (known === noParts) return more;
  let all: Partial<Record<SpecificityPart, string>> | null = null;
  for (const part of specificityParts) {
    const words = more[part];
    if (words === undefined || known[part] !== undefined) continue;
    all ??= {...known};
    all[part] = words;
  }
  return all ?? known;
}

function areSameParts(one: Source['parts'], other: Source['parts']): boolean {
  return one === other || specificityParts.every((part) => one[part] === other[part]);
}

/** Whether two lists hold the very same items in the same order. */
export function areSameLists(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one === other) return true;
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/** Both lists without doubles; one of the two itself where that is all. */
function union(known: readonly string[], more: readonly string[]): readonly string[] {
  if (more.length === 0 || known === more) return known;
  if (known.length === 0) return more;
  let all = known;
  for (const one of more) if (!all.includes(one)) all = all.concat(one);
  return all;
}
