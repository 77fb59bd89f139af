import fc from 'fast-check';

const words = [
  'The council voted on Tuesday',
  'said',
  'A French official',
  'Rents rose 34%',
  '“We tried,”',
  '"quote"',
  'naïve',
  'e\u0301\u0301',
  '👩‍👩‍👧',
  '🇺🇦',
  'שלום',
  '.',
  ', ',
  ' ',
  '  ',
  '.\n',
  'Q: Why?',
  'KYIV, Feb 8 - ',
  'By Jane Doe',
  '(AP Photo/Jane Doe)',
  "Editor's note: ",
  '1. ',
  'Nov. 19, 2026',
];
const ends = ['\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\r\r', '\u2028', '\u2029', '\n \n', '\f', '\u0085'];
const odd = ['\ufeff', '\0', '\ud800', '\udc00', '\t', '\u00a0', '\u00ad', '\u200b', '\u0301'];
const markup = [
  '# ',
  '## ',
  '> ',
  '>',
  '- ',
  '* ',
  '+ ',
  '2) ',
  '    ',
  '\t',
  '```\n',
  '~~~\n',
  '`',
  '``',
  '*',
  '**',
  '_',
  '__',
  '~~',
  '[',
  ']',
  '](',
  ')',
  '![',
  '[x](http://a.b "t")',
  '![alt words](p.jpg)',
  '![alt](p.jpg)\n*Photo: A/B*',
  '[ref]',
  '[a][ref]',
  '[ref]: http://r.e\n',
  '[^one]',
  '[^one]: A note.',
  '[^one]: note\n',
  '[@smith, p. 4]',
  '[CHECK]',
  '<!-- src: dumont 00:14 -->',
  '<!-- onrecord-ignore anon-official: ok -->',
  '<!-- onrecord-ignore-file x: y -->',
  '<!-- src:',
  '<!--',
  '-->',
  '<!-- plain -->',
  '<b>',
  '</b>',
  '<br>',
  '<div>\n',
  '</div>',
  '&amp;',
  '&mdash;',
  '&#8212;',
  '&#xD800;',
  '&nope;',
  '\\*',
  '\\',
  '\\\n',
  '  \n',
  '---\n',
  '---',
  '===\n',
  '| a | b |\n|---|---|\n| c | d |\n',
  '|',
  'https://example.org/a_b',
  '<https://a.b>',
  '[ ] ',
  'title: x\n',
  'genre: news\n',
  'a@b.org',
  '\n\n',
  '\n',
];

/** Text as drafts and accidents have it. */
export const plainText = fc
  .array(
    fc.oneof(
      {weight: 6, arbitrary: fc.constantFrom(...words)},
      fc.constantFrom(...ends),
      fc.constantFrom(...odd),
      fc.string({unit: 'binary', maxLength: 4}),
    ),
    {maxLength: 40},
  )
  .map((parts) => parts.join(''));

export const markdownText = fc
  .array(
    fc.oneof(
      {weight: 3, arbitrary: fc.constantFrom(...words)},
      {weight: 4, arbitrary: fc.constantFrom(...markup)},
      fc.constantFrom(...ends),
      fc.constantFrom(...odd),
      fc.string({unit: 'binary', maxLength: 4}),
    ),
    {maxLength: 50},
  )
  .map((parts) => parts.join(''));

/** Edits: where (0..1 of the text), how many characters go, what comes in. */
export const edits = fc.array(
  fc.record({
    at: fc.double({min: 0, max: 1, noNaN: true}),
    cut: fc.nat({max: 12}),
    put: fc.oneof(
      fc.constantFrom(...markup, ...ends, ...words, ''),
      fc.string({unit: 'binary', maxLength: 3}),
    ),
  }),
  {minLength: 1, maxLength: 8},
);

export function applyEdit(text: string, edit: {at: number; cut: number; put: string}): string {
  const at = Math.floor(edit.at * text.length);
  return text.slice(0, at) + edit.put + text.slice(at + edit.cut);
}
