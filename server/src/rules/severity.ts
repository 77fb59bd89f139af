export const severities = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type Severity = (typeof severities)[number];

/** Houses whose published rules the severities rest on, and a relaxed one. */
export const publishedHouses = ['ap', 'reuters', 'afp', 'bbc', 'npr', 'guardian', 'local'] as const;
/** Those, and two mixtures of them. */
export const houses = [...publishedHouses, 'strict', 'quiet'] as const;
export type House = (typeof houses)[number];

/** What people call them. */
export const houseNames: Readonly<Record<House, string>> = {
  ap: 'AP',
  reuters: 'Reuters',
  afp: 'AFP',
  bbc: 'BBC',
  npr: 'NPR',
  guardian: 'Guardian',
  local: 'Local',
  strict: 'Strict',
  quiet: 'Quiet',
};
