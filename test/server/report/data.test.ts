import assert from 'node:assert/strict';
import {reportData} from '../../../server/src/report/data.js';
import {analysisOf, ferry, ferryAnalysis} from './fixture.js';

const data = () => reportData(ferryAnalysis(), {path: 'stories/ferry.md'});

describe('report data', () => {
  it('counts for the verdict, and scores nothing', () => {
    assert.deepEqual(data().verdict, {
      errors: 1,
      warnings: 1,
      openChecks: 1,
      claims: 3,
      sourced: 2,
      unnamed: 1,
      statements: 4,
      unnamedStatements: 1,
    });
  });

  it('puts errors before warnings and leaves out what is only a note', () => {
    assert.deepEqual(
      data().issues.map(({rule, severity}) => [rule, severity]),
      [
        ['accusation-unattributed', 'error'],
        ['anon-official', 'warning'],
      ],
    );
  });

  it('points at the words in the draft itself, behind markup', () => {
    const dahl = data().sources[0]?.first;
    assert.deepEqual(dahl, {
      start: ferry.indexOf('Ingrid'),
      end: ferry.indexOf('Ingrid') + 'Ingrid Dahl'.length,
      line: 3,
      column: 71,
      text: 'Ingrid Dahl',
    });
  });

  it('tells of unnamed sources what a reader is not told', () => {
    const [official, ...others] = data().unnamed;
    assert.equal(others.length, 0);
    assert.equal(official?.label, 'A harbour official');
    assert.equal(official?.specificity, 1);
    assert.deepEqual(official?.missing, ['organisation', 'seniority', 'basis', 'reason']);
    assert.equal(official?.reason, null);
    assert.equal(official?.first.line, 6);
  });

  it('counts the words that stand in quotation marks, not the paraphrase around them', () => {
    // "We lose money on every crossing," and "a bad joke".
    assert.equal(data().sources[0]?.wordsQuoted, 6 + 3);
    assert.equal(data().sources[1]?.wordsQuoted, 0);
  });

  it('lists only sources on whose word something rests', () => {
    assert.deepEqual(
      data().sources.map(({label, claims}) => [label, claims]),
      [
        ['Ingrid Dahl', 1],
        ['A harbour official', 1],
      ],
    );
    assert.deepEqual(data().shares, [
      {kind: 'people', sources: 1, statements: 3},
      {kind: 'unnamed', sources: 1, statements: 1},
    ]);
  });

  it('names whom an accusation is about and that nobody vouches for it', () => {
    assert.deepEqual(
      data().accusations.map(({target, source, sourced}) => [target, source, sourced]),
      [['Rivals', null, false]],
    );
  });

  it('measures how far a denial stands from its claim', () => {
    assert.deepEqual(
      data().conflicts.map(({distance, denialSource}) => [distance, denialSource]),
      [[1, 'Ingrid Dahl']],
    );
  });

  it('holds claims that need no source for sourced, and keeps why', () => {
    const analysis = analysisOf('The vote was 7-2.', {
      claims: [{words: 'The vote was 7-2.', exempt: 'a vote count'}],
    });
    const {claims, verdict} = reportData(analysis, {path: 'a.md'});
    assert.deepEqual([verdict.claims, verdict.sourced], [1, 1]);
    assert.equal(claims[0]?.exempt, 'a vote count');
  });

  it('takes the title from the heading, else from the path', () => {
    assert.equal(data().title, 'Ferry line stops winter runs');
    assert.equal(reportData(analysisOf('', {}), {path: 'a/b/c.txt'}).title, 'c.txt');
    assert.equal(reportData(analysisOf('', {}), {path: 'C:\\stories\\c.txt'}).title, 'c.txt');
  });

  it('shortens long words without cutting a character', () => {
    const long = `It cost ${'😀'.repeat(300)}`;
    const text =
      reportData(analysisOf(long, {claims: [{words: long}]}), {path: 'a.md'}).claims[0]?.spot.text ?? '';
    assert.ok(text.length <= 241 && text.endsWith('…'));
    assert.doesNotThrow(() => encodeURIComponent(text));
  });

  it('takes no longer than linear in what it counts', () => {
    const time = (quotes: number) => {
      const words = Array.from({length: quotes}, (_, i) => `"word ${i}."`);
      const analysis = analysisOf(words.join(' '), {
        sources: [{id: 's1', calls: ['"word 1."'], says: words}],
      });
      const start = performance.now();
      assert.equal(reportData(analysis, {path: 'a.md'}).sources[0]?.wordsQuoted, 2 * quotes);
      return performance.now() - start;
    };
    time(500);
    const small = Math.max(time(1000), 2);
    assert.ok(time(8000) < 40 * small);
  });
});
