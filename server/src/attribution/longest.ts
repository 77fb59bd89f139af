/**
 * How much the trained tagger reads; the rest is left to the rules, which read it ten times as fast. No story comes
 * near either.
 */
export const longestTagged = {
  /** Tokens of a paragraph. */
  paragraph: 6000,
  /** Characters of prose of a draft, so that opening one of book length keeps nobody waiting. */
  draft: 100_000,
} as const;
