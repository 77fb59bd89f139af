// A worker that reads drafts with the built library and tells how its WebAssembly fared.
import {readDrafts} from './read.mjs';

/**
 * @typedef {object} Answer
 * @property {string[]} read see `readDrafts`
 * @property {boolean} isolated whether the page is isolated from other origins
 * @property {number} compiled how many WebAssembly modules were compiled
 * @property {string[]} refused why others were not
 */

/** @type {Omit<Answer, 'read' | 'isolated'>} */
const modules = {compiled: 0, refused: []};
WebAssembly.Module = class extends WebAssembly.Module {
  /** @param {BufferSource} bytes */
  constructor(bytes) {
    try {
      super(bytes);
      modules.compiled++;
    } catch (error) {
      modules.refused.push(String(error));
      throw error;
    }
  }
};

self.onmessage = async ({data}) => {
  /** @type {string} */
  const path = '/dist/index.js';
  const read = readDrafts(await import(path), data);
  self.postMessage({read, isolated: self.crossOriginIsolated, ...modules});
};
