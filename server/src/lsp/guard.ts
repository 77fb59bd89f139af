import {type CancellationToken, type Connection, LSPErrorCodes, ResponseError} from 'vscode-languageserver';

/** The answer to a request that its sender took back. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** The answer to a question about a text that has changed since. */
export function contentModified(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed since.');
}

/**
 * Makes a request handler that never fails: what goes wrong is logged, without a word of the draft, and the empty
 * answer is given. Deliberate refusals (`cancelled`, `contentModified`) pass.
 */
export function answering<P, R>(
  connection: Connection,
  name: string,
  empty: (params: P) => R,
  handle: (params: P, token: CancellationToken) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    try {
      if (token.isCancellationRequested) throw cancelled();
      return await handle(params, token);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log(connection, name, error);
      return empty(params);
    }
  };
}

/** The same for a notification and for work that nobody waits for. */
export function doing<P extends unknown[]>(
  connection: Connection,
  name: string,
  handle: (...params: P) => Promise<void> | void,
): (...params: P) => void {
  return (...params) => {
    void (async () => handle(...params))().catch((error: unknown) => {
      if (!(error instanceof ResponseError)) log(connection, name, error);
    });
  };
}

export function log(connection: Connection, name: string, error: unknown): void {
  // Only where it happened: the message of an error may quote the text that was being read.
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const kind = error instanceof Error ? error.name : typeof error;
  try {
    connection.console.error([`${name}: ${kind}`, ...frames].join('\n'));
  } catch {
    // Nobody is left to tell.
  }
}
