import type { Method } from '../method';
import type { Plane } from '../plane';
import type { ArgRef, AuthRule, Sdk, SymbolFact } from './fact';
import { INLINE_PROVIDER, KEY_PROVIDER, SESSION_PROVIDER } from './provider-names';

const SOURCE = 'oci-java-sdk 3.x: bmc-common com.oracle.bmc.auth, bmc-generativeai*, bmc-addons';
const AUTH_PACKAGE = 'com.oracle.bmc.auth';

const credential = (
  name: string,
  method: Method,
  more: { inline?: boolean } = {},
  builder = true,
  space = AUTH_PACKAGE,
): SymbolFact => ({
  in: [space],
  names: [name],
  makes: { kind: 'credential', method, ...more },
  builder,
  source: SOURCE,
});

/** `(profile)`, `(file, profile)` or `(configFile)`. */
const fromProfile = (name: string, method: Method): SymbolFact => ({
  in: [AUTH_PACKAGE],
  names: [name],
  makes: { kind: 'credential', method, profile: { at: 1, or: 0 }, file: { at: 0, with: 1 } },
  source: SOURCE,
});

/** `Client.builder()….build(provider)` and `new Client(provider, …)`. */
const AUTH: readonly AuthRule[] = [{ as: 'signer', arg: { at: 0 } }];

/** The builder's and the client's endpoint, to which the SDK appends its versioned path. */
const ENDPOINT: ArgRef = { name: 'endpoint' };

const client = (name: string, plane: Plane, space: string): SymbolFact => ({
  in: [`com.oracle.bmc.${space}`],
  names: [name, `${name.replace(/Client$/, 'AsyncClient')}`],
  makes: { kind: 'client', reach: { plane }, auth: AUTH, endpoint: ENDPOINT },
  builder: true,
  source: SOURCE,
});

export const JAVA_OCI: Sdk = {
  id: 'java-oci',
  languages: ['java'],
  facts: [
    fromProfile(KEY_PROVIDER, 'iam-api-key'),
    fromProfile(SESSION_PROVIDER, 'session-token'),
    credential(INLINE_PROVIDER, 'iam-api-key', { inline: true }),
    credential('CustomerAuthenticationDetailsProvider', 'iam-api-key', { inline: true }),
    credential('EnvironmentVariableAuthenticationDetailsProvider', 'iam-api-key', {}, false),
    credential('InstancePrincipalsAuthenticationDetailsProvider', 'instance-principal'),
    credential('ResourcePrincipalAuthenticationDetailsProvider', 'resource-principal'),
    credential('InstancePrincipalsDelegationTokenAuthenticationDetailsProvider', 'delegation-token'),
    credential('ConfigFileInstancePrincipalsAuthenticationDetailsProvider', 'delegation-token', {}, false),
    credential('WorkloadIdentityFederationAuthenticationDetailProvider', 'token-exchange'),
    credential(
      'OkeWorkloadIdentityAuthenticationDetailsProvider',
      'oke-workload-identity',
      {},
      true,
      `${AUTH_PACKAGE}.okeworkloadidentity`,
    ),
    // Signs raw requests: `DefaultRequestSigner.createRequestSigner(provider).signRequest(uri, method, headers, body)`.
    {
      in: ['com.oracle.bmc.http.signing'],
      names: ['DefaultRequestSigner.createRequestSigner'],
      makes: {
        kind: 'holder',
        fields: { auth: { at: 0 } },
        members: {
          signRequest: {
            kind: 'client',
            reach: { url: [{ at: 0 }] },
            auth: [{ as: 'signer', arg: { name: 'auth' } }],
            operation: 'request',
          },
        },
      },
      source: SOURCE,
    },
    client('GenerativeAiInferenceClient', 'inference-native', 'generativeaiinference'),
    client('GenerativeAiClient', 'genai-management', 'generativeai'),
    client('GenerativeAiAgentClient', 'agent-management', 'generativeaiagent'),
    client('GenerativeAiAgentRuntimeClient', 'agent-runtime', 'generativeaiagentruntime'),
    client('GenerativeAiDataClient', 'nl2sql', 'generativeaidata'),
    {
      in: ['com.oracle.bmc.adk.client'],
      names: ['AgentClient'],
      makes: {
        kind: 'client',
        reach: { plane: 'agent-runtime' },
        auth: [{ as: 'signer', arg: { name: 'authProvider' } }],
        endpoint: { name: ['agentRuntimeEndpoint', 'agentManagementEndpoint'] },
      },
      builder: true,
      source: 'oci-java-sdk bmc-addons/bmc-adk: AgentClient.builder().authProvider(provider)',
    },
    {
      in: ['com.oracle.bmc'],
      names: [],
      endsWith: 'Client',
      makes: { kind: 'client', reach: { plane: 'other-oci' }, auth: AUTH, endpoint: ENDPOINT },
      builder: true,
      source: SOURCE,
    },
  ],
};
