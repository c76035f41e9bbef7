import type { LiveReport, LiveResult } from '../live/main';
import type { Inventory } from '../machine/inventory';
import type { Held } from '../machine/sources/source';

export interface TestOptions {
  readonly profile?: string;
  readonly compartment?: string;
  readonly trialEndpoint?: string;
}

/** One credential and what OCI said to it; nothing where it cannot be used at all. */
export interface Tested {
  readonly held: Held;
  readonly report?: LiveReport;
}

/** Asks OCI about every credential, or about one profile. The SDK is loaded now and not before. */
export async function testAll({ held }: Inventory, options: TestOptions, signal: AbortSignal): Promise<Tested[]> {
  const { testConnection } = await import('../live/main');
  const tested: Tested[] = [];
  const chosen = held.filter(
    ({ credential }) => options.profile === undefined || credential.profile === options.profile,
  );
  // One after the other: a credential's planes are asked in parallel already.
  for (const one of chosen) {
    const material = await one.material();
    const { expiry } = one.credential;
    const { compartment, trialEndpoint: loopback } = options;
    const report = material && (await testConnection(material, { compartment, expiry, signal, loopback }));
    tested.push({ held: one, report });
    if (signal.aborted) break;
  }
  return tested;
}

export const isBad = ({ report }: Tested): boolean => report === undefined || report.results.some(failed);

/** A plane that a kind of credential never opens is no failure of the credential. */
const failed = ({ tone, verdict }: LiveResult): boolean => tone !== 'good' && verdict !== 'method-refused';
