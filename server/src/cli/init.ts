import {writeFile} from 'node:fs/promises';
import {configName} from '../record/readConfig.js';
import type {House} from '../rules/severity.js';
import {exitCodes} from './failure.js';
import {print, tell} from './output.js';
import {reason} from './readDraft.js';

export interface InitOptions {
  readonly house: House;
}

/** Writes the two files that a newsroom starts with into the folder at hand, never over one that is there. */
export async function init({house}: InitOptions): Promise<number> {
  let trouble = false;
  for (const [name, text] of [
    [configName, config(house)],
    ['sources.yml', sources],
  ] as const) {
    try {
      await writeFile(name, text, {flag: 'wx'});
      print(`${name} written.\n`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST')
        print(`${name} is there already and stays as it is.\n`);
      else {
        trouble = true;
        tell(`${name} could not be written. ${reason(error)}`);
      }
    }
  }
  return trouble ? exitCodes.trouble : exitCodes.clean;
}

const config = (house: House): string => `# What Onrecord asks of the drafts in this folder and below.
version: 1

# The house style: ap, reuters, afp, bbc, npr, guardian or local.
house: ${house}

# Which files are drafts. Without this, Markdown and plain text are.
# files: ["stories/**/*.{md,txt}"]

# What each rule counts for: error, warning, information, hint or off. "onrecord rules" lists them.
# rules:
#   relative-time: off
#   vague-group: {severity: hint, allow: ["election observers"]}
`;

const sources = `# Who stands behind the stories in this folder and below. One entry a source; the key is how drafts refer to it:
#   The port lost a third of its cranes. <!-- src: dumont 00:14:22 -->
# Keep no name here of anybody who spoke on background or off the record.
version: 1
sources: {}
#  dumont:
#    name: Claire Dumont
#    kind: person               # person organisation document dataset poll study media social observation
#    role: spokeswoman
#    affiliation: Port of Marseille
#    terms: on record           # on record, background, deep background, off record, document
#    evidence:
#      - {file: notes/dumont.vtt, at: "00:14:22"}
#  transport-official:
#    description: a transport ministry official who attended the talks
#    reason: not authorised to discuss them publicly
#    terms: background
#    approvedBy: desk editor
`;
