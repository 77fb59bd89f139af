import {phraseSet} from '../../language/phrases.js';
import type {CrimeLabel} from '../../story/crimeLabels.js';
import type {BlockTables, Story} from '../../story/story.js';
import {blocksHaving, fitting, lookup, perBlock, placeOf} from '../lookup.js';
import {type Fix, rule, words} from '../rule.js';
import {allows, wordsAt} from '../wording.js';

/** With one of these in the draft a court has spoken, or the person has: a bare label may be earned. */
const verdict = phraseSet([
  'convicted',
  'conviction',
  'found guilty',
  'pleaded guilty',
  'pled guilty',
  'pleading guilty',
  'sentenced',
  'serving a life sentence',
  'was executed',
]);

export default rule({
  id: 'crime-label',
  family: 'claims',
  reads: 'passage',
  title: 'Wording that takes guilt for granted',
  why: 'Until a court has ruled, a person is accused of a deed; a label, or an arrest "for" the deed, says that they did it. It is unfair to them and can be libel, whoever else said it first.',
  severity: {
    default: 'warning',
    ap: [
      'warning',
      'AP keeps a name apart from the accusation, says of what somebody is accused, and keeps "murder" for after a conviction.',
    ],
  },
  options: {
    allow: words('Wordings that are never flagged, such as a film title.'),
  },
  limits:
    'It knows a verdict only by its words in the draft (convicted, found guilty, sentenced) and cannot tell whose verdict it is; with one in the draft, labels without "accused" or "alleged" are left alone. A label on an unknown culprit ("the killer") is left too.',
  examples: {
    flag: [
      '[[Accused killer John Smith]] will appear in court on Monday.',
      'Police led [[alleged rapist Marek Dvorak]] into the court in Brno.',
      'Smith was [[arrested for murdering]] his landlord, police said.',
      '[[The murderer]] fled across the river, the mayor said.',
      'A baker from Lyon was [[charged with murdering]] her husband.',
      'Reporters saw the [[accused murderer]] smile at his lawyer.',
      'Two men were [[arrested for robbing]] a bank in Kisumu on Friday.',
      'The village knew [[suspected arsonist Luis Prado]] as a quiet man.',
      'The school had once hired the [[alleged child molester]].',
      'Officers [[detained for stealing]] diesel were freed on Sunday.',
      'The film-maker met [[murderer Alan Crewe]] twice in May.',
      'Residents of the block said the [[alleged drug trafficker]] paid in cash.',
      'A nurse in Perth has been [[charged with murdering]] two patients, the prosecutor said.',
      'The two brothers were [[held for kidnapping]] a trader in Kano.',
      'The [[alleged thief]] left by the back door, the shopkeeper said.',
    ],
    leave: [
      'Smith, accused of the killing, will appear in court on Monday.',
      'Smith was arrested on a charge of murder, police said.',
      'Convicted murderer Alan Crewe asked for parole.',
      'The suspect fled across the river, police said.',
      'A court in Leeds convicted Crewe in 2009. The murderer is serving a life sentence.',
      'Smith was arrested for protesting outside the mine.',
      'Two men were arrested for allegedly robbing a bank in Kisumu, police said.',
      'Biologists counted nine killer whales off Tromso.',
      'Rapper Killer Mike will play in Atlanta on Friday.',
      '"He is an accused killer," the prosecutor said.',
      'Doctors call high blood pressure a silent killer.',
      'The driver was held for questioning in Nairobi.',
      'She was charged with fraud, court records show.',
      'The play follows a serial killer through Vienna.',
      'A thief took the medal from the museum overnight, the curator said.',
      'Police are looking for the killer.',
      'The wolf is a known livestock killer, the farmers’ union said.',
      'The company was charged with dumping waste in the Elbe.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const label of tables.crimeLabels) {
      if (label.quoted || lookup(tables).noted(label.sentence) || allows(tables, options.allow, label))
        continue;
      if (label.form === 'label' && here.askStory(hasVerdict)) continue;
      const {block} = here;
      const phrase = wordsAt(tables, label);
      yield {
        place: placeOf(block, label),
        message: messages[label.form](phrase),
        because: `“${phrase}” reads as if guilt were settled, and no verdict stands with it.`,
        ...(label.name ? {severity: 'error' as const} : {}),
        fixes: fixes(tables, block, label),
      };
    }
  },
});

const messages: Readonly<Record<CrimeLabel['form'], (words: string) => string>> = {
  accused: (words) => `Say of what the person is accused, and by whom: “${words}” puts the label on them.`,
  label: (words) => `Say which court found it: “${words}” tells of a verdict that the draft does not have.`,
  arrest: (words) => `Say on what suspicion or charge: “${words}” says that they did it.`,
  charge: (words) => `Name the charge: “${words}” tells the deed as done.`,
};

const hasVerdict = (story: Story): boolean => blocksHaving(story, verdictsIn).length > 0;

const verdictsIn = perBlock((tables) => tables.find(verdict).filter(({quoted}) => !quoted));

function fixes(
  tables: BlockTables,
  block: number,
  {form, name, replace, start, end}: CrimeLabel,
): readonly Fix[] {
  const place = placeOf(block, replace);
  if (form === 'charge') {
    return [
      {
        title: 'Name the charge: murder in the death of',
        kind: 'suggestion',
        preferred: true,
        edits: [{place, text: ['murder in the death of']}],
      },
    ];
  }
  if (form === 'arrest') {
    const {start: from} = replace;
    return [
      {
        title: 'Say on what charge or suspicion',
        kind: 'suggestion',
        preferred: true,
        edits: [
          {
            place: {block, start: from, end: from + 'for'.length},
            text: [{hole: 'on what', choices: ['on suspicion of', 'on a charge of']}],
          },
        ],
      },
    ];
  }
  const called = name
    ? wordsAt(tables, name)
    : {
        hole: /\b(?:the|an?) $/i.test(tables.content.text.slice(Math.max(0, start - 4), start))
          ? 'person'
          : fitting(tables, {start, end}, 'the person'),
        choices: ['suspect', 'defendant', 'accused'],
      };
  return [
    {
      title: 'Say who they are and of what they are accused',
      kind: 'suggestion',
      preferred: true,
      edits: [{place, text: name ? [called, ', accused of ', {hole: 'what'}, ','] : [called]}],
    },
  ];
}
