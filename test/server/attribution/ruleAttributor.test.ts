import assert from 'node:assert/strict';
import {lines} from './reading.js';

/** Texts with what is found in each: `source | cue | content`. */
function finds(cases: Readonly<Record<string, string | readonly string[]>>): void {
  for (const [text, expected] of Object.entries(cases)) {
    assert.deepEqual(lines(text), typeof expected === 'string' ? [expected] : expected, text);
  }
}

describe('attributions by rule', () => {
  it('a subject, a verb and a clause', () => {
    finds({
      'The minister said the ferry would stop.': 'The minister | said | the ferry would stop',
      'Okoro said that nobody had asked her.': 'Okoro | said | that nobody had asked her',
      'Fishermen in Accra fear that the nets will stay empty.':
        'Fishermen in Accra | fear | that the nets will stay empty',
      'A spokesman for the airline confirmed the plane had landed.':
        'A spokesman for the airline | confirmed | the plane had landed',
      'The auditors found that nine invoices were missing.':
        'The auditors | found | that nine invoices were missing',
    });
  });

  it('whoever is told, and when and where, belong to the cue', () => {
    finds({
      'The coroner told the inquest that the brakes had failed.':
        'The coroner | told the inquest | that the brakes had failed',
      'The bank said on Friday that it would close.': 'The bank | said on Friday | that it would close',
      'The bank said in a statement it would close.': 'The bank | said in a statement | it would close',
      'Vogel told reporters in Berlin the vote was lost.':
        'Vogel | told reporters in Berlin | the vote was lost',
    });
  });

  it('a cue behind what is said', () => {
    finds({
      'The bridge will stay shut until May, the engineer said.':
        'the engineer | said | The bridge will stay shut until May',
      'The bridge will stay shut, Mayor Li Wei warned.': 'Mayor Li Wei | warned | The bridge will stay shut',
      'The bridge is safe, according to the county.': 'the county | according to | The bridge is safe',
      'According to the county, the bridge is safe.': 'the county | According to | the bridge is safe',
    });
  });

  it('a quotation before, behind and around the cue', () => {
    finds({
      '“We are ready,” Addo said.': 'Addo | said | “We are ready,”',
      '"We are ready," said Addo.': 'Addo | said | "We are ready,"',
      'Addo said: “We are ready.”': 'Addo | said | “We are ready.”',
      '“We are ready,” said Addo, “and we will win.”': 'Addo | said | “We are ready,” … “and we will win.”',
      '“Why us?” asked Silva.': 'Silva | asked | “Why us?”',
    });
  });

  it('a clause between a subject and its verb', () => {
    finds({
      'Silva, who runs the mill, said the river was low.':
        'Silva, who runs the mill | said | the river was low',
      'Silva (no relation) said the river was low.': 'Silva (no relation) | said | the river was low',
    });
  });

  it('a name and a colon', () => {
    finds({
      'Ana Ruiz: The river was low all through the summer.':
        'Ana Ruiz | : | The river was low all through the summer',
    });
  });

  it('nothing where nobody says anything', () => {
    for (const text of [
      'The storm claimed nine lives.',
      'The price is said to be high.',
      'She wants to say that in court.',
      'The road leads to the sea.',
      'Rates are expected to fall.',
      'The sign was put up on Monday.',
      'The hall holds 300 people.',
    ]) {
      assert.deepEqual(lines(text), [], text);
    }
  });

  it('several in one sentence and in one paragraph', () => {
    finds({
      'Ruiz said the dam was safe. Addo said it was not.': [
        'Ruiz | said | the dam was safe',
        'Addo | said | it was not',
      ],
    });
  });

  it('quotations with no cue are left to whoever holds the floor', () => {
    finds({
      '“We are ready,” said Addo. “We will win.”': ['Addo | said | “We are ready,”', ' |  | “We will win.”'],
      '“Nobody came,” he said. It rained. “Nobody ever does.”': [
        'he | said | “Nobody came,”',
        ' |  | “Nobody ever does.”',
      ],
    });
  });

  it('somebody’s claim that something is so', () => {
    finds({
      'Asked about Diaz’s repeated claim that the pool was safe, she left.': [
        'Diaz’s | claim | that the pool was safe, she left',
      ],
      'Residents laughed at his promise that the bridge would open.': [
        'his | promise | that the bridge would open',
      ],
      'The claim that the pool was safe is wrong.': [],
      'Diaz’s claim is wrong.': [],
    });
  });

  it('a verb behind an adverb', () => {
    finds({
      'Diaz firmly believes that the pool is safe.': ['Diaz | firmly believes | that the pool is safe'],
      '“He proudly claims that he pays no tax,” said Tom Reyes.': [
        'Tom Reyes | said | “He proudly claims that he pays no tax,”',
        'He | proudly claims | that he pays no tax',
      ],
    });
  });
});
