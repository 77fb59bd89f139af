// What is asked through the `vscode` API, from inside the extension host.
import {fileURLToPath} from 'node:url';
import {mustPassInside} from './extensionHost.js';
import {calm, readme, story} from './story.js';

const tests = (name: string) => [fileURLToPath(new URL(`./inside/${name}.ts`, import.meta.url))];

describe('inside the extension host', () => {
  it('activation does nothing before a draft is open', () =>
    mustPassInside({tests: tests('activation'), files: {'story.md': story, 'data.json': '{}\n'}}));

  it('every feature answers', () =>
    mustPassInside({
      tests: tests('features'),
      files: {'story.md': story, 'calm.txt': calm, 'README.md': readme},
    }));
});
