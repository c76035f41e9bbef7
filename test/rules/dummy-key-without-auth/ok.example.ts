import OpenAI from 'openai';
import { signedFetch } from './signed-fetch';

const baseURL = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';

export const signed = new OpenAI({ baseURL, apiKey: 'not-used', fetch: signedFetch });
export const keyed = new OpenAI({ baseURL, apiKey: process.env.OCI_GENAI_API_KEY });
export const local = new OpenAI({ baseURL: 'http://localhost:8080/v1', apiKey: 'not-used' });
