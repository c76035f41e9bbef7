import OpenAI from 'openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { ChatOpenAI } from '@langchain/openai';

const baseURL = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';

export const client = new OpenAI({ baseURL, apiKey: 'not-used' }); // <- dummy-key-without-auth
export const provider = createOpenAICompatible({ name: 'oci', baseURL, apiKey: 'unused' }); // <- dummy-key-without-auth
export const chat = new ChatOpenAI({ apiKey: 'dummy', configuration: { baseURL } }); // <- dummy-key-without-auth
