import { type Disposable, EventEmitter, languages, workspace } from 'vscode';
import type { Survey } from '../../advisor/survey';
import type { Credential } from '../../credentials/credential';
import type { LiveReport, LiveResult } from '../../live/main';
import { configOfSdks } from '../../machine/config-in-use';
import { resolvePath } from '../../machine/credential-path';
import { FileWatch } from '../../machine/file-watch';
import { type Inventory, standardSources, takeInventory } from '../../machine/inventory';
import { FewKeys, NodeKeys } from '../../machine/key-reader';
import { type Machine, thisMachine } from '../../machine/machine';
import { DotenvFiles, type KeyVault, StoredKeys } from '../../machine/sources/genai-keys';
import type { CredentialSource, Held } from '../../machine/sources/source';
import { configFiles } from '../settings';
import { adviceOn } from './advice';
import { CodeUses } from './code-uses';
import { type Found, foundInWorkspace } from './found';
import { type Ask, LiveTests } from './live-tests';
import {
  childrenOf,
  countUnhealthy,
  type Node,
  type OriginNode,
  type PlaneNode,
  roots,
  type SignInNode,
  type Spot,
  spotsOf,
} from './node';
import { advises, overall, saidBy, signInOf } from './tested';
import { providersOf, usesOf } from './uses';
import { WorkspaceFileWatch, workspaceFiles } from './workspace-files';

const NOTHING: Inventory = { held: [], places: [], files: [], cli: {} };
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
  private readonly draw = (): void => this.changed.fire(undefined);
  readonly tests = new LiveTests(this.draw);
  readonly code: CodeUses;
  private readonly watch = new FileWatch(() => void this.refresh());
  private readonly listeners: readonly Disposable[];
  private readonly keys = new NodeKeys();
  private inventory = NOTHING;
  /** The config that SDKs read. */
  private standard = '';
  /** What somebody asked for: it is in no file. */
  private asked: readonly Held[] = [];
  private tree: readonly OriginNode[] = [];
  private found: readonly Found[] = foundInWorkspace();
  private reading: Promise<void> | undefined;
  private again = false;
  private seen: (() => void) | undefined;
  private countdown: NodeJS.Timeout | undefined;

  constructor(private readonly options: ModelOptions) {
    this.code = new CodeUses(async () => options.survey?.(), this.draw);
    this.listeners = [
      this.code,
      new WorkspaceFileWatch(() => void this.refresh()),
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
    return countUnhealthy(this.tree, ({ id }) => {
      const report = this.report(id);
      return report !== undefined && overall(report).tone === 'bad';
    });
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
    switch (node.kind) {
      case 'origin':
        return node.children;
      case 'usages':
        return spotsOf(node);
      case 'credential':
        this.code.want();
        return childrenOf(node, this.usesOf(node.credential), signInOf(this.report(node.id)) !== undefined);
      case 'sign-in':
        return this.advice(node, signInOf(this.report(node.parent.id)));
      case 'plane': {
        const said = saidBy(node.reach.plane, this.report(node.parent.id));
        return this.advice(node, said && 'untested' in said ? undefined : said);
      }
      default:
        return [];
    }
  }

  private advice(node: SignInNode | PlaneNode, said: LiveResult | undefined): readonly Node[] {
    const report = this.report(node.parent.id);
    return said && report && advises(said, report) ? adviceOn(node, said) : [];
  }

  private usesOf(credential: Credential): Spot[] {
    const { machine, standard } = this;
    const meant = (file: string): string | undefined =>
      /^(?:~|\/|[A-Za-z]:)/.test(file) ? resolvePath(file, machine) : undefined;
    const uses = usesOf(credential, this.code.uses, { standard, meant });
    return [...uses, ...providersOf(credential, this.code.providers)];
  }

  /** Everything anew, code included. */
  async refreshAll(): Promise<void> {
    await Promise.all([this.refresh(), this.code.renew()]);
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
        this.standard = await configOfSdks(this.machine);
        const sources = await this.sources();
        const keys = new FewKeys(this.keys);
        this.inventory = await takeInventory(sources, this.machine, Date.now(), keys);
        this.rebuild();
        this.seen?.();
        if (keys.left > 0) this.inventory = await takeInventory(sources, this.machine, Date.now(), this.keys);
        await this.tests.keepCurrent(this.all);
      } while (this.again);
    } finally {
      // In the same breath as the last look, so that nobody asks a reading that has ended.
      this.reading = undefined;
    }
    this.watch.follow(this.inventory.files);
    this.rebuild();
  }

  private async sources(): Promise<CredentialSource[]> {
    const { configs, dotenvs } = await workspaceFiles();
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
    this.draw();
  }

  /** What OCI said at the last test. */
  report(id: string): LiveReport | undefined {
    return this.tests.report(id);
  }

  async test(id: string, ask: Ask): Promise<void> {
    const held = this.held(id);
    if (held) await this.tests.run(held, ask);
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
    this.code.setVisible(visible);
    this.countdown = visible ? setInterval(() => this.tick(), COUNTDOWN_MS) : undefined;
  }

  private tick(): void {
    if (this.all.some(({ credential }) => credential.expiry !== undefined)) void this.refresh();
  }

  dispose(): void {
    clearInterval(this.countdown);
    this.tests.stopAll();
    for (const listener of this.listeners) listener.dispose();
    this.watch.close();
    this.changed.dispose();
  }
}
