// What a desk keeps beside its stories: reasons in STORY.checks.yml, rules of its own, and the settings that apply.
import assert from 'node:assert/strict';
import {startWorkbench, type Workbench} from './workbench.js';

const story = `Ferry slip to close

The yard was founded in TK by two brothers.

The slip has TK berths, the harbour trust said in a statement.
`;
const config = `version: 1
rules:
  anon-lead: off
phrases:
  - {id: no-slip, match: [slip], where: anywhere, severity: hint, message: Say ramp.}
`;

describe('Files beside drafts in a window of VS Code', () => {
  let wb: Workbench;
  before(async () => {
    wb = await startWorkbench({files: {'port.txt': story, 'onrecord.yml': config}});
  });
  after(() => wb?.close());

  it('silences a finding of a plain text in the file of checks beside it, once the reason is there', async () => {
    await wb.openFile('port.txt');
    await wb.until('both markers are underlined', async () => (await wb.underlined('warning')).length === 2);
    await wb.applyQuickFix('TK', /Ignore open-check-marker here, with a reason/);
    await wb.until('the file of checks is shown', async () =>
      (await wb.activeTab()).includes('port.checks.yml'),
    );
    await wb.until('the missing reason is underlined', async () => (await wb.problemCounts()).error === 1);
    await wb.type('the registry is shut');
    await wb.until('one marker is left', async () => {
      const {error, warning} = await wb.problemCounts();
      return error === 0 && warning === 1;
    });
    await wb.save();
    assert.match(
      await wb.text('port.checks.yml'),
      /exact: "TK", .*suffix: " by two brothers.*reason: "the registry is shut"/,
    );
    await wb.command('View: Close All Editor Groups');
  });

  it('shows a wrong key of onrecord.yml at its place', async () => {
    await wb.openFile('onrecord.yml');
    await wb.caretAfter('version: 1');
    await wb.type('\nhuose: ap');
    await wb.until('it is underlined', async () => (await wb.underlined('error')).includes('huose'));
    for (let steps = 0; steps < 10 && (await wb.text()) !== config; steps += 1) await wb.undo();
    await wb.until('it is not any more', async () => (await wb.squiggles()).error === 0);
  });

  it('tries the rules of an onrecord.yml on the stories of the folder', async () => {
    assert.equal(await wb.offersCommand('Onrecord: Show Effective Settings'), false);
    await wb.command('Onrecord: Try Rules on Past Stories');
    await wb.until('the page is there', async () => (await wb.tabs()).some((tab) => /tried/.test(tab)));
    const page = wb.page.locator('.editor-group-container').nth(1).locator('.view-lines');
    await wb.until('it counts', async () => /no-slip.\|.2.\|.1.of.1/.test(await page.innerText()));
    await wb.command('View: Close All Editor Groups');
  });

  it('shows the settings of a draft, and where they come from', async () => {
    await wb.openFile('port.txt');
    await wb.command('Onrecord: Show Effective Settings');
    await wb.until('the page is there', async () => (await wb.tabs()).some((tab) => /settings/.test(tab)));
    const page = wb.page.locator('.editor-group-container').nth(1).locator('.view-lines');
    await wb.until('it names the house and the file', async () => {
      const text = await page.innerText();
      return /"house":.*"ap"/.test(text) && /onrecord\.yml/.test(text);
    });
    assert.equal(await wb.offersCommand('Onrecord: Try Rules on Past Stories'), false);
  });
});
