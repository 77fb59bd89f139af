import assert from 'node:assert/strict';
import {body, type Call, named, readDraft, sourceOf, unnamed} from './tables.js';

const together = (text: string, calls: readonly Call[], ...groups: readonly (readonly string[])[]) => {
  const story = readDraft(text, calls);
  const ids = groups.map((group) => {
    const found = group.map((words) => sourceOf(story, words)?.id);
    assert.ok(found[0], `${group[0]} is nobody`);
    for (const [i, id] of found.entries()) assert.equal(id, found[0], `${group[i]} is not ${group[0]}`);
    return found[0];
  });
  assert.equal(new Set(ids).size, groups.length, `not apart: ${groups.map((group) => group[0]).join(', ')}`);
  return story;
};

describe('who is who across a draft', () => {
  it('takes a surname, a title and initials for the person named in full', () => {
    const story = together(
      'Rick Wilson, a Republican strategist, said no.\n\nMr. Wilson said more. R. Wilson wrote it down. Wilson left.',
      [
        named('Rick Wilson, a Republican strategist', 'Rick Wilson', {
          role: 'Republican strategist',
          gender: 'male',
        }),
        named('Mr. Wilson', 'Wilson'),
        named('R. Wilson', 'R. Wilson'),
        named('Wilson#4', 'Wilson'),
      ],
      ['Rick Wilson, a Republican strategist', 'Mr. Wilson', 'R. Wilson', 'Wilson#4'],
    );
    const [wilson] = story.sources;
    assert.equal(wilson?.name, 'Rick Wilson');
    assert.equal(wilson?.role, 'Republican strategist');
    assert.equal(wilson?.specificity, 5);
    assert.deepEqual(wilson?.missing, []);
    assert.equal(wilson?.gender, 'male');
  });

  it('takes "the strategist" for the one strategist', () => {
    together(
      'Rick Wilson, a Republican strategist, met Anna Berg, a pollster. The strategist said no.',
      [
        named('Rick Wilson, a Republican strategist', 'Rick Wilson', {role: 'Republican strategist'}),
        named('Anna Berg, a pollster', 'Anna Berg', {role: 'pollster', gender: 'female'}),
        unnamed('The strategist', 'strategist'),
      ],
      ['Rick Wilson, a Republican strategist', 'The strategist'],
      ['Anna Berg, a pollster'],
    );
  });

  it('does not take a description for somebody whom it contradicts', () => {
    together(
      'Rick Wilson, a Republican strategist, said no. The Democratic strategist said yes.',
      [
        named('Rick Wilson, a Republican strategist', 'Rick Wilson', {role: 'Republican strategist'}),
        unnamed('The Democratic strategist', 'strategist'),
      ],
      ['Rick Wilson, a Republican strategist'],
      ['The Democratic strategist'],
    );
  });

  it('keeps two of one surname apart and gives the bare surname to the last', () => {
    const text = 'Anna Berg and Peter Berg own the mill.\n\nMs. Berg said it was sold. Mr. Berg laughed.';
    together(
      text,
      [
        named('Anna Berg', 'Anna Berg', {gender: 'female'}),
        named('Peter Berg', 'Peter Berg', {gender: 'male'}),
        named('Ms. Berg', 'Berg', {gender: 'female'}),
        named('Mr. Berg', 'Berg', {gender: 'male'}),
      ],
      ['Anna Berg', 'Ms. Berg'],
      ['Peter Berg', 'Mr. Berg'],
    );
    const story = readDraft(
      'Anna Berg said no. Peter Berg runs it.\n\nPeter Berg spoke next. Berg said yes.',
      [
        named('Anna Berg', 'Anna Berg'),
        named('Peter Berg', 'Peter Berg'),
        named('Peter Berg#2', 'Peter Berg'),
        named('Berg#4', 'Berg'),
      ],
      [{by: 3, verb: 'said#2', what: 'yes'}],
    );
    assert.equal(sourceOf(story, 'Berg#4')?.name, 'Peter Berg');
    assert.ok((story.attributions[0]?.confidence ?? 1) < 1);
  });

  it('keeps Mr. and Mrs. apart who are called by no more than a surname', () => {
    together(
      'Mrs. Berg owns the mill. Mr. Berg runs it.',
      [named('Mrs. Berg', 'Berg', {gender: 'female'}), named('Mr. Berg', 'Berg', {gender: 'male'})],
      ['Mrs. Berg'],
      ['Mr. Berg'],
    );
  });

  it('takes a surname that is a nationality too for the person', () => {
    together(
      'Ann French met Bo Lind. French said no.',
      [
        named('Ann French'),
        named('Bo Lind'),
        unnamed('French#2', 'french', {kind: 'unknown', role: null, determiner: 'bare'}),
      ],
      ['Ann French', 'French#2'],
      ['Bo Lind'],
    );
  });

  it('lets a headline’s surname grow into the full name', () => {
    const story = together(
      'Macron sees no war\n\nEmmanuel Macron said on Monday that he saw none. Macron left.',
      [named('Macron'), named('Emmanuel Macron'), named('Macron#3', 'Macron')],
      ['Macron', 'Emmanuel Macron', 'Macron#3'],
    );
    assert.equal(story.sources[0]?.name, 'Emmanuel Macron');
  });

  it('knows acronyms, shortened names and words turned round', () => {
    together(
      'The World Health Organization (WHO) warned the Ministry of Health. The WHO wrote; the Health Ministry did not. Harlow Homes sold. Harlow gained.',
      [
        body('The World Health Organization (WHO)', 'World Health Organization'),
        body('Ministry of Health'),
        body('WHO#2', 'WHO'),
        body('Health Ministry'),
        body('Harlow Homes'),
        body('Harlow#2', 'Harlow'),
      ],
      ['The World Health Organization (WHO)', 'WHO#2'],
      ['Ministry of Health', 'Health Ministry'],
      ['Harlow Homes', 'Harlow#2'],
    );
  });

  it('takes "the ministry" and its spokesman for those named before', () => {
    together(
      'Health Ministry spokesman Karel Novak spoke. The Finance Ministry was silent. The ministry spokesman left. The ministry said so.',
      [
        named('Health Ministry spokesman Karel Novak', 'Karel Novak', {role: 'Health Ministry spokesman'}),
        body('The Finance Ministry', 'Finance Ministry'),
        unnamed('The ministry spokesman', 'spokesman'),
        body('The ministry#2', null, {headLemma: 'ministry', determiner: 'definite'}),
      ],
      ['Health Ministry spokesman Karel Novak', 'The ministry spokesman'],
      ['The Finance Ministry', 'The ministry#2'],
    );
  });

  it('knows seats and capitals of governments', () => {
    const story = together(
      'Russia says no\n\nThe Kremlin said no. Moscow had asked. Paris waited. The French government said nothing.',
      [
        body('Russia'),
        body('The Kremlin', 'Kremlin'),
        body('Moscow'),
        body('Paris'),
        body('The French government', null, {headLemma: 'government'}),
      ],
      ['Russia', 'The Kremlin', 'Moscow'],
      ['Paris', 'The French government'],
    );
    assert.deepEqual(
      story.sources.map(({label}) => label),
      ['the Kremlin', 'the French government'],
    );
  });

  it('knows an unnamed person again by "the" and "similar", not by "another"', () => {
    const story = together(
      'A French official said so. The official, who saw the paper, went on. A similar French official agreed. Another French official did not. French officials met.',
      [
        unnamed('A French official', 'official', {parts: {role: 'official', organisation: 'French'}}),
        unnamed('The official', 'official', {parts: {role: 'official', basis: 'saw the paper'}}),
        unnamed('A similar French official', 'official', {
          determiner: 'same',
          parts: {role: 'official', organisation: 'French'},
        }),
        unnamed('Another French official', 'official', {parts: {role: 'official', organisation: 'French'}}),
        unnamed('French officials', 'official', {
          determiner: 'bare',
          plural: true,
          kind: 'group',
          gender: 'plural',
        }),
      ],
      ['A French official', 'The official', 'A similar French official'],
      ['Another French official'],
      ['French officials'],
    );
    const [first] = story.sources;
    assert.equal(first?.label, 'a French official');
    assert.equal(first?.specificity, 3);
    assert.deepEqual(first?.missing, ['seniority', 'reason']);
    assert.equal(first?.standing, 'described');
  });

  it('gives the mayor his name when it comes', () => {
    together(
      'The mayor said no. Mayor Tom Hale said it twice.',
      [unnamed('The mayor', 'mayor'), named('Mayor Tom Hale', 'Tom Hale', {role: 'Mayor'})],
      ['The mayor', 'Mayor Tom Hale'],
    );
  });

  it('takes "the city" for a municipality, and a surname one letter off for the same person', () => {
    together(
      'The Municipality of Elmford asked for more. The city waited.',
      [
        body('The Municipality of Elmford', 'Municipality of Elmford'),
        body('The city', null, {headLemma: 'city', determiner: 'definite'}),
      ],
      ['The Municipality of Elmford', 'The city'],
    );
    together(
      'Kate Waters spoke. Water went on.',
      [named('Kate Waters', 'Kate Waters', {gender: 'female'}), body('Water#2', 'Water')],
      ['Kate Waters', 'Water#2'],
    );
  });

  it('takes "the Home Office letter" for the only letter there is', () => {
    const letter = (words: string, determiner: 'definite' | 'indefinite') =>
      unnamed(words, 'letter', {
        kind: 'document',
        standing: 'document',
        role: null,
        gender: 'neuter',
        determiner,
      });
    const calls = [
      body('The Home Office', 'Home Office'),
      letter('A leaked letter', 'indefinite'),
      letter('The Home Office letter', 'definite'),
    ];
    const text =
      'The Home Office waited. A leaked letter says forms are late. The Home Office letter is dated May.';
    const says = [{by: 1, verb: 'says', what: 'forms are late'}];
    const story = readDraft(text, calls, says);
    assert.equal(sourceOf(story, 'A leaked letter')?.id, sourceOf(story, 'The Home Office letter')?.id);
    const another = readDraft(
      text.replace('The Home Office letter', 'Then another letter came. The Home Office letter'),
      [...calls.slice(0, 2), letter('another letter', 'indefinite'), ...calls.slice(2)],
      says,
    );
    assert.notEqual(
      sourceOf(another, 'A leaked letter')?.id,
      sourceOf(another, 'The Home Office letter')?.id,
    );
  });

  it('takes "the Republican nominee" for the only one named, but not for a Democrat', () => {
    const nominee = unnamed('The Republican nominee', 'nominee', {role: 'Republican nominee'});
    together(
      'Ed Voss has plans. The Republican nominee has money, too.',
      [named('Ed Voss', 'Ed Voss', {gender: 'male'}), nominee],
      ['Ed Voss', 'The Republican nominee'],
    );
    together(
      'Democratic senator Ed Voss has plans. The Republican nominee has money, too.',
      [named('Democratic senator Ed Voss', 'Ed Voss', {gender: 'male', role: 'Democratic senator'}), nominee],
      ['Democratic senator Ed Voss'],
      ['The Republican nominee'],
    );
  });

  it('names sources by first mention and keeps mentions in order', () => {
    const story = readDraft('Ana Ruiz met Bo Lind. Lind left before Ruiz.', [
      named('Ana Ruiz'),
      named('Bo Lind'),
      named('Lind#2', 'Lind'),
      named('Ruiz#2', 'Ruiz'),
    ]);
    assert.deepEqual(
      story.sources.map(({id, name}) => [id, name]),
      [
        ['s0.0', 'Ana Ruiz'],
        ['s0.1', 'Bo Lind'],
      ],
    );
    assert.deepEqual(
      story.sources.map(({mentionIndexes}) => mentionIndexes),
      [
        [0, 3],
        [1, 2],
      ],
    );
  });
});
