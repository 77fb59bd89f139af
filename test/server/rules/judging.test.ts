import assert from 'node:assert/strict';
import {Passage} from '../../../server/src/rules/passage.js';
import firstPersonParaphrase from '../../../server/src/rules/quotes/first-person-paraphrase.js';
import pronounAmbiguous from '../../../server/src/rules/quotes/pronoun-ambiguous.js';
import quoteNoSpeaker from '../../../server/src/rules/quotes/quote-no-speaker.js';
import type {Finding, OptionSpecs, PassageRule, StoryRule} from '../../../server/src/rules/rule.js';
import anonBareSource from '../../../server/src/rules/unnamed/anon-bare-source.js';
import anonNoReason from '../../../server/src/rules/unnamed/anon-no-reason.js';
import anonOfficial from '../../../server/src/rules/unnamed/anon-official.js';
import unnamedSpokesperson from '../../../server/src/rules/unnamed/unnamed-spokesperson.js';
import vagueGroup from '../../../server/src/rules/unnamed/vague-group.js';
import {storyOf, type Tables} from './tables.js';

function judge<S extends OptionSpecs>(rule: StoryRule<S> | PassageRule<S>, text: string, tables: Tables) {
  const story = storyOf(text, tables);
  const options = Object.fromEntries(
    Object.entries(rule.options ?? {}).map(([name, spec]) => [name, spec.default]),
  );
  const findings =
    rule.reads === 'story'
      ? [...rule.check(story, options as never, 'ap')]
      : story.blocks.flatMap((_, block) => [
          ...rule.check(new Passage(story, block), options as never, 'ap'),
        ]);
  const words = ({place}: Finding) =>
    story.blocks[place.block ?? -1]?.content.text.slice(place.start, place.end);
  const choices = (finding: Finding | undefined) =>
    (finding?.fixes ?? []).flatMap(({edits}) =>
      edits.flatMap(({text: template}) =>
        template.flatMap((part) => (typeof part === 'string' ? [] : (part.choices ?? []))),
      ),
    );
  /** What the first fix of a finding makes of its paragraph; a hole as its name in braces. */
  const fixed = (finding: Finding | undefined, nth = 0) => {
    const edits = [...(finding?.fixes?.[nth]?.edits ?? [])].sort((a, b) => b.place.start - a.place.start);
    let written = story.blocks[edits[0]?.place.block ?? 0]?.content.text ?? '';
    for (const {place, text: template} of edits) {
      const put = template.map((part) => (typeof part === 'string' ? part : `{${part.hole}}`)).join('');
      written = written.slice(0, place.start) + put + written.slice(place.end);
    }
    return written;
  };
  return {findings, words: findings.map(words), choices, fixed};
}

const official = {headLemma: 'official', role: 'official'} as const;
const two = {
  parts: {role: 'official', organisation: 'French'},
  specificity: 2,
  missing: ['seniority', 'basis', 'reason'],
} as const;

describe('unnamed sources, judged from tables', () => {
  const twice =
    'A French official said the ships had left. Rain fell on the harbour all day.\n\nA similar French official said the crews were safe. The official said no more.';
  const tables: Tables = {
    who: [
      {
        id: 'official',
        ...two,
        calls: [
          {words: 'A French official', ...official},
          {words: 'A similar French official', ...official, determiner: 'same'},
          {words: 'The official', ...official, determiner: 'definite'},
        ],
      },
    ],
    says: [
      {by: ['official', 0], verb: 'said', what: 'the ships had left'},
      {by: ['official', 1], verb: 'said#2', what: 'the crews were safe'},
      {by: ['official', 2], verb: 'said#3', what: 'no more'},
    ],
  };

  it('asks once who an official is, and again only where it may be another one', () => {
    const {findings, words} = judge(anonOfficial, twice, tables);
    assert.deepEqual(words, ['A French official', 'A similar French official']);
    assert.equal(
      findings[0]?.message,
      'Say of “A French official” how they know, why they are not named and how senior they are.',
    );
    assert.equal(findings[0]?.related?.length, 2);
    assert.deepEqual(findings[0]?.severity, {default: 'warning', local: 'information'});
  });

  it('offers the same or another, spelled for its place', () => {
    const {findings, choices, fixed} = judge(anonOfficial, twice, tables);
    assert.deepEqual(choices(findings[1]), ['The same official', 'Another official']);
    assert.equal(
      fixed(findings[0]),
      'A French official who {how they know} {what} said the ships had left. Rain fell on the harbour all day.',
    );
  });

  it('leaves the house’s severity to an official of whom nothing is known', () => {
    const {findings} = judge(anonOfficial, 'Officials said the dam would hold.', {
      who: [
        {
          id: 'o',
          specificity: 1,
          parts: {role: 'official'},
          missing: ['organisation', 'basis'],
          calls: [{words: 'Officials', ...official, plural: true, determiner: 'bare'}],
        },
      ],
      says: [{by: ['o', 0], verb: 'said', what: 'the dam would hold'}],
    });
    assert.equal(findings.length, 1);
    assert.equal(findings[0]?.severity, undefined);
  });

  it('says nothing of those described well, of those who say nothing, and inside quotations', () => {
    const well = {...two, specificity: 4} as const;
    const text = '"A French official told me," Ana Ruiz said. Two French officials were hurt.';
    const speaker = {id: 'ruiz', name: 'Ana Ruiz', standing: 'named', calls: [{words: 'Ana Ruiz'}]} as const;
    assert.deepEqual(
      judge(anonOfficial, twice, {...tables, who: [{...(tables.who?.[0] as object), ...well} as never]})
        .words,
      ['A similar French official'],
    );
    const {words} = judge(anonOfficial, text, {
      who: [
        {id: 'a', ...two, calls: [{words: 'A French official', ...official}]},
        {id: 'b', ...two, calls: [{words: 'Two French officials', ...official, plural: true}]},
        speaker,
      ],
      says: [
        {by: ['a', 0], verb: 'told', what: 'me'},
        {by: ['ruiz', 0], verb: 'said', what: 'A French official told me'},
      ],
    });
    assert.deepEqual(words, []);
  });

  it('offers as names only those that the draft holds', () => {
    const {findings, choices} = judge(
      anonBareSource,
      'A source said the mill would shut. Ana Ruiz said it would not.',
      {
        who: [
          {id: 's', calls: [{words: 'A source', headLemma: 'source'}]},
          {id: 'r', name: 'Ana Ruiz', label: 'Ana Ruiz', standing: 'named', calls: [{words: 'Ana Ruiz'}]},
        ],
        says: [
          {by: ['s', 0], verb: 'said', what: 'the mill would shut'},
          {by: ['r', 0], verb: 'said#2', what: 'it would not'},
        ],
      },
    );
    assert.equal(findings.length, 1);
    assert.deepEqual(choices(findings[0]), ['Ana Ruiz']);
  });

  it('asks why only where no reason follows in time', () => {
    const asked = (text: string, reason?: {readonly words: string}) =>
      judge(anonNoReason, text, {
        who: [
          {
            id: 'clerk',
            calls: [
              {
                words: 'A clerk who asked not to be named',
                headLemma: 'clerk',
                anonymity: {start: 8, end: 33},
              },
              ...(reason
                ? [
                    {
                      ...reason,
                      headLemma: 'clerk',
                      determiner: 'definite' as const,
                      parts: {reason: 'because'},
                    },
                  ]
                : []),
            ],
          },
        ],
        says: [{by: ['clerk', 0], verb: 'said', what: 'the safe was open'}],
      });
    const bare = 'A clerk who asked not to be named said the safe was open.';
    assert.deepEqual(asked(bare).words, ['who asked not to be named']);
    const {findings, fixed} = asked(bare);
    assert.equal(
      fixed(findings[0]),
      'A clerk who asked not to be named because {reason they gave} said the safe was open.',
    );
    assert.deepEqual(asked(`${bare} The clerk fears for her job.`, {words: 'The clerk'}).words, []);
    assert.deepEqual(asked(`${bare}\n\nThe clerk fears for her job.`, {words: 'The clerk'}).words, []);
    assert.deepEqual(
      asked(`${bare} It rained. It blew. The clerk fears for her job.`, {words: 'The clerk'}).words,
      ['who asked not to be named'],
    );
  });

  it('waits for a member of a group to be named', () => {
    const critics = {
      id: 'c',
      standing: 'vague',
      kind: 'group',
      calls: [{words: 'Critics', headLemma: 'critic', plural: true}],
    } as const;
    const faris = {id: 'f', name: 'Omar Faris', standing: 'named', calls: [{words: 'Omar Faris'}]} as const;
    const says = (by: string, nth: number, what: string) => ({
      by: [by, 0] as const,
      verb: `said#${nth}`,
      what,
    });
    const alone = judge(vagueGroup, 'Critics said the pier was ugly. It opens in May.', {
      who: [critics],
      says: [says('c', 1, 'the pier was ugly')],
    });
    assert.deepEqual(alone.words, ['Critics']);
    for (const [gap, wanted] of [
      ['', []],
      ['\n\n', []],
      [' It opens in May.', []],
      [' It opens in May. It is long. It is wide.', ['Critics']],
    ] as const) {
      const {words} = judge(
        vagueGroup,
        `Critics said the pier was ugly.${gap} Omar Faris said it was cheap.`,
        {
          who: [critics, faris],
          says: [says('c', 1, 'the pier was ugly'), says('f', 2, 'it was cheap')],
        },
      );
      assert.deepEqual(words, wanted, JSON.stringify(gap));
    }
  });

  it('takes a motive for a voice: a group that nobody asked', () => {
    const {words} = judge(vagueGroup, 'Western leaders met in the hope of calming markets.', {
      who: [
        {
          id: 'l',
          standing: 'vague',
          calls: [{words: 'Western leaders', headLemma: 'leader', plural: true, determiner: 'bare'}],
        },
      ],
      claims: [{words: 'in the hope of', type: 'mental-state'}],
    });
    assert.deepEqual(words, ['Western leaders']);
  });

  it('offers the organisation that a spokesman speaks for', () => {
    const {findings, choices} = judge(
      unnamedSpokesperson,
      'The flight turned back, a spokesman for the airline said.',
      {
        who: [
          {
            id: 's',
            calls: [
              {
                words: 'a spokesman for the airline',
                headLemma: 'spokesman',
                parts: {organisation: 'the airline'},
              },
            ],
          },
        ],
        says: [{by: ['s', 0], verb: 'said', what: 'The flight turned back'}],
      },
    );
    assert.equal(findings.length, 1);
    assert.deepEqual(choices(findings[0]), ['the airline']);
  });
});

describe('quotations, judged from tables', () => {
  it('asks once a paragraph who speaks, and moves the comma', () => {
    const {findings, words, fixed} = judge(
      quoteNoSpeaker,
      'Work stopped in March, and nobody came back to the site.\n\n"The money ran out." It was gone. "All of it."',
      {},
    );
    assert.deepEqual(words, ['"The money ran out."']);
    assert.equal(fixed(findings[0]), '"The money ran out," {speaker} said. It was gone. "All of it."');
  });

  it('takes the sentence before, or another quotation of the paragraph, for the speaker', () => {
    const voss = {id: 'v', name: 'Ed Voss', standing: 'named', calls: [{words: 'Ed Voss'}]} as const;
    for (const [text, quote] of [
      ['Ed Voss said the site was shut in the early spring.\n\n"The money ran out."', 'indirect'],
      ['"The money ran out." Then Ed Voss said "all of it."', 'mixed'],
    ] as const) {
      const {words} = judge(quoteNoSpeaker, text, {
        who: [voss],
        says: [
          {by: ['v', 0], verb: 'said', what: quote === 'mixed' ? '"all of it."' : 'the site was shut', quote},
        ],
      });
      assert.deepEqual(words, [], text);
    }
  });

  it('puts the quotation marks back where they were lost', () => {
    const {findings, words, fixed} = judge(
      firstPersonParaphrase,
      'We tried to keep it open, Ed Voss said on Monday.',
      {
        who: [{id: 'v', name: 'Ed Voss', standing: 'named', calls: [{words: 'Ed Voss'}]}],
        says: [{by: ['v', 0], verb: 'said', what: 'We tried to keep it open'}],
        persons: [{words: 'We', attribution: 0, markMissing: true}],
      },
    );
    assert.deepEqual(words, ['We tried to keep it open']);
    assert.equal(findings[0]?.severity, 'error');
    assert.equal(fixed(findings[0]), '“We tried to keep it open,” Ed Voss said on Monday.');
  });

  it('leaves the writer’s own "we" alone', () => {
    const text = 'We walked to the camp at noon. Our guide was late. Ed Voss said we could go in.';
    const tables = (persons: Tables['persons']): Tables => ({
      who: [{id: 'v', name: 'Ed Voss', standing: 'named', calls: [{words: 'Ed Voss'}]}],
      says: [{by: ['v', 0], verb: 'said', what: 'we could go in'}],
      persons,
    });
    const reported = {words: 'we', attribution: 0} as const;
    assert.deepEqual(judge(firstPersonParaphrase, text, tables([reported])).words, ['we']);
    assert.deepEqual(
      judge(firstPersonParaphrase, text, tables([{words: 'We'}, {words: 'Our'}, reported])).words,
      [],
    );
  });

  const men: Tables['who'] = [
    {id: 'cole', name: 'Aaron Cole', label: 'Aaron Cole', standing: 'named', calls: [{words: 'Aaron Cole'}]},
    {id: 'o', label: 'a French official', calls: [{words: 'a French official', ...official}]},
    {id: 'he', standing: 'pronoun' as never, calls: [{words: 'He', standing: 'pronoun', determiner: 'none'}]},
  ];
  const met = 'Aaron Cole met a French official on Monday. He said the ships had left.';
  const he = (couldBe: readonly (readonly [string, number])[], subjectContinuity = false): Tables => ({
    who: men,
    says: [{by: ['he', 0], verb: 'said', what: 'the ships had left', couldBe, subjectContinuity}],
  });

  it('points at each who may be meant, and offers them', () => {
    const {findings, words, choices} = judge(
      pronounAmbiguous,
      met,
      he([
        ['cole', 0.6],
        ['o', 0.4],
      ]),
    );
    assert.deepEqual(words, ['He said']);
    assert.deepEqual(choices(findings[0]), ['Cole', 'The French official']);
    assert.deepEqual(
      findings[0]?.related?.map(({message}) => message),
      ['Aaron Cole could be meant', 'a French official could be meant'],
    );
  });

  it('is silent where one is far likelier, or the subject goes on', () => {
    assert.deepEqual(
      judge(
        pronounAmbiguous,
        met,
        he([
          ['cole', 0.9],
          ['o', 0.1],
        ]),
      ).words,
      [],
    );
    assert.deepEqual(judge(pronounAmbiguous, met, he([['cole', 1]])).words, []);
    assert.deepEqual(
      judge(
        pronounAmbiguous,
        met,
        he(
          [
            ['cole', 0.5],
            ['o', 0.5],
          ],
          true,
        ),
      ).words,
      [],
    );
  });
});
