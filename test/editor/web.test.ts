// The web build, in the extension host of a browser: the server is a worker there.
import assert from 'node:assert/strict';
import {marks, story} from './story.js';
import {activatedOnServer, startWorkbench, type Workbench} from './workbench.js';

describe('a draft in VS Code for the web', () => {
  let wb: Workbench;

  before(async () => {
    wb = await startWorkbench({
      files: {'story.md': story},
      open: 'story.md',
      settings: {'remote.extensionKind': {'onrecord.onrecord': ['web']}},
    });
  });
  after(() => wb?.close());

  it('runs in the browser, not on the server', async () => {
    await wb.until('there are findings', async () => (await wb.squiggles()).error > 0, 30_000);
    assert.doesNotMatch(await wb.server.logs(), activatedOnServer);
  });

  it('has the same findings as anywhere else', async () => {
    assert.deepEqual(await wb.underlined('error'), [...marks.error]);
    assert.deepEqual(await wb.underlined('warning'), [...marks.warning]);
    await wb.screenshot('web');
  });

  it('knows its sources', async () => {
    const rows = await wb.hover('Ines Harrow', {until: /Attributed in this draft/});
    assert.match(rows.join('\n'), /person; named/);
    await wb.dismissHover();
  });

  it('reads a configuration beside the draft', async () => {
    await wb.writeOutside(
      'onrecord.yml',
      'version: 1\nrules:\n  anon-official: off\n',
      'the official is left alone',
      async () => (await wb.squiggles()).error === 0,
    );
  });

  it('has the report', async () => {
    await wb.command('Onrecord: Sourcing Report');
    const report = await wb.webview(/Sourcing report/);
    await report.locator('#sources a[data-start]').first().click();
    await wb.until('text is selected', async () =>
      /selected/.test((await wb.page.locator('#status\\.editor\\.selection').textContent()) ?? ''),
    );
  });
});
