// Which files are drafts, what the palette offers where, and how a first user begins.
import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {calm, marks, readme, story} from './story.js';
import {startWorkbench, type Workbench} from './workbench.js';

describe('Onrecord in a window of VS Code', () => {
  let wb: Workbench;
  const tally = () => wb.statusItem('onrecord.tally');
  const silent = async () =>
    assert.deepEqual(await wb.settled(() => wb.squiggles()), {error: 0, warning: 0, info: 0});

  before(async () => {
    const files = {
      'story.md': story,
      'calm.txt': calm,
      'README.md': readme,
      'data.json': '{"sources": "TK"}\n',
    };
    wb = await startWorkbench({files});
  });
  after(() => wb?.close());

  it('offers nothing about drafts where none is open', async () => {
    await wb.openFile('data.json');
    for (const command of [
      'Sourcing Report',
      'Show What Onrecord Understood',
      'Toggle Source Colours',
      'Restart Server',
    ]) {
      assert.equal(await wb.offersCommand(`Onrecord: ${command}`), false, command);
    }
    for (const command of ['Open Sample Draft', 'Check Workspace']) {
      assert.equal(await wb.offersCommand(`Onrecord: ${command}`), true, command);
    }
    assert.equal(await tally(), undefined);
  });

  it('leaves the README of a code repository alone, and says so', async () => {
    await wb.openFile('README.md');
    await wb.until('the status item says so', async () => (await tally()) === 'not a draft');
    await silent();
    assert.equal(await wb.offersCommand('Onrecord: Sourcing Report'), false);
    assert.equal(await wb.offersCommand('Onrecord: Check This File'), true);
  });

  it('checks it all the same where its writer wants that, until told to leave it alone', async () => {
    await wb.command('Onrecord: Check This File');
    await wb.until('there are findings', async () => (await wb.squiggles()).error > 0);
    // The tally comes with an answer of its own, which may be a moment later.
    await wb.until('the tally is there', async () => /claim/.test((await tally()) ?? ''));
    await wb.command('Onrecord: Leave This File Alone');
    await wb.until('the status item says so', async () => (await tally()) === 'not a draft');
    await silent();
  });

  it('finds nothing in a story that has nothing to find', async () => {
    await wb.openFile('calm.txt');
    await wb.until('the tally is there', async () => /sourced|no claims/.test((await tally()) ?? ''));
    await silent();
  });

  it('offers a draft its commands', async () => {
    await wb.openFile('story.md');
    await wb.until('there are findings', async () => (await wb.squiggles()).error > 0);
    for (const command of [
      'Sourcing Report',
      'Show What Onrecord Understood',
      'Leave This File Alone',
      'Choose House Style',
      'Toggle Source Colours',
      'Restart Server',
      'Show Log',
    ]) {
      assert.equal(await wb.offersCommand(`Onrecord: ${command}`), true, command);
    }
    assert.equal(await wb.offersCommand('Onrecord: Check This File'), false);
  });

  it('opens a menu from the status item', async () => {
    await wb.clickStatusItem('onrecord.tally');
    await wb.quickInput.waitFor();
    const choices = await wb.until('there are choices', async () => {
      const all = await wb.choices();
      return all.length >= 4 ? all : undefined;
    });
    assert.ok(
      choices.some((choice) => choice.includes('Sourcing Report')),
      String(choices),
    );
    await wb.page.keyboard.press('Escape');
  });

  it('judges by the house that the writer chooses', async () => {
    await wb.command('Onrecord: Choose House Style');
    await wb.choose('Local');
    await wb.until('the official is no error any more', async () => {
      const {error} = await wb.squiggles();
      return error === 0;
    });
    await wb.command('Onrecord: Choose House Style');
    await wb.choose('AP');
    await wb.until('it is one again', async () => (await wb.squiggles()).error > 0);
  });

  it('shows what it understood', async () => {
    await wb.command('Onrecord: Show What Onrecord Understood');
    await wb.until('the page is there', async () => (await wb.tabs()).some((tab) => /understood/.test(tab)));
    const page = wb.page.locator('.editor-group-container').nth(1).locator('.view-lines');
    await wb.until('it names the sources', async () => /Ines.Harrow/.test(await page.innerText()));
    await wb.command('View: Close All Editor Groups');
  });

  it('checks the whole folder', async () => {
    await writeFile(wb.path('second.md'), story.replaceAll('Harrow', 'Sallow'));
    await wb.command('Onrecord: Check Workspace');
    const message = await wb.until('it says what it read', async () =>
      (await wb.notifications()).find((text) => /files read/.test(text)),
    );
    assert.match(message, /4 files read: 3 drafts, \d+ findings/);
    await wb.answerNotification(/files read/, 'Show Problems');
    const problems = await wb.problems();
    assert.ok(problems.length >= 2 * (marks.error.length + marks.warning.length), String(problems.length));
    await wb.command('View: Toggle Panel Visibility');
  });

  it('checks a new document before it has a name', async () => {
    await wb.command('File: New Untitled Text File');
    await wb.editor.waitFor();
    await wb.type('Council votes on Monday\n\nA government source said the levy would be dropped.\n');
    await wb.until('it is underlined', async () =>
      (await wb.underlined('error')).includes('A government source'),
    );
    await wb.until('the tally is there', async () => /unnamed/.test((await tally()) ?? ''));
    await wb.command('View: Revert and Close Editor');
  });

  it('leads a first user from the walkthrough into a draft with real faults', async () => {
    await wb.command('Welcome: Open Walkthrough...');
    await wb.choose('Get Started with Onrecord');
    const step = wb.page.locator('.gettingStartedDetailsContent, .gettingStartedContainer').first();
    await step.getByRole('button', {name: 'Open Sample Draft'}).first().click();
    await wb.until('there are findings', async () => {
      const {warning} = await wb.squiggles();
      return warning >= 4;
    });
    await wb.screenshot('sample');
    assert.ok((await wb.underlined('warning')).includes('A council official'));
    await wb.command('View: Revert and Close Editor');
  });

  it('is worked with the keyboard alone', async () => {
    await wb.openFile('story.md');
    await wb.until('there are findings', async () => (await wb.squiggles()).error > 0);
    await wb.until('the caret is at the first finding', async () => {
      // A key pressed while the window is busy with its focus may be lost.
      await wb.press('Control+Home');
      await wb.press('F8');
      return wb.until('it is', async () => (await wb.caret()).line === 12, 2000).catch(() => false);
    });
    await wb.page.keyboard.press('Escape');
    const menu = wb.page.locator('.action-widget .monaco-list-row.action').first();
    await wb.until('the fixes are offered', async () => {
      // Asked for while the editor is busy, the menu may not come at all.
      await wb.press('Control+.');
      return menu.waitFor({timeout: 3000}).then(
        () => true,
        () => false,
      );
    });
    await wb.page.keyboard.press('Escape');
    const hover = wb.page.locator('.monaco-hover:not(.hidden) .hover-row').first();
    await wb.until('the note is there', async () => {
      await wb.press('Control+k');
      await wb.page.keyboard.press('Control+i');
      return hover.waitFor({timeout: 3000}).then(
        () => true,
        () => false,
      );
    });
    await wb.page.keyboard.press('Escape');
    await wb.press('F1');
    await wb.quickInput.waitFor();
    await wb.page.keyboard.insertText('Onrecord: Sourcing Report');
    await wb.until('it is offered', async () => (await wb.choices())[0] === 'Onrecord: Sourcing Report');
    await wb.page.keyboard.press('Enter');
    await wb.webview(/Sourcing report/);
  });

  it('comes back with a new server', async () => {
    await wb.openFile('story.md');
    await wb.command('Onrecord: Restart Server');
    await wb.until('there are findings', async () => (await wb.squiggles()).error > 0);
  });

  it('logs no error', async () => {
    assert.deepEqual(wb.consoleErrors(), []);
    assert.doesNotMatch(await wb.outputChannel('Onrecord'), /\[error\]/);
  });
});
