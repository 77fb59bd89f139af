import type {HouseSeverity, Rule} from './rule.js';
import type {House, Severity} from './severity.js';

/** The severity that a house gives a rule, before the newsroom's own settings, and the house's reason. */
export function houseSeverity(rule: Rule, house: House): {severity: Severity; reason: string | null} {
  const setting: HouseSeverity = rule.severity[house] ?? rule.severity.default;
  return typeof setting === 'string'
    ? {severity: setting, reason: null}
    : {severity: setting[0], reason: setting[1]};
}
