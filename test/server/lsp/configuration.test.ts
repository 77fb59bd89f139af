import assert from 'node:assert/strict';
import {rmSync, writeFileSync} from 'node:fs';
import type {DidChangeWatchedFilesRegistrationOptions} from 'vscode-languageserver/node';
import {Client, modern, newsroom, ruleOf} from './client.js';

const text = 'One official said the second quay would be sold.\n\nThe firm was founded in TK.\n';
const off = (rule: string) => `version: 1\nrules:\n  ${rule}: off\n`;

describe('configuration', () => {
  const rules = async (client: Client, uri: string): Promise<string[]> =>
    (await client.diagnostics(uri)).map(ruleOf).sort();
  const refreshed = (client: Client, before: number) =>
    client.until(
      'the client is asked to pull again',
      () => client.asked.filter((one) => one === 'workspace/diagnostic/refresh').length > before,
    );
  const refreshes = (client: Client) =>
    client.asked.filter((one) => one === 'workspace/diagnostic/refresh').length;

  it('comes from the nearest onrecord.yml above the draft', async () => {
    const room = newsroom({
      'onrecord.yml': off('anon-official'),
      'sport/onrecord.yml': off('open-check-marker'),
    });
    const client = await Client.start({folder: room.folder});
    try {
      for (const [name, gone, kept] of [
        ['a.md', 'anon-official', 'open-check-marker'],
        ['news/city/b.md', 'anon-official', 'open-check-marker'],
        ['sport/c.md', 'open-check-marker', 'anon-official'],
      ] as const) {
        await client.open(room.uri(name), text);
        const found = await rules(client, room.uri(name));
        assert.ok(!found.includes(gone) && found.includes(kept), `${name}: ${found}`);
      }
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('follows the file when it changes, comes or goes', async () => {
    const room = newsroom({'onrecord.yml': off('anon-official')});
    const client = await Client.start({folder: room.folder});
    try {
      await client.until('files are watched', () => client.registered.length === 2);
      const watching = client.registered.find(({method}) => method === 'workspace/didChangeWatchedFiles');
      assert.ok(watching);
      const {watchers} = watching.registerOptions as DidChangeWatchedFilesRegistrationOptions;
      assert.deepEqual(
        watchers.map(({globPattern}) => globPattern),
        ['**/*.{yml,yaml}'],
      );
      const uri = room.uri('a.md');
      await client.open(uri, text);
      assert.ok(!(await rules(client, uri)).includes('anon-official'));
      for (const [type, change] of [
        [2, () => writeFileSync(room.path('onrecord.yml'), off('open-check-marker'))],
        [3, () => rmSync(room.path('onrecord.yml'))],
        [1, () => writeFileSync(room.path('onrecord.yml'), off('anon-official'))],
      ] as const) {
        const before = refreshes(client);
        change();
        await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{uri: room.uri('onrecord.yml'), type}],
        });
        await refreshed(client, before);
        const found = await rules(client, uri);
        assert.equal(found.includes('anon-official'), type !== 1, `after ${type}: ${found}`);
        assert.equal(found.includes('open-check-marker'), type !== 2, `after ${type}: ${found}`);
      }
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('follows the house that the file names, and says what is wrong in it', async () => {
    const house = (severity: string) =>
      `name: Harbour *Courier*\nrules: {anon-official: {severity: ${severity}, reason: Page 4.}}\n`;
    const room = newsroom({
      'onrecord.yml': 'house: ./our%20own/courier.house.yml\n',
      'our%20own/courier.house.yml': house('error'),
      'other.yml': '',
    });
    const client = await Client.start({folder: room.folder});
    try {
      const uri = room.uri('a.md');
      const config = room.uri('onrecord.yml');
      const own = `${room.uri('our%20own')}/courier.house.yml`;
      const changed = async (address: string) =>
        client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{uri: address, type: 2}],
        });
      await client.open(uri, text);
      assert.ok((await rules(client, uri)).includes('anon-official'));
      const hover = await client.request<{contents: {value: string}}>('textDocument/hover', {
        textDocument: {uri},
        position: {line: 0, character: 1},
      });
      assert.match(hover.contents.value, /Harbour \\\*Courier\\\*: Page 4/);
      const {json} = await client.request<{json: string}>('onrecord/settings', {uri});
      const shown = JSON.parse(json);
      assert.equal(shown.house, 'Harbour *Courier*');
      assert.match(shown.houseFile, /^\/.*courier\.house\.yml$/);
      assert.equal(shown.rules['anon-official'].from, shown.houseFile);
      // A file that has nothing to do with it asks for nothing.
      const before = refreshes(client);
      await changed(room.uri('other.yml'));
      writeFileSync(room.path('our%20own/courier.house.yml'), house('off'));
      await changed(own);
      await refreshed(client, before);
      assert.equal(refreshes(client), before + 1);
      assert.ok(!(await rules(client, uri)).includes('anon-official'));
      writeFileSync(room.path('our%20own/courier.house.yml'), house('loud'));
      await changed(own);
      await client.open(config, 'house: ./our%20own/courier.house.yml\n', 'yaml');
      await client.open(own, house('loud'), 'yaml');
      const [named] = await client.diagnostics(config);
      assert.match(String(named?.message), /line 2: "severity" cannot be "loud"/);
      assert.equal(named?.range.start.character, 7);
      const [within] = await client.diagnostics(own);
      assert.match(String(within?.message), /^"severity" cannot be "loud"/);
      assert.deepEqual(within?.range.start, {line: 1, character: 34});
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('decides which files are drafts', async () => {
    const room = newsroom({'onrecord.yml': 'version: 1\nfiles: ["stories/**/*.{md,txt}"]\n'});
    const client = await Client.start({folder: room.folder});
    try {
      for (const [name, draft] of [
        ['stories/a.md', true],
        ['stories/2026/ma%20rs/b.txt', true],
        ['notes.md', false],
        ['stories/README.md', true],
      ] as const) {
        const uri = `${room.uri('')}/${name}`;
        await client.open(uri, text);
        assert.equal((await rules(client, uri)).length > 0, draft, name);
      }
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('leaves documentation beside a package manifest alone', async () => {
    const room = newsroom({'package.json': '{}', 'docs/guide.md': text, 'story.md': text});
    const client = await Client.start({folder: room.folder});
    try {
      await client.open(room.uri('docs/guide.md'), text);
      await client.open(room.uri('story.md'), text);
      assert.deepEqual(await rules(client, room.uri('docs/guide.md')), []);
      assert.ok((await rules(client, room.uri('story.md'))).length > 0);
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('comes from settings by document, and follows them', async () => {
    const room = newsroom();
    let enable = 'auto';
    const client = await Client.start({
      folder: room.folder,
      settings: (uri) =>
        uri.endsWith('bbc.md')
          ? {house: 'bbc'}
          : uri.endsWith('own.md')
            ? {docsBase: 'https://own.example/'}
            : {enable},
    });
    try {
      const severity = async (name: string) =>
        (await client.diagnostics(room.uri(name))).find((one) => ruleOf(one) === 'anon-official')?.severity;
      for (const name of ['bbc.md', 'ap.md', 'own.md']) await client.open(room.uri(name), text);
      assert.equal(await severity('bbc.md'), 2);
      assert.equal(await severity('ap.md'), 1);
      const [first] = await client.diagnostics(room.uri('own.md'));
      assert.equal(first?.codeDescription?.href, `https://own.example/${first?.code}.md`);
      const before = refreshes(client);
      enable = 'never';
      await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: null});
      await refreshed(client, before);
      assert.equal(await severity('ap.md'), undefined);
      assert.equal(await severity('bbc.md'), 2);
      await client.open(room.uri('README.md'), text);
      enable = 'always';
      await client.connection.sendNotification('workspace/didChangeConfiguration', {settings: null});
      await refreshed(client, before + 1);
      assert.equal(await severity('README.md'), 1);
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('is asked for once for a document, not for each keystroke', async () => {
    const room = newsroom();
    const client = await Client.start({folder: room.folder, settings: () => ({})});
    try {
      const uri = room.uri('a.md');
      await client.open(uri, text);
      for (let version = 2; version < 12; version++) {
        await client.change(uri, version, 'x', {
          start: {line: 0, character: 0},
          end: {line: 0, character: 0},
        });
        await client.diagnostics(uri);
      }
      assert.equal(client.asked.filter((one) => one === 'workspace/configuration').length, 1);
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('is read from what a client without a configuration request sends', async () => {
    const room = newsroom();
    const client = await Client.start({
      folder: room.folder,
      capabilities: {...modern, workspace: {...modern.workspace, configuration: false}},
    });
    try {
      const uri = room.uri('a.md');
      await client.open(uri, text);
      assert.ok((await rules(client, uri)).includes('anon-official'));
      await client.connection.sendNotification('workspace/didChangeConfiguration', {
        settings: {onrecord: {enable: 'never'}},
      });
      assert.deepEqual(await rules(client, uri), []);
      assert.ok(!client.asked.includes('workspace/configuration'));
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('survives settings that make no sense', async function () {
    this.timeout(60_000);
    const room = newsroom();
    for (const nonsense of [
      null,
      7,
      'ap',
      [],
      {enable: 4, house: 'daily-planet', docsBase: {}, semanticTokens: 'yes'},
    ]) {
      const client = await Client.start({folder: room.folder, settings: () => nonsense});
      try {
        await client.open(room.uri('a.md'), text);
        assert.ok(
          (await rules(client, room.uri('a.md'))).includes('anon-official'),
          JSON.stringify(nonsense),
        );
      } finally {
        await client.stop();
      }
    }
    room.remove();
  });

  it('comes through the client where it reads the files, of any scheme, and nothing is read behind its back', async () => {
    const room = newsroom({'onrecord.yml': off('anon-official')});
    const files: Record<string, string> = {
      'memfs://desk/stories/onrecord.yml': off('open-check-marker'),
    };
    const client = await Client.start({
      folder: room.folder,
      initializationOptions: {readsFiles: true},
      readFile: (uri) => files[uri] ?? null,
    });
    try {
      const virtual = 'memfs://desk/stories/2026/a.md';
      await client.open(virtual, text);
      const found = await rules(client, virtual);
      assert.ok(found.includes('anon-official') && !found.includes('open-check-marker'), String(found));
      await client.open(room.uri('a.md'), text);
      assert.ok(
        (await rules(client, room.uri('a.md'))).includes('anon-official'),
        'its own file system says nothing',
      );
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('does not keep a draft unread when it is late, and counts when it comes', async () => {
    const room = newsroom();
    let release: ((text: string | null) => void) | undefined;
    const client = await Client.start({
      folder: room.folder,
      initializationOptions: {readsFiles: true},
      readFile: (uri) =>
        uri === room.uri('onrecord.yml')
          ? new Promise<string | null>((resolve) => {
              release = resolve;
            })
          : null,
    });
    try {
      const uri = room.uri('a.md');
      await client.open(uri, text);
      const started = Date.now();
      assert.ok((await rules(client, uri)).includes('anon-official'), 'the defaults count');
      assert.ok(Date.now() - started < 5000, 'long before the answer comes');
      const before = refreshes(client);
      release?.(off('anon-official'));
      await refreshed(client, before);
      assert.ok(!(await rules(client, uri)).includes('anon-official'));
    } finally {
      await client.stop();
      room.remove();
    }
  });
});
