import {lowerBound} from '../language/spans.js';
import {areSameLists, Entity} from './entity.js';
import {acronymOf, looksAlike} from './names.js';
import {BackLooks, lastOfEach, Readers, type Timeline} from './timeline.js';
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

/** Those who may be meant by one word, in the order in which they were first called by it. */
class Bucket {
  readonly entities: Entity[] = [];
  /** Of the blocks that put them there. */
  readonly times: number[] = [];
  readonly readers = new Readers();
}

/** What reading one block left behind. */
interface Trace {
  /** Those that it opened. */
  readonly opened: readonly Entity[];
  /** Those that it mentions. */
  readonly touched: readonly Entity[];
  /** Whom it put where: a list of buckets, and beside it one of entities. */
  readonly buckets: readonly Bucket[];
  readonly entities: readonly Entity[];
}

const none: readonly never[] = [];
const emptyTrace: Trace = {opened: none, touched: none, buckets: none, entities: none};

/** Everyone and everything met so far, found by name, by role and by recency. */
export class Registry {
  private readonly byName: Buckets = new Map();
  /** People by the first two letters of their surname. */
  private readonly byOpening: Buckets = new Map();
  private readonly byHead: Buckets = new Map();
  /** The last one counts. */
  private readonly byInstitution: Buckets = new Map();
  /** By the times of the blocks. */
  private readonly traces: Trace[] = [];
  /** For those mentioned. */
  private readonly looks = new BackLooks();
  private opened: Entity[] = [];
  private touched: Entity[] = [];
  private buckets: Bucket[] = [];
  private entities: Entity[] = [];
  /** Whom this block opened when it was read before. */
  private old: readonly Entity[] = none;

  constructor(private readonly timeline: Timeline) {}

  /** A block begins. @param before what it left behind when it was read before */
  begin(before: Trace | undefined): void {
    const {time} = this.timeline;
    this.opened = [];
    this.touched = [];
    this.buckets = [];
    this.entities = [];
    this.looks.begin(time);
    this.old = before?.opened ?? none;
    for (const {times, entities} of before?.buckets ?? none) {
      const at = lowerBound(times.length, (i) => (times[i] as number) < time);
      if (times[at] !== time) continue;
      times.splice(at, 1);
      entities.splice(at, 1);
    }
  }

  /** Takes down what the block that ends leaves behind. */
  end(): void {
    const {opened, touched, buckets, entities} = this;
    this.traces[this.timeline.time] =
      touched.length > 0 || buckets.length > 0 ? {opened, touched, buckets, entities} : emptyTrace;
  }

  traceOf(time: number): Trace | undefined {
    return this.traces[time];
  }

  /** Calls back with the times of those blocks that may be read otherwise, now that one left another trace. */
  compare(time: number, before: Trace, changed: (time: number) => void): void {
    const now = this.traces[time] as Trace;
    if (!areSameLists(now.touched, before.touched)) this.looks.reaching(time, changed);
    if (areSameLists(now.buckets, before.buckets) && areSameLists(now.entities, before.entities)) return;
    const put = ({buckets, entities}: Trace, into: Bucket) =>
      entities.filter((_, at) => buckets[at] === into);
    for (const bucket of new Set([...now.buckets, ...before.buckets])) {
      if (areSameLists(put(now, bucket), put(before, bucket))) continue;
      for (const reader of bucket.readers.after(time)) changed(reader);
    }
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
      (traits.nameWords.length > 0 ? this.byItsName(traits, block) : this.byItsDescription(traits, block))
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
    if (this.touched[this.touched.length - 1] !== entity) this.touched.push(entity);
  }

  /** The sources mentioned last, each once, the latest first. */
  private latest(most: number): readonly Entity[] {
    const {time} = this.timeline;
    return lastOfEach(most, (see) =>
      this.looks.look(time, this.touched, (at) => this.traces[at]?.touched ?? none, see),
    );
  }

  private open(traits: Traits): Entity {
    // Read anew, a block opens the same ones as before as far as it can: others know them.
    const {old, opened} = this;
    const entity =
      old.find((one) => one.opening === traits.label && !opened.includes(one)) ?? new Entity(this.timeline);
    entity.open(
      traits,
      traits.determiner !== 'indefinite' && traits.heads.some((head) => callings.has(head)),
    );
    opened.push(entity);
    return entity;
  }

  /** Those who are called by a word so far: how many of the entries of its bucket count. */
  private count(bucket: Bucket): number {
    const {time} = this.timeline;
    bucket.readers.add(time);
    const {times} = bucket;
    const {length} = times;
    // Mostly all of them.
    if (length === 0 || (times[length - 1] as number) <= time) return length;
    return lowerBound(length, (i) => (times[i] as number) <= time);
  }

  /** Those who were last put where a word stands, the latest last: few enough to keep any draft linear. */
  private latestOf(buckets: Buckets, word: string): readonly Entity[] {
    const bucket = bucketOf(buckets, word);
    const count = this.count(bucket);
    return count === 0 ? none : bucket.entities.slice(Math.max(0, count - mostAlike), count);
  }

  private put(buckets: Buckets, word: string, entity: Entity, most = mostAlike): void {
    const bucket = bucketOf(buckets, word);
    const {entities, times} = bucket;
    const count = this.count(bucket);
    for (let i = count - 1; i >= 0 && i >= count - most; i--) if (entities[i] === entity) return;
    entities.splice(count, 0, entity);
    times.splice(count, 0, this.timeline.time);
    this.buckets.push(bucket);
    this.entities.push(entity);
  }

  private learn(
    entity: Entity,
    {nameWords, heads, acronym, institution, kind, determiner, role}: Traits,
  ): void {
    const known = entity.nameWords;
    if (determiner === 'indefinite' && role === null && nameWords.length === 1) return;
    for (const word of nameWords) if (!known.includes(word)) this.put(this.byName, word, entity);
    const surname = nameWords[nameWords.length - 1];
    if (surname && nameWords.length > 1) this.put(this.byOpening, surname.slice(0, 2), entity);
    if (acronym) this.put(this.byName, acronym, entity);
    if (kind !== 'person' && nameWords.length > 1) {
      const letters = acronymOf(nameWords);
      if (letters.length > 1) this.put(this.byName, letters, entity);
      // "The ministry" of the Health Ministry, "the bank" of the Bank of Lagos.
      for (const word of nameWords) this.put(this.byHead, commonNoun(word), entity);
    }
    for (const head of heads) if (!entity.heads.includes(head)) this.put(this.byHead, head, entity);
    if (institution) {
      if (entity.institution !== institution.key) entity.institution = institution.key;
      this.put(this.byInstitution, institution.key, entity, 1);
    }
  }

  private byItsInstitution({institution}: Traits): Resolution | null {
    if (!institution) return null;
    const entity = this.latestOf(this.byInstitution, institution.key).at(-1);
    return entity ? {entity, confidence: institution.rank >= 2 ? 0.95 : 0.8} : null;
  }

  private byItsName(traits: Traits, block: number): Resolution | null {
    const {kind, determiner, role} = traits;
    // "A Cheney", "a new Trump": anybody of that name.
    if (determiner === 'indefinite' && role === null && traits.nameWords.length === 1) return null;
    if (kind === 'person')
      return this.person(traits, block) ?? this.officeHolder(traits) ?? this.misspelt(traits);
    // A bare surname with no article is the person's, whatever kind it was taken for.
    const bare = traits.nameWords.length === 1 && determiner === 'none' && !traits.capitals;
    if (kind === 'unknown' || bare) {
      const person = this.person(traits, block);
      if (person && person.entity.kind === 'person' && person.entity.nameWords.length > 1) return person;
    }
    const body = this.body(traits);
    if (body) return body;
    return this.person(traits, block) ?? (kind === 'unknown' || bare ? this.misspelt(traits) : null);
  }

  private person({nameWords, gender, kind, determiner}: Traits, block: number): Resolution | null {
    const last = nameWords[nameWords.length - 1] as string;
    let best: Entity | null = null;
    let bestScore = 0;
    let rivals = 0;
    for (const entity of this.latestOf(this.byName, last)) {
      if (!entity.isNamed()) continue;
      const match = entity.matches(nameWords);
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
      rivals++;
      let score = match === 'same' ? (likewise || nameWords.length > 1 ? 1000 : 50) : surname ? 100 : 10;
      if (entity.namedIn === block && entity.nameWords.length > 1) score += 50;
      score += Math.min(40, entity.named);
      if (score > bestScore) {
        best = entity;
        bestScore = score;
      }
    }
    return best ? {entity: best, confidence: bestScore >= 1000 || rivals === 1 ? 1 : 0.6} : null;
  }

  /** A surname that is one letter off that of somebody named in full. */
  private misspelt({nameWords, gender}: Traits): Resolution | null {
    const [surname] = nameWords;
    if (nameWords.length !== 1 || surname === undefined) return null;
    const alike = this.latestOf(this.byOpening, surname.slice(0, 2)).filter(
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
    for (const entity of this.latest(8)) {
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
    for (const entity of this.latest(8)) {
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

type Buckets = Map<string, Bucket>;

/** Also an empty one: whoever found nobody there has to hear of the first one. */
function bucketOf(buckets: Buckets, word: string): Bucket {
  let bucket = buckets.get(word);
  if (!bucket) {
    bucket = new Bucket();
    buckets.set(word, bucket);
  }
  return bucket;
}
