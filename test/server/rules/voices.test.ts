import assert from 'node:assert/strict';
import {DraftSession} from '../../../server/src/engine.js';
import {voicesIn} from '../../../server/src/rules/voices.js';

/** Who says or thinks something in a paragraph. */
function voices(text: string): string[] {
  const [block] = new DraftSession().update(text, 'text').story.blocks;
  assert.ok(block);
  return [...voicesIn(block)].sort((a, b) => a - b).map((index) => block.mentions[index]?.text ?? '');
}

describe('who says something', () => {
  const heard: readonly (readonly [string, string])[] = [
    ['Critics say the ban will fail.', 'Critics'],
    ['The ban will fail, experts believe.', 'experts'],
    ['He paid a tenth of the $20 million experts say a campaign costs.', 'experts'],
    ['It was what analysts described as a bluff.', 'analysts'],
    ['The fall was smaller than most analysts had forecast.', 'most analysts'],
    ['The surgeon was called a charlatan by fellow doctors.', 'fellow doctors'],
    ['Many voters are afraid that the count was rigged.', 'Many voters'],
    ['Some Liberals privately express doubts about her.', 'Some Liberals'],
    ['Experts do not believe that the dam will hold.', 'Experts'],
    ['The delay led some to speculate that he had left.', 'some'],
    ['Critics would call it a gift.', 'Critics'],
  ];
  for (const [text, who] of heard)
    it(`hears ${JSON.stringify(who)} in ${text}`, () => {
      assert.ok(voices(text).includes(who), voices(text).join(' | '));
    });

  const silent: readonly (readonly [string, string])[] = [
    ['Officials have not said why the visas were refused.', 'Officials'],
    ['Few people would have called him a poet.', 'Few people'],
    ['Opponents tried to convince the court that it was void.', 'Opponents'],
    ['If critics say so, let them prove it.', 'critics'],
    ['It was the work of people accused of fraud.', 'people'],
    ['Protesters marching past called for a recount.', 'Protesters'],
    ['His operatives stripped out a call for arms.', 'His operatives'],
    ['Aides declined to say where he was.', 'Aides'],
    ['Lawmakers accused each other of delay.', 'Lawmakers'],
    ['Many workers felt betrayed.', 'Many workers'],
    ['Voters know where to go.', 'Voters'],
    ['The shop relies on users to report what is broken.', 'users'],
    ['Hackers attacked the site on Sunday.', 'Hackers'],
  ];
  for (const [text, who] of silent)
    it(`hears nothing from ${JSON.stringify(who)} in ${text}`, () => {
      assert.ok(!voices(text).includes(who));
    });
});
