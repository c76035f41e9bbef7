import OpenAI from 'openai';

const baseURL = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';

export const client = new OpenAI({ baseURL, apiKey: '{{SK}}' }); // <- hardcoded-genai-key

export const models = () =>
  fetch(`${baseURL}/models`, { headers: { Authorization: 'Bearer {{SK}}' } }); // <- hardcoded-genai-key
