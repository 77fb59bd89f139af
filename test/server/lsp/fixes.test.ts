import assert from 'node:assert/strict';
import type {CodeAction, Diagnostic} from 'vscode-languageserver/node';
import type {DraftFormat} from '../../../server/src/draft/draft.js';
import {DraftSession, type ReportedFinding} from '../../../server/src/engine.js';
import {snippet} from '../../../server/src/lsp/fixes/edits.js';
import {plain} from '../../../server/src/rules/template.js';
import {applied, Client, documentEdit, modern, newsroom, old, rangeOf} from './client.js';

const find = (text: string, format: DraftFormat = 'markdown'): readonly ReportedFinding[] =>
  new DraftSession().update(text, format).findings;

describe('templates of fixes', () => {
  it('become snippets in which nothing but a hole is special', () => {
    assert.equal(snippet(['He said $5 {or} C:\\x']), 'He said \\$5 {or\\} C:\\\\x');
    assert.equal(snippet([', ', {hole: 'name'}, ' said']), ', ${1:name} said');
    assert.equal(snippet([{hole: 'a}b'}, {hole: '$c'}]), '${1:a\\}b}${2:\\$c}');
  });

  it('offer choices after the hole itself, so that nothing is claimed unasked', () => {
    assert.equal(
      snippet([{hole: 'name', choices: ['Ana Silva', 'Harlow, Inc.', 'a|b']}]),
      '${1|name,Ana Silva,Harlow\\, Inc.,a\\|b|}',
    );
  });

  it('number tab stops through several edits', () => {
    const count = {stops: 0};
    assert.equal(snippet([{hole: 'a'}], count) + snippet([{hole: 'b'}], count), '${1:a}${2:b}');
  });

  it('become words in brackets without snippets', () => {
    assert.equal(plain([', ', {hole: 'name', choices: ['Ana Silva']}, ' said']), ', [name] said');
  });
});

const text = `The vote was close.

A French official said Paris would not pay for the second quay.

The firm was founded in TK by two sisters.
`;

describe('quick fixes', () => {
  const room = newsroom();
  const uri = room.uri('quay.md');
  const official = rangeOf(text, 'A French official');
  let client: Client;
  before(async () => {
    client = await Client.start({
      folder: room.folder,
      initializationOptions: {docsBase: 'https://desk.example/rules'},
    });
    await client.open(uri, text, 'markdown', 4);
  });
  after(async () => {
    await client.stop();
    room.remove();
  });

  it('are offered for the finding at the cursor alone', async () => {
    const inside = {line: official.start.line, character: 5};
    const actions = await client.codeActions(uri, {start: inside, end: inside});
    assert.ok(actions.length > 2);
    for (const {kind, diagnostics, title} of actions) {
      assert.equal(kind, 'quickfix');
      assert.deepEqual(
        diagnostics?.map(({code}) => code),
        ['anon-official'],
        title,
      );
    }
    const nowhere = {line: 0, character: 4};
    assert.deepEqual(await client.codeActions(uri, {start: nowhere, end: nowhere}), []);
  });

  it('carry the very diagnostics that the editor has', async () => {
    const mine: Diagnostic = {
      range: official,
      code: 'anon-official',
      source: 'onrecord',
      message: 'as the editor has it',
    };
    const other: Diagnostic = {range: official, code: 'spelling', source: 'speller', message: 'no'};
    const actions = await client.codeActions(uri, official, {diagnostics: [other, mine]});
    assert.deepEqual(actions[0]?.diagnostics, [mine]);
  });

  it('are those of the rule, as snippets of the version that was asked about', async () => {
    const [finding] = find(text).filter(({rule}) => rule === 'anon-official');
    assert.ok(finding && finding.fixes.length > 0);
    const actions = await client.codeActions(uri, official);
    for (const fix of finding.fixes) {
      const action = actions.find(({title}) => title === fix.title);
      assert.ok(action, fix.title);
      const {textDocument, edits} = documentEdit(action.edit);
      assert.deepEqual(textDocument, {uri, version: 4});
      assert.equal(edits.length, fix.edits.length);
      const holes = fix.edits.flatMap((edit) => edit.text.filter((part) => typeof part !== 'string'));
      const stops = edits.flatMap((edit) =>
        'snippet' in edit
          ? [...edit.snippet.value.matchAll(/\$\{(\d+)/g)].map(([, stop]) => Number(stop))
          : [],
      );
      assert.deepEqual(
        stops.sort((a, b) => a - b),
        holes.map((_, index) => index + 1),
        `each hole of "${fix.title}" is a tab stop of its own`,
      );
    }
    const preferred = actions.filter(({isPreferred}) => isPreferred);
    assert.ok(preferred.length <= 1);
    assert.deepEqual(
      preferred.map(({title}) => title),
      finding.fixes.filter((fix) => fix.preferred).map(({title}) => title),
    );
  });

  it('are refused where the text has changed since', async () => {
    const own = room.uri('moving.md');
    await client.open(own, text);
    const asked = client.codeActions(own, official).then(
      () => 'answered',
      (error: {code: number}) => error.code,
    );
    await client.change(own, 2, `Another line.\n\n${text}`);
    assert.ok([-32801, 'answered'].includes(await asked));
    const actions = await client.codeActions(own, rangeOf(`Another line.\n\n${text}`, 'A French official'));
    assert.equal(documentEdit(actions[0]?.edit).textDocument.version, 2);
  });

  it('heed the kinds that are asked for', async () => {
    assert.deepEqual(await client.codeActions(uri, official, {only: ['refactor']}), []);
    const fixes = await client.codeActions(uri, official, {only: ['quickfix']});
    assert.ok(fixes.length > 0 && fixes.every(({kind}) => kind === 'quickfix'));
  });

  it('turn a rule off through the command of our client', async () => {
    const actions = await client.codeActions(uri, official);
    const off = actions.find(({command}) => command?.command === 'onrecord.turnOffRule');
    assert.deepEqual(off?.command?.arguments, ['anon-official', uri]);
    assert.match(off?.title ?? '', /anon-official/);
  });

  it('fix all that needs nobody, and only when asked', async () => {
    const own = room.uri('all.md');
    const marks = '<!-- onrecord-ignore open-check-marker: the desk knows -->';
    const all = `${marks}\nThe council met.\n\nA French official said so.\n\nIt rained. ${marks}\n`;
    await client.open(own, all);
    const whole = {start: {line: 0, character: 0}, end: {line: 9, character: 0}};
    const quick = await client.codeActions(own, whole);
    assert.ok(quick.length > 0 && quick.every(({kind}) => kind === 'quickfix'));
    for (const only of [['source.fixAll.onrecord'], ['source.fixAll'], ['source']]) {
      const [action, ...more] = await client.codeActions(own, whole, {only});
      assert.equal(action?.kind, 'source.fixAll.onrecord');
      assert.deepEqual(more, []);
      assert.equal(
        applied(all, documentEdit(action?.edit).edits),
        'The council met.\n\nA French official said so.\n\nIt rained.\n',
      );
    }
    assert.deepEqual(
      await client.codeActions(uri, whole, {only: ['source.fixAll']}),
      [],
      'nothing is mechanical',
    );
  });
});

describe('ignoring', () => {
  const room = newsroom();
  let client: Client;
  let number = 0;
  before(async () => {
    client = await Client.start({folder: room.folder});
  });
  after(async () => {
    await client.stop();
    room.remove();
  });
  const actionsAt = async (draft: string, words: string, language = 'markdown'): Promise<CodeAction[]> => {
    const uri = room.uri(`ignored-${++number}.${language === 'markdown' ? 'md' : 'txt'}`);
    await client.open(uri, draft, language);
    return client.codeActions(uri, rangeOf(draft, words));
  };
  const named = (actions: readonly CodeAction[], title: RegExp) =>
    actions.find((one) => title.test(one.title));

  const said = 'A French official said Paris would not pay.';
  const drafts: Record<string, string> = {
    'a paragraph': `One.\n\n${said}\n\nThree.\n`,
    'the first line': `${said}\n`,
    'a paragraph of several lines': `One.\n\nIt rained.\n${said}\nIt stopped.\n\nThree.\n`,
    'a heading': `# ${said}\n\nTwo.\n`,
    'an underlined heading': `One.\n\n${said}\n===\n\nTwo.\n`,
    'a list item': `One.\n\n- Rain\n- ${said}\n- Sun\n\nThree.\n`,
    'a numbered list item': `1. Rain\n2. ${said}\n3. Sun\n`,
    'a paragraph in a list item': `- Rain\n\n  ${said}\n\n- Sun\n`,
    'a quotation': `One.\n\n> ${said}\n> It stopped.\n\nThree.\n`,
    'a table': `| Who | What |\n| --- | --- |\n| Port | ${said} |\n`,
    'after front matter': `---\ntitle: Quay\n---\n${said}\n`,
    'a draft with Windows line ends': `One.\r\n\r\n${said}\r\n\r\nThree.\r\n`,
    'the last line, with no end': `One.\n\n${said}`,
    'a paragraph under a heading': `# Quay\n${said}\n`,
    'an indented line': `One.\n\n  ${said}\n`,
  };
  for (const [where, draft] of Object.entries(drafts)) {
    const before = find(draft).filter(({rule}) => rule === 'anon-official').length;

    it(`works in ${where}`, async () => {
      assert.equal(before, 1, 'the finding is there before');
      const action = named(await actionsAt(draft, 'A French official'), /^Ignore anon-official here/);
      const {edits} = documentEdit(action?.edit);
      const unfilled = applied(draft, edits, () => '');
      assert.ok(
        find(unfilled).some(({rule}) => rule === 'anon-official'),
        'without a reason nothing is silenced',
      );
      const after = applied(draft, edits, () => 'the night desk approved it');
      assert.deepEqual(
        find(after).filter(({rule}) => rule === 'anon-official' || rule === 'unused-ignore'),
        [],
        after,
      );
      const {suppressed, draft: read} = new DraftSession().update(after, 'markdown');
      assert.deepEqual(
        suppressed.map(({reason}) => reason),
        ['the night desk approved it'],
      );
      const kinds = (blocks: typeof read.blocks) =>
        blocks.map(({content}) => `${content.kind}: ${content.text.trim()}`);
      assert.deepEqual(
        kinds(read.blocks),
        kinds(new DraftSession().update(draft, 'markdown').draft.blocks),
        `the draft reads as before: ${after}`,
      );
      assert.equal(/\r\n/.test(draft), !/[^\r]\n/.test(after), 'line ends are those of the draft');
    });

    it(`works in the whole file with ${where}`, async () => {
      const action = named(await actionsAt(draft, 'A French official'), /^Ignore anon-official in this file/);
      const after = applied(draft, documentEdit(action?.edit).edits, () => 'archive piece');
      assert.deepEqual(
        find(after).filter(({rule}) => rule === 'anon-official' || rule === 'unused-ignore'),
        [],
        after,
      );
      assert.equal(
        new DraftSession().update(after, 'markdown').draft.meta.title,
        new DraftSession().update(draft, 'markdown').draft.meta.title,
      );
    });
  }

  it('leaves a plain text as it is: the entry stands beside it', async () => {
    const actions = await actionsAt(`${said}\n`, 'A French official', 'plaintext');
    const {textDocument} = documentEdit(named(actions, /^Ignore anon-official here/)?.edit);
    assert.match(textDocument.uri, /\.checks\.yml$/);
  });

  it('is not offered for the rule that judges marks', async () => {
    const draft = '<!-- onrecord-ignore open-check-marker: old -->\nThe council met.\n';
    const actions = await actionsAt(draft, 'onrecord-ignore');
    assert.ok(actions.length > 0);
    assert.ok(actions.every(({title}) => !/^(?:Ignore|Turn off)/.test(title)));
  });
});

describe('quick fixes for other editors', () => {
  const draft = 'A French official said Paris would not pay.\n';

  it('go through a command where that is how snippets get in', async () => {
    const room = newsroom();
    const client = await Client.start({
      folder: room.folder,
      capabilities: {...modern, workspace: {workspaceEdit: {documentChanges: true}}},
      initializationOptions: {snippetCommand: 'editor.insertSnippets'},
    });
    try {
      const uri = room.uri('command.md');
      await client.open(uri, draft, 'markdown', 3);
      const actions = await client.codeActions(uri, rangeOf(draft, 'A French official'));
      const ignore = actions.find(({title}) => /^Ignore anon-official here/.test(title));
      assert.equal(ignore?.edit, undefined);
      const start = {line: 0, character: 0};
      assert.deepEqual(ignore?.command?.arguments, [
        uri,
        3,
        [{range: {start, end: start}, snippet: '<!-- onrecord-ignore anon-official: ${1:reason} -->\n'}],
      ]);
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('show holes in brackets, leave the reason open, and name no command of ours', async () => {
    const room = newsroom();
    const client = await Client.start({folder: room.folder, capabilities: old});
    try {
      const uri = room.uri('brackets.md');
      await client.open(uri, draft, 'markdown', 3);
      const actions = await client.codeActions(uri, rangeOf(draft, 'A French official'));
      assert.ok(actions.every(({command}) => command === undefined));
      const texts = actions.map(({edit}) => {
        assert.equal(edit?.documentChanges, undefined);
        return (edit?.changes?.[uri] ?? []).map(({newText}) => newText).join('');
      });
      assert.ok(
        texts.some((one) => /\[[a-z][^\]]*\]/.test(one)),
        JSON.stringify(texts),
      );
      assert.ok(texts.includes('<!-- onrecord-ignore anon-official:  -->\n'));
    } finally {
      await client.stop();
      room.remove();
    }
  });

  it('are none for a client that knows no code actions but commands', async () => {
    const room = newsroom();
    const client = await Client.start({folder: room.folder, capabilities: {textDocument: {diagnostic: {}}}});
    try {
      await client.open(room.uri('none.md'), draft);
      assert.deepEqual(
        await client.codeActions(room.uri('none.md'), rangeOf(draft, 'A French official')),
        [],
      );
    } finally {
      await client.stop();
      room.remove();
    }
  });
});
