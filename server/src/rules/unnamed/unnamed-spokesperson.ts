import {behind, fitting} from '../lookup.js';
import {type Finding, rule, words} from '../rule.js';
import {unnamedIn} from '../unnamedSources.js';
import {allows, closingComma, wordsAt} from '../wording.js';

export default rule({
  id: 'unnamed-spokesperson',
  family: 'unnamed',
  reads: 'passage',
  title: 'A spokesperson without a name',
  why: 'Spokespeople are paid to be quoted by name. Where nobody wants to be, it is the organisation that speaks, and the story can say so.',
  severity: {
    default: 'hint',
    bbc: ['information', 'The BBC normally says who its sources are and what standing they have.'],
    npr: ['information', 'NPR is exact about who answered for an organisation and who did not.'],
  },
  options: {
    allow: words('Descriptions that are never flagged, such as an office that never gives names.'),
  },
  limits:
    'It looks at the first mention of each spokesperson. It cannot know whether the name was given in an earlier version or withheld for safety.',
  examples: {
    flag: [
      '[[A spokesman for the airline]] said the flight had turned back.',
      '[[A company representative]] denied that staff had been told.',
      'The recall covers 40,000 kettles, [[a spokeswoman]] said.',
      '"We are looking into it," said [[a spokesperson for the ministry]].',
      '[[The company’s spokesman]] told reporters that nobody was hurt.',
      'The works will end in May, according to [[a spokesperson for Northern Rail]].',
      '[[An embassy spokeswoman]] said the ambassador was on leave.',
      '[[A union spokesman]] said drivers would walk out on Friday.',
      '[[A representative of the landlord]] said the boiler had been fixed.',
      'Nobody was told, [[a hospital spokesperson]] said in an email.',
      '[[A spokeswoman for the mayor]] said the letter was a forgery.',
      '[[A police spokesman]] said two men were held.',
    ],
    leave: [
      'Harbour spokesman the Rev. Paolo Conti told reporters that the chapel would stay.',
      'A spokesman for the port did not respond to two emails.',
      'Airline spokeswoman Mei Tan said the flight had turned back.',
      'The airline said in a statement that the flight had turned back.',
      'A spokeswoman, Anna Richardson, said the recall covered 40,000 kettles.',
      'Jon Vidal, a spokesman for the port, said the crane was safe.',
      'Spokesman Will Said said the crane was safe.',
      '"I am not a spokesman for anyone," said Ida Lund.',
      'A U.S. representative said the bill would pass.',
      'The sample is not representative, the bureau said.',
      'The spokesman resigned in March, the party said.',
      'Spokesman for a generation, he was buried on Saturday.',
      'The ministry’s spokeswoman, Rosa Diaz, said the form had changed.',
      'The company did not name its spokesman.',
      'Deputy spokesperson Farhan Malik said no date was set.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const {class: kind, first, mention, place, source} of unnamedIn(here)) {
      if (kind !== 'spokesperson' || !first || allows(tables, options.allow, mention)) continue;
      const words = wordsAt(tables, mention);
      const {organisation} = mention.parts;
      yield {
        place,
        message: `Name “${words}”, or let the organisation say it.`,
        because: `“${words}” speaks for the record, and no name stands with it.`,
        related: source.mentions
          .filter(({block, start}) => block !== place.block || start !== place.start)
          .slice(0, 8)
          .map((other) => ({place: other, message: 'The same spokesperson again'})),
        fixes: [
          {
            title: 'Add the name',
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place: behind(place.block, mention),
                text: [', ', {hole: 'name'}, closingComma(tables, mention)],
              },
            ],
          },
          {
            title: 'Let the organisation say it',
            kind: 'suggestion',
            edits: [
              {
                place,
                text: [
                  {
                    hole: fitting(tables, mention, 'the organisation'),
                    ...(organisation ? {choices: [fitting(tables, mention, organisation)]} : {}),
                  },
                ],
              },
            ],
          },
        ],
      } satisfies Finding;
    }
  },
});
