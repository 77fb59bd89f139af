import type {Attribution} from '../../../server/src/attribution/attribution.js';
import type {Mention} from '../../../server/src/attribution/mention.js';
import {buildStory} from '../../../server/src/story/build.js';
import type {Source, Story} from '../../../server/src/story/story.js';
import {type Says, storyOf, type Tables} from '../rules/tables.js';

/** One mention of a draft, given by its words (`words#2` for the second such place). */
export type Call = Partial<Mention> & {readonly words: string};

export const named = (words: string, name = words.split('#')[0], more: Partial<Mention> = {}): Call => ({
  words,
  name,
  standing: 'named',
  kind: 'person',
  function: 'subject',
  determiner: 'none',
  ...more,
});

export const body = (
  words: string,
  name: string | null = words.split('#')[0] ?? null,
  more: Partial<Mention> = {},
): Call => ({
  ...named(words),
  name,
  kind: 'organisation',
  gender: 'neuter',
  ...more,
});

export const unnamed = (words: string, headLemma: string, more: Partial<Mention> = {}): Call => ({
  words,
  headLemma,
  role: headLemma,
  standing: 'described',
  kind: 'person',
  function: 'subject',
  determiner: /^the\b/i.test(words) ? 'definite' : 'indefinite',
  ...more,
});

const genders = {he: 'male', she: 'female', they: 'plural', it: 'neuter', his: 'male', him: 'male'} as const;

export const pronoun = (words: string, more: Partial<Mention> = {}): Call => {
  const [word = ''] = words.toLowerCase().split('#');
  return {
    words,
    standing: 'pronoun',
    function: 'subject',
    determiner: 'none',
    gender: genders[word as keyof typeof genders],
    ...more,
  };
};

/** What one mention (by its place in the list) says; null where nobody is named for it. */
export type Speech = Partial<Attribution> & {
  readonly by: number | null;
  readonly verb: string;
  readonly what: string;
};

/** The whole-draft pass over mentions and attributions written by hand. */
export function readDraft(
  text: string,
  calls: readonly Call[],
  speeches: readonly Speech[] = [],
  claims: Tables['claims'] = [],
): Story {
  const {draft, blocks} = storyOf(text, {
    who: calls.map((call, index) => ({
      id: `${index}`,
      calls: [call],
      kind: call.kind,
      name: call.name ?? null,
      standing: 'described',
    })),
    says: speeches.map(({by, ...rest}): Says => ({...rest, by: by === null ? null : [`${by}`, 0]})),
    claims,
  });
  return buildStory(draft, blocks);
}

/** Which source the mention with these words went to. */
export function sourceOf(story: Story, wanted: string): Source | undefined {
  const [words = '', nth = '1'] = wanted.split('#');
  let left = Number(nth);
  for (const [block, {content}] of story.blocks.entries()) {
    for (let at = content.text.indexOf(words); at >= 0; at = content.text.indexOf(words, at + 1)) {
      if (--left > 0) continue;
      return story.sources.find((source) =>
        source.mentions.some(
          (place) => place.block === block && place.start === at && place.end === at + words.length,
        ),
      );
    }
  }
  return undefined;
}

/** Labels of those a pronoun could stand for, best first. */
export function candidatesOf(story: Story, attribution: number): string[] {
  return (story.attributions[attribution]?.candidates ?? []).map(
    ({sourceId}) => story.sources.find(({id}) => id === sourceId)?.label ?? '',
  );
}
