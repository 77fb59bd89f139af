import type {Span} from '../draft/block.js';
import {type PhraseSet, phraseSet} from '../language/phrases.js';
import {firstEndingAfter} from '../language/spans.js';
import type {BlockTables, Source, Story} from '../story/story.js';
import type {Edit, LocalEdit, Template} from './rule.js';

const compiled = new WeakMap<readonly string[], PhraseSet>();

/** Whether one of a rule's own `allow` phrases stands in a span of a block. */
export function allows(tables: BlockTables, phrases: readonly string[], {start, end}: Span): boolean {
  if (phrases.length === 0) return false;
  let set = compiled.get(phrases);
  if (!set) {
    set = phraseSet(phrases);
    compiled.set(phrases, set);
  }
  const found = tables.find(set);
  const next = found[firstEndingAfter(found, start)];
  return next !== undefined && next.start < end;
}

/** Where ", according to …" goes: before the full stop, inside no quotation mark. */
export function beforeFullStop({content}: BlockTables, {start, end}: Span): Span {
  let at = Math.min(end, content.text.length);
  while (at > start && /[\s.!?…]/.test(content.text[at - 1] ?? '')) at--;
  return {start: at, end: at};
}

/**
 * Adds words (", according to …") to a sentence, before its full stop. Where that stands inside a closing quotation
 * mark, the words go behind the mark, and their comma inside it.
 */
export function addToSentence(tables: BlockTables, sentence: Span, words: Template): readonly LocalEdit[] {
  const {text} = tables.content;
  const at = beforeFullStop(tables, sentence);
  const [first, ...rest] = words;
  const closing = /([.!?…])["”’»]+$/.exec(text.slice(Math.max(sentence.start, at.start - 4), at.start));
  if (!closing || typeof first !== 'string' || /[.!?…]/.test(text[at.end] ?? ''))
    return [{span: at, text: words}];
  const start = at.start - closing[0].length;
  const bare = first.replace(/^,/, '');
  const stop = closing[1] === '.' ? [{span: {start, end: start + 1}, text: bare === first ? [] : [',']}] : [];
  return [...stop, {span: at, text: [bare, ...rest, '.']}];
}

/** The same as edits of a rule that reads the story. */
export const adding = (
  block: number,
  tables: BlockTables,
  sentence: Span,
  words: Template,
): readonly Edit[] =>
  addToSentence(tables, sentence, words).map(({span, text}) => ({place: {block, ...span}, text}));

/** The comma that closes what a fix puts in at a place; none before another punctuation mark or at the end. */
export const closingComma = ({content}: BlockTables, {end}: Span): string =>
  /^\s*(?:$|[,.;:?!…)\]—–])/.test(content.text.slice(end, end + 2)) ? '' : ',';

/** Just after a sentence, where another may follow. */
export function afterSentence({content}: BlockTables, {start, end}: Span): Span {
  let at = Math.min(end, content.text.length);
  while (at > start && /\s/.test(content.text[at - 1] ?? '')) at--;
  return {start: at, end: at};
}

/** Names that the draft itself gives, most used first: the only ones a fix may offer. */
export function sourceChoices({sources, notes}: Story): readonly string[] {
  const last = notes.get(sourceChoices) as Choices | undefined;
  const isSame =
    last?.sources.length === sources.length &&
    sources.every((one, at) => isSameChoice(one, last.sources[at] as Source));
  const labels = isSame ? last.labels : mostUsed(sources, 8);
  notes.set(sourceChoices, {sources, labels} satisfies Choices);
  return labels;
}

interface Choices {
  readonly sources: Story['sources'];
  readonly labels: readonly string[];
}

/** Whether a source is to be chosen where another was, as far as `mostUsed` reads them. */
const isSameChoice = (one: Source, other: Source): boolean =>
  one === other ||
  (one.standing === other.standing &&
    one.label === other.label &&
    one.attributions.length === other.attributions.length);

/** Labels of the named with the most attributions, the first of equals first. */
function mostUsed(sources: Story['sources'], most: number): readonly string[] {
  const best: Source[] = [];
  let least = -1;
  for (const one of sources) {
    const said = one.attributions.length;
    if (said <= least || (one.standing !== 'named' && one.standing !== 'document')) continue;
    if (best.some(({label}) => label === one.label)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1] as Source).attributions.length < said) at--;
    best.splice(at, 0, one);
    if (best.length > most) best.pop();
    if (best.length === most) least = (best[most - 1] as Source).attributions.length;
  }
  return best.map(({label}) => label);
}

/** A place right behind a span, for an insertion. */
export const rightBehind = ({end}: Span): Span => ({start: end, end});

/** The words at a span, shortened for a message. */
export function wordsAt({content}: BlockTables, {start, end}: Span): string {
  const words = content.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words;
}
