import {type ReportData, reportData} from '../report/data.js';
import {exitCodes, type InputError} from './failure.js';
import {print} from './output.js';
import {type ReadOptions, readings} from './readings.js';

export const reportFormats = ['markdown', 'json'] as const;

export interface ReportOptions extends ReadOptions {
  readonly format: (typeof reportFormats)[number];
}

/** One report a file, one after another. @returns the exit code */
export async function report(asked: readonly string[], options: ReportOptions): Promise<number> {
  const render = await renderer(options.format);
  const errors: InputError[] = [];
  let first = true;
  for await (const {path, analysis, settings} of readings(asked, options, errors)) {
    if (!first && options.format === 'markdown') print('\n');
    first = false;
    print(render(reportData(analysis, {path, house: settings.house})));
  }
  return errors.length > 0 ? exitCodes.trouble : exitCodes.clean;
}

async function renderer(format: ReportOptions['format']): Promise<(data: ReportData) => string> {
  return format === 'json'
    ? (await import('../report/json.js')).renderJson
    : (await import('../report/markdown.js')).renderMarkdown;
}
