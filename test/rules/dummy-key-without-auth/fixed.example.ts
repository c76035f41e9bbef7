import OpenAI from 'openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { ChatOpenAI } from '@langchain/openai';
import * as common from 'oci-common';

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

const baseURL = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';

export const client = new OpenAI({ baseURL, apiKey: 'not-used', fetch: ociFetch });
export const provider = createOpenAICompatible({ name: 'oci', baseURL, apiKey: 'unused', fetch: ociFetch });
export const chat = new ChatOpenAI({ apiKey: 'dummy', configuration: { baseURL, fetch: ociFetch } });
