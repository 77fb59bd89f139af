import assert from 'node:assert/strict';
import {draftFormats} from '../../../server/src/draft/formats.js';
import {parseDraft} from '../../../server/src/draft/parse.js';

const paragraphs = Array.from(
  {length: 60},
  (_, i) => `Paragraph ${i} tells of the harbour and of what **the board** said about it on day ${i}.`,
);

for (const format of draftFormats) {
  describe(`reuse, ${format}`, () => {
    const contents = (text: string, previous?: ReturnType<typeof parseDraft>) => {
      const draft = parseDraft(text, format, previous);
      return {draft, contents: draft.blocks.map(({content}) => content)};
    };

    it('keeps the content objects of all blocks but the one edited', () => {
      const text = paragraphs.join('\n\n');
      const before = contents(text);
      const after = contents(text.replace('Paragraph 30 tells', 'Paragraph 30 told'), before.draft);
      assert.deepEqual(
        after.contents.flatMap((content, i) => (content === before.contents[i] ? [] : [i])),
        [30],
      );
    });

    it('keeps them when a paragraph is put in, taken out or split', () => {
      const text = paragraphs.join('\n\n');
      const before = contents(text);
      const known = new Set(before.contents);
      const fresh = (changed: string) =>
        contents(changed, before.draft).contents.filter((content) => !known.has(content)).length;
      assert.equal(fresh(text.replace('Paragraph 30', 'A new one.\n\nParagraph 30')), 1);
      assert.equal(fresh(paragraphs.filter((_, i) => i !== 30).join('\n\n')), 0);
      assert.equal(fresh(text.replace('30 tells of', '30 tells\n\nof')), 2);
      assert.equal(fresh(`\n\n${text}`), 0);
      assert.equal(fresh(text.replace(/\n\n/g, '\n\n\n')), 0);
    });

    it('never gives two blocks the same object', () => {
      const text = 'The same words.\n\nThe same words.\n\nOther words.';
      const before = contents(text);
      const after = contents(`${text}\n\nThe same words.\n\nThe same words.`, before.draft);
      assert.equal(new Set(after.contents).size, after.contents.length);
    });

    it('goes by any earlier version, in any order', () => {
      const first = contents(paragraphs.join('\n\n'));
      const second = contents(paragraphs.slice(10).join('\n\n'), first.draft);
      contents('Something else.', first.draft);
      const third = contents(paragraphs.join('\n\n'), second.draft);
      const again = contents(paragraphs.join('\n\n'), first.draft);
      assert.deepEqual(third.contents, first.contents);
      assert.ok(again.contents.every((content, i) => content === first.contents[i]));
    });
  });
}

describe('reuse between formats', () => {
  it('takes nothing over', () => {
    const before = parseDraft('A *word*.', 'text');
    assert.equal(parseDraft('A *word*.', 'markdown', before).blocks[0]?.content.text, 'A word.');
  });
});
