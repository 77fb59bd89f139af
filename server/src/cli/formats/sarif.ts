import {isAbsolute, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {lineTable} from '../../report/lines.js';
import {houseSeverity} from '../../rules/houseSeverity.js';
import {rules} from '../../rules/registry.generated.js';
import type {Severity} from '../../rules/severity.js';
import {print} from '../output.js';
import type {FileResult, Finding} from '../result.js';
import {rulePage, version} from '../version.js';
import type {Format} from './format.js';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
  off: 'none',
};

/** SARIF 2.1.0, for code scanning and for viewers. */
export const sarif: Format = {
  file() {},
  end({files, errors}) {
    const log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Onrecord',
              version,
              semanticVersion: version,
              rules: rules.map((rule) => ({
                id: rule.id,
                shortDescription: {text: `${rule.title}.`},
                fullDescription: {text: rule.why},
                help: {text: rule.limits ? `${rule.why} ${rule.limits}` : rule.why},
                ...orNothing('helpUri', rulePage(rule.id)),
                defaultConfiguration: configuration(houseSeverity(rule, 'ap').severity),
                properties: {family: rule.family},
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [
            {
              executionSuccessful: errors.length === 0,
              toolExecutionNotifications: errors.map(({path, line, column, message}) => ({
                level: 'error',
                message: {text: message},
                locations: [
                  {
                    physicalLocation: {
                      artifactLocation: {uri: uriOf(path)},
                      ...(line === undefined ? {} : {region: {startLine: line, startColumn: column}}),
                    },
                  },
                ],
              })),
            },
          ],
          artifacts: files.map(({path}) => ({location: {uri: uriOf(path)}})),
          results: files.flatMap(resultsOf),
        },
      ],
    };
    print(`${JSON.stringify(log, null, 2)}\n`);
  },
};

const configuration = (severity: Severity) =>
  severity === 'off' ? {enabled: false} : {level: levels[severity]};

const orNothing = (name: string, value: string | null) => (value === null ? {} : {[name]: value});

function resultsOf({path, text, findings}: FileResult): unknown[] {
  const at = lineTable(text);
  const artifactLocation = {uri: uriOf(path)};
  const region = (start: number, end: number) => {
    const from = at(start);
    const to = at(end);
    return {startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column};
  };
  return findings.map((finding) => ({
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({id}) => id === finding.rule),
    level: levels[finding.severity],
    message: {text: finding.message},
    locations: [
      {
        physicalLocation: {
          artifactLocation,
          region: {...region(finding.start, finding.end), snippet: {text: finding.exact}},
        },
      },
    ],
    ...(finding.related.length > 0
      ? {
          relatedLocations: finding.related.map(({start, end, message}, id) => ({
            id,
            message: {text: message},
            physicalLocation: {artifactLocation, region: region(start, end)},
          })),
        }
      : {}),
    ...fixesOf(finding, artifactLocation, region),
    properties: {because: finding.because, house: finding.house, severity: finding.severity},
  }));
}

/** Tools make these fixes with nobody looking on, so only the safe ones. */
function fixesOf(
  {fixes}: Finding,
  artifactLocation: {readonly uri: string},
  region: (start: number, end: number) => unknown,
): object {
  const safe = fixes.filter(({kind}) => kind === 'fix');
  if (safe.length === 0) return {};
  return {
    fixes: safe.map(({title, edits}) => ({
      description: {text: title},
      artifactChanges: [
        {
          artifactLocation,
          replacements: edits.map(({start, end, newText}) => ({
            deletedRegion: region(start, end),
            insertedContent: {text: newText},
          })),
        },
      ],
    })),
  };
}

/** Relative where the file was named so, as code scanning wants it. */
function uriOf(path: string): string {
  if (isAbsolute(path) || path.startsWith('..')) return pathToFileURL(resolve(path)).href;
  return path
    .split(/[\\/]/)
    .map(encodeURIComponent)
    .join('/')
    .replace(/^(?:\.\/)+/, '');
}
