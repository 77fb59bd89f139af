import type {Mention} from '../../../server/src/attribution/mention.js';
import type {Span} from '../../../server/src/draft/block.js';
import {parseDraft} from '../../../server/src/draft/parse.js';
import type {Analysis, ReportedFinding} from '../../../server/src/engine.js';
import {noDetails} from '../../../server/src/story/details.js';
import {
  attributionKey,
  type BlockTables,
  type Place,
  type Source,
  type Story,
  type StoryAttribution,
  type StoryClaim,
} from '../../../server/src/story/story.js';
import {withBlocks} from '../byBlock.js';

export interface Spec {
  readonly sources?: readonly (Partial<Source> & {
    id: string;
    says: readonly string[];
    calls: readonly string[];
  })[];
  readonly claims?: readonly (Partial<StoryClaim> & {words: string})[];
  readonly conflicts?: readonly {claim: string; denial: string; by: string; against: string}[];
  readonly markers?: readonly string[];
  readonly findings?: readonly (Partial<ReportedFinding> & {words: string})[];
  readonly suppressed?: readonly {rule: string; words: string; reason: string; by?: string}[];
}

/** An analysis of a Markdown text whose tables are written by hand, every span given by its words. */
export function analysisOf(text: string, spec: Spec): Analysis {
  const draft = parseDraft(text, 'markdown');
  const place = (words: string): Place => {
    for (const [block, {content}] of draft.blocks.entries()) {
      const start = content.text.indexOf(words);
      if (start >= 0) return {block, start, end: start + words.length};
    }
    throw new Error(`the draft does not say "${words}"`);
  };
  const inText = (words: string): Span => {
    const start = text.indexOf(words);
    if (start < 0) throw new Error(`the text does not hold "${words}"`);
    return {start, end: start + words.length};
  };
  const attributions: StoryAttribution[] = [];
  const sources: Source[] = (spec.sources ?? []).map(({says, calls, ...given}) => {
    const first = attributions.length;
    for (const words of says) {
      const at = place(words);
      attributions.push({
        key: attributionKey(at.block, attributions.filter(({block}) => block === at.block).length),
        block: at.block,
        source: [],
        cue: [],
        content: [{start: at.start, end: at.end}],
        quote: /["“]/.test(words) ? (/^["“].*["”]$/.test(words) ? 'direct' : 'mixed') : 'indirect',
        cueKind: 'speech',
        cueLemma: 'say',
        mention: null,
        carried: false,
        negated: false,
        sentence: 0,
        confidence: 1,
        sourceId: given.id,
        candidates: [],
        subjectContinuity: false,
      });
    }
    return {
      name: null,
      label: calls[0] ?? given.id,
      kind: 'person',
      standing: 'named',
      gender: 'unknown',
      role: null,
      specificity: 5,
      parts: {},
      missing: [],
      mentions: calls.map(place),
      mentionIndexes: calls.map(() => 0),
      attributions: attributions.slice(first).map(({key}) => key),
      ...given,
    };
  });
  const blocks: BlockTables[] = draft.blocks.map(({content}, block) => {
    const quotations = [...content.text.matchAll(/"([^"]*)"/g)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
      inner: {start: found.index + 1, end: found.index + found[0].length - 1},
      depth: 0,
      closed: true,
      continued: false,
      speech: true,
    }));
    const markers = (spec.markers ?? []).map(place).filter((at) => at.block === block);
    return {
      content,
      sentences: [],
      quotations,
      mentions: [] as Mention[],
      attributions: [],
      announcement: null,
      claims: [],
      hearsay: [],
      times: [],
      markers: markers.map(({start, end}) => ({start, end, quoted: false})),
      persons: [],
      crimeLabels: [],
      ...noDetails,
      exempt: false,
      notes: [],
      find: () => [],
    };
  });
  const story: Story = withBlocks({
    draft,
    blocks,
    sources,
    attributions,
    claims: (spec.claims ?? []).map(({words, ...given}) => ({
      ...place(words),
      type: 'figure',
      trigger: {start: 0, end: 0},
      sentence: 0,
      quoted: false,
      grave: false,
      exempt: null,
      target: null,
      sourceId: null,
      attributed: false,
      attribution: null,
      ...given,
    })),
    conflicts: (spec.conflicts ?? []).map(({claim, denial, by, against}) => ({
      claim: place(claim),
      denial: place(denial),
      claimSourceId: by,
      denialSourceId: against,
    })),
  });
  const finding = ({words, ...given}: Partial<ReportedFinding> & {words: string}): ReportedFinding => ({
    rule: 'anon-official',
    severity: 'warning',
    message: 'Say who it is.',
    because: '',
    house: 'ap',
    related: [],
    fixes: [],
    document: false,
    unnecessary: false,
    ...inText(words),
    ...given,
  });
  return {
    draft,
    story,
    findings: (spec.findings ?? []).map(finding),
    suppressed: (spec.suppressed ?? []).map(({rule, words, reason, by}) => ({
      finding: finding({rule, words}),
      reason,
      by: by ?? null,
    })),
    ofRecord: [],
  };
}

/** A small story with something for every section. */
export const ferry = [
  '# Ferry line stops winter runs',
  '',
  'The ferry to Holm island carried 212 people a day last winter, said **Ingrid Dahl**, who runs the line.',
  '"We lose money on every crossing," Dahl said. She called the subsidy "a bad joke" twice.',
  '',
  'A harbour official said the boat had failed two inspections. Rivals had tampered with its engine.',
  '',
  'Local media reported that the line was for sale. It was founded in TK.',
  '',
  'Dahl denied that the line was for sale.',
  '',
].join('\n');

export const ferryAnalysis = (): Analysis =>
  analysisOf(ferry, {
    sources: [
      {
        id: 's1',
        name: 'Ingrid Dahl',
        label: 'Ingrid Dahl',
        role: 'who runs the line',
        calls: ['Ingrid Dahl', 'Dahl said'],
        says: [
          'The ferry to Holm island carried 212 people a day last winter',
          '"We lose money on every crossing,"',
          'the subsidy "a bad joke"',
        ],
      },
      {
        id: 's2',
        standing: 'described',
        specificity: 1,
        parts: {role: 'official'},
        missing: ['organisation', 'seniority', 'basis', 'reason'],
        calls: ['A harbour official'],
        says: ['the boat had failed two inspections'],
      },
      {id: 's3', kind: 'organisation', label: 'never asked', calls: ['Local media'], says: []},
    ],
    claims: [
      {
        words: 'The ferry to Holm island carried 212 people a day last winter',
        sourceId: 's1',
        attributed: true,
      },
      {words: 'the boat had failed two inspections', type: 'event', sourceId: 's2', attributed: true},
      {words: 'Rivals had tampered with its engine.', type: 'accusation', target: {start: 61, end: 67}},
    ],
    conflicts: [{claim: 'the line was for sale. It', denial: 'Dahl denied', by: 's3', against: 's1'}],
    markers: ['TK'],
    findings: [
      {words: 'A harbour official'},
      {
        words: 'Rivals had tampered with its engine',
        rule: 'accusation-unattributed',
        severity: 'error',
        message: 'Say whose word this is.',
      },
      {words: 'Local media reported', rule: 'secondhand', severity: 'hint', message: 'Name the outlet.'},
    ],
    suppressed: [{rule: 'relative-time', words: 'last winter', reason: 'archive piece', by: 'night desk'}],
  });
