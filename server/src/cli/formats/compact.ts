import {print} from '../output.js';
import {harmless} from '../terminal.js';
import type {Format} from './format.js';

/** One line a finding, as compilers do: editors and `grep` know what to do with it. */
export const compact: Format = {
  file({path, findings}) {
    for (const {line, column, severity, message, rule} of findings) {
      print(`${harmless(path)}:${line}:${column}: ${severity}: ${harmless(message)} [${rule}]\n`);
    }
  },
};
