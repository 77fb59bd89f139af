import {type ConnectionStrategy, LSPErrorCodes} from 'vscode-languageserver';

/** A request that is taken back before its turn came is answered at once and never worked on. */
export const strategy: ConnectionStrategy = {
  cancelUndispatched: (message) =>
    'id' in message
      ? {
          jsonrpc: '2.0',
          id: message.id as number,
          error: {code: LSPErrorCodes.RequestCancelled, message: 'The request was cancelled.'},
        }
      : undefined,
} as ConnectionStrategy;
