// The licences of the packages whose code stands in our bundles: each asks to be kept with the copies.
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

/**
 * The packages whose code went into the bundles, sorted by name.
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string[]} their folders, relative to the root
 */
export function bundledPackages(metafiles) {
  const folders = new Set();
  for (const {outputs} of metafiles) {
    for (const {inputs} of Object.values(outputs)) {
      for (const [path, {bytesInOutput}] of Object.entries(inputs)) {
        const found = /^(?!shared:)(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
        if (found && bytesInOutput > 0) folders.add(found[1]);
      }
    }
  }
  return [...folders].sort();
}

/** Numbers in the attribution model that come from somebody else's. */
const model = `all-mpnet-base-v2 (Apache-2.0)

The word-piece vectors of the attribution model were made from those of the sentence-transformers model
all-mpnet-base-v2, which is distributed under the Apache License, Version 2.0
(https://www.apache.org/licenses/LICENSE-2.0). They were reduced in number, size and precision.`;

/** @param {string} folder */
function licenceText(folder) {
  const name = readdirSync(folder).find((file) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(file));
  const notice = readdirSync(folder).find((file) => /^notice(?:\.\w+)?$/i.test(file));
  const texts = [name, notice].filter((file) => file !== undefined);
  return texts.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
}

/**
 * @param {string} root
 * @param {readonly import('esbuild').Metafile[]} metafiles
 * @returns {string} a text to ship
 * @throws where a package states no licence: it may not be shipped then
 */
export function thirdPartyNotices(root, metafiles) {
  const parts = [
    'Onrecord is distributed with code of the packages below, each under its own licence.',
    ...bundledPackages(metafiles).map((path) => {
      const folder = join(root, path);
      const manifest = join(folder, 'package.json');
      if (!existsSync(manifest)) throw new Error(`${path} has no package.json`);
      const {name, version, license, author} = JSON.parse(readFileSync(manifest, 'utf8'));
      if (typeof license !== 'string') throw new Error(`${name} states no licence`);
      const by = typeof author === 'string' ? author : author?.name;
      const text = licenceText(folder) || `${license}${by ? `, by ${by}` : ''}`;
      return `${name} ${version} (${license})\n\n${text}`;
    }),
    model,
  ];
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}
