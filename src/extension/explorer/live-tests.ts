import { createHmac, randomBytes } from 'node:crypto';
import type { LiveReport } from '../../live/main';
import type { Held } from '../../machine/sources/source';

export type Ask = (held: Held, signal: AbortSignal) => Promise<LiveReport | undefined>;

interface Kept {
  readonly report: LiveReport;
  /** Of what signed: an answer to another key, token or region is no answer. */
  readonly mark: string;
}

/** The live tests that run, and what each of the last ones said. */
export class LiveTests {
  private readonly kept = new Map<string, Kept>();
  private readonly running = new Map<string, AbortController>();
  private readonly compartments = new Map<string, string>();
  private readonly salt = randomBytes(32);

  constructor(private readonly onChange: () => void) {}

  report(id: string): LiveReport | undefined {
    return this.kept.get(id)?.report;
  }

  isRunning(id: string): boolean {
    return this.running.has(id);
  }

  stop(id: string): void {
    this.running.get(id)?.abort();
  }

  /** The one that the user chose for this credential. */
  compartment(id: string): string | undefined {
    return this.compartments.get(id);
  }

  choose(id: string, compartment: string): void {
    this.compartments.set(id, compartment);
  }

  /** A second test of a credential ends the first. */
  async run(held: Held, ask: Ask): Promise<void> {
    const { id } = held.credential;
    this.stop(id);
    const controller = new AbortController();
    this.running.set(id, controller);
    this.onChange();
    try {
      const mark = await this.markOf(held);
      const report = await ask(held, controller.signal);
      if (report && !controller.signal.aborted) this.kept.set(id, { report, mark });
    } finally {
      if (this.running.get(id) === controller) this.running.delete(id);
      this.onChange();
    }
  }

  /** Forgets what was said of credentials that have changed since or are gone. */
  async keepCurrent(all: readonly Held[]): Promise<void> {
    for (const [id, { mark }] of [...this.kept]) {
      const held = all.find(({ credential }) => credential.id === id);
      if (!held || (await this.markOf(held)) !== mark) this.kept.delete(id);
    }
  }

  /** Tells whether two are the same, and nothing else. */
  private async markOf({ material }: Held): Promise<string> {
    return createHmac('sha256', this.salt)
      .update(JSON.stringify((await material()) ?? null))
      .digest('base64');
  }

  stopAll(): void {
    for (const controller of this.running.values()) controller.abort();
  }
}
