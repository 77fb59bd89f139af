import type {OptionSpec, Rule} from '../rules/rule.js';
import {houses, severities} from '../rules/severity.js';
import {globFault} from './globs.js';
import {type Entry, jsonSchema, type MapShape, type Shape} from './shape.js';

/** Part of the settled format, but not of what is read so far: a house's own file, and two mixtures. */
const laterHouse = /^(?:strict|quiet|.*[/\\].*|.*\.ya?ml)$/;

const house: Shape = {
  kind: 'choice',
  values: houses,
  otherwise: (written) =>
    laterHouse.test(written)
      ? {
          severity: 'warning',
          message: `The house "${written.slice(0, 60)}" is not read yet and does not count.`,
        }
      : null,
  otherwisePattern: laterHouse.source,
};

const severity: Shape = {
  kind: 'choice',
  values: severities,
  synonyms: {
    warn: 'warning',
    info: 'information',
    note: 'hint',
    suggestion: 'hint',
    false: 'off',
    no: 'off',
    none: 'off',
    never: 'off',
    disabled: 'off',
    ignore: 'off',
    '0': 'off',
    '1': 'warning',
    '2': 'error',
  },
};

const remembered = new WeakMap<readonly Rule[], MapShape>();

/** What `onrecord.yml` may hold, for these rules. */
export function configShape(rules: readonly Rule[]): MapShape {
  let shape = remembered.get(rules);
  if (!shape) {
    shape = make(rules);
    remembered.set(rules, shape);
  }
  return shape;
}

/** The JSON Schema of `onrecord.yml`, for these rules. */
export function configSchema(rules: readonly Rule[]): Record<string, unknown> {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'onrecord.yml',
    description: 'What Onrecord asks of the drafts in this folder and below.',
    ...jsonSchema(configShape(rules)),
  };
}

function make(rules: readonly Rule[]): MapShape {
  const entries: [string, Entry][] = [
    ['version', {shape: {kind: 'exactly', value: 1}, description: 'The version of this format: 1.'}],
    [
      'house',
      {
        shape: house,
        description: 'The house style, unless the front matter of a draft names another.',
        default: 'ap',
      },
    ],
    [
      'extends',
      {
        shape: {kind: 'later', type: 'words'},
        description: 'Other files whose settings count where this one says nothing. Not read yet.',
      },
    ],
    [
      'files',
      {
        shape: {
          kind: 'list',
          of: {kind: 'text', check: globFault},
          example: '["stories/**/*.md"]',
        },
        description:
          'Which files are drafts: globs relative to this folder. One that begins with ! takes files out. Without it, plain text and Markdown are drafts.',
      },
    ],
    [
      'rules',
      {
        shape: {
          kind: 'map',
          noun: 'rule',
          ownKeys: true,
          keys: new Map(rules.map((rule) => [rule.id, ruleEntry(rule)])),
        },
        description: 'What each rule counts for: a severity, or a severity and options.',
      },
    ],
    [
      'overrides',
      {shape: {kind: 'later', type: 'list'}, description: 'Other settings for some files. Not read yet.'},
    ],
    [
      'phrases',
      {shape: {kind: 'later', type: 'list'}, description: "The newsroom's own rules. Not read yet."},
    ],
  ];
  return {kind: 'map', noun: 'key', ownKeys: true, keys: new Map(entries)};
}

function ruleEntry(rule: Rule): Entry {
  const keys = new Map<string, Entry>([
    ['severity', {shape: severity, description: 'What a finding counts for; off switches the rule off.'}],
  ]);
  for (const [name, spec] of Object.entries(rule.options ?? {})) {
    keys.set(name, {shape: optionShape(spec), description: spec.description, default: spec.default});
  }
  return {
    shape: {kind: 'either', scalar: severity, map: {kind: 'map', noun: 'option', ownKeys: true, keys}},
    description: `${rule.title}. ${rule.why}`,
  };
}

function optionShape({type}: OptionSpec<unknown>): Shape {
  switch (type) {
    case 'words':
      return {kind: 'list', of: {kind: 'text'}, example: '["first phrase", "second phrase"]'};
    case 'number':
      return {kind: 'number', least: 0};
    case 'boolean':
      return {kind: 'flag'};
  }
}
