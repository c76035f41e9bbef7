import { type Disposable, type FileSystemWatcher, workspace } from 'vscode';

/** Dependencies carry configuration of others. */
const EXCLUDE = '**/{node_modules,.venv,venv,site-packages,.git}/**';
const MOST_FILES = 40;
/** Files that show what to fill in. */
const EXAMPLE = /\.(?:example|sample|template|dist)$/;
const OTHERS = /\/(?:node_modules|\.venv|venv|site-packages|\.git)\//;

const CONFIGS = '**/{.oci/config,oci_config,oci-config,oci.config,config.oci}';
const DOTENVS = '**/{.env,.env.*}';

/** Configuration and `.env` files of a workspace that its owner trusts; none otherwise. */
export async function workspaceFiles(): Promise<{ readonly configs: string[]; readonly dotenvs: string[] }> {
  const [configs, dotenvs] = await Promise.all([filesLike(CONFIGS), filesLike(DOTENVS)]);
  return { configs, dotenvs };
}

async function filesLike(pattern: string): Promise<string[]> {
  if (!workspace.isTrusted || !workspace.workspaceFolders?.length) return [];
  const found = await workspace.findFiles(pattern, EXCLUDE, MOST_FILES);
  return found.filter(({ scheme, path }) => scheme === 'file' && !EXAMPLE.test(path)).map(({ fsPath }) => fsPath);
}

/** Tells of such files that appear or go; that one changes is seen by whoever reads it. */
export class WorkspaceFileWatch implements Disposable {
  private watchers: readonly FileSystemWatcher[] = [];
  private readonly trust: Disposable;

  constructor(private readonly onChange: () => void) {
    this.trust = workspace.onDidGrantWorkspaceTrust(() => this.start());
    this.start();
  }

  private start(): void {
    if (!workspace.isTrusted || this.watchers.length > 0) return;
    this.watchers = [CONFIGS, DOTENVS].map((pattern) => {
      const watcher = workspace.createFileSystemWatcher(pattern, false, true, false);
      const heard = ({ path }: { readonly path: string }): void => {
        if (!OTHERS.test(path)) this.onChange();
      };
      watcher.onDidCreate(heard);
      watcher.onDidDelete(heard);
      return watcher;
    });
  }

  dispose(): void {
    this.trust.dispose();
    for (const watcher of this.watchers) watcher.dispose();
  }
}
