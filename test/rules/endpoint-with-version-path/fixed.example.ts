import * as common from 'oci-common';
import { GenerativeAiInferenceClient } from 'oci-generativeaiinference';
import { OciGenAiGenericChat, OciGenAiNewClientAuthType } from '@oracle/langchain-oci';

const HOST = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com';

export async function connect() {
  const authenticationDetailsProvider = common.ResourcePrincipalAuthenticationDetailsProvider.builder();
  const client = new GenerativeAiInferenceClient({ authenticationDetailsProvider });
  client.endpoint = `${HOST}`;
  return client;
}

export const chat = new OciGenAiGenericChat({
  onDemandModelId: 'xai.grok-4',
  newClientParams: {
    authType: OciGenAiNewClientAuthType.ResourcePrincipal,
    serviceEndpoint: 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com',
  },
});
