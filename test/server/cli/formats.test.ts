import assert from 'node:assert/strict';
import {newsroom} from '../lsp/client.js';
import {checked, onrecord} from './run.js';

const text =
  '\tOne official said the quay 🗞️ <b>& more</b> would be sold, 100% sure.\r\n\r\nThe 日本 firm was founded in TK.\r\n';
const esc = '\u001b';
const mark = '<!-- onrecord-ignore open-check-marker: night desk -->\nThe council met.\n';

describe('formats of onrecord check', function () {
  this.timeout(60_000);
  const room = newsroom({
    'day one/a, b.txt': text,
    'm.md': mark,
    'clean.txt': 'Mayor Ana Silva said so.\n',
    'bin.txt': 'a\0b',
    // So that the sample gives the same findings whatever rules there are.
    'onrecord.yml': 'version: 1\nrules: {anon-lead: off}\n',
  });
  const cwd = room.folder;
  const paths = ['day one/a, b.txt', 'm.md', 'clean.txt', 'bin.txt'];
  const formatted = (format: string, env: Record<string, string> = {}) =>
    onrecord(['check', '--format', format, ...paths], {cwd, env});
  after(() => room.remove());

  it('compact: one line a finding, as compilers have it', async () => {
    const {out, told, code} = await formatted('compact');
    const lines = out.trimEnd().split('\n');
    assert.equal(code, 2);
    assert.match(lines[0] ?? '', /^day one\/a, b\.txt:1:2: error: .+ \[anon-official\]$/);
    assert.match(lines[1] ?? '', /^day one\/a, b\.txt:3:28: warning: .+ \[open-check-marker\]$/);
    assert.match(lines[2] ?? '', /^m\.md:1:1: warning: .+ \[unused-ignore\]$/);
    assert.equal(lines.length, 3);
    assert.equal(told, 'bin.txt: This is a binary file, not text: it holds NUL bytes.\n');
  });

  it('pretty: the line with the words underlined, in colour where that is wanted', async () => {
    const {out} = await formatted('pretty');
    const lines = out.split('\n');
    assert.equal(lines[0], 'day one/a, b.txt');
    const first = lines.findIndex((line) => line.includes('│') && line.includes('One official'));
    assert.ok(lines[first]?.includes('│     One official said the quay 🗞️'), 'the tab is drawn');
    assert.equal(lines[first + 1], '    │     ~~~~~~~~~~~~');
    const second = lines.findIndex((line) => line.includes('founded in TK'));
    // Wide characters take two columns each.
    assert.equal(lines[second + 1]?.indexOf('~~'), (lines[second]?.indexOf('TK') ?? 0) + 2);
    assert.match(out, /1 error, 2 warnings in 2 files \(3 checked\)\.\n$/);
    assert.ok(!out.includes('\r') && !out.includes(esc));
    const coloured = (await formatted('pretty', {FORCE_COLOR: '1'})).out;
    assert.ok(coloured.includes(`${esc}[31m~~~~~~~~~~~~${esc}[39m`));
    assert.equal(coloured.replace(new RegExp(`${esc}\\[\\d+m`, 'g'), ''), out);
  });

  it('ndjson: what json has, one line a file', async () => {
    const {out} = await formatted('ndjson');
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const {files, errors} = await checked(paths, {cwd});
    assert.deepEqual(
      lines.filter(({findings}) => findings).map(({path, findings}) => ({path, findings})),
      files,
    );
    assert.deepEqual(
      lines.filter(({error}) => error).map(({path, error}) => ({path, message: error})),
      errors,
    );
    for (const {schema, version} of lines) assert.deepEqual([schema, typeof version], [1, 'string']);
  });

  it('github: workflow commands with everything escaped', async () => {
    const {out} = await formatted('github');
    const lines = out.trimEnd().split('\n');
    assert.equal(lines.length, 3);
    assert.match(
      lines[0] ?? '',
      /^::error file=day one\/a%2C b\.txt,line=1,endLine=1,col=2,endColumn=14,title=Onrecord%3A anon-official::Say of /,
    );
    assert.match(lines[1] ?? '', /^::warning file=/);
  });

  it('junit: a suite a file, a failure for what fails, an error for what could not be read', async () => {
    const {out} = await formatted('junit');
    const tags: string[] = [];
    const open: string[] = [];
    // Well formed: every tag closes, and what stands between them is escaped.
    for (const [, closing, name, attributes = '', empty] of out.matchAll(
      /<(\/?)([a-z-]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/g,
    )) {
      if (closing) assert.equal(open.pop(), name);
      else {
        tags.push(`${name}${attributes}`);
        if (!empty) open.push(name as string);
      }
    }
    assert.deepEqual(open, []);
    assert.match(
      out,
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="onrecord" tests="5" failures="1" errors="1">/,
    );
    assert.equal(tags.filter((tag) => tag.startsWith('testsuite name=')).length, 4);
    assert.equal(tags.filter((tag) => tag.startsWith('testcase')).length, 5);
    assert.equal(tags.filter((tag) => tag.startsWith('failure')).length, 1);
    assert.equal(tags.filter((tag) => tag.startsWith('error message')).length, 1);
    assert.ok(tags.some((tag) => tag.includes('name="clean.txt" tests="1" failures="0"')));
    const outside = out.replace(/<[^<>]*>/g, '');
    assert.ok(!/[<>]|&(?!(?:amp|lt|gt|quot|#13);)/.test(outside));
  });

  it('sarif: 2.1.0, with rules, places in UTF-16 columns, and only safe fixes', async () => {
    const {out} = await formatted('sarif');
    const log = JSON.parse(out);
    assert.equal(log.version, '2.1.0');
    assert.equal(log.$schema, 'https://json.schemastore.org/sarif-2.1.0.json');
    const [run] = log.runs;
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const {driver} = run.tool;
    assert.equal(driver.name, 'Onrecord');
    const ids = driver.rules.map(({id}: {id: string}) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const {shortDescription, fullDescription, help, helpUri, defaultConfiguration} of driver.rules) {
      assert.ok(shortDescription.text && fullDescription.text && help.text);
      assert.match(helpUri, /^file:\/\/\/.+\.md$/);
      assert.ok(
        defaultConfiguration.enabled === false ||
          ['error', 'warning', 'note'].includes(defaultConfiguration.level),
      );
    }
    const [invocation] = run.invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.equal(
      invocation.toolExecutionNotifications[0].locations[0].physicalLocation.artifactLocation.uri,
      'bin.txt',
    );
    assert.equal(run.results.length, 3);
    for (const result of run.results) {
      assert.equal(ids[result.ruleIndex], result.ruleId);
      assert.ok(['error', 'warning', 'note'].includes(result.level));
      assert.ok(result.message.text);
    }
    const [official, , unused] = run.results;
    const {artifactLocation, region} = official.locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, 'day%20one/a%2C%20b.txt');
    assert.deepEqual(region, {
      startLine: 1,
      startColumn: 2,
      endLine: 1,
      endColumn: 14,
      snippet: {text: 'One official'},
    });
    assert.equal(official.fixes, undefined, 'a suggestion is for a person');
    const [replacement] = unused.fixes[0].artifactChanges[0].replacements;
    // The mark stands alone on its line, which goes with it.
    assert.deepEqual(replacement.deletedRegion, {startLine: 1, startColumn: 1, endLine: 2, endColumn: 1});
    assert.deepEqual(replacement.insertedContent, {text: ''});
  });
});
