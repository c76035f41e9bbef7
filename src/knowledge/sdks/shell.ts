import type { Method } from '../method';
import type { Plane } from '../plane';
import type { Sdk } from './fact';

/** `--auth` of the CLI (oci-cli src/oci_cli/cli_constants.py); exact, lower case. */
const CLI_TYPES: Readonly<Record<string, Method>> = {
  api_key: 'iam-api-key',
  security_token: 'session-token',
  instance_principal: 'instance-principal',
  resource_principal: 'resource-principal',
  instance_obo_user: 'delegation-token',
  oke_workload_identity: 'oke-workload-identity',
};

/** Service commands of the CLI (oci-cli services/generative_ai*). Every other service is one of OCI. */
const CLI_SERVICES: Readonly<Record<string, Plane>> = {
  'generative-ai': 'genai-management',
  'generative-ai-inference': 'inference-native',
  'generative-ai-agent': 'agent-management',
  'generative-ai-agent-runtime': 'agent-runtime',
  'generative-ai-data': 'nl2sql',
};

export const SHELL: Sdk = {
  id: 'shell',
  languages: ['shell', 'powershell'],
  facts: [
    {
      in: [''],
      names: ['oci'],
      makes: {
        kind: 'client',
        reach: { words: CLI_SERVICES, arg: { at: 0 }, url: { name: 'target-uri' } },
        auth: [
          {
            as: 'choice',
            choice: { arg: { name: 'auth' }, values: CLI_TYPES, default: 'iam-api-key', variable: 'OCI_CLI_AUTH' },
          },
        ],
        endpoint: { name: 'endpoint' },
      },
      source: 'oci-cli src/oci_cli/cli_root.py: --auth, else OCI_CLI_AUTH, else api_key',
    },
    {
      in: [''],
      names: ['curl', 'wget'],
      makes: {
        kind: 'client',
        reach: { url: [{ name: 'url', at: 0 }] },
        auth: [{ as: 'headers', arg: { name: 'header' } }],
        operation: 'request',
      },
      source: 'curl.se and gnu.org wget manuals',
    },
  ],
};
