import {type Block, type Span, toDraftSpan} from './draft/block.js';
import type {Settings} from './record/config.js';
import {houseSeverity} from './rules/houseSeverity.js';
import {houseStyles} from './rules/houses/index.js';
import {Passage, type Sights} from './rules/passage.js';
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
  readonly sights: Sights | null;
  readonly findings: readonly Finding[];
  /** Whether no finding points out of the block. */
  readonly within: boolean;
  /** Where the block began when they were reported. */
  start: number;
  reported: readonly ReportedFinding[];
}

/** What the rules made of one block. */
class Judgement {
  inForce: readonly JudgesBlock[] | null = null;
  /** Of those that found something or looked beyond the block's tables. */
  private readings: Reading[] = [];
  /** Those of them that looked farther than around the block, and those that found something. */
  private far: Reading[] = [];
  private finding: Reading[] = [];
  /** How far around the block any of them looked; -1 for no farther than its tables. */
  reach = -1;

  /** For a block that is new. */
  begin(story: Story, block: number, inForce: readonly JudgesBlock[], settings: Settings): void {
    this.inForce = inForce;
    this.readings = inForce
      .map((by) => read(story, block, by, settings))
      .filter(({sights, findings}) => sights !== null || findings.length > 0);
    this.sort();
  }

  /** Asks the rules again that would see something else now. @param around whether something near may have changed */
  renew(story: Story, block: number, settings: Settings, around: boolean): void {
    let renewed = false;
    for (const reading of around ? this.readings : this.far) {
      const {sights, by} = reading;
      if (sights === null || (around ? sights.areStill(story, block) : sights.areFarStill(story, block)))
        continue;
      this.readings[this.readings.indexOf(reading)] = read(story, block, by, settings);
      renewed = true;
    }
    if (renewed) this.sort();
  }

  private sort(): void {
    this.far = this.readings.filter(({sights}) => sights !== null && sights.far.length > 0);
    this.finding = this.readings.filter(({findings}) => findings.length > 0);
    this.reach = this.readings.reduce((most, {sights}) => Math.max(most, sights?.reach ?? -1), -1);
  }

  /** Adds to `all` what was found, where it now stands. */
  tell(story: Story, block: number, settings: Settings, all: ReportedFinding[]): void {
    if (this.finding.length === 0) return;
    const {start} = story.draft.blocks[block] as Block;
    for (const reading of this.finding) {
      if (!reading.within) reading.reported = reportAll(story, reading, settings);
      else if (reading.start !== start) {
        const by = start - reading.start;
        reading.reported = reading.reported.map((one) => moved(one, by));
      }
      reading.start = start;
      for (const one of reading.reported) all.push(one);
    }
  }
}

const judgementOf = perBlock(() => new Judgement());

/**
 * What the rules that look no farther than around a block find in a draft, kept from one keystroke to the next: a rule
 * is asked about a block only where it would see something else than it saw.
 */
export class BlockJudge {
  private last: Story['byBlock'] = [];
  private judgements: (Judgement | null)[] = [];

  /** @param inForce the same list for as long as settings and genre are the same */
  judge(story: Story, inForce: readonly JudgesBlock[], settings: Settings): ReportedFinding[] {
    const all: ReportedFinding[] = [];
    const {last} = this;
    const {byBlock, blocks} = story;
    const judgements: (Judgement | null)[] = new Array(byBlock.length);
    for (let block = 0; block < byBlock.length; block++) {
      const known = last[block] === byBlock[block] ? this.judgements[block] : undefined;
      if (known === null) {
        judgements[block] = null;
        continue;
      }
      const tables = blocks[block] as BlockTables;
      if (known === undefined && tables.exempt) {
        judgements[block] = null;
        continue;
      }
      const judgement = known ?? judgementOf(tables);
      if (judgement.inForce !== inForce) judgement.begin(story, block, inForce, settings);
      else {
        const {reach} = judgement;
        let around = known === undefined;
        for (let at = block - reach; !around && at <= block + reach; at++) around = last[at] !== byBlock[at];
        judgement.renew(story, block, settings, around);
      }
      judgement.tell(story, block, settings, all);
      judgements[block] = judgement;
    }
    this.last = byBlock;
    this.judgements = judgements;
    return all;
  }
}

function read(story: Story, block: number, by: JudgesBlock, settings: Settings): Reading {
  const {rule, options} = by;
  let findings: readonly Finding[];
  let sights: Sights | null = null;
  if (rule.reads === 'block') {
    const found = [...rule.check(story.blocks[block] as BlockTables, options)];
    findings = found.map((one) => placed(one, block));
  } else {
    const here = new Passage(story, block);
    findings = [...rule.check(here, options, baseOf(settings.house))];
    const seen = here.close();
    if (seen.near.length > 0 || seen.far.length > 0) sights = seen;
  }
  const {start} = story.draft.blocks[block] as Block;
  const within = findings.every((one) => placesOf(one).every((place) => place.block === block));
  return {by, sights, findings, within, start, reported: reportAll(story, {by, findings}, settings)};
}

function reportAll(
  {draft}: Story,
  {by, findings}: Pick<Reading, 'by' | 'findings'>,
  settings: Settings,
): readonly ReportedFinding[] {
  return findings.flatMap((finding) => report(draft.blocks, by, finding, settings) ?? []);
}

const placesOf = ({place, related = [], fixes = []}: Finding): readonly (Place | DraftPlace)[] => [
  place,
  ...related.map((one) => one.place),
  ...fixes.flatMap(({edits}) => edits.map((edit) => edit.place)),
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
  return {
    rule: rule.id,
    severity: grade,
    ...placeInDraft(blocks, finding.place),
    message: finding.message,
    because: finding.because,
    house: settings.house,
    related: (finding.related ?? []).map(({place, message}) => ({...placeInDraft(blocks, place), message})),
    fixes: (finding.fixes ?? []).map((fix) => ({
      title: fix.title,
      kind: fix.kind,
      preferred: fix.preferred ?? false,
      edits: fix.edits.map((edit) => ({...placeInDraft(blocks, edit.place), text: edit.text})),
    })),
    document: finding.document ?? false,
    unnecessary: finding.unnecessary ?? false,
  };
}
