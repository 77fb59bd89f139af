import type {Connection} from 'vscode-languageserver';
import type {ClientFacts} from './client.js';
import type {Environments} from './configuration.js';
import type {Documents} from './documents.js';

/** What every feature is given. */
export interface Context {
  readonly connection: Connection;
  readonly documents: Documents;
  readonly environments: Environments;
  /** What the client can do. Only to be asked once it has said hello, so inside handlers. */
  client(): ClientFacts;
}
