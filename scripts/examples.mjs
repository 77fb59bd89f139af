// Leaves the rules' examples out of the servers: they are for the tests and for the rules' pages.
import {readFileSync} from 'node:fs';

/** As the formatter lays it out, so that no other end can be meant. */
const examples = /^ {2}examples: \{\n[\s\S]*?^ {2}\},\n/m;

/** @returns {import('esbuild').Plugin} */
export const leaveOutExamples = () => ({
  name: 'leave out examples',
  setup(build) {
    build.onLoad({filter: /[\\/]server[\\/]src[\\/]rules[\\/][^\\/]+[\\/][^\\/]+\.ts$/}, ({path}) => ({
      contents: readFileSync(path, 'utf8').replace(examples, '  examples: {flag: [], leave: []},\n'),
      loader: 'ts',
    }));
  },
});
