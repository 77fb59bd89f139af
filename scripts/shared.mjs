// The large data of the engine (the language model, the weights of the tagger, the n-grams of languages) stands once in the package, in a script
// of its own, though both servers need it: together they would be too big.
import {relative} from 'node:path';

/** What is too large to stand in two bundles, as it is imported. */
const large = /^wink-eng-lite-web-model$|\/weights\.json$|\/ngrams\/\w+\.js$/;

/** Where the script leaves the data, by the name of each. */
const place = 'globalThis.onrecordData';

/**
 * Takes large data out of a bundle: it is read from where the shared script put it.
 * @param {Map<string, string>} found gets the path of each, by name
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
export function leaveOut(found, root) {
  return {
    name: 'leave out large data',
    setup(build) {
      build.onResolve({filter: large}, async ({path, resolveDir, kind, pluginData}) => {
        if (pluginData === 'own') return undefined;
        const own = await build.resolve(path, {resolveDir, kind, pluginData: 'own'});
        if (own.errors.length > 0) return own;
        const name = relative(root, own.path);
        found.set(name, own.path);
        return {path: name, namespace: 'shared'};
      });
      build.onLoad({filter: /.*/, namespace: 'shared'}, ({path}) => ({
        contents: `module.exports = ${place}[${JSON.stringify(path)}];`,
        loader: 'js',
      }));
    },
  };
}

/**
 * The shared script. It runs before a server does, in the same global scope.
 * @param {ReadonlyMap<string, string>} found
 */
export function sharedScript(found) {
  const entries = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, path]) => `${JSON.stringify(name)}: require(${JSON.stringify(path)})`);
  return `${place} = {${entries.join(', ')}};`;
}
