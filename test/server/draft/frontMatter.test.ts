import assert from 'node:assert/strict';
import {parseDraft} from '../../../server/src/draft/parse.js';

const parse = (yaml: string, rest = '\nCopy.\n') => parseDraft(`---\n${yaml}\n---\n${rest}`, 'markdown');

describe('front matter', () => {
  it('is read', () => {
    const {meta, problems, blocks} = parse(
      'title: "Ferries: back"\ndate: 2026-11-19\ndateline: LEITH, Scotland\nbyline: [Morag Bell, Iain Rae]\nhouse: reuters\npublish: true\ngenre: first-person\nonrecord: true\nx-own: 1',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(meta, {
      title: 'Ferries: back',
      date: '2026-11-19',
      dateline: 'LEITH, Scotland',
      byline: 'Morag Bell, Iain Rae',
      house: 'reuters',
      publish: true,
      genre: 'first-person',
      onrecord: true,
      frontMatter: {start: 0, end: meta.frontMatter?.end ?? -1},
      hasDraftKeys: true,
    });
    assert.deepEqual(
      blocks.map(({content}) => content.text),
      ['Copy.'],
    );
  });

  it('takes dates in many forms', () => {
    for (const date of [
      '2026-11-19',
      '"2026-11-19"',
      '2026-11-19T09:30:00Z',
      '2026-11-19 09:30',
      'Nov. 19, 2026',
      '19 November 2026',
    ]) {
      assert.equal(parse(`date: ${date}`).meta.date, '2026-11-19', date);
    }
  });

  it('reports what is wrong at its place, and counts the rest', () => {
    const draft = parse('genre: gossip\nhouse: ap\ndate: soon\nonrecord: maybe\ntitle: {a: b}');
    assert.deepEqual(
      draft.problems.map(({start, end}) => draft.text.slice(start, end)),
      ['gossip', 'soon', 'maybe', '{a: b}'],
    );
    assert.match(draft.problems[0]?.message ?? '', /"gossip".*news, brief, .*first-person/);
    assert.equal(draft.meta.house, 'ap');
    const broken = parse('house: ap\ntitle: "open\ngenre: news');
    assert.ok(broken.problems.length > 0);
    assert.equal(broken.meta.house, 'ap');
  });

  it('reports one that is never closed and reads it to the first blank line', () => {
    const {meta, problems, blocks} = parseDraft('---\ntitle: Ferries\nhouse: npr\n\nThe copy.', 'markdown');
    assert.match(problems[0]?.message ?? '', /not closed/);
    assert.equal(meta.house, 'npr');
    assert.deepEqual(
      blocks.map(({content}) => content.text),
      ['The copy.'],
    );
  });

  it('leaves rules of dashes above copy alone', () => {
    const {meta, problems, blocks} = parseDraft('---\n\nThe copy went on\n\n---\n\nand on.', 'markdown');
    assert.equal(meta.frontMatter, null);
    assert.deepEqual(problems, []);
    assert.equal(blocks.length, 2);
    assert.equal(parseDraft('---\nThe mayor left.\n---\n', 'markdown').meta.frontMatter, null);
  });

  it('survives alias bombs, deep nesting and great length', () => {
    const bomb = `a0: &a0 [x, x]\n${Array.from({length: 40}, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}\ntitle: *a40\nhouse: ap`;
    for (const yaml of [
      bomb,
      `a: ${'['.repeat(30_000)}`,
      `a: ${'- '.repeat(30_000)}`,
      `a: b\n${'? '.repeat(20_000)}`,
      'k: v\n'.repeat(50_000),
      `a: ${'!'.repeat(60_000)}`,
      'a: *a',
      'a: &a *a',
    ]) {
      const start = performance.now();
      const {blocks} = parse(yaml);
      assert.ok(performance.now() - start < 1000, yaml.slice(0, 20));
      // Compared bare: a failure is not to print the bomb.
      assert.ok(blocks.length === 1 && blocks[0]?.content.text === 'Copy.', yaml.slice(0, 20));
    }
    assert.equal(parse(bomb).meta.house, 'ap');
  });

  it('stands after a BOM, with its places moved', () => {
    const draft = parseDraft('\ufeff---\r\ngenre: gossip\r\n---\r\nCopy.', 'markdown');
    assert.deepEqual(draft.meta.frontMatter, {start: 1, end: 26});
    assert.deepEqual(
      draft.problems.map(({start, end}) => draft.text.slice(start, end)),
      ['gossip'],
    );
  });

  it('fills from the copy what it leaves open', () => {
    const {meta} = parse(
      'house: ap',
      '\n# Ferries back\n\nBy Morag Bell\n\nLEITH, Nov. 19, 2026 (AP) — They run.',
    );
    assert.deepEqual(
      [meta.title, meta.byline, meta.date, meta.dateline],
      ['Ferries back', 'Morag Bell', '2026-11-19', 'LEITH, Nov. 19, 2026 (AP)'],
    );
  });
});
