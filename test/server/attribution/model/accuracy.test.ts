import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Predicted, readPolnear, Scorer} from '../../../../scripts/polnear.js';
import {understanding} from '../../../../server/src/cli/analyze.js';
import {DraftSession} from '../../../../server/src/engine.js';

const theirs = fileURLToPath(new URL('../../../../../shared/tools/polnear_score.py', import.meta.url));
const python = spawnSync('python3', ['--version']).status === 0;

const text =
  'The mayor 🎈 said she was tired. “Go home,” Lund told them.\n\nNobody wants “more” rain. Okoro agreed.';
const span = (words: string, from = 0): {start: number; end: number} => {
  const start = text.indexOf(words, from);
  return {start, end: start + words.length};
};

/** brat counts code points; our text has one character of two code units, before everything marked but its first source. */
const brat = (words: string): string => {
  const {start, end} = span(words);
  const points = (offset: number): number => [...text.slice(0, offset)].length;
  return `${points(start)} ${points(end)}`;
};

const annotations = [
  `T1\tSource ${brat('The mayor')}\tx`,
  `T2\tCue ${brat('said')}\tx`,
  `T3\tContent ${brat('she was tired')}\tx`,
  'E1\tAttribution:T9 Source:T1 Cue:T2 Content:T3',
  `T4\tSource ${brat('Lund')}\tx`,
  `T5\tCue ${brat('told them')}\tx`,
  `T6\tContent ${brat('“Go home,”')}\tx`,
  'E2\tAttribution:T9 Source:T4 Cue:T5 Content:T6',
  `T7\tSource ${brat('Nobody')}\tx`,
  `T8\tCue ${brat('wants')}\tx`,
  `T10\tContent ${brat('“more” rain')}\tx`,
  'E3\tAttribution:T9 Source:T7 Cue:T8 Content:T10',
  'a line of no annotation at all\tx',
].join('\n');

const predicted: Predicted = {
  attributions: [
    {source: [span('The mayor')], cue: [span('said')], content: [span('she was tired.')]},
    {source: [span('Okoro')], cue: [span('told')], content: [span('Go home')]},
    {source: [], cue: [span('wants')], content: [span('rain')]},
    {source: [span('Okoro')], cue: [span('agreed')], content: [span('agreed')]},
  ],
  sentences: [
    span('The mayor 🎈 said she was tired.'),
    span('“Go home,” Lund told them.'),
    span('Nobody wants “more” rain.'),
    span('Okoro agreed.'),
  ],
};

describe('the measure of accuracy', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-accuracy-'));
    mkdirSync(join(folder, 'text'));
    mkdirSync(join(folder, 'attributions'));
    writeFileSync(join(folder, 'text', 'a_b.txt'), text);
    writeFileSync(join(folder, 'attributions', 'a_b_x1.ann'), annotations);
    writeFileSync(join(folder, 'attributions', 'a_b_x2.ann'), '');
  });

  after(() => rmSync(folder, {recursive: true, force: true}));

  it('counts as its definitions say', () => {
    const [article] = readPolnear(folder);
    assert.ok(article);
    assert.deepEqual(article.attributions[0], {
      source: [span('The mayor')],
      cue: [span('said')],
      content: [span('she was tired')],
    });
    const scorer = new Scorer();
    const judged = scorer.add(article, predicted);
    assert.deepEqual(judged, {found: [true, false, false], unmatched: [1, 2, 3]});
    const figures = scorer.figures();
    assert.deepEqual(figures.relation, [25, 33.3, 28.6]);
    assert.deepEqual(figures.content.exact, [50, 66.7, 57.1]);
    assert.deepEqual(figures.sentence, [75, 100, 85.7]);
  });

  it('is that of the corpus’s usual scorer on real articles', function () {
    this.timeout(60_000);
    const corpus = fileURLToPath(new URL('../../../../../shared/data/polnear/dev', import.meta.url));
    if (!python || !existsSync(theirs) || !existsSync(corpus)) return this.skip();
    const some = readPolnear(corpus).slice(0, 6);
    const part = mkdtempSync(join(tmpdir(), 'onrecord-accuracy-'));
    try {
      cpSync(join(corpus, 'text'), join(part, 'text'), {recursive: true});
      mkdirSync(join(part, 'attributions'));
      const files = readdirSync(join(corpus, 'attributions'));
      const scorer = new Scorer();
      const lines: string[] = [];
      for (const article of some) {
        for (const file of files.filter((one) => one.startsWith(`${article.name}_`))) {
          cpSync(join(corpus, 'attributions', file), join(part, 'attributions', file));
        }
        const understood = understanding(new DraftSession([]).update(article.text, 'text'));
        scorer.add(article, understood);
        lines.push(JSON.stringify({path: `${article.name}.txt`, ...understood}));
      }
      const {stdout, stderr} = spawnSync('python3', [theirs, part], {
        input: lines.join('\n'),
        encoding: 'utf8',
      });
      assert.deepEqual(JSON.parse(stdout || stderr), JSON.parse(JSON.stringify(scorer.figures())));
    } finally {
      rmSync(part, {recursive: true, force: true});
    }
  });

  it('is that of the corpus’s usual scorer', function () {
    if (!python || !existsSync(theirs)) return this.skip();
    // That scorer takes no broken lines.
    writeFileSync(
      join(folder, 'attributions', 'a_b_x1.ann'),
      annotations.split('\n').slice(0, -1).join('\n'),
    );
    const {stdout, stderr} = spawnSync('python3', [theirs, folder], {
      input: `${JSON.stringify({path: 'a_b.txt', ...predicted})}\n`,
      encoding: 'utf8',
    });
    const scorer = new Scorer();
    for (const article of readPolnear(folder)) scorer.add(article, predicted);
    assert.deepEqual(JSON.parse(stdout || stderr), JSON.parse(JSON.stringify(scorer.figures())));
  });
});
