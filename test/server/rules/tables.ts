import type {Attribution} from '../../../server/src/attribution/attribution.js';
import type {Mention} from '../../../server/src/attribution/mention.js';
import type {Span} from '../../../server/src/draft/block.js';
import {parseDraft} from '../../../server/src/draft/parse.js';
import {noDetails} from '../../../server/src/story/details.js';
import {
  attributionKey,
  type BlockTables,
  type Candidate,
  type PersonWord,
  type Place,
  type Source,
  type Story,
  type StoryAttribution,
  type StoryClaim,
  sourceIdOf,
} from '../../../server/src/story/story.js';
import {withBlocks} from '../byBlock.js';

/** One who is named or described, and the words that say so, in order. */
export interface Who extends Partial<Omit<Source, 'mentions'>> {
  readonly id: string;
  readonly calls: readonly (Partial<Mention> & {readonly words: string})[];
}

/** Who says what, by the words of each. `by` is the id of a source and which of its mentions it is. */
export interface Says extends Partial<Attribution> {
  readonly by: readonly [string, number] | null;
  readonly verb: string;
  readonly what: string;
  readonly couldBe?: readonly (readonly [string, number])[];
  readonly subjectContinuity?: boolean;
}

export interface Tables {
  readonly who?: readonly Who[];
  readonly says?: readonly Says[];
  readonly persons?: readonly (Partial<PersonWord> & {readonly words: string})[];
  readonly claims?: readonly (Partial<StoryClaim> & {readonly words: string})[];
}

/** A story whose tables are written by hand, every span given by its words (`words#2` for the second such place). */
export function storyOf(text: string, {who = [], says = [], persons = [], claims = []}: Tables): Story {
  const draft = parseDraft(text, 'text');
  const find = (wanted: string): Place => {
    const [words = '', nth = '1'] = wanted.split('#');
    let left = Number(nth);
    for (const [block, {content}] of draft.blocks.entries()) {
      for (let at = content.text.indexOf(words); at >= 0; at = content.text.indexOf(words, at + 1)) {
        if (--left === 0) return {block, start: at, end: at + words.length};
      }
    }
    throw new Error(`the draft does not say "${wanted}"`);
  };
  const local = ({start, end}: Place): Span => ({start, end});
  const sentencesOf = (words: string): Span[] =>
    [...words.matchAll(/\S[^.!?]*[.!?]*["”]?/g)].map((found) => ({
      start: found.index,
      end: found.index + found[0].length,
    }));
  const sentences = draft.blocks.map(({content}) => sentencesOf(content.text));
  const sentenceOf = ({block, start}: Place) =>
    Math.max(
      0,
      (sentences[block] ?? []).findIndex(({end}) => start < end),
    );
  const mentions = draft.blocks.map((): Mention[] => []);
  const index = new Map<string, {place: Place; mention: number}>();
  for (const {id, calls, standing = 'described', kind = 'person', name = null} of who) {
    for (const [nth, {words, ...given}] of calls.entries()) {
      const place = find(words);
      const list = mentions[place.block] as Mention[];
      const [bare = ''] = words.split('#');
      index.set(`${id}:${nth}`, {place, mention: list.length});
      list.push({
        ...local(place),
        text: bare,
        name,
        head: local(place),
        headLemma: null,
        role: null,
        kind,
        standing,
        gender: 'unknown',
        plural: false,
        parts: {},
        determiner: 'indefinite',
        anonymity: null,
        sentence: sentenceOf(place),
        function: 'other',
        ...given,
      });
    }
  }
  /** The story's own name for a source of the example. */
  const idOf = (id: string): string => {
    const {place, mention} = index.get(`${id}:0`) as {place: Place; mention: number};
    return sourceIdOf(place.block, mention);
  };
  const counts = draft.blocks.map(() => 0);
  const attributions = says.map(
    ({by, verb, what, couldBe = [], subjectContinuity = false, ...given}): StoryAttribution => {
      const cue = find(verb);
      const content = find(what);
      const speaker = by ? index.get(by.join(':')) : undefined;
      const candidates: Candidate[] = couldBe.map(([sourceId, weight]) => ({
        sourceId: idOf(sourceId),
        weight,
        place: index.get(`${sourceId}:0`)?.place ?? content,
      }));
      return {
        source: speaker ? [local(speaker.place)] : [],
        cue: [local(cue)],
        content: [local(content)],
        quote: 'indirect',
        cueKind: 'speech',
        cueLemma: 'say',
        mention: speaker?.mention ?? null,
        carried: false,
        negated: false,
        sentence: sentenceOf(cue),
        confidence: 1,
        key: attributionKey(cue.block, (counts[cue.block] as number)++),
        block: cue.block,
        sourceId: couldBe.length > 0 || !by ? null : idOf(by[0]),
        candidates,
        subjectContinuity,
        ...given,
      };
    },
  );
  const sources = who
    .filter(({standing}) => standing === undefined || (standing as string) !== 'pronoun')
    .map(({id, calls, ...given}): Source => {
      const places = calls.map((_, nth) => index.get(`${id}:${nth}`) as {place: Place; mention: number});
      return {
        name: null,
        label: calls[0]?.words.split('#')[0] ?? id,
        kind: 'person',
        standing: 'described',
        gender: 'unknown',
        role: null,
        specificity: given.name ? 5 : 1,
        parts: {},
        missing: [],
        mentions: places.map(({place}) => place),
        mentionIndexes: places.map(({mention}) => mention),
        attributions: attributions.filter(({sourceId}) => sourceId === idOf(id)).map(({key}) => key),
        ...given,
        id: idOf(id),
      };
    });
  const blocks = draft.blocks.map(({content}, block): BlockTables => {
    const here = <T>(items: readonly T[], place: (item: T) => Place) =>
      items.flatMap((item) => (place(item).block === block ? [{item, place: place(item)}] : []));
    return {
      content,
      sentences: sentences[block] ?? [],
      quotations: [...content.text.matchAll(/["“]([^"”]*)["”]?/g)].map((found) => ({
        start: found.index,
        end: found.index + found[0].length,
        inner: {start: found.index + 1, end: found.index + 1 + (found[1]?.length ?? 0)},
        depth: 0,
        closed: found[0].length > (found[1]?.length ?? 0) + 1,
        continued: false,
        speech: /[.!?,]$/.test(found[1] ?? ''),
      })),
      mentions: mentions[block] ?? [],
      attributions: attributions.filter((one) => one.block === block),
      announcement: null,
      claims: here(claims, ({words}) => find(words)).map(({item: {words: _, ...given}, place}) => ({
        ...local(place),
        type: 'other' as const,
        trigger: local(place),
        sentence: sentenceOf(place),
        quoted: false,
        grave: false,
        exempt: null,
        target: null,
        ...given,
      })),
      hearsay: [],
      times: [],
      markers: [],
      persons: here(persons, ({words}) => find(words)).map(({item: {words, ...given}, place}) => ({
        ...local(place),
        sentence: sentenceOf(place),
        word: words.split('#')[0]?.toLowerCase() ?? '',
        attribution: null,
        markMissing: false,
        ...given,
      })),
      crimeLabels: [],
      ...noDetails,
      exempt: false,
      notes: [],
      find: () => [],
    };
  });
  return withBlocks({draft, blocks, sources, attributions, claims: [], conflicts: []});
}
