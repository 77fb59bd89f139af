import type {Mention} from '../../attribution/mention.js';
import type {Story} from '../../story/story.js';
import {behind, blocksHaving, lookup, perBlock, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {rule, words} from '../rule.js';
import {adding, allows, closingComma, wordsAt} from '../wording.js';

export default rule({
  id: 'study-uncited',
  family: 'story',
  reads: 'passage',
  looksAhead: true,
  title: 'Research that nobody could look up',
  why: '"Studies show" asks a reader to take a finding on trust. Who did the work, where it came out and when lets anybody judge it.',
  severity: {
    default: 'warning',
    ap: ['warning', 'AP credits facts that it did not gather to whoever did.'],
    bbc: ['warning', 'The BBC normally says who its sources are and what standing they have.'],
  },
  options: {
    allow: words('Words for research that need no reference, such as a long-settled finding.'),
  },
  limits:
    'An author, an institution, a journal or a link in the sentence or beside it is enough; it does not ask whether the work was reviewed or who paid for it. What "scientists say" is left to vague-group.',
  examples: {
    flag: [
      '[[Studies]] show coffee helps memory.',
      '[[Research]] suggests the opposite.',
      '[[A recent study]] found that short naps make drivers safer.',
      '[[Several studies]] have linked the spray to lung disease.',
      'Bees learn faster in the morning, according to [[a new study]].',
      '[[Research]] has shown that walkable streets cut noise.',
      '[[Many studies]] have found no effect.',
      '[[New research]] indicates that the ice is thinner than it looks.',
      'The diet works, according to [[research]].',
      '[[Recent studies]] suggest the vaccine lasts longer than a year.',
      '[[Clinical trials]] have shown that the cream heals burns.',
      '[[One study]] concluded that school meals raise marks.',
      'The council says the lights are safe. [[Studies]] have found that they harm moths.',
      '[[A scientific paper]] found that the wall is older than the town.',
      '[[A growing body of research]] shows that gardens cool cities.',
    ],
    leave: [
      'A study published May 3 in The Lancet found naps make drivers safer, said lead author Lena Ortiz.',
      'A Pew study from 2011 found that few people read terms of use.',
      'Research by the University of Ghana suggests the reef is growing.',
      {text: '[A recent study](https://doi.example.org/10.1) found that naps help.', format: 'markdown'},
      'A new study found that moths avoid lamps. It appeared in the journal Nature on Monday.',
      'The study found no effect on sleep.',
      'Her research shows how dunes move.',
      'He studies law in Lund.',
      'Police found a gun in the study.',
      '"Studies show it works," the minister said.',
      'The trial found that he had lied.',
      'Spending on research and development rose.',
      'The paper said the mayor would resign.',
      'Ortiz’s 2019 study found the same.',
      'Researchers at Lund University found that moths avoid lamps. Their study suggests why.',
      {text: 'Studies show that naps help.[^naps]\n\n[^naps]: Ortiz 2024.', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const study of tables.studies) {
      if (study.quoted || study.cited || lookup(tables).noted(study.sentence)) continue;
      if (allows(tables, options.allow, study) || isCitedBeside(here)) continue;
      const {block} = here;
      const sentence = tables.sentences[study.sentence] ?? study;
      const said = wordsAt(tables, study);
      yield {
        place: placeOf(block, study),
        message: `Say whose research this is and where it came out: “${said}”.`,
        because: `“${said}” gives no author, institution, journal, date or link by which anybody could find it.`,
        fixes: [
          {
            title: 'Say who did it, and where it came out',
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place: behind(block, study.subject),
                text: [
                  ' by ',
                  {hole: 'authors and institution'},
                  ', published in ',
                  {hole: 'journal and date'},
                  closingComma(tables, study.subject),
                ],
              },
            ],
          },
          {
            title: 'Say that it is not reviewed yet',
            kind: 'suggestion',
            edits: adding(block, tables, sentence, [
              '; ',
              {hole: 'the preprint or working paper'},
              ' has not been peer reviewed',
            ]),
          },
        ],
      };
    }
  },
});

/** A place of research that the story names. */
const isSchool = ({name, role}: Mention): boolean =>
  /\b(?:Universit|Institut|College|Laborator|Academy)/u.test(`${name ?? ''} ${role ?? ''}`);

/** Blocks at the top that may leave the reference to the story under them. */
const lead = 4;

/** The paragraph before or after gives research its reference; for what the story opens with, any does. */
function isCitedBeside(here: Passage): boolean {
  if (here.block < lead && here.askStory(citesAny)) return true;
  return [-1, 0, 1].some((by) => here.near(by)?.studies.some(({cited}) => cited) ?? false);
}

const citesAny = (story: Story): boolean => blocksHaving(story, referencesIn, true).length > 0;

const referencesIn = perBlock(({studies, mentions}) => [
  ...studies.filter(({cited}) => cited),
  ...mentions.filter(isSchool),
]);
