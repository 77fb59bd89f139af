import assert from 'node:assert/strict';
import type {DraftFormat} from '../../../server/src/draft/draft.js';
import {DraftSession} from '../../../server/src/engine.js';
import {applyEdits} from '../../../server/src/report/safeFixes.js';

/** What the fix of a title makes of a draft with one finding of a rule, holes in square brackets; null for no such fix. */
function fixed(text: string, rule: string, title: string, format: DraftFormat = 'text'): string | null {
  const findings = new DraftSession().update(text, format).findings.filter((one) => one.rule === rule);
  assert.equal(findings.length, 1, `${findings.length} findings of ${rule}`);
  const fix = findings[0]?.fixes.find((one) => one.title === title);
  return fix ? applyEdits(text, fix.edits) : null;
}

// That no fix brings in a fact is held by the rules' examples; here is what a reader gets to see.
describe('fixes of rules', () => {
  it('put the speaker inside the sentence of a quotation', () => {
    assert.equal(
      fixed(
        'The hall was full by six.\n\n"This will help thousands of families."',
        'quote-no-speaker',
        'Say who speaks',
      ),
      'The hall was full by six.\n\n"This will help thousands of families," [speaker] said.',
    );
  });

  it('put a source before the full stop', () => {
    assert.equal(
      fixed(
        'The *worst flood* in a decade reached Porto. It was the deadliest crash in a decade.',
        'superlative-unattributed',
        'Say who ranks it so',
        'markdown',
      ),
      'The *worst flood* in a decade reached Porto, according to [source]. It was the deadliest crash in a decade.',
    );
  });

  it('take words out with the blank beside them', () => {
    assert.equal(
      fixed(
        'The firm reportedly owes $40 million.',
        'passive-hearsay',
        'Take out “reportedly” (only once it is confirmed)',
      ),
      'The firm owes $40 million.',
    );
    assert.equal(
      fixed('They met in Lagos [TK] in the spring.', 'open-check-marker', 'Checked: take the marker out'),
      'They met in Lagos in the spring.',
    );
  });

  it('name the charge', () => {
    assert.equal(
      fixed(
        'A baker from Lyon was charged with murdering her husband.',
        'crime-label',
        'Name the charge: murder in the death of',
      ),
      'A baker from Lyon was charged with murder in the death of her husband.',
    );
  });

  it('are only those that fit', () => {
    assert.equal(fixed('The firm reportedly owes $40 million.', 'passive-hearsay', 'Say who speaks'), null);
  });

  it('add a post without a second comma', () => {
    assert.equal(
      fixed(
        'Ana Ruiz, a security expert, said the lock was weak.',
        'expert-no-affiliation',
        'Add post and employer',
      ),
      'Ana Ruiz, a security expert, [title] at [organisation], said the lock was weak.',
    );
  });

  it('change no word within quotation marks', () => {
    assert.equal(
      fixed(
        'Two officials said the talks were tense. “It was a disaster,” an official said.',
        'anon-opinion',
        'Keep the fact, cut the verdict',
      ),
      null,
    );
  });
});
