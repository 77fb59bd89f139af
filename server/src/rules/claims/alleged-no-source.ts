import type {Occurrence} from '../../language/phrases.js';
import {phraseSet} from '../../language/phrases.js';
import {overlapTest} from '../../story/blockAnalysis.js';
import type {BlockTables} from '../../story/story.js';
import {lookup, perStory, placeOf} from '../lookup.js';
import type {Passage} from '../passage.js';
import {flag, rule, words} from '../rule.js';
import {adding, allows, sourceChoices, wordsAt} from '../wording.js';

/** "Supposed to" is a plan, and takes itself out by being the longer phrase. */
const alleged = phraseSet([
  'allegedly',
  'alleged',
  'purported',
  'purportedly',
  'supposedly',
  'supposed',
  'supposed to',
  'alleged to',
  'purported to',
  'alleged that',
  'alleged in',
  'often alleged',
  'has alleged',
  'have alleged',
  'had alleged',
]);
const notMeant = new Set([
  'supposed to',
  'alleged to',
  'alleged that',
  'purported to',
  'alleged in',
  'often alleged',
  'has alleged',
  'have alleged',
  'had alleged',
]);
/** They doubt as often as they accuse. */
const doubting = new Set(['supposed', 'supposedly']);
/** "The alleged bribes", "two alleged cheats": an accusation of somebody or something in particular. */
const particular =
  /(?:^|\b(?:the|an?|his|her|its|their|this|that|these|those|two|three|four)\s+|[’']s\s+|s[’']\s+)$/i;
/** Who or what alleges things for a living: one of these near the word tells where it comes from. */
const accusers = phraseSet([
  'prosecutor',
  'prosecutors',
  'police',
  'indictment',
  'complaint',
  'complaints',
  'lawsuit',
  'suit',
  'filing',
  'filings',
  'affidavit',
  'charges',
  'charge',
  'charged',
  'accused',
  'accuses',
  'accusing',
  'criticism',
  'criticisms',
  'critique',
  'critics',
  'accusation',
  'accusations',
  'accuser',
  'accusers',
  'allegation',
  'allegations',
  'alleges',
  'allege',
  'alleging',
  'plaintiff',
  'plaintiffs',
  'warrant',
  'court',
  'judge',
  'jury',
  'trial',
  'investigators',
  'investigation',
  'investigating',
  'inquiry',
  'probe',
  'sheriff',
  'detectives',
  'authorities',
  'arrested',
  'report',
  'witness',
  'witnesses',
  'victim',
  'victims',
  'testified',
  'testimony',
  'hearing',
  'prosecution',
  'indicted',
  'sued',
  'tribunal',
  'commission',
  'convicted',
  'pleaded',
]);

export default rule({
  id: 'alleged-no-source',
  family: 'claims',
  reads: 'passage',
  title: '"Allegedly" with nobody who alleges it',
  why: 'The word says that somebody makes the accusation and keeps back who. Without an accuser the reader has only the paper’s word, and the word itself is no shield in court.',
  severity: {
    default: 'warning',
    ap: ['error', 'AP says whose allegation it is, so that nobody takes it for the writer’s own.'],
  },
  options: {
    allow: words('Phrases that are never flagged, such as the title of a film.'),
    supposed: flag('Also report "supposed" and "supposedly", which doubt as often as they accuse.', false),
  },
  limits:
    'An accuser counts when named or described in the same paragraph or the one before (for a lead, the one after too): a speaker, the police, a court, a filing, an inquiry. Whether they alleged just this cannot be told. "Is alleged to have" is told of by passive-hearsay.',
  examples: {
    flag: [
      'He [[allegedly]] stole $400.',
      'The [[alleged]] bribes changed hands in a car park in Durban.',
      'She was [[allegedly]] fired for speaking out.',
      'The [[purported]] letter surfaced on Monday.',
      'The driver [[allegedly]] ran two red lights in Lille.',
      'The harbour board meets on Friday. Its chairman [[allegedly]] sold the crane twice.',
      'Staff [[allegedly]] slept in the kitchens for weeks.',
      'The mine has been shut since May. The owners [[allegedly]] owe six months of wages.',
      'The [[purported]] ambush never made the news.',
      'Two players [[allegedly]] left the hotel at night.',
      'The [[alleged]] cheats have kept their medals.',
      'A firm in Vilnius [[purportedly]] paid for the yacht.',
      'He is a quiet man who [[allegedly]] hit a referee in Bari last spring.',
      'The twins [[allegedly]] forged the will.',
      'The tower was sold in June. The [[alleged]] buyer has never been seen.',
    ],
    leave: [
      'He stole $400, according to the indictment.',
      'He allegedly stole $400, according to the indictment.',
      'Several supposed cures are on sale in Jakarta.',
      'Prosecutors allege he stole $400.',
      'The alleged bribes are described in the complaint.',
      'Police said the driver allegedly ran two red lights.',
      'She was allegedly fired for speaking out, her lawyer, Ines Moreau, said.',
      'The bridge was supposed to open in May.',
      'Two men were charged on Friday. They allegedly robbed a bank in Kisumu.',
      '"He allegedly did it," the mayor said.',
      'The general is alleged to have sold the fuel.',
      'A farmer near Pune was allegedly beaten on Friday.\n\nHis brother, Anil Patil, said two men held him down.',
      'The union alleged that wages had been withheld.',
      'A tribunal in Leeds heard the case on Tuesday. The manager allegedly locked the doors.',
      'Lena Ortiz accused the firm of fraud. The alleged fraud began in 2019.',
      'What was alleged in May was dropped in June, the ministry said.',
      'The film "The Alleged" opens on Friday.',
      {text: 'He allegedly stole $400. <!-- src: writ p4 -->', format: 'markdown'},
      {text: 'He [allegedly stole $400](https://court.example.org/writ).', format: 'markdown'},
    ],
  },
  *check(here, options) {
    const {tables} = here;
    const {kind} = tables.content;
    if (kind !== 'paragraph' && kind !== 'list-item') return;
    const hits = tables.find(alleged).filter((one) => isAccusing(tables, one, options.supposed));
    if (hits.length === 0 || isSourced(here)) return;
    const said = overlapTest([...tables.hearsay, ...tables.attributions.flatMap(({cue}) => cue)]);
    const hit = hits.find(
      (one) => !said(one) && !lookup(tables).noted(one.sentence) && !allows(tables, options.allow, one),
    );
    // One a paragraph: the next would ask for the same accuser.
    if (hit) yield finding(tables, here.block, hit, here.askStory(sourceChoices));
  },
});

/** The first paragraph. */
const leadOf = perStory(({blocks}): number =>
  blocks.findIndex(({content, exempt}) => content.kind === 'paragraph' && !exempt),
);

function isAccusing({content}: BlockTables, {phrase, quoted, start}: Occurrence, supposed: boolean): boolean {
  if (quoted || notMeant.has(phrase) || (doubting.has(phrase) && !supposed)) return false;
  return /ly$/.test(phrase) || particular.test(content.text.slice(Math.max(0, start - 12), start));
}

/** Whether anybody who could be the accuser speaks or is met in the paragraph or next to it. */
function isSourced(here: Passage): boolean {
  // A lead may leave the accuser to the paragraph that follows.
  const leads = here.ask((story, block) => leadOf(story) === block);
  return [0, -1, ...(leads ? [1] : [])].some((by) => {
    const tables = by === 0 ? here.tables : here.near(by);
    if (!tables || (by < 0 && tables.content.kind === 'heading')) return false;
    return (
      here
        .attributions(by)
        .some(
          ({source, sourceId, cueKind}) => cueKind !== 'attitude' && (source.length > 0 || sourceId !== null),
        ) || tables.find(accusers).some(({quoted}) => !quoted)
    );
  });
}

function finding(tables: BlockTables, block: number, hit: Occurrence, choices: readonly string[]) {
  const used = wordsAt(tables, hit);
  const sentence = tables.sentences[hit.sentence] ?? hit;
  return {
    place: placeOf(block, hit),
    message: `Say who alleges it: “${used}” alone leaves the accusation with you.`,
    because: `“${used}” reports an accusation, and no accuser, court or filing stands in this paragraph or the one before.`,
    fixes: [
      {
        title: 'Name who alleges it',
        kind: 'suggestion' as const,
        preferred: true,
        edits: adding(block, tables, sentence, [
          ', according to ',
          {hole: 'charge, filing or accuser', choices},
        ]),
      },
    ],
  };
}
