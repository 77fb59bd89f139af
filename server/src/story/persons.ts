import type {Span} from '../draft/block.js';
import {isCapital, type Sentence, type Token} from '../language/token.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';
import type {PersonWord} from './story.js';

const firstPerson = new Set(['i', 'we', 'our', 'ours', 'my', 'us', 'me', 'myself', 'ourselves', 'mine']);
const subjects = new Set(['i', 'we', 'our', 'my']);
const speech = new Set([
  'say',
  'tell',
  'add',
  'explain',
  'continue',
  'recall',
  'insist',
  'write',
  'state',
  'argue',
  'warn',
  'ask',
  'reply',
  'note',
  'announce',
  'declare',
  'claim',
  'admit',
  'stress',
  'remark',
  'tweet',
  'post',
  'respond',
  'joke',
  'conclude',
]);
/** "World War I", "Elizabeth I", "Interstate I-95", "Phase I". */
const numeralBefore = new Set([
  'war',
  'phase',
  'type',
  'class',
  'part',
  'act',
  'stage',
  'tier',
  'grade',
  'chapter',
  'volume',
  'title',
  'division',
  'article',
  'appendix',
  'section',
  'level',
  'schedule',
  'group',
  'category',
  'vitamin',
]);
const royal = new Set([
  'king',
  'queen',
  'pope',
  'emperor',
  'empress',
  'tsar',
  'czar',
  'kaiser',
  'sultan',
  'prince',
  'duke',
]);
const doubleMarks = /["“”„«»]/;

/** First-person words outside quotation marks; inside them only where the closing mark was plainly forgotten. */
export function findPersons(block: BlockAnalysis): readonly PersonWord[] {
  const {tokens, quotations} = block;
  if (!tokens.some((token) => firstPerson.has(token.norm))) return [];
  const quoted = quotedTest(block);
  const closed = quotations.filter((quotation) => quotation.closed);
  const open = quotations.filter((quotation) => !quotation.closed && !quotation.continued);
  const paired = new Set(closed.flatMap(({start, inner}) => [start, inner.end]));
  const attributionAt = contentFinder(block);
  const found: PersonWord[] = [];
  block.sentences.forEach((sentence, index) => {
    let missing: boolean | null = null;
    // `"We will appeal, Tran said.`: the mark opens the sentence and never closes.
    let forgotten: boolean | null = null;
    for (let i = sentence.first; i < sentence.last; i++) {
      const token = tokens[i] as Token;
      if (!firstPerson.has(token.norm)) continue;
      if (quoted(token)) {
        forgotten ??=
          open.length === 1 &&
          (open[0] as Span).start === sentence.start &&
          endsInCue(tokens, sentence) &&
          !closesOtherwise(tokens, sentence);
        if (!forgotten) continue;
      }
      if (!isPerson(tokens, i, sentence)) continue;
      missing ??= forgotten || markMissing(tokens, sentence, paired);
      found.push({
        start: token.start,
        end: token.end,
        sentence: index,
        word: token.norm,
        attribution: attributionAt(token),
        markMissing: missing,
      });
    }
  });
  return found;
}

function isPerson(tokens: readonly Token[], i: number, {first, last}: Sentence): boolean {
  const token = tokens[i] as Token;
  const before = i > first ? tokens[i - 1] : undefined;
  const next = i + 1 < last ? tokens[i + 1] : undefined;
  const capital = isCapital(token);
  switch (token.norm) {
    case 'us':
      // "US" and "U.S." are a country.
      return token.text === 'us';
    case 'mine':
      return token.pos === 'PRON' && before?.pos !== 'DET' && before?.pos !== 'ADJ' && before?.pos !== 'NOUN';
    case 'i':
      if (token.text !== 'I') return false;
      // "World War I began", "King Charles I lost his head".
      if (before && numeralBefore.has(before.norm) && /^\p{Lu}/u.test(before.text)) return false;
      if (before?.pos === 'PROPN' && i - 2 >= first && royal.has((tokens[i - 2] as Token).norm)) return false;
      if (
        before &&
        (numeralBefore.has(before.norm) || (before.pos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(before.text)))
      ) {
        return next?.pos === 'VERB' || next?.pos === 'AUX';
      }
      return next?.text !== '-' && next?.text !== '.' && next?.pos !== 'NUM' && before?.text !== '.';
    default:
      // "My Fair Lady", "Our Lady of Grace", "I" aside: a capital in mid-sentence before a capital is a title.
      if (token.text.length > 1 && token.text === token.text.toUpperCase()) return false;
      return !(capital && next && /^\p{Lu}/u.test(next.text) && next.norm !== 'i');
  }
}

/** Where a token stands in the words of an attribution that is not a direct quotation: which one. */
function contentFinder({attributions}: BlockAnalysis): (span: Span) => number | null {
  const contents = attributions
    .flatMap((attribution, index) =>
      attribution.quote === 'direct' ? [] : attribution.content.map(({start, end}) => ({start, end, index})),
    )
    .sort((a, b) => a.start - b.start);
  return (span) => {
    let low = 0;
    let high = contents.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((contents[middle] as Span).start <= span.start) low = middle + 1;
      else high = middle;
    }
    // Contents nest a few deep at most; looking a little way back keeps this logarithmic.
    for (let i = low - 1; i >= 0 && i >= low - 8; i--) {
      const content = contents[i] as Span & {index: number};
      if (content.end >= span.end) return content.index;
    }
    return null;
  };
}

/** `"We will appeal,” he said`: opened by a mark of one shape and closed by one of another. */
const closesOtherwise = (tokens: readonly Token[], {first, last}: Sentence): boolean =>
  tokens.slice(first + 1, last).some(({text}) => doubleMarks.test(text));

/** @param paired where the marks of closed quotations stand. */
function markMissing(tokens: readonly Token[], sentence: Sentence, paired: ReadonlySet<number>): boolean {
  let marks = 0;
  let stray = 0;
  for (let i = sentence.first; i < sentence.last; i++) {
    const {text, start} = tokens[i] as Token;
    if (!doubleMarks.test(text)) continue;
    // `date="…">`: the rest of a tag.
    if (tokens[i - 1]?.text.endsWith('=') || tokens[i + 1]?.text.startsWith('>')) return false;
    marks++;
    if (!paired.has(start)) stray++;
  }
  // A mark that belongs to no pair: the other one was lost.
  if (marks > 0) return stray === 1;
  const begins = tokens[sentence.first];
  return begins !== undefined && subjects.has(begins.norm) && endsInCue(tokens, sentence);
}

/** ", he said." or ", said Ms Okoro" at the end of a sentence. */
function endsInCue(tokens: readonly Token[], {first, last}: Sentence): boolean {
  let comma = -1;
  for (let i = last - 1; i > first && i > last - 10; i--) {
    if ((tokens[i] as Token).text === ',') {
      comma = i;
      break;
    }
  }
  if (comma < 0) return false;
  const tail = tokens.slice(comma + 1, last).filter(({pos}) => pos !== 'PUNCT' && pos !== 'SPACE');
  if (tail.length < 2) return false;
  const cue = tail.findIndex(({lemma, norm}) => speech.has(lemma) || norm === 'said');
  if (cue < 0 || tail.some(({norm}) => firstPerson.has(norm))) return false;
  const who = cue === 0 ? tail[1] : tail[cue - 1];
  return who?.pos === 'PRON' || who?.pos === 'PROPN' || who?.pos === 'NOUN';
}
