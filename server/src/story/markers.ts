import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';
import type {Marker} from './story.js';

/** Words in square brackets that a desk leaves for itself. "[CONFIRMED]" says that the work is done. */
const bracketed =
  /\[\s*(?:TK|TKTK|CHECK(?: [A-Z]+)?|CQ|CONFIRM|VERIFY|FACT[- ]?CHECK|SOURCE\??|CITE|CITATION NEEDED|citation needed|who\?|by whom\?|according to whom\?|TODO|FIXME|LINK|LINK TK|\?+)(?:\s*[:\-–—][^\][]{0,80})?\s*\]/g;

const bare = /(?<![\p{L}\p{N}.])(?:TK(?:TK){0,20}|X{3,40})(?![\p{L}\p{N}])|\?{2,40}/gu;

/** Titles that a missing name follows: "Mayor XXX" is a gap, "Super Bowl XXX" a numeral. */
const titles = new Set([
  'mr',
  'mr.',
  'mrs',
  'mrs.',
  'ms',
  'ms.',
  'dr',
  'dr.',
  'prof',
  'prof.',
  'mayor',
  'judge',
  'sgt',
  'sgt.',
  'capt.',
  'chief',
  'councillor',
  'councilman',
  'councilwoman',
  'minister',
  'president',
  'senator',
  'sen.',
  'rep.',
  'officer',
  'detective',
  'professor',
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'sir',
  'lady',
  'coach',
  'inspector',
]);
/** Nouns whose proper name is still missing: "TK County". */
const nounsOfNames = new Set([
  'county',
  'street',
  'st',
  'st.',
  'road',
  'avenue',
  'university',
  'college',
  'school',
  'hospital',
  'district',
  'council',
  'department',
  'ministry',
  'court',
  'city',
  'state',
  'people',
  'percent',
  'inc',
  'inc.',
  'ltd',
]);
const numeralBefore = new Set([
  'bowl',
  'legion',
  'legio',
  'mania',
  'wrestlemania',
  'chapter',
  'part',
  'volume',
  'corps',
  'olympiad',
  'act',
  'psalm',
  'section',
  'appendix',
]);
const numeralAfter = new Set([
  'olympiad',
  'olympiads',
  'olympic',
  'congress',
  'corps',
  'legion',
  'games',
  'rated',
  'film',
  'films',
  'movie',
  'movies',
  'video',
  'videos',
  'store',
  'stores',
  'theater',
  'theatre',
  'chromosome',
]);

/** Check markers left in the copy. */
export function findMarkers(block: BlockAnalysis): readonly Marker[] {
  const {text} = block.content;
  if (!/TK|XXX|\?\?|\[/.test(text)) return [];
  const quoted = quotedTest(block);
  const found: Marker[] = [];
  const add = (start: number, end: number) => found.push({start, end, quoted: quoted({start, end})});
  for (const match of text.matchAll(bracketed)) add(match.index, match.index + match[0].length);
  const taken = found.map(({start, end}) => ({start, end}));
  let passed = 0;
  for (const match of text.matchAll(bare)) {
    const start = match.index;
    const end = start + match[0].length;
    while (passed < taken.length && (taken[passed] as Marker).end <= start) passed++;
    if (passed < taken.length && (taken[passed] as Marker).start < end) continue;
    if (match[0] === 'TK' && isInitials(text, start, end)) continue;
    if (match[0] === 'XXX' && isNumeral(text, start, end)) continue;
    add(start, end);
  }
  return found.sort((a, b) => a.start - b.start);
}

const wordAfter = (text: string, end: number) =>
  /^[\s-]{0,2}([\p{L}\p{N}.&]{1,40})/u.exec(text.slice(end, end + 42))?.[1] ?? '';
const wordBefore = (text: string, start: number) =>
  /([\p{L}\p{N}.]{1,40})[\s-]{0,2}$/u.exec(text.slice(Math.max(0, start - 42), start))?.[1] ?? '';

/** "TK Maxx", "TK Smith", "flight TK 1980". */
function isInitials(text: string, start: number, end: number): boolean {
  const next = wordAfter(text, end);
  if (/^\p{Lu}/u.test(next))
    return !nounsOfNames.has(next.toLowerCase().replace(/\.$/, '')) && !/^TK/.test(next);
  return /^\d/.test(next) && /^flights?$/i.test(wordBefore(text, start));
}

function isNumeral(text: string, start: number, end: number): boolean {
  const next = wordAfter(text, end).toLowerCase().replace(/\.$/, '');
  if (numeralAfter.has(next)) return true;
  const before = wordBefore(text, start);
  if (numeralBefore.has(before.toLowerCase())) return true;
  return (
    /^\p{Lu}\p{Ll}/u.test(before) &&
    !titles.has(before.toLowerCase()) &&
    !startsSentence(text, start - before.length - 1)
  );
}

function startsSentence(text: string, wordStart: number): boolean {
  return wordStart <= 0 || /[.!?"“]\s*$/.test(text.slice(Math.max(0, wordStart - 3), wordStart));
}
