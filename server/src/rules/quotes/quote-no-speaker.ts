import type {Span} from '../../draft/block.js';
import type {Quotation} from '../../language/quotation.js';
import {firstAt} from '../../language/spans.js';
import type {BlockTables, Story} from '../../story/story.js';
import {lookup, perBlock, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Edit, type Finding, rule, words} from '../rule.js';
import {allows, sourceChoices, wordsAt} from '../wording.js';

export default rule({
  id: 'quote-no-speaker',
  family: 'quotes',
  reads: 'passage',
  title: 'A quotation that nobody speaks',
  why: 'Words between quotation marks are somebody’s. When a reader cannot tell whose, they guess, and the guess may be the wrong person.',
  severity: {
    default: 'warning',
    ap: ['warning', 'AP puts the attribution in the same sentence, just before or after what it attributes.'],
    reuters: [
      'error',
      'Reuters names the speaker as soon as it can, as a rule after the first sentence of the quotation.',
    ],
  },
  readsQuotes: true,
  options: {
    allow: words('Words that exempt a quotation that holds them, such as a slogan or a motto.'),
  },
  limits:
    'It looks at quotations that are whole sentences. Where the sentence before, or any quotation in the same paragraph, has a speaker, it takes the quotation for theirs.',
  examples: {
    flag: [
      'The hall was full by six.\n\n[["This will help thousands of families."]]',
      'Residents are upset. [["Nobody told us anything."]] The council meets on Monday.',
      '[["We had no choice."]] The plant closed in June.',
      'The ferry sank in minutes. [[“There was no time to reach the boats.”]] Divers found the wreck on Sunday.',
      'The new timetable starts in May. [["It will make my commute an hour longer."]]',
      'The drought has lasted three years. [["We sold the last of the goats in March."]] The wells are dry.',
      'Turnout was the lowest in a decade. [[“I did not see the point of voting for any of them.”]]',
      'The vote was held behind closed doors.\n\n[["They never asked the teachers."]]\n\nThe board meets again in June.',
      'Work stopped in March. [["The money ran out before the roof was on."]] The site is fenced off.',
      'The club was relegated in April. [["We let the whole town down."]]',
      'The bakery has three ovens and one baker. [["I get up at two every morning."]] It opens at six.',
      'Shelves were empty by noon. [["People fought over the last bags of rice!"]]',
    ],
    leave: [
      'Diaz continued her attack on the plan.\n\n“Eight years ago it was a good plan, and it has only grown older.”\n\nThe vote is on Sunday.',
      '“I am calling from the club. How are you today?” Ana Roth said into the phone.\n\nShe pauses.\n\n“Well, thank you so much for that.”',
      '“I would rather swim than take the ferry.” That quote from Luis Diaz stood on every page in 1980.\n\nThe ferry sank in May.',
      '“I will look into it. I do not know, but I will look into it.”\n\n- Ana Ruiz.\n\nShe has looked for a year.',
      '“If I gave money, I would want answers,” said Tom Hale, who gave some.\n\n“If I gave money, I would want answers.”\n\nThe rent went up in May.',
      '"This will help thousands of families," said Ana Smith, who runs the fund.',
      'Smith paused. "Nobody told us," she said. "Not once."',
      'The banner carried the slogan "Not One More" in red.',
      'Tanaka: "We did what we could with the time we had."',
      '“We will rebuild,” Mayor Ilse Brandt said. “It will take years. But we will rebuild.”',
      'Omar Faris, who runs the market, was blunt: "They have left us to rot."',
      'She won for her role in "The Last Train to Lagos."',
      'The "reform" cost more than it saved.',
      'According to Paula Nwosu, "the roof was never going to hold."',
      '"We had no choice," Ed Voss told the court. "The bank had called in the loan."',
      '“I opened the door and the water was at my waist,” said Rosa Diaz.\n\n“It took everything we had.”',
      'Voss read from a letter: "Your services are no longer required."',
      'The firm’s motto, "We never close," hangs over the door.',
      'Dr Lena Ortiz said the filter works. "We tested it for two years."',
      {
        text: '---\ngenre: qa\n---\n\n**Why did you stay?**\n\n"I had nowhere else to go."',
        format: 'markdown',
      },
      {text: '> "We had no choice."\n> — Ed Voss', format: 'markdown'},
      'Readers wrote in.\n\n“He never listened. To quote a poet, ‘The poor have only their money.” And that is all he has, “the root of all evil’.” ― Ines Duarte\n\nThe page closes on Sunday.',
      "The mine had changed hands twice.\n\n'Coal Isn't the Enemy.'\n\nIt was raining when the lift went down.",
      "The speech tarnished the night.\n\n- 'Who cares?' -\n\nThe model gave a defence of her husband that ran for eleven minutes.",
      'The hall was warm.\n\n” … we will not sell,” Ana Prado said.',
      '"The first night was the worst," said Joy Mensah, a nurse. "By the second we had run out of beds.\n\n"On the third, help came."',
      'The note said: "Back at noon."',
      '"Did anyone call the police?" asked the judge. "No."',
      '"It was the longest night of my life." Rosa Diaz looked at the river. "I will not go back," she said.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    const alone = standingAlone(tables);
    if (alone.length === 0 || here.genre === 'qa') return;
    if (hasQuotedSpeaker(here, 0) || isSigned(tables) || signature(here.near(1))) return;
    for (const {quotation, where} of alone) {
      if (isIntroduced(here, where.first, quotation)) continue;
      if (!quotation.closed && goesOnWithSpeaker(here)) continue;
      if (isTakenUp(tables, where.last) || isExchange(here) || isLedIn(here)) continue;
      if (allows(tables, options.allow, quotation)) continue;
      if (here.askNear(reach, (story, block) => isPulled(story, block, quotation))) continue;
      const {block} = here;
      const words = wordsAt(tables, quotation.inner);
      yield {
        place: placeOf(block, quotation),
        message: 'Say who speaks here.',
        because: `“${words}” is a whole sentence in quotation marks, and nobody says it here or in the sentence before.`,
        fixes: [
          {
            title: 'Say who speaks',
            kind: 'suggestion',
            preferred: true,
            edits: speakerEdits(tables, block, quotation, here.askStory(sourceChoices)),
          },
        ],
      } satisfies Finding;
      // One question a paragraph: its next quotation most likely has the same speaker.
      break;
    }
  },
});

/** "That quote from Diaz appeared in May": the next sentence says whose it is. */
function isTakenUp({content, sentences}: BlockTables, last: number): boolean {
  const next = sentences[last + 1];
  return (
    next !== undefined &&
    /^(?:That|This|The|Those) (?:quote|quotation|line|remark|comment|words)\b/.test(
      content.text.slice(next.start, next.end),
    )
  );
}

/** "She pauses." between two quotations: one side of a talk, whose speaker the first one has. */
function isExchange(here: Passage): boolean {
  const between = here.near(-1)?.content.text ?? '';
  return between !== '' && between.length < 30 && (here.near(-2)?.quotations.length ?? 0) > 0;
}

/** "Diaz went on with her attack.": the line before says that somebody goes on speaking. */
function isLedIn(here: Passage): boolean {
  const before = here.near(-1);
  const last = before?.sentences.at(-1);
  if (!before || !last) return false;
  const subject = before.mentions[firstAt(before.mentions, last.start)];
  if (!subject || subject.start - last.start > 4 || (subject.name === null && subject.standing !== 'pronoun'))
    return false;
  return /^\s(?:then\s|also\s)?(?:continued|went on|goes on|continues|elaborated|expanded|was blunt|was adamant)\b/.test(
    before.content.text.slice(subject.end, last.end),
  );
}

/** How much of a quotation tells it from others, and how far off its place in the story is, in blocks. */
const telling = 24;
const reach = 40;

/** A pull quote: words that the story quotes elsewhere, where it says whose they are. */
function isPulled({blocks}: Story, block: number, {inner}: Quotation): boolean {
  const {text} = (blocks[block] as BlockTables).content;
  const opening = text
    .slice(inner.start, inner.end)
    .replace(/^[“"']+/, '')
    .slice(0, telling);
  if (opening.length < telling) return false;
  for (let at = Math.max(0, block - reach); at < block + reach; at++) {
    const other = blocks[at]?.content.text ?? text;
    if (other !== text && other.includes(opening)) return true;
  }
  return false;
}

/** The quotations of a paragraph that share no sentence with the writer's own words. */
const standingAlone = perBlock((tables) => {
  const {kind} = tables.content;
  if (kind !== 'paragraph' && kind !== 'list-item') return [];
  return tables.quotations.flatMap((quotation) => {
    const {depth, speech, continued} = quotation;
    const where = depth === 0 && speech && !continued ? sentencesOf(tables, quotation) : null;
    return where === null ? [] : [{quotation, where}];
  });
});

/** The sentences that a quotation fills, or null where the writer's own words share one with it. */
function sentencesOf(tables: BlockTables, quotation: Quotation): {first: number; last: number} | null {
  const {content, sentences} = tables;
  const {sentenceAt} = lookup(tables);
  const first = sentenceAt(quotation.start);
  const last = sentenceAt(Math.max(quotation.start, quotation.end - 1));
  const from = sentences[first];
  const to = sentences[last];
  if (!from || !to) return null;
  const outside = content.text.slice(from.start, quotation.start) + content.text.slice(quotation.end, to.end);
  return /[\p{L}\p{N}]/u.test(outside) ? null : {first, last};
}

/** Whether any quotation of the paragraph has a speaker: the others are most likely theirs. */
function hasQuotedSpeaker(here: Passage, by: number): boolean {
  return here
    .attributions(by)
    .some(
      ({quote, source, carried, cue}) =>
        quote !== 'indirect' && (source.length > 0 || carried || cue.length > 0),
    );
}

/** Whether somebody speaks in this paragraph before the quotation, or in the last sentence of the one before. */
function isIntroduced(here: Passage, sentence: number, quotation: Span): boolean {
  const {tables} = here;
  if (cuesIn(tables).first <= sentence) return true;
  if (/[:：]\s*$/.test(tables.content.text.slice(Math.max(0, quotation.start - 4), quotation.start)))
    return true;
  const before = here.near(-1);
  if (sentence > 0 || !before || before.content.kind === 'heading') return false;
  if (/:\s*$/.test(before.content.text.slice(-4))) return true;
  return cuesIn(before).last === before.sentences.length - 1;
}

/** The first and the last sentence of a block in which a cue of speech stands. */
const cuesIn = perBlock(({attributions}) => {
  const sentences = attributions
    .filter(({cueKind, cue}) => cueKind === 'speech' && cue.length > 0)
    .map(({sentence}) => sentence);
  return sentences.reduce(
    ({first, last}, one) => ({first: Math.min(first, one), last: Math.max(last, one)}),
    {
      first: Number.POSITIVE_INFINITY,
      last: -1,
    },
  );
});

/** A quotation with no closing mark belongs to whoever is named further on in it. */
function goesOnWithSpeaker(here: Passage): boolean {
  for (let by = 1; ; by++) {
    const next = here.near(by)?.quotations.find(({depth}) => depth === 0);
    if (!next?.continued) return false;
    if (hasQuotedSpeaker(here, by)) return true;
    if (next.closed) return false;
  }
}

/** "— Ed Voss" on a line of its own. */
const signature = (tables: BlockTables | undefined): boolean =>
  tables !== undefined &&
  (/^[—–―-]\s*\p{Lu}/u.test(tables.content.text.slice(0, 6)) ||
    (tables.content.kind === 'list-item' &&
      /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,3}\.?$/u.test(tables.content.text)));

/** `"We had no choice." — Ed Voss`, in one line. */
const isSigned = ({content}: BlockTables): boolean =>
  /[.!?…"'”’]\s*[—–―]\s*\p{Lu}[\p{L}\p{M}.,'’ -]{2,60}$/u.test(content.text.slice(-80));

/** `"We had no choice."` to `"We had no choice," X said.` */
function speakerEdits(
  {content}: BlockTables,
  block: number,
  {inner, end}: Quotation,
  choices: readonly string[],
): readonly Edit[] {
  const edits: Edit[] = [];
  if (content.text[inner.end - 1] === '.') {
    edits.push({place: {block, start: inner.end - 1, end: inner.end}, text: [',']});
  }
  edits.push({place: {block, start: end, end}, text: [' ', {hole: 'speaker', choices}, ' said.']});
  return edits;
}
