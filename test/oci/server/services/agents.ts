import { randomUUID } from 'node:crypto';
import { invalidParameter, NOT_AUTHORIZED_OR_NOT_FOUND } from '../../../../src/knowledge/refusal';
import { ok, type Reply, refuse, stream } from '../reply';
import { asText, bodyOf, type Call, compartmentRefusal } from './call';

const ANSWER = 'Hello from the local agent.';

/** The kinds of resources on the agent host, and the type in their OCIDs. */
const TYPES: Readonly<Record<string, string>> = {
  agents: 'genaiagent',
  agentEndpoints: 'genaiagentendpoint',
  knowledgeBases: 'genaiagentknowledgebase',
  tools: 'genaiagenttool',
};

/** `/20240531` on the agent host: every well-formed OCID names a resource. */
export function agentManagement(call: Call): Reply | undefined {
  const [, collection = '', id] = /^\/20240531\/([a-zA-Z]+)(?:\/([^/]+))?$/.exec(call.address.path) ?? [];
  const type = TYPES[collection];
  if (!type) return undefined;
  if (id) return id.startsWith(`ocid1.${type}.`) ? one(call, id) : refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
  const ownId = call.world.agentEndpoint.replace('genaiagentendpoint', type);
  if (call.request.method === 'POST') return one(call, ownId);
  const compartmentId = call.address.query.get('compartmentId') ?? undefined;
  const items = collection === 'tools' ? [] : [itemOf(call, ownId)];
  return compartmentRefusal(call, 'agent-management', compartmentId) ?? ok({ items });
}

function one(call: Call, id: string): Reply {
  return call.request.method === 'DELETE' ? { status: 204 } : ok({ ...itemOf(call, id), ...bodyOf(call) });
}

function itemOf({ world }: Call, id: string): Readonly<Record<string, unknown>> {
  const agentId = world.agentEndpoint.replace('genaiagentendpoint', 'genaiagent');
  return {
    id,
    displayName: 'local',
    compartmentId: world.compartment,
    lifecycleState: 'ACTIVE',
    timeCreated: new Date(0).toISOString(),
    ...(id.includes('.genaiagentendpoint.') ? { agentId } : {}),
  };
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
