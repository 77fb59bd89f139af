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

  /** Each draft as a fix leaves it. */
  function become(
    rule: string,
    title: string,
    rows: readonly (readonly [string, string])[],
    format?: DraftFormat,
  ) {
    for (const [before, after] of rows) assert.equal(fixed(before, rule, title, format), after);
  }

  it('put a figure in as the headline writes it', () => {
    become(
      'figure-mismatch',
      'Take the figure of the story',
      [
        [
          '# Twelve people rescued\n\nThe coastguard rescued twenty-one people.',
          '# Twenty-one people rescued\n\nThe coastguard rescued twenty-one people.',
        ],
        [
          '# 21 hurt in blast\n\nEighteen people were injured when a boiler burst.',
          '# 18 hurt in blast\n\nEighteen people were injured when a boiler burst.',
        ],
        [
          '# Storm kills nine\n\nThe storm killed 26 people, the governor said.',
          '# Storm kills twenty-six\n\nThe storm killed 26 people, the governor said.',
        ],
        [
          '# Flood kills 1,130 people\n\nThe flood killed at least 1,310 people.',
          '# Flood kills 1,310 people\n\nThe flood killed at least 1,310 people.',
        ],
      ],
      'markdown',
    );
  });

  it('speak of a post right behind it', () => {
    become('social-unverified', 'Say who posted it, when, and who checked it', [
      [
        'Video posted on X appears to show police firing into the crowd.',
        'Video posted on X (posted by [account] on [date], checked by [whom and how]) appears to show police firing into the crowd.',
      ],
      [
        'Twitter users said the dam had burst.',
        'Twitter users ([accounts], on [date], checked by [whom and how]) said the dam had burst.',
      ],
      [
        'Two men can be seen running in footage posted online.',
        'Two men can be seen running in footage posted online (posted by [account] on [date], checked by [whom and how]).',
      ],
    ]);
  });

  it('take a mark out with its line, or with a blank', () => {
    const mark = '<!-- onrecord-ignore passive-hearsay: the desk knows -->';
    for (const end of ['\n', '\r\n']) {
      const rows: readonly (readonly [string, string])[] = [
        [`One.|${mark}|Two.|`, 'One.|Two.|'],
        [`One.||${mark}|Two.|`, 'One.||Two.|'],
        [`One.||${mark}||Two.|`, 'One.||Two.|'],
        [`${mark}||Two.|`, 'Two.|'],
        [`---|genre: news|---|${mark}||Two.|`, '---|genre: news|---||Two.|'],
        [`One.||  ${mark}  |`, 'One.|'],
        [`One.||${mark}`, 'One.|'],
        [`One. ${mark}  ||Two.|`, 'One.||Two.|'],
        [`One ${mark} more.|`, 'One more.|'],
        [`${mark} One more.|`, 'One more.|'],
        [`> One.|> ${mark}|> Two.|`, '> One.|> Two.|'],
      ];
      const lines = (text: string) => text.replaceAll('|', end);
      become(
        'unused-ignore',
        'Remove the mark',
        rows.map(([before, after]) => [lines(before), lines(after)] as const),
        'markdown',
      );
    }
  });

  it('give a mark its reason behind one colon', () => {
    for (const mark of ['spun-phrase', 'spun-phrase:', 'spun-phrase : ']) {
      assert.equal(
        fixed(`<!-- onrecord-ignore ${mark} -->\nA line.`, 'unused-ignore', 'Add the reason', 'markdown'),
        '<!-- onrecord-ignore spun-phrase: [reason] -->\nA line.',
      );
    }
  });

  it('move the speaker behind the first sentence', () => {
    become('quote-late-attribution', 'Name the speaker after the first sentence', [
      [
        '"We waited. Nobody came. The water was at the door," said Park Min-ho, who owns the shop.',
        '"We waited," said Park Min-ho, who owns the shop. "Nobody came. The water was at the door."',
      ],
      [
        '“We waited! Nobody came. The water was at the door,” Rosa Lima told the court, sobbing.',
        '“We waited!” Rosa Lima told the court, sobbing. “Nobody came. The water was at the door.”',
      ],
      [
        '“We waited. Nobody came. We called again. The water was at the door”, said Rosa Lima.',
        '“We waited”, said Rosa Lima. “Nobody came. We called again. The water was at the door.”',
      ],
      [
        '"We waited.  Nobody came. Was the water at the door?" Rosa Lima said.',
        '"We waited," Rosa Lima said. "Nobody came. Was the water at the door?"',
      ],
    ]);
    become('quote-late-attribution', 'Begin a new paragraph here', [
      [
        '"The roof is sound," said Anna Roth, the engineer. "It leaks like a sieve," said Tom Hale, the caretaker.',
        '"The roof is sound," said Anna Roth, the engineer.\n\n"It leaks like a sieve," said Tom Hale, the caretaker.',
      ],
    ]);
  });

  it('add to a sentence that ends in a quotation mark', () => {
    become('superlative-unattributed', 'Say who ranks it so', [
      [
        'It was the deadliest crash in a decade, “a black day.”',
        'It was the deadliest crash in a decade, “a black day,” according to [source].',
      ],
      [
        "It was the deadliest crash in a decade, 'a black day'.",
        "It was the deadliest crash in a decade, 'a black day', according to [source].",
      ],
    ]);
  });

  it('close what they add with one comma, and none at the end', () => {
    const title = 'Add why they are not named';
    const because = 'who spoke on condition of anonymity because [reason they gave]';
    become('anon-bare-source', title, [
      ['The deal is dead, according to a source.', `The deal is dead, according to a source, ${because}.`],
      ['A source said the deal is dead.', `A source, ${because}, said the deal is dead.`],
    ]);
    become('unnamed-spokesperson', 'Add the name', [
      [
        '“We will see,” said a spokesperson for the ministry.',
        '“We will see,” said a spokesperson for the ministry, [name].',
      ],
    ]);
    become('first-reference', 'Give full name and role', [
      [
        'The ferry was late. "The engine failed," said Rossi. He said it would be fixed.',
        'The ferry was late. "The engine failed," said [full name], [who that is]. He said it would be fixed.',
      ],
    ]);
  });

  it('keep to the words around them', () => {
    become('anon-bare-source', 'Describe the source', [
      [
        '"Who would dare?" a reliable source said.',
        '"Who would dare?" a [seniority, organisation, role] who [how they know] said.',
      ],
      [
        'Well-informed sources say he will resign.',
        '[how many, organisation, role] who [how they know] say he will resign.',
      ],
    ]);
    become('response-imprecise', 'Say how and when they were asked', [
      [
        'Harlow Homes did not respond to a request for comment.',
        'Harlow Homes did not respond to a request for comment sent [how many times, by what means, on which day].',
      ],
    ]);
    become('poll-incomplete', 'Say who asked whom, and when', [
      [
        'A survey of nurses found 40% had been threatened.',
        'A survey by [pollster], taken [when], of nurses found 40% had been threatened.',
      ],
    ]);
    become('secondhand', 'Name the outlet', [
      [
        'The strike will last a week, according to media reports.',
        'The strike will last a week, according to [outlet].',
      ],
      ['News reports suggest the vaccine arrived late.', '[outlet] reported the vaccine arrived late.'],
      ['The deal was widely reported in May.', 'The deal was reported by [outlet] in May.'],
    ]);
    become('date-mismatch', 'Keep the weekday, change the date', [
      [
        'The mill burned down on Monday the 4th of March 2025.',
        'The mill burned down on Monday the [day] of March 2025.',
      ],
    ]);
    const text = 'She admitted meeting the envoy in Geneva.';
    assert.equal(fixed(text, 'verb-bias', 'Change to “said”'), null);
  });

  it('leave no gap where a marker stood for a word', () => {
    const title = 'Checked: take the marker out';
    assert.equal(fixed('The firm was founded in TK by two brothers.', 'open-check-marker', title), null);
    assert.equal(fixed('The bill passed in 2011??', 'open-check-marker', title), 'The bill passed in 2011.');
  });

  it('quote as the draft quotes', () => {
    const title = 'Put in quotation marks (if these are the exact words)';
    const said = '\n\nTran said we will appeal the ruling.';
    become('first-person-paraphrase', title, [
      [
        `«It is over», Anna Roth said.${said}`,
        '«It is over», Anna Roth said.\n\nTran said «we will appeal the ruling».',
      ],
      [
        `"It is over," Anna Roth said.${said}`,
        '"It is over," Anna Roth said.\n\nTran said "we will appeal the ruling."',
      ],
      [`It's over.${said}`, 'It\'s over.\n\nTran said "we will appeal the ruling."'],
    ]);
  });

  it('put nothing into a line of text that is no caption', () => {
    const text = 'She looked out (![](window.png)) at the rain.';
    assert.equal(fixed(text, 'image-media', 'Add a caption', 'markdown'), null);
    become(
      'image-media',
      'Say whose it is',
      [
        [
          '![A crowd by the river](crowd.jpg)\n*A crowd by the river on Monday.*\n',
          '![A crowd by the river](crowd.jpg)\n*A crowd by the river on Monday. Photo: [whose it is]*\n',
        ],
      ],
      'markdown',
    );
  });
});
