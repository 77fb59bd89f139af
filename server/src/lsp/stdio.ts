import {Console} from 'node:console';
import {
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type Message,
  type MessageWriter,
  ProposedFeatures,
} from 'vscode-languageserver/node';
import {strategy} from './strategy.js';

/** A connection over standard input and output. */
export function stdioConnection(): Connection {
  // Whatever else were written there would break the protocol.
  globalThis.console = new Console(process.stderr);
  const writer: MessageWriter = new Writer(process.stdout);
  // Given as the stream that it is, input ends the process with it; a writer of ours may stand beside it, though the
  // types know only two streams or two of ours.
  return createConnection(
    ProposedFeatures.all,
    process.stdin,
    writer as MessageWriter & NodeJS.WritableStream,
    {connectionStrategy: strategy},
  );
}

/**
 * Writes each message at once and in one piece. The library's own waits for the next turn of the event loop first, and
 * what V8 has put off until then (collecting the garbage of the work just done) takes longer than the work's answer.
 */
class Writer extends AbstractMessageWriter implements MessageWriter {
  private errors = 0;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const content = JSON.stringify(message);
      this.stream.write(
        `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`,
        'utf8',
        (error) => {
          if (!error) {
            resolve();
            return;
          }
          this.fireError(error, message, ++this.errors);
          reject(error);
        },
      );
    });
  }

  end(): void {
    this.stream.end();
  }
}
