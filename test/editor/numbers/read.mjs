// What the library makes of drafts, in Node and in a browser alike: both load this file.

/** @typedef {{name: string, text: string, format: 'markdown' | 'text'}} NamedDraft */

/**
 * What is understood of each draft, as JSON: that keeps every bit of a number.
 * @param {Pick<typeof import('../../../server/src/index.js'), 'DraftSession'>} library
 * @param {readonly NamedDraft[]} drafts
 * @returns {string[]}
 */
export function readDrafts({DraftSession}, drafts) {
  return drafts.map(({text, format}) => {
    const {story, findings, suppressed} = new DraftSession().update(text, format);
    const {attributions, sources, claims, conflicts} = story;
    const sentences = story.blocks.map((block) => block.sentences);
    return JSON.stringify({sentences, attributions, sources, claims, conflicts, findings, suppressed});
  });
}
