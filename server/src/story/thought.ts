import type {Account} from './timeline.js';

/** How much of what was in a reader's mind is left after a sentence, and after a paragraph's end. */
const leftAfterSentence = 0.6;
const leftAfterParagraph = 0.8;

/** A mention. Its index is put right where others of its block come and go: a reader takes no notice of that. */
export interface Where {
  readonly block: number;
  /** Index in the block. */
  mention: number;
}

/** What a reader has of one source in mind. */
export interface Thought {
  /** Whose mind it is: the time of the headline that is read by itself, or -1 for the text. */
  readonly of: number;
  readonly value: number;
  /** Sentences and paragraphs of the draft so far, at the latest mention. */
  readonly moment: number;
  readonly paragraph: number;
  /** The latest mention, and its number, which grows as the draft is read. */
  readonly where: Where;
  readonly turn: number;
  /** Mentioned there in the writer's own voice. */
  readonly open: boolean;
}

/** A mention that brings a source to mind, so strongly. */
export interface Recall extends Omit<Thought, 'value'> {
  readonly strength: number;
}

/** How much of a thought is left by now. */
export function leftOf({moment, paragraph}: Thought, nowMoment: number, nowParagraph: number): number {
  const sentences = nowMoment - moment;
  return sentences === 0
    ? 1
    : power(leftPowers, sentences) * power(paragraphPowers, nowParagraph - paragraph);
}

export const thoughts: Account<Thought | null, Recall> = {
  first: null,
  enter(before, {of, strength, moment, paragraph, turn, where, open}) {
    let value = strength;
    if (before?.of === of) {
      // Several mentions in one sentence do not outweigh being its subject.
      const kept = before.value * leftOf(before, moment, paragraph);
      value = before.moment === moment ? Math.max(kept, strength) + 0.1 : kept + strength;
    }
    return {of, value, moment, paragraph, where, turn, open};
  },
  differ(before, now) {
    if (before === null || now === null) return before === now ? 0 : 1;
    const same =
      before.of === now.of &&
      before.value === now.value &&
      before.moment === now.moment &&
      before.paragraph === now.paragraph &&
      before.turn === now.turn &&
      before.where.block === now.where.block &&
      before.open === now.open;
    // Those who took down which mention it was hold on to the one from before.
    if (same) before.where.mention = now.where.mention;
    return same ? 0 : 1;
  },
};

function powersOf(base: number): readonly number[] {
  const powers = [1];
  while (powers.length < 200) powers.push((powers.at(-1) as number) * base);
  return powers;
}
const leftPowers = powersOf(leftAfterSentence);
const paragraphPowers = powersOf(leftAfterParagraph);
/** What is beyond the list is next to nothing. */
const power = (powers: readonly number[], n: number): number => powers[n] ?? 0;
