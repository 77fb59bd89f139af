import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {
  createMessageConnection,
  type InitializeResult,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import {parse} from 'yaml';
import {rules} from '../../../server/src/engine.js';
import {readConfig} from '../../../server/src/record/readConfig.js';
import {families} from '../../../server/src/rules/rule.js';
import {houses, severities} from '../../../server/src/rules/severity.js';
import {newsroom} from '../lsp/client.js';
import {onrecord, program} from './run.js';

const story = `# Cranes stand still

MARSEILLE, Feb 8 – Claire Dumont, a spokeswoman for the port 🏗️, said *cargo fell* 18% in October.

“We are not going back,” said Dumont. A French official said the talks would go on.
`;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

describe('onrecord analyze', function () {
  this.timeout(60_000);

  it('prints what the engine understood, in the words and offsets of the draft', async () => {
    const room = newsroom({'a.md': story});
    try {
      const {out, code, told} = await onrecord(['analyze', 'a.md'], {cwd: room.folder});
      assert.equal(code, 0, told);
      const {schema, path, sentences, attributions, sources, claims} = JSON.parse(out);
      assert.deepEqual([schema, path], [1, 'a.md']);
      const places: Place[] = [
        ...attributions.flatMap(({source, cue, content}: Record<string, Place[]>) => [
          ...(source ?? []),
          ...(cue ?? []),
          ...(content ?? []),
        ]),
        ...sources.flatMap(({mentions}: {mentions: Place[]}) => mentions),
      ];
      assert.ok(places.length > 0);
      for (const {start, end, text} of places) assert.equal(story.slice(start, end), text);
      const said = sentences.map(({start, end}: Place) => story.slice(start, end));
      assert.ok(said.includes('A French official said the talks would go on.'), said.join('|'));
      const ids = sources.map(({id}: {id: string}) => id);
      for (const {quote, sourceId, confidence} of attributions) {
        assert.ok(['direct', 'indirect', 'mixed'].includes(quote));
        assert.ok(sourceId === null || ids.includes(sourceId));
        assert.ok(confidence >= 0 && confidence <= 1);
      }
      for (const {kind, standing, specificity, name} of sources) {
        assert.ok(['person', 'organisation', 'document', 'group', 'unknown'].includes(kind));
        assert.ok(['named', 'described', 'vague', 'document'].includes(standing));
        assert.ok(Number.isInteger(specificity) && specificity >= 0 && specificity <= 5);
        assert.ok(typeof name === 'string' && name !== '');
      }
      const dumont = sources.find(({name}: {name: string}) => name === 'Claire Dumont');
      assert.deepEqual([dumont?.kind, dumont?.standing], ['person', 'named']);
      const direct = attributions.find(({quote}: {quote: string}) => quote === 'direct');
      assert.equal(direct?.sourceId, dumont.id);
      assert.ok(
        sources.some(
          ({name, standing, mentions}: {name: string; standing: string; mentions: Place[]}) =>
            name === 'A French official' &&
            standing === 'described' &&
            mentions.some(({text}) => text === 'A French official'),
        ),
      );
      for (const {type, attributed, start, end} of claims) {
        assert.ok(
          ['figure', 'superlative', 'accusation', 'mental-state', 'prediction', 'event', 'other'].includes(
            type,
          ),
        );
        assert.ok(typeof attributed === 'boolean' && start < end && end <= story.length);
      }
    } finally {
      room.remove();
    }
  });

  it('prints one line a file where there are several', async () => {
    const room = newsroom({'a.md': story, 'b.txt': 'Mayor Ana Silva said so.\n'});
    try {
      const {out, code} = await onrecord(['analyze', '--format', 'ndjson', 'a.md', 'b.txt', 'gone.txt'], {
        cwd: room.folder,
      });
      assert.deepEqual(
        out
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line).path),
        ['a.md', 'b.txt'],
      );
      assert.equal(code, 2);
      const several = await onrecord(['analyze', 'a.md', 'b.txt'], {cwd: room.folder});
      assert.equal(several.code, 2);
      assert.match(several.told, /--format ndjson/);
      assert.equal(several.out, '', 'half a document helps nobody');
    } finally {
      room.remove();
    }
  });
});

describe('onrecord report', function () {
  this.timeout(60_000);

  it('prints the sourcing report, as Markdown or as JSON', async () => {
    const room = newsroom({'a.md': story, 'b.txt': 'Mayor Ana Silva said so.\n'});
    try {
      const {out, code} = await onrecord(['report', 'a.md', 'b.txt', '--house', 'npr'], {cwd: room.folder});
      assert.equal(code, 0);
      assert.match(out, /^# Cranes stand still\n/);
      assert.match(out, /NPR house style: a\.md/);
      assert.match(out, /\n\n# b\.txt\n/);
      const asJson = await onrecord(['report', '--format', 'json', '-', '--stdin-filename', 'x.md'], {
        cwd: room.folder,
        input: story,
      });
      const data = JSON.parse(asJson.out);
      assert.deepEqual(
        [data.schema, data.path, data.title, data.house],
        [1, 'x.md', 'Cranes stand still', 'ap'],
      );
    } finally {
      room.remove();
    }
  });
});

describe('onrecord rules', function () {
  this.timeout(60_000);

  it('lists every rule with its severities and its page', async () => {
    const [asJson, pretty] = await Promise.all([
      onrecord(['rules', '--format', 'json']),
      onrecord(['rules']),
    ]);
    const listed = JSON.parse(asJson.out).rules;
    assert.deepEqual(
      listed.map(({id}: {id: string}) => id),
      rules.map(({id}) => id),
    );
    for (const {id, family, title, severities: byHouse, docs} of listed) {
      assert.ok(families.includes(family) && title, id);
      assert.deepEqual(Object.keys(byHouse), [...houses]);
      for (const severity of Object.values(byHouse)) assert.ok(severities.includes(severity as never));
      assert.ok(existsSync(fileURLToPath(docs)), docs);
      const line = pretty.out.split('\n').find((one) => one.trim().startsWith(`${id} `));
      assert.ok(line?.endsWith(title), id);
    }
  });
});

describe('onrecord init', function () {
  this.timeout(60_000);

  it('writes a starter that is sound, and never over a file that is there', async () => {
    const room = newsroom();
    try {
      const first = await onrecord(['init', '--house', 'npr'], {cwd: room.folder});
      assert.equal(first.code, 0, first.told);
      const config = readFileSync(room.path('onrecord.yml'), 'utf8');
      const read = readConfig(config, rules);
      assert.deepEqual([read.config.house, read.problems], ['npr', []]);
      // What the starter shows as comments must be right, too.
      const shown = config.replace(/^# (files:|rules:| {2})/gm, '$1');
      assert.deepEqual(readConfig(shown, rules).problems, []);
      assert.deepEqual(parse(readFileSync(room.path('sources.yml'), 'utf8')), {version: 1, sources: {}});
      const again = await onrecord(['init'], {cwd: room.folder});
      assert.equal(again.code, 0);
      assert.match(again.out, /onrecord\.yml is there already/);
      assert.equal(readFileSync(room.path('onrecord.yml'), 'utf8'), config);
    } finally {
      room.remove();
    }
  });
});

describe('onrecord', function () {
  this.timeout(60_000);

  it('says what it is, and what can be said to it', async () => {
    const [version, help, nothing, check] = await Promise.all([
      onrecord(['--version']),
      onrecord(['--help'], {source: true}),
      onrecord([]),
      onrecord(['check', '--help']),
    ]);
    assert.match(version.out, /^\d+\.\d+\.\d+/);
    assert.equal(version.code, 0);
    for (const command of ['check', 'analyze', 'report', 'rules', 'init', 'lsp']) {
      assert.match(help.out, new RegExp(`^  ${command} `, 'm'));
    }
    assert.equal(help.code, 0);
    assert.equal(nothing.code, 2);
    for (const flag of [
      '--format',
      '--house',
      '--config',
      '--fail-on',
      '--fix',
      '--jobs',
      '--baseline',
      '--changed-since',
      '--stdin-filename',
      '--print-config',
    ]) {
      assert.ok(check.out.includes(flag), flag);
    }
  });

  it('serves the language server over standard streams', async () => {
    const child = spawn(process.execPath, [await program(), 'lsp', '--stdio', '--clientProcessId=1'], {
      stdio: 'pipe',
    });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.listen();
    const ended = new Promise((done) => child.on('close', done));
    const {capabilities} = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    assert.ok(capabilities.hoverProvider);
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await ended, 0);
    connection.dispose();
  });
});
