import type { Method } from '../method';
import type { Plane } from '../plane';
import type { AuthRule, ClientFact, Sdk, SymbolFact } from './fact';

const SOURCE =
  'oci-go-sdk 65.110: common/configuration.go, common/client.go, common/auth/*.go, generativeai*/…_client.go';

/** Major versions are part of the path (`…/oci-go-sdk/v65/common`). */
const SDK = ['github.com/oracle/oci-go-sdk'];

const credential = (method: Method, names: readonly string[], inline?: boolean): SymbolFact => ({
  in: SDK,
  names,
  makes: { kind: 'credential', method, inline },
  source: SOURCE,
});

const AUTH: readonly AuthRule[] = [{ as: 'signer', arg: { at: 0 } }];

/** Of a client's host the SDK takes scheme and name only: a versioned path in it does no harm. */
const client = (name: string, plane: Plane): SymbolFact => ({
  in: SDK,
  names: [`New${name}ClientWithConfigurationProvider`, `New${name}ClientWithOboToken`],
  makes: { kind: 'client', reach: { plane }, auth: AUTH },
  source: SOURCE,
});

/** Clients of all other services. */
const others = (ending: string): SymbolFact => ({
  in: SDK,
  names: [],
  endsWith: ending,
  makes: { kind: 'client', reach: { plane: 'other-oci' }, auth: AUTH },
  source: SOURCE,
});

/** Signs a raw request with the provider that the signer was made from. */
const SIGN: ClientFact = {
  kind: 'client',
  reach: { url: [{ name: 'url' }] },
  auth: [{ as: 'signer', arg: { name: 'auth' } }],
  operation: 'request',
};

export const GO_OCI: Sdk = {
  id: 'go-oci',
  languages: ['go'],
  facts: [
    // These sign with the session token of a profile that has one and no user: the profile says more than the name.
    credential('iam-api-key', [
      'DefaultConfigProvider',
      'ConfigurationProviderEnvironmentVariables',
      'ConfigurationProviderFromFile',
      'ConfigurationProviderFromFileWithProfile',
      'CustomProfileConfigProvider',
    ]),
    credential('iam-api-key', ['NewRawConfigurationProvider'], true),
    credential('session-token', ['ConfigurationProviderForSessionToken']),
    {
      in: SDK,
      names: ['ConfigurationProviderForSessionTokenWithProfile', 'CustomProfileSessionTokenConfigProvider'],
      makes: { kind: 'credential', method: 'session-token', file: { at: 0 }, profile: { at: 1 } },
      source: SOURCE,
    },
    credential('instance-principal', [
      'InstancePrincipalConfigurationProvider',
      'InstancePrincipalConfigurationProviderForRegion',
      'InstancePrincipalConfigurationProviderWithCustomClient',
      'InstancePrincipalConfigurationForRegionWithCustomClient',
      'InstancePrincipalConfigurationWithCerts',
    ]),
    credential('delegation-token', [
      'InstancePrincipalDelegationTokenConfigurationProvider',
      'InstancePrincipalDelegationTokenConfigurationProviderForRegion',
      'ResourcePrincipalDelegationTokenConfigurationProvider',
      'ResourcePrincipalDelegationTokenConfigurationProviderForRegion',
    ]),
    credential('resource-principal', [
      'ResourcePrincipalConfigurationProvider',
      'ResourcePrincipalConfigurationProviderForRegion',
      'ResourcePrincipalConfigurationProviderWithPathProvider',
      'ResourcePrincipalConfigurationProviderWithInterceptor',
      'ResourcePrincipalConfigurationProviderV3',
    ]),
    credential('oke-workload-identity', [
      'OkeWorkloadIdentityConfigurationProvider',
      'OkeWorkloadIdentityConfigurationProviderWithServiceAccountTokenProvider',
      'OkeWorkloadIdentityConfigurationProviderWithServiceAccountTokenProviderK8sService',
    ]),
    credential('token-exchange', [
      'TokenExchangeConfigurationProviderFromIssuer',
      'TokenExchangeConfigurationProviderFromToken',
    ]),
    // The first of several providers that has the value asked for: any of them may sign.
    {
      in: SDK,
      names: ['ComposingConfigurationProvider'],
      makes: { kind: 'pass', arg: { at: 0 }, items: true },
      source: SOURCE,
    },
    { in: SDK, names: ['GetGenericConfigurationProvider'], makes: { kind: 'pass', arg: { at: 0 } }, source: SOURCE },
    {
      in: SDK,
      names: ['String', 'StringToRegion', 'Region'],
      makes: { kind: 'pass', arg: { at: 0 } },
      source: 'oci-go-sdk common/helpers.go, common/regions.go',
    },
    {
      in: SDK,
      names: [
        'DefaultRequestSigner',
        'RequestSigner',
        'RequestSignerExcludeBody',
        'RequestSignerWithBodyHashingPredicate',
        'NewSignerFromOCIRequestSigner',
      ],
      makes: { kind: 'holder', fields: { auth: { at: 0 } }, members: { Sign: SIGN, ExcludeBody: SIGN } },
      source: 'oci-go-sdk common/http_signer.go',
    },
    client('GenerativeAiInference', 'inference-native'),
    client('GenerativeAi', 'genai-management'),
    client('GenerativeAiAgent', 'agent-management'),
    client('GenerativeAiAgentRuntime', 'agent-runtime'),
    client('GenerativeAiData', 'nl2sql'),
    others('ClientWithConfigurationProvider'),
    others('ClientWithOboToken'),
  ],
};
