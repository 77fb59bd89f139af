import type {Span} from '../../draft/block.js';
import type {BlockTables} from '../../story/story.js';
import {readingOf} from '../../story/traits.js';
import {lookup, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Edit, type Finding, type LocalEdit, rule, words} from '../rule.js';
import {isInTitle} from '../storyParts.js';
import {addToSentence, allows, wordsAt} from '../wording.js';

export default rule({
  id: 'passive-hearsay',
  family: 'unnamed',
  reads: 'passage',
  title: 'Hearsay that nobody says',
  why: '"Reportedly" and "it is believed" pass on what somebody said and leave out who. A reader cannot weigh it, and the paper answers for it alone.',
  severity: {
    default: 'warning',
    ap: ['warning', 'AP attributes what it has not seen or confirmed, and to somebody named.'],
    reuters: [
      'error',
      'Reuters sources every statement unless it is established, public or seen by its own people.',
    ],
    afp: 'error',
    npr: ['error', 'NPR does not accept "reportedly" as a source.'],
    bbc: ['warning', 'The BBC normally attributes what it cannot corroborate.'],
  },
  options: {
    allow: words('Phrases that are never flagged.'),
  },
  limits:
    'An agent anywhere in the sentence ("police", "according to") is taken for whoever says it. What is only expected, seen or considered gets a hint.',
  examples: {
    flag: [
      '[[It is believed]] the suspect fled to Spain.',
      'He [[is said to]] have resigned in protest.',
      'The firm [[reportedly]] owes $40 million.',
      '[[It was reported]] that classes had been cancelled.',
      'The general [[is understood to]] favour a ceasefire.',
      'She [[was rumoured to]] be leaving the band.',
      'The painting [[is thought to]] be worth a fortune.',
      '[[It is understood]] that the club has made an offer.',
      'Two climbers [[are feared dead]] on the north face.',
      'The minister [[reportedly]] slept through the vote.',
      'The gang [[is believed to]] have crossed the river at night.',
      'The singer, [[reportedly]] ill since May, did not appear.',
      '[[It is thought]] that the fire began in the kitchen.',
      'The loan [[was said to]] carry no interest.',
      'Profits [[are expected to]] fall by a third.',
      'The driver [[is believed to]] have been shot by a guard.',
      '[[It is understood]] that the letter was written by a clerk.',
      'The captain [[has reportedly]] been dropped for Saturday.',
      {
        text: '# Vane [[Reportedly]] Quits Ferry Board\n\nOren Vane has left the board of the ferry company, two weeks after its accounts were rejected.',
        format: 'markdown',
      },
    ],
    leave: [
      'Police believe the suspect fled to Spain, Chief Ana Ruiz said.',
      'The firm owes $40 million, according to a court filing.',
      'The Evening Gazette first reported the resignation.',
      'The suspect is believed by police to be in Spain.',
      'The bridge is known as Old Iron.',
      'He is considered armed and dangerous, the sheriff’s office said.',
      'The theft was reported to the police on Monday.',
      '"It is believed he fled," said Detective Amos Pell.',
      'Guests are expected to bring their own tents, the organisers said.',
      'The road reportedly collapsed at dawn, according to the highways agency.',
      'The device is supposed to ring twice.',
      'Three cases were reported in May, the health ministry said.',
      'She said she was told to wait outside.',
      'It is not believed that anyone was inside, the fire service said.',
      'The choir understood the joke and laughed.',
      'The firm is thought by analysts at Harcourt Bank to owe $40 million.',
      {
        text: '# Vane Reportedly Quits Ferry Board\n\nOren Vane has left the board of the ferry company, two weeks after its accounts were rejected, according to the Harbour Gazette.',
        format: 'markdown',
      },
      'Believed to be the oldest in Wales, the chapel is listed as such in a 1911 survey, the trust said.',
      {text: 'The firm [reportedly](https://example.org/filing) owes $40 million.', format: 'markdown'},
      {text: 'The firm reportedly owes $40 million. <!-- src: filing p. 3 -->', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {block, tables} = here;
    if (tables.hearsay.length === 0 || isToldBelow(here)) return;
    const {noted} = lookup(tables);
    const told = new Set<number>();
    for (const hearsay of tables.hearsay) {
      const {agent, form, quoted, sentence} = hearsay;
      if (agent || quoted || noted(sentence) || told.has(sentence)) continue;
      if (allows(tables, options.allow, hearsay)) continue;
      if (form === 'expectation' && isReported(tables, hearsay)) continue;
      told.add(sentence);
      const words = wordsAt(tables, hearsay);
      const whole = tables.sentences[sentence] ?? hearsay;
      yield {
        place: placeOf(block, hearsay),
        message:
          form === 'expectation'
            ? `Say by whom: “${words}” leaves out who thinks so.`
            : `Say who says so: “${words}” leaves nobody to answer for it.`,
        because: `“${words}” passes on what somebody said or thought, and nobody in the sentence did.`,
        ...(form === 'expectation' ? {severity: 'hint' as const} : {}),
        fixes: [
          {
            title: 'Say according to whom',
            kind: 'suggestion',
            preferred: true,
            edits: placed(
              block,
              addToSentence(tables, whole, [', according to ', {hole: 'who told us, or which document'}]),
            ),
          },
          ...(form === 'adverb'
            ? [
                {
                  title: `Take out “${words}” (only once it is confirmed)`,
                  kind: 'suggestion' as const,
                  edits: placed(block, [{span: withBlank(tables, hearsay), text: []}]),
                },
              ]
            : [
                {
                  title: 'Say who believes or says it',
                  kind: 'suggestion' as const,
                  edits: placed(block, [{span: beforeLink(tables, hearsay), text: [' by ', {hole: 'whom'}]}]),
                },
              ]),
        ],
      } satisfies Finding;
    }
  },
});

const placed = (block: number, edits: readonly LocalEdit[]): Edit[] =>
  edits.map(({span, text}) => ({place: placeOf(block, span), text}));

/** "Diaz Reportedly Quits", above "Diaz has quit, the Harbour Post reported": a headline whose story says who says so. */
function isToldBelow(here: Passage): boolean {
  if (!readingOf(here.tables).headline && !isInTitle(here)) return false;
  const below = here.near(1);
  return (
    below?.attributions.some(
      ({cueKind, mention, sentence}) => sentence === 0 && mention !== null && cueKind !== 'attitude',
    ) ?? false
  );
}

/** "Some doubt a candidate who is considered dull": part of what somebody in the sentence says or feels. */
const isReported = (tables: BlockTables, {start, sentence}: Span & {readonly sentence: number}): boolean =>
  lookup(tables)
    .attributionsOf(sentence)
    .some(
      ({content, cue, mention}) =>
        mention !== null &&
        !cue.some((span) => span.start <= start && span.end > start) &&
        content.some((span) => span.start < start && span.end > start),
    );

/** Where "by …" goes: "is said| to", "It is believed| that". */
function beforeLink({content}: BlockTables, {start, end}: Span): Span {
  const link = / (?:to|that|dead|missing|lost)$/i.exec(content.text.slice(start, end));
  const at = link ? start + link.index : end;
  return {start: at, end: at};
}

/** A word with the blank that goes with it, so that none is left double. */
function withBlank({content}: BlockTables, {start, end}: Span): Span {
  return content.text[end] === ' ' ? {start, end: end + 1} : {start, end};
}
