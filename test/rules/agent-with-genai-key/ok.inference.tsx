import OpenAI from 'openai';
import { DefaultRequestSigner, InstancePrincipalsAuthenticationDetailsProviderBuilder } from 'oci-common';

const client = new OpenAI({
  baseURL: 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1',
  apiKey: process.env.OCI_GENAI_API_KEY,
});

export async function signed(id: string): Promise<Response> {
  const provider = await new InstancePrincipalsAuthenticationDetailsProviderBuilder().build();
  const uri = `https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/${id}/sessions`;
  const request = { uri, method: 'POST' as const, headers: new Headers() };
  await new DefaultRequestSigner(provider).signHttpRequest(request);
  return fetch(uri, { method: 'POST', headers: request.headers });
}

export const Answer = ({ text }: { text: string }) => (
  <p onClick={() => client.responses.create({ model: 'xai.grok-4', input: text })}>{text}</p>
);
