import assert from 'node:assert/strict';
import {noCarry} from '../../../../server/src/attribution/attributor.js';
import {modelAttributor} from '../../../../server/src/attribution/model/modelAttributor.js';
import {readWords} from '../../../../server/src/language/read.js';
import {cpuTime, growsEvenly} from '../../timing.js';
import {unattributed} from './unattributed.js';
import {found, spoken} from './words.js';

describe('the trained tagger', () => {
  it('finds direct and indirect speech with its source', () => {
    assert.deepEqual(
      found('“We will appeal,” said Ruth Okoro, a lawyer for the union. “The judge got it wrong.”'),
      ['Ruth Okoro, a lawyer for the union | said | “We will appeal,” … “The judge got it wrong.”'],
    );
    assert.deepEqual(found('The mayor said on Tuesday that she would not run again.'), [
      'The mayor | said | that she would not run again',
    ]);
    assert.deepEqual(found('According to the police, three cars were stolen.'), [
      'the police | According to | three cars were stolen',
    ]);
  });

  it('reads a speaker’s label and a name after a dash', () => {
    assert.deepEqual(
      found('MAYOR OKORO: We will not close the ferry this year, and I have told the union so.'),
      ['MAYOR OKORO | : | We will not close the ferry this year, and I have told the union so'],
    );
    assert.deepEqual(found('“The harbour was all we had, and now it is gone.” — Ruth Okoro'), [
      'Ruth Okoro | — | “The harbour was all we had, and now it is gone.”',
    ]);
  });

  it('keeps a cue without content only where a colon ends the block', () => {
    assert.deepEqual(found('Mayor Ruth Okoro responded:'), ['Mayor Ruth Okoro | responded: | ']);
    assert.deepEqual(found('Mayor Ruth Okoro responded.'), []);
  });

  it('gives spans in the text, in order, with sentences that exist', () => {
    for (const text of [...spoken, spoken.join(' ')]) {
      const words = readWords(text);
      let before = 0;
      for (const {source, cue, content, sentence, confidence} of modelAttributor(words, noCarry)) {
        for (const {start, end} of [...source, ...cue, ...content]) {
          assert.ok(0 <= start && start < end && end <= text.length, text);
        }
        const at = (cue[0] ?? content[0])!.start;
        assert.ok(at >= before, text);
        before = at;
        const own = words.sentences[sentence];
        assert.ok(own && own.start <= at && at < own.end, text);
        assert.ok(confidence >= 0 && confidence <= 1);
      }
    }
  });

  it('finds next to nothing where nobody speaks', () => {
    let words = 0;
    const invented: string[] = [];
    for (const [kind, blocks] of Object.entries(unattributed)) {
      for (const text of blocks) {
        words += text.split(/\s+/).length;
        for (const one of found(text)) invented.push(`${kind}: ${one}`);
      }
    }
    assert.ok(Object.keys(unattributed).length >= 20);
    assert.ok(invented.length <= words / 1000, `${words} words: ${invented.join('\n')}`);
  });

  it('takes any text', () => {
    const odd = [
      '',
      ' ',
      '\u0000\ufffd\ud83d',
      '“',
      '”””',
      ':',
      '— —',
      'said',
      'said said said',
      '🙂'.repeat(300),
      'ß\u0301\u0302'.repeat(90),
      '"'.repeat(500),
      'x'.repeat(5000),
      'he said '.repeat(400),
      '语言模型说：“不。”',
      'قال الرئيس إن',
      '\u202eдиас яазакс',
    ];
    for (const text of odd)
      assert.doesNotThrow(() => modelAttributor(readWords(text), noCarry), JSON.stringify(text));
    assert.deepEqual(found(''), []);
  });

  it('takes four times as long for four times the text in one line', function () {
    this.timeout(120_000);
    const measure = (size: number): ReadonlyMap<string, number> => {
      const kinds = {
        speech: `${spoken.join(' ')} `.repeat(size),
        'one sentence': 'he said that she thought that '.repeat(size * 12),
        marks: '" “ : — '.repeat(size * 40),
      };
      return new Map(
        Object.entries(kinds).map(([name, text]) => {
          const words = readWords(text);
          return [name, cpuTime(() => modelAttributor(words, noCarry))];
        }),
      );
    };
    assert.deepEqual(growsEvenly(measure, 6), []);
  });
});
