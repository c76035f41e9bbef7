import type { Method } from '../method';
import type { Plane } from '../plane';
import type { AuthRule, Sdk, SymbolFact } from './fact';
import { INLINE_PROVIDER, KEY_PROVIDER, SESSION_PROVIDER } from './provider-names';

const SOURCE = 'oci-dotnet-sdk 134.1: Common/Src/Auth/*.cs, Generativeai*/GenerativeAi*Client.cs';

/** The name alone counts too: its `using` may stand in another file (`global using`). */
const inSpace = (space: string, name: string): readonly string[] => [space, name.split('.')[0] ?? name];

const credential = (name: string, method: Method, more: { inline?: boolean } = {}): SymbolFact => ({
  in: inSpace('Oci.Common.Auth', name),
  names: [name],
  makes: { kind: 'credential', method, ...more },
  source: SOURCE,
});

/** `(profile)`, `(file, profile)` or `(configFile)`. */
const fromProfile = (name: string, method: Method): SymbolFact => ({
  in: inSpace('Oci.Common.Auth', name),
  names: [name],
  makes: {
    kind: 'credential',
    method,
    profile: { name: 'profile', at: 1, or: 0 },
    file: { name: 'configurationFilePath', at: 0, with: 1 },
  },
  source: SOURCE,
});

const AUTH: readonly AuthRule[] = [{ as: 'signer', arg: { name: 'authenticationDetailsProvider', at: 0 } }];

/**
 * `new Client(provider, configuration, endpoint)`. The endpoint is left out on purpose: the client resolves its
 * absolute path (`new Uri(endpoint, "/20240531/…")`), so a path in the endpoint is dropped and never doubled.
 */
const client = (name: string, plane: Plane, space: string): SymbolFact => ({
  in: inSpace(space, name),
  names: [name],
  makes: { kind: 'client', reach: { plane }, auth: AUTH },
  source: SOURCE,
});

export const CSHARP_OCI: Sdk = {
  id: 'csharp-oci',
  languages: ['csharp'],
  facts: [
    fromProfile(KEY_PROVIDER, 'iam-api-key'),
    fromProfile(SESSION_PROVIDER, 'session-token'),
    fromProfile('ConfigFileInstancePrincipalsAuthenticationDetailsProvider', 'delegation-token'),
    credential(INLINE_PROVIDER, 'iam-api-key', { inline: true }),
    credential('InstancePrincipalsAuthenticationDetailsProvider', 'instance-principal'),
    credential('ResourcePrincipalAuthenticationDetailsProvider.GetProvider', 'resource-principal'),
    credential('OkeWorkloadIdentityAuthenticationDetailsProvider.GetProvider', 'oke-workload-identity'),
    // `HttpClient` handlers that sign: OciHttpClientHandler.cs.
    {
      in: ['Oci.Common.Http.Signing', 'OciHttpClientHandler'],
      names: ['OciHttpClientHandler.FromConfigFile'],
      makes: {
        kind: 'credential',
        method: 'iam-api-key',
        file: { name: 'configPath', at: 0 },
        profile: { name: 'profile', at: 1 },
      },
      source: SOURCE,
    },
    {
      in: ['Oci.Common.Http.Signing', 'OciHttpClientHandler'],
      names: [
        'OciHttpClientHandler.FromAuthProvider',
        'DefaultRequestSigner',
        'OciHttpClientHandler.FromRequestSigner',
      ],
      makes: { kind: 'pass', arg: { at: 0 } },
      source: SOURCE,
    },
    client('GenerativeAiInferenceClient', 'inference-native', 'Oci.GenerativeaiinferenceService'),
    client('GenerativeAiClient', 'genai-management', 'Oci.GenerativeaiService'),
    client('GenerativeAiAgentClient', 'agent-management', 'Oci.GenerativeaiagentService'),
    client('GenerativeAiAgentRuntimeClient', 'agent-runtime', 'Oci.GenerativeaiagentruntimeService'),
    // NL2SQL has one client for each kind of job: Generativeaidata/*Client.cs.
    client('GenerateSqlFromNlJobClient', 'nl2sql', 'Oci.GenerativeaidataService'),
    client('GenerateEnrichmentJobClient', 'nl2sql', 'Oci.GenerativeaidataService'),
    client('GetEnrichmentJobClient', 'nl2sql', 'Oci.GenerativeaidataService'),
    client('ListEnrichmentJobsClient', 'nl2sql', 'Oci.GenerativeaidataService'),
    client('CancelEnrichmentJobClient', 'nl2sql', 'Oci.GenerativeaidataService'),
    {
      in: ['Oci'],
      names: [],
      endsWith: 'Client',
      packageEndsWith: 'Service',
      makes: { kind: 'client', reach: { plane: 'other-oci' }, auth: AUTH },
      source: SOURCE,
    },
  ],
};
