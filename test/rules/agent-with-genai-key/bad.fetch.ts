import axios from 'axios';
import OpenAI from 'openai';
import { createOpenAI } from '@ai-sdk/openai';

const REGION = process.env.OCI_REGION ?? 'us-chicago-1';
const BASE = `https://agent-runtime.generativeai.${REGION}.oci.oraclecloud.com`;
const key = process.env.OCI_GENAI_API_KEY;

export async function session(endpointId: string) {
  return fetch(`${BASE}/20240531/agentEndpoints/${endpointId}/sessions`, { // <- agent-with-genai-key
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` },
  });
}

const api = axios.create({ baseURL: BASE, headers: { Authorization: 'Bearer ' + process.env.OCI_GENAI_API_KEY } });
export const chat = (id: string) => api.post('/20240531/agentEndpoints/' + id + '/actions/chat', { userMessage: 'hi' }); // <- agent-with-genai-key

export const openai = new OpenAI({ // <- agent-with-genai-key
  baseURL: 'https://agent.generativeai.us-chicago-1.oci.oraclecloud.com/20240531',
  apiKey: process.env.OCI_GENAI_API_KEY,
});

export const vercel = createOpenAI({ baseURL: `${BASE}/20240531`, apiKey: key }); // <- agent-with-genai-key
