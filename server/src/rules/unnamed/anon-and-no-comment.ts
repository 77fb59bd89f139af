import type {Mention} from '../../attribution/mention.js';
import {type Occurrence, phraseSet} from '../../language/phrases.js';
import {lowerBound} from '../../language/spans.js';
import type {BlockTables, Story} from '../../story/story.js';
import {blocksHaving, lookup, perBlock, placeOf} from '../lookup.js';
import {rule, words} from '../rule.js';
import {type UnnamedMention, unnamedAt, unnamedClass} from '../unnamedSources.js';
import {allows, wordsAt} from '../wording.js';

const declined = phraseSet([
  'declined to comment',
  'declined comment',
  'declines to comment',
  'declined any comment',
  'declined further comment',
  'declined to discuss',
  'declined to answer',
  'declined to respond',
  'refused to comment',
  'refused comment',
  'would not comment',
  "wouldn't comment",
  'had no comment',
  'has no comment',
  'offered no comment',
  'made no comment',
  'did not comment',
  'declined to say',
  'declined requests for comment',
  'declined a request for comment',
]);
/** Words that two bodies may share without having anything to do with each other. */
const common = new Set([
  'the',
  'and',
  'for',
  'from',
  'with',
  'who',
  'one',
  'two',
  'three',
  'other',
  'another',
  'senior',
  'former',
  'top',
  'several',
  'some',
  'high',
  'level',
  'ranking',
  'official',
  'officials',
  'spokesman',
  'spokeswoman',
  'spokesperson',
  'aide',
  'aides',
  'executive',
  'executives',
  'representative',
  'source',
  'sources',
  'person',
  'people',
  'familiar',
  'close',
  'matter',
  'state',
  'states',
  'united',
  'american',
  'u.s',
  'federal',
  'national',
  'local',
  'western',
  'european',
  'general',
  'new',
  'company',
  'lawyer',
  'diplomat',
  'diplomats',
  'adviser',
  'advisers',
  'government',
  'foreign',
  'office',
  'department',
  'agency',
  'group',
  'party',
  'republican',
  'democratic',
  'house',
  'campaign',
]);

export default rule({
  id: 'anon-and-no-comment',
  family: 'unnamed',
  reads: 'passage',
  title: 'Quoted unnamed, and said to have declined comment',
  why: 'A story that quotes somebody unnamed and then says that their office would not comment may be telling readers an untruth, and readers work it out.',
  severity: {
    default: 'information',
    ap: [
      'information',
      'AP does not report that somebody declined to comment whom it quotes unnamed; from the words alone it can only be asked.',
    ],
  },
  options: {
    allow: words('Wordings that are never flagged.'),
  },
  limits:
    'It compares words: the body that declined and the one that the unnamed source works for. Whether they are the same person only the reporter knows, so it asks. Without source notes it cannot see a source in both roles who is described in different words.',
  examples: {
    flag: [
      'Palace aides said the king was ill. The palace [[declined to comment]].',
      'A bank executive said the loan was refused. The bank [[would not comment]].',
      'Two Treasury officials said the rate would fall. A Treasury spokeswoman [[declined to comment]].',
      'A Kremlin official said the talks were off.\n\nThe Kremlin [[declined to comment]] on Friday.',
      'An airline executive said the route was dead. It snowed. The airline [[refused to comment]].',
      'A club official said the coach would go. The club [[had no comment]].',
      'The vote will slip, an embassy diplomat said. The embassy [[declined to discuss]] the matter.',
      'A senior Pentagon official said the strike had failed. The Pentagon [[did not comment]].',
      'A union official said a deal was near. The union [[declined to say]] when.',
    ],
    leave: [
      'The ministry declined to comment. An opposition aide said the levy would be dropped.',
      'A bank executive said the loan was refused. The airline would not comment.',
      'The palace declined to comment.',
      'A Vogel adviser said the chancellor would resign. Hans Vogel declined to comment.',
      'Palace aides said the king was ill.',
      'Hana Sato, a bank executive, said the loan was refused. The bank would not comment.',
      'A U.S. official said the ship had sailed. U.S. Steel declined to comment.',
      'A state official said the road was closed. The state prosecutor declined to comment.',
      '"The bank would not comment," a bank executive said.',
      'A Treasury official said the rate would fall. Police had no comment.',
      'The bank said the loan was refused. The bank would not comment further on it.',
    ],
  },
  *check(here, options) {
    const {tables} = here;
    for (const hit of declinedIn(tables)) {
      if (allows(tables, options.allow, hit)) continue;
      const who = whoDeclined(tables, hit);
      if (!who) continue;
      const body = bodyOf(who);
      const same = body.size > 0 ? here.ask((story) => unnamedOfBody(story, who, body)) : undefined;
      if (!same) continue;
      const {block} = here;
      const speaker = wordsAt(same.tables, same.mention);
      yield {
        place: placeOf(block, hit),
        message: `Check that “${wordsAt(tables, who)}” is not who speaks unnamed as “${speaker}”; if it is, drop this line.`,
        because: `“${speaker}” is quoted unnamed, and the same body is said here not to comment.`,
        related: [{place: same.place, message: 'Quoted unnamed here'}],
        fixes: [
          {
            title: 'Say who was asked',
            kind: 'suggestion',
            edits: [
              {place: placeOf(block, who), text: [{hole: 'who, at which office, and how they were asked'}]},
            ],
          },
        ],
      };
    }
  },
});

const declinedIn = perBlock((tables) =>
  tables.find(declined).filter(({quoted, sentence}) => !quoted && !lookup(tables).noted(sentence)),
);

/** Words for the body that somebody is of, or is. A person's own name is none: "Cruz" and "a Cruz adviser" are two. */
const bodyOf = ({kind, name, text}: Mention): ReadonlySet<string> =>
  bodyWords(kind === 'person' && name !== null ? text.replace(name, '') : text);

/** The first of those who speak unnamed for the body that somebody is of, or is. */
function unnamedOfBody(story: Story, who: Mention, body: ReadonlySet<string>): UnnamedMention | undefined {
  for (const {block, found} of blocksHaving(story, officialsIn)) {
    const ofBody = found.filter(
      ({words, mention}) => mention !== who && words.some((word) => body.has(word)),
    );
    if (ofBody.length === 0) continue;
    const speaking = unnamedAt(story, block).find(
      (one) => one.attributions.length > 0 && ofBody.some(({mention}) => mention === one.mention),
    );
    if (speaking) return speaking;
  }
  return undefined;
}

/** The unnamed officials of a block, each with the words that tell what body they are of. */
const officialsIn = perBlock(({mentions}) =>
  mentions.flatMap((mention) =>
    unnamedClass(mention) === 'official' ? [{mention, words: [...bodyWords(mention.text)]}] : [],
  ),
);

/** The last one named before the words in their sentence. */
function whoDeclined({mentions}: BlockTables, {start, sentence}: Occurrence): Mention | null {
  let found: Mention | null = null;
  for (
    let i = lowerBound(mentions.length, (k) => (mentions[k] as Mention).sentence < sentence);
    i < mentions.length;
    i++
  ) {
    const mention = mentions[i] as Mention;
    if (mention.sentence !== sentence || mention.start > start) break;
    if (mention.end > start || mention.standing === 'pronoun') continue;
    if (!found || mention.start >= found.end) found = mention;
  }
  return found;
}

/** Words that tell one body from another. */
function bodyWords(text: string): ReadonlySet<string> {
  return new Set(
    (text.toLowerCase().match(/[\p{L}\p{N}.]{3,}/gu) ?? [])
      .map((word) => word.replace(/\.$/, ''))
      .filter((word) => !common.has(word)),
  );
}
