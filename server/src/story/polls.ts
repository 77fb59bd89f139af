import {isAffiliation, isCountry, isNationality} from '../attribution/places.js';
import type {Span} from '../draft/block.js';
import {firstEndingAfter, overlapTest} from '../language/spans.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';

/** What a poll's account should hold, as far as words can tell. */
export const pollParts = ['sample', 'dates', 'margin'] as const;
export type PollPart = (typeof pollParts)[number];

/** A poll whose answers the sentence gives. */
export interface Poll extends Span {
  readonly sentence: number;
  readonly quoted: boolean;
  /** "The poll": met before. */
  readonly definite: boolean;
  /** "Polls", "surveys": more than one, or all of them. */
  readonly plural: boolean;
  /** Who took or paid for it stands in the sentence, or a link does. */
  readonly pollster: boolean;
  /** The sentence gives numbers of it. */
  readonly figures: boolean;
}

/** What a block says of how a poll was taken. */
export interface PollMethods {
  readonly parts: ReadonlySet<PollPart>;
  /** Half the width of the interval, in points; null where none is given. */
  readonly margin: number | null;
  /** A poll is called by a name of its own ("a Marist poll", "the poll, by Ipsos"), whether or not it is quoted. */
  readonly named: boolean;
}

/** "Leads 48% to 46%": how far apart the two are said to be. */
export interface PollLead extends Span {
  readonly points: number;
}

const found =
  '(?:show(?:s|ed|n)?|finds?|found|suggest(?:s|ed)?|indicat(?:es?|ed)|puts?|gives?|gave|reveal(?:s|ed)?|(?:has|have|had)(?= (?:\\p{Lu}|the|him|her|them|support|an?|\\d|both)\\b)|reports?|reported)';
/** Words that may stand between the article and "poll", names among them. */
const between =
  "(?:(?:new|recent|latest|national|nationwide|online|public|opinion|exit|tracking|statewide|state|early|fresh|phone|telephone|internet|different|separate|major|other|consecutive|several|two|three|internal|private|independent|snap|weekly|monthly|annual|average|of|\\p{Lu}[\\p{L}.&’'/-]{0,24}) ){0,6}";
const article =
  '(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother|[Tt]his|[Ee]very|[Ee]ach|[Ss]everal|[Ss]ome|[Mm]any|[Mm]ost|[Tt]wo|[Tt]hree|[Ff]our|[Aa]ll|[Rr]ecent|[Nn]ew|[Ll]atest|[Oo]ther|[Nn]ational|[Oo]nline|[Ee]xit|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)';
const noun = '(?:[Oo]pinion |[Ee]xit |[Tt]racking )?(?:[Pp]olls?|polling|[Ss]urveys?)';
const subject = new RegExp(
  `(?<![\\p{L}-])(?:${article} ${between})?${noun}(?= (?:(?:of|among|from|by|for|taken|conducted|released|published|commissioned|out|in|on|this|last|after|that|also|now|consistently|still|have|has|had|which|done)\\b[^.;"“”]{0,110}?)?\\b${found}\\b)`,
  'gu',
);
const accordingTo = new RegExp(`(?<=\\b(?:according to|in|by) )(?:${article} ${between})?${noun}\\b`, 'gu');
const trap =
  /\b(?:polling (?:place|station|location|booth|day|hours|site)s?|polls? (?:open|close|opened|closed|tax|workers?|watchers?|numbers)|(?:land|site|building|geological|aerial|damage|property|water|ship) surveys?|go(?:es|ing)? to the polls|straw polls?|exit poll(?:s|ing)?|\d+ percent (?:mark|threshold)|at the polls|the polls (?:open|close|opened|closed))\b/iu;
const byWhom =
  /\b(?:its|their|our) (?:own )?(?:members|customers|readers|users|clients|staff|subscribers|employees|viewers)\b|\b(?:polls?|surveys?|polling)\b[^.;"“”]{0,90}?\b(?:by|from|for|commissioned by|conducted by)\s+(?:the |an? )?(?:[\p{Ll}-]+ ){0,3}\p{Lu}|\b(?:Gallup|Quinnipiac|Ipsos|YouGov|Marist|Pew|Rasmussen|Monmouth|SurveyUSA|Ipsos|RealClearPolitics|Real Clear Politics|FiveThirtyEight|Pollster|Kantar|Survation|Opinium|ComRes|Savanta|Ipsos MORI|Nielsen|Forsa|Ifop|Elabe|Levada|Emerson|Suffolk|Siena|Zogby|Newspoll|Essential|Angus Reid|Leger|Nanos|Afrobarometer|Eurobarometer|Datafolha|CNN|NBC|ABC|CBS|Fox News|Reuters|Bloomberg|AP|USA Today|University|College|Institute|Times|Post|Journal|Center|Centre|Foundation|Research|Strategies|Associates)\b/u;
const numbers =
  /\d{1,3}(?:\.\d)?\s?(?:%|percent|per cent|points?\b)|\bby \d|\b\d{1,2}(?: ?[-–] ?| to )\d{1,2}\b|\b(?:half|majority|two-thirds|a third|one in)\b/iu;
const words = /\b(?:polls?|polling|surveys?|surveyed|polled)\b/i;

/** Polls whose findings a block reports; not polling stations, and not surveys of land. */
export function findPolls(block: BlockAnalysis): readonly Poll[] {
  const {text, links} = block.content;
  if (!words.test(text)) return [];
  const quoted = quotedTest(block);
  const polls: Poll[] = [];
  const linked = overlapTest(links);
  const told = new Set<number>();
  for (const pattern of [subject, accordingTo]) {
    for (const {0: said, index} of text.matchAll(pattern)) {
      const span = {start: index, end: index + said.length};
      const sentence = firstEndingAfter(block.sentences, index);
      const around = block.sentences[sentence];
      if (!around || told.has(sentence)) continue;
      const whole = text.slice(around.start, around.end);
      if (trap.test(whole)) continue;
      // A bare "poll" is a headline's, or part of a longer phrase; a bare "polls" opens a clause.
      if (!/ /.test(said) && (!/^(?:polls|surveys)$/i.test(said) || !opensClause(text, index))) continue;
      const figures = numbers.test(whole);
      if (
        pattern === accordingTo &&
        !figures &&
        !/according to $/i.test(text.slice(Math.max(0, index - 13), index))
      )
        continue;
      told.add(sentence);
      polls.push({
        start: span.start,
        end: span.end,
        sentence,
        quoted: quoted(span),
        definite: /^(?:the|this|that|these|those|his|her|its|their|both)\b/i.test(said),
        plural: /(?:polls|surveys|polling)$/i.test(said),
        pollster: namesBody(said) || byWhom.test(whole) || linked(around),
        figures,
      });
    }
  }
  return polls.sort((a, b) => a.start - b.start);
}

/** Whether a clause or the object of "according to" begins at an offset. */
const opensClause = (text: string, at: number): boolean =>
  /(?:^|[.,;:!?–—"”)] ?|- |\b(?:that|but|and|as|because|while|although|though|where|if|when|to|in|by) )$/.test(
    text.slice(Math.max(0, at - 12), at),
  );

/** "A Marist poll", but not "A New Hampshire poll" nor "A British survey". */
function namesBody(said: string): boolean {
  const capitals = said.split(' ').filter((word, at) => at > 0 && /^\p{Lu}/u.test(word));
  if (capitals.length === 0) return false;
  const joined = capitals.join(' ');
  if (isCountry(joined) || states.has(joined)) return false;
  return !capitals.every(
    (word) => isNationality(word) || isAffiliation(word) || parties.has(word) || states.has(word),
  );
}

const parties = new Set(
  'Republican Democratic Democrat GOP Labour Tory Conservative Liberal Latino Hispanic Catholic Election Day Super Tuesday Monday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December'.split(
    ' ',
  ),
);
const states = new Set(
  `Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,
  Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,
  New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,
  South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,West Virginia,Wisconsin,Wyoming,Ontario,
  Quebec,Scotland,Wales,England`
    .split(',')
    .map((name) => name.trim()),
);

const sample =
  /\b(?:of|among|surveyed|polled|interviewed|questioned|asked|sample of|with|from)\s+(?:(?:about|around|some|more than|nearly|over|roughly|a (?:random |representative |national )?sample of)\s+)?\d{1,3}(?:,\d{3})*\s+(?:\p{L}+[ -]){0,4}(?:adults?|voters?|people|residents?|respondents?|households?|likely|registered|parents|students|workers|members|republicans|democrats|women|men|americans|britons|nurses|firms|companies|farmers|teachers|owners)|\b\d{1,3}(?:,\d{3})*\s+(?:\p{L}+[ -]){0,4}(?:adults|voters|people|residents|respondents|households|nurses|firms|companies|teachers) (?:were|was|took part|answered|responded)/iu;
const dates =
  /\b(?:taken|conducted|carried out|fielded|surveyed|polled|interviewed|held|done|ran)\b[^.;]{0,80}?\b(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\p{L}{0,6}\.?\s?\d{0,2}|\d{1,2}(?:\s?[-–]\s?\d{1,2})? (?:January|February|March|April|May|June|July|August|September|October|November|December)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|last (?:week|month|weekend)|this (?:week|month)|over the (?:weekend|past))/iu;
const margin = /\bmargin of (?:sampling )?error\b|\bplus or minus\b|±|\bsampling error\b/i;
const marginPoints =
  /(?:margin of (?:sampling )?error[^.;]{0,40}?|plus or minus |± ?)(\d{1,2}(?:\.\d{1,2})?)(?: percentage)?(?: points?|%| percent| per cent)/iu;

const calledBy = new RegExp(`(?<![\\p{L}-])${article} ${between}${noun}\\b`, 'gu');
const methodsKnown = new WeakMap<BlockAnalysis['content'], PollMethods>();

/** What a block says of how a poll was taken, whether or not it names the poll itself. */
export function pollMethodsIn(content: BlockAnalysis['content']): PollMethods {
  let methods = methodsKnown.get(content);
  if (!methods) {
    const {text} = content;
    const parts = new Set<PollPart>();
    if (/\d/.test(text) && sample.test(text)) parts.add('sample');
    if (dates.test(text)) parts.add('dates');
    if (margin.test(text)) parts.add('margin');
    const points = marginPoints.exec(text)?.[1];
    const named =
      words.test(text) &&
      (byWhom.test(text) || [...text.matchAll(calledBy)].some(([said]) => namesBody(said)));
    methods = {parts, margin: points === undefined ? null : Number(points), named};
    methodsKnown.set(content, methods);
  }
  return methods;
}

const leading =
  /\b(?:leads?|led|leading|ahead|edge[sd]?|edging)\b[^.;"“”]{0,60}?\b(\d{1,2})(?:%| percent| per cent)?(?: ?[-–] ?| to )(\d{1,2})\b(?:%| percent| per cent)?|\b(?:leads?|led|leading|ahead)\b[^.;"“”]{0,50}?\bby (?:a single|one|two|three|four|five|six|\d{1,2}) (?:percentage )?points?\b/giu;
const small = new Map([
  ['single', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
]);
const leadsKnown = new WeakMap<BlockAnalysis['content'], readonly PollLead[]>();

/** Leads that a block gives in points. */
export function pollLeadsIn(content: BlockAnalysis['content']): readonly PollLead[] {
  let leads = leadsKnown.get(content);
  if (!leads) {
    leads = [...content.text.matchAll(leading)].flatMap(({0: said, 1: one, 2: other, index}): PollLead[] => {
      const span = {start: index, end: index + said.length};
      if (one !== undefined && other !== undefined)
        return [{start: span.start, end: span.end, points: Math.abs(Number(one) - Number(other))}];
      const by = /\b(single|one|two|three|four|five|six|\d{1,2}) (?:percentage )?points?$/iu
        .exec(said)?.[1]
        ?.toLowerCase();
      return by === undefined
        ? []
        : [{start: span.start, end: span.end, points: small.get(by) ?? Number(by)}];
    });
    leadsKnown.set(content, leads);
  }
  return leads;
}
