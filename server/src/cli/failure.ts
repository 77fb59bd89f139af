/** What a process says when it ends. */
export const exitCodes = {clean: 0, findings: 1, trouble: 2} as const;

/** Something that a person must put right before the command can do anything. The message is for them. */
export class Failure extends Error {}

/** A file that could not be read, or not as it should be; the rest goes on. */
export interface InputError {
  readonly path: string;
  readonly message: string;
}
