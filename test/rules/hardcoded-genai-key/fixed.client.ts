import OpenAI from 'openai';

const baseURL = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';

export const client = new OpenAI({ baseURL, apiKey: process.env.OCI_GENAI_API_KEY ?? '' });

export const models = () =>
  fetch(`${baseURL}/models`, { headers: { Authorization: `Bearer ${process.env.OCI_GENAI_API_KEY}` } });
