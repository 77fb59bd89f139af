import {strict as assert} from 'node:assert';
import {timesByFloor} from './floors.js';
import {growsEvenly} from './timing.js';

/** What is said again and again in one paragraph, and as a paragraph of its own. */
const prose = [
  'The mayor said the bridge would close. ',
  'the mayor said the bridge would close and ',
  'said ',
  'said that he said that ',
  'according to ',
  'According to the mayor, the bridge is shut. ',
  '“We tried,” said Ruiz, “and failed.” ',
  '"a" said "b" ',
  '“We tried. ',
  '“',
  "'a ",
  '"a ',
  '‘a’ “b” ',
  'Aa ',
  'Ana Ruiz, ',
  'Ana Ruiz, a nurse, ',
  'a nurse of ',
  'the mayor of the ',
  "Ruiz's ",
  'who ',
  'who asked not to be named ',
  'speaking ',
  'speaking on condition of anonymity because of the sensitivity of the matter ',
  'A clerk, who asked not to be named because she feared him, said no. ',
  'was not allowed to talk ',
  'on condition of ',
  'briefed on the matter familiar with ',
  'It is believed that ',
  'reportedly ',
  'was said to be ',
  'At least 40 people were killed. ',
  '40 people ',
  'more than ',
  'one in five of ',
  'from 10 to 20, by 30 percent, ',
  'rose 30% from 10 to 20 ',
  '12 of 40 people, or 9%, ',
  'Ruiz took bribes. ',
  'ordered the clerk to hide evidence and ',
  'took bribes and ',
  'on Monday ',
  'March 3, ',
  '3 March 2024, Monday, ',
  'last week ',
  'TK ',
  '[CHECK] ',
  '[',
  '??',
  'XXX ',
  'I said we think ',
  'Brandt told us we could go in. ',
  'A poll found 52% back it. ',
  'A study found that ',
  'according to a poll ',
  'local media reported ',
  'The newspaper said ',
  'could not be reached for comment ',
  'declined to comment and denied the ',
  'He said. ',
  'she said he said they said ',
  'Critics say ',
  'Critics, including Ruiz, say so ',
  'allegedly ',
  'largest ',
  'the largest in the ',
  'wants to in a bid to ',
  'will likely ',
  'Ruiz denied it. He denied the claim. ',
  'Addo did not close the bridge. Ruiz said Addo closed the bridge. ',
  'so-called ',
  '- ',
  '. ',
  '., ',
  '(a ',
  ') ',
  'x',
  '😀',
  'e\u0301',
  '  ',
  ', ',
  '… ',
  'U.S. ',
  'J. ',
  '1.',
  '1,',
];

describe('time', () => {
  for (const unit of prose) {
    for (const [shape, make] of [
      ['in one paragraph', (size: number) => unit.repeat(size)],
      ['in paragraphs', (size: number) => `${unit}\n\n`.repeat(size)],
    ] as const) {
      it(`grows with the text on every floor: ${JSON.stringify(unit)} ${shape}`, function () {
        this.timeout(240_000);
        // Some 4,000 characters, then 16,000; for paragraphs 150 and 600.
        const size = shape === 'in paragraphs' ? 150 : Math.round(4000 / unit.length);
        const steep = growsEvenly((times) => timesByFloor(make(times), 'text'), size);
        assert.deepEqual(steep, []);
      });
    }
  }
});
