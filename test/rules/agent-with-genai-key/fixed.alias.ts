import send from 'node-fetch';
import http from 'axios';
import * as common from 'oci-common';

/** Sends what axios made ready, with a signature of OCI's signer in place of an Authorization header. */
async function ociAdapter(config: import('axios').InternalAxiosRequestConfig) {
  const headers = new Headers(config.headers.toJSON() as Record<string, string>);
  headers.delete('authorization');
  const unsigned = { uri: http.getUri(config), method: config.method ?? 'get', headers, body: config.data };
  ociSigner ??= new common.DefaultRequestSigner(await ociProvider());
  await ociSigner.signHttpRequest(unsigned as common.HttpRequest);
  headers.forEach((value, name) => {
    config.headers.set(name, value);
  });
  return http.getAdapter(http.defaults.adapter)(config);
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
const ociFetch = async (...[url, init]: Parameters<typeof send>) => {
  const headers = new Headers(init?.headers as Record<string, string>);
  headers.delete('authorization');
  const unsigned = { uri: String(url), method: init?.method ?? 'GET', headers, body: init?.body };
  ociSigner ??= new common.DefaultRequestSigner(await ociProvider());
  await ociSigner.signHttpRequest(unsigned as common.HttpRequest);
  return send(url, { ...init, headers: Object.fromEntries(headers) });
};

const ENDPOINT = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x';

export async function create() {
  const answer = await ociFetch(`${ENDPOINT}/sessions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  return answer.json();
}

export const read = (id: string) =>
  http({ url: `${ENDPOINT}/sessions/${id}`, adapter: ociAdapter });
