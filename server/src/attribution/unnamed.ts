import type {Span} from '../draft/block.js';
import type {Token} from '../language/token.js';
import type {SpecificityPart} from './mention.js';
import {givesRole, isPersonNoun, organisationNouns, seniorityWords, singular} from './nouns.js';
import {isAffiliation} from './places.js';

/** Somebody asks not to be named. */
const anonymityPattern =
  /(?:,?\s{0,3}\b(?:who|which|and|both of whom)\s{1,3})?(?:\b(?:speaking|spoke|speaks|talked|talking|agreed to (?:speak|talk)|interviewed|granted|insisted|insisting|requested|requesting)\b[^.;"“”]{0,40}?\b(?:on (?:the )?conditions? (?:of anonymity|(?:that )?(?:he|she|they) not be (?:named|identified))|under (?:the )?(?:condition of )?anonymity|anonymously|(?:for|of) anonymity|anonymity)|\bon (?:the )?condition of anonymity|\b(?:asked|requested|wished|preferred|declined|wanted|refused|chose|asking|requesting|declining)\s+(?:not to|to not)\s+be\s+(?:named|identified|quoted by name)|\b(?:did not|didn['’]t|does not|doesn['’]t|do not) (?:want|wish) (?:to be|his name|her name|their names?)\s*(?:named|identified|used|published)?|\bdeclined to (?:be (?:named|identified)|give (?:his|her|their) (?:full )?names?)|\basked that (?:his|her|their) (?:full )?names? (?:not be (?:used|published)|be withheld)|\bwas granted anonymity)/giu;

const reasonPattern =
  /^[,\s]{0,4}(?:because\b|for fear\b|fearing\b|out of fear\b|as (?:he|she|they)\b|since (?:he|she|they)\b|to (?!be\b|(?:the|a|an|his|her|their)\b)(?:be able\b|\p{Ll}{3,}\b)|in order to\b|so as (?:not )?to\b|citing\b|due to\b|given\b|over (?:fears|concerns)\b|lest\b|for (?:security|safety|legal|obvious)\b|amid\b|while (?:the|talks|negotiations)\b|ahead of\b|before\b)[^;"“”]{0,200}/iu;
const notAllowed =
  /\b(?:(?:was|were|is|are) )?not (?:allowed|authori[sz]ed|permitted|cleared)\b[^,.;"“”]{0,100}|\black(?:ed|s)? (?:the )?(?:permission|authori[sz]ation) to\b[^,.;"“”]{0,80}/iu;
/** A quick no for most sentences. */
const mayBar = /not (?:allowed|authori|permitted|cleared)|lack/iu;

/** How many characters behind the words that ask for it a reason may reach. */
const farthestReason = 260;

export interface Anonymity {
  readonly span: Span;
  /** Why, in the draft's own words; null when the sentence does not say. */
  readonly reason: string | null;
}

/** Where the sentence says that somebody in it is not to be named. */
export function anonymityIn(text: string, sentence: Span): readonly Anonymity[] {
  const said = text.slice(sentence.start, sentence.end);
  if (!/anonym|named|identified|name|quoted/i.test(said)) return [];
  let barred: string | null | undefined;
  return [...said.matchAll(anonymityPattern)].map(({0: words, index}) => {
    const lead = /^[,\s]*/.exec(words)?.[0].length ?? 0;
    const start = sentence.start + index + lead;
    const end = sentence.start + index + words.length;
    const reason = reasonPattern.exec(text.slice(end, Math.min(sentence.end, end + farthestReason)));
    if (!reason && barred === undefined) barred = notAllowed.exec(said)?.[0] ?? null;
    const given = reason?.[0] ?? barred ?? null;
    return {span: {start, end}, reason: given === null ? null : beforeCue(given)};
  });
}

/** "who was not authorised to speak": a reason with nobody asking for anonymity, and where it stands. */
export function barredIn(text: string, sentence: Span): {start: number; reason: string} | null {
  const said = text.slice(sentence.start, sentence.end);
  const found = mayBar.test(said) ? notAllowed.exec(said) : null;
  return found ? {start: sentence.start + found.index, reason: beforeCue(found[0])} : null;
}

/** Without the verb that the clause hangs on: "was not allowed to speak, said …". */
const beforeCue = (words: string): string => trimmed(words.replace(/,?\s+(?:said|says)\b.*$/su, ''));

const trimmed = (text: string): string => text.replace(/^[,\s]+|[,.\s]+$/g, '');

const basisPattern =
  /\b(?:who|that)\s+(?:(?:has|have|had|was|were|is|are|also|both|had been)\s+){0,2}(?:attended|attends|saw|seen|read|reviewed|took part|taken part|participated|worked (?:on|with|for|at|closely)|heard|witnessed|negotiated|listened|drafted|present\b|in (?:the room|attendance)|at the (?:meeting|talks|table|scene)|briefed|involved|privy|drawn up|inspected|examined|watched|signed|oversaw|overseen|helped|knows|know\b)[^,.;"“”]{0,80}|\b(?:with|has|have|had) (?:direct|first-?hand|detailed|personal|intimate) knowledge\b[^,.;"“”]{0,60}|\b(?:briefed|debriefed) (?:on|about|by)\b[^,.;"“”]{0,60}|\b(?:directly )?involved (?:in|with)\b[^,.;"“”]{0,60}|\bpresent (?:at|in|during)\b[^,.;"“”]{0,60}|\b(?:taking part in|attending|working on|overseeing|privy to)\b[^,.;"“”]{0,60}/iu;

/** Those who work for somebody: "Diaz advisers". */
const serving = new Set([
  'aide',
  'adviser',
  'advisor',
  'strategist',
  'official',
  'operative',
  'staffer',
  'surrogate',
]);

/** Whether a name that opens a description tells whom they work for. */
const isFor = (tokens: readonly Token[], i: number, head: number): boolean =>
  i + 1 === head && serving.has(singular((tokens[head] as Token).norm));

/** What makes an unnamed source specific, with the words that do. */
export function specificityOf(
  tokens: readonly Token[],
  first: number,
  last: number,
  head: number,
  headLemma: string,
  tail: string,
): Partial<Record<SpecificityPart, string>> {
  const parts: Partial<Record<SpecificityPart, string>> = {};
  if (givesRole(headLemma)) parts.role = (tokens[head] as Token).text;
  for (let i = first; i < head; i++) {
    const token = tokens[i] as Token;
    const {norm, text} = token;
    const compound = i + 2 < head && tokens[i + 1]?.text === '-' ? `${norm}-${tokens[i + 2]?.norm}` : norm;
    if (seniorityWords.has(norm) || seniorityWords.has(compound)) {
      if (norm !== 'high' || compound !== norm) parts.seniority ??= text;
    } else if (headLemma === 'representative' && /^(?:u\.s\.|us|state)$/.test(norm)) {
      // One of them sits in a house of parliament; only a company's or an agency's speaks for somebody.
    } else if (
      isAffiliation(norm) ||
      organisationNouns.has(singular(norm)) ||
      (token.pos === 'PROPN' && /^\p{Lu}/u.test(text) && (i > first || isFor(tokens, i, head))) ||
      /^\p{Lu}{2,}|^(?:\p{Lu}\.){2,}/u.test(text)
    ) {
      parts.organisation ??= text;
    } else if (!parts.role && isPersonNoun(singular(norm)) && givesRole(singular(norm))) parts.role = text;
    // "a defence ministry official": the ministry narrows the government down.
    if (
      /^(?:ministry|department|division|bureau|directorate|desk|unit|office|branch|command)$/.test(norm) &&
      i > first + 1 &&
      parts.organisation !== undefined &&
      parts.organisation !== text
    )
      parts.seniority ??= text;
  }
  if (!parts.organisation) {
    const after = tokens.slice(head + 1, last);
    const at = after.findIndex(
      (token, i) =>
        i > 0 &&
        ((/^\p{Lu}/u.test(token.text) && token.pos === 'PROPN') ||
          organisationNouns.has(singular(token.norm)) ||
          isAffiliation(token.norm)) &&
        /^(?:of|for|from|at|in|with|within|inside|to|by|the|a|an|its|their|'s|-)$/.test(after[0]?.norm ?? ''),
    );
    if (at > 0 && /^(?:of|for|from|at|in|with|within|inside)$/.test(after[0]?.norm ?? ''))
      parts.organisation = (after[at] as Token).text;
  }
  const basis = basisPattern.exec(tail);
  if (basis) parts.basis = trimmed(basis[0]);
  return parts;
}
