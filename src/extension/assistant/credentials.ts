import { type ExtensionContext, workspace } from 'vscode';
import type { Credential } from '../../credentials/credential';
import type { LiveResult } from '../../live/main';
import { standardSources, takeInventory } from '../../machine/inventory';
import { StoredKeys } from '../../machine/sources/genai-keys';
import type { Held } from '../../machine/sources/source';
import { SecretVault } from '../explorer/key-vault';
import { configFiles, trialEndpoint } from '../settings';

/** The credentials of this machine and of the editor's secret storage; none where the workspace is not trusted. */
export async function heldCredentials(context: ExtensionContext): Promise<readonly Held[]> {
  if (!workspace.isTrusted) return [];
  const sources = [...standardSources({ extra: configFiles() }), new StoredKeys(new SecretVault(context))];
  return (await takeInventory(sources)).held;
}

export interface TestRequest {
  readonly credential: string;
  readonly compartment?: string;
  readonly signal: AbortSignal;
}

/** Asks OCI with one credential. The SDK is loaded now and not before. */
export async function testCredential(
  context: ExtensionContext,
  request: TestRequest,
): Promise<readonly LiveResult[] | undefined> {
  const held = (await heldCredentials(context)).find(({ credential }) => credential.id === request.credential);
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

export type { Credential, LiveResult };
