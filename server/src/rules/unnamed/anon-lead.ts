import type {Span} from '../../draft/block.js';
import type {Story} from '../../story/story.js';
import {attributionsIn, lookup, placeOf} from '../lookup.js';
import {type Finding, rule, words} from '../rule.js';
import {type UnnamedMention, unnamedAt} from '../unnamedSources.js';
import {allows, wordsAt} from '../wording.js';

/** "Minister to quit: sources", "Sources: minister to quit". */
const headline =
  /(?:[:,–—-]\s*(?:\p{L}+\s+){0,2}(sources?|insiders?|officials?|aides?)(?:\s+say)?\s*$|^(sources?|insiders?|officials?|aides?)(?:\s+say)?\s*[:,])/iu;

export default rule({
  id: 'anon-lead',
  family: 'unnamed',
  reads: 'story',
  title: 'An unnamed source carries the headline, the lead or the first quote',
  why: 'What stands first is what a reader keeps. Hung on somebody unnamed, the whole story hangs on them, and a desk has to know that before it runs.',
  severity: {
    default: 'warning',
    ap: ['warning', 'At AP a manager has to know and approve an unnamed source.'],
    reuters: ['warning', 'Reuters runs a story on a single unnamed source only as an exception.'],
    bbc: ['warning', 'At the BBC a serious allegation from one unnamed source is referred upward first.'],
    npr: ['warning', 'At NPR an editor answers for letting an unnamed source stand.'],
  },
  options: {
    allow: words('Descriptions of sources who may carry a lead.'),
  },
  limits:
    'One finding a story, on the first of headline, lead and first quote that rests on nobody named. Whether an editor has agreed, and whether the fact is the central one, the text does not say; note the agreement in an ignore mark. Crowds ("critics", "residents") and spokespeople are other rules’ business.',
  examples: {
    flag: [
      {
        text: '# [[Minister to quit: sources]]\n\nOtto Brandt met the party on Monday, the party said.',
        format: 'markdown',
      },
      {text: '# [[Sources: Club to sack coach]]\n\nThe club lost again on Sunday.', format: 'markdown'},
      '[[The bank will shut its branches in Ghana]], a person familiar with the plan said on Monday.\n\nThe bank’s chairman, Kofi Mensah, said no decision had been made.',
      'The bank met its creditors on Monday.\n\n[["We are not going back,"]] a Treasury aide said.\n\n"We are," Kofi Mensah, the chairman, said.',
      'A Western diplomat said [[the vote would slip into the autumn]].\n\nThe electoral board, led by Ana Ruiz, said it would not.',
      '[[The ship was turned back at Suez]], according to two port officials.\n\nThe canal authority gave no details.',
      '[["It is over,"]] an aide to the chancellor said on Friday.\n\nThe chancellor, Hans Vogel, said it was not.',
      'A senior Kenyan official said [[the border would open]].\n\nThe road has been shut since May.',
      '[[The merger is dead]], sources said.\n\nHana Sato, who leads the board, said it was alive.',
      {text: '# [[Raid was botched, officials say]]\n\nThe raid took place on Sunday.', format: 'markdown'},
    ],
    leave: [
      'The bank said it would shut its branches in Ghana.\n\nA person familiar with the plan said 40 jobs would go.',
      'Kofi Mensah said no decision had been made.\n\n"We are going," Ana Ruiz, a teller, said.\n\nThe plan is a year old, a Treasury aide said.',
      'The ship was turned back at Suez, according to two port officials and the canal authority’s head, Omar Fathi.',
      'Critics say the ban will not work.\n\nAna Ruiz, who wrote it, disagrees.',
      'A spokesman for the airline said the route would close.',
      '"We are not going back," said Ivan Kolar, who runs the institute.',
      {
        text: '# Sources of the Nile are drying up\n\nThe water board, led by Omar Fathi, said so on Monday.',
        format: 'markdown',
      },
      {text: '# Officials’ pay to rise\n\nThe council said so on Monday.', format: 'markdown'},
      'Police said the road would stay shut.',
      'Two officials were hurt when the stand gave way, the club said.',
      {
        text: 'A Western diplomat said the vote would slip. <!-- src: dip-2 -->\n\nThe board, led by Ana Ruiz, denied it.',
        format: 'markdown',
      },
    ],
  },
  *check(story, options) {
    const found = first(story, options.allow);
    if (found) yield found;
  },
});

function first(story: Story, allow: readonly string[]): Finding | null {
  const heading = story.blocks
    .slice(0, 4)
    .findIndex(({content}) => content.kind === 'heading' && content.level === 1);
  const head = story.blocks[heading];
  if (head && !lookup(head).noted(0)) {
    const {text} = head.content;
    const match = headline.exec(text);
    const whole = {start: 0, end: text.length};
    if (match && !allows(head, allow, whole)) {
      return finding(placeOf(heading, whole), 'headline', (match[1] ?? match[2]) as string, null);
    }
  }
  const unnamedOf = (block: number) => unnamedAt(story, block).filter((one) => canCarry(one, allow));
  return lead(story, unnamedOf) ?? firstQuote(story, unnamedOf);
}

type UnnamedOf = (block: number) => readonly UnnamedMention[];

/** Whether something rests on a mention, and on nobody whom the draft names after all. */
function canCarry(
  {class: kind, attributions, tables, mention}: UnnamedMention,
  allow: readonly string[],
): boolean {
  return (
    (kind === 'official' || kind === 'bare') &&
    attributions.some(({cueKind}) => cueKind === 'speech') &&
    // "The Ninth Circle" is a name.
    !/\s\p{Lu}\p{Ll}+$/u.test(tables.content.text.slice(mention.start, mention.head.end)) &&
    // "Two officials and the port's head, Omar Fathi".
    !/^,? (?:and|as well as) /.test(tables.content.text.slice(mention.end, mention.end + 16)) &&
    !allows(tables, allow, mention)
  );
}

const isBody = ({content, exempt}: Story['blocks'][number]): boolean =>
  content.kind === 'paragraph' && !exempt;

/** The first paragraph, where everybody who speaks in it is unnamed. */
function lead(story: Story, unnamedOf: UnnamedOf): Finding | null {
  const block = story.blocks.findIndex(isBody);
  const speaking = attributionsIn(story, block).filter(({cueKind}) => cueKind === 'speech');
  const unnamed = unnamedOf(block);
  const [one] = unnamed;
  if (!one || speaking.length === 0) return null;
  const ofUnnamed = (key: number) =>
    unnamed.some(({attributions}) => attributions.some((own) => own.key === key));
  if (!speaking.every(({key}) => ofUnnamed(key))) return null;
  const content = speaking[0]?.content[0];
  return content ? finding(placeOf(block, content), 'lead', wordsAt(one.tables, one.mention), one) : null;
}

/** The first whole quotation of the story. */
function firstQuote(story: Story, unnamedOf: UnnamedOf): Finding | null {
  for (const [block, tables] of story.blocks.entries()) {
    if (!isBody(tables)) continue;
    const quotation = tables.quotations.find(({depth, speech}) => depth === 0 && speech);
    if (!quotation) continue;
    const touches = ({start, end}: Span) => start < quotation.end && end > quotation.start;
    const said = attributionsIn(story, block).find(
      ({content, cueKind}) => cueKind === 'speech' && content.some(touches),
    );
    const one =
      said && unnamedOf(block).find(({attributions}) => attributions.some(({key}) => key === said.key));
    return one ? finding(placeOf(block, quotation), 'first quote', wordsAt(tables, one.mention), one) : null;
  }
  return null;
}

function finding(place: Finding['place'], what: string, who: string, one: UnnamedMention | null): Finding {
  return {
    place,
    message: `Get an editor to agree, or begin with what is on the record: the ${what} rests on “${who}”.`,
    because: `“${who}” is unnamed, and nobody named stands behind the ${what}.`,
    related: one ? [{place: one.place, message: 'Who it rests on'}] : [],
  };
}
