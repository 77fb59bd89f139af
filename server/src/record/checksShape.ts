import {type Entry, jsonSchema, type MapShape, type Shape, type Text} from './shape.js';

/** Words that somebody writes; a number among them counts as it is written. */
const words: Text = {kind: 'text', asWritten: true};
const context: Text = {...words, blank: true};

const day: Text = {
  kind: 'text',
  check: (written) => (isDay(written) ? null : 'A day is written as year, month and day: 2026-11-20.'),
};
const moment: Text = {
  kind: 'text',
  check: (written) =>
    /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/.test(written) &&
    isDay(written.slice(0, 10))
      ? null
      : 'A time is written as a day, alone or with the time of day: 2026-11-18T09:10Z.',
};

function isDay(written: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (!found) return false;
  const [year, month, date] = found.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const map = (keys: Readonly<Record<string, Entry>>, rest: Partial<MapShape> = {}): MapShape => ({
  kind: 'map',
  noun: 'key',
  ownKeys: true,
  keys: new Map(Object.entries(keys)),
  ...rest,
});
const list = (of: Shape, example: string): Shape => ({kind: 'list', of, example});

const quote = map(
  {
    exact: {
      shape: {...words, placed: true},
      description: 'The words themselves, as they stand in the draft.',
    },
    prefix: {shape: context, description: 'Words right before them, to tell one place from another.'},
    suffix: {shape: context, description: 'Words right behind them.'},
  },
  {required: ['exact']},
);

const ignore = map(
  {
    rule: {shape: {kind: 'text', placed: true}, description: 'The rule that is not to count.'},
    file: {shape: {kind: 'exactly', value: true}, description: 'true: in the whole draft.'},
    text: {shape: quote, description: 'Only where it speaks of these words.'},
    reason: {shape: words, description: 'Why; the report shows it.'},
    by: {shape: words, description: 'Who decided it.'},
  },
  {required: ['rule', 'reason'], one: ['file', 'text']},
);

const check = map(
  {
    id: {shape: words, description: 'A name for this entry.'},
    text: {shape: quote, description: 'The claim, in the words of the draft.'},
    status: {
      shape: {
        kind: 'choice',
        values: ['open', 'checking', 'confirmed', 'disputed', 'unverifiable', 'cut'],
        synonyms: {done: 'confirmed', verified: 'confirmed', todo: 'open', pending: 'checking'},
      },
      description: 'How far the check has come.',
    },
    by: {shape: words, description: 'Who checked it.'},
    on: {shape: day, description: 'The day of the check.'},
    sources: {shape: list(words, '[dumont]'), description: 'Names of source notes in sources.yml.'},
    evidence: {
      shape: list(
        map(
          {
            file: {shape: words, description: 'The path of the document, from this file.'},
            at: {shape: words, description: 'Where in it: a page, a row, a time.'},
            accessed: {shape: day, description: 'The day on which it was looked at.'},
          },
          {required: ['file']},
        ),
        '[{file: data/port.csv, at: "row 12"}]',
      ),
      description: 'What the check rests on.',
    },
    note: {shape: words, description: 'Anything a colleague should know.'},
  },
  {required: ['text', 'status']},
);

const reply = map(
  {
    to: {shape: words, description: 'Whom the draft accuses and who was asked.'},
    office: {shape: words, description: 'Who there was asked: the press office, a lawyer.'},
    method: {shape: words, description: 'How: email, phone, letter, in person.'},
    at: {shape: moment, description: 'When they were asked.'},
    deadline: {shape: moment, description: 'Until when they could answer.'},
    outcome: {
      shape: {kind: 'choice', values: ['none', 'declined', 'replied', 'refused']},
      description: 'What came of it.',
    },
  },
  {required: ['to']},
);

/** What a `STORY.checks.yml` may hold. Which rules there are is not asked here: a newsroom has its own. */
export const checksShape: MapShape = map({
  version: {shape: {kind: 'exactly', value: 1}, description: 'The version of this format: 1.'},
  checks: {
    shape: list(check, '[{text: {exact: "fell 18%"}, status: confirmed}]'),
    description: 'One entry for each claim that was checked, in the order of the draft.',
  },
  ignores: {
    shape: list(ignore, '[{rule: relative-time, file: true, reason: archive piece}]'),
    description: 'Findings that somebody has settled, each with the reason.',
  },
  replies: {
    shape: list(reply, '[{to: Harlow Homes, method: email, at: 2026-11-18T09:10Z, outcome: none}]'),
    description: 'Who was asked for an answer, when and how.',
  },
});

/** The JSON Schema of these files. */
export function checksSchema(): Record<string, unknown> {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'STORY.checks.yml',
    description:
      'What was checked in the draft beside it, what may stand as it is, and who was asked to answer.',
    ...jsonSchema(checksShape),
  };
}
