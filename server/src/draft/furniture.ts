import type {BlockKind} from './block.js';
import {dayAndMonth, isDateLine} from './dates.js';

/**
 * What stands round the copy: bylines, credits, editor's notes, datelines. Only short texts or the head of a longer
 * one are looked at, so that no pattern ever runs over a whole draft.
 */

const agencies =
  'AP|AFP|Reuters|UPI|PA|DPA|dpa|EPA|ANSA|EFE|TASS|Xinhua|Bloomberg|CNN|BBC|NPR|Kyodo|Yonhap|PTI|ANI|AAP|CP|Anadolu';
const photoHouses = `${agencies}|Getty(?: Images)?|Shutterstock|iStock|Alamy|Unsplash|Pexels|Magnum(?: Photos)?|Rex Features|NurPhoto|Zuma Press`;

const particles = new Set(
  'de da di do dos du des von van der den ter ten zu bin ibn al el la le the of for and with in y e & at'.split(
    ' ',
  ),
);
const deskWords = new Set(
  'reporter reporters correspondent correspondents editor writer writers staff bureau desk chief senior special contributor columnist agencies agency newsroom political foreign'.split(
    ' ',
  ),
);

/** "By Jane Doe", "By JANE DOE, Associated Press": names, desks and small words, and no sentence. */
function isByline(text: string): boolean {
  const opening = /^(?:(?:[Ss]tory|[Ww]ords|[Tt]ext|[Rr]eport(?:ed|ing)?|[Ww]ritten) )?(?:By|by|BY):? +/.exec(
    text,
  );
  if (!opening) return false;
  const words = text.slice(opening[0].length).split(/[\s,|/·•–—]+/);
  if (words.length > 16) return false;
  let capitals = 0;
  for (const [index, word] of words.entries()) {
    if (word === '' || /^[-\d@]/.test(word) || word.includes('@')) continue;
    if (/^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word)) {
      // A full stop ends a sentence, save after an initial or "Jr.".
      if (index === words.length - 1 && /\p{L}{3,}\.$/u.test(word)) return false;
      capitals++;
    } else if (!particles.has(word) && !deskWords.has(word)) return false;
  }
  return capitals > 0 && !notNames.test(words[0] ?? '');
}
const notNames =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:Then|Now|Night|Day|Contrast|Comparison|Law|Far)$/;

const credits = [
  new RegExp(
    `^[([]?(?:${photoHouses})? ?(?:file )?(?:photo|image|picture|pool|handout|video)s? ?(?:/|by |courtesy |via )`,
    'i',
  ),
  /^[([]?(?:photo(?:graph|graphy)?|image|picture|illustration|graphic|cover|video|chart|map|credit|source image)s?(?: credits?| courtesy)?(?: of| by)? ?[:/©]/i,
  new RegExp(`^[([]?(?:[^.!?:]{0,50}[/|,—–-] ?)?(?:${photoHouses})(?: ?[/|,] ?[^.!?:]{0,40})?[)\\]]?\\.?$`),
  /^[([]?(?:©|\(c\) ?\d{4}|copyright (?:©|\d{4}))/i,
];
const captionEnd = new RegExp(
  `[([](?:[^()[\\]]{0,40}[/ ])?(?:${photoHouses})(?: photo)?(?:[/ ,][^()[\\]]{0,60})?[)\\]]$`,
  'i',
);

const notes = [
  /^[([*_]*(?:editor[’']?s?[’']? note|correction|clarification|note to (?:readers|editors)|publisher[’']s note|disclosure|disclaimer)\b ?(?:\([^)]{0,40}\) ?)?[:.—–-]/i,
  /^[([*_]*(?:corrections?|clarifications?)(?: (?:and|&) (?:corrections?|clarifications?))?$/i,
  /^[([*_]*(?:(?:an? )?(?:earlier|previous) version of this (?:story|article|report|column|post|headline|caption))/i,
  /^[([*_]*this (?:story|article|report|post|piece|column|version|headline|caption) (?:has been|was|is being|will be) (?:corrected|updated|amended|clarified|edited|revised|first published|originally published|republished|produced|translated)/i,
  /^[([*_]*(?:additional |further )?(?:reporting|writing|editing|compiled|translated|research) (?:and (?:writing|editing|graphics) )?(?:by|from) \p{Lu}/iu,
  /^[([*_]*(?:with (?:files|reporting|additional reporting|contributions) (?:from|by) )/i,
  /^(?:-?30-?|#{3}|-?ends?-?|\* ?\* ?\*|—30—)$/i,
];

const sentenceEnd = /[.!?…]["'”’)\]]*$/;

/** What a paragraph is when its words say so; null for ordinary copy. */
export function furniture(text: string): BlockKind | null {
  const head = text.slice(0, 200);
  for (const pattern of notes) if (pattern.test(head)) return text.length <= 2000 ? 'note' : null;
  if (text.length > 600) return null;
  if (text.length <= 140) {
    if (isByline(text)) return 'byline';
    if (isDateLine(text)) return 'byline';
  }
  for (const pattern of credits) if (pattern.test(head)) return text.length <= 100 ? 'credit' : 'caption';
  if (
    /photo|getty|shutterstock|epa|handout|pool|file/i.test(text.slice(-100)) &&
    captionEnd.test(text.slice(-140))
  ) {
    return 'caption';
  }
  return null;
}

const place = "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:[ /](?:\\p{Lu}|d[aeiou] |la |le )[\\p{L}\\p{M}.'’-]*){0,3}";
const capitals = "\\p{Lu}[\\p{Lu}\\p{M}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}\\p{M}.'’-]*){0,4}";
const agency = `\\((?:${agencies}|[\\p{Lu}][\\p{L} .&-]{1,30})\\)`;
const dash = '(?: ?[—–]+ ?| ?-{2,3} ?| - )';
const datelines = [
  // KYIV, Feb 8 - / KYIV, Ukraine (AP) — / WASHINGTON —
  new RegExp(
    `^${capitals}(?:, ${place})?(?:,? ${dayAndMonth})?,?(?: ${agency})?${dash}(?=["'“‘„«(\\p{Lu}\\p{N}])`,
    'u',
  ),
  // Geneva, 8 February 2026 – / Geneva (Reuters) -
  new RegExp(
    `^${place}(?:, ${place})?(?:,? ${dayAndMonth},?(?: ${agency})?| ${agency})${dash}(?=["'“‘„«(\\p{Lu}\\p{N}])`,
    'u',
  ),
];

/** Capitals and a dash alone: a place if short, else a crosshead run into its paragraph. */
const bare = /^[^,()\p{Ll}]*$/u;
const longestBare = 24;

/** Length of the dateline at the head of a paragraph ("KYIV, Feb 8 - "), with the dash and its space; 0 if none. */
export function datelineLength(text: string): number {
  const first = text.charCodeAt(0);
  // Cheap way out: lower case ASCII, or no dash in sight.
  if (first >= 97 && first <= 122) return 0;
  const head = text.slice(0, 110);
  if (!/[—–-]/.test(head)) return 0;
  for (const pattern of datelines) {
    const found = pattern.exec(head);
    if (found) return bare.test(found[0]) && found[0].length > longestBare ? 0 : found[0].length;
  }
  return 0;
}

/** A dateline without its dash: "KYIV, Feb 8". */
export function datelineWords(text: string, length: number): string {
  return text.slice(0, length).replace(/[\s—–-]+$/u, '');
}

/** Whether a line ends as sentences do. */
export function endsSentence(line: string): boolean {
  return sentenceEnd.test(line.slice(-12));
}
