import type {Connection} from 'vscode-languageserver';
import type {Genre} from '../draft/draft.js';
import {mayBeDocs, packageManifests} from '../draft/eligibility.js';
import {type EffectiveSettings, effectiveSettings} from '../effective.js';
import {rules} from '../engine.js';
import type {DraftChoice} from '../protocol.js';
import type {DraftRecord} from '../record/checks.js';
import type {Settings} from '../record/config.js';
import {matchesGlobs} from '../record/globs.js';
import {readChecks} from '../record/readChecks.js';
import {configName} from '../record/readConfig.js';
import {type ResolvedConfig, resolveConfig} from '../record/resolveConfig.js';
import {houseNamed, settingsFor} from '../record/settings.js';
import type {House} from '../rules/severity.js';
import {checksOf, isChecks} from './checksFile.js';
import {type ClientFacts, isRecord} from './client.js';
import {isConfig} from './documents.js';
import {configAccess, type Files} from './files.js';
import {log} from './guard.js';
import {addressOf, foldersAbove, pathWithin} from './uri.js';

/** Everything beside its own text that decides how a document is judged. */
export interface Environment {
  readonly mode: 'auto' | 'always' | 'never';
  readonly choice: DraftChoice | null;
  /** Whether the `files` of the nearest `onrecord.yml` match; null when there is none or it does not say. */
  readonly configMatches: boolean | null;
  readonly besideManifest: boolean;
  readonly docsBase: string | null;
  readonly semanticTokens: boolean;
  /** What the file of checks beside the document says; undefined where there is none. */
  readonly record: DraftRecord | undefined;
  /** @param own the house that the draft itself names. The same object for the same house and genre. */
  settings(own: string | null, genre: Genre): Settings;
  /** The same with where each value comes from, and the address of the settings file; null where there is none. */
  explain(
    own: string | null,
    genre: Genre,
  ): {readonly config: string | null; readonly settings: EffectiveSettings};
}

interface ResourceSettings {
  readonly enable: Environment['mode'];
  readonly house: House;
  readonly docsBase: string | null;
  readonly semanticTokens: boolean;
}

/** A client that does not answer must not keep a draft unread: after as many milliseconds the defaults count. */
const patience = 1500;
/** What a writer tries in the front matter, one letter after another, is not kept for ever. */
const mostSettings = 64;
/** Changes that come together are announced together, after as many milliseconds. */
const gather = 40;

/** Finds, remembers and forgets the environment of each document. */
export class Environments {
  private readonly known = new Map<string, Promise<Environment>>();
  private readonly configs = new Map<string, Promise<ResolvedConfig | null>>();
  /** Paths of the files that settings lead to. */
  private readonly read = new Set<string>();
  private readonly manifestFolders = new Map<string, Promise<boolean>>();
  private readonly listeners: (() => void)[] = [];
  private choices = new Map<string, DraftChoice>();
  private announced: ReturnType<typeof setTimeout> | undefined;
  /** What a client without `workspace/configuration` sent of itself. */
  private sent: unknown;
  private folders: readonly string[] = [];
  private client: ClientFacts | undefined;

  /**
   * @param ownDocs address of the rule pages that come with the server, where they do
   * @param openText the text of a document that is open, which counts before what is saved
   */
  constructor(
    private readonly connection: Connection,
    readonly files: () => Files,
    private readonly ownDocs: string | null,
    private readonly openText: (uri: string) => string | undefined,
  ) {}

  start(client: ClientFacts): void {
    this.client = client;
    this.folders = client.folders;
    this.choices = new Map(
      Object.entries(client.choices).filter(([, choice]) => choice === 'check' || choice === 'leave'),
    );
  }

  /** Calls back when documents may have to be judged anew. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  /** @param uri of the document; untitled ones live in the first workspace folder */
  of(uri: string): Promise<Environment> {
    const known = this.known.get(uri);
    if (known) return known;
    const found = this.find(uri);
    let late = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fallback = new Promise<Environment>((resolve) => {
      timer = setTimeout(() => {
        late = true;
        this.connection.console.warn('The settings are late; the defaults count until they come.');
        resolve(this.fallback(uri));
      }, patience);
    });
    const inTime = Promise.race([found, fallback]);
    this.known.set(uri, inTime);
    void found.then(() => {
      clearTimeout(timer);
      if (!late || this.known.get(uri) !== inTime) return;
      this.known.set(uri, found);
      this.announce();
    });
    return inTime;
  }

  forget(uri: string): void {
    this.known.delete(uri);
  }

  choose(uri: string, choice: DraftChoice | null): void {
    if (choice === 'check' || choice === 'leave') this.choices.set(uri, choice);
    else this.choices.delete(uri);
    this.known.delete(uri);
    this.announce();
  }

  settingsChanged(sent: unknown): void {
    if (isRecord(sent)) this.sent = sent.onrecord ?? this.sent;
    this.known.clear();
    this.announce();
  }

  foldersChanged(added: readonly string[], removed: readonly string[]): void {
    this.folders = [...this.folders.filter((folder) => !removed.includes(folder)), ...added];
    this.filesChanged();
  }

  /** @param changed addresses of files that are others now, of which many may be none of ours; null where any may be */
  filesChanged(changed: readonly string[] | null = null): void {
    if (changed?.every((uri) => !isConfig(uri) && !isChecks(uri) && !this.read.has(addressOf(uri).path)))
      return;
    this.forgetFiles();
    this.announce();
  }

  /** The file of checks at this address says something else now. */
  recordChanged(checks: string): void {
    for (const uri of this.known.keys()) if (checksOf(uri) === checks) this.known.delete(uri);
    this.announce();
  }

  /** For a client that does not tell of files that change: they are read anew when next asked for. */
  forgetFiles(): void {
    this.known.clear();
    this.configs.clear();
    this.read.clear();
    this.manifestFolders.clear();
  }

  private announce(): void {
    clearTimeout(this.announced);
    this.announced = setTimeout(() => {
      for (const listener of this.listeners) listener();
    }, gather);
  }

  private async find(uri: string): Promise<Environment> {
    try {
      const [resource, config, besideManifest, record] = await Promise.all([
        this.resourceSettings(uri),
        this.nearestConfig(uri),
        this.besideManifest(uri),
        this.recordOf(uri),
      ]);
      return this.environment(uri, resource, config, besideManifest, record);
    } catch (error) {
      log(this.connection, 'configuration', error);
      return this.fallback(uri);
    }
  }

  private fallback(uri: string): Environment {
    return this.environment(uri, readSettings(this.sent), null, false, undefined);
  }

  private environment(
    uri: string,
    resource: ResourceSettings,
    nearest: NearestConfig | null,
    besideManifest: boolean,
    record: DraftRecord | undefined,
  ): Environment {
    const config = nearest?.config;
    const known = new Map<string, Settings>();
    const path = nearest && pathWithin(nearest.folder, uri);
    return {
      mode: resource.enable,
      choice: this.choices.get(uri) ?? null,
      configMatches: nearest?.config.files ? matchesGlobs(nearest.config.files, path ?? '') : null,
      besideManifest,
      docsBase: resource.docsBase ?? this.client?.docsBase ?? this.ownDocs,
      semanticTokens: resource.semanticTokens,
      record,
      settings: (own, genre) => {
        const key = `${own ?? ''}\n${genre}`;
        let settings = known.get(key);
        if (!settings) {
          if (known.size >= mostSettings) known.clear();
          settings = settingsFor({own, genre, path, config: config ?? null, fallback: resource.house});
          known.set(key, settings);
        }
        return settings;
      },
      explain: (own, genre) => ({
        config: nearest && `${nearest.folder}/${configName}`,
        settings: effectiveSettings({
          own,
          genre,
          path,
          config: config ?? null,
          origins: nearest?.origins ?? {},
          fallback: resource.house,
          fallbackFrom: 'setting onrecord.house',
        }),
      }),
    };
  }

  private async resourceSettings(uri: string): Promise<ResourceSettings> {
    if (!this.client?.configuration) return readSettings(this.sent);
    const given: unknown = await this.connection.workspace
      .getConfiguration({scopeUri: uri, section: 'onrecord'})
      .catch(() => null);
    return readSettings(given ?? this.sent);
  }

  private async nearestConfig(uri: string): Promise<NearestConfig | null> {
    const above = foldersAbove(uri);
    // An untitled document has no place yet; it will be saved into the first folder.
    const folders = above.length > 0 ? above : this.folders.slice(0, 1);
    const found = await Promise.all(folders.map((folder) => this.configIn(folder)));
    const index = found.findIndex((config) => config !== null);
    const resolved = found[index];
    return resolved
      ? {folder: folders[index] ?? '', config: resolved.config, origins: plainOrigins(resolved.origins)}
      : null;
  }

  private async recordOf(uri: string): Promise<DraftRecord | undefined> {
    const checks = checksOf(uri);
    if (checks === null) return undefined;
    const saved = this.openText(checks) === undefined ? await this.files().read(checks) : null;
    const text = this.openText(checks) ?? saved;
    return text === null ? undefined : readChecks(text).record;
  }

  private configIn(folder: string): Promise<ResolvedConfig | null> {
    let config = this.configs.get(folder);
    if (!config) {
      config = this.files()
        .read(`${folder}/${configName}`)
        .then(async (text) => {
          if (text === null) return null;
          const resolved = await resolveConfig(
            `${folder}/${configName}`,
            text,
            configAccess(this.files()),
            rules,
          );
          for (const file of resolved.files) this.read.add(addressOf(file).path);
          return resolved;
        });
      this.configs.set(folder, config);
    }
    return config;
  }

  private async besideManifest(uri: string): Promise<boolean> {
    if (!mayBeDocs(addressOf(uri).path)) return false;
    const found = await Promise.all(foldersAbove(uri).map((folder) => this.hasManifest(folder)));
    return found.includes(true);
  }

  private hasManifest(folder: string): Promise<boolean> {
    let has = this.manifestFolders.get(folder);
    if (!has) {
      has = Promise.all(packageManifests.map((name) => this.files().exists(`${folder}/${name}`))).then(
        (all) => all.includes(true),
      );
      this.manifestFolders.set(folder, has);
    }
    return has;
  }
}

interface NearestConfig extends Pick<ResolvedConfig, 'config' | 'origins'> {
  readonly folder: string;
}

/** Paths in place of addresses, for a person to read. */
const plainOrigins = (origins: ResolvedConfig['origins']): ResolvedConfig['origins'] =>
  Object.fromEntries(Object.entries(origins).map(([key, uri]) => [key, addressOf(uri).path]));

/** Reads the `onrecord` section of whatever an editor keeps as its settings. */
function readSettings(given: unknown): ResourceSettings {
  const settings: Record<string, unknown> = isRecord(given) ? given : {};
  const {enable, house, docsBase, semanticTokens} = settings;
  return {
    enable: enable === 'always' || enable === 'never' ? enable : 'auto',
    house: houseNamed(house) ?? 'ap',
    docsBase: typeof docsBase === 'string' && docsBase !== '' ? docsBase : null,
    semanticTokens: semanticTokens === true,
  };
}
