import type { Method } from '../method';
import { inferenceHost, type Places } from './contract';

/** oci-python-sdk 2.189 `oci.auth.signers`. Each leaves `config` and `signer` behind. */
export function signing(method: Method, { region, profile }: Places): readonly string[] | undefined {
  const bare = `config = {"region": "${region}"}`;
  switch (method) {
    case 'iam-api-key':
      return [
        `config = oci.config.from_file(profile_name="${profile}")`,
        'signer = oci.signer.Signer.from_config(config)',
      ];
    case 'session-token':
      return [
        `profile = oci.config.from_file(profile_name="${profile}")`,
        'with open(os.path.expanduser(profile["security_token_file"])) as file:',
        '    token = file.read().strip()',
        'key = oci.signer.load_private_key_from_file(os.path.expanduser(profile["key_file"]))',
        bare,
        'signer = oci.auth.signers.SecurityTokenSigner(token, key)',
      ];
    case 'instance-principal':
      return [bare, 'signer = oci.auth.signers.InstancePrincipalsSecurityTokenSigner()'];
    case 'resource-principal':
      return [bare, 'signer = oci.auth.signers.get_resource_principals_signer()'];
    case 'oke-workload-identity':
      return [bare, 'signer = oci.auth.signers.get_oke_workload_identity_resource_principal_signer()'];
    case 'delegation-token':
      return [
        bare,
        'with open(os.environ["OCI_DELEGATION_TOKEN_FILE"]) as file:',
        '    delegation_token = file.read().strip()',
        'signer = oci.auth.signers.InstancePrincipalsDelegationTokenSigner(delegation_token=delegation_token)',
      ];
    case 'token-exchange':
      return [
        bare,
        'signer = oci.auth.signers.TokenExchangeSigner(',
        '    os.environ["OIDC_TOKEN"],',
        '    os.environ["OCI_DOMAIN_URL"],',
        '    os.environ["OCI_CLIENT_ID"],',
        '    os.environ["OCI_CLIENT_SECRET"],',
        `    region="${region}",`,
        ')',
      ];
    default:
      return undefined;
  }
}

export const lines = (all: readonly string[]): string => `${all.join('\n')}\n`;

export const importsFor = (sign: readonly string[]): readonly string[] =>
  sign.some((line) => line.includes('os.')) ? ['import os', '', 'import oci'] : ['import oci'];

export const inferenceClient = (region: string): readonly string[] => [
  'client = oci.generative_ai_inference.GenerativeAiInferenceClient(',
  '    config=config,',
  '    signer=signer,',
  `    service_endpoint="${inferenceHost(region)}",`,
  ')',
];
