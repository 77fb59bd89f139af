import assert from 'node:assert/strict';
import type {Mention} from '../../../server/src/attribution/mention.js';
import {type UnnamedClass, unnamedClass} from '../../../server/src/rules/unnamedSources.js';

/** A description as the mention table gives it. */
function described(text: string, headLemma: string, given: Partial<Mention> = {}): Mention {
  const first = text.split(' ')[0]?.toLowerCase() ?? '';
  return {
    start: 0,
    end: text.length,
    text,
    name: null,
    head: {start: 0, end: text.length},
    headLemma,
    role: headLemma,
    kind: 'person',
    standing: 'described',
    gender: 'unknown',
    plural: false,
    parts: {role: headLemma},
    determiner:
      first === 'the'
        ? 'definite'
        : first === 'a' || first === 'an' || first === 'one'
          ? 'indefinite'
          : 'bare',
    anonymity: null,
    sentence: 0,
    function: 'subject',
    ...given,
  };
}

const many = {plural: true, gender: 'plural', kind: 'group'} as const;

describe('which rule speaks of an unnamed source', () => {
  const cases: readonly (readonly [Mention, UnnamedClass | null])[] = [
    [described('a source', 'source', {parts: {}}), 'bare'],
    [described('Well-informed sources', 'source', {...many, parts: {}}), 'bare'],
    [described('several senior sources', 'source', {...many, parts: {seniority: 'senior'}}), 'bare'],
    [described('a government source', 'source', {parts: {organisation: 'government'}}), 'official'],
    [described('security sources', 'source', {...many, parts: {}}), 'official'],
    [described('a source who attended the meeting', 'source', {parts: {basis: 'attended'}}), 'official'],
    [described('insiders', 'insider', {...many, parts: {}}), 'bare'],
    [described('a French official', 'official'), 'official'],
    [described('officials', 'official', many), 'official'],
    [described('lawmakers', 'lawmaker', many), 'group'],
    [described('two lawmakers', 'lawmaker', {...many, determiner: 'indefinite'}), 'official'],
    [described('one Republican', 'republican'), 'official'],
    [described('Republicans', 'republican', many), null],
    [described('many Republicans', 'republican', {...many, determiner: 'indefinite'}), 'group'],
    [described('her allies', 'ally', {...many, determiner: 'definite'}), 'official'],
    [described('lawyers for the family', 'lawyer', many), null],
    [described('delegates', 'delegate', many), 'group'],
    [described('one delegate', 'delegate'), 'official'],
    [described('several judges', 'judge', {...many, determiner: 'indefinite'}), null],
    [described('rights groups', 'group', {...many, kind: 'organisation', standing: 'named'}), 'group'],
    [
      described('news organizations', 'organization', {...many, kind: 'organisation', standing: 'named'}),
      null,
    ],
    [described('three-quarters', 'quarter', {...many, parts: {}}), null],
    [described('all analysts', 'analyst', {...many, determiner: 'definite'}), 'group'],
    [described('all the analysts', 'analyst', {...many, determiner: 'definite'}), null],
    [described('Lawmaker', 'lawmaker'), null],
    [described('party figures', 'figure', {...many, kind: 'document', standing: 'document'}), 'group'],
    [described('unemployment figures', 'figure', {...many, kind: 'document', standing: 'document'}), null],
    [described('the official', 'official'), null],
    [
      described('the official, who asked not to be named', 'official', {anonymity: {start: 13, end: 40}}),
      'official',
    ],
    [described('a French authority', 'authority'), 'official'],
    [described('authorities', 'authority', many), null],
    [described('the authorities', 'authority', {...many, determiner: 'definite'}), null],
    [described('a minister', 'minister'), 'official'],
    [described('the minister', 'minister'), null],
    [described('officers', 'officer', many), null],
    [described('a person familiar with the matter', 'person'), 'official'],
    [
      described('a person briefed on the talks', 'person', {parts: {basis: 'briefed on the talks'}}),
      'official',
    ],
    [described('a person on the pavement', 'person'), null],
    [described('people', 'people', many), 'group'],
    [described('experts', 'expert', many), 'group'],
    [described('an expert', 'expert'), null],
    [described('many', 'many', many), 'group'],
    [described('a spokesman for the airline', 'spokesman'), 'spokesperson'],
    [described('a representative of the landlord', 'representative'), 'spokesperson'],
    [described('a representative', 'representative'), null],
    [described('the press office', 'office', {kind: 'organisation'}), 'spokesperson'],
    [described('the ministry', 'ministry', {kind: 'organisation'}), null],
    [described('police', 'police', {kind: 'organisation'}), null],
    [described('court filings', 'filing', {kind: 'document', standing: 'document'}), null],
    [
      described('Rick Wilson, a Republican strategist', 'strategist', {
        name: 'Rick Wilson',
        standing: 'named',
      }),
      null,
    ],
    [described('he', 'he', {standing: 'pronoun', headLemma: null}), null],
  ];
  for (const [mention, wanted] of cases) {
    it(`${mention.text}: ${wanted ?? 'none'}`, () => assert.equal(unnamedClass(mention), wanted));
  }
});
