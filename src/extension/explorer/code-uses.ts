import { type Disposable, languages, type Uri, workspace } from 'vscode';
import type { NamedProfile, ProviderFact, Survey, UseFact } from '../../advisor/survey';
import type { Credential } from '../../credentials/credential';
import { otherNames } from './uses';

/** A burst of saved or linted files is looked at once. */
const SETTLE_MS = 500;
/** A large workspace is not waited for by what can do without it. */
const PATIENCE_MS = 1_500;
/** Of the diagnostics of the language server. */
const SOURCE = 'principled';

/** Which code uses which credential: looked for when somebody opens one, and again when code has changed. */
export class CodeUses implements Disposable {
  private looking: Promise<void> | undefined;
  /** One that waits for its turn: it sees whatever changed until then. */
  private again: Promise<void> | undefined;
  private found: Survey | undefined;
  private stale = false;
  private readonly told = new Set<string>();
  private visible = true;
  private timer: NodeJS.Timeout | undefined;
  private readonly listeners: readonly Disposable[];

  constructor(
    private readonly survey: () => Promise<Survey | undefined>,
    private readonly onChange: () => void,
  ) {
    this.listeners = [
      workspace.onDidSaveTextDocument(() => this.changed()),
      // The language server lints what changes outside of the editor too.
      languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => !isOpen(uri.toString()) && this.toldOf(uri))) this.changed();
      }),
    ];
  }

  get uses(): readonly UseFact[] {
    return this.found?.uses ?? [];
  }

  get providers(): readonly ProviderFact[] {
    return this.found?.providers ?? [];
  }

  /** Starts the first look. */
  want(): void {
    this.looking ??= this.look();
  }

  /** Looks again, whatever is known; after a look that is under way, so that the newest one counts. */
  renew(): Promise<void> {
    const before = this.looking ?? Promise.resolve();
    this.again ??= before.then(() => {
      this.again = undefined;
      return this.look();
    });
    this.looking = this.again;
    return this.looking;
  }

  /** Resolves once the uses are known. */
  async ready(): Promise<void> {
    this.want();
    await this.looking;
  }

  async otherNames(credential: Credential): Promise<readonly NamedProfile[]> {
    await this.ready();
    return otherNames(credential, this.uses);
  }

  /** Compartments that code names, the most named first. */
  async compartments(): Promise<readonly string[]> {
    this.want();
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([this.looking, patience]);
    clearTimeout(timer);
    return this.found?.ocids.compartment ?? [];
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    if (visible && this.stale) this.changed();
  }

  /** Nobody looks again for a view that nobody sees. */
  private changed(): void {
    if (!this.looking) return;
    this.stale = true;
    clearTimeout(this.timer);
    if (this.visible) this.timer = setTimeout(() => void this.renew(), SETTLE_MS);
  }

  /** Other linters speak of a file all day: only where ours says something, or said something, has a use changed. */
  private toldOf(uri: Uri): boolean {
    const key = uri.toString();
    const told = languages.getDiagnostics(uri).some(({ source }) => source === SOURCE);
    const before = this.told.has(key);
    if (told) this.told.add(key);
    else this.told.delete(key);
    return told || before;
  }

  private async look(): Promise<void> {
    this.stale = false;
    const found = await this.survey().catch(() => undefined);
    if (!found) return;
    const shown = (): string => JSON.stringify([this.uses, this.providers]);
    const before = shown();
    this.found = found;
    if (shown() !== before) this.onChange();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
  }
}

const isOpen = (uri: string): boolean => workspace.textDocuments.some((document) => document.uri.toString() === uri);
