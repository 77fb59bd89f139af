import * as vscode from 'vscode';
import type {BaseLanguageClient, LanguageClientOptions} from 'vscode-languageclient';
import {
  type ChoiceParams,
  choiceNotification,
  type InitializationOptions,
  type ReadFileParams,
  type ReadFileResult,
  readFileRequest,
  type TallyParams,
  tallyNotification,
} from '../../server/src/protocol.js';
import type {Choices} from './choices.js';
import {draftSelector, mayBeDraft, recordSelector} from './drafts.js';

/** Makes a client for this host: over ipc in the desktop and remote hosts, with a worker in the browser. */
export type MakeClient = (
  context: vscode.ExtensionContext,
  options: LanguageClientOptions,
) => BaseLanguageClient | Promise<BaseLanguageClient>;

/** Configuration files are small; anything bigger is not one. */
const largestFile = 2 * 1024 * 1024;

/** The server's life: started with the first document that may be a draft, never before. */
export class Server implements vscode.Disposable {
  private readonly tallies = new vscode.EventEmitter<TallyParams>();
  private readonly disposables: vscode.Disposable[] = [this.tallies];
  private client: Promise<BaseLanguageClient> | undefined;

  /** Fires after each analysis of an open document. */
  readonly onTally = this.tallies.event;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly makeClient: MakeClient,
    private readonly choices: Choices,
    readonly log: vscode.LogOutputChannel,
  ) {
    this.disposables.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.startFor(document)),
      choices.onChange((params) => this.tellChoice(params)),
    );
  }

  /** Starts the server where one of the documents already open may be a draft. */
  startIfNeeded(): void {
    for (const document of vscode.workspace.textDocuments) this.startFor(document);
  }

  /** The running client; started where it is not yet. @throws what kept it from starting */
  started(): Promise<BaseLanguageClient> {
    this.client ??= this.start();
    return this.client;
  }

  /** @returns the answer, or undefined where the server could not be asked (the log says why) */
  async ask<P, R>(method: string, params: P, token?: vscode.CancellationToken): Promise<R | undefined> {
    try {
      const client = await this.started();
      // A token that is left out would be taken for a second parameter.
      return await (token
        ? client.sendRequest<R>(method, params, token)
        : client.sendRequest<R>(method, params));
    } catch (error) {
      if (!token?.isCancellationRequested) this.log.warn(`${method}: ${String(error)}`);
      return undefined;
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    const stopped = await this.client?.catch(() => undefined);
    if (stopped) await stopped.start();
    else this.client = undefined;
    await this.started();
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  async stop(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    if (client?.needsStop()) await client.stop();
  }

  private startFor(document: vscode.TextDocument): void {
    if (this.client || !mayBeDraft(document)) return;
    this.started().catch((error: unknown) => {
      this.log.error(error instanceof Error ? error : String(error));
      void vscode.window.showErrorMessage(vscode.l10n.t('Onrecord could not be started: {0}', String(error)));
    });
  }

  private async start(): Promise<BaseLanguageClient> {
    const options: LanguageClientOptions = {
      documentSelector: [...draftSelector(), ...recordSelector()],
      diagnosticCollectionName: 'onrecord',
      outputChannel: this.log,
      initializationOptions: (): InitializationOptions => ({
        readsFiles: true,
        choices: this.choices.all(),
        docsBase: this.docsBase(),
      }),
    };
    const client = await this.makeClient(this.context, options);
    client.onRequest(readFileRequest, (params: ReadFileParams) => readFile(params));
    client.onNotification(tallyNotification, (params: TallyParams) => this.tallies.fire(params));
    await client.start();
    await vscode.commands.executeCommand('setContext', 'onrecord.running', true);
    return client;
  }

  /** The setting's address, else the pages that came with the extension. */
  private docsBase(): string {
    const set = vscode.workspace.getConfiguration('onrecord').get<string>('docsBase');
    return set || vscode.Uri.joinPath(this.context.extensionUri, 'docs', 'rules').toString();
  }

  private async tellChoice(params: ChoiceParams): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    await client?.sendNotification(choiceNotification, params);
  }
}

async function readFile({uri}: ReadFileParams): Promise<ReadFileResult> {
  try {
    const file = vscode.Uri.parse(uri, true);
    if ((await vscode.workspace.fs.stat(file)).size > largestFile) return null;
    return {text: new TextDecoder().decode(await vscode.workspace.fs.readFile(file))};
  } catch {
    return null;
  }
}
