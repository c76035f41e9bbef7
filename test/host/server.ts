import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { NODE_BINARY, SERVER_ENTRY } from './cache';
import { QUIET_SETTINGS } from './settings';

export interface ServerOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Packaged extensions to install into this run's own folder. */
  readonly vsix?: readonly string[];
  /** For suites: lets the payload name extension and tests. Suppresses notifications, so not for window tests. */
  readonly suites?: boolean;
  /** Die after this many seconds without a client; a safety net for runs that were killed. */
  readonly idleSeconds?: number;
  /** Ask whether the folder is to be trusted. */
  readonly trust?: boolean;
  /** 0 lets the system choose. */
  readonly port?: number;
}

export interface Server {
  readonly url: string;
  readonly authority: string;
  readonly folder: string;
  readonly exited: Promise<string>;
  stop(): Promise<void>;
}

const START_DEADLINE = 60_000;
const STOP_DEADLINE = 5_000;
const LISTENING = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/;

/** What the outer VS Code or npm set must not reach the inner one. */
function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const foreign = /^(?:VSCODE_|CODE_SERVER|ELECTRON_|npm_|PASSWORD$|HASHED_PASSWORD$|PORT$|NODE_OPTIONS$)/i;
  return { ...Object.fromEntries(Object.entries(process.env).filter(([key]) => !foreign.test(key))), ...extra };
}

/** A server of VS Code with folders of its own, gone without a trace when stopped. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  // A short path: sockets lie inside, and their names are limited.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vsh-'));
  const data = path.join(folder, 'd');
  const extensions = path.join(folder, 'e');
  mkdirSync(extensions);
  // Settings of a machine's own are read from the machine's file where the window is remote, as this one is.
  for (const scope of ['User', 'Machine']) {
    mkdirSync(path.join(data, scope), { recursive: true });
    writeFileSync(path.join(data, scope, 'settings.json'), JSON.stringify({ ...QUIET_SETTINGS, ...options.settings }));
  }
  writeFileSync(path.join(folder, 'c.yaml'), '');
  const common = ['--config', path.join(folder, 'c.yaml'), '--user-data-dir', data, '--extensions-dir', extensions];
  for (const vsix of options.vsix ?? []) installVsix(vsix, common);
  const child = spawn(NODE_BINARY, [SERVER_ENTRY, ...common, ...serverArguments(options)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: environment(options.env),
  });
  const clean = cleanUp(child, folder);
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(`exit code ${code}, signal ${signal}`));
  });
  try {
    const url = await listening(child, exited);
    return {
      url,
      authority: new URL(url).host,
      folder,
      exited,
      async stop() {
        kill(child, 'SIGTERM');
        await Promise.race([exited, deadline(STOP_DEADLINE)]);
        clean();
      },
    };
  } catch (error) {
    clean();
    throw error;
  }
}

function serverArguments({ idleSeconds = 120, port = 0, suites, trust }: ServerOptions): string[] {
  return [
    ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--ignore-last-opened'],
    ...(idleSeconds > 0 ? ['--idle-timeout-seconds', String(idleSeconds)] : []),
    ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
    ...(trust ? [] : ['--disable-workspace-trust']),
    ...(suites ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
  ];
}

function installVsix(vsix: string, common: readonly string[]): void {
  const args = [SERVER_ENTRY, ...common, '--install-extension', vsix, '--force'];
  const { status, stdout, stderr } = spawnSync(NODE_BINARY, args, {
    encoding: 'utf8',
    env: environment(),
    timeout: 120_000,
  });
  if (status !== 0 || !stdout.includes('successfully installed'))
    throw new Error(`${vsix} did not install\n${stdout}${stderr}`);
}

async function listening(child: ChildProcess, exited: Promise<string>): Promise<string> {
  let log = '';
  const found = new Promise<string>((resolve) => {
    const read = (chunk: Buffer): void => {
      log = (log + chunk.toString()).slice(-20_000);
      const url = LISTENING.exec(log)?.[1];
      if (url) resolve(url);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
  });
  const failed = Promise.race([exited, deadline(START_DEADLINE).then(() => 'no answer in time')]);
  return Promise.race([found, failed.then((why) => Promise.reject(new Error(`VS Code's server: ${why}\n${log}`)))]);
}

/** The server has children of its own: the whole group goes, and the folders with it. */
function cleanUp(child: ChildProcess, folder: string): () => void {
  const clean = (): void => {
    process.off('exit', clean);
    kill(child, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  process.on('exit', clean);
  return clean;
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // Gone already.
  }
}

export const deadline = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** Ends the process properly on a signal, so that servers go with it. */
export function exitOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + (os.constants.signals[signal] ?? 0)));
  }
}
