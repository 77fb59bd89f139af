import {flag, number, type Rule, rule, words} from '../../../server/src/rules/rule.js';

const make = (id: string): Rule =>
  rule({
    id,
    family: 'copy',
    reads: 'block',
    title: 'A thing that is not meant',
    why: 'Readers stumble over it.',
    severity: {default: 'warning', bbc: ['error', 'It asks for more.']},
    options: {
      allow: words('Never flagged.'),
      enough: number('From here on it is enough.', 4),
      headlines: flag('Headlines, too.', false),
    },
    examples: {flag: ['[[One thing]].'], leave: ['Another.']},
    *check() {},
  }) as unknown as Rule;

/** Made-up rules, so that these tests do not change with the catalogue. */
export const rules: readonly Rule[] = ['odd-number', 'long-word', 'empty-phrase'].map(make);
