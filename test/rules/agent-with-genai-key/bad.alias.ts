import send from 'node-fetch';
import http from 'axios';

const ENDPOINT = 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/x';

export async function create() {
  const answer = await send(`${ENDPOINT}/sessions`, { // <- agent-with-genai-key
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` },
    body: '{}',
  });
  return answer.json();
}

export const read = (id: string) =>
  http({ url: `${ENDPOINT}/sessions/${id}`, headers: { Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` } }); // <- agent-with-genai-key
