import {firstAt, lowerBound} from '../../language/spans.js';
import {surnameOf} from '../../story/names.js';
import type {BlockTables, Place, Source, StoryAttribution} from '../../story/story.js';
import {fitting, lookup, perSource, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Finding, number, rule} from '../rule.js';
import {wordsAt} from '../wording.js';

/** As likely as this, the second candidate is worth a warning. */
const likelyEnough = 0.3;

/** As likely as this and no more, whoever comes first is as likely not meant. */
const evenly = 0.5;

/** As likely as this, the second candidate is about as likely as the first. */
const asLikely = 0.4;

/** Cues that put words into a mouth. */
const telling = new Set(
  (
    'say tell add write note claim state announce warn explain argue insist reply answer deny admit reveal report promise ' +
    'declare maintain recall ask tweet post accord colon confirm acknowledge conclude stress testify allege'
  ).split(' '),
);

export default rule({
  id: 'pronoun-ambiguous',
  family: 'quotes',
  reads: 'passage',
  title: 'A “he said” that could be two people',
  why: 'When two people fit a pronoun, some readers credit the wrong one. Putting words into the wrong mouth is among the costliest errors there are.',
  severity: {
    default: 'warning',
    ap: ['warning', 'AP repeats the attribution unless it is perfectly clear who still speaks.'],
    reuters: ['warning', 'Reuters wants the speaker known at once, and two speakers kept apart.'],
  },
  options: {
    share: number('How likely, in per cent, the second candidate must be before anything is said.', 15),
  },
  limits:
    'It goes by grammar (gender, number, who was the subject) and by nearness. It does not know who would be likely to say such a thing. Where even the likeliest is as likely not meant, it speaks up however little likely the second is. It warns only where the two were met together just before, side by side or about as likely, and neither alone was speaking, or where one sentence brings in the two and the next goes on with the pronoun; elsewhere it gives a hint. Whoever was named after the other as the subject of a new paragraph counts as clear.',
  examples: {
    flag: [
      'Judge Aaron Cole met Sheriff Luis Diaz on Monday. [[He said]] the jail was full.',
      'Ms. Jin Park and Ms. Carol Lowe argued for an hour; [[she said]] the deal was off.',
      'Peter Novak sat beside Ivan Kolar at the hearing. [[He said]] the bridge had been checked.',
      'A French official met President Karim Haddad. [[He said]] the troops would leave by May.',
      'Mayor Tom Hale praised Councillor Amir Shah for the new park. [[He said]] it had cost less than planned.',
      'Maria Lopez and Anna Berg disagreed about the grant. [[She said]] the money was gone.',
      'Omar Faris handed the letter to Samuel Obi. [[He told]] reporters that it was genuine.',
      'Chairman Ed Voss and his deputy, Paul Reyes, left by the back door. "It is over," [[he said]].',
      'Farmer Jack Dunne sued his neighbour, Liam Byrne. [[He said]] the fence stood on his land.',
      'Coach Marco Rossi replaced Luca Bianchi at half-time. [[He said]] the knee was sore.',
      'Mayor Tom Hale met Judge Luis Diaz. [[He said]] the roof leaked.',
      'The company and its union met on Friday. [[They said]] the talks would go on.',
    ],
    leave: [
      'Sheriff Luis Diaz toured the jail on Monday. He said it was full.',
      'Judge Aaron Cole met Sheriff Luis Diaz on Monday. Diaz said the jail was full.',
      'Luis Diaz said the jail was full. He added that two wings were shut.',
      'Maria Lopez met Peter Novak on Monday. She said the bridge had been checked.',
      'Peter Novak said the bridge had been checked. “It is safe,” he said.',
      '"He said it was safe," said Maria Lopez, who sat between Peter Novak and Ivan Kolar.',
      'The ministry met the union on Friday. Union leader Joy Mensah said the offer was poor. She said talks would go on.',
      'Ed Voss told the court the books were in order. He said he had checked them twice.',
      'Rosa Diaz lost her house in the flood. "I will not go back," she said.',
      'The bank said the loan was sound. It said the borrower had paid on time.',
      'Anna Berg, who replaced Jonas Lind in May, said the fund was empty. She said it had been for a year.',
      'Nurse Joy Mensah treated Paul Reyes at the scene. She said he was awake.',
      '“The fence is mine,” Jack Dunne said. “It always was.”\n\nLiam Byrne, who lives next door, shook his head. “It is not,” he said.',
      'Ed Voss said the vote was lost. Rosa Diaz said the farmers had left. They said so themselves.',
      'Captain Ines Moreau lost to Kim Seo-yeon in the final. Moreau said she had slept badly.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const attribution of here.attributions()) {
      const {block, candidates, subjectContinuity, source, cueKind} = attribution;
      const pronoun = source[0];
      // What somebody wants or does harms nobody whom it is wrongly credited to; words do.
      if (candidates.length < 2 || subjectContinuity || cueKind !== 'speech') continue;
      if (!telling.has(attribution.cueLemma ?? '')) continue;
      if (!pronoun) continue;
      // "It" takes up a thing as often as a body, and nobody is wronged when a reader picks the other.
      if (lookup(tables).quoted(pronoun) || !/^(?:he|she|they)$/i.test(wordsAt(tables, pronoun))) continue;
      const many = /^they$/i.test(wordsAt(tables, pronoun));
      // Where even the likeliest is no likelier than not, any second will do.
      const nobody = (candidates[0]?.weight ?? 1) <= evenly || (candidates[1]?.weight ?? 0) >= asLikely;
      const isLikely = (one: {readonly weight: number} | undefined) =>
        nobody || (one?.weight ?? 0) * 100 >= options.share;
      if (!candidates.slice(1).some(isLikely)) continue;
      const known = candidates.flatMap((candidate) => {
        const who = here.sourceById(candidate.sourceId);
        return who && here.of(who, many ? isAnotherGroup : isAnotherPerson) ? [{...candidate, who}] : [];
      });
      if (known.length < 2 || !isLikely(known[1])) continue;
      const place = pronounWithCue(attribution, tables);
      const word = wordsAt(tables, pronoun);
      const likely = known.filter(({weight}, at) => at < 2 || weight * 100 >= options.share / 2).slice(0, 4);
      const [first] = likely;
      const rivals = candidates.filter(({weight}, at) => at > 0 && weight * 100 >= options.share);
      if (first && first.sourceId === candidates[0]?.sourceId && takesOver(here, attribution, first, rivals))
        continue;
      yield {
        place,
        message: `Name who is meant by “${word}”: ${listed(likely.map(({who}) => calledIn(who)))} could be.`,
        // Grammar and nearness alone are too often wrong about those who are hardly meant.
        severity: (
          nobody || (known[1]?.weight ?? 0) >= likelyEnough
            ? isOpen(here, attribution, word, likely)
            : isFirstMeeting(here, attribution, word, likely)
        )
          ? undefined
          : 'hint',
        because: `“${word}” fits ${likely.length} of those mentioned since somebody was last named as speaking.`,
        related: likely.map(({place: where, who}) => ({
          place: where,
          message: `${calledIn(who)} could be meant`,
        })),
        fixes: [
          {
            title: `Replace “${word}” by a name`,
            kind: 'suggestion',
            preferred: true,
            edits: [
              {
                place: placeOf(block, pronoun),
                text: [
                  {hole: 'who', choices: likely.map(({who}) => fitting(tables, pronoun, replacement(who)))},
                ],
              },
            ],
          },
        ],
      } satisfies Finding;
    }
  },
});

interface Choice {
  readonly who: Source;
  readonly place: Place;
  readonly sourceId: string;
  readonly weight: number;
}

/**
 * Whether the words leave a reader in doubt, and not only grammar: two of the likely ones were met together just before,
 * each for what they are and not as "his" or "Diaz's", and either side by side or with nothing to choose between them.
 */
function isOpen(
  here: Passage,
  attribution: StoryAttribution,
  word: string,
  likely: readonly Choice[],
): boolean {
  // Of two who are joined, or who did something together, "they" means both.
  if (/^they$/i.test(word)) return false;
  const met = likely.filter(({place}) => isJustMet(here, attribution, place));
  for (const [k, one] of met.entries()) {
    for (const other of met.slice(k + 1)) {
      if (
        one.place.block === other.place.block &&
        areJoined(tablesAt(here, one.place), one.place, other.place)
      )
        return true;
    }
  }
  const [one, other] = likely;
  if (!one || !other || !met.includes(one) || !met.includes(other)) return false;
  if (momentOf(here, one) !== momentOf(here, other)) return false;
  if (isFirstMeeting(here, attribution, word, likely)) return true;
  // Whoever alone of the two was speaking goes on.
  const speaking = attributionsBefore(here, attribution, recent);
  const spoke = ({sourceId: id}: Choice) => speaking.some(({sourceId}) => sourceId === id);
  if (other.weight < close * one.weight || spoke(one) !== spoke(other)) return false;
  // Whom the story has spoken of before, a reader follows; whom it has just brought in, or leaves unnamed, nobody can.
  return [one, other].every(isNew) || [one, other].some(({who: {name}}) => name === null);
}

/**
 * "Judge Cole met Sheriff Diaz. He said ...": the story brings in two and no third in one sentence, and goes on with a
 * pronoun that opens the next one. Grammar prefers the first; who knows neither has nothing else to go by.
 */
function isFirstMeeting(
  here: Passage,
  attribution: StoryAttribution,
  word: string,
  likely: readonly Choice[],
): boolean {
  const [one, other, third] = likely;
  return (
    one !== undefined &&
    other !== undefined &&
    third === undefined &&
    !/^they$/i.test(word) &&
    /^\p{Lu}/u.test(word) &&
    momentOf(here, one) === momentOf(here, other) &&
    !attributionsBefore(here, attribution, recent).some(
      ({sourceId}) => sourceId === one.sourceId || sourceId === other.sourceId,
    ) &&
    [one, other].every((choice) => isNew(choice) && isJustMet(here, attribution, choice.place))
  );
}

const isNew = ({place, who: {mentions}}: Choice): boolean =>
  mentions[0]?.block === place.block && mentions[0].start === place.start;

const momentOf = (here: Passage, {place}: Choice): string =>
  `${place.block} ${lookup(tablesAt(here, place) as BlockTables).sentenceAt(place.start)}`;

/** The tables of the block in which a place stands, which is near. */
const tablesAt = (here: Passage, {block}: Place): BlockTables | undefined =>
  block === here.block ? here.tables : here.near(block - here.block);

/**
 * "... Diaz said. [new paragraph] Cole, who is no lawyer, shook his head. 'No,' he said": whoever has just been named
 * as the subject of a paragraph of their own is meant, though the one before has more weight in the story.
 */
function takesOver(
  here: Passage,
  {block}: StoryAttribution,
  one: Choice,
  rivals: StoryAttribution['candidates'],
): boolean {
  const own = one.place.block;
  if (block - own > 1) return false;
  const tables = tablesAt(here, one.place);
  if (!tables || rivals.some(({place}) => place.block >= own)) return false;
  const {mentions} = one.who;
  for (let i = lowerBound(mentions.length, (k) => (mentions[k] as Place).block < own); ; i++) {
    const place = mentions[i];
    if (!place || place.block !== own || place.start > one.place.start) return false;
    const mention = tables.mentions[firstAt(tables.mentions, place.start)];
    if (!mention || mention.standing === 'pronoun' || mention.function === 'possessive') continue;
    if (mention.function === 'subject' || tables.sentences[mention.sentence]?.start === mention.start)
      return true;
  }
}

/** The attributions before one, so many of them at most. */
function attributionsBefore(here: Passage, one: StoryAttribution, most: number): readonly StoryAttribution[] {
  let before = here.attributions().filter(({key}) => key < one.key);
  for (let back = 1; back <= one.block && before.length < most; back++) {
    before = [...here.attributions(-back), ...before];
  }
  return before.slice(-most);
}

/** How many attributions back somebody still holds the floor. */
const recent = 4;
/** Nearly as likely: by this share of the likeliest. */
const close = 0.6;

/** Whether the place stands in the sentence before a pronoun's, and is no pronoun and no possessive. */
function isJustMet(here: Passage, {block, sentence}: StoryAttribution, place: Place): boolean {
  if (place.block !== block && (place.block !== block - 1 || sentence > 0)) return false;
  const tables = tablesAt(here, place);
  const mention = tables?.mentions[firstAt(tables.mentions, place.start)];
  if (!tables || !mention || mention.standing === 'pronoun' || mention.function === 'possessive')
    return false;
  if (place.block === block) return sentence - mention.sentence < 2;
  return mention.sentence === tables.sentences.length - 1;
}

/** "Park and Lowe argued", "Park spoke, and Lowe stood by": neither before the other in standing. */
function areJoined(tables: BlockTables | undefined, one: Place, other: Place): boolean {
  const [first, second] = one.start < other.start ? [one, other] : [other, one];
  const between = tables?.content.text.slice(first.end, second.start) ?? '';
  return /^[^.;]{0,60}\b(?:and|or)\s(?:(?:the|his|her|its|their|local|\p{L}+’s)\s)?[^,.;]{0,24}$/u.test(
    between,
  );
}

/**
 * Whether a reader could take it for a person apart from the others: "the candidate", whom nobody has introduced, is
 * as a rule one of those who were named.
 */
const isAnotherPerson = perSource(({kind, name, mentions, mentionIndexes}, story): boolean => {
  if (kind === 'document') return false;
  if (name !== null) return /\p{Ll}/u.test(name) && !/^(?:neither|both|either)\b/i.test(name);
  const [place] = mentions;
  const mention = place && story.blocks[place.block]?.mentions[mentionIndexes[0] ?? -1];
  return (
    mention !== undefined &&
    mention.determiner !== 'definite' &&
    mention.determiner !== 'bare' &&
    mention.kind === 'person'
  );
});

/** Whether it is one who can say something together with others: "they" takes up bodies and groups, named or not. */
const isAnotherGroup = perSource(
  ({kind, gender, name}): boolean =>
    kind === 'group' ||
    kind === 'organisation' ||
    (kind === 'person' && (name !== null || gender === 'plural')),
);

/** "He said" as one span where the two stand together, else the pronoun alone. */
function pronounWithCue({block, cue, source}: StoryAttribution, {content}: BlockTables): Place {
  const pronoun = source[0] as {start: number; end: number};
  const verb = cue[0];
  if (!verb) return placeOf(block, pronoun);
  const [first, second] = verb.start < pronoun.start ? [verb, pronoun] : [pronoun, verb];
  const between = content.text.slice(first.end, second.start);
  return /^\s{0,3}$/.test(between)
    ? placeOf(block, {start: first.start, end: second.end})
    : placeOf(block, pronoun);
}

/** What to call somebody in a message. */
const calledIn = ({label}: Source): string => label;

/** What may stand in the place of the pronoun: a surname, or an unnamed source's description made definite. */
function replacement({kind, label, name}: Source): string {
  if (name === null) return label.replace(/^(?:an?|one|another)\s+/i, 'the ');
  return kind === 'person' ? surnameOf(name) : name;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
