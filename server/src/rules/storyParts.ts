import type {Genre} from '../draft/draft.js';
import type {BlockTables, Place, Story} from '../story/story.js';
import {blocksHaving, perBlock} from './lookup.js';
import type {Passage} from './passage.js';

/** Where a finding on the story as a whole hangs: the headline, else the first sentence. Null in an empty draft. */
export function headOf(story: Story): Place | null {
  const block = story.blocks.findIndex(({exempt, content}) => !exempt && content.kind !== 'table-cell');
  const tables = story.blocks[block];
  if (!tables) return null;
  const {content, sentences} = tables;
  const whole = {start: 0, end: content.text.length};
  const {start, end} = content.kind === 'heading' ? whole : (sentences[0] ?? whole);
  return {block, start: Math.max(start, content.datelineLength), end};
}

/** Whether a block tells the story: no headline, caption or table. */
export const tellsStory = ({exempt, content: {kind}}: BlockTables): boolean =>
  !exempt && (kind === 'paragraph' || kind === 'list-item' || kind === 'block-quote');

/** No block from this one on is a title. */
export const mostTitles = 3;

/** A short line at the very top, before the first paragraph: a headline or a standfirst in all but its mark. */
export function isTitle({blocks}: Story, block: number): boolean {
  if (block >= mostTitles || blocks.length < 3) return false;
  return (
    blocks.slice(0, block + 1).every(({content}) => content.text.length < 130) &&
    blocks.some(({content}) => content.text.length >= 130)
  );
}

/** The same of a passage's own block. */
export const isInTitle = (here: Passage): boolean => here.block < mostTitles && here.ask(isTitle);

const question = /^Q(?:uestion)?[:.]\s/u;

/** The first question of an interview printed as question and answer; infinite where there is none. */
function firstQuestion(story: Story): number {
  const [first, ...others] = blocksHaving(story, questionsIn, true);
  return first && others.length > 0 ? first.block : Number.POSITIVE_INFINITY;
}

const questionsIn = perBlock(({content}) => (question.test(content.text) ? [content] : []));

/** Whether a block stands in an interview printed as question and answer, marked by "Q:": it is all somebody's words. */
export const isInInterview = (here: Passage): boolean => {
  const first = here.askStory(firstQuestion);
  return first < Number.POSITIVE_INFINITY && here.block >= first;
};

/** Forms that rest on one voice, or on none, by their nature. */
const oneVoiced: ReadonlySet<Genre> = new Set(['brief', 'statement', 'profile', 'obituary', 'qa', 'live']);
export const isOneVoiced = ({draft: {meta}}: Story): boolean => oneVoiced.has(meta.genre);

/** By block, then by the mention's index in it. */
export {sourceOfMention as sourceOf} from '../story/mentionSources.js';

/** Several words as a reader would say them: "a, b and c". */
export function listed(words: readonly string[], joint = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
