import {
  type Gender,
  type SourceKind,
  type SpecificityPart,
  specificityParts,
} from '../attribution/mention.js';
import {matchNames} from './names.js';
import type {Place, Source} from './story.js';
import {type Recall, type Thought, thoughts} from './thought.js';
import {type Account, Ledger, type Timeline} from './timeline.js';
import type {Traits} from './traits.js';

/** Standings from the best identified to the least. */
const order: readonly Source['standing'][] = ['named', 'document', 'described', 'vague'];

const none: readonly never[] = [];
const noParts: Source['parts'] = {};

/** What can be asked of a state, as bits: each grows by itself, whatever the others are. */
const aspects = {
  opening: 1,
  kind: 2,
  gender: 4,
  number: 8,
  heads: 16,
  narrowing: 32,
  name: 64,
  named: 128,
  institution: 256,
  speaks: 512,
  calledIt: 1024,
} as const;

/** Nobody counts further how often somebody is called by name. */
const mostNamed = 40;

/** What the mentions read so far say of somebody, as far as it tells whom a later one means. */
class State {
  gender: Gender = 'unknown';
  /** The gender is told by a pronoun alone, which may have been read wrongly. */
  guessedGender = false;
  plural = false;
  heads: readonly string[] = none;
  narrowing: readonly string[] = none;
  /** Folded words of the fullest name; empty while there is none. */
  nameWords: readonly string[] = none;
  /** Those of them that tell one body from another. */
  body: readonly string[] = none;
  /** How often it was called by name. */
  named = 0;
  institution: string | null = null;
  /** Something was attributed to it. */
  speaks = false;
  /** Which of the two pronouns that a body can have it had last: writers keep to one. */
  calledIt: 'it' | 'they' | null = null;

  constructor(
    public kind: SourceKind,
    /** A definite description opened it ("the mayor"): a name may still come. */
    readonly definite: boolean,
    /** What opened it ("the nominee") most readers know of somebody famous. */
    readonly epithet: boolean,
  ) {}

  copy(): State {
    const next = new State(this.kind, this.definite, this.epithet);
    next.gender = this.gender;
    next.guessedGender = this.guessedGender;
    next.plural = this.plural;
    next.heads = this.heads;
    next.narrowing = this.narrowing;
    next.nameWords = this.nameWords;
    next.body = this.body;
    next.named = this.named;
    next.institution = this.institution;
    next.speaks = this.speaks;
    next.calledIt = this.calledIt;
    return next;
  }

  /** After a mention that names or describes it, or a pronoun for it. */
  after({pronoun, gender, kind, plural, heads, narrowing, nameWords, body}: Traits): State {
    if (pronoun === 'it' || pronoun === 'they') {
      const next = this.copy();
      next.calledIt = pronoun;
      return next;
    }
    if (pronoun !== null) return this;
    const taught =
      this.gender === 'unknown' || this.gender === 'neuter' || (this.guessedGender && gender !== 'unknown');
    const fuller = nameWords.length > this.nameWords.length;
    const next = this.copy();
    if (taught) next.gender = gender;
    if (taught) next.guessedGender = false;
    if (this.kind === 'unknown') next.kind = kind;
    if (plural) next.plural = true;
    next.heads = union(this.heads, heads);
    next.narrowing = union(this.narrowing, narrowing);
    if (nameWords.length > 0) next.named = Math.min(mostNamed, this.named + 1);
    if (fuller) next.nameWords = nameWords;
    if (fuller) next.body = body;
    return next;
  }
}

/** The aspects in which a reader would find two states different. */
function differ(one: State, other: State): number {
  if (one === other) return 0;
  let found = 0;
  if (one.definite !== other.definite || one.epithet !== other.epithet) found |= aspects.opening;
  if (one.kind !== other.kind) found |= aspects.kind;
  if (one.gender !== other.gender || one.guessedGender !== other.guessedGender) found |= aspects.gender;
  if (one.plural !== other.plural) found |= aspects.number;
  if (!areSameLists(one.heads, other.heads)) found |= aspects.heads;
  if (!areSameLists(one.narrowing, other.narrowing)) found |= aspects.narrowing;
  if (!areSameLists(one.nameWords, other.nameWords) || !areSameLists(one.body, other.body))
    found |= aspects.name;
  if (one.named !== other.named) found |= aspects.named;
  if (one.institution !== other.institution) found |= aspects.institution;
  if (one.speaks !== other.speaks) found |= aspects.speaks;
  if (one.calledIt !== other.calledIt) found |= aspects.calledIt;
  return found;
}

/** Something that is known of somebody by other means than a mention's own words. */
class Change {
  constructor(readonly to: State | Partial<State>) {}
}

const speaking = new Change({speaks: true});

/** Of whom nothing is said yet. */
const blank = new State('unknown', false, false);

const states: Account<State, Traits | Change> = {
  first: blank,
  enter(before, entry) {
    const next =
      entry instanceof Change
        ? entry.to instanceof State
          ? entry.to
          : Object.assign(before.copy(), entry.to)
        : before.after(entry);
    return differ(before, next) === 0 ? before : next;
  },
  differ,
};

/** The block of the latest mention. */
const latestBlocks: Account<number, number> = {
  first: -1,
  enter: (_, block) => block,
  differ: (before, now) => (before === now ? 0 : 1),
};

/**
 * Somebody or something in the making: what the mentions say of it grows as the draft is read and turns into a
 * `Source` at its end. Whatever is asked of it holds for the block that is being read.
 */
export class Entity {
  private readonly state: Ledger<State, Traits | Change>;
  private readonly inMind: Ledger<Thought | null, Recall>;
  private readonly latest: Ledger<number, number>;
  /** The longest name that the block being read has called it by so far, in words, and which reading that was. */
  private calledBy = 0;
  private calledAt = -1;
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

  constructor(private readonly timeline: Timeline) {
    this.state = new Ledger(timeline, states);
    this.inMind = new Ledger(timeline, thoughts);
    this.latest = new Ledger(timeline, latestBlocks);
  }

  /** Begins, with nothing said of it yet but what opened it. */
  open({label, kind, determiner}: Traits, epithet: boolean): void {
    this.opening = label;
    this.state.enter(new Change(new State(kind, determiner === 'definite', epithet)));
  }

  get kind(): SourceKind {
    return this.state.get(aspects.kind).kind;
  }

  get heads(): readonly string[] {
    return this.state.get(aspects.heads).heads;
  }

  get narrowing(): readonly string[] {
    return this.state.get(aspects.narrowing).narrowing;
  }

  get gender(): Gender {
    return this.state.get(aspects.gender).gender;
  }

  get guessedGender(): boolean {
    return this.state.get(aspects.gender).guessedGender;
  }

  get plural(): boolean {
    return this.state.get(aspects.number).plural;
  }

  get nameWords(): readonly string[] {
    return this.state.get(aspects.name).nameWords;
  }

  get body(): readonly string[] {
    return this.state.get(aspects.name).body;
  }

  /** How often it was called by name; not counted beyond forty. */
  get named(): number {
    return this.state.get(aspects.named).named;
  }

  /** Whether the block that is being read has called it by its fullest name. */
  get namedHere(): boolean {
    return this.calledAt === this.timeline.epoch && this.calledBy >= this.nameWords.length;
  }

  get institution(): string | null {
    return this.state.get(aspects.institution).institution;
  }

  get speaks(): boolean {
    return this.state.get(aspects.speaks).speaks;
  }

  get calledIt(): 'it' | 'they' | null {
    return this.state.get(aspects.calledIt).calledIt;
  }

  /** Block of its latest mention; -1 while there is none. */
  get lastBlock(): number {
    return this.latest.get();
  }

  /** How it stands in a reader's mind. */
  get thought(): Thought | null {
    return this.inMind.get();
  }

  get definite(): boolean {
    return this.state.get(aspects.opening).definite;
  }

  get epithet(): boolean {
    return this.state.get(aspects.opening).epithet;
  }

  /** Takes in one mention that names or describes it, or a pronoun for it. */
  add(traits: Traits, block: number): void {
    this.mentioned(block);
    this.state.enter(traits);
    const {length} = traits.nameWords;
    if (length === 0) return;
    const {epoch} = this.timeline;
    this.calledBy = this.calledAt === epoch ? Math.max(this.calledBy, length) : length;
    this.calledAt = epoch;
  }

  /** Takes in where it was mentioned, and nothing of what the mention says. */
  mentioned(block: number): void {
    this.latest.enter(block);
  }

  /** A mention brings it to a reader's mind. */
  recall(recall: Recall): void {
    this.inMind.enter(recall);
  }

  /** A pronoun that means it tells its gender. */
  guessGender(gender: Gender): void {
    this.state.enter(new Change({gender, guessedGender: true}));
  }

  /** It is known by a name that is a person's elsewhere in the draft. */
  isPersonByName(): void {
    this.state.enter(new Change({kind: 'person'}));
  }

  belongsTo(institution: string): void {
    this.state.enter(new Change({institution}));
  }

  /** Something was attributed to it. */
  spoke(): void {
    this.state.enter(speaking);
  }

  /** Whether a pronoun of that gender and number can stand for it. */
  fits(pronoun: Traits['pronoun']): boolean {
    switch (pronoun) {
      case 'he':
        return this.isPerson() && (this.gender !== 'female' || this.guessedGender);
      case 'she':
        return this.isPerson() && (this.gender !== 'male' || this.guessedGender);
      case 'it': {
        const {kind} = this;
        return (kind === 'organisation' || kind === 'document') && !this.plural;
      }
      case 'they': {
        const {kind} = this;
        return (
          kind === 'group' ||
          kind === 'organisation' ||
          this.plural ||
          (this.isPerson() && this.gender === 'unknown' && !this.isNamed())
        );
      }
      case 'who':
        return this.kind !== 'document';
      default:
        return false;
    }
  }

  private isPerson(): boolean {
    const {kind} = this;
    if (kind !== 'person' && kind !== 'unknown') return false;
    const {gender} = this;
    return !this.plural && gender !== 'plural' && (kind === 'person' || gender !== 'neuter');
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

  private toSource(gathered: Gathered, last: Source | null): Source {
    const {id, kind, gender} = this;
    const {mentions, mentionIndexes, attributions} = gathered;
    const {name, label, role, standing, parts} = identityOf(gathered);
    if (
      last !== null &&
      last.id === id &&
      last.name === name &&
      last.label === label &&
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
      label,
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
  /** What the mentions of the text say, and the first one of a headline. */
  readonly text: Traits[];
  headline: Traits | null;
}

type Identity = Pick<Source, 'name' | 'label' | 'role' | 'standing' | 'parts'>;

/** What all mentions together say of who it is. What the text calls somebody is better than what a headline does. */
function identityOf({text, headline}: Gathered): Identity {
  let name: string | null = null;
  let label = '';
  let rank = -1;
  let role: string | null = null;
  let standing: Source['standing'] = 'vague';
  let parts = noParts;
  for (const one of text.length > 0 || headline === null ? text : [headline]) {
    if (one.pronoun !== null) continue;
    role ??= one.role;
    if (one.parts) parts = withParts(parts, one.parts);
    if (one.standing !== 'pronoun' && order.indexOf(one.standing) < order.indexOf(standing)) {
      standing = one.standing;
    }
    if (one.labelRank > rank) {
      rank = one.labelRank;
      label = one.label;
      if (one.name !== null) name = one.name;
    }
  }
  return {name, label, role, standing, parts};
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
