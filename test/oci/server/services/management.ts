import { ok, type Reply } from '../reply';
import { apiKeys } from './api-keys';
import { type Call, compartmentRefusal } from './call';

/** `/20231130` on the management host. */
export function management(call: Call): Reply | undefined {
  const path = call.address.path.replace(/^\/20231130/, '');
  if (path.startsWith('/apikeys')) return apiKeys(call, path.split('/').slice(2));
  if (call.request.method === 'GET' && path === '/models') return models(call);
  return undefined;
}

function models(call: Call): Reply {
  const compartmentId = call.address.query.get('compartmentId') ?? undefined;
  return (
    compartmentRefusal(call, 'genai-management', compartmentId) ??
    ok({
      items: call.world.models.map((name) => ({
        id: name,
        displayName: name,
        vendor: name.split('.')[0],
        compartmentId,
        capabilities: ['CHAT'],
        type: 'BASE',
        lifecycleState: 'ACTIVE',
        timeCreated: new Date(0).toISOString(),
      })),
    })
  );
}
