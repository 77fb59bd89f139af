import type {Span} from '../draft/block.js';
import type {Sentence, Token} from '../language/token.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';

/**
 * How words take guilt for granted: a label on somebody who is only accused ("accused killer"), a label with no word
 * of doubt ("the murderer"), an arrest for the deed itself ("arrested for robbing"), a charge worded as the deed
 * ("charged with murdering").
 */
export type CrimeLabelForm = 'accused' | 'label' | 'arrest' | 'charge';

/** Wording that presumes guilt. Spans are relative to the block. */
export interface CrimeLabel extends Span {
  readonly form: CrimeLabelForm;
  readonly sentence: number;
  readonly quoted: boolean;
  /** The name that wears the label; null where it is nobody's by name. */
  readonly name: Span | null;
  /** The words that a better wording replaces: the label with its name, "for murdering", "murdering". */
  readonly replace: Span;
}

const labels = new Set([
  'killer',
  'murderer',
  'rapist',
  'thief',
  'robber',
  'fraudster',
  'molester',
  'paedophile',
  'pedophile',
  'arsonist',
  'slayer',
  'burglar',
  'kidnapper',
  'swindler',
  'embezzler',
  'trafficker',
  'stalker',
  'abuser',
  'attacker',
  'poisoner',
  'mugger',
  'carjacker',
  'hijacker',
  'assassin',
  'conman',
  'forger',
  'looter',
  'predator',
]);
/** Said of nobody before a verdict, even with no name beside it. */
const verdicts = new Set(['murderer', 'rapist']);
const doubts = new Set(['accused', 'alleged', 'suspected']);
/** Before a label: the verdict itself, or a kind of person rather than this one. */
const settled = new Set([
  'convicted',
  'confessed',
  'self-confessed',
  'condemned',
  'jailed',
  'no',
  'a',
  'any',
  'every',
  'serial',
  'child',
  'mass',
]);
const crimes = new Set([
  'murdering',
  'killing',
  'raping',
  'robbing',
  'stealing',
  'assaulting',
  'stabbing',
  'shooting',
  'molesting',
  'smuggling',
  'bribing',
  'strangling',
  'beating',
  'burgling',
  'kidnapping',
  'abducting',
  'defrauding',
  'embezzling',
  'extorting',
  'setting',
  'groping',
  'poisoning',
  'looting',
  'abusing',
  'attacking',
  'trafficking',
  'swindling',
  'torching',
]);
/** With one of these in the sentence a court, or the person, has said it. */
const proven = new Set([
  'convicted',
  'guilty',
  'sentenced',
  'confessed',
  'conviction',
  'convictions',
  'acquitted',
  'cleared',
]);

/** Words of a block that presume somebody's guilt. One pass; looks a few words around each. */
export function findCrimeLabels(block: BlockAnalysis): readonly CrimeLabel[] {
  const {tokens} = block;
  const quoted = quotedTest(block);
  const found: CrimeLabel[] = [];
  block.sentences.forEach((sentence, index) => {
    let isProven: boolean | undefined;
    for (let i = sentence.first; i < sentence.last; i++) {
      const one = labelAt(tokens, i, sentence) ?? deedAt(tokens, i, sentence);
      if (!one) continue;
      isProven ??= tokens.slice(sentence.first, sentence.last).some(({norm}) => proven.has(norm));
      if (isProven) break;
      found.push({...one, sentence: index, quoted: quoted(one)});
    }
  });
  return found;
}

type Found = Omit<CrimeLabel, 'sentence' | 'quoted'>;

function labelAt(tokens: readonly Token[], i: number, {first, last}: Sentence): Found | null {
  const token = tokens[i] as Token;
  const singular = labels.has(token.norm) ? token.norm : token.lemma;
  // A capital makes it a title or a stage name.
  if (!labels.has(singular) || /^\p{Lu}/u.test(token.text)) return null;
  const name = nameAt(tokens, i + 1, last);
  let at = i - 1;
  while (
    at >= first &&
    at > i - 3 &&
    !doubts.has((tokens[at] as Token).norm) &&
    modifies(tokens[at] as Token)
  )
    at--;
  const lead = at >= first ? (tokens[at] as Token) : undefined;
  if (lead && doubts.has(lead.norm)) {
    if (lead.norm === 'suspected' && !name) return null;
    const start = lead.start;
    const span = {start, end: name?.end ?? token.end};
    return {start: span.start, end: span.end, form: 'accused', name, replace: span};
  }
  const before = i > first ? (tokens[i - 1] as Token) : undefined;
  if (before && settled.has(before.norm)) return null;
  const next = tokens[i + 1];
  if (name && (verdicts.has(singular) || singular === 'killer') && i + 1 < last) {
    const span = {start: token.start, end: name.end};
    return {start: span.start, end: span.end, form: 'label', name, replace: span};
  }
  // "The murderer fled": of somebody, and the sentence tells what they did.
  if (
    verdicts.has(singular) &&
    before &&
    (before.norm === 'the' || before.norm === 'this') &&
    next &&
    (next.pos === 'VERB' || next.pos === 'AUX' || next.norm === 'who')
  ) {
    return {start: token.start, end: token.end, form: 'label', name: null, replace: token};
  }
  return null;
}

const modifies = ({pos, norm}: Token): boolean => pos === 'NOUN' || pos === 'ADJ' || norm === '-';

/** A name right after a label: "accused killer John Smith", never "accused killer on Monday". */
function nameAt(tokens: readonly Token[], from: number, last: number): Span | null {
  let end = from;
  while (
    end < last &&
    end < from + 4 &&
    (tokens[end] as Token).pos === 'PROPN' &&
    /^\p{Lu}/u.test((tokens[end] as Token).text)
  )
    end++;
  return end > from ? {start: (tokens[from] as Token).start, end: (tokens[end - 1] as Token).end} : null;
}

/** "arrested for murdering", "charged with murdering". */
function deedAt(tokens: readonly Token[], i: number, {last}: Sentence): Found | null {
  const {lemma, norm, start} = tokens[i] as Token;
  if (i + 2 >= last) return null;
  const link = tokens[i + 1] as Token;
  const deed = tokens[i + 2] as Token;
  if (
    (norm === 'arrested' || lemma === 'detain' || norm === 'held') &&
    link.norm === 'for' &&
    crimes.has(deed.norm)
  ) {
    // "Setting fire", not "setting up a stall".
    if (deed.norm === 'setting' && tokens[i + 3]?.norm !== 'fire') return null;
    return {start, end: deed.end, form: 'arrest', name: null, replace: {start: link.start, end: deed.end}};
  }
  if (norm === 'charged' && link.norm === 'with' && deed.norm === 'murdering') {
    return {start, end: deed.end, form: 'charge', name: null, replace: deed};
  }
  return null;
}
