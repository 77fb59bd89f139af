import assert from 'node:assert/strict';
import fc from 'fast-check';
import {excerpt, lineTable} from '../../../server/src/report/lines.js';

describe('lines of a draft', () => {
  it('ends lines at LF, CRLF and CR, and nowhere else', () => {
    const text = 'a\nb\r\nc\rd\u2028e\n';
    const at = lineTable(text);
    assert.deepEqual(at(0), {line: 1, column: 1});
    assert.deepEqual(at(text.indexOf('b')), {line: 2, column: 1});
    assert.deepEqual(at(text.indexOf('c')), {line: 3, column: 1});
    assert.deepEqual(at(text.indexOf('e')), {line: 4, column: 3});
    assert.deepEqual(at(text.length), {line: 5, column: 1});
  });

  it('agrees with splitting the text, everywhere', () => {
    const text = fc
      .array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀'), {maxLength: 30})
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(60), (whole, wanted) => {
        const offset = Math.min(wanted, whole.length);
        const split = whole[offset - 1] === '\r' && whole[offset] === '\n';
        const before = whole.slice(0, split ? offset - 1 : offset).split(/\r\n|\r|\n/);
        const line = before.length;
        const column = (before.at(-1) ?? '').length + (split ? 2 : 1);
        assert.deepEqual(lineTable(whole)(offset), {line, column});
      }),
    );
  });

  it('shows words on one line', () => {
    assert.equal(excerpt('two\r\n  lines'), 'two lines');
    assert.equal(excerpt('  '), '');
  });
});
