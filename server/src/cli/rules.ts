import {houseSeverity} from '../rules/houseSeverity.js';
import {rules as allRules} from '../rules/registry.generated.js';
import {type House, houseNames, houses, type Severity} from '../rules/severity.js';
import {exitCodes} from './failure.js';
import {print} from './output.js';
import {type Paint, painter, type Style, wantsColour} from './terminal.js';
import {rulePage, version} from './version.js';

export interface RulesOptions {
  readonly format: 'pretty' | 'json';
}

/** @returns the exit code */
export function rules({format}: RulesOptions): number {
  print(format === 'json' ? asJson() : asTable(painter(wantsColour(process.stdout))));
  return exitCodes.clean;
}

const byHouse = <T>(value: (house: House) => T) =>
  Object.fromEntries(houses.map((house) => [house, value(house)]));

function asJson(): string {
  const list = allRules.map((rule) => ({
    id: rule.id,
    family: rule.family,
    title: rule.title,
    why: rule.why,
    severities: byHouse((house) => houseSeverity(rule, house).severity),
    reasons: byHouse((house) => houseSeverity(rule, house).reason),
    options: Object.entries(rule.options ?? {}).map(([name, spec]) => ({
      name,
      type: spec.type,
      default: spec.default,
      description: spec.description,
    })),
    docs: rulePage(rule.id),
  }));
  return `${JSON.stringify({schema: 1, version, rules: list}, null, 2)}\n`;
}

const letters: Readonly<Record<Severity, readonly [string, Style]>> = {
  error: ['E', 'red'],
  warning: ['W', 'yellow'],
  information: ['I', 'blue'],
  hint: ['H', 'cyan'],
  off: ['–', 'dim'],
};

function asTable(paint: Paint): string {
  const width = 2 + Math.max(...allRules.map(({id}) => id.length));
  const heads = houses.map((house) => houseNames[house]);
  const lines = [`${' '.repeat(width + 2)}${heads.map((head) => paint('dim', head)).join('  ')}`];
  let family = '';
  for (const rule of allRules) {
    if (rule.family !== family) lines.push(paint('bold', rule.family));
    family = rule.family;
    const grades = houses.map((house, index) => {
      const [letter, style] = letters[houseSeverity(rule, house).severity];
      return paint(style, letter) + ' '.repeat((heads[index]?.length ?? 1) - 1);
    });
    lines.push(`  ${rule.id.padEnd(width)}${grades.join('  ')}  ${rule.title}`);
    const page = rulePage(rule.id);
    if (page !== null) lines.push(`  ${' '.repeat(width)}${paint('dim', page)}`);
  }
  lines.push('', 'E error  W warning  I information  H hint  – off');
  return `${lines.join('\n')}\n`;
}
