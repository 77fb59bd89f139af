import {raise} from '../language/exactMath.js';
import {areSameLists, type Entity} from './entity.js';
import {leftOf, type Thought, type Where} from './thought.js';
import {BackLooks} from './timeline.js';
import type {Pronoun} from './traits.js';

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
  /** The mention that keeps it in mind. */
  readonly where: Where;
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

/** What the next paragraph takes over of the last one. */
interface Mind {
  /** Who holds the floor. */
  readonly speaker: Speaker | null;
  /** Those who acted in the writer's own voice since somebody spoke last. */
  readonly actors: readonly Entity[];
  /** Those who act in the last sentence in which anybody does. */
  readonly acting: readonly Entity[];
  readonly actingAt: number;
}

const none: readonly never[] = [];
const emptyMind: Mind = {speaker: null, actors: none, acting: none, actingAt: -1};
/** More sentences than these no block has, nor a sentence more mentions: a number of three such digits is exact. */
const most = 2 ** 17;

interface NamedSpeaker {
  readonly entity: Entity;
  readonly turn: number;
}

/** What a block left behind when it was read before. */
export interface Trace {
  readonly recent: readonly Entity[];
  readonly namedSpeakers: readonly NamedSpeaker[];
  readonly mind: Mind | undefined;
}

/** Whom a reader has in mind as the draft goes on, and who spoke last. */
export class Focus {
  speaker: Speaker | null = null;
  private actors: readonly Entity[] = none;
  private acting: readonly Entity[] = none;
  private actingAt = -1;
  private moment = 0;
  private paragraph = 0;
  private sentence = 0;
  private turn = 0;
  private time = 0;
  private alone = false;
  private basis: Mind = emptyMind;
  /** What each block leaves, by its time; nothing where there is a headline among the text. */
  private readonly minds: (Mind | undefined)[] = [];
  private readonly recent = new BackLooks<Entity>(reach, (one, other) => one === other);
  private readonly namedSpeakers = new BackLooks<NamedSpeaker>(
    reach,
    (one, other) => one.entity === other.entity && one.turn === other.turn,
  );

  /**
   * A block begins.
   * @param moment sentences of the text so far; @param paragraph blocks of the text so far
   * @param alone a headline, which goes on from nothing
   */
  begin(time: number, moment: number, paragraph: number, alone: boolean): void {
    this.time = time;
    this.moment = moment;
    this.paragraph = paragraph;
    this.sentence = time * most;
    this.turn = this.sentence * most;
    this.alone = alone;
    this.basis = alone ? emptyMind : this.mindBefore(time);
    ({speaker: this.speaker, actors: this.actors, acting: this.acting, actingAt: this.actingAt} = this.basis);
    this.recent.begin(time);
    this.namedSpeakers.begin(time);
  }

  /** Takes down what the block that ends leaves behind. @returns what it left when it was read before */
  end(): Trace {
    const {time, minds, speaker, actors, acting, actingAt, basis} = this;
    const still =
      speaker === basis.speaker &&
      actors === basis.actors &&
      acting === basis.acting &&
      actingAt === basis.actingAt;
    const before = minds[time];
    minds[time] = still ? basis : {speaker, actors, acting, actingAt};
    return {recent: this.recent.end(), namedSpeakers: this.namedSpeakers.end(), mind: before};
  }

  /** Calls back with the times of those blocks of the text that may be read otherwise, now that one left something else. */
  settle(time: number, before: Trace, changed: (time: number) => void): void {
    const {minds} = this;
    this.recent.settle(time, before.recent, changed);
    this.namedSpeakers.settle(time, before.namedSpeakers, changed);
    if (this.alone || (before.mind && areSameMinds(minds[time] as Mind, before.mind))) return;
    let next = time + 1;
    while (next < minds.length && minds[next] === undefined) next++;
    if (next < minds.length) changed(next);
  }

  private mindBefore(time: number): Mind {
    for (let at = time - 1; at >= 0; at--) {
      const mind = this.minds[at];
      if (mind) return mind;
    }
    return emptyMind;
  }

  nextSentence(): void {
    this.moment++;
    this.sentence++;
    this.turn = this.sentence * most;
  }

  /** @param strength see `prominence`; @param acts subject in the writer's own voice; @param open in that voice at all */
  mention(entity: Entity, where: Where, strength: number, acts: boolean, open: boolean): void {
    this.turn++;
    const {moment, paragraph, turn} = this;
    entity.recall({of: this.alone ? this.time : -1, strength, moment, paragraph, turn, where, open});
    if (acts) {
      this.actors = withActor(this.actors, entity);
      this.acting = withActor(this.actingAt === moment ? this.acting : none, entity);
      this.actingAt = moment;
    }
    this.recent.add(entity);
  }

  /** @param named whether a name stood there, so that readers start afresh from it */
  spoke(speaker: Omit<Speaker, 'moment'>, named: boolean): void {
    this.speaker = {...speaker, moment: this.moment};
    speaker.entity.spoke();
    this.actors = none;
    if (named) this.namedSpeakers.add({entity: speaker.entity, turn: this.turn});
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
    for (const entity of this.recent.latest(reach, this.alone)) {
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
    return kept.map(({entity, thought: {where}, score}) => ({
      entity,
      where,
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
    let score = thought.value * leftOf(thought, this.moment, this.paragraph);
    score *= this.floor(entity, pronoun);
    if (this.acting.includes(entity)) score *= 1.4;
    if (thought.moment === this.moment && thought.open) score *= 2;
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

  private lastNamed(pronoun: Pronoun): number {
    let looked = 0;
    let turn = 0;
    this.namedSpeakers.look((one) => {
      if (looked++ === reach) return false;
      if (!one.entity.fits(pronoun)) return true;
      turn = one.turn;
      return false;
    }, this.alone);
    return turn;
  }

  private thoughtOf({thought}: Entity): Thought | null {
    return thought?.of === (this.alone ? this.time : -1) ? thought : null;
  }
}

const withActor = (actors: readonly Entity[], entity: Entity): readonly Entity[] =>
  actors.length < mostActors && !actors.includes(entity) ? [...actors, entity] : actors;

const areSameMinds = (one: Mind, other: Mind): boolean =>
  one === other ||
  (one.actingAt === other.actingAt &&
    areSameLists(one.actors, other.actors) &&
    areSameLists(one.acting, other.acting) &&
    (one.speaker === other.speaker ||
      (one.speaker !== null &&
        other.speaker !== null &&
        one.speaker.entity === other.speaker.entity &&
        one.speaker.block === other.speaker.block &&
        one.speaker.subject === other.speaker.subject &&
        one.speaker.addressee === other.speaker.addressee &&
        one.speaker.moment === other.speaker.moment)));
