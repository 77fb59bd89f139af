import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/** A generator of numbers in 0..1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Capitalised words that say what somebody or something is; to change them would change what the prose means. */
const kept = new Set(
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
  September October November December Sept Board Council City Hall County Court District Ministry Minister Prime
  President Premier Governor Senator Senate House Mayor Chief Executive Financial Officer Finance Foreign Health
  Transport Western European Commission Union French German Italian British Indian Dutch African American Kenya India
  France Bank World Office Association University Institute National Police Army Captain Colonel Lieutenant Sheriff
  General Auditor Secretary Undersecretary Deputy Committee Party Hospital Great With They There This That When After
  Tower School Development Organization International United States Nations Workers Royal Royalty Government`.split(
    /\s+/,
  ),
);

const syllables =
  `ba bel cor da den fa gar hol in ja kar la len mar mo nar os pel qua ra rin sa sel ta tor um va vel wen yar zo`.split(
    ' ',
  );

interface Piece {
  readonly text: string;
}

/** The paragraphs of our own drafts, without front matter, headings, comments and list marks. */
function paragraphs(root: string): Piece[][] {
  const stories: Piece[][] = [];
  for (const folder of [join(root, 'samples'), join(root, 'test', 'drafts')]) {
    for (const name of readdirSync(folder).sort()) {
      if (!/\.(?:md|txt)$/.test(name) || name === 'README.md') continue;
      const text = readFileSync(join(folder, name), 'utf8')
        .replace(/^---\n[\s\S]*?\n---\n/, '')
        .replace(/<!--[\s\S]*?-->/g, '')
        .replace(/\[\^[^\]]*\]:?/g, '');
      const prose = text
        .split(/\n{2,}/)
        .map((piece) => piece.trim())
        .filter((piece) => /[.”"?]$/.test(piece) && !/^[#*>-]/.test(piece));
      stories.push(prose.map((piece) => ({text: piece})));
    }
  }
  return stories;
}

/** New names and numbers for old, the same ones all through one story. */
function vary(story: readonly Piece[], next: () => number): string[] {
  const names = new Map<string, string>();
  const rename = (word: string) => {
    let name = names.get(word);
    if (!name) {
      const length = 2 + Math.floor(next() * 2);
      name = Array.from({length}, () => syllables[Math.floor(next() * syllables.length)]).join('');
      name = name.charAt(0).toUpperCase() + name.slice(1);
      names.set(word, name);
    }
    return name;
  };
  return story.map(({text}) =>
    text
      // Only inside a sentence: a capital at its head says nothing.
      .replace(/(?<=[a-z,] )\p{Lu}\p{Ll}{3,}/gu, (word) => (kept.has(word) ? word : rename(word)))
      .replace(/\p{Lu}\p{Ll}{3,}/gu, (word) => names.get(word) ?? word)
      // Years, days of a month and times stay what they are.
      .replace(/(?<![\d:.]|\p{L}{3}\.? )\d+(?![\d:]| [ap]\.m\.)/gu, (digits) =>
        digits.length < 2 || /^(?:19|20)\d\d$/.test(digits)
          ? digits
          : digits.charAt(0) + digits.slice(1).replace(/\d/g, () => String(Math.floor(next() * 10))),
      ),
  );
}

/**
 * News prose of about so many words (or characters) made from our own drafts, retold over and over with other names
 * and numbers. No two paragraphs are the same, so nothing is gained by remembering one.
 */
export function prose(root: string, seed: number, size: {words: number} | {characters: number}): string {
  const next = random(seed);
  const stories = paragraphs(root);
  const seen = new Set<string>();
  const out: string[] = [];
  let words = 0;
  let characters = 0;
  const full = () => ('words' in size ? words >= size.words : characters >= size.characters);
  while (!full()) {
    const before = out.length;
    for (const story of stories) {
      for (const paragraph of vary(story, next)) {
        if (seen.has(paragraph) || full()) continue;
        seen.add(paragraph);
        out.push(paragraph);
        words += paragraph.split(/\s+/).length;
        characters += paragraph.length + 2;
      }
    }
    if (out.length === before) throw new Error('the drafts give no more paragraphs that differ');
  }
  return `${out.join('\n\n')}\n`;
}

/** Offsets between two letters, where a person might put one in. */
export function placesInWords(text: string, count: number, next: () => number): number[] {
  const places: number[] = [];
  while (places.length < count) {
    const at = 1 + Math.floor(next() * (text.length - 2));
    if (/\p{L}/u.test(text.charAt(at - 1)) && /\p{L}/u.test(text.charAt(at))) places.push(at);
  }
  return places;
}
