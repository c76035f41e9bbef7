import { workspace } from 'vscode';
import type { Credential } from '../../credentials/credential';
import type { LiveResult } from '../../live/main';
import { standardSources, takeInventory } from '../../machine/inventory';
import type { Held } from '../../machine/sources/source';

/** The credentials of this machine; none where the workspace is not trusted. */
export async function heldCredentials(): Promise<readonly Held[]> {
  if (!workspace.isTrusted) return [];
  return (await takeInventory(standardSources())).held;
}

export interface TestRequest {
  readonly credential: string;
  readonly compartment?: string;
  readonly signal: AbortSignal;
}

/** Asks OCI with one credential. The SDK is loaded now and not before. */
export async function testCredential(request: TestRequest): Promise<readonly LiveResult[] | undefined> {
  const held = (await heldCredentials()).find(({ credential }) => credential.id === request.credential);
  const material = await held?.material();
  if (!held || !material) return undefined;
  const { testConnection } = await import('../../live/main');
  const { signal } = request;
  // A compartment that is still to be filled in is none.
  const compartment = request.compartment?.startsWith('ocid1.') ? request.compartment : undefined;
  const report = await testConnection(material, {
    compartment,
    expiry: held.credential.expiry,
    signal,
    loopback: trialEndpoint(),
  });
  return report.results;
}

/** A server on this machine that stands for OCI: the user's own setting counts, never a workspace's. */
const trialEndpoint = (): string | undefined =>
  workspace.getConfiguration('principled').inspect<string>('trialEndpoint')?.globalValue || undefined;

export type { Credential, LiveResult };
