import {houseStyles} from './houses/index.js';
import type {HouseSeverity, Rule} from './rule.js';
import {type AnyHouse, publishedHouses, type Severity, severities} from './severity.js';

/** The severity that a house gives a rule, before the newsroom's own settings, and the house's reason. */
export function houseSeverity(rule: Rule, house: AnyHouse): {severity: Severity; reason: string | null} {
  if (typeof house !== 'string') {
    const {severity, reason} = house.rules[rule.id] ?? {};
    if (severity !== undefined) return {severity, reason: reason ?? null};
    const given = houseSeverity(rule, house.base);
    return reason === undefined ? given : {...given, reason};
  }
  const {mixes} = houseStyles[house];
  const own = rule.severity[house];
  if (own !== undefined || !mixes) return read(own ?? rule.severity.default);
  const ranks = publishedHouses
    .filter((published) => published !== 'local')
    .map((published) => severities.indexOf(read(rule.severity[published] ?? rule.severity.default).severity));
  return mixes === 'gravest' ? gravest(ranks) : mildest(ranks);
}

function read(setting: HouseSeverity): {severity: Severity; reason: string | null} {
  return typeof setting === 'string'
    ? {severity: setting, reason: null}
    : {severity: setting[0], reason: setting[1]};
}

const gravest = (ranks: readonly number[]): {severity: Severity; reason: string} => ({
  severity: severities[Math.min(...ranks)] ?? 'off',
  reason: 'As grave as in the house that makes it gravest.',
});

function mildest(ranks: readonly number[]): {severity: Severity; reason: string} {
  const severity = severities[Math.max(...ranks)] ?? 'off';
  const counts = severity === 'error' || severity === 'warning';
  return counts
    ? {severity, reason: 'Every published house gives it at least this.'}
    : {severity: 'off', reason: 'Some published house lets it pass.'};
}
