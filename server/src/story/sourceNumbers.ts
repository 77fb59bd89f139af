import type {Story} from './story.js';

/** "s1", "s2" ... for each source's id: what people and other programs are shown, by the order of the draft. */
export const sourceNumbers = ({sources}: Story): ReadonlyMap<string, string> =>
  new Map(sources.map(({id}, index) => [id, `s${index + 1}`]));
