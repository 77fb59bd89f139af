import type {Span} from '../draft/block.js';
import {type PhraseSet, phraseSet} from '../language/phrases.js';
import {firstEndingAfter} from '../language/spans.js';
import type {BlockTables, Story} from '../story/story.js';

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

/** Just after a sentence, where another may follow. */
export function afterSentence({content}: BlockTables, {start, end}: Span): Span {
  let at = Math.min(end, content.text.length);
  while (at > start && /\s/.test(content.text[at - 1] ?? '')) at--;
  return {start: at, end: at};
}

/** Names that the draft itself gives, most used first: the only ones a fix may offer. */
export function sourceChoices({sources}: Story): readonly string[] {
  let labels = choices.get(sources);
  if (!labels) {
    const named = sources
      .filter(({standing}) => standing === 'named' || standing === 'document')
      .sort((a, b) => b.attributions.length - a.attributions.length)
      .map(({label}) => label);
    labels = [...new Set(named)].slice(0, 8);
    choices.set(sources, labels);
  }
  return labels;
}

const choices = new WeakMap<Story['sources'], readonly string[]>();

/** The words at a span, shortened for a message. */
export function wordsAt({content}: BlockTables, {start, end}: Span): string {
  const words = content.text.slice(start, end).replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words;
}
