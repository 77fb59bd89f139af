import assert from 'node:assert/strict';
import fc from 'fast-check';
import type {Block} from '../../../server/src/draft/block.js';
import {toDraftSpan, toProseOffset} from '../../../server/src/draft/block.js';
import type {Draft} from '../../../server/src/draft/draft.js';
import {decodeEntity} from '../../../server/src/draft/entities.js';
import {draftFormats} from '../../../server/src/draft/formats.js';
import {parseDraft} from '../../../server/src/draft/parse.js';
import {applyEdit, edits, markdownText, plainText} from './arbitraries.js';

/** More with ONRECORD_FUZZ=6000, say. */
const numRuns = Number(process.env.ONRECORD_FUZZ ?? 400);

function check(draft: Draft): void {
  const {text, blocks} = draft;
  let done = 0;
  for (const block of blocks) {
    assert.ok(block.start >= done, 'blocks are in order and do not overlap');
    assert.ok(block.end > block.start && block.end <= text.length, 'a block lies in the draft');
    done = block.end;
    checkBlock(text, block);
  }
  for (const {mark, block} of draft.ignores) {
    assert.ok(mark.start >= 0 && mark.end <= text.length && mark.start < mark.end);
    assert.ok(text.startsWith('<!--', mark.start) && text.endsWith('-->', mark.end));
    assert.ok(block === null || (block >= 0 && block <= blocks.length));
  }
  for (const problem of draft.problems) {
    assert.ok(problem.start >= 0 && problem.start <= problem.end && problem.end <= text.length);
  }
}

function checkBlock(text: string, block: Block): void {
  const {content} = block;
  assert.notEqual(content.text.trim(), '', 'a block has words');
  assert.equal(content.text, content.text.trim());
  let prose = 0;
  let source = 0;
  for (const segment of content.segments) {
    assert.equal(segment.prose, prose, 'segments cover the prose without gaps');
    assert.ok(segment.source >= source, 'segments are in the order of the source');
    assert.ok(segment.length > 0 && segment.sourceLength > 0);
    const words = content.text.slice(segment.prose, segment.prose + segment.length);
    const from = block.start + segment.source;
    const piece = text.slice(from, from + segment.sourceLength);
    assert.equal(piece.length, segment.sourceLength);
    assert.ok(from + segment.sourceLength <= block.end, 'segments lie in their block');
    assert.ok(stands(words, piece), `${JSON.stringify(piece)} is no source of ${JSON.stringify(words)}`);
    prose += segment.length;
    source = segment.source + segment.sourceLength;
  }
  assert.equal(prose, content.text.length);
  for (const link of content.links) {
    assert.ok(link.start >= 0 && link.start < link.end && link.end <= content.text.length);
  }
  for (const {at, mark} of content.sourceMarks) {
    assert.ok(at >= 0 && at <= content.text.length);
    assert.ok(mark.start >= 0 && mark.end <= block.end - block.start && mark.start < mark.end);
  }
  assert.ok(content.datelineLength >= 0 && content.datelineLength <= content.text.length);
  for (let i = 0; i < content.text.length; i += 7) {
    const span = toDraftSpan(block, {start: i, end: i + 1});
    assert.ok(span.start >= block.start && span.end <= block.end && span.start < span.end);
    assert.ok(toProseOffset(block, span.start) <= i);
  }
}

/** Whether `piece` of the source may stand behind these words of prose. */
function stands(words: string, piece: string): boolean {
  if (words.length === piece.length) {
    // In one piece: each character its own, save for line ends, which are spaces.
    const plain = piece.replace(/[\n\r\v\f\u0085\u2028\u2029]/g, ' ');
    if (plain === words) return true;
  }
  if (words === ' ')
    return /^(?:\s|\u0085|\\(?=[\r\n])|<br\b[^>]*>|>)+$/i.test(piece) || decodeEntity(piece) === ' ';
  if (piece.startsWith('&')) return decodeEntity(piece) === words;
  return piece.startsWith('\\') && piece.slice(1) === words;
}

const filler = Array.from(
  {length: 6},
  (_, i) =>
    `The harbour board met for the ${i + 1}th time this year to hear *why* the dredging contract had slipped.\n\n- one point\n- another\n`,
).join('\n');

for (const format of draftFormats) {
  const texts = format === 'text' ? plainText : markdownText;
  describe(`exactness, ${format}`, () => {
    it('maps every character of the prose to its source', () => {
      fc.assert(
        fc.property(texts, (text) => check(parseDraft(text, format))),
        {numRuns},
      );
    });

    it('takes any Unicode text', () => {
      fc.assert(
        fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => check(parseDraft(text, format))),
        {numRuns},
      );
    });

    it('comes to the same after edits as from scratch', function () {
      this.timeout(600_000);
      fc.assert(
        fc.property(texts, texts, edits, (first, second, changes) => {
          // The parser reuses nothing of short stretches, so the edits fall into a longer draft.
          let text = `${first}\n\n${filler}\n${second}${filler}${second}\n\n${filler}${first}`;
          let draft = parseDraft(text, format);
          for (const change of changes) {
            text = applyEdit(text, change);
            draft = parseDraft(text, format, draft);
            assert.deepEqual(draft, parseDraft(text, format));
          }
          check(draft);
        }),
        {numRuns: numRuns / 2},
      );
    });
  });
}
