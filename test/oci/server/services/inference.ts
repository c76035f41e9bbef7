import { invalidParameter } from '../../../../src/knowledge/refusal';
import { ok, type Reply, refuse, stream } from '../reply';
import { asObject, asText, bodyOf, type Call, compartmentRefusal, unknownModel } from './call';

const ANSWER = 'Hello from the local OCI.';
const WORDS = ANSWER.split(/(?<= )/);

/** `/20231130`: the operations of `GenerativeAiInferenceClient`. */
export function nativeInference(call: Call): Reply | undefined {
  const { method } = call.request;
  const operation = call.address.path.replace(/^\/20231130\//, '');
  if (method === 'GET' && operation === 'guardrailVersions') return guardrailVersions(call);
  const answer = method === 'POST' ? ANSWERS[operation] : undefined;
  return answer && (malformed(call) ?? answer(call));
}

const ANSWERS: Readonly<Record<string, (call: Call) => Reply>> = {
  'actions/chat': chat,
  'actions/embedText': (call) =>
    ok({
      id: 'embed',
      modelId: modelOf(call),
      modelVersion: '1.0',
      embeddings: inputs(call).map(() => [0.1, 0.2, 0.3]),
    }),
  'actions/rerankText': (call) =>
    ok({
      id: 'rerank',
      modelId: modelOf(call),
      modelVersion: '1.0',
      documentRanks: [{ index: 0, relevanceScore: 0.9 }],
    }),
  'actions/applyGuardrails': () => ok({ results: {} }),
};

/** Validation comes after the identity and before the policy. */
function malformed(call: Call): Reply | undefined {
  const body = bodyOf(call);
  if (asObject(body['servingMode']) === undefined && !call.address.path.endsWith('applyGuardrails')) {
    return refuse(invalidParameter('Please pass in correct format of request'));
  }
  return (
    compartmentRefusal(call, 'inference-native', asText(body['compartmentId'])) ??
    (call.address.path.endsWith('applyGuardrails') ? undefined : unknownModel(modelOf(call)))
  );
}

function guardrailVersions(call: Call): Reply {
  const compartment =
    call.request.headers['opc-compartment-id'] ?? call.address.query.get('compartmentId') ?? undefined;
  return compartmentRefusal(call, 'inference-native', compartment) ?? ok({ items: [{ version: '1.0' }] });
}

function modelOf(call: Call): string | undefined {
  const mode = asObject(bodyOf(call)['servingMode']);
  return asText(mode?.['modelId']) ?? asText(mode?.['endpointId']);
}

function inputs(call: Call): readonly unknown[] {
  const list = bodyOf(call)['inputs'];
  return Array.isArray(list) ? list : [];
}

function chat(call: Call): Reply {
  const request = asObject(bodyOf(call)['chatRequest']);
  if (!request) return refuse(invalidParameter('Please pass in correct format of request'));
  const cohere = request['apiFormat'] === 'COHERE';
  if (request['isStream'] === true) return stream(cohere ? cohereEvents() : genericEvents());
  return ok({
    modelId: modelOf(call),
    modelVersion: '1.0',
    chatResponse: cohere
      ? { apiFormat: 'COHERE', text: ANSWER, chatHistory: [], finishReason: 'COMPLETE' }
      : genericResponse(),
  });
}

function genericResponse(): object {
  const message = { role: 'ASSISTANT', content: [{ type: 'TEXT', text: ANSWER }], toolCalls: [] };
  return {
    apiFormat: 'GENERIC',
    timeCreated: new Date(0).toISOString(),
    choices: [{ index: 0, message, finishReason: 'stop' }],
    usage: { promptTokens: 3, completionTokens: 5, totalTokens: 8 },
  };
}

function genericEvents(): string[] {
  const words = WORDS.map((text) => ({ index: 0, message: { role: 'ASSISTANT', content: [{ type: 'TEXT', text }] } }));
  return [...words, { message: { role: 'ASSISTANT' }, finishReason: 'stop' }].map((event) => JSON.stringify(event));
}

function cohereEvents(): string[] {
  const words = WORDS.map((text) => ({ apiFormat: 'COHERE', text }));
  const last = { apiFormat: 'COHERE', text: ANSWER, chatHistory: [], finishReason: 'COMPLETE' };
  return [...words, last].map((event) => JSON.stringify(event));
}
