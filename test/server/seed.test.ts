import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Analysis, DraftSession} from '../../server/src/engine.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What a good desk would mark in a draft. A finding counts when it overlaps `exact` and its rule is one of `rules`. */
interface Expected {
  readonly draft: string;
  readonly findings: readonly {
    readonly rules: readonly string[];
    readonly exact: string;
    readonly must: boolean;
  }[];
  readonly story: readonly {readonly rule: string; readonly must: boolean}[];
  readonly notSourceFindings: readonly string[];
  readonly sources: readonly {readonly name: string; readonly standing: string; readonly kind?: string}[];
  readonly budget: string;
}

const ours = join(root, 'test', 'drafts', 'seed');
const shared = join(root, '..', 'shared', 'drafts');

const shown = (finding: {rule: string; start: number; end: number}, text: string) =>
  `${finding.rule}: ${text.slice(finding.start, finding.end)}`;

for (const folder of [ours, shared]) {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => name.endsWith('.expected.json'))
    : [];
  for (const name of names) {
    const expected = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Expected;
    const text = readFileSync(join(folder, expected.draft), 'utf8');

    describe(`seed story ${expected.draft}`, () => {
      let analysis: Analysis;
      const at = (exact: string) => {
        const start = text.indexOf(exact);
        assert.ok(start >= 0, `"${exact}" is not in the draft`);
        return {start, end: start + exact.length};
      };
      const over = (exact: string) => {
        const {start, end} = at(exact);
        return analysis.findings.filter((finding) => finding.start < end && finding.end > start);
      };

      before(() => {
        analysis = new DraftSession().update(text, expected.draft.endsWith('.md') ? 'markdown' : 'text');
      });

      for (const {rules, exact} of expected.findings.filter((finding) => finding.must)) {
        it(`marks "${exact}"`, () => {
          const there = over(exact);
          assert.ok(
            there.some((finding) => rules.includes(finding.rule)),
            `wanted ${rules.join(' or ')}; there: ${there.map((finding) => shown(finding, text)).join('; ') || 'nothing'}`,
          );
        });
      }

      for (const exact of expected.notSourceFindings) {
        it(`leaves "${exact}" alone`, () => {
          const there = over(exact);
          assert.deepEqual(
            there.map((finding) => shown(finding, text)),
            [],
          );
        });
      }

      for (const {rule, must} of expected.story) {
        if (!must || rule === 'conflict') continue;
        it(`has one document note of ${rule}`, () => {
          assert.equal(
            analysis.findings.filter((finding) => finding.rule === rule && finding.document).length,
            1,
          );
        });
      }

      if (expected.story.some(({rule, must}) => rule === 'conflict' && must)) {
        it('pairs the claim and its denial', () => {
          assert.ok(analysis.story.conflicts.length > 0);
        });
      }

      for (const source of expected.sources) {
        it(`knows ${source.name}`, () => {
          const found = analysis.story.sources.find(
            ({label, name: own}) => own === source.name || label.toLowerCase() === source.name.toLowerCase(),
          );
          assert.ok(found, analysis.story.sources.map(({label}) => label).join('; '));
          assert.equal(found.standing, source.standing);
          if (source.kind) assert.equal(found.kind, source.kind);
        });
      }

      it('stays within the budget', () => {
        const most = Number(/\d+/.exec(expected.budget)?.[0]);
        assert.ok(most > 0);
        assert.ok(
          analysis.findings.length <= most,
          `${analysis.findings.length}:\n${analysis.findings.map((finding) => shown(finding, text)).join('\n')}`,
        );
      });
    });
  }
}
