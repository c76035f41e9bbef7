import assert from 'node:assert/strict';
import { createEngine } from '../../../src/engine';
import { rightsForAll } from '../../../src/knowledge/policy';
import { grammarFile } from '../../rules/fixtures';

/** The rights that a document's calls need, as `plane: verb type`. */
async function needed(name: string, text: string): Promise<readonly string[]> {
  const engine = createEngine({ grammars: grammarFile });
  const uri = `file:///w/${name}`;
  await engine.lint({ uri, text });
  const operations = engine.operations(uri);
  const rights = engine
    .uses(uri)
    .flatMap((use) => rightsForAll(use.plane, operations.get(use) ?? []).map(({ verb, type }) => `${verb} ${type}`));
  return [...new Set(rights)].sort();
}

const CLI: readonly (readonly [command: string, ...rights: string[]])[] = [
  ['generative-ai-inference chat-result chat-cohere-chat-request --compartment-id c', 'use generative-ai-chat'],
  ['generative-ai-inference chat-result chat --compartment-id c', 'use generative-ai-chat'],
  ['generative-ai-inference embed-text-result embed-text --inputs x', 'use generative-ai-text-embedding'],
  ['generative-ai-inference rerank-text-result rerank-text --input x', 'use generative-ai-text-rerank'],
  ['generative-ai model-collection list-models --compartment-id c', 'inspect generative-ai-model'],
  ['generative-ai model get --model-id m', 'read generative-ai-model'],
  ['generative-ai api-key-collection list-api-keys -c c', 'inspect generative-ai-apikey'],
  ['generative-ai api-key create --compartment-id c', 'manage generative-ai-apikey'],
  ['generative-ai api-key set-api-key-state --api-key-id k', 'manage generative-ai-apikey'],
  ['generative-ai generative-ai-project get --generative-ai-project-id p', 'read generative-ai-project'],
  ['generative-ai generative-ai-private-endpoint update', 'use generative-ai-private-endpoint'],
  ['generative-ai imported-model create-from-huggingface', 'manage generative-ai-imported-model'],
  ['generative-ai work-request cancel --work-request-id w', 'manage generative-ai-work-request'],
  ['generative-ai-agent agent list --compartment-id c', 'inspect genai-agent'],
  ['generative-ai-agent agent-endpoint get --agent-endpoint-id e', 'read genai-agent-endpoint'],
  ['generative-ai-agent knowledge-base create-oci-database-kb', 'manage genai-agent-knowledge-base'],
  ['generative-ai-agent data-source create-object-storage-ds', 'manage genai-agent-data-source'],
  [
    'generative-ai-agent-runtime session create --agent-endpoint-id e',
    'manage genai-agent-session',
    'use genai-agent-endpoint',
  ],
  ['generative-ai-agent-runtime session get --session-id s', 'read genai-agent-session'],
  [
    'generative-ai-agent-runtime agent-endpoint chat --user-message Hi',
    'manage genai-agent-session',
    'use genai-agent-endpoint',
  ],
];

const CMDLETS: readonly (readonly [cmdlet: string, ...rights: string[]])[] = [
  ['Invoke-OCIGenerativeaiinferenceChat', 'use generative-ai-chat'],
  ['Invoke-OCIGenerativeaiinferenceEmbedText', 'use generative-ai-text-embedding'],
  ['New-OCIGenerativeaiinferenceText', 'use generative-ai-text-generation'],
  ['Get-OCIGenerativeaiModelsList', 'inspect generative-ai-model'],
  ['Get-OCIGenerativeaiPrivateEndpoint', 'read generative-ai-private-endpoint'],
  ['Invoke-OCIGenerativeaiRenewApiKey', 'manage generative-ai-apikey'],
  ['Get-OCIGenerativeaiagentAgentsList', 'inspect genai-agent'],
  ['Remove-OCIGenerativeaiagentTool', 'manage genai-agent-tool'],
  ['New-OCIGenerativeaiagentruntimeSession', 'manage genai-agent-session', 'use genai-agent-endpoint'],
];

const HOST = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';

describe('Operations that code calls', () => {
  for (const [command, ...rights] of CLI)
    it(`oci ${command}`, async () => assert.deepEqual(await needed('a.sh', `oci ${command}\n`), rights));

  for (const [cmdlet, ...rights] of CMDLETS)
    it(cmdlet, async () => assert.deepEqual(await needed('a.ps1', `${cmdlet} -AuthType InstancePrincipal\n`), rights));

  it('an unknown command still needs the whole family', async () =>
    assert.deepEqual(await needed('a.sh', 'oci generative-ai-inference "$@"\n'), ['use generative-ai-family']));

  it('are called through an attribute that holds the client', async () => {
    const text = `import oci

class Service:
    def __init__(self):
        self.client = oci.generative_ai_inference.GenerativeAiInferenceClient({})

    def embed(self):
        return self.client.embed_text(None)
`;
    assert.deepEqual(await needed('a.py', text), ['use generative-ai-text-embedding']);
    const go = `package main

import "github.com/oracle/oci-go-sdk/v65/generativeaiinference"

type Service struct{ client generativeaiinference.GenerativeAiInferenceClient }

func main() {
	c, _ := generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(nil)
	s := Service{client: c}
	s.client.RerankText(nil, generativeaiinference.RerankTextRequest{})
}
`;
    assert.deepEqual(await needed('a.go', go), ['use generative-ai-text-rerank']);
  });

  it('read the project that a call sends', async () => {
    const both = ['use generative-ai-chat', 'use generative-ai-project'];
    const python = (options: string) =>
      needed(
        'a.py',
        `from openai import OpenAI\nc = OpenAI(base_url="${HOST}", api_key=key, ${options})\nc.chat.completions.create()\n`,
      );
    assert.deepEqual(await python('project="ocid1.generativeaiproject.oc1..a"'), both);
    assert.deepEqual(await python('default_headers={"OpenAI-Project": project}'), both);
    assert.deepEqual(await python('timeout=3'), ['use generative-ai-chat']);
    const curl = `curl ${HOST}/chat/completions -H "Authorization: Bearer $K" -H "OpenAI-Project: $P"\n`;
    assert.deepEqual(await needed('a.sh', curl), both);
    const silent = `from openai import OpenAI\nc = OpenAI(base_url="${HOST}", api_key=key, project=project)\n`;
    assert.deepEqual(await needed('a.py', silent), [
      'manage generative-ai-response',
      'use generative-ai-family',
      'use generative-ai-project',
    ]);
  });

  it('of frameworks are those of their classes', async () => {
    const litellm = 'import litellm\nlitellm.embedding(model="oci/cohere.embed-v4.0", input=[])\n';
    assert.deepEqual(await needed('a.py', litellm), ['use generative-ai-text-embedding']);
    const langchain = `from langchain_openai import OpenAIEmbeddings\nOpenAIEmbeddings(base_url="${HOST}", api_key=key)\n`;
    assert.deepEqual(await needed('b.py', langchain), ['use generative-ai-text-embedding']);
  });
});
