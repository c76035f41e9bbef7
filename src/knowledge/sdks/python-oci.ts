import type { Method } from '../method';
import type { Plane } from '../plane';
import type { ArgRef, AuthRule, ClientFact, Sdk, SymbolFact } from './fact';

const SOURCE = 'oci-python-sdk 2.182: src/oci/{config,signer}.py, auth/signers/*.py, generative_ai*/*_client.py';
const OCI = ['oci'];

const credential = (names: string[], method: Method, inline = false): SymbolFact => ({
  in: OCI,
  names,
  makes: { kind: 'credential', method, inline },
  source: SOURCE,
});

/** `(config, **kwargs)`: a `signer` keyword wins over the config, whatever it holds. */
const AUTH: readonly AuthRule[] = [
  { as: 'signer', arg: { name: 'signer' } },
  { as: 'config', arg: { name: 'config', at: 0 } },
];
const ENDPOINT: ArgRef = { name: 'service_endpoint' };

const clientOf = (plane: Plane): ClientFact => ({ kind: 'client', reach: { plane }, auth: AUTH, endpoint: ENDPOINT });

function client(names: string[], plane: Plane, packages: readonly string[] = OCI): SymbolFact[] {
  return [{ in: packages, names, makes: clientOf(plane), source: SOURCE }];
}

export const PYTHON_OCI: Sdk = {
  id: 'python-oci',
  languages: ['python'],
  facts: [
    {
      in: OCI,
      names: ['config.from_file'],
      makes: {
        kind: 'credential',
        method: 'iam-api-key',
        file: { name: 'file_location', at: 0 },
        profile: { name: 'profile_name', at: 1 },
      },
      source: SOURCE,
    },
    {
      in: OCI,
      names: ['signer.Signer', 'Signer'],
      makes: { kind: 'credential', method: 'iam-api-key', inline: true },
      source: SOURCE,
    },
    { in: OCI, names: ['Signer.from_config'], makes: { kind: 'pass', arg: { name: 'config', at: 0 } }, source: SOURCE },
    credential(['SecurityTokenSigner'], 'session-token'),
    credential(['InstancePrincipalsSecurityTokenSigner'], 'instance-principal'),
    credential(
      ['get_resource_principals_signer', 'EphemeralResourcePrincipalSigner', 'ResourcePrincipalsSecurityTokenSigner'],
      'resource-principal',
    ),
    credential(
      ['get_oke_workload_identity_resource_principal_signer', 'OkeWorkloadIdentityResourcePrincipalSigner'],
      'oke-workload-identity',
    ),
    credential(
      ['InstancePrincipalsDelegationTokenSigner', 'get_resource_principal_delegation_token_signer'],
      'delegation-token',
    ),
    credential(['TokenExchangeSigner', 'OauthExchangeTokenSigner'], 'token-exchange'),
    ...client(['GenerativeAiInferenceClient'], 'inference-native'),
    ...client(['GenerativeAiClient'], 'genai-management'),
    ...client(['GenerativeAiAgentClient'], 'agent-management', ['oci', 'genai_agent_service_bmc_python_client']),
    ...client(['GenerativeAiAgentRuntimeClient'], 'agent-runtime', ['oci', 'genai_agent_service_bmc_python_client']),
    ...client(['GenerativeAiDataClient'], 'nl2sql'),
    // The beta package of 2024 had one runtime client under its first name.
    {
      in: ['genai_agent_service_bmc_python_client'],
      names: ['GenerativeAiAgentRuntimeClient', 'GenAiAgentServiceClient'],
      endsWith: 'Client',
      makes: clientOf('agent-runtime'),
      source: 'genai_agent_service_bmc_python_client (beta wheel)',
    },
    { in: OCI, names: [], endsWith: 'Client', makes: clientOf('other-oci'), source: SOURCE },
  ],
};
