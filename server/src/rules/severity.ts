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

/** A newsroom's own house: one of ours, and what its file says otherwise. */
export interface OwnHouse {
  readonly name: string;
  /** The address of its file. */
  readonly file: string;
  readonly base: House;
  readonly rules: Readonly<Record<string, OwnHouseRule>>;
}

export interface OwnHouseRule {
  readonly severity?: Severity;
  /** Why it gives the severity, in the newsroom's words. */
  readonly reason?: string;
  readonly options: Readonly<Record<string, unknown>>;
}

export type AnyHouse = House | OwnHouse;

/** The house of ours that a house is, or starts from: what rules know. */
export const baseOf = (house: AnyHouse): House => (typeof house === 'string' ? house : house.base);

/** What settings call it. */
export const houseId = (house: AnyHouse): string => (typeof house === 'string' ? house : house.name);

/** What people call it. */
export const houseTitle = (house: AnyHouse): string =>
  typeof house === 'string' ? houseNames[house] : house.name;
