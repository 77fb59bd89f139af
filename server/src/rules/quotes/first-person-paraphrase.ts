import type {Span} from '../../draft/block.js';
import type {BlockTables, PersonWord, Story} from '../../story/story.js';
import {readingOf} from '../../story/traits.js';
import {blocksHaving, lookup, perBlock, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Finding, type Fix, rule, words} from '../rule.js';
import {isInInterview, isInTitle} from '../storyParts.js';
import {allows, wordsAt} from '../wording.js';

export default rule({
  id: 'first-person-paraphrase',
  family: 'quotes',
  reads: 'passage',
  looksAhead: true,
  title: 'Somebody’s “we” outside quotation marks',
  why: '“I”, “we” and “our” outside quotation marks are the writer’s. In reported speech they put the speaker’s words into the paper’s mouth, or show that quotation marks were lost.',
  severity: {
    default: 'warning',
    ap: [
      'information',
      'AP paraphrases in the third person. In edited copy such a word is more often a quotation whose marks a reader can see than a slip.',
    ],
  },
  options: {
    allow: words('Phrases that are never flagged, such as a name that holds "we" or "our".'),
  },
  limits:
    'A story whose writer says “I” or “we” in narration is taken for a first-person piece, and only lost quotation marks are flagged in it.',
  examples: {
    flag: [
      'Tran said [[we]] will appeal the ruling.',
      'The company said [[our]] customers come first.',
      'He told reporters that [[I]] never signed it.',
      '[[We]] tried to keep the school open, he said.',
      'Mayor Ilse Brandt said [[we]] have nothing to hide.',
      'The union said [[our]] members would not accept it.',
      'Voss told the court that [[I]] was not in the room.',
      '[[We]] will rebuild, Rosa Diaz said.',
      'The bank said [[we]] take such complaints seriously.',
      '[[I]] never saw the letter, said Ed Voss.',
      'The minister added that [[we]] must all tighten belts.',
      'The airline said in a statement that [[we]] regret the delay.',
      '[[Our]] job is to keep the lights on, she said.',
    ],
    leave: [
      'Tran said the group would appeal.',
      '"We will appeal," Tran said.',
      'We visited the camp in May. I slept in a tent, and our guide said the river was rising.',
      'Brandt told us the road would open on Monday.',
      'The choir sang "Our House" before the coffin, the vicar said.',
      'Historians said World War I began the decline.',
      'US troops will leave in May, the embassy said.',
      '“I never signed it,” he told reporters. “We were in Lagos that week.”',
      'The parish of Our Lady of Grace said it would appeal.',
      'She said that “we will see who laughs last”.',
      'The mine reopened in May, the company said.',
      'King Charles I lost his head there, the guide, Joan Pell, said.',
      'Diaz said they would rebuild.',
      {
        text: '---\ngenre: qa\n---\n\n**Why did you stay?**\n\nI had nowhere else to go, my mother said.',
        format: 'markdown',
      },
      {text: '---\ngenre: first-person\n---\n\nTran said we will appeal.', format: 'markdown'},
      'My Fair Lady will run until June, the theatre said.',
      'Mali and the U.S. said the base would close.',
      'The count is right but needs a note, so we rate it mostly true.">Voss said that the count was off.',
      '"It was all lies," said the owner, who feared the police."We were lured into coming here."',
      'Duarte: We will appeal\n\nInes Duarte will appeal the ruling, she wrote in a letter to the members on Sunday, and told them that the club had the money to do so for a year.',
      'Duarte said that the gap is so vast that it is laughable (and that it is hurting our town).',
      'She waxed poetic about"joint work between our two towns." He agreed, she said.',
      '”Sorry, you should have said so, because I know the way!” posted Rosa Lima.',
      'I’m thrilled to announce my running mate, who fights for others, she said. — Ana Ruiz (@anaruiz) May 3, 2024',
      'Q: Are there problems?\n\nA: There are. We must have lost our way.” When I came, I said so.\n\nQ: And now?\n\nA: Now we wait, she said.',
      'Mayor Ana Ruiz (I-Elmford):"We learned that from the bank and its books, which we were shown."',
      'VOSS: We had no choice, the bank said.\n\nDIAZ: I never saw the letter.',
      'Diaz: We Still Believe The Ferry Will Pay.\n\nInes Duarte kept to her plan for a ferry on Sunday, a year after the mayor took the money for it out of the budget and said that no other harbour had one.',
      '"You know, we learned a lot about the river in a week, I can tell you,” he said.',
      'Obama said the words lump all together.\n\n” … what I learned from the families is how it sounds abroad.”',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    if (isVerbatim(tables) || (tables.persons.length > 0 && isInInterview(here))) return;
    const told = new Set<number>();
    for (const person of tables.persons) {
      const {attribution, markMissing, sentence, word} = person;
      if (told.has(sentence) || (attribution === null && !markMissing)) continue;
      if (here.genre === 'qa' || (!markMissing && here.askStory(narratesInFirstPerson))) continue;
      if (isQuotingHeadline(here, person)) continue;
      if (allows(tables, options.allow, person) || (!markMissing && isAside(tables, person))) continue;
      // "Brandt told us we could go in": the writer was spoken to.
      if (!markMissing && ownVoice(tables).has(sentence)) continue;
      told.add(sentence);
      const words = wordsAt(tables, person);
      const clause = clauseOf(tables, person);
      const {block} = here;
      yield {
        place: placeOf(block, markMissing && clause ? clause : person),
        message: markMissing
          ? 'Put these words in quotation marks if they are exact, or reword them as reported speech.'
          : `Change “${words}” to the third person, or quote the exact words.`,
        because: markMissing
          ? `“${words}” is somebody’s own speech, and its quotation marks are missing.`
          : `“${words}” stands in reported speech outside quotation marks, where “${word}” means the writer.`,
        ...(markMissing ? {severity: 'error' as const} : {}),
        fixes: clause ? [quotationMarks(tables, block, clause, here.askStory(marksOf))] : [],
      } satisfies Finding;
    }
  },
});

/** "Duarte: We will appeal": headlines quote behind a colon, without marks. */
const isQuotingHeadline = (here: Passage, {attribution, markMissing}: PersonWord): boolean =>
  attribution !== null &&
  !markMissing &&
  here.tables.attributions[attribution]?.cueLemma === 'colon' &&
  (readingOf(here.tables).headline || isInTitle(here));

/** Words that are somebody's own by another sign than a pair of marks. */
const isVerbatim = ({content: {text}}: BlockTables): boolean =>
  transcript.test(text) || /^[\p{Cf}\s]{0,3}”|\(@\w{2,30}\)|[:\p{L}]"\p{L}/u.test(text);

/** "VOSS: We had no choice.": a turn in a transcript, which quotes without marks. */
const transcript = /^\p{Lu}[\p{Lu}.’'-]{1,30}(?: \p{Lu}[\p{Lu}.’'-]{0,30}){0,3}:\s/u;

/** Within brackets the writer speaks: "The gap is vast, she said. (It says a lot about our town.)" */
function isAside({content, sentences}: BlockTables, {sentence, start}: PersonWord): boolean {
  const before = content.text.slice(sentences[sentence]?.start ?? start, start);
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

/** Sentences in which the writer says "I" or "we". */
const ownVoice = perBlock(
  ({persons}) =>
    new Set(persons.filter(({attribution}) => attribution === null).map(({sentence}) => sentence)),
);

/** The words said, where the sentence shows them in one piece with no quotation mark of their own. */
function clauseOf(tables: BlockTables, {attribution, sentence, start, end}: PersonWord): Span | null {
  const said =
    attribution !== null
      ? tables.attributions[attribution]
      : lookup(tables)
          .attributionsOf(sentence)
          .find(({content}) => content.some((one) => one.start <= start && one.end >= end));
  const part = said?.content.find((one) => one.start <= start && one.end >= end);
  if (!part || /["“”„«»]/.test(tables.content.text.slice(part.start, part.end))) return null;
  const lead = /^(?:that\s+|[\s,:]+)/i.exec(tables.content.text.slice(part.start, part.end));
  const from = part.start + (lead?.[0].length ?? 0);
  return from <= start ? {start: from, end: part.end} : null;
}

/** Opening and closing mark, and whether full stop and comma stand behind the closing one. */
type Marks = readonly [open: string, close: string, outside: boolean];

/** The quotation marks that the draft uses, so that a fix brings in no second kind; else those like its apostrophes. */
function marksOf({blocks}: Story): Marks {
  let used: Marks | null = null;
  let straight = false;
  for (const {content, quotations} of blocks) {
    straight ||= /\p{L}'\p{L}/u.test(content.text);
    for (const {start, end, closed} of quotations) {
      if (!closed) continue;
      const around = content.text.slice(end - 2, end + 1);
      const outside = /^[^.,].[.,]/.test(around);
      used ??= [content.text[start] ?? '', around[1] ?? '', outside];
      if (outside || /^[.,]/.test(around)) return [used[0], used[1], outside];
    }
  }
  return used ?? (straight ? ['"', '"', false] : ['“', '”', false]);
}

function quotationMarks(
  {content}: BlockTables,
  block: number,
  {start, end}: Span,
  [open, close, outside]: Marks,
): Fix {
  const after = !outside && /[,.]/.test(content.text[end] ?? '') ? end + 1 : end;
  return {
    title: 'Put in quotation marks (if these are the exact words)',
    kind: 'suggestion',
    preferred: true,
    edits: [
      {place: {block, start, end: start}, text: [open]},
      {place: {block, start: after, end: after}, text: [close]},
    ],
  };
}

/** Whether the writer is in the story: "We visited the camp", "told me". */
function narratesInFirstPerson(story: Story): boolean {
  const [first, second] = blocksHaving(story, writersIn);
  return second !== undefined || (first !== undefined && first.found.length > 1);
}

const writersIn = perBlock(({persons}) =>
  persons.filter(({attribution, markMissing}) => attribution === null && !markMissing),
);
