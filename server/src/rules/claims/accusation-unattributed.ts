import {isOutrunning} from '../outrunning.js';
import {rule, words} from '../rule.js';
import {adding, afterSentence, allows, sourceChoices, wordsAt} from '../wording.js';

export default rule({
  id: 'accusation-unattributed',
  family: 'claims',
  reads: 'passage',
  title: 'An accusation told as fact',
  why: 'A crime, a lie or a fraud stated in our own voice is our accusation, and ours to prove. Naming who makes it lowers the risk but does not remove it: repeating a libel can be one too.',
  severity: {
    default: 'error',
    ap: [
      'error',
      'Whoever makes an allegation is always named, and nothing may read as if the writer made it.',
    ],
    reuters: ['error', 'Allegations of wrongdoing go to a second pair of eyes before they go out.'],
    afp: ['error', 'The source of a charge stands beside it.'],
    bbc: ['error', 'Allegations are attributed, and those accused get a fair chance to answer.'],
    npr: ['error', 'Every person accused is asked, and the story says what was asked of whom.'],
    guardian: ['error', 'A serious allegation is put to the person before it is printed.'],
    local: ['error', 'A small paper is sued like a big one.'],
  },
  options: {
    allow: words('Words that exempt a sentence, such as a case whose verdict is on record.'),
  },
  limits:
    'It knows verbs and objects of wrongdoing in the active voice with a person or body before them. It does not know whether a court has since convicted, nor read an accusation made by hint.',
  examples: {
    flag: [
      'Councillor Dean Marsh [[took bribes]] from the paving contractor.',
      'The mortgage broker [[asked the appraiser to hide the flooding]].',
      'The company [[knowingly poisoned the river]] for a decade.',
      'Coach Petra Reyes [[abused players]] for years.',
      'Officer Colin Hale [[lied]] in his report.',
      'Harlow Homes [[falsified safety records]] at three sites.',
      'The mayor of Elmford [[stole money]] from the pension fund.',
      'Bell met the developer twice and [[took kickbacks]] from his firm.',
      'Bell, the former harbour master, [[embezzled funds]] from the port.',
      'The bank [[misled investors]] about its losses.',
      'Dr Simon Achebe [[forged prescriptions]] for his own use.',
      'Minister Rana Siddiqui [[rigged the tender]] in favour of a cousin.',
      'The council [[covered up the leak]] for six months.',
      'The airline [[ignored warnings]] from its own engineers.',
      'Judge Orla Finn [[accepted a bribe]] in the drainage case.',
      'The landlord [[illegally evicted tenants]] in January.',
      'Rossi [[laundered money]] through the restaurant.',
      'The head nurse [[ordered staff to destroy records]] before the inspection.',
      'The club’s owner [[evaded taxes]] on the sale.',
      'The inspectors left at noon. The manager [[shredded documents]] overnight.',
    ],
    leave: [
      'A knife-wielding French Islamist killed a police officer and his partner in their home.',
      'Marsh was convicted in March of taking bribes.',
      'Prosecutors charged Reyes with six counts of assault, court records show.',
      'The company poisoned the river, the lawsuit says.',
      'The storm killed 12 people along the coast.',
      'A gunman killed two people in the market on Friday, police said.',
      'Drug trafficking is rising in the port.',
      'Marsh took bribes from the contractor, two former aides told the tribunal.',
      '"The company poisoned the river," said Lena Ortiz, who farms downstream.',
      'Marsh did not take bribes.',
      'Tanaka stole the show in the second half.',
      'If the broker hid the flooding, the sale can be undone.',
      'The officer never lied in his report.',
      'Thieves stole jewellery worth a fortune from the museum.',
      'Did the company falsify its records?',
      'Reyes admitted that she lied to inspectors.',
      'The plant fabricated steel beams for the stadium.',
      'The river flooded and poisoned wells across the delta.',
      'Hale allegedly lied in his report.',
      'Marsh would have taken bribes from anyone.',
      'The smith forged a gate for the chapel.',
      'The jury found that Rossi laundered money through the restaurant.',
      'The company defrauded by Smith has closed.',
      'In the film, the mayor steals money from the pension fund and lies about it.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const claim of here.unsourced('accusation')) {
      if (allows(tables, options.allow, claim)) continue;
      // A headline that outruns its own story is told so by a rule of its own.
      if (isOutrunning(here, claim)) continue;
      const choices = here.askStory(sourceChoices);
      const {block, target, trigger} = claim;
      const wrong = wordsAt(tables, trigger);
      const whom = target ? wordsAt(tables, target) : null;
      yield {
        place: {block, start: trigger.start, end: trigger.end},
        message: `Say who accuses ${whom ?? 'them'}, or which court found it: “${wrong}” stands here as fact.`,
        because: `“${wrong}” tells of a wrong, and no charge, verdict, document or speaker stands with it.`,
        related: target
          ? [{place: {block, start: target.start, end: target.end}, message: 'Who is accused'}]
          : [],
        fixes: [
          {
            title: 'Say who makes the accusation',
            kind: 'suggestion',
            preferred: true,
            edits: adding(block, tables, claim, [
              ', according to ',
              {hole: 'charge, filing, verdict or accuser', choices},
            ]),
          },
          {
            title: 'Add what the accused says to it',
            kind: 'suggestion',
            edits: [
              {
                place: {block, ...afterSentence(tables, claim)},
                text: [
                  ' ',
                  {hole: 'who'},
                  ' ',
                  {hole: 'denied it, declined to comment, or was asked how and when'},
                  '.',
                ],
              },
            ],
          },
        ],
      };
    }
  },
});
