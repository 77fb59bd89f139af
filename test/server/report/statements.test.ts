import assert from 'node:assert/strict';
import {DraftSession} from '../../../server/src/engine.js';
import {statementsOf} from '../../../server/src/report/statements.js';

/** What a source of a draft says, in the words of the draft. */
function said(text: string, label: string): string[] {
  const {story} = new DraftSession().update(text, 'text');
  const source = story.sources.find((one) => one.label === label);
  assert.ok(source, story.sources.map((one) => one.label).join('; '));
  return statementsOf(story, source).map(({block, content}) =>
    content.map(({start, end}) => story.blocks[block]?.content.text.slice(start, end)).join(' … '),
  );
}

describe('statements of a source', () => {
  it('are all that it says, in the order of the draft', () => {
    assert.deepEqual(
      said(
        'Ines Harrow said the slip was safe. The crew left at noon.\n\nThe fund was empty, Harrow said.',
        'Ines Harrow',
      ),
      ['the slip was safe', 'The fund was empty'],
    );
  });

  it('leave out words inside other words of the same source', () => {
    assert.deepEqual(said('Ines Harrow said she had told the board that the slip was safe.', 'Ines Harrow'), [
      'she had told the board that the slip was safe',
    ]);
  });

  it('keep what another source says inside them', () => {
    const text = 'Ines Harrow said that Karl Obi had denied that the slip was safe.';
    assert.deepEqual(said(text, 'Karl Obi'), ['that the slip was safe']);
    assert.equal(said(text, 'Ines Harrow').length, 1);
  });
});
