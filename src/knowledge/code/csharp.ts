import type { Method } from '../method';
import type { Places, Target } from './contract';

/** oci-dotnet-sdk 134 `Oci.Common.Auth`. */
const PROVIDERS: Readonly<Partial<Record<Method, (profile: string) => string>>> = {
  'iam-api-key': (profile) => `new ConfigFileAuthenticationDetailsProvider("${profile}")`,
  'session-token': (profile) => `new SessionTokenAuthenticationDetailsProvider("${profile}")`,
  'instance-principal': () => 'new InstancePrincipalsAuthenticationDetailsProvider()',
  'resource-principal': () => 'ResourcePrincipalAuthenticationDetailsProvider.GetProvider()',
  'oke-workload-identity': () => 'OkeWorkloadIdentityAuthenticationDetailsProvider.GetProvider()',
};

const CLIENTS: Readonly<Partial<Record<Target, readonly [space: string, type: string]>>> = {
  inference: ['Oci.GenerativeaiinferenceService', 'GenerativeAiInferenceClient'],
  agents: ['Oci.GenerativeaiagentruntimeService', 'GenerativeAiAgentRuntimeClient'],
};

export function csharp(method: Method, target: Target, { region, profile }: Places): string | undefined {
  const make = PROVIDERS[method]?.(profile);
  const client = CLIENTS[target];
  if (!make || !client) return undefined;
  return [
    'using Oci.Common.Auth;',
    `using ${client[0]};`,
    '',
    `var provider = ${make};`,
    `using var client = new ${client[1]}(provider);`,
    `client.SetRegion("${region}");`,
    '',
  ].join('\n');
}
