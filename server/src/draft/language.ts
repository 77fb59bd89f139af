import {eld} from 'eld/extrasmall';
import type {BlockContent} from './block.js';
import type {Draft} from './draft.js';

export interface DraftLanguage {
  /** ISO 639-1 code; empty when there was too little to tell from. */
  readonly language: string;
  /** True unless another language is certain: nothing is silenced by mistake. */
  readonly english: boolean;
  readonly sure: boolean;
}

/** Less prose than this many letters says nothing. */
const enoughLetters = 200;
/** The detector reads no more at once. */
const sampleLength = 1000;
/** As many samples are asked, from different places of the draft. */
const samples = 3;
/** How much of the prose must have changed before the question is asked again. */
const askAgain = 0.5;

const unsure: DraftLanguage = {language: '', english: true, sure: false};

interface Memory {
  readonly known: WeakSet<BlockContent>;
  readonly answer: DraftLanguage;
}

const memories = new WeakMap<Draft, Memory>();
const judged = new Set(['paragraph', 'list-item', 'caption', 'block-quote', 'heading']);

/**
 * Which language a draft is in, by a detector that needs no network, from up to three samples of its prose. With
 * `previous`, an earlier version that was asked about, the answer is taken over while most blocks are still the same.
 */
export function draftLanguage(draft: Draft, previous?: Draft): DraftLanguage {
  const own = memories.get(draft);
  if (own) return own.answer;
  const memory = previous && memories.get(previous);
  if (memory?.answer.sure) {
    let length = 0;
    let fresh = 0;
    for (const {content} of draft.blocks) {
      length += content.text.length;
      if (!memory.known.has(content)) fresh += content.text.length;
    }
    if (fresh <= length * askAgain) {
      memories.set(draft, memory);
      return memory.answer;
    }
  }
  const answer = detect(draft.blocks.map(({content}) => content).filter(({kind}) => judged.has(kind)));
  memories.set(draft, {known: new WeakSet(draft.blocks.map(({content}) => content)), answer});
  return answer;
}

function detect(contents: readonly BlockContent[]): DraftLanguage {
  const texts: string[] = [];
  for (let sample = 0; sample < samples; sample++) {
    let text = '';
    let first = Math.floor((contents.length * sample) / samples);
    for (; first < contents.length && text.length < sampleLength; first++) {
      text += `${contents[first]?.text.slice(0, sampleLength)} `;
    }
    text = text.slice(0, sampleLength);
    if (letters(text) >= enoughLetters) texts.push(text);
    if (contents.length < 6) break;
  }
  const votes = new Map<string, number>();
  let reliable = true;
  let english = false;
  for (const text of texts) {
    const result = eld.detect(text);
    votes.set(result.language, (votes.get(result.language) ?? 0) + 1);
    reliable &&= result.isReliable();
    english ||= result.language === 'en' || close(result.getScores(), result.language);
  }
  const [language] = [...votes].sort((a, b) => b[1] - a[1])[0] ?? [''];
  if (language === '') return unsure;
  // Another language only where every sample says so, and surely: a draft may quote at length.
  if (language === 'en') return {language, english: true, sure: reliable && votes.size === 1};
  const sure = reliable && votes.size === 1 && !english;
  return {language, english: !sure, sure};
}

/** Whether English came close to the language that won. */
function close(scores: Record<string, number>, language: string): boolean {
  return (scores.en ?? 0) >= 0.8 * (scores[language] ?? 0);
}

function letters(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/\p{L}/gu)) count++;
  return count;
}
