import type {Attribution} from '../attribution/attribution.js';
import type {Mention} from '../attribution/mention.js';

/*
 * What the whole-draft pass and the rules walk through at each keystroke is made in many places, and a property of
 * objects that were put together in different orders takes an engine several times as long to read. So a block's
 * tables hold copies that all have one shape.
 */

export const attributionOfOneShape = (one: Attribution): Attribution => ({
  source: one.source,
  cue: one.cue,
  content: one.content,
  quote: one.quote,
  cueKind: one.cueKind,
  cueLemma: one.cueLemma,
  mention: one.mention,
  carried: one.carried,
  negated: one.negated,
  sentence: one.sentence,
  confidence: one.confidence,
});

export const mentionOfOneShape = (one: Mention): Mention => ({
  start: one.start,
  end: one.end,
  text: one.text,
  name: one.name,
  head: one.head,
  headLemma: one.headLemma,
  role: one.role,
  kind: one.kind,
  standing: one.standing,
  gender: one.gender,
  plural: one.plural,
  sentence: one.sentence,
  function: one.function,
  parts: one.parts,
  determiner: one.determiner,
  anonymity: one.anonymity,
  doubtful: one.doubtful ?? false,
});
