import type { Method } from '../method';
import { inferenceHost, type Places } from './contract';

export const FRAMEWORKS = ['langchain', 'llamaindex', 'litellm', 'adk'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** The same words in langchain-oci, LlamaIndex (upper case) and the ADK (lower case). */
const AUTH_TYPES: Readonly<Partial<Record<Method, string>>> = {
  'iam-api-key': 'API_KEY',
  'session-token': 'SECURITY_TOKEN',
  'instance-principal': 'INSTANCE_PRINCIPAL',
  'resource-principal': 'RESOURCE_PRINCIPAL',
};

const LITELLM_SIGNERS: Readonly<Partial<Record<Method, string>>> = {
  'iam-api-key': 'oci.signer.Signer.from_config(oci.config.from_file())',
  'instance-principal': 'oci.auth.signers.InstancePrincipalsSecurityTokenSigner()',
  'resource-principal': 'oci.auth.signers.get_resource_principals_signer()',
  'oke-workload-identity': 'oci.auth.signers.get_oke_workload_identity_resource_principal_signer()',
};

/** Undefined where the framework has no such way. */
export function pythonFramework(framework: Framework, method: Method, places: Places): string | undefined {
  const type = AUTH_TYPES[method];
  switch (framework) {
    case 'langchain':
      return type && model('langchain_oci', 'ChatOCIGenAI', 'model_id', type, 'llm.invoke("Hello")', places);
    case 'llamaindex':
      return type && model('llama_index.llms.oci_genai', 'OCIGenAI', 'model', type, 'llm.complete("Hello")', places);
    case 'litellm':
      return litellm(method, places);
    case 'adk':
      return type && adk(type.toLowerCase(), places);
  }
}

function model(from: string, name: string, argument: string, type: string, call: string, places: Places): string {
  return [
    `from ${from} import ${name}`,
    '',
    `llm = ${name}(`,
    `    ${argument}="${places.model}",`,
    `    service_endpoint="${inferenceHost(places.region)}",`,
    `    compartment_id="${places.compartment}",`,
    `    auth_type="${type}",`,
    ...(type === 'API_KEY' || type === 'SECURITY_TOKEN' ? [`    auth_profile="${places.profile}",`] : []),
    ')',
    `print(${call})`,
    '',
  ].join('\n');
}

function litellm(method: Method, { model: id, region, compartment }: Places): string | undefined {
  const signer = LITELLM_SIGNERS[method];
  if (!signer && method !== 'genai-api-key') return undefined;
  const head = signer
    ? ['import oci', 'from litellm import completion']
    : ['import os', '', 'from litellm import completion'];
  const credential = signer
    ? [
        `    model="oci/${id}",`,
        `    oci_signer=${signer},`,
        `    oci_region="${region}",`,
        `    oci_compartment_id="${compartment}",`,
      ]
    : [
        `    model="openai/${id}",`,
        `    api_base="${inferenceHost(region)}/openai/v1",`,
        '    api_key=os.environ["OCI_GENAI_API_KEY"],',
      ];
  return [
    ...head,
    '',
    'response = completion(',
    ...credential,
    '    messages=[{"role": "user", "content": "Hello"}],',
    ')',
    'print(response)',
    '',
  ].join('\n');
}

const adk = (type: string, { region, profile, agentEndpoint }: Places): string =>
  [
    'from oci.addons.adk import Agent, AgentClient',
    '',
    'client = AgentClient(',
    `    auth_type="${type}",`,
    ...(type === 'api_key' || type === 'security_token' ? [`    profile="${profile}",`] : []),
    `    region="${region}",`,
    ')',
    `agent = Agent(client=client, agent_endpoint_id="${agentEndpoint}")`,
    'print(agent.run("Hello"))',
    '',
  ].join('\n');
