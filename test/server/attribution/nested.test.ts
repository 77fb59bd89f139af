import assert from 'node:assert/strict';
import {type FoundAttribution, noCarry} from '../../../server/src/attribution/attributor.js';
import {corrected, isInserted, isOpener, nestedTest} from '../../../server/src/attribution/nested.js';
import {ruleAttributor} from '../../../server/src/attribution/ruleAttributor.js';
import type {Span} from '../../../server/src/draft/block.js';
import {type BlockWords, readWords} from '../../../server/src/language/read.js';

/** What a tagger may have found: `source | cue | content`, each words of the text, or nothing. */
function tagged(words: BlockWords, line: string): FoundAttribution {
  const [source, cue, content] = line.split(' | ').map((part): readonly Span[] => {
    const start = words.text.indexOf(part);
    assert.ok(start >= 0, part);
    return part === '' ? [] : [{start, end: start + part.length}];
  });
  const at = cue?.[0] ?? content?.[0];
  return {
    source: source ?? [],
    cue: cue ?? [],
    content: content ?? [],
    sentence: words.sentences.findIndex(({end}) => end > (at?.start ?? 0)),
    confidence: 0.9,
  };
}

const shown = ({text}: BlockWords, {source, cue, content}: FoundAttribution): string =>
  [source, cue, content]
    .map((spans) => spans.map(({start, end}) => text.slice(start, end)).join(' … '))
    .join(' | ');

function afterCorrection(text: string, ...lines: readonly string[]): readonly string[] {
  const words = readWords(text);
  const found = lines.map((line) => tagged(words, line));
  return corrected(words, found, ruleAttributor(words, noCarry)).map((one) => shown(words, one));
}

/** What the rules find that counts within the words of another. */
function nestedIn(text: string, ...lines: readonly string[]): readonly string[] {
  const words = readWords(text);
  const isNested = nestedTest(
    words,
    lines.map((line) => tagged(words, line)),
  );
  return ruleAttributor(words, noCarry)
    .filter((one) => one.cue.length > 0 && isNested(one))
    .map((one) => shown(words, one));
}

describe('what the rules put right', () => {
  it('a cue between commas is not said by whom it is about', () => {
    assert.deepEqual(
      afterCorrection(
        'Museum buyers, said Kolar, are told to wait.',
        'Museum buyers | said | Kolar, are told to wait',
      ),
      ['Kolar | said | Museum buyers … are told to wait'],
    );
    assert.deepEqual(
      afterCorrection(
        'Ana Kolar, a buyer, said the sale was off.',
        'Ana Kolar, a buyer | said | the sale was off',
      ),
      ['Ana Kolar, a buyer | said | the sale was off'],
    );
  });

  it('a paper quotes whoever speaks behind it', () => {
    assert.deepEqual(
      afterCorrection(
        'According to the Elm Herald, Professor Ana Kolar, the head of the panel, said the flag was old.',
        'the Elm Herald, Professor Ana Kolar, the head of the panel | According to | the flag was old',
      ),
      ['the Elm Herald | According to | Professor Ana Kolar, the head of the panel, said the flag was old'],
    );
  });

  it('a source is whole', () => {
    assert.deepEqual(
      afterCorrection(
        'A letter to the owners of the Elm Mill from Friday says the gates will shut.',
        'the Elm Mill from | says | the gates will shut',
      ),
      ['A letter to the owners of the Elm Mill from Friday | says | the gates will shut'],
    );
  });

  it('a sentence that says who speaks is no part of the one before', () => {
    assert.deepEqual(
      afterCorrection(
        'Ana Kolar said the flag was old. Jin Park also said kits would be sent to schools.',
        'Ana Kolar | said | the flag was old. Jin Park also said kits would be sent to schools',
      ),
      ['Ana Kolar | said | the flag was old.'],
    );
  });
});

describe('what counts within the words of another', () => {
  it('a view of one’s own in a quotation, but no denial and nothing outside', () => {
    assert.deepEqual(nestedIn('“I think the ban works,” said Kolar.'), ['I | think | the ban works']);
    assert.deepEqual(nestedIn('“I have the clear impression that they are waiting,” said Kolar.'), [
      'I | have the clear impression | that they are waiting',
    ]);
    assert.deepEqual(nestedIn('“I don’t think the ban works,” said Kolar.'), []);
    assert.deepEqual(nestedIn('I think the ban works.'), []);
  });

  it('what somebody tells another in a quotation', () => {
    assert.deepEqual(nestedIn('“Park told me that the files were gone,” said Kolar.').length, 1);
    assert.deepEqual(nestedIn('“Park went on about his garden,” said Kolar.'), []);
  });

  it('a belief that opens what is said', () => {
    const text = 'Kolar said she believes the ban works.';
    assert.deepEqual(nestedIn(text, 'Kolar | said | she believes the ban works'), [
      'she | believes | the ban works',
    ]);
    assert.deepEqual(nestedIn(text), []);
  });

  it('whom a paper quotes', () => {
    const text = 'According to the Elm Herald, Kolar said the flag was old.';
    assert.deepEqual(nestedIn(text, 'the Elm Herald | According to | Kolar said the flag was old'), [
      'Kolar | said | the flag was old',
    ]);
  });
});

describe('the shape of an attribution', () => {
  const ofRules = (text: string): readonly [BlockWords, readonly FoundAttribution[]] => {
    const words = readWords(text);
    return [words, ruleAttributor(words, noCarry)];
  };

  it('is inserted between commas', () => {
    const [, inserted] = ofRules('The road, Diaz told reporters on Monday, is closed.');
    assert.deepEqual(inserted.map(isInserted), [true]);
    const [, around] = ofRules('“It is closed,” Diaz said.');
    assert.deepEqual(around.map(isInserted), [false]);
  });

  it('opens a sentence by a name', () => {
    const [words, found] = ofRules('Diaz said the road is closed. Later the mayor said it was open.');
    assert.deepEqual(
      found.map((one) => isOpener(words, one)),
      [true, false],
    );
  });
});
