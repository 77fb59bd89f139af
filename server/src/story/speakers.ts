import type {Attribution} from '../attribution/attribution.js';
import type {Span} from '../draft/block.js';
import {coverFinder} from './covers.js';
import type {DraftNames} from './draftNames.js';
import type {Entity} from './entity.js';
import {type Focus, type Guess, prominence} from './pronouns.js';
import type {Registry} from './resolve.js';
import type {Place} from './story.js';
import {type BlockReading, holdsFloor, type Traits} from './traits.js';

/** Who says the words of one attribution. */
export interface Speech {
  readonly entity: Entity | null;
  readonly confidence: number;
  /** For a pronoun: everyone who fits, best first; absent for a name or a description. */
  readonly guesses?: readonly Guess[];
  /** For a pronoun: the same subject went on. */
  readonly goesOn?: boolean;
}

export interface Speakers {
  /** By block, then by the attribution's index in it. */
  readonly speeches: readonly (readonly Speech[])[];
  /** By block, then by the mention's index in it. */
  readonly mentioned: readonly (readonly (Entity | undefined)[])[];
}

const none: Speech[] = [];
const nobody: Speech = {entity: null, confidence: 1};
/** Cues whose source is not the one who acts: "according to", "as per", "in the words of". */
const sideways = new Set(['accord', 'per', 'word', 'by', 'from', 'in']);
/** After these it is the other one's turn to speak. */
const asking = new Set(['ask', 'question', 'press', 'quiz', 'interview', 'challenge', 'grill']);
/** Where another is as likely as this, nobody goes on. */
const asLikely = 0.4;
/** Whoever does so has been speaking. */
const goingOn = new Set(['add', 'continue', 'conclude', 'go']);
/** A pronoun that says nothing counts as meant for somebody only from this weight on. */
const sure = 0.6;

/** Reads one block as a reader does, from its first mention to its last, and settles who each one is. */
export class BlockWalk {
  /** "I" and "we" inside quotations, whose speaker may come only after them. */
  private readonly firstPersons: Traits[] = [];
  /** Whom the last question is put to, who is mentioned only after the one who asks. */
  private asked: Traits | null = null;
  /** Subjects of the sentence so far. */
  private subjects: Entity[] = [];
  /** Whom each mention of the block is of, by its index. */
  readonly entities: (Entity | undefined)[];
  private readonly speeches: Speech[];
  private readonly attributions: readonly Attribution[];

  constructor(
    private readonly reading: BlockReading,
    private readonly block: number,
    private readonly registry: Registry,
    private readonly focus: Focus,
    private readonly names: DraftNames,
    /** The block before ends with a colon. */
    private readonly introduced: boolean,
  ) {
    this.attributions = reading.tables.attributions;
    this.entities = reading.traits.length > 0 ? new Array(reading.traits.length) : nobodyYet;
    this.speeches = this.attributions.length > 0 ? new Array(this.attributions.length).fill(nobody) : none;
  }

  walk(): readonly Speech[] {
    let sentence = 0;
    const open: number[] = [];
    for (const step of this.reading.steps) {
      if (sentence < step.sentence) this.subjects = [];
      for (; sentence < step.sentence; sentence++) this.focus.nextSentence();
      if (step.traits) this.mention(step.traits);
      else if (!this.carry(step.attribution)) open.push(step.attribution);
    }
    this.announce();
    if (open.length > 0) this.lateSpeakers(new Set(open));
    if (this.firstPersons.length > 0) this.speakersOfQuotations();
    return this.speeches;
  }

  /** "Okoro replied:" gives Okoro the floor for the next block. */
  private announce(): void {
    const mention = this.reading.tables.announcement?.mention ?? null;
    const entity = mention === null ? undefined : this.entities[mention];
    if (entity) this.focus.spoke({entity, block: this.block, subject: true, addressee: null}, false);
  }

  private mention(traits: Traits): void {
    const {quoted, speaks} = traits;
    if (traits.pronoun === 'i') {
      if (quoted && speaks.length > 0) this.firstPersons.push(traits);
      return;
    }
    // "Profit rose", "Will said": only a name where the draft has it elsewhere too.
    if (traits.doubtful && speaks.length === 0 && !traits.nameWords.some((word) => this.names.isSure(word)))
      return;
    const place = {block: this.block, mention: traits.index};
    const resolved = traits.pronoun === null ? this.called(traits) : this.pronoun(traits);
    const {entity} = resolved;
    if (entity && (traits.pronoun === null || speaks.length > 0 || resolved.confidence >= sure)) {
      // What the text calls somebody is better than what a headline does.
      if (this.reading.headline && entity.lastBlock >= 0) entity.mentioned(this.block);
      else entity.add(traits, this.block);
      const surname = traits.nameWords[traits.nameWords.length - 1];
      if (surname && this.names.isSurname(surname) && entity.kind === 'unknown') entity.isPersonByName();
      this.entities[traits.index] = entity;
      this.registry.touch(entity);
      if (traits === this.asked && this.focus.speaker)
        this.focus.speaker = {...this.focus.speaker, addressee: entity};
      if (traits.subject) this.subjects.push(entity);
      const acts = traits.subject && !quoted && !traits.reported;
      this.focus.mention(entity, place, this.strength(traits), acts, !quoted && !traits.reported);
    } else if (entity) {
      // Not sure enough to say who it is, but it keeps somebody in mind.
      this.focus.mention(entity, place, this.strength(traits) * resolved.confidence, false, false);
    }
    for (const index of speaks) {
      const attribution = this.attributions[index] as Attribution;
      this.speeches[index] = resolved;
      if (entity && !quoted && !traits.reported && !this.reading.inner[index] && holdsFloor(attribution)) {
        const subject = attribution.cueLemma !== null && !sideways.has(attribution.cueLemma);
        this.focus.spoke({entity, block: this.block, subject, addressee: null}, traits.nameWords.length > 0);
        if (asking.has(attribution.cueLemma ?? '')) this.asked = this.addressee(attribution, traits);
      }
    }
  }

  private called(traits: Traits): Speech {
    const found = this.reading.headline ? this.registry.inHeadline(traits, this.block) : null;
    return found ?? this.registry.resolve(traits, this.block);
  }

  private pronoun(traits: Traits): Speech {
    const {pronoun, quoted, speaks} = traits;
    if (pronoun === null || pronoun === 'other' || (quoted && speaks.length === 0)) return nobody;
    if (pronoun === 'who') {
      const entity = this.before(traits);
      return entity ? {entity, confidence: 0.9} : nobody;
    }
    const guesses = this.focus.guesses(pronoun, this.doubtful(traits));
    const best = guesses[0];
    if (!best) return nobody;
    const gender = pronoun === 'he' ? 'male' : pronoun === 'she' ? 'female' : null;
    const telling = traits.function === 'subject' && best.weight > (speaks.length > 0 ? 0.8 : 0.9);
    if (gender && telling && (best.entity.gender === 'unknown' || best.entity.guessedGender)) {
      best.entity.guessGender(gender);
    }
    const clear = (guesses[1]?.weight ?? 0) < asLikely;
    const goesOn = speaks.length > 0 && clear && this.focus.goesOn(best.entity, pronoun, this.block);
    return {entity: best.entity, confidence: best.weight, guesses, goesOn};
  }

  /** Whom a pronoun can hardly mean: those named in the words it says, and the subject beside an object. */
  private doubtful(traits: Traits): ReadonlyMap<Entity, number> {
    const {speaks, start, function: does, index: own, quoted} = traits;
    const doubt = new Map<Entity, number>();
    // Inside a quotation "he" is anybody but the speaker, who says "I".
    if (quoted && this.focus.speaker) doubt.set(this.focus.speaker.entity, 0.35);
    const {text} = this.reading.tables.content;
    const spoke = this.focus.speaker?.block === this.block;
    for (const index of speaks) {
      const {content, cue, cueLemma} = this.attributions[index] as Attribution;
      const speaking = spoke || goingOn.has(cueLemma ?? '');
      for (const span of [...content, ...cue]) {
        // "Diaz was asleep, he said": himself, unless somebody else is speaking. "While Diaz agreed, he said ...": more so.
        const before = span.start < start;
        if (before && speaking && fronted.test(text.slice(span.start, span.start + 12))) continue;
        for (const {pronoun, index: at, quoted: inside, nameWords, subject} of this.mentionsIn(span)) {
          if (at === own || pronoun !== null) continue;
          const entity =
            this.entities[at] ??
            (nameWords.length > 0
              ? this.registry.known(this.reading.traits[at] as Traits, this.block)?.entity
              : undefined);
          if (entity) doubt.set(entity, before && !inside ? (speaking ? 0.5 : subject ? 3 : 1) : 0.08);
        }
      }
    }
    const aside = this.aside(traits);
    if (aside) doubt.set(aside, 0.1);
    const named = this.subordinate(traits);
    if (named && traits.pronoun && named.fits(traits.pronoun)) {
      doubt.set(named, 8);
      const {speaker} = this.focus;
      if (speaker && speaker.entity !== named) doubt.set(speaker.entity, 0.25);
    }
    // "Diaz thanked him": not Diaz.
    if (speaks.length === 0 && does === 'other') for (const entity of this.subjects) doubt.set(entity, 0.08);
    return doubt;
  }

  /** "Through a spokesman, he declined", "After meeting Diaz, she said": one who stands beside whoever is meant. */
  private aside({start, sentence, subject, commaBefore}: Traits): Entity | null {
    if (!subject) return null;
    const {ordered} = this.reading;
    for (let at = firstFrom(ordered, start) - 1, low = at - 3; at >= 0 && at > low; at--) {
      const one = ordered[at] as Traits;
      if (one.sentence !== sentence) return null;
      if (commaBefore === 0 || one.end !== start - commaBefore) continue;
      if (one.pronoun !== null || one.subject || one.function !== 'other') return null;
      return this.entities[one.index] ?? null;
    }
    return null;
  }

  /** "Diaz said Cole was right when he warned of it": Cole, the subject of what Diaz says, more likely than not. */
  private subordinate({start, sentence, reported, inClause, index: own}: Traits): Entity | null {
    if (!reported || !inClause) return null;
    const {ordered} = this.reading;
    const low = firstFrom(ordered, start) - 1;
    for (let at = low; at >= 0 && at > low - 8; at--) {
      const one = ordered[at] as Traits;
      if (one.sentence !== sentence || !one.reported) return null;
      const entity = this.entities[one.index];
      if (one.index !== own && one.subject && one.pronoun === null && entity) return entity;
    }
    return null;
  }

  /** Whom a question is put to: the first one mentioned behind the one who asks. */
  private addressee({cue, content}: Attribution, asker: Traits): Traits | null {
    const start = asker.end;
    let end = start;
    for (const span of [...cue, ...content]) end = Math.max(end, span.end);
    for (const one of this.mentionsIn({start, end})) if (one.pronoun !== 'i') return one;
    return null;
  }

  private *mentionsIn({start, end}: Span): Generator<Traits> {
    const {ordered: traits} = this.reading;
    const low = firstFrom(traits, start);
    // Nobody is told apart by the fortieth name in a statement.
    for (let i = low; i < traits.length && i < low + 40; i++) {
      const one = traits[i] as Traits;
      if (one.start >= end) return;
      yield one;
    }
  }

  /** "I think", said inside a quotation, is said by whoever speaks the quotation. */
  private speakersOfQuotations(): void {
    const around = coverFinder(
      this.attributions.flatMap(({content, quote}, index) =>
        quote === 'indirect' ? [] : content.map(({start, end}) => ({start, end, index})),
      ),
    );
    for (const {mention, speaks} of this.firstPersons) {
      const speech = this.speeches[around(mention) ?? -1];
      if (!speech?.entity) continue;
      for (const one of speaks) this.speeches[one] = {entity: speech.entity, confidence: speech.confidence};
    }
  }

  /** The mention right before a relative pronoun, in its sentence. */
  private before({start, sentence}: Span & {sentence: number}): Entity | undefined {
    const {ordered} = this.reading;
    let at = firstFrom(ordered, start) - 1;
    // Whoever is further back than this is not what "who" takes up.
    for (const low = at - 6; at >= 0 && at > low; at--) {
      const {index, sentence: there} = ordered[at] as Traits;
      if (there === sentence && this.entities[index]) return this.entities[index];
    }
    return undefined;
  }

  private strength({function: does, quoted, reported, speaks, subject, predicate}: Traits): number {
    const speech =
      speaks.length > 0 && speaks.some((index) => holdsFloor(this.attributions[index] as Attribution));
    let strength: number = speech && !reported ? prominence.speaker : prominence[subject ? 'subject' : does];
    if (predicate) strength *= prominence.predicate;
    if (quoted) strength *= prominence.quoted;
    else if (reported) strength *= prominence.reported;
    return strength;
  }

  /** Takes the speaker of an attribution without one from whoever holds the floor. */
  private carry(index: number): boolean {
    const attribution = this.attributions[index] as Attribution;
    const speechless = attribution.quote !== 'indirect' && attribution.cue.length === 0;
    if (!attribution.carried && !speechless) return true;
    const {speaker} = this.focus;
    if (!speaker) return false;
    const continued = this.reading.tables.quotations[0]?.continued === true;
    const follows = continued || this.introduced;
    const near = speaker.block === this.block || (follows && speaker.block >= this.block - 1);
    if (!near && !(attribution.carried && speaker.block >= this.block - 2)) return false;
    this.speeches[index] = {entity: speaker.entity, confidence: near ? 0.9 : 0.6};
    this.focus.speaker = {...speaker, block: this.block};
    return true;
  }

  /** "Nobody told us." Smith paused. "Nobody," she said: quotations whose speaker comes with the next one. */
  private lateSpeakers(open: ReadonlySet<number>): void {
    let next: Speech = nobody;
    for (let i = this.speeches.length - 1; i >= 0; i--) {
      const speech = this.speeches[i] as Speech;
      if (open.has(i)) this.speeches[i] = next;
      else if (speech.entity && this.attributions[i]?.quote !== 'indirect') {
        next = {entity: speech.entity, confidence: speech.confidence * 0.8};
      }
    }
  }
}

const nobodyYet: (Entity | undefined)[] = [];

/** Where a mention stands; the same object for as long as its block has the same place in the draft. */
export function placeOf({places}: BlockReading, block: number, {index, start, end}: Traits): Place {
  const known = places[index];
  if (known?.block === block) return known;
  const made = {block, start, end};
  places[index] = made;
  return made;
}

/** Words that open a clause in front of the main one. */
const fronted =
  /^["“'‘,\s]*(?:while|when|as|after|before|although|though|if|because|since|once|whereas|despite|in)\b/i;

/** Index of the first mention at or after an offset. */
function firstFrom(ordered: readonly Traits[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as Traits).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
