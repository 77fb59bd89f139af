import assert from 'node:assert/strict';
import {triedPage} from '../../client/src/triedPage.js';

const finding = (rule: string, line: number, words: string) => ({
  rule,
  severity: 'hint',
  line,
  column: 5,
  words,
  message: 'Say criticised.',
});

describe('the page of a trial of rules', () => {
  it('counts by rule, then shows each story with the most findings first', () => {
    const page = triedPage({
      rules: [
        {id: 'no-slam', title: 'Say criticised.'},
        {id: 'no-very', title: 'Leave it out'},
      ],
      stories: [
        {name: 'a.md', address: 'file:///n/a.md', findings: [finding('no-slam', 3, 'slams')]},
        {
          name: 'b_1.md',
          address: 'file:///n/b_1.md',
          findings: [finding('no-slam', 7, 'slams\n*it*'), finding('no-slam', 9, 'slam')],
        },
      ],
      read: 12,
      notes: ['Cancelled: not all stories were read.'],
    });
    assert.equal(
      page,
      `# Rules tried on past stories

Cancelled: not all stories were read.

| Rule | Findings | Stories |
| --- | --- | --- |
| no-slam | 3 | 2 of 12 |
| no-very | 0 | 0 of 12 |

## no-slam

Say criticised.

### b\\_1.md: 2 findings

- [7:5](file:///n/b_1.md#L7,5) hint: “slams \\*it\\*” Say criticised.
- [9:5](file:///n/b_1.md#L9,5) hint: “slam” Say criticised.

### a.md: 1 finding

- [3:5](file:///n/a.md#L3,5) hint: “slams” Say criticised.

## no-very

Leave it out

Nothing.
`,
    );
  });
});
