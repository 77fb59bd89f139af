import type {Span} from '../draft/block.js';
import {firstEndingAfter, Taken} from '../language/spans.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';

/** Something from a social network that a story rests on: a recording, or what unnamed users say. */
export interface Post extends Span {
  readonly kind: 'footage' | 'users';
  readonly sentence: number;
  readonly quoted: boolean;
  /** Casualties, or somebody's identity, hang on it. */
  readonly grave: boolean;
  /** Its block says that somebody checked it, or that nobody could; or it names who posted it, or links to it. */
  readonly checked: boolean;
}

const network =
  '(?:social media|social networks?|Twitter|X|Facebook|Instagram|TikTok|Telegram|YouTube|Snapchat|WhatsApp|Reddit|Weibo|VKontakte|Truth Social|Bluesky|4chan|the internet|the web)';
const recording =
  '(?:(?:a|an|one|some|several|many|amateur|mobile phone|cellphone|unverified|grainy|shaky|dramatic|graphic|new|other|multiple|two|three) ){0,3}(?:videos?|footage|images?|photos?|photographs?|pictures?|clips?|recordings?|livestreams?|screenshots?)';
const shared = '(?:posted|shared|circulat(?:ing|ed)|uploaded|published|spreading|spread|going viral)';
const footage = new RegExp(
  `\\b(${recording}) (?:that (?:was|were) |which (?:was|were) |being |widely |later ){0,2}${shared}(?: widely)? (?:online|(?:on|to|across|via|over) (?:the )?${network})(?: (?:and [\\p{L} ]{3,30}|on \\p{L}+day|by users?))? (?:appear(?:s|ed)? to |seem(?:s|ed)? to |purport(?:s|ed)? to )?(?:shows?|showed|depicts?|depicted|captures?|captured)\\b`,
  'giu',
);
const sharedOnline = new RegExp(
  `\\b(?:in|according to|from) (${recording}) (?:widely )?${shared} (?:online|(?:on|to|across|via) (?:the )?${network})`,
  'giu',
);
const users = new RegExp(
  `\\b(?:(?:Twitter|Facebook|Reddit|Telegram|Weibo|TikTok|Instagram|WhatsApp|social media|internet|online) (?:users?|posts?|accounts?|commenters|rumou?rs|posters)|posts on ${network}|(?:an?|one|an anonymous) (?:Twitter|Facebook|Reddit|Telegram|TikTok|Instagram|Weibo|WhatsApp) (?:pages?|groups?|channels?|accounts?|posts?|users?)) (?:(?:also|have|has|had|later|quickly|soon) ){0,2}(?:said|says?|claim(?:s|ed)?|report(?:s|ed)?|alleg(?:es|ed)?|suggest(?:s|ed)?|named(?! [“"'‘])|identif(?:ies|ied)|accus(?:es|ed)?)\\b`,
  'giu',
);
const sources = new RegExp(
  `\\b(?:according to|citing) (?:(?:Twitter|Facebook|Reddit|Telegram|social media|online) (?:users|posts|accounts|reports|rumou?rs)|posts on ${network}|${network} users)`,
  'giu',
);
const check =
  /\bverif|authenticat|geo-?locat|\bconfirmed\b|\bnot (?:been )?(?:independently )?(?:verified|confirmed)|independent(?:ly)?\b|\bunverified\b|\bfact-?check|\b(?:seen|reviewed|obtained|examined|analy[sz]ed) by\b|\bofficial (?:account|page|channel)\b|\bmatch(?:es|ed)? (?:satellite|known|other)|\bdebunk|\bfake\b|\bhoax\b|\bfalse(?:ly)?\b|\bdoctored\b|\bmisleading\b/iu;
const byNamed =
  /\b(?:posted|shared|uploaded|published|filmed|recorded|taken|shot)\b[^.;]{0,40}\bby (?:[\p{Ll}-]+ ){0,3}\p{Lu}/u;
const heavy =
  /\b(?:kill|dead|death|die[ds]?\b|bod(?:y|ies)\b|shot|shoot|firing|fire[ds]? (?:on|at)|explo|attack|victim|injur|wound|named|identif|suspect|gunman|beat(?:ing|en)?\b|arrest)/iu;
const words =
  /\b(?:online|[Ss]ocial|Twitter|Facebook|Instagram|TikTok|Telegram|YouTube|Reddit|Weibo|X|WhatsApp|internet|web|4chan|Bluesky|Truth Social|VKontakte|Snapchat)\b/;

/** How much of a sentence is read on either side, in characters. */
const reach = 400;

/** What a block takes from social networks. Linear in the text. */
export function findPosts(block: BlockAnalysis): readonly Post[] {
  const {text, links} = block.content;
  if (!words.test(text)) return [];
  const quoted = quotedTest(block);
  const found: Post[] = [];
  const taken = new Taken();
  let checked: boolean | undefined;
  for (const [kind, pattern] of [
    ['footage', footage],
    ['footage', sharedOnline],
    ['users', users],
    ['users', sources],
  ] as const) {
    taken.nextRow();
    for (const {0: said, 1: thing, index} of text.matchAll(pattern)) {
      const start = thing === undefined ? index : index + said.indexOf(thing);
      const span = {start, end: index + said.length};
      const sentence = firstEndingAfter(block.sentences, start);
      const around = block.sentences[sentence];
      if (!around || taken.touches(span)) continue;
      taken.add(span);
      checked ??= check.test(text);
      const whole = text.slice(Math.max(around.start, start - reach), Math.min(around.end, span.end + reach));
      found.push({
        start: span.start,
        end: span.end,
        kind,
        sentence,
        quoted: quoted(span),
        grave: heavy.test(whole),
        checked:
          checked ||
          byNamed.test(whole) ||
          links.some((link) => link.start < around.end && link.end > around.start),
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
