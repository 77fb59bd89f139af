import assert from 'node:assert/strict';
import {attribute} from '../../../server/src/attribution/attribute.js';
import type {QuoteKind} from '../../../server/src/attribution/attribution.js';
import {noCarry} from '../../../server/src/attribution/attributor.js';
import {readWords} from '../../../server/src/language/read.js';
import {only, read} from './reading.js';

describe('an attribution', () => {
  it('is direct, indirect or both', () => {
    const kinds: readonly (readonly [string, QuoteKind])[] = [
      ['“We are ready,” Addo said.', 'direct'],
      ['Addo said: "We are ready."', 'direct'],
      ['Addo said they were ready.', 'indirect'],
      ['Addo said they were “as ready as ever” for it.', 'mixed'],
      ['Addo said that the “new” road was shut.', 'mixed'],
      ['The road, known as “the Snake”, is shut, Addo said.', 'mixed'],
    ];
    for (const [text, kind] of kinds) assert.equal(only(text).quote, kind, text);
  });

  it('points at the mention of its source', () => {
    for (const [text, name] of [
      ['Ana Ruiz, a nurse, said it was dark.', 'Ana Ruiz'],
      ['The harbour master, Ana Ruiz, said it was dark.', 'Ana Ruiz'],
      ['It was dark, said Ana Ruiz, who was there.', 'Ana Ruiz'],
      ['Diaz’s lawyer, Ana Ruiz, said it was dark.', 'Ana Ruiz'],
    ] as const) {
      const {attributions, mentions} = read(text);
      assert.equal(attributions.length, 1, text);
      assert.equal(mentions[attributions[0]?.mention ?? -1]?.name, name, text);
    }
    const {attributions, mentions} = read('Diaz’s lawyer said it was dark.');
    assert.equal(mentions[attributions[0]?.mention ?? -1]?.text, 'Diaz’s lawyer');
  });

  it('is negated by a "not" before its verb', () => {
    assert.equal(only('Addo did not say that the road was shut.').negated, true);
    assert.equal(only('Addo never said that the road was shut.').negated, true);
    assert.equal(only('Addo didn’t say the road was shut.').negated, true);
    assert.equal(only('Addo said that the road was not shut.').negated, false);
  });

  it('knows the sentence of its cue', () => {
    const {attributions} = read('It rained. The road flooded. Addo said it was shut.');
    assert.deepEqual(
      attributions.map(({sentence}) => sentence),
      [2],
    );
  });

  it('is carried on where a quotation follows one that somebody spoke', () => {
    const carried = (text: string) => read(text).attributions.map((one) => one.carried);
    assert.deepEqual(carried('“We are ready,” said Addo. “We will win.”'), [false, true]);
    assert.deepEqual(carried('“We will win.” It was late.'), [false]);
    assert.deepEqual(carried('Addo said the road was shut. “We will win.”'), [false, false]);
  });

  it('carries an open quotation and its speaker over to the next block', () => {
    const {carry} = read('“We had no warning,” said Joy Mensah. “It came at night.');
    assert.deepEqual(carry, {openQuote: true, floor: 'Joy Mensah', handsOver: false});
    const next = read('“By dawn the street was gone.”', carry);
    assert.deepEqual(
      next.attributions.map(({carried, quote}) => [carried, quote]),
      [[true, 'direct']],
    );
    assert.deepEqual(next.carry, noCarry);
    const between = read('“By dawn the street was gone.', carry);
    assert.deepEqual(between.carry, {openQuote: true, floor: 'Joy Mensah', handsOver: false});
    assert.deepEqual(read('Joy Mensah said it rained.').carry, noCarry);
  });

  it('hands the floor to the quotation that fills the next block', () => {
    const after = (before: string, text: string) => {
      const {carry} = attribute(readWords(before), noCarry);
      return attribute(readWords(text, carry.openQuote), carry).attributions.map(({carried}) => carried);
    };
    const filling = '“By dawn the street was gone, and nobody had come to help us.”';
    for (const before of [
      'Mayor Joy Mensah issued the following statement on Tuesday:',
      '“We had no warning,” said Joy Mensah.',
      '“We had no warning,” said Joy Mensah. “It came at night.”',
    ]) {
      assert.deepEqual(after(before, filling), [true], before);
    }
    assert.deepEqual(after('Joy Mensah said it rained all night.', filling), [false]);
    assert.deepEqual(after('“We had no warning,” said Joy Mensah. It was four in the morning.', filling), [
      false,
    ]);
    assert.deepEqual(after('Mayor Joy Mensah responded:', `${filling} Nobody answered her in the hall.`), [
      false,
    ]);
  });

  it('is announced by a block that ends with a colon', () => {
    const announced = (text: string) => {
      const {announcement, attributions, mentions} = attribute(readWords(text), noCarry);
      return [attributions.length, announcement && (mentions[announcement.mention ?? -1]?.name ?? null)];
    };
    assert.deepEqual(announced('Mayor Joy Mensah responded:'), [0, 'Joy Mensah']);
    assert.deepEqual(announced('Mayor Joy Mensah responded.'), [0, null]);
    assert.deepEqual(announced('There are three reasons for the delay:'), [0, null]);
  });

  it('has spans in the text and a mention that exists, whatever the text', () => {
    const pieces = [
      'Ana Ruiz',
      ' said',
      ' told',
      ' “',
      '” ',
      '"',
      ', ',
      '. ',
      ': ',
      ' according to ',
      'he',
      ' that',
      ' the court',
      ' fears',
      ' it was dark',
      '— ',
      '(',
      ')',
      '’s ',
    ];
    let seed = 3;
    for (let round = 0; round < 600; round++) {
      let text = '';
      for (let i = 0; i < 12; i++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += pieces[(seed >> 8) % pieces.length];
      }
      const {attributions, mentions} = read(text);
      for (const {source, cue, content, mention, confidence} of attributions) {
        for (const {start, end} of [...source, ...cue, ...content]) {
          assert.ok(start >= 0 && start <= end && end <= text.length, text);
        }
        assert.ok(mention === null || mentions[mention] !== undefined, text);
        assert.ok(confidence > 0 && confidence <= 1, text);
      }
    }
  });
});
