import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

function run(script: string, ...args: string[]): string {
  const done = spawnSync(process.execPath, [join(root, script), ...args], {cwd: root, encoding: 'utf8'});
  assert.equal(done.status, 0, done.stderr);
  return done.stdout;
}

describe('the packed extension', function () {
  this.timeout(60_000);
  this.slow(20_000);
  let files: readonly string[];
  let size: number;

  before(() => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-vsix-'));
    try {
      const vsix = join(folder, 'onrecord.vsix');
      run('scripts/package.mjs', '--no-build', '--out', vsix);
      size = statSync(vsix).size;
    } finally {
      rmSync(folder, {recursive: true});
    }
    const list = ['ls', '--no-dependencies', '--readme-path', 'dist/README.md'];
    files = run('node_modules/@vscode/vsce/vsce', ...list)
      .trim()
      .split('\n');
  });

  it('stays small enough for a slow line', () => {
    assert.ok(size > 100_000 && size < 5_000_000, `${size} bytes`);
  });

  it('holds everything that its manifest names', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const {contributes} = manifest;
    const named: string[] = [
      manifest.main,
      manifest.browser,
      manifest.icon,
      ...contributes.grammars.map((one: {path: string}) => one.path),
      ...contributes.yamlValidation.map((one: {url: string}) => one.url),
      ...contributes.walkthroughs.flatMap(({steps}: {steps: {media: {markdown: string}}[]}) =>
        steps.map(({media}) => media.markdown),
      ),
    ];
    assert.deepEqual(
      named.filter((path) => !files.includes(path.replace(/^\.\//, ''))),
      [],
    );
  });

  it('holds what the client opens at run time, a page for each rule and the licences', () => {
    const rules = readFileSync(join(root, 'server/src/rules/registry.generated.ts'), 'utf8');
    const pages = [...rules.matchAll(/'\.\/\w+\/([\w-]+)\.js'/g)].map(([, id]) => `docs/rules/${id}.md`);
    assert.ok(pages.length >= 16);
    const wanted = [
      'dist/server/data.js',
      'dist/server/node.js',
      'dist/server/web.js',
      'dist/client/webview/report.js',
      'dist/client/webview/report.css',
      'dist/THIRD_PARTY_NOTICES.txt',
      'samples/harbour-contract.md',
      'LICENSE',
      'CHANGELOG.md',
      'dist/README.md',
      ...pages,
    ];
    assert.deepEqual(
      wanted.filter((path) => !files.includes(path)),
      [],
    );
  });

  it('holds nothing else', () => {
    const own =
      /^(?:package(?:\.nls)?\.json|[A-Z]+(?:\.md)?|dist\/(?:client|server)\/.*\.(?:c?js|css|bin|wasm)|dist\/(?:THIRD_PARTY_NOTICES\.txt|README\.md)|client\/walkthrough\/.*|docs\/(?:rules\/.*\.md|schema\/.*\.json|images\/icon\.png)|samples\/.*\.(?:md|txt)|syntaxes\/.*\.json)$/;
    assert.deepEqual(
      files.filter((path) => !own.test(path)),
      [],
    );
  });
});
