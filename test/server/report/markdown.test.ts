import assert from 'node:assert/strict';
import {reportData} from '../../../server/src/report/data.js';
import {renderJson} from '../../../server/src/report/json.js';
import {escapeMarkdown, renderMarkdown} from '../../../server/src/report/markdown.js';
import {analysisOf, ferryAnalysis} from './fixture.js';

const data = () => reportData(ferryAnalysis(), {path: 'stories/ferry.md'});

describe('report as Markdown', () => {
  it('begins with the title, the file and the verdict', () => {
    assert.deepEqual(renderMarkdown(data()).split('\n\n').slice(0, 3), [
      '# Ferry line stops winter runs',
      'Sourcing report, AP house style: stories/ferry.md',
      '**1 error · 1 warning · 1 open check · 2 of 3 claims sourced · 1 unnamed source (25% of statements)**',
    ]);
  });

  it('makes whole tables', () => {
    for (const table of renderMarkdown(data()).matchAll(/(?:^\|.*\n)+/gm)) {
      const widths = table[0]
        .trim()
        .split('\n')
        .map((line) => line.match(/(?<!\\)\|/g)?.length);
      assert.ok(widths.length >= 3);
      assert.equal(new Set(widths).size, 1, table[0]);
    }
  });

  it('gives the unnamed a row with what is missing', () => {
    assert.match(
      renderMarkdown(data()),
      /\| A harbour official \| 6 \| 1 of 5 \| whom they work for, how senior they are, how they know, why they are not named \| None \| 1 \| 1 mention \(line 6\) \|/,
    );
  });

  it('lets nothing of the draft break a table or be read as markup', () => {
    assert.equal(
      escapeMarkdown('a | b\n<b>*c*</b> [d](e) `f` & g'),
      'a \\| b &lt;b\\>\\*c\\*&lt;/b\\> \\[d\\](e) \\`f\\` &amp; g',
    );
  });

  it('says so when there is nothing', () => {
    assert.match(
      renderMarkdown(reportData(analysisOf('', {}), {path: 'a.md'})),
      /Nothing to report in this draft yet\.\n$/,
    );
  });
});

describe('report as JSON', () => {
  it('is the data under a schema number', () => {
    const {schema, ...rest} = JSON.parse(renderJson(data()));
    assert.equal(schema, 1);
    assert.deepEqual(rest, JSON.parse(JSON.stringify(data())));
  });
});
