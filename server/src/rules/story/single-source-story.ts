import type {Source, Story} from '../../story/story.js';
import {perSource, sourceById} from '../lookup.js';
import {number, rule, words} from '../rule.js';
import {headOf, isOneVoiced, tellsStory} from '../storyParts.js';

/** Bodies that speak through many mouths, one word for each: whoever speaks for one of them is the same source. */
const bodies = new Map<string, string>();
for (const row of `police policeman policewoman officer sheriff deputy sergeant lieutenant inspector detective superintendent constable|
  prosecutor prosecution|council councillor|ministry minister|company firm|union|army military soldier general colonel|
  court judge`.split('|')) {
  const [first = '', ...others] = row.trim().split(/\s+/);
  for (const word of [first, ...others]) bodies.set(word, first);
}

export default rule({
  id: 'single-source-story',
  family: 'story',
  reads: 'story',
  title: 'A story that rests on one source',
  why: 'One source, however good, is one view. A second one confirms or corrects it, or at least shows a reader that it was sought.',
  severity: {
    default: 'warning',
    reuters: ['warning', 'Reuters runs a story on one unnamed source only in exceptional cases.'],
    bbc: [
      'warning',
      'The BBC is reluctant to rest on one source; if it does, the source is named and on the record.',
    ],
    guardian: [
      'warning',
      'The Guardian wants more than one source where it can, and tells the desk where it cannot.',
    ],
    local: 'information',
  },
  options: {
    statements: number('How many statements the story must hold before anything is said.', 5),
    allow: words('Sources that may carry a story alone, such as a court whose ruling it reports.'),
  },
  limits:
    'It counts whose statements stand in the story, and takes a body and those who speak for it for one. A story with a statement whose speaker it could not make out is left alone, and so are briefs, profiles, obituaries, interviews and live pages, and transcripts of one speech, which are mostly quotation. Whether two sources are independent it cannot know.',
  examples: {
    flag: [
      '[[Police said two men were arrested on Monday.]]\n\nA van was stopped at noon, police said.\n\nPolice said that officers found stolen pumps in it.\n\nThe driver ran off, police said.\n\nPolice said that he was found in a barn.\n\nThe pumps will go back to their owners, police said.',
      {
        text: '# [[Harlow opens second plant]]\n\nHarlow Foods said it would open a second plant. The company said it would hire 200 people. The company said work would begin in May.\n\nThe plant will be the largest of its kind, the company said. Harlow Foods said it chose the town for its port. It said the first loaves would be baked by Christmas.',
        format: 'markdown',
      },
      '[[Mayor Tom Hale said the bridge would close.]] Hale said the bolts had rusted. Hale said it would take a year. The ferry would run, Hale said. Hale said it would be free. He said nobody would lose out.',
      '[[The union said the strike would go on.]] The offer was poor, the union said. The union said talks had failed. Members were angry, the union said. The union said it would ballot again. It said the vote would be in May.',
      '[[Sheriff Luis Diaz said the jail was full.]] Diaz said two wings were shut. A deputy said the roof leaked. The sheriff’s office said men slept in corridors. Diaz said he had asked for money. A deputy said none had come.',
      '[[The ministry said rice was short.]] The minister said stocks had run low. The ministry said ships were late. The ministry said prices would fall. The minister said there was no cause for alarm. The ministry said it would buy more.',
    ],
    leave: [
      'Police said two men were arrested on Monday. The driver ran, police said. Police said he was found in a barn. Police said the pumps were stolen. "They came at night," said Jack Dunne, who farms there. Police said a trial would follow.',
      {
        text: '---\ngenre: brief\n---\nPolice said two men were arrested. Police said a van was stopped. Police said it held pumps. Police said the driver ran. Police said he was found. Police said a trial would follow.',
        format: 'markdown',
      },
      'Police said two men were arrested on Monday. Police said a van was stopped.',
      'Hale said the bridge would close. Hale said the bolts had rusted. An engineer’s report said the bolts were sound. Hale said it would take a year. Hale said the ferry would run. Hale said it would be free.',
      'The union said the strike would go on. The company said the offer was fair. The union said talks had failed. The union said members were angry. The union said it would ballot again. The union said so twice.',
      'The bridge closed on Monday. It will reopen in May. Ferries run every hour. The toll is two pounds.',
      {
        text: '---\ngenre: obituary\n---\nHis son said he loved the sea. His son said he built boats. His son said he sang. His son said he baked. His son said he was kind. His son said he would be missed.',
        format: 'markdown',
      },
      'Police said a man was held. Court papers show he is 40. Police said he was armed. Police said nobody was hurt. Police said he would appear on Monday. Police said the gun was a toy.',
      {
        text: '---\ngenre: qa\n---\nHale said yes. Hale said no. Hale said perhaps. Hale said never. Hale said always. Hale said soon.',
        format: 'markdown',
      },
      'Hale said the bridge would close. Residents said they had not been told. Hale said the bolts had rusted. Hale said it would take a year. Hale said the ferry would run. Hale said it would be free.',
    ],
  },
  *check(story, options) {
    if (isOneVoiced(story)) return;
    const counts = new Map<string, {source: Source; count: number}>();
    let statements = 0;
    for (const {sourceId, cueKind, block, content, cueLemma, negated} of story.attributions) {
      const tables = story.blocks[block];
      if (!tables || !tellsStory(tables) || content.length === 0 || negated) continue;
      const source = sourceById(story, sourceId);
      // Even somebody's attitude is a second voice; only what they say counts as a statement of the one.
      if (!source) {
        if (cueKind === 'speech' && cueLemma !== null) return;
        continue;
      }
      const key = voiceOf(source, story);
      const known = counts.get(key) ?? {source, count: 0};
      if (cueKind === 'speech') {
        known.count++;
        statements++;
      }
      counts.set(key, known);
      if (counts.size > 1) return;
    }
    const [only] = counts.values();
    if (counts.size !== 1 || !only || statements < options.statements) return;
    const {source} = only;
    // Papers are a voice too, whether or not what they show was heard as a statement.
    if (
      story.sources.some((one) => one !== source && (one.kind === 'document' || one.standing === 'document'))
    )
      return;
    if (options.allow.some((name) => source.label.toLowerCase().includes(name.toLowerCase()))) return;
    if (
      isTranscript(story) ||
      story.blocks.some(({content}) => content.links.length + content.sourceMarks.length > 0)
    )
      return;
    const place = headOf(story);
    if (!place) return;
    yield {
      place,
      message: `Everything here comes from ${source.label}. Find a second source, or mark the story as a brief.`,
      because: `All ${statements} statements go back to ${source.label}.`,
      document: true,
      severity:
        source.standing === 'named' || source.standing === 'document'
          ? undefined
          : {default: 'warning', reuters: 'error'},
      fixes: [],
    };
  },
});

/** What counts as one voice: the body that somebody speaks for, else the source itself. */
const voiceOf = perSource(({id, label, role, name, kind}): string => {
  const words = `${role ?? ''} ${label}`.toLowerCase().match(/\p{L}+/gu) ?? [];
  if (kind === 'person' && name !== null && /\s/.test(name) && role === null) return id;
  for (const word of words) {
    const body = bodies.get(word) ?? (word.endsWith('s') ? bodies.get(word.slice(0, -1)) : undefined);
    if (body) return body;
  }
  return id;
});

/** More than half of it in quotation marks: a speech or an interview, printed. */
function isTranscript({blocks}: Story): boolean {
  let all = 0;
  let quoted = 0;
  for (const tables of blocks) {
    if (!tellsStory(tables)) continue;
    all += tables.content.text.length;
    for (const {inner, depth} of tables.quotations) if (depth === 0) quoted += inner.end - inner.start;
  }
  return quoted * 2 > all;
}
