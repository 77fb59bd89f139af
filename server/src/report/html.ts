import type {ReportData} from './data.js';
import {type Cell, type Layout, layout, type Row, type Section} from './layout.js';
import type {Spot} from './lines.js';

/**
 * The report as the inside of an HTML body: no script, no style, no address outside the report. Links are
 * `#L<line>C<column>` with the span in `data-start` and `data-end`; `data-key` names sections and rows across edits.
 */
export function renderHtml(data: ReportData): string {
  const report = layout(data);
  return [
    '<main data-key="report">',
    `<header data-key="header"><h1>${escapeHtml(report.title)}</h1><p>${escapeHtml(report.subtitle)}</p></header>`,
    renderVerdict(report),
    renderContents(report),
    ...report.sections.map(renderSection),
    '</main>',
  ].join('');
}

/** For text and for attributes in double quotes. NUL, which no HTML may hold, is shown as the replacement character. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
    .replaceAll('\0', '\ufffd');
}

function renderVerdict({verdict}: Layout): string {
  const items = verdict.map(
    ({key, text, tone}) => `<li data-key="${key}" class="${tone}">${escapeHtml(text)}</li>`,
  );
  return [
    '<section data-key="verdict" id="verdict" class="verdict" role="status" aria-live="polite" aria-label="Verdict">',
    `<ul>${items.join('')}</ul>`,
    '</section>',
  ].join('');
}

function renderContents({sections}: Layout): string {
  if (sections.length === 0) return '<p data-key="empty">Nothing to report in this draft yet.</p>';
  const items = sections.map(
    ({key, title, rows}) =>
      `<li data-key="${key}"><a href="#${key}">${escapeHtml(title)}</a> (${rows.length})</li>`,
  );
  return `<nav data-key="contents" aria-label="Sections"><ul>${items.join('')}</ul></nav>`;
}

function renderSection(section: Section): string {
  const heading = `${section.key}-title`;
  const columns = section.columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
  const seen = new Map<string, number>();
  return [
    `<section data-key="${section.key}" id="${section.key}" aria-labelledby="${heading}">`,
    `<h2 id="${heading}" tabindex="-1">${escapeHtml(section.title)}</h2>`,
    '<table>',
    `<caption>${escapeHtml(section.note)}</caption>`,
    `<thead><tr>${columns}</tr></thead>`,
    '<tbody>',
    ...section.rows.map((row) => renderRow(row, seen)),
    '</tbody></table></section>',
  ].join('');
}

function renderRow(row: Row, seen: Map<string, number>): string {
  const before = seen.get(row.key) ?? 0;
  seen.set(row.key, before + 1);
  const key = escapeHtml(before === 0 ? row.key : `${row.key} #${before + 1}`);
  const [head, ...rest] = row.cells;
  const cells = rest.map((cell) => `<td>${renderCell(cell)}</td>`);
  return `<tr data-key="${key}"><th scope="row">${head ? renderCell(head) : ''}</th>${cells.join('')}</tr>`;
}

function renderCell(cell: Cell): string {
  if (cell.kind === 'text') return escapeHtml(cell.text);
  if (cell.kind === 'spot') return renderLink(cell.spot, cell.text);
  const items = cell.spots.map(
    (spot) => `<li>${renderLink(spot, `line ${spot.line}`)}: ${escapeHtml(spot.text)}</li>`,
  );
  return `<details><summary>${escapeHtml(cell.summary)}</summary><ul>${items.join('')}</ul></details>`;
}

function renderLink(spot: Spot, words: string): string {
  const place = `href="#L${spot.line}C${spot.column}" data-start="${spot.start}" data-end="${spot.end}"`;
  return `<a ${place} title="Line ${spot.line}">${escapeHtml(words)}</a>`;
}
