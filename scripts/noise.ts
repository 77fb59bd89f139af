/** How many findings the default house makes on edited news, and how those that a person read were judged. */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {DraftSession} from '../server/src/engine.js';

interface Noise {
  readonly name: string;
  readonly stories: number;
  readonly findings: number;
  /** The most in one story. */
  readonly most: number;
  readonly byRule: ReadonlyMap<string, number>;
}

/** Counts findings in every `.txt` of a folder. */
function noiseIn(name: string, folder: string): Noise {
  const byRule = new Map<string, number>();
  let findings = 0;
  let most = 0;
  const stories = readdirSync(folder).filter((file) => file.endsWith('.txt'));
  for (const file of stories) {
    const found = new DraftSession().update(readFileSync(join(folder, file), 'utf8'), 'text').findings;
    findings += found.length;
    most = Math.max(most, found.length);
    for (const {rule} of found) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  return {name, stories: stories.length, findings, most, byRule};
}

interface Verdicts {
  readonly about: string;
  readonly commit: string;
  readonly namedSourcesCalledUnnamed: number;
  /** What the wrong ones were, in a sentence. */
  readonly mistakes: string;
  readonly findings: readonly {readonly rule: string; readonly verdict: 'right' | 'wrong'}[];
}

/** The section of docs/accuracy.md on findings. @param shared the folder that holds `data/` */
export function findingsSection(root: string, shared: string): string {
  const corpora = [
    noiseIn('PolNeAR dev', join(shared, 'data', 'polnear', 'dev', 'text')),
    ...(existsSync(join(shared, 'data', 'gum')) ? [noiseIn('GUM news', join(shared, 'data', 'gum'))] : []),
  ];
  const rules = [...new Set(corpora.flatMap(({byRule}) => [...byRule.keys()]))].sort();
  const verdicts = JSON.parse(readFileSync(join(root, 'docs', 'verdicts.json'), 'utf8')) as Verdicts;
  const judged = [...new Set(verdicts.findings.map(({rule}) => rule))].sort();
  const count = (rule: string, verdict: string) =>
    verdicts.findings.filter((one) => one.rule === rule && one.verdict === verdict).length;
  const right = verdicts.findings.filter(({verdict}) => verdict === 'right').length;
  return [
    '## Findings',
    `Findings of the default house (AP): ${corpora
      .map(
        ({name, stories, findings, most}) =>
          `${(findings / stories).toFixed(2)} a story on the ${stories} articles of ${name}, ${most} at most`,
      )
      .join('; ')}.`,
    [
      `| Rule | ${corpora.map(({name}) => name).join(' | ')} |`,
      `| --- | ${corpora.map(() => '---:').join(' | ')} |`,
      ...rules.map((rule) => `| ${rule} | ${corpora.map(({byRule}) => byRule.get(rule) ?? 0).join(' | ')} |`),
    ].join('\n'),
    `${verdicts.about} Taken at commit ${verdicts.commit}; the places are in [verdicts.json](verdicts.json). ${right} of ${verdicts.findings.length} were right. Named sources called unnamed: ${verdicts.namedSourcesCalledUnnamed}.`,
    [
      '| Rule | right | wrong |',
      '| --- | ---: | ---: |',
      ...judged.map((rule) => `| ${rule} | ${count(rule, 'right')} | ${count(rule, 'wrong')} |`),
    ].join('\n'),
    verdicts.mistakes,
  ].join('\n\n');
}
