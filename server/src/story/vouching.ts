import type {Attribution} from '../attribution/attribution.js';
import {type Cover, coverFinder} from './covers.js';
import {perBlock} from './perBlock.js';
import type {BlockTables, Claim} from './story.js';

/** Which attribution of a block vouches for each of its claims; null for none. By the claim's index. */
export type Vouchers = readonly (number | null)[];

/**
 * Who answers for the claims of a block, by what stands in the block: an attribution whose words hold the claim, or
 * one that carries over from the sentence before (shared condition 5 of the rules).
 */
export const vouchersOf: (tables: BlockTables) => Vouchers = perBlock(findVouchers);

function findVouchers(tables: BlockTables): Vouchers {
  const {attributions, claims} = tables;
  if (claims.length === 0 || attributions.length === 0) return claims.map(() => null);
  const bySentence = new Map<number, number[]>();
  const covers: Cover[] = [];
  attributions.forEach((attribution, index) => {
    if (!hasSource(attribution)) return;
    const list = bySentence.get(attribution.sentence);
    if (list) list.push(index);
    else bySentence.set(attribution.sentence, [index]);
    for (const {start, end} of attribution.content) covers.push({start, end, index});
  });
  const covering = coverFinder(covers);
  return claims.map((claim) => {
    const holding = covering(claim.trigger);
    const holder = holding === null ? null : (attributions[holding] as Attribution);
    if (holder && !isPartOf(holder, claim) && vouches(holder, claim)) return holding;
    const own = (bySentence.get(claim.sentence) ?? []).find((index) => {
      const attribution = attributions[index] as Attribution;
      return coversSentence(attribution) || (claim.type === 'figure' && hangsOn(tables, attribution, claim));
    });
    if (own !== undefined) return own;
    const before = bySentence
      .get(claim.sentence - 1)
      ?.findLast((index) => speaks(attributions[index] as Attribution));
    if (before !== undefined) return goesOn(tables, claim) ? before : null;
    // What somebody said may have taken several sentences.
    const last = claim.type === 'figure' ? tables.sentences[claim.sentence - 1]?.end : undefined;
    const spoken = last === undefined ? null : covering({start: last - 2, end: last - 1});
    return spoken !== null && speaks(attributions[spoken] as Attribution) ? spoken : null;
  });
}

/** What somebody does or wants ("published the list to distract") says nothing of a motive or a wrong. */
const vouches = (attribution: Attribution, {type}: Claim): boolean =>
  speaks(attribution) || (type !== 'mental-state' && type !== 'accusation');

/** Somebody or something stands behind it; "it is believed" has nobody. */
const hasSource = ({mention, carried, source, quote}: Attribution): boolean =>
  mention !== null || carried || source.length > 0 || quote === 'direct';

const speaks = ({cueKind, quote}: Attribution): boolean => cueKind !== 'attitude' || quote !== 'indirect';

/** "According to the ministry" stands for its whole sentence, whatever pieces were taken for its content. */
const coversSentence = ({cueLemma}: Attribution): boolean => cueLemma === 'accord';

/** "Traffic doubled, the firm said, gaining 4,000 users": what hangs on behind is the firm's too. */
function trails({content: {text}}: BlockTables, attribution: Attribution, {trigger}: Claim): boolean {
  const end = attribution.cue.at(-1)?.end;
  if (end === undefined || end > trigger.start || attribution.mention === null || !speaks(attribution))
    return false;
  if ((attribution.content[0]?.start ?? end) >= end) return false;
  return /^,\s+(?:\p{L}+ing|up|down|compared|including|or|with)\b/u.test(text.slice(end, end + 40));
}

/** Whether a figure that the words of an attribution leave out belongs to its sentence all the same. */
const hangsOn = (tables: BlockTables, attribution: Attribution, claim: Claim): boolean =>
  trails(tables, attribution, claim) || isInsertion(tables, attribution, claim);

/** A clause of its own, for which the speaker need not answer. */
const another =
  /;|\b(?:but|while|although|though|whereas|and|even as)\s+(?:the|a|an|he|she|it|they|his|her|their|its|there|\p{Lu})/u;

/** "The bank said that rents rose by 9% - three times the rate of pay", "€40m - that is what it cost, Diaz reports". */
function isInsertion({content: {text}}: BlockTables, attribution: Attribution, {trigger}: Claim): boolean {
  const {content, cue, mention} = attribution;
  const [first, last] = [content[0], content.at(-1)];
  const [opens, closes] = [cue[0]?.start, cue.at(-1)?.end];
  if (!first || !last || opens === undefined || closes === undefined || mention === null) return false;
  if (!speaks(attribution)) return false;
  if (trigger.end <= first.start) return opens > last.end && dash.test(text.slice(trigger.end, first.start));
  const between = text.slice(last.end, trigger.start);
  return closes < first.start && trigger.start >= last.end && dash.test(between) && !another.test(between);
}

const dash = /^\s?(?:—|–|--?\s)/;

/** "Asked the appraiser to hide the flooding", "misled investors": the cue is part of what somebody is accused of. */
const isPartOf = ({cue}: Attribution, {trigger, type}: Claim): boolean =>
  type === 'accusation' && cue.some(({start, end}) => start < trigger.end && end > trigger.start);

const takesUp =
  /^["“'‘]?(?:he|she|they|it|his|her|their|its|the|this|that|these|those|both|such|another|of those|in all|in total|altogether)\b/i;

/**
 * Whether the sentence before still vouches. For a figure the one before is enough; an accusation must also take up
 * what was spoken of, since it is the one claim that costs dearly when the reader credits the paper with it.
 */
function goesOn({content, sentences}: BlockTables, claim: Claim): boolean {
  if (claim.type !== 'accusation') return true;
  const start = sentences[claim.sentence]?.start ?? claim.start;
  return takesUp.test(content.text.slice(start, start + 24));
}
