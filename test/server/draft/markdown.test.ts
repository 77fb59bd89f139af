import assert from 'node:assert/strict';
import {toDraftSpan} from '../../../server/src/draft/block.js';
import {parseDraft} from '../../../server/src/draft/parse.js';

const parse = (text: string) => parseDraft(text, 'markdown');
const brief = (text: string) => parse(text).blocks.map(({content}) => [content.kind, content.text]);
const only = (text: string) => {
  const [block, ...rest] = parse(text).blocks;
  assert.ok(block && rest.length === 0);
  return block.content;
};

describe('Markdown', () => {
  it('reads every kind of block', () => {
    assert.deepEqual(
      brief(
        '# One\n\nTwo\n---\n\nThree\nfour\n\n- five\n  - six\n\n> seven\n\n| a | b |\n|---|---|\n| c | d |\n\n- [ ] eight\n',
      ),
      [
        ['heading', 'One'],
        ['heading', 'Two'],
        ['paragraph', 'Three four'],
        ['list-item', 'five'],
        ['list-item', 'six'],
        ['block-quote', 'seven'],
        ['table-cell', 'a'],
        ['table-cell', 'b'],
        ['table-cell', 'c'],
        ['table-cell', 'd'],
        ['list-item', 'eight'],
      ],
    );
    assert.deepEqual(parse('### a').blocks[0]?.content.level, 3);
    assert.deepEqual(parse('a\n===').blocks[0]?.content.level, 1);
  });

  it('leaves out what is no prose', () => {
    assert.deepEqual(
      brief('```\ncode\n```\n\n    code\n\n<div>\nhtml\n</div>\n\n<!-- note -->\n\n[r]: http://a.b\n\n---\n'),
      [],
    );
    assert.equal(only('Use `npm` at <https://a.b> or https://c.d/e now<!-- x -->.').text, 'Use at or now.');
    assert.equal(only('A <b>bold</b> claim<br>here').text, 'A bold claim here');
    assert.equal(only('Before ![alt](x.jpg) after').text, 'Before after');
  });

  it('reads through emphasis, escapes and entities, with exact places', () => {
    const text = 'He **did** \\*not\\* say&nbsp;_that_ &mdash; he said ~~so~~ &nope; &#8220;it&#8221;.';
    const [block] = parse(text).blocks;
    assert.ok(block);
    assert.equal(block.content.text, 'He did *not* say\u00a0that — he said so &nope; “it”.');
    const at = (words: string) => {
      const start = block.content.text.indexOf(words);
      const span = toDraftSpan(block, {start, end: start + words.length});
      return text.slice(span.start, span.end);
    };
    assert.equal(at('did'), 'did');
    assert.equal(at('*not*'), '\\*not\\*');
    assert.equal(at('— he'), '&mdash; he');
    assert.equal(at('“it”'), '&#8220;it&#8221;');
    assert.equal(at('say\u00a0that'), 'say&nbsp;_that');
  });

  it('keeps the words of links and where they lead', () => {
    const {text, links} = only(
      '[Rents](http://a.b "t") rose, [a *report*][r] and [r] say; see [CHECK] and [x][y].\n\n[R]: <http://r.e>\n',
    );
    assert.equal(text, 'Rents rose, a report and r say; see [CHECK] and [x][y].');
    assert.deepEqual(
      links.map((link) => [text.slice(link.start, link.end), link.url]),
      [
        ['Rents', 'http://a.b'],
        ['a report', 'http://r.e'],
        ['r', 'http://r.e'],
      ],
    );
  });

  it('turns link words back into brackets when their definition goes', () => {
    const before = parse('See [the report].\n\n[the report]: http://r.e\n');
    const after = parseDraft('See [the report].\n\n', 'markdown', before);
    assert.equal(before.blocks[0]?.content.text, 'See the report.');
    assert.equal(after.blocks[0]?.content.text, 'See [the report].');
  });

  it('finds source marks of all three forms where they stand', () => {
    const {text, sourceMarks} = only(
      'It fell.<!-- src: dumont 00:14:22 --> It rose.[^port] It stayed [@smith2020, p. 4; @lee].',
    );
    assert.equal(text, 'It fell. It rose. It stayed.');
    assert.deepEqual(
      sourceMarks.map(({at, key, locator}) => [text.slice(0, at), key, locator]),
      [
        ['It fell.', 'dumont', '00:14:22'],
        ['It fell. It rose.', 'port', ''],
        ['It fell. It rose. It stayed', 'smith2020', 'p. 4'],
        ['It fell. It rose. It stayed', 'lee', ''],
      ],
    );
  });

  it('takes footnotes for notes', () => {
    assert.deepEqual(brief('It fell.[^a]\n\n[^a]: Interview with Dumont.\n[^b]: Ledger\n'), [
      ['paragraph', 'It fell.'],
      ['note', 'Interview with Dumont.'],
      ['note', 'Ledger'],
    ]);
  });

  it('takes pictures for captions, and what stands under them for captions or credits', () => {
    assert.deepEqual(
      brief(
        '![A ferry in Leith](a.jpg)\n*Photo: Jane Doe*\n\n![](b.jpg)\n\n*Traders wait on the quay.*\n\n*Not under a picture.*',
      ),
      [
        ['caption', 'A ferry in Leith'],
        ['credit', 'Photo: Jane Doe'],
        ['caption', 'Traders wait on the quay.'],
        ['paragraph', 'Not under a picture.'],
      ],
    );
    assert.deepEqual(brief('[![A ferry](a.jpg)](b.html)'), [['caption', 'A ferry']]);
  });

  describe('ignore marks', () => {
    const ignores = (text: string) =>
      parse(text).ignores.map(({rules, reason, block}) => [rules.join(), reason, block]);

    it('silence the block they stand in or before', () => {
      assert.deepEqual(ignores('One.\n\n<!-- onrecord-ignore a, b: night desk: yes -->\n\nTwo.'), [
        ['a,b', 'night desk: yes', 1],
      ]);
      assert.deepEqual(ignores('<!-- onrecord-ignore a: why -->\nOne.\n\nTwo.'), [['a', 'why', 0]]);
      assert.deepEqual(ignores('One. <!-- onrecord-ignore a: why -->\n\nTwo.'), [['a', 'why', 0]]);
      assert.deepEqual(ignores('- one\n<!-- onrecord-ignore a: why -->\n- two'), [['a', 'why', 1]]);
      assert.deepEqual(ignores('One,\n<!-- onrecord-ignore a: why -->\nstill one.'), [['a', 'why', 0]]);
      assert.deepEqual(ignores('| a | b <!-- onrecord-ignore a: why --> |\n|---|---|\n| c | d |'), [
        ['a', 'why', 1],
      ]);
    });

    it('silence the draft with -file, and keep an empty reason', () => {
      assert.deepEqual(ignores('One.\n\n<!-- onrecord-ignore-file a: archive -->'), [['a', 'archive', null]]);
      assert.deepEqual(ignores('<!-- onrecord-ignore a -->\n\nOne.'), [['a', '', 0]]);
      assert.deepEqual(ignores('<div>\n<!-- onrecord-ignore a: why -->\n</div>\n\nOne.'), [['a', 'why', 0]]);
    });

    it('are nothing in code, unclosed or across blank lines', () => {
      assert.deepEqual(
        ignores('`<!-- onrecord-ignore a: b -->`\n\n```\n<!-- onrecord-ignore a: b -->\n```\n'),
        [],
      );
      assert.deepEqual(ignores('<!-- onrecord-ignore a: b\n\nOne.'), []);
      assert.deepEqual(ignores('<!-- onrecord-ignore a:\n\nb -->\n\nOne.'), []);
    });

    it('are read anew when only their words change', () => {
      const before = parse('One. <!-- onrecord-ignore aa: why -->');
      assert.deepEqual(
        parseDraft('One. <!-- onrecord-ignore bb: who -->', 'markdown', before).ignores[0]?.rules,
        ['bb'],
      );
    });
  });

  it('ends HTML blocks and fences at CRLF and CR line ends', () => {
    assert.deepEqual(brief('<div>\r\nx\r\n</div>\r\n\r\nOne\\\r\ntwo.\r\n'), [['paragraph', 'One two.']]);
    assert.deepEqual(brief('```\rx\r```\rOne.\r\rTwo.'), [
      ['paragraph', 'One.'],
      ['paragraph', 'Two.'],
    ]);
  });

  it('reads a list of many links as links', () => {
    const {blocks} = parse(
      Array.from({length: 600}, (_, i) => `- [Report ${i}](https://example.org/${i}) of the *board*`).join(
        '\n',
      ),
    );
    assert.equal(blocks.length, 600);
    assert.ok(blocks.every(({content}) => content.links.length === 1 && content.kind === 'list-item'));
  });
});
