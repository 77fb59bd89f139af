import type {ReportData} from './data.js';
import {type Cell, layout, type Section} from './layout.js';

/** The report as GitHub-flavoured Markdown; the draft's own words are escaped and stay on one line. */
export function renderMarkdown(data: ReportData): string {
  const report = layout(data);
  const parts = [
    `# ${escapeMarkdown(report.title)}`,
    `${escapeMarkdown(report.subtitle)}: ${escapeMarkdown(data.path)}`,
    `**${report.verdict.map(({text}) => escapeMarkdown(text)).join(' · ')}**`,
    ...report.sections.map(renderSection),
  ];
  if (report.sections.length === 0) parts.push('Nothing to report in this draft yet.');
  return `${parts.join('\n\n')}\n`;
}

function renderSection(section: Section): string {
  const rows = section.rows.map((row) => `| ${row.cells.map(renderCell).join(' | ')} |`);
  const table = [
    `| ${section.columns.join(' | ')} |`,
    `| ${section.columns.map(() => '---').join(' | ')} |`,
    ...rows,
  ].join('\n');
  return [`## ${section.title}`, section.note, table].join('\n\n');
}

function renderCell(cell: Cell): string {
  if (cell.kind !== 'spots') return escapeMarkdown(cell.text);
  const lines = [...new Set(cell.spots.map((spot) => spot.line))];
  return lines.length === 0
    ? ''
    : `${cell.summary} (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')})`;
}

/** Nothing in the text is read as markup, and no line break is left that would end a table row. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\0]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]#|~>]/g, '\\$&')
    .trim();
}
