import assert from 'node:assert/strict';
import {findMentions} from '../../../server/src/attribution/mentions.js';
import {readWords} from '../../../server/src/language/read.js';
import {mention, mentionsIn, read} from './reading.js';

describe('mentions', () => {
  it('are pronouns outside quotation marks', () => {
    assert.equal(mention('She said he had left.', 'She').gender, 'female');
    assert.equal(mention('She said he had left.', 'he').standing, 'pronoun');
    assert.ok(!mentionsIn('“He left,” said Ana Ruiz.').some(({text}) => text === 'He'));
  });

  it('draw in an apposition on either side', () => {
    const behind = mention(
      'Rick Wilson, a Republican strategist, said no.',
      'Rick Wilson, a Republican strategist',
    );
    assert.equal(behind.name, 'Rick Wilson');
    assert.equal(behind.role, 'Republican strategist');
    assert.equal(behind.kind, 'person');
    const before = mention('The harbour master, Ana Ruiz, said no.', 'The harbour master, Ana Ruiz');
    assert.equal(before.name, 'Ana Ruiz');
    assert.equal(before.standing, 'named');
    assert.equal(before.role, 'harbour master');
    const aged = mention('Kim Park, 34, a nurse, said no.', 'Kim Park, 34, a nurse');
    assert.equal(aged.name, 'Kim Park');
  });

  it('take no list of people for an apposition', () => {
    const names = mentionsIn('Ana Ruiz, Kofi Addo and Jin Park said no.').map(({name}) => name);
    assert.deepEqual(names, ['Ana Ruiz', 'Kofi Addo', 'Jin Park']);
  });

  it('draw in what says where somebody belongs', () => {
    assert.ok(mention('A spokesman for the port authority said no.', 'A spokesman for the port authority'));
    assert.ok(mention('An official at the finance ministry said no.', 'An official at the finance ministry'));
  });

  it('speak of the owner, too', () => {
    const owner = mention('Diaz’s lawyer said no.', 'Diaz');
    assert.equal(owner.function, 'possessive');
    assert.equal(mention('His lawyer said no.', 'His').standing, 'pronoun');
    assert.equal(mention('Diaz’s lawyer said no.', 'Diaz’s lawyer').headLemma, 'lawyer');
  });

  it('know one from many, she from he', () => {
    assert.equal(mention('Two nurses said no.', 'Two nurses').plural, true);
    assert.equal(mention('A nurse said no.', 'A nurse').plural, false);
    assert.equal(mention('The chairwoman said no.', 'The chairwoman').gender, 'female');
    assert.equal(mention('Mr. Addo said no.', 'Mr. Addo').gender, 'male');
    assert.equal(mention('Mrs. Addo said no.', 'Mrs. Addo').gender, 'female');
    assert.equal(mention('Fatima Rahman said no.', 'Fatima Rahman').gender, 'female');
    assert.equal(mention('The ministry said no.', 'The ministry').gender, 'neuter');
  });

  it('say how somebody is introduced', () => {
    const determiner = (text: string, words: string) => mention(text, words).determiner;
    assert.equal(determiner('A French official said no.', 'A French official'), 'indefinite');
    assert.equal(determiner('The official said no.', 'The official'), 'definite');
    assert.equal(determiner('The same official said no.', 'The same official'), 'same');
    assert.equal(determiner('Officials said no.', 'Officials'), 'bare');
    assert.equal(determiner('Ana Ruiz said no.', 'Ana Ruiz'), 'none');
  });

  it('tell the subject of a clause', () => {
    const text = 'The mayor met the bishop on Monday.';
    assert.equal(mention(text, 'The mayor').function, 'subject');
    assert.equal(mention(text, 'the bishop').function, 'other');
    assert.equal(mention('“No,” said Ana Ruiz.', 'Ana Ruiz').function, 'subject');
    assert.equal(mention('Ana Ruiz, who runs the mill, left.', 'Ana Ruiz').function, 'subject');
  });

  it('count what makes an unnamed source specific', () => {
    const parts = (text: string, words: string) => Object.keys(mention(text, words).parts).sort();
    assert.deepEqual(parts('A source said no.', 'A source'), []);
    assert.deepEqual(parts('An official said no.', 'An official'), ['role']);
    assert.deepEqual(parts('A French official said no.', 'A French official'), ['organisation', 'role']);
    assert.deepEqual(parts('A senior French official said no.', 'A senior French official'), [
      'organisation',
      'role',
      'seniority',
    ]);
    assert.deepEqual(parts('A nurse who attended the meeting said no.', 'A nurse'), ['basis', 'role']);
    assert.deepEqual(
      parts('A nurse who asked not to be named for fear of losing her job said no.', 'A nurse'),
      ['reason', 'role'],
    );
  });

  it('read documents and organisations as what they are', () => {
    assert.equal(mention('The report said no.', 'The report').standing, 'document');
    assert.equal(mention('The ministry said no.', 'The ministry').kind, 'organisation');
    assert.equal(mention('Police said no.', 'Police').kind, 'organisation');
  });

  it('leave out places that nobody speaks for, and keep those that speak', () => {
    assert.ok(!mentionsIn('A van was found in Nairobi.').some(({name}) => name === 'Nairobi'));
    assert.ok(mentionsIn('Moscow said it would leave.').some(({name}) => name === 'Moscow'));
  });

  it('name whoever holds a long office with no article', () => {
    for (const [text, words, name] of [
      [
        'Director of the Cork branch of the Farm Council Rosa Diaz said no.',
        'Director of the Cork branch of the Farm Council Rosa Diaz',
        'Rosa Diaz',
      ],
      [
        'Undersecretary for Education Mr. Lindvik says the law is old.',
        'Undersecretary for Education Mr. Lindvik',
        'Lindvik',
      ],
      ['Author and professor Marc Hill said no.', 'Author and professor Marc Hill', 'Marc Hill'],
    ] as const) {
      // A tagger's source, which the rules would not see in one piece.
      const found = findMentions(readWords(text), [{start: 0, end: words.length}])[0];
      assert.equal(found?.text, words);
      assert.equal(found?.name, name);
      assert.equal(found?.kind, 'person');
    }
    assert.ok(
      mentionsIn('Police and professor Rosa Diaz said no.').some(({headLemma}) => headLemma === 'police'),
    );
  });

  it('keep what is written behind a name, and no state behind a town', () => {
    const counsel = mention('The prosecutor, Ana Ruiz, QC, said no.', 'The prosecutor, Ana Ruiz, QC');
    assert.equal(counsel.name, 'Ana Ruiz, QC');
    assert.equal(counsel.role, 'prosecutor');
    const junior = mention('Tom Hale, Jr., said no.', 'Tom Hale, Jr.');
    assert.equal(junior.name, 'Tom Hale, Jr.');
    assert.equal(junior.function, 'subject');
    assert.ok(!mentionsIn('In Easton, MD, police said no.').some(({text}) => text === 'Easton, MD'));
  });

  it('read names whose second half is small, and no nationality for a man', () => {
    assert.equal(
      mention('Secretary General Ban Ki-moon said no.', 'Secretary General Ban Ki-moon').name,
      'Ban Ki-moon',
    );
    assert.equal(
      mention('German Chancellor Angela Weber said no.', 'German Chancellor Angela Weber').gender,
      'female',
    );
    assert.equal(mention('The i said no.', 'The i').standing, 'named');
  });

  it('take an office with its see for an office, and a party for part of a role', () => {
    assert.equal(
      mention('The Archbishop of York, Ann Lee, said no.', 'The Archbishop of York, Ann Lee').name,
      'Ann Lee',
    );
    const nominee = mention(
      'Republican presidential nominee Ed Voss spoke.',
      'Republican presidential nominee Ed Voss',
    );
    assert.equal(nominee.role, 'Republican presidential nominee');
    assert.ok(!mentionsIn('The Elm Household Survey found it.').some(({kind}) => kind === 'person'));
  });

  it('are all subjects of a verb that they share', () => {
    const text =
      'Luis Grant, Republican of Iowa, and Ed Voss, a farmer, and his deputy, Paul Reyes, see no way out.';
    const subjects = mentionsIn(text).filter(({function: does, name}) => does === 'subject' && name !== null);
    assert.deepEqual(
      subjects.map(({name}) => name),
      ['Luis Grant', 'Ed Voss', 'Paul Reyes'],
    );
    assert.equal(mention('Ed Voss met Paul Reyes, a farmer.', 'Paul Reyes, a farmer').function, 'other');
  });

  it('stand in order, in the text, whatever the text', () => {
    for (const text of [
      'Ana Ruiz’s brother’s lawyer, a friend of the mayor of Cork, said “he” and she left, the court heard.',
      ', , , the, the, a an of of of Ruiz, Ruiz, Ruiz, a nurse,',
      'the mayor and '.repeat(100),
      'Ruiz, a nurse, '.repeat(100),
    ]) {
      let start = 0;
      for (const one of mentionsIn(text)) {
        assert.ok(one.start >= start && one.end <= text.length && one.head.start >= one.start, text);
        assert.equal(one.text, text.slice(one.start, one.end));
        start = one.start;
      }
    }
  });

  it('are there for every source of an attribution', () => {
    for (const text of [
      'According to a survey, rents rose.',
      'The storm’s survivors told the court that it was dark.',
      'Analysts at three banks expect rates to fall.',
    ]) {
      const {attributions} = read(text);
      assert.ok(attributions.length > 0, text);
      for (const one of attributions) assert.notEqual(one.mention, null, text);
    }
  });
});
