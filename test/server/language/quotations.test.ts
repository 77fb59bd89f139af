import assert from 'node:assert/strict';
import {endsOpen, readWords} from '../../../server/src/language/read.js';

/** Each quotation with its depth in front and what it is behind: `0 “...” speech`. */
function quotations(text: string, open = false): string[] {
  return readWords(text, open).quotations.map(({start, end, depth, speech, closed, continued}) =>
    [
      depth,
      text.slice(start, end),
      ...(speech ? ['speech'] : []),
      ...(closed ? [] : ['open']),
      ...(continued ? ['continued'] : []),
    ].join(' '),
  );
}

describe('quotations', () => {
  it('stand in straight, curly, low and angled marks', () => {
    assert.deepEqual(quotations('"We will not leave," said Obi.'), ['0 "We will not leave," speech']);
    assert.deepEqual(quotations('“We will not leave,” said Obi.'), ['0 “We will not leave,” speech']);
    assert.deepEqual(quotations('„We will not leave“, said Vogel.'), ['0 „We will not leave“ speech']);
    assert.deepEqual(quotations('„We will not leave”, said Nowak.'), ['0 „We will not leave” speech']);
    assert.deepEqual(quotations('«We will not leave», said Roux.'), ['0 «We will not leave» speech']);
    assert.deepEqual(quotations('»We will not leave«, said Holm.'), ['0 »We will not leave« speech']);
    assert.deepEqual(quotations('‘We will not leave,’ said Reid.'), ['0 ‘We will not leave,’ speech']);
    assert.deepEqual(quotations("'We will not leave,' said Reid."), ["0 'We will not leave,' speech"]);
  });

  it('give the words between the marks', () => {
    const text = 'Obi said: “We go.”';
    const [{inner} = {inner: {start: 0, end: 0}}] = readWords(text).quotations;
    assert.equal(text.slice(inner.start, inner.end), 'We go.');
  });

  it('nest', () => {
    assert.deepEqual(quotations('“He told me, ‘Run for it,’ and I ran,” said Mensah.'), [
      '0 “He told me, ‘Run for it,’ and I ran,” speech',
      '1 ‘Run for it,’ speech',
    ]);
    assert.deepEqual(quotations('"He told me, \'Run for it,\' and I ran," said Mensah.'), [
      '0 "He told me, \'Run for it,\' and I ran," speech',
      "1 'Run for it,' speech",
    ]);
  });

  it('are no apostrophes, feet, inches or decades', () => {
    for (const text of [
      'The Joneses’ house and the dog’s dinner weren’t theirs.',
      "The Joneses' house and the dog's dinner weren't theirs.",
      'He was 6\'2" and the pipe was 5" wide.',
      'In the ’90s rock ’n’ roll was gone.',
      "In the '90s it was gone.",
    ]) {
      assert.deepEqual(quotations(text), [], text);
    }
  });

  it('keep apostrophes inside single marks', () => {
    assert.deepEqual(quotations('‘I don’t know the workers’ names,’ said Reid.'), [
      '0 ‘I don’t know the workers’ names,’ speech',
    ]);
  });

  it('are speech where somebody says a clause, and none for terms and titles', () => {
    for (const text of [
      'The so-called “tent tax” passed.',
      'She wrote “The Long Way Home” in 1999.',
      'He called it “a disaster”.',
      'The word "quay" is old.',
    ]) {
      assert.ok(!quotations(text).some((one) => one.endsWith('speech')), text);
    }
    for (const text of ['“No comment.”', '“It was a disaster,” he said.', '“Never again!” she cried.']) {
      const wordy = quotations(text)[0]?.split(' ').length ?? 0;
      assert.equal(quotations(text).length, 1, text);
      assert.ok(wordy > 2, text);
    }
  });

  it('stay open to the end of the paragraph where no mark closes them', () => {
    const first = '“We had no warning. The water came at night.';
    assert.deepEqual(quotations(first), [`0 ${first} speech open`]);
    assert.equal(endsOpen(readWords(first)), true);
    assert.equal(endsOpen(readWords('“We had no warning.”')), false);
    assert.equal(endsOpen(readWords('“We had no warning,” said Obi. It rained.')), false);
    assert.deepEqual(quotations('“By dawn it was gone.”', true), [
      '0 “By dawn it was gone.” speech continued',
    ]);
    assert.deepEqual(quotations('"By dawn it was gone."', true), [
      '0 "By dawn it was gone." speech continued',
    ]);
    assert.deepEqual(quotations('Obi said: “By dawn it was gone.”', true), [
      '0 “By dawn it was gone.” speech',
    ]);
  });

  it('end where the next one of their kind opens', () => {
    assert.deepEqual(quotations('“We had no warning, said Obi. “It came at night,” she said.'), [
      '0 “We had no warning, said Obi. speech open',
      '0 “It came at night,” speech',
    ]);
  });

  it('tell opening straight marks from closing ones by what stands around them', () => {
    assert.deepEqual(
      quotations('"We tried," she said, "and we failed."'),
      ['0 "We tried,"', '0 "and we failed."'].map((one) => `${one} speech`),
    );
    assert.deepEqual(quotations('The ("new") plan—"a trap"—failed.'), ['0 "new"', '0 "a trap"']);
  });

  it('lie within the text whatever marks come', () => {
    const marks = ['"', '“', '”', '„', '«', '»', '‹', '›', "'", '‘', '’', ' ', 'a', '.', '1'];
    let seed = 7;
    for (let round = 0; round < 400; round++) {
      let text = '';
      for (let i = 0; i < 14; i++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += marks[(seed >> 8) % marks.length];
      }
      const found = readWords(text).quotations;
      let outer = 0;
      for (const {start, end, inner, depth} of found) {
        assert.ok(start >= 0 && end <= text.length && start < end, text);
        assert.ok(inner.start > start && inner.end >= inner.start && inner.end <= end, text);
        if (depth > 0) continue;
        assert.ok(start >= outer, `${text}: outermost ones overlap`);
        outer = end;
      }
    }
  });
});
