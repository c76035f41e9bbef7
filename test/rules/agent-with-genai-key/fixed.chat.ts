import axios from 'axios';
import * as common from 'oci-common';

/** Sends what axios made ready, with a signature of OCI's signer in place of an Authorization header. */
async function ociAdapter(config: import('axios').InternalAxiosRequestConfig) {
  const headers = new Headers(config.headers.toJSON() as Record<string, string>);
  headers.delete('authorization');
  const unsigned = { uri: axios.getUri(config), method: config.method ?? 'get', headers, body: config.data };
  ociSigner ??= new common.DefaultRequestSigner(await ociProvider());
  await ociSigner.signHttpRequest(unsigned as common.HttpRequest);
  headers.forEach((value, name) => {
    config.headers.set(name, value);
  });
  return axios.getAdapter(axios.defaults.adapter)(config);
}

/** Principal on OCI, session token (oci session authenticate) on this machine. */
async function ociProvider(file?: string, profile = process.env.OCI_CLI_PROFILE ?? 'DEFAULT') {
  const { env } = process;
  if (env.KUBERNETES_SERVICE_HOST && !env.OCI_RESOURCE_PRINCIPAL_RPST) {
    return common.OkeWorkloadIdentityAuthenticationDetailsProvider.builder('', '');
  }
  if (env.OCI_RESOURCE_PRINCIPAL_VERSION) {
    return common.ResourcePrincipalAuthenticationDetailsProvider.builder();
  }
  if (env.OCI_USE_INSTANCE_PRINCIPAL) {
    return await new common.InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
  }
  return new common.SessionAuthDetailProvider(file, profile);
}

let ociSigner: common.DefaultRequestSigner | undefined;

/** fetch with a signature of OCI's signer in place of an Authorization header. */
const ociFetch: typeof fetch = async (url, init) => {
  const headers = new Headers(init?.headers);
  headers.delete('authorization');
  const unsigned = { uri: String(url), method: init?.method ?? 'GET', headers, body: init?.body };
  ociSigner ??= new common.DefaultRequestSigner(await ociProvider());
  await ociSigner.signHttpRequest(unsigned as common.HttpRequest);
  return fetch(url, { ...init, headers });
};

const ENDPOINT = `https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/${process.env.AGENT_ENDPOINT}`;

export async function chat(userMessage: string): Promise<unknown> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ userMessage });
  const response = await ociFetch(`${ENDPOINT}/actions/chat`, { method: 'POST', headers, body });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

const agents = axios.create({
  baseURL: ENDPOINT,
  timeout: 10_000,
  headers: {
    'opc-request-id': 'chat',
  },
  adapter: ociAdapter,
});

export const session = async (): Promise<string> => (await agents.post('/sessions', {})).data.id;
