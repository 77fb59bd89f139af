import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {builtinModules} from 'node:module';
import type {Metafile} from 'esbuild';
import {rules} from '../../server/src/engine.js';

const dist = new URL('../../dist/', import.meta.url);
const code = (file: string) => readFileSync(new URL(file, dist), 'utf8');
const metafiles: Record<string, Metafile> = JSON.parse(code('meta.json'));

const scripts = Object.keys(metafiles).filter((file) => /\.c?js$/.test(file));
const forBrowsers = [
  'client/web.cjs',
  'client/webview/report.js',
  'server/web.js',
  'server/data.js',
  'index.js',
];

/** Modules of Node that can reach another machine. */
const reaching = new Set([
  'dgram',
  'dns',
  'dns/promises',
  'http',
  'http2',
  'https',
  'inspector',
  'net',
  'tls',
]);

/**
 * The one exception. The transports of the Language Server Protocol's own library can speak over a named pipe or a
 * local port beside standard streams and ipc, so it imports `net`: `--pipe=NAME` and `--socket=PORT` of a language
 * server. They connect to the address that the editor on this machine names (127.0.0.1 for a port), only when it asks
 * for that, and our client never does: it speaks over ipc.
 */
const transports = /^node_modules\/vscode-jsonrpc\/lib\/node\/main\.js$/;

interface Import {
  readonly name: string;
  /** The file whose code asks for it. */
  readonly from: string;
}

/** What a bundle's own files and packages ask for that is not in the bundle. */
function outside(file: string): Import[] {
  const {inputs} = metafiles[file] as Metafile;
  return Object.entries(inputs).flatMap(([from, {imports}]) =>
    imports
      .filter(({external, path}) => external && path !== '<runtime>')
      .map(({path}) => ({name: path.replace(/^node:/, ''), from})),
  );
}

/** What reaches the network without a module. Only `fetch` is an English word, so it counts where it is called. */
const waysOut =
  /\b(?:XMLHttpRequest|WebSocket(?:Stream)?|WebTransport|EventSource|RTCPeerConnection|sendBeacon|importScripts)\b|(?:\.|\?\.|\[["'])fetch\b|\bfetch\s*\(/g;

describe('the bundles', () => {
  it('are all there', () => {
    for (const file of [
      'cli.js',
      'client/node.cjs',
      'client/web.cjs',
      'client/webview/report.css',
      'client/webview/report.js',
      'index.js',
      'server/data.js',
      'server/node.js',
      'server/web.js',
    ]) {
      assert.ok(metafiles[file], file);
      assert.ok(code(file).length > 500, file);
    }
  });

  for (const file of scripts) {
    describe(file, () => {
      it('asks for no module that reaches the network', () => {
        const found = outside(file).filter(({name, from}) => reaching.has(name) && !transports.test(from));
        assert.deepEqual(found, []);
      });

      it('asks for nothing behind the back of the bundler', () => {
        const asked = [...code(file).matchAll(/\b(?:require|import)\s*\(\s*["'`](?:node:)?([^"'`]+)["'`]/g)];
        const known = new Set(outside(file).map(({name}) => name));
        assert.deepEqual(
          asked.map(([, name]) => name).filter((name) => name !== undefined && !known.has(name)),
          [],
        );
      });

      it('knows no other way to the network', () => {
        assert.deepEqual(code(file).match(waysOut), null);
      });
    });
  }

  it('use the network nowhere but for the transports of the protocol', () => {
    const used = scripts.flatMap((file) => outside(file).filter(({name}) => reaching.has(name)));
    assert.deepEqual(
      [...new Set(used.map(({name, from}) => `${name} in ${from}`))],
      ['net in node_modules/vscode-jsonrpc/lib/node/main.js'],
    );
  });

  for (const file of forBrowsers) {
    it(`${file} runs where there is no Node`, () => {
      const builtIn = new Set(builtinModules);
      const needed = outside(file).filter(({name}) => builtIn.has(name.split('/')[0] as string));
      assert.deepEqual(needed, []);
      assert.deepEqual(
        outside(file).filter(({name}) => name !== 'vscode' || !file.startsWith('client/')),
        [],
      );
    });
  }

  it('ship with the licence of every package whose code is in them', () => {
    const notices = code('THIRD_PARTY_NOTICES.txt');
    const packages = new Set(
      Object.values(metafiles).flatMap(({outputs}) =>
        Object.values(outputs).flatMap(({inputs}) =>
          Object.keys(inputs).flatMap((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
        ),
      ),
    );
    assert.ok(packages.size >= 10);
    for (const name of packages) {
      assert.match(notices, new RegExp(`^${name.replace(/[/.]/g, '\\$&')} \\d[^\\n]*\\([^)\\n]+\\)$`, 'm'));
    }
  });

  it('leave the rules’ examples out of the servers', () => {
    for (const file of ['server/node.js', 'server/web.js']) {
      const text = code(file);
      for (const {id, examples} of rules) {
        for (const example of [...examples.flag, ...examples.leave]) {
          const words = (typeof example === 'string' ? example : example.text).split('\n')[0] as string;
          // Shorter ones can be words of something else.
          assert.ok(words.length < 30 || !text.includes(words), `${file} has an example of ${id}: ${words}`);
        }
      }
    }
  });
});
