/** Calls every plane with one method and prints, line by line, what each answered. */
import { homedir } from 'node:os';
import * as common from 'oci-common';
import { GenerativeAiClient } from 'oci-generativeai';
import { GenerativeAiAgentClient } from 'oci-generativeaiagent';
import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';
import { GenerativeAiInferenceClient, type models } from 'oci-generativeaiinference';
import { IdentityClient } from 'oci-identity';
import OpenAI from 'openai';

type Provider = common.AuthenticationDetailsProvider;

const environment = (name: string): string => process.env[name] ?? '';
const METHOD = environment('METHOD');
const compartmentId = environment('COMPARTMENT');
const REGION = 'us-chicago-1';
const DOMAIN = `${REGION}.oci.oraclecloud.com`;
const INFERENCE = `https://inference.generativeai.${DOMAIN}`;
const MODEL = 'meta.llama-3.3-70b-instruct';
const COMPLETION = { model: MODEL, messages: [{ role: 'user' as const, content: 'Hi' }] };

/** One operation of each plane, for the callers that speak HTTP themselves. */
const OPERATIONS: Readonly<Record<string, { url: string; verb?: 'GET'; body?: object }>> = {
  'inference-native': { url: `${INFERENCE}/20231130/actions/chat`, body: {} },
  'agent-runtime': { url: `https://agent-runtime.generativeai.${DOMAIN}/20240531/agentEndpoints/x/sessions`, body: {} },
  'agent-management': { url: `https://agent.generativeai.${DOMAIN}/20240531/agents`, verb: 'GET' },
  'genai-management': { url: `https://generativeai.${DOMAIN}/20231130/models`, verb: 'GET' },
  'vector-stores': { url: `https://generativeai.${DOMAIN}/20231130/openai/v1/vector_stores`, verb: 'GET' },
  nl2sql: { url: `${INFERENCE}/20260325/semanticStores/store/actions/generateSqlFromNl`, body: {} },
  'hosted-application-oauth': {
    url: `https://application.generativeai.${DOMAIN}/20251112/hostedApplications/${environment('HOSTED_APPLICATION')}/actions/invoke/ask`,
    body: {},
  },
  'hosted-application-iam': {
    url: `${INFERENCE}/20251112/hostedApplicationsIam/${environment('HOSTED_APPLICATION_IAM')}/actions/invoke/ask`,
    body: {},
  },
  'other-oci': { url: `https://identity.${DOMAIN}/20160918/regions`, verb: 'GET' },
};

const PROVIDERS: Readonly<Record<string, () => Provider | Promise<Provider>>> = {
  'iam-api-key': () => new common.ConfigFileAuthenticationDetailsProvider(),
  'session-token': () => new common.SessionAuthDetailProvider(undefined, 'SESSION'),
  'instance-principal': () => new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build(),
  'resource-principal': () => common.ResourcePrincipalAuthenticationDetailsProvider.builder(),
  'oke-workload-identity': () => common.OkeWorkloadIdentityAuthenticationDetailsProvider.builder('', ''),
  'delegation-token': () =>
    new common.ConfigFileAuthenticationDetailsProvider(`${homedir()}/.oci/config`, 'DELEGATION'),
};

async function report(plane: string, via: string, call: () => Promise<unknown>): Promise<void> {
  const status = await call().then(
    () => 200,
    (error: { statusCode?: number; status?: number; message?: string }) =>
      error.statusCode ?? error.status ?? String(error.message),
  );
  console.log(JSON.stringify({ plane, via, status }));
}

async function send(plane: string, authorize: (request: common.HttpRequest) => Promise<void>): Promise<void> {
  const operation = OPERATIONS[plane];
  if (!operation) throw new Error(`no operation for ${plane}`);
  const body = operation.body && JSON.stringify(operation.body);
  const headers = new Headers({ 'opc-compartment-id': compartmentId, 'content-type': 'application/json' });
  const request = { uri: operation.url, method: operation.verb ?? 'POST', headers, body } as common.HttpRequest;
  await authorize(request);
  const reply = await fetch(operation.url, { method: request.method, headers: request.headers, body });
  if (!reply.ok) throw Object.assign(new Error(await reply.text()), { statusCode: reply.status });
}

/** The OpenAI client; a signing fetch takes the place of the bearer header. */
function complete(apiKey: string, fetcher: typeof fetch = fetch): Promise<unknown> {
  const client = new OpenAI({ baseURL: `${INFERENCE}/openai/v1`, apiKey, fetch: fetcher, maxRetries: 0 });
  return client.chat.completions.create(COMPLETION);
}

function signing(signer: common.RequestSigner): typeof fetch {
  return async (url, init) => {
    const headers = new Headers(init?.headers);
    headers.delete('authorization');
    const request = { uri: String(url), method: init?.method ?? 'GET', headers, body: init?.body } as common.HttpRequest;
    await signer.signHttpRequest(request);
    return fetch(url, { ...init, headers: request.headers });
  };
}

async function withProvider(provider: Provider): Promise<void> {
  const inRegion = <Client extends { regionId: string }>(client: Client): Client =>
    Object.assign(client, { regionId: REGION });
  const options = { authenticationDetailsProvider: provider };
  const agentEndpointId = environment('AGENT_ENDPOINT');
  const chatDetails = {
    compartmentId,
    servingMode: { servingType: 'ON_DEMAND', modelId: MODEL } as models.OnDemandServingMode,
    chatRequest: { apiFormat: 'GENERIC', messages: [] } as models.GenericChatRequest,
  };
  await report('inference-native', 'oci-generativeaiinference', () =>
    inRegion(new GenerativeAiInferenceClient(options)).chat({ chatDetails }),
  );
  await report('agent-runtime', 'oci-generativeaiagentruntime', () =>
    inRegion(new GenerativeAiAgentRuntimeClient(options)).createSession({ agentEndpointId, createSessionDetails: {} }),
  );
  await report('agent-management', 'oci-generativeaiagent', () =>
    inRegion(new GenerativeAiAgentClient(options)).listAgents({ compartmentId }),
  );
  await report('genai-management', 'oci-generativeai', () =>
    inRegion(new GenerativeAiClient(options)).listModels({ compartmentId }),
  );
  await report('other-oci', 'oci-identity', () => inRegion(new IdentityClient(options)).listRegions({}));
  const signer = new common.DefaultRequestSigner(provider);
  await report('inference-openai', 'openai + oci-common', () => complete('unused', signing(signer)));
  for (const plane of ['vector-stores', 'nl2sql', 'hosted-application-oauth', 'hosted-application-iam']) {
    await report(plane, 'signed HTTP', () => send(plane, (request) => signer.signHttpRequest(request)));
  }
}

async function withBearer(token: string): Promise<void> {
  await report('inference-openai', 'openai', () => complete(token));
  for (const plane of Object.keys(OPERATIONS).filter((name) => name !== 'inference-openai')) {
    await report(plane, 'HTTP', () =>
      send(plane, async ({ headers }) => headers.set('authorization', `Bearer ${token}`)),
    );
  }
}

async function accessToken(): Promise<string> {
  const client = `${environment('OCI_DOMAIN_CLIENT_ID')}:${environment('OCI_DOMAIN_CLIENT_SECRET')}`;
  const reply = await fetch(`${environment('OCI_DOMAIN_URL')}/oauth2/v1/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(client).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'app' }),
  });
  return ((await reply.json()) as { access_token: string }).access_token;
}

async function main(): Promise<void> {
  const provider = PROVIDERS[METHOD];
  if (provider) await withProvider(await provider());
  else await withBearer(METHOD === 'genai-api-key' ? environment('OCI_GENAI_API_KEY') : await accessToken());
}

void main();
