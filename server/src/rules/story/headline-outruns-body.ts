import {phraseSet} from '../../language/phrases.js';
import type {BlockTables, Place, Story} from '../../story/story.js';
import {behind, blocksHaving, lookup, perBlock, placeOf} from '../lookup.js';
import {outrunningClaims} from '../outrunning.js';
import {type Finding, rule, words} from '../rule.js';
import {tellsStory} from '../storyParts.js';
import {allows, wordsAt} from '../wording.js';

/** What a headline promises of a remedy or a habit. */
const effects = phraseSet(
  [
    'cures',
    'cure',
    'cured',
    'prevents',
    'prevent',
    'causes',
    'cause',
    'reverses',
    'stops',
    'heals',
    'doubles risk of',
    'halves risk of',
    'beats',
    'wipes out',
  ].flatMap((verb) =>
    [
      'cancer',
      'dementia',
      "alzheimer's",
      'diabetes',
      'autism',
      'asthma',
      'migraine',
      'migraines',
      'depression',
      'stroke',
      'strokes',
      'heart attacks',
      'heart disease',
      'obesity',
      'flu',
      'colds',
      'malaria',
      'covid',
      'arthritis',
      'blindness',
      'baldness',
      'infertility',
      "parkinson's",
      'epilepsy',
      'ageing',
      'aging',
      'memory loss',
      'hay fever',
      'eczema',
    ].map((what) => `${verb} ${what}`),
  ),
);
/** What the story says of it more carefully. */
const careful = phraseSet([
  'may',
  'might',
  'could',
  'in mice',
  'in rats',
  'in animals',
  'in the laboratory',
  'in the lab',
  'in one trial',
  'one trial',
  'small trial',
  'small study',
  'early trial',
  'early results',
  'preliminary',
  'linked to',
  'link between',
  'associated with',
  'appears to',
  'appeared to',
  'suggests',
  'suggest',
  'observational',
]);

export default rule({
  id: 'headline-outruns-body',
  family: 'story',
  reads: 'story',
  title: 'A headline that says more than the story does',
  why: 'Many read the headline alone. What the story pins on prosecutors or on one trial stands there as the newsroom’s own word, and a court reads it so too.',
  severity: {
    default: 'warning',
    ap: ['error', 'Whoever makes an allegation is always named, in a headline as in the copy.'],
    bbc: ['error', 'Allegations are attributed wherever they stand.'],
    afp: ['error', 'AFP gives the source at once in alerts and leads.'],
  },
  options: {
    allow: words('Words that a headline may state, such as a verdict that is on record.'),
  },
  limits:
    'It sees accusations that the story itself attributes, and cures, causes and preventions of illness that the story gives as possible only, in headlines, subheadings and captions. Other promises of a headline are beyond it, and plans told as settled are left to anon-lead.',
  examples: {
    flag: [
      '# Mayor [[took bribes]]\n\nMayor Dan Bell took bribes from a contractor, prosecutors allege.',
      '# Company [[falsified safety records]]\n\nHarlow Foods falsified safety records at two plants, a lawsuit says.',
      '# Coach [[abused players]] for years\n\nThe coach abused players at the club, two former captains told the inquiry.',
      '# Bank [[misled investors]]\n\nVega Bank misled investors about its losses, the regulator said.',
      '# Drug [[cures migraine]]\n\nA drug against migraine may ease attacks, a small trial found.',
      '# Coffee [[prevents dementia]]\n\nPeople who drink coffee could be less likely to lose their memory, doctors said.',
      '# Night shifts [[cause cancer]]\n\nNight shifts are linked to cancer, but the study did not ask why.',
      '# Spray [[heals eczema]]\n\nThe spray worked in mice, the laboratory said.',
      '# Officer [[lied]] in report\n\nOfficer Colin Hale lied in his report, the review found.',
      '# Landlord [[illegally evicted tenants]]\n\nThe landlord illegally evicted tenants, the charity said.',
      '# Airline [[ignored warnings]]\n\nThe airline ignored warnings from its engineers, the union said.',
      '# Minister [[rigged the tender]]\n\nMinister Rana Siddiqui rigged the tender, the auditor told parliament.',
      '# New pill [[stops strokes]]\n\nThe pill appears to lower the risk of a stroke, early results suggest.',
      '# Broker [[hid losses]]\n\nThe broker hid losses from clients, the complaint says.',
      '# Vitamin [[reverses ageing]]\n\nOld mice ran further on the vitamin, which might slow decline, the team said.',
    ].map((text) => ({text, format: 'markdown' as const})),
    leave: [
      '# Mayor took bribes, prosecutors say\n\nMayor Dan Bell took bribes from a contractor, prosecutors allege.',
      '# Drug may cure migraine\n\nA drug against migraine may ease attacks, a small trial found.',
      '# Mayor accused of taking bribes\n\nMayor Dan Bell took bribes from a contractor, prosecutors allege.',
      '# Mayor convicted of taking bribes\n\nMayor Dan Bell was convicted of taking bribes.',
      '# Council to vote on tower\n\nThe council may vote on Monday, the clerk said.',
      '# Bridge closes\n\nThe bridge could close for a year, the mayor said.',
      '# "Bell took bribes," court told\n\nMayor Dan Bell took bribes, a former aide told the court.',
      '# Smoking causes cancer\n\nFew doubt it now. The town was the first to ban it.',
      '# Trial of cancer drug starts\n\nThe drug may slow the disease, doctors said.',
      '# Does coffee prevent dementia?\n\nIt might, one small study suggests.',
      '# Storm kills nine\n\nThe storm killed nine people, the governor said.',
      '# Flood fund still empty\n\nThe fund was robbed, the auditor said.',
      '# Pill does not stop strokes\n\nThe pill might have helped, doctors had hoped.',
      '# Vaccine prevents malaria, study finds\n\nThe vaccine may protect children for a year, the team said.',
      '# Union: airline ignored warnings\n\nThe airline ignored warnings, the union said.',
    ].map((text) => ({text, format: 'markdown' as const})),
  },
  *check(story, options) {
    for (const {claim, below} of outrunningClaims(story)) {
      const tables = story.blocks[claim.block] as BlockTables;
      if (tables.exempt || allows(tables, options.allow, claim)) continue;
      yield finding(story, tables, placeOf(claim.block, claim.trigger), {
        block: below.block,
        start: below.trigger.start,
        end: below.trigger.end,
      });
    }
    yield* promises(story, options.allow);
  },
});

/** Cures and causes in a headline that the first paragraphs hedge. */
function* promises(story: Story, allow: readonly string[]): Generator<Finding> {
  let hedge: Place | null | undefined;
  for (const {block, tables, found} of blocksHaving(story, promisedIn)) {
    for (const effect of found) {
      if (effect.quoted || allows(tables, allow, effect) || isHedged(tables)) continue;
      hedge ??= firstHedge(story);
      if (hedge) yield finding(story, tables, placeOf(block, effect), hedge);
    }
  }
}

const promisedIn = perBlock((tables) => (tables.content.kind === 'heading' ? tables.find(effects) : []));

/** The headline asks, denies, hedges or says who says so. */
function isHedged(tables: BlockTables): boolean {
  return (
    tables.find(careful).length > 0 ||
    tables.find(softened).length > 0 ||
    tables.attributions.length > 0 ||
    lookup(tables).noted(0)
  );
}

const softened = phraseSet([
  '?',
  ':',
  'not',
  'no',
  'never',
  'say',
  'says',
  'said',
  'claim',
  'claims',
  'finds',
  'found',
  'study',
  'trial',
  'can',
  'does',
  'do',
  'hope',
  'hopes',
]);

function firstHedge({blocks}: Story): Place | null {
  let paragraphs = 0;
  for (const [block, tables] of blocks.entries()) {
    if (!tellsStory(tables)) continue;
    if (++paragraphs > 4) return null;
    const found = tables.find(careful).find(({quoted}) => !quoted);
    if (found) return placeOf(block, found);
  }
  return null;
}

function finding(story: Story, tables: BlockTables, place: Place, below: Place): Finding {
  const said = wordsAt(tables, place);
  const under = story.blocks[below.block] as BlockTables;
  return {
    place,
    message: `Say in the headline too whose word this is, or hedge it as the story does: “${said}”.`,
    because: `The headline states “${said}” as a fact; the story has “${wordsAt(under, below)}” with a source or a hedge.`,
    related: [{place: below, message: 'How the story puts it'}],
    document: true,
    fixes: [
      {
        title: 'Say who says so',
        kind: 'suggestion',
        preferred: true,
        edits: [
          {
            place: behind(place.block, {start: 0, end: tables.content.text.length}),
            text: [', ', {hole: 'who'}, ' say'],
          },
        ],
      },
    ],
  };
}
