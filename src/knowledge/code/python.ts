import type { Method } from '../method';
import { agentHost, inferenceHost, type Places, type Target } from './contract';

/** oci-python-sdk 2.189 `oci.auth.signers`, oci-genai-auth 1.1. Each leaves `config` and `signer` behind. */
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

const OPENAI_AUTH: Readonly<Partial<Record<Method, (profile: string) => string>>> = {
  'iam-api-key': (profile) => `OciUserPrincipalAuth(profile_name="${profile}")`,
  'session-token': (profile) => `OciSessionAuth(profile_name="${profile}")`,
  'instance-principal': () => 'OciInstancePrincipalAuth()',
  'resource-principal': () => 'OciResourcePrincipalAuth()',
};

export function python(method: Method, target: Target, places: Places): string | undefined {
  if (target === 'openai') return openAi(method, places);
  const sign = signing(method, places);
  if (!sign) return undefined;
  return [...importsFor(sign), '', ...sign, ...(target === 'agents' ? agents(places) : inference(places)), ''].join(
    '\n',
  );
}

export const importsFor = (sign: readonly string[]): readonly string[] =>
  sign.some((line) => line.includes('os.')) ? ['import os', '', 'import oci'] : ['import oci'];

const inference = ({ region, model, compartment }: Places): readonly string[] => [
  'client = oci.generative_ai_inference.GenerativeAiInferenceClient(',
  '    config=config,',
  '    signer=signer,',
  `    service_endpoint="${inferenceHost(region)}",`,
  ')',
  'models = oci.generative_ai_inference.models',
  'response = client.chat(',
  '    models.ChatDetails(',
  `        compartment_id="${compartment}",`,
  `        serving_mode=models.OnDemandServingMode(model_id="${model}"),`,
  '        chat_request=models.GenericChatRequest(',
  '            messages=[models.UserMessage(content=[models.TextContent(text="Hello")])],',
  '        ),',
  '    )',
  ')',
  'print(response.data)',
];

const agents = ({ region, agentEndpoint }: Places): readonly string[] => [
  'client = oci.generative_ai_agent_runtime.GenerativeAiAgentRuntimeClient(',
  '    config=config,',
  '    signer=signer,',
  `    service_endpoint="${agentHost(region)}",`,
  ')',
  'models = oci.generative_ai_agent_runtime.models',
  `endpoint = "${agentEndpoint}"`,
  'session = client.create_session(models.CreateSessionDetails(display_name="chat"), endpoint).data',
  'response = client.chat(endpoint, models.ChatDetails(user_message="Hello", session_id=session.id))',
  'print(response.data)',
];

function openAi(method: Method, { region, profile, project }: Places): string | undefined {
  const auth = OPENAI_AUTH[method]?.(profile);
  if (!auth && method !== 'genai-api-key') return undefined;
  const imports = auth
    ? ['import httpx', `from oci_genai_auth import ${auth.slice(0, auth.indexOf('('))}`, 'from openai import OpenAI']
    : ['import os', '', 'from openai import OpenAI'];
  const credential = auth
    ? ['    api_key="not-used",', `    http_client=httpx.Client(auth=${auth}),`]
    : ['    api_key=os.environ["OCI_GENAI_API_KEY"],'];
  return [
    ...imports,
    '',
    'client = OpenAI(',
    `    base_url="${inferenceHost(region)}/openai/v1",`,
    ...credential,
    `    project="${project}",`,
    ')',
    'print(client.responses.create(model="openai.gpt-oss-120b", input="Hello").output_text)',
    '',
  ].join('\n');
}
