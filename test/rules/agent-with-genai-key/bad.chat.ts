import axios from 'axios';

const KEY = process.env.OCI_GENAI_API_KEY;
const ENDPOINT = `https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/${process.env.AGENT_ENDPOINT}`;

export async function chat(userMessage: string): Promise<unknown> {
  const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ userMessage });
  const response = await fetch(`${ENDPOINT}/actions/chat`, { method: 'POST', headers, body }); // <- agent-with-genai-key
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

const agents = axios.create({
  baseURL: ENDPOINT,
  timeout: 10_000,
  headers: {
    Authorization: `Bearer ${KEY}`,
    'opc-request-id': 'chat',
  },
});

export const session = async (): Promise<string> => (await agents.post('/sessions', {})).data.id; // <- agent-with-genai-key
