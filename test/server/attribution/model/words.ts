import {type FoundAttribution, noCarry} from '../../../../server/src/attribution/attributor.js';
import {modelAttributor} from '../../../../server/src/attribution/model/modelAttributor.js';
import {readWords} from '../../../../server/src/language/read.js';

/** Our own sentences with speech of many kinds. */
export const spoken: readonly string[] = [
  'The mayor said on Tuesday that she would not run again, according to two people close to her.',
  '“We will appeal,” said Ruth Okoro, a lawyer for the union. “The judge got it wrong, and he knows it.”',
  'Officials told the Courier the bridge was safe; engineers who inspected it in May disagree.',
  'A spokesman for the harbour board declined to comment. "We do not discuss contracts," he added.',
  'Lund wrote on Facebook: "This is the end of the line for the ferry."',
  'The report, published on Friday, found that 4,000 homes had been built on land that floods.',
  'Café owner Zoë Brandt – who’s “tired of waiting” – wants the council to act before winter 🌧️.',
];

/** What the tagger finds in a text, as words: source | cue | content. */
export function found(text: string): readonly string[] {
  const words = (spans: FoundAttribution['source']): string =>
    spans.map(({start, end}) => text.slice(start, end)).join(' … ');
  return modelAttributor(readWords(text), noCarry).map(
    ({source, cue, content}) => `${words(source)} | ${words(cue)} | ${words(content)}`,
  );
}
