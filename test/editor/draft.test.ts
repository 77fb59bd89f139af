// A reporter at work on one draft: squiggles, fixes, notes, typing.
import assert from 'node:assert/strict';
import {marks, story} from './story.js';
import {activatedOnServer, startWorkbench, type Workbench} from './workbench.js';

describe('a draft in VS Code', () => {
  let wb: Workbench;

  before(async () => {
    wb = await startWorkbench({files: {'story.md': story}, open: 'story.md'});
  });
  after(() => wb?.close());

  /** Reads what is underlined until it is what it should be, and stays so. */
  async function underlines(wanted: {
    readonly error: readonly string[];
    readonly warning: readonly string[];
  }) {
    const read = async () => ({error: await wb.underlined('error'), warning: await wb.underlined('warning')});
    await wb.until(`underlined is ${JSON.stringify(wanted)}`, async () => {
      const now = await read();
      assert.deepEqual(now, wanted);
      return true;
    });
    assert.deepEqual(await wb.settled(read), wanted);
  }

  it('underlines what a desk would ask about, and nothing else', async () => {
    await underlines(marks);
    await wb.screenshot('squiggles');
  });

  it('lists the findings with a page of their rule each', async () => {
    const problems = await wb.problems();
    const codes = problems.map(({code}) => code);
    for (const rule of ['anon-official', 'stat-unattributed', 'pronoun-ambiguous', 'open-check-marker']) {
      assert.ok(
        codes.some((code) => code.includes(rule)),
        `${rule} in ${codes}`,
      );
    }
    for (const {message, link, source} of problems) {
      assert.equal(source, 'onrecord');
      assert.match(message, /^[“\p{Lu}].*[.!?]$/su);
      assert.match(link, /docs\/rules\/[\w-]+\.md/);
    }
    await wb.command('View: Toggle Panel Visibility');
  });

  it('counts claims and sources in the status bar', async () => {
    const text = await wb.until('the tally is there', () => wb.statusItem('onrecord.tally'));
    assert.match(text, /^\d+ claims?, \d+ sourced, \d+ unnamed$/);
  });

  it('takes a quick fix, and takes it back in one step', async () => {
    await wb.applyQuickFix('A government source', 'Add how they know');
    await wb.press('Escape');
    await wb.press('Escape');
    const changed = await wb.text();
    assert.match(changed, /A government source who .+ said the levy would be dropped/);
    await wb.undo();
    assert.equal(await wb.text(), story);
    await underlines(marks);
  });

  it('puts the name that the writer chooses in place of a pronoun', async () => {
    const titles = await wb.quickFixes('He said');
    assert.ok(titles.includes('Replace “He” by a name'), String(titles));
    await wb.applyQuickFix('He said', 'Replace “He” by a name');
    await wb.until('the names are offered', async () => {
      const names = await wb.page.locator('.suggest-widget.visible .monaco-list-row').allInnerTexts();
      return names.length >= 2;
    });
    await wb.screenshot('names');
    await wb.acceptCompletion('Hale');
    await wb.press('Escape');
    assert.match(await wb.text(), /\. Hale said it had cost less than planned\./);
    await underlines({error: marks.error, warning: ['34%', 'TK']});
    for (let steps = 0; steps < 3 && (await wb.text()) !== story; steps += 1) await wb.undo();
    assert.equal(await wb.text(), story);
    await underlines(marks);
  });

  it('asks for a reason where a finding is silenced', async () => {
    await wb.applyQuickFix('34%', 'Ignore stat-unattributed here, with a reason');
    await wb.page.keyboard.type('the land registry, checked by the desk');
    await wb.press('Escape');
    await underlines({error: marks.error, warning: ['He said', 'TK']});
    assert.match(
      await wb.text(),
      /\n<!-- onrecord-ignore stat-unattributed: the land registry, checked by the desk -->\nRents in/,
    );
    for (let steps = 0; steps < 60 && (await wb.text()) !== story; steps += 1) await wb.undo();
    await underlines(marks);
  });

  it('says on hover who a source is, and what rests on them', async () => {
    const rows = await wb.hover('Ines Harrow', {until: /Attributed in this draft/});
    const note = rows.join('\n');
    assert.match(note, /Ines Harrow/);
    assert.match(note, /person; named/);
    assert.match(note, /I was told it was with the lawyers/);
    await wb.screenshot('note-on-a-source');
    await wb.hoverWidget
      .getByRole('link', {name: /^line 14$/})
      .first()
      .click();
    await wb.dismissHover();
    assert.equal((await wb.caret()).line, 14);
  });

  it('says on hover who vouches for a claim', async () => {
    const note = (await wb.hover('34%', {until: /Claim/})).join('\n');
    assert.match(note, /Nobody vouches for it/);
    await wb.dismissHover();
  });

  it('says on hover why a finding counts, and which rule it is', async () => {
    const note = (await wb.hover('A government source', {until: /barely described/})).join('\n');
    assert.match(note, /anon-official/);
    assert.match(note, /AP wants the most specific description/);
    await wb.dismissHover();
  });

  it('keeps up with quick typing, and leaves nothing stale', async () => {
    await wb.caretAfter('will close for nine weeks, the harbour trust said in a statement.');
    await wb.page.keyboard.type(' A diplomat said the plant would shut. Nobody else was asked.', {
      delay: 0,
    });
    const error = ['A diplomat', ...marks.error];
    await underlines({error, warning: marks.warning});
    // In the middle of a word of the finding itself, and out again.
    await wb.caretInside('A diplomat');
    await wb.page.keyboard.type('xyz');
    for (let i = 0; i < 3; i += 1) await wb.page.keyboard.press('Backspace');
    await underlines({error, warning: marks.warning});
    await wb.select(' A diplomat said the plant would shut. Nobody else was asked.');
    await wb.press('Delete');
    await underlines(marks);
    assert.equal(await wb.text(), story);
  });

  it('moves its marks with the text as whole paragraphs come and go', async () => {
    await wb.caretBefore('The Kinnaird ferry slip');
    for (let i = 0; i < 10; i += 1) await wb.page.keyboard.press('Enter');
    await underlines(marks);
    for (let i = 0; i < 10; i += 1) await wb.page.keyboard.press('Backspace');
    await underlines(marks);
    assert.equal(await wb.text(), story);
  });

  it('lists sources and claims in the outline', async () => {
    await wb.caretBefore('Ines Harrow');
    const rows = await wb.until('the outline is there', async () => {
      const found = await wb.outlineRows();
      return found.some(({label}) => /Ines Harrow/.test(label)) ? found : undefined;
    });
    const labels = rows.map(({label}) => label).join('\n');
    assert.match(labels, /A government source|government source/);
  });

  it('runs in the extension host of the server', async () => {
    await wb.until('the log says so', async () => activatedOnServer.test(await wb.server.logs()));
  });

  it('logs no error', async () => {
    assert.deepEqual(wb.consoleErrors(), []);
    assert.doesNotMatch(await wb.outputChannel('Onrecord'), /\[error\]/);
  });
});
