import type {Token} from '../language/token.js';
import type {CueKind} from './attribution.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Verbs of saying that take a clause or a quotation. */
const saying = words(`
say add note claim argue explain warn insist maintain contend assert state declare announce acknowledge admit concede confess
deny confirm report reveal disclose suggest indicate reply respond answer recall recount remark comment observe quip joke
write tweet post testify allege complain boast predict forecast estimate conclude stress emphasise emphasize reiterate repeat
point agree disagree vow pledge promise threaten swear caution counter retort continue go begin shout whisper murmur mutter
exclaim cry read show find determine rule hold decide propose recommend demand urge ask wonder inquire enquire clarify
specify mention hint imply signal speculate theorise theorize guess reason lament bemoan brag gush snap scoff advise`);

/** Verbs of saying whose object is the one who is told. */
const telling = words(
  'tell inform remind assure notify advise warn ask urge brief convince persuade promise caution lie',
);

/** Verbs of saying whose object is what is said of somebody. */
const describing = words(`
call describe accuse blame criticise criticize condemn denounce praise welcome reject dismiss dispute refute deny question
challenge slam blast accuse cite defend hail label brand dub characterise characterize portray attack deride mock lambast
lambaste decry announce confirm acknowledge admit predict demand promise pledge propose allege claim mention discuss outline
detail recount recall estimate report reveal warn recommend request`);

const thinking = words(`
believe think know hope fear expect feel understand consider suspect doubt assume realise realize worry imagine wish
conclude judge reckon figure learn hear see anticipate regret`);

/** Verbs that report what another said or thought and hardly ever mean anything else. */
export const reporting = new Set(
  words(`
say tell claim insist argue warn state maintain contend assert deny admit acknowledge concede confess announce declare promise
vow pledge predict report suggest point reply respond add complain allege believe think suspect doubt fear hope expect`),
);

const attitudes = words(
  'support oppose want back favour favor endorse prefer like dislike love hate admire respect resent plan intend seek',
);

/** How a thing that is read speaks. */
export const documentVerbs = new Set(
  words(
    'say show find suggest indicate reveal state read conclude estimate report note describe allege claim warn predict confirm put list record argue theorize theorise speculate',
  ),
);

export const sayingVerbs = new Set(saying);
export const tellingVerbs = new Set(telling);
export const describingVerbs = new Set(describing);
export const thinkingVerbs = new Set(thinking);
const attitudeVerbs = new Set(attitudes);

const irregular = new Map(
  Object.entries({
    said: 'say',
    says: 'say',
    told: 'tell',
    wrote: 'write',
    thought: 'think',
    knew: 'know',
    felt: 'feel',
    found: 'find',
    showed: 'show',
    shown: 'show',
    read: 'read',
    denied: 'deny',
    denies: 'deny',
    replied: 'reply',
    swore: 'swear',
    heard: 'hear',
    held: 'hold',
    left: 'leave',
    stated: 'state',
    noted: 'note',
    added: 'add',
    asked: 'ask',
    tweeted: 'tweet',
    posted: 'post',
    claimed: 'claim',
    reported: 'report',
  }),
);

/** The lemma of a verb of a cue; corrects what the tagger makes of "left" and the like. */
export const cueLemmaOf = ({norm, lemma}: Token): string => irregular.get(norm) ?? lemma;

/** Whether a token may be a verb of saying, thinking or describing, going by its form. */
export function isCueVerb(token: Token): boolean {
  const lemma = cueLemmaOf(token);
  if (token.norm === 'said' || token.norm === 'says' || token.norm === 'told' || token.norm === 'tweeted')
    return true;
  return (
    token.pos === 'VERB' &&
    (sayingVerbs.has(lemma) ||
      tellingVerbs.has(lemma) ||
      describingVerbs.has(lemma) ||
      thinkingVerbs.has(lemma))
  );
}

/** What a cue reports, by its lemma. */
export function cueKindOf(lemma: string | null): CueKind {
  if (lemma === null) return 'speech';
  if (attitudeVerbs.has(lemma)) return 'attitude';
  if (sayingVerbs.has(lemma) || tellingVerbs.has(lemma) || describingVerbs.has(lemma)) {
    return thinkingVerbs.has(lemma) && !sayingVerbs.has(lemma) ? 'thought' : 'speech';
  }
  return thinkingVerbs.has(lemma)
    ? 'thought'
    : lemma === 'accord' || lemma === 'colon' || lemma === 'per'
      ? 'speech'
      : speechNouns.has(lemma)
        ? 'speech'
        : thoughtNouns.has(lemma)
          ? 'thought'
          : 'attitude';
}

const speechNouns = new Set(
  words(
    'statement claim accusation allegation announcement report warning promise pledge comment remark word speech testimony denial admission question call demand criticism argument suggestion tweet post letter email interview quote quotation',
  ),
);
const thoughtNouns = new Set(
  words('belief hope fear view opinion idea feeling concern worry thought expectation suspicion'),
);

export const isCueNoun = (lemma: string): boolean => speechNouns.has(lemma) || thoughtNouns.has(lemma);
