import assert from 'node:assert/strict';
import {body, candidatesOf, named, pronoun, readDraft, sourceOf, unnamed} from './tables.js';

const male = {gender: 'male'} as const;
const female = {gender: 'female'} as const;

describe('whom a pronoun means', () => {
  it('goes on with the one who spoke', () => {
    const story = readDraft(
      'Luis Diaz met Aaron Cole. Diaz said the jail was full. He added that two wings were shut.',
      [
        named('Luis Diaz', 'Luis Diaz', male),
        named('Aaron Cole', 'Aaron Cole', {...male, function: 'other'}),
        named('Diaz#2', 'Diaz'),
        pronoun('He'),
      ],
      [
        {by: 2, verb: 'said', what: 'the jail was full'},
        {by: 3, verb: 'added', what: 'that two wings were shut'},
      ],
    );
    assert.equal(sourceOf(story, 'He')?.name, 'Luis Diaz');
    assert.equal(story.attributions[1]?.subjectContinuity, true);
    assert.deepEqual(candidatesOf(story, 1), ['Luis Diaz']);
  });

  it('lists everyone who fits since a name last spoke, with weights that add up to one', () => {
    const story = readDraft(
      'Judge Aaron Cole met Sheriff Luis Diaz and Maria Lopez on Monday. He said the jail was full.',
      [
        named('Judge Aaron Cole', 'Aaron Cole', male),
        named('Sheriff Luis Diaz', 'Luis Diaz', {...male, function: 'other'}),
        named('Maria Lopez', 'Maria Lopez', {...female, function: 'other'}),
        pronoun('He'),
      ],
      [{by: 3, verb: 'said', what: 'the jail was full'}],
    );
    assert.deepEqual(candidatesOf(story, 0), ['Aaron Cole', 'Luis Diaz']);
    const weights = story.attributions[0]?.candidates.map(({weight}) => weight) ?? [];
    assert.ok(Math.abs(weights.reduce((sum, weight) => sum + weight, 0) - 1) < 1e-9);
    assert.ok((weights[1] ?? 0) > 0.2);
    assert.equal(story.attributions[0]?.subjectContinuity, false);
  });

  it('sees no continuity after "according to" or when somebody else acts in between', () => {
    const after = readDraft(
      'A Norse official said Tor Lind had agreed. According to the official, Lind was glad.\n\nHe said the boats would leave.',
      [
        unnamed('A Norse official', 'official'),
        named('Tor Lind', 'Tor Lind', male),
        unnamed('the official', 'official', {function: 'other'}),
        named('Lind#2', 'Lind', male),
        pronoun('He'),
      ],
      [
        {by: 0, verb: 'said', what: 'Tor Lind had agreed'},
        {by: 2, verb: 'According to', what: 'Lind was glad', cueLemma: 'accord'},
        {by: 4, verb: 'said#2', what: 'the boats would leave'},
      ],
    );
    assert.equal(after.attributions[2]?.subjectContinuity, false);
    assert.equal(candidatesOf(after, 2).length, 2);

    const between = readDraft(
      'Tor Lind said no. Ove Dahl shook his head. He said it again.',
      [named('Tor Lind', 'Tor Lind', male), named('Ove Dahl', 'Ove Dahl', male), pronoun('He')],
      [
        {by: 0, verb: 'said', what: 'no'},
        {by: 2, verb: 'said#2', what: 'it again'},
      ],
    );
    assert.equal(between.attributions[1]?.subjectContinuity, false);
  });

  it('does not take the man spoken of for the speaker', () => {
    const story = readDraft(
      'Ed Voss hired Paul Reyes. He said Reyes was the best.',
      [
        named('Ed Voss', 'Ed Voss', {...male, function: 'other'}),
        named('Paul Reyes', 'Paul Reyes', {...male, function: 'subject'}),
        pronoun('He'),
        named('Reyes#2', 'Reyes', male),
      ],
      [{by: 2, verb: 'said', what: 'Reyes was the best'}],
    );
    assert.equal(sourceOf(story, 'He')?.name, 'Ed Voss');
  });

  it('knows "it" for bodies and "they" for groups', () => {
    const story = readDraft(
      'Anna Berg sued the bank over a loan to farmers. It said the loan was sound. They said it was not.',
      [
        named('Anna Berg', 'Anna Berg', female),
        body('the bank', null, {headLemma: 'bank', determiner: 'definite', function: 'other'}),
        unnamed('farmers', 'farmer', {
          kind: 'group',
          plural: true,
          gender: 'plural',
          determiner: 'bare',
          function: 'other',
        }),
        pronoun('It', {kind: 'unknown'}),
        pronoun('They', {kind: 'unknown'}),
      ],
      [
        {by: 3, verb: 'said', what: 'the loan was sound'},
        {by: 4, verb: 'said#2', what: 'it was not'},
      ],
    );
    assert.deepEqual(candidatesOf(story, 0), ['the bank']);
    assert.equal(candidatesOf(story, 1)[0], 'farmers');
  });

  it('learns the gender of somebody from a pronoun that can mean nobody else', () => {
    const story = readDraft(
      'Kim Aas said yes. She said it twice. Then Bo Aas spoke.',
      [named('Kim Aas', 'Kim Aas'), pronoun('She'), named('Bo Aas')],
      [
        {by: 0, verb: 'said', what: 'yes'},
        {by: 1, verb: 'said#2', what: 'it twice'},
      ],
    );
    assert.equal(story.sources[0]?.gender, 'female');
  });

  it('carries the floor on, within a paragraph and over a quotation left open', () => {
    const story = readDraft(
      'Rosa Diaz looked at the river. “The water rose,” Diaz said. “It took all.\n\n“On the third day, help came.”',
      [named('Rosa Diaz', 'Rosa Diaz', female), named('Diaz#2', 'Diaz')],
      [
        {by: 1, verb: 'said', what: '“The water rose,”', quote: 'direct'},
        {by: null, verb: 'said', what: '“It took all.', quote: 'direct', cue: [], carried: true},
        {
          by: null,
          verb: 'third day',
          what: '“On the third day, help came.”',
          quote: 'direct',
          cue: [],
          carried: true,
        },
      ],
    );
    assert.deepEqual(
      story.attributions.map(({sourceId}) => sourceId),
      ['s0.0', 's0.0', 's0.0'],
    );
  });

  it('gives a quotation to the one named with the next', () => {
    const story = readDraft(
      '“Nobody told us.” The room was still. “Nobody,” Ana Smith said.',
      [named('Ana Smith')],
      [
        {by: null, verb: 'said', what: '“Nobody told us.”', quote: 'direct', cue: []},
        {by: 0, verb: 'said', what: '“Nobody,”', quote: 'direct'},
      ],
    );
    assert.equal(story.attributions[0]?.sourceId, 's0.0');
  });

  it('hears the answer to a question', () => {
    const story = readDraft(
      'Ed Voss asked Paul Reyes how high the wall would be.\n\n“As high as the mast,” he told Voss.',
      [
        named('Ed Voss', 'Ed Voss', male),
        named('Paul Reyes', 'Paul Reyes', {...male, function: 'other'}),
        pronoun('he#3', male),
        named('Voss#2', 'Voss', {...male, function: 'other'}),
      ],
      [
        {by: 0, verb: 'asked', what: 'Paul Reyes how high the wall would be', cueLemma: 'ask'},
        {by: 2, verb: 'told Voss', what: '“As high as the mast,”', quote: 'direct', cueLemma: 'tell'},
      ],
    );
    assert.equal(candidatesOf(story, 1)[0], 'Paul Reyes');
  });

  it('lets a clause in front be of the speaker himself', () => {
    const story = readDraft(
      'Ed Voss met Paul Reyes. While Reyes liked the plan, he said it would fail.',
      [
        named('Ed Voss', 'Ed Voss', male),
        named('Paul Reyes', 'Paul Reyes', {...male, function: 'other'}),
        named('Reyes#2', 'Reyes', male),
        pronoun('he#2', male),
      ],
      [{by: 3, verb: 'said', what: 'While Reyes liked the plan'}],
    );
    assert.equal(candidatesOf(story, 0)[0], 'Paul Reyes');
  });

  it('takes whoever opens a paragraph and is told of in the pronoun’s words for the speaker, unless somebody is speaking', () => {
    const mentions = [
      named('Ed Voss', 'Ed Voss', male),
      named('Paul Reyes', 'Paul Reyes', male),
      pronoun('he#3', male),
    ];
    const says = (what: string) => [
      {by: 0, verb: 'said', what: 'it was late'},
      {by: 2, verb: 'said#2', what},
    ];
    const opens = 'Paul Reyes has left the board';
    const apart = readDraft(
      `Ed Voss said it was late. The hall was dark.\n\n${opens}, he said.`,
      mentions,
      says(opens),
    );
    assert.equal(candidatesOf(apart, 1)[0], 'Paul Reyes');
    const beside = readDraft(
      `Ed Voss said it was late. The hall was dark. ${opens}, he said.`,
      mentions,
      says(opens),
    );
    assert.equal(candidatesOf(beside, 1)[0], 'Ed Voss');
  });

  it('takes two people who say “they” for no one source', () => {
    const story = readDraft(
      'Ana Ruiz and Bo Lind own a shop in the old bank. They said trade was slow.',
      [
        named('Ana Ruiz'),
        named('Bo Lind'),
        body('the old bank', null, {headLemma: 'bank', function: 'other'}),
        pronoun('They'),
      ],
      [{by: 3, verb: 'said', what: 'trade was slow'}],
    );
    assert.equal(story.attributions[0]?.sourceId, null);
  });

  it('leaves aside whoever stands beside the pronoun', () => {
    const story = readDraft(
      'Jim Lind is running for governor. Through a spokesman, he declined to say more.',
      [
        named('Jim Lind', 'Jim Lind', male),
        unnamed('a spokesman', 'spokesman', {...male, function: 'other'}),
        pronoun('he'),
      ],
      [{by: 2, verb: 'declined', what: 'to say more'}],
    );
    assert.equal(sourceOf(story, 'he')?.name, 'Jim Lind');
    assert.ok((story.attributions[0]?.candidates[0]?.weight ?? 0) > 0.8);
  });

  it('looks for “he” within what is said, behind “when”', () => {
    const calls = [
      named('Ed Voss', 'Ed Voss', male),
      named('Paul Reyes', 'Paul Reyes', male),
      pronoun('he#2', male),
    ];
    const text = 'Ed Voss said Paul Reyes was right when he called the army small.';
    const story = readDraft(text, calls, [
      {by: 0, verb: 'said', what: 'Paul Reyes was right when he called the army small'},
      {by: 2, verb: 'called', what: 'the army small'},
    ]);
    assert.equal(candidatesOf(story, 1)[0], 'Paul Reyes');
    const going = readDraft(text.replace('when', 'there but'), calls, [
      {by: 0, verb: 'said', what: 'Paul Reyes was right there but he called the army small'},
      {by: 2, verb: 'called', what: 'the army small'},
    ]);
    assert.equal(candidatesOf(going, 1)[0], 'Ed Voss');
  });

  it('takes what somebody is for nobody else', () => {
    const story = readDraft(
      'Ana Ruiz was not a patient of his. “I never was,” she said.',
      [
        named('Ana Ruiz', 'Ana Ruiz', female),
        unnamed('a patient', 'patient', {function: 'other'}),
        pronoun('she'),
      ],
      [{by: 2, verb: 'said', what: '“I never was,”', quote: 'direct'}],
    );
    assert.ok((story.attributions[0]?.candidates[0]?.weight ?? 0) > 0.75);
  });

  it('lets a colon at the end of a paragraph say who speaks in the next', () => {
    const calls = [named('Ana Ruiz', 'Ana Ruiz', female)];
    const says = [
      {by: 0, verb: 'called', what: 'the plan “weak”', quote: 'mixed' as const},
      {by: null, verb: 'hold', what: '“It will not hold.”', quote: 'direct' as const, cue: []},
    ];
    const story = readDraft('Ana Ruiz called the plan “weak”:\n\n“It will not hold.”', calls, says);
    assert.equal(story.attributions[1]?.sourceId, 's0.0');
    const apart = readDraft('Ana Ruiz called the plan “weak”.\n\n“It will not hold.”', calls, says);
    assert.equal(apart.attributions[1]?.sourceId, null);
  });

  it('does not hold a guess at a gender against a later pronoun', () => {
    const story = readDraft(
      'Kim Aas spoke. He said no. Aas spoke again. She said yes.',
      [named('Kim Aas'), pronoun('He'), named('Aas#2', 'Aas'), pronoun('She')],
      [
        {by: 1, verb: 'said', what: 'no'},
        {by: 3, verb: 'said#2', what: 'yes'},
      ],
    );
    assert.deepEqual(
      story.attributions.map(({sourceId}) => sourceId),
      ['s0.0', 's0.0'],
    );
  });
});
