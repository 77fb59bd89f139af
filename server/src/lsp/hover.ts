import {type Hover, type HoverParams, MarkupKind} from 'vscode-languageserver';
import type {Mention, SpecificityPart} from '../attribution/mention.js';
import type {Span} from '../draft/block.js';
import {type Analysis, houseSeverity, type ReportedFinding, rules} from '../engine.js';
import {escapeMarkdown} from '../report/markdown.js';
import {statementsOf} from '../report/statements.js';
import {sourceById} from '../rules/lookup.js';
import {houseTitle} from '../rules/severity.js';
import {unnamedClass} from '../rules/unnamedSources.js';
import {sourceOfMention} from '../story/mentionSources.js';
import {attributionOf, type Place, type Source, type Story, type StoryClaim} from '../story/story.js';
import type {Context} from './context.js';
import type {Reading} from './documents.js';
import {rulePage} from './draftDiagnostics.js';
import {answering} from './guard.js';
import {placeInDraft, placeOfStatement, proseAt, rangeOf, touches, wordsOf} from './places.js';

/** No more statements, findings or claims than these: a hover is read at a glance. */
const mostStatements = 8;
const mostFindings = 2;
const mostClaims = 2;

const standings: Readonly<Record<Source['standing'], string>> = {
  named: 'named',
  described: 'not named, but described',
  vague: 'neither named nor described',
  document: 'a document',
};
const kinds: Readonly<Record<Source['kind'], string>> = {
  person: 'person',
  organisation: 'organisation',
  document: 'document',
  group: 'group',
  unknown: '',
};
const partNames: Readonly<Record<SpecificityPart, string>> = {
  role: 'what they do',
  organisation: 'whom they work for',
  seniority: 'how senior they are',
  basis: 'how they know',
  reason: 'why they are not named',
};
const claimNames: Readonly<Record<StoryClaim['type'], string>> = {
  figure: 'a figure',
  superlative: 'a superlative',
  accusation: 'an accusation',
  'mental-state': 'what somebody thinks or feels',
  prediction: 'a prediction',
  event: 'an event',
  other: 'a statement of fact',
};
const ruleOfClass = {
  bare: 'anon-bare-source',
  official: 'anon-official',
  group: 'vague-group',
  spokesperson: 'unnamed-spokesperson',
} as const;

/** On a mention of a source: who that is. On a claim: who vouches for it. On a finding: why it counts. */
export function provideHover(context: Context): void {
  const {connection, documents} = context;
  connection.onHover(
    answering<HoverParams, Hover | null>(
      connection,
      'hover',
      () => null,
      async (params, token) => {
        const reading = await documents.read(params.textDocument.uri, token, true);
        if (!reading?.analysis) return null;
        return hoverAt(
          reading,
          reading.analysis,
          reading.document.offsetAt(params.position),
          context.client().markdown,
        );
      },
    ),
  );
}

function hoverAt(reading: Reading, analysis: Analysis, offset: number, markdown: boolean): Hover | null {
  const {draft, story, findings} = analysis;
  const writer = new Writer(reading, story, markdown);
  const sections: {readonly lines: readonly string[]; readonly span: Span}[] = [];

  const at = {start: offset, end: offset};
  for (const finding of findings.filter((one) => touches(one, at)).slice(0, mostFindings)) {
    sections.push({lines: findingNote(writer, finding), span: finding});
  }
  const found = proseAt(draft.blocks, offset);
  const tables = found && story.blocks[found.block];
  if (found && tables) {
    const here = {start: found.prose, end: found.prose};
    // Of mentions one inside the other, the shortest: it is the one that is pointed at.
    const mentions = [...tables.mentions.entries()]
      .filter(([, mention]) => touches(mention, here))
      .sort(([, a], [, b]) => a.end - a.start - (b.end - b.start));
    const seen = new Set<string>();
    for (const [index, mention] of mentions) {
      const source = sourceOfMention(story, found.block, index);
      if (!source || seen.has(source.id) || seen.size > 0) continue;
      seen.add(source.id);
      const place = {...mention, block: found.block};
      sections.push({
        lines: sourceNote(writer, source, mention, found.block, findings),
        span: placeInDraft(draft.blocks, place),
      });
    }
    const claims = story.claims.filter((claim) => claim.block === found.block && touches(claim, here));
    for (const claim of claims.slice(0, mostClaims)) {
      sections.push({lines: claimNote(writer, claim), span: placeInDraft(draft.blocks, claim)});
    }
  }
  const first = sections[0];
  if (!first) return null;
  const value = sections
    .map(({lines}) => lines.join(markdown ? '  \n' : '\n'))
    .join(markdown ? '\n\n---\n\n' : '\n\n');
  const shortest =
    sections.map(({span}) => span).sort((a, b) => a.end - a.start - (b.end - b.start))[0] ?? first.span;
  return {
    contents: {kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value},
    range: rangeOf(reading.document, shortest),
  };
}

function findingNote(writer: Writer, finding: ReportedFinding): string[] {
  const {text, strong} = writer;
  const rule = rules.find(({id}) => id === finding.rule);
  const reason = rule ? houseSeverity(rule, finding.house).reason : null;
  return [
    `${strong(rule?.title ?? finding.rule)} ${writer.rule(finding.rule)}`,
    text(finding.because),
    ...(rule ? [text(rule.why)] : []),
    ...(reason === null ? [] : [`${text(houseTitle(finding.house))}: ${text(reason)}`]),
  ];
}

function sourceNote(
  writer: Writer,
  source: Source,
  mention: Mention,
  block: number,
  findings: readonly ReportedFinding[],
): string[] {
  const {text, strong, story} = writer;
  const lines: string[] = [];
  const facts = [source.role, kinds[source.kind], standings[source.standing]]
    .filter(Boolean)
    .map((fact) => text(fact ?? ''));
  lines.push(`${strong(source.label)} (${[...new Set(facts)].join('; ')})`);
  const unnamed = source.standing === 'described' || source.standing === 'vague';
  if (unnamed) {
    const missing = source.missing.map((part) => partNames[part]);
    lines.push(
      `Described ${source.specificity}/5.${missing.length > 0 ? ` Missing: ${missing.join(', ')}.` : ''}`,
    );
  }
  const statements = statementsOf(story, source).flatMap((one) => {
    const place = placeOfStatement(one);
    return place ? [place] : [];
  });
  if (statements.length === 0) lines.push('Nothing in this draft is attributed to this source.');
  else {
    const listed = statements
      .slice(0, mostStatements)
      .map((place) => `${writer.line(place)} ${writer.quote(place)}`);
    const more = statements.length - listed.length;
    lines.push(
      `Attributed in this draft:`,
      ...listed.map((one) => `• ${one}`),
      ...(more > 0 ? [`• and ${more} more`] : []),
    );
  }
  const demand = unnamed ? houseDemand(writer, source, mention, block, findings) : null;
  if (demand) lines.push(demand);
  return lines;
}

/** What the house asks of such a source: by the rule that found fault with it, else by the rule for its sort. */
function houseDemand(
  writer: Writer,
  source: Source,
  mention: Mention,
  block: number,
  findings: readonly ReportedFinding[],
): string | null {
  const {reading, story} = writer;
  const unnamedRules: readonly string[] = Object.values(ruleOfClass);
  const spans = source.mentions.map((place) => placeInDraft(story.draft.blocks, place));
  const own = placeInDraft(story.draft.blocks, {...mention, block});
  const fault =
    findings.find((finding) => unnamedRules.includes(finding.rule) && touches(finding, own)) ??
    findings.find(
      (finding) => unnamedRules.includes(finding.rule) && spans.some((span) => touches(finding, span)),
    );
  const sort = unnamedClass(mention);
  const id = fault?.rule ?? (sort && ruleOfClass[sort]);
  const rule = rules.find((one) => one.id === id);
  if (!rule) return null;
  const {house} = reading.settings;
  const {reason} = houseSeverity(rule, house);
  return reason === null
    ? null
    : `${writer.text(houseTitle(house))}: ${writer.text(reason)} ${writer.rule(rule.id)}`;
}

function claimNote(writer: Writer, claim: StoryClaim): string[] {
  const {story, strong, text} = writer;
  const what = `${strong('Claim')}: ${claimNames[claim.type]} (${writer.quote({...claim.trigger, block: claim.block})}).`;
  const attribution = claim.attribution === null ? undefined : attributionOf(story, claim.attribution);
  const source = sourceById(story, claim.sourceId);
  if (!claim.attributed) {
    if (claim.exempt !== null) return [what, `Nobody needs to be asked: ${text(claim.exempt)}.`];
    return [
      what,
      claim.quoted ? 'Inside a quotation; nobody is named as its speaker.' : 'Nobody vouches for it.',
    ];
  }
  const who = source
    ? `On the word of ${strong(source.label)}`
    : 'Attributed, but it could not be told to whom';
  const cue = attribution?.cue[0] ?? attribution?.source[0];
  const where = attribution && cue ? `, ${writer.line({...cue, block: attribution.block})}` : '';
  return [what, `${who}${where}.`];
}

/** Writes Markdown, or plain text for clients that show no other. Words of the draft are never read as markup. */
class Writer {
  constructor(
    readonly reading: Reading,
    readonly story: Story,
    private readonly markdown: boolean,
  ) {}

  readonly text = (words: string): string => (this.markdown ? escapeMarkdown(words) : words);

  readonly strong = (words: string): string => (this.markdown ? `**${escapeMarkdown(words)}**` : words);

  quote(place: Place): string {
    return `“${this.text(wordsOf(this.story, place))}”`;
  }

  line(place: Place): string {
    const {document} = this.reading;
    const line = document.positionAt(placeInDraft(this.story.draft.blocks, place).start).line + 1;
    return this.link(`line ${line}`, `${document.uri}#L${line}`);
  }

  rule(id: string): string {
    const page = rulePage(this.reading, id);
    return `(${page === null ? id : this.link(id, page)})`;
  }

  private link(words: string, uri: string): string {
    return this.markdown
      ? `[${words}](${uri.replace(/[\s()<>]/g, (character) => encodeURIComponent(character).replace('(', '%28').replace(')', '%29'))})`
      : words;
  }
}
