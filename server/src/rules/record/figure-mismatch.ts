import type {Quantity} from '../../story/quantities.js';
import type {BlockTables, Place, Story} from '../../story/story.js';
import type {Sum} from '../../story/sums.js';
import {blocksHaving, perBlock} from '../lookup.js';
import {type Edit, type Finding, number, rule} from '../rule.js';
import {tellsStory} from '../storyParts.js';
import {wordsAt} from '../wording.js';

const sumsIn = ({sums}: BlockTables) => sums;

export default rule({
  id: 'figure-mismatch',
  family: 'record',
  reads: 'story',
  title: 'Two figures in the draft that contradict each other',
  why: 'A headline with 130 dead over a story with 103 is a correction waiting to be printed. One of them is wrong, and only the writer can tell which.',
  severity: {
    default: 'warning',
  },
  options: {
    paragraphs: number('How many paragraphs from the top a figure of the headline is looked for.', 8),
  },
  limits:
    'It compares the number of dead, hurt, missing, arrested and the like in the headline or a caption with those of the first paragraphs, and checks shares, changes and parts within one sentence. Rounding and "about" are allowed for. Figures for other times and places, and sums of several, are left alone where the words let it tell.',
  examples: {
    flag: [
      {
        text: '# Ferry sinks, [[130]] dead\n\nAt least 103 people were killed when a ferry sank on Monday, police said.',
        format: 'markdown',
      },
      {
        text: '# [[Twelve]] people rescued\n\nFourteen people were rescued at dawn, the mine said.',
        format: 'markdown',
      },
      'Of those asked, 30 of the 120 nurses, or [[40%]], said they would leave.',
      'Sales rose [[40%]], from 100 tonnes to 150 tonnes, the mill said.',
      'Arrests fell by [[12%]] to 900 from 1,500, the force said.',
      'The crash killed [[12]] people, seven men and four women.',
      '[[Nine]] people were hurt: three soldiers, two officers and two civilians.',
      'Membership grew from 2,000 to 3,000, an increase of [[25%]].',
      'Some 18 of its 24 buses, or [[55 percent]], failed the test.',
      {
        text: '# Police arrest [[40]] at march\n\nOfficers arrested 14 people on Sunday, the police said.',
        format: 'markdown',
      },
      {
        text: '# Storm kills [[nine]]\n\nThe storm killed six people, the governor said on Tuesday.',
        format: 'markdown',
      },
      'The fund shrank [[10%]], from $4 million to $3 million.',
      '[[Five]] passengers, two men and two women, were hurt.',
      'Rents climbed [[80%]] from 500 euros to 600 euros, the union said.',
      {
        text: '# [[21]] hurt in blast\n\nEighteen people were injured when a boiler burst, the clinic said.',
        format: 'markdown',
      },
    ],
    leave: [
      {
        text: '# Ferry sinks, 103 dead\n\nAt least 103 people were killed when a ferry sank on Monday, police said.',
        format: 'markdown',
      },
      {
        text: '# Ferry sinks, 100 dead\n\nAbout 103 people were killed when a ferry sank on Monday, police said.',
        format: 'markdown',
      },
      {
        text: '# Storm kills 15\n\nThe storm killed nine people in Accra and six people died in Tema, officials of the two cities said.',
        format: 'markdown',
      },
      {
        text: '# 12 dead in crash\n\nThe crash killed 12 people. In 2019 a crash there killed 20 people.',
        format: 'markdown',
      },
      'Of those asked, 30 of the 120 nurses, or 25%, said they would leave.',
      'Sales rose 50%, from 100 tonnes to 150 tonnes, the mill said.',
      'Sales rose about 45%, from 100 tonnes to 148 tonnes.',
      'Unemployment rose 1 percentage point, from 4% to 5%.',
      'The crash killed 11 people, seven men and four women.',
      'The crash killed 12 people, including seven men and four women.',
      'Prices rose 5% in 2019 and fell from 12 to 10 euros in 2020.',
      'Two of the three bridges are closed.',
      '"It rose 40%, from 100 to 150," the clerk said.',
      {text: '# Two years on, families still wait\n\nThe fire killed 17 people in 2019.', format: 'markdown'},
      {
        text: '# Police arrest 14\n\nOfficers arrested 14 people. A march last year ended with 40 people arrested.',
        format: 'markdown',
      },
      'The team won 3 of 4 matches, or 75%.',
    ],
  },
  *check(story, options) {
    for (const {block, tables, found} of blocksHaving(story, sumsIn)) {
      for (const sum of found) if (!sum.quoted) yield wrongSum(block, tables, sum);
    }
    yield* headlineFigures(story, options.paragraphs);
  },
});

function wrongSum(block: number, tables: BlockTables, {kind, figure, told, worked, ...span}: Sum): Finding {
  const said = wordsAt(tables, span);
  const percent = kind === 'parts' ? '' : '%';
  return {
    place: {block, ...figure},
    message: `The figures here do not agree: ${worked}${percent} by the others, ${told}${percent} as told.`,
    because: `In “${said}” the other figures come to ${worked}${percent}.`,
    related: [
      {place: {block, start: span.start, end: span.end}, message: 'The figures that it is worked out from'},
    ],
    fixes: [
      {
        title: 'Put in the right figure',
        kind: 'suggestion',
        preferred: true,
        edits: [{place: {block, ...figure}, text: [{hole: kind === 'parts' ? 'number' : 'percentage'}]}],
      },
    ],
  };
}

interface Placed {
  readonly quantity: Quantity;
  readonly place: Place;
  readonly tables: BlockTables;
}

/** Figures of headline and captions that nothing in the first paragraphs agrees with. */
function* headlineFigures(story: Story, most: number): Generator<Finding> {
  if (blocksHaving(story, figuresAbove).length === 0) return;
  const above: Placed[] = [];
  const body: Placed[] = [];
  let paragraphs = 0;
  for (const [block, tables] of story.blocks.entries()) {
    if (tables.exempt) continue;
    const list = isAbove(tables) ? above : tellsStory(tables) && paragraphs++ < most ? body : null;
    if (!list) continue;
    for (const quantity of tables.quantities) {
      if (quantity.quoted || quantity.fate === null) continue;
      list.push({quantity, tables, place: {block, start: quantity.start, end: quantity.end}});
    }
  }
  for (const one of above) {
    const same = body.filter(({quantity}) => isSameThing(one.quantity, quantity));
    if (
      same.length === 0 ||
      same.some(({quantity}) => agree(one.quantity, quantity)) ||
      addsUp(one.quantity, same)
    )
      continue;
    // Several figures for one thing are of several times and places; which of them the headline means nobody can tell.
    const values = new Set(same.map(({quantity}) => quantity.value));
    const [other] = same;
    if (!other || values.size > 1 || ofAnotherTime(other)) continue;
    const said = wordsAt(one.tables, one.place);
    const below = wordsAt(other.tables, other.place);
    yield {
      place: one.place,
      message: `“${said}” up here, “${below}” in the story. Put the wrong one right.`,
      because: `Both tell of the same thing, and no other figure in the first paragraphs agrees with “${said}”.`,
      related: [{place: other.place, message: 'The other figure'}],
      fixes: [
        {
          title: 'Take the figure of the story',
          kind: 'suggestion',
          preferred: true,
          edits: [figureOf(other, one)],
        },
      ],
    };
  }
}

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const inDigits = /\d[\d,.]*(?<=\d)/;
const inWords = new RegExp(
  `\\b(?:(?:${tens.join('|')})(?:[- ](?:${ones.slice(1, 10).join('|')}))?|${ones.join('|')})\\b`,
  'i',
);

/** Puts the figure of the story where the other one stands: the number alone, in digits or words as it stood there. */
function figureOf(story: Placed, above: Placed): Edit {
  const said = above.tables.content.text.slice(above.place.start, above.place.end);
  const below = wordsAt(story.tables, story.place);
  const digits = inDigits.exec(said);
  const old = digits ?? inWords.exec(said);
  const {value} = story.quantity;
  const written = inDigits.exec(below)?.[0] ?? String(value);
  // "2.5 million" is more than its number.
  if (!old || /\b(?:hundred|thousand|\p{L}*illion|lakh|crore|dozen)\b/iu.test(`${said} ${below}`))
    return {place: above.place, text: [below]};
  let text = written;
  if (!digits && Number.isInteger(value) && value < 100) {
    const unit = value % 10;
    text = ones[value] ?? `${tens[Math.floor(value / 10) - 2]}${unit ? `-${ones[unit]}` : ''}`;
    if (/^\p{Lu}/u.test(old[0])) text = text.charAt(0).toUpperCase() + text.slice(1);
  }
  const start = above.place.start + old.index;
  return {place: {...above.place, start, end: start + old[0].length}, text: [text]};
}

const isAbove = ({content: {kind, level}}: BlockTables): boolean =>
  (kind === 'heading' && level === 1) || kind === 'caption';

const figuresAbove = perBlock((tables) => (isAbove(tables) ? tables.quantities : []));

const isSameThing = (one: Quantity, other: Quantity): boolean =>
  one.fate === other.fate && (one.noun === other.noun || one.noun === null || other.noun === null);

function agree(one: Quantity, other: Quantity): boolean {
  if (one.value === other.value) return true;
  const apart = Math.abs(one.value - other.value) / Math.max(one.value, other.value);
  const isRound = one.value >= 50 && one.value % 10 === 0;
  return (one.hedged || other.hedged) && isRound && apart <= 0.1;
}

/** The headline adds up what the story gives by place. */
function addsUp({value}: Quantity, parts: readonly Placed[]): boolean {
  const values = [...new Set(parts.map(({quantity}) => quantity.value))];
  const sum = values.reduce((all, next) => all + next, 0);
  return (
    sum === value || values.some((first, i) => values.slice(i + 1).some((second) => first + second === value))
  );
}

/** A date stands in its sentence that is not the story's own day: a figure of another time. */
function ofAnotherTime({tables, quantity}: Placed): boolean {
  const sentence = tables.sentences[quantity.sentence];
  return (
    sentence !== undefined &&
    (tables.days.some(
      ({start, end, year}) => year !== null && start < sentence.end && end > sentence.start,
    ) ||
      /\b(?:in|since|of) (?:19|20)\d\d\b|\blast (?:year|month)\b|\bearlier\b|\bprevious/i.test(
        tables.content.text.slice(sentence.start, sentence.end),
      ))
  );
}
