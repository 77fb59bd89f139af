import type {Span} from '../draft/block.js';
import {firstEndingAfter, overlapTest} from '../language/spans.js';
import {type BlockAnalysis, quotedTest} from './blockAnalysis.js';

/** "A study found", "research suggests": findings that come from research. */
export interface Study extends Span {
  /** "A study" alone, without its verb. */
  readonly subject: Span;
  readonly sentence: number;
  readonly quoted: boolean;
  /** Its sentence or the next one names an author, an institution or a journal, or links to it. */
  readonly cited: boolean;
}

const noun =
  '(?:[Ss]tud(?:y|ies)|[Rr]esearch|[Mm]eta-analys[ie]s|[Cc]linical trials?|[Tt]rials?|(?:research |scientific |academic )papers?)';
const kinds =
  '(?:(?:new|latest|recent|previous|earlier|past|growing|existing|scientific|academic|medical|clinical|large|small|major|separate|different|other|peer-reviewed|published|preliminary|early|long-term|international|national|global|other) ){0,3}';
const lead = `(?:(?:[Aa]n?|[Oo]ne|[Aa]nother|[Ss]ome|[Ss]everal|[Mm]any|[Mm]ost|[Tt]wo|[Tt]hree|[Nn]umerous|[Cc]ountless|[Mm]ultiple|[Mm]ore|[Mm]uch|[Aa] body of|[Tt]he latest|[Tt]he most recent) (?:[\\p{L}-]{2,16} ){0,3}|(?:[Nn]ew|[Rr]ecent|[Pp]revious|[Ee]arlier|[Pp]ast|[Ss]cientific|[Aa]cademic|[Mm]edical) )?${kinds}`;
const findings =
  '(?:show(?:s|ed|n)?|finds?|found|suggest(?:s|ed)?|indicat(?:es?|ed)|reveal(?:s|ed)?|link(?:s|ed)|conclud(?:es?|ed)|demonstrat(?:es?|ed)|prov(?:es?|ed|en)|confirm(?:s|ed)?|say(?:s)?|said|estimat(?:es?|ed)|points? to)';
const subject = new RegExp(
  `(?<![\\p{L}’'-])${lead}${noun} (?:(?:has|have|had|also|now|consistently|repeatedly|clearly|recently|even|have also|has also|released (?:this|last) (?:week|month|year|\\p{L}+day)|published (?:this|last) (?:week|month|year|\\p{L}+day)|into [\\p{L} -]{3,40}|on [\\p{L} -]{3,40}|of [\\p{L} -]{3,40}) ){0,2}${findings}\\b`,
  'gu',
);
const accordingTo = new RegExp(
  `(?<=\\baccording to )${lead}${noun}\\b(?! (?:firm|group|company|by|from|at|published))`,
  'gu',
);
/** Not research: "the study" met before, somebody's own, a room, a course, a legal trial, a newspaper. */
const trap =
  /\b(?:the|this|that|these|those|his|her|its|their|my|our|whose|he|she|who|they|we|i)\s(?:[\p{Ll}-]{2,16} ){0,4}(?:stud(?:y|ies)|research|trials?|papers?|analys[ie]s)\b/iu;
const owned = /\p{L}['’]s (?:[\p{L}\d-]+ ){0,4}(?:stud(?:y|ies)|research|trials?|papers?)\b/iu;
const cite =
  /\b(?:University|College|Institute|Institution|School|Laborator(?:y|ies)|Academy|Center|Centre|Hospital|Clinic|Foundation|Council|Agency|Ministry|Department|Society|Association|Bureau|Bank|Organi[sz]ation|Office|Authority|Journal|Lancet|Nature|Science|PLOS|JAMA|BMJ|Cell|Proceedings|Annals|Review|Pew|Brookings|RAND|MIT|NASA|WHO|CDC|NIH|NHS|doi)\b|\bpublished (?:[\p{L}\d.,]+ ){0,4}(?:in|by|on) |\b(?:lead|senior|co-?)\s?-?authors?\b|\b(?:stud(?:y|ies)|research|papers?|trials?|analys[ie]s)\b[^.;"“”]{0,60}\b(?:by|from|at|led by|conducted by|commissioned by|for) (?:the |an? )?(?:[\p{Ll}-]+ ){0,4}\p{Lu}|\barXiv\b|\bpreprint\b/u;
const words = /\b(?:stud(?:y|ies)|research|meta-analys|trials?|papers?)\b/i;

/** Reports of research in a block, each with whether a reader could find it. Linear in the text. */
export function findStudies(block: BlockAnalysis): readonly Study[] {
  const {text, links} = block.content;
  if (!words.test(text)) return [];
  const quoted = quotedTest(block);
  const studies: Study[] = [];
  const linked = overlapTest(links);
  const told = new Set<number>();
  for (const pattern of [subject, accordingTo]) {
    for (const {0: said, index} of text.matchAll(pattern)) {
      const sentence = firstEndingAfter(block.sentences, index);
      const around = block.sentences[sentence];
      if (!around || told.has(sentence)) continue;
      const head = text.slice(around.start, index + said.length);
      if (trap.test(head) || owned.test(head)) continue;
      // A trial of somebody, and a paper that is a newspaper, find nothing out.
      if (/\btrials?\b/i.test(said) && !/\bclinical\b/i.test(said)) continue;
      // "Advocates for stem cell research said": a bare noun has to open its clause.
      if (
        /^(?:[Ss]tud|[Rr]esearch|[Mm]eta|[Cc]linical)/.test(said) &&
        pattern === subject &&
        !opensClause(text, index)
      )
        continue;
      const next = block.sentences[sentence + 1];
      const near = text.slice(around.start, next ? next.end : around.end);
      told.add(sentence);
      studies.push({
        start: index + (/^\s*/.exec(said)?.[0].length ?? 0),
        end: index + said.length,
        subject: {
          start: index,
          end: index + (new RegExp(`^${lead}${noun}`, 'u').exec(said)?.[0].length ?? said.length),
        },
        sentence,
        quoted: quoted({start: index, end: index + said.length}),
        cited: cite.test(near) || hasName(said) || linked(around),
      });
    }
  }
  return studies.sort((a, b) => a.start - b.start);
}

/** Whether a clause begins at an offset. */
const opensClause = (text: string, at: number): boolean =>
  /(?:^|[.,;:!?–—"”)] ?|- |\b(?:that|but|and|as|because|while|although|though|where|if|when) )$/.test(
    text.slice(Math.max(0, at - 12), at),
  );

const hasName = (said: string): boolean => /\s\p{Lu}/u.test(said);
