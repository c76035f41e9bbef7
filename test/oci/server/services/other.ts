import { NOT_AUTHORIZED_OR_NOT_FOUND } from '../../../../src/knowledge/refusal';
import { ok, type Reply, refuse } from '../reply';
import type { Call } from './call';

/** Identity: any proven identity may list regions; users see themselves. */
export function identity(call: Call): Reply | undefined {
  const path = call.address.path.replace(/^\/\d{8}/, '');
  if (call.request.method !== 'GET') return undefined;
  if (path === '/regions') return ok(call.world.regions.map((name) => ({ key: name.toUpperCase(), name })));
  const [, secret] = /^\/secretbundles\/([^/]+)$/.exec(path) ?? [];
  if (secret) return secretBundle(call, secret);
  const [, user] = /^\/users\/([^/]+)$/.exec(path) ?? [];
  if (!user) return undefined;
  return call.world.users.some(({ ocid }) => ocid === user)
    ? ok({ id: user, name: 'developer', compartmentId: call.world.tenancy, lifecycleState: 'ACTIVE' })
    : refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
}

/** Vault: what is kept for its readers, in base64. */
function secretBundle({ world: { secrets } }: Call, secretId: string): Reply {
  const text = Object.hasOwn(secrets, secretId) ? secrets[secretId] : undefined;
  if (text === undefined) return refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
  const secretBundleContent = { contentType: 'BASE64', content: Buffer.from(text).toString('base64') };
  return ok({ secretId, versionNumber: 1, secretBundleContent });
}

/** NL2SQL: a statement for a question. */
export function nl2sql(call: Call): Reply | undefined {
  return call.request.method === 'POST' && call.address.path.endsWith('/actions/generateSqlFromNl')
    ? ok({ generateSqlFromNlResult: { sqlStatement: 'select 1 from dual' } })
    : undefined;
}
