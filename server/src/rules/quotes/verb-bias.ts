import type {Attribution} from '../../attribution/attribution.js';
import type {Span} from '../../draft/block.js';
import {phraseSet} from '../../language/phrases.js';
import type {BlockTables} from '../../story/story.js';
import {lookup} from '../lookup.js';
import {flag, type LocalFinding, rule, words} from '../rule.js';
import {allows, wordsAt} from '../wording.js';

type Bias = 'proof' | 'doubt' | 'guilt' | 'truth' | 'colour';

/** What each verb says of the words it introduces, beyond that they were said. */
const biased: ReadonlyMap<string, Bias> = new Map<string, Bias>([
  ['refute', 'proof'],
  ['claim', 'doubt'],
  ['admit', 'guilt'],
  ['confess', 'guilt'],
  ['note', 'truth'],
  ['point', 'truth'],
  ['reveal', 'truth'],
  ['concede', 'colour'],
  ['insist', 'colour'],
  ['allege', 'colour'],
  ['boast', 'colour'],
  ['brag', 'colour'],
  ['lash', 'colour'],
  ['slam', 'colour'],
  ['blast', 'colour'],
  ['quip', 'colour'],
  ['explain', 'colour'],
]);
const forms =
  /^(?:refut(?:ed|es|ing)|claim(?:ed|s|ing)|admit(?:ted|s|ting)|confess(?:ed|es|ing)|noted|notes|noting|point(?:ed|s|ing) out|reveal(?:ed|s|ing)|conced(?:ed|es|ing)|insist(?:ed|s|ing)|alleg(?:ed|es|ing)|boast(?:ed|s|ing)|bragg(?:ed|ing)|brags|lash(?:ed|es|ing) out|slamm(?:ed|ing)|slams|blast(?:ed|s|ing)|quipp(?:ed|ing)|quips|explain(?:ed|s|ing))$/i;
const verb =
  /\b(?:refut(?:ed|es|ing)|claim(?:ed|s|ing)|admit(?:ted|s|ting)|confess(?:ed|es|ing)|noted|notes|noting|point(?:ed|s|ing) out|reveal(?:ed|s|ing)|conced(?:ed|es|ing)|insist(?:ed|s|ing)|alleg(?:ed|es|ing)|boast(?:ed|s|ing)|bragg(?:ed|ing)|brags|lash(?:ed|es|ing) out|slamm(?:ed|ing)|slams|blast(?:ed|s|ing)|quipp(?:ed|ing)|quips|explain(?:ed|s|ing))\b/i;

/** A wrong that somebody owns up to: "admitted" is the plain word for it. */
const wrongs = phraseSet([
  'guilty',
  'guilt',
  'in court',
  'to police',
  'under oath',
  'under questioning',
  'on the stand',
  'theft',
  'thefts',
  'stealing',
  'stole',
  'stolen',
  'murder',
  'killing',
  'killed',
  'manslaughter',
  'rape',
  'assault',
  'assaulting',
  'fraud',
  'fraudulent',
  'bribe',
  'bribes',
  'bribery',
  'bribing',
  'lying',
  'lied',
  'lie',
  'lies',
  'crime',
  'crimes',
  'wrong',
  'wrongdoing',
  'wrongly',
  'cheating',
  'cheated',
  'doping',
  'doped',
  'affair',
  'drunk',
  'drinking',
  'drugs',
  'cocaine',
  'heroin',
  'marijuana',
  'misconduct',
  'misled',
  'misleading',
  'falsifying',
  'falsified',
  'forging',
  'forged',
  'plagiarism',
  'plagiarised',
  'plagiarized',
  'charge',
  'charges',
  'offence',
  'offences',
  'offense',
  'violated',
  'violating',
  'violation',
  'violations',
  'breach',
  'breached',
  'breaching',
  'broke the law',
  'mistake',
  'mistakes',
  'error',
  'errors',
  'fault',
  'failed',
  'failure',
  'failures',
  'failing',
  'failings',
  'responsibility',
  'illegal',
  'illegally',
  'unlawful',
  'unlawfully',
  'improper',
  'improperly',
  'abuse',
  'abused',
  'abusing',
  'hiding',
  'hid',
  'covered up',
  'negligence',
  'negligent',
  'inaccurate',
  'false',
  'incorrect',
  'untrue',
  'regret',
  'regrets',
  'should not have',
  'should have',
  'defeat',
  'conspiracy',
  'conspiring',
  'laundering',
  'smuggling',
  'dumping',
  'dumped',
  'leaking',
  'leaked',
  'weakness',
  'withheld',
  'withholding',
  'affairs',
  'shooting',
  'shot',
]);
/** Somebody shows that it is not so: then "claimed" is the fair word, and "refuted" may be. */
const disputed = phraseSet([
  'falsely',
  'false',
  'without evidence',
  'no evidence',
  'without proof',
  'no proof',
  'without providing evidence',
  'without offering evidence',
  'without giving evidence',
  'baseless',
  'baselessly',
  'untrue',
  'incorrectly',
  'wrongly',
  'disproved',
  'debunked',
  'discredited',
  'unfounded',
  'contradicted',
  'mistakenly',
  'inaccurate',
  'misleading',
  'not true',
  'unproven',
  'disputed',
  'erroneously',
  'denied',
  'denies',
  'deny',
  'in fact',
  'actually',
  'unverified',
  'not been verified',
  'independently verified',
  'independently confirmed',
  'responsibility',
]);
const evidence = phraseSet([
  'evidence',
  'records',
  'documents',
  'data',
  'video',
  'footage',
  'emails',
  'figures',
  'point by point',
  'proof',
  'showing',
  'test',
  'tests',
  'measurements',
  'experiment',
]);

export default rule({
  id: 'verb-bias',
  family: 'quotes',
  reads: 'block',
  title: 'A verb that judges what was said',
  why: '"Said" takes no side. "Claimed" doubts, "admitted" finds guilty, "refuted" says that the other was proved wrong, and "pointed out" vouches for the words: a reader takes the verdict for the paper’s own.',
  severity: {
    default: 'information',
    bbc: 'warning',
    guardian: 'warning',
  },
  options: {
    allow: words('Wordings that are never flagged.'),
    endorsing: flag('Also report verbs that vouch for what is said: noted, pointed out, revealed.', false),
    colouring: flag(
      'Also report verbs that colour it: insisted, conceded, boasted, slammed, lashed out, quipped, explained, alleged.',
      false,
    ),
  },
  limits:
    'Whether a claim is doubtful, a wrong real or an explanation true cannot be told from the words alone. "Claimed" is left where the sentence or the next one says why it is in doubt, "admitted" where the sentence tells of a wrong. Verbs that vouch or colour are everyday words in news and are reported only on request.',
  examples: {
    flag: [
      'The minister [[claimed]] costs had fallen.',
      'She [[admitted]] meeting the envoy in Geneva.',
      'The mayor of Porto [[refuted]] the report on Tuesday.',
      'Her trainer is less patient. He [[claims]] that the pitch in Accra was too dry.',
      '"We were never asked," the landlord [[claimed]].',
      'The bank’s chairman [[confessed]] that he had not read the book.',
      'Kovacs [[admitted]] he prefers tea.',
      'The airline [[refuted]] suggestions that it was for sale.',
      'Jan Smit, who leads the farmers’ union, [[claimed]] on Friday that prices had halved.',
      'The ministry [[has refuted]] the union’s account.',
      'The singer [[admits]] she likes the old version better.',
      'The union [[claimed]] that 400 members had joined since May.',
      'Chief Ana Ruiz [[has admitted]] that the station is short of staff.',
      'The trainer [[confessed]] he had hoped for rain.',
      'The governor [[claimed]] the bridge would open in June.',
    ],
    leave: [
      'The minister said costs had fallen.',
      'She admitted the theft in court.',
      'The blast claimed 12 lives, the governor said.',
      'The insurer paid the claim in May.',
      'The boy was admitted to hospital on Friday, the school said.',
      'Park is a noted economist.',
      'Dr. Lena Ortiz explained how the valve works.',
      'The minister claimed costs had fallen, though the ministry’s own figures show no evidence of it.',
      'The minister falsely claimed that costs had fallen.',
      'The company admitted it had dumped waste in the river.',
      'The league admitted two clubs from the north.',
      'The airline denied that it was for sale.',
      'The university refuted the report with its own records.',
      'He has never claimed to be a doctor.',
      '"She claimed the money was hers," said Tom Hale.',
      'The mayor did not admit that the plan was late.',
      'The museum’s claim that the vase is genuine was tested in May.',
      'The group claimed responsibility for the attack.',
      'Lufthansa claimed the title in Berlin on Sunday.',
      'Tariq Aziz admitted his guilt on Monday.',
      'The ticket admits two.',
      'The driver pointed out the house to officers.',
    ],
  },
  *check(tables, options) {
    if (tables.content.kind === 'heading') return;
    for (const attribution of tables.attributions) {
      const kind = attribution.cueLemma === null ? undefined : biased.get(attribution.cueLemma);
      if (!kind) continue;
      if (kind === 'truth' && !options.endorsing) continue;
      if (kind === 'colour' && !options.colouring) continue;
      const cue = cueVerb(tables, attribution);
      if (!cue || lookup(tables).quoted(cue) || lookup(tables).noted(attribution.sentence)) continue;
      if (earned(tables, attribution, kind)) continue;
      const sentence = tables.sentences[attribution.sentence] ?? cue;
      if (allows(tables, options.allow, sentence)) continue;
      yield found(tables, cue, kind);
    }
  },
});

/** The verb itself, where a source does it in so many words: no noun ("his claim"), no wish ("would claim"). */
function cueVerb({content}: BlockTables, {cue, source, content: said, negated}: Attribution): Span | null {
  if (negated || source.length === 0 || said.length === 0) return null;
  for (const {start, end} of cue) {
    const match = verb.exec(content.text.slice(start, end));
    if (!match) continue;
    const at = {start: start + match.index, end: start + match.index + match[0].length};
    const before = content.text.slice(Math.max(0, at.start - 24), at.start);
    if (
      /(?:['’]s|\b(?:the|an?|his|her|their|its|our|these|those|such|any|no|of|not|never|falsely|wrongly|be|been|being|is|are|was|were|to)|n['’]t)\s+$/i.test(
        before,
      )
    )
      return null;
    return forms.test(match[0]) ? at : null;
  }
  return null;
}

/** Whether the sentence, or the one after it, shows why this verb and no other. */
function earned(tables: BlockTables, {sentence, cue}: Attribution, kind: Bias): boolean {
  const own = tables.sentences[sentence];
  if (!own) return false;
  const after = tables.content.text.slice(cue.at(-1)?.end ?? own.end, own.end);
  if (
    kind === 'doubt' &&
    /^\s*(?:to\b|(?:\d|at least|more than|the (?:title|crown|lead|prize|throne|seat|job|lives)|(?:(?:an?|his|her|its|their|the|vast|such|full|sole)\s+)?(?:loss|losses|deductions?|tax|credit|benefits?|refunds?|exemptions?|asylum|victory|wealth|ownership|innocence|damages|compensation|immunity|credit))\b)/i.test(
      after,
    )
  )
    return true;
  if (
    kind === 'guilt' &&
    /^\s*(?:(?:to (?:the|a)? ?hospital|into)\b|\d|(?:two|three|four|five|six|new|more|only)\b)/i.test(after)
  )
    return true;
  if (kind === 'truth' || kind === 'colour')
    return kind === 'colour' && /^\s*(?:how|what|why|where|when)\b/i.test(after);
  const set = kind === 'doubt' ? disputed : kind === 'guilt' ? wrongs : evidence;
  // "However, the museum said": the other side stands right behind it.
  const next = tables.sentences[sentence + 1];
  if (
    kind === 'doubt' &&
    next &&
    /^(?:However|But|Yet|That is not|That was not)\b/.test(
      tables.content.text.slice(next.start, next.start + 14),
    )
  )
    return true;
  const until = kind === 'doubt' ? (next?.end ?? own.end) : own.end;
  return tables.find(set).some(({start}) => start >= own.start && start < until);
}

type LocalFix = NonNullable<LocalFinding['fixes']>[number];

const says: Readonly<Record<Bias, string>> = {
  proof: 'says that the other side was proved wrong, not just contradicted',
  doubt: 'tells a reader not to believe it',
  guilt: 'tells a reader that it is a wrong',
  truth: 'vouches that it is so',
  colour: 'tells a reader what to think of it',
};

function found(tables: BlockTables, cue: Span, kind: Bias): LocalFinding {
  const used = wordsAt(tables, cue);
  return {
    span: cue,
    message:
      kind === 'proof'
        ? `Write that it was denied, rejected or disputed, unless “${used}” is meant: proved wrong.`
        : `Write “${plainly(used)}” instead of “${used}”, unless the judgement is meant.`,
    because: `“${used}” ${says[kind]}.`,
    ...(kind === 'proof' ? {severity: 'warning' as const} : {}),
    ...(kind === 'truth' ? {severity: 'information' as const} : {}),
    ...(kind === 'colour' ? {severity: 'hint' as const} : {}),
    // "Admitted meeting the envoy", "confessed to it" take no plain "said": the writer rewords them.
    fixes:
      kind !== 'proof' && /^ (?:to\b|\p{L}+ing\b)/u.test(tables.content.text.slice(cue.end, cue.end + 24))
        ? []
        : [fix(cue, kind, used)],
  };
}

/** "said" in the tense and form of a verb that is not neutral. */
function plainly(used: string): string {
  const first = used.toLowerCase().split(' ')[0] as string;
  return first.endsWith('ing') ? 'saying' : first.endsWith('s') ? 'says' : 'said';
}

function fix(cue: Span, kind: Bias, used: string): LocalFix {
  const form = plainly(used);
  if (kind !== 'proof') {
    return {
      title: `Change to “${form}”`,
      kind: 'suggestion',
      preferred: true,
      edits: [{span: cue, text: [form]}],
    };
  }
  const choices =
    form === 'saying'
      ? ['denying', 'rejecting', 'disputing']
      : form === 'says'
        ? ['denies', 'rejects', 'disputes']
        : ['denied', 'rejected', 'disputed'];
  return {
    title: 'Change to a verb that proves nothing',
    kind: 'suggestion',
    preferred: true,
    edits: [{span: cue, text: [{hole: 'verb', choices}]}],
  };
}
