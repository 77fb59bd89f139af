import assert from 'node:assert/strict';
import {readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import type {DraftFormat} from '../../../server/src/draft/draft.js';
import {DraftSession, houseSeverity, type ReportedFinding, rules} from '../../../server/src/engine.js';
import {type Example, families, type Rule, type Template} from '../../../server/src/rules/rule.js';
import {houses} from '../../../server/src/rules/severity.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'server', 'src', 'rules');

interface Marked {
  readonly text: string;
  readonly format: DraftFormat;
  readonly spans: readonly {readonly start: number; readonly end: number}[];
}

/** An example without its double brackets, and where they stood. */
function read(example: Example): Marked {
  const {text: marked, format = 'text'} = typeof example === 'string' ? {text: example} : example;
  const spans: {start: number; end: number}[] = [];
  let text = '';
  let open = -1;
  for (const part of marked.split(/(\[\[|\]\])/)) {
    if (part === '[[') {
      assert.equal(open, -1, `marks inside marks: ${marked}`);
      open = text.length;
    } else if (part === ']]') {
      assert.ok(open >= 0, `a mark closes that was never opened: ${marked}`);
      spans.push({start: open, end: text.length});
      open = -1;
    } else text += part;
  }
  assert.equal(open, -1, `a mark never closes: ${marked}`);
  return {text, format, spans};
}

/** Everything a rule finds, as the first house sees it that does not have it off; turned on where every house has. */
function find(rule: Rule, {text, format}: Marked): readonly ReportedFinding[] {
  const house = houses.find((known) => houseSeverity(rule, known).severity !== 'off');
  const settings = house
    ? {house, rules: {}}
    : {house: 'ap' as const, rules: {[rule.id]: {severity: 'hint' as const, options: {}}}};
  const {findings} = new DraftSession().update(text, format, settings);
  return findings.filter((finding) => finding.rule === rule.id);
}

const shown = (text: string, findings: readonly {start: number; end: number}[]) =>
  findings.length === 0
    ? 'nothing'
    : findings.map(({start, end}) => `"${text.slice(start, end)}" (${start}-${end})`).join(', ');

/** Words of a template that are ours: neither a hole nor empty. */
const fixed = (template: Template) =>
  template.filter((part): part is string => typeof part === 'string').join(' ');
const offered = (template: Template) =>
  template.flatMap((part) => (typeof part === 'string' ? [] : (part.choices ?? [])));

/** A day counted from the draft's own date. */
const day =
  /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b/;

/** A weekday, or the number of a day, worked out from the date beside it. */
const weekday = /^\s*(?:(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day|\d{1,2})\s*$/;

/**
 * Names and numbers: what no fix may bring into a draft. A capital that opens the text is spelling, and so is the usual
 * form of a phrase that is put right.
 */
const facts = (words: string, {rule}: ReportedFinding) => {
  if (rule === 'spun-phrase') return [];
  // A headline in digits takes over what the story writes out: what it may write so is below a hundred.
  if (rule === 'figure-mismatch' && /^\d\d?$/.test(words)) return [];
  const free =
    rule === 'relative-time' || rule === 'date-mismatch'
      ? words.replace(day, '').replace(weekday, '')
      : words;
  return free.replace(/^\s*\p{Lu}/u, '').match(/\p{N}+|\b\p{Lu}\p{L}*/gu) ?? [];
};

function checkFixes({text}: Marked, finding: ReportedFinding): void {
  const {fixes, rule} = finding;
  for (const {edits, title} of fixes) {
    assert.ok(edits.length > 0, `${rule}: the fix "${title}" edits nothing`);
    for (const {start, end, text: template} of edits) {
      assert.ok(
        start >= 0 && start <= end && end <= text.length,
        `${rule}: "${title}" edits outside the draft`,
      );
      for (const words of [fixed(template), ...offered(template)]) {
        for (const fact of facts(words, finding)) {
          assert.ok(
            text.toLowerCase().includes(fact.toLowerCase()),
            `${rule}: the fix "${title}" brings in "${fact}" (in "${words}"), which the draft does not hold:\n${text}`,
          );
        }
      }
    }
    const sorted = [...edits].sort((a, b) => a.start - b.start);
    for (const [index, edit] of sorted.entries()) {
      const before = sorted[index - 1];
      assert.ok(!before || before.end <= edit.start, `${rule}: edits of "${title}" overlap`);
    }
  }
}

describe('rules', () => {
  it('are one file each, all in the registry', () => {
    const files = families.flatMap((family) => {
      try {
        return readdirSync(join(folder, family)).map((name) => `${family}/${name}`);
      } catch {
        return [];
      }
    });
    assert.deepEqual(rules.map(({family, id}) => `${family}/${id}.ts`).sort(), files.sort());
    assert.equal(new Set(rules.map(({id}) => id)).size, rules.length);
  });

  for (const rule of rules) {
    describe(rule.id, () => {
      const {examples} = rule;

      it('says what it is', () => {
        assert.match(rule.id, /^[a-z]+(?:-[a-z]+)*$/);
        assert.ok(rule.title.trim().length > 0 && rule.title.length <= 70, `title: ${rule.title}`);
        assert.ok(!rule.title.endsWith('.'), `a title takes no full stop: ${rule.title}`);
        assert.match(rule.why.trim(), /\.$/, `why ends in a full stop: ${rule.why}`);
        for (const house of houses) {
          const {reason} = houseSeverity(rule, house);
          if (reason !== null) assert.match(reason.trim(), /\S.*\.$/s, `${house}: ${reason}`);
        }
        for (const [name, option] of Object.entries(rule.options ?? {})) {
          assert.match(name, /^[a-z][A-Za-z]*$/);
          assert.match(option.description.trim(), /\.$/, `${name}: ${option.description}`);
        }
      });

      it('has examples enough, of both kinds', () => {
        const count = examples.flag.length + examples.leave.length;
        assert.ok(examples.flag.length > 0 && examples.leave.length > 0);
        assert.ok(count >= 15, `${count} examples`);
        const texts = [...examples.flag, ...examples.leave].map((example) => read(example).text);
        assert.equal(new Set(texts).size, texts.length, 'an example stands there twice');
        for (const example of examples.flag) {
          assert.ok(read(example).spans.length > 0, `nothing marked: ${JSON.stringify(example)}`);
        }
        for (const example of examples.leave) {
          assert.equal(
            read(example).spans.length,
            0,
            `marks where nothing is found: ${JSON.stringify(example)}`,
          );
        }
      });

      for (const example of examples.flag) {
        const marked = read(example);
        it(`flags ${JSON.stringify(typeof example === 'string' ? example : example.text)}`, () => {
          const found = find(rule, marked);
          const told = `found ${shown(marked.text, found)}; wanted ${shown(marked.text, marked.spans)}`;
          const overlaps = (a: {start: number; end: number}, b: {start: number; end: number}) =>
            a.start < b.end && a.end > b.start;
          for (const span of marked.spans) {
            assert.equal(found.filter((one) => overlaps(one, span)).length, 1, told);
          }
          for (const one of found)
            assert.ok(
              marked.spans.some((span) => overlaps(one, span)),
              told,
            );
          for (const one of found) {
            assert.match(one.message, /\S[^\n]*\.$/, `a message is one sentence: ${one.message}`);
            assert.match(one.because, /\S[^\n]*\.$/, `a reason is one sentence: ${one.because}`);
            for (const {message} of one.related) assert.ok(message.trim().length > 0);
            checkFixes(marked, one);
          }
        });
      }

      for (const example of examples.leave) {
        const marked = read(example);
        it(`leaves ${JSON.stringify(marked.text)}`, () => {
          const found = find(rule, marked);
          assert.equal(found.length, 0, `found ${shown(marked.text, found)}: ${found[0]?.because}`);
        });
      }
    });
  }
});
