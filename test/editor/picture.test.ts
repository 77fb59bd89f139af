// The picture in the README, made from a sample: `ONRECORD_README_PICTURE=1 npm run test:editor test/editor/picture.test.ts`
import {copyFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';
import {startWorkbench} from './workbench.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

describe('the picture in the README', () => {
  it('shows a sample with its findings, and the report beside it', async function () {
    if (!process.env.ONRECORD_README_PICTURE) this.skip();
    const wb = await startWorkbench({
      from: here('../../samples'),
      open: 'harbour-contract.md',
      settings: {
        'workbench.activityBar.location': 'hidden',
        'breadcrumbs.enabled': false,
        'editor.folding': false,
      },
    });
    try {
      await wb.page.setViewportSize({width: 1400, height: 860});
      await wb.until('there are findings', async () => (await wb.squiggles()).warning > 2);
      await wb.command('View: Toggle Primary Side Bar Visibility');
      await wb.command('Onrecord: Sourcing Report');
      const report = await wb.webview(/Sourcing report/);
      await report.locator('#issues tbody tr').nth(2).waitFor();
      await wb.caretBefore('A council official');
      // Off the border between the two, which would light up.
      await wb.page.mouse.move(300, 2);
      await copyFile(await wb.screenshot('readme'), here('../../docs/images/screenshot.png'));
    } finally {
      await wb.close();
    }
  });
});
