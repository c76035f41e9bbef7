import { type Disposable, type FileSystemWatcher, workspace } from 'vscode';

/** Dependencies carry configuration of others. */
const EXCLUDE = '**/{node_modules,.venv,venv,site-packages,.git}/**';
/** Of each kind: many of one do not hide the other. */
const MOST_FILES = 40;
const MOST_FOUND = 2_000;
/** Files that show what to fill in. */
const EXAMPLE = /\.(?:example|sample|template|dist)$/;
const OTHERS = /\/(?:node_modules|\.venv|venv|site-packages|\.git)\//;

const PATTERN = '**/{.oci/config,oci_config,oci-config,oci.config,config.oci,.env,.env.*}';
const DOTENV = /\/\.env(?:\.[^/]*)?$/;

/** Configuration and `.env` files of a workspace that its owner trusts; none otherwise. */
export async function workspaceFiles(): Promise<{ readonly configs: string[]; readonly dotenvs: string[] }> {
  if (!workspace.isTrusted || !workspace.workspaceFolders?.length) return { configs: [], dotenvs: [] };
  // To search a large workspace takes its time: once for both.
  const found = (await workspace.findFiles(PATTERN, EXCLUDE, MOST_FOUND)).filter(
    ({ scheme, path }) => scheme === 'file' && !EXAMPLE.test(path),
  );
  const are = (dotenv: boolean): string[] =>
    found
      .filter(({ path }) => DOTENV.test(path) === dotenv)
      .map(({ fsPath }) => fsPath)
      .sort()
      .slice(0, MOST_FILES);
  return { configs: are(false), dotenvs: are(true) };
}

/** Tells of such files that appear or go; that one changes is seen by whoever reads it. */
export class WorkspaceFileWatch implements Disposable {
  private watcher: FileSystemWatcher | undefined;
  private readonly trust: Disposable;

  constructor(private readonly onChange: () => void) {
    this.trust = workspace.onDidGrantWorkspaceTrust(() => this.start());
    this.start();
  }

  private start(): void {
    if (!workspace.isTrusted || this.watcher) return;
    this.watcher = workspace.createFileSystemWatcher(PATTERN, false, true, false);
    const heard = ({ path }: { readonly path: string }): void => {
      if (!OTHERS.test(path)) this.onChange();
    };
    this.watcher.onDidCreate(heard);
    this.watcher.onDidDelete(heard);
  }

  dispose(): void {
    this.trust.dispose();
    this.watcher?.dispose();
  }
}
