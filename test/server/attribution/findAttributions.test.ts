import assert from 'node:assert/strict';
import {noCarry} from '../../../server/src/attribution/attributor.js';
import {findAttributions} from '../../../server/src/attribution/findAttributions.js';
import type {Span} from '../../../server/src/draft/block.js';
import {readWords} from '../../../server/src/language/read.js';

/** `source | cue | content`, one for each attribution. */
function found(text: string): readonly string[] {
  const words = (spans: readonly Span[]): string =>
    spans.map(({start, end}) => text.slice(start, end)).join(' … ');
  return findAttributions(readWords(text), noCarry).map(
    ({source, cue, content}) => `${words(source)} | ${words(cue)} | ${words(content)}`,
  );
}

describe('the tagger, mended by rule', () => {
  it('has a signed quotation once', () => {
    for (const dash of ['―', '—', ' ― ']) {
      const text = `“He makes simple statements about people he knows nothing of.”${dash}Pamela Reyes`;
      const [one, ...more] = found(text);
      assert.deepEqual(more, [], text);
      assert.match(one ?? '', /^Pamela Reyes \| /);
    }
  });

  it('takes both marks of old wire copy into a quotation', () => {
    assert.deepEqual(found("''We had no warning,'' said Ruth Okoro. ''It came at night.''"), [
      "Ruth Okoro | said | ''We had no warning,'' … ''It came at night.''",
    ]);
  });

  it('adds what somebody is told or holds to be so within words', () => {
    const within = (text: string) => found(text).slice(1);
    assert.deepEqual(within('“I think it never happened,” said Ruth Okoro.'), [
      'I | think | it never happened',
    ]);
    assert.deepEqual(within('“Diaz told the board that the pool was safe,” said Ruth Okoro.'), [
      'Diaz | told | that the pool was safe',
    ]);
    // What one may say nobody has said.
    assert.deepEqual(within('“They may say it never happened,” said Ruth Okoro.'), []);
  });

  it('takes words apart that open with who says them', () => {
    const text =
      'Officials told the Herald that the pool was safe, with the Courier reporting nobody was hurt.';
    assert.ok(
      found(text).every((one) => !one.startsWith(' |')),
      found(text).join('\n'),
    );
  });

  it('takes nothing for speech when nobody speaks', () => {
    for (const text of [
      'It goes without saying that the roof has to be mended before the winter.',
      'Don’t expect the ferry to be back before the summer.',
      'Voters should know what those questions are before they vote.',
    ]) {
      assert.deepEqual(found(text), [], text);
    }
  });
});
