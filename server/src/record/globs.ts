import picomatch from 'picomatch/posix';

/** More wildcards than anybody needs; each multiplies the time that a path that does not match can take. */
const mostWildcards = 12;
const longestGlob = 300;
// One meaning everywhere: no extended patterns, whose matching can take exponential time.
const options = {noextglob: true, nonegate: true, strictBrackets: true, dot: true} as const;

/** What is wrong with a glob, as a sentence; null when nothing is. */
export function globFault(glob: string): string | null {
  const body = glob.startsWith('!') ? glob.slice(1) : glob;
  if (body.trim() === '') return 'A glob should not be empty.';
  if (body.includes('\\')) return 'A glob has / between its folders, on every system.';
  if (/^(?:\/|[a-z]:)/i.test(body)) return 'A glob is relative to the folder that holds this file.';
  if (/(?:^|\/)\.\.(?:\/|$)/.test(body)) return 'A glob cannot lead out of the folder that holds this file.';
  if (body.length > longestGlob) return 'This glob is too long.';
  if ((body.match(/\*+|\?/g) ?? []).length > mostWildcards) {
    return `A glob can have at most ${mostWildcards} wildcards. Use several globs.`;
  }
  try {
    picomatch.makeRe(body, options);
    return null;
  } catch {
    return 'A bracket is not closed in this glob.';
  }
}

const remembered = new WeakMap<readonly string[], (path: string) => boolean>();

/**
 * Whether a path is meant by a list of globs: by one of them, and by none that begins with `!`.
 * @param globs sound ones, see `globFault`
 * @param path relative to the folder that the globs are, with `/`
 */
export function matchesGlobs(globs: readonly string[], path: string): boolean {
  let test = remembered.get(globs);
  if (!test) {
    const meant = globs.filter((glob) => !glob.startsWith('!')).map(relative);
    const left = globs.filter((glob) => glob.startsWith('!')).map((glob) => relative(glob.slice(1)));
    const takes = meant.length > 0 ? picomatch(meant, options) : () => false;
    const leaves = left.length > 0 ? picomatch(left, options) : () => false;
    test = (one) => takes(one) && !leaves(one);
    remembered.set(globs, test);
  }
  return test(path);
}

const relative = (glob: string): string => glob.replace(/^(?:\.\/)+/, '');
