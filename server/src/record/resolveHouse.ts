import type {Rule} from '../rules/rule.js';
import {type AnyHouse, baseOf, type OwnHouse, type OwnHouseRule} from '../rules/severity.js';
import type {Placed} from './phrase.js';
import {readHouse} from './readHouse.js';
import type {FileProblem} from './readYaml.js';
import type {ConfigAccess} from './resolveConfig.js';

/** A newsroom's own house with the one that it starts from. */
export interface ResolvedHouse {
  readonly house: OwnHouse;
  /** Of the file itself, in offsets of its text; of a house that it starts from, where that is named. */
  readonly problems: readonly FileProblem[];
  /** Which file says what: see `houseOrigin`. */
  readonly origins: Readonly<Record<string, string>>;
  /** Every file that was looked for, itself first. */
  readonly files: readonly string[];
}

/** The house that a path names; null where it cannot be read. */
export type NamedHouse = Omit<ResolvedHouse, 'house'> & {readonly house: OwnHouse | null};

/** No newsroom stacks its houses higher. */
const deepest = 8;

/** The key in `origins` of what a house says: which of its files a severity or an option comes from. */
export const houseOrigin = ({file}: OwnHouse, rule: string, what: string): string =>
  `${file} rules.${rule}.${what}`;

/**
 * A house's own file with those that it starts from.
 * @param above files that start from this one
 */
export async function resolveHouse(
  address: string,
  text: string,
  access: ConfigAccess,
  rules: readonly Rule[],
  above: readonly string[] = [],
): Promise<ResolvedHouse> {
  const file = address.slice(address.lastIndexOf('/') + 1);
  const {written, problems} = readHouse(text, rules, file);
  let base: AnyHouse = 'ap';
  let under: NamedHouse | null = null;
  if (typeof written.base === 'string') base = written.base;
  else if (written.base) {
    under = await houseAt(written.base, address, access, rules, [...above, address]);
    base = under.house ?? base;
  }
  const own: Record<string, OwnHouseRule> = typeof base === 'string' ? {} : {...base.rules};
  for (const [id, setting] of Object.entries(written.rules ?? {})) {
    const {severity, reason, ...options} = typeof setting === 'string' ? {severity: setting} : setting;
    const before = own[id];
    own[id] = {
      ...before,
      // A reason is that of its severity.
      ...(severity === undefined ? {} : {severity: severity as OwnHouseRule['severity'], reason: undefined}),
      ...(typeof reason === 'string' ? {reason} : {}),
      options: {...before?.options, ...options},
    };
  }
  const house: OwnHouse = {
    name: written.name ?? file.replace(/(?:\.house)?\.ya?ml$/i, ''),
    file: address,
    base: baseOf(base),
    rules: own,
  };
  // Its address under itself, so that who shows addresses otherwise shows this one so, too.
  const origins: Record<string, string> = {...under?.origins, [address]: address};
  for (const [id, {severity, options}] of Object.entries(own)) {
    const said = written.rules?.[id];
    for (const what of [...(severity ? ['severity'] : []), ...Object.keys(options)]) {
      const here = typeof said === 'string' ? what === 'severity' : said !== undefined && what in said;
      const from = typeof base === 'string' ? undefined : origins[houseOrigin(base, id, what)];
      origins[houseOrigin(house, id, what)] = here ? address : (from ?? address);
    }
  }
  return {
    house,
    problems: [...problems, ...(under?.problems ?? [])].sort((a, b) => a.start - b.start),
    origins,
    files: [address, ...(under?.files ?? [])],
  };
}

/** The house whose file is named in the file at `from`; what is wrong with it is a problem where it is named. */
export async function houseAt(
  path: Placed,
  from: string,
  access: ConfigAccess,
  rules: readonly Rule[],
  above: readonly string[] = [],
): Promise<NamedHouse> {
  const {value, start, end} = path;
  const address = access.resolve(from, value);
  const nothing = (message: string): NamedHouse => ({
    house: null,
    problems: [{start, end, severity: 'error', message}],
    origins: {},
    files: [address],
  });
  if (above.includes(address)) return nothing(`"${value}" leads back to this house, so it does not count.`);
  if (above.length >= deepest) return nothing('Too many houses start from one another here.');
  const text = await access.read(address);
  if (text === null) return nothing(`"${value}" cannot be read, so it does not count.`);
  const found = await resolveHouse(address, text, access, rules, above);
  return {
    ...found,
    problems: found.problems.map((problem) => {
      const line = text.slice(0, problem.start).split(/\r\n?|\n/).length;
      return {
        start,
        end,
        severity: problem.severity,
        message: `"${value}", line ${line}: ${problem.message}`,
      };
    }),
  };
}
