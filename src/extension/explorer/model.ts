import { type Disposable, EventEmitter, languages, workspace } from 'vscode';
import type { NamedProfile, Survey, UseFact } from '../../advisor/survey';
import type { Credential } from '../../credentials/credential';
import type { LiveReport } from '../../live/main';
import { FileWatch } from '../../machine/file-watch';
import { type Inventory, standardSources, takeInventory } from '../../machine/inventory';
import { FewKeys } from '../../machine/key-reader';
import { type Machine, thisMachine } from '../../machine/machine';
import { DotenvFiles, type KeyVault, StoredKeys } from '../../machine/sources/genai-keys';
import type { CredentialSource, Held } from '../../machine/sources/source';
import { configFiles } from '../settings';
import { foundInWorkspace } from './found';
import { childrenOf, countUnhealthy, type Node, type OriginNode, roots, type Spot, spotsOf } from './node';
import { otherNames, usesOf } from './uses';

const NOTHING: Inventory = { held: [], places: [], files: [], cli: {} };
/** Dependencies carry configuration of others. */
const EXCLUDE = '**/{node_modules,.venv,venv,site-packages,.git}/**';
const MOST_FILES = 40;
/** Files that show what to fill in. */
const EXAMPLE = /\.(?:example|sample|template|dist)$/;
/** How often what a token has left is told anew, while somebody looks. */
const COUNTDOWN_MS = 15_000;

export interface ModelOptions {
  readonly vault: KeyVault;
  readonly machine?: () => Machine;
  /** What the language server finds in the workspace. */
  readonly survey?: () => Promise<Survey>;
}

/** What the tree shows: read when somebody looks, and again when a file behind it changes. */
export class Model implements Disposable {
  private readonly changed = new EventEmitter<Node | undefined>();
  readonly onDidChange = this.changed.event;
  private readonly watch = new FileWatch(() => void this.refresh());
  private readonly listeners: readonly Disposable[];
  private readonly reports = new Map<string, LiveReport>();
  private readonly running = new Map<string, AbortController>();
  private inventory = NOTHING;
  /** What somebody asked for: it is in no file. */
  private asked: readonly Held[] = [];
  private tree: readonly OriginNode[] = [];
  private found: readonly Spot[] = foundInWorkspace();
  private reading: Promise<void> | undefined;
  private surveying: Promise<void> | undefined;
  private uses: readonly UseFact[] = [];
  private again = false;
  private seen: (() => void) | undefined;
  private countdown: NodeJS.Timeout | undefined;

  constructor(private readonly options: ModelOptions) {
    this.listeners = [
      languages.onDidChangeDiagnostics(() => this.refound()),
      workspace.onDidGrantWorkspaceTrust(() => void this.refresh()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('principled.configFiles')) void this.refresh();
      }),
    ];
  }

  get origins(): readonly OriginNode[] {
    return this.tree;
  }

  get unhealthy(): number {
    return countUnhealthy(this.tree);
  }

  get machine(): Machine {
    return this.options.machine?.() ?? thisMachine();
  }

  /** Of the CLI when nothing names one. */
  get cliProfile(): string | undefined {
    return this.inventory.cli.profile;
  }

  held(id: string): Held | undefined {
    return this.all.find(({ credential }) => credential.id === id);
  }

  get all(): readonly Held[] {
    return [...this.inventory.held, ...this.asked];
  }

  children(node: Node): readonly Node[] {
    if (node.kind === 'origin') return node.children;
    if (node.kind === 'usages') return spotsOf(node);
    if (node.kind !== 'credential') return [];
    this.surveying ??= this.look();
    return childrenOf(node, usesOf(node.credential, this.uses));
  }

  /** Code is looked through when somebody opens a credential, and again when asked. */
  private async look(): Promise<void> {
    const found = await this.options.survey?.().catch(() => undefined);
    this.uses = found?.uses ?? [];
    if (this.uses.length > 0) this.changed.fire(undefined);
  }

  /** Where code names another profile than this one and could name this one. */
  async otherNames(credential: Credential): Promise<readonly NamedProfile[]> {
    this.surveying ??= this.look();
    await this.surveying;
    return otherNames(credential, this.uses);
  }

  /** Everything anew, code included. */
  async refreshAll(): Promise<void> {
    this.surveying = this.look();
    await Promise.all([this.refresh(), this.surveying]);
  }

  /** Reads everything; resolves when it can be looked at, though many keys are still to be checked. */
  show(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.seen = resolve;
      this.refresh().then(resolve, reject);
    });
  }

  /** Reads everything once more; callers meanwhile share one further reading. */
  refresh(): Promise<void> {
    if (this.reading) {
      this.again = true;
      return this.reading;
    }
    this.reading = this.readAll();
    return this.reading;
  }

  private async readAll(): Promise<void> {
    try {
      do {
        this.again = false;
        const sources = await this.sources();
        const keys = new FewKeys();
        this.inventory = await takeInventory(sources, this.machine, Date.now(), keys);
        this.rebuild();
        this.seen?.();
        if (keys.left > 0) this.inventory = await takeInventory(sources, this.machine);
      } while (this.again);
    } finally {
      // In the same breath as the last look, so that nobody asks a reading that has ended.
      this.reading = undefined;
    }
    this.watch.follow(this.inventory.files);
    this.rebuild();
  }

  private async sources(): Promise<CredentialSource[]> {
    const [configs, dotenvs] = await Promise.all([
      workspaceFiles('**/{.oci/config,oci_config,oci-config,oci.config,config.oci}'),
      workspaceFiles('**/.env{,.*}'),
    ]);
    return [
      ...standardSources({ extra: [...configFiles(), ...configs] }),
      new DotenvFiles(dotenvs),
      new StoredKeys(this.options.vault),
    ];
  }

  private refound(): void {
    const found = foundInWorkspace();
    if (JSON.stringify(found) === JSON.stringify(this.found)) return;
    this.found = found;
    this.rebuild();
  }

  private rebuild(): void {
    this.tree = roots(
      this.all.map(({ credential }) => credential),
      this.inventory.places,
      this.found,
    );
    this.changed.fire(undefined);
  }

  /** What OCI said at the last test. */
  report(id: string): LiveReport | undefined {
    return this.reports.get(id);
  }

  isTesting(id: string): boolean {
    return this.running.has(id);
  }

  stopTest(id: string): void {
    this.running.get(id)?.abort();
  }

  /** Runs a test of a credential; a second one ends the first. */
  async test(id: string, run: (held: Held, signal: AbortSignal) => Promise<LiveReport | undefined>): Promise<void> {
    const held = this.held(id);
    if (!held) return;
    this.stopTest(id);
    const controller = new AbortController();
    this.running.set(id, controller);
    this.changed.fire(undefined);
    try {
      const report = await run(held, controller.signal);
      if (report && !controller.signal.aborted) this.reports.set(id, report);
    } finally {
      if (this.running.get(id) === controller) this.running.delete(id);
      this.changed.fire(undefined);
    }
  }

  /** What was asked for: a principal that this machine turned out to have, keys that OCI lists. */
  add(found: readonly Held[]): void {
    const ids = new Set(found.map(({ credential }) => credential.id));
    this.asked = [...this.asked.filter(({ credential }) => !ids.has(credential.id)), ...found];
    this.rebuild();
  }

  /** Counts down only while the view is seen and something expires. */
  setVisible(visible: boolean): void {
    clearInterval(this.countdown);
    this.countdown = visible ? setInterval(() => this.tick(), COUNTDOWN_MS) : undefined;
  }

  private tick(): void {
    if (this.inventory.held.some(({ credential }) => credential.expiry !== undefined)) void this.refresh();
  }

  dispose(): void {
    clearInterval(this.countdown);
    for (const controller of this.running.values()) controller.abort();
    for (const listener of this.listeners) listener.dispose();
    this.watch.close();
    this.changed.dispose();
  }
}

/** Files of the workspace that its owner trusts; none otherwise. */
async function workspaceFiles(pattern: string): Promise<string[]> {
  if (!workspace.isTrusted || !workspace.workspaceFolders?.length) return [];
  const found = await workspace.findFiles(pattern, EXCLUDE, MOST_FILES);
  return found.filter(({ scheme, path }) => scheme === 'file' && !EXAMPLE.test(path)).map(({ fsPath }) => fsPath);
}
