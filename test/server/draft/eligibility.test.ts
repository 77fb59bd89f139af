import assert from 'node:assert/strict';
import {noMeta} from '../../../server/src/draft/draft.js';
import {type EligibilityInput, eligibility} from '../../../server/src/draft/eligibility.js';

const base: EligibilityInput = {
  scheme: 'file',
  path: '/home/ana/stories/port-strike.md',
  languageId: 'markdown',
  mode: 'auto',
  choice: null,
  meta: noMeta,
  configMatches: null,
  besideManifest: false,
};
const isDraft = (input: Partial<EligibilityInput>) => eligibility({...base, ...input}).draft;

describe('what counts as a draft', () => {
  it('takes any text or Markdown that nothing speaks against', () => {
    assert.equal(isDraft({}), true);
    assert.equal(isDraft({path: 'C:\\copy\\Tuesday notes.txt', languageId: 'plaintext'}), true);
    assert.equal(
      isDraft({scheme: 'untitled', path: 'Untitled-1', languageId: 'plaintext', configMatches: false}),
      true,
    );
    assert.equal(isDraft({scheme: 'vscode-vfs', path: '/github/desk/stories/a.md'}), true);
    assert.equal(isDraft({besideManifest: true}), true);
  });

  for (const path of [
    'README.md',
    'readme.txt',
    'README.fr.md',
    'CHANGELOG.md',
    'LICENSE.txt',
    'LICENSE',
    'LICENCE.md',
    'CONTRIBUTING.md',
    'CODE_OF_CONDUCT.md',
    'SECURITY.md',
    'requirements.txt',
    'requirements-dev.txt',
    'dev-requirements.txt',
    'CMakeLists.txt',
    'node_modules/left-pad/notes.md',
    '.git/COMMIT_EDITMSG',
    '.github/pull_request_template.md',
    'robots.txt',
    'AGENTS.md',
  ]) {
    it(`leaves ${path} alone`, () => {
      const languageId = path.endsWith('.md') ? 'markdown' : 'plaintext';
      assert.equal(isDraft({path: `/src/project/${path}`, languageId}), false);
    });
  }

  for (const path of [
    'security.md',
    'history.md',
    'news.txt',
    'housing-requirements.md',
    'readme-about-town.md',
    'vendors.md',
  ]) {
    it(`takes ${path} for a story`, () => assert.equal(isDraft({path: `/desk/${path}`}), true));
  }

  it('leaves docs beside a package manifest alone, and only there', () => {
    assert.equal(isDraft({path: '/p/docs/guide.md', besideManifest: true}), false);
    assert.equal(isDraft({path: '/p/docs/guide.md'}), true);
  });

  it('goes by the first rule that applies', () => {
    const story = {...noMeta, hasDraftKeys: true};
    assert.equal(isDraft({choice: 'leave', meta: {...noMeta, onrecord: true}}), false);
    assert.equal(isDraft({choice: 'check', path: '/p/README.md', configMatches: false}), true);
    assert.equal(isDraft({meta: {...story, onrecord: false}, configMatches: true}), false);
    assert.equal(isDraft({meta: {...noMeta, onrecord: true}, configMatches: false}), true);
    assert.equal(isDraft({meta: story, configMatches: false}), false);
    assert.equal(isDraft({meta: story, path: '/p/README.md'}), true);
    assert.equal(isDraft({path: '/p/README.md', configMatches: true}), true);
  });

  it('obeys the setting', () => {
    assert.equal(isDraft({mode: 'never', choice: 'check'}), false);
    assert.equal(isDraft({mode: 'always', path: '/p/README.md'}), true);
    assert.equal(isDraft({mode: 'always', choice: 'leave'}), false);
  });

  it('never takes diff views, panels or code', () => {
    assert.equal(isDraft({scheme: 'git', mode: 'always'}), false);
    assert.equal(isDraft({scheme: 'output', languageId: 'plaintext'}), false);
    assert.equal(isDraft({languageId: 'typescript', mode: 'always'}), false);
  });

  it('says why in one sentence', () => {
    assert.match(
      eligibility({...base, path: '/p/README.md'}).reason,
      /^README\.md is a code repository's own paper\.$/,
    );
    assert.match(eligibility(base).reason, /^[A-Z].*\.$/);
  });
});
