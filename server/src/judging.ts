import {type Block, type Span, toDraftSpan} from './draft/block.js';
import type {Settings} from './record/config.js';
import {houseSeverity} from './rules/houseSeverity.js';
import {houseStyles} from './rules/houses/index.js';
import {isSame, isStill, Passage, type Question, type Sight, type Sights} from './rules/passage.js';
import type {
  BlockRule,
  Finding,
  FindingSeverity,
  LocalFinding,
  PassageRule,
  Rule,
  Template,
} from './rules/rule.js';
import {type AnyHouse, baseOf, type Severity, severities} from './rules/severity.js';
import {perBlock} from './story/perBlock.js';
import type {BlockTables, DraftPlace, Place, Story} from './story/story.js';

export interface ReportedEdit extends Span {
  readonly text: Template;
}

export interface ReportedFix {
  readonly title: string;
  readonly kind: 'fix' | 'suggestion';
  readonly preferred: boolean;
  readonly edits: readonly ReportedEdit[];
}

/** What a rule found, in offsets of the draft. Editors, command line and report all print this. */
export interface ReportedFinding extends Span {
  readonly rule: string;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly because: string;
  readonly house: AnyHouse;
  readonly related: readonly (Span & {readonly message: string})[];
  readonly fixes: readonly ReportedFix[];
  readonly document: boolean;
  readonly unnecessary: boolean;
}

/** A rule as the settings have it. */
export interface InForce<R extends Rule = Rule> {
  readonly rule: R;
  readonly severity: Exclude<Severity, 'off'>;
  readonly options: never;
}

type JudgesBlock = InForce<BlockRule | PassageRule>;

/** What one rule found in one block, and what it saw for that beyond the block's tables. */
interface Reading {
  readonly by: JudgesBlock;
  readonly sights: Sights;
  readonly findings: readonly Finding[];
  /** The blocks to which the findings point, its own first, and where each began when they were reported. */
  readonly blocks: readonly (number | null)[];
  starts: readonly number[];
  reported: readonly ReportedFinding[];
}

/** A draft to be judged. */
interface Case {
  readonly story: Story;
  readonly settings: Settings;
  /** All that was asked of it that is the same for all blocks, with the answers. */
  readonly facts: Map<Question<unknown>, unknown>;
}

const always = Number.POSITIVE_INFINITY;

/** What the rules made of one block. */
class Judgement {
  inForce: readonly JudgesBlock[] | null = null;
  /**
   * How near to the block something must change for anything to be done; `always`, if there is something to tell, or to
   * ask at each keystroke.
   */
  concern = 0;
  /** How far around the block any rule looked, and the blocks that any named. */
  private reach = 0;
  private named: readonly number[] = [];
  /** Of the rules that found something or looked beyond the block's tables. */
  private readings: readonly Reading[] = [];
  /** Those of them that asked for what may change far from the block, or for all blocks alike; that found something. */
  private far: readonly Reading[] = [];
  private facts: readonly Reading[] = [];
  private finding: readonly Reading[] = [];

  /** For a block that is new. */
  begin(now: Case, block: number, inForce: readonly JudgesBlock[]): void {
    this.inForce = inForce;
    const here = new Passage(now.story, block);
    this.put(
      now,
      inForce
        .map((by) => read(now, here, by))
        .filter(({sights, findings}) => !sights.isEmpty || findings.length > 0),
    );
    here.close();
  }

  /** Whether nothing has changed in those blocks at which any rule looked. */
  isUntouched(block: number, changes: Changes): boolean {
    return !changes.within(block, this.reach) && !this.named.some((at) => changes.within(at, 0));
  }

  /** Asks those rules again that would see something else now, where anything may have changed. */
  renew(now: Case, block: number): void {
    const isSame = (sights: readonly Sight[]) => isStill(sights, now.story, block);
    this.readAgain(
      now,
      block,
      this.readings.filter(({sights: {near, far, facts}}) => !(isSame(near) && isSame(far) && isSame(facts))),
    );
  }

  /** The same where nothing near the block has changed. @param otherFacts whether a fact has */
  renewFar(now: Case, block: number, otherFacts: boolean): void {
    const isSame = (sights: readonly Sight[]) => isStill(sights, now.story, block);
    if (this.far.length > 0)
      this.readAgain(
        now,
        block,
        this.far.filter(({sights}) => !isSame(sights.far)),
      );
    if (otherFacts)
      this.readAgain(
        now,
        block,
        this.facts.filter(({sights}) => !isSame(sights.facts)),
      );
  }

  private readAgain(now: Case, block: number, stale: readonly Reading[]): void {
    if (stale.length === 0) return;
    const here = new Passage(now.story, block);
    this.put(
      now,
      this.readings.map((one) => (stale.includes(one) ? read(now, here, one.by) : one)),
    );
    here.close();
  }

  private put({facts}: Case, readings: readonly Reading[]): void {
    this.readings = readings;
    this.far = readings.filter(({sights}) => sights.far.length > 0);
    this.facts = readings.filter(({sights}) => sights.facts.length > 0);
    this.finding = readings.filter(({findings}) => findings.length > 0);
    this.reach = Math.max(0, ...readings.map(({sights}) => sights.reach));
    this.named = [...new Set(readings.flatMap(({sights}) => [...sights.named]))];
    const isQuiet = this.far.length + this.finding.length + this.named.length === 0;
    this.concern = isQuiet ? this.reach : always;
    for (const {sights} of this.facts)
      for (const {question, answer} of sights.facts) facts.set(question, answer);
  }

  /** Adds to `all` what was found, where it now stands. */
  tell(now: Case, block: number, all: ReportedFinding[]): void {
    if (this.finding.length === 0) return;
    const start = startOf(now.story, block);
    for (const reading of this.finding) {
      settle(reading, now, start);
      for (const one of reading.reported) all.push(one);
    }
  }
}

/** Which blocks' parts of the story are not what they were. */
class Changes {
  /** How many of the blocks before each, and of all. */
  private readonly before: Int32Array;

  constructor(last: Story['byBlock'], now: Story['byBlock']) {
    const length = Math.max(last.length, now.length);
    const before = new Int32Array(length + 1);
    for (let at = 0; at < length; at++) {
      before[at + 1] = (before[at] as number) + (last[at] === now[at] ? 0 : 1);
    }
    this.before = before;
  }

  /** Whether any is, no farther than that from a block. */
  within(block: number, reach: number): boolean {
    const {before} = this;
    const first = Math.max(0, block - reach);
    const end = Math.min(before.length - 1, block + reach + 1);
    return first < end && before[first] !== before[end];
  }
}

const judgementOf = perBlock(() => new Judgement());

/**
 * What the rules that look no farther than around a block find in a draft, kept from one keystroke to the next: a rule
 * is asked about a block only where it would see something else than it saw.
 */
export class BlockJudge {
  private last: Story['byBlock'] = none;
  private inForce: readonly JudgesBlock[] = none;
  /** The concern of each block: most blocks need nothing else to be looked at. */
  private readonly concerns: number[] = [];
  private readonly facts: Case['facts'] = new Map();

  /** @param inForce the same list for as long as settings and genre are the same */
  judge(story: Story, inForce: readonly JudgesBlock[], settings: Settings): ReportedFinding[] {
    const {concerns, facts} = this;
    const {byBlock, blocks} = story;
    const now: Case = {story, settings, facts};
    const all: ReportedFinding[] = [];
    const otherFacts = this.askFacts(story);
    const everywhere = otherFacts || inForce !== this.inForce;
    const changes = new Changes(this.last, byBlock);
    // Until all is done nothing is known for sure.
    this.last = none;
    this.inForce = inForce;
    for (let block = 0; block < byBlock.length; block++) {
      const concern = concerns[block] ?? 0;
      if (!everywhere && concern !== always && !changes.within(block, concern)) continue;
      const tables = blocks[block] as BlockTables;
      concerns[block] = 0;
      // No rule judges it.
      if (tables.exempt) continue;
      const judgement = judgementOf(tables);
      if (judgement.inForce !== inForce) judgement.begin(now, block, inForce);
      else if (judgement.isUntouched(block, changes)) judgement.renewFar(now, block, otherFacts);
      else judgement.renew(now, block);
      judgement.tell(now, block, all);
      concerns[block] = judgement.concern;
    }
    this.last = byBlock;
    return all;
  }

  /** Whether an answer that is the same for all blocks is another than at the last keystroke. */
  private askFacts(story: Story): boolean {
    let others = false;
    for (const [question, answer] of this.facts) {
      const now = question(story, 0);
      if (isSame(answer, now)) continue;
      this.facts.set(question, now);
      others = true;
    }
    return others;
  }
}

function read({story, settings}: Case, here: Passage, by: JudgesBlock): Reading {
  const {rule, options} = by;
  const findings: Finding[] = [];
  if (rule.reads === 'block') {
    for (const one of rule.check(here.tables, options)) findings.push(placed(one, here.at));
  } else {
    for (const one of rule.check(here, options, baseOf(settings.house))) findings.push(one);
  }
  const sights = here.take();
  if (findings.length === 0) return {by, sights, findings, blocks: none, starts: none, reported: none};
  const blocks = [...new Set(findings.flatMap(blocksOf))];
  return {
    by,
    sights,
    findings,
    blocks,
    starts: blocks.map((at) => startOf(story, at)),
    reported: reportAll(story, {by, findings}, settings),
  };
}

const none: readonly never[] = [];

/** No number where a finding hangs on no block. */
const startOf = ({draft}: Story, block: number | null): number =>
  block === null ? Number.NaN : (draft.blocks[block] as Block).start;

/** Puts what was found in a block where it now stands. @param start where its block begins */
function settle(reading: Reading, {story, settings}: Case, start: number): void {
  const {blocks, starts} = reading;
  const by = start - (starts[0] as number);
  // Where only its own block is meant, that may have come to stand elsewhere among the others.
  if (blocks.length === 1) {
    if (by === 0) return;
    reading.reported = reading.reported.map((one) => moved(one, by));
    reading.starts = [start];
    return;
  }
  const together = blocks.every((one, i) => startOf(story, one) === (starts[i] as number) + by);
  if (together && by === 0) return;
  reading.reported = together
    ? reading.reported.map((one) => moved(one, by))
    : reportAll(story, reading, settings);
  reading.starts = blocks.map((one) => startOf(story, one));
}

function reportAll(
  {draft}: Story,
  {by, findings}: Pick<Reading, 'by' | 'findings'>,
  settings: Settings,
): readonly ReportedFinding[] {
  return findings.flatMap((finding) => report(draft.blocks, by, finding, settings) ?? []);
}

/** The blocks to which a finding points. */
const blocksOf = ({place, related = [], fixes = []}: Finding): readonly (number | null)[] => [
  place.block,
  ...related.map((one) => one.place.block),
  ...fixes.flatMap(({edits}) => edits.map((edit) => edit.place.block)),
];

/** A finding whose block stands so much further on. */
function moved(one: ReportedFinding, by: number): ReportedFinding {
  return {
    rule: one.rule,
    severity: one.severity,
    start: one.start + by,
    end: one.end + by,
    message: one.message,
    because: one.because,
    house: one.house,
    related: one.related.map(({start, end, message}) => ({start: start + by, end: end + by, message})),
    fixes: one.fixes.map(({title, kind, preferred, edits}) => ({
      title,
      kind,
      preferred,
      edits: edits.map(({start, end, text}) => ({start: start + by, end: end + by, text})),
    })),
    document: one.document,
    unnecessary: one.unnecessary,
  };
}

function placed({span, fixes, ...rest}: LocalFinding, block: number): Finding {
  const at = (local: Span): Place => ({block, start: local.start, end: local.end});
  return {
    ...rest,
    place: at(span),
    fixes: (fixes ?? []).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({place: at(edit.span), text: edit.text})),
    })),
  };
}

/** Translates a place of a story to the draft's own offsets. */
export function placeInDraft(blocks: readonly Block[], place: Place | DraftPlace): Span {
  if (place.block === null) return {start: place.start, end: place.end};
  const block = blocks[place.block];
  return block ? toDraftSpan(block, place) : {start: 0, end: 0};
}

/** The severity that the newsroom itself set for a rule, in its settings or in its own house. */
const setBy = ({house, rules}: Settings, rule: string): Severity | undefined =>
  rules[rule]?.severity ?? (typeof house === 'string' ? undefined : house.rules[rule]?.severity);

/** Whether a house shows findings as mild as this one; what the newsroom itself asked for it always does. */
function counts({id}: Rule, severity: Severity, settings: Settings): boolean {
  const {least} = houseStyles[baseOf(settings.house)];
  return (
    !least || setBy(settings, id) !== undefined || severities.indexOf(severity) <= severities.indexOf(least)
  );
}

/** A finding's own grade, held below what the newsroom set for the rule. */
function graded(
  rule: Rule,
  given: FindingSeverity | undefined,
  severity: Exclude<Severity, 'off'>,
  settings: Settings,
): Exclude<Severity, 'off'> {
  const house = baseOf(settings.house);
  const own = typeof given === 'object' ? (given[house] ?? given.default) : given;
  if (!own || own === 'off') return severity;
  if (setBy(settings, rule.id) === undefined) return own;
  const set = severities.indexOf(severity);
  const steps = severities.indexOf(own) - severities.indexOf(houseSeverity(rule, house).severity);
  const step = Math.min(Math.max(set, set + steps), severities.indexOf('hint'));
  return severities[step] as Exclude<Severity, 'off'>;
}

/** A finding in the draft's own offsets; null where the house does not show findings as mild. */
export function report(
  blocks: readonly Block[],
  {rule, severity}: InForce,
  finding: Finding,
  settings: Settings,
): ReportedFinding | null {
  const grade = graded(rule, finding.severity, severity, settings);
  if (!counts(rule, grade, settings)) return null;
  const {start, end} = placeInDraft(blocks, finding.place);
  return {
    rule: rule.id,
    severity: grade,
    start,
    end,
    message: finding.message,
    because: finding.because,
    house: settings.house,
    related: (finding.related ?? []).map(({place, message}) => {
      const {start, end} = placeInDraft(blocks, place);
      return {start, end, message};
    }),
    fixes: (finding.fixes ?? []).map((fix) => ({
      title: fix.title,
      kind: fix.kind,
      preferred: fix.preferred ?? false,
      edits: fix.edits.map(({place, text}) => {
        const {start, end} = placeInDraft(blocks, place);
        return {start, end, text};
      }),
    })),
    document: finding.document ?? false,
    unnecessary: finding.unnecessary ?? false,
  };
}
