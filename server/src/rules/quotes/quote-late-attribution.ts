import type {Span} from '../../draft/block.js';
import type {Quotation} from '../../language/quotation.js';
import type {BlockTables, StoryAttribution} from '../../story/story.js';
import {lookup, perBlock, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Finding, type Fix, number, rule, words} from '../rule.js';
import {allows, wordsAt} from '../wording.js';

export default rule({
  id: 'quote-late-attribution',
  family: 'quotes',
  reads: 'passage',
  title: 'The speaker of a long quotation comes too late',
  why: 'Until a reader knows who is speaking, they cannot weigh a word of it. After two sentences they have guessed, and after a second voice in the same paragraph they have guessed wrong.',
  severity: {
    default: 'information',
    reuters: [
      'warning',
      'Reuters names the speaker after the first sentence and keeps quotations of two people apart.',
    ],
    ap: ['warning', 'AP puts the attribution with the first sentence of what it attributes.'],
  },
  options: {
    allow: words('Words that exempt a quotation from this rule.'),
    sentences: number('How many whole sentences may be quoted before the speaker is named.', 2),
    words: number('How many words may be quoted before the speaker is named.', 45),
  },
  limits:
    'It counts sentences and words between the opening mark and the speaker in one paragraph, and is silent where the speaker was named in that paragraph or in the three before. Two speakers count as two only where both are named in the paragraph.',
  examples: {
    flag: [
      '[["We waited for two hours. Nobody came. The water was at the door,"]] said Park Min-ho, who owns the shop.',
      'The pumps failed on Sunday.\n\n[["We called the town hall. They told us to wait. In the end we carried the beds out ourselves,"]] Amina Diallo, a nurse, said.',
      '[["When they told us that the mill would close we did not believe it, since only a month before they had bought two new looms and put up a sign at the gate that asked for thirty more hands for the night shift and the early one,"]] said Jan Smit.',
      '"The roof is sound," said Anna Roth, the engineer. [["It leaks like a sieve,"]] said Tom Hale, the caretaker.',
      '[["I saw the bus. It did not brake. Then there was the noise,"]] Rosa Lima told the court.',
      '[["It is a good law. It will save lives. It should have come in 1998,"]] Senator Lucia Prado said.',
      '[["Ten of us signed. Two were sacked. The rest of us are looking for work,"]] according to Omar Fathi, a welder.',
    ],
    leave: [
      '"We waited for two hours," said Park Min-ho, who owns the shop. "Nobody came. The water was at the door."',
      'Park Min-ho owns the shop and was there all night. "We waited for two hours. Nobody came. The water was at the door," Park said.',
      'Rosa Lima told the court: "I saw the bus. It did not brake. Then there was the noise."',
      '"We will appeal," Tran said.',
      '"The roof is sound," said Anna Roth, the engineer.\n\n"It leaks like a sieve," said Tom Hale, the caretaker.',
      '"The roof is sound," said Anna Roth. "It was checked in May," she said.',
      'Diaz spoke first, Diaz said.\n\n"We waited for two hours. Nobody came. The water was at the door," Diaz said.',
      '"Go. Now," the captain said.',
      '“It is the moment,” Ana Roth said. Her manager, Tom Hale, struck a like tune. “It is a big night,” Hale said.',
      'Tom Hale objected.\n\n"It leaks. It leaks like a sieve. I have told you so," Hale said, according to a transcript of the hearing.',
      'The club wrote to its members on Sunday.\n\n"The stand is closed. The gates stay shut. There will be no match in May," the letter read.',
      'Roth called it "a sound roof" and Hale "a sieve."',
      'The book "Nobody Came. We Waited. The Water" is out, the publisher, Ines Moreau, said.',
      '"I had no choice. It was late," said Ivan Kolar, a porter.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    const quotations = worthAsking(tables);
    if (quotations.length === 0 || here.genre === 'qa') return;
    const spoken = here
      .attributions()
      .filter(({quote, cueKind}) => quote !== 'indirect' && cueKind === 'speech');
    const late = lateSpeaker(here, quotations, spoken, options) ?? secondVoice(here, quotations, spoken);
    if (
      !late ||
      lookup(tables).noted(lookup(tables).sentenceAt(late.start)) ||
      allows(tables, options.allow, late)
    )
      return;
    yield finding(tables, here.block, late);
  },
});

/** The whole quotations of a paragraph, where the first is long or several people speak; none where there is nothing to ask. */
const worthAsking = perBlock(({attributions, content, exempt, quotations}): readonly Quotation[] => {
  if (exempt || content.kind !== 'paragraph') return [];
  const whole = quotations.filter(({depth, speech}) => depth === 0 && speech);
  const first = whole[0];
  if (!first) return [];
  const voices = new Set(attributions.filter(({quote}) => quote !== 'indirect').map(({mention}) => mention));
  return voices.size > 1 ||
    lengthOf(content.text, first).sentences > 1 ||
    lengthOf(content.text, first).words > 20
    ? whole
    : [];
});

function lengthOf(prose: string, {inner}: Quotation): {sentences: number; words: number} {
  const text = prose.slice(inner.start, inner.end);
  return {
    sentences: text.match(/[.!?…]+(?=["”’]?\s+[\p{Lu}"“‘])|[.!?…,]["”’]?\s*$/gu)?.length ?? 0,
    words: text.split(/\s+/).length,
  };
}

interface Late extends Quotation {
  readonly who: Span;
  readonly second: boolean;
}

/** The paragraph's first quotation, where its speaker comes only after it and it is long. */
function lateSpeaker(
  here: Passage,
  [quotation]: readonly Quotation[],
  spoken: readonly StoryAttribution[],
  {sentences: most, words: mostWords}: {readonly sentences: number; readonly words: number},
): Late | null {
  const {tables} = here;
  if (!quotation || quotation.continued) return null;
  const said = spoken.find(({content}) => content.some((span) => touches(span, quotation)));
  const who = said?.source[0];
  if (!said || !who || who.start < quotation.end) return null;
  // A signature: the form of the thing puts the name last.
  if (said.cue.length === 0 || /[—–―-]\s*$/.test(tables.content.text.slice(quotation.end, who.start)))
    return null;
  // "Hale said, according to a transcript": who speaks comes before the paper that it is in.
  const between = tables.content.text.slice(quotation.end, said.cue[0]?.start ?? who.start);
  if (said.cueLemma === 'accord' && /\b(?:said|says|asked|added|told)\b/.test(between)) return null;
  // Longer than that away, and it is another sentence's speaker.
  if (/[.!?]["”’]?\s/.test(tables.content.text.slice(quotation.end, who.start))) return null;
  const {sentences, words: count} = lengthOf(tables.content.text, quotation);
  if (sentences <= most && count <= mostWords) return null;
  return isKnown(here, quotation, said) ? null : {...quotation, who, second: false};
}

/** Whether a reader knows already who is about to speak: named in the paragraph, or the one who spoke last. */
function isKnown(here: Passage, quotation: Span, {sourceId, sentence, source}: StoryAttribution): boolean {
  const {tables} = here;
  const called = wordsAt(tables, source[0] ?? quotation);
  // "She said", "the statement said": only somebody or something known can be called so.
  if (/^(?:he|she|they|it|(?:the|this|that) \p{Ll}+)$/iu.test(called)) return true;
  const surname = called
    .split(/,/)[0]
    ?.split(' ')
    .findLast((word) => /^\p{Lu}/u.test(word));
  if (surname && tables.content.text.slice(0, quotation.start).includes(surname)) return true;
  // In an exchange, or an account of one person, the speaker is whom the paragraphs before are about.
  for (let back = 1; surname && back <= 3; back++) {
    const before = here.near(-back);
    if (before && before.content.kind !== 'heading' && before.content.text.includes(surname)) return true;
  }
  if (
    tables.mentions.some(
      ({end, name, standing}) => end <= quotation.start && (name !== null || standing === 'pronoun'),
    )
  )
    return true;
  if (
    here
      .attributions()
      .some(
        (one) =>
          one.sentence < sentence &&
          one.sourceId !== null &&
          one.source.some(({end}) => end <= quotation.start),
      )
  )
    return true;
  const before = here.attributions(-1).at(-1);
  return sourceId !== null && before?.sourceId === sourceId;
}

/** A quotation of somebody else after the first speaker's, in one paragraph. */
function secondVoice(
  here: Passage,
  quotations: readonly Quotation[],
  spoken: readonly StoryAttribution[],
): Late | null {
  if (new Set(spoken.map(({sourceId}) => sourceId)).size < 2) return null;
  const isNamed = (id: string) => {
    const source = here.sourceById(id);
    return source?.standing === 'named' && source.kind === 'person';
  };
  let first: string | null = null;
  for (const quotation of quotations) {
    const said = spoken.find(({content}) => content.some((span) => touches(span, quotation)));
    const who = said?.source[0];
    if (!said || !who || said.sourceId === null || said.carried || said.sourceId === first) continue;
    if (!isNamed(said.sourceId) || isLedIn(here, said)) continue;
    // Only where the second one is named after the words: one named first misleads nobody.
    if (first !== null && who.start >= quotation.end) return {...quotation, who, second: true};
    first ??= said.sourceId;
  }
  return null;
}

/** "His manager, Tom Hale, agreed. 'It is over,' Hale said": the sentence before names who speaks. */
function isLedIn(here: Passage, {sentence, sourceId}: StoryAttribution): boolean {
  const {sentenceAt} = lookup(here.tables);
  return here.tables.mentions.some(
    ({start}, index) => sentenceAt(start) === sentence - 1 && here.sourceOf(index)?.id === sourceId,
  );
}

const touches = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;

function finding(tables: BlockTables, block: number, late: Late): Finding {
  const who = wordsAt(tables, late.who);
  const start = wordsAt(tables, late.inner);
  return {
    place: placeOf(block, late),
    message: late.second
      ? `Begin a new paragraph for “${who}”, who is the second to be quoted in this one.`
      : `Name “${who}” after the first sentence of the quotation.`,
    because: late.second
      ? `“${start}” follows another speaker’s words, and its own speaker is named only after it.`
      : `“${start}” runs on before a reader learns who says it.`,
    related: [{place: placeOf(block, late.who), message: 'The speaker comes here'}],
    fixes: fixes(tables, block, late),
  };
}

function fixes({content: {text}, sentences}: BlockTables, block: number, late: Late): readonly Fix[] {
  if (late.second) {
    const {start} = late;
    const blanks = /\s*$/.exec(text.slice(0, start).slice(-20))?.[0].length ?? 0;
    return [
      {
        title: 'Begin a new paragraph here',
        kind: 'suggestion',
        preferred: true,
        edits: [{place: {block, start: start - blanks, end: start}, text: ['\n\n']}],
      },
    ];
  }
  const moved = forward(text, sentences, late);
  return moved
    ? [
        {
          title: 'Name the speaker after the first sentence',
          kind: 'suggestion',
          preferred: true,
          edits: moved.map(({start, end, text}) => ({place: {block, start, end}, text: [text]})),
        },
      ]
    : [];
}

/**
 * Moves ", said Ana Ruiz, a nurse" from behind the quotation to behind its first sentence; null where more than that
 * stands there.
 */
function forward(
  text: string,
  sentences: readonly Span[],
  {start, end, inner, who}: Late,
): readonly (Span & {readonly text: string})[] | null {
  const first = /[.!?…](?=\s)/.exec(text.slice(inner.start, inner.end));
  const around = sentences.find((one) => one.start <= who.start && one.end >= who.end);
  if (!first || !around) return null;
  // In British copy the comma stands behind the mark.
  const tail = /^(,?)(\s+[^"“”„«»]{1,160}?)([.!?…])\s*$/.exec(text.slice(end, around.end));
  if (!tail) return null;
  const [, outside = '', words = ''] = tail;
  const stop = inner.start + first.index;
  const next = stop + 1 + (/^\s+/.exec(text.slice(stop + 1))?.[0].length ?? 0);
  const open = text.slice(start, inner.start);
  const close = text.slice(inner.end, end);
  const asks = first[0] !== '.';
  const lead = asks ? `${first[0]}${close}` : outside ? `${close},` : `,${close}`;
  const last = text[inner.end - 1] ?? '';
  const final = inner.end - (last === ',' ? 1 : 0);
  return [
    {start: stop, end: next, text: `${lead}${words}. ${open}`},
    {
      start: final,
      end: end + outside.length + words.length + 1,
      text: `${/[.!?…]/.test(last) ? '' : '.'}${close}`,
    },
  ];
}
