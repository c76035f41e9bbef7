import { NOT_AUTHORIZED_OR_NOT_FOUND } from '../../../../src/knowledge/refusal';
import { ok, type Reply, refuse } from '../reply';
import type { Call } from './call';

/** Identity: any proven identity may list regions; users see themselves. */
export function identity(call: Call): Reply | undefined {
  const path = call.address.path.replace(/^\/\d{8}/, '');
  if (call.request.method !== 'GET') return undefined;
  if (path === '/regions') return ok(call.world.regions.map((name) => ({ key: name.toUpperCase(), name })));
  const [, user] = /^\/users\/([^/]+)$/.exec(path) ?? [];
  if (!user) return undefined;
  return call.world.users.some(({ ocid }) => ocid === user)
    ? ok({ id: user, name: 'developer', compartmentId: call.world.tenancy, lifecycleState: 'ACTIVE' })
    : refuse(NOT_AUTHORIZED_OR_NOT_FOUND);
}

/** NL2SQL: a statement for a question. */
export function nl2sql(call: Call): Reply | undefined {
  return call.request.method === 'POST' && call.address.path.endsWith('/actions/generateSqlFromNl')
    ? ok({ generateSqlFromNlResult: { sqlStatement: 'select 1 from dual' } })
    : undefined;
}
