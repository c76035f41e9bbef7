import { randomBytes } from 'node:crypto';
import { invalidParameter, NOT_AUTHORIZED_OR_NOT_FOUND } from '../../../../src/knowledge/refusal';
import { ok, type Reply, refuse } from '../reply';
import type { GenAiKey, GenAiKeyItem, GenAiKeyState, World } from '../world';
import { asObject, asText, bodyOf, type Call, compartmentRefusal } from './call';

const NINETY_DAYS = 90 * 86_400_000;
const SETTABLE: ReadonlySet<string> = new Set(['ACTIVE', 'INACTIVE', 'REVOKED']);

/** GenAI API keys: one object, two interchangeable secrets, each shown once. */
export function apiKeys(call: Call, parts: readonly string[]): Reply | undefined {
  const [id, actions, action] = parts;
  const { method } = call.request;
  if (!id) return method === 'POST' ? create(call) : method === 'GET' ? list(call) : undefined;
  const key = call.world.genAiKeys.find((candidate) => candidate.id === id);
  if (!key) return refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
  const refusal = compartmentRefusal(call, 'genai-management', key.compartmentId);
  if (refusal) return refusal;
  if (actions === 'actions' && method === 'POST') return act(call, key, action);
  if (method === 'GET') return ok(shown(key));
  if (method === 'PUT') return update(call, key);
  if (method !== 'DELETE') return undefined;
  key.lifecycleState = 'DELETED';
  return { status: 204 };
}

/** Registers a key as the Console would; also how tests get one. */
export function addGenAiKey(
  world: World,
  options: { compartmentId: string; displayName?: string; region?: string; lifetimeMs?: number; now?: number },
): GenAiKey {
  const now = options.now ?? Date.now();
  const region = options.region ?? world.region;
  const key: GenAiKey = {
    id: `ocid1.generativeaiapikey.oc1.${region}.${randomBytes(12).toString('hex')}`,
    displayName: options.displayName ?? 'key',
    compartmentId: options.compartmentId,
    region,
    lifecycleState: 'ACTIVE',
    timeCreated: new Date(now).toISOString(),
    items: ['key-one', 'key-two'].map((name) => newItem(name, now, now + (options.lifetimeMs ?? NINETY_DAYS))),
  };
  world.genAiKeys.push(key);
  return key;
}

function newItem(keyName: string, now: number, expiry: number): GenAiKeyItem {
  return {
    keyName,
    secret: `sk-${randomBytes(36).toString('base64url').slice(0, 48)}`,
    state: 'ACTIVE',
    timeCreated: new Date(now).toISOString(),
    timeExpiry: new Date(expiry).toISOString(),
  };
}

function create(call: Call): Reply {
  const body = bodyOf(call);
  const compartmentId = asText(body['compartmentId']);
  const refusal = compartmentRefusal(call, 'genai-management', compartmentId);
  if (refusal || !compartmentId) return refusal ?? refuse(invalidParameter('compartmentId must not be null'));
  const key = addGenAiKey(call.world, {
    compartmentId,
    displayName: asText(body['displayName']),
    region: call.address.region,
    now: call.now,
  });
  const details = Array.isArray(body['keyDetails']) ? body['keyDetails'] : [];
  for (const [index, item] of key.items.entries()) applyDetails(item, asObject(details[index]));
  return ok(shown(key, new Set(key.items)));
}

function applyDetails(item: GenAiKeyItem, details: Readonly<Record<string, unknown>> | undefined): void {
  Object.assign(item, {
    keyName: asText(details?.['keyName']) ?? item.keyName,
    timeExpiry: asText(details?.['timeExpiry']) ?? item.timeExpiry,
  });
}

function list(call: Call): Reply {
  const compartmentId = call.address.query.get('compartmentId') ?? undefined;
  const keys = call.world.genAiKeys.filter((key) => key.compartmentId === compartmentId);
  return compartmentRefusal(call, 'genai-management', compartmentId) ?? ok({ items: keys.map((key) => shown(key)) });
}

function update(call: Call, key: GenAiKey): Reply {
  key.displayName = asText(bodyOf(call)['displayName']) ?? key.displayName;
  return ok(shown(key));
}

function act(call: Call, key: GenAiKey, action: string | undefined): Reply | undefined {
  const body = bodyOf(call);
  const details = asObject(body['details']) ?? body;
  const item = key.items.find((candidate) => candidate.keyName === asText(details['keyName']));
  if (!item) return refuse(invalidParameter('keyName does not exist'));
  if (action === 'renew') {
    const expiry = Date.parse(asText(details['timeExpiry']) ?? '') || call.now + NINETY_DAYS;
    Object.assign(item, newItem(item.keyName, call.now, expiry));
    return ok(shown(key, new Set([item])));
  }
  return action === 'setstate' ? setState(key, item, asText(details['state'])) : undefined;
}

/** Deactivation can be undone, revocation cannot. */
function setState(key: GenAiKey, item: GenAiKeyItem, state: string | undefined): Reply {
  if (!state || !SETTABLE.has(state)) return refuse(invalidParameter('state is not valid'));
  if (item.state === 'REVOKED') return refuse(invalidParameter('a revoked key cannot change its state'));
  item.state = state as GenAiKeyState;
  return ok(shown(key));
}

function shown(key: GenAiKey, fresh: ReadonlySet<GenAiKeyItem> = new Set()): object {
  const { items, ...rest } = key;
  const keys = items.map(({ secret, ...item }) => ({
    ...item,
    keyMask: `sk-****${secret.slice(-4)}`,
    ...(fresh.has(items.find((candidate) => candidate.secret === secret) as GenAiKeyItem) ? { key: secret } : {}),
  }));
  return { ...rest, keys };
}
