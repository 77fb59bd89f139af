import type {Mention} from '../attribution/mention.js';
import {type UnderstoodParams, type UnderstoodResult, understoodRequest} from '../protocol.js';
import {escapeMarkdown} from '../report/markdown.js';
import {sourceById} from '../rules/lookup.js';
import {houseId} from '../rules/severity.js';
import type {Place, Source, Story, StoryAttribution} from '../story/story.js';
import type {Context} from './context.js';
import type {Reading} from './documents.js';
import {answering} from './guard.js';
import {placeInDraft, wordsOf} from './places.js';

/** What the engine made of a draft, for a person to look into: the source of every finding, in one page. */
export function provideUnderstood({connection, documents}: Context): void {
  connection.onRequest(
    understoodRequest,
    answering<UnderstoodParams, UnderstoodResult>(
      connection,
      'understood',
      () => ({markdown: 'Nothing is known of this document.\n'}),
      async ({uri}, token) => {
        const reading = await documents.read(uri, token);
        return {
          markdown: reading ? page(reading) : 'This document is not open, or no text that Onrecord reads.\n',
        };
      },
    ),
  );
}

function page(reading: Reading): string {
  const {analysis, eligibility, foreign, settings, problems} = reading;
  const lines = [
    '# What Onrecord understood',
    '',
    `- Draft: ${eligibility.draft ? 'yes' : 'no'}. ${escapeMarkdown(eligibility.reason)}`,
    `- House: ${escapeMarkdown(houseId(settings.house))}`,
    ...(foreign === null ? [] : [`- Language: ${escapeMarkdown(foreign)}. Only English is read.`]),
    ...problems.map(({message}) => `- Problem: ${escapeMarkdown(message)}`),
  ];
  if (!analysis) return `${lines.join('\n')}\n`;
  const {draft, story} = analysis;
  const {meta} = draft;
  lines.push(
    `- Format: ${draft.format}; genre: ${meta.genre}; date: ${meta.date ?? 'none'}; blocks: ${draft.blocks.length}`,
    '',
    '## Sources',
    '',
    ...table(
      ['Source', 'Kind', 'Standing', 'Specificity', 'Missing', 'Mentions', 'Statements'],
      story.sources.map((source) => [
        escapeMarkdown(source.label),
        source.kind,
        source.standing,
        `${source.specificity}/5`,
        source.missing.join(', '),
        source.mentions.map((place) => lineOf(reading, story, place)).join(', '),
        String(source.attributions.length),
      ]),
    ),
    '',
    '## Statements',
    '',
    ...table(
      ['Line', 'Source', 'Cue', 'Content', 'Quote', 'How sure'],
      story.attributions.map((one) => statementRow(reading, story, one)),
    ),
    '',
    '## Claims',
    '',
    ...table(
      ['Line', 'Type', 'Words', 'On whose word'],
      story.claims.map((claim) => [
        lineOf(reading, story, claim),
        claim.type,
        words(story, claim),
        claim.attributed
          ? escapeMarkdown(sourceById(story, claim.sourceId)?.label ?? 'somebody')
          : claim.exempt !== null
            ? `not needed: ${escapeMarkdown(claim.exempt)}`
            : 'nobody',
      ]),
    ),
    '',
    '## Blocks',
    '',
    ...table(
      ['Line', 'Kind', 'Sentences', 'Quotations', 'Mentions'],
      story.blocks.map((tables, block) => [
        lineOf(reading, story, {block, start: 0, end: 0}),
        `${tables.content.kind}${tables.exempt ? ' (not judged)' : ''}`,
        String(tables.sentences.length),
        String(tables.quotations.length),
        tables.mentions.map(mentionCell).join('; '),
      ]),
    ),
    '',
  );
  return lines.join('\n');
}

function statementRow(reading: Reading, story: Story, one: StoryAttribution): string[] {
  const {block, content, cue, source} = one;
  const first = [...content, ...cue, ...source][0] ?? {start: 0, end: 0};
  const spans = (list: StoryAttribution['cue']) =>
    list.map((span) => words(story, {...span, block})).join(' … ');
  return [
    lineOf(reading, story, {...first, block}),
    sourceCell(sourceById(story, one.sourceId), spans(source), one.carried),
    spans(cue),
    spans(content),
    one.quote,
    one.confidence.toFixed(2),
  ];
}

function sourceCell(source: Source | undefined, said: string, carried: boolean): string {
  const label = source ? escapeMarkdown(source.label) : '';
  const both =
    said !== '' && label !== '' && said !== label ? `${said} = ${label}` : said || label || 'nobody';
  return carried ? `${both} (carried on)` : both;
}

const mentionCell = ({text, standing}: Mention): string => `${escapeMarkdown(text)} (${standing})`;

function words(story: Story, place: Place): string {
  return escapeMarkdown(wordsOf(story, place, 60));
}

function lineOf({document}: Reading, story: Story, place: Place): string {
  return String(document.positionAt(placeInDraft(story.draft.blocks, place).start).line + 1);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return ['None.'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
