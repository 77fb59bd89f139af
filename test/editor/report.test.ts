// The sourcing report beside the draft.
import assert from 'node:assert/strict';
import {story} from './story.js';
import {startWorkbench, type Workbench} from './workbench.js';

describe('the sourcing report in VS Code', () => {
  let wb: Workbench;

  before(async () => {
    wb = await startWorkbench({files: {'story.md': story}, open: 'story.md'});
    await wb.until('there are findings', async () => (await wb.squiggles()).error > 0);
  });
  after(() => wb?.close());

  it('opens beside the draft', async () => {
    await wb.command('Onrecord: Sourcing Report');
    const report = await wb.webview(/Sourcing report/);
    assert.match(await report.locator('h1').innerText(), /Ferry slip to close/);
    await report.locator('#unnamed tbody tr').first().waitFor();
    assert.match(await report.locator('#unnamed').innerText(), /government source/);
    assert.match(await report.locator('#sources').innerText(), /Ines Harrow/);
    assert.match(await report.locator('#verdict').innerText(), /1 open check/);
    assert.equal(await wb.page.locator('.editor-group-container').count(), 2);
    await wb.screenshot('report');
  });

  it('leads to the line', async () => {
    const report = await wb.webview(/Sourcing report/);
    await report.locator('#unnamed a[data-start]').first().click();
    await wb.until('the caret is there', async () => (await wb.caret()).line === 12);
    assert.match(
      (await wb.page.locator('#status\\.editor\\.selection').textContent()) ?? '',
      /\(\d+ selected\)/,
    );
    // The draft did not open a second time, over the report.
    assert.deepEqual(
      (await wb.tabs()).filter((tab) => tab === 'story.md'),
      ['story.md'],
    );
  });

  it('follows edits and keeps its place', async () => {
    const report = await wb.webview(/Sourcing report/);
    const frame = report.locator('html');
    await frame.evaluate((element) => element.ownerDocument.defaultView?.scrollTo(0, 200));
    await wb.caretAfter('The yard was founded in TK by two brothers.');
    await wb.type(' Its slip is XXX metres long.');
    await wb.until('the report counts the new marker', async () =>
      /2 open checks/.test(await report.locator('#verdict').innerText()),
    );
    assert.equal(await frame.evaluate((element) => element.ownerDocument.defaultView?.scrollY), 200);
  });

  it('leads to the right line through edits that it has not seen yet', async () => {
    const report = await wb.webview(/Sourcing report/);
    await wb.caretBefore('The Kinnaird ferry slip');
    await wb.press('Enter');
    await report.locator('#unnamed a[data-start]').first().click();
    await wb.until('the caret is there', async () => (await wb.caret()).line === 13);
  });

  it('is read and followed with the keyboard alone', async () => {
    await wb.focusEditor();
    await wb.page.keyboard.press('Control+2');
    const report = await wb.webview(/Sourcing report/);
    const focused = () =>
      report.locator('html').evaluate((element) => {
        const active = element.ownerDocument.activeElement;
        return {start: active?.getAttribute('data-start') ?? null, text: active?.textContent ?? ''};
      });
    await wb.until('Tab comes to a link into the draft', async () => {
      await wb.page.keyboard.press('Tab');
      return (await focused()).start !== null;
    });
    await wb.page.keyboard.press('Enter');
    await wb.until('the draft has the keyboard', async () => {
      const tab = await wb.activeTab();
      return tab === 'story.md';
    });
  });
});
