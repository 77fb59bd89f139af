import assert from 'node:assert/strict';
import {body, named, pronoun, readDraft} from './tables.js';

describe('who vouches for a claim', () => {
  it('takes the attribution whose words hold it', () => {
    const story = readDraft(
      'Rents rose 34%, the council said. Homes are dear.',
      [body('the council', null, {headLemma: 'council'})],
      [{by: 0, verb: 'said', what: 'Rents rose 34%'}],
      [{words: '34%', type: 'figure'}],
    );
    const [claim] = story.claims;
    assert.equal(claim?.attributed, true);
    assert.equal(claim?.attribution, 0);
    assert.equal(claim?.sourceId, story.sources[0]?.id);
  });

  it('carries over to the next sentence of the paragraph, not to the next paragraph', () => {
    const story = readDraft(
      'Joan Duarte said trade was down. It fell 40% in a week.\n\nIt fell 60% in a month.',
      [named('Joan Duarte')],
      [{by: 0, verb: 'said', what: 'trade was down'}],
      [
        {words: '40%', type: 'figure'},
        {words: '60%', type: 'figure'},
      ],
    );
    assert.deepEqual(
      story.claims.map(({attributed}) => attributed),
      [true, false],
    );
    assert.equal(story.claims[1]?.attribution, null);
  });

  it('asks an accusation to take up what was said', () => {
    const read = (text: string, words: string) =>
      readDraft(
        text,
        [named('Ana Ruiz')],
        [{by: 0, verb: 'said', what: 'Bell met the builder'}],
        [{words, type: 'accusation'}],
      ).claims[0];
    assert.equal(
      read('Ana Ruiz said Bell met the builder. He took bribes.', 'took bribes')?.attributed,
      true,
    );
    assert.equal(
      read('Ana Ruiz said Bell met the builder. Bell took bribes.', 'took bribes')?.attributed,
      false,
    );
  });

  it('finds nobody behind "it is believed" and behind a wish of somebody', () => {
    const believed = readDraft(
      'It is believed that 40 people died.',
      [],
      [{by: null, verb: 'believed', what: 'that 40 people died', cueKind: 'thought'}],
      [{words: '40 people', type: 'figure'}],
    );
    assert.equal(believed.claims[0]?.attributed, false);
    const wished = readDraft(
      'Ana Ruiz wants a bridge. Some 40 people died.',
      [named('Ana Ruiz')],
      [{by: 0, verb: 'wants', what: 'a bridge', cueKind: 'attitude'}],
      [{words: '40 people', type: 'figure'}],
    );
    assert.equal(wished.claims[0]?.attributed, false);
  });

  it('lets "according to" stand for its sentence and names the pronoun’s source', () => {
    const story = readDraft(
      'Ana Ruiz called. According to her, the dam holds, but 12 homes are wet.',
      [
        named('Ana Ruiz', 'Ana Ruiz', {gender: 'female'}),
        pronoun('her', {gender: 'female', function: 'other'}),
      ],
      [{by: 1, verb: 'According to', what: 'the dam holds', cueLemma: 'accord'}],
      [{words: '12 homes', type: 'figure'}],
    );
    assert.equal(story.claims[0]?.sourceId, 's0.0');
  });
});
