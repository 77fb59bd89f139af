import assert from 'node:assert/strict';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {editorLanguages} from '../../server/src/draft/formats.js';
import {houses} from '../../server/src/rules/severity.js';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json'));
const words: Record<string, string> = JSON.parse(read('package.nls.json'));
const {contributes} = manifest;
const contributed: string[] = contributes.commands.map((one: {command: string}) => one.command);
const registered = [...read('client/src/commands.ts').matchAll(/^ +'(onrecord\.\w+)':/gm)].map(
  ([, id]) => id as string,
);

describe('the extension manifest', () => {
  it('offers no command that the client does not have', () => {
    assert.ok(registered.length > 0);
    assert.deepEqual(
      contributed.filter((id) => !registered.includes(id)),
      [],
    );
  });

  it('shows each command only where it makes sense', () => {
    const shown = new Map<string, string>(
      contributes.menus.commandPalette.map((one: {command: string; when: string}) => [one.command, one.when]),
    );
    // The sample makes sense anywhere: it is how one begins.
    assert.deepEqual(
      contributed.filter((id) => !shown.get(id)),
      ['onrecord.openSample'],
    );
    // What stands behind == is a value, not a key of ours.
    const asked = [...shown.values()].join(' ').replace(/== \S+/g, '');
    const code = readdirSync(new URL('client/src', root))
      .map((file) => read(`client/src/${file}`))
      .join('\n');
    for (const [key] of asked.matchAll(/onrecord\.\w+/g))
      assert.ok(code.includes(`'setContext', '${key}'`), key);
  });

  it('has words for everything it names, and no words to spare', () => {
    const used = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key as string);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(words).sort());
  });

  it('leads only to commands and pages that exist', () => {
    for (const {steps} of contributes.walkthroughs) {
      for (const {media} of steps) assert.ok(existsSync(new URL(media.markdown, root)), media.markdown);
    }
    const led = Object.values(words).flatMap((text) =>
      [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, id]) => id),
    );
    assert.ok(led.length >= 3);
    for (const id of led) assert.ok(contributed.includes(id as string), id);
  });

  it('opens a sample that is there, with the words that the walkthrough speaks of', () => {
    const name = /const sample = '(.*)'/.exec(read('client/src/sample.ts'))?.[1];
    const sample = read(`samples/${name}`);
    const spoken = ['fix', 'hover'].flatMap((step) =>
      [...(words[`walkthrough.${step}.description`] ?? '').matchAll(/"([^"]+)"/g)].map(
        ([, phrase]) => phrase as string,
      ),
    );
    assert.ok(spoken.length >= 2);
    for (const phrase of spoken) assert.ok(sample.includes(phrase), phrase);
  });

  it('offers the houses that the rules know', () => {
    const house = contributes.configuration.properties['onrecord.house'];
    assert.deepEqual(house.enum, [...houses]);
    assert.deepEqual(
      [house.enumItemLabels.length, house.enumDescriptions.length],
      [houses.length, houses.length],
    );
  });

  it('scopes what concerns a draft to the folder it lies in', () => {
    for (const [name, setting] of Object.entries<{scope: string}>(contributes.configuration.properties)) {
      assert.equal(setting.scope, name === 'onrecord.trace.server' ? 'window' : 'resource', name);
    }
  });

  it('wakes for drafts, a report of the last time and its commands, and for nothing else', () => {
    assert.deepEqual(manifest.activationEvents, [
      ...editorLanguages.map((language) => `onLanguage:${language}`),
      'onWebviewPanel:onrecord.report',
    ]);
  });

  it('has the colours of attributions in every language that is read', () => {
    assert.deepEqual(
      Object.keys(contributes.configurationDefaults),
      editorLanguages.map((language) => `[${language}]`),
    );
  });
});
