import {type ChildProcess, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

interface Report {
  readonly kind: 'full' | 'unchanged';
  readonly resultId?: string;
  readonly items?: readonly unknown[];
}

/** A language client that speaks to a server process over its standard streams, as an editor does. */
export class Client {
  private readonly versions = new Map<string, number>();
  private readonly results = new Map<string, string | undefined>();
  private refreshes = 0;
  private readonly waiting: (() => void)[] = [];

  private constructor(
    readonly child: ChildProcess,
    private readonly connection: MessageConnection,
    /** From starting the process to its answer to `initialize`, in milliseconds. */
    readonly initialized: number,
  ) {}

  static async start(command: readonly string[], folder: string): Promise<Client> {
    let client: Client;
    const started = performance.now();
    const child = spawn(process.execPath, command, {stdio: ['pipe', 'pipe', 'inherit']});
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('workspace/configuration', ({items}: {items: readonly unknown[]}) =>
      items.map(() => null),
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      client.refreshes++;
      for (const done of client.waiting.splice(0)) done();
      return null;
    });
    connection.onRequest((method) => {
      if (/^(?:client\/|workspace\/\w+\/refresh|window\/workDoneProgress)/.test(method)) return null;
      throw new Error(`the benchmark's client knows no ${method}`);
    });
    connection.onNotification(() => {});
    connection.listen();
    const rootUri = pathToFileURL(folder).href;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{uri: rootUri, name: 'bench'}],
      capabilities: {
        general: {positionEncodings: ['utf-16']},
        workspace: {configuration: true, workspaceFolders: true, diagnostics: {refreshSupport: true}},
        textDocument: {
          synchronization: {dynamicRegistration: false},
          publishDiagnostics: {relatedInformation: true, codeDescriptionSupport: true, dataSupport: true},
          diagnostic: {dynamicRegistration: false, relatedDocumentSupport: false},
        },
      },
    });
    const initialized = performance.now() - started;
    await connection.sendNotification('initialized', {});
    client = new Client(child, connection, initialized);
    return client;
  }

  async open(uri: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    const textDocument = {uri, languageId: 'markdown', version: 1, text};
    await this.connection.sendNotification('textDocument/didOpen', {textDocument});
  }

  /**
   * Opens a long text that the server has never seen, as an editor does.
   * @param inParts whether the server shows the beginning first and has the editor ask again for all of it
   * @returns milliseconds to the first diagnostics and to all of them, and how many there are
   */
  async openLong(
    uri: string,
    text: string,
    inParts: boolean,
  ): Promise<{readonly first: number; readonly all: number; readonly findings: number}> {
    const before = this.refreshes;
    const started = performance.now();
    await this.open(uri, text);
    let items = await this.diagnostics(uri);
    const first = performance.now() - started;
    if (inParts) {
      if (this.refreshes === before) await new Promise<void>((done) => this.waiting.push(done));
      items = await this.diagnostics(uri);
    }
    return {first, all: performance.now() - started, findings: items?.length ?? 0};
  }

  /** Puts text in at a place, without waiting for anything. */
  async insert(uri: string, position: {line: number; character: number}, text: string): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: {uri, version},
      contentChanges: [{range: {start: position, end: position}, rangeLength: 0, text}],
    });
  }

  /** Asks for diagnostics as an editor does; null when the server says that they are as they were. */
  async diagnostics(uri: string): Promise<readonly unknown[] | null> {
    const previousResultId = this.results.get(uri);
    const report: Report = await this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: {uri},
      ...(previousResultId === undefined ? {} : {previousResultId}),
    });
    if (report.resultId !== undefined) this.results.set(uri, report.resultId);
    return report.kind === 'unchanged' ? null : (report.items ?? []);
  }

  /** The most memory that the server process has held, in MiB; null where the system does not say. */
  peakMemory(): number | null {
    return memoryOf(this.child.pid, 'VmHWM');
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    const gone = new Promise((resolve) => this.child.once('exit', resolve));
    await this.connection.sendNotification('exit');
    const timer = setTimeout(() => this.child.kill(), 2_000);
    await gone;
    clearTimeout(timer);
    this.connection.dispose();
  }
}

function memoryOf(pid: number | undefined, field: string): number | null {
  try {
    const found = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(
      readFileSync(`/proc/${pid}/status`, 'utf8'),
    );
    return found ? Number(found[1]) / 1024 : null;
  } catch {
    return null;
  }
}
