import type {BlockTables, Marker} from '../../story/story.js';
import {blocksHaving} from '../lookup.js';
import {type Fix, rule, words} from '../rule.js';
import {allows} from '../wording.js';

const markersIn = ({markers}: BlockTables) => markers;

export default rule({
  id: 'open-check-marker',
  family: 'copy',
  reads: 'story',
  title: 'A check marker left in the copy',
  why: 'TK, [CHECK] and the like say that something is missing or not yet checked. Left in, they go out with the story.',
  severity: {
    default: [
      'warning',
      'An open question belongs on a list, not in the copy. It is an error once front matter says publish: true.',
    ],
  },
  readsOpinion: true,
  options: {allow: words('Markers or phrases that your desk uses in another sense.')},
  limits:
    'Initials and numerals are told from markers by the words beside them: "TK Okafor" and "Super Bowl XXX" are left alone.',
  examples: {
    flag: [
      'The firm was founded in [[TK]] by two brothers.',
      'She spoke to the [[[CHECK]]] committee on Monday.',
      '[[XXXX]] people were at the ground.',
      'The minister, Ana Prado [[[CQ]]], left early.',
      'He is [[TK]] years old.',
      'The bill passed in 2011[[??]]',
      'Mayor [[XXX]] opened the bridge.',
      'The grant is worth $[[TK]] a year.',
      'The suspect lives in [[TK]] County.',
      'The ferry sank off [[TKTK]] in 1987.',
      'Her name is spelled Siobhan Ni Dhuill [[[CONFIRM]]].',
      'The vaccine was approved in May [[[VERIFY: ask the agency]]].',
      'The plant employs [[XXX]] workers.',
      'It is the oldest mosque in the region [[[citation needed]]].',
      'They met in Lagos [[[TK]]] in the spring.',
      'The second quote goes here [[TKTKTK]].',
      'The judge, [[XXXXX]], adjourned the case.',
      'The river rose [[TK]] metres overnight.',
      'Asked about the fund, he smiled. [[[FACT CHECK]]]',
      'The school has 400 [[??]] pupils.',
      'Ask Mr [[TK]] about the lease.',
      {text: '- Address: [[TK]]', format: 'markdown'},
    ],
    leave: [
      'TK Maxx will open a shop in the old bank.',
      'The Games of the XXX Olympiad were held in London.',
      'Super Bowl XXX was played in Tempe.',
      'TK Okafor scored twice in the second half.',
      'The editor said he types "TK" where a fact is missing.',
      'Can you believe it? She did.',
      'Turkish Airlines flight TK 1980 left on time.',
      'The shirt comes in XXXL only.',
      'The film had an XXX-rated trailer.',
      'T.K. Nair taught physics in Kochi.',
      'The domain ends in .tk and costs nothing.',
      'The committee checks every line.',
      'The word in brackets [sic] is his own.',
      'He wrote that the plan was [almost] dead.',
      'The council [Hackney] declined to comment.',
      'The kisses at the end read xxx.',
      'XXX Corps crossed the river that night.',
      'WrestleMania XXX filled the Superdome.',
      {text: 'The school has 400 pupils. <!-- TK: check with the head -->', format: 'markdown'},
      {text: 'The script prints `TK` and `??` when a field is empty.', format: 'markdown'},
    ],
  },
  *check(story, options) {
    const open: {block: number; tables: BlockTables; marker: Marker}[] = [];
    for (const {block, tables, found} of blocksHaving(story, markersIn)) {
      for (const marker of found) {
        if (!marker.quoted && !allows(tables, options.allow, marker)) open.push({block, tables, marker});
      }
    }
    for (const [index, {block, tables, marker}] of open.entries()) {
      const words = tables.content.text.slice(marker.start, marker.end);
      const next = open[index + 1];
      yield {
        place: {block, start: marker.start, end: marker.end},
        message: `“${words}” is still open: put in what is missing, or take the marker out once it is checked.`,
        because: `“${words}” marks something to look up or to check.`,
        severity: story.draft.meta.publish ? 'error' : undefined,
        related: next
          ? [
              {
                place: {block: next.block, start: next.marker.start, end: next.marker.end},
                message: 'The next open marker',
              },
            ]
          : [],
        fixes: [
          ...(asksToCheck.test(words) ? [] : [fill(block, marker)]),
          // Where a word is missing, nothing is right once the marker is gone.
          ...(/^[[?]/.test(words) ? [takeOut(block, tables.content.text, marker)] : []),
        ],
      };
    }
  },
});

/** Markers of what stands there already, only unchecked. */
const asksToCheck = /^(?:\[\s*(?:CHECK|CQ|CONFIRM|VERIFY|FACT)|\?)/;

const fill = (block: number, {start, end}: Marker): Fix => ({
  title: 'Put in what is missing',
  kind: 'suggestion',
  preferred: true,
  edits: [{place: {block, start, end}, text: [{hole: 'what is missing'}]}],
});

const takeOut = (block: number, text: string, marker: Marker): Fix => ({
  title: 'Checked: take the marker out',
  kind: 'suggestion',
  edits: [
    {
      place: {block, ...withSpace(text, marker)},
      // "in 2011??" had its full stop in the marker.
      text:
        text[marker.start] === '?' && /^\s*(?:$|\s\p{Lu})/u.test(text.slice(marker.end, marker.end + 3))
          ? ['.']
          : [],
    },
  ],
});

/** The marker with the space before it, so that none is left double or before a full stop. */
function withSpace(text: string, {start, end}: Marker): {start: number; end: number} {
  return text[start - 1] === ' ' ? {start: start - 1, end} : {start, end: text[end] === ' ' ? end + 1 : end};
}
