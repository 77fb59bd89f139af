import type {Span} from '../draft/block.js';
import {phraseSet} from '../language/phrases.js';
import {type Phrase, patternOf} from '../record/phrase.js';
import type {BlockTables} from '../story/story.js';
import {lookup} from './lookup.js';
import {type BlockRule, type LocalFinding, rule} from './rule.js';
import {wordsAt} from './wording.js';

const made = new WeakMap<Phrase, BlockRule>();

/** The rule that a newsroom has worded in its settings. Made once for each wording. */
export function phraseRule(phrase: Phrase): BlockRule {
  let known = made.get(phrase);
  if (!known) {
    known = make(phrase);
    made.set(phrase, known);
  }
  return known;
}

/** A pattern is tried on no longer stretch of text: a newsroom's own may take more than linear time. */
const longestTried = 10_000;

function make({id, match, except, where, severity, message, replace, examples}: Phrase): BlockRule {
  const words = phraseSet(match.filter((one) => patternOf(one) === null));
  const fine = phraseSet(except.filter((one) => patternOf(one) === null));
  const patterns = match.map(patternOf).filter((one) => one !== null);
  const finePatterns = except.map(patternOf).filter((one) => one !== null);
  const sentence = /[.!?]$/.test(message) ? message : `${message}.`;
  return rule({
    id,
    family: 'copy',
    reads: 'block',
    title: message.replace(/\.$/, '').slice(0, 70),
    why: 'A rule of the newsroom’s own, from its onrecord.yml.',
    severity: {default: severity},
    readsQuotes: where === 'quote' || where === 'anywhere',
    readsOpinion: true,
    examples: {flag: examples.flag.map(({value}) => value), leave: examples.leave.map(({value}) => value)},
    *check(block) {
      const {kind} = block.content;
      if (where === 'headline' && kind !== 'heading') return;
      if (where === 'narration' && kind === 'heading') return;
      const {quoted} = lookup(block);
      const excused = [...block.find(fine), ...matches(finePatterns, block)];
      const found = [...block.find(words), ...matches(patterns, block)].sort((a, b) => a.start - b.start);
      let last = -1;
      for (const span of found) {
        if (span.start < last || excused.some((one) => one.start <= span.start && one.end >= span.end))
          continue;
        if (where === 'quote' && !quoted(span)) continue;
        if ((where === 'narration' || where === 'headline') && quoted(span)) continue;
        last = span.end;
        const said = wordsAt(block, span);
        yield {
          span: {start: span.start, end: span.end},
          message: sentence,
          because: `“${said}” is on the newsroom’s own list.`,
          fixes:
            replace === null
              ? []
              : [
                  {
                    title: `Put “${inCase(replace, said)}”`,
                    kind: 'fix',
                    preferred: true,
                    edits: [{span: {start: span.start, end: span.end}, text: [inCase(replace, said)]}],
                  },
                ],
        } satisfies LocalFinding;
      }
    },
  });
}

function matches(patterns: readonly RegExp[], {content}: BlockTables): Span[] {
  const text = content.text.slice(0, longestTried);
  return patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({0: words, index}) => ({start: index, end: index + words.length})),
  );
}

/** The replacement with a capital where the words it replaces have one. */
const inCase = (replacement: string, words: string): string =>
  /^\p{Lu}/u.test(words) ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
