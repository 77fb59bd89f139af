import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join, parse} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {DraftFormat} from '../../server/src/draft/draft.js';
import {parseDraft} from '../../server/src/draft/parse.js';
import {DraftSession, defaultSettings, type ReportedFinding} from '../../server/src/engine.js';
import {type House, houses} from '../../server/src/rules/severity.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const drafts = join(root, 'test', 'drafts');
const update = process.env.ONRECORD_UPDATE === '1';

interface Line {
  readonly rule: string;
  readonly severity: string;
  readonly exact: string;
  readonly line: number;
}

function check(text: string, format: DraftFormat): readonly ReportedFinding[] {
  const named = parseDraft(text, format).meta.house;
  const house = houses.find((known): known is House => known === named) ?? defaultSettings.house;
  return new DraftSession().update(text, format, {...defaultSettings, house}).findings;
}

function lines(text: string, findings: readonly ReportedFinding[]): Line[] {
  return findings.map(({rule, severity, start, end}) => ({
    rule,
    severity,
    exact: text.slice(start, end),
    line: text.slice(0, start).split(/\r\n?|\n/).length,
  }));
}

/** One finding a line, so that a diff reads as a list of what came and what went. */
function print(found: readonly Line[]): string {
  return found.length === 0
    ? '[]\n'
    : `[\n${found.map((line) => `  ${JSON.stringify(line)}`).join(',\n')}\n]\n`;
}

/** Drafts of a folder; the README beside them is none. */
const draftsIn = (folder: string) =>
  readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
    .sort();

describe('whole drafts', () => {
  const folders = [
    {from: drafts, snapshots: drafts},
    {from: join(root, 'samples'), snapshots: join(drafts, 'samples')},
  ];
  for (const {from, snapshots} of folders) {
    for (const name of draftsIn(from)) {
      it(name, () => {
        const text = readFileSync(join(from, name), 'utf8');
        const found = lines(text, check(text, name.endsWith('.md') ? 'markdown' : 'text'));
        const path = join(snapshots, `${parse(name).name}.findings.json`);
        if (update) writeFileSync(path, print(found));
        assert.ok(existsSync(path), `no ${path}; write it with ONRECORD_UPDATE=1`);
        assert.deepEqual(found, JSON.parse(readFileSync(path, 'utf8')));
      });
    }
    it(`has no snapshot without its draft in ${parse(snapshots).name}`, () => {
      const known = new Set(draftsIn(from).map((name) => `${parse(name).name}.findings.json`));
      const stray = readdirSync(snapshots).filter(
        (name) => name.endsWith('.findings.json') && !known.has(name),
      );
      assert.deepEqual(stray, []);
    });
  }

  it('opinion stays silent', () => {
    const text = readFileSync(join(drafts, 'opinion-buses.md'), 'utf8');
    assert.deepEqual(lines(text, check(text, 'markdown')), []);
  });

  it('the walkthrough sample shows every fault that it is for', () => {
    const text = readFileSync(join(root, 'samples', 'harbour-contract.md'), 'utf8');
    const found = lines(text, check(text, 'markdown'));
    const expected: [rule: string, words: string][] = [
      ['anon-official', 'council official'],
      ['stat-unattributed', '22 percent'],
      ['quote-no-speaker', 'Nobody on this wharf was asked'],
      ['pronoun-ambiguous', 'He'],
      ['relative-time', ''],
      ['open-check-marker', 'TK'],
    ];
    for (const [rule, words] of expected) {
      assert.ok(
        found.some((finding) => finding.rule === rule && finding.exact.includes(words)),
        `${rule} "${words}" in ${print(found)}`,
      );
    }
  });
});
