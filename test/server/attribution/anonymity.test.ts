import assert from 'node:assert/strict';
import {mentionsIn} from './reading.js';

/** Who asks not to be named, with what words, and why. */
const asked = (text: string): string[] =>
  mentionsIn(text)
    .filter(({anonymity}) => anonymity !== null)
    .map(({text: who, anonymity, parts}) =>
      [
        who,
        text.slice(anonymity?.start, anonymity?.end),
        ...(parts.reason === undefined ? [] : [parts.reason]),
      ].join(' | '),
    );

describe('anonymity', () => {
  it('is asked for in many words', () => {
    for (const [text, expected] of [
      [
        'A senior aide, speaking on condition of anonymity, said no.',
        'A senior aide | speaking on condition of anonymity',
      ],
      ['A clerk who asked not to be named said no.', 'A clerk | who asked not to be named'],
      ['A clerk who declined to be identified said no.', 'A clerk | who declined to be identified'],
      ['One diplomat, who requested anonymity, said no.', 'One diplomat | who requested anonymity'],
      ['A teacher, who did not want to be named, said no.', 'A teacher | who did not want to be named'],
      ['“No,” said a pilot, who spoke anonymously.', 'a pilot | who spoke anonymously'],
      ['The soldier spoke on condition of anonymity.', 'The soldier | spoke on condition of anonymity'],
      ['A banker who was granted anonymity said no.', 'A banker | who was granted anonymity'],
    ] as const) {
      assert.deepEqual(asked(text), [expected], text);
    }
  });

  it('has a reason where the sentence gives one', () => {
    for (const [text, reason] of [
      [
        'A clerk who asked not to be named because she feared reprisals said no.',
        'because she feared reprisals',
      ],
      ['A clerk spoke on condition of anonymity to discuss private talks.', 'to discuss private talks'],
      ['A clerk spoke on condition of anonymity, citing the pending case.', 'citing the pending case'],
      [
        'A clerk, who was not authorised to speak to the press, asked not to be named.',
        'was not authorised to speak to the press',
      ],
    ] as const) {
      const found = mentionsIn(text).find(({headLemma}) => headLemma === 'clerk');
      assert.equal(found?.parts.reason, reason, text);
      assert.notEqual(found?.anonymity, null, text);
    }
  });

  it('goes with a reason even where nobody asks', () => {
    const found = mentionsIn('A guard who was not allowed to talk to reporters said no.')[0];
    assert.equal(found?.parts.reason, 'was not allowed to talk to reporters');
    assert.equal(found?.anonymity, null);
  });

  it('is nobody’s who is named by somebody', () => {
    for (const text of [
      'The suspect was not named by police.',
      'The ship was named after the queen.',
      'The bodies were not identified.',
      'Who was named in the will?',
    ]) {
      assert.deepEqual(asked(text), [], text);
    }
  });

  it('belongs to each who asks', () => {
    const text =
      'A nurse, speaking on condition of anonymity, said no. A doctor who asked not to be named said yes.';
    assert.deepEqual(asked(text), [
      'A nurse | speaking on condition of anonymity',
      'A doctor | who asked not to be named',
    ]);
  });
});
