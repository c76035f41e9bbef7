import type { Method } from '../method';
import { agentHost, inferenceHost, type Places, type Target } from './contract';

/** oci-cli 3.89 `cli_constants.py`. */
const AUTH: Readonly<Partial<Record<Method, string>>> = {
  'iam-api-key': 'api_key',
  'session-token': 'security_token',
  'instance-principal': 'instance_principal',
  'resource-principal': 'resource_principal',
  'oke-workload-identity': 'oke_workload_identity',
  'delegation-token': 'instance_obo_user',
};

export function shell(method: Method, target: Target, places: Places): string | undefined {
  if (target === 'openai' && method === 'genai-api-key') return withCurl(places);
  const how = target === 'openai' ? undefined : cliAuth(method, places);
  return how && `${raw(target, places)} ${how}\n`;
}

/** The options by which the CLI takes a credential. */
export function cliAuth(method: Method, { profile, region }: Places): string | undefined {
  const auth = AUTH[method];
  const named = method === 'iam-api-key' || method === 'session-token' ? ` --profile ${profile}` : '';
  return auth && `--auth ${auth}${named} --region ${region}`;
}

/** A signed request whatever commands the installed CLI has. */
function raw(target: Target, { region, model, compartment, agentEndpoint }: Places): string {
  if (target === 'agents') {
    const uri = `${agentHost(region)}/20240531/agentEndpoints/${agentEndpoint}/sessions`;
    return `oci raw-request --http-method POST --target-uri '${uri}' --request-body '{"displayName": "chat"}'`;
  }
  const body = JSON.stringify({
    compartmentId: compartment,
    servingMode: { servingType: 'ON_DEMAND', modelId: model },
    chatRequest: { apiFormat: 'GENERIC', messages: [{ role: 'USER', content: [{ type: 'TEXT', text: 'Hello' }] }] },
  });
  return `oci raw-request --http-method POST --target-uri '${inferenceHost(region)}/20231130/actions/chat' --request-body '${body}'`;
}

const withCurl = ({ region, project }: Places): string =>
  [
    `curl --compressed --fail-with-body '${inferenceHost(region)}/openai/v1/responses' \\`,
    '  -H "Authorization: Bearer $OCI_GENAI_API_KEY" \\',
    `  -H 'OpenAI-Project: ${project}' \\`,
    "  -H 'Content-Type: application/json' \\",
    '  -d \'{"model": "openai.gpt-oss-120b", "input": "Hello"}\'',
    '',
  ].join('\n');
