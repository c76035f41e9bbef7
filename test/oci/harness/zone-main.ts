import { spawn } from 'node:child_process';
import { LocalOci } from '../server/local-oci';
import type { FromZone, Launch, Outcome, ToZone } from './message';

/** Runs inside the namespaces: serves OCI on its real ports and starts programs next to it. */
function main(): void {
  let oci: Promise<LocalOci> | undefined;
  // One program at a time: what the server sees belongs to it.
  let queue: Promise<unknown> = Promise.resolve();
  process.on('disconnect', () => process.exit());
  process.on('message', (message: ToZone) => {
    if (message.kind === 'start') {
      oci = LocalOci.start(message.world, { address: '0.0.0.0', http: 80, https: [443, 12250] });
      void oci.then(() => tell({ kind: 'ready' }));
      return;
    }
    const started = oci;
    if (!started) return;
    queue = queue.then(async () => {
      const outcome = await launch(await started, message.launch);
      tell({ kind: 'outcome', id: message.id, outcome });
    });
  });
}

const tell = (message: FromZone): void => void process.send?.(message);

function launch(oci: LocalOci, { argv, cwd, env, timeoutMs, faults }: Launch): Promise<Outcome> {
  oci.forget();
  oci.inject(...faults);
  const [command = '', ...rest] = argv;
  const child = spawn(command, rest, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const stop = setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), timeoutMs);
  return new Promise((resolve) => {
    const finish = (exitCode: number | null, note = ''): void => {
      clearTimeout(stop);
      resolve({
        exitCode: exitCode ?? undefined,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString() + note,
        seen: [...oci.seen],
      });
    };
    child.once('error', (error) => finish(127, String(error)));
    child.once('close', (code) => finish(code));
  });
}

main();
