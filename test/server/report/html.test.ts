import assert from 'node:assert/strict';
import {reportData} from '../../../server/src/report/data.js';
import {escapeHtml, renderHtml} from '../../../server/src/report/html.js';
import {analysisOf, ferry, ferryAnalysis} from './fixture.js';

const html = () => renderHtml(reportData(ferryAnalysis(), {path: 'ferry.md'}));

describe('report as HTML', () => {
  it('heads every section and captions every table', () => {
    const page = html();
    const sections = [...page.matchAll(/<section data-key="(\w+)" id="\1" aria-labelledby="\1-title">/g)].map(
      ([, key]) => key,
    );
    assert.deepEqual(sections, [
      'issues',
      'accusations',
      'unnamed',
      'sources',
      'shares',
      'claims',
      'conflicts',
      'secondhand',
      'markers',
      'suppressed',
    ]);
    for (const key of sections) assert.match(page, new RegExp(`<h2 id="${key}-title"`));
    assert.equal(page.match(/<table><caption>[^<]+<\/caption><thead>/g)?.length, sections.length);
    assert.ok(!/<th>|<th (?!scope)/.test(page));
    assert.equal(page.match(/<h1>/g)?.length, 1);
  });

  it('announces the verdict to a screen reader', () => {
    assert.match(html(), /<section [^>]*id="verdict"[^>]*aria-live="polite"[^>]*>.*2 of 3 claims sourced/);
  });

  it('links every place with its line, column and offsets', () => {
    const start = ferry.indexOf('A harbour official');
    const link = `<a href="#L6C1" data-start="${start}" data-end="${start + 18}" title="Line 6">A harbour official</a>`;
    assert.ok(html().includes(link));
  });

  it('gives every row of a section a key of its own', () => {
    const twice = analysisOf('It cost 3 million. It cost 3 million.', {
      claims: [{words: 'It cost 3 million.'}, {words: 'It cost 3 million.'}],
    });
    const page = renderHtml(reportData(twice, {path: 'a.md'}));
    const keys = [...page.matchAll(/<tr data-key="([^"]*)"/g)].map(([, key]) => key);
    assert.deepEqual(keys, ['It cost 3 million.', 'It cost 3 million. #2']);
  });

  it('keeps keys when something is added above', () => {
    const keys = (text: string) =>
      [
        ...renderHtml(
          reportData(analysisOf(text, {claims: [{words: 'It cost 3 million.'}]}), {path: 'a.md'}),
        ).matchAll(/<tr data-key="([^"]*)"/g),
      ].map(([, key]) => key);
    assert.deepEqual(keys('It cost 3 million.'), keys('A new lead.\n\nIt cost 3 million.'));
  });

  it('lets nothing of the draft be read as markup', () => {
    const evil = `<img src=x onerror=alert(1)> "><script>alert('1')</script> & 9`;
    const analysis = analysisOf('placeholder', {
      sources: [
        {
          id: 's1',
          label: evil,
          role: evil,
          standing: 'vague',
          parts: {reason: evil},
          calls: ['placeholder'],
          says: ['placeholder'],
        },
      ],
      claims: [{words: 'placeholder', type: 'accusation', sourceId: 's1', attributed: true, exempt: evil}],
      findings: [{words: 'placeholder', message: evil, rule: 'secondhand'}],
      suppressed: [{rule: evil, words: 'placeholder', reason: evil}],
    });
    const page = renderHtml({...reportData(analysis, {path: evil}), title: evil});
    const tags = page.match(/<[^>]*>/g) ?? [];
    const names = new Set(tags.map((tag) => /^<\/?(\w+)/.exec(tag)?.[1]));
    const attributes = new Set(
      tags.flatMap((tag) => [...tag.matchAll(/ ([\w-]+)="[^"]*"/g)].map(([, name]) => name)),
    );
    for (const tag of ['img', 'script', undefined]) assert.ok(!names.has(tag));
    assert.deepEqual(
      [...attributes].filter((name) => name?.startsWith('on') || name === 'src'),
      [],
    );
    // Nothing is left of a tag once its attributes are taken out.
    for (const tag of tags) assert.match(tag.replace(/ [\w-]+="[^"<>]*"/g, ''), /^<\/?\w+>$/);
    assert.equal(escapeHtml('\0'), '\ufffd');
  });

  it('says so when there is nothing to report, with no empty sections', () => {
    const page = renderHtml(reportData(analysisOf('', {}), {path: 'a.md'}));
    assert.match(page, /Nothing to report/);
    assert.match(page, /no claims found/);
    assert.ok(!/<table|<nav/.test(page));
  });

  it('holds no script, style, form or address of elsewhere', () => {
    assert.ok(!/<(script|style|iframe|form|link|img)|https?:|javascript:|style=| on\w+=/i.test(html()));
  });
});
