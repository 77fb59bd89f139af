// The built library says the same to the last bit in Node and in a worker of a browser, with WebAssembly and without.
import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import {dirname, join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {type Browser, chromium} from 'playwright-core';
import {findBrowser} from './install.mjs';
import {type NamedDraft, readDrafts} from './numbers/read.mjs';
import type {Answer} from './numbers/worker.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const library = join(root, 'dist', 'index.js');
const worker = '/test/editor/numbers/worker.mjs';

/** What the browser may fetch, as paths in the repository. */
const served = new Set(['/dist/index.js', '/test/editor/numbers/read.mjs', worker]);

/** Scripts of our own and nothing compiled: a page's policy as strict as there are. */
const noWebAssembly = "default-src 'none'; script-src 'self'";

function drafts(): readonly NamedDraft[] {
  return ['samples', join('test', 'drafts'), join('test', 'drafts', 'seed')].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => /\.(?:md|txt)$/.test(name) && name !== 'README.md')
      .sort()
      .map((name) => ({
        name: `${folder}/${name}`,
        text: readFileSync(join(root, folder, name), 'utf8'),
        format: name.endsWith('.md') ? ('markdown' as const) : ('text' as const),
      })),
  );
}

/** Serves the library with no header that would isolate the page. */
async function serve(policy: string | undefined): Promise<Server> {
  const server = createServer(({url = '/'}, response) => {
    if (policy !== undefined) response.setHeader('Content-Security-Policy', policy);
    if (url === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><title>Onrecord</title>');
    } else if (served.has(url)) {
      response.setHeader('Content-Type', 'text/javascript');
      response.end(readFileSync(join(root, url)));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  return server;
}

describe('the library in a worker of a browser', function () {
  this.timeout(120_000);
  const read = drafts();
  let inNode: readonly string[];
  let browser: Browser;

  before(async () => {
    assert.ok(existsSync(library), 'no dist/: run `npm run build`');
    const executablePath = findBrowser();
    if (executablePath === undefined) throw new Error('no Chromium: run `node test/editor/install.mjs`');
    browser = await chromium.launch({executablePath});
    inNode = readDrafts(await import(pathToFileURL(library).href), read);
  });
  after(() => browser?.close());

  /** Reads every draft in a worker of a page under such a policy. */
  async function inBrowser(policy?: string): Promise<Answer> {
    const server = await serve(policy);
    const page = await browser.newPage();
    try {
      const address = server.address();
      assert.ok(address !== null && typeof address === 'object');
      await page.goto(`http://127.0.0.1:${address.port}/`);
      return await page.evaluate(
        ([path, given]) =>
          new Promise<Answer>((done, fail) => {
            const reader = new Worker(path, {type: 'module'});
            reader.onmessage = ({data}) => done(data);
            reader.onerror = ({message}) => fail(new Error(`the worker failed: ${message}`));
            reader.postMessage(given);
          }),
        [worker, read] as const,
      );
    } finally {
      await page.close();
      server.closeAllConnections();
      server.close();
    }
  }

  function same(answer: Answer): void {
    assert.equal(answer.isolated, false);
    assert.equal(answer.read.length, read.length);
    for (const [i, {name}] of read.entries()) {
      assert.deepEqual(JSON.parse(answer.read[i]!), JSON.parse(inNode[i]!), name);
      assert.equal(answer.read[i], inNode[i], name);
    }
  }

  it('has something to say of the drafts', () => {
    const said = inNode.map((one) => JSON.parse(one));
    assert.ok(said.reduce((sum, {attributions}) => sum + attributions.length, 0) > 150);
    assert.ok(said.reduce((sum, {findings}) => sum + findings.length, 0) > 30);
  });

  it('says the same as in Node', async () => {
    const answer = await inBrowser();
    assert.deepEqual(answer.refused, []);
    assert.equal(answer.compiled, 1);
    same(answer);
  });

  it('says the same where no WebAssembly may be compiled', async () => {
    const answer = await inBrowser(noWebAssembly);
    assert.equal(answer.compiled, 0);
    assert.match(answer.refused.join(), /Content Security Policy/);
    same(answer);
  });
});
