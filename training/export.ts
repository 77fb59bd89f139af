/**
 * Dumps what the language floor reads in a folder of articles, one JSON line per block, so that the trainer sees the
 * very tokens the product sees. Run with tsx: `tsx training/export.ts FOLDER > tokens.jsonl` (FOLDER/text/*.txt).
 */
import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {toDraftSpan} from '../server/src/draft/block.js';
import {parseDraft} from '../server/src/draft/parse.js';
import {endsOpen, readWords} from '../server/src/language/read.js';

const folder = process.argv[2];
if (!folder) {
  console.error('usage: tsx training/export.ts FOLDER > tokens.jsonl');
  process.exit(2);
}
const files = readdirSync(join(folder, 'text'))
  .filter((name) => name.endsWith('.txt'))
  .sort();
for (const file of files) {
  const draft = parseDraft(readFileSync(join(folder, 'text', file), 'utf8'), 'text');
  let open = false;
  for (const [index, block] of draft.blocks.entries()) {
    const words = readWords(block.content.text, open);
    const sentenceOf = new Array<number>(words.tokens.length).fill(0);
    for (const [number, {first, last}] of words.sentences.entries()) sentenceOf.fill(number, first, last);
    console.log(
      JSON.stringify({
        article: basename(file, '.txt'),
        block: index,
        kind: block.content.kind,
        open,
        text: words.text,
        // start, end (UTF-16, in the prose), start, end (in the article), lemma, part of speech, sentence
        tokens: words.tokens.map((token, i) => {
          const {start, end} = toDraftSpan(block, token);
          return [token.start, token.end, start, end, token.lemma, token.pos, sentenceOf[i]];
        }),
        quotations: words.quotations.map(({start, end, depth}) => [start, end, depth]),
      }),
    );
    open = endsOpen(words);
  }
}
