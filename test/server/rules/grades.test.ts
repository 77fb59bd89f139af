import assert from 'node:assert/strict';
import {DraftSession} from '../../../server/src/engine.js';
import type {Settings} from '../../../server/src/record/config.js';
import {type FindingSeverity, type Rule, rule} from '../../../server/src/rules/rule.js';
import type {House, Severity} from '../../../server/src/rules/severity.js';

/** A rule that finds the first word of each paragraph, with a grade of its own. */
const graded = (grade: FindingSeverity | undefined): Rule =>
  rule({
    id: 'every-word',
    family: 'copy',
    reads: 'block',
    title: 'A word',
    why: 'To have something to grade.',
    severity: {default: 'warning', ap: 'error', bbc: 'off', local: 'hint'},
    examples: {flag: [], leave: []},
    *check() {
      yield {
        span: {start: 0, end: 1},
        message: 'A word.',
        because: 'It is there.',
        ...(grade ? {severity: grade} : {}),
      };
    },
  });

function severityOf(grade: FindingSeverity | undefined, house: House, set?: Severity): Severity | 'none' {
  const rules: Settings['rules'] = set === undefined ? {} : {'every-word': {severity: set, options: {}}};
  const {findings} = new DraftSession([graded(grade)]).update('The gate was shut all day long.', 'text', {
    house,
    rules,
  });
  return findings[0]?.severity ?? 'none';
}

describe("a finding's severity", () => {
  it('is the house’s where it has no grade of its own', () => {
    assert.equal(severityOf(undefined, 'ap'), 'error');
    assert.equal(severityOf(undefined, 'reuters'), 'warning');
    assert.equal(severityOf(undefined, 'bbc'), 'none');
  });

  it('is its own grade where it has one', () => {
    assert.equal(severityOf('hint', 'ap'), 'hint');
    assert.equal(severityOf('error', 'local'), 'error');
    const grades = {default: 'warning', local: 'information'} as const;
    assert.equal(severityOf(grades, 'ap'), 'warning');
    assert.equal(severityOf(grades, 'local'), 'information');
  });

  it('never wakes a rule that is off', () => {
    assert.equal(severityOf('error', 'bbc'), 'none');
    assert.equal(severityOf('error', 'ap', 'off'), 'none');
  });

  it('stays under what the newsroom set, as many steps below it as in the house', () => {
    assert.equal(severityOf('warning', 'ap', 'warning'), 'information');
    assert.equal(severityOf('hint', 'ap', 'warning'), 'hint');
    assert.equal(severityOf('error', 'reuters', 'hint'), 'hint');
    assert.equal(severityOf('information', 'reuters', 'error'), 'warning');
    assert.equal(severityOf(undefined, 'local', 'error'), 'error');
  });
});
