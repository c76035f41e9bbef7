import type { Method } from '../method';
import { inferenceHost, isOpenAi, MODELS, modelOf, openAiBase, type Places, type Task } from './contract';
import { openAiCredential, openAiHead } from './python-openai';
import { importsFor, inferenceClient, lines, signing } from './python-signing';

export const FRAMEWORKS = ['langchain', 'llamaindex', 'litellm', 'adk'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** The same words in langchain-oci, LlamaIndex (upper case) and the ADK (lower case). */
const AUTH_TYPES: Readonly<Partial<Record<Method, string>>> = {
  'iam-api-key': 'API_KEY',
  'session-token': 'SECURITY_TOKEN',
  'instance-principal': 'INSTANCE_PRINCIPAL',
  'resource-principal': 'RESOURCE_PRINCIPAL',
};

/** A class of a framework, and how it is asked. */
interface Model {
  readonly from: string;
  readonly name: string;
  /** Its own name for the model. */
  readonly argument: string;
  readonly model: string;
  readonly call: string;
  readonly more?: readonly string[];
  readonly imports?: readonly string[];
}

type FrameworkWriter = (method: Method, task: Task, places: Places) => string | undefined;

/** Undefined where the framework has no such way. */
export const pythonFramework = (framework: Framework, method: Method, task: Task, places: Places): string | undefined =>
  WRITERS[framework](method, task, places);

const WRITERS: Readonly<Record<Framework, FrameworkWriter>> = {
  langchain: (method, task, places) => {
    const native = langchainModel(task, places);
    return native ? signedModel(native, method, places) : langchainOpenAi(method, task, places);
  },
  llamaindex: (method, task, places) => {
    const native = llamaIndexModel(task, places);
    return native ? signedModel(native, method, places) : llamaIndexOpenAi(method, task, places);
  },
  litellm,
  adk: (method, task, places) => {
    const type = AUTH_TYPES[method];
    return type && task === 'agents' ? adk(type.toLowerCase(), places) : undefined;
  },
};

/** langchain-oci 0.4. */
function langchainModel(task: Task, { model }: Places): Model | undefined {
  const from = 'langchain_oci';
  const argument = 'model_id';
  if (task === 'chat') return { from, name: 'ChatOCIGenAI', argument, model, call: 'llm.invoke("Hello").content' };
  if (task === 'embeddings') {
    return { from, name: 'OCIGenAIEmbeddings', argument, model: MODELS.embeddings, call: 'llm.embed_query("Hello")' };
  }
  if (task !== 'rerank') return undefined;
  return {
    from,
    name: 'OCIGenAIRerank',
    argument,
    model: MODELS.rerank,
    imports: ['from langchain_core.documents import Document'],
    call: 'llm.compress_documents([Document(page_content="In a vault.")], "Where do keys belong?")',
  };
}

/** llama-index-llms-oci-genai 0.8, llama-index-embeddings-oci-genai 0.6. */
function llamaIndexModel(task: Task, { model }: Places): Model | undefined {
  if (task === 'chat') {
    return {
      from: 'llama_index.llms.oci_genai',
      name: 'OCIGenAI',
      argument: 'model',
      model,
      // It knows the window of few models by itself.
      more: ['    context_size=128000,'],
      call: 'llm.complete("Hello")',
    };
  }
  if (task !== 'embeddings') return undefined;
  return {
    from: 'llama_index.embeddings.oci_genai',
    name: 'OCIGenAIEmbeddings',
    argument: 'model_name',
    model: MODELS.embeddings,
    call: 'llm.get_text_embedding("Hello")',
  };
}

/** By `auth_type` where the framework has the word for it, else by a client of the SDK. */
function signedModel(model: Model, method: Method, places: Places): string | undefined {
  const type = AUTH_TYPES[method];
  const sign = type ? undefined : signing(method, places);
  if (!type && !sign) return undefined;
  const { from, name, imports = [] } = model;
  const used = [`from ${from} import ${name}`, ...imports].sort();
  if (sign) {
    return lines([
      ...importsFor(sign),
      ...used,
      '',
      ...sign,
      ...inferenceClient(places.region),
      ...construction(model, places, ['    client=client,']),
    ]);
  }
  const auth = [
    `    service_endpoint="${inferenceHost(places.region)}",`,
    `    auth_type="${type}",`,
    ...(type === 'API_KEY' || type === 'SECURITY_TOKEN' ? [`    auth_profile="${places.profile}",`] : []),
  ];
  return lines([...used, '', ...construction(model, places, auth)]);
}

const construction = (
  { name, argument, model, call, more = [] }: Model,
  { compartment }: Places,
  auth: readonly string[],
): readonly string[] => [
  `llm = ${name}(`,
  `    ${argument}="${model}",`,
  `    compartment_id="${compartment}",`,
  ...auth,
  ...more,
  ')',
  `print(${call})`,
];

function langchainOpenAi(method: Method, task: Task, places: Places): string | undefined {
  const credential = isOpenAi(task) ? openAiCredential(method, places) : undefined;
  if (!isOpenAi(task) || !credential) return undefined;
  const embeddings = task === 'openai-embeddings';
  const name = embeddings ? 'OpenAIEmbeddings' : 'ChatOpenAI';
  return lines([
    ...openAiHead(credential, `from langchain_openai import ${name}`),
    `llm = ${name}(`,
    `    model="${modelOf(task)}",`,
    `    base_url="${openAiBase(places.region)}",`,
    `    api_key=${credential.key},`,
    ...(credential.httpClient ? [`    http_client=${credential.httpClient},`] : []),
    `    default_headers={"OpenAI-Project": "${places.project}"},`,
    ...(embeddings ? ['    check_embedding_ctx_length=False,'] : []),
    ...(task === 'responses' ? ['    use_responses_api=True,'] : []),
    ')',
    embeddings ? 'print(llm.embed_query("Hello"))' : 'print(llm.invoke("Hello").content)',
  ]);
}

/** llama-index-llms-openai-like 0.8. */
function llamaIndexOpenAi(method: Method, task: Task, places: Places): string | undefined {
  const credential = task === 'openai-chat' ? openAiCredential(method, places) : undefined;
  if (!credential) return undefined;
  return lines([
    ...openAiHead(credential, 'from llama_index.llms.openai_like import OpenAILike'),
    'llm = OpenAILike(',
    `    model="${modelOf('openai-chat')}",`,
    `    api_base="${openAiBase(places.region)}",`,
    `    api_key=${credential.key},`,
    ...(credential.httpClient ? [`    http_client=${credential.httpClient},`] : []),
    `    default_headers={"OpenAI-Project": "${places.project}"},`,
    '    context_window=128000,',
    '    is_chat_model=True,',
    ')',
    'print(llm.complete("Hello"))',
  ]);
}

/** LiteLLM 1.106: a signer of the SDK for the native API, the OpenAI way for a key. */
function litellm(method: Method, task: Task, places: Places): string | undefined {
  const sign = task === 'chat' || task === 'embeddings' ? signing(method, places) : undefined;
  if (sign) {
    const chat = task === 'chat';
    return lines([
      ...importsFor(sign),
      `from litellm import ${chat ? 'completion' : 'embedding'}`,
      '',
      ...sign,
      `response = ${chat ? 'completion' : 'embedding'}(`,
      `    model="oci/${chat ? places.model : MODELS.embeddings}",`,
      '    oci_signer=signer,',
      `    oci_region="${places.region}",`,
      `    oci_compartment_id="${places.compartment}",`,
      chat ? '    messages=[{"role": "user", "content": "Hello"}],' : '    input=["Hello"],',
      ')',
      'print(response)',
    ]);
  }
  if (method !== 'genai-api-key' || !isOpenAi(task)) return undefined;
  const name = { 'openai-chat': 'completion', 'openai-embeddings': 'embedding', responses: 'responses' }[task];
  return lines([
    'import os',
    '',
    `from litellm import ${name}`,
    '',
    `response = ${name}(`,
    `    model="openai/${modelOf(task)}",`,
    `    api_base="${openAiBase(places.region)}",`,
    '    api_key=os.environ["OCI_GENAI_API_KEY"],',
    `    extra_headers={"OpenAI-Project": "${places.project}"},`,
    task === 'openai-chat' ? '    messages=[{"role": "user", "content": "Hello"}],' : '    input="Hello",',
    ')',
    'print(response)',
  ]);
}

const adk = (type: string, { region, profile, agentEndpoint }: Places): string =>
  lines([
    'from oci.addons.adk import Agent, AgentClient',
    '',
    'client = AgentClient(',
    `    auth_type="${type}",`,
    ...(type === 'api_key' || type === 'security_token' ? [`    profile="${profile}",`] : []),
    `    region="${region}",`,
    ')',
    `agent = Agent(client=client, agent_endpoint_id="${agentEndpoint}")`,
    'agent.setup()',
    'print(agent.run("Hello"))',
  ]);
