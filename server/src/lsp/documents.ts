import {
  type CancellationToken,
  type Connection,
  type TextDocumentChangeEvent,
  TextDocuments,
} from 'vscode-languageserver';
import {TextDocument} from 'vscode-languageserver-textdocument';
import type {Draft, DraftFormat, DraftMeta, Problem} from '../draft/draft.js';
import {type Eligibility, eligibility} from '../draft/eligibility.js';
import {formatOfDocument, formats} from '../draft/formats.js';
import {frontMatterOf} from '../draft/frontMatter.js';
import {draftLanguage} from '../draft/language.js';
import {type Analysis, DraftSession} from '../engine.js';
import type {Settings} from '../record/config.js';
import {configName} from '../record/readConfig.js';
import type {Environment, Environments} from './configuration.js';
import {cancelled, contentModified} from './guard.js';
import {addressOf, fileName} from './uri.js';

/** A document as it was understood in one version of its text. Its positions hold until the text changes. */
export interface Reading {
  /** The live document; only to be asked for positions before anything else is awaited. */
  readonly document: TextDocument;
  readonly version: number;
  readonly environment: Environment;
  readonly settings: Settings;
  readonly eligibility: Eligibility;
  /** Language code, where the draft is surely not in English: then there is no analysis. */
  readonly foreign: string | null;
  /** Null where the document is no draft, or not in English. */
  readonly analysis: Analysis | null;
  /** Something wrong with the draft's own front matter. */
  readonly problems: readonly Problem[];
  /** Only the beginning of a long text was read so far. */
  readonly begun?: true;
}

/** How a document is read; null where it is nothing for us. */
export function formatOf(uri: string, languageId: string): DraftFormat | null {
  return formatOfDocument(fileName(uri), languageId);
}

/** Whether a file is by its name a newsroom's own house: such a one is checked while it is being written. */
export const isHouse = (uri: string): boolean => /.\.house\.ya?ml$/.test(fileName(uri));

export function isConfig(uri: string): boolean {
  return fileName(uri) === configName;
}

/** New text longer than this, in characters, is read with pauses: as much would keep others waiting. */
const long = 10_000;

/** Milliseconds between two pauses. */
const stretch = 40;

/** Characters that are read first of a text that is new and much longer: more than a screen shows. */
const beginning = 8_000;

/** How often a long text may change while it is read with pauses: then it is read without, or nobody is ever answered. */
const mostChanges = 5;

/** What is remembered of a text between its versions: what it is keyed by is what a reading depends on. */
export class DraftReader {
  private readonly session = new DraftSession();
  private last: Reading | undefined;
  private lastDraft: Draft | undefined;

  constructor(private readonly format: DraftFormat) {}

  /** The reading of the text as it stands. Worked out once for each version and environment. */
  read(document: TextDocument, environment: Environment): Reading {
    const {last} = this;
    if (last && last.version === document.version && last.environment === environment) return last;
    const reading = this.work(document, environment);
    this.last = reading;
    return reading;
  }

  /** Whether a text is a draft, without reading it as one. */
  isDraft(document: TextDocument, environment: Environment): boolean {
    return this.known(document, environment).eligibility.draft;
  }

  /** Does for a moment what can be done for `read` before it. @returns whether there is nothing left of that */
  prepare(document: TextDocument, environment: Environment): boolean {
    const text = document.getText();
    if (text.length - (this.lastDraft?.text.length ?? 0) < long) return true;
    const {eligibility, settings} = this.known(document, environment);
    if (!eligibility.draft) return true;
    const end = performance.now() + stretch;
    return this.session.prepare(text, this.format, settings, () => performance.now() < end);
  }

  /** What can be said at once of the beginning of a long text that was never read; null where it is none. */
  begin(document: TextDocument, environment: Environment): Reading | null {
    const text = document.getText();
    if (this.last || text.length < long) return null;
    const known = this.known(document, environment);
    if (!known.eligibility.draft) return null;
    const analysis = this.session.beginning(text, this.format, known.settings, beginning, environment.record);
    if (!analysis) return null;
    const {english, sure} = draftLanguage(analysis.draft);
    if (sure && !english) return null;
    return {...known, foreign: null, analysis, problems: analysis.draft.problems, begun: true};
  }

  private work(document: TextDocument, environment: Environment): Reading {
    const text = document.getText();
    const known = this.known(document, environment);
    if (!known.eligibility.draft) {
      this.lastDraft = undefined;
      return {...known, foreign: null, analysis: null, problems: []};
    }
    const analysis = this.session.update(text, this.format, known.settings, environment.record);
    const {draft} = analysis;
    const {language, english, sure} = draftLanguage(draft, this.lastDraft);
    this.lastDraft = draft;
    const foreign = sure && !english ? language : null;
    return {
      ...known,
      foreign,
      analysis: foreign === null ? analysis : null,
      problems: draft.problems,
    };
  }

  /** What is known of a text before it is read as a draft. */
  private known(document: TextDocument, environment: Environment) {
    const {meta} = frontMatterOf(document.getText(), this.format);
    return {
      document,
      version: document.version,
      environment,
      settings: environment.settings(meta.house, meta.genre),
      eligibility: this.decide(document.uri, environment, meta),
    };
  }

  private decide(uri: string, environment: Environment, meta: DraftMeta): Eligibility {
    const {mode, choice, configMatches, besideManifest} = environment;
    const [languageId] = formats[this.format].languages;
    return eligibility({...addressOf(uri), languageId, mode, choice, meta, configMatches, besideManifest});
  }
}

/** Turns of the event loop in which what has already arrived is taken in: a change and a question each need one. */
const turns = 2;

/** The open documents, and what was understood of each. */
export class Documents {
  private readonly texts = new TextDocuments(TextDocument);
  private readonly readers = new Map<string, DraftReader>();
  private readonly told = new WeakSet<Reading>();
  private readonly readListeners: ((reading: Reading) => void)[] = [];

  constructor(private readonly environments: Environments) {}

  listen(connection: Connection): void {
    this.texts.onDidClose(({document: {uri}}) => {
      this.readers.delete(uri);
      this.environments.forget(uri);
    });
    this.texts.onDidOpen(({document: {uri}}) => {
      // Opened again without being closed, or in another language: nothing of before counts.
      this.readers.delete(uri);
    });
    this.texts.listen(connection);
  }

  onChange(listener: (event: TextDocumentChangeEvent<TextDocument>) => void): void {
    this.texts.onDidChangeContent(listener);
  }

  onOpen(listener: (event: TextDocumentChangeEvent<TextDocument>) => void): void {
    this.texts.onDidOpen(listener);
  }

  onSave(listener: (event: TextDocumentChangeEvent<TextDocument>) => void): void {
    this.texts.onDidSave(listener);
  }

  onClose(listener: (event: TextDocumentChangeEvent<TextDocument>) => void): void {
    this.texts.onDidClose(listener);
  }

  /** Calls back with each new reading, once. */
  onRead(listener: (reading: Reading) => void): void {
    this.readListeners.push(listener);
  }

  get(uri: string): TextDocument | undefined {
    return this.texts.get(uri);
  }

  all(): readonly TextDocument[] {
    return this.texts.all();
  }

  /**
   * The document as it now stands, after the edits that have already arrived; null where it is not open or nothing
   * for us. The caller must be done with the positions before it awaits anything.
   * @param exact for a question about a place: refused where the text changed while it waited
   * @throws ResponseError where the request was cancelled or is out of date
   */
  read(uri: string, token?: CancellationToken, exact = false): Promise<Reading | null> {
    return this.readAs(uri, token, {exact, begin: false});
  }

  /** The same, but of a long text that is new only its beginning, so as to show something soon. */
  begin(uri: string, token?: CancellationToken): Promise<Reading | null> {
    return this.readAs(uri, token, {exact: false, begin: true});
  }

  private async readAs(
    uri: string,
    token: CancellationToken | undefined,
    {exact, begin}: {exact: boolean; begin: boolean},
  ): Promise<Reading | null> {
    const document = this.texts.get(uri);
    const format = document && formatOf(uri, document.languageId);
    if (!document || !format) return null;
    const asked = document.version;
    let seen = asked;
    for (let changes = 0; ; ) {
      const environment = await this.environments.of(uri);
      await this.settled(uri, token);
      if (token?.isCancellationRequested) throw cancelled();
      const now = this.texts.get(uri);
      if (!now || formatOf(uri, now.languageId) !== format) return null;
      if (exact && now.version !== asked) throw contentModified();
      let reader = this.readers.get(uri);
      if (!reader) {
        reader = new DraftReader(format);
        this.readers.set(uri, reader);
      }
      const begun = begin ? reader.begin(now, environment) : null;
      if (begun) return begun;
      // Between two stretches of a long text, edits of it and questions about others have their turn.
      if (now.version !== seen) changes++;
      seen = now.version;
      if (changes <= mostChanges && !reader.prepare(now, environment)) continue;
      const reading = reader.read(now, environment);
      if (!this.told.has(reading)) {
        this.told.add(reading);
        for (const listener of this.readListeners) listener(reading);
      }
      return reading;
    }
  }

  /** Lets edits that have already arrived come first, so that no version is worked out that nobody wants any more. */
  private async settled(uri: string, token: CancellationToken | undefined): Promise<void> {
    for (;;) {
      const before = this.texts.get(uri)?.version;
      for (let turn = 0; turn < turns; turn++) await new Promise<void>((resolve) => setTurn(resolve));
      if (token?.isCancellationRequested || this.texts.get(uri)?.version === before) return;
    }
  }
}

/** The end of this turn of the event loop: at once in Node; in a worker there is only the timer. */
const setTurn: (done: () => void) => void =
  typeof setImmediate === 'function' ? setImmediate : (done) => setTimeout(done, 0);
