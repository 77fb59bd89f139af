import {type Block, type Span, toDraftSpan} from './draft/block.js';
import type {Draft, DraftFormat, IgnoreMark} from './draft/draft.js';
import {parseDraft} from './draft/parse.js';
import {lowerBound} from './language/spans.js';
import type {DraftRecord} from './record/checks.js';
import type {Settings} from './record/config.js';
import {DraftWords} from './record/draftWords.js';
import {houseSeverity} from './rules/houseSeverity.js';
import {houseStyles} from './rules/houses/index.js';
import {phraseRule} from './rules/phraseRule.js';
import {rules as allRules} from './rules/registry.generated.js';
import type {
  Finding,
  FindingSeverity,
  LocalFinding,
  RecordRule,
  Rule,
  SourceFinding,
  StoryRule,
  Suppression,
  Template,
} from './rules/rule.js';
import {type House, type Severity, severities} from './rules/severity.js';
import {analyseBlocks, type BlockMemory} from './story/blocks.js';
import {buildStory, StoryMemory} from './story/build.js';
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

/** A finding that an ignore mark, or an entry of the file of checks beside the draft, silenced; for the report. */
export interface SuppressedFinding {
  readonly finding: ReportedFinding;
  readonly reason: string;
  /** Who decided it; null where that is not said, as a mark never does. */
  readonly by: string | null;
}

export interface Analysis {
  readonly draft: Draft;
  readonly story: Story;
  /** In the order of the draft. */
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** What is to be said of the file of checks beside the draft, in offsets of that file. */
  readonly ofRecord: readonly ReportedFinding[];
}

/**
 * Blocks that are read before it is asked again whether to go on: the more there are behind, which are all looked up
 * again, the more, so that what this costs stays linear.
 */
const blocksAtOnce = (read: number): number => Math.max(2, read >> 6);

const noRecord: DraftRecord = {ignores: []};

export const defaultSettings: Settings = {house: 'ap', rules: {}};

/** Genres that the shared exemptions leave alone (rules.md, condition 3). */
const opinionGenres = new Set(['opinion', 'analysis', 'column', 'review', 'first-person']);

export function effectiveSeverity(rule: Rule, settings: Settings): Severity {
  return settings.rules[rule.id]?.severity ?? houseSeverity(rule, settings.house).severity;
}

/**
 * One open draft with its memory between edits: `update` re-analyses the blocks that changed and re-runs the
 * whole-draft pass. Pure: the same text and settings give the same analysis, whatever came before.
 */
export class DraftSession {
  private draft: Draft | undefined;
  private blocks: BlockMemory = new WeakMap();
  private readonly memory = new StoryMemory();
  private settings: Settings | undefined;
  private inForce: readonly InForce[] = [];
  private prepared: Prepared | undefined;

  constructor(private readonly rules: readonly Rule[] = allRules) {}

  /** @param record what is kept on the draft beside it */
  update(
    text: string,
    format: DraftFormat,
    settings: Settings = defaultSettings,
    record: DraftRecord = noRecord,
  ): Analysis {
    const draft = this.open(text, format, settings);
    this.prepared = undefined;
    const story = buildStory(draft, analyseBlocks(draft.blocks, this.blocks), this.memory);
    return {draft, story, ...this.judge(story, settings, record)};
  }

  /**
   * Does beforehand what `update` will remember of a long text that is new, so that it need not be done in one go:
   * reads it block by block from its top, puts the story together and goes through the rules, for as long as `goOn`
   * says. Changes no result.
   * @returns whether there is nothing left to do beforehand
   */
  prepare(text: string, format: DraftFormat, settings: Settings, goOn: () => boolean): boolean {
    const draft = this.open(text, format, settings);
    const {blocks} = draft;
    if (this.prepared?.draft !== draft) this.prepared = {draft, blocks: 0, story: null, rules: 0};
    const {prepared} = this;
    while (prepared.blocks < blocks.length) {
      prepared.blocks += blocksAtOnce(prepared.blocks);
      analyseBlocks(blocks.slice(0, prepared.blocks), this.blocks);
      if (!goOn()) return false;
    }
    if (!prepared.story) {
      prepared.story = buildStory(draft, analyseBlocks(blocks, this.blocks), this.memory);
      return false;
    }
    while (prepared.rules < this.inForce.length) {
      const {rule, options} = this.inForce[prepared.rules++] as InForce;
      if (rule.reads === 'story') for (const _ of rule.check(prepared.story, options, settings.house));
      if (!goOn()) return false;
    }
    return true;
  }

  private open(text: string, format: DraftFormat, settings: Settings): Draft {
    const {draft: last} = this;
    const draft = last?.text === text && last.format === format ? last : parseDraft(text, format, last);
    this.draft = draft;
    if (this.settings !== settings) {
      this.settings = settings;
      this.inForce = this.rulesInForce(settings);
    }
    return draft;
  }

  private judge(
    story: Story,
    settings: Settings,
    record: DraftRecord,
  ): Pick<Analysis, 'findings' | 'suppressed' | 'ofRecord'> {
    const {draft} = story;
    const opinion = opinionGenres.has(draft.meta.genre);
    const reported: ReportedFinding[] = [];
    const take = ({rule, severity}: InForce, finding: Finding): void => {
      const one = report(draft.blocks, rule, finding, severity, settings);
      if (counts(one, settings)) reported.push(one);
    };
    for (const [index, tables] of story.blocks.entries()) {
      if (tables.exempt) continue;
      for (const {by, finding} of this.foundIn(tables)) {
        if (!opinion || by.rule.readsOpinion) take(by, placed(finding, index));
      }
    }
    for (const by of this.inForce) {
      const {rule, options} = by;
      if (rule.reads !== 'story' || (opinion && !rule.readsOpinion)) continue;
      for (const finding of rule.check(story, options, settings.house)) take(by, finding);
    }
    const rules = this.allRules(settings);
    const {kept, suppressed, suppressions, entries} = applyIgnores(draft, reported, rules, record);
    const ofRecord: ReportedFinding[] = [];
    for (const {rule, severity, options} of this.inForce) {
      if (rule.reads !== 'suppressions') continue;
      for (const finding of rule.check(suppressions, options)) {
        kept.push(reportSource(rule, finding, severity, settings.house));
      }
      for (const finding of rule.check(entries, options)) {
        ofRecord.push(reportSource(rule, finding, severity, settings.house));
      }
    }
    kept.sort((a, b) => a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule));
    return {findings: kept, suppressed, ofRecord};
  }

  /** Our rules and the newsroom's own. */
  private allRules({phrases = []}: Settings): readonly Rule[] {
    return [...this.rules, ...phrases.map(phraseRule)];
  }

  private rulesInForce(settings: Settings): readonly InForce[] {
    return this.allRules(settings).flatMap((rule) => {
      const severity = effectiveSeverity(rule, settings);
      return severity === 'off' ? [] : [{rule, severity, options: optionValues(rule, settings)}];
    });
  }

  /** What the rules that read one block found in it: mostly nothing. Remembered with the block. */
  private foundIn(tables: BlockTables): readonly FoundInBlock[] {
    const known = foundBefore(tables);
    if (known.inForce !== this.inForce) {
      known.inForce = this.inForce;
      known.found = this.inForce.flatMap((by) => {
        const {rule, options} = by;
        if (rule.reads !== 'block') return [];
        return [...rule.check(tables, options)].map((finding) => ({by, finding}));
      });
    }
    return known.found;
  }
}

/** How far the work on a draft has been done beforehand: blocks read, the story, rules gone through. */
interface Prepared {
  readonly draft: Draft;
  blocks: number;
  story: Story | null;
  rules: number;
}

/** What was found in a block last, and by which rules. */
const foundBefore = perBlock((): {inForce: readonly InForce[] | null; found: readonly FoundInBlock[]} => ({
  inForce: null,
  found: [],
}));

/** A rule as the settings have it. */
interface InForce {
  readonly rule: Rule;
  readonly severity: Exclude<Severity, 'off'>;
  readonly options: never;
}

interface FoundInBlock {
  readonly by: InForce;
  readonly finding: LocalFinding;
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

function optionValues({id, options: specs}: Rule, {house, rules}: Settings): never {
  const given = {...houseStyles[house].options?.[id], ...rules[id]?.options};
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs ?? {})) values[name] = given[name] ?? spec.default;
  return values as never;
}

/** Translates a place of a story to the draft's own offsets. */
export function placeInDraft(blocks: readonly Block[], place: Place | DraftPlace): Span {
  if (place.block === null) return {start: place.start, end: place.end};
  const block = blocks[place.block];
  return block ? toDraftSpan(block, place) : {start: 0, end: 0};
}

/** Whether a house shows findings as mild as this one; what the newsroom itself asked for it always does. */
function counts({rule, severity}: ReportedFinding, {house, rules}: Settings): boolean {
  const {least} = houseStyles[house];
  return (
    !least || rules[rule]?.severity !== undefined || severities.indexOf(severity) <= severities.indexOf(least)
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

function report(
  blocks: readonly Block[],
  rule: Rule,
  finding: Finding,
  severity: Exclude<Severity, 'off'>,
  settings: Settings,
): ReportedFinding {
  return {
    rule: rule.id,
    severity: graded(rule, finding.severity, severity, settings),
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

function reportSource(
  rule: RecordRule,
  finding: SourceFinding,
  severity: Exclude<Severity, 'off'>,
  house: House,
): ReportedFinding {
  return {
    rule: rule.id,
    severity,
    start: finding.span.start,
    end: finding.span.end,
    message: finding.message,
    because: finding.because,
    house,
    related: [],
    fixes: (finding.fixes ?? []).map((fix) => ({
      title: fix.title,
      kind: fix.kind,
      preferred: false,
      edits: fix.edits.map((edit) => ({...edit.span, text: edit.text})),
    })),
    document: false,
    unnecessary: finding.unnecessary ?? false,
  };
}

/** Rules that no mark may silence. */
export const neverSilenced: ReadonlySet<string> = new Set(['unused-ignore', 'confidential-leak']);

/** What silences findings: a mark in the draft, or an entry beside it. */
interface Silencer {
  readonly reason: string;
  readonly by: string | null;
  readonly silenced: Set<string>;
  silences(finding: ReportedFinding): boolean;
}

function applyIgnores(
  draft: Draft,
  reported: readonly ReportedFinding[],
  rules: readonly Rule[],
  record: DraftRecord,
) {
  const known = new Set(rules.map((rule) => rule.id));
  const found = new Set(reported.map(({rule}) => rule));
  const marks = draft.ignores.map((mark): Silencer => markSilencer(draft, mark));
  let words: DraftWords | undefined;
  const entries = record.ignores.map(({rule, quote, reason, by, place}) => {
    // Where the rule finds nothing, nobody needs to know where the words are.
    const spans = quote && found.has(rule) ? (words ??= new DraftWords(draft.blocks)).find(quote) : null;
    const silencer: Silencer = {
      reason,
      by,
      silenced: new Set(),
      silences: (finding) => finding.rule === rule && (spans?.some((span) => meets(span, finding)) ?? true),
    };
    return {silencer, rule, place, lost: spans?.length === 0};
  });
  const marksAt = marksBeside(draft, marks);
  const kept: ReportedFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of reported) {
    const silencing = neverSilenced.has(finding.rule)
      ? []
      : [...marksAt(finding), ...entries.map(({silencer}) => silencer)].filter((one) =>
          one.silences(finding),
        );
    const [first] = silencing;
    if (!first) {
      kept.push(finding);
      continue;
    }
    suppressed.push({finding, reason: first.reason, by: first.by});
    first.silenced.add(finding.rule);
    // A mark and an entry for the same thing: neither is idle, and which goes is for a person to say.
    for (const {silencer} of entries) if (silencing.includes(silencer)) silencer.silenced.add(finding.rule);
  }
  const unknown = (ids: readonly string[]) => ids.filter((id) => !known.has(id));
  const suppressions: Suppression[] = draft.ignores.map(({rules: named, reason, mark}, index) => ({
    rules: named,
    unknownRules: unknown(named),
    reason,
    mark,
    silenced: [...(marks[index]?.silenced ?? [])],
  }));
  const ofEntries: Suppression[] = entries.map(({silencer, rule, place, lost}) => ({
    rules: [rule],
    unknownRules: unknown([rule]),
    reason: silencer.reason,
    mark: place,
    silenced: [...silencer.silenced],
    entry: true,
    lost,
  }));
  return {kept, suppressed, suppressions, entries: ofEntries};
}

/**
 * Answers which marks may silence a finding, first those of the whole draft: the marks of blocks stand in the order
 * of the draft and so do the blocks that they mean, so that only a few have to be asked.
 */
function marksBeside(draft: Draft, marks: readonly Silencer[]): (finding: Span) => readonly Silencer[] {
  const ofDraft = marks.filter((_, index) => draft.ignores[index]?.block === null);
  const ofBlocks = marks.flatMap((silencer, index) => {
    const {block, mark} = draft.ignores[index] as IgnoreMark;
    const meant = block === null ? undefined : draft.blocks[block];
    return meant
      ? [{silencer, start: Math.min(meant.start, mark.start), end: Math.max(meant.end, meant.start + 1)}]
      : [];
  });
  ofBlocks.sort((a, b) => a.start - b.start);
  return ({start}) => {
    const near: Silencer[] = [];
    let last = lowerBound(ofBlocks.length, (i) => (ofBlocks[i] as Span).start <= start) - 1;
    for (; last >= 0 && (ofBlocks[last] as Span).end > start; last--) {
      near.push((ofBlocks[last] as (typeof ofBlocks)[number]).silencer);
    }
    return [...ofDraft, ...near.reverse()];
  };
}

function markSilencer({blocks}: Draft, {rules, reason, block: index, mark}: IgnoreMark): Silencer {
  const block = index === null ? null : blocks[index];
  return {
    reason,
    by: null,
    silenced: new Set(),
    silences: ({rule, start}) =>
      reason !== '' &&
      rules.includes(rule) &&
      (block === null ||
        // A picture without words is no block; it may stand between the mark and the next one.
        (block !== undefined &&
          start >= Math.min(block.start, mark.start) &&
          start < Math.max(block.end, block.start + 1))),
  };
}

const meets = (one: Span, other: Span): boolean =>
  one.start < Math.max(other.end, other.start + 1) && other.start < one.end;

export type {StoryRule};
export {allRules as rules, houseSeverity};
