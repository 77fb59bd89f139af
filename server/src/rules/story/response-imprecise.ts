import type {Span} from '../../draft/block.js';
import type {Response} from '../../story/responses.js';
import type {BlockTables} from '../../story/story.js';
import {lookup} from '../lookup.js';
import {flag, type LocalFinding, rule, words} from '../rule.js';
import {listed} from '../storyParts.js';
import {addToSentence, allows, rightBehind, wordsAt} from '../wording.js';

/** Who is no more than a crowd with an office. */
const nobody = new Set(
  'official officials authority authorities representative representatives spokesperson leader'.split(' '),
);

export default rule({
  id: 'response-imprecise',
  family: 'story',
  reads: 'block',
  title: 'An attempt to get a response, told too vaguely',
  why: '"Could not be reached" can stand for a month of letters or one call at midnight. Saying who was asked, how and when shows that the answer was really sought.',
  severity: {
    default: 'information',
    npr: [
      'warning',
      'NPR says exactly who did not respond, the press office or the person, tries more than once and describes the effort.',
    ],
    local: 'hint',
  },
  options: {
    allow: words('Wordings that are never flagged, such as your own agreed formula.'),
    immediately: flag('Also hint at "did not immediately respond", the wire services’ formula.', false),
  },
  limits:
    'It asks for more only where neither how nor when is told, or where nobody in particular declined. It cannot know how often anybody was really asked.',
  examples: {
    flag: [
      'The senator [[could not be reached]] for comment.',
      '[[Officials declined comment]] on the raid.',
      'Harlow Homes [[did not respond to a request]] for comment.',
      'The minister [[was not available for comment]].',
      'The landlord [[did not answer several questions]].',
      'Captain Rossi [[did not reply to questions]] about the fire.',
      'Two former directors [[could not be contacted]] for comment.',
      'The club [[failed to respond to repeated requests]] for comment.',
      '[[Efforts to reach the driver failed]].',
      'The airline [[has not responded to several inquiries]].',
      'Marsh [[was unavailable for comment]].',
      '[[Authorities refused to comment]] on the arrests.',
      'The bishop [[could not be reached]] to comment on the letter.',
      'The embassy [[has yet to answer our questions]].',
      'Reyes’s lawyer [[did not respond to a request]] for comment.',
    ],
    leave: [
      'The senator’s press office did not respond to two emails sent Monday.',
      'Harlow Homes declined to comment.',
      'The landlord did not return three calls.',
      'The ministry did not respond to a request for comment on Tuesday.',
      'Harlow Homes did not immediately respond to a request for comment.',
      'The patient did not respond to treatment.',
      'The crew did not respond to the alarm in time.',
      'A deal could not be reached before midnight.',
      'The summit could not be reached in the snow.',
      '"She did not respond to my requests," he said.',
      'Reyes’s lawyer declined to comment.',
      'The villages could not be reached by road for a week.',
      'The goalkeeper could not reach the ball.',
      'The museum declined requests to lend the vase.',
      'A spokesman for the port said he could not be reached over the weekend by phone.',
      'The council did not answer the question of who would pay.',
    ],
  },
  *check(tables, options) {
    for (const response of tables.responses) {
      if (response.quoted || response.kind === 'denied' || lookup(tables).noted(response.sentence)) continue;
      if (allows(tables, options.allow, response)) continue;
      if (response.immediate && !options.immediately) continue;
      const missing = missingOf(tables, response);
      if (missing.length > 0) yield finding(tables, response, missing);
    }
  },
});

/** What a reader would still ask; nothing where it is clear enough. */
function missingOf(tables: BlockTables, {kind, who, office, method, time}: Response): readonly string[] {
  const subject = who === null ? null : tables.mentions[who];
  if (kind === 'declined') {
    const vague =
      subject?.determiner === 'bare' &&
      subject.name === null &&
      nobody.has(subject.headLemma ?? '') &&
      !subject.parts.organisation;
    return vague ? ['who it was that declined'] : [];
  }
  if (method || time) return [];
  const asked =
    subject?.kind === 'person' && subject.name === null && !office
      ? ['which office or person was asked']
      : [];
  return [...asked, 'how', 'when'];
}

/** "a request for comment" is one thing: what is said of it comes behind the whole. */
function behindRequest({content}: BlockTables, {start, end}: Span): Span {
  const rest = /^ for (?:an? )?(?:comments?|interviews?|statements?)\b/.exec(
    content.text.slice(end, end + 20),
  );
  return rightBehind({start, end: end + (rest?.[0].length ?? 0)});
}

function finding(tables: BlockTables, response: Response, missing: readonly string[]): LocalFinding {
  const said = wordsAt(tables, response);
  const sentence = tables.sentences[response.sentence] ?? response;
  const declined = response.kind === 'declined';
  return {
    span: {start: response.start, end: response.end},
    message: `Say ${listed(missing)}: “${said}”.`,
    because: declined
      ? `“${said}” is said of nobody in particular.`
      : `The sentence with “${said}” tells neither how nor when they were asked.`,
    severity: response.immediate ? 'hint' : undefined,
    fixes: declined
      ? []
      : [
          {
            title: 'Say how and when they were asked',
            kind: 'suggestion',
            preferred: true,
            edits:
              response.kind === 'silence'
                ? [
                    {
                      span: behindRequest(tables, response),
                      text: [' sent ', {hole: 'how many times, by what means, on which day'}],
                    },
                  ]
                : addToSentence(tables, sentence, [
                    ' despite ',
                    {hole: 'how many calls or emails, on which day'},
                  ]),
          },
        ],
  };
}
