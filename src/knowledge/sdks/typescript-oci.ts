import type { Method } from '../method';
import type { Plane } from '../plane';
import type { ArgRef, AuthRule, Sdk, SymbolFact } from './fact';
import { INLINE_PROVIDER, KEY_PROVIDER } from './provider-names';

const SOURCE = 'oci-typescript-sdk 2.142: lib/common/lib/auth/*.ts, lib/generativeai*/lib/client.ts';

/** `oci-sdk` re-exports every service as a namespace. */
const COMMON = ['oci-common', 'oci-sdk'];

/** CommonJS namespaces and their ESM default both lead to the same class; only the last name counts. */
const credential = (name: string, method: Method, more: { async?: boolean } = {}): SymbolFact => ({
  in: COMMON,
  names: [name],
  makes: { kind: 'credential', method, ...more },
  source: SOURCE,
});

/** A provider read from a profile of the config file. */
const fromProfile = (name: string, method: Method): SymbolFact => ({
  in: COMMON,
  names: [name],
  makes: { kind: 'credential', method, file: { at: 0 }, profile: { at: 1 } },
  source: SOURCE,
});

/** `new Client({ authenticationDetailsProvider })`; a client may also bring its own HTTP client, which then signs. */
const AUTH: readonly AuthRule[] = [
  { as: 'signer', arg: { name: 'authenticationDetailsProvider' } },
  { as: 'transport', arg: { name: 'httpClient' } },
];

/** The client's `endpoint` property; the setter appends the versioned path. */
const ENDPOINT: ArgRef = { name: 'endpoint' };

const client = (name: string, plane: Plane, packages: readonly string[]): SymbolFact => ({
  in: [...packages, 'oci-sdk'],
  names: [name],
  makes: { kind: 'client', reach: { plane }, auth: AUTH, endpoint: ENDPOINT },
  source: SOURCE,
});

export const TYPESCRIPT_OCI: Sdk = {
  id: 'typescript-oci',
  languages: ['typescript', 'javascript'],
  facts: [
    fromProfile(KEY_PROVIDER, 'iam-api-key'),
    fromProfile('SessionAuthDetailProvider', 'session-token'),
    {
      in: COMMON,
      names: [INLINE_PROVIDER],
      makes: {
        kind: 'credential',
        // `authType` (lib/auth/auth.d.ts); the signer then gets that principal itself.
        method: { arg: { at: 6 }, values: { instance_principal: 'instance-principal' }, default: 'iam-api-key' },
        inline: true,
      },
      source: SOURCE,
    },
    credential('InstancePrincipalsAuthenticationDetailsProviderBuilder.build', 'instance-principal', { async: true }),
    credential('InstancePrincipalsAuthenticationDetailsProvider.builder.build', 'instance-principal', { async: true }),
    credential('ResourcePrincipalAuthenticationDetailsProvider.builder', 'resource-principal'),
    credential(
      'ResourcePrincipalAuthenticationDetailsProvider.ResourcePrincipalAuthenticationDetailsProviderBuilder.build',
      'resource-principal',
    ),
    credential('OkeWorkloadIdentityAuthenticationDetailsProvider.builder', 'oke-workload-identity'),
    // Signs raw requests with the provider given to it: `await signer.signHttpRequest({ uri, method, headers })`.
    {
      in: COMMON,
      names: ['DefaultRequestSigner'],
      makes: {
        kind: 'holder',
        fields: { auth: { at: 0 } },
        members: {
          signHttpRequest: {
            kind: 'client',
            reach: { url: [{ name: 'uri' }] },
            auth: [{ as: 'signer', arg: { name: 'auth' } }],
            operation: 'request',
          },
        },
      },
      source: SOURCE,
    },
    client('GenerativeAiInferenceClient', 'inference-native', ['oci-generativeaiinference']),
    client('GenerativeAiClient', 'genai-management', ['oci-generativeai']),
    client('GenerativeAiAgentClient', 'agent-management', ['oci-generativeaiagent']),
    client('GenerativeAiAgentRuntimeClient', 'agent-runtime', ['oci-generativeaiagentruntime']),
    client('GenerativeAiDataClient', 'nl2sql', ['oci-generativeaidata']),
    {
      in: ['oci-'],
      names: [],
      endsWith: 'Client',
      makes: { kind: 'client', reach: { plane: 'other-oci' }, auth: AUTH, endpoint: ENDPOINT },
      source: SOURCE,
    },
  ],
};
