import assert from 'node:assert/strict';
import {
  draftEndings,
  draftFormats,
  type FormatFacts,
  formatList,
  formatOfDocument,
  formatOfName,
  formats,
} from '../../../server/src/draft/formats.js';
import {parseDraft} from '../../../server/src/draft/parse.js';
import {draftsBeside} from '../../../server/src/record/checks.js';

const known: readonly FormatFacts[] = Object.values(formats);

describe('the formats of drafts', () => {
  it('share no ending and no language, all in small letters', () => {
    for (const all of [
      known.flatMap(({endings, rareEndings}) => [...endings, ...rareEndings]),
      known.flatMap(({languages}) => languages),
    ]) {
      assert.equal(new Set(all).size, all.length);
      assert.ok(all.every((one) => /^[a-z][a-z-]*$/.test(one)));
    }
  });

  it('are each read as what they are', () => {
    for (const format of draftFormats) assert.equal(parseDraft('The gate was shut.', format).format, format);
  });

  it('are told by the end of a name, in any case', () => {
    assert.equal(formatOfName('desk/port.md'), 'markdown');
    assert.equal(formatOfName('PORT.MD'), 'markdown');
    assert.equal(formatOfName('C:\\desk\\port.v2.qmd'), 'markdown');
    assert.equal(formatOfName('port.txt'), 'text');
    for (const name of ['port', 'md', 'port.docx', 'port.md.bak', 'port.md/port', '', '.']) {
      assert.equal(formatOfName(name), null, name);
    }
  });

  it('are told by the language that an editor names', () => {
    assert.equal(formatOfDocument('untitled-1', 'markdown'), 'markdown');
    assert.equal(formatOfDocument('untitled-1', 'Quarto'), 'markdown');
    assert.equal(formatOfDocument('untitled-1', 'plaintext'), 'text');
    assert.equal(formatOfDocument('port.py', 'python'), null);
    assert.equal(formatOfDocument('notes.txt', 'python'), null);
  });

  it('are told by the name where the language says little', () => {
    assert.equal(formatOfDocument('port.md', 'plaintext'), 'markdown');
    assert.equal(formatOfDocument('port.md', ''), 'markdown');
    assert.equal(formatOfDocument('port.txt', ''), 'text');
    assert.equal(formatOfDocument('port.txt', 'markdown'), 'markdown');
    assert.equal(formatOfDocument('port', ''), null);
  });

  it('are looked for beside a file of checks and named in sentences', () => {
    assert.deepEqual(
      draftsBeside('port.checks.yml'),
      draftEndings.map((ending) => `port.${ending}`),
    );
    for (const {name} of known) assert.ok(formatList('and').includes(name));
    assert.match(formatList('or'), / or [^,]+$/);
  });
});
