import {rule} from '../rule.js';

export default rule({
  id: 'unused-ignore',
  family: 'record',
  reads: 'suppressions',
  title: 'An ignore mark that does nothing or says nothing',
  why: 'A mark that silences nothing hides the next real fault, and one with no reason leaves the desk guessing who approved what.',
  severity: {default: ['warning', 'Every exception is on the record with its reason.'], local: 'information'},
  readsOpinion: true,
  limits:
    'It cannot judge a reason, only that there is one. A rule that your settings switch off counts as finding nothing.',
  examples: {
    flag: [
      {
        text: '[[<!-- onrecord-ignore open-check-marker: the desk knows -->]]\nThe council met on the matter.',
        format: 'markdown',
      },
      {
        text: '[[<!-- onrecord-ignore open-check-marker -->]]\nThe firm was founded in TK.',
        format: 'markdown',
      },
      {
        text: '[[<!-- onrecord-ignore open-check-markers: desk style -->]]\nThe firm was founded in TK.',
        format: 'markdown',
      },
      {
        text: '[[<!-- onrecord-ignore-file stat-unattributed: old piece -->]]\n\nThe council met.',
        format: 'markdown',
      },
      {
        text: '[[<!-- onrecord-ignore-file open-check-marker -->]]\n\nThe firm was founded in TK.',
        format: 'markdown',
      },
      {
        text: 'The council met on Canal Street. [[<!-- onrecord-ignore accusation-unattributed: verdict on file -->]]',
        format: 'markdown',
      },
      {
        text: '[[<!-- onrecord-ignore open-check-marker, spun-phrase: quoted from a form -->]]\nThe form says TK in every box.',
        format: 'markdown',
      },
      {text: '[[<!-- onrecord-ignore no-such-rule: because -->]]\nThe council met.', format: 'markdown'},
      {
        text: '[[<!-- onrecord-ignore spun-phrase: the story is about spinning -->]]\n\nA plain line.',
        format: 'markdown',
      },
      {
        text: 'The bridge opened.\n\n[[<!-- onrecord-ignore open-check-marker: it was moved -->]]\nA line in between.\n\nShe cycled home.',
        format: 'markdown',
      },
      {text: '[[<!-- onrecord-ignore -->]]\nThe council met.', format: 'markdown'},
      {text: '[[<!-- onrecord-ignore : approved -->]]\nThe council met.', format: 'markdown'},
      {text: '[[<!-- onrecord-ignore TK: approved -->]]\nThe firm was founded in TK.', format: 'markdown'},
      {
        text: 'A [[<!-- onrecord-ignore open-check-marker: night desk -->]] line with nothing wrong.',
        format: 'markdown',
      },
    ],
    leave: [
      {
        text: '<!-- onrecord-ignore open-check-marker: the marker is the story -->\nThe editor types TK in a gap.',
        format: 'markdown',
      },
      {
        text: 'The editor types TK in a gap. <!-- onrecord-ignore open-check-marker: the marker is the story -->',
        format: 'markdown',
      },
      {
        text: '<!-- onrecord-ignore-file open-check-marker: a guide to markers -->\n\nType TK in a gap.\n\nType XXXX for a number.',
        format: 'markdown',
      },
      {text: '<!-- a note to the desk -->\nThe council met.', format: 'markdown'},
      {text: '<!-- src: minutes p4 -->\nThe council met.', format: 'markdown'},
      'The council met. No mark stands here.',
    ],
  },
  *check(suppressions) {
    for (const {
      rules,
      unknownRules,
      reason,
      mark,
      removal = mark,
      reasonPlace,
      silenced,
      entry,
      lost,
    } of suppressions) {
      const noun = entry ? 'entry' : 'mark';
      const known = rules.filter((id) => !unknownRules.includes(id));
      const unused = known.filter((id) => !silenced.includes(id));
      if (unknownRules.length > 0) {
        yield {
          span: mark,
          message: `There is no rule called ${list(unknownRules)}. Correct the name or remove the ${noun}.`,
          because: `The ${noun} names a rule that does not exist, so it silences nothing.`,
          fixes: entry ? [] : [remove(removal)],
        };
      } else if (lost) {
        yield {
          span: mark,
          message: `The words that ${list(rules)} is ignored for are no longer in the draft. Correct the quotation or remove the entry.`,
          because: 'The entry quotes words that the draft does not hold in these surroundings.',
          unnecessary: true,
        };
      } else if (rules.length === 0) {
        yield {
          span: mark,
          message: 'The mark names no rule. Say which rule it silences, or remove it.',
          because: 'A mark silences only the rules it names.',
          fixes: [remove(removal)],
        };
      } else if (reason === '') {
        yield {
          span: mark,
          message: `Say why ${list(rules)} may be ignored here; without a reason the mark does not count.`,
          because: 'No reason stands after the colon.',
          fixes: [
            ...(reasonPlace
              ? [
                  {
                    title: 'Add the reason',
                    kind: 'suggestion' as const,
                    edits: [{span: reasonPlace, text: [': ', {hole: 'reason'}, ' ']}],
                  },
                ]
              : []),
            {...remove(removal), kind: 'suggestion'},
          ],
        };
      } else if (unused.length > 0) {
        yield {
          span: mark,
          message: `${list(unused)} ${unused.length > 1 ? 'find' : 'finds'} nothing here any more. Remove ${unused.length === rules.length ? `the ${noun}` : 'the name'}.`,
          because: `The ${noun} silences nothing of that rule.`,
          unnecessary: unused.length === rules.length,
          fixes: unused.length === rules.length && !entry ? [remove(removal)] : [],
        };
      }
    }
  },
});

function remove({start, end}: {readonly start: number; readonly end: number}) {
  return {title: 'Remove the mark', kind: 'fix' as const, edits: [{span: {start, end}, text: []}]};
}

const list = (ids: readonly string[]) => ids.join(' and ');
