const lines = (count: number, line: (i: number) => string): string =>
  Array.from({length: count}, (_, i) => line(i)).join('\n');

/** A few lines of YAML that stand for more values than there are atoms: each alias holds nine of the one before. */
const aliasBomb = (): string => {
  const names = 'abcdefghijklm';
  const rows = [...names].map((name, i) =>
    i === 0
      ? 'a: &a [x, x, x, x, x, x, x, x, x]'
      : `${name}: &${name} [${Array(9)
          .fill(`*${names[i - 1]}`)
          .join(', ')}]`,
  );
  return `---\ntitle: A bomb\n${rows.join('\n')}\n---\n\nSources said the harbour would close.\n`;
};

/** Texts that no writer writes and that every reader of text meets some day. */
export const hostileTexts: Readonly<Record<string, () => string>> = {
  nothing: () => '',
  'a byte order mark': () => '\ufeff',
  'a byte order mark twice and a sentence': () => '\ufeff\ufeffSources said it was over.',
  'NUL bytes': () => `Sources\0 said ${'\0'.repeat(20_000)} it was over.`,
  'lone surrogates': () => 'A source \ud83d said \ude00 it\udc00\ud800 was over. '.repeat(1000),
  'emoji and flags': () => '👩‍👩‍👧 Sources 🇺🇦 said 😀 it was 👍🏽 over. '.repeat(1000),
  'emoji without a space, longer than a stretch': () => '😀'.repeat(30_000),
  'a line of 1 MB': () => 'The minister said on Monday that 40 homes burned. '.repeat(20_972),
  'a word of 1 MB': () => 'a'.repeat(1 << 20),
  'a name of 1 MB': () => 'Aa '.repeat(349_525),
  'a blank line of 1 MB': () => `Sources said${' '.repeat(1 << 20)}it was over.`,
  'straight quotation marks': () => '"'.repeat(100_000),
  'straight quotation marks parted by spaces': () => '" '.repeat(100_000),
  'opening quotation marks': () => '“'.repeat(100_000),
  'closing quotation marks': () => '”'.repeat(100_000),
  'low and angled quotation marks': () => '„«»‹›'.repeat(20_000),
  apostrophes: () => "'".repeat(100_000),
  'round brackets': () => '('.repeat(100_000),
  'square brackets': () => '['.repeat(100_000),
  'closing brackets': () => ')]}'.repeat(33_334),
  'quote marks of mail': () => '>'.repeat(100_000),
  'quote marks of mail on lines': () => '>\n'.repeat(100_000),
  'a comment never closed': () =>
    `Sources said it was over. <!-- onrecord-ignore ${'anon-bare-source '.repeat(6000)}`,
  'comments in comments': () => '<!-- src: '.repeat(10_000),
  'front matter never closed': () => `---\n${lines(20_000, (i) => `key${i}: value`)}\n`,
  'front matter of brackets': () => `---\na: ${'['.repeat(50_000)}\n---\n`,
  'a bomb of YAML aliases': aliasBomb,
  'lines ended by CR alone': () => 'Sources said it was over.\r\rShe left at noon.\r'.repeat(400),
  'line ends of all kinds': () =>
    'Sources said.\r\n\nHe left.\n\r\nShe stayed.\r\r\nIt rained.\u0085'.repeat(300),
  'line and paragraph separators': () => 'Sources said.\u2028He left.\u2029“She stayed.\u2028'.repeat(500),
  'text from right to left': () =>
    'قال المتحدث «لن نغادر» يوم الاثنين. \u202eאמר הדובר\u202c "לא נעזוב". '.repeat(1000),
  'forty combining marks a letter': () =>
    `${[...'Sources said it was over'].map((letter) => letter + '\u0301'.repeat(40)).join('')}. `.repeat(40),
  'paragraphs, 20,000': () => 'Sources said it was over.\n\n'.repeat(20_000),
  'list items, 20,000': () => '- Sources said it was over.\n'.repeat(20_000),
  'headings, 20,000': () => '# Mayor quits\n'.repeat(20_000),
  'paragraphs that each leave a quotation open': () => '“He said.\n\n'.repeat(20_000),
  'ignore marks, 5,000': () =>
    'Sources said it was over.\n\n<!-- onrecord-ignore anon-bare-source: agreed -->\n\n'.repeat(5000),
  'a table of many cells': () => `|a|b|\n|-|-|\n${'|Sources said it was over.|5%|\n'.repeat(5000)}`,
  'soft hyphens and zero-width spaces': () => 'Sour\u00adces sa\u200bid the ma\u2060yor left. '.repeat(2000),
  'a sentence that never ends': () => 'the mayor said that sources said, and then '.repeat(3000),
};
