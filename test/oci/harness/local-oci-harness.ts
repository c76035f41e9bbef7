import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../server/faults';
import { addGenAiKey } from '../server/services/api-keys';
import { createWorld, type World } from '../server/world';
import { cacheDirectory } from '../toolchains/cache';
import { type Runnable, TOOLCHAINS } from '../toolchains/toolchain';
import { typeErrors } from '../toolchains/typescript';
import type { Outcome } from './message';
import { inOwnMounts, type Mounts } from './mounts';
import {
  ambientEnvironment,
  answersMetadata,
  type Credential,
  placeCredentials,
  type Workload,
  write,
} from './workload';
import { whyNoZone, Zone } from './zone';

export interface Program {
  readonly language: Runnable;
  /** Paths relative to the program's directory, and their texts. */
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  readonly workload: Workload;
  readonly credentials?: readonly Credential[];
  readonly env?: Readonly<Record<string, string>>;
  readonly faults?: readonly Fault[];
  readonly timeoutMs?: number;
  /** A script that runs before the program, where it runs. */
  readonly before?: string;
}

const TIMEOUT_MS = 60_000;

/** Runs programs of any language, unmodified, against the local OCI. Open one per test file and close it. */
export class LocalOciHarness {
  private readonly zones = new Map<boolean, Promise<Zone>>();

  private constructor(
    readonly world: World,
    private readonly directory: string,
  ) {}

  static async open(): Promise<LocalOciHarness> {
    const world = await createWorld();
    addGenAiKey(world, { compartmentId: world.compartment });
    const directory = mkdtempSync(join(cacheDirectory('runs'), 'run-'));
    write(join(directory, 'ca.pem'), world.caPem);
    write(join(directory, 'service-account-token'), world.serviceAccountToken);
    return new LocalOciHarness(world, directory);
  }

  /** Why programs of a language cannot run here; undefined when they can. Prepares what they need. */
  async whyNot(language: Runnable): Promise<string | undefined> {
    return whyNoZone() ?? (await TOOLCHAINS[language].prepare());
  }

  async run(program: Program): Promise<Outcome> {
    const directory = this.place(program);
    const home = join(directory, 'home');
    mkdirSync(home);
    const toolchain = TOOLCHAINS[program.language];
    const built = await toolchain.build({ directory, entry: program.entry, caFile: this.caFile });
    if ('failure' in built) return { exitCode: 1, stdout: '', stderr: built.failure, seen: [] };
    const zone = await this.zone(answersMetadata(program.workload));
    return zone.launch({
      argv: inOwnMounts(after(program.before, built.argv), this.mounts(directory, home, program.workload)),
      cwd: directory,
      env: {
        ...this.environment(home),
        ...ambientEnvironment(program.workload, this.world),
        ...placeCredentials(program.credentials ?? [], home, this.world),
        ...program.env,
      },
      timeoutMs: program.timeoutMs ?? TIMEOUT_MS,
      faults: program.faults ?? [],
    });
  }

  /** What the TypeScript compiler has against a program; undefined when nothing. */
  typeErrors(program: Pick<Program, 'files' | 'entry'>): Promise<string | undefined> {
    return typeErrors(this.place({ ...program, language: 'typescript' }), program.entry);
  }

  async close(): Promise<void> {
    for (const zone of this.zones.values()) (await zone).close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private place({ language, files }: Pick<Program, 'language' | 'files'>): string {
    const directory = mkdtempSync(join(this.directory, `${language}-`));
    for (const [path, text] of Object.entries(files)) write(join(directory, path), text);
    return directory;
  }

  private get caFile(): string {
    return join(this.directory, 'ca.pem');
  }

  private mounts(directory: string, home: string, workload: Workload): Mounts {
    const passwd = join(directory, 'passwd');
    write(passwd, `root:x:0:0:root:${home}:/bin/sh\n`);
    const account = { token: join(this.directory, 'service-account-token'), ca: this.caFile };
    return { passwd, serviceAccount: workload === 'oke' ? account : undefined };
  }

  private zone(metadata: boolean): Promise<Zone> {
    const open = this.zones.get(metadata) ?? Zone.open(this.world, { metadata });
    this.zones.set(metadata, open);
    return open;
  }

  /** Nothing of the developer's own environment reaches a program. */
  private environment(home: string): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      LANG: 'C.UTF-8',
      SSL_CERT_FILE: this.caFile,
      REQUESTS_CA_BUNDLE: this.caFile,
      NODE_EXTRA_CA_CERTS: this.caFile,
    };
  }
}

const after = (script: string | undefined, argv: readonly string[]): readonly string[] =>
  script === undefined ? argv : ['bash', '-e', '-o', 'pipefail', '-c', `${script}\nexec "$@"`, 'bash', ...argv];

/** One program in an OCI of its own. */
export async function runInLocalOci(program: Program): Promise<Outcome> {
  const harness = await LocalOciHarness.open();
  try {
    return await harness.run(program);
  } finally {
    await harness.close();
  }
}
