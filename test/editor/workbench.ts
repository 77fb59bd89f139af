// What a person sees and does in a real VS Code, in few words: the vocabulary of the tests in this folder.
import {existsSync} from 'node:fs';
import {cp, mkdir, readFile, writeFile} from 'node:fs/promises';
import {dirname, isAbsolute, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {type Browser, chromium, type FrameLocator, type Locator, type Page} from 'playwright-core';
import {type CodeServer, type Settings, startCodeServer} from './codeServer.js';
import {findBrowser} from './install.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const outputFolder = join(here, 'output');
/** Where `npm run package` puts the extension. */
export const packagedExtension = join(here, '..', '..', 'dist-package', 'onrecord.vsix');

const patience = 15_000;

// Leaves out the panel for submenus, which is always in the page.
const fixMenu = '.action-widget:not(.action-list-submenu-panel)';

/** In the server's log where the extension's own code runs there; that it is installed is written in any case. */
export const activatedOnServer = /_doActivateExtension onrecord\.onrecord/;

export type Severity = 'error' | 'warning' | 'info';
export type Counts = Record<Severity, number>;

/** What is left of a type once an answer is known to be truthy. */
type Truthy<T> = Exclude<T, false | '' | 0 | null | undefined>;

export interface Problem {
  severity: Severity;
  message: string;
  source: string;
  code: string;
  /** Where the code links to: the page of the rule. */
  link: string;
  line: number;
  column: number;
}

export interface TreeRow {
  label: string;
  description: string;
  /** 1 at the top of the tree. */
  level: number;
  /** Undefined where there is nothing to expand. */
  expanded: boolean | undefined;
}

/** The nth place (1 is the first) where a text stands in the open file. Letter case is ignored. */
export interface Where {
  nth?: number;
}

export interface WorkbenchOptions {
  /** Extensions to install; the packaged Onrecord when left out. */
  vsix?: readonly string[];
  /** A folder whose contents are copied into the workspace. */
  from?: string;
  /** Files of the workspace, by their path in it. */
  files?: Record<string, string>;
  /** The file to open, by its path in the workspace. */
  open?: string;
  /** User settings. `{'remote.extensionKind': {'onrecord.onrecord': ['web']}}` runs the web build. */
  settings?: Settings;
}

/** So that a test types what it says and sees nothing that is not the extension's doing. */
const testSettings: Settings = {
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.autoSurround': 'never',
  'editor.wordBasedSuggestions': 'off',
  'editor.find.seedSearchStringFromSelection': 'never',
  'editor.hover.delay': 100,
  'editor.minimap.enabled': false,
  'editor.unicodeHighlight.ambiguousCharacters': false,
  'workbench.editor.enablePreview': false,
  'files.autoSave': 'off',
  'git.enabled': false,
  // Sticky lines and rows would be counted twice.
  'editor.stickyScroll.enabled': false,
  'workbench.tree.enableStickyScroll': false,
};

const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function matches(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text === wanted : wanted.test(text);
}

/** Copies a story folder into a fresh VS Code, opens it and waits until its text can be read and typed into. */
export async function startWorkbench(options: WorkbenchOptions = {}): Promise<Workbench> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium: run `node test/editor/install.mjs`');
  const settings = {...testSettings, ...options.settings};
  const server = await startCodeServer({vsix: options.vsix ?? [packagedExtension], settings});
  let browser: Browser | undefined;
  try {
    const folder = join(server.home, 'workspace');
    await mkdir(folder, {recursive: true});
    if (options.from !== undefined) await cp(options.from, folder, {recursive: true});
    for (const [path, text] of Object.entries(options.files ?? {})) {
      await mkdir(dirname(join(folder, path)), {recursive: true});
      await writeFile(join(folder, path), text);
    }
    const folderSettings = join(folder, '.vscode', 'settings.json');
    if (!existsSync(folderSettings)) {
      // One that is there from the start is watched from the start.
      await mkdir(dirname(folderSettings), {recursive: true});
      await writeFile(folderSettings, '{}\n');
    }
    browser = await chromium.launch({executablePath});
    const context = await browser.newContext({viewport: {width: 1400, height: 1000}});
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], {origin: server.url});
    // The test runner's compiler wraps functions that are sent into the page in calls of this helper.
    await context.addInitScript('globalThis.__name ??= fn => fn');
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const workbench = new Workbench(page, browser, server, folder);
    await workbench.load(options.open);
    return workbench;
  } catch (error) {
    await browser?.close();
    await server.stop();
    throw error;
  }
}

export class Workbench {
  readonly #consoleErrors: string[] = [];
  #file: string | undefined;
  #depth = 0;
  #failures = 0;

  constructor(
    /** For what has no word here yet. */
    readonly page: Page,
    private readonly browser: Browser,
    readonly server: CodeServer,
    /** The workspace, a temporary folder. */
    readonly folder: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.#consoleErrors.push(message.text());
    });
    page.on('pageerror', (error) => this.#consoleErrors.push(String(error)));
  }

  // ---- the life of the window

  /** Loads the window anew, with this file open. */
  async load(open?: string): Promise<void> {
    await this.#step(`load the window${open === undefined ? '' : ` with ${open}`}`, async () => {
      this.#file = open === undefined ? undefined : this.path(open);
      // The first load fetches the whole workbench, which takes a busy machine long.
      await this.page.goto(this.server.address(this.folder, this.#file), {timeout: 60_000});
      await this.page.locator('.monaco-workbench .part.statusbar').waitFor({timeout: 60_000});
      if (open !== undefined) await this.editor.locator('.view-line').first().waitFor({timeout: 60_000});
    });
  }

  async close(): Promise<void> {
    await this.browser.close().catch(() => {});
    await this.server.stop();
  }

  /** Polls until the answer is truthy, then returns it. Every test waits through this, never for a fixed time. */
  async until<T>(what: string, ask: () => T | Promise<T>, timeout = patience): Promise<Truthy<T>> {
    return this.#step(`wait until ${what}`, async () => {
      const deadline = Date.now() + timeout;
      let last: unknown;
      for (;;) {
        let answer: T | undefined;
        try {
          answer = await ask();
          last = answer;
        } catch (error) {
          last = error;
        }
        if (answer) return answer as Truthy<T>;
        if (Date.now() > deadline)
          throw new Error(`not so after ${timeout} ms; the last answer was ${show(last)}`);
        await pause(50);
      }
    });
  }

  /** Reads until two readings in a row, 250 ms apart, are equal: for asserting that something is not there. */
  async settled<T>(read: () => Promise<T>, timeout = patience): Promise<T> {
    return this.#step('wait until nothing changes any more', async () => {
      const deadline = Date.now() + timeout;
      let last = await read();
      while (Date.now() < deadline) {
        await pause(250);
        const next = await read();
        if (JSON.stringify(next) === JSON.stringify(last)) return next;
        last = next;
      }
      throw new Error(`still changing after ${timeout} ms; the last reading was ${show(last)}`);
    });
  }

  /** Saves a picture of the window in the output folder and returns its path. */
  async screenshot(name: string): Promise<string> {
    await mkdir(outputFolder, {recursive: true});
    const path = join(outputFolder, `${name.replace(/[^\w.-]+/g, '-')}.png`);
    await this.page.screenshot({path});
    return path;
  }

  /** Errors in the browser's console that name the extension: VS Code logs some of its own whatever is installed. */
  consoleErrors(): string[] {
    return this.#consoleErrors.filter((text) => /onrecord/i.test(text));
  }

  /** What an output channel holds, by its name as the user sees it; empty before anything was written. */
  async outputChannel(name: string): Promise<string> {
    const all = await this.server.logs(
      new RegExp(`^\\d+-${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\.log$`),
    );
    // The first part is what the server printed.
    return all
      .split(/^== .*\n/m)
      .slice(2)
      .join('');
  }

  /** Changes settings of the open folder, which the window takes up at once. Undefined takes one away. */
  async setSettings(settings: Settings): Promise<void> {
    // Not the user's settings: code-server does not notice when those change on disk.
    const file = join(this.folder, '.vscode', 'settings.json');
    const now: Settings = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({...now, ...settings}, null, 2));
  }

  // ---- files and text

  /** The full path of a file of the workspace. */
  path(file: string): string {
    return isAbsolute(file) ? file : join(this.folder, file);
  }

  async openFile(file: string): Promise<void> {
    await this.#step(`open ${file}`, async () => {
      const path = this.path(file);
      // Not beside it where a report is in front.
      if ((await this.editor.count()) > 0) await this.focusEditor();
      await this.#openQuickInput('Control+p');
      // A full path is found without a search of the workspace.
      await this.page.keyboard.insertText(path);
      await this.#clickRow((label) => path.endsWith(label), path);
      await this.tab(path).and(this.page.locator('.active')).waitFor();
      this.#file = path;
      await this.editor.locator('.view-line').first().waitFor();
    });
  }

  /** Saves the file opened last. */
  async save(): Promise<void> {
    await this.#step('save', async () => {
      await this.focusEditor();
      await this.page.keyboard.press('Control+s');
      await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
    });
  }

  /** The text of a file, the one opened last when left out. Saves that first, so that it is what the editor shows. */
  async text(file?: string): Promise<string> {
    if (file === undefined || this.path(file) === this.#file) await this.save();
    const path = file === undefined ? this.#file : this.path(file);
    if (path === undefined) throw new Error('no file was opened');
    return readFile(path, 'utf8');
  }

  /** Writes a file as another program would, until the window shows that it noticed. */
  async writeOutside(
    file: string,
    text: string,
    what: string,
    noticed: () => Promise<unknown>,
  ): Promise<void> {
    await this.#step(`write ${file} from outside, until ${what}`, async () => {
      const deadline = Date.now() + 2 * patience;
      // The folder is watched only some seconds after the window is open; what is written before goes unseen.
      while (Date.now() < deadline) {
        await writeFile(this.path(file), text);
        for (let asked = 0; asked < 30; asked += 1) {
          if (await noticed()) return;
          await pause(100);
        }
      }
      throw new Error(`not noticed in ${2 * patience} ms`);
    });
  }

  /** Puts the keyboard into the text. */
  async focusEditor(): Promise<void> {
    await this.#step('focus the text', async () => {
      const focused = () =>
        this.page.evaluate(() => {
          const within = ['.native-edit-context', '.inputarea'].map(
            (input) => `.part.editor .monaco-editor ${input}`,
          );
          return Boolean(document.activeElement?.closest(within.join()));
        });
      for (let tries = 0; !(await focused()); tries += 1) {
        if (tries === 20) throw new Error('the text editor does not take the focus');
        if (tries % 5 === 0) await this.page.keyboard.press('Control+1');
        await pause(100);
      }
    });
  }

  /** Selects a text by the find widget, which also scrolls it into view and works on unsaved text. */
  async select(text: string, {nth = 1}: Where = {}): Promise<void> {
    await this.#step(`select "${text}"${nth === 1 ? '' : ` (${nth})`}`, async () => {
      const find = this.page.locator('.find-widget.visible');
      const count = find.locator('.matchesCount');
      await this.focusEditor();
      await this.page.keyboard.press('Control+Home');
      await this.page.keyboard.press('Control+f');
      await find.locator('.find-part textarea').and(this.page.locator(':focus')).waitFor();
      await this.page.keyboard.press('Control+a');
      await this.page.keyboard.press('Delete');
      // Without this the count could still be that of the last search.
      await this.#shows(count, /^No results$/);
      await this.page.keyboard.insertText(text);
      await this.#shows(count, /^1 of \d+$/).catch(async () => {
        throw new Error(`it is not in the open file (the find widget says "${await count.textContent()}")`);
      });
      for (let next = 2; next <= nth; next += 1) {
        await this.page.keyboard.press('Enter');
        await this.#shows(count, new RegExp(`^${next} of \\d+$`)).catch(() => {
          throw new Error('it does not stand there that often');
        });
      }
      // On a busy machine the widget may come up once more, and would take the next keys.
      for (let quiet = 0; quiet < 3; ) {
        await this.page.keyboard.press('Escape');
        await find.waitFor({state: 'hidden'});
        for (quiet = 0; quiet < 3 && !(await find.isVisible()); quiet += 1) await pause(40);
      }
      await this.focusEditor();
      await this.#shows(this.#place, /\(\d+ selected\)/);
    });
  }

  async caretBefore(text: string, where?: Where): Promise<void> {
    await this.select(text, where);
    await this.#collapse('ArrowLeft');
  }

  async caretAfter(text: string, where?: Where): Promise<void> {
    await this.select(text, where);
    await this.#collapse('ArrowRight');
  }

  async caretInside(text: string, where?: Where): Promise<void> {
    await this.caretBefore(text, where);
    for (let step = 0; step < Math.min(8, Math.floor(text.length / 2)); step += 1) {
      await this.page.keyboard.press('ArrowRight');
    }
  }

  /** Where the caret is, both from 1. */
  async caret(): Promise<{line: number; column: number}> {
    const label = await this.page.locator('#status\\.editor\\.selection').textContent();
    const found = /Ln (\d+), Col (\d+)/.exec(label ?? '');
    if (!found) throw new Error(`the status bar shows no caret but "${label}"`);
    return {line: Number(found[1]), column: Number(found[2])};
  }

  /** Types at the caret, key by key. */
  async type(text: string): Promise<void> {
    await this.#step(`type "${text}"`, async () => {
      await this.focusEditor();
      await this.page.keyboard.type(text);
    });
  }

  async press(keys: string): Promise<void> {
    await this.focusEditor();
    await this.page.keyboard.press(keys);
  }

  async undo(): Promise<void> {
    await this.press('Control+z');
  }

  /** The titles of the open tabs, of all groups. */
  async tabs(): Promise<string[]> {
    return this.page.locator('.part.editor .tab .tab-label .monaco-icon-label-container').allTextContents();
  }

  /** The title of the tab in front, in the group that has the focus. */
  async activeTab(): Promise<string> {
    const tab = this.page.locator('.editor-group-container.active .tab.active .tab-label');
    return (await tab.locator('.monaco-icon-label-container').textContent()) ?? '';
  }

  // ---- diagnostics

  /** The counts in the status bar, which cover all files that have findings. */
  async problemCounts(): Promise<Counts> {
    const label = (await this.page.locator('#status\\.problems').getAttribute('aria-label')) ?? '';
    const count = (name: string) => Number(new RegExp(`${name}: (\\d+)`).exec(label)?.[1] ?? 0);
    return {error: count('Errors'), warning: count('Warnings'), info: count('Infos')};
  }

  /** The rows of the Problems panel, of all files, in its order. */
  async problems(): Promise<Problem[]> {
    return this.#step('read the Problems panel', async () => {
      const list = this.page.locator('.markers-panel .monaco-list');
      if (!(await this.page.locator('.markers-panel').isVisible())) {
        await this.command('Problems: Focus on Problems View');
        await this.page.locator('.markers-panel').waitFor();
      }
      if (!(await list.isVisible())) return [];
      const rows = await this.#allRows(list, (element) => {
        const text = (selector: string) => element.querySelector(selector)?.textContent ?? '';
        const place = /Ln (\d+), Col (\d+)/.exec(text('.marker-line'));
        // Related places are rows, too, without an icon.
        if (!place || !element.querySelector('.marker-icon')) return null;
        const icon = element.querySelector('.marker-icon')?.className ?? '';
        const lines = [...element.querySelectorAll('.marker-message')].map((line) => line.textContent ?? '');
        return {
          severity: /\b(error|warning|info)\b/.exec(icon)?.[1] ?? 'info',
          message: lines.join('\n'),
          source: text('.marker-source'),
          code: text('.marker-code'),
          link: element.querySelector('a.monaco-link')?.getAttribute('href') ?? '',
          line: Number(place[1]),
          column: Number(place[2]),
        };
      });
      return rows.filter((row) => row !== null) as Problem[];
    });
  }

  /** The words that are underlined on screen, top to bottom. One that wraps gives one entry a line. */
  async underlined(severity: Severity): Promise<string[]> {
    return this.editor.evaluate((editor, kind) => {
      const lines = [...editor.querySelectorAll('.view-lines .view-line')];
      const found: {top: number; left: number; text: string}[] = [];
      for (const mark of editor.querySelectorAll(`.squiggly-${kind}`)) {
        const under = mark.getBoundingClientRect();
        const middle = (under.top + under.bottom) / 2;
        let text = '';
        for (const line of lines) {
          const box = line.getBoundingClientRect();
          if (middle < box.top || middle > box.bottom) continue;
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            // Inlay hints stand in the line but are not text of the file.
            if (node.parentElement?.className.includes('dyn-rule')) continue;
            const range = document.createRange();
            for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) {
              range.setStart(node, at);
              range.setEnd(node, at + 1);
              const letter = range.getBoundingClientRect();
              const x = (letter.left + letter.right) / 2;
              if (x > under.left && x < under.right) text += node.nodeValue?.[at] ?? '';
            }
          }
        }
        found.push({top: under.top, left: under.left, text: text.replaceAll('\u00a0', ' ')});
      }
      return found.sort((a, b) => a.top - b.top || a.left - b.left).map((mark) => mark.text);
    }, severity);
  }

  /** How many underlined pieces are on screen. */
  async squiggles(): Promise<Counts> {
    const count = (severity: Severity) => this.editor.locator(`.squiggly-${severity}`).count();
    return {error: await count('error'), warning: await count('warning'), info: await count('info')};
  }

  // ---- hover, fixes, lenses, completions

  /** Moves the mouse over a text and returns the rows of the hover, once they match what is given. */
  async hover(text: string, {until, ...where}: Where & {until?: RegExp} = {}): Promise<string[]> {
    return this.#step(`hover over "${text}"${until ? ` until it shows ${until}` : ''}`, async () => {
      await this.caretInside(text, where);
      const box = await this.editor.locator('.cursors-layer .cursor').first().boundingBox();
      if (!box) throw new Error('the caret is not on screen');
      const rows = this.page.locator('.monaco-hover:not(.hidden) .hover-row');
      let seen: string[] = [];
      for (let tries = 0; tries < 3; tries += 1) {
        // Two moves: a hover opens on a move inside the word, not on an arrival.
        await this.page.mouse.move(box.x + 40, box.y + 200);
        await this.page.mouse.move(box.x + 1, box.y + box.height / 2);
        await this.page.mouse.move(box.x + 2, box.y + box.height / 2);
        const deadline = Date.now() + patience / 3;
        let quiet = 0;
        while (Date.now() < deadline) {
          await pause(100);
          const now = await rows.evaluateAll((all) =>
            all.map((row) => (row as HTMLElement).innerText.trim()),
          );
          const same = JSON.stringify(now) === JSON.stringify(seen);
          seen = now;
          // Parts of a hover come one by one, so without something to wait for it must stay the same a while.
          quiet = same && now.length > 0 && !now.includes('Loading...') ? quiet + 1 : 0;
          if (until ? now.some((row) => until.test(row)) : quiet >= 4) return now;
        }
      }
      throw new Error(seen.length > 0 ? `it showed ${show(seen)}` : 'no hover came');
    });
  }

  /** The open hover, for clicking a link in it. */
  get hoverWidget(): Locator {
    return this.page.locator('.monaco-hover:not(.hidden)').first();
  }

  async dismissHover(): Promise<void> {
    await this.page.mouse.move(700, 2);
    await this.page.keyboard.press('Escape');
    await this.page.locator('.monaco-editor .monaco-hover:not(.hidden)').first().waitFor({state: 'hidden'});
  }

  /** The titles in the quick fix menu at a text; the menu is closed again. */
  async quickFixes(text: string, where?: Where): Promise<string[]> {
    return this.#step(`list the quick fixes at "${text}"`, async () => {
      const titles = await this.#openQuickFixes(text, where);
      if (titles.length > 0) await this.page.keyboard.press('Escape');
      await this.page.locator(fixMenu).waitFor({state: 'hidden'});
      return titles;
    });
  }

  /** Chooses a quick fix at a text, waiting until it is offered. */
  async applyQuickFix(text: string, title: string | RegExp, where?: Where): Promise<void> {
    await this.#step(`apply the quick fix ${title} at "${text}"`, async () => {
      let titles: string[] = [];
      for (let tries = 0; tries < 5; tries += 1) {
        titles = await this.#openQuickFixes(text, where);
        const index = titles.findIndex((one) => matches(one, title));
        if (index >= 0) {
          await this.page.locator(`${fixMenu} .monaco-list-row.action`).nth(index).click();
          await this.page.locator(fixMenu).waitFor({state: 'hidden'});
          return;
        }
        if (titles.length > 0) await this.page.keyboard.press('Escape');
        await this.page.locator(fixMenu).waitFor({state: 'hidden'});
        await pause(200);
      }
      throw new Error(`it is not among ${show(titles)}`);
    });
  }

  async codeLenses(): Promise<string[]> {
    const lenses = this.editor.locator('.codelens-decoration');
    return lenses.evaluateAll((all) =>
      all.flatMap((lens) => {
        const parts = [...lens.querySelectorAll('a, span')].map((part) => part.textContent ?? '');
        return parts
          .filter((part) => part !== '' && part !== ' | ')
          .map((part) => part.replaceAll('\u00a0', ' '));
      }),
    );
  }

  async clickCodeLens(title: string | RegExp): Promise<void> {
    await this.#step(`click the code lens ${title}`, () =>
      this.editor.locator('.codelens-decoration a').filter({hasText: title}).first().click(),
    );
  }

  /** The inlay hints on screen. */
  async inlayHints(): Promise<string[]> {
    const hints = this.editor.locator('.view-line [class*=dyn-rule]');
    return hints.evaluateAll((all) => all.map((hint) => (hint.textContent ?? '').replaceAll('\u00a0', ' ')));
  }

  /** Asks for completions at the caret; the list stays open for acceptCompletion. */
  async completions(): Promise<string[]> {
    return this.#step('ask for completions', async () => {
      await this.press('Control+Space');
      const widget = this.page.locator('.suggest-widget.visible');
      await widget.locator('.monaco-list-row').first().waitFor();
      return widget.locator('.monaco-list-row .label-name').allTextContents();
    });
  }

  async acceptCompletion(label: string): Promise<void> {
    await this.#step(`accept the completion ${label}`, async () => {
      const rows = this.page.locator('.suggest-widget.visible .monaco-list-row');
      await rows
        .filter({has: this.page.getByText(label, {exact: true})})
        .first()
        .click();
    });
  }

  // ---- commands and questions

  /** Runs a command by its whole title as the palette shows it, category included. */
  async command(title: string): Promise<void> {
    await this.#step(`run the command "${title}"`, async () => {
      await this.#openQuickInput('F1');
      await this.page.keyboard.insertText(title);
      await this.#clickRow((label) => label === title, title);
    });
  }

  /** Whether the palette offers a command now. */
  async offersCommand(title: string): Promise<boolean> {
    return this.#step(`look for the command "${title}"`, async () => {
      await this.#openQuickInput('F1');
      await this.page.keyboard.insertText(title);
      const labels = await this.settled(() => this.choices());
      await this.page.keyboard.press('Escape');
      await this.quickInput.waitFor({state: 'hidden'});
      return labels.includes(title);
    });
  }

  /** The box at the top: palette, quick pick, input box. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** The labels in an open quick pick. */
  async choices(): Promise<string[]> {
    return this.quickInput
      .locator('.monaco-list-row')
      .evaluateAll((rows) =>
        rows.map((row) => row.querySelector('.quick-input-list-row .label-name')?.textContent ?? ''),
      );
  }

  /** Picks in a quick pick, once it is offered. */
  async choose(label: string | RegExp): Promise<void> {
    await this.#step(`choose ${label}`, async () => {
      await this.quickInput.waitFor();
      await this.#clickRow((one) => matches(one, label), String(label));
    });
  }

  /** Fills an input box, once it asks for what is given (its title, prompt or placeholder), and accepts. */
  async answer(question: RegExp, text: string): Promise<void> {
    await this.#step(`answer ${question} with "${text}"`, async () => {
      const input = this.quickInput.locator('input[type=text]');
      await this.until(`it asks ${question}`, async () => {
        const words = [await this.quickInput.innerText(), (await input.getAttribute('placeholder')) ?? ''];
        return question.test(words.join('\n'));
      });
      await input.fill(text);
      await input.press('Enter');
    });
  }

  /** The messages in the corner. */
  async notifications(): Promise<string[]> {
    return this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
  }

  /** Clicks a button of a message in the corner, once the message is there. */
  async answerNotification(message: RegExp, button: string): Promise<void> {
    await this.#step(`answer the message ${message} with ${button}`, async () => {
      const toast = this.page
        .locator('.notifications-toasts .notification-list-item')
        .filter({hasText: message});
      // The buttons of a message may be hidden until the mouse is over it.
      await toast.first().hover();
      await toast.first().getByRole('button', {name: button, exact: true}).click();
    });
  }

  /** Clicks a button of a modal dialog, once one asks for what is given. */
  async answerDialog(message: RegExp, button: string): Promise<void> {
    await this.#step(`answer the dialog ${message} with ${button}`, () =>
      this.page
        .locator('.monaco-dialog-box')
        .filter({hasText: message})
        .getByRole('button', {name: button, exact: true})
        .click(),
    );
  }

  // ---- views

  /** The rows of a view that is open in a side bar, by the view's name, all of them. */
  async treeRows(view: string): Promise<TreeRow[]> {
    return this.#step(`read the view ${view}`, async () => {
      const list = this.pane(view).locator('.monaco-list').first();
      await this.pane(view).waitFor();
      if (!(await list.isVisible())) return [];
      return this.#allRows(list, (element) => ({
        label: element.querySelector('.label-name, .outline-element-label')?.textContent ?? '',
        description: element.querySelector('.label-description, .outline-element-detail')?.textContent ?? '',
        level: Number(element.getAttribute('aria-level')),
        expanded: element.hasAttribute('aria-expanded')
          ? element.getAttribute('aria-expanded') === 'true'
          : undefined,
      }));
    });
  }

  /** One row of a view, for a click. Only a row that is scrolled into view is found. */
  treeRow(view: string, label: string): Locator {
    const name = this.page
      .locator('.label-name, .outline-element-label')
      .filter({hasText: new RegExp(`^${escapeRegExp(label)}$`)});
    return this.pane(view).locator('.monaco-list-row').filter({has: name}).first();
  }

  pane(view: string): Locator {
    const header = this.page.locator(
      `.pane-header[aria-label="${view} Section"], .pane-header[aria-label^="${view}"]`,
    );
    return this.page.locator('.pane').filter({has: header}).first();
  }

  /** The outline of the open file. */
  async outlineRows(): Promise<TreeRow[]> {
    if (!(await this.pane('Outline').locator('.monaco-list').first().isVisible())) {
      await this.command('Explorer: Focus on Outline View');
    }
    return this.treeRows('Outline');
  }

  /** What a status bar item says, found by its id; undefined while it is not there. */
  async statusItem(id: string): Promise<string | undefined> {
    const item = this.page.locator(`.statusbar-item[id*="${id}"]`).first();
    return (await item.isVisible()) ? (await item.innerText()).trim() : undefined;
  }

  async clickStatusItem(id: string): Promise<void> {
    await this.#step(`click the status bar item ${id}`, () =>
      this.page.locator(`.statusbar-item[id*="${id}"] a`).first().click(),
    );
  }

  /** The inside of the webview that shows this text, once it does. */
  async webview(text: string | RegExp): Promise<FrameLocator> {
    return this.#step(`find the webview that shows ${text}`, () =>
      this.until(`a webview shows ${text}`, async () => {
        const outer = this.page.locator('iframe.webview');
        for (let index = 0; index < (await outer.count()); index += 1) {
          const inner = outer.nth(index).contentFrame().locator('iframe#active-frame').contentFrame();
          if ((await inner.locator('body').filter({hasText: text}).count()) > 0) return inner;
        }
        return undefined;
      }),
    );
  }

  // ---- underneath

  /** The text editor of the group in front, or the first one when a webview is in front. */
  get editor(): Locator {
    const active = this.page.locator(
      '.editor-group-container.active .editor-instance .monaco-editor[data-uri]',
    );
    const any = this.page.locator('.part.editor .editor-instance .monaco-editor[data-uri]');
    return active.or(any.first()).locator('visible=true').first();
  }

  private tab(path: string): Locator {
    const label = this.page.locator(`.tab-label[aria-label^="${path}"]`);
    return this.page.locator('.part.editor .tab').filter({has: label}).first();
  }

  /** Where the caret stands and how much is selected, in the status bar. */
  get #place(): Locator {
    return this.page.locator('#status\\.editor\\.selection');
  }

  async #collapse(key: 'ArrowLeft' | 'ArrowRight'): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      await this.page.keyboard.press(key);
      try {
        return await this.#shows(this.#place, /^Ln \d+, Col \d+$/);
      } catch (error) {
        if (tries === 2) throw error;
        // A view beside the draft that takes the focus late gets the key.
        await this.focusEditor();
      }
    }
  }

  async #shows(element: Locator, wanted: RegExp, timeout = 3000): Promise<void> {
    const deadline = Date.now() + timeout;
    let text = '';
    while (Date.now() < deadline) {
      text = (await element.textContent().catch(() => '')) ?? '';
      if (wanted.test(text.trim())) return;
      await pause(30);
    }
    throw new Error(`it should show ${wanted} but shows "${text}"`);
  }

  async #openQuickInput(keys: string): Promise<void> {
    const input = this.quickInput.locator('input[type=text]').and(this.page.locator(':focus'));
    // Something that takes the focus late closes the box again.
    for (let tries = 0; tries < 3; tries += 1) {
      await this.page.keyboard.press(keys);
      await input.waitFor({timeout: patience / 3}).catch(() => {});
      if (await input.isVisible()) return;
    }
    throw new Error(`${keys} opens nothing to type into`);
  }

  /** A list that is still being filled moves its rows, or makes them anew, under the pointer. */
  async #clickRow(wanted: (label: string) => boolean, what: string): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const row = await this.#quickRow(wanted, what);
      try {
        return await row.click({timeout: 4000});
      } catch (error) {
        // It may have been clicked, and only the page took long to go on.
        if (!(await this.quickInput.isVisible())) return;
        if (tries === 3) throw error;
      }
    }
  }

  async #quickRow(wanted: (label: string) => boolean, what: string): Promise<Locator> {
    const deadline = Date.now() + patience;
    let labels: string[] = [];
    while (Date.now() < deadline) {
      labels = await this.choices();
      const index = labels.findIndex((label) => label !== '' && wanted(label));
      if (index >= 0) return this.quickInput.locator('.monaco-list-row').nth(index);
      await pause(50);
    }
    await this.page.keyboard.press('Escape');
    throw new Error(`"${what}" is not offered, only ${show(labels)}`);
  }

  async #openQuickFixes(text: string, where?: Where): Promise<string[]> {
    const rows = this.page.locator(`${fixMenu} .monaco-list-row.action`);
    // Shown instead of the menu where there is nothing to offer.
    const nothing = this.page.locator('.monaco-editor-overlaymessage');
    await this.caretInside(text, where);
    for (let tries = 0; tries < 3; tries += 1) {
      await this.page.keyboard.press('Control+.');
      const deadline = Date.now() + 3000;
      while (Date.now() < deadline) {
        if ((await rows.count()) > 0) {
          await this.settled(() => rows.count());
          return rows.evaluateAll((all) => all.map((row) => row.querySelector('.title')?.textContent ?? ''));
        }
        if (await nothing.isVisible()) break;
        await pause(50);
      }
      await pause(200);
    }
    return [];
  }

  // Lists keep only the rows in view in the page, so it is scrolled from top to end and the rows are put together.
  async #allRows<T>(list: Locator, read: (row: Element) => T): Promise<T[]> {
    const {rows, size, whole} = await list.evaluate(async (element, code) => {
      const readRow = new Function(`return (${code})`)() as (row: Element) => unknown;
      const found = new Map<number, unknown>();
      const scroller = element.querySelector('.monaco-scrollable-element') ?? element;
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      let end = false;
      const take = () => {
        const box = element.getBoundingClientRect();
        for (const row of element.querySelectorAll('.monaco-list-rows .monaco-list-row')) {
          found.set(Number(row.getAttribute('data-index')), readRow(row));
          if (row.getAttribute('data-index') === '0') start = row.getBoundingClientRect().top >= box.top - 1;
          if (row.getAttribute('data-last-element') === 'true') end = true;
        }
      };
      let start = false;
      // One wheel event moves a list by 50 pixels at most, however far it says it goes.
      const ticks = Math.max(1, Math.floor(element.clientHeight / 50) - 1);
      const scroll = async (by: 1 | -1) => {
        for (let tick = 0; tick < ticks; tick += 1) {
          const far = {deltaY: by * 120, wheelDeltaY: -by * 120, bubbles: true, cancelable: true};
          scroller.dispatchEvent(new WheelEvent('wheel', far));
        }
        await frame();
      };
      const limit = 300;
      take();
      for (let turn = 0; !start && turn < limit; turn += 1, take()) await scroll(-1);
      found.clear();
      end = false;
      take();
      for (let turn = 0; !end && found.size > 0 && turn < limit; turn += 1, take()) await scroll(1);
      const sorted = [...found].sort(([a], [b]) => a - b).map(([, row]) => row);
      const last = Math.max(-1, ...found.keys());
      start = false;
      take();
      for (let turn = 0; !start && found.size > 0 && turn < limit; turn += 1, take()) await scroll(-1);
      return {rows: sorted, size: last + 1, whole: end || last < 0};
    }, read.toString());
    if (!whole || rows.length !== size) throw new Error(`only ${rows.length} rows of the list could be read`);
    return rows as T[];
  }

  // Says what was being done when something failed, with a picture and the logs of that moment.
  async #step<T>(what: string, act: () => Promise<T>): Promise<T> {
    this.#depth += 1;
    try {
      return await act();
    } catch (error) {
      if (this.#depth > 1) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      const name = `failure-${(this.#failures += 1)}-${what.slice(0, 60)}`;
      const picture = await this.screenshot(name).catch(() => 'no picture could be taken');
      const logs = await this.server.logs(/^(remoteexthost|\d+-Onrecord.*)\.log$/).catch(() => '');
      const consoleText = this.#consoleErrors.join('\n');
      await writeFile(
        picture.replace(/\.png$/, '.log'),
        `${logs}\n== browser console\n${consoleText}\n`,
      ).catch(() => {});
      throw new Error(`Could not ${what}: ${reason}\n  Seen then: ${picture} (and .log)`, {cause: error});
    } finally {
      this.#depth -= 1;
    }
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function show(value: unknown): string {
  if (value instanceof Error) return value.message;
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
