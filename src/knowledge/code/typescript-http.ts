import { signedFetchBody } from '../sdks/typescript-signing';
import { invokeIamUrl, modelOf, type OpenAiTask, openAiBase, type Places } from './contract';
import { program } from './typescript-program';

const COMMON = "import * as common from 'oci-common';";
const OPENAI = "import OpenAI from 'openai';";

const SIGN = ['await signer.signHttpRequest(unsigned as common.HttpRequest);'];

/** The OpenAI client signs when its `fetch` does. */
export const signedOpenAi = (make: string, task: OpenAiTask, places: Places): string =>
  program(
    [COMMON, OPENAI],
    [
      `const provider = ${make};`,
      'const signer = new common.DefaultRequestSigner(provider);',
      'const signed: typeof fetch = async (url, init) => {',
      ...signedFetchBody({ sign: SIGN, send: 'fetch', typed: true }).map((line) => `  ${line}`),
      '};',
      'const client = new OpenAI({',
      `  baseURL: '${openAiBase(places.region)}',`,
      "  apiKey: 'not-used',",
      '  fetch: signed,',
      `  project: '${places.project}',`,
      '});',
      ...CALLS[task](modelOf(task)),
    ],
  );

export const keyedOpenAi = (task: OpenAiTask, { region, project }: Places): string =>
  program(
    [OPENAI],
    [
      'const client = new OpenAI({',
      `  baseURL: '${openAiBase(region)}',`,
      '  apiKey: process.env.OCI_GENAI_API_KEY,',
      `  project: '${project}',`,
      '});',
      ...CALLS[task](modelOf(task)),
    ],
  );

const CALLS: Readonly<Record<OpenAiTask, (model: string) => readonly string[]>> = {
  'openai-chat': (model) => [
    "const messages = [{ role: 'user' as const, content: 'Hello' }];",
    `const { choices } = await client.chat.completions.create({ model: '${model}', messages });`,
    'console.log(choices[0]?.message.content);',
  ],
  'openai-embeddings': (model) => [
    `const { data } = await client.embeddings.create({ model: '${model}', input: 'Hello' });`,
    'console.log(data[0]?.embedding);',
  ],
  responses: (model) => [
    `const { output_text } = await client.responses.create({ model: '${model}', input: 'Hello' });`,
    'console.log(output_text);',
  ],
};

export const signedHosted = (make: string, places: Places): string =>
  program(
    [COMMON],
    [
      `const provider = ${make};`,
      `const uri = '${invokeIamUrl(places)}';`,
      "const body = JSON.stringify({ message: 'Hello' });",
      "const headers = new Headers({ 'content-type': 'application/json' });",
      "const request = { uri, method: 'POST', headers, body } as common.HttpRequest;",
      'await new common.DefaultRequestSigner(provider).signHttpRequest(request);',
      "const response = await fetch(uri, { method: 'POST', headers, body });",
      'if (!response.ok) throw new Error(await response.text());',
      'console.log(await response.text());',
    ],
  );
