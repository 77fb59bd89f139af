import type {ReportData} from './data.js';

/** Goes up when a field is renamed or taken away; new fields may come at any time. */
export const reportSchema = 1;

export function renderJson(data: ReportData): string {
  return `${JSON.stringify({schema: reportSchema, ...data}, null, 2)}\n`;
}
