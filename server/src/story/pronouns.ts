import {raise} from '../language/exactMath.js';
import type {Entity} from './entity.js';
import type {Place} from './story.js';
import type {Pronoun} from './traits.js';

/** How much of what was in a reader's mind is left after a sentence, and after a paragraph's end. */
const leftAfterSentence = 0.6;
const leftAfterParagraph = 0.8;
/** Nobody is told of more candidates than these. */
const mostCandidates = 8;
/** Nobody keeps more who act in mind than these. */
const mostActors = 32;
/** How many sources back a pronoun may reach when nobody nearer fits. */
const reach = 16;

/** How strongly a mention brings somebody to mind. */
export const prominence = {
  speaker: 1.5,
  subject: 1,
  other: 0.55,
  possessive: 0.35,
  /** Factor for what somebody is said to be. */
  predicate: 0.3,
  /** Factor inside reported words and inside quotation marks. */
  reported: 0.55,
  quoted: 0.25,
} as const;

export interface Guess {
  readonly entity: Entity;
  readonly place: Place;
  /** The guesses for one pronoun add up to 1. */
  readonly weight: number;
}

export interface Speaker {
  readonly entity: Entity;
  readonly block: number;
  /** Whether the speaker was the subject of the cue ("Diaz said"), not "according to Diaz". */
  readonly subject: boolean;
  /** Whom a question was put to; it is their turn then. */
  readonly addressee: Entity | null;
  /** The sentence of the draft in which it was. */
  readonly moment: number;
}

/** What a reader has of one source in mind. */
export interface Thought {
  /** Whose mind it is. */
  of: Focus;
  value: number;
  /** Sentences and paragraphs of the draft so far when the value was right. */
  at: number;
  paragraph: number;
  /** Number of the latest mention, counting through the draft. */
  turn: number;
  place: Place;
  sentence: number;
  /** Mentioned there in the writer's own voice. */
  open: boolean;
}

/** Whom a reader has in mind as the draft goes on, and who spoke last. */
export class Focus {
  /** Who holds the floor. */
  speaker: Speaker | null = null;
  private recent: Entity[] = [];
  private moment = 0;
  private paragraph = 0;
  private turn = 0;
  /** Those who acted in the writer's own voice since somebody spoke last. */
  private readonly actors: Entity[] = [];
  /** Those who act in the last sentence in which anybody does. */
  private readonly acting: Entity[] = [];
  private actingAt = -1;
  /** Named sources that spoke, with the turn of each; to find the last one that fits a pronoun. */
  private readonly namedSpeakers: {readonly entity: Entity; readonly turn: number}[] = [];

  nextSentence(): void {
    this.moment++;
  }

  nextBlock(): void {
    this.moment++;
    this.paragraph++;
  }

  /** @param strength see `prominence`; @param acts subject in the writer's own voice; @param open in that voice at all */
  mention(entity: Entity, place: Place, strength: number, acts: boolean, open: boolean): void {
    this.turn++;
    const before = this.thoughtOf(entity);
    if (before) {
      // Several mentions in one sentence do not outweigh being its subject.
      const kept = before.value * this.left(before);
      before.value = before.sentence === this.moment ? Math.max(kept, strength) + 0.1 : kept + strength;
      before.at = this.moment;
      before.paragraph = this.paragraph;
      before.turn = this.turn;
      before.place = place;
      before.sentence = this.moment;
      before.open = open;
    } else
      entity.thought = {
        of: this,
        value: strength,
        at: this.moment,
        paragraph: this.paragraph,
        turn: this.turn,
        place,
        sentence: this.moment,
        open,
      };
    if (acts) {
      if (this.actors.length < mostActors && !this.actors.includes(entity)) this.actors.push(entity);
      if (this.actingAt !== this.moment) this.acting.length = 0;
      this.actingAt = this.moment;
      if (this.acting.length < mostActors && !this.acting.includes(entity)) this.acting.push(entity);
    }
    if (this.recent[this.recent.length - 1] !== entity) {
      this.recent.push(entity);
      if (this.recent.length > 64 * reach) this.recent = this.recent.slice(-4 * reach);
    }
  }

  /** @param named whether a name stood there, so that readers start afresh from it */
  spoke(speaker: Omit<Speaker, 'moment'>, named: boolean): void {
    this.speaker = {...speaker, moment: this.moment};
    speaker.entity.speaks = true;
    this.actors.length = 0;
    if (named) this.namedSpeakers.push({entity: speaker.entity, turn: this.turn});
  }

  /**
   * Everyone whom a pronoun can stand for, best first.
   * @param doubt factors for those who can hardly be meant, such as whoever is spoken of in the pronoun's own words
   */
  guesses(pronoun: Pronoun, doubt: ReadonlyMap<Entity, number>): readonly Guess[] {
    if (pronoun === 'they' && this.isPair()) {
      // They go on acting.
      this.actingAt = this.moment;
      return [];
    }
    const since = this.lastNamed(pronoun);
    const within: {entity: Entity; thought: Thought; score: number}[] = [];
    const beyond: typeof within = [];
    for (const entity of this.latest()) {
      if (!entity.fits(pronoun) && !(pronoun === 'they' && this.mayBeBody(entity))) continue;
      const thought = this.thoughtOf(entity) as Thought;
      const score = this.score(entity, thought, pronoun) * (doubt.get(entity) ?? 1);
      (thought.turn >= since ? within : beyond).push({entity, thought, score});
    }
    const found = within.length > 0 ? within : beyond;
    found.sort((a, b) => b.score - a.score || b.thought.turn - a.thought.turn);
    const kept = found.slice(0, mostCandidates);
    // What comes to mind twice as strongly is meant more than twice as often.
    let sum = 0;
    for (const one of kept) {
      one.score = raise(one.score, 1.3);
      sum += one.score;
    }
    return kept.map(({entity, thought, score}) => ({
      entity,
      place: thought.place,
      weight: sum > 0 ? score / sum : 1 / kept.length,
    }));
  }

  /** Whether the one who spoke last goes on, and nobody else who fits has acted since. */
  goesOn(entity: Entity, pronoun: Pronoun, block: number): boolean {
    const {speaker} = this;
    if (
      !speaker ||
      speaker.entity !== entity ||
      !speaker.subject ||
      speaker.addressee ||
      block - speaker.block > 1
    )
      return false;
    for (const actor of this.actors) if (actor !== entity && actor.fits(pronoun)) return false;
    return true;
  }

  private score(entity: Entity, thought: Thought, pronoun: Pronoun): number {
    let score = thought.value * this.left(thought);
    score *= this.floor(entity, pronoun);
    if (this.acting.includes(entity)) score *= 1.4;
    if (thought.sentence === this.moment && thought.open) score *= 2;
    if (!entity.isNamed() && !entity.speaks && !entity.plural) score *= 0.8;
    // "The nominee", whom nobody introduced, is as a rule one of those who were named.
    if (entity.epithet && !entity.isNamed()) score *= 0.5;
    if ((pronoun === 'he' || pronoun === 'she') && entity.gender !== (pronoun === 'he' ? 'male' : 'female')) {
      score *= entity.gender === 'unknown' ? 0.6 : 0.1;
    }
    if (entity.kind === 'unknown') score *= 0.1;
    if (entity.calledIt !== null && (pronoun === 'it' || pronoun === 'they') && entity.calledIt !== pronoun)
      score *= 0.1;
    if (pronoun === 'they' && !entity.plural && entity.kind !== 'group')
      score *= entity.kind === 'organisation' ? 0.35 : 0.3;
    // "Resolutions", "lists": they say something seldom enough.
    if (pronoun === 'they' && entity.kind === 'document') score *= 0.3;
    return score;
  }

  /** "Quickcheck looked into it ... they": a name of who knows what, that has just acted. */
  private mayBeBody(entity: Entity): boolean {
    const {kind, gender, nameWords} = entity;
    const single =
      nameWords.length === 1 && (kind === 'unknown' || (kind === 'person' && gender === 'unknown'));
    return single && this.acting.includes(entity);
  }

  /** "Khizr and Ghazala Khan say they ...": two people, who are no one source. */
  private isPair(): boolean {
    if (this.moment - this.actingAt > 1) return false;
    let people = 0;
    for (const entity of this.acting) {
      if (entity.plural || entity.kind !== 'person') return false;
      people++;
    }
    return people > 1;
  }

  /** How much likelier the course of the talk makes it that somebody is meant. */
  private floor(entity: Entity, pronoun: Pronoun): number {
    const {speaker} = this;
    if (!speaker) return 1;
    const answers = speaker.addressee !== null && this.moment > speaker.moment;
    if (answers && speaker.addressee === entity) return 4;
    if (speaker.entity !== entity) return 1;
    if (answers) return 0.5;
    if (!speaker.subject) return 1.3;
    for (const actor of this.actors) if (actor !== entity && actor.fits(pronoun)) return 1;
    // "Diaz said he ...": in the words of one who speaks, more often than not of the one who speaks.
    return this.moment === speaker.moment ? 3 : 2;
  }

  /** How much of a thought is left by now. */
  private left({at, paragraph}: Thought): number {
    const sentences = this.moment - at;
    return sentences === 0
      ? 1
      : power(leftPowers, sentences) * power(paragraphPowers, this.paragraph - paragraph);
  }

  private lastNamed(pronoun: Pronoun): number {
    const speakers = this.namedSpeakers;
    for (let i = speakers.length - 1; i >= 0 && i >= speakers.length - reach; i--) {
      const {entity, turn} = speakers[i] as {entity: Entity; turn: number};
      if (entity.fits(pronoun)) return turn;
    }
    return 0;
  }

  private thoughtOf({thought}: Entity): Thought | null {
    return thought?.of === this ? thought : null;
  }

  private latest(): readonly Entity[] {
    const {recent} = this;
    const found: Entity[] = [];
    for (let i = recent.length - 1; i >= 0 && i >= recent.length - 4 * reach && found.length < reach; i--) {
      const entity = recent[i] as Entity;
      if (!found.includes(entity)) found.push(entity);
    }
    return found;
  }
}

function powersOf(base: number): readonly number[] {
  const powers = [1];
  while (powers.length < 200) powers.push((powers.at(-1) as number) * base);
  return powers;
}
const leftPowers = powersOf(leftAfterSentence);
const paragraphPowers = powersOf(leftAfterParagraph);
/** What is beyond the list is next to nothing. */
const power = (powers: readonly number[], n: number): number => powers[n] ?? 0;
