import {print} from '../output.js';
import type {Format} from './format.js';

const commands = {error: 'error', warning: 'warning', information: 'notice', hint: 'notice'} as const;

/** Workflow commands that GitHub Actions shows beside the lines of a pull request. */
export const github: Format = {
  file({path, findings}) {
    for (const finding of findings) {
      const properties = [
        ['file', path.replace(/\\/g, '/')],
        ['line', finding.line],
        ['endLine', finding.endLine],
        // Columns count only where it is one line.
        ...(finding.line === finding.endLine
          ? [
              ['col', finding.column],
              ['endColumn', finding.endColumn],
            ]
          : []),
        ['title', `Onrecord: ${finding.rule}`],
      ].map(([name, value]) => `${name}=${property(String(value))}`);
      print(`::${commands[finding.severity]} ${properties.join(',')}::${data(finding.message)}\n`);
    }
  },
};

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
