import {genres} from '../draft/draft.js';
import type {OptionSpec, Rule} from '../rules/rule.js';
import {houses, severities} from '../rules/severity.js';
import {globFault} from './globs.js';
import {matchFault, phrasePlaces} from './phrase.js';
import {type Entry, jsonSchema, type MapShape, type Shape} from './shape.js';

const house: Shape = {
  kind: 'choice',
  values: houses,
  orPath: {pattern: /^(?:.*[/\\].*|.*\.ya?ml)$/, check: pathFault},
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

/**
 * What `onrecord.yml` may hold, for these rules.
 * @param own names of the newsroom's own rules, which can be set like the others
 */
export function configShape(rules: readonly Rule[], own: readonly string[] = []): MapShape {
  if (own.length > 0) return make(rules, own);
  let shape = remembered.get(rules);
  if (!shape) {
    shape = make(rules, []);
    remembered.set(rules, shape);
  }
  return shape;
}

/** The JSON Schema of `onrecord.yml`, for these rules. */
export function configSchema(rules: readonly Rule[]): Record<string, unknown> {
  const schema = jsonSchema(configShape(rules));
  // What overrides may say of rules is the same again, and long.
  const {overrides} = schema.properties as {overrides: {items: {properties: Record<string, unknown>}}};
  overrides.items.properties.rules = {$ref: '#/properties/rules'};
  return {...head('onrecord.yml', 'What Onrecord asks of the drafts in this folder and below.'), ...schema};
}

/** The JSON Schema of the file of a newsroom's own house. */
export const houseSchema = (rules: readonly Rule[]): Record<string, unknown> => ({
  ...head('A house', 'A house style of the newsroom’s own, which an onrecord.yml names by its path.'),
  ...jsonSchema(houseShape(rules)),
});

const head = (title: string, description: string) => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title,
  description,
});

/** What the file of a newsroom's own house may hold, for these rules. */
export function houseShape(rules: readonly Rule[]): MapShape {
  const reason: Entry = {
    shape: {kind: 'text'},
    description: 'Why it counts for that here: shown with each finding.',
  };
  return {
    kind: 'map',
    noun: 'key',
    ownKeys: true,
    required: ['name'],
    keys: new Map<string, Entry>([
      ['version', {shape: {kind: 'exactly', value: 1}, description: 'The version of this format: 1.'}],
      ['name', {shape: {kind: 'text'}, description: 'What findings and reports call this house.'}],
      [
        'base',
        {
          shape: house,
          description:
            'The house that it starts from: one of ours, or the path of another file, relative to this one.',
          default: 'ap',
        },
      ],
      [
        'rules',
        {
          shape: {
            kind: 'map',
            noun: 'rule',
            ownKeys: true,
            keys: new Map(
              rules.map((rule): [string, Entry] => [rule.id, ruleEntry(rule, [['reason', reason]])]),
            ),
          },
          description: 'What each rule counts for: a severity, or a severity, a reason and options.',
        },
      ],
    ]),
  };
}

function make(rules: readonly Rule[], own: readonly string[]): MapShape {
  const entries: [string, Entry][] = [
    ['version', {shape: {kind: 'exactly', value: 1}, description: 'The version of this format: 1.'}],
    [
      'house',
      {
        shape: house,
        description:
          'The house style, unless the front matter of a draft names another: one of ours, or the path of your own, relative to this file.',
        default: 'ap',
      },
    ],
    [
      'extends',
      {
        shape: {
          kind: 'oneOrMore',
          of: {kind: 'list', of: {kind: 'text', placed: true, check: pathFault}, example: '[./desk.yml]'},
        },
        description:
          'Other files whose settings count where this one says nothing; of several, a later one counts more. Paths are relative to this file, the globs in them to the folder of the file that begins.',
      },
    ],
    [
      'files',
      {
        shape: filesShape,
        description:
          'Which files are drafts: globs relative to this folder. One that begins with ! takes files out. Without it, plain text and Markdown are drafts.',
      },
    ],
    [
      'rules',
      {
        shape: rulesShape(rules, own),
        description: 'What each rule counts for: a severity, or a severity and options.',
      },
    ],
    [
      'overrides',
      {
        shape: {
          kind: 'list',
          of: {kind: 'map', noun: 'key', ownKeys: true, keys: overrideKeys(rules, own)},
          example: '[{files: ["opinion/**"], house: quiet}]',
        },
        description: 'Other settings for some files or genres. A later one counts more.',
      },
    ],
    [
      'phrases',
      {
        shape: {
          kind: 'list',
          of: {
            kind: 'map',
            noun: 'key',
            ownKeys: true,
            keys: phraseKeys(rules),
            required: ['id', 'match', 'message'],
          },
          example: '[{id: no-slam, match: [slams], message: Say criticised.}]',
        },
        description: "The newsroom's own rules: words to look for, and what to say of them.",
      },
    ],
  ];
  return {kind: 'map', noun: 'key', ownKeys: true, keys: new Map(entries)};
}

const filesShape: Shape = {
  kind: 'list',
  of: {kind: 'text', check: globFault},
  example: '["stories/**/*.md"]',
};

const rulesShape = (rules: readonly Rule[], own: readonly string[]): Shape => ({
  kind: 'map',
  noun: 'rule',
  ownKeys: true,
  keys: new Map([
    ...rules.map((rule): [string, Entry] => [rule.id, ruleEntry(rule)]),
    ...own.map((id): [string, Entry] => [
      id,
      {shape: severity, description: 'A rule of the newsroom’s own.'},
    ]),
  ]),
});

function overrideKeys(rules: readonly Rule[], own: readonly string[]): ReadonlyMap<string, Entry> {
  return new Map<string, Entry>([
    ['files', {shape: filesShape, description: 'Globs relative to this folder. Without them, any file.'}],
    [
      'genre',
      {
        shape: {
          kind: 'oneOrMore',
          of: {kind: 'list', of: {kind: 'choice', values: genres}, example: '[feature, review]'},
        },
        description: 'Genres of the front matter. Without them, any genre.',
      },
    ],
    ['house', {shape: house, description: 'The house style of these drafts.'}],
    ['rules', {shape: rulesShape(rules, own), description: 'What each rule counts for in these drafts.'}],
  ]);
}

function phraseKeys(rules: readonly Rule[]): ReadonlyMap<string, Entry> {
  const taken = new Set(rules.map(({id}) => id));
  const wordsShape: Shape = {
    kind: 'oneOrMore',
    of: {kind: 'list', of: {kind: 'text', check: matchFault}, example: '[slam, slams]'},
  };
  const examples: Shape = {
    kind: 'oneOrMore',
    of: {kind: 'list', of: {kind: 'text', placed: true}, example: '["Mayor slams plan"]'},
  };
  return new Map<string, Entry>([
    [
      'id',
      {
        shape: {
          kind: 'text',
          placed: true,
          check: (id) =>
            taken.has(id)
              ? `"${id}" is a rule of Onrecord's own. Give this one another name.`
              : /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id)
                ? null
                : 'The name of a rule is small letters and digits with hyphens between them.',
        },
        description: 'Its name, for settings, ignore marks and reports.',
      },
    ],
    [
      'match',
      {shape: wordsShape, description: 'Words, in any case, or regular expressions between slashes.'},
    ],
    ['except', {shape: wordsShape, description: 'Longer phrases that are fine.'}],
    [
      'where',
      {
        shape: {kind: 'choice', values: phrasePlaces},
        description: 'Where it counts: in headlines, in what the writer tells, in quotations, or anywhere.',
        default: 'narration',
      },
    ],
    ['severity', {shape: severity, description: 'What a finding counts for.', default: 'warning'}],
    ['message', {shape: {kind: 'text'}, description: 'What to tell the writer: one sentence.'}],
    ['replace', {shape: {kind: 'text'}, description: 'What to put instead, as a fix.'}],
    [
      'examples',
      {
        shape: {
          kind: 'map',
          noun: 'key',
          keys: new Map<string, Entry>([
            ['flag', {shape: examples, description: 'Texts in which it must find something.'}],
            ['leave', {shape: examples, description: 'Texts in which it must find nothing.'}],
          ]),
        },
        description: 'Tried whenever the file is read; one that fails is reported at its line.',
      },
    ],
  ]);
}

/** What is wrong with the path of another settings file; null when nothing is. */
function pathFault(path: string): string | null {
  if (path.includes('\\')) return 'A path has / between its folders, on every system.';
  if (/^(?:\/|[a-z]+:)/i.test(path)) return 'A path is relative to the folder that holds this file.';
  return /\.ya?ml$/i.test(path) ? null : 'The name of a settings file ends in .yml or .yaml.';
}

function ruleEntry(rule: Rule, more: readonly [string, Entry][] = []): Entry {
  const keys = new Map<string, Entry>([
    ['severity', {shape: severity, description: 'What a finding counts for; off switches the rule off.'}],
    ...more,
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
