import {
  type Gender,
  type SourceKind,
  type SpecificityPart,
  specificityParts,
} from '../attribution/mention.js';
import {matchNames} from './names.js';
import type {Thought} from './pronouns.js';
import type {Place, Source} from './story.js';
import type {Traits} from './traits.js';

/** Standings from the best identified to the least. */
const order: readonly Source['standing'][] = ['named', 'document', 'described', 'vague'];

const none: readonly never[] = [];
/** Stands for a list that nothing was put in; never written to. */
const nowhere: number[] = [];

/**
 * Somebody or something in the making: what the mentions read so far say of it. Grows as the draft is read and turns
 * into a `Source` at its end.
 */
export class Entity {
  /** Given once all are known. */
  id = '';
  /** Its place among all of them, by the first mention; given with the id. */
  order = -1;
  mentions: Place[] | null = null;
  mentionIndexes: number[] = nowhere;
  private attributions: number[] = nowhere;
  heads: readonly string[] = none;
  narrowing: readonly string[] = none;
  kind: SourceKind;
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
  /** Block of its latest mention. */
  lastBlock = -1;
  /** How it stands in a reader's mind, kept by whoever reads. */
  thought: Thought | null = null;
  /** A definite description opened it ("the mayor"): a name may still come. */
  readonly definite: boolean;

  /** What opened it ("the nominee") most readers know of somebody famous. */
  epithet = false;

  private name: string | null = null;
  private label: string | null = null;
  private labelRank = -1;
  private role: string | null = null;
  private standing: Source['standing'] = 'vague';
  private parts: Partial<Record<SpecificityPart, string>> | null = null;
  private sharedParts = false;
  private disordered = false;

  constructor(first: Traits) {
    this.kind = first.kind;
    this.definite = first.determiner === 'definite';
  }

  /** Takes in one mention that names or describes it, or a pronoun for it. */
  add(traits: Traits, place: Place): void {
    this.mentioned(traits.index, place);
    if (traits.pronoun !== null) {
      if (traits.pronoun === 'it' || traits.pronoun === 'they') this.calledIt = traits.pronoun;
      return;
    }
    if (
      this.gender === 'unknown' ||
      this.gender === 'neuter' ||
      (this.guessedGender && traits.gender !== 'unknown')
    ) {
      this.gender = traits.gender;
      this.guessedGender = false;
    }
    if (this.kind === 'unknown') this.kind = traits.kind;
    if (traits.plural) this.plural = true;
    this.heads = union(this.heads, traits.heads);
    this.narrowing = union(this.narrowing, traits.narrowing);
    this.role ??= traits.role;
    if (traits.parts) this.addParts(traits.parts);
    if (traits.standing !== 'pronoun' && order.indexOf(traits.standing) < order.indexOf(this.standing)) {
      this.standing = traits.standing;
    }
    const {nameWords} = traits;
    if (nameWords.length > 0) {
      this.named++;
      if (nameWords.length >= this.nameWords.length) {
        this.namedIn = place.block;
        if (this.nameWords.length < nameWords.length) {
          this.nameWords = nameWords;
          this.body = traits.body;
        }
      }
    }
    if (traits.labelRank > this.labelRank) {
      this.labelRank = traits.labelRank;
      this.label = traits.label;
      if (traits.name !== null) this.name = traits.name;
    }
  }

  /** Takes in where it was mentioned, and nothing of what the mention says. */
  mentioned(index: number, place: Place): void {
    // Most are mentioned once: a list of one is a tenth of what a growing one takes.
    if (this.mentions === null) {
      this.mentions = [place];
      this.mentionIndexes = [index];
    } else {
      if (this.lastBlock > place.block) this.disordered = true;
      this.mentions.push(place);
      this.mentionIndexes.push(index);
    }
    this.lastBlock = place.block;
  }

  private addParts(parts: Readonly<Partial<Record<SpecificityPart, string>>>): void {
    if (this.parts === null) {
      this.parts = parts;
      this.sharedParts = true;
      return;
    }
    if (this.sharedParts) {
      this.parts = {...this.parts};
      this.sharedParts = false;
    }
    for (const part of specificityParts) {
      const words = parts[part];
      if (words !== undefined) this.parts[part] ??= words;
    }
  }

  /** Forgets what was attributed to it, which is told anew with each story. */
  silence(): void {
    this.attributions = nowhere;
  }

  /** Puts other places for those of its mentions that moved; what was made of it before keeps the old ones. */
  movePlaces(moved: (place: Place) => Place): void {
    this.mentions = this.mentions?.map(moved) ?? null;
  }

  /** @param index of an attribution of the story */
  says(index: number): void {
    if (this.attributions === nowhere) this.attributions = [index];
    else this.attributions.push(index);
  }

  /** Puts mentions in the order of the draft, where they were not read in it. */
  sortMentions(): void {
    const {mentions} = this;
    if (!this.disordered || mentions === null) return;
    const order = mentions.map((place, at) => ({place, index: this.mentionIndexes[at] as number}));
    order.sort((a, b) => a.place.block - b.place.block || a.place.start - b.place.start);
    order.forEach(({place, index}, at) => {
      mentions[at] = place;
      this.mentionIndexes[at] = index;
    });
  }

  /** Whether a pronoun of that gender and number can stand for it. */
  fits(pronoun: Traits['pronoun']): boolean {
    switch (pronoun) {
      case 'he':
        return this.isPerson() && (this.gender !== 'female' || this.guessedGender);
      case 'she':
        return this.isPerson() && (this.gender !== 'male' || this.guessedGender);
      case 'it':
        return (this.kind === 'organisation' || this.kind === 'document') && !this.plural;
      case 'they':
        return (
          this.plural ||
          this.kind === 'group' ||
          this.kind === 'organisation' ||
          (this.isPerson() && this.gender === 'unknown' && !this.isNamed())
        );
      case 'who':
        return this.kind !== 'document';
      default:
        return false;
    }
  }

  private isPerson(): boolean {
    return (
      !this.plural &&
      this.gender !== 'plural' &&
      (this.kind === 'person' || (this.kind === 'unknown' && this.gender !== 'neuter'))
    );
  }

  isNamed(): boolean {
    return this.nameWords.length > 0;
  }

  private isStill(last: Source): boolean {
    return (
      last.id === this.id &&
      last.name === this.name &&
      last.label === (this.label ?? '') &&
      last.kind === this.kind &&
      last.standing === this.standing &&
      last.gender === this.gender &&
      last.role === this.role &&
      areSameLists(last.mentions, this.mentions ?? none) &&
      areSameLists(last.mentionIndexes, this.mentionIndexes) &&
      areSameLists(last.attributions, this.attributions) &&
      areSameParts(last.parts, this.parts ?? noParts)
    );
  }

  /** Whether words are a way of naming it. */
  matches(words: readonly string[]): ReturnType<typeof matchNames> {
    return matchNames(words, this.nameWords);
  }

  /** @param last what stood here at the last keystroke: given back where it is the same */
  toSource(last: Source | null = null): Source {
    if (last !== null && this.isStill(last)) return last;
    const named = this.standing === 'named';
    const {parts} = this;
    const missing =
      named || this.standing === 'document'
        ? none
        : parts === null
          ? specificityParts
          : specificityParts.filter((part) => parts[part] === undefined);
    return {
      id: this.id,
      name: this.name,
      label: this.label ?? '',
      kind: this.kind,
      standing: this.standing,
      gender: this.gender,
      role: this.role,
      specificity: named ? specificityParts.length : parts === null ? 0 : Object.keys(parts).length,
      parts: parts ?? noParts,
      missing,
      mentions: this.mentions ?? none,
      mentionIndexes: this.mentionIndexes,
      attributions: this.attributions,
    };
  }
}

const noParts: Source['parts'] = {};

function areSameParts(one: Source['parts'], other: Source['parts']): boolean {
  return one === other || specificityParts.every((part) => one[part] === other[part]);
}

/** Whether two lists hold the very same items in the same order. */
export function areSameLists(one: readonly unknown[], other: readonly unknown[]): boolean {
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
