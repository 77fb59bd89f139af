import type {Span} from '../draft/block.js';
import {firstEndingAfter, Taken} from '../language/spans.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';

/** Figures of one sentence that do not add up: what it says, and what its own other figures come to. */
export interface Sum extends Span {
  readonly kind: 'share' | 'change' | 'parts';
  /** Where the figure stands that the others contradict. */
  readonly figure: Span;
  readonly told: number;
  /** Worked out from the others; a percentage to one decimal. */
  readonly worked: number;
  readonly sentence: number;
  readonly quoted: boolean;
}

const number = '(?:\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.\\d{1,3})?';
const scale = '(?:\\s?(?:thousand|million|billion|trillion|bn|m)\\b)?';
const money = '(?:[$£€¥]\\s?)?';
const hedge =
  '(?:about |around |nearly |almost |roughly |some |more than |over |just over |just under |or |approximately )?';
const percent = `(${hedge})(${number})\\s?(?:%|percent\\b|per cent\\b)`;
const amount = `${money}(${number})(${scale})(?!\\s?(?:%|percent|per cent|[\\d-]))`;
const upward = 'rose|rises|risen|grew|grows|grown|increased|increases|climbed|jumped|surged|soared|gained|up';
const downward =
  'fell|falls|fallen|dropped|drops|declined|declines|decreased|shrank|sank|slid|slumped|tumbled|plunged|down';
const between =
  '(?:(?!\\b(?:and|while|but|then|whereas) )(?:[^.;“”"\\d]|(?<=\\b(?:in|of) )(?:19|20)\\d\\d\\b)){0,60}?';

const share = new RegExp(
  `(?<![\\d.,])(${number}) (?:out )?of (?:the |its |their |our |his |her |all )?(${number}) (?:[\\p{L}’'-]+ ){0,5}?[\\p{L}’'-]+,? ?[(,–—-] ?(?:or |that is )?${percent}`,
  'giu',
);
const byFromTo = new RegExp(
  `\\b(${upward}|${downward})(?: by)? ${percent}${between}\\bfrom ${amount}${between}\\bto ${amount}`,
  'giu',
);
const byToFrom = new RegExp(
  `\\b(${upward}|${downward})(?: by)? ${percent}${between}\\bto ${amount}${between}\\bfrom ${amount}`,
  'giu',
);
const fromToBy = new RegExp(
  `\\b(${upward}|${downward})\\b${between}\\bfrom ${amount}${between}\\bto ${amount}${between}[,(–—] ?(?:an? |up |down )?(?:increase of |rise of |jump of |fall of |drop of |decline of )?${percent}(?! of)`,
  'giu',
);

const ones = new Map<string, number>(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, at) => [word, at + 1]),
);
ones.set('a', 1).set('an', 1);
const small = `(?:\\d{1,4}|${[...ones.keys()].join('|')})`;
const human =
  '(?:men|man|women|woman|boys?|girls?|children|child|adults?|adult|teenagers?|civilians?|soldiers?|officers?|firefighters?|passengers?|drivers?|students?|pupils?|teachers?|nurses?|doctors?|pedestrians?|cyclists?|tourists?|pilots?|toddlers?|infants?|babies|baby)';
const whole =
  '(?:people|persons|victims|passengers|residents|workers|students|patients|prisoners|hostages|protesters|suspects|members|survivors|migrants|civilians|tourists|fans)';
const parts = new RegExp(
  `(?<![\\d.,-])\\b(${small}) ${whole}(?: (?:were |was |have |had |been |are |is )?(?:also )?[\\p{L}]+(?: in [\\p{L} ]{3,30})?)?(?:, | \\(|: | [–—-] )((?:${small} ${human}, ){0,4}${small} ${human},? and ${small} ${human})(?=[,.;:)]| [–—-])`,
  'giu',
);

/** What such parts end with, and hardly any other text has: a quick no. */
const lastPart = new RegExp(` and ${small} ${human}`, 'iu');

/** Sentences whose own figures contradict one another: shares, changes and parts. Linear in the text. */
export function findSums(block: BlockAnalysis): readonly Sum[] {
  const {text} = block.content;
  if (!/\d|\band\b/.test(text)) return [];
  const quoted = quotedTest(block);
  const found: Sum[] = [];
  const taken = new Taken();
  const add = (sum: Pick<Sum, 'kind' | 'told' | 'worked'>, index: number, words: string, figure: Span) => {
    const sentence = firstEndingAfter(block.sentences, index);
    const span = {start: index, end: index + words.length};
    if (span.end > (block.sentences[sentence]?.end ?? 0) || taken.touches(span)) return;
    taken.add(span);
    found.push({start: span.start, end: span.end, ...sum, figure, sentence, quoted: quoted(span)});
  };
  const percentAt = (words: string, index: number, told: string): Span => {
    const at = words.search(
      new RegExp(`(?<![\\d.,])${told.replace(/\./g, '\\.')}\\s?(?:%|percent|per cent)`, 'i'),
    );
    const end =
      /^(?:[\d.,]+)\s?(?:%|percent|per cent)/i.exec(words.slice(Math.max(0, at)))?.[0].length ?? told.length;
    return {start: index + Math.max(0, at), end: index + Math.max(0, at) + end};
  };
  if (/%|per ?cent/i.test(text)) {
    taken.nextRow();
    for (const {0: words, 1: part = '', 2: all = '', 3: hedged = '', 4: told = '', index} of text.matchAll(
      share,
    )) {
      const worked = (100 * figureOf(part)) / figureOf(all);
      if (figureOf(part) <= figureOf(all) && differ(worked, told, hedged)) {
        add(
          {kind: 'share', told: figureOf(told), worked: rounded(worked)},
          index,
          words,
          percentAt(words, index, told),
        );
      }
    }
    taken.nextRow();
    for (const {
      0: words,
      1: verb = '',
      2: hedged = '',
      3: told = '',
      4: from = '',
      5: fromScale = '',
      6: to = '',
      7: toScale = '',
      index,
    } of text.matchAll(byFromTo))
      change(words, index, verb, hedged, told, from, fromScale, to, toScale);
    taken.nextRow();
    for (const {
      0: words,
      1: verb = '',
      2: hedged = '',
      3: told = '',
      4: to = '',
      5: toScale = '',
      6: from = '',
      7: fromScale = '',
      index,
    } of text.matchAll(byToFrom))
      change(words, index, verb, hedged, told, from, fromScale, to, toScale);
    taken.nextRow();
    for (const {
      0: words,
      1: verb = '',
      2: from = '',
      3: fromScale = '',
      4: to = '',
      5: toScale = '',
      6: hedged = '',
      7: told = '',
      index,
    } of text.matchAll(fromToBy))
      change(words, index, verb, hedged, told, from, fromScale, to, toScale);
  }
  taken.nextRow();
  for (const {0: words, 1: all = '', 2: listed = '', index} of lastPart.test(text)
    ? text.matchAll(parts)
    : []) {
    const worked = [...listed.matchAll(new RegExp(`\\b(${small}) ${human}`, 'giu'))].reduce(
      (sum, {1: one = ''}) => sum + wordValue(one),
      0,
    );
    const told = wordValue(all);
    const figure = {start: index, end: index + all.length};
    if (worked !== told) add({kind: 'parts', told, worked}, index, words, figure);
  }
  return found.sort((a, b) => a.start - b.start);

  function change(
    words: string,
    index: number,
    verb: string,
    hedged: string,
    told: string,
    from: string,
    fromScale: string,
    to: string,
    toScale: string,
  ): void {
    const before = figureOf(from) * scaleOf(fromScale === '' ? toScale : fromScale);
    const after = figureOf(to) * scaleOf(toScale === '' ? fromScale : toScale);
    if (before <= 0 || after <= 0 || (isYear(from) && isYear(to))) return;
    const isUp = new RegExp(`^(?:${upward})$`, 'i').test(verb);
    const worked = (100 * (after - before)) / before;
    const shown = isUp ? worked : -worked;
    if (differ(shown, told, hedged)) {
      add(
        {kind: 'change', told: figureOf(told), worked: rounded(shown)},
        index,
        words,
        percentAt(words, index, told),
      );
    }
  }
}

const figureOf = (digits: string): number => Number(digits.replace(/,/g, ''));
const wordValue = (word: string): number => ones.get(word.toLowerCase()) ?? Number(word);
const isYear = (digits: string): boolean => /^(?:19|20)\d\d$/.test(digits);
const rounded = (value: number): number => Math.round(value * 10) / 10;

function scaleOf(word: string): number {
  switch (word.trim().toLowerCase()) {
    case 'thousand':
      return 1e3;
    case 'million':
    case 'm':
      return 1e6;
    case 'billion':
    case 'bn':
      return 1e9;
    case 'trillion':
      return 1e12;
    default:
      return 1;
  }
}

/** Whether a percentage is further from what it should be than rounding and the writer's own "about" allow. */
function differ(worked: number, told: string, hedged: string): boolean {
  const exact = told.includes('.');
  const room =
    (exact ? 0.15 : 1) +
    (hedged.trim() === '' || hedged.trim() === 'or' ? 0 : Math.max(2, Math.abs(worked) * 0.1));
  // Both sides of a change are rounded themselves ("from 1.2 million to 1.5 million").
  return Math.abs(worked - figureOf(told)) > room + Math.abs(worked) * (exact ? 0.02 : 0.05);
}
