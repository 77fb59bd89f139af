import {Console} from 'node:console';
import {
  AbstractMessageWriter,
  type Connection,
  createConnection,
  type DocumentDiagnosticReport,
  type Message,
  type MessageWriter,
  ProposedFeatures,
  type ResponseMessage,
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

/** Each item of a report as it was last written. */
const written = new WeakMap<object, string>();

/** A message as JSON. Of a report on a long draft most items are those of the last one. */
function textOf(message: Message): string {
  const {result, ...rest} = message as ResponseMessage;
  const report = result as Partial<DocumentDiagnosticReport> | null | undefined;
  if (report?.kind !== 'full' || !report.items) return JSON.stringify(message);
  const {items, ...about} = report;
  const texts = items.map((item) => {
    let text = written.get(item);
    if (text === undefined) {
      text = JSON.stringify(item);
      written.set(item, text);
    }
    return text;
  });
  const end = `,"items":[${texts.join(',')}]}`;
  return `${JSON.stringify(rest).slice(0, -1)},"result":${JSON.stringify(about).slice(0, -1)}${end}}`;
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
      const content = textOf(message);
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
