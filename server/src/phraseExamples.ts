import {DraftSession, defaultSettings} from './engine.js';
import type {Phrase, Placed} from './record/phrase.js';
import type {FileProblem} from './record/readYaml.js';

/** No newsroom needs more to say what a rule means; each is a draft to be read. */
const mostTried = 40;

/** Tries a newsroom's rules on their own examples: a problem at each one that does not come out as it says. */
export function phraseProblems(phrases: readonly Phrase[]): FileProblem[] {
  return phrases.flatMap((phrase) => {
    const {examples, id, where} = phrase;
    const finds = ({value}: Placed): boolean => {
      const text = where === 'headline' ? `# ${value}\n` : `${value}\n\nA line of copy.`;
      const {findings} = new DraftSession([]).update(text, where === 'headline' ? 'markdown' : 'text', {
        ...defaultSettings,
        phrases: [{...phrase, severity: 'error'}],
      });
      return findings.length > 0;
    };
    return [
      ...examples.flag
        .slice(0, mostTried)
        .flatMap((example) =>
          finds(example) ? [] : [problem(example, `"${id}" finds nothing here, though it should.`)],
        ),
      ...examples.leave
        .slice(0, mostTried)
        .flatMap((example) =>
          finds(example) ? [problem(example, `"${id}" finds something here, though it should not.`)] : [],
        ),
    ];
  });
}

const problem = ({start, end}: Placed, message: string): FileProblem => ({
  start,
  end,
  severity: 'error',
  message,
});
