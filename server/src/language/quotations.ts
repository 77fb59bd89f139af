import type {Quotation} from './quotation.js';
import {tokensWithin} from './spans.js';
import type {Token} from './token.js';

/** Opening marks and what closes them, in the conventions of English, German, French and others. */
const closing: Readonly<Record<string, readonly string[]>> = {
  '“': ['”'],
  // A closing mark where one opens: what typing over an old mark leaves.
  '”': ['”'],
  '„': ['“', '”'],
  '«': ['»'],
  '»': ['«'],
  '‹': ['›'],
};
const marks = /["“”„«»‹›'‘’]/g;
const word = /[\p{L}\p{N}]/u;
/** "’90s", "’tis": a mark that closes nothing and opens nothing. */
const elided = /^['’‘](?:\d0s|tis|twas|em|til|cause|n\b)/i;

interface Open {
  readonly start: number;
  readonly mark: string;
  readonly depth: number;
  readonly continued: boolean;
}

/**
 * Pairs of quotation marks in the prose of a block: straight, curly, low and angled, single ones too where they are
 * no apostrophes. A quotation that is never closed runs to the end of the block, or to the next opening mark of its
 * kind.
 * @param carriedOpen the block before ended inside a quotation, so an opening mark here goes on with it
 */
export function findQuotations(
  text: string,
  tokens: readonly Token[],
  carriedOpen = false,
): readonly Quotation[] {
  const found: Quotation[] = [];
  const open: Open[] = [];
  // Two single marks stand for a double one in old wire copy.
  const plain = text.replace(/''|``/g, '"\u200b');
  const widthAt = (at: number): number => (text.charAt(at) === plain.charAt(at) ? 1 : 2);
  /** @param mark width of the mark that closes it; 0 where none does */
  const close = (quotation: Open, end: number, mark: number): void => {
    const innerStart = quotation.start + widthAt(quotation.start);
    const inner = {start: innerStart, end: Math.max(innerStart, end - mark)};
    const closed = mark > 0;
    const {depth, continued} = quotation;
    const speech = isSpeech(text, tokens, {inner, closed, continued});
    found.push({start: quotation.start, end, inner, depth, closed, continued, speech});
  };
  /** Ends everything from the innermost out to `index`; only that one has its mark, whose width is `mark`. */
  const closeTo = (index: number, end: number, mark: number): void => {
    for (let i = open.length - 1; i >= index; i--) {
      const own = i === index;
      close(open[i]!, own ? end : end - mark, own ? mark : 0);
    }
    open.length = index;
  };
  const singles = singleMarks(plain);
  for (const {0: mark, index: at} of plain.matchAll(marks)) {
    const opens = (): void => {
      // A second opening mark of a kind that is open: the first was never closed.
      const same = open.findIndex((one) => one.mark === mark);
      if (same >= 0) {
        let end = at;
        while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
        closeTo(same, end, 0);
      }
      open.push({
        start: at,
        mark,
        depth: open.length,
        continued: carriedOpen && found.length === 0 && open.length === 0 && text.slice(0, at).trim() === '',
      });
    };
    if (mark === '"') {
      const index = open.findIndex((one) => one.mark === '"');
      if (index >= 0) {
        if (!opensHere(plain, at) || !closesLater(plain, at)) closeTo(index, at + widthAt(at), widthAt(at));
        else opens();
      } else if (!isInches(plain, at) && (opensHere(plain, at) || !/\S/.test(text.charAt(at - 1)))) opens();
    } else if (mark === "'" || mark === '‘' || mark === '’') {
      const role = singles.get(at);
      if (role === 'open') opens();
      else if (role === 'close') {
        const index = open.findLastIndex((one) => one.mark === "'" || one.mark === '‘' || one.mark === '’');
        if (index >= 0) closeTo(index, at + 1, 1);
      }
    } else {
      const index = open.findLastIndex((one) => closing[one.mark]?.includes(mark));
      if (index >= 0) closeTo(index, at + 1, 1);
      else if (mark in closing && ((mark !== '»' && mark !== '”') || opensHere(plain, at))) opens();
    }
  }
  closeTo(0, text.trimEnd().length, 0);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * A straight mark opens after a space, an opening bracket or a dash, before something that is no space; at the head of
 * a block before anything.
 */
function opensHere(text: string, at: number): boolean {
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  return (
    ((before === '' || /[\s([{—–\-/“‘']/u.test(before)) && after !== '' && (at === 0 || !/\s/.test(after))) ||
    // `of the law."We came here in May."`: the space before the mark was forgotten.
    (/[.!?]/.test(before) && /\p{Lu}/u.test(after) && text.indexOf(text.charAt(at), at + 1) > 0)
  );
}

/** Whether another straight mark follows: with an odd one left, this one more likely closes. */
function closesLater(text: string, at: number): boolean {
  return text.indexOf('"', at + 1) >= 0 && /\s/.test(text.charAt(at - 1));
}

/** `6'2"`, `a 5" pipe`. */
const isInches = (text: string, at: number): boolean => /\d/.test(text.charAt(at - 1));

/** What each single mark does: most are apostrophes and get no entry. */
function singleMarks(text: string): ReadonlyMap<number, 'open' | 'close'> {
  const roles = new Map<number, 'open' | 'close'>();
  let opened = -1;
  let weak = -1;
  const settle = (): void => {
    if (opened >= 0 && weak >= 0) {
      roles.set(opened, 'open');
      roles.set(weak, 'close');
    }
    opened = -1;
    weak = -1;
  };
  for (const {0: mark, index: at} of text.matchAll(/['‘’]/g)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + 1);
    const starts = (before === '' || /[\s([{—–"“„«]/u.test(before)) && word.test(after);
    if (starts && mark !== '’' && !elided.test(text.slice(at, at + 6))) {
      settle();
      opened = at;
    } else if (opened >= 0 && mark !== '‘' && before !== '' && !/\s/.test(before) && !word.test(after)) {
      if (!word.test(before)) {
        // After a full stop or a comma no apostrophe stands.
        roles.set(opened, 'open');
        roles.set(at, 'close');
        opened = -1;
        weak = -1;
      } else if (before !== 's' || weak < 0 || !/^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))) weak = at;
    }
  }
  settle();
  return roles;
}

const titleSmall = /^(?:a|an|and|the|of|in|on|to|for|with|at|by|or|from|is|not|n['’]t)$/i;

/** Whether the words are said rather than named: a clause with a verb, or what ends like a sentence. */
function isSpeech(
  text: string,
  tokens: readonly Token[],
  {inner, closed, continued}: Pick<Quotation, 'inner' | 'closed' | 'continued'>,
): boolean {
  const words = tokensWithin(tokens, inner).filter(
    ({pos}) => pos !== 'PUNCT' && pos !== 'SPACE' && pos !== 'SYM',
  );
  if (words.length < 2) return false;
  if (continued || !closed) return true;
  const verb = words.some(({pos}) => pos === 'VERB' || pos === 'AUX');
  const ends = /[.!?,…][”’"']?$/u.test(text.slice(inner.start, inner.end).trimEnd());
  const bearing = words.filter(({text: one}) => /^\p{L}/u.test(one) && !titleSmall.test(one));
  const titled =
    bearing.length > 1 &&
    bearing.filter(({text: one}) => /^\p{Lu}/u.test(one)).length >= bearing.length * 0.8;
  if (titled && words.length < 9) return false;
  const begins = /^\p{Lu}/u.test(words[0]?.text ?? '');
  if (verb) return words.length >= 4 || (ends && begins) || (words.length >= 3 && ends);
  return ends && begins && words.length >= 3;
}
