import type {Span} from '../../draft/block.js';
import {firstAt} from '../../language/spans.js';
import type {BlockTables, Source, StoryClaim} from '../../story/story.js';
import {lookup, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {type Fix, number, rule, words} from '../rule.js';
import {adding, allows, wordsAt} from '../wording.js';

export default rule({
  id: 'mental-state',
  family: 'claims',
  reads: 'passage',
  title: 'A thought, feeling or motive told as fact',
  why: 'Nobody can see what another person wants or fears, or why they do a thing. A reporter can only know what they said and did.',
  severity: {
    // Of nine read on edited news five were right: a hint until it does better.
    default: 'hint',
    reuters: ['information', 'Reuters gives a source for every statement that it did not witness.'],
  },
  options: {
    allow: words('Words that exempt a sentence from this rule.'),
    near: number(
      'How many paragraphs away words of the same person count as what the thought was read from.',
      1,
    ),
  },
  limits:
    'It reads minds only where the one they belong to opens the sentence ("Chen wants", "She was furious"), and a few set words for motives; a thought is left alone where its owner, or anybody for a pronoun, speaks in the same paragraph or next to it. Whether somebody’s deeds show what they want cannot be told.',
  examples: {
    flag: [
      'Chen [[wants]] to end the merger.',
      'The governor [[fears]] a recall.',
      'He resigned [[to avoid]] questioning.',
      'Moscow [[hopes]] the talks collapse.',
      'She was [[furious]].',
      'Mayor Ana Ruiz [[regrets]] the deal with the port.',
      'The bank cut its rates [[in a bid to]] win back savers.',
      'The ministry published the list [[to distract from]] the strike.',
      'But Tanaka [[wanted]] to sell the team.',
      'Beijing [[believes]] the island will yield.',
      'The chancellor [[dreads]] a vote in the spring.',
      'Coach Amina Diallo was [[jealous]] of her rival.',
      'Two clubs left the league [[in the hope of]] better gates.',
      'Novak [[knows]] that the inquiry is coming.',
      'The prince was deeply [[ashamed]].',
    ],
    leave: [
      'Chen said he wants to end the merger.',
      '"I fear a recall," the governor said.',
      'Chen has proposed ending the merger.',
      'The device is intended to locate pipes.',
      'Ruiz plans to meet Reid on Tuesday.',
      'The union wants to end the merger, its leader, Jan Smit, said.',
      'Ruiz met the owners on Monday. "It is a bad deal," Ruiz said. Ruiz wants to end it.',
      'If Chen wants to end the merger, he needs seven votes.',
      'What does Chen want?',
      'Nobody can say what Chen wants.',
      'The tank is feared to be leaking, the plant said.',
      'Chen knows the owner from school.',
      'Wanted posters hang in Chen’s office.',
      'The want of rain has emptied the wells, the ministry said.',
      'Voters want change, a poll by the Lisbon institute found.',
      'According to her lawyer, she was furious.',
      'He resigned on Monday.',
      {text: 'Chen wants to end the merger. <!-- src: chen-call -->', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    if (tables.content.kind !== 'paragraph' && tables.content.kind !== 'list-item') return;
    for (const claim of here.unsourced('mental-state')) {
      if (
        lookup(tables).quoted(claim.trigger) ||
        allows(tables, options.allow, claim) ||
        /\?["”]?\s*$/.test(tables.content.text.slice(claim.start, claim.end))
      )
        continue;
      if (speaksNear(here, claim, options.near)) continue;
      const mind = wordsAt(tables, claim.trigger);
      yield {
        place: placeOf(claim.block, claim.trigger),
        message: claim.target
          ? `Say how you know: “${mind}” looks into the head of ${wordsAt(tables, claim.target)}.`
          : `Say who gives this motive: “${mind}” tells why somebody does it.`,
        because: `“${mind}” tells of a mind, and no words of its owner stand with it.`,
        fixes: fixes(tables, claim, mind),
      };
    }
  },
});

/** Who is mentioned at a span. */
function sourceAt(here: Passage, {start, end}: Span): Source | null {
  const {mentions} = here.tables;
  const next = firstAt(mentions, end);
  // Mentions stand inside one another a few deep at most.
  for (let i = next - 1; i >= 0 && i >= next - 8; i--) {
    const source = (mentions[i] as Span).end > start ? here.sourceOf(i) : null;
    if (source) return source;
  }
  return null;
}

/** Beliefs are told of those who speak; wishes and fears as often of those who do not. */
const beliefs = /^(?:believe|think|doubt|know)/i;

/** Whether whoever it is says something near by, from which the thought may be read. */
function speaksNear(here: Passage, claim: StoryClaim, near: number): boolean {
  const own = here.tables;
  const attributed = lookup(own)
    .attributionsOf(claim.sentence)
    .some(({cueKind, source}) => cueKind === 'speech' && source.length > 0);
  if (attributed) return true;
  const {target} = claim;
  const spoken = (by: number) => here.attributions(by).filter(({cueKind}) => cueKind === 'speech');
  if (!target) return spoken(0).length > 0;
  const words = wordsAt(own, target).toLowerCase();
  const last = words.split(' ').at(-1) as string;
  const anybody = last === 'he' || last === 'she' || beliefs.test(wordsAt(own, claim.trigger));
  const ids = new Set<string>();
  for (let by = -near; by <= near; by++) {
    const tables = here.near(by);
    if (!tables) continue;
    for (const {source, sourceId} of spoken(by)) {
      if (anybody || source.some((span) => wordsAt(tables, span).toLowerCase().includes(last))) return true;
      if (sourceId !== null) ids.add(sourceId);
    }
  }
  if (ids.size === 0) return false;
  const id = sourceAt(here, target)?.id;
  return id !== undefined && ids.has(id);
}

function fixes(tables: BlockTables, claim: StoryClaim, mind: string): readonly Fix[] {
  const asked: Fix[] = [];
  if (claim.target && /^(?:wants|hopes|fears|intends|wishes|believes|thinks)$/i.test(mind)) {
    const pronoun = wordsAt(tables, claim.target).toLowerCase();
    const who = pronoun === 'she' || pronoun === 'he' ? pronoun : null;
    asked.push({
      title: 'Say that they said so, if they did',
      kind: 'suggestion',
      preferred: true,
      edits: [
        {
          place: {block: claim.block, start: claim.trigger.start, end: claim.trigger.start},
          text: ['said ', who ?? {hole: 'he, she or it', choices: ['he', 'she', 'it', 'they']}, ' '],
        },
      ],
    });
  }
  asked.push({
    title: 'Say who says so',
    kind: 'suggestion',
    preferred: asked.length === 0,
    edits: adding(claim.block, tables, claim, [', ', {hole: 'who'}, ' said']),
  });
  return asked;
}
