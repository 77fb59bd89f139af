import type {Sentence} from './token.js';
import type {ReadToken} from './tokens.js';

/** Titles and the like: a full stop after them ends no sentence. */
const beforeNames = new Set(
  (
    'mr mrs ms mx dr prof rev fr sr jr st sen sens rep gov govs messrs lt col gen gens sgt cpl capt cmdr adm maj pvt hon pres supt det insp ' +
    'no nos vs fig ft mt v op cit al jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat'
  )
    .split(' ')
    .map((word) => `${word}.`),
);
/** Abbreviations that may end a sentence: only a word that opens one tells. */
const dotted = /^(?:(?:\p{L}\.){2,}|inc\.|corp\.|co\.|ltd\.|a\.m\.|p\.m\.)$/iu;
const openers = new Set(
  (
    'he she it they we i you the a an this that these those there but and so yet however meanwhile in on at as after before ' +
    'when while if his her its their our my no not what who why how many some most both another asked since though although ' +
    'under over during for with by from officials police'
  ).split(' '),
);
const speechVerbs = new Set(
  'said says say asked added told wrote replied shouted tweeted recalled wondered explained continued cried answered joked'.split(
    ' ',
  ),
);
const closers = /^["”’»)\]]+$/u;
const enders = /^(?:[.!?…]+|\.{2,})$/u;

/** Sentences of a block, in order, covering all tokens. */
export function readSentences(read: readonly ReadToken[]): readonly Sentence[] {
  const ends: number[] = [];
  let quoteOpen = false;
  const open: boolean[] = [];
  for (const {token} of read) {
    if (token.text === '"') quoteOpen = !quoteOpen;
    open.push(quoteOpen);
  }
  for (let i = 0; i < read.length; i++) {
    let at = i;
    const {token, endsSentence} = read[i] as ReadToken;
    if (endsSentence ? !goesOn(read, i) : breaksUnseen(read, i)) {
      // Closing marks belong to what they close.
      while (at + 1 < read.length) {
        const next = read[at + 1]!.token;
        const before = read[at]!.token;
        if (next.start > before.end || !closers.test(next.text)) break;
        if (next.text === '"' && open[at] === false) break;
        at++;
      }
      const goes = at !== i && goesOn(read, at);
      i = at;
      if (!goes && ends.at(-1) !== at) ends.push(at);
    } else if (!endsSentence && closers.test(token.text) && i > 0) {
      // `…the end." The next`: the library saw no end before the mark.
      const before = read[i - 1]!.token;
      const next = read[i + 1]?.token;
      if (
        next &&
        enders.test(before.text) &&
        before.end === token.start &&
        next.start > token.end &&
        /^["“‘]?\p{Lu}/u.test(next.text) &&
        !goesOn(read, i)
      )
        ends.push(i);
    }
  }
  if (read.length > 0 && ends.at(-1) !== read.length - 1) ends.push(read.length - 1);
  const sentences: Sentence[] = [];
  let first = 0;
  const add = (last: number): void => {
    sentences.push({start: read[first]!.token.start, end: read[last - 1]!.token.end, first, last});
    first = last;
  };
  for (const end of ends) {
    while (end + 1 - first > longest) add(cutAt(read, first));
    add(end + 1);
  }
  return sentences;
}

/** What no full stop ends for this many tokens is a list or no prose; it is cut up, so that reading stays linear. */
const longest = 240;

/** Where to cut: behind the last mark, else where the tokens run out. */
function cutAt(read: readonly ReadToken[], first: number): number {
  for (let i = first + longest; i > first + longest / 2; i--) {
    if (/^[,;:–—|•]$/.test(read[i - 1]!.token.text)) return i;
  }
  return first + longest;
}

/** Whether the sentence does not end with token `i` although the library says so. */
function goesOn(read: readonly ReadToken[], i: number): boolean {
  const token = read[i]!.token;
  const next = read[i + 1]?.token;
  if (!next) return false;
  if (/^\p{Ll}/u.test(next.text)) return true;
  if (beforeNames.has(token.norm) || token.text === 'Reps.') return true;
  if (/^[,;]$/.test(next.text)) return true;
  // `"Why?" Okoro asked.`
  if (/^["”’']$/u.test(token.text) && /^[?!,…]+$/u.test(read[i - 1]?.token.text ?? '')) {
    for (let k = i + 1; k < Math.min(read.length, i + 7); k++) {
      const {norm, pos} = read[k]!.token;
      if (speechVerbs.has(norm)) return true;
      if (
        pos !== 'PROPN' &&
        pos !== 'NOUN' &&
        pos !== 'DET' &&
        pos !== 'PRON' &&
        pos !== 'ADJ' &&
        pos !== 'ADP'
      )
        break;
    }
  }
  // "J. Smith": an initial.
  return /^\p{Lu}\.$/u.test(token.text) && next.pos === 'PROPN' && !openers.has(next.norm);
}

/** Whether a sentence ends with token `i` although the library saw none: "in the U.S. He said". */
function breaksUnseen(read: readonly ReadToken[], i: number): boolean {
  const token = read[i]!.token;
  const next = read[i + 1]?.token;
  if (!next || next.start === token.end) return false;
  // "Nobody knows… The river": three dots that hang on a word, not those of words left out.
  const trails = /^(?:…|\.{3,})$/.test(token.text) && read[i - 1]?.token.end === token.start;
  if (!trails && !dotted.test(token.text)) return false;
  return /^\p{Lu}/u.test(next.text) && openers.has(next.norm);
}
