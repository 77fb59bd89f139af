const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const monthForms =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const upperForms = monthForms.replace(/[a-z]/g, (letter) => letter.toUpperCase());
const monthWord = `(?:${monthForms}|${upperForms})\\.?`;
const day = '(\\d{1,2})(?:st|nd|rd|th)?';
const forms = [
  /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/,
  new RegExp(`\\b(${monthWord}) ${day},? (\\d{4})\\b`),
  new RegExp(`\\b${day} (?:of )?(${monthWord}),? (\\d{4})\\b`),
];

/** A day with its month and no need of a year ("Feb 8", "8 February"), as datelines have it. */
export const dayAndMonth = `(?:${monthWord} \\d{1,2}|\\d{1,2} ${monthWord})(?:,? \\d{4})?`;

/**
 * The first full date in `text` ("Nov. 19, 2026", "19 November 2026", "2026-11-19") as YYYY-MM-DD; null where there
 * is none with a year, or where it names no real day. Looks at the first 300 characters.
 */
export function findDate(text: string): string | null {
  const head = text.slice(0, 300);
  const iso = forms[0]?.exec(head);
  if (iso) return asDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const american = forms[1]?.exec(head);
  if (american) return asDay(Number(american[3]), monthNumber(american[1]), Number(american[2]));
  const british = forms[2]?.exec(head);
  if (british) return asDay(Number(british[3]), monthNumber(british[2]), Number(british[1]));
  return null;
}

/** The full date that `text` begins with, after a weekday at most; null if it begins otherwise. */
export function openingDate(text: string): string | null {
  const head = text.slice(0, 60).replace(/^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? /i, '');
  return forms.some((form) => head.search(form) === 0) ? findDate(head) : null;
}

/** Whether `text` is a date and hardly anything else ("Published: Tuesday, March 4, 2025 at 9:10 a.m."). */
export function isDateLine(text: string): boolean {
  if (text.length > 80 || findDate(text) === null) return false;
  let rest = text;
  for (const form of forms) rest = rest.replace(form, ' ');
  rest = rest.replace(
    /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|\b(?:published|updated|posted|last|first|on|at|date|time|[ap]\.?m\b\.?|[gu]mt|utc|[ecmp]s?t|[ecmp]dt|bst|cet)\b|T?\d{1,2}[:.]\d{2}(?::\d{2})?Z?/gi,
    ' ',
  );
  return !/[\p{L}\p{N}]/u.test(rest);
}

function monthNumber(word: string | undefined): number {
  return months.indexOf((word ?? '').slice(0, 3).toLowerCase()) + 1;
}

function asDay(year: number, month: number, dayOfMonth: number): string | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || year < 1) return null;
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
}
