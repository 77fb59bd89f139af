import assert from 'node:assert/strict';
import {DraftSession} from '../../../server/src/engine.js';
import {wholeAttributions} from '../../../server/src/story/wholeAttributions.js';

/** `label | source | cue | contents`, over all paragraphs. */
function whole(text: string): readonly string[] {
  const {story} = new DraftSession().update(text, 'text');
  const words = (places: readonly {block: number; start: number; end: number}[]): string =>
    places
      .map(({block, start, end}) => story.blocks[block]?.content.text.slice(start, end) ?? '?')
      .join(' … ');
  const labels = new Map(story.sources.map(({id, label}) => [id, label]));
  return wholeAttributions(story).map(({source, cue, content, sourceId}) =>
    [labels.get(sourceId ?? '') ?? 'nobody', words(source), words(cue), words(content)].join(' | '),
  );
}

describe('attributions over paragraphs', () => {
  const second = '“By dawn the street was gone, and nobody had come to help us.”';

  it('take their source from the line that announces them', () => {
    assert.deepEqual(whole(`Mayor Ruth Okoro responded:\n\n${second}`), [
      `Ruth Okoro | Mayor Ruth Okoro | responded: | ${second}`,
    ]);
  });

  it('hold the paragraphs in which a quotation goes on', () => {
    assert.deepEqual(whole(`“We had no warning,” said Ruth Okoro. “It came at night.\n\n${second}`), [
      `Ruth Okoro | Ruth Okoro | said | “We had no warning,” … “It came at night. … ${second}`,
    ]);
    assert.deepEqual(whole(`“We had no warning,” said Ruth Okoro.\n\n${second}`), [
      `Ruth Okoro | Ruth Okoro | said | “We had no warning,” … ${second}`,
    ]);
  });

  it('leave alone a quotation that is another’s, or nobody’s', () => {
    const [, other] = whole(`“We had no warning,” said Ruth Okoro.\n\n${second} Tom Reyes said.`);
    assert.match(other ?? '', /^Tom Reyes \|/);
    const [, nobodys] = whole(`Ruth Okoro said it rained.\n\n${second}`);
    assert.match(nobodys ?? '', /^nobody \| {2}\| {2}\|/);
  });

  it('know what stands within the words of another', () => {
    const {story} = new DraftSession().update('“They say it never happened,” said Ruth Okoro.', 'text');
    assert.deepEqual(
      wholeAttributions(story).map(({nested}) => nested),
      [false, true],
    );
  });
});
