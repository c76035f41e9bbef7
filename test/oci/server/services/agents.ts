import { randomUUID } from 'node:crypto';
import { invalidParameter, NOT_AUTHORIZED_OR_NOT_FOUND } from '../../../../src/knowledge/refusal';
import { ok, type Reply, refuse, stream } from '../reply';
import { asText, bodyOf, type Call, compartmentRefusal } from './call';

const ANSWER = 'Hello from the local agent.';

/** `/20240531` on the agent host. */
export function agentManagement(call: Call): Reply | undefined {
  const [, collection = '', id] = /^\/20240531\/([a-zA-Z]+)(?:\/([^/]+))?$/.exec(call.address.path) ?? [];
  const item = itemOf(call, collection);
  if (call.request.method !== 'GET' || !item) return undefined;
  if (id) return id === item['id'] ? ok(item) : refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
  const compartmentId = call.address.query.get('compartmentId') ?? undefined;
  return compartmentRefusal(call, 'agent-management', compartmentId) ?? ok({ items: [item] });
}

function itemOf(call: Call, collection: string): Readonly<Record<string, unknown>> | undefined {
  const { agentEndpoint, compartment } = call.world;
  const agentId = agentEndpoint.replace('genaiagentendpoint', 'genaiagent');
  const shared = {
    displayName: 'local',
    compartmentId: compartment,
    lifecycleState: 'ACTIVE',
    timeCreated: new Date(0).toISOString(),
  };
  if (collection === 'agents') return { ...shared, id: agentId };
  if (collection === 'agentEndpoints') return { ...shared, id: agentEndpoint, agentId };
  if (collection === 'knowledgeBases')
    return { ...shared, id: agentId.replace('genaiagent', 'genaiagentknowledgebase') };
  return undefined;
}

/** `/20240531/agentEndpoints/{id}/…` on the agent-runtime host. */
export function agentRuntime(call: Call): Reply | undefined {
  const [, endpoint, rest = ''] = /^\/20240531\/agentEndpoints\/([^/]+)\/(.+)$/.exec(call.address.path) ?? [];
  if (!endpoint) return undefined;
  if (!endpoint.startsWith('ocid1.genaiagentendpoint.')) return refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
  if (rest === 'actions/chat' && call.request.method === 'POST') return chat(call);
  if (rest === 'sessions' && call.request.method === 'POST') return ok(session(bodyOf(call)));
  const [, id] = /^sessions\/([^/]+)$/.exec(rest) ?? [];
  if (!id?.startsWith(SESSION_PREFIX)) return refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
  return call.request.method === 'DELETE' ? { status: 204 } : ok({ ...session({}), id });
}

const SESSION_PREFIX = 'session-';

function session(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return {
    id: `${SESSION_PREFIX}${randomUUID()}`,
    displayName: asText(details['displayName']) ?? 'session',
    description: asText(details['description']),
    timeCreated: new Date(0).toISOString(),
  };
}

function chat(call: Call): Reply {
  const body = bodyOf(call);
  if (!asText(body['userMessage'])) return refuse(invalidParameter('userMessage must not be null'));
  const answer = { message: { role: 'AGENT', content: { text: ANSWER } }, traces: [] };
  return body['shouldStream'] === true ? stream([JSON.stringify(answer)]) : ok(answer);
}
