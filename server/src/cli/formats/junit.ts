import {print} from '../output.js';
import type {FileResult} from '../result.js';
import {type FailOn, fails} from '../severities.js';
import type {Format} from './format.js';

/** A test suite a file, a test case a finding; it fails where the finding is as grave as what is to fail. */
export const junit: Format = {
  file() {},
  end({files, errors, failOn}) {
    const suites = [
      ...files.map((file) => suite(file, failOn)),
      ...errors.map(({path, line, message}) => ({
        tests: 1,
        failures: 0,
        errors: 1,
        xml: element('testsuite', {name: path, tests: 1, failures: 0, errors: 1}, [
          element(
            'testcase',
            {name: 'readable', classname: path, file: path, ...(line === undefined ? {} : {line})},
            [element('error', {message}, [])],
          ),
        ]),
      })),
    ];
    const sum = (key: 'tests' | 'failures' | 'errors') => suites.reduce((total, one) => total + one[key], 0);
    const root = element(
      'testsuites',
      {name: 'onrecord', tests: sum('tests'), failures: sum('failures'), errors: sum('errors')},
      suites.map(({xml}) => xml),
    );
    print(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`);
  },
};

function suite({path, findings}: FileResult, failOn: FailOn) {
  const failing = findings.filter(({severity}) => fails(severity, failOn)).length;
  const cases = findings.map(({rule, severity, line, column, message, exact, because}) => {
    const words = `${path}:${line}:${column}: ${exact}\n${because}`;
    return element('testcase', {name: `${rule} ${line}:${column}`, classname: path, file: path, line}, [
      fails(severity, failOn)
        ? element('failure', {message, type: severity}, [escapeXml(words)])
        : element('system-out', {}, [escapeXml(`${severity}: ${message}\n${words}`)]),
    ]);
  });
  if (cases.length === 0)
    cases.push(element('testcase', {name: 'no findings', classname: path, file: path}, []));
  const tests = cases.length;
  return {
    tests,
    failures: failing,
    errors: 0,
    xml: element('testsuite', {name: path, tests, failures: failing, errors: 0}, cases),
  };
}

/** @param inside XML, already escaped */
function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  inside: readonly string[],
): string {
  const head = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`);
  return inside.length === 0
    ? `<${name}${head.join('')}/>`
    : `<${name}${head.join('')}>${inside.join('\n')}</${name}>`;
}

/** XML has no way at all to write some characters. */
function escapeXml(text: string): string {
  return text
    .replace(/(?![\t\r\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#13;');
}
