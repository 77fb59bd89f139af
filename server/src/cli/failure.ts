/** What a process says when it ends. */
export const exitCodes = {clean: 0, findings: 1, trouble: 2} as const;

/** Something that a person must put right before the command can do anything. The message is for them. */
export class Failure extends Error {}

/** A file that could not be read, or not as it should be; the rest goes on. */
export interface InputError {
  readonly path: string;
  /** Where in the file, from 1; left out where it is the file as a whole. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

/** An error on one line, with its place as editors and terminals know to open it. */
export function told({path, line, column, message}: InputError): string {
  const place = line === undefined ? '' : `:${line}${column === undefined ? '' : `:${column}`}`;
  return `${path}${place}: ${message}`;
}
