import type {TriedFinding} from '../../server/src/protocol.js';
import {plural} from './wording.js';

/** What the rules of a settings file would flag in one story. */
export interface TriedStory {
  /** As a person here would name it. */
  readonly name: string;
  readonly address: string;
  readonly findings: readonly TriedFinding[];
}

export interface Tried {
  readonly rules: readonly {readonly id: string; readonly title: string}[];
  /** Those in which something was found. */
  readonly stories: readonly TriedStory[];
  /** How many were read. */
  readonly read: number;
  /** What a person should know of the trial, one sentence each. */
  readonly notes: readonly string[];
}

/** A page in Markdown: how often each rule finds something, then for each where and what. */
export function triedPage({rules, stories, read, notes}: Tried): string {
  const lines = [
    '# Rules tried on past stories',
    '',
    ...notes.flatMap((note) => [note, '']),
    '| Rule | Findings | Stories |',
    '| --- | --- | --- |',
  ];
  const found = rules.map(({id, title}) => ({
    id,
    title,
    stories: stories
      .map((story) => ({...story, findings: story.findings.filter(({rule}) => rule === id)}))
      .filter(({findings}) => findings.length > 0)
      .sort((a, b) => b.findings.length - a.findings.length),
  }));
  for (const {id, stories: within} of found) {
    const count = within.reduce((sum, {findings}) => sum + findings.length, 0);
    lines.push(`| ${id} | ${count} | ${within.length} of ${read} |`);
  }
  for (const {id, title, stories: within} of found) {
    lines.push('', `## ${id}`, '', plainText(title));
    if (within.length === 0) lines.push('', 'Nothing.');
    for (const {name, address, findings} of within) {
      lines.push('', `### ${plainText(name)}: ${plural(findings.length, 'finding')}`, '');
      for (const {line, column, severity, words, message} of findings) {
        lines.push(
          `- [${line}:${column}](${address}#L${line},${column}) ${severity}: “${plainText(words)}” ${plainText(message)}`,
        );
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Words of a story are no markup. */
const plainText = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
