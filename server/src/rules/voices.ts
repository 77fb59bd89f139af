import type {Attribution} from '../attribution/attribution.js';
import type {Mention} from '../attribution/mention.js';
import type {Span} from '../draft/block.js';
import type {BlockTables} from '../story/story.js';
import {perBlock} from './lookup.js';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What one does to somebody by saying something; as "who criticized it" it tells apart. */
const objected = set(
  'criticize criticise support oppose praise accuse challenge back condemn attack blame endorse defend',
);
/** Attitudes that are shown by saying something: "expressed misgivings", "debated". */
const voiced = set(
  'express voice echo debate praise plead raise air applaud highlight wonder rebuke assail ridicule scold chide laud decry bemoan attribute ascribe',
);
/** Learning and doing rather than saying: "voters know", "leaders found little unity", "aides began". */
const silent = set(
  'know understand learn hear see realise realize figure judge read begin go hold ask attack discuss decide recall remember chant sing cheer shout boo jeer address',
);
/** What researchers do to say something, and nobody else. */
const discovering = set('find show determine discover uncover detect');
const discoverers = set(
  'researcher scientist expert analyst economist scholar academic historian investigator auditor physicist biologist astronomer archaeologist doctor',
);
/** What marchers do in public, for everybody to hear. */
const marching = set('protester protestor demonstrator marcher striker picket');
const demands = set('call demand urge shout cry yell continue request raise speak voice');
/** Not to have said something is to say nothing; not to believe it is a view. */
const withheld = set(
  'say tell announce disclose reveal comment identify specify explain detail mention respond reply answer',
);
/** "are afraid that": a view, though its verb is only "are". */
const minded =
  /\b(?:afraid|worried|concerned|convinced|certain|confident|sceptical|skeptical|doubtful|fearful|hopeful|adamant|wary)\b/i;
/** "tried to convince", "would have called": nobody has said anything. */
const unsaid =
  /\b(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|plan(?:s|ned)?|want(?:s|ed)?|vied?|hop(?:e|es|ed)|gather(?:s|ed)|met|meet) to\b|\b(?:w|c|sh)ould(?: not|n['’]t)? have\b|\b(?:may|might|must) have\b|\b(?:can|could)\b|\bshould\b|\b(?:declin|refus)(?:e|es|ed|ing) to\b|\b(?:reluctant|hesitant|unwilling|loath) to\b|\b(?:is|are|was|were) considering\b|\bno idea\b|\bkeen on\b|\bshift(?:s|ed|ing)? (?:from|to)\b|\brespond(?:s|ed)? (?:to|with|by)\b|\bcall(?:s|ed|ing)? into question\b/i;
/** "if critics say", "help people understand": not what anybody says. */
const supposed =
  /\b(?:if|when|whenever|whether|unless|lest|should|let|lets|make|makes|help|helps|allow|until|with)\s+$/i;

/** A finite verb of saying or thinking right behind a subject, adverbs and helpers passed. */
const saysBeside =
  /^(?:,[^,.;:"“”]{1,50},)?\s+(?:(?:have|has|had|are|is|were|was|would|will|may|might|also|long|now|often|still|already|always|\p{L}+ly)\s+){0,4}(?:say|says|said|saying|argue|argued|believe|think|thought|fear|feared|worry|worried|warn|warned|claim|claimed|contend|contended|maintain|maintained|insist|insisted|suspect|suspected|expect|agree|agreed|acknowledge|acknowledged|complain|complained|predict|predicted|describe|call|consider|question|echo|echoed|criticize|criticise|accuse|blame|doubt|doubted|point out|pointed out|forecast|told|wrote|tweeted|responded|replied|announced|noted|declared|recommend|recommended|suggest|suggested|(?:described|called|considered|questioned|criticized|criticised|accused|blamed)(?!\s+(?:of|by|as|to|for|in|with|on|each|one)\b)|(?:afraid|worried|concerned|convinced) that)\b/iu;
/** "What analysts described as": the clause is theirs whatever follows. */
const whatTheySay = /\b(?:what|which|how|as|than)\s+$/i;
const saidAs =
  /^\s+(?:have |had )?(?:described|characterized|characterised|denounced|dismissed|saw|see|regard|regarded|view|viewed) as\b/i;
/** "has been called a charlatan by", "is seen by": what somebody behind it says or thinks. */
const saidBy =
  /\b(?:is|are|was|were|be|been|being)\s+(?:\p{L}+ly\s+)?(?:called|described|dubbed|branded|rebuked|ridiculed|assailed|chided|decried|labell?ed|accused|critici[sz]ed|condemned|denounced|mocked|derided|praised|hailed|dismissed|seen|viewed|regarded|considered|thought|believed|expected|questioned|challenged|disputed|echoed)\b(?:\s[^\s.;:"“”]{1,30}){0,8}\sby\s+$/iu;

/** "are saying", "spoke out, saying": before a cue in -ing that is theirs. */
const going = /(?:\b(?:am|is|are|was|were|be|been|not|n['’]t|\p{L}+ly|also|now|still|again)|,)\s*$/iu;
/** How far behind "many" its verb may stand: what is further on is told of somebody else. */
const farthest = 30;

/** What is said as a thing, and what one does with it to say it: "made a promise". */
const speechAsNoun =
  /\b(?:a|an|the|their|his|her|its)\s+(?:\p{L}+\s+)?(?:call|claim|demand|promise|pledge|warning|report|question|statement|argument)s?\b/iu;
const given =
  /\b(?:ma(?:k|d)|issu|voic|express|repeat|renew|g[ia]v|ha[sdv]|offer|shar|deliver|releas|sen[dt]|writ|wrote|rais|back|echo|support)/i;

/** "led some to speculate": they do. */
const leadTo =
  /\b(?:led|leads|leading|prompt(?:ed|ing|s)|caus(?:ed|ing|es)|left|leaving|driv(?:en|ing)|forced)\s+$/i;

/** How far around a mention its verb is looked for. */
const near = 160;

/**
 * The mentions of a block, by index, that say or think something in the story's own prose: those to which something is
 * attributed, and those with a verb of saying right beside them.
 */
export const voicesIn = perBlock(
  ({attributions, content: {text}, mentions}: BlockTables): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const one of attributions) {
      if (one.mention !== null && says(one, mentions[one.mention], text)) found.add(one.mention);
    }
    for (const [index, mention] of mentions.entries()) {
      if (mention.plural && mention.name === null && !found.has(index) && speaksBeside(mention, text))
        found.add(index);
    }
    return found;
  },
);

/** Whether whoever a mention is of says or thinks something in an attribution. */
function says(attribution: Attribution, mention: Mention | undefined, text: string): boolean {
  const [first] = attribution.cue;
  if (!first || !mention) return false;
  const end = (attribution.cue.at(-1) ?? first).end;
  const words = text.slice(first.start, end);
  if (isOnlyNamed(attribution, words, text)) return false;
  return (
    isSaying(attribution, words, mention.headLemma ?? '') &&
    isOwn(attribution, words, mention, first, text) &&
    !isUnsaid(attribution, words, mention, first, text.slice(end, end + 30), text)
  );
}

/** "Emailed Diaz the list": what was sent is a thing. */
const sending = set('email e-mail mail send text forward hand');

/** "A quip by a lawmaker about the weather": what was said is spoken of and not told. */
function isOnlyNamed({content: [told], cueLemma, quote}: Attribution, words: string, text: string): boolean {
  if (quote !== 'indirect' || !told) return false;
  if (sending.has(cueLemma ?? ''))
    return !/\b(?:that|say|saying|ask|asking)\b/.test(text.slice(told.start, told.end));
  if (!/^an?\s\p{L}+$/u.test(words)) return false;
  return !/^(?:that|to|how|why|whether|if)\b/i.test(text.slice(told.start, told.start + 10));
}

/** Whether a cue, by its words, is one of saying or thinking, whoever it belongs to. */
function isSaying({cueKind, cueLemma, negated}: Attribution, words: string, head: string): boolean {
  const lemma = cueLemma ?? '';
  // "Citing privacy rules" gives a reason, not words.
  if (/^citing$/i.test(words)) return false;
  // A cue with no verb that is known.
  if (lemma === 'say' && !/\bsa(?:y|ys|id|ying)\b/i.test(words)) return minded.test(words);
  const shown = voiced.has(lemma) || (lemma === 'be' && minded.test(words)) || /\bput it\b/.test(words);
  if (cueKind === 'attitude' && !shown) return false;
  if (silent.has(lemma) || (negated && withheld.has(lemma))) return false;
  // "Stripping out a call for help": somebody else's.
  if (speechAsNoun.test(words) && !given.test(words)) return false;
  return !(discovering.has(lemma) && !discoverers.has(head)) && !(marching.has(head) && demands.has(lemma));
}

/** The words between a mention and a cue behind it, as far as they are looked at. */
const betweenThem = ({end}: Mention, cue: Span, text: string): string =>
  cue.start > end ? text.slice(Math.max(end, cue.start - near), cue.start) : '';

/** Whether a cue is the finite verb of a mention, and not of a clause in between or of one that it is the object of. */
function isOwn(
  {cueLemma, source}: Attribution,
  words: string,
  mention: Mention,
  cue: Span,
  text: string,
): boolean {
  const lemma = cueLemma ?? '';
  const between = betweenThem(mention, cue, text);
  // "Guides are on hand to take coats and announce guests": the last of what they are there to do.
  if (/\bto\s+\p{L}.*(?:\band|,)\s*$/u.test(between) && words === lemma) return false;
  // "Users to report", but not "led some to speculate".
  if (/^\s+to\s+(?:\p{L}+$)?/u.test(between.length < 5 ? between + words : '')) {
    if (!leadTo.test(text.slice(Math.max(0, mention.start - 20), mention.start))) return false;
  }
  if (isPartOf(mention, source, text)) return false;
  // "Journalists who criticized it": which ones, and not what they say.
  if (/^\s+(?:who|that)\s+(?:have |had |has )?$/.test(between) && objected.has(lemma)) return false;
  // "Artists writing songs", "a crowd calling for": what they are like.
  const inProgress = cue.start > mention.end && /^\p{L}+ing\b/u.test(words);
  if (inProgress && (!going.test(between) || !words.startsWith(lemma.slice(0, 2)))) return false;
  return !(/^(?:many|some|most|few|others)$/i.test(mention.text) && between.length > farthest);
}

/** "would have called", "if critics say", "felt betrayed", "accused each other": nothing is said there. */
function isUnsaid(
  {cueLemma}: Attribution,
  words: string,
  mention: Mention,
  cue: Span,
  after: string,
  text: string,
): boolean {
  // "Reported spending $6 million": in their books.
  if (cueLemma === 'report' && booked.test(after)) return true;
  if (unsaid.test(betweenThem(mention, cue, text) + words) || /^\s*(?:each other|one another)\b/.test(after))
    return true;
  const before = text.slice(Math.max(0, mention.start - near), mention.start);
  // "The affection that many feel"
  if (cueLemma === 'feel' && (/\b(?:that|which)\s+$/i.test(before) || moods.test(after))) return true;
  return cue.start >= mention.end && supposed.test(before);
}

const booked =
  /^\s*(?:\p{L}+ing\s+)?(?:(?:more|less|than|only|just|about|nearly|almost|over|at least|a|an|net|record|of)\s+){0,3}(?:[$£€]|profits?\b|loss(?:es)?\b|earnings\b|revenues?\b)/iu;

const moods = /^\s*(?:\p{L}{3,}ed|better|worse|safe|unsafe|good|bad|sorry|proud)\b/u;

/** Whether "some" is only the first word of a source that the mention did not take in. */
function isPartOf({end, headLemma, text: own}: Mention, [first]: readonly Span[], text: string): boolean {
  if (!first || first.end <= end || own.toLowerCase() !== headLemma) return false;
  return /^\s+(?!of|in|at|on|from|among|who|with|here|there|inside|within|close)\p{L}/u.test(
    text.slice(end, first.end),
  );
}

/** Whether a verb of saying or thinking stands right beside a mention. */
export function speaksBeside({start, end, function: role}: Mention, text: string): boolean {
  const before = text.slice(Math.max(0, start - near), start);
  if (/\sby\s+$/i.test(before)) return saidBy.test(before);
  const after = text.slice(end, end + near);
  if ((role !== 'subject' && !whatTheySay.test(before)) || supposed.test(before)) return false;
  const verb = saysBeside.exec(after)?.[0];
  if (verb !== undefined) return !unsaid.test(after.slice(0, verb.length + 6));
  return whatTheySay.test(before) && saidAs.test(after);
}
