import type {Token} from '../../language/token.js';
import type {Decoded, Run} from './decode.js';

/** Most tokens of a name before a colon or after a dash. */
const longestName = 6;
const openingMark = /^["“‘'[(]$/u;
const dash = /^(?:[—–―]|--?)$/u;

/**
 * Two layouts of print that the tagger sees too seldom to know: a speaker's label ("MAYOR OKORO: We will not."), and a
 * name after a dash under a quotation ("… not." — Ruth Okoro).
 * @param tokens of the window that was decoded
 */
export function readLayout(tokens: readonly Token[], found: readonly Decoded[]): readonly Decoded[] {
  return found.map((one) => (one.cue === null ? labelled(tokens, one) : signed(tokens, one)));
}

/** Content without a cue that begins with a label, or right after one: its colon is the cue. */
function labelled(tokens: readonly Token[], one: Decoded): Decoded {
  const [first, ...more] = one.content;
  const label = labelAt(tokens);
  if (!first || !label || first.first > label.last + 1 || first.last <= label.last + 1) return one;
  return {
    cue: {first: label.last, last: label.last + 1},
    source: label,
    content: [{first: label.last + 1, last: first.last}, ...more],
    confidence: 0.8,
  };
}

/** The name that a window begins with, where a colon follows and then words. */
function labelAt(tokens: readonly Token[]): Run | null {
  const first = openingMark.test(tokens[0]?.text ?? '') ? 1 : 0;
  let last = first;
  while (last < tokens.length && last - first < longestName && isNamePart((tokens[last] as Token).text))
    last++;
  if (last === first || tokens[last]?.text !== ':' || last + 2 >= tokens.length) return null;
  return {first, last};
}

/** A cue that is a dash, without a source: the name after it, if nothing else follows. */
function signed(tokens: readonly Token[], one: Decoded): Decoded {
  const {cue, source} = one;
  if (source || !cue || cue.last - cue.first > 1 || !dash.test(tokens[cue.first]?.text ?? '')) return one;
  let last = tokens.length;
  while (last > cue.last && /^[.\s]*$/.test((tokens[last - 1] as Token).text)) last--;
  const name = tokens.slice(cue.last, last);
  if (name.length === 0 || name.length > longestName || !name.every(({text}) => isNamePart(text))) return one;
  return {...one, source: {first: cue.last, last}};
}

const isNamePart = (text: string): boolean => /^(?:\p{Lu}|[.&-]$|(?:of|the|de|van|von|al|bin)$)/u.test(text);
