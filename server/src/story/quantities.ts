import type {Span} from '../draft/block.js';
import type {Token} from '../language/token.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';
import {type CountedQuantity, quantitiesIn} from './figures.js';

/** A number with what it counts and what befell that: "103 people were killed". */
export interface Quantity extends Span {
  readonly value: number;
  /** "about", "more than", "up to" stand before it. */
  readonly hedged: boolean;
  readonly sentence: number;
  readonly quoted: boolean;
  /** Lemma of what is counted; people of every kind as "person"; null for a bare number ("killed 103"). */
  readonly noun: string | null;
  /** What befell it, one word for all words for the same: "die", "hurt", "arrest", "job" ... ; null where not told. */
  readonly fate: string | null;
}

const fates = new Map<string, string>();
for (const row of `die kill dead death fatality slay drown perish toll|hurt injure wound injury hospitalize hospitalise|
  arrest detain|miss missing|rescue|charge|evacuate displace|infect|sack fire lay layoff redundancy|hire|
  abduct kidnap|strand|quarantine|convict|steal|build|destroy`.split('|')) {
  const [first = '', ...others] = row.trim().split(/\s+/);
  for (const word of [first, ...others]) fates.set(word, first);
}
const people = new Set(
  `person people man woman child civilian victim passenger resident worker soldier employee migrant student protester
  protestor demonstrator villager miner tourist fisherman sailor crew patient prisoner inmate pilgrim police officer
  dead fatality casualty troop fan teenager boy girl pupil teacher driver rider hostage refugee`.split(/\s+/),
);

const numbers = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/iu;
const endingNumbers = /\b\p{L}+(?:teen|ty)\b/iu;
/** A quick no: to look for the whole words takes far longer. */
const endings = /(?:teen|ty)\b/iu;

/** The counts of a block that tell what befell those counted. Linear in its tokens. */
export function findQuantities(block: BlockAnalysis): readonly Quantity[] {
  const {tokens, content} = block;
  if (!numbers.test(content.text) && !(endings.test(content.text) && endingNumbers.test(content.text)))
    return [];
  const quoted = quotedTest(block);
  const found: Quantity[] = [];
  block.sentences.forEach((sentence, index) => {
    for (const quantity of quantitiesIn(tokens, sentence)) {
      if (quantity.kind !== 'count' || quantity.vague) continue;
      const fate = fateOf(tokens, quantity, sentence.first, sentence.last);
      if (fate === null) continue;
      const head = quantity.noun === null ? null : (tokens[quantity.noun] as Token);
      const span = {
        start: (tokens[quantity.first] as Token).start,
        end: (tokens[quantity.last] as Token).end,
      };
      found.push({
        start: span.start,
        end: span.end,
        value: quantity.value,
        hedged: quantity.hedge !== null,
        sentence: index,
        quoted: quoted(span),
        noun: head === null || fates.has(head.lemma) ? null : people.has(head.lemma) ? 'person' : head.lemma,
        fate,
      });
    }
  });
  return found;
}

/** The word for what befell those counted: behind the noun within a few words, or right before the number. */
function fateOf(
  tokens: readonly Token[],
  {first, last, noun}: CountedQuantity,
  from: number,
  to: number,
): string | null {
  // A headline's "rescued" is often read as an adjective, its own lemma.
  const known = ({lemma, norm}: Token): string | undefined =>
    fates.get(lemma) ??
    fates.get(norm) ??
    fates.get(norm.replace(/d$/, '')) ??
    fates.get(norm.replace(/ed$/, ''));
  const head = noun ?? last;
  if (noun !== null) {
    const own = known(tokens[noun] as Token);
    if (own) return own;
  }
  for (let i = head + 1; i < to && i <= head + 4; i++) {
    const token = tokens[i] as Token;
    if (/^[,;:.()–—-]$/.test(token.text)) break;
    if (token.pos === 'NUM') break;
    const own = known(token);
    if (own) return own;
    if (noun !== null && !/^(?:AUX|ADV|PART|VERB)$/.test(token.pos)) break;
  }
  for (let i = first - 1; i >= from && i >= first - 3; i--) {
    const token = tokens[i] as Token;
    if (/^[,;:.()–—-]$/.test(token.text)) break;
    const own = known(token);
    if (own) return own;
  }
  return null;
}
