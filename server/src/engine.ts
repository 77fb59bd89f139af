import type {Span} from './draft/block.js';
import type {Draft, DraftFormat, IgnoreMark} from './draft/draft.js';
import {markWithBlanks, reasonPlace} from './draft/marks.js';
import {parseDraft} from './draft/parse.js';
import {BlockJudge, type InForce, type ReportedFinding, report} from './judging.js';
import {lowerBound} from './language/spans.js';
import type {DraftRecord} from './record/checks.js';
import type {Settings} from './record/config.js';
import {DraftWords} from './record/draftWords.js';
import {houseSeverity} from './rules/houseSeverity.js';
import {houseOptions} from './rules/houses/index.js';
import {phraseRule} from './rules/phraseRule.js';
import {rules as allRules} from './rules/registry.generated.js';
import type {
  BlockRule,
  PassageRule,
  RecordRule,
  Rule,
  SourceFinding,
  StoryRule,
  Suppression,
} from './rules/rule.js';
import {type AnyHouse, baseOf, type Severity} from './rules/severity.js';
import {analyseBlocks, type BlockMemory} from './story/blocks.js';
import {buildStory, StoryMemory} from './story/build.js';
import type {Story} from './story/story.js';

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
  /** In the order of the draft. */
  readonly suppressed: readonly SuppressedFinding[];
  /** What is to be said of the file of checks beside the draft, in offsets of that file. */
  readonly ofRecord: readonly ReportedFinding[];
}

/**
 * Blocks that are read before it is asked again whether to go on: the more there are behind, which are all looked up
 * again, the more, so that what this costs stays linear.
 */
const blocksAtOnce = (read: number): number => Math.max(2, read >> 6);

/** So many blocks back what follows may bear on what is said. */
const bearingOn = 3;

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
  private readonly judgeBlocks = new BlockJudge();
  private inForce: RulesInForce | undefined;
  private prepared: Prepared | undefined;

  constructor(private readonly rules: readonly Rule[] = allRules) {}

  /** @param record what is kept on the draft beside it */
  update(
    text: string,
    format: DraftFormat,
    settings: Settings = defaultSettings,
    record: DraftRecord = noRecord,
  ): Analysis {
    const draft = this.open(text, format);
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
    const draft = this.open(text, format);
    const {blocks} = draft;
    if (this.prepared?.draft !== draft) this.prepared = {draft, blocks: 0, story: null, rules: -1};
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
    const {ofBlocks, ofStory} = this.rulesFor(settings, draft);
    if (prepared.rules < 0) {
      prepared.rules = 0;
      this.judgeBlocks.judge(prepared.story, ofBlocks, settings);
      if (!goOn()) return false;
    }
    while (prepared.rules < ofStory.length) {
      const {rule, options} = ofStory[prepared.rules++] as InForce<StoryRule>;
      for (const _ of rule.check(prepared.story, options, baseOf(settings.house)));
      if (!goOn()) return false;
    }
    return true;
  }

  /**
   * What can be said of the beginning of a long draft before the rest is read: it is judged as if the draft ended
   * there, save for its last blocks, on which the next ones bear, and for what is said of the draft as a whole or by
   * rules that look far ahead. More may be said of it later; next to nothing is taken back.
   * @param length of the beginning, in characters; @param record as for `update`
   * @returns null where the draft goes on for less than that
   */
  beginning(
    text: string,
    format: DraftFormat,
    settings: Settings,
    length: number,
    record: DraftRecord = noRecord,
  ): Analysis | null {
    const draft = this.open(text, format);
    const blocks = draft.blocks.slice(
      0,
      lowerBound(draft.blocks.length, (i) => (draft.blocks[i] as Span).start < length),
    );
    const last = blocks[blocks.length - bearingOn];
    if (!last || text.length < 2 * length) return null;
    const ignores = draft.ignores.filter(({block}) => block === null || block < blocks.length);
    const begun: Draft = {...draft, blocks, ignores};
    const story = buildStory(begun, analyseBlocks(blocks, this.blocks), this.memory);
    const {findings, suppressed} = this.judge(story, settings, record);
    const later = new Set(
      this.allRules(settings).flatMap(({id, reads, looksAhead}) =>
        looksAhead || reads === 'suppressions' ? [id] : [],
      ),
    );
    const stays = ({rule, start, document}: ReportedFinding): boolean =>
      start < last.start && !document && !later.has(rule);
    return {
      draft: begun,
      story,
      findings: findings.filter(stays),
      suppressed: suppressed.filter(({finding}) => stays(finding)),
      ofRecord: [],
    };
  }

  private open(text: string, format: DraftFormat): Draft {
    const {draft: last} = this;
    const draft = last?.text === text && last.format === format ? last : parseDraft(text, format, last);
    this.draft = draft;
    return draft;
  }

  private judge(
    story: Story,
    settings: Settings,
    record: DraftRecord,
  ): Pick<Analysis, 'findings' | 'suppressed' | 'ofRecord'> {
    const {draft} = story;
    const {ofBlocks, ofStory, ofRecord: recordRules} = this.rulesFor(settings, draft);
    const found = this.judgeBlocks.judge(story, ofBlocks, settings);
    for (const by of ofStory) {
      for (const finding of by.rule.check(story, by.options, baseOf(settings.house))) {
        const one = report(draft.blocks, by, finding, settings);
        if (one) found.push(one);
      }
    }
    found.sort(inOrder);
    const {kept, suppressed, suppressions, entries} = applyIgnores(
      draft,
      found,
      this.allRules(settings),
      record,
    );
    const ofRecord: ReportedFinding[] = [];
    for (const {rule, severity, options} of recordRules) {
      for (const finding of rule.check(suppressions, options)) {
        kept.push(reportSource(rule, finding, severity, settings.house));
      }
      for (const finding of rule.check(entries, options)) {
        ofRecord.push(reportSource(rule, finding, severity, settings.house));
      }
    }
    if (suppressions.length > 0) kept.sort(inOrder);
    return {findings: kept, suppressed, ofRecord};
  }

  /** Our rules and the newsroom's own. */
  private allRules({phrases = []}: Settings): readonly Rule[] {
    return [...this.rules, ...phrases.map(phraseRule)];
  }

  /** The rules that judge a draft; the very same lists for as long as settings and genre stay the same. */
  private rulesFor(settings: Settings, {meta}: Draft): RulesInForce {
    const opinion = opinionGenres.has(meta.genre);
    const known = this.inForce;
    if (known?.settings === settings && known.opinion === opinion) return known;
    const ofBlocks: InForce<BlockRule | PassageRule>[] = [];
    const ofStory: InForce<StoryRule>[] = [];
    const ofRecord: InForce<RecordRule>[] = [];
    for (const rule of this.allRules(settings)) {
      const severity = effectiveSeverity(rule, settings);
      if (severity === 'off') continue;
      const as = {severity, options: optionValues(rule, settings)};
      if (rule.reads === 'suppressions') ofRecord.push({rule, ...as});
      else if (opinion && !rule.readsOpinion) continue;
      else if (rule.reads === 'story') ofStory.push({rule, ...as});
      else ofBlocks.push({rule, ...as});
    }
    this.inForce = {settings, opinion, ofBlocks, ofStory, ofRecord};
    return this.inForce;
  }
}

/** How far the work on a draft has been done beforehand: blocks read, the story, rules gone through. */
interface Prepared {
  readonly draft: Draft;
  blocks: number;
  story: Story | null;
  /** Of those on the whole story; -1 before those on blocks. */
  rules: number;
}

/** The rules that are switched on, by what they read. */
interface RulesInForce {
  readonly settings: Settings;
  readonly opinion: boolean;
  readonly ofBlocks: readonly InForce<BlockRule | PassageRule>[];
  readonly ofStory: readonly InForce<StoryRule>[];
  readonly ofRecord: readonly InForce<RecordRule>[];
}

const inOrder = (a: ReportedFinding, b: ReportedFinding): number =>
  a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule);

function optionValues({id, options: specs}: Rule, {house, rules}: Settings): never {
  const given = {...houseOptions(house, id), ...rules[id]?.options};
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(specs ?? {})) values[name] = given[name] ?? spec.default;
  return values as never;
}

function reportSource(
  rule: RecordRule,
  finding: SourceFinding,
  severity: Exclude<Severity, 'off'>,
  house: AnyHouse,
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

/** What ignore marks and entries leave, and what each of them did. */
interface Ignored {
  readonly kept: ReportedFinding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly suppressions: readonly Suppression[];
  readonly entries: readonly Suppression[];
}

function applyIgnores(
  draft: Draft,
  reported: ReportedFinding[],
  rules: readonly Rule[],
  record: DraftRecord,
): Ignored {
  if (draft.ignores.length === 0 && record.ignores.length === 0) {
    return {kept: reported, suppressed: [], suppressions: [], entries: []};
  }
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
    removal: markWithBlanks(draft.text, mark),
    reasonPlace: reasonPlace(draft.text, mark),
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

export {placeInDraft, type ReportedEdit, type ReportedFinding, type ReportedFix} from './judging.js';
export type {StoryRule};
export {allRules as rules, houseSeverity};
