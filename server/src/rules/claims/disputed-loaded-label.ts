import type {Span} from '../../draft/block.js';
import {type PhraseSet, phraseSet} from '../../language/phrases.js';
import type {BlockTables} from '../../story/story.js';
import {lookup} from '../lookup.js';
import {type LocalFix, rule, words} from '../rule.js';
import {allows, wordsAt} from '../wording.js';

const sets = new WeakMap<readonly string[], PhraseSet>();

export default rule({
  id: 'disputed-loaded-label',
  family: 'claims',
  reads: 'block',
  title: 'A loaded label in the writer’s own voice',
  why: 'A label such as "regime" or "terrorist" takes a side in a dispute that the story may be about. In somebody’s mouth it is news; in narration it is the paper’s opinion.',
  severity: {default: 'off'},
  options: {
    labels: words('Labels that the house does not use in its own voice; put in your own list.', [
      'terrorist',
      'terrorists',
      'regime',
      'regimes',
      'so-called',
      'cult',
      'fringe group',
      'fringe groups',
      'extremist',
      'extremists',
      'thug',
      'thugs',
      'militants',
      'fake news',
    ]),
    allow: words('Wordings that are never flagged, such as "regime change" or the name of a law.', [
      'regime change',
      'tax regime',
      'terrorist attack',
      'terrorist attacks',
      'cult film',
      'cult classic',
      'cult following',
      'personality cult',
      'legal regime',
      'regulatory regime',
      'sanctions regime',
    ]),
  },
  limits:
    'Off by default and for a house’s own list only: which labels are loaded is a judgement that no text settles. Labels in quotation marks, in words reported of a speaker and beside a body that lists somebody so are left alone.',
  examples: {
    flag: [
      'The [[regime]] closed the border on Monday.',
      '[[Terrorists]] hold the north of the province.',
      'A [[fringe group]] has hired the hall in Malmo.',
      'The [[so-called]] experts met in Vienna.',
      'He left the [[cult]] in 2011.',
      'The [[extremists]] lost two seats.',
      'Hackers sold the data to the [[regime]] in May.',
      'The [[thugs]] were back on Sunday.',
    ],
    leave: [
      'The group, which the State Department lists as terrorist, closed the road.',
      '"The regime is finished," Omar Haddad said.',
      'Omar Haddad said the regime would fall.',
      'The government closed the border on Monday.',
      'The tax regime favours small farms.',
      'A cult film returns to the Odeon.',
      'The minister called them terrorists.',
      'The band The Thugs plays on Friday.',
      'Its new diet and training regime, according to the club, has cut injuries.',
      'The court found that the men were terrorists.',
      {text: 'The regime closed the border. <!-- src: desk-ruling -->', format: 'markdown'},
    ],
  },
  *check(tables, options) {
    let set = sets.get(options.labels);
    if (!set) {
      set = phraseSet(options.labels);
      sets.set(options.labels, set);
    }
    for (const hit of tables.find(set)) {
      const {attributionsOf, noted} = lookup(tables);
      if (hit.quoted || noted(hit.sentence) || allows(tables, options.allow, hit)) continue;
      if (attributionsOf(hit.sentence).some(({source, carried}) => carried || source.length > 0)) continue;
      const sentence = tables.sentences[hit.sentence] ?? hit;
      const text = tables.content.text.slice(sentence.start, sentence.end);
      // A capital inside a sentence makes it a name; a body that lists somebody so is the source.
      if (hit.start > sentence.start && /^\p{Lu}/u.test(tables.content.text.slice(hit.start, hit.end)))
        continue;
      if (/\b(?:list(?:s|ed)?|designat(?:es|ed)|classif(?:ies|ied)|banned) (?:\S+ ){0,4}as\b/i.test(text))
        continue;
      const label = wordsAt(tables, hit);
      yield {
        span: {start: hit.start, end: hit.end},
        message: `Give the label to whoever uses it, or describe: “${label}” is the writer’s word here.`,
        because: `“${label}” is on the list of labels that the house does not use in its own voice.`,
        severity: 'information',
        fixes: [hit.phrase === 'so-called' ? takeOut(tables, hit) : describe(hit)],
      };
    }
  },
});

const describe = ({start, end}: Span): LocalFix => ({
  title: 'Describe it instead',
  kind: 'suggestion',
  preferred: true,
  edits: [{span: {start, end}, text: [{hole: 'what they are or did'}]}],
});

/** With the blank behind it; the next word takes over its capital. */
function takeOut({content: {text}}: BlockTables, {start, end}: Span): LocalFix {
  const next = /^\s*/.exec(text.slice(end))?.[0].length ?? 0;
  const first = text[end + next] ?? '';
  const capital = /\p{Lu}/u.test(text[start] ?? '');
  return {
    title: 'Take out “so-called”',
    kind: 'suggestion',
    preferred: true,
    edits: [{span: {start, end: end + next + first.length}, text: [capital ? first.toUpperCase() : first]}],
  };
}
