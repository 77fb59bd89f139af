import type {BlockTables, StoryClaim} from '../../story/story.js';
import {lookup, placeOf} from '../lookup.js';
import {type Fix, rule, words} from '../rule.js';
import {adding, allows, sourceChoices, wordsAt} from '../wording.js';

export default rule({
  id: 'superlative-unattributed',
  family: 'claims',
  reads: 'passage',
  title: 'A "largest", "only" or "worst" with no source',
  why: 'To say that nothing else is larger, one has to have looked at everything else. A superlative is wrong as soon as one counterexample turns up, and a reader cannot tell who looked.',
  severity: {
    default: 'warning',
    ap: [
      'warning',
      'AP attributes what could be disputed and was not witnessed or confirmed by its reporter.',
    ],
    reuters: ['warning', 'Reuters gives a source for every statement that is not established fact.'],
    local: ['information', 'A local desk often knows what its own town has only one of.'],
  },
  options: {
    allow: words('Words that exempt a sentence from this rule, such as the name of a well-known building.'),
  },
  limits:
    'It cannot tell a superlative that everybody knows from one that nobody has checked. It reports comparisons that name where or since when they hold ("the largest in the country", "the worst since 1998") and "unprecedented"; "one of the largest", opinions of taste and rankings within a list are left alone.',
  examples: {
    flag: [
      'Saturday’s march was the [[largest protest]] in the city’s history.',
      'St. Brigid’s is the [[only hospital]] in the region with a burns ward.',
      'It was the [[deadliest crash]] in a decade.',
      'The judges handed down an [[unprecedented ruling]].',
      'The drought is the [[worst]] since 1998.',
      'The plant in Gdansk made its [[biggest loss]] in 20 years.',
      'Lagos had its [[hottest April]] on record.',
      'Nadia Farouk is the [[youngest mayor]] ever elected in the delta.',
      'The strike was the [[longest rail stoppage]] since the war.',
      'Turnout was the [[lowest]] in three decades.',
      'The flood was the [[costliest disaster]] in the history of the province.',
      'The ruling is the [[first defeat]] for the guild in its history.',
      'Monday’s blaze was the [[worst mass poisoning]] in Bihar in years.',
      'The scale of the cuts is [[unprecedented]].',
      'The quake was the [[most destructive]] in a century.',
    ],
    leave: [
      'It is not unprecedented for a court to sit on a Sunday.',
      'It was the largest snowfall since records began in 1971, the National Weather Service said.',
      'The march was one of the largest in the city’s history.',
      'The first lady opened the clinic on Monday.',
      'Profit rose in the first quarter.',
      'She is the first woman since 1979 to lead the party.',
      'The first of three hearings is on Tuesday.',
      'Her first term ends in June.',
      'The worst-case plan foresees a flood of the old port.',
      'The best-selling album of Dora Pavel is out again.',
      'The Supreme Court, the highest court in the country, will hear the case.',
      '"It is the worst storm in a decade," Ruiz said.',
      'According to the ministry, it was the deadliest crash in a decade.',
      'It was not the biggest fire in the city’s history.',
      'The only way to reach the village is by boat.',
      'If it passes, it would be the largest tax cut in decades.',
      'Perhaps the oldest tree in the country stands in Kuopio.',
      'The biggest worry of Ana Ruiz is the rent.',
      'The town’s oldest baker, Otto Brandt, closed his shop.',
      'The bridge is the longest in Europe, the operator says. It is the tallest in the region ever built.',
      {text: 'The drought is [the worst since 1998](https://data.example.org/drought).', format: 'markdown'},
      {text: 'It was the deadliest crash in a decade. <!-- src: rail-board p2 -->', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    if (tables.content.kind !== 'paragraph' && tables.content.kind !== 'list-item') return;
    for (const claim of here.unsourced('superlative')) {
      // Whoever speaks in the sentence may be meant for all of it ("at its highest in years, he said, but …").
      if (
        lookup(tables)
          .attributionsOf(claim.sentence)
          .some(({cueKind, source}) => cueKind !== 'attitude' && source.length > 0)
      )
        continue;
      if (allows(tables, options.allow, claim)) continue;
      const most = wordsAt(tables, claim.trigger);
      yield {
        place: placeOf(claim.block, claim.trigger),
        message: `Say who ranks it so: “${most}” needs somebody who compared.`,
        because: `“${most}” is told as fact, and neither this sentence nor the one before says on whose word.`,
        fixes: fixes(tables, claim, here.askStory(sourceChoices)),
      };
      // One a paragraph.
      return;
    }
  },
});

function fixes(tables: BlockTables, claim: StoryClaim, choices: readonly string[]): readonly Fix[] {
  return [
    {
      title: 'Say who ranks it so',
      kind: 'suggestion',
      preferred: true,
      edits: adding(claim.block, tables, claim, [', according to ', {hole: 'source', choices}]),
    },
  ];
}
