import {type Severity, severities} from '../rules/severity.js';
import type {Finding} from './result.js';

export const failOn = ['error', 'warning', 'information', 'hint', 'never'] as const;
export type FailOn = (typeof failOn)[number];

/** Whether a finding is as grave as what is to fail, or graver. */
export function fails(severity: Severity, limit: FailOn): boolean {
  return limit !== 'never' && severities.indexOf(severity) <= severities.indexOf(limit);
}

/** "2 errors, 1 warning"; empty where there is nothing. */
export function counted(findings: readonly Finding[]): string {
  const words = {
    error: ['error', 'errors'],
    warning: ['warning', 'warnings'],
    information: ['note', 'notes'],
    hint: ['hint', 'hints'],
  } as const;
  return (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => [severity, findings.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${words[severity][count === 1 ? 0 : 1]}`)
    .join(', ');
}
