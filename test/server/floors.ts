import {attribute} from '../../server/src/attribution/attribute.js';
import {noCarry} from '../../server/src/attribution/attributor.js';
import {findMentions} from '../../server/src/attribution/mentions.js';
import {nounPhrases} from '../../server/src/attribution/nounPhrases.js';
import {ruleAttributor} from '../../server/src/attribution/ruleAttributor.js';
import type {DraftFormat} from '../../server/src/draft/draft.js';
import {parseDraft} from '../../server/src/draft/parse.js';
import {DraftSession, rules} from '../../server/src/engine.js';
import {findQuotations} from '../../server/src/language/quotations.js';
import {readWords} from '../../server/src/language/read.js';
import {repair} from '../../server/src/language/repair.js';
import {readSentences} from '../../server/src/language/sentences.js';
import {readTokens} from '../../server/src/language/tokens.js';
import {Passage} from '../../server/src/rules/passage.js';
import type {BlockAnalysis} from '../../server/src/story/blockAnalysis.js';
import {analyseBlocks} from '../../server/src/story/blocks.js';
import {buildStory} from '../../server/src/story/build.js';
import {findClaims} from '../../server/src/story/claims.js';
import {findDetails} from '../../server/src/story/details.js';
import {findHearsay} from '../../server/src/story/hearsay.js';
import {findMarkers} from '../../server/src/story/markers.js';
import {findPersons} from '../../server/src/story/persons.js';
import {findTimes} from '../../server/src/story/times.js';
import {cpuTime} from './timing.js';

/** What each floor takes for a text, from the draft to each rule, in milliseconds of CPU time. */
export function timesByFloor(text: string, format: DraftFormat): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  const timed = <T>(name: string, work: () => T): T => {
    let result: T | undefined;
    times.set(
      name,
      cpuTime(() => {
        result = work();
      }),
    );
    return result as T;
  };
  const draft = timed('draft', () => parseDraft(text, format));
  const contents = draft.blocks.map(({content}) => content);
  const read = timed('tokens', () => contents.map((content) => readTokens(content.text)));
  const sentences = timed('sentences', () => read.map((tokens) => readSentences(tokens)));
  const tokens = read.map((list) => list.map(({token}) => token));
  timed('parts of speech', () => {
    tokens.forEach((list, i) => {
      for (const {first, last} of sentences[i] ?? []) repair(list, first, last);
    });
  });
  timed('quotations', () => tokens.map((list, i) => findQuotations(contents[i]?.text ?? '', list)));
  const words = contents.map((content) => readWords(content.text));
  timed('noun phrases', () => words.map((block) => nounPhrases(block)));
  timed('attributions by rule', () => words.map((block) => ruleAttributor(block, noCarry)));
  const found = timed('attributions', () => words.map((block) => attribute(block, noCarry)));
  timed('mentions', () =>
    words.map((block, i) =>
      findMentions(
        block,
        (found[i]?.attributions ?? []).flatMap(({source}) => source),
      ),
    ),
  );
  const blocks = words.map((block, i): BlockAnalysis => {
    const {mentions, attributions} = found[i] as (typeof found)[number];
    return {content: contents[i] as BlockAnalysis['content'], ...block, mentions, attributions};
  });
  const detectors = {
    claims: findClaims,
    hearsay: findHearsay,
    times: findTimes,
    markers: findMarkers,
    persons: findPersons,
    details: findDetails,
  };
  for (const [name, detect] of Object.entries(detectors)) {
    timed(name, () => {
      for (const block of blocks) detect(block);
    });
  }
  const tables = analyseBlocks(draft.blocks, new WeakMap());
  const story = timed('story', () => buildStory(draft, tables));
  for (const rule of rules) {
    if (rule.reads === 'suppressions') continue;
    const options = Object.fromEntries(
      Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]),
    ) as never;
    timed(rule.id, () => {
      if (rule.reads === 'story') return [...rule.check(story, options, 'strict')];
      if (rule.reads === 'block') return tables.map((block) => [...rule.check(block, options)]);
      return tables.map((_, block) => [...rule.check(new Passage(story, block), options, 'strict')]);
    });
  }
  timed('all of it', () => new DraftSession().update(text, format));
  return times;
}
