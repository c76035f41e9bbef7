import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { launchBrowser, workbenchUrl } from '../host/browser';
import { ROOT } from '../host/cache';
import { installHost } from '../host/install';
import { exitOnSignals, type Server, type ServerOptions, startServer } from '../host/server';

/** Pictures of every run; a chosen few are copied to `media/screenshots`. */
const PICTURES = path.join(ROOT, 'out/screenshots');
const VSIX = path.join(ROOT, 'principled.vsix');
const DEADLINE = 45_000;
/** How long a question may wait for its answer before it is asked again. */
const PATIENCE = 3_000;

/** The real window with the packaged extension, on a copy of a folder. */
export class Workbench {
  private constructor(
    readonly page: Page,
    readonly folder: string,
    private readonly server: Server,
    private readonly context: BrowserContext,
  ) {}

  static async open(source = path.join(ROOT, 'samples'), options: ServerOptions = {}): Promise<Workbench> {
    installHost();
    exitOnSignals();
    const parent = mkdtempSync(path.join(os.tmpdir(), 'vsw-'));
    const folder = path.join(parent, path.basename(source));
    cpSync(source, folder, { recursive: true });
    const server = await startServer({ vsix: [VSIX], ...options });
    const context = await launchBrowser(server);
    const page = context.pages()[0] ?? (await context.newPage());
    page.setDefaultTimeout(DEADLINE);
    await page.goto(workbenchUrl(server, folder));
    await page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
    return new Workbench(page, folder, server, context);
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.stop();
    rmSync(path.dirname(this.folder), { recursive: true, force: true });
  }

  /** Everything that window, server and extensions have logged, output channels included. */
  logs(): string {
    const folder = path.join(this.server.folder, 'd/logs');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8')).join('\n');
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** The title of the step that is asked. */
  title(text: string): Locator {
    return this.quickInput.locator('.quick-input-titlebar', { hasText: text });
  }

  /** The row that Enter takes, once it is this one: others stand there until the list was filtered. */
  focused(text: string): Locator {
    return this.quickInput.locator('.monaco-list-row.focused', { hasText: text });
  }

  get editor(): Locator {
    return this.page.locator('.editor-group-container.active .monaco-editor').first();
  }

  line(text: string): Locator {
    return this.page.locator('.monaco-editor .view-line', { hasText: text }).first();
  }

  read(...parts: string[]): string {
    return readFileSync(path.join(this.folder, ...parts), 'utf8');
  }

  write(name: string, text: string): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  /** The window stores what it shows before it goes. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('load');
    await this.command('Developer: Reload Window');
    await loaded;
    await this.page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row').first().waitFor();
  }

  /** Runs a command by its title through the palette, which lists an extension's commands once that is known. */
  async command(title: string): Promise<void> {
    await this.ask(this.focused(title), async () => {
      await this.page.keyboard.press('F1');
      await this.quickInput.locator('input').fill(`>${title}`, { timeout: PATIENCE });
    });
    await this.page.keyboard.press('Enter');
  }

  /** The quick fixes at the cursor, once they hold this one: the window closes the menu when the problems change. */
  async quickFixes(title: string): Promise<Locator> {
    const menu = this.page.locator('.action-widget:visible');
    await this.ask(menu.getByText(title), () => this.page.keyboard.press('Control+.'));
    return menu;
  }

  /**
   * Asks again, as a user would, where the window was not ready for the question: a key pressed while the focus
   * moves into a page that is still loading reaches nobody.
   */
  private async ask(answer: Locator, question: () => Promise<void>): Promise<void> {
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const shown = question()
        .then(() => answer.waitFor({ timeout: PATIENCE }))
        .then(
          () => true,
          () => false,
        );
      if (await shown) return;
      await this.page.keyboard.press('Escape');
    }
    await answer.waitFor();
  }

  /** Opens a file through quick open. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.choose(name, path.basename(name));
    await this.page.locator('.tab.active', { hasText: path.basename(name) }).waitFor();
  }

  private async choose(text: string, row: string): Promise<void> {
    await this.quickInput.locator('input').waitFor();
    await this.quickInput.locator('input').fill(text);
    await this.focused(row).waitFor();
    await this.page.keyboard.press('Enter');
  }

  /** The content of the page that an extension shows in the active editor. */
  get webview(): FrameLocator {
    return this.page.locator('iframe.webview.ready').last().contentFrame().frameLocator('iframe');
  }

  /** The first entry of the Problems view that carries the text; other files may have it too. */
  problem(text: string): Locator {
    return this.page.locator('.markers-panel .monaco-list-row', { hasText: text }).first();
  }

  /** Saves the change in the editor; waits first until the window knows of one, or there would be nothing to save. */
  async save(): Promise<void> {
    await this.page.locator('.tab.active.dirty').waitFor();
    await this.page.keyboard.press('Control+S');
    await this.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
  }

  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled' });
  }
}
