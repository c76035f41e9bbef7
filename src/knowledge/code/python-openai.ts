import type { Method } from '../method';
import { modelOf, type OpenAiTask, openAiBase, type Places } from './contract';
import { lines, signing } from './python-signing';

/** oci-genai-auth 1.1. */
const AUTH: Readonly<Partial<Record<Method, (profile: string) => string>>> = {
  'iam-api-key': (profile) => `OciUserPrincipalAuth(profile_name="${profile}")`,
  'session-token': (profile) => `OciSessionAuth(profile_name="${profile}")`,
  'instance-principal': () => 'OciInstancePrincipalAuth()',
  'resource-principal': () => 'OciResourcePrincipalAuth()',
};

/** What an OpenAI client is given so that its requests are signed or carry a key. */
export interface OpenAiCredential {
  /** Standard library, then packages. */
  readonly imports: readonly [standard: readonly string[], packages: readonly string[]];
  /** Before the client. */
  readonly lead: readonly string[];
  readonly key: string;
  readonly httpClient?: string;
}

export function openAiCredential(method: Method, places: Places): OpenAiCredential | undefined {
  if (method === 'genai-api-key') {
    return { imports: [['import os'], []], lead: [], key: 'os.environ["OCI_GENAI_API_KEY"]' };
  }
  const auth = AUTH[method]?.(places.profile);
  if (auth) {
    const name = auth.slice(0, auth.indexOf('('));
    const imports = [[], ['import httpx', `from oci_genai_auth import ${name}`]] as const;
    return { imports, lead: [], key: '"not-used"', httpClient: `httpx.Client(auth=${auth})` };
  }
  const sign = signing(method, places);
  return sign && withSigner(sign);
}

/** oci-genai-auth has no class for these principals, but a base that takes any signer of the SDK. */
function withSigner(sign: readonly string[]): OpenAiCredential {
  const standard = sign.some((line) => line.includes('os.')) ? ['import os'] : [];
  return {
    imports: [standard, ['import httpx', 'import oci', 'from oci_genai_auth import HttpxOciAuth']],
    lead: [
      'class SignerAuth(HttpxOciAuth):',
      '    def _refresh_signer(self):',
      '        pass  # the signer renews its token itself',
      '',
      '',
      ...sign.filter((line) => !line.startsWith('config = ')),
    ],
    key: '"not-used"',
    httpClient: 'httpx.Client(auth=SignerAuth(signer))',
  };
}

/** The head of a program with these imports. */
export function openAiHead({ imports, lead }: OpenAiCredential, ...more: readonly string[]): readonly string[] {
  const [standard, packages] = imports;
  const gap = lead[0]?.startsWith('class') ? [''] : [];
  return [...standard, ...(standard.length > 0 ? [''] : []), ...packages, ...more, '', ...gap, ...lead];
}

export function pythonOpenAi(method: Method, task: OpenAiTask, places: Places): string | undefined {
  const credential = openAiCredential(method, places);
  if (!credential) return undefined;
  return lines([
    ...openAiHead(credential, 'from openai import OpenAI'),
    'client = OpenAI(',
    `    base_url="${openAiBase(places.region)}",`,
    `    api_key=${credential.key},`,
    ...(credential.httpClient ? [`    http_client=${credential.httpClient},`] : []),
    `    project="${places.project}",`,
    ')',
    ...CALLS[task](modelOf(task)),
  ]);
}

const CALLS: Readonly<Record<OpenAiTask, (model: string) => readonly string[]>> = {
  'openai-chat': (model) => [
    'response = client.chat.completions.create(',
    `    model="${model}",`,
    '    messages=[{"role": "user", "content": "Hello"}],',
    ')',
    'print(response.choices[0].message.content)',
  ],
  'openai-embeddings': (model) => [
    `response = client.embeddings.create(model="${model}", input="Hello")`,
    'print(response.data[0].embedding)',
  ],
  responses: (model) => [
    `response = client.responses.create(model="${model}", input="Hello")`,
    'print(response.output_text)',
  ],
};
