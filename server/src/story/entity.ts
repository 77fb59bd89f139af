import {
  type Gender,
  type SourceKind,
  type SpecificityPart,
  type Standing,
  specificityParts,
} from '../attribution/mention.js';
import {matchNames} from './names.js';
import type {Place, Source} from './story.js';
import type {Traits} from './traits.js';

/** Standings from the best identified to the least. */
const order: readonly Source['standing'][] = ['named', 'document', 'described', 'vague'];

/**
 * Somebody or something in the making: what the mentions read so far say of it. Grows as the draft is read and turns
 * into a `Source` at its end.
 */
export class Entity {
  readonly mentions: Place[] = [];
  readonly mentionIndexes: number[] = [];
  readonly attributions: number[] = [];
  readonly heads = new Set<string>();
  readonly narrowing = new Set<string>();
  kind: SourceKind;
  gender: Gender = 'unknown';
  /** The gender is told by a pronoun alone, which may have been read wrongly. */
  guessedGender = false;
  plural = false;
  /** Folded words of the fullest name; empty while there is none. */
  nameWords: readonly string[] = [];
  /** How often it was called by name. */
  named = 0;
  /** Block in which its fullest name stood last. */
  namedIn = -1;
  institution: string | null = null;
  /** Something was attributed to it. */
  speaks = false;
  /** Which of the two pronouns that a body can have it had last: writers keep to one. */
  calledIt: 'it' | 'they' | null = null;
  /** A definite description opened it ("the mayor"): a name may still come. */
  readonly definite: boolean;

  private name: string | null = null;
  private label: string | null = null;
  private labelRank = -1;
  private role: string | null = null;
  private standing: Source['standing'] = 'vague';
  private readonly parts: Partial<Record<SpecificityPart, string>> = {};

  constructor(
    /** Place in the order of first mentions. */
    readonly order: number,
    first: Traits,
  ) {
    this.kind = first.mention.kind;
    this.definite = first.mention.determiner === 'definite';
  }

  /** Takes in one mention that names or describes it, or a pronoun for it. */
  add(traits: Traits, place: Place): void {
    const {mention} = traits;
    this.mentions.push(place);
    this.mentionIndexes.push(traits.index);
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
    if (this.kind === 'unknown') this.kind = mention.kind;
    this.plural ||= mention.plural;
    for (const head of traits.heads) this.heads.add(head);
    for (const word of traits.narrowing) this.narrowing.add(word);
    this.role ??= mention.role;
    for (const part of specificityParts) {
      const words = mention.parts[part];
      if (words !== undefined) this.parts[part] ??= words;
    }
    if (mention.standing !== 'pronoun' && order.indexOf(mention.standing) < order.indexOf(this.standing)) {
      this.standing = mention.standing;
    }
    if (traits.nameWords.length > 0) {
      this.named++;
      if (traits.nameWords.length >= this.nameWords.length) {
        this.namedIn = place.block;
        if (this.nameWords.length < traits.nameWords.length) this.nameWords = traits.nameWords;
      }
    }
    this.callIt(traits);
  }

  private callIt({mention, institution, nameWords}: Traits): void {
    const name = mention.name ?? (mention.standing === 'named' ? withoutArticle(mention.text) : null);
    const rank =
      name === null
        ? labelRanks[mention.determiner] + Object.keys(mention.parts).length / 10
        : 10 + (institution ? 10 + institution.rank : Math.min(9, nameWords.length));
    if (rank <= this.labelRank) return;
    this.labelRank = rank;
    if (name === null) this.label = shortLabel(mention.text);
    else {
      this.name = name;
      this.label =
        mention.kind !== 'person' && /^the\s/i.test(mention.text) && !/^the\s/i.test(name)
          ? `the ${name}`
          : name.replace(/^The\s/, 'the ');
    }
  }

  /** Puts mentions in the order of the draft, where they were not read in it. */
  sortMentions(): void {
    const order = this.mentions.map((place, at) => ({place, index: this.mentionIndexes[at] as number}));
    order.sort((a, b) => a.place.block - b.place.block || a.place.start - b.place.start);
    order.forEach(({place, index}, at) => {
      this.mentions[at] = place;
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
          this.plural || this.kind === 'group' || this.kind === 'organisation' || this.gender === 'unknown'
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

  /** Whether words are a way of naming it. */
  matches(words: readonly string[]): ReturnType<typeof matchNames> {
    return matchNames(words, this.nameWords);
  }

  toSource(id: string): Source {
    const named = this.standing === 'named';
    const missing =
      named || this.standing === 'document'
        ? []
        : specificityParts.filter((part) => this.parts[part] === undefined);
    return {
      id,
      name: this.name,
      label: this.label ?? '',
      kind: this.kind,
      standing: this.standing,
      gender: this.gender,
      role: this.role,
      specificity: named ? specificityParts.length : Object.keys(this.parts).length,
      parts: this.parts,
      missing,
      mentions: this.mentions,
      mentionIndexes: this.mentionIndexes,
      attributions: this.attributions,
    };
  }
}

/** Which of several descriptions is the best label; the first of equals is kept. */
const labelRanks = {indefinite: 4, bare: 3, none: 3, definite: 2, same: 1} as const satisfies Record<
  string,
  number
>;

const withoutArticle = (text: string): string => shortLabel(text).replace(/^the\s+/i, '');

/** A description without what is told of it in a relative clause or an apposition. */
function shortLabel(text: string): string {
  const short = text.split(/,|\s(?:who|which|speaking)\s/, 1)[0] ?? text;
  return short.replace(/^(?:A|An|The|One|Two|Three|Several|Some|Many)\b/, (article) => article.toLowerCase());
}

export type {Standing};
