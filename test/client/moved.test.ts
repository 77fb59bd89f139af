import assert from 'node:assert/strict';
import fc from 'fast-check';
import {type Change, moved} from '../../client/src/moved.js';

/** Text with brackets round the span, so that a test shows what is selected. */
function at(marked: string): {text: string; start: number; end: number} {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  return {text: marked.replace(/[[\]]/g, ''), start, end};
}

function show(text: string, {start, end}: {start: number; end: number}): string {
  return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

function apply(text: string, events: readonly (readonly Change[])[]): string {
  let now = text;
  for (const changes of events) {
    for (const change of [...changes].sort((a, b) => b.rangeOffset - a.rangeOffset)) {
      now =
        now.slice(0, change.rangeOffset) + change.text + now.slice(change.rangeOffset + change.rangeLength);
    }
  }
  return now;
}

function after(marked: string, ...events: Change[][]): string {
  const {text, ...span} = at(marked);
  return show(apply(text, events), moved(span, events));
}

const change = (rangeOffset: number, rangeLength: number, text: string): Change => ({
  rangeOffset,
  rangeLength,
  text,
});

describe('moved', () => {
  it('follows words when something is typed or deleted before them', () => {
    assert.equal(after('the [mayor] said', [change(0, 0, 'Later ')]), 'Later the [mayor] said');
    assert.equal(after('the [mayor] said', [change(0, 4, '')]), '[mayor] said');
  });

  it('stays where it is when the change is behind it', () => {
    assert.equal(after('the [mayor] said', [change(10, 4, 'claimed')]), 'the [mayor] claimed');
  });

  it('leaves out what is typed at its edges and takes in what is typed inside', () => {
    assert.equal(after('the [mayor] said', [change(4, 0, 'old ')]), 'the old [mayor] said');
    assert.equal(after('the [mayor] said', [change(9, 0, 's')]), 'the [mayor]s said');
    assert.equal(after('the [mayor] said', [change(6, 1, 'jj')]), 'the [majjor] said');
  });

  it('shrinks to nothing where the words were deleted', () => {
    assert.equal(after('the [mayor] said', [change(2, 9, '')]), 'th[]aid');
  });

  it('counts the changes of one event from the text before it, and events one after the other', () => {
    assert.equal(
      after('the [mayor] said', [change(0, 0, 'a '), change(3, 0, ' big')]),
      'a the big [mayor] said',
    );
    assert.equal(after('the [mayor] said', [change(0, 0, 'a ')], [change(0, 2, '')]), 'the [mayor] said');
  });

  it('never leaves the text, whatever the edits', () => {
    const edit = fc.record({from: fc.nat(60), length: fc.nat(20), text: fc.string({maxLength: 12})});
    fc.assert(
      fc.property(
        fc.string({maxLength: 60}),
        fc.nat(60),
        fc.nat(60),
        fc.array(edit, {maxLength: 6}),
        (text, a, b, edits) => {
          let length = text.length;
          const events = edits.map(({from, length: wanted, text: by}) => {
            const rangeOffset = Math.min(from, length);
            const rangeLength = Math.min(wanted, length - rangeOffset);
            length += by.length - rangeLength;
            return [change(rangeOffset, rangeLength, by)];
          });
          const start = Math.min(a, b, text.length);
          const end = Math.min(Math.max(a, b), text.length);
          const span = moved({start, end}, events);
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= length);
        },
      ),
    );
  });
});
