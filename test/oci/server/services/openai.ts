import { invalidParameter, NOT_AUTHORIZED_OR_NOT_FOUND } from '../../../../src/knowledge/refusal';
import { ok, type Reply, refuse, stream } from '../reply';
import { asText, bodyOf, type Call, compartmentRefusal, unknownModel } from './call';

const ANSWER = 'Hello from the local OCI.';
const BASES = ['/20231130/actions/v1', '/20231130/openai/v1', '/openai/v1', '/v1'];

/** The OpenAI-compatible API under its current base and the older ones. */
export function openAi(call: Call): Reply | undefined {
  const base = BASES.find((candidate) => call.address.path.startsWith(`${candidate}/`));
  const answer = base && call.request.method === 'POST' && ANSWERS[call.address.path.slice(base.length)];
  if (!answer) return undefined;
  return wrongCompartment(call, base) ?? malformed(call) ?? answer(call);
}

const ANSWERS: Readonly<Record<string, (call: Call) => Reply>> = {
  '/chat/completions': chatCompletion,
  '/responses': responses,
  '/embeddings': embeddings,
  '/conversations': () => ok({ id: 'conv_local', object: 'conversation', created_at: 0, metadata: {} }),
};

/**
 * A GenAI API key acts in its own compartment. A signed call names one in a header on the older base;
 * on the current base a project can stand for it.
 */
function wrongCompartment(call: Call, base: string): Reply | undefined {
  const { headers } = call.request;
  const named = headers['opc-compartment-id'] ?? headers['compartmentid'];
  const compartment = call.principal.compartmentId ?? named;
  if (compartment === undefined && base === '/openai/v1') return undefined;
  return compartmentRefusal(call, 'inference-openai', compartment);
}

function malformed(call: Call): Reply | undefined {
  if (call.address.path.endsWith('/conversations')) return undefined;
  const model = asText(bodyOf(call)['model']);
  if (!model) return refuse(invalidParameter('Please pass in correct format of request'));
  // Cohere models are not served through the OpenAI-compatible API.
  if (model.startsWith('cohere.')) return refuse({ ...invalidParameter('Unsupported OpenAI operation'), code: '400' });
  return unknownModel(model);
}

function chatCompletion(call: Call): Reply {
  const body = bodyOf(call);
  const shared = { id: 'chatcmpl-local', created: 0, model: body['model'] };
  if (body['stream'] !== true) {
    const message = { role: 'assistant', content: ANSWER };
    return ok({
      ...shared,
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: 'stop' }],
      usage: { prompt_tokens: 3, completion_tokens: 5, total_tokens: 8 },
    });
  }
  const chunk = (delta: object, finish_reason: string | null): string =>
    JSON.stringify({ ...shared, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] });
  return stream([chunk({ role: 'assistant', content: ANSWER }, null), chunk({}, 'stop'), '[DONE]']);
}

function responses(call: Call): Reply {
  const body = bodyOf(call);
  const text = { type: 'output_text', text: ANSWER, annotations: [] };
  const message = { type: 'message', id: 'msg_local', role: 'assistant', status: 'completed', content: [text] };
  const response = {
    id: 'resp_local',
    object: 'response',
    created_at: 0,
    status: 'completed',
    model: body['model'],
    output: [message],
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
  };
  if (body['stream'] !== true) return ok(response);
  const started = { ...response, status: 'in_progress', output: [] };
  const item = { output_index: 0, item_id: message.id };
  const part = { ...item, content_index: 0 };
  const events = [
    { type: 'response.created', response: started },
    { type: 'response.output_item.added', ...item, item: { ...message, status: 'in_progress', content: [] } },
    { type: 'response.content_part.added', ...part, part: { ...text, text: '' } },
    { type: 'response.output_text.delta', ...part, delta: ANSWER },
    { type: 'response.output_text.done', ...part, text: ANSWER },
    { type: 'response.content_part.done', ...part, part: text },
    { type: 'response.output_item.done', ...item, item: message },
    { type: 'response.completed', response },
  ];
  return stream(events.map((event, index) => JSON.stringify({ ...event, sequence_number: index })));
}

function embeddings(call: Call): Reply {
  const data = [{ object: 'embedding', index: 0, embedding: [0.1, 0.2, 0.3] }];
  return ok({ object: 'list', data, model: bodyOf(call)['model'], usage: { prompt_tokens: 3, total_tokens: 3 } });
}

/** `/20231130/openai/v1/vector_stores` on the management host. */
export function vectorStores(call: Call): Reply | undefined {
  const [, id] = /\/openai\/v1\/vector_stores(?:\/([^/]+))?$/.exec(call.address.path) ?? [];
  if (!call.address.path.includes('/vector_stores')) return undefined;
  const compartment = call.principal.compartmentId ?? call.request.headers['opc-compartment-id'];
  const refusal = compartmentRefusal(call, 'vector-stores', compartment);
  if (refusal) return refusal;
  const store = { id: 'vs_local', object: 'vector_store', created_at: 0, name: 'local', status: 'completed' };
  if (id) return id === store.id ? ok(store) : refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
  return ok(call.request.method === 'POST' ? store : { object: 'list', data: [store], has_more: false });
}
