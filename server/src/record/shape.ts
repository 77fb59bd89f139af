/**
 * What a file that people write may hold: read by `readYaml`, published by `jsonSchema`. One description for both, so
 * that the schema in an editor and what is read can never differ.
 */
export type Shape =
  | Choice
  | Exactly
  | Text
  | NumberShape
  | Flag
  | List
  | OneOrMore
  | MapShape
  | Either
  | Later;

/** One of a few words. */
export interface Choice {
  readonly kind: 'choice';
  readonly values: readonly string[];
  /** Other words for them that people try, for "did you mean". */
  readonly synonyms?: Readonly<Record<string, string>>;
  /** Or a path, read with its place: what looks like one, and what is wrong with it, as a sentence. */
  readonly orPath?: {readonly pattern: RegExp; readonly check: (path: string) => string | null};
}

/** One value and no other: a version, a switch that can only be on. */
export interface Exactly {
  readonly kind: 'exactly';
  readonly value: number | true;
}

export interface Text {
  readonly kind: 'text';
  /** What is wrong with the words, as a sentence; null when nothing is. */
  readonly check?: (words: string) => string | null;
  /** Read with its place in the file. */
  readonly placed?: boolean;
  /** A number or another bare word counts as it is written: `exact: 2019`. */
  readonly asWritten?: boolean;
  /** May hold nothing but white space. */
  readonly blank?: boolean;
}

/** One value or a list of them; always read as a list. */
export interface OneOrMore {
  readonly kind: 'oneOrMore';
  readonly of: List;
}

export interface NumberShape {
  readonly kind: 'number';
  readonly least: number;
}

export interface Flag {
  readonly kind: 'flag';
}

export interface List {
  readonly kind: 'list';
  readonly of: Shape;
  /** A value to show in a message, as it is written. */
  readonly example: string;
}

export interface MapShape {
  readonly kind: 'map';
  readonly keys: ReadonlyMap<string, Entry>;
  /** What a key is called: "key", "rule", "option". */
  readonly noun: string;
  /** Keys that begin with `x-` are the newsroom's own. */
  readonly ownKeys?: boolean;
  /** Keys without which the map says nothing. */
  readonly required?: readonly string[];
  /** Keys of which there must be one, and one alone. */
  readonly one?: readonly string[];
}

export interface Entry {
  readonly shape: Shape;
  readonly description: string;
  readonly default?: unknown;
}

/** One word, or a map that says more. */
export interface Either {
  readonly kind: 'either';
  readonly scalar: Shape;
  readonly map: MapShape;
}

/** Part of the format that is not read yet. */
export interface Later {
  readonly kind: 'later';
  readonly type: 'list' | 'words';
}

export type ProblemSeverity = 'error' | 'warning';

/** The JSON Schema (draft 7) of what a shape lets through. */
export function jsonSchema(shape: Shape): Record<string, unknown> {
  switch (shape.kind) {
    case 'choice': {
      const words = {type: 'string', enum: [...shape.values]};
      return shape.orPath === undefined
        ? words
        : {anyOf: [words, {type: 'string', pattern: shape.orPath.pattern.source}]};
    }
    case 'exactly':
      return {const: shape.value};
    case 'text': {
      const type = shape.asWritten ? ['string', 'number', 'boolean'] : 'string';
      return shape.blank ? {type} : {type, minLength: 1};
    }
    case 'number':
      return {type: 'number', minimum: shape.least};
    case 'flag':
      return {type: 'boolean'};
    case 'list':
      return {type: 'array', items: jsonSchema(shape.of)};
    case 'oneOrMore':
      return {anyOf: [jsonSchema(shape.of.of), jsonSchema(shape.of)]};
    case 'either':
      return {anyOf: [jsonSchema(shape.scalar), jsonSchema(shape.map)]};
    case 'later':
      return shape.type === 'list' ? {type: 'array'} : {type: ['string', 'array'], items: {type: 'string'}};
    case 'map': {
      const needed = new Set([...(shape.required ?? []), ...(shape.one ?? [])]);
      return {
        type: 'object',
        properties: Object.fromEntries(
          [...shape.keys].map(([name, entry]) => [
            name,
            {
              description: entry.description,
              ...(needed.has(name) ? jsonSchema(entry.shape) : orNothing(jsonSchema(entry.shape))),
              ...(entry.default === undefined ? {} : {default: entry.default}),
            },
          ]),
        ),
        ...(shape.ownKeys ? {patternProperties: {'^x-': {}}} : {}),
        ...(shape.required ? {required: [...shape.required]} : {}),
        ...(shape.one ? {oneOf: shape.one.map((name) => ({type: 'object', required: [name]}))} : {}),
        additionalProperties: false,
      };
    }
  }
}

/** A key with nothing behind it says nothing, which is no fault: somebody is about to write it. */
function orNothing(schema: Record<string, unknown>): Record<string, unknown> {
  if (schema.type !== undefined && schema.enum === undefined)
    return {...schema, type: [schema.type, 'null'].flat()};
  return {anyOf: [...(Array.isArray(schema.anyOf) ? schema.anyOf : [schema]), {type: 'null'}]};
}
