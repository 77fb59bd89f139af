import type {SourceKind, SpecificityPart} from '../attribution/mention.js';
import {type Span, toDraftSpan} from '../draft/block.js';
import type {Analysis, ReportedFinding} from '../engine.js';
import {type AnyHouse, houseId} from '../rules/severity.js';
import {sourceNumbers} from '../story/sourceNumbers.js';
import type {BlockTables, ClaimType, Place, Source, StoryAttribution, StoryClaim} from '../story/story.js';
import {excerpt, lineTable, type Spot} from './lines.js';
import {statementsOf} from './statements.js';
import {isSourced, isUnnamed, tally} from './tally.js';

/** The sourcing report as plain data, for every renderer. It counts and lists; it never scores a story. */
export interface ReportData {
  readonly title: string;
  /** The draft's path as the caller names it. */
  readonly path: string;
  /** As settings call it; the name of a newsroom's own. */
  readonly house: string | null;
  readonly verdict: Verdict;
  /** Errors and warnings, worst first, then in the order of the draft. */
  readonly issues: readonly Issue[];
  readonly accusations: readonly ReportedClaim[];
  readonly unnamed: readonly UnnamedSource[];
  readonly sources: readonly ReportedSource[];
  readonly shares: readonly Share[];
  readonly claims: readonly ReportedClaim[];
  readonly conflicts: readonly ReportedConflict[];
  readonly secondhand: readonly Issue[];
  readonly markers: readonly Spot[];
  readonly suppressed: readonly Suppressed[];
}

export interface Verdict {
  readonly errors: number;
  readonly warnings: number;
  readonly openChecks: number;
  readonly claims: number;
  readonly sourced: number;
  readonly unnamed: number;
  /** Attributed statements whose source could be told, and how many of them rest on an unnamed one. */
  readonly statements: number;
  readonly unnamedStatements: number;
}

export interface Issue {
  readonly rule: string;
  readonly severity: ReportedFinding['severity'];
  readonly message: string;
  readonly spot: Spot;
}

export interface ReportedClaim {
  readonly type: ClaimType;
  readonly spot: Spot;
  /** Who vouches for it; null when nobody does or it could not be told who. */
  readonly source: string | null;
  readonly attributed: boolean;
  readonly sourced: boolean;
  /** Why nobody needs to be asked; null otherwise. */
  readonly exempt: string | null;
  /** Whom an accusation is about, where it could be told. */
  readonly target: string | null;
}

export interface UnnamedSource {
  readonly id: string;
  readonly label: string;
  readonly standing: 'described' | 'vague';
  /** 0-5. */
  readonly specificity: number;
  readonly missing: readonly SpecificityPart[];
  /** Why the draft says the source is not named; null when it does not say. */
  readonly reason: string | null;
  readonly first: Spot;
  readonly mentions: readonly Spot[];
  readonly statements: number;
}

export interface ReportedSource {
  readonly id: string;
  readonly label: string;
  readonly role: string | null;
  readonly kind: SourceKind;
  readonly standing: Source['standing'];
  readonly first: Spot;
  /** What is attributed to it, in the order of the draft. */
  readonly statements: readonly Spot[];
  /** Words of it inside quotation marks. */
  readonly wordsQuoted: number;
  /** Claims it vouches for. */
  readonly claims: number;
}

export const shareKinds = ['people', 'organisations', 'documents', 'groups', 'unnamed', 'unclear'] as const;
export type ShareKind = (typeof shareKinds)[number];

/** How much of what is attributed rests on one kind of source. */
export interface Share {
  readonly kind: ShareKind;
  readonly sources: number;
  readonly statements: number;
}

export interface ReportedConflict {
  readonly claim: Spot;
  readonly denial: Spot;
  readonly claimSource: string | null;
  readonly denialSource: string | null;
  /** How many paragraphs further on the denial stands; negative when it comes first. */
  readonly distance: number;
}

export interface Suppressed {
  readonly rule: string;
  readonly reason: string;
  /** Who decided it; null where that is not said. */
  readonly by: string | null;
  readonly spot: Spot;
}

/** @param where.path the draft's path as it shall be shown; @param where.house the house it was judged by, if known */
export function reportData(
  analysis: Analysis,
  where: {readonly path: string; readonly house?: AnyHouse},
): ReportData {
  const {draft, story, findings} = analysis;
  const at = lineTable(draft.text);
  const spotOf = (span: Span, words: string): Spot => ({
    start: span.start,
    end: span.end,
    ...at(span.start),
    text: excerpt(words),
  });
  const proseSpot = (place: Place): Spot => {
    const block = draft.blocks[place.block];
    return spotOf(block ? toDraftSpan(block, place) : {start: 0, end: 0}, textOf(story.blocks, place));
  };
  const sourceSpot = (span: Span): Spot => spotOf(span, draft.text.slice(span.start, span.end));
  const numbers = sourceNumbers(story);
  const labels = new Map(story.sources.map((source) => [source.id, publishedLabel(source)]));
  const labelOf = (id: string | null): string | null => (id === null ? null : (labels.get(id) ?? null));

  const claim = (one: StoryClaim): ReportedClaim => ({
    type: one.type,
    spot: proseSpot(one),
    source: labelOf(one.sourceId),
    attributed: one.attributed,
    sourced: isSourced(one),
    exempt: one.exempt,
    target: one.target ? excerpt(textOf(story.blocks, {...one.target, block: one.block})) : null,
  });
  const issue = (finding: ReportedFinding): Issue => ({
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    spot: sourceSpot(finding),
  });

  const used = story.sources.filter((source) => source.attributions.length > 0 && source.mentions.length > 0);
  const claimsBySource = count(story.claims.flatMap((one) => (one.sourceId === null ? [] : [one.sourceId])));
  const errors = findings.filter((finding) => finding.severity === 'error');
  const warnings = findings.filter((finding) => finding.severity === 'warning');
  const markers = story.blocks.flatMap((tables, block) =>
    tables.markers.filter((marker) => !marker.quoted).map((marker) => proseSpot({...marker, block})),
  );
  const owners = used.flatMap((source) => statementsOf(story, source).map(() => source));

  const house = where.house ?? findings[0]?.house;

  return {
    title: titleOf(analysis) ?? fileName(where.path),
    path: where.path,
    house: house ? houseId(house) : null,
    verdict: {
      errors: errors.length,
      warnings: warnings.length,
      openChecks: markers.length,
      ...tally(story),
      statements: owners.length,
      unnamedStatements: owners.filter(isUnnamed).length,
    },
    issues: [...errors, ...warnings].map(issue),
    accusations: story.claims.filter((one) => one.type === 'accusation').map(claim),
    unnamed: used.filter(isUnnamed).map((source) => ({
      id: numbers.get(source.id) ?? source.id,
      label: publishedLabel(source),
      standing: source.standing === 'vague' ? 'vague' : 'described',
      specificity: source.specificity,
      missing: source.missing,
      reason: source.parts.reason ?? null,
      first: proseSpot(source.mentions[0] as Place),
      mentions: source.mentions.map(proseSpot),
      statements: statementsOf(story, source).length,
    })),
    sources: used.map((source) => {
      const said = statementsOf(story, source);
      return {
        id: numbers.get(source.id) ?? source.id,
        label: publishedLabel(source),
        role: source.role,
        kind: source.kind,
        standing: source.standing,
        first: proseSpot(source.mentions[0] as Place),
        statements: said.map((one) => proseSpot(whole(one))),
        wordsQuoted: said.reduce((sum, one) => sum + wordsQuoted(story.blocks[one.block], one), 0),
        claims: claimsBySource.get(source.id) ?? 0,
      };
    }),
    shares: shares(used, owners),
    claims: story.claims.map(claim),
    conflicts: story.conflicts.map((conflict) => ({
      claim: proseSpot(conflict.claim),
      denial: proseSpot(conflict.denial),
      claimSource: labelOf(conflict.claimSourceId),
      denialSource: labelOf(conflict.denialSourceId),
      distance: conflict.denial.block - conflict.claim.block,
    })),
    secondhand: findings.filter((finding) => finding.rule === 'secondhand').map(issue),
    markers,
    suppressed: analysis.suppressed.map(({finding, reason, by}) => ({
      rule: finding.rule,
      reason,
      by,
      spot: sourceSpot(finding),
    })),
  };
}

/**
 * What a report calls a source. Every report goes through here, so that a source whose terms are not on the record
 * is redacted in one place once source notes say so.
 */
function publishedLabel(source: Source): string {
  return source.label;
}

function titleOf({draft}: Analysis): string | null {
  const heading = draft.blocks.find((block) => block.content.kind === 'heading')?.content.text;
  const title = (draft.meta.title ?? heading ?? '').trim();
  return title === '' ? null : excerpt(title);
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function textOf(blocks: readonly BlockTables[], place: Place): string {
  return blocks[place.block]?.content.text.slice(place.start, place.end) ?? '';
}

/** From the first to the last word of a statement: what it says, or, with no content, its cue and source. */
function whole(attribution: StoryAttribution): Place {
  const spans =
    attribution.content.length > 0 ? attribution.content : [...attribution.cue, ...attribution.source];
  const first = spans[0] ?? {start: 0, end: 0};
  return {
    block: attribution.block,
    start: spans.reduce((least, span) => Math.min(least, span.start), first.start),
    end: spans.reduce((most, span) => Math.max(most, span.end), first.end),
  };
}

function wordsQuoted(tables: BlockTables | undefined, attribution: StoryAttribution): number {
  if (!tables || attribution.quote === 'indirect') return 0;
  const marks = outermost(tables);
  let inside = 0;
  let all = 0;
  for (const span of attribution.content) {
    all += countWords(tables.content.text.slice(span.start, span.end));
    for (let i = firstEndingAfter(marks, span.start); i < marks.length; i++) {
      const {start, end} = marks[i] as Span;
      if (start >= span.end) break;
      inside += countWords(tables.content.text.slice(Math.max(start, span.start), Math.min(end, span.end)));
    }
  }
  // A block quotation is in no quotation marks: all of it is the speaker's.
  return inside === 0 && attribution.quote === 'direct' ? all : inside;
}

const outermostOf = new WeakMap<BlockTables, readonly Span[]>();

/** What stands between the outermost quotation marks of a block, in order. */
function outermost(tables: BlockTables): readonly Span[] {
  let spans = outermostOf.get(tables);
  if (!spans) {
    spans = tables.quotations.filter(({depth}) => depth === 0).map(({inner}) => inner);
    outermostOf.set(tables, spans);
  }
  return spans;
}

function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countWords(text: string): number {
  let words = 0;
  for (const word of text.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(word)) words++;
  return words;
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function shareKind(source: Source): ShareKind {
  if (isUnnamed(source)) return 'unnamed';
  if (source.standing === 'document' || source.kind === 'document') return 'documents';
  if (source.kind === 'person') return 'people';
  if (source.kind === 'organisation') return 'organisations';
  return source.kind === 'group' ? 'groups' : 'unclear';
}

function shares(used: readonly Source[], owners: readonly Source[]): Share[] {
  const sources = count(used.map(shareKind));
  const statements = count(owners.map(shareKind));
  return shareKinds
    .map((kind) => ({kind, sources: sources.get(kind) ?? 0, statements: statements.get(kind) ?? 0}))
    .filter((share) => share.statements > 0);
}
