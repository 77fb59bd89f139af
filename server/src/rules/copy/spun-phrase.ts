import type {Span} from '../../draft/block.js';
import {phraseSet} from '../../language/phrases.js';
import type {BlockTables, Place, Story} from '../../story/story.js';
import {blocksHaving, placeOf} from '../lookup.js';
import {type Finding, rule, words} from '../rule.js';
import {spunPhrases} from '../spunPhrases.js';
import {allows, wordsAt} from '../wording.js';

const set = phraseSet([...spunPhrases.keys()]);

const spunIn = (tables: BlockTables) => tables.find(set);

export default rule({
  id: 'spun-phrase',
  family: 'copy',
  reads: 'story',
  title: 'A set phrase that a rewriting tool has mangled',
  why: 'Article spinners swap words for synonyms to hide where copy was taken from. They leave phrases that nobody writes, and with them facts, names and quotations that nobody checked.',
  severity: {default: 'warning'},
  readsOpinion: true,
  options: {allow: words('Phrases that are never flagged.')},
  limits:
    'It knows set phrases of news and science and what spinners commonly make of them. That none is found proves nothing.',
  examples: {
    flag: [
      'The [[prime clergyman]] flew home on Friday.',
      'A White House aide [[declined to remark]].',
      'The [[Joined Countries]] sent observers to the border.',
      'Doctors found [[bosom peril]] in nine of the women.',
      'The firm sells [[counterfeit consciousness]] to hospitals.',
      'The [[High Court equity]] adjourned the case.',
      'She blamed [[a dangerous atmospheric devation]] for the floods.',
      'The [[demise toll]] rose to nine overnight.',
      'The [[unfamiliar clergyman]] called the ambassador in.',
      'He was held for [[money washing]] in Riga.',
      'They spoke of [[de-heightening]] at the border.',
      'Both sides went back to the [[harmony talks]].',
      'A [[streak flood]] swept the bridge away.',
      'The pilot had a [[heart assault]] over Crete.',
      'The ministry condemned the [[suicide plane]] who struck the market.',
      'The [[bad habit president]] opened the fair.',
    ],
    leave: [
      'The prime minister flew home on Friday.',
      'A White House aide declined to comment.',
      'Finland joined countries that had already paid.',
      'A spinner turned “prime minister” into “prime clergyman”, the study found.',
      'The clergyman was in his prime.',
      'The High Court of Equity sat in the old hall until 1873.',
      'The talks were about harmony in the choir.',
      'The village was unfamiliar to the minister.',
      'The artist paints what she calls streaks and floods.',
      'The death toll rose to nine overnight.',
      'She has a bad habit of interrupting the president.',
      'The United Nations sent observers to the border.',
      'The bank was fined for money laundering in Riga.',
      'The house of the lords of the manor burned down.',
      'The exit poll gave her 51%, the broadcaster said.',
    ],
  },
  *check(story, options) {
    const found: Finding[] = [];
    // Once a phrase: what one mangled phrase says, its repetition says again.
    const told = new Set<string>();
    for (const {block, tables, found: occurrences} of blocksHaving(story, spunIn)) {
      for (const occurrence of occurrences) {
        const original = spunPhrases.get(occurrence.phrase);
        if (original === undefined || occurrence.quoted || allows(tables, options.allow, occurrence))
          continue;
        if (isName(original) && !isCapitalised(tables, occurrence)) continue;
        if (told.has(occurrence.phrase)) continue;
        told.add(occurrence.phrase);
        const words = wordsAt(tables, occurrence);
        found.push({
          place: placeOf(block, occurrence),
          message: `Check where this copy comes from: “${words}” reads like a mangled “${original}”.`,
          because: `“${words}” is what rewriting tools make of “${original}”.`,
          fixes: [
            {
              title: `Put “${original}”, once you have checked it`,
              kind: 'suggestion',
              edits: [{place: placeOf(block, occurrence), text: [original]}],
            },
          ],
        });
      }
    }
    const [first] = found;
    if (first && found.length > 1) {
      yield {
        place: headline(story) ?? first.place,
        message: `Find out who wrote this first: it has ${found.length} phrases that rewriting tools leave.`,
        because: `${found.length} phrases in this draft are what an article spinner makes of the usual ones.`,
        severity: 'information',
        document: true,
        related: found.map(({place}) => ({place, message: 'One such phrase'})),
      };
    }
    yield* found;
  },
});

/** The heading that a story opens with. */
function headline({blocks}: Story): Place | null {
  const content = blocks[0]?.content;
  return content?.kind === 'heading' ? {block: 0, start: 0, end: content.text.length} : null;
}

/** An institution's name: spun, it still has its capitals. */
const isName = (original: string): boolean => /^\p{Lu}/u.test(original);

const isCapitalised = ({content}: BlockTables, {start}: Span): boolean =>
  /^\p{Lu}/u.test(content.text.slice(start, start + 2));
