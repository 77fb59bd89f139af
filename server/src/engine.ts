import {type Block, type Span, toDraftSpan} from './draft/block.js';
import type {Draft, DraftFormat} from './draft/draft.js';
import {parseDraft} from './draft/parse.js';
import type {Settings} from './record/config.js';
import {houseSeverity} from './rules/houseSeverity.js';
import {houseStyles} from './rules/houses/index.js';
import {phraseRule} from './rules/phraseRule.js';
import {rules as allRules} from './rules/registry.generated.js';
import type {
  BlockRule,
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
import {buildStory} from './story/build.js';
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

/** A finding that an ignore mark silenced, for the report. */
export interface SuppressedFinding {
  readonly finding: ReportedFinding;
  readonly reason: string;
}

export interface Analysis {
  readonly draft: Draft;
  readonly story: Story;
  /** In the order of the draft. */
  readonly findings: readonly ReportedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
}

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
  private local = new WeakMap<BlockTables, Map<string, readonly LocalFinding[]>>();
  private settings: Settings | undefined;

  constructor(private readonly rules: readonly Rule[] = allRules) {}

  update(text: string, format: DraftFormat, settings: Settings = defaultSettings): Analysis {
    const draft = parseDraft(text, format, this.draft);
    this.draft = draft;
    if (this.settings !== settings) {
      this.local = new WeakMap();
      this.settings = settings;
    }
    const story = buildStory(draft, analyseBlocks(draft.blocks, this.blocks));
    return {draft, story, ...this.judge(story, settings)};
  }

  private judge(story: Story, settings: Settings): Pick<Analysis, 'findings' | 'suppressed'> {
    const {draft} = story;
    const opinion = opinionGenres.has(draft.meta.genre);
    const reported: ReportedFinding[] = [];
    const rules = [...this.rules, ...(settings.phrases ?? []).map(phraseRule)];
    for (const rule of rules) {
      const severity = effectiveSeverity(rule, settings);
      if (severity === 'off' || rule.reads === 'suppressions' || (opinion && !rule.readsOpinion)) continue;
      const options = optionValues(rule, settings);
      const findings =
        rule.reads === 'story'
          ? rule.check(story, options, settings.house)
          : this.blockFindings(rule, story, options);
      for (const finding of findings) {
        const one = report(draft.blocks, rule, finding, severity, settings);
        if (counts(one, settings)) reported.push(one);
      }
    }
    const {kept, suppressed, suppressions} = applyIgnores(draft, reported, rules);
    for (const rule of rules) {
      const severity = effectiveSeverity(rule, settings);
      if (severity === 'off' || rule.reads !== 'suppressions') continue;
      const options = optionValues(rule, settings);
      for (const finding of rule.check(suppressions, options)) {
        kept.push(reportSource(rule, finding, severity, settings.house));
      }
    }
    kept.sort((a, b) => a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule));
    return {findings: kept, suppressed};
  }

  private *blockFindings(rule: BlockRule, story: Story, options: never): Generator<Finding> {
    for (const [index, tables] of story.blocks.entries()) {
      if (tables.exempt) continue;
      let memory = this.local.get(tables);
      if (!memory) {
        memory = new Map();
        this.local.set(tables, memory);
      }
      let found = memory.get(rule.id);
      if (!found) {
        found = [...rule.check(tables, options)];
        memory.set(rule.id, found);
      }
      for (const finding of found) yield placed(finding, index);
    }
  }
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

function applyIgnores(draft: Draft, reported: readonly ReportedFinding[], rules: readonly Rule[]) {
  const known = new Set(rules.map((rule) => rule.id));
  const silenced = draft.ignores.map(() => new Set<string>());
  const kept: ReportedFinding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of reported) {
    const mark = draft.ignores.findIndex((ignore) => {
      if (neverSilenced.has(finding.rule) || !ignore.reason || !ignore.rules.includes(finding.rule))
        return false;
      if (ignore.block === null) return true;
      const block = draft.blocks[ignore.block];
      return (
        block !== undefined &&
        // A picture without words is no block; it may stand between the mark and the next one.
        finding.start >= Math.min(block.start, ignore.mark.start) &&
        finding.start < Math.max(block.end, block.start + 1)
      );
    });
    if (mark < 0) kept.push(finding);
    else {
      silenced[mark]?.add(finding.rule);
      suppressed.push({finding, reason: draft.ignores[mark]?.reason ?? ''});
    }
  }
  const suppressions: Suppression[] = draft.ignores.map((ignore, index) => ({
    rules: ignore.rules,
    unknownRules: ignore.rules.filter((id) => !known.has(id)),
    reason: ignore.reason,
    mark: ignore.mark,
    silenced: [...(silenced[index] ?? [])],
  }));
  return {kept, suppressed, suppressions};
}

export type {StoryRule};
export {allRules as rules, houseSeverity};
