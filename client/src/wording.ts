/** The counts of the status item. */
export interface Counts {
  readonly claims: number;
  readonly sourced: number;
  readonly unnamed: number;
}

/** `12 claims, 9 sourced, 2 unnamed`; what would be zero of nothing is left out. */
export function tallyText({claims, sourced, unnamed}: Counts): string {
  const parts = claims === 0 ? ['no claims'] : [plural(claims, 'claim'), `${sourced} sourced`];
  if (claims > 0 || unnamed > 0) parts.push(`${unnamed} unnamed`);
  return parts.join(', ');
}

/** `1 claim`, `2 claims`. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
