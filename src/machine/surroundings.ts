import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '../credentials/config-file';
import { profilesOf } from '../credentials/profile';
import { CLI_VARIABLES } from '../knowledge/environment';
import type { PolicyStatement } from '../knowledge/policy';
import type { Evidence, ProfileFact, TrackedFact } from '../rules/contract';
import type { FileSettings } from '../rules/settings/settings';
import { keysInContext } from './build-context';
import { configLocations } from './config-location';
import { readCredentialFile } from './credential-file';
import { readsDotenv } from './dotenv-project';
import { EvidenceFolders } from './evidence';
import { GitIgnore } from './git-tree';
import { thisMachine } from './machine';
import { policiesUnder } from './policies';
import { SettingsFiles, type SettingsSource } from './settings-file';
import { TrackedFiles } from './tracked-files';

/** What rules may know around a file. */
export interface FileSurroundings {
  readonly evidence: readonly Evidence[];
  readonly ignored: boolean;
  readonly tracked?: TrackedFact;
  readonly keysInContext: readonly string[];
  readonly dotenv: boolean;
  readonly policies: readonly PolicyStatement[];
  readonly profiles?: readonly ProfileFact[];
  readonly settings?: FileSettings;
  /** The folder of the project in which it lies. */
  readonly root?: string;
}

export interface SurroundingsOptions {
  /** Folders of the workspace, searched for policies once. */
  readonly roots: readonly string[];
  /** The folder from which somebody works: outside of git the project of what lies in it. */
  readonly base?: string;
  /** Whether the user's own OCI config may be looked at. */
  readonly userConfig: boolean;
  /** Whether these folders may decide where else is looked and what git is asked. */
  readonly trusted: boolean;
  readonly settings?: SettingsSource;
}

/** Looks around the files of one workspace and remembers what it saw until told to forget. */
export class Surroundings {
  private readonly evidence = new EvidenceFolders();
  private git: GitIgnore;
  private readonly tracked: TrackedFiles;
  private readonly keys = new Map<string, Promise<readonly string[]>>();
  private readonly dotenv = new Map<string, Promise<boolean>>();
  private policies: Promise<readonly PolicyStatement[]> | undefined;
  private profiles: Promise<readonly ProfileFact[]> | undefined;

  private readonly settings: SettingsFiles;

  constructor(private readonly options: SurroundingsOptions) {
    this.settings = new SettingsFiles(options.settings);
    this.git = gitIgnore(options);
    this.tracked = new TrackedFiles(options.trusted);
  }

  async of(file: string): Promise<FileSurroundings> {
    this.policies ??= policiesUnder(this.options.roots);
    if (this.options.userConfig) this.profiles ??= userProfiles();
    const root = this.rootOf(file);
    const [evidence, git, keys, dotenv, policies, profiles, settings] = await Promise.all([
      this.evidence.of(file),
      this.inGit(file),
      once(this.keys, file, keysInContext),
      this.readsDotenv(root),
      this.policies,
      this.profiles,
      this.settings.of(file),
    ]);
    return {
      evidence,
      ...git,
      keysInContext: keys,
      dotenv,
      policies,
      profiles,
      settings,
      root: root && pathToFileURL(root).href.replace(/\/$/, ''),
    };
  }

  private readsDotenv(root: string | undefined): Promise<boolean> {
    return root === undefined ? Promise.resolve(false) : once(this.dotenv, root, readsDotenv);
  }

  /** What git holds it publishes, even when its rules ignore the file by now. */
  private async inGit(file: string): Promise<Pick<FileSurroundings, 'ignored' | 'tracked'>> {
    const ignored = this.git.ignores(file);
    const tree = this.git.workTreeOf(path.dirname(file));
    if (tree === undefined || !(await this.tracked.has(file, tree))) return { ignored };
    return { ignored: false, tracked: { ignored } };
  }

  /** The git work tree of a file; outside of one the outermost of the folders that the adapter named. */
  private rootOf(file: string): string | undefined {
    const { base } = this.options;
    const roots = [...(base === undefined ? [] : [base]), ...this.options.roots].map((root) => path.resolve(root));
    const around = roots.filter((root) => file.startsWith(root.endsWith(path.sep) ? root : root + path.sep));
    const [outermost] = around.sort((a, b) => a.length - b.length);
    return this.git.workTreeOf(path.dirname(file)) ?? outermost;
  }

  forgetSettings(): void {
    this.settings.forget();
  }

  forget(): void {
    this.settings.forget();
    this.evidence.forget();
    this.git = gitIgnore(this.options);
    this.keys.clear();
    this.dotenv.clear();
    this.policies = undefined;
    this.profiles = undefined;
  }
}

const gitIgnore = ({ trusted }: SurroundingsOptions): GitIgnore => new GitIgnore(undefined, trusted);

function once<T>(known: Map<string, Promise<T>>, key: string, look: (key: string) => Promise<T>): Promise<T> {
  const found = known.get(key) ?? look(key);
  known.set(key, found);
  return found;
}

/** The profiles that SDKs find by default on this machine. */
async function userProfiles(): Promise<readonly ProfileFact[]> {
  for (const { path: file, reason, ignored } of await configLocations(thisMachine())) {
    if (ignored || reason === CLI_VARIABLES.configFile) continue;
    const read = await readCredentialFile(file);
    if (read.state !== 'read') continue;
    return profilesOf(readConfig(read.text)).map(({ name, method }) => ({ name, session: method === 'session-token' }));
  }
  return [];
}
