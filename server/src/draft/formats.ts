/** What is to be known of a format of drafts before one is read. How it is read: `parse.ts`. */
export interface FormatFacts {
  /** As a sentence calls it. */
  readonly name: string;
  /** What names of its files end in: those that are looked for in a folder. */
  readonly endings: readonly string[];
  /** Endings of files that are read so where somebody opens or names one. */
  readonly rareEndings: readonly string[];
  /** What editors call its language, in small letters. VS Code's own name comes first. */
  readonly languages: readonly [string, ...string[]];
  /** Whether a YAML front matter may stand at its head. */
  readonly frontMatter: boolean;
  /** Whether HTML comments are comments in it: then an ignore mark can stand there, else beside the draft only. */
  readonly marks: boolean;
}

/** Every format there is. Whoever asks which files are drafts, or what one may hold, asks here. */
export const formats = {
  markdown: {
    name: 'Markdown',
    endings: ['md', 'markdown'],
    rareEndings: ['mdx', 'qmd', 'rmd'],
    languages: ['markdown', 'mdx', 'quarto', 'rmd', 'pandoc', 'gfm', 'vimwiki'],
    frontMatter: true,
    marks: true,
  },
  text: {
    name: 'plain text',
    endings: ['txt'],
    rareEndings: [],
    languages: ['plaintext', 'text', 'txt', 'mail', 'gitcommit-story'],
    frontMatter: false,
    marks: false,
  },
} as const satisfies Readonly<Record<string, FormatFacts>>;

export type DraftFormat = keyof typeof formats;

const known = Object.entries(formats) as [DraftFormat, FormatFacts][];

export const draftFormats: readonly DraftFormat[] = known.map(([format]) => format);

/** VS Code's names of the languages that are read. */
export const editorLanguages: readonly string[] = known.map(([, {languages}]) => languages[0]);

/** Every name that an editor may have for a language that is read. */
export const draftLanguages: ReadonlySet<string> = new Set(known.flatMap(([, {languages}]) => languages));

/** Endings that are looked for in a folder, without their dots. */
export const draftEndings: readonly string[] = known.flatMap(([, {endings}]) => endings);

/** The files of a folder that may be drafts. */
export const draftGlob = `**/*.{${draftEndings.join(',')}}`;

/** "Markdown and plain text" */
export function formatList(and: 'and' | 'or'): string {
  const names = known.map(([, {name}]) => name);
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

const byEnding = new Map<string, DraftFormat>(
  known.flatMap(([format, {endings, rareEndings}]) =>
    [...endings, ...rareEndings].map((ending) => [ending, format] as const),
  ),
);
const byLanguage = new Map<string, DraftFormat>(
  known.flatMap(([format, {languages}]) => languages.map((language) => [language, format] as const)),
);

/** The format that the end of a file's name or path speaks for; null where it speaks for none. */
export function formatOfName(name: string): DraftFormat | null {
  const ending = /\.([a-z]{1,20})$/i.exec(name.slice(-21))?.[1]?.toLowerCase();
  return (ending !== undefined && byEnding.get(ending)) || null;
}

/**
 * How a document of an editor is read; null where it is nothing for us. Editors name languages in their own ways, and
 * many call plain text what they have no name for: there the file's name counts.
 * @param languageId empty where nobody says, as for a file that is not open
 */
export function formatOfDocument(name: string, languageId: string): DraftFormat | null {
  const language = languageId.toLowerCase();
  const said = byLanguage.get(language) ?? null;
  if (said !== null && said !== 'text') return said;
  const named = formatOfName(name);
  return named !== null && named !== 'text' ? named : (said ?? (language === '' ? named : null));
}
