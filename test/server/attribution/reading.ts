import {type Attributed, attribute} from '../../../server/src/attribution/attribute.js';
import type {Attribution} from '../../../server/src/attribution/attribution.js';
import {type Carry, noCarry} from '../../../server/src/attribution/attributor.js';
import type {Mention} from '../../../server/src/attribution/mention.js';
import {ruleAttributor} from '../../../server/src/attribution/ruleAttributor.js';
import type {Span} from '../../../server/src/draft/block.js';
import {readWords} from '../../../server/src/language/read.js';

/** One block as the rules of the attribution floor read it, without what a model may have to say. */
export const read = (text: string, carry: Carry = noCarry): Attributed =>
  attribute(readWords(text, carry.openQuote), carry, 0, ruleAttributor);

export const mentionsIn = (text: string): readonly Mention[] => read(text).mentions;

/** The mention with such words. */
export function mention(text: string, words: string): Mention {
  const found = mentionsIn(text);
  const one = found.find((each) => each.text === words);
  if (!one)
    throw new Error(`no mention "${words}" among ${found.map((each) => `"${each.text}"`).join(', ')}`);
  return one;
}

const wordsOf = (text: string, spans: readonly Span[]): string =>
  spans.map(({start, end}) => text.slice(start, end)).join(' … ');

/** `source | cue | content`, one for each attribution. */
export const lines = (text: string, carry?: Carry): string[] =>
  read(text, carry).attributions.map(({source, cue, content}) =>
    [source, cue, content].map((spans) => wordsOf(text, spans)).join(' | '),
  );

/** The only attribution of a text. */
export function only(text: string, carry?: Carry): Attribution {
  const {attributions} = read(text, carry);
  if (attributions.length !== 1)
    throw new Error(`${attributions.length} attributions: ${lines(text, carry).join('; ')}`);
  return attributions[0] as Attribution;
}
