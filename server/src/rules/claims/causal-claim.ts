import {phraseSet} from '../../language/phrases.js';
import {lookup, placeOf} from '../lookup.js';
import {rule, words} from '../rule.js';
import {adding, allows, sourceChoices, wordsAt} from '../wording.js';

/** Wordings that make one thing the cause of another. "Because" is left out: most of what it says nobody disputes. */
const causes = phraseSet([
  'led to',
  'has led to',
  'have led to',
  'caused by',
  'was caused by',
  'sparked',
  'triggered',
  'fuelled',
  'fueled',
  'drove up',
  'drove down',
  'pushed up',
  'pushed down',
  'drove the',
  'resulted in',
  'brought about',
  'thanks to',
  'due to',
  'as a result of',
  'is to blame for',
  'gave rise to',
  'contributed to',
  'owing to',
]);
/** Where causes are argued over: the economy, crime, migration, health, schools, climate, votes. */
const contested = phraseSet([
  'economy',
  'economic',
  'boom',
  'recession',
  'growth',
  'inflation',
  'unemployment',
  'jobs',
  'wages',
  'rents',
  'rent',
  'prices',
  'poverty',
  'inequality',
  'deficit',
  'debt',
  'tax',
  'taxes',
  'tariff',
  'tariffs',
  'crime',
  'murders',
  'violence',
  'shootings',
  'immigration',
  'immigrants',
  'migrants',
  'migration',
  'refugees',
  'vaccine',
  'vaccines',
  'vaccination',
  'deaths',
  'cancer',
  'autism',
  'obesity',
  'suicide',
  'suicides',
  'overdoses',
  'climate',
  'warming',
  'emissions',
  'drought',
  'floods',
  'turnout',
  'defeat',
  'victory',
  'election',
  'vote',
  'votes',
  'war',
  'crisis',
  'protests',
  'riots',
  'unrest',
  'test scores',
  'grades',
  'dropout',
  'homelessness',
  'housing',
  'exodus',
  'shortage',
  'shortages',
  'policing',
  'welfare',
]);

export default rule({
  id: 'causal-claim',
  family: 'claims',
  reads: 'passage',
  title: 'A disputed cause told as fact',
  why: 'That one thing followed another is seen; that it followed because of it is a finding, and somebody has to have made it.',
  severity: {default: 'off'},
  options: {
    allow: words('Words that exempt a sentence from this rule.'),
  },
  limits:
    'Off by default, a hint where it is switched on: whether a cause is disputed cannot be told from the text. It looks for a few set wordings ("led to", "thanks to", "pushed up") beside words of fields in which causes are argued over, with no source in the sentence or the one before.',
  examples: {
    flag: [
      'The tax cut [[led to]] the boom.',
      'Vaccination [[drove the]] fall in deaths.',
      'Immigration [[pushed up]] rents.',
      'The new tariffs [[triggered]] a wave of inflation in Izmir.',
      'Crime fell [[thanks to]] the patrols.',
      'The shutdown [[resulted in]] a year of unemployment.',
      'Unrest in the north [[has led to]] an exodus of doctors.',
      '[[Owing to]] the reform, wages rose in Lima.',
      'The late debate [[contributed to]] her defeat.',
      'Cheap loans [[fuelled]] the housing crisis.',
    ],
    leave: [
      'The engine failed because a fuel line cracked, investigators found.',
      'The match was moved because it rained.',
      'Immigration pushed up rents, according to a study by the Rhine institute.',
      '"The tax cut led to the boom," Otto Brandt said.',
      'The tax cut was followed by a boom.',
      'The stairs led to a cellar full of wine.',
      'The ministry said vaccination drove the fall in deaths.',
      'Payment is due to the bank on Friday.',
      'Did the tax cut lead to the boom?',
      {text: 'The tax cut led to the boom. <!-- src: treasury p3 -->', format: 'markdown'},
      {text: 'The tax cut [led to the boom](https://treasury.example.org).', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    if (tables.content.kind !== 'paragraph' && tables.content.kind !== 'list-item') return;
    const hits = tables.find(causes);
    if (hits.length === 0) return;
    const {attributionsOf, noted} = lookup(tables);
    const sourced = (sentence: number) =>
      attributionsOf(sentence).some(
        ({source, carried, cueKind}) => cueKind !== 'attitude' && (carried || source.length > 0),
      );
    for (const hit of hits) {
      const sentence = tables.sentences[hit.sentence];
      if (
        !sentence ||
        hit.quoted ||
        noted(hit.sentence) ||
        sourced(hit.sentence) ||
        sourced(hit.sentence - 1)
      )
        continue;
      if (
        !tables
          .find(contested)
          .some(({start, quoted}) => !quoted && start >= sentence.start && start < sentence.end)
      )
        continue;
      if (
        allows(tables, options.allow, sentence) ||
        /\?\s*$/.test(tables.content.text.slice(sentence.start, sentence.end))
      )
        continue;
      const {block} = here;
      const link = wordsAt(tables, hit);
      yield {
        place: placeOf(block, hit),
        message: `Say who found the cause: “${link}” makes one thing the reason for the other.`,
        because: `“${link}” tells of cause and effect, and nobody is named who established it.`,
        severity: 'hint',
        fixes: [
          {
            title: 'Say who found it',
            kind: 'suggestion',
            preferred: true,
            edits: adding(block, tables, sentence, [
              ', according to ',
              {hole: 'source', choices: here.askStory(sourceChoices)},
            ]),
          },
          ...(/^(?:led to|resulted in|triggered|sparked)$/i.test(link)
            ? [
                {
                  title: 'Say only that it came after',
                  kind: 'suggestion' as const,
                  edits: [{place: placeOf(block, hit), text: ['preceded']}],
                },
              ]
            : []),
        ],
      };
      break;
    }
  },
});
