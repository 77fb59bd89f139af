import {print} from '../output.js';
import type {FileResult} from '../result.js';
import {version} from '../version.js';
import type {Format} from './format.js';

/** Goes up when a field is renamed or taken away; new fields may come at any time. */
export const schema = 1;

const entry = ({path, findings, notes}: FileResult) => ({
  path,
  findings,
  ...(notes.length > 0 ? {notes} : {}),
});

/** One document with everything in it. */
export const json: Format = {
  file() {},
  end({files, errors}) {
    print(`${JSON.stringify({schema, version, files: files.map(entry), errors}, null, 2)}\n`);
  },
};

/** One line a file, each as soon as it is done; at the end one line for each that could not be read. */
export const ndjson: Format = {
  file(result) {
    print(`${JSON.stringify({schema, version, ...entry(result)})}\n`);
  },
  end({errors}) {
    for (const {message, ...where} of errors) {
      print(`${JSON.stringify({schema, version, ...where, error: message})}\n`);
    }
  },
};
