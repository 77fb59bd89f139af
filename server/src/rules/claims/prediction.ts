import type {BlockTables, StoryClaim} from '../../story/story.js';
import {lookup, placeOf} from '../lookup.js';
import {rule, words} from '../rule.js';
import {adding, allows, sourceChoices, wordsAt} from '../wording.js';

export default rule({
  id: 'prediction',
  family: 'claims',
  reads: 'passage',
  title: 'A forecast with nobody who makes it',
  why: 'What has not happened yet cannot be known. A reader can only weigh a forecast by who makes it and on what it rests.',
  severity: {
    default: 'off',
    reuters: 'hint',
  },
  options: {
    allow: words('Words that exempt a sentence from this rule.'),
  },
  limits:
    'Off in most houses: unsourced forecasts come about once a story, most of them harmless. What stands on a calendar (a day in the sentence, a meeting, a vote) is left alone, so are the contents of a plan ("would"), questions and asides; "expected to" is told of by passive-hearsay.',
  examples: {
    flag: [
      'Prices [[will double]] by spring.',
      'The ruling [[could reshape]] the industry.',
      'The party is [[likely to]] lose its majority.',
      'Rents in Leipzig [[will climb]] for years.',
      'The drought [[will ruin]] the maize harvest.',
      'The club is [[bound to]] sell its striker.',
      'The verdict [[could topple]] the government.',
      'Shares of the airline are [[poised to]] recover.',
      'The strike [[will cripple]] the port of Santos.',
      'Voters [[will punish]] the coalition.',
      'The cuts [[could cost]] thousands of jobs.',
      'The new line [[will not pay]] for itself.',
    ],
    leave: [
      'The council will vote Tuesday.',
      'Prices will double by spring, the central bank forecast.',
      'The law would ban plastic bags.',
      'Will Carter said the pump was new.',
      'The inquiry will hear its first witness in the town hall.',
      '"Prices will double," Anna Roth said.',
      'According to the institute, the harvest will fail.',
      'The factory will close on June 3.',
      'Will prices double by spring?',
      'Her will named two heirs.',
      'It is unclear whether the ruling could reshape the industry.',
      'The bridge is set to open in May.',
      {text: 'Prices will double by spring. <!-- src: bank-outlook p9 -->', format: 'markdown'},
      {text: 'Prices [will double by spring](https://bank.example.org/outlook).', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    if (tables.content.kind !== 'paragraph' && tables.content.kind !== 'list-item') return;
    for (const claim of here.unsourced('prediction')) {
      if (allows(tables, options.allow, claim) || isScheduled(tables, claim)) continue;
      const text = tables.content.text;
      if (/\?["”]?\s*$/.test(text.slice(claim.start, claim.end))) continue;
      // The forecaster may stand at the end in words that no cue is read from.
      if (
        /\b(?:forecasts?|predict(?:s|ed)?|project(?:s|ed)|estimates?)\b/i.test(
          text.slice(claim.trigger.end, claim.end),
        )
      )
        continue;
      if (/\b(?:whether|if|unless|unclear|not known)\b/i.test(text.slice(claim.start, claim.trigger.start)))
        continue;
      if (
        lookup(tables)
          .attributionsOf(claim.sentence)
          .some(({cueKind, source}) => cueKind !== 'attitude' && source.length > 0)
      )
        continue;
      const choices = here.askStory(sourceChoices);
      const forecast = wordsAt(tables, claim.trigger);
      yield {
        place: placeOf(claim.block, claim.trigger),
        message: `Say who expects it, or on what it rests: “${forecast}” tells the future as known.`,
        because: `“${forecast}” is a forecast, and neither this sentence nor the one before says whose.`,
        fixes: [
          {
            title: 'Say who expects it',
            kind: 'suggestion',
            preferred: true,
            edits: adding(claim.block, tables, claim, [', according to ', {hole: 'forecaster', choices}]),
          },
          {
            title: 'Say on what it rests',
            kind: 'suggestion',
            edits: adding(claim.block, tables, claim, [', judging by ', {hole: 'what it rests on'}]),
          },
        ],
      };
      // One a paragraph: a forecast is seldom made of one sentence.
      return;
    }
  },
});

/** A day or a date in the sentence: somebody has put it on a calendar. */
const isScheduled = ({times}: BlockTables, {start, end}: StoryClaim): boolean =>
  times.some(
    (time) => time.start >= start && time.end <= end && time.kind !== 'period' && time.kind !== 'day',
  );
