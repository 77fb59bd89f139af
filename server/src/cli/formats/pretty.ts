import {print} from '../output.js';
import type {FileResult, Finding} from '../result.js';
import {counted} from '../severities.js';
import {harmless, lineExcerpt, type Paint, painter, type Style, wantsColour} from '../terminal.js';
import type {Format} from './format.js';

const styles: Readonly<Record<Finding['severity'], Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};
const fewestColumns = 40;
const mostColumns = 120;
const usualColumns = 100;

/** For people: each finding with the words it is about, underlined. */
export function pretty(): Format {
  const paint = painter(wantsColour(process.stdout));
  return {
    file(result) {
      if (result.findings.length === 0 && result.fixed === 0) return;
      print(shown(result, paint));
    },
    end({files}) {
      const findings = files.flatMap((file) => file.findings);
      const fixed = files.reduce((sum, file) => sum + file.fixed, 0);
      const within = files.filter((file) => file.findings.length > 0).length;
      if (fixed > 0) print(`${fixed} ${fixed === 1 ? 'fix' : 'fixes'} made.\n`);
      if (findings.length > 0) {
        print(`${paint('bold', counted(findings))} in ${fileCount(within)} (${files.length} checked).\n`);
      } else if (files.length > 0) print(`No findings in ${fileCount(files.length)}.\n`);
    },
  };
}

/** The findings of one file under its name, with an empty line behind them. */
export function shown(
  {path, text, findings}: Pick<FileResult, 'path' | 'text' | 'findings'>,
  paint: Paint,
): string {
  const {columns: given} = process.stdout;
  const columns = Math.min(mostColumns, Math.max(fewestColumns, given || usualColumns));
  const lines = [paint('bold', harmless(path))];
  const margin = String(findings.at(-1)?.endLine ?? 1).length;
  for (const finding of findings) lines.push(...show(finding, text, margin, columns, paint));
  return `${lines.join('\n')}\n\n`;
}

const fileCount = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;

function show(finding: Finding, text: string, margin: number, columns: number, paint: Paint): string[] {
  const {line, column, severity, message, rule, start, end} = finding;
  const lineStart = start - (column - 1);
  const from = lineStart + (text.charCodeAt(lineStart) === 0xfeff ? 1 : 0);
  const words = text.slice(from, endOfLine(text, start));
  const number = String(line).padStart(margin);
  const excerpt = lineExcerpt(words, Math.max(0, start - from), end - from, columns - margin - 5);
  const marks = paint(styles[severity], '~'.repeat(excerpt.width) + (finding.endLine > line ? '…' : ''));
  return [
    `  ${paint('dim', `${line}:${column}`)} ${paint(styles[severity], severity)} ${harmless(message)} ${paint('dim', rule)}`,
    `  ${paint('dim', `${number} │`)} ${excerpt.text}`,
    `  ${paint('dim', `${' '.repeat(margin)} │`)} ${' '.repeat(excerpt.before)}${marks}`,
  ];
}

function endOfLine(text: string, from: number): number {
  const ends = /[\r\n]/g;
  ends.lastIndex = from;
  return ends.exec(text)?.index ?? text.length;
}
