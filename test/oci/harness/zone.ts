import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostsOf, KUBERNETES_ADDRESS, METADATA_ADDRESS, type World } from '../server/world';
import type { FromZone, Launch, Outcome, ToZone } from './message';

/** Why private namespaces cannot be had here; undefined when they can. */
export function whyNoZone(): string | undefined {
  if (process.platform !== 'linux') return 'private network namespaces need Linux';
  const probe = spawnSync('unshare', ['-rnm', 'sh', '-c', 'ip link set lo up && mount -t tmpfs tmpfs /mnt']);
  return probe.status === 0 ? undefined : 'private user, network and mount namespaces are not permitted';
}

/**
 * A network of its own in which OCI's names lead to the local OCI. Programs run in it unmodified: names are
 * resolved by a private hosts file, and ports and metadata address are the real ones.
 */
export class Zone {
  private readonly waiting = new Map<number, (outcome: Outcome) => void>();
  private launched = 0;

  private constructor(
    private readonly process: ChildProcess,
    private readonly directory: string,
  ) {
    process.on('message', (message: FromZone) => {
      if (message.kind !== 'outcome') return;
      this.waiting.get(message.id)?.(message.outcome);
      this.waiting.delete(message.id);
    });
    process.on('exit', () => {
      for (const finish of this.waiting.values()) finish({ stdout: '', stderr: 'the zone ended', seen: [] });
    });
  }

  /** `metadata` says whether programs are on an instance: only there 169.254.169.254 answers. */
  static async open(world: World, options: { readonly metadata: boolean }): Promise<Zone> {
    const directory = mkdtempSync(join(tmpdir(), 'local-oci-'));
    const hosts = join(directory, 'hosts');
    const names = ['localhost', world.domain.host, ...hostsOf(world.regions)];
    writeFileSync(hosts, names.map((name) => `127.0.0.1 ${name}\n`).join(''));
    const addresses = [KUBERNETES_ADDRESS, ...(options.metadata ? [METADATA_ADDRESS] : [])];
    const script = [
      'ip link set lo up',
      ...addresses.map((address) => `ip addr add ${address}/32 dev lo`),
      `mount --bind '${hosts}' /etc/hosts`,
      'exec "$@"',
    ].join(' && ');
    const main = fileURLToPath(new URL('./zone-main.ts', import.meta.url));
    const node = [process.execPath, '--import', 'tsx', main];
    const child = spawn('unshare', ['-rnm', 'sh', '-c', script, 'sh', ...node], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    const zone = new Zone(child, directory);
    await zone.start(world);
    return zone;
  }

  launch(launch: Launch): Promise<Outcome> {
    const id = this.launched++;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      this.send({ kind: 'launch', id, launch });
    });
  }

  close(): void {
    this.process.disconnect();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private start(world: World): Promise<void> {
    return new Promise((resolve, reject) => {
      this.process.once('exit', (code) => reject(new Error(`the zone ended with ${code}`)));
      this.process.once('message', () => resolve());
      this.send({ kind: 'start', world });
    });
  }

  private send(message: ToZone): void {
    this.process.send?.(message);
  }
}
