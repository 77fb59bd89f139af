import type {Connection} from 'vscode-languageserver';
import {type ReadFileParams, type ReadFileResult, readFileRequest} from '../protocol.js';
import type {ConfigAccess} from '../record/resolveConfig.js';
import {addressFrom} from './uri.js';

/** The only way to files. Addresses are URIs; what cannot be read is null, for whatever reason. */
export interface Files {
  read(uri: string): Promise<string | null>;
  exists(uri: string): Promise<boolean>;
}

/** Files as the client sees them: remote and virtual ones, too, and none behind its back. */
export function clientFiles(connection: Connection): Files {
  const read = async (uri: string): Promise<string | null> => {
    const result: ReadFileResult = await connection
      .sendRequest<ReadFileResult>(readFileRequest, {uri} satisfies ReadFileParams)
      .catch(() => null);
    return typeof result?.text === 'string' ? result.text : null;
  };
  return {read, exists: async (uri) => (await read(uri)) !== null};
}

/** Files for settings that extend one another. */
export const configAccess = (files: Files): ConfigAccess => ({
  resolve: addressFrom,
  read: (uri) => files.read(uri),
});

/** For a host without files: a browser's client that does not read them for us. */
export const noFiles: Files = {read: async () => null, exists: async () => false};
