import type {SourceKind, SpecificityPart} from '../attribution/mention.js';
import {type House, houseNames} from '../rules/severity.js';
import type {ClaimType, Source} from '../story/story.js';
import type {ReportData, ReportedClaim, ShareKind, Verdict} from './data.js';
import type {Spot} from './lines.js';

/** The report as headings, tables and words: what Markdown and HTML have in common. */
export interface Layout {
  readonly title: string;
  readonly subtitle: string;
  readonly verdict: readonly VerdictItem[];
  readonly sections: readonly Section[];
}

export interface VerdictItem {
  readonly key: string;
  readonly text: string;
  readonly tone: 'error' | 'warning' | 'plain';
}

export interface Section {
  /** Stays the same from edit to edit, so that a view can keep its place. */
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** What the row is about; of rows with the same key the first stays the first. */
  readonly key: string;
  /** The first one heads the row. */
  readonly cells: readonly Cell[];
}

export type Cell =
  | {readonly kind: 'text'; readonly text: string}
  | {readonly kind: 'spot'; readonly text: string; readonly spot: Spot}
  | {readonly kind: 'spots'; readonly summary: string; readonly spots: readonly Spot[]};

const text = (words: string | number): Cell => ({kind: 'text', text: String(words)});
const link = (spot: Spot, words = spot.text): Cell => ({
  kind: 'spot',
  text: words || `line ${spot.line}`,
  spot,
});
const line = (spot: Spot): Cell => text(spot.line);

/** `3 claims`, `1 claim`. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

export function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((100 * part) / whole)}%`;
}

const kindNames: Record<SourceKind, string> = {
  person: 'Person',
  organisation: 'Organisation',
  document: 'Document',
  group: 'Group',
  unknown: 'Not clear',
};
const standingNames: Record<Source['standing'], string> = {
  named: 'Named',
  described: 'Unnamed, described',
  vague: 'Unnamed, vague',
  document: 'Document',
};
const claimNames: Record<ClaimType, string> = {
  figure: 'Figure',
  superlative: 'Superlative',
  accusation: 'Accusation',
  'mental-state': 'State of mind',
  prediction: 'Prediction',
  event: 'Event',
  other: 'Statement',
};
const shareNames: Record<ShareKind, string> = {
  people: 'Named people',
  organisations: 'Organisations',
  documents: 'Documents',
  groups: 'Groups',
  unnamed: 'Unnamed sources',
  unclear: 'Not clear',
};
const partNames: Record<SpecificityPart, string> = {
  role: 'what they do',
  organisation: 'whom they work for',
  seniority: 'how senior they are',
  basis: 'how they know',
  reason: 'why they are not named',
};

export function layout(data: ReportData): Layout {
  return {
    title: data.title,
    subtitle: data.house
      ? `Sourcing report, ${houseNames[data.house as House] ?? data.house} house style`
      : 'Sourcing report',
    verdict: verdict(data.verdict),
    sections: sections(data).filter((section) => section.rows.length > 0),
  };
}

function verdict(counts: Verdict): VerdictItem[] {
  const items: VerdictItem[] = [
    {key: 'errors', text: plural(counts.errors, 'error'), tone: counts.errors > 0 ? 'error' : 'plain'},
    {
      key: 'warnings',
      text: plural(counts.warnings, 'warning'),
      tone: counts.warnings > 0 ? 'warning' : 'plain',
    },
  ];
  if (counts.openChecks > 0) {
    items.push({key: 'checks', text: plural(counts.openChecks, 'open check'), tone: 'warning'});
  }
  items.push({
    key: 'claims',
    text:
      counts.claims === 0
        ? 'no claims found'
        : `${counts.sourced} of ${plural(counts.claims, 'claim')} sourced`,
    tone: 'plain',
  });
  if (counts.statements > 0) {
    const share = percent(counts.unnamedStatements, counts.statements);
    items.push({
      key: 'unnamed',
      text: `${plural(counts.unnamed, 'unnamed source')} (${share} of statements)`,
      tone: 'plain',
    });
  }
  return items;
}

function sections(data: ReportData): Section[] {
  return [
    {
      key: 'issues',
      title: 'To settle',
      note: 'Errors first, then warnings.',
      columns: ['What', 'Words', 'Line', 'Weight', 'Rule'],
      rows: data.issues.map((issue) => ({
        key: `${issue.rule} ${issue.spot.text}`,
        cells: [
          text(issue.message),
          link(issue.spot),
          line(issue.spot),
          text(issue.severity === 'error' ? 'Error' : 'Warning'),
          text(issue.rule),
        ],
      })),
    },
    {
      key: 'accusations',
      title: 'Legal and fairness',
      note: 'Accusations, whom they are about, and on whose word. An attribution lowers the risk; it does not remove it.',
      columns: ['Accusation', 'Line', 'About', 'On whose word'],
      rows: data.accusations.map((claim) => ({
        key: claim.spot.text,
        cells: [link(claim.spot), line(claim.spot), text(claim.target ?? 'Not clear'), text(vouches(claim))],
      })),
    },
    {
      key: 'unnamed',
      title: 'Unnamed sources',
      note: 'How specific each description is, from 0 to 5, and what a reader is not told.',
      columns: ['Source', 'Line', 'Specific', 'Not said', 'Reason given', 'Statements', 'Mentions'],
      rows: data.unnamed.map((source) => ({
        key: source.label,
        cells: [
          link(source.first, source.label),
          line(source.first),
          text(`${source.specificity} of 5`),
          text(source.missing.map((part) => partNames[part]).join(', ') || 'Nothing'),
          text(source.reason ?? 'None'),
          text(source.statements),
          spots(source.mentions, 'mention'),
        ],
      })),
    },
    {
      key: 'sources',
      title: 'Sources',
      note: 'Everyone and everything that the draft attributes something to.',
      columns: ['Source', 'Role', 'Kind', 'Standing', 'First line', 'Words quoted', 'Claims', 'Statements'],
      rows: data.sources.map((source) => ({
        key: source.label,
        cells: [
          link(source.first, source.label),
          text(source.role ?? ''),
          text(kindNames[source.kind]),
          text(standingNames[source.standing]),
          line(source.first),
          text(source.wordsQuoted),
          text(source.claims),
          spots(source.statements, 'statement'),
        ],
      })),
    },
    {
      key: 'shares',
      title: 'Where the statements come from',
      note: 'How much of what is attributed rests on each kind of source.',
      columns: ['Kind of source', 'Sources', 'Statements', 'Share'],
      rows: data.shares.map((share) => ({
        key: share.kind,
        cells: [
          text(shareNames[share.kind]),
          text(share.sources),
          text(share.statements),
          text(percent(share.statements, data.verdict.statements)),
        ],
      })),
    },
    {
      key: 'claims',
      title: 'Claims',
      note: 'In the order of the draft.',
      columns: ['Claim', 'Line', 'Type', 'On whose word'],
      rows: data.claims.map((claim) => ({
        key: claim.spot.text,
        cells: [link(claim.spot), line(claim.spot), text(claimNames[claim.type]), text(vouches(claim))],
      })),
    },
    {
      key: 'conflicts',
      title: 'Claims and denials',
      note: 'How far apart each claim and its denial stand.',
      columns: ['Claim', 'Line', 'By', 'Denial', 'Line', 'By', 'Apart'],
      rows: data.conflicts.map((conflict) => ({
        key: `${conflict.claim.text} ${conflict.denial.text}`,
        cells: [
          link(conflict.claim),
          line(conflict.claim),
          text(conflict.claimSource ?? 'Not clear'),
          link(conflict.denial),
          line(conflict.denial),
          text(conflict.denialSource ?? 'Not clear'),
          text(conflict.distance === 0 ? 'Same paragraph' : plural(Math.abs(conflict.distance), 'paragraph')),
        ],
      })),
    },
    {
      key: 'secondhand',
      title: 'Second-hand',
      note: 'Taken from other media.',
      columns: ['Words', 'Line', 'What'],
      rows: data.secondhand.map((issue) => ({
        key: issue.spot.text,
        cells: [link(issue.spot), line(issue.spot), text(issue.message)],
      })),
    },
    {
      key: 'markers',
      title: 'Open checks',
      note: 'Check markers still in the copy.',
      columns: ['Marker', 'Line'],
      rows: data.markers.map((marker) => ({key: marker.text, cells: [link(marker), line(marker)]})),
    },
    {
      key: 'suppressed',
      title: 'Silenced',
      note: 'What ignore marks in the draft and entries of the file of checks beside it silence, and the reason given.',
      columns: ['Words', 'Line', 'Rule', 'Reason', 'Who'],
      rows: data.suppressed.map(({spot, rule, reason, by}) => ({
        key: `${rule} ${spot.text}`,
        cells: [link(spot), line(spot), text(rule), text(reason), text(by ?? 'Not said')],
      })),
    },
  ];
}

function spots(all: readonly Spot[], noun: string): Cell {
  return {kind: 'spots', summary: plural(all.length, noun), spots: all};
}

function vouches(claim: ReportedClaim): string {
  if (claim.attributed) return claim.source ?? 'Attributed, source not clear';
  return claim.exempt === null ? 'Nobody' : `No source needed: ${claim.exempt}`;
}
