import {Entity} from './entity.js';
import {acronymOf, looksAlike} from './names.js';
import {Shelf, Surnames} from './shelf.js';
import {type Account, BackLooks, Ledger, type Timeline} from './timeline.js';
import {commonNoun, type Traits} from './traits.js';

export interface Resolution {
  readonly entity: Entity;
  /** 0..1. */
  readonly confidence: number;
}

/** No more than this many of those who share a word are looked at, latest first: keeps any draft linear. */
const mostAlike = 24;
/** How many blocks back "the company" or "the man" may reach. */
const reach = 4;
/** How many of those mentioned last "the company" is looked for among. */
const mostMentioned = 8;

/** Offices that one holds at a time: "the mayor" and, later, "Mayor Tom Hale" are one person. */
const offices = new Set(
  `mayor president governor premier chancellor king queen pope sheriff commissioner principal headteacher chief
  coroner superintendent chair coach judge ambassador bishop archbishop cardinal rector dean treasurer speaker`.split(
    /\s+/,
  ),
);
const anybody = new Set([
  'man',
  'woman',
  'boy',
  'girl',
  'teenager',
  'suspect',
  'victim',
  'defendant',
  'driver',
  'patient',
]);
/** Callings that most readers know of somebody famous, so that writers use them without an introduction. */
const callings = new Set(
  `senator candidate congressman lawmaker governor nominee frontrunner front-runner hopeful businessman businessperson
  billionaire mogul tycoon magnate celebrity actor singer musician player striker goalkeeper author writer democrat
  republican incumbent star veteran retiree native`.split(/\s+/),
);
const anyBody = new Set(
  `company firm corporation organisation organization business agency body charity group institution retailer
  manufacturer maker publisher operator employer developer supplier contractor startup start-up giant club union bank
  airline hospital school university college bureau service outlet newspaper network broadcaster magazine`.split(
    /\s+/,
  ),
);
/** Bodies that are never "the company". */
const publicBodies = new Set(
  `ministry department government court council parliament police senate house congress committee commission army
  military tribunal administration white kremlin office`.split(/\s+/),
);

const none: readonly never[] = [];

/** Everyone and everything met so far, found by name, by role and by recency. */
export class Registry {
  private readonly byName = new Map<string, Shelf>();
  private readonly byHead = new Map<string, Shelf>();
  /** People by the first two letters of their surname. */
  private readonly bySurname = new Map<string, Surnames>();
  /** The last one counts. */
  private readonly byInstitution = new Map<string, Ledger<Entity | null, Entity>>();
  private readonly mentioned = new BackLooks<Entity>(mostMentioned, (one, other) => one === other);
  /** Those whom each block opened, by its time. */
  private readonly opened: (readonly Entity[])[] = [];
  private opening: Entity[] = [];
  /** Whom this block opened when it was read before. */
  private old: readonly Entity[] = none;

  constructor(private readonly timeline: Timeline) {}

  /** A block begins. */
  begin(): void {
    const {time} = this.timeline;
    this.old = this.opened[time] ?? none;
    this.opening = [];
    this.mentioned.begin(time);
  }

  /** Takes down what the block that ends leaves behind. @returns whom it mentioned when it was read before */
  end(): readonly Entity[] {
    this.opened[this.timeline.time] = this.opening.length > 0 ? this.opening : none;
    return this.mentioned.end();
  }

  /** Calls back with the times of those blocks that may be read otherwise, now that one mentions others. */
  settle(time: number, before: readonly Entity[], changed: (time: number) => void): void {
    this.mentioned.settle(time, before, changed);
  }

  /** The source that a name or a description stands for, a new one where it opens one. */
  resolve(traits: Traits, block: number): Resolution {
    const resolution = this.known(traits, block) ?? {entity: this.open(traits), confidence: 1};
    this.learn(resolution.entity, traits);
    return resolution;
  }

  /** The source that a name or a description stands for, if it was met before. */
  known(traits: Traits, block: number): Resolution | null {
    return (
      this.byItsInstitution(traits) ??
      (traits.nameWords.length > 0 ? this.byItsName(traits) : this.byItsDescription(traits, block))
    );
  }

  /**
   * The source that a name in a headline stands for; null where there is none. "Ruiz Says Harbour Bridge" is all
   * capitals, so one known name in it is worth more than the whole.
   */
  inHeadline(traits: Traits, block: number): Resolution | null {
    const known = this.known(traits, block);
    if (known || traits.nameWords.length < 2) return known;
    for (const word of traits.nameWords) {
      const entity = this.latestOf(this.byName, word).findLast(
        ({kind, nameWords}) => kind === 'person' && nameWords[nameWords.length - 1] === word,
      );
      if (entity) return {entity, confidence: 0.7};
    }
    return null;
  }

  /** Says that a source was mentioned, by whatever words. */
  touch(entity: Entity): void {
    this.mentioned.add(entity);
  }

  private open(traits: Traits): Entity {
    // Read anew, a block opens the same ones as before as far as it can: others know them.
    const {old, opening} = this;
    const entity =
      old.find((one) => one.opening === traits.label && !opening.includes(one)) ?? new Entity(this.timeline);
    entity.open(
      traits,
      traits.determiner !== 'indefinite' && traits.heads.some((head) => callings.has(head)),
    );
    opening.push(entity);
    return entity;
  }

  /** Those who were last put where a word stands, the latest last: few enough to keep any draft linear. */
  private latestOf(shelves: Map<string, Shelf>, word: string): readonly Entity[] {
    return this.shelf(shelves, word).latest(mostAlike);
  }

  /** Also an empty one: whoever found nobody there has to hear of the first one. */
  private shelf(shelves: Map<string, Shelf>, word: string): Shelf {
    return entryOf(shelves, word, () => new Shelf(this.timeline));
  }

  private surnames(surname: string): Surnames {
    return entryOf(this.bySurname, surname.slice(0, 2), () => new Surnames(this.timeline));
  }

  private holder(institution: string): Ledger<Entity | null, Entity> {
    return entryOf(this.byInstitution, institution, () => new Ledger(this.timeline, lastOnes));
  }

  /** Puts somebody where later mentions look. Never asks what is there: it holds whatever came before. */
  private learn(
    entity: Entity,
    {nameWords, heads, acronym, institution, kind, determiner, role}: Traits,
  ): void {
    if (determiner === 'indefinite' && role === null && nameWords.length === 1) return;
    for (const word of nameWords) this.shelf(this.byName, word).put(entity);
    const surname = nameWords[nameWords.length - 1];
    if (surname && nameWords.length > 1) this.surnames(surname).put(surname, entity);
    if (acronym) this.shelf(this.byName, acronym).put(entity);
    if (kind !== 'person' && nameWords.length > 1) {
      const letters = acronymOf(nameWords);
      if (letters.length > 1) this.shelf(this.byName, letters).put(entity);
      // "The ministry" of the Health Ministry, "the bank" of the Bank of Lagos.
      for (const word of nameWords) this.shelf(this.byHead, commonNoun(word)).put(entity);
    }
    for (const head of heads) this.shelf(this.byHead, head).put(entity);
    if (institution) {
      entity.belongsTo(institution.key);
      this.holder(institution.key).enter(entity);
    }
  }

  private byItsInstitution({institution}: Traits): Resolution | null {
    if (!institution) return null;
    const entity = this.holder(institution.key).get();
    return entity ? {entity, confidence: institution.rank >= 2 ? 0.95 : 0.8} : null;
  }

  private byItsName(traits: Traits): Resolution | null {
    const {kind, determiner, role} = traits;
    // "A Cheney", "a new Trump": anybody of that name.
    if (determiner === 'indefinite' && role === null && traits.nameWords.length === 1) return null;
    if (kind === 'person') return this.person(traits) ?? this.officeHolder(traits) ?? this.misspelt(traits);
    // A bare surname with no article is the person's, whatever kind it was taken for.
    const bare = traits.nameWords.length === 1 && determiner === 'none' && !traits.capitals;
    if (kind === 'unknown' || bare) {
      const person = this.person(traits);
      if (person && person.entity.kind === 'person' && person.entity.nameWords.length > 1) return person;
    }
    const body = this.body(traits);
    if (body) return body;
    return this.person(traits) ?? (kind === 'unknown' || bare ? this.misspelt(traits) : null);
  }

  private person({nameWords, gender, kind, determiner}: Traits): Resolution | null {
    const last = nameWords[nameWords.length - 1] as string;
    const rivals: {readonly entity: Entity; score: number}[] = [];
    for (const entity of this.latestOf(this.byName, last)) {
      const match = entity.isNamed() ? entity.matches(nameWords) : 'none';
      if (match === 'none') continue;
      const person = entity.kind === 'person' || entity.kind === 'unknown';
      const likewise = person === (kind === 'person' || kind === 'unknown');
      // What sort of thing a name is of can be told wrongly; the same full name is not two things.
      if (match !== 'same' && !likewise && !(person && determiner === 'none')) continue;
      // "Mr. Hale" is not Mrs. Hale; Robin Hale is, whatever the name was taken for.
      const alone = nameWords.length === 1 && !entity.guessedGender;
      if ((match !== 'same' || alone) && opposed(gender, entity.gender)) continue;
      const surname = entity.nameWords[entity.nameWords.length - 1] === last;
      // "Rose" does not grow into "Rose Smith"; "Smith" does.
      if (nameWords.length > entity.nameWords.length && !surname) continue;
      const score = match === 'same' ? (likewise || nameWords.length > 1 ? 1000 : 50) : surname ? 100 : 10;
      rivals.push({entity, score});
    }
    const [first] = rivals;
    if (!first || rivals.length === 1) return first ? {entity: first.entity, confidence: 1} : null;
    for (const one of rivals) {
      if (one.entity.namedHere && one.entity.nameWords.length > 1) one.score += 50;
      one.score += one.entity.named;
    }
    const best = rivals.reduce((a, b) => (b.score > a.score ? b : a));
    return {entity: best.entity, confidence: best.score >= 1000 ? 1 : 0.6};
  }

  /** A surname that is one letter off that of somebody named in full. */
  private misspelt({nameWords, gender}: Traits): Resolution | null {
    const [surname] = nameWords;
    if (nameWords.length !== 1 || surname === undefined) return null;
    const alike = this.surnames(surname)
      .alike(surname)
      .filter(
        (entity) =>
          entity.kind === 'person' &&
          entity.nameWords.length > 1 &&
          !opposed(gender, entity.gender) &&
          looksAlike(surname, entity.nameWords[entity.nameWords.length - 1] as string),
      );
    const [entity] = alike;
    return entity && alike.length === 1 ? {entity, confidence: 0.7} : null;
  }

  /** "The mayor said ... Mayor Tom Hale": a name for somebody so far known by office alone. */
  private officeHolder({heads, narrowing}: Traits): Resolution | null {
    for (const head of heads) {
      if (!offices.has(head)) continue;
      const holders = this.latestOf(this.byHead, head).filter(
        (entity) => !entity.isNamed() && entity.definite && entity.kind !== 'organisation',
      );
      const [holder] = holders;
      if (holders.length !== 1 || !holder) continue;
      if ([...holder.narrowing].every((word) => narrowing.includes(word)))
        return {entity: holder, confidence: 0.8};
    }
    return null;
  }

  private body(traits: Traits): Resolution | null {
    const {nameWords, body, acronym} = traits;
    const first = body[0] ?? nameWords[0];
    const last = body[body.length - 1] ?? first;
    if (first === undefined || last === undefined) return null;
    const letters = lettersOf(nameWords);
    return (
      this.bodyAmong(last, traits, letters) ??
      (first === last ? null : this.bodyAmong(first, traits, letters)) ??
      (letters === '' || letters === first ? null : this.bodyAmong(letters, traits, letters)) ??
      (acronym ? this.bodyAmong(acronym, traits, letters) : null)
    );
  }

  private bodyAmong(word: string, traits: Traits, letters: string): Resolution | null {
    const {body: own, capitals, acronym, kind, determiner} = traits;
    for (const entity of this.latestOf(this.byName, word)) {
      if (!entity.isNamed()) continue;
      if (own.length === 1 && entity.kind === 'person' && determiner === 'definite') continue;
      const known = entity.body;
      if (sameBag(own, known)) return {entity, confidence: 1};
      if (entity.kind === 'person') continue;
      if (capitals && letters !== '' && (word === letters || acronymOf(entity.nameWords) === letters)) {
        return {entity, confidence: 0.95};
      }
      if (acronym && lettersOf(entity.nameWords) === acronym) return {entity, confidence: 0.95};
      const [short, long] = own.length <= known.length ? [own, known] : [known, own];
      if (short.length === 0) continue;
      const ends = short.every((one, i) => one === long[long.length - short.length + i]);
      const begins =
        short.length === 1 &&
        long.length <= 3 &&
        short[0] === long[0] &&
        !generalWords.has(short[0] as string);
      if (ends || (begins && kind === 'organisation')) return {entity, confidence: 0.85};
    }
    return null;
  }

  private byItsDescription(traits: Traits, block: number): Resolution | null {
    const {heads, narrowing, another, determiner, plural, kind} = traits;
    const head = heads[0];
    if (another || head === undefined) return null;
    const namesake = kind === 'unknown' && determiner === 'bare' && !plural ? this.namesake(head) : null;
    if (namesake) return namesake;
    const repeats = determiner === 'definite' || determiner === 'same';
    // A second "an official" is anybody; "officials" twice, "police" twice are the same people.
    if (!repeats && determiner === 'indefinite') return null;
    let best: Entity | null = null;
    let rivals = 0;
    for (const entity of this.latestOf(this.byHead, head)) {
      if (entity.plural !== plural && !(kind === 'organisation' && entity.kind === 'organisation')) continue;
      if ((entity.kind === 'document') !== (kind === 'document')) continue;
      if (opposed(traits.gender, entity.gender)) continue;
      if (
        !narrowing.every(
          (word) =>
            entity.narrowing.includes(word) || entity.nameWords.includes(word) || entity.heads.includes(word),
        )
      )
        continue;
      if (!repeats && entity.isNamed() && kind !== 'organisation') continue;
      // Bare plurals are the same only where they are called the same.
      if (!repeats && plural && entity.narrowing.length !== narrowing.length) continue;
      rivals++;
      if (!best || entity.lastBlock > best.lastBlock) best = entity;
    }
    // "The Republican nominee", after a sentence about nobody but him.
    if (repeats && callings.has(head) && kind === 'person' && !plural && (!best || best.epithet)) {
      const only = this.onlyOne(traits.gender, block, narrowing);
      if (only) return only;
    }
    if (best) return {entity: best, confidence: rivals === 1 ? 0.9 : 0.6};
    if (!repeats) return null;
    if (kind === 'document' && !plural) return this.onlyPaper(head, narrowing);
    return narrowing.length === 0 ? this.nearest(traits, head, block) : null;
  }

  /** "French said", after "Ann French": no nationality. */
  private namesake(surname: string): Resolution | null {
    const entity = this.latestOf(this.byName, surname).findLast(
      ({kind, nameWords}) =>
        kind === 'person' && nameWords.length > 1 && nameWords[nameWords.length - 1] === surname,
    );
    return entity ? {entity, confidence: 0.9} : null;
  }

  /** "A leaked letter says ... the Home Office letter": the only letter there is, told apart by a body that was named. */
  private onlyPaper(head: string, narrowing: readonly string[]): Resolution | null {
    const papers = this.latestOf(this.byHead, head).filter(({kind}) => kind === 'document');
    const [paper] = papers;
    if (!paper || papers.length > 1 || paper.definite || !paper.speaks) return null;
    const named = narrowing.every(
      (word) => paper.narrowing.includes(word) || this.latestOf(this.byName, word).length > 0,
    );
    return named ? {entity: paper, confidence: 0.6} : null;
  }

  /** "The company", "the man": whichever one was mentioned last. */
  private nearest({kind, plural, gender}: Traits, head: string, block: number): Resolution | null {
    const person = anybody.has(head) && kind === 'person' && !plural;
    const body = anyBody.has(head) && kind === 'organisation';
    if (!person && !body) return null;
    for (const entity of this.mentioned.latest(mostMentioned)) {
      if (block - entity.lastBlock > reach || entity.plural) continue;
      if (person && entity.kind === 'person' && !opposed(gender, entity.gender) && !entity.isNamed())
        return {entity, confidence: 0.6};
      if (
        body &&
        entity.kind === 'organisation' &&
        entity.isNamed() &&
        entity.institution === null &&
        !entity.nameWords.some((word) => publicBodies.has(word))
      ) {
        return {entity, confidence: 0.6};
      }
    }
    return null;
  }

  /**
   * "The senator", whose calling the draft never gave: the only one named in this paragraph and the one before, unless
   * "the Republican senator" follows a Democrat.
   */
  private onlyOne(gender: string, block: number, narrowing: readonly string[]): Resolution | null {
    let found: Entity | null = null;
    for (const entity of this.mentioned.latest(mostMentioned)) {
      if (
        !entity.isNamed() ||
        entity.kind !== 'person' ||
        block - entity.lastBlock > 1 ||
        opposed(gender, entity.gender)
      )
        continue;
      if (found || ofOtherParties(narrowing, entity.narrowing)) return null;
      found = entity;
    }
    return found && {entity: found, confidence: 0.5};
  }
}

/** Words that open many names: no short form of any. */
const generalWords = new Set(
  'new north south east west northern southern eastern western national international american british united royal general first world central federal state university bank department ministry'.split(
    ' ',
  ),
);

/** "who" of "W.H.O."; empty for a name of several words. */
const lettersOf = (words: readonly string[]): string =>
  words.length === 1 ? (words[0] as string).replace(/\./g, '') : '';

const parties = ['republican', 'democratic', 'labour', 'conservative', 'tory', 'liberal', 'green'];
const ofOtherParties = (one: readonly string[], other: readonly string[]): boolean =>
  parties.some((party) => one.includes(party) && !other.includes(party)) &&
  parties.some((party) => other.includes(party));

const opposed = (one: string, other: string): boolean =>
  (one === 'female' && other === 'male') || (one === 'male' && other === 'female');

function sameBag(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && one.length === other.length && one.every((word) => other.includes(word));
}

/** The one who was named last. */
const lastOnes: Account<Entity | null, Entity> = {
  first: null,
  enter: (_, entity) => entity,
  differ: (before, now) => (before === now ? 0 : 1),
};

function entryOf<T>(map: Map<string, T>, key: string, make: () => T): T {
  let entry = map.get(key);
  if (entry === undefined) {
    entry = make();
    map.set(key, entry);
  }
  return entry;
}
