// A rule's page and the list of all rules, as Markdown. An editor may show the source itself, so that reads well, too.
import type {DraftFormat} from '../server/src/draft/draft.js';
import {escapeMarkdown} from '../server/src/report/markdown.js';
import {exampleText} from '../server/src/rules/exampleText.js';
import {houseSeverity} from '../server/src/rules/houseSeverity.js';
import type {Example, Family, OptionSpec, Rule} from '../server/src/rules/rule.js';
import {families} from '../server/src/rules/rule.js';
import {houseNames, houses, type Severity} from '../server/src/rules/severity.js';

const familyNames: Readonly<Record<Family, string>> = {
  unnamed: 'Unnamed and vague sources',
  claims: 'Claims without a source',
  quotes: 'Quotations and who is speaking',
  story: 'The story as a whole',
  copy: 'Copy',
  record: 'The record',
};

/** A fix that a rule offers, in the words of its examples. */
export interface OfferedFix {
  readonly title: string;
  readonly kind: 'fix' | 'suggestion';
}

export interface PageContext {
  readonly fixes: readonly OfferedFix[];
  /** Whether a mark in the draft can silence it. */
  readonly silenceable: boolean;
  /** How often it was right where a person read its findings. */
  readonly precision: string;
}

const note = '<!-- Made by scripts/generate-docs.ts from the rule itself; do not edit. -->';

export function rulePage(rule: Rule, {fixes, silenceable, precision}: PageContext): string {
  const parts = [
    note,
    `# ${rule.id}`,
    `**${rule.title}.** ${rule.why}`,
    '## Severity by house',
    table(
      ['House', 'Severity', 'Why'],
      houses.map((house) => {
        const {severity, reason} = houseSeverity(rule, house);
        return [houseNames[house], named(severity), reason ?? ''];
      }),
    ),
    scope(rule),
    ...optionsPart(rule),
    '## Flagged',
    examples(rule.examples.flag),
    '## Left alone',
    examples(rule.examples.leave),
    ...fixesPart(fixes),
    ...(rule.limits ? ['## What it cannot tell', rule.limits] : []),
    '## Measured precision',
    precision,
    '## How to change or silence it',
    ...silencePart(rule, silenceable),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** @param rules in the order in which they are listed within their families */
export function rulesIndex(rules: readonly Rule[]): string {
  const parts = [
    note,
    '# Rules',
    `What Onrecord finds, by family, with the severity in each house style. An \`onrecord.yml\` can change every one of them; each page says how. *Examples*: those that are flagged + those that are left alone, all of them on the rule’s page and all of them tests; ${total(rules)} in all.`,
  ];
  for (const family of families) {
    const own = rules.filter((rule) => rule.family === family);
    if (own.length === 0) continue;
    parts.push(
      `## ${familyNames[family]}`,
      table(
        ['Rule', 'What it finds', 'Examples', ...houses.map((house) => houseNames[house])],
        own.map((rule) => [
          `[${rule.id}](${rule.id}.md)`,
          rule.title,
          `${rule.examples.flag.length} + ${rule.examples.leave.length}`,
          ...houses.map((house) => named(houseSeverity(rule, house).severity)),
        ]),
      ),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

const total = (rules: readonly Rule[]): number =>
  rules.reduce((sum, {examples: {flag, leave}}) => sum + flag.length + leave.length, 0);

const named = (severity: Severity): string => (severity === 'off' ? '–' : severity);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function scope(rule: Rule): string {
  const inQuotes = rule.readsQuotes
    ? 'It is judged inside quotations too.'
    : 'Words inside quotation marks are the speaker’s and are left alone.';
  const inOpinion = rule.readsOpinion
    ? 'It is judged in every genre.'
    : 'Opinion, analysis, columns, reviews and first-person pieces are left alone where the front matter says so.';
  return rule.reads === 'suppressions' ? inOpinion : `${inQuotes} ${inOpinion}`;
}

function optionsPart(rule: Rule): string[] {
  const options = Object.entries(rule.options ?? {});
  if (options.length === 0) return [];
  const types: Readonly<Record<OptionSpec<unknown>['type'], string>> = {
    words: 'list of words',
    number: 'number',
    boolean: 'true or false',
  };
  return [
    '## Options',
    table(
      ['Option', 'Type', 'Default', 'What it does'],
      options.map(([name, spec]) => [
        `\`${name}\``,
        types[spec.type],
        `\`${JSON.stringify(spec.default)}\``,
        spec.description,
      ]),
    ),
  ];
}

function fixesPart(fixes: readonly OfferedFix[]): string[] {
  if (fixes.length === 0) return [];
  const kinds = {fix: 'mechanical, can be applied to all', suggestion: 'leaves the facts to you'} as const;
  return ['## Fixes', fixes.map(({title, kind}) => `- ${escapeMarkdown(title)}: ${kinds[kind]}.`).join('\n')];
}

function silencePart({id, options}: Rule, silenceable: boolean): string[] {
  const [option] = Object.entries(options ?? {});
  const value =
    option?.[1].type === 'words' ? '["a phrase of your own"]' : JSON.stringify(option?.[1].default);
  const more = option ? `\n  # or, with options:\n  # ${id}: {severity: hint, ${option[0]}: ${value}}` : '';
  const parts = [
    'For all drafts of a folder, in its `onrecord.yml`:',
    fence(`rules:\n  ${id}: off            # or error, warning, information, hint${more}`, 'yaml'),
  ];
  if (silenceable) {
    parts.push(
      'For one block of a Markdown draft, or for the whole draft, with the reason that your desk will read:',
      fence(
        `<!-- onrecord-ignore ${id}: who approved it and why -->\n<!-- onrecord-ignore-file ${id}: who approved it and why -->`,
        'markdown',
      ),
      'Plain text has no such marks. There it is an entry of the `STORY.checks.yml` beside the draft (`port.checks.yml` for `port.txt`), which also serves for Markdown; [configuration](../configuration.md#storychecksyml) says how it keeps to its words when the draft is edited:',
      fence(
        `version: 1\nignores:\n  - {rule: ${id}, text: {exact: "the words"}, reason: who approved it and why}\n  - {rule: ${id}, file: true, reason: who approved it and why}`,
        'yaml',
      ),
    );
  } else parts.push('No mark in a draft silences it.');
  return parts;
}

function examples(all: readonly Example[]): string {
  const parts: string[] = [];
  let bullets: string[] = [];
  const close = () => {
    if (bullets.length > 0) parts.push(bullets.join('\n'));
    bullets = [];
  };
  for (const example of all) {
    const {text, format, spans} = exampleText(example);
    if (format === 'markdown' || /[\r\n]/.test(text)) {
      close();
      parts.push(sourceExample(text, format, spans));
    } else bullets.push(`- ${lineExample(text, spans)}`);
  }
  close();
  return parts.join('\n\n');
}

/** One line of copy, what is found in bold. */
function lineExample(text: string, spans: readonly {start: number; end: number}[]): string {
  let line = '';
  let done = 0;
  for (const {start, end} of spans) {
    line += inline(text.slice(done, start));
    const words = text.slice(start, end);
    const [, before = '', core = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(words) ?? [];
    const bold = canBeBold(text, start + before.length, end - after.length) ? ['**', '**'] : ['<b>', '</b>'];
    line += `${before}${bold[0]}${inline(core)}${bold[1]}${after}`;
    done = end;
  }
  return line + inline(text.slice(done));
}

const inline = (words: string): string =>
  words
    .replace(/[\\`*_{}[\]#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** Whether asterisks around a stretch are read as emphasis: punctuation at its rim wants a blank or more of it outside. */
function canBeBold(text: string, start: number, end: number): boolean {
  const word = (character: string) => /[\p{L}\p{N}]/u.test(character);
  const inside = word(text.charAt(start)) && word(text.charAt(end - 1));
  return inside || (!word(text.charAt(start - 1)) && !word(text.charAt(end)));
}

/** Copy with markup or several lines, as it is written; under each line, what is found in it. */
function sourceExample(
  text: string,
  format: DraftFormat,
  spans: readonly {start: number; end: number}[],
): string {
  const lines: string[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    lines.push(line);
    let under = '';
    for (const {start, end} of spans) {
      const from = Math.max(start - at, under.length);
      const to = Math.min(end - at, line.length);
      if (from < to) under = under.padEnd(from) + '^'.repeat(to - from);
    }
    if (under !== '') lines.push(under);
    at += line.length + 1;
  }
  return fence(lines.join('\n'), format === 'markdown' && spans.length === 0 ? 'markdown' : 'text');
}

function fence(text: string, language: string): string {
  const marks = text.includes('```') ? '````' : '```';
  return `${marks}${language}\n${text}\n${marks}`;
}
