import {type Block, type Span, toDraftSpan} from './draft/block.js';
import type {Settings} from './record/config.js';
import {houseSeverity} from './rules/houseSeverity.js';
import {houseStyles} from './rules/houses/index.js';
import {isStillSeen, Passage, type Sight} from './rules/passage.js';
import type {
  BlockRule,
  Finding,
  FindingSeverity,
  LocalFinding,
  PassageRule,
  Rule,
  Template,
} from './rules/rule.js';
import {type House, type Severity, severities} from './rules/severity.js';
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
  readonly house: House;
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

/** What one rule found in one block, and what it looked at for that. */
interface Reading {
  readonly by: InForce<BlockRule | PassageRule>;
  readonly sights: readonly Sight[];
  readonly findings: readonly Finding[];
  /** Whether no finding points out of the block. */
  readonly within: boolean;
  /** Where the block began when they were reported. */
  start: number;
  reported: readonly ReportedFinding[];
}

/** The rules that read a block last, and those of them that found something in it or looked beyond it. */
interface BlockMemory {
  inForce: readonly InForce[] | null;
  readings: Reading[];
}

const memoryOf = perBlock((): BlockMemory => ({inForce: null, readings: []}));

/**
 * Adds to `all` what rules find in one block. A rule is asked only about a block that is new to it, or where it would
 * see something else around it; what it found in a block that moved is moved along.
 * @param inForce the same list for as long as settings and genre are the same
 */
export function judgeBlock(
  story: Story,
  block: number,
  inForce: readonly InForce<BlockRule | PassageRule>[],
  settings: Settings,
  all: ReportedFinding[],
): void {
  const memory = memoryOf(story.blocks[block] as BlockTables);
  if (memory.inForce !== inForce) {
    memory.inForce = inForce;
    memory.readings = inForce
      .map((by) => read(story, block, by, settings))
      .filter(({sights, findings}) => sights.length > 0 || findings.length > 0);
  }
  const {readings} = memory;
  const {start} = story.draft.blocks[block] as Block;
  for (let i = 0; i < readings.length; i++) {
    let reading = readings[i] as Reading;
    if (!isStillSeen(reading.sights, story, block)) {
      reading = read(story, block, reading.by, settings);
      readings[i] = reading;
    } else if (!reading.within) {
      reading.reported = reportAll(story, reading, settings);
    } else if (reading.start !== start) {
      const by = start - reading.start;
      reading.reported = reading.reported.map((one) => moved(one, by));
      reading.start = start;
    }
    for (const one of reading.reported) all.push(one);
  }
}

function read(
  story: Story,
  block: number,
  by: InForce<BlockRule | PassageRule>,
  settings: Settings,
): Reading {
  const {rule, options} = by;
  let findings: readonly Finding[];
  let sights: readonly Sight[] = [];
  if (rule.reads === 'block') {
    const found = [...rule.check(story.blocks[block] as BlockTables, options)];
    findings = found.map((one) => placed(one, block));
  } else {
    const here = new Passage(story, block);
    findings = [...rule.check(here, options, settings.house)];
    sights = here.close();
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
function moved(finding: ReportedFinding, by: number): ReportedFinding {
  const along = <T extends Span>(one: T): T => ({...one, start: one.start + by, end: one.end + by});
  return {
    ...along(finding),
    related: finding.related.map(along),
    fixes: finding.fixes.map((fix) => ({...fix, edits: fix.edits.map(along)})),
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

/** Whether a house shows findings as mild as this one; what the newsroom itself asked for it always does. */
function counts({id}: Rule, severity: Severity, {house, rules}: Settings): boolean {
  const {least} = houseStyles[house];
  return (
    !least || rules[id]?.severity !== undefined || severities.indexOf(severity) <= severities.indexOf(least)
  );
}

/** A finding's own grade, held below what the newsroom set for the rule. */
function graded(
  rule: Rule,
  given: FindingSeverity | undefined,
  severity: Exclude<Severity, 'off'>,
  settings: Settings,
): Exclude<Severity, 'off'> {
  const own = typeof given === 'object' ? (given[settings.house] ?? given.default) : given;
  if (!own || own === 'off') return severity;
  if (settings.rules[rule.id]?.severity === undefined) return own;
  const set = severities.indexOf(severity);
  const steps = severities.indexOf(own) - severities.indexOf(houseSeverity(rule, settings.house).severity);
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
