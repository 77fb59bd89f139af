import type {Span} from '../../draft/block.js';
import type {BlockWords} from '../../language/read.js';
import {lowerBound} from '../../language/spans.js';
import type {Sentence, Token} from '../../language/token.js';
import type {Attributor, FoundAttribution} from '../attributor.js';
import {type Decoded, decode, type Run} from './decode.js';
import {blockFeatures} from './features.js';
import {readLayout} from './labels.js';
import {Network, type Scores} from './network.js';
import {loadWeights} from './weights.js';
import {windowsOf} from './windows.js';

let network: Network | undefined;

/** Finds attributions with the trained tagger. The first call loads the model (tens of milliseconds). */
export const modelAttributor: Attributor = (words) => {
  network ??= new Network(loadWeights());
  return attributionsOf(words, network);
};

/** Attributions of a block by a given network, in the order of the text. Linear in the length of the block. */
export function attributionsOf(words: BlockWords, read: Pick<Network, 'read'>): readonly FoundAttribution[] {
  const found: FoundAttribution[] = [];
  const features = blockFeatures(words);
  for (const [first, last] of windowsOf(words.sentences, words.tokens.length)) {
    const runs = decodedOnce(read.read(words, first, last, features));
    for (const one of readLayout(words.tokens.slice(first, last), runs)) {
      const placed = place(words, first, one);
      if (one.content.length > 0 || announces(words, placed)) found.push(placed);
    }
  }
  return found.sort((a, b) => head(a) - head(b));
}

const decoded = new WeakMap<Scores, readonly Decoded[]>();

/** The network gives the same scores again for what it was just asked. */
function decodedOnce(scores: Scores): readonly Decoded[] {
  let found = decoded.get(scores);
  if (!found) {
    found = decode(scores);
    decoded.set(scores, found);
  }
  return found;
}

/** "Okoro issued the following statement on Tuesday:" */
const announces = ({text, sentences}: BlockWords, {source, sentence}: FoundAttribution): boolean =>
  source.length > 0 && sentence === sentences.length - 1 && /[:：]\s*$/.test(text.slice(-4));

const head = ({cue, content}: FoundAttribution): number => (cue[0] ?? content[0])?.start ?? 0;

function place(
  words: BlockWords,
  offset: number,
  {cue, source, content, confidence}: Decoded,
): FoundAttribution {
  const span = ({first, last}: Run): Span => ({
    start: (words.tokens[offset + first] as Token).start,
    end: (words.tokens[offset + last - 1] as Token).end,
  });
  const at = offset + (cue ?? content[0])!.first;
  return {
    cue: cue ? [span(cue)] : [],
    source: source ? [span(source)] : [],
    content: content.map(span),
    sentence: lowerBound(words.sentences.length, (i) => (words.sentences[i] as Sentence).last <= at),
    confidence,
  };
}
